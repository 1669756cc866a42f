// What the graph holds, and the limits of asking it.
import { lastArrival } from '../../db/lists/arrivals.ts'
import { statistics, type Statistics } from '../../db/file/statistics.ts'
import { limits, type LimitName } from '../../src/model/limits.ts'
import { wordsOf } from '../../src/model/vocabulary.ts'
import { builder } from '../builder.ts'
import { EntityKind } from './enums.ts'

const KindCount = builder.objectRef<Statistics['entitiesByKind'][number]>('KindCount').implement({
  description: 'How many entities are of a kind.',
  fields: t => ({
    kind: t.expose('kind', { type: EntityKind, description: 'The kind.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const StatisticsType = builder.objectRef<Statistics>('Statistics').implement({
  description: 'What the graph holds.',
  fields: t => ({
    articles: t.exposeInt('articles', { description: 'How many articles.' }),
    sentences: t.exposeInt('sentences', { description: 'How many sentences.' }),
    mentions: t.exposeInt('mentions', { description: 'How many mentions.' }),
    statements: t.exposeInt('statements', { description: 'How many statements.' }),
    relationships: t.exposeInt('relationships', { description: 'How many relationships.' }),
    remarks: t.exposeInt('remarks', { description: 'How many remarks.' }),
    entities: t.exposeInt('entities', { description: 'How many entities.' }),
    entitiesByKind: t.field({ type: [KindCount], description: 'How many entities of each kind.', resolve: counts => [...counts.entitiesByKind] }),
    dataVersion: t.exposeInt('dataVersion', { description: 'Raised by every change of the graph.' }),
    lastArticleRead: t.string({ description: 'The `number` that the subscription articleRead has given last: with it as `after` nothing that comes is missed.', resolve: (_, __, { graph }) => String(lastArrival(graph, 'article')) }),
    lastStatementMade: t.string({ description: 'The same of statementMade.', resolve: (_, __, { graph }) => String(lastArrival(graph, 'statement')) }),
    reader: t.string({ description: 'The readers whose Readings the graph holds, joined by ", "; empty for an empty graph.', resolve: counts => counts.readers.join(', ') }),
  }),
})

const Limit = builder.objectRef<LimitName>('Limit').implement({
  description: 'A bound on what one request may ask.',
  fields: t => ({
    name: t.string({ description: 'Its permanent name.', resolve: name => name }),
    value: t.int({ description: 'The bound itself; as much is still allowed.', resolve: name => limits[name].value }),
    default: t.int({ description: 'Its value where the settings say nothing of it.', resolve: name => limits[name].default }),
    least: t.int({ description: 'The smallest value that the settings may give it.', resolve: name => limits[name].range[0] }),
    most: t.int({ description: 'The largest value that the settings may give it.', resolve: name => limits[name].range[1] }),
    unit: t.string({ description: 'What is counted.', resolve: name => limits[name].unit }),
    meaning: t.string({ description: 'What it bounds.', resolve: name => limits[name].meaning }),
    refusal: t.string({ nullable: true, description: 'The code of the error above it; null where what is above is cut off instead.', resolve: name => limits[name].refusal }),
  }),
})

builder.queryFields(t => ({
  statistics: t.field({ type: StatisticsType, description: 'What the graph holds: { statistics { articles statements } }.', resolve: (_, __, { graph }) => statistics(graph) }),
  limits: t.field({ type: [Limit], description: 'The bounds on what one request may ask: { limits { name value unit } }.', resolve: () => [...wordsOf<LimitName>(limitMeanings)] }),
}))

const limitMeanings = Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, limit.meaning])) as Record<LimitName, string> // the keys of the table

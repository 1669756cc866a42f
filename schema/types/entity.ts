// What every entity answers, whatever its kind.
import type { GraphQLResolveInfo } from 'graphql'
import { matchesOf } from '../../db/matching/candidates.ts'
import { aliasesOf, byIds, type AliasRow, type MatchRow } from '../../db/tables/lookup.ts'
import type { Graph } from '../../db/file/open.ts'
import type { EntityRow } from '../../db/tables/rows.ts'
import { articlesOfEntity, mentionsOfEntity, relationshipsOfEntity, statementsOfEntity } from '../../db/lists/sources.ts'
import { globalId } from '../../src/model/ids.ts'
import { articleArguments, mentionArguments, relationshipArguments, statementArguments } from '../arguments.ts'
import { reads } from '../asked.ts'
import { builder, entityTypes } from '../builder.ts'
import { connectionOf } from '../connections.ts'
import { hanging, referenced, unique } from '../loaders.ts'
import { forAll, together } from '../together.ts'
import { ArticleConnection, MentionConnection, RelationshipConnection, StatementConnection } from './connection-types.ts'
import { EntityKind, Side, StatementRole } from './enums.ts'
import { neighboursField } from './neighbours.ts'
import { Basis, Country, Entity, Node, Passage } from './refs.ts'

const Alias = builder.objectRef<AliasRow>('Alias').implement({
  description: 'A name that articles use for an entity.',
  fields: t => ({
    name: t.exposeString('name', { description: 'The name, as written.' }),
    count: t.exposeInt('uses', { description: 'How many mentions use it.' }),
    first: t.field({
      type: Passage,
      description: 'Its first mention: in the newest article, the first in the text.',
      resolve: alias => forAll(alias, 'first', null, (all: readonly AliasRow[]) =>
        together(all.map(({ article_id: article, start, end }) => ({ article, start, end })))),
    }),
  }),
})

const PossibleMatch = builder.objectRef<MatchRow>('PossibleMatch').implement({
  description: 'Somebody who may be the same: scored, never merged.',
  fields: t => ({
    entity: t.field({
      type: Entity,
      description: 'The other.',
      resolve: (match, _, { graph }) => forAll(match, 'entity', null, (all: readonly MatchRow[]) => {
        const found = byIds(graph, 'entity', unique(all.map(each => each.other_id)))
        return together(all.map(each => found.get(each.other_id)))
      }) as EntityRow,
    }),
    basis: t.field({ type: Basis, description: 'Why, and how likely.', resolve: match => match }),
  }),
})

Entity.implement({
  description: 'Somebody or something that articles speak of. It is in the graph because an article mentions it, or because one so mentioned needs it as background.',
  interfaces: [Node],
  resolveType: ({ kind }) => entityTypes[kind],
  fields: t => ({
    id: t.id({ extensions: reads('key'), description: 'The same whatever its kind: all entities share one id space.', resolve: entity => globalId('Entity', entity.key) }),
    slug: t.exposeString('slug', { description: 'Readable, unique and stable: vladimir-putin.' }),
    kind: t.expose('kind', { type: EntityKind, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'The canonical name, written as most articles that give it write it; background where no article writes it so.' }),
    aliases: t.field({
      extensions: reads(),
      type: [Alias],
      description: 'Every name an article used, and every description ("the PM"), the most used first.',
      resolve: (entity, _, { graph }, info) => hanging(entity, info, all => aliasesOf(graph, all.map(each => each.id))),
    }),
    description: t.exposeString('description', { nullable: true, description: 'A few words that tell who or what it is; null where none are known.' }),
    wikidataId: t.exposeString('wikidata_id', { nullable: true, description: 'The item of Wikidata, "Q7747"; null unless sure.' }),
    named: t.boolean({ extensions: reads('named'), description: 'False for "the US official", "the source": bound to their article, never merged by themselves.', resolve: entity => entity.named === 1 }),
    country: t.field({
      type: Country,
      nullable: true,
      description: "Its country, from an article's own voice or background; null where neither tells.",
      extensions: reads('country_id'),
      resolve: (entity, _, { graph }, info) => countryOf(graph, entity, info, each => each.country_id),
    }),
    speaksFor: t.field({
      type: Country,
      nullable: true,
      description: "The country whose government or official it is, so that its word counts as the country's in a roll-up; null where it speaks for none.",
      extensions: reads('speaks_for_id'),
      resolve: (entity, _, { graph }, info) => countryOf(graph, entity, info, each => each.speaks_for_id),
    }),
    background: t.stringList({ extensions: reads('background'), description: 'The fields here that come from general knowledge, not from an article: ["name", "country"].', resolve: entity => JSON.parse(entity.background) as string[] }), // written by db/entering/entities.ts
    possiblySameAs: t.field({
      extensions: reads(),
      type: [PossibleMatch],
      description: 'Who it may also be, the likeliest first: as Readings say, and as names and the graph tell across articles.',
      resolve: (entity, _, { graph }, info) => hanging(entity, info, all => matchesOf(graph, all.map(each => each.id))),
    }),
    mentions: t.field({
      extensions: reads(),
      type: MentionConnection,
      description: 'Where articles mention it.',
      args: mentionArguments(t.arg),
      resolve: (entity, args, { graph }, info) => connectionOf(graph, entity, info, mentionsOfEntity, args),
    }),
    statements: t.field({
      extensions: reads(),
      type: StatementConnection,
      description: 'Statements in which it has one of the roles, each once; without roles, any.',
      args: {
        role: t.arg({ type: [StatementRole], description: 'One role or several. SPEAKER: what it says; the others: what is said to it, aimed at it, about it.' }),
        ...statementArguments(t.arg),
      },
      resolve: (entity, { role, ...args }, { graph }, info) => connectionOf(graph, entity, info, statementsOfEntity(role), args),
    }),
    relationships: t.field({
      extensions: reads(),
      type: RelationshipConnection,
      description: 'What it is to others and does to them, and they to it. Claims included: `voice` tells.',
      args: {
        direction: t.arg({ type: Side, defaultValue: 'ANY', description: 'OUT: it is the subject; IN: the object.' }),
        ...relationshipArguments(t.arg),
      },
      resolve: (entity, { direction, ...args }, { graph }, info) => connectionOf(graph, entity, info, relationshipsOfEntity(direction ?? 'ANY'), args),
    }),
    neighbours: neighboursField(t),
    articles: t.field({
      extensions: reads(),
      type: ArticleConnection,
      description: 'Articles that mention it, the newest first.',
      args: articleArguments(t.arg),
      resolve: (entity, args, { graph }, info) => connectionOf(graph, entity, info, articlesOfEntity, args),
    }),
  }),
})

/** The country that an entity refers to; what other articles have made another kind of thing is none. */
function countryOf(graph: Graph, entity: EntityRow, info: GraphQLResolveInfo, idOf: (entity: EntityRow) => number | null): EntityRow | null {
  const country = referenced(graph, entity, info, 'entity', idOf)
  return country?.kind === 'COUNTRY' ? country : null
}

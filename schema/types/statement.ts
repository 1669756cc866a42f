// Statements: who said what, to whom, about whom.
import { claimsOf, reportsOf } from '../../db/tables/lookup.ts'
import type { StatementRow } from '../../db/tables/rows.ts'
import { all } from '../../db/lists/sources.ts'
import { globalId } from '../../src/model/ids.ts'
import { statementArguments } from '../arguments.ts'
import { reads } from '../asked.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connections.ts'
import { castOf, hanging, passageOf, passagesOf, referenced, required, sentenceOf, wordsOf } from '../loaders.ts'
import { together } from '../together.ts'
import { StatementConnection } from './connection-types.ts'
import { Attribution, Modality, SpeechAct, StatementKind, Voice } from './enums.ts'
import { Article, Basis, Entity, Node, Passage, Relationship, Sentence, Statement, Tie } from './refs.ts'

/** Content and quotations, as the database holds them. */
const content = (statement: StatementRow) => passagesOf(statement, 'content', each => [each.content])

Statement.implement({
  description: 'Somebody said something: the attribution relation of PARC and PolNeAR (source, cue, content), with whom it was said to and aimed at.',
  interfaces: [Node, Tie],
  fields: t => ({
    id: t.id({ extensions: reads('key'), description: 'Made of the article, the marks and the act.', resolve: statement => globalId('Statement', statement.key) }),
    kind: t.expose('kind', { type: StatementKind, description: 'How much of it is quoted.' }),
    act: t.expose('act', { type: SpeechAct, description: 'What is done by saying it.' }),
    label: t.exposeString('label', { description: 'The cue, or "said" where the text gives none; of a passive the participle: "accused" of "was accused by".' }),
    text: t.string({
      extensions: reads('content'),
      description: 'The passages of the content, verbatim, joined by " … ".',
      resolve: (statement, _, { graph }) => wordsOf(graph, statement, 'content', each => each.content),
    }),
    content: t.field({ extensions: reads('content'), type: [Passage], description: 'What was said, in the order of the text. Never empty.', resolve: statement => [...content(statement)] }),
    quotations: t.field({
      extensions: reads('quotations'),
      type: [Passage],
      description: 'The parts of the content inside quotation marks, without the marks.',
      resolve: statement => [...passagesOf(statement, 'quotations', each => [each.quotations])],
    }),
    cue: t.field({ extensions: reads('cue'), type: Passage, nullable: true, description: 'The words that tell of the saying: "told". Null where the text gives none.', resolve: statement => passageOf(statement, 'cue', each => each.cue) }),
    source: t.field({ extensions: reads('source'), type: Passage, nullable: true, description: 'The words for the speaker: "The Russian president". Null where the text gives none.', resolve: statement => passageOf(statement, 'source', each => each.source) }),
    evidence: t.field({ extensions: reads('source', 'cue', 'content'), type: [Passage], description: 'Source, cue and content, in the order of the text. Never empty.', resolve: statement => [...evidence(statement)] }),
    speakers: t.field({ type: [Entity], description: 'Who said it. Empty: hearsay.', extensions: reads(), resolve: (statement, _, { graph }, info) => castOf(graph, statement, info, 'SPEAKER', each => each.id) }),
    addressees: t.field({ type: [Entity], description: 'Whom it was said to.', extensions: reads(), resolve: (statement, _, { graph }, info) => castOf(graph, statement, info, 'ADDRESSEE', each => each.id) }),
    targets: t.field({ type: [Entity], description: 'Whom or what the act is aimed at: accused, condemned, thanked, urged.', extensions: reads(), resolve: (statement, _, { graph }, info) => castOf(graph, statement, info, 'TARGET', each => each.id) }),
    about: t.field({ type: [Entity], description: 'Whom and what it is about.', extensions: reads(), resolve: (statement, _, { graph }, info) => castOf(graph, statement, info, 'ABOUT', each => each.id) }),
    via: t.field({
      extensions: reads('via_id'),
      type: Entity,
      nullable: true,
      description: 'The document or medium it was said through: a communique, a report. Null where it was said directly, or nothing is known.',
      resolve: (statement, _, { graph }, info) => referenced(graph, statement, info, 'entity', each => each.via_id),
    }),
    attribution: t.expose('attribution', { type: Attribution, description: 'How the speaker is known.' }),
    voice: t.expose('voice', { type: Voice, description: 'ARTICLE: the article says that it was said. CLAIMED: it is known only through `reportedIn`.' }),
    claimedBy: t.field({ type: [Entity], description: 'The speakers of `reportedIn`. Empty with CLAIMED: hearsay.', extensions: reads('reported_in_id'), resolve: (statement, _, { graph }, info) => castOf(graph, statement, info, 'SPEAKER', each => each.reported_in_id) }),
    modality: t.expose('modality', { type: Modality, description: 'Of the saying. PLANNED: "will also urge" has not been said yet.' }),
    madeOn: t.expose('made_on', { type: 'PartialDate', nullable: true, description: 'When it was said, as far as the text says; null where it does not.' }),
    dated: t.field({ extensions: reads('dated'), type: Passage, nullable: true, description: 'The words of its date: "Sunday". Null where there are none.', resolve: statement => passageOf(statement, 'dated', each => each.dated) }),
    reportedIn: t.field({
      extensions: reads('reported_in_id'),
      type: Statement,
      nullable: true,
      description: 'The statement that this one is known through; null where the article tells of it itself.',
      resolve: (statement, _, { graph }, info) => referenced(graph, statement, info, 'statement', each => each.reported_in_id),
    }),
    reports: t.field({
      extensions: reads(),
      type: [Statement],
      description: 'Statements inside this one, in the order of the text.',
      resolve: (statement, _, { graph }, info) => hanging(statement, info, all => reportsOf(graph, all.map(each => each.id))),
    }),
    relationships: t.field({
      extensions: reads(),
      type: [Relationship],
      description: 'What it claims or takes for granted, in the order of the text.',
      resolve: (statement, _, { graph }, info) => hanging(statement, info, all => claimsOf(graph, all.map(each => each.id))),
    }),
    article: t.field({ extensions: reads(), type: Article, description: 'Where it stands.', resolve: (statement, _, { graph }, info) => required(graph, statement, info, 'article', each => each.article_id) }),
    sentence: t.field({ extensions: reads('sentence'), type: Sentence, description: 'Its first sentence.', resolve: (statement, _, { graph }) => sentenceOf(graph, statement) }),
    basis: t.field({ extensions: reads('rule', 'reason', 'confidence'), type: Basis, description: 'Why it is here.', resolve: statement => statement }),
  }),
})

function evidence(statement: StatementRow) {
  const passages = passagesOf(statement, 'evidence', each => [each.source && `[${each.source}]`, each.cue && `[${each.cue}]`, each.content])
  return together(passages.toSorted((one, other) => one.start - other.start || one.end - other.end))
}

builder.queryField('statements', t => t.field({
  type: StatementConnection,
  description: 'Statements of all articles. Who accused whom: {filter: {act: ACCUSE}}; what was said to David Cameron: {filter: {addressee: {slug: "david-cameron"}}}.',
  args: statementArguments(t.arg),
  resolve: (_, args, { graph }, info) => rootConnection(graph, all('statement'), args, info),
}))

// Relationships: lasting ties and deeds, each with its evidence and with whose word it is.
import { all } from '../../db/lists/sources.ts'
import { globalId } from '../../src/model/ids.ts'
import { relationshipArguments } from '../arguments.ts'
import { reads } from '../asked.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connections.ts'
import { castOf, passageOf, passagesOf, referenced, required, sentenceOf } from '../loaders.ts'
import { RelationshipConnection } from './connection-types.ts'
import { Modality, RelationshipType, Voice } from './enums.ts'
import { Article, Basis, Entity, Node, Passage, Relationship, Sentence, Statement, Tie } from './refs.ts'

Relationship.implement({
  description: 'Somebody is something to somebody, or does something. Background ties are fields of entities, never relationships.',
  interfaces: [Node, Tie],
  fields: t => ({
    id: t.id({ extensions: reads('key'), description: 'Made of the article, the type, the parts and the evidence.', resolve: relationship => globalId('Relationship', relationship.key) }),
    type: t.expose('type', { type: RelationshipType, description: 'The kind of tie or deed.' }),
    label: t.exposeString('label', { description: 'The article\'s own verb or phrase; of what is done by somebody, the participle: "arrested" of "was arrested by".' }),
    subject: t.field({ extensions: reads('subject_id'), type: Entity, description: 'Who is or does it.', resolve: (row, _, { graph }, info) => required(graph, row, info, 'entity', each => each.subject_id) }),
    object: t.field({
      extensions: reads('object_id'),
      type: Entity,
      nullable: true,
      description: 'Whom it is done to, or what it is of. Null only for deeds whose object the text does not name ("offered its condolences"); never a hop then.',
      resolve: (row, _, { graph }, info) => referenced(graph, row, info, 'entity', each => each.object_id),
    }),
    voice: t.expose('voice', { type: Voice, description: 'Whose word it is.' }),
    claimedBy: t.field({ type: [Entity], description: 'The speakers of `statement`. Empty with CLAIMED: hearsay.', extensions: reads('statement_id'), resolve: (row, _, { graph }, info) => castOf(graph, row, info, 'SPEAKER', each => each.statement_id) }),
    statement: t.field({
      extensions: reads('statement_id'),
      type: Statement,
      nullable: true,
      description: 'The statement that claims it or takes it for granted; null exactly when voice is ARTICLE.',
      resolve: (row, _, { graph }, info) => referenced(graph, row, info, 'statement', each => each.statement_id),
    }),
    saying: t.field({
      extensions: reads('saying_id'),
      type: Statement,
      nullable: true,
      description: "The statement that it is: the accusation, the thanks. The act is the place's word, its content the speaker's. Null where it is no act of saying.",
      resolve: (row, _, { graph }, info) => referenced(graph, row, info, 'statement', each => each.saying_id),
    }),
    modality: t.expose('modality', { type: Modality, description: 'What is said about it: done, planned, requested, possible, or not so.' }),
    role: t.exposeString('role', { nullable: true, description: 'HOLDS_OFFICE, LEADS and REPRESENTS: the title, "Chancellor"; of any tie to a body that is over, "Former Member". Null otherwise.' }),
    startsOn: t.expose('starts_on', { type: 'PartialDate', nullable: true, description: 'A single day, month or year: endsOn is the same. Null: not said, or only in the words of `dated`.' }),
    endsOn: t.expose('ends_on', { type: 'PartialDate', nullable: true, description: 'When it ended; null where the text does not say.' }),
    dated: t.field({ extensions: reads('dated'), type: Passage, nullable: true, description: 'The words of its date: "Sunday". Null where there are none.', resolve: row => passageOf(row, 'dated', each => each.dated) }),
    place: t.field({ extensions: reads('place_id'), type: Entity, nullable: true, description: 'Where; null where the text does not say.', resolve: (row, _, { graph }, info) => referenced(graph, row, info, 'entity', each => each.place_id) }),
    evidence: t.field({ extensions: reads('evidence'), type: [Passage], description: 'Where it stands written. Never empty.', resolve: row => [...passagesOf(row, 'evidence', each => [each.evidence])] }),
    article: t.field({ extensions: reads(), type: Article, description: 'Where it stands.', resolve: (row, _, { graph }, info) => required(graph, row, info, 'article', each => each.article_id) }),
    sentence: t.field({ extensions: reads('sentence'), type: Sentence, description: 'The sentence its evidence begins in.', resolve: (row, _, { graph }) => sentenceOf(graph, row) }),
    basis: t.field({ extensions: reads('rule', 'reason', 'confidence'), type: Basis, description: 'Why it is here.', resolve: row => row }),
  }),
})

builder.queryField('relationships', t => t.field({
  type: RelationshipConnection,
  description: 'Relationships of all articles. Who met whom: {filter: {type: CONSULT, modality: ACTUAL}}; what is only claimed: {filter: {voice: CLAIMED}}.',
  args: relationshipArguments(t.arg),
  resolve: (_, args, { graph }, info) => rootConnection(graph, all('relationship'), args, info),
}))

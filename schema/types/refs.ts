// The types of the graph by name and row, so that files which implement them can speak of each other without importing each other.
import type {
  ArticleRow, EntityRow, MentionRow, RelationshipRow, RemarkRow, SentenceRow, StatementRow,
} from '../../db/tables/rows.ts'
import { builder } from '../builder.ts'

/** A stretch of an article as resolvers pass it on; its text is read when it is asked for. */
export interface PassageValue {
  readonly article: number
  readonly start: number
  readonly end: number
}

export interface BasisValue {
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

export const Node = builder.nodeInterfaceRef()
export const Entity = builder.interfaceRef<EntityRow>('Entity')
export const Tie = builder.interfaceRef<RelationshipRow | StatementRow>('Tie')

export const Person = builder.objectRef<EntityRow>('Person')
export const Country = builder.objectRef<EntityRow>('Country')
export const Organisation = builder.objectRef<EntityRow>('Organisation')
export const Place = builder.objectRef<EntityRow>('Place')
export const Event = builder.objectRef<EntityRow>('Event')
export const Group = builder.objectRef<EntityRow>('Group')
export const Topic = builder.objectRef<EntityRow>('Topic')

export const Article = builder.objectRef<ArticleRow>('Article')
export const Sentence = builder.objectRef<SentenceRow>('Sentence')
export const Remark = builder.objectRef<RemarkRow>('Remark')
export const Mention = builder.objectRef<MentionRow>('Mention')
export const Statement = builder.objectRef<StatementRow>('Statement')
export const Relationship = builder.objectRef<RelationshipRow>('Relationship')
export const Passage = builder.objectRef<PassageValue>('Passage')
export const Basis = builder.objectRef<BasisValue>('Basis')

// The shapes that operations select again and again. An operation that draws one of these selects all its fields.
import type { EntityKind, MentionForm, Modality, RelationshipType, SpeechAct, StatementKind, Voice } from '../model/vocabulary.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Words extends Span {
  readonly text: string
}

export interface Who {
  readonly slug: string
  readonly name: string
  readonly kind: EntityKind
}

export interface Why {
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

export interface Source {
  readonly slug: string
  readonly title: string
  readonly publisher: string | null
  readonly publishedOn: string | null
}

/** A statement as a line of a list. */
export interface StatementLine {
  readonly id: string
  readonly kind: StatementKind
  readonly act: SpeechAct
  readonly label: string
  readonly text: string
  readonly voice: Voice
  readonly modality: Modality
  readonly madeOn: string | null
  readonly speakers: readonly Who[]
  readonly addressees: readonly Who[]
  readonly targets: readonly Who[]
  readonly claimedBy: readonly Who[]
}

export interface RelationshipLine {
  readonly id: string
  readonly type: RelationshipType
  readonly label: string
  readonly voice: Voice
  readonly modality: Modality
  readonly subject: Who
  readonly object: Who | null
}

export interface MarkedSentence {
  readonly position: number
  readonly headline: boolean
  readonly passage: Words & { readonly before: string }
  readonly mentions: readonly {
    readonly form: MentionForm
    readonly entity: Who
    readonly passage: Span
  }[]
}

export interface PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly startCursor: string | null
  readonly endCursor: string | null
}

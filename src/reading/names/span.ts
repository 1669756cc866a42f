// A stretch of words that names somebody or something, before it is known who.
import type { EntityKind } from '../../model/vocabulary.ts'
import type { Stretch } from '../draft.ts'
import type { GazetteerEntry, TitleMatch } from '../gazetteer.ts'
import type { Gender } from '../knowledge.ts'

export interface NameSpan extends Stretch {
  readonly head: number
  /** Undefined where nothing tells. */
  readonly kind: EntityKind | undefined
  /** What the knowledge has of it. */
  readonly known?: GazetteerEntry
  readonly form: 'NAME' | 'ADJECTIVE'
  readonly rule: string
  readonly reason: string
  readonly confidence: number
  /** The name that it is short for. */
  readonly called?: string
  /** Of which country a body is. */
  readonly country?: GazetteerEntry
  /** "Mr", "Dame": stands before the name. */
  readonly honorific?: string
  readonly gender?: Gender
  readonly title?: TitleBefore
}

/** "Italian Prime Minister" before a name. */
export interface TitleBefore extends Stretch {
  readonly match: TitleMatch
}

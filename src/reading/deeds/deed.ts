// A deed as stretches of words; who the words mean is asked later.
import type { Modality } from '../../model/vocabulary.ts'
import type { NounPhrase, Stretch } from '../draft.ts'
import type { DeedType } from '../lexicon/deed-verbs.ts'
import type { TieType } from '../lexicon/tie-verbs.ts'

/** What a verb or noun may tell of. */
export type ToldType = DeedType | TieType

export interface Deed {
  readonly type: ToldType
  readonly actors: readonly NounPhrase[]
  /** Empty where the text does not say. */
  readonly targets: readonly NounPhrase[]
  /** The article's own words for it. */
  readonly label: Stretch
  readonly modality: Modality
  /** Token of its verb or noun. */
  readonly head: number
  readonly rule: string
  /** More than two do it together: they take part in one event. */
  readonly joint?: boolean
  /** Only the verb at `cue` tells of it, or takes it for granted. */
  readonly within?: { readonly voice: 'CLAIMED' | 'PRESUPPOSED'; readonly cue: number }
}

/** What two who act together do to one another: "Hungary and Romania agreed", "talks between Iran and Iraq". */
export const mutual: ReadonlySet<ToldType> = new Set(['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'REJECT', 'ASSAULT'])

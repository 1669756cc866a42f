// "Reed is the president of Kelt": what somebody is said to be, and in which mood.
import type { Modality } from '../../model/vocabulary.ts'
import type { Clause } from '../clauses/clause.ts'
import { modalityOf } from '../deeds/modality.ts'
import type { DraftMention, NounPhrase } from '../draft.ts'
import type { Scene } from './scene.ts'

export interface Predicate {
  /** Who is; absent where the clause does not say that anybody is: "claims to be". */
  readonly subject?: DraftMention
  readonly verb: number
  readonly modality: Modality
  /** "was": no longer. */
  readonly isPast: boolean
}

/** What a phrase is said of, where it stands behind "is". */
export function predicateIn(scene: Scene): (phrase: NounPhrase) => Predicate | undefined {
  const { tokens } = scene.draft
  const byPhrase = new Map<number, Clause>()
  for (const clause of scene.structure.clauses) {
    if (!being.has(tokens[clause.verb.head]?.lower ?? '')) continue
    for (const { preposition, phrases } of clause.arguments) if (preposition === undefined) for (const phrase of phrases) byPhrase.set(phrase.from, clause)
  }
  return phrase => {
    const clause = byPhrase.get(phrase.from)
    return clause && toldBy(scene, clause)
  }
}

function toldBy({ draft, cast, structure }: Scene, clause: Clause): Predicate {
  const { verb, subjects, governor, reportedBy } = clause
  const first = draft.tokens[verb.from]?.lower ?? ''
  const [subject] = subjects
  const found = subject && subjects.length === 1 && governor === undefined && verb.form === 'finite' ? cast.mentionAt(subject.head) : undefined
  return {
    ...(found && { subject: found }),
    verb: verb.head,
    modality: modalityOf(draft, structure.clauses, clause),
    isPast: reportedBy === undefined && /^(?:was|were|had)$/u.test(first),
  }
}

const being: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s", '’s', 'be', 'been', 'being'])

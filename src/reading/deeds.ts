// Who did what to whom, as stretches of words; who the words mean is asked later.
import { structureOf } from './clauses.ts'
import type { Deed } from './deeds/deed.ts'
import { isDeedNoun, nominalDeeds } from './deeds/nominal.ts'
import { verbalDeeds } from './deeds/verbal.ts'
import type { Draft } from './draft.ts'

/** The deeds that the text tells of, in its order. */
export function deedsOf(draft: Draft): readonly Deed[] {
  const { clauses, nominals } = structureOf(draft, phrase => isDeedNoun(draft, phrase))
  const verbal = verbalDeeds(draft, clauses)
  // "conducted strikes against": the verb has told it already.
  const told = new Set(verbal.flatMap(({ label: { from, to } }) => Array.from({ length: Math.min(to - from, 20) }, (_, index) => from + index)))
  const nominal = nominalDeeds(draft, clauses, nominals).filter(({ head }) => !told.has(head))
  return [...verbal, ...nominal].sort((one, other) => one.head - other.head)
}

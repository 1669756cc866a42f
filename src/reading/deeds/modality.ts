// Whether what a clause tells is told as done.
import type { Modality } from '../../model/vocabulary.ts'
import type { Clause } from '../clauses.ts'
import type { Draft } from '../draft.ts'
import { planning } from '../lexicon/governing-verbs.ts'
import { lemmasOf } from './patterns.ts'

export function modalityOf(draft: Draft, clauses: readonly Clause[], clause: Clause): Modality {
  let found: Modality = 'ACTUAL'
  const seen = new Set<Clause>()
  for (let at: Clause | undefined = clause; at && !seen.has(at); at = at.governor === undefined ? undefined : clauses[at.governor]) {
    seen.add(at)
    if (at.verb.negated) return 'NEGATED'
    const { modal } = at.verb
    const head = draft.tokens[at.verb.head]
    const lemmas = head ? lemmasOf(head) : []
    const outer = at === clause ? undefined : planning.find(({ verbs }) => lemmas.some(lemma => verbs.has(lemma)))?.modality
    const own: Modality | undefined = outer ?? (modal === undefined ? undefined : (modals.get(modal) ?? 'POSSIBLE'))
    if (own === 'NEGATED') return own
    if (own !== undefined && found === 'ACTUAL') found = own
  }
  return found
}

const modals: ReadonlyMap<string, Modality> = new Map([
  ...['will', 'would', 'shall', '’ll', "'ll", '’d', "'d"].map(modal => [modal, 'PLANNED'] as const),
  ...['should', 'must'].map(modal => [modal, 'REQUESTED'] as const),
])

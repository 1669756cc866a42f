// What a relationship that lasts is made of before it enters the Reading, and how several passages for one become one.
import type { ReadRelationship, ReadStatement } from '../../model/reading.ts'
import type { RelationshipType } from '../../model/vocabulary.ts'
import type { Said } from '../deeds/said.ts'
import { markOf } from '../deeds/mark.ts'
import type { Draft, Stretch } from '../draft.ts'

export interface Tie {
  readonly type: RelationshipType
  readonly subject: string
  readonly object?: string
  readonly label: Stretch
  readonly role?: string
  readonly evidence: Stretch
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

/** Passages kept for one tie; that the president is president, an article says a hundred times. */
const mostPassages = 3

/** One relationship for each tie and voice, with the first passages that say so. */
export function relationshipsOf(draft: Draft, said: Said, ties: readonly Tie[]): readonly ReadRelationship[] {
  const found = new Map<string, ReadRelationship>()
  for (const { label, evidence, ...tie } of ties) {
    // What somebody's words call somebody they take for granted.
    const statement: ReadStatement | undefined = said.around(evidence.from)
    const key = JSON.stringify([tie.type, tie.subject, tie.object, tie.role, statement?.ref])
    const known = found.get(key)
    const mark = markOf(draft, evidence)
    if (!known) {
      found.set(key, {
        ...tie,
        label: markOf(draft, label).text.replace(/\s/gu, ' '),
        voice: statement ? 'PRESUPPOSED' : 'ARTICLE',
        ...(statement && { statement: statement.ref }),
        modality: 'ACTUAL',
        evidence: [mark],
      })
    } else if (known.evidence.length < mostPassages) found.set(key, { ...known, evidence: [...known.evidence, mark] })
  }
  return [...found.values()]
}

// What a relationship that lasts is made of before it enters the Reading, and how several passages for one become one.
import type { ReadRelationship, ReadStatement } from '../../model/reading.ts'
import type { Modality, RelationshipType } from '../../model/vocabulary.ts'
import { datesOfDeeds, type When } from '../deeds/dated.ts'
import { asTold } from '../deeds/denied.ts'
import { footingIn } from '../deeds/footing.ts'
import { heldBy, type Said } from '../deeds/said.ts'
import { markOf } from '../deeds/mark.ts'
import type { Draft, Stretch } from '../draft.ts'
import { syntaxOf } from '../syntax.ts'

export interface Tie extends When {
  readonly type: RelationshipType
  readonly subject: string
  readonly object?: string
  readonly label: Stretch
  readonly role?: string
  readonly evidence: Stretch
  /** ACTUAL unless said. */
  readonly modality?: Modality
  /** The words that tell of it, where somebody's may begin between those of the evidence. */
  readonly at?: number
  /** What somebody's words tell, and do not take for granted. */
  readonly told?: boolean
  /** What the verb at `at` makes of it on the day that it tells. */
  readonly turn?: 'begins' | 'ends'
  /** A name or description of the article's own, though it stands in its report of what somebody says; not inside quotation marks. */
  readonly own?: boolean
  /** The statement that takes it for granted, where its words tell which. */
  readonly within?: string
  /** The statement that it is. */
  readonly saying?: string
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

/** Passages kept for one tie; that the president is president, an article says a hundred times. */
const mostPassages = 3

/** One relationship for each tie and voice, with the first passages that say so. */
export function relationshipsOf(draft: Draft, said: Said, ties: readonly Tie[]): readonly ReadRelationship[] {
  const found = new Map<string, ReadRelationship>()
  const byRef = new Map(draft.statements.map(statement => [statement.ref, statement]))
  const stands = footingIn(draft)
  const whenOf = datesOfDeeds(draft)
  for (const { label, evidence, at, told, own, within, turn, ...given } of ties) {
    // What somebody's words call somebody they take for granted.
    const around = within === undefined ? said.around(at ?? evidence.from) : byRef.get(within)
    const statement: ReadStatement | undefined = own && syntaxOf(draft).quotationAt(at ?? evidence.from) < 0 ? undefined : around
    // Quoted, and nobody knows whose words they are.
    if (!statement && at !== undefined && isQuoted(draft, at)) continue
    // What a verb tells is as little a fact as a deed where it is only spoken of.
    const verb = told && at !== undefined ? { head: at, rule: given.rule, modality: given.modality ?? 'ACTUAL' } : undefined
    const asSaid = verb && asTold(draft, verb, statement ? { statement } : {})
    if (verb && (!asSaid || !stands(verb.head, heldBy(draft, said, verb)))) continue
    const tie = { ...given, ...(asSaid && { modality: asSaid.modality }), ...(turn && at !== undefined && turnOf(turn, whenOf({ head: at, label: { from: at, to: at + 1 }, modality: asSaid?.modality ?? 'ACTUAL' }, [label, { from: evidence.from, to: evidence.from + 1 }], statement ? { statement } : {}))) }
    // Who is to be president and then is, is told of twice.
    const key = JSON.stringify([tie.type, tie.subject, tie.object, tie.role, tie.role && tie.modality, statement?.ref])
    const known = found.get(key)
    const mark = markOf(draft, evidence)
    if (!known) {
      found.set(key, {
        ...tie,
        label: markOf(draft, label).text.replace(/\s/gu, ' '),
        voice: statement ? (told ? 'CLAIMED' : 'PRESUPPOSED') : 'ARTICLE',
        ...(statement && { statement: statement.ref }),
        modality: tie.modality ?? 'ACTUAL',
        evidence: [mark],
      })
    } else if (known.evidence.length < mostPassages && known.evidence.every(({ start, end }) => start !== mark.start || end !== mark.end)) found.set(key, { ...known, evidence: [...known.evidence, mark] })
  }
  return [...found.values()]
}

/** "elected in 2014" tells when it began, "resigned on Monday" when it ended. */
function turnOf(turn: 'begins' | 'ends', { startsOn, endsOn, dated }: When): When {
  if (startsOn === undefined || endsOn === undefined || !dated) return {}
  return turn === 'begins' ? { startsOn, dated } : { endsOn, dated }
}

/** Inside three quoted words or more. */
function isQuoted(draft: Draft, at: number): boolean {
  const { from, to } = syntaxOf(draft).quotation(at) ?? { from: 0, to: 0 }
  return to - from >= 3
}

/** From the first of these to the end of the last; only the first where they stand far apart. */
export function across(...stretches: readonly [Stretch, ...Stretch[]]): Stretch {
  const from = Math.min(...stretches.map(stretch => stretch.from))
  const to = Math.max(...stretches.map(stretch => stretch.to))
  return to - from <= longestEvidence ? { from, to } : { from: stretches[0].from, to: stretches[0].to }
}

/** Words of one mark of evidence, at most. */
const longestEvidence = 80

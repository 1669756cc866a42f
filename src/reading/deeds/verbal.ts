// Deeds told by a verb: "Hezbollah shelled the town", "was expelled by", "refused to deploy peacekeepers in Iraq".
import type { Clause } from '../clauses.ts'
import type { Draft, NounPhrase } from '../draft.ts'
import type { DeedType } from '../lexicon/deed-verbs.ts'
import { governing } from '../lexicon/governing-verbs.ts'
import { actorsAmong, targetsAmong } from './actors.ts'
import { mutual, type Deed } from './deed.ts'
import { modalityOf } from './modality.ts'
import { lemmasOf, matchDeed } from './patterns.ts'

export function verbalDeeds(draft: Draft, clauses: readonly Clause[]): readonly Deed[] {
  const children = childrenOf(clauses)
  const deeds: Deed[] = []
  const inner = new Set<number>()
  for (const [index, clause] of clauses.entries()) {
    const governed = governedDeed(draft, clauses, children.get(index) ?? [], index)
    if (governed) {
      deeds.push(governed)
      for (const child of children.get(index) ?? []) inner.add(child)
      continue
    }
    if (inner.has(index)) continue
    const deed = plainDeed(draft, clauses, clause)
    if (deed) deeds.push(deed)
  }
  return deeds
}

/** The clauses that each clause governs or reports, by index. */
function childrenOf(clauses: readonly Clause[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>()
  for (const [index, { governor, reportedBy }] of clauses.entries()) {
    const parent = governor ?? reportedBy
    if (parent === undefined) continue
    const known = children.get(parent)
    if (known) known.push(index)
    else children.set(parent, [index])
  }
  return children
}

function plainDeed(draft: Draft, clauses: readonly Clause[], clause: Clause): Deed | undefined {
  const matched = matchDeed(draft, clause)
  if (!matched) return undefined
  const actors = actorsAmong(draft, matched.actors)
  if (actors.length === 0) return undefined
  const targets = targetsAmong(draft, clause, matched.targets)
  if (targets.length === 0 && (matched.targets.length > 0 || (!alone.has(matched.type) && !(mutual.has(matched.type) && actors.length === 2)))) return undefined
  const told = { type: matched.type, label: { from: clause.verb.from, to: matched.labelTo }, modality: modalityOf(draft, clauses, clause), head: clause.verb.head, rule: 'DEED-VERB' }
  return withSides(told, actors, targets)
}

/** "Hungary and Romania agreed": who acts together does it to one another. */
function withSides(told: Omit<Deed, 'actors' | 'targets'>, actors: readonly NounPhrase[], targets: readonly NounPhrase[]): Deed | undefined {
  if (targets.length > 0) return { ...told, actors, targets }
  if (mutual.has(told.type) && actors.length === 2) return { ...told, actors: actors.slice(0, 1), targets: actors.slice(1) }
  return { ...told, actors, targets: [] }
}

/** What may be done to nobody. */
const alone: ReadonlySet<DeedType> = new Set(['RETREAT', 'MOBILIZE'])

/** "refused to deploy", "agreed to share", "demanded that Hamas renounce", "said that they must". */
function governedDeed(draft: Draft, clauses: readonly Clause[], children: readonly number[], index: number): Deed | undefined {
  const clause = clauses[index]
  const head = clause && draft.tokens[clause.verb.head]
  if (!clause || !head || children.length === 0) return undefined
  const lemmas = lemmasOf(head)
  const type = governing.find(({ verbs }) => lemmas.some(lemma => verbs.has(lemma)))?.type
  const child = clauses[children[0] ?? -1]
  if (!child) return undefined
  const said = child.reportedBy === index
  const wants = said && child.verb.modal === 'must' && !child.verb.negated
  if (type === undefined && !wants) return undefined
  if (said && !wants && type !== 'REQUEST') return undefined
  const actors = actorsAmong(draft, clause.passive ? [] : clause.subjects)
  if (actors.length === 0) return undefined
  const own = said ? child.subjects : type === 'REQUEST' ? (matchDeed(draft, clause)?.targets ?? []) : []
  const targets = own.length > 0 ? targetsAmong(draft, child, own) : targetsOf(draft, child)
  if (targets.length === 0 && actors.length !== 2) return undefined
  const told = { type: type === undefined ? 'REQUEST' as const : !said && child.verb.negated ? 'REJECT' as const : type, label: { from: clause.verb.from, to: said ? clause.verb.to : child.verb.to }, modality: modalityOf(draft, clauses, clause), head: clause.verb.head, rule: 'DEED-GOVERNED' }
  return withSides(told, actors, targets)
}

/** Whom the verb that is agreed to, refused or threatened would be done to. */
function targetsOf(draft: Draft, clause: Clause): readonly NounPhrase[] {
  const matched = matchDeed(draft, clause)
  if (matched && matched.targets.length > 0) {
    const targets = targetsAmong(draft, clause, matched.targets)
    if (targets.length > 0) return targets
  }
  for (const { phrases } of clause.arguments) {
    const targets = actorsAmong(draft, phrases)
    if (targets.length > 0) return targets
  }
  return []
}


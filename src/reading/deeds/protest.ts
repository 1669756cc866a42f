// Against whom a protest is: who is named behind "against", what its purpose says, and only then where it is.
import type { Clause } from '../clauses/clause.ts'
import type { Draft, NounPhrase } from '../draft.ts'
import { actorsAmong, targetsAmong, throughVerb } from './actors.ts'
import { lemmasOf, matchDeed } from './patterns.ts'

/** "marched against Hale", "in defiance of the army", "went on strike to press the government", "rallied, calling for the removal of Hale". */
export function protestedAgainst(draft: Draft, clauses: readonly Clause[], index: number, children: readonly number[]): { readonly targets: readonly NounPhrase[]; readonly rule?: 'DEED_FOR_PURPOSE' } {
  const clause = clauses[index]
  if (!clause) return { targets: [] }
  const named = namedIn(draft, clause)
  if (named.length > 0) return { targets: named }
  // "in protest at cuts ordered by the ministry"
  const things = clause.arguments.filter(({ preposition }, at) => isAgainst(draft, clause, at) || preposition === 'over').flatMap(({ phrases }) => phrases)
  const ordered = throughVerb(draft, 'PROTEST', things, clauses, index)
  if (ordered.length > 0) return { targets: ordered }
  for (const at of children) {
    const child = clauses[at]
    if (!child || child.verb.form === 'finite') continue
    const targets = purposeOf(draft, child)
    if (targets.length > 0) return { targets, rule: 'DEED_FOR_PURPOSE' }
  }
  return { targets: [] }
}

function namedIn(draft: Draft, clause: Clause): readonly NounPhrase[] {
  for (const [index, { phrases }] of clause.arguments.entries()) {
    if (!isAgainst(draft, clause, index)) continue
    const own = actorsAmong(draft, phrases)
    if (own.length > 0) return own
    // "against the violations by the army"
    const next = clause.arguments[index + 1]
    if (next && /^(?:by|of|from)$/u.test(next.preposition ?? '') && next.at === phrases.at(-1)?.to) {
      const doers = actorsAmong(draft, next.phrases)
      if (doers.length > 0) return doers
    }
  }
  return []
}

/** "against", "in protest at", "in defiance of". */
function isAgainst({ tokens }: Draft, { arguments: all }: Clause, index: number): boolean {
  const { preposition } = all[index] ?? {}
  if (preposition === 'against') return true
  const before = all[index - 1]
  const lemma = tokens[before?.phrases.at(-1)?.head ?? -1]?.lemma ?? ''
  if (before?.preposition !== 'in') return false
  return (lemma === 'protest' && /^(?:at|over|about)$/u.test(preposition ?? '')) || (lemma === 'defiance' && preposition === 'of')
}

const aims: ReadonlySet<string> = new Set(['demand', 'call', 'ask', 'urge', 'press', 'pressure', 'force', 'protest', 'oppose', 'denounce', 'condemn', 'seek', 'oust', 'topple', 'show', 'express', 'voice', 'chant', 'shout', 'reject', 'overthrow'])

/** Whom the aim of a protest is aimed at: "to demand reforms by the government". */
function purposeOf(draft: Draft, child: Clause): readonly NounPhrase[] {
  const head = draft.tokens[child.verb.head]
  if (!head || !lemmasOf(head).some(lemma => aims.has(lemma))) return []
  const matched = matchDeed(draft, child)
  if (matched && matched.targets.length > 0) {
    const targets = targetsAmong(draft, { type: 'PROTEST', phrases: matched.targets }, child)
    if (targets.length > 0) return targets
  }
  for (const { preposition, phrases } of child.arguments) {
    if (preposition !== undefined && !/^(?:by|of|from|for|against|to|with|at)$/u.test(preposition)) continue
    const targets = actorsAmong(draft, phrases)
    if (targets.length > 0) return targets
  }
  return []
}

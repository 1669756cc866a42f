// Words that somebody relays: "was quoted by The Star as saying".
import type { Stretch, VerbGroup } from '../draft.ts'
import { saysSomething } from '../subject.ts'
import type { Syntax } from '../syntax.ts'

/** "was quoted by The Star as saying", "was heard telling": the saying, and who relays it where that is said. */
export function relayedBy(syntax: Syntax, { head, to }: VerbGroup): (Stretch & { readonly source?: Stretch & { readonly head: number } }) | undefined {
  if (!relaying.has(syntax.word(head))) return undefined
  const noun = /^(?:by|in|on|at)$/u.test(syntax.word(to)) ? syntax.nounAt(to + 1) : undefined
  const from = noun?.from === to + 1 ? noun.to : to
  const saying = syntax.verbAt(syntax.word(from) === 'as' ? from + 1 : from)
  const isHeard = saying?.form === 'infinitive' && syntax.word(head).endsWith('heard')
  if (!saying || !(isHeard || saying.form === 'participle') || !saysSomething(syntax, saying) || isWithout(syntax, saying.to)) return undefined
  return { from, to: saying.to, ...(noun && syntax.word(to) === 'by' && { source: noun }) }
}

/** “…,” he was quoted as saying | on Monday: the words stand before. */
function isWithout(syntax: Syntax, at: number): boolean {
  return /^(?:[,.;:)]|by|in|on|at|last|this)$/u.test(syntax.word(at)) && syntax.quotationAt(at + 1) < 0
}

const relaying = new Set(['quoted', 'cited', 'reported', 'heard', 'overheard', 'filmed', 'recorded', 'caught', 'seen'])

// Of two clauses the nearer, whose subject a verb behind "and" goes on with.
import type { Stretch, VerbGroup } from './draft.ts'
import { frames } from './lexicon/cues.ts'
import type { Syntax } from './syntax.ts'

/** "after the shipbuilder cut its forecast and | said": nothing but "and" before the verb, and no comma from the clause on. */
export function isJoinedClosely(syntax: Syntax, under: Stretch, { from }: VerbGroup): boolean {
  if (syntax.word(from - 1) !== 'and' || !/^(?:after|when|as|because)$/u.test(syntax.word(under.from - 1))) return false
  for (let at = under.to; at < from - 1; at++) if (syntax.word(at) === ',' || syntax.quotationAt(at) >= 0) return false
  return true
}

/** "and said, “…”" */
export function isQuotedBehind(syntax: Syntax, { head, to }: VerbGroup): boolean {
  return /^(?:said|shouted|asked|whispered)$/u.test(syntax.word(head)) && /^[,:]$/u.test(syntax.word(to)) && syntax.quotationAt(to + 2) >= 0
}

/** One verb of the subject's, no saying and with no helper, and no comma behind it. */
export function isSimpleAndNear(syntax: Syntax, under: Stretch, { from }: VerbGroup): boolean {
  for (let at = under.to; at < from; at++) {
    const verb = syntax.verbAt(at)
    if (verb) {
      if (verb.form !== 'finite' || verb.from !== verb.head || frames.get(syntax.token(verb.head)?.lemma ?? '')?.has('say') || syntax.token(verb.head)?.lemma === 'be') return false
      for (let next = verb.to; next < from; next++) if (syntax.word(next) === ',' || syntax.verbAt(next)) return false
      return true
    }
  }
  return false
}

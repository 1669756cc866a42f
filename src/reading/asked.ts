// "Asked whether Kelt would leave, she said no": what somebody was asked is nobody's word, and tells nothing.
import type { Syntax } from './syntax.ts'

/** Words between the beginning of a sentence and the question in it. */
const reach = 8

/** Whether a word stands in the question that a sentence begins with. */
export function isAsked(syntax: Syntax, at: number): boolean {
  const { from, to } = syntax.sentenceAt(at)
  const first = syntax.word(from) === 'when' ? from + 1 : from
  if (!/^(?:asked|pressed|questioned|quizzed)$/u.test(syntax.word(first)) || syntax.quotationAt(at) >= 0) return false
  let opens = first + 1
  while (opens < first + reach && !/^(?:whether|if|why|how|what)$/u.test(syntax.word(opens))) opens++
  if (opens === first + reach || at <= opens) return false
  // Up to the comma behind which the sentence has its own subject and verb.
  for (let comma = opens; comma < to; comma++) {
    const noun = syntax.word(comma) === ',' ? syntax.nounAt(comma + 1) : undefined
    if (noun?.from === comma + 1 && (syntax.verbAt(noun.to)?.form === 'finite' || (syntax.word(noun.to) === ',' && syntax.nounAt(noun.to + 1)?.from === noun.to + 1))) return at < comma
  }
  return false
}

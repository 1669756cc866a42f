// Content without the marks at its edges that are no part of it.
import type { Stretch } from '../draft.ts'
import { isDash, isQuotationMark, type Syntax } from '../syntax.ts'

/** Without the sentence's own full stop, and without commas and quotation marks at the edges. */
export function trimmed(syntax: Syntax, { from, to }: Stretch): Stretch {
  let first = from
  let last = to
  while (last > first && (isEdge(syntax, last - 1) || (syntax.word(last - 1) === ')' && !hasBracket(syntax, first, last)))) last--
  while (first < last && isEdge(syntax, first) && !/^[.?!…]/u.test(syntax.word(first))) first++
  return { from: first, to: last }
}

/** Whether the bracket that a closing one closes lies in the stretch too. */
function hasBracket(syntax: Syntax, from: number, to: number): boolean {
  for (let at = to - 2; at >= from; at--) if (syntax.word(at) === '(') return true
  return false
}

/** Marks that stand at an edge of content and are no part of it: quotation marks; commas and full stops outside a quotation. */
function isEdge(syntax: Syntax, at: number): boolean {
  const word = syntax.word(at)
  if (isQuotationMark(word)) return true
  return syntax.quotationAt(at) < 0 && (/^[.?!,;:…]+$/u.test(word) || isDash(word))
}

export function hasVerb(syntax: Syntax, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) if (syntax.verbAt(at)?.form === 'finite') return true
  return false
}

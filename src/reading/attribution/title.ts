// Quotation marks around a name, and no words that somebody says: on “The Late Hour”, his book “How We Won Again”.
import type { Quotation } from '../draft.ts'
import type { Syntax } from '../syntax.ts'

/** Longer words that a title too writes small: “An Evening with Friends”. */
const small = new Set(['with', 'from', 'into', 'over', 'under', 'upon'])

/** “The Art of the Deal”: every long word has a capital. */
export function isTitle(syntax: Syntax, { from, to }: Quotation): boolean {
  for (let at = from; at < to; at++) if (/^\p{Ll}{4,}/u.test(syntax.token(at)?.text ?? '') && !small.has(syntax.word(at))) return false
  return true
}

/** No title inside a sentence is longer, in words and marks. */
const longestTitle = 10

/** A title inside a sentence, where neither a colon nor a verb leads to it: "on “The Hour,” Ms Reed said", "a podcast, “The Hour.”" */
export function isNameInside(syntax: Syntax, quotation: Quotation): boolean {
  const before = quotation.from - 2
  if (quotation.to - quotation.from > longestTitle || quotation.from - 1 <= syntax.sentenceAt(quotation.from).from) return false
  if (syntax.word(before) === ':' || syntax.verbAt(before) || syntax.verbAt(before - 1)) return false
  return isTitle(syntax, quotation) && hasLongName(syntax, quotation)
}

/** “Fox and Friends”, and not “Go!” or “7 to 11”. */
function hasLongName(syntax: Syntax, { from, to }: Quotation): boolean {
  let names = 0
  for (let at = from; at < to; at++) if (/^\p{Lu}\p{L}{2,}/u.test(syntax.token(at)?.text ?? '')) names++
  return names > 1
}

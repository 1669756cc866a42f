// The outermost quotations that reach into a stretch, without a walk over its words: content may be long, and lie in other content.
import type { Stretch } from '../draft.ts'
import { firstFrom } from '../first-from.ts'
import type { Syntax } from '../syntax.ts'

/** Indexes, in the order of the text. */
export function quotationsIn({ quotations, quotationAt }: Syntax, { from, to }: Stretch): readonly number[] {
  const found: number[] = []
  const opened = quotationAt(from)
  if (opened >= 0 && to > from) found.push(opened)
  for (let index = firstFrom(quotations, from, quotation => quotation.from); index < quotations.length; index++) {
    const quotation = quotations[index]
    if (!quotation || quotation.from >= to) break
    if (quotation.depth === 0 && index !== opened) found.push(index)
  }
  return found
}

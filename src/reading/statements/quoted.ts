// The outermost quotations that reach into a stretch, without a walk over its words: content may be long, and lie in other content.
import type { Quotation, Stretch } from '../draft.ts'
import type { Syntax } from '../syntax.ts'

/** Indexes, in the order of the text. */
export function quotationsIn({ quotations, quotationAt }: Syntax, { from, to }: Stretch): readonly number[] {
  const found: number[] = []
  const opened = quotationAt(from)
  if (opened >= 0 && to > from) found.push(opened)
  for (let index = firstBehind(quotations, from); index < quotations.length; index++) {
    const quotation = quotations[index]
    if (!quotation || quotation.from >= to) break
    if (quotation.depth === 0 && index !== opened) found.push(index)
  }
  return found
}

function firstBehind(quotations: readonly Quotation[], from: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.from ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}

// A stretch of tokens as a mark in the text.
import type { Mark } from '../../model/passage.ts'
import type { Draft, Stretch } from '../draft.ts'
import { firstFrom } from '../first-from.ts'

export function markOf({ text, tokens }: Pick<Draft, 'text' | 'tokens'>, { from, to }: Stretch): Mark {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return { start, end, text: text.slice(start, end) }
}

/** The index of the first of these sorted stretches that begins at this token or later. */
export function firstAtOrAfter(stretches: readonly Stretch[], token: number): number {
  return firstFrom(stretches, token, stretch => stretch.from)
}

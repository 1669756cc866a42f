// A stretch of tokens as a mark in the text.
import type { Mark, Span } from '../../model/passage.ts'
import type { Draft, DraftMention, Stretch } from '../draft.ts'
import { firstFrom } from '../first-from.ts'

export function markOf({ text, tokens }: Pick<Draft, 'text' | 'tokens'>, { from, to }: Stretch): Mark {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return { start, end, text: text.slice(start, end) }
}

/** One number for a place in the text; none of them is longer than 2 to the 24th. */
export function placeOf({ start, end }: Span): number {
  return start * 2 ** 24 + end
}

/** The mentions with those added, each in the place of the one that has the same words; in the order of the text. */
export function withAdded(mentions: readonly DraftMention[], added: readonly DraftMention[]): readonly DraftMention[] {
  const places = new Set(added.map(({ mention }) => placeOf(mention)))
  const kept = places.size === 0 ? mentions : mentions.filter(({ mention }) => !places.has(placeOf(mention)))
  return [...kept, ...added].sort((one, other) => one.from - other.from || other.to - one.to)
}

/** The index of the first of these sorted stretches that begins at this token or later. */
export function firstAtOrAfter(stretches: readonly Stretch[], token: number): number {
  return firstFrom(stretches, token, stretch => stretch.from)
}

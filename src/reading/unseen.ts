// Characters that nobody sees and that part no word: the soft hyphens and zero-width spaces of pages. A text is read as if they were not there.
import { sha256 } from '../model/keys.ts'
import type { Reading } from '../model/reading.ts'

const unseen = /[\u00AD\u200B\u2060\uFEFF]+/gu

export interface SeenText {
  readonly text: string
  /** A Reading of `text` as one of the whole text: what is marked is the same, and offsets count what nobody sees. */
  whole(reading: Reading): Reading
}

/** What is seen of a text; undefined where that is all of it. */
export function seenOf(whole: string): SeenText | undefined {
  const stretches = [...whole.matchAll(unseen)]
  if (stretches.length === 0) return undefined
  /** Where each character that is seen stands in the whole text. */
  const offsets: number[] = []
  const parts: string[] = []
  let from = 0
  for (const { index, 0: { length } } of [...stretches, { index: whole.length, 0: '' }]) {
    parts.push(whole.slice(from, index))
    for (let at = from; at < index; at++) offsets.push(at)
    from = index + length
  }
  return { text: parts.join(''), whole: reading => ({ ...moved(reading, whole, offsets), sha256: sha256(whole) }) }
}

/** A copy in which all that has a start and an end lies where it does in the whole text, with its words as they stand there. */
function moved<Part>(part: Part, whole: string, offsets: readonly number[]): Part {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((each: unknown) => moved(each, whole, offsets)) as Part // as long, each of its own type
  const copy = Object.fromEntries(Object.entries(part).map(([field, value]) => [field, moved(value, whole, offsets)])) as Part // with the same fields
  if (!isMark(part)) return copy
  const start = offsets[part.start] ?? whole.length
  const end = part.end > part.start ? (offsets[part.end - 1] ?? whole.length) + 1 : start
  return { ...copy, start, end, ...('text' in part && { text: whole.slice(start, end) }) }
}

function isMark(part: object): part is { readonly start: number; readonly end: number } {
  return 'start' in part && 'end' in part && typeof part.start === 'number' && typeof part.end === 'number'
}

// What is looked up by the number of a word: an array, which answers faster than a Map.

/** A place for each of so many words, with nothing in it yet. */
export function byWord<Held>(words: number): (Held | undefined)[] {
  return new Array<Held | undefined>(words).fill(undefined) // oxlint-disable-line unicorn/no-new-array -- Array.from takes ten times as long
}

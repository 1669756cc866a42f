// Where to begin in things sorted by where they start.

/** Index of the first that starts here or later; their number where none does. */
export function firstFrom<Item>(sorted: readonly Item[], from: number, startOf: (item: Item) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = sorted[middle]
    if (item !== undefined && startOf(item) < from) low = middle + 1
    else high = middle
  }
  return low
}

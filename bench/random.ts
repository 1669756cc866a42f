// Chance that is the same on every run, and made-up words for it to choose from.

/** Mulberry32 (Tommy Ettinger): numbers from 0 to 1 that the seed alone decides. */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<Each>(list: readonly Each[], random: () => number): Each {
  return list[Math.floor(random() * list.length)] as Each // within the list
}

/** From one number to another, both inclusive. */
export function between(from: number, to: number, random: () => number): number {
  return from + Math.floor(random() * (to - from + 1))
}

/** Draws ranks from 0, each as often as its share of 1 / (rank + 1) ** exponent: a few are everywhere, most are rare. */
export function zipf(count: number, exponent: number): (random: () => number) => number {
  const sums = new Float64Array(count)
  let total = 0
  for (let rank = 0; rank < count; rank++) sums[rank] = total += 1 / (rank + 1) ** exponent
  return random => {
    const drawn = random() * total
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}

const syllables = ['ba', 'cor', 'den', 'fa', 'gil', 'ho', 'jun', 'kar', 'lo', 'mi', 'nor', 'os', 'pel', 'ras', 'sun', 'tar', 'ul', 'ven', 'wes', 'za']

/** A word for each number, and no other. */
export function wordOf(number: number): string {
  let word = ''
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / syllables.length)) word += syllables[rest % syllables.length] ?? ''
  return word
}

export function title(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

// Statements inside statements: one whose cue stands in another's words is known only through it.
import type { Attributed, Stretch } from '../draft.ts'

/** For each, the index of the smallest other whose content holds its cue, of one that is larger if there is one; -1 where none does. No circles. */
export function reportedIn(said: readonly Attributed[], tokens: number): readonly number[] {
  const sizes = said.map(({ content }) => content.reduce((sum, { from, to }) => sum + to - from, 0))
  const order = said.map((_, index) => index).toSorted((one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0))
  const innermost = new Int32Array(tokens).fill(-1)
  const parents = said.map(() => -1)
  for (const index of order) {
    const one = said[index]
    const place = one && placeOf(one)
    if (!one || !place) continue
    const outer = innermost[place.from] ?? -1
    if (outer >= 0 && outer === innermost[place.to - 1] && (sizes[outer] ?? 0) > (sizes[index] ?? 0)) parents[index] = outer
    for (const { from, to } of one.content) innermost.fill(index, from, to)
  }
  // "Reports that Kelt has threatened to bomb Harl are old": the words of the inner reach further.
  for (const [index, one] of said.entries()) {
    const place = (parents[index] ?? -1) < 0 ? placeOf(one) : undefined
    const outer = place ? (innermost[place.from] ?? -1) : -1
    const holder = outer === index ? undefined : said[outer]
    const cue = holder && placeOf(holder)
    if (place && cue && outer === innermost[place.to - 1] && cue.from < place.from && !one.content.some(({ from, to }) => from <= cue.from && cue.to <= to) && !leadsTo(parents, outer, index)) parents[index] = outer
  }
  return parents
}

/** Outer statements that are looked at, one around the other. */
const deepest = 50

/** Whether one is known through another, by however many between. */
function leadsTo(parents: readonly number[], from: number, to: number): boolean {
  let at = from
  for (let steps = 0; steps < deepest && at >= 0; steps++) {
    if (at === to) return true
    at = parents[at] ?? -1
  }
  return at >= 0
}

/** The words by which it is known: its cue, or where it has none its own words. */
function placeOf({ cue, content }: Attributed): Stretch | undefined {
  return cue ?? content[0]
}

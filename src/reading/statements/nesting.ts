// Statements inside statements: one whose cue stands in another's words is known only through it.
import type { Attributed, Stretch } from '../draft.ts'

/** For each, the index of the smallest other whose content holds its cue; -1 where none does. Content is always larger than what it holds: no circles. */
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
  return parents
}

/** The words by which it is known: its cue, or where it has none its own words. */
function placeOf({ cue, content }: Attributed): Stretch | undefined {
  return cue ?? content[0]
}

export interface Chooser {
  /** A whole number from 0 to below. */
  next(below: number): number
  one<Value>(...values: readonly Value[]): Value
  /** One, or a list of up to three. */
  many<Value>(...values: readonly Value[]): unknown
}

/** Chooses by a seed alone, so that what failed can be made again. */
export function chooser(seed: number): Chooser {
  let state = seed >>> 0
  const next = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
  const one = <Value>(...values: readonly Value[]): Value => values[next(values.length)]!
  const many = <Value>(...values: readonly Value[]): unknown => (next(3) === 0 ? one(...values) : Array.from({ length: next(4) }, () => one(...values)))
  return { next, one, many }
}

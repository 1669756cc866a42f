// Whether twice as much takes about twice the time.
import { processorTime } from '../db/deadline.ts'

/** Times that are compared: of the processor, as the clock also counts what others do; of each length the least of up to five tries. `slack`, in ms: what no clock tells apart from nothing. */
export function timesOf(work: (length: number) => void, { length, most, slack }: { readonly length: number; readonly most: number; readonly slack: number }): { readonly once: number; readonly twice: number } {
  const timeOf = (each: number): number => {
    const began = processorTime()
    work(each)
    return processorTime() - began
  }
  let [once, twice, tries] = [Infinity, Infinity, 0]
  do {
    once = Math.min(once, timeOf(length))
    twice = Math.min(twice, timeOf(2 * length))
  } while (twice > most * once + slack && ++tries < 5)
  return { once, twice }
}

export function isLinear(work: (length: number) => void, bound: { readonly length: number; readonly most: number; readonly slack: number }): boolean {
  const { once, twice } = timesOf(work, bound)
  return twice <= bound.most * once + bound.slack
}

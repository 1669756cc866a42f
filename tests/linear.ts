// Whether time grows as length does.
import { processorTime } from '../db/file/deadline.ts'

/** Of the product: twice as much takes at most two and a half times as long. */
const doubled = 2.5

/** Where eight times as much takes no longer than three doublings may, which tells a line from a square however busy the machine is. Times are of the processor, as the clock also counts what others do; of each length the least of up to five tries. */
export function isLinear(work: (length: number) => void, length: number): boolean {
  work(length)
  let [once, eightfold] = [Infinity, Infinity]
  for (let tries = 0; tries < 5; tries++) {
    once = Math.min(once, timeOf(() => { work(length) }))
    eightfold = Math.min(eightfold, timeOf(() => { work(8 * length) }))
    if (eightfold <= doubled ** 3 * once + slack) return true
  }
  return false
}

/** In ms: what no clock tells apart from nothing. */
const slack = 25

function timeOf(work: () => void): number {
  const began = processorTime()
  work()
  return processorTime() - began
}

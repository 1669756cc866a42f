/** Milliseconds that only ever grow, the same for all threads, whatever is done to the clock on the wall. */
export function monotonicTime(): number {
  return Number(process.hrtime.bigint() / 1_000_000n)
}

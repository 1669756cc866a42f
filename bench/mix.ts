// What people ask most, as shares of twenty requests: of persons, words, pages, neighbours and ways (bench/workloads.ts).
const shares: Readonly<Record<string, number>> = { q1: 12, q5: 4, q2: 2, q6: 1, q7: 1 }
const twenty = Object.entries(shares).flatMap(([name, share]) => Array.from({ length: share }, () => name))

/** The name of the request at this place of the mix. */
export function mixed(index: number): string {
  return twenty[index * 7 % 20] ?? 'q1'
}

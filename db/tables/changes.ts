// What changes do to ties, told in the transaction of each: whoever keeps ties in memory (db/walks/adjacency.ts) reads those pairs again, not all.
// Trap: whatever writes `neighbour` must tell it, under a version of its own.
import type { Graph } from '../file/open.ts'
import { sql, type Value } from '../sql.ts'
import { addTo } from './tallies.ts'

/** Changes that are told, the last of all: fifty seconds of twenty articles each. */
const mostChanges = 1000
/** Pairs of one change that are told, at most: an article has some dozen. */
const mostPairs = 1000

/** Of one pair as it is told, at most, with row ids of ten digits: what is longer is not read. */
const bytesOfPair = 24

/** Raises the version of the data. `pairs`: whom ties bind otherwise than before; `last`: the last entity of before. */
export function tellChange(graph: Graph, pairs: readonly (readonly [Value, Value])[], last: number): void {
  addTo(graph, 'dataVersion', 1)
  const told = pairs.length > mostPairs ? null : JSON.stringify(pairs)
  graph.run(sql`INSERT INTO change (version, last, pairs) SELECT value, ${last}, ${told} FROM statistic WHERE name = 'dataVersion'`)
  graph.run(sql`DELETE FROM change WHERE version <= (SELECT value FROM statistic WHERE name = 'dataVersion') - ${mostChanges}`)
}

export interface Changes {
  /** Row ids, the smaller first. */
  readonly pairs: readonly (readonly [number, number])[]
  /** Entities above it have come since, also in the place of one that is gone. */
  readonly last: number
}

/** What has changed from one version to another, both of which are past; null where that is not told, or is more than so many pairs. */
export function changesBetween(graph: Graph, since: number, version: number, most: number): Changes | null {
  const told = sql`FROM change WHERE version > ${since} AND version <= ${version}`
  const { count, bytes } = graph.one<{ count: number; bytes: number | null }>(sql`SELECT count(*) AS count, sum(octet_length(pairs)) AS bytes ${told}`) ?? { count: 0, bytes: 0 }
  if (count !== version - since || Number(bytes) > most * bytesOfPair) return null
  const changes = graph.all<{ last: number; pairs: string | null }>(sql`SELECT last, pairs ${told}`)
  const pairs = new Map<string, readonly [number, number]>()
  let last = Infinity
  for (const change of changes) {
    if (change.pairs === null) return null
    last = Math.min(last, change.last)
    for (const pair of JSON.parse(change.pairs) as readonly [number, number][]) pairs.set(pair.join(), pair) // as tellChange made it
    if (pairs.size > most) return null
  }
  return { pairs: [...pairs.values()], last }
}

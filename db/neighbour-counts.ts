// By how many ties two entities are bound (`neighbour`), kept as ties come and go.
import { addAll, inOrder } from './insert.ts'
import type { Graph } from './open.ts'
import { sql, type Sql, type Value } from './sql.ts'

/** A row of `tie`, as far as counting goes. */
export interface CountedTie {
  readonly from: Value
  readonly to: Value
  readonly sort: Value
  readonly hop: Value
}

/** What two say to each other in one statement binds them once, though it goes both ways. */
function countsOf(ties: readonly CountedTie[]): readonly (readonly [Value, Value, number, number])[] {
  const counts = new Map<string, [Value, Value, number, number]>()
  const seen = new Set<string>()
  for (const { from, to, sort, hop } of ties) {
    const tie = `${from} ${to} ${sort}`
    if (seen.has(tie)) continue
    seen.add(tie)
    const pair = `${from} ${to}`
    const known = counts.get(pair) ?? [from, to, 0, 0]
    known[2]++
    if (hop === 1) known[3]++
    counts.set(pair, known)
  }
  return [...counts.values()]
}

/** Of a new entity nothing is there to be changed. */
export function raiseNeighbours(graph: Graph, ties: readonly CountedTie[], isNew: (entity: Value) => boolean): void {
  addAll(graph, 'neighbour (from_id, to_id, weight, hops)', inOrder(countsOf(ties)), ([from, to]) => isNew(from) || isNew(to), ([from, to, weight, hops]) =>
    sql`UPDATE neighbour SET weight = weight + ${weight}, hops = hops + ${hops} WHERE from_id = ${from} AND to_id = ${to}`)
}

export function lowerNeighbours(graph: Graph, ties: readonly CountedTie[]): void {
  for (const [from, to, weight, hops] of countsOf(ties)) {
    const { changes } = graph.run(sql`DELETE FROM neighbour WHERE from_id = ${from} AND to_id = ${to} AND weight <= ${weight}`)
    if (changes === 0) graph.run(sql`UPDATE neighbour SET weight = weight - ${weight}, hops = hops - ${hops} WHERE from_id = ${from} AND to_id = ${to}`)
  }
}

/** The same, counted from all ties; for `verify`. */
export const countedNeighbours: Sql = sql`SELECT from_id, to_id, count(*) AS weight, sum(hop) AS hops
  FROM (SELECT from_id, to_id, sort, max(hop) AS hop FROM tie GROUP BY from_id, to_id, sort) GROUP BY from_id, to_id`

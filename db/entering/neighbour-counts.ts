// By how many ties two entities are bound (`neighbour`), kept as ties come and go; each change is told (db/tables/changes.ts).
import { tellChange } from '../tables/changes.ts'
import { addAll, inOrder } from '../tables/insert.ts'
import type { Graph } from '../file/open.ts'
import { sql, type Sql, type Value } from '../sql.ts'

/** A row of `tie`, as far as counting goes. */
export interface CountedTie {
  readonly from: Value
  readonly to: Value
  readonly sort: Value
  readonly hop: Value
}

type Count = readonly [from: Value, to: Value, weight: number, hops: number]

/** What two say to each other in one statement binds them once, though it goes both ways. */
function countsOf(ties: readonly CountedTie[]): readonly Count[] {
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

/** `last`: the last entity of before; of a later one nothing is there to be changed. */
export function raiseNeighbours(graph: Graph, ties: readonly CountedTie[], last: number): void {
  const counts = countsOf(ties)
  const isNew = (entity: Value): boolean => Number(entity) > last
  addAll(graph, 'neighbour (from_id, to_id, weight, hops)', inOrder(counts), ([from, to]) => isNew(from) || isNew(to), ([from, to, weight, hops]) =>
    sql`UPDATE neighbour SET weight = weight + ${weight}, hops = hops + ${hops} WHERE from_id = ${from} AND to_id = ${to}`)
  tellChange(graph, stepsOf(counts), last)
}

/** Before entities go with the ties. */
export function lowerNeighbours(graph: Graph, ties: readonly CountedTie[]): void {
  const counts = countsOf(ties)
  for (const [from, to, weight, hops] of counts) {
    const { changes } = graph.run(sql`DELETE FROM neighbour WHERE from_id = ${from} AND to_id = ${to} AND weight <= ${weight}`)
    if (changes === 0) graph.run(sql`UPDATE neighbour SET weight = weight - ${weight}, hops = hops - ${hops} WHERE from_id = ${from} AND to_id = ${to}`)
  }
  tellChange(graph, stepsOf(counts), graph.one<{ id: number | null }>(sql`SELECT max(id) AS id FROM entity`)?.id ?? 0)
}

/** Between whom paths may go by them, each pair once. */
function stepsOf(counts: readonly Count[]): readonly (readonly [Value, Value])[] {
  return counts.filter(([from, to, , hops]) => hops > 0 && Number(from) < Number(to)).map(([from, to]) => [from, to])
}

/** The same, counted from all ties; for `verify`. */
export const countedNeighbours: Sql = sql`SELECT from_id, to_id, count(*) AS weight, sum(hop) AS hops
  FROM (SELECT from_id, to_id, sort, max(hop) AS hop FROM tie GROUP BY from_id, to_id, sort) GROUP BY from_id, to_id`

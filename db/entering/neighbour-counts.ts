// By how many ties two entities are bound (`neighbour`), kept as ties come and go; each change is told (db/tables/changes.ts).
import { tellChange } from '../tables/changes.ts'
import { addAll, inOrder } from '../tables/insert.ts'
import type { Graph } from '../file/open.ts'
import { sql, type Sql, type Value } from '../sql.ts'

/** A row of `tie`, by columns: from, to, sort, forwards, hop; what follows does not count. */
export type CountedTie = readonly Value[]

type Count = readonly [from: Value, to: Value, weight: number, hops: number]

/** In the order of pairs. What two say to each other in one statement binds them once, though it goes both ways. */
function countsOf(ties: readonly CountedTie[]): readonly Count[] {
  const counts: [Value, Value, number, number][] = []
  let [place, pair]: [Value, [Value, Value, number, number] | null] = [null, null]
  for (const [from = null, to = null, sort = null, , hop] of inOrder(ties)) {
    if (pair?.[0] !== from || pair[1] !== to) {
      pair = [from, to, 0, 0]
      counts.push(pair)
    } else if (sort === place) continue
    place = sort
    pair[2]++
    if (hop === 1) pair[3]++
  }
  return counts
}

/** `last`: the last entity of before; of a later one nothing is there to be changed. */
export function raiseNeighbours(graph: Graph, ties: readonly CountedTie[], last: number): void {
  const counts = countsOf(ties)
  const isNew = (entity: Value): boolean => Number(entity) > last
  addAll(graph, 'neighbour (from_id, to_id, weight, hops)', counts, ([from, to]) => isNew(from) || isNew(to), ([from, to, weight, hops]) =>
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

// How the adjacency (db/walks/adjacency.ts) is read from the graph, and read again where the graph has changed (db/tables/changes.ts).
import { changesBetween } from '../tables/changes.ts'
import type { Graph } from '../file/open.ts'
import { sql } from '../sql.ts'
import { extend, put, stretchesOf, take, valueAt, type Piece, type Stretches } from './stretches.ts'

/** Pairs that are read again, and entities that get a place among the slugs, of one change or several: what takes about as long as one search by statements. */
const mostFollowed = 4000

export interface Adjacency extends Stretches {
  /** By row id, one more than the distance from the goal of the search that is at work; 0 outside one. */
  distances: Uint8Array
  /** Whose distance is set. */
  readonly reached: number[]
}

/** Reads one statement's rows a step. Where the data changes between two steps, what was read before is of the past: it is told, and read again. */
export function* read(graph: Graph, { slugsAtOnce = 5000, entitiesAtOnce = 100 } = {}): Generator<undefined, Adjacency> {
  const last = graph.one<{ id: number | null }>(sql`SELECT max(id) AS id FROM entity`)?.id ?? 0
  const ranks = new Float64Array(last + 1)
  let next = 0
  for (let after = '', isMore = true; isMore;) {
    yield
    const slugs = graph.all<{ id: number; slug: string }>(sql`SELECT e.id, e.slug FROM entity e WHERE e.slug > ${after} ORDER BY e.slug LIMIT ${slugsAtOnce}`)
    for (const { id } of slugs) ranks[id] = next++
    after = slugs.at(-1)?.slug ?? after
    isMore = slugs.length === slugsAtOnce
  }
  const lengths = new Uint32Array(last + 1)
  const pieces: Piece[] = []
  for (let first = 0; first <= last; first += entitiesAtOnce) {
    yield
    const rows = graph.all<{ near: number; far: number; hops: number }>(sql`SELECT from_id AS near, to_id AS far, hops FROM neighbour
      WHERE from_id >= ${first} AND from_id < ${Math.min(first + entitiesAtOnce, last + 1)} AND hops > 0`)
      .toSorted((one, other) => one.near - other.near || other.hops - one.hops || valueAt(ranks, one.far) - valueAt(ranks, other.far))
    for (const { near } of rows) lengths[near] = valueAt(lengths, near) + 1
    pieces.push({ neighbours: Uint32Array.from(rows, row => row.far), hops: Uint32Array.from(rows, row => row.hops) })
  }
  return { ...stretchesOf(ranks, lengths, pieces), distances: new Uint8Array(last + 1), reached: [] }
}

/** Reads again whoever is bound otherwise since; false where that is not told, or too much. Nothing has changed in the arrays where it throws. */
export function followed(graph: Graph, adjacency: Adjacency, since: number, version: number): boolean {
  const changes = changesBetween(graph, since, version, mostFollowed)
  if (!changes) return false
  const bound = graph.all<{ one: number; other: number; hops: number | null }>(sql`SELECT p.value ->> 0 AS one, p.value ->> 1 AS other, n.hops
    FROM json_each(${JSON.stringify(changes.pairs)}) p LEFT JOIN neighbour n ON n.from_id = p.value ->> 0 AND n.to_id = p.value ->> 1`)
  const newcomers = graph.all<Newcomer>(sql`SELECT e.id, (SELECT id FROM entity WHERE slug < e.slug ORDER BY slug DESC LIMIT 1) AS before,
      (SELECT id FROM entity WHERE slug > e.slug ORDER BY slug LIMIT 1) AS behind
    FROM (SELECT id, slug FROM entity WHERE id > ${changes.last} LIMIT ${mostFollowed + 1}) e ORDER BY +e.slug`)
  if (newcomers.length > mostFollowed) return false
  extend(adjacency, newcomers.reduce((last, { id }) => Math.max(last, id), 0))
  if (adjacency.distances.length < adjacency.starts.length) adjacency.distances = new Uint8Array(adjacency.starts.length)
  // Who has the row id of somebody who is gone stands in no stretch when it gets another rank but where it is taken out.
  if (!rank(adjacency, newcomers, changes.last)) return false
  for (const { one, other } of bound) {
    take(adjacency, one, other)
    take(adjacency, other, one)
  }
  for (const { one, other, hops } of bound) {
    if (!hops) continue
    put(adjacency, one, other, hops)
    put(adjacency, other, one, hops)
  }
  return true
}

/** Between whom somebody's slug is. */
interface Newcomer {
  readonly id: number
  readonly before: number | null
  readonly behind: number | null
}

/** Spreads those who come between the same two that have a rank, in the order of their slugs; false where there is no number left between the two. */
function rank({ ranks }: Adjacency, newcomers: readonly Newcomer[], last: number): boolean {
  const groups: Newcomer[][] = []
  for (const newcomer of newcomers) {
    if ((newcomer.before ?? 0) > last) groups.at(-1)?.push(newcomer)
    else groups.push([newcomer])
  }
  for (const group of groups) {
    const before = group[0]?.before ?? null
    const behind = group.at(-1)?.behind ?? null
    const high = behind === null ? (before === null ? 1 : valueAt(ranks, before) + group.length + 1) : valueAt(ranks, behind)
    const low = before === null ? high - group.length - 1 : valueAt(ranks, before)
    let previous = low
    for (const [index, { id }] of group.entries()) {
      const own = low + (high - low) * (index + 1) / (group.length + 1)
      if (!(previous < own && own < high)) return false
      ranks[id] = previous = own
    }
  }
  return true
}

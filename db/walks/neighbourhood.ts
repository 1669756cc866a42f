// Everything around one entity, in one or two steps, the strongest ties first: a bounded picture that says what it leaves out.
import type { TieFilter } from '../../src/model/filter.ts'
import { limits } from '../../src/model/limits.ts'
import type { EntityKind } from '../../src/model/vocabulary.ts'
import { bound, strongestOf } from './neighbours.ts'
import type { Graph } from '../file/open.ts'
import { aliveAt, aliveAtEach, among, every, nothing, sql } from '../sql.ts'
import { isKind, tieFits, type TieRow } from './ties.ts'

export interface NeighbourhoodArguments {
  readonly depth: number
  readonly kind: readonly EntityKind[] | null
  readonly filter: TieFilter | null
  readonly first: number
}

export interface Neighbourhood {
  /** Row ids, the centre first, then by step and strength. */
  readonly entityIds: readonly number[]
  readonly ties: readonly TieRow[]
  /** Entities in reach, the centre included, counted up to one more than 10,000. */
  readonly totalCount: number
  readonly truncated: boolean
}

export function neighbourhood(graph: Graph, centre: number, args: NeighbourhoodArguments): Neighbourhood {
  const { depth, kind, filter, first } = args
  const walked = every([tieFits(filter), isKind(kind), aliveAtEach(sql`t.to_id`)])
  const frontier = strongestOf(graph, centre, { kind, filter }, first - 1).map(row => row.id)
  const nodes = [centre, ...frontier]
  if (depth > 1 && nodes.length < first && frontier.length > 0) {
    const rows = graph.all<{ id: number }>(sql`SELECT t.to_id AS id FROM tie t CROSS JOIN entity e ON e.id = t.to_id
      WHERE ${among(sql`t.from_id`, frontier)} AND t.to_id NOT IN (SELECT value FROM json_each(${JSON.stringify(nodes)})) AND ${walked}
      GROUP BY t.to_id ORDER BY count(DISTINCT t.sort) DESC, e.slug LIMIT ${first - nodes.length}`)
    nodes.push(...rows.map(row => row.id))
  }
  const totalCount = reach(graph, centre, args)
  const ties = tiesAmong(graph, nodes, filter)
  return {
    entityIds: nodes,
    ties: ties.slice(0, limits.ties.value),
    totalCount,
    truncated: totalCount > nodes.length || ties.length > limits.ties.value,
  }
}

/**
 * The first ties of the picture, one more than it may have. Of those there are the engine keeps only so many as it looks through them; which of them fit is asked
 * of these, and of more while too few do.
 */
function tiesAmong(graph: Graph, nodes: readonly number[], filter: TieFilter | null): readonly TieRow[] {
  const most = limits.ties.value + 1
  const inside = sql`IN (SELECT value FROM json_each(${JSON.stringify(nodes)}))`
  // A statement with two speakers is a tie of both at one place, and one tie of the picture.
  const found = new Map<string, TieRow>()
  for (let [size, last] = [2 * most, '']; ; size *= 2) {
    const rows = graph.all<TieRow & { readonly sort: string; readonly fits: 0 | 1 }>(sql`SELECT t.*, ${tieFits(filter)} AS fits FROM (
      SELECT t.from_id, t.to_id, t.forwards, t.relationship_id, t.statement_id, t.sort FROM tie t
      WHERE t.from_id ${inside} AND t.to_id ${inside} AND t.sort > ${last} AND t.forwards = 1 AND ${aliveAtEach(sql`t.to_id`)} ORDER BY t.sort LIMIT ${size}) t`)
    for (const row of rows) if (row.fits && !found.has(row.sort)) found.set(row.sort, row)
    last = rows.at(-1)?.sort ?? ''
    if (found.size >= most || rows.length < size) return [...found.values()].slice(0, most)
  }
}

function reach(graph: Graph, centre: number, { depth, kind, filter }: NeighbourhoodArguments): number {
  const walked = every([isKind(kind), bound(filter), aliveAt(sql`n.to_id`)])
  const entity = kind ? sql`CROSS JOIN entity e ON e.id = n.to_id` : nothing
  const near = sql`SELECT n.to_id AS id FROM neighbour n ${entity} WHERE n.from_id = ${centre} AND ${walked}`
  const far = sql`SELECT n.to_id AS id FROM (${near}) near CROSS JOIN neighbour n ON n.from_id = near.id ${entity} WHERE ${walked}`
  // Distinct as they come: counting ends where it need go no further.
  const all = depth > 1 ? sql`${near} UNION ALL ${far}` : near
  const row = graph.one<{ n: number }>(sql`SELECT count(*) AS n FROM (SELECT DISTINCT id FROM (${all}) WHERE id <> ${centre} LIMIT ${limits.totalCount.value})`)
  return 1 + (row?.n ?? 0)
}


// Everything around one entity, in one or two steps, the strongest ties first: a bounded picture that says what it leaves out.
import type { TieFilter } from '../src/model/filter.ts'
import { limits } from '../src/model/limits.ts'
import type { EntityKind } from '../src/model/vocabulary.ts'
import type { Graph } from './open.ts'
import { aliveAtEach, always, among, every, sql } from './sql.ts'
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
  const nodes = [centre]
  let frontier = [centre]
  for (let step = 1; step <= depth && nodes.length < first && frontier.length > 0; step++) {
    const rows = graph.all<{ id: number }>(sql`SELECT t.to_id AS id FROM tie t CROSS JOIN entity e ON e.id = t.to_id
      WHERE ${among(sql`t.from_id`, frontier)} AND t.to_id NOT IN (SELECT value FROM json_each(${JSON.stringify(nodes)})) AND ${walked}
      GROUP BY t.to_id ORDER BY count(DISTINCT t.sort) DESC, e.slug LIMIT ${first - nodes.length}`)
    frontier = rows.map(row => row.id)
    nodes.push(...frontier)
  }
  const totalCount = reach(graph, centre, args)
  // A statement with two speakers is a tie of both, and one tie of the picture.
  const ties = graph.all<TieRow>(sql`SELECT t.from_id, t.to_id, t.forwards, t.relationship_id, t.statement_id FROM tie t
    WHERE t.from_id IN (SELECT value FROM json_each(${JSON.stringify(nodes)})) AND t.to_id IN (SELECT value FROM json_each(${JSON.stringify(nodes)}))
      AND t.forwards = 1 AND ${tieFits(filter)} AND ${aliveAtEach(sql`t.to_id`)}
    GROUP BY t.relationship_id, t.statement_id ORDER BY min(t.sort) LIMIT ${limits.ties.value + 1}`)
  return {
    entityIds: nodes,
    ties: ties.slice(0, limits.ties.value),
    totalCount,
    truncated: totalCount > nodes.length || ties.length > limits.ties.value,
  }
}

function reach(graph: Graph, centre: number, { depth, kind, filter }: NeighbourhoodArguments): number {
  const fits = tieFits(filter)
  const walked = every([fits, isKind(kind), aliveAtEach(sql`t.to_id`)])
  const table = fits === always ? sql`neighbour` : sql`tie`
  const near = sql`SELECT DISTINCT t.to_id AS id FROM ${table} t CROSS JOIN entity e ON e.id = t.to_id WHERE t.from_id = ${centre} AND ${walked}`
  const far = sql`SELECT t.to_id AS id FROM (${near}) n CROSS JOIN ${table} t ON t.from_id = n.id CROSS JOIN entity e ON e.id = t.to_id WHERE ${walked}`
  // Distinct as they come: counting ends where it need go no further.
  const all = depth > 1 ? sql`${near} UNION ALL ${far}` : near
  const row = graph.one<{ n: number }>(sql`SELECT count(*) AS n FROM (SELECT DISTINCT id FROM (${all}) WHERE id <> ${centre} LIMIT ${limits.totalCount.value})`)
  return 1 + (row?.n ?? 0)
}


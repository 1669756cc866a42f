// The shortest ways from one entity to another over ties. A breadth-first search from the goal tells how far everything is from it;
// a depth-first walk from the start then follows only steps that can still arrive. Work is bounded, and the answer says where it stopped.
import { OnRecordError } from '../src/model/errors.ts'
import type { EntityFilter, TieFilter } from '../src/model/filter.ts'
import { limits } from '../src/model/limits.ts'
import { where } from './filters/where.ts'
import type { Graph } from './open.ts'
import { aliveAt, always, every, nothing, sql } from './sql.ts'
import { tieFits } from './ties.ts'

export type Searched = 'COMPLETE' | 'LENGTH_LIMIT' | 'NODE_BUDGET' | 'DEADLINE'

export interface PathArguments {
  readonly through: EntityFilter | null
  /** Row ids that no path may touch. */
  readonly exclude: readonly number[]
  readonly filter: TieFilter | null
  readonly maxLength: number
  readonly first: number
}

export interface FoundPaths {
  /** Each path as the row ids of its entities, from the start to the goal. */
  readonly paths: readonly (readonly number[])[]
  readonly searched: Searched
}

interface Step {
  readonly near: number
  readonly weight: number
  readonly slug: string
}

/** What the breadth-first search has seen. */
interface Surroundings {
  readonly distance: Map<number, number>
  /** Where one can go from an entity towards the goal, the strongest tie first. */
  readonly steps: Map<number, Step[]>
  frontier: readonly number[]
  truncated: boolean
}

export function paths(graph: Graph, from: number, to: number, args: PathArguments): FoundPaths {
  if (from === to || args.exclude.includes(from) || args.exclude.includes(to)) return { paths: [], searched: 'COMPLETE' }
  const seen: Surroundings = { distance: new Map([[to, 0]]), steps: new Map(), frontier: [to], truncated: false }
  const found: number[][] = []
  let searched: Searched | null = null
  try {
    for (let length = 1; length <= args.maxLength && found.length < args.first; length++) {
      if (isReached(graph, seen, from, to, length, args, found)) break
      if (seen.frontier.length > 0) widen(graph, seen, from, to, args)
      if (!walk(graph, seen, from, to, length, args.first, found)) searched = 'NODE_BUDGET'
      if (searched) break
    }
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== 'QUERY_TIMEOUT') throw error
    return { paths: [], searched: 'DEADLINE' }
  }
  return { paths: found, searched: searched ?? outcome(seen, found, args) }
}

function outcome(seen: Surroundings, found: readonly unknown[], args: PathArguments): Searched {
  if (found.length >= args.first) return 'COMPLETE'
  if (seen.truncated) return 'NODE_BUDGET'
  // Where the goal's whole surroundings are known, nothing is left if the start is not among them, or if no path through all of them is longer.
  const isWhole = seen.frontier.length === 0 && (found.length === 0 || args.maxLength >= seen.distance.size - 1)
  return isWhole ? 'COMPLETE' : 'LENGTH_LIMIT'
}

/**
 * Whether the paths wanted go from the start right into the frontier: it need not be widened then, which of hubs takes longest. Adds them.
 */
function isReached(graph: Graph, seen: Surroundings, from: number, to: number, length: number, { filter, first }: PathArguments, found: number[][]): boolean {
  if (found.length > 0 || seen.steps.has(from) || seen.frontier.length === 0) return false
  const fits = tieFits(filter)
  const [table, weight] = fits === always ? [sql`neighbour`, sql`t.hops`] : [sql`tie`, sql`count(DISTINCT t.sort)`]
  const steps = graph.all<Step>(sql`SELECT t.to_id AS near, ${weight} AS weight, e.slug FROM ${table} t CROSS JOIN entity e ON e.id = t.to_id
    WHERE t.from_id = ${from} AND t.to_id IN (SELECT value FROM json_each(${JSON.stringify(seen.frontier)}))
      AND ${every([fits === always ? sql`t.hops > 0` : sql`t.hop = 1`, fits, aliveAt(sql`t.to_id`)])} ${fits === always ? nothing : sql`GROUP BY t.to_id`}
    ORDER BY weight DESC, e.slug`)
  if (steps.length === 0) return false
  const direct: number[][] = []
  seen.steps.set(from, [...steps])
  const isWhole = walk(graph, seen, from, to, length, first, direct)
  seen.steps.delete(from)
  if (!isWhole || direct.length < first) return false
  found.push(...direct)
  return true
}

/** One step further from the goal, for the whole frontier in one statement. */
function widen(graph: Graph, seen: Surroundings, from: number, to: number, { through, exclude, filter }: PathArguments): void {
  const between = through ? sql`(t.to_id IN (${from}, ${to}) OR t.to_id IN (SELECT e.id FROM entity e WHERE ${where('entity', through)}))` : always
  const fits = tieFits(filter)
  // By the counts that are kept, where every tie counts.
  const counted = fits === always
    ? sql`SELECT t.from_id AS near, t.to_id AS far, t.hops AS weight, n.slug, row_number() OVER (PARTITION BY t.from_id ORDER BY t.hops DESC, e.slug) AS place
      FROM json_each(${JSON.stringify(seen.frontier)}) p CROSS JOIN neighbour t ON t.from_id = p.value CROSS JOIN entity n ON n.id = t.from_id CROSS JOIN entity e ON e.id = t.to_id
      WHERE ${every([sql`t.hops > 0`, sql`t.to_id NOT IN (SELECT value FROM json_each(${JSON.stringify(exclude)}))`, between, aliveAt(sql`t.to_id`)])}`
    : sql`SELECT t.from_id AS near, t.to_id AS far, count(DISTINCT t.sort) AS weight, n.slug,
        row_number() OVER (PARTITION BY t.from_id ORDER BY count(DISTINCT t.sort) DESC, e.slug) AS place
      FROM json_each(${JSON.stringify(seen.frontier)}) p CROSS JOIN tie t ON t.from_id = p.value JOIN entity n ON n.id = t.from_id JOIN entity e ON e.id = t.to_id
      WHERE ${every([sql`t.hop = 1`, sql`t.to_id NOT IN (SELECT value FROM json_each(${JSON.stringify(exclude)}))`, fits, between, aliveAt(sql`t.to_id`)])}
      GROUP BY t.from_id, t.to_id`
  const rows = graph.all<Step & { far: number; place: number }>(sql`SELECT near, far, weight, slug, place FROM (${counted})
    WHERE place <= ${limits.pathFanOut.value + 1} ORDER BY weight DESC, slug, place`)
  const next: number[] = []
  const reached = new Set<number>()
  for (const { near, far, weight, slug, place } of rows) {
    if (place > limits.pathFanOut.value || seen.distance.size >= limits.pathEntities.value) {
      seen.truncated = true
      continue
    }
    const steps = seen.steps.get(far) ?? []
    steps.push({ near, weight, slug })
    seen.steps.set(far, steps)
    reached.add(far)
    if (seen.distance.has(far)) continue
    seen.distance.set(far, (seen.distance.get(near) ?? 0) + 1)
    if (far !== from) next.push(far)
  }
  for (const far of reached) {
    seen.steps.get(far)?.sort((one, other) => other.weight - one.weight || (one.slug < other.slug ? -1 : 1))
  }
  seen.frontier = next
}

/** Adds the paths of exactly this length, none with an entity twice; false where the budget of steps ran out. */
function walk(graph: Graph, seen: Surroundings, from: number, to: number, length: number, most: number, found: number[][]): boolean {
  let steps = 0
  const path = [from]
  const visit = (at: number): boolean => {
    const left = length - path.length + 1
    if (left === 0) {
      if (at === to) found.push([...path])
      return true
    }
    for (const { near: next } of seen.steps.get(at) ?? []) {
      if (found.length >= most) return true
      if (++steps > limits.pathSteps.value) return false
      if (steps % 1000 === 0) graph.checkDeadline()
      if (path.includes(next) || (seen.distance.get(next) ?? Infinity) > left - 1) continue
      if (next === to && left > 1) continue
      path.push(next)
      const goesOn = visit(next)
      path.pop()
      if (!goesOn) return false
    }
    return true
  }
  return visit(from)
}

// The shortest ways from one entity to another over ties. A breadth-first search from the goal tells how far everything is from it;
// a depth-first walk from the start then follows only steps that can still arrive. Work is bounded, and the answer says where it stopped.
// Where every tie counts, the search goes by the adjacency in memory (db/walks/adjacency.ts), else by statements: both find the same.
import { OnRecordError } from '../../src/model/errors.ts'
import type { EntityFilter, TieFilter } from '../../src/model/filter.ts'
import { limits } from '../../src/model/limits.ts'
import { adjacencyOf, surroundingsIn, type Surroundings } from './adjacency.ts'
import { where } from '../filters/where.ts'
import type { Graph } from '../file/open.ts'
import { aliveAt, aliveAtEach, always, every, nothing, sql, type Sql } from '../sql.ts'
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

/** Of the time that is left: for who is on the ways that were found, and all else that is asked. */
const forTheRest = 0.1

export function paths(graph: Graph, from: number, to: number, args: PathArguments): FoundPaths {
  if (from === to || args.exclude.includes(from) || args.exclude.includes(to)) return { paths: [], searched: 'COMPLETE' }
  const found: number[][] = []
  try {
    return graph.leavingTime(forTheRest, () => {
      const adjacency = args.through === null && tieFits(args.filter) === always ? adjacencyOf(graph) : null
      return (adjacency && search(graph, surroundingsIn(adjacency, graph, from, to, args.exclude), from, to, args, found))
        ?? search(graph, surroundingsByStatements(graph, from, to, args), from, to, args, found)
        ?? { paths: [], searched: 'NODE_BUDGET' }
    })
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== 'QUERY_TIMEOUT') throw error
    return { paths: found, searched: 'DEADLINE' }
  }
}

/** Null where the surroundings cannot hold what they would have to. `found` takes the paths, the shortest first, as they are found. */
function search(graph: Graph, seen: Surroundings, from: number, to: number, args: PathArguments, found: number[][]): FoundPaths | null {
  found.length = 0
  let searched: Searched | null = null
  for (let length = 1; length <= args.maxLength && found.length < args.first; length++) {
    const atOnce = reachedAtOnce(graph, seen, from, to, length, args, found)
    if (atOnce === 'ALL' || (atOnce === 'NONE' && (length === 1 ? reachedOverOne : reachedByTwo)(graph, seen, from, to, length, args, found) === 'ALL')) break
    if (!seen.isWhole()) seen.widen()
    if (seen.isOverfull()) return null
    if (!walk(graph, seen, from, to, length, args.first, found)) searched = 'NODE_BUDGET'
    if (searched) break
  }
  return { paths: found, searched: searched ?? outcome(seen, found, args) }
}

function outcome(seen: Surroundings, found: readonly unknown[], args: PathArguments): Searched {
  // What was left out may be on a shorter way than those found.
  if (seen.isTruncated()) return 'NODE_BUDGET'
  if (found.length >= args.first) return 'COMPLETE'
  // Where the goal's whole surroundings are known, nothing is left if the start is not among them, or if no path through all of them is longer.
  const isWhole = seen.isWhole() && (found.length === 0 || args.maxLength >= seen.size() - 1)
  return isWhole ? 'COMPLETE' : 'LENGTH_LIMIT'
}

/** How many of the paths wanted were found in another way than by widening; SOME also where that is not known. */
type Reached = 'ALL' | 'SOME' | 'NONE'

/**
 * Whether the paths wanted go from the start right into what was reached last: it need not be widened then, which of hubs takes longest. Adds them where all do.
 * Where some were found already, a way may also go into what was reached before; not so one of two steps, as before was the goal alone.
 */
function reachedAtOnce(graph: Graph, seen: Surroundings, from: number, to: number, length: number, { first }: PathArguments, found: number[][]): Reached {
  if ((length !== 2 && (found.length > 0 || seen.distance(from) < Infinity)) || seen.isWhole()) return 'SOME'
  return alongSteps(graph, { ...seen, steps: at => (at === from ? seen.lastSteps() : seen.steps(at)) }, from, to, length, first, found)
}

/** Likewise over whoever is bound to both, where these are not bound to each other. */
function reachedOverOne(graph: Graph, seen: Surroundings, from: number, to: number, length: number, { first, maxLength }: PathArguments, found: number[][]): Reached {
  const between = length < maxLength ? seen.between?.() : null
  if (!between) return 'SOME'
  return alongSteps(graph, { ...seen, distance: at => (at === to ? 0 : 1), steps: () => between }, from, to, length + 1, first, found)
}

/** Likewise over one more, where none goes there right away: of two steps at least, for one step from the goal is known only of whom it has reached. */
function reachedByTwo(graph: Graph, seen: Surroundings, from: number, to: number, length: number, { first, maxLength }: PathArguments, found: number[][]): Reached {
  const beyond = length < maxLength ? seen.twoSteps?.() : null
  if (!beyond) return 'SOME'
  const distance = (at: number): number => Math.min(seen.distance(at), length)
  return alongSteps(graph, { ...seen, distance, steps: at => (distance(at) < length ? seen.steps(at) : beyond(at)) }, from, to, length + 1, first, found)
}

function alongSteps(graph: Graph, seen: Surroundings, from: number, to: number, length: number, first: number, found: number[][]): Reached {
  const direct: number[][] = []
  const isWhole = walk(graph, seen, from, to, length, first - found.length, direct)
  if (!isWhole || direct.length < first - found.length) return isWhole && direct.length === 0 && found.length === 0 ? 'NONE' : 'SOME'
  found.push(...direct)
  return 'ALL'
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
    // The last step is to the goal; who is one step from it may have many to look through.
    const goal = seen.distance(at) === 1 ? [to] : []
    for (const next of left === 1 && at !== from ? goal : seen.steps(at)) {
      if (found.length >= most) return true
      if (++steps > limits.pathSteps.value) return false
      if (steps % 1000 === 0) graph.checkDeadline()
      if (path.includes(next) || seen.distance(next) > left - 1) continue
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

interface Step {
  readonly near: number
  readonly far: number
  readonly weight: number
}

/** Whom one is bound to by a tie that may be a step, by the counts that are kept. */
function boundTo(id: number): Sql {
  return sql`SELECT to_id FROM neighbour WHERE from_id = ${id} AND hops > 0`
}

function surroundingsByStatements(graph: Graph, from: number, to: number, { through, exclude, filter }: PathArguments): Surroundings {
  const fits = tieFits(filter)
  const mayPass = through ? sql`(t.to_id IN (${from}, ${to}) OR t.to_id IN (SELECT e.id FROM entity e WHERE ${where('entity', through)}))` : always
  const distance = new Map([[to, 0]])
  const steps = new Map<number, Step[]>()
  const slugs = new Map<number, string>()
  let frontier = [to]
  let isTruncated = false

  const lastSteps = (): readonly number[] => {
    const [table, weight] = fits === always ? [sql`neighbour`, sql`t.hops`] : [sql`tie`, sql`count(DISTINCT t.sort)`]
    return graph.all<{ near: number }>(sql`SELECT t.to_id AS near, ${weight} AS weight FROM ${table} t CROSS JOIN entity e ON e.id = t.to_id
      WHERE t.from_id = ${from} AND t.to_id IN (SELECT value FROM json_each(${JSON.stringify(frontier)}))
        AND ${every([fits === always ? sql`t.hops > 0` : sql`t.hop = 1`, fits, aliveAtEach(sql`t.to_id`)])} ${fits === always ? nothing : sql`GROUP BY t.to_id`}
      ORDER BY weight DESC, e.slug`).map(row => row.near)
  }

  const isExcluded = sql`t.to_id IN (SELECT value FROM json_each(${JSON.stringify(exclude)}))`

  const between = (): readonly number[] | null => {
    const most = Math.min(limits.pathFanOut.value, limits.pathEntities.value - 1)
    // By the counts that are kept; and widening would leave something out.
    if (fits !== always || (graph.one<{ count: number }>(sql`SELECT count(*) AS count FROM (${boundTo(to)} LIMIT ${most + 1})`)?.count ?? 0) > most) return null
    // Put in order by their ids, the two are merged as they lie: of hubs that takes half as long as to look for each of the one among the other's.
    return graph.all<{ near: number }>(sql`SELECT t.to_id AS near FROM (${boundTo(from)} AND ${aliveAt(sql`to_id`)} INTERSECT ${boundTo(to)} ORDER BY to_id) n
      CROSS JOIN neighbour t ON t.from_id = ${from} AND t.to_id = n.to_id CROSS JOIN entity e ON e.id = t.to_id WHERE NOT ${isExcluded} AND ${every([mayPass, aliveAtEach(sql`t.to_id`)])}
      ORDER BY t.hops DESC, e.slug`).map(row => row.near)
  }

  /** The whole frontier in one statement. */
  const widen = (): void => {
    const among = sql`json_each(${JSON.stringify(frontier)}) p CROSS JOIN ${fits === always ? sql`neighbour` : sql`tie`} t ON t.from_id = p.value
      CROSS JOIN entity n ON n.id = t.from_id CROSS JOIN entity e ON e.id = t.to_id`
    const goesOn = every([sql`NOT ${isExcluded}`, fits, mayPass, aliveAtEach(sql`t.to_id`)])
    // By the counts that are kept, where every tie counts.
    const rows = graph.all<Step>(fits === always
      ? sql`SELECT t.from_id AS near, t.to_id AS far, t.hops AS weight FROM ${among} WHERE t.hops > 0 AND ${goesOn} ORDER BY weight DESC, n.slug, e.slug`
      : sql`SELECT t.from_id AS near, t.to_id AS far, count(DISTINCT t.sort) AS weight FROM ${among} WHERE t.hop = 1 AND ${goesOn}
          GROUP BY t.from_id, t.to_id ORDER BY weight DESC, n.slug, e.slug`)
    // Once for each, not with each of its neighbours.
    for (const { id, slug } of graph.all<{ id: number; slug: string }>(sql`SELECT e.id, e.slug FROM json_each(${JSON.stringify(frontier)}) p CROSS JOIN entity e ON e.id = p.value`)) slugs.set(id, slug)
    const places = new Map<number, number>()
    const next: number[] = []
    const reached = new Set<number>()
    for (const step of rows) {
      const { near, far } = step
      const place = (places.get(near) ?? 0) + 1
      places.set(near, place)
      if (place > limits.pathFanOut.value || distance.size >= limits.pathEntities.value) {
        isTruncated = true
        continue
      }
      const own = steps.get(far) ?? []
      own.push(step)
      steps.set(far, own)
      reached.add(far)
      if (distance.has(far)) continue
      distance.set(far, (distance.get(near) ?? 0) + 1)
      if (far !== from) next.push(far)
    }
    for (const far of reached) steps.get(far)?.sort((one, other) => other.weight - one.weight || ((slugs.get(one.near) ?? '') < (slugs.get(other.near) ?? '') ? -1 : 1))
    frontier = next
  }

  return {
    size: () => distance.size,
    distance: at => distance.get(at) ?? Infinity,
    isWhole: () => frontier.length === 0,
    isTruncated: () => isTruncated,
    isOverfull: () => false,
    steps: at => (steps.get(at) ?? []).map(step => step.near),
    lastSteps,
    between,
    widen,
  }
}

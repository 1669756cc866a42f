// Who is bound to whom by ties that may be a step of a path, in memory: for each handle, of the version of the data that was asked last.
// Read a share at a time, then kept up with what changes (db/walks/adjacency-reading.ts).
import { limits } from '../../src/model/limits.ts'
import { followed, read, type Adjacency } from './adjacency-reading.ts'
import type { Graph } from '../file/open.ts'
import { sql } from '../sql.ts'
import { valueAt } from './stretches.ts'

/** Relationships and statements of a graph, at most, that the arrays are made for: up to 50 MB. Of more, paths are searched by statements. */
const mostTies = 2_000_000
/** So many relationships and statements are read about as fast as one search goes by statements. */
const tiesOfOneSearch = 20_000
/** In ms; what one search reads of the arrays for those that come after it. */
const share = 10

/** What a search for paths knows around its goal. */
export interface Surroundings {
  /** How many entities have a distance. */
  size(): number
  /** In steps from the goal; Infinity where nothing has come that far. */
  distance(at: number): number
  /** Whether nothing new was reached last. */
  isWhole(): boolean
  /** Whether anything was left out because there was too much. */
  isTruncated(): boolean
  /** Whether there is more than these surroundings can hold: the search begins anew by statements. */
  isOverfull(): boolean
  /** Where one can go from an entity towards the goal, the strongest tie first. */
  steps(at: number): Iterable<number>
  /** Likewise from the start to what was reached last. */
  lastSteps(): Iterable<number>
  /** Who is bound to both the start and the goal, the strongest tie of the start first, so that nothing need be widened; null where that is not known to be the same. */
  between?(): Iterable<number> | null
  /** Where one can go from the start over one that is not reached yet to what was reached last, so that it need not be widened; null where that is not known to be the same. */
  twoSteps?(): ((at: number) => Iterable<number>) | null
  /** One step further from the goal. */
  widen(): void
}

interface Kept {
  /** Of the data in the arrays, or of when they began to be read. */
  version: number
  searches: number
  reading: Generator<undefined, Adjacency> | null
  adjacency: Adjacency | null
}

const keptBy = new WeakMap<Graph, Kept>()

/**
 * Made when the searches have taken about as long without it as it takes to make; null until then. Each search that comes after reads a share
 * of it and goes by statements meanwhile, so that none waits for all. What changes meanwhile, and from then on, is read again.
 */
export function adjacencyOf(graph: Graph): Adjacency | null {
  const version = statistic(graph, 'dataVersion')
  const kept = keptBy.get(graph) ?? { version, searches: 0, reading: null, adjacency: null }
  keptBy.set(graph, kept)
  if (kept.adjacency && kept.version === version) return kept.adjacency
  const ties = statistic(graph, 'relationship') + statistic(graph, 'statement')
  if (ties > mostTies) return forgotten(graph)
  if (!kept.adjacency) {
    if (kept.searches++ < Math.floor(ties / tiesOfOneSearch)) return null
    if (!kept.reading) kept.version = version
    kept.adjacency = readOn(graph, (kept.reading ??= read(graph)))
  }
  if (kept.adjacency && kept.version !== version && !followed(graph, kept.adjacency, kept.version, version)) return forgotten(graph)
  if (kept.adjacency) kept.version = version
  return kept.adjacency
}

/** Begins anew with the next search. */
function forgotten(graph: Graph): null {
  keptBy.delete(graph)
  return null
}

function readOn(graph: Graph, reading: Generator<undefined, Adjacency>): Adjacency | null {
  for (const until = performance.now() + share; performance.now() < until;) {
    graph.checkDeadline() // not in the midst of a step, which would end the reading
    const { done, value } = step(graph, reading)
    if (done) return value
  }
  return null
}

function step(graph: Graph, reading: Generator<undefined, Adjacency>): IteratorResult<undefined, Adjacency> {
  try {
    return reading.next()
  } catch (error) {
    forgotten(graph)
    throw error
  }
}

function statistic(graph: Graph, name: string): number {
  return graph.one<{ value: number }>(sql`SELECT value FROM statistic WHERE name = ${name}`)?.value ?? 0
}

/** The arrays serve one search at a time: those of the one before are forgotten. */
export function surroundingsIn(adjacency: Adjacency, graph: Graph, from: number, to: number, exclude: readonly number[]): Surroundings {
  const { starts, ends, neighbours, hops, ranks, distances, reached } = adjacency
  const startOf = (id: number): number => starts[id] ?? 0
  const endOf = (id: number): number => ends[id] ?? 0
  for (const id of reached) distances[id] = 0
  reached.length = 0
  const excluded = new Set(exclude)
  let frontier = [to]
  let radius = 0
  let isTruncated = false
  distances[to] = 1
  reached.push(to)

  const lengthOf = (id: number): number => endOf(id) - startOf(id)
  /** Where the strongest neighbours end that a path may go on to. */
  const cutOf = (near: number): number => {
    const [start, end, most] = [startOf(near), endOf(near), limits.pathFanOut.value]
    if (end - start <= most) return end
    if (excluded.size === 0) return start + most
    let left = most
    for (let at = start; at < end; at++) if (!excluded.has(neighbours[at] ?? 0) && left-- === 0) return at
    return end
  }

  const widen = (): void => {
    const next: number[] = []
    radius++
    for (const near of frontier) {
      graph.checkDeadline()
      const cut = cutOf(near)
      if (cut < endOf(near)) isTruncated = true
      for (let at = startOf(near); at < cut; at++) {
        const far = neighbours[at] ?? 0
        if (distances[far] !== 0 || excluded.has(far)) continue
        distances[far] = radius + 1
        reached.push(far)
        if (far !== from) next.push(far)
      }
    }
    frontier = next
  }

  /** Whether the entity at this place of another's stretch has that other among the strongest neighbours that it goes on to. */
  const isWithin = (at: number, far: number): boolean => {
    const near = neighbours[at] ?? 0
    const cut = cutOf(near)
    if (cut === endOf(near)) return true
    const weakest = cut - 1
    const difference = (hops[at] ?? 0) - (hops[weakest] ?? 0)
    return difference > 0 || (difference === 0 && valueAt(ranks, far) <= valueAt(ranks, valueAt(neighbours, weakest)))
  }

  /** No more of a stretch is looked at than whoever asks goes along it. */
  function* stepsWhere(far: number, fits: (near: number, at: number) => boolean): Generator<number> {
    for (let at = startOf(far); at < endOf(far); at++) {
      const near = neighbours[at] ?? 0
      if (fits(near, at)) yield near
    }
  }

  const workOfWidening = (): number => frontier.reduce((sum, near) => sum + lengthOf(near), 0)

  /** As those who were reached last tell it: to find one in a stretch is eight times as fast as to look at each of it. */
  const lastStepsFromThere = (): readonly number[] => frontier.flatMap(near => {
    const at = neighbours.subarray(startOf(near), endOf(near)).indexOf(from)
    return at < 0 ? [] : [{ near, weight: valueAt(hops, startOf(near) + at) }]
  }).sort((one, other) => other.weight - one.weight || valueAt(ranks, one.near) - valueAt(ranks, other.near)).map(({ near }) => near)

  const twoSteps = (): ((at: number) => Iterable<number>) | null => {
    const work = workOfWidening()
    // Widening would leave something out.
    if (Math.min(reached.length + work, starts.length) >= limits.pathEntities.value || frontier.some(near => cutOf(near) < endOf(near))) return null
    let left = work // so much is looked at in widening
    return function* (far) {
      for (let at = startOf(far); at < endOf(far) && left-- > 0; at++) {
        const near = neighbours[at] ?? 0
        if (near !== from && (far === from ? distances[near] === 0 && !excluded.has(near) : distances[near] === radius + 1)) yield near
      }
    }
  }

  return {
    size: () => reached.length,
    distance: at => (distances[at] || Infinity) - 1,
    isWhole: () => frontier.length === 0,
    isTruncated: () => isTruncated,
    // Which of them are left out then, the statements decide.
    isOverfull: () => reached.length >= limits.pathEntities.value,
    // From what was reached before the last step, the search has gone on; from the start never.
    steps: far => stepsWhere(far, (near, at) => near !== from && distances[near] !== 0 && (distances[near] ?? 0) <= radius && isWithin(at, far)),
    lastSteps: () => (workOfWidening() < 8 * lengthOf(from) ? lastStepsFromThere() : stepsWhere(from, near => near !== from && distances[near] === radius + 1)),
    twoSteps,
    widen,
  }
}

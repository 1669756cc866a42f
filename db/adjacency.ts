// Who is bound to whom by ties that may be a step of a path, in memory: for each handle, of the version of the data that was asked last.
// For each entity a stretch of the arrays: its neighbours, the strongest first, equals by their slugs. Eight bytes a neighbour.
import { limits } from '../src/model/limits.ts'
import type { Graph } from './open.ts'
import { sql } from './sql.ts'

/** Relationships and statements of a graph, at most, that the arrays are made for: up to 32 MB. Of more, paths are searched by statements. */
const mostTies = 2_000_000
/** So many relationships and statements are read about as fast as one search goes by statements. */
const tiesOfOneSearch = 20_000
/** Entities whose neighbours are read at once, and slugs. */
const readAtOnce = 100
const slugsAtOnce = 5000
/** In ms; what one search reads of the arrays for those that come after it. */
const share = 10

export interface Adjacency {
  /** By row id: where the stretch of an entity begins; the next begins where it ends. */
  readonly starts: Uint32Array
  readonly neighbours: Uint32Array
  /** By how many ties; the same from either end. */
  readonly hops: Uint32Array
  /** By row id: the place in the order of slugs. */
  readonly ranks: Uint32Array
  /** By row id, one more than the distance from the goal of the search that is at work; 0 outside one. */
  readonly distances: Uint8Array
  /** Whose distance is set. */
  readonly reached: number[]
}

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
  steps(at: number): readonly number[]
  /** Likewise from the start to what was reached last. */
  lastSteps(): readonly number[]
  /** One step further from the goal. */
  widen(): void
}

interface Kept {
  readonly version: number
  searches: number
  reading: Generator<undefined, Adjacency> | null
  adjacency: Adjacency | null
}

const keptBy = new WeakMap<Graph, Kept>()

/**
 * Made when the searches at one version of the data have taken about as long without it as it takes to make; null until then. Each search
 * that comes after reads a share of it and goes by statements meanwhile, so that none waits for all; a graph that changes all the time is
 * not read anew for each path.
 */
export function adjacencyOf(graph: Graph): Adjacency | null {
  const version = statistic(graph, 'dataVersion')
  let kept = keptBy.get(graph)
  if (kept?.version !== version) keptBy.set(graph, (kept = { version, searches: 0, reading: null, adjacency: null }))
  if (kept.adjacency) return kept.adjacency
  const ties = statistic(graph, 'relationship') + statistic(graph, 'statement')
  if (ties > mostTies || kept.searches++ < Math.floor(ties / tiesOfOneSearch)) return null
  kept.reading ??= read(graph)
  for (const until = performance.now() + share; performance.now() < until;) {
    graph.checkDeadline() // not in the midst of a step, which would end the reading
    const { done, value } = kept.reading.next()
    if (done) return (kept.adjacency = value)
  }
  return null
}

function statistic(graph: Graph, name: string): number {
  return graph.one<{ value: number }>(sql`SELECT value FROM statistic WHERE name = ${name}`)?.value ?? 0
}

/** Reads one statement's rows a step: at the same version of the data they are the same, whichever transaction reads them. */
function* read(graph: Graph): Generator<undefined, Adjacency> {
  const last = graph.one<{ id: number | null }>(sql`SELECT max(id) AS id FROM entity`)?.id ?? 0
  const ranks = new Uint32Array(last + 1)
  let rank = 0
  for (let after = '', isMore = true; isMore;) {
    yield
    const slugs = graph.all<{ id: number; slug: string }>(sql`SELECT e.id, e.slug FROM entity e WHERE e.slug > ${after} ORDER BY e.slug LIMIT ${slugsAtOnce}`)
    for (const { id } of slugs) ranks[id] = rank++
    after = slugs.at(-1)?.slug ?? after
    isMore = slugs.length === slugsAtOnce
  }
  const starts = new Uint32Array(last + 2)
  const rows: { readonly neighbours: Uint32Array; readonly hops: Uint32Array }[] = []
  let length = 0
  for (let first = 0; first <= last; first += readAtOnce) {
    yield
    const stretch = graph.all<{ near: number; far: number; hops: number }>(sql`SELECT from_id AS near, to_id AS far, hops FROM neighbour
      WHERE from_id >= ${first} AND from_id < ${first + readAtOnce} AND hops > 0`)
      .toSorted((one, other) => one.near - other.near || other.hops - one.hops || rankOf(ranks, one.far) - rankOf(ranks, other.far))
    for (const { near } of stretch) starts[near + 1] = (starts[near + 1] ?? 0) + 1
    rows.push({ neighbours: Uint32Array.from(stretch, row => row.far), hops: Uint32Array.from(stretch, row => row.hops) })
    length += stretch.length
  }
  for (let id = 1; id < starts.length; id++) starts[id] = (starts[id] ?? 0) + (starts[id - 1] ?? 0)
  const adjacency = { starts, neighbours: new Uint32Array(length), hops: new Uint32Array(length), ranks, distances: new Uint8Array(last + 1), reached: [] }
  let at = 0
  for (const { neighbours, hops } of rows) {
    adjacency.neighbours.set(neighbours, at)
    adjacency.hops.set(hops, at)
    at += neighbours.length
  }
  return adjacency
}

function rankOf(ranks: Uint32Array, id: number): number {
  return ranks[id] ?? 0
}

/** The arrays serve one search at a time: those of the one before are forgotten. */
export function surroundingsIn(adjacency: Adjacency, graph: Graph, from: number, to: number, exclude: readonly number[]): Surroundings {
  const { starts, neighbours, hops, ranks, distances, reached } = adjacency
  const startOf = (id: number): number => starts[id] ?? 0
  const endOf = (id: number): number => starts[id + 1] ?? 0
  for (const id of reached) distances[id] = 0
  reached.length = 0
  const excluded = new Set(exclude)
  let frontier = [to]
  let radius = 0
  let isTruncated = false
  distances[to] = 1
  reached.push(to)

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
    return difference > 0 || (difference === 0 && rankOf(ranks, far) <= rankOf(ranks, neighbours[weakest] ?? 0))
  }

  const stepsWhere = (far: number, fits: (near: number, at: number) => boolean): readonly number[] => {
    const steps: number[] = []
    for (let at = startOf(far); at < endOf(far); at++) {
      const near = neighbours[at] ?? 0
      if (fits(near, at)) steps.push(near)
    }
    return steps
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
    lastSteps: () => stepsWhere(from, near => near !== from && distances[near] === radius + 1),
    widen,
  }
}

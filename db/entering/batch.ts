// What articles that enter in one transaction share: an entity is looked up once, however many of them speak of it, and what all of them
// change about it is written once at the end.
import type { Identity } from '../../src/model/identity.ts'
import type { EntityKind } from '../../src/model/vocabulary.ts'
import { lastArrival } from '../lists/arrivals.ts'
import type { Waiting } from '../tables/insert.ts'
import type { Graph } from '../file/open.ts'
import type { Shown } from './shown.ts'
import { name, sql } from '../sql.ts'
import type { Counts } from '../tables/tallies.ts'

export interface KnownEntity {
  readonly id: number
  /** What its row showed when it was looked up, or made. */
  readonly shown: Shown
}

/** How often mentions use a name, how many articles give it as canonical, and where the first mention stands. */
export interface Uses {
  uses: number
  given: number
  first: string | null
}

export interface Batch {
  readonly graph: Graph
  /** The articles that entered, by the first digits of their keys. */
  readonly articles: Map<string, Identity>
  /** Entities by key, those of the batches before among them. */
  readonly entities: Map<string, KnownEntity>
  /** Keys of those that its articles speak of. */
  readonly keys: Set<string>
  /** What is to be added to the names of each entity. */
  readonly names: Map<number, Map<string, Uses>>
  /** What is to be added to the counts of entities that were there before. */
  readonly counts: Map<number, Counts>
  /** How many entities of each kind are new. */
  readonly kinds: Map<EntityKind, number>
  /** Entities that may have something else to show now. */
  readonly unsettled: Set<number>
  /** Rows that nothing in the batch asks for. */
  readonly waiting: Waiting
  /** How many rows were written, by table. */
  readonly written: Map<string, number>
  /** The ids given last: rows of the batch refer to each other before they are written. */
  readonly last: { article: number; entity: number; statement: number; relationship: number }
  /** The last entity that was there before: what concerns a later one is new. */
  readonly lastBefore: number
  /** The last statement that was there before. */
  readonly lastSaid: number
}

export function newBatch(graph: Graph): Batch {
  const last = lastIds(graph)
  return { graph, articles: new Map(), entities: rememberedBy(graph), keys: new Set(), names: new Map(), counts: new Map(), kinds: new Map(), unsettled: new Set(), waiting: new Map(), written: new Map(), last, lastBefore: last.entity, lastSaid: last.statement }
}

function lastIds(graph: Graph): Batch['last'] {
  const lastOf = (table: string): number => graph.one<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM ${name(table)}`)?.id ?? 0
  return { article: lastArrival(graph, 'article'), entity: lastOf('entity'), statement: lastArrival(graph, 'statement'), relationship: lastOf('relationship') }
}

/** Entities kept from one batch for the next, at most: those that articles speak of again and again. */
const mostRemembered = 10_000

interface Memory {
  readonly version: string
  readonly entities: Map<string, KnownEntity>
}

const memories = new WeakMap<Graph, Memory>()

function rememberedBy(graph: Graph): Map<string, KnownEntity> {
  const known = memories.get(graph)
  memories.delete(graph)
  return known?.version === versionOf(graph) ? known.entities : new Map()
}

/** Keeps what the batch knows for the next one, but for entities of one article alone, whose keys have a full stop (src/model/identity.ts). */
export function remember({ graph, entities, keys, unsettled }: Batch): void {
  for (const key of keys) if (key.includes('.') || unsettled.has(entities.get(key)?.id ?? 0)) entities.delete(key)
  let left = entities.size - mostRemembered
  for (const key of entities.keys()) {
    if (left-- <= 0) break
    entities.delete(key)
  }
  memories.set(graph, { version: versionOf(graph), entities })
}

/**
 * Tells apart what this connection has written, or taken back, and what others have: of another state nothing is remembered. A version of the data that was
 * taken back is given again, to other data; the count of changes only grows.
 */
function versionOf(graph: Graph): string {
  const others = graph.one<{ data_version: number }>(sql`PRAGMA data_version`)
  const own = graph.one<{ value: number; changes: number }>(sql`SELECT value, total_changes() AS changes FROM statistic WHERE name = 'dataVersion'`)
  return `${others?.data_version} ${own?.value} ${own?.changes}`
}

// What articles that enter in one transaction share: an entity is looked up once, however many of them speak of it, and what all of them
// change about it is written once at the end.
import type { EntityKind } from '../src/model/vocabulary.ts'
import type { Graph } from './open.ts'
import type { Shown } from './shown.ts'
import type { Counts } from './tallies.ts'

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
  /** The ids of the articles that entered. */
  readonly articles: number[]
  /** Entities by key. */
  readonly entities: Map<string, KnownEntity>
  /** What is to be added to the names of each entity. */
  readonly names: Map<number, Map<string, Uses>>
  /** What is to be added to the counts of entities that were there before. */
  readonly counts: Map<number, Counts>
  /** How many entities of each kind are new. */
  readonly kinds: Map<EntityKind, number>
  /** Entities that may have something else to show now. */
  readonly unsettled: Set<number>
}

export function newBatch(graph: Graph): Batch {
  return { graph, articles: [], entities: new Map(), names: new Map(), counts: new Map(), kinds: new Map(), unsettled: new Set() }
}

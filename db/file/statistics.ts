// What the graph holds, from counts kept as it changes.
import { entityKinds, wordsOf, type EntityKind } from '../../src/model/vocabulary.ts'
import type { Graph } from './open.ts'
import { sql } from '../sql.ts'

export interface Statistics {
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
  readonly statements: number
  readonly relationships: number
  readonly remarks: number
  readonly entities: number
  readonly entitiesByKind: readonly { readonly kind: EntityKind; readonly count: number }[]
  /** Raised by every change of the graph. */
  readonly dataVersion: number
  /** The readers whose Readings the graph holds. */
  readonly readers: readonly string[]
}

export function statistics(graph: Graph): Statistics {
  const counts = new Map(graph.all<{ name: string; value: number }>(sql`SELECT name, value FROM statistic`).map(row => [row.name, row.value]))
  const entitiesByKind = wordsOf(entityKinds).map(kind => ({ kind, count: counts.get(`entity.${kind}`) ?? 0 }))
  return {
    articles: counts.get('article') ?? 0,
    sentences: counts.get('sentence') ?? 0,
    mentions: counts.get('mention') ?? 0,
    statements: counts.get('statement') ?? 0,
    relationships: counts.get('relationship') ?? 0,
    remarks: counts.get('remark') ?? 0,
    entities: entitiesByKind.reduce((sum, { count }) => sum + count, 0),
    entitiesByKind,
    dataVersion: counts.get('dataVersion') ?? 0,
    readers: graph.all<{ reader: string }>(sql`SELECT DISTINCT reader FROM article ORDER BY reader`).map(row => row.reader),
  }
}

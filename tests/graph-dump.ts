// A graph as text, for tests that compare two: every row of every table, integer ids replaced by keys.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply } from '../db/entering/apply.ts'
import type { Graph } from '../db/file/open.ts'
import { name, sql } from '../db/sql.ts'
import { verify } from '../db/verify/verify.ts'
import type { Article } from './reading-builder.ts'
import { openEmpty } from './seeded.ts'

/** Which table a column of integer ids refers to. */
const nounOf: Readonly<Record<string, string>> = {
  article_id: 'article', statement_id: 'statement', reported_in_id: 'statement', saying_id: 'statement', relationship_id: 'relationship',
  entity_id: 'entity', other_id: 'entity', country_id: 'entity', speaks_for_id: 'entity', place_id: 'entity', part_of_id: 'entity',
  subject_id: 'entity', object_id: 'entity', via_id: 'entity', speaker_id: 'entity', from_id: 'entity', to_id: 'entity',
}

/** Rows by table, in an order of their own. Left out: integer ids, `read_at`, the data version and what is told of changes, and counts of nothing. */
export function dump(graph: Graph): Record<string, string[]> {
  const keys = new Map(['article', 'entity', 'statement', 'relationship'].map(noun =>
    [noun, new Map(graph.all<{ id: number; key: string }>(sql`SELECT id, key FROM ${name(noun)}`).map(row => [row.id, row.key]))]))
  const tables = graph.all<{ name: string }>(sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_text%' ESCAPE '\\' AND name <> 'change'`)
  return Object.fromEntries(tables.map(({ name: table }) => {
    const rows = graph.all<Record<string, unknown>>(sql`SELECT * FROM ${name(table)}`)
    const kept = rows.filter(row => table !== 'statistic' || (row['value'] !== 0 && row['name'] !== 'dataVersion'))
    return [table, kept.map(row => JSON.stringify(Object.fromEntries(Object.entries(row)
      .filter(([column]) => column !== 'id' && column !== 'read_at')
      .map(([column, value]) => [column, column in nounOf && value !== null ? keys.get(nounOf[column]!)!.get(Number(value)) ?? `none: ${value}` : value])))).sort()]
  }))
}

export function enter(graph: Graph, { text, metadata, reading }: Article): ReturnType<typeof apply> {
  return apply(graph, text, metadata, reading, '2026-01-01T00:00:00.000Z')
}

/** A folder that is gone after the test file. */
export function scratch(): { readonly path: (name: string) => string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  return { path: file => join(folder, file), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

let files = 0

/** Runs the work on a new file with these articles. */
export function withGraph<Result>(folder: ReturnType<typeof scratch>, articles: readonly Article[], work: (graph: Graph, path: string) => Result): Result {
  const path = folder.path(`${files++}.db`)
  const graph = openEmpty(path)
  try {
    for (const article of articles) enter(graph, article)
    return work(graph, path)
  } finally {
    graph.close()
    rmSync(path, { force: true })
  }
}

/** The dump of a graph of these articles, entered in this order; throws where it is not sound. */
export function soundDump(folder: ReturnType<typeof scratch>, articles: readonly Article[]): Record<string, string[]> {
  return withGraph(folder, articles, graph => {
    const findings = verify(graph)
    if (findings.length > 0) throw new Error(JSON.stringify(findings))
    return dump(graph)
  })
}

export function entityRow(graph: Graph, slug: string): Record<string, unknown> {
  return graph.one<Record<string, unknown>>(sql`SELECT * FROM entity WHERE slug = ${slug}`)!
}

// Recomputes what the file claims: pages, references, hashes, passages, keys, counts, indices. What is found wrong is named.
// Trap: FTS5 checks its index by what a handle remembers of it; one that was open while others wrote may find damage that is none. Open one for this.
import { OnRecordError } from '../../src/model/errors.ts'
import { findingsOfArticle } from './verify-article.ts'
import { findingsOfEntities } from './verify-entities.ts'
import { countedNeighbours } from '../entering/neighbour-counts.ts'
import type { Graph } from '../file/open.ts'
import { pairsOf } from '../tables/said-about.ts'
import { always, name, sql } from '../sql.ts'

export interface Finding {
  /** Which check found it. */
  readonly check: string
  readonly message: string
}

/** Findings that one check names at most, and faults of one article; the rest is of the same sort. */
const mostNamed = 10
const mostOfArticle = 3

/** What is wrong with the file, up to ten of each sort; none: the file is sound. */
export function verify(graph: Graph): readonly Finding[] {
  const checks = { integrity, 'foreign keys': references, 'search index': searchIndices, article: articles, entity: findingsOfEntities, tie: strayTies, pairs, counts }
  const findings: Finding[] = []
  graph.run(sql`PRAGMA temp_store = FILE`) // what is compared with all ties may be larger than memory
  try {
    graph.transaction(() => {
      for (const [check, find] of Object.entries(checks)) findings.push(...attempt(check, () => find(graph)))
    })
  } catch (error) {
    // A file may be so damaged that the engine cannot even end the transaction.
    if (!isDamage(error) || findings.length === 0) throw error
  }
  return findings
}

/** A damaged page ends a check, and is itself a finding. */
function attempt(check: string, find: () => Iterable<string>): readonly Finding[] {
  const findings: Finding[] = []
  try {
    for (const message of find()) {
      findings.push({ check, message: message.replaceAll('\n', ' ') })
      if (findings.length === mostNamed) break
    }
  } catch (error) {
    if (isDamage(error)) findings.push({ check, message: 'A page that this check needs is damaged, so that it could not be finished.' })
    else if (isUnreadable(error)) findings.push({ check, message: `A row holds what nothing reads, so that this check could not be finished: ${error.message}.` })
    else throw error
  }
  return findings
}

/** What a row of another shape than is written makes of a check: no JSON, other JSON, or nothing where something must be. */
function isUnreadable(error: unknown): error is Error {
  return error instanceof SyntaxError || error instanceof TypeError || (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR')
}

function isDamage(error: unknown): boolean {
  return error instanceof OnRecordError && (error.code === 'DAMAGED_FILE' || error.code === 'DISK_FAILED')
}

function integrity(graph: Graph): readonly string[] {
  const rows = graph.all<{ integrity_check: string }>(sql`PRAGMA integrity_check(10)`)
  return rows.map(row => row.integrity_check).filter(answer => answer !== 'ok')
}

function references(graph: Graph): readonly string[] {
  const rows = graph.all<{ table: string; rowid: number | null; parent: string }>(sql`PRAGMA foreign_key_check`)
  return rows.map(({ table, rowid, parent }) => `${rowid === null ? 'A row' : `Row ${rowid}`} of ${table} refers to a row of ${parent} that is not there.`)
}

/** Each full-text index says of every row of its table what the row says. The engine checks that only where the file can be written. */
function* searchIndices(graph: Graph): Generator<string> {
  for (const table of ['article', 'statement', 'relationship', 'alias']) {
    const index = name(`${table}_text`)
    try {
      graph.run(sql`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`)
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      if (error.code !== 'READ_ONLY') yield `${index.text} does not say of ${table} what its rows say.`
    }
  }
}

function* articles(graph: Graph): Generator<string> {
  for (const { id } of graph.all<{ id: number }>(sql`SELECT id FROM article ORDER BY sort`)) {
    yield* findingsOfArticle(graph, id).take(mostOfArticle)
  }
}

/** Each tie stands for a relationship or statement between the two; that each of these has its ties is seen with its article. */
function* strayTies(graph: Graph): Generator<string> {
  const rows = graph.all<{ one: number; other: number; sort: string }>(sql`SELECT t.from_id AS one, t.to_id AS other, t.sort FROM tie t
    LEFT JOIN relationship r ON r.id = t.relationship_id LEFT JOIN statement s ON s.id = t.statement_id
    WHERE coalesce(r.sort, s.sort) IS NOT t.sort OR NOT (CASE WHEN r.id IS NULL
      THEN EXISTS (SELECT 1 FROM statement_entity p WHERE p.statement_id = s.id AND p.entity_id = t.to_id) AND EXISTS (SELECT 1 FROM statement_entity p WHERE p.statement_id = s.id AND p.entity_id = t.from_id)
      ELSE (t.from_id = r.subject_id AND t.to_id = r.object_id) OR (t.from_id = r.object_id AND t.to_id = r.subject_id) END)`)
  for (const { one, other, sort } of rows) yield `The tie ${one} ${other} at ${sort} stands for nothing that is said.`
  const kept = sql`SELECT from_id, to_id, weight, hops FROM neighbour`
  const wrong = graph.all<{ one: number; other: number }>(sql`SELECT DISTINCT from_id AS one, to_id AS other FROM (
    SELECT * FROM (${countedNeighbours} EXCEPT ${kept}) UNION SELECT * FROM (${kept} EXCEPT ${countedNeighbours}))`)
  for (const { one, other } of wrong) yield `The ties between ${one} and ${other} are counted otherwise than they are.`
}

/** What each said about whom is what the people of statements tell. */
function* pairs(graph: Graph): Generator<string> {
  const kept = sql`SELECT speaker_id, entity_id, sort, statement_id, made_on FROM said_about`
  const wrong = graph.all<{ one: number; other: number }>(sql`SELECT DISTINCT speaker_id AS one, entity_id AS other FROM (
    SELECT * FROM (${pairsOf(always)} EXCEPT ${kept}) UNION SELECT * FROM (${kept} EXCEPT ${pairsOf(always)}))`)
  for (const { one, other } of wrong) yield `What ${one} said about ${other} is kept otherwise than it is.`
}

/** The counts of the whole graph are those that can be counted. */
function* counts(graph: Graph): Generator<string> {
  const tables = ['article', 'sentence', 'mention', 'statement', 'relationship', 'remark']
  const counted = new Map(tables.map(table => [table, graph.one<{ n: number }>(sql`SELECT count(*) AS n FROM ${name(table)}`)?.n ?? 0]))
  for (const { kind, n } of graph.all<{ kind: string; n: number }>(sql`SELECT kind, count(*) AS n FROM entity GROUP BY kind`)) counted.set(`entity.${kind}`, n)
  const kept = new Map(graph.all<{ name: string; value: number }>(sql`SELECT name, value FROM statistic WHERE name <> 'dataVersion'`).map(row => [row.name, row.value]))
  for (const what of new Set([...counted.keys(), ...kept.keys()])) {
    const [has, says] = [counted.get(what) ?? 0, kept.get(what) ?? 0]
    if (has !== says) yield `The file counts ${says} rows of ${what}; it has ${has}.`
  }
}

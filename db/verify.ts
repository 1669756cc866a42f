// Recomputes what the file claims: hashes, passages, keys, references, counts, indices. What is found wrong is named.
import { OnRecordError } from '../src/model/errors.ts'
import { sha256 } from '../src/model/keys.ts'
import type { Graph } from './open.ts'
import { join, name, sql, type Sql } from './sql.ts'

export interface Finding {
  /** Which check found it. */
  readonly check: string
  readonly message: string
}

/** Everything that is wrong with the file, the first of each article; none: the file is sound. */
export function verify(graph: Graph): readonly Finding[] {
  return graph.transaction(() => [...pages(graph), ...references(graph), ...searchIndices(graph), ...articles(graph), ...counts(graph)])
}

function pages(graph: Graph): readonly Finding[] {
  const rows = graph.all<{ integrity_check: string }>(sql`PRAGMA integrity_check(10)`)
  return rows.filter(row => row.integrity_check !== 'ok').map(row => ({ check: 'integrity', message: row.integrity_check }))
}

function references(graph: Graph): readonly Finding[] {
  const rows = graph.all<{ table: string; rowid: number; parent: string }>(sql`PRAGMA foreign_key_check`)
  return rows.slice(0, 10).map(row => ({ check: 'foreign keys', message: `Row ${row.rowid} of ${row.table} refers to a row of ${row.parent} that is not there.` }))
}

/** Each full-text index says of every row of its table what the row says. The engine checks that only where the file can be written. */
function searchIndices(graph: Graph): readonly Finding[] {
  return ['article', 'statement', 'relationship', 'alias'].flatMap((table): readonly Finding[] => {
    const index = name(`${table}_text`)
    try {
      graph.run(sql`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`)
      return []
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      if (error.code === 'READ_ONLY') return []
      return [{ check: 'search index', message: `${index.text} does not say of ${table} what its rows say.` }]
    }
  })
}

interface Spans {
  readonly what: string
  readonly key: string
  /** Passages as [[start, end], …], and the words that they must be, joined as stored. */
  readonly spans: string
  readonly text: string | null
  readonly joiner: string
}

function articles(graph: Graph): readonly Finding[] {
  const findings: Finding[] = []
  const ids = graph.all<{ id: number }>(sql`SELECT id FROM article ORDER BY sort`)
  for (const { id } of ids) {
    const article = graph.one<{ key: string; slug: string; text: string }>(sql`SELECT key, slug, text FROM article WHERE id = ${id}`)
    if (!article) continue
    const wrong = sha256(article.text) === article.key ? passages(graph, id, article.text) : `its text hashes to ${sha256(article.text)}, not to ${article.key}`
    if (wrong) findings.push({ check: 'article', message: `${article.slug}: ${wrong}.` })
  }
  return findings
}

/** The first passage that is not what it says, in words; null where all are. */
function passages(graph: Graph, articleId: number, text: string): string | null {
  for (const { what, key, spans, text: words, joiner } of spansOf(graph, articleId)) {
    const pairs = JSON.parse(spans) as readonly (readonly [number, number])[] // written by db/apply.ts
    if (pairs.length === 0 || pairs.some(([start, end]) => !(start >= 0 && end > start && end <= text.length))) {
      return `${what} ${key} has passages ${spans}, which its text of ${text.length} UTF-16 units does not have`
    }
    const found = pairs.map(([start, end]) => text.slice(start, end)).join(joiner)
    if (words !== null && found !== words) return `${what} ${key} says ${JSON.stringify(words.slice(0, 80))}, the text has ${JSON.stringify(found.slice(0, 80))}`
  }
  return null
}

function spansOf(graph: Graph, articleId: number): readonly Spans[] {
  const parts: readonly Sql[] = [
    sql`SELECT 'mention' AS what, key, json_array(json_array(start, end)) AS spans, text, '' AS joiner FROM mention WHERE article_id = ${articleId}`,
    sql`SELECT 'statement', key, content, text, ' … ' FROM statement WHERE article_id = ${articleId}`,
    sql`SELECT 'statement', key, json_array(json(source)), NULL, '' FROM statement WHERE article_id = ${articleId} AND source IS NOT NULL`,
    sql`SELECT 'statement', key, json_array(json(cue)), label, '' FROM statement WHERE article_id = ${articleId} AND cue IS NOT NULL`,
    sql`SELECT 'statement', key, quotations, NULL, '' FROM statement WHERE article_id = ${articleId} AND quotations <> '[]'`,
    sql`SELECT 'relationship', key, evidence, substr(text, instr(text, char(10)) + 1), char(10) FROM relationship WHERE article_id = ${articleId}`,
    sql`SELECT 'sentence', position, json_array(json_array(start, end)), NULL, '' FROM sentence WHERE article_id = ${articleId}`,
  ]
  return graph.all<Spans>(join(parts, ' UNION ALL '))
}

/** The counts that are kept are those that can be counted. */
function counts(graph: Graph): readonly Finding[] {
  const findings: Finding[] = []
  for (const table of ['article', 'sentence', 'mention', 'statement', 'relationship', 'remark']) {
    const row = graph.one<{ kept: number; counted: number }>(sql`SELECT coalesce((SELECT value FROM statistic WHERE name = ${table}), 0) AS kept,
      (SELECT count(*) FROM ${name(table)}) AS counted`)
    if (row && row.kept !== row.counted) findings.push({ check: 'counts', message: `The file counts ${row.kept} rows of ${table}; it has ${row.counted}.` })
  }
  const entities = graph.all<{ slug: string; what: string }>(sql`SELECT e.slug, 'mentions' AS what FROM entity e
      WHERE e.mentions <> (SELECT count(*) FROM mention m WHERE m.entity_id = e.id)
    UNION ALL SELECT e.slug, 'statements' FROM entity e
      WHERE e.statements <> (SELECT count(*) FROM statement_entity p WHERE p.entity_id = e.id AND p.role = 'SPEAKER')
    UNION ALL SELECT e.slug, 'relationships' FROM entity e
      WHERE e.relationships <> (SELECT count(*) FROM relationship r WHERE r.subject_id = e.id OR r.object_id = e.id) LIMIT 10`)
  for (const { slug, what } of entities) findings.push({ check: 'counts', message: `The entity ${slug} counts other ${what} than it has.` })
  return findings
}

// The counts kept beside entities and for the whole graph, so that lists order by them without counting. They are raised by what a Reading
// says when it enters, and lowered by the article's rows when it leaves.
import type { Reading } from '../../src/model/reading.ts'
import type { Graph } from '../file/open.ts'
import { join, name, sql } from '../sql.ts'

/** How often an entity occurs: the columns of `entity`. */
export interface Counts {
  readonly mentions: number
  readonly articles: number
  /** As speaker. */
  readonly statements: number
  /** As addressee, target or topic. */
  readonly saidAbout: number
  readonly relationships: number
}

const none: Counts = { mentions: 0, articles: 0, statements: 0, saidAbout: 0, relationships: 0 }

/** What a Reading adds to the counts of its entities, by `ref`; each statement and relationship counts once. */
export function countsOf(reading: Reading): ReadonlyMap<string, Counts> {
  const counts = new Map<string, { -readonly [count in keyof Counts]: number }>(reading.entities.map(entity => [entity.ref, { ...none }]))
  const raise = (count: keyof Counts, ref: string): void => {
    const own = counts.get(ref)
    if (own) own[count]++
  }
  for (const { entity } of reading.mentions) raise('mentions', entity)
  for (const own of counts.values()) own.articles = own.mentions > 0 ? 1 : 0
  for (const { speakers, addressees, targets, about } of reading.statements) {
    for (const ref of new Set(speakers)) raise('statements', ref)
    for (const ref of new Set([...addressees, ...targets, ...about])) raise('saidAbout', ref)
  }
  for (const { subject, object } of reading.relationships) {
    raise('relationships', subject)
    if (object !== undefined && object !== subject) raise('relationships', object)
  }
  return counts
}

export function sumOf(one: Counts = none, other: Counts = none): Counts {
  return {
    mentions: one.mentions + other.mentions,
    articles: one.articles + other.articles,
    statements: one.statements + other.statements,
    saidAbout: one.saidAbout + other.saidAbout,
    relationships: one.relationships + other.relationships,
  }
}

/** The columns that hold the counts. */
const columns = { mentions: 'mentions', articles: 'articles', statements: 'statements', saidAbout: 'said_about', relationships: 'relationships' } as const

/** Writes only what changes: each of these columns has an index. */
export function raiseCounts(graph: Graph, entityId: number, counts: Counts): void {
  const raised = (Object.keys(columns) as (keyof Counts)[]).filter(count => counts[count] > 0) // the keys of the table above
  if (raised.length === 0) return
  const sums = raised.map(count => sql`${name(columns[count])} = ${name(columns[count])} + ${counts[count]}`)
  graph.run(sql`UPDATE entity SET ${join(sums, ', ')} WHERE id = ${entityId}`)
}

/** Takes away what an article's rows, still there, contribute to the counts of entities. */
export function lowerCounts(graph: Graph, articleId: number): void {
  graph.run(sql`UPDATE entity SET mentions = entity.mentions - c.mentions, articles = entity.articles - c.articles,
      statements = entity.statements - c.statements, said_about = entity.said_about - c.said_about, relationships = entity.relationships - c.relationships
    FROM (SELECT entity_id, sum(mentions) AS mentions, sum(articles) AS articles, sum(statements) AS statements, sum(said_about) AS said_about,
        sum(relationships) AS relationships FROM (
      SELECT entity_id, mentions, mentions > 0 AS articles, 0 AS statements, 0 AS said_about, 0 AS relationships FROM appearance WHERE article_id = ${articleId}
      UNION ALL SELECT p.entity_id, 0, 0, max(p.role = 'SPEAKER'), max(p.role <> 'SPEAKER'), 0
        FROM statement s CROSS JOIN statement_entity p ON p.statement_id = s.id WHERE s.article_id = ${articleId} GROUP BY s.id, p.entity_id
      UNION ALL SELECT subject_id, 0, 0, 0, 0, 1 FROM relationship WHERE article_id = ${articleId}
      UNION ALL SELECT object_id, 0, 0, 0, 0, 1 FROM relationship WHERE article_id = ${articleId} AND object_id <> subject_id) GROUP BY entity_id) AS c
    WHERE entity.id = c.entity_id`)
}

/** Adds what came or went to the counts of the whole graph: rows by table, and articles. */
export function countRows(graph: Graph, rows: ReadonlyMap<string, number>, articles: number): void {
  for (const table of ['sentence', 'mention', 'statement', 'relationship', 'remark']) addTo(graph, table, rows.get(table) ?? 0)
  addTo(graph, 'article', articles)
}

/** Raises one statistic of the whole graph. */
export function addTo(graph: Graph, statistic: string, amount: number): void {
  graph.run(sql`INSERT INTO statistic (name, value) VALUES (${statistic}, ${amount}) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value`)
}

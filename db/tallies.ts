// The counts kept beside entities and for the whole graph, so that lists order by them without counting. They are raised when an
// article enters and lowered when it leaves, from the article's own rows: one function for both.
import type { Graph } from './open.ts'
import { name, sql } from './sql.ts'

/** Adds (1) or takes away (-1) what the article contributes; its rows must be there in both cases. */
export function tally(graph: Graph, articleId: number, sign: 1 | -1): void {
  const perEntity = {
    mentions: sql`SELECT entity_id, count(*) AS n FROM mention WHERE article_id = ${articleId} GROUP BY entity_id`,
    statements: sql`SELECT p.entity_id, count(*) AS n FROM statement s JOIN statement_entity p ON p.statement_id = s.id
      WHERE s.article_id = ${articleId} AND p.role = 'SPEAKER' GROUP BY p.entity_id`,
    said_about: sql`SELECT p.entity_id, count(DISTINCT s.id) AS n FROM statement s JOIN statement_entity p ON p.statement_id = s.id
      WHERE s.article_id = ${articleId} AND p.role <> 'SPEAKER' GROUP BY p.entity_id`,
    relationships: sql`SELECT entity_id, count(*) AS n FROM (
        SELECT subject_id AS entity_id, id FROM relationship WHERE article_id = ${articleId}
        UNION SELECT object_id, id FROM relationship WHERE article_id = ${articleId} AND object_id IS NOT NULL) GROUP BY entity_id`,
    articles: sql`SELECT entity_id, 1 AS n FROM appearance WHERE article_id = ${articleId} AND mentions > 0`,
  }
  for (const [column, counts] of Object.entries(perEntity)) {
    graph.run(sql`UPDATE entity SET ${name(column)} = entity.${name(column)} + counted.n * ${sign} FROM (${counts}) AS counted WHERE entity.id = counted.entity_id`)
  }
  for (const table of ['sentence', 'mention', 'statement', 'relationship', 'remark']) {
    const row = graph.one<{ n: number }>(sql`SELECT count(*) AS n FROM ${name(table)} WHERE article_id = ${articleId}`)
    addTo(graph, table, (row?.n ?? 0) * sign)
  }
  addTo(graph, 'article', sign)
  addTo(graph, 'dataVersion', 1)
}

/** Raises one statistic of the whole graph. */
export function addTo(graph: Graph, statistic: string, amount: number): void {
  graph.run(sql`INSERT INTO statistic (name, value) VALUES (${statistic}, ${amount}) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value`)
}

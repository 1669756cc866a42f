// What each said about whom (`said_about`): written with the people of a statement, and gone with them.
import type { Graph } from '../file/open.ts'
import { sql, type Sql } from '../sql.ts'
import type { Walk } from './walk.ts'

/** Where it goes. */
export const saidAboutInto = 'said_about (speaker_id, entity_id, sort, statement_id, made_on)'

/** The statements of one about another. */
export function saidAbout(speaker: Sql | number, entity: Sql | number): Walk {
  return { tables: sql`said_about own`, where: sql`own.speaker_id = ${speaker} AND own.entity_id = ${entity}`, id: sql`own.statement_id`, sort: sql`own.sort`, madeOn: sql`own.made_on` }
}

/** As the people of such statements tell it, whose ids the condition compares with `own.statement_id`; for `verify` of all. */
export function pairsOf(of: Sql): Sql {
  return sql`SELECT own.entity_id AS speaker_id, about.entity_id, own.sort, own.statement_id, own.made_on
    FROM statement_entity own CROSS JOIN statement_entity about ON about.statement_id = own.statement_id AND about.role = 'ABOUT' WHERE own.role = 'SPEAKER' AND ${of}`
}

/** While the people of the article's statements still stand there. */
export function dropSaidAbout(graph: Graph, articleId: number): void {
  const pairs = graph.all<{ speaker_id: number; entity_id: number; sort: string }>(pairsOf(sql`own.statement_id IN (SELECT id FROM statement WHERE article_id = ${articleId})`))
  for (const { speaker_id: speaker, entity_id: entity, sort } of pairs) {
    graph.run(sql`DELETE FROM said_about WHERE speaker_id = ${speaker} AND entity_id = ${entity} AND sort = ${sort}`)
  }
}

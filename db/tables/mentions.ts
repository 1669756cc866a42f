// Mentions by the stretch of rows that an article's are.
import { sql, type Sql } from '../sql.ts'

/** Ids for the mentions of one article: no text has so many, and an id is a whole number that JavaScript can hold. */
const ofOneArticle = 2 ** 24

export function firstMentionId(articleId: number): number {
  return articleId * ofOneArticle
}

/** The condition that a mention under the alias stands in the article; the alias's rows are read from there alone. */
export function mentionIn(alias: Sql, articleId: Sql | number): Sql {
  return sql`${alias}.id >= ${articleId} * ${ofOneArticle} AND ${alias}.id < (${articleId} + 1) * ${ofOneArticle}`
}

/** Those of them that mean the entity. The plus keeps the engine from first making an index of all mentions by their entities. */
export function mentionOf(alias: Sql, articleId: Sql | number, entity: Sql): Sql {
  return sql`${mentionIn(alias, articleId)} AND +${alias}.entity_id = ${entity}`
}

// The orders that lists can have, beside the default one. An undated row comes last in both directions; `sort` decides between equals.
import type { Direction } from '../src/model/filter.ts'
import type { Listed } from './rows.ts'
import { sql, type Sql } from './sql.ts'

/** Above every text of any script, bytewise. */
const highest = '\u{10FFFF}'

/** What is missing comes last: after every text in ascending order, before every text in descending order. */
function orLast(column: Sql, direction: Direction): Sql {
  return sql`coalesce(${column}, ${direction === 'ASC' ? highest : ''})`
}

const firstSpeaker = sql`(SELECT e.folded FROM statement_entity p JOIN entity e ON e.id = p.entity_id
  WHERE p.statement_id = s.id AND p.role = 'SPEAKER' AND p.ordinal = 0)`
// Its alias is its own: the column may be one of e.
const nameOf = (column: Sql): Sql => sql`(SELECT named.folded FROM entity named WHERE named.id = ${column})`

/** What each field of an order compares; the direction matters only where something is missing. */
export const orders = {
  entity: {
    NAME: () => sql`e.folded`,
    KIND: () => sql`e.kind`,
    STARTS_ON: direction => orLast(sql`e.starts_on`, direction),
    COUNTRY: direction => orLast(nameOf(sql`e.country_id`), direction),
    MENTIONS: () => sql`e.mentions`,
    STATEMENTS: () => sql`e.statements`,
    SAID_ABOUT: () => sql`e.said_about`,
    RELATIONSHIPS: () => sql`e.relationships`,
    ARTICLES: () => sql`e.articles`,
  },
  article: {
    PUBLISHED_ON: direction => orLast(sql`a.published_on`, direction),
    TITLE: () => sql`a.title`,
    PUBLISHER: direction => orLast(sql`a.publisher`, direction),
    STATEMENTS: () => sql`(SELECT count(*) FROM statement s WHERE s.article_id = a.id)`,
    MENTIONS: () => sql`(SELECT coalesce(sum(mentions), 0) FROM appearance WHERE article_id = a.id)`,
  },
  statement: {
    MADE_ON: direction => orLast(sql`s.made_on`, direction),
    PUBLISHED_ON: direction => orLast(sql`s.published_on`, direction),
    SPEAKER: direction => orLast(firstSpeaker, direction),
    ACT: () => sql`s.act`,
    CONFIDENCE: () => sql`s.confidence`,
    RELATIONSHIPS: () => sql`(SELECT count(*) FROM relationship r WHERE r.statement_id = s.id)`,
  },
  relationship: {
    STARTS_ON: direction => orLast(sql`r.starts_on`, direction),
    PUBLISHED_ON: direction => orLast(sql`r.published_on`, direction),
    SUBJECT: () => nameOf(sql`r.subject_id`),
    OBJECT: direction => orLast(nameOf(sql`r.object_id`), direction),
    TYPE: () => sql`r.type`,
    CONFIDENCE: () => sql`r.confidence`,
  },
  mention: {},
  remark: {},
} as const satisfies Record<Listed, Readonly<Record<string, (direction: Direction) => Sql>>>

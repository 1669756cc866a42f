// The orders that lists can have, beside the default one. An undated row comes last in both directions; `sort` decides between equals.
import type { Direction } from '../src/model/filter.ts'
import type { Listed } from './rows.ts'
import { sql, type Sql } from './sql.ts'

/** A text that comes last: after every date in ascending order, before every date in descending order. */
function dateOrLast(column: Sql, direction: Direction): Sql {
  return direction === 'ASC' ? sql`coalesce(${column}, '~')` : sql`coalesce(${column}, '')`
}

const firstSpeaker = sql`(SELECT e.folded FROM statement_entity p JOIN entity e ON e.id = p.entity_id
  WHERE p.statement_id = s.id AND p.role = 'SPEAKER' AND p.ordinal = 0)`
const nameOf = (column: Sql): Sql => sql`coalesce((SELECT e.folded FROM entity e WHERE e.id = ${column}), '~')`

/** What each field of an order compares; the direction matters only where something is missing. */
export const orders = {
  entity: {
    NAME: () => sql`e.folded`,
    KIND: () => sql`e.kind`,
    STARTS_ON: direction => dateOrLast(sql`e.starts_on`, direction),
    COUNTRY: () => nameOf(sql`e.country_id`),
    MENTIONS: () => sql`e.mentions`,
    STATEMENTS: () => sql`e.statements`,
    SAID_ABOUT: () => sql`e.said_about`,
    RELATIONSHIPS: () => sql`e.relationships`,
    ARTICLES: () => sql`e.articles`,
  },
  article: {
    PUBLISHED_ON: direction => dateOrLast(sql`a.published_on`, direction),
    TITLE: () => sql`a.title`,
    PUBLISHER: direction => dateOrLast(sql`a.publisher`, direction),
    STATEMENTS: () => sql`(SELECT count(*) FROM statement s WHERE s.article_id = a.id)`,
    MENTIONS: () => sql`(SELECT sum(mentions) FROM appearance WHERE article_id = a.id)`,
  },
  statement: {
    MADE_ON: direction => dateOrLast(sql`s.made_on`, direction),
    PUBLISHED_ON: direction => dateOrLast(sql`s.published_on`, direction),
    SPEAKER: () => sql`coalesce(${firstSpeaker}, '~')`,
    ACT: () => sql`s.act`,
    CONFIDENCE: () => sql`s.confidence`,
    RELATIONSHIPS: () => sql`(SELECT count(*) FROM relationship r WHERE r.statement_id = s.id)`,
  },
  relationship: {
    STARTS_ON: direction => dateOrLast(sql`r.starts_on`, direction),
    PUBLISHED_ON: direction => dateOrLast(sql`r.published_on`, direction),
    SUBJECT: () => nameOf(sql`r.subject_id`),
    OBJECT: () => nameOf(sql`r.object_id`),
    TYPE: () => sql`r.type`,
    CONFIDENCE: () => sql`r.confidence`,
  },
  mention: {},
  remark: {},
} as const satisfies Record<Listed, Readonly<Record<string, (direction: Direction) => Sql>>>

// The orders that lists can have, beside the default one. An undated row comes last in both directions; `sort` decides between equals.
import type { Direction } from '../../src/model/filter.ts'
import type { Listed } from '../tables/rows.ts'
import { articleSortLength } from '../tables/sort.ts'
import { name, sql, type Sql } from '../sql.ts'

/** Above every text of any script, bytewise. */
const highest = '\u{10FFFF}'

/** What is missing comes last: after every text in ascending order, before every text in descending order. */
function orLast(column: Sql, direction: Direction): Sql {
  return sql`coalesce(${column}, ${missing(direction)})`
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
    STATEMENTS: () => sql`a.statements`,
    MENTIONS: () => sql`a.mentions`,
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

/** How an order's rows are walked along an index, one value after the other (`inSteps` in db/lists/list.ts). */
export interface Steps {
  /** Where the values stand, with an index that begins with them. */
  readonly values: Sql
  readonly value: Sql
  /** The rows, which an index finds by a value, in the order of their places. */
  readonly rows: Sql
  readonly places: Sql
  /** The condition that a row stands behind a place. */
  readonly from: (place: string) => Sql
  /** The rows that have no value; unless told those in which it is missing. */
  readonly without?: { readonly rows: Sql; readonly where: Sql }
}

const own = (rows: Sql, value: Sql, place: Sql): Steps => ({ values: rows, value, rows, places: place, from: after => sql`${place} > ${after}` })

/** What stands in an article was published with it: the articles of a day, then what stands in each. */
const published = (noun: 'statement' | 'relationship', alias: Sql): Steps => ({
  values: sql`article a`,
  value: sql`a.published_on`,
  rows: sql`article a CROSS JOIN ${name(noun)} ${alias} ON ${alias}.article_id = a.id`,
  places: sql`a.sort, ${alias}.sentence, ${alias}.sort`,
  from: after => sql`a.sort >= ${after.slice(0, articleSortLength)} AND ${alias}.sort > ${after}`,
})

/** Who speaks first, by name, then what each who is so named says; last what nobody is named for. */
const bySpeaker: Steps = {
  ...own(sql`entity e CROSS JOIN statement_entity p ON p.entity_id = e.id AND p.role = 'SPEAKER' AND p.ordinal = 0 CROSS JOIN statement s ON s.id = p.statement_id`, sql`e.folded`, sql`s.sort`),
  values: sql`entity e`,
  without: { rows: sql`statement s`, where: sql`NOT EXISTS (SELECT 1 FROM statement_entity p WHERE p.statement_id = s.id AND p.role = 'SPEAKER' AND p.ordinal = 0)` },
}

/** Orders of all rows whose values have an index. */
export const steps: Readonly<Partial<Record<Listed, Readonly<Record<string, Steps>>>>> = {
  entity: { NAME: own(sql`entity e`, sql`e.folded`, sql`e.slug`), KIND: own(sql`entity e`, sql`e.kind`, sql`e.slug`) },
  article: {
    PUBLISHED_ON: own(sql`article a`, sql`a.published_on`, sql`a.sort`),
    TITLE: own(sql`article a`, sql`a.title`, sql`a.sort`),
    PUBLISHER: own(sql`article a`, sql`a.publisher`, sql`a.sort`),
    STATEMENTS: own(sql`article a`, sql`a.statements`, sql`a.sort`),
    MENTIONS: own(sql`article a`, sql`a.mentions`, sql`a.sort`),
  },
  statement: {
    MADE_ON: own(sql`statement s`, sql`s.made_on`, sql`s.sort`),
    PUBLISHED_ON: published('statement', sql`s`),
    SPEAKER: bySpeaker,
    ACT: own(sql`statement s`, sql`s.act`, sql`s.sort`),
    CONFIDENCE: own(sql`statement s`, sql`s.confidence`, sql`s.sort`),
  },
  relationship: {
    STARTS_ON: own(sql`relationship r`, sql`r.starts_on`, sql`r.sort`),
    PUBLISHED_ON: published('relationship', sql`r`),
    TYPE: own(sql`relationship r`, sql`r.type`, sql`r.sort`),
    CONFIDENCE: own(sql`relationship r`, sql`r.confidence`, sql`r.sort`),
  },
}

/** What a missing value is compared as. */
export function missing(direction: Direction): string {
  return direction === 'ASC' ? highest : ''
}

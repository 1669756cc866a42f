// Counts by group: by one key or several, the largest first, for one parent or for all the parents of a page in one statement.
import { OnRecordError } from '../../src/model/errors.ts'
import { limits } from '../../src/model/limits.ts'
import { each as lateral, firstOf, root } from './list.ts'
import { mostSpoken } from './most-spoken.ts'
import type { Graph } from '../file/open.ts'
import { tables, type Listed } from '../tables/rows.ts'
import type { FilterOf, Source } from './source.ts'
import { requireSize } from './page.ts'
import { aliveAt, aliveAtEach, always, bindable, every, join, name, nothing, sql, type Sql } from '../sql.ts'

/** What a key is: an entity, an article, or a plain value. */
type KeyKind = 'entity' | 'article' | 'value'

interface Grouping {
  readonly kind: KeyKind
  /** The key's value: a row id for entities and articles. `g` is the alias of the join. */
  readonly key: (g: Sql) => Sql
  readonly join?: (g: Sql) => Sql
  /** The row's id is enough, as `own.value`. */
  readonly needsNoRow?: true
}

const value = (expression: Sql): Grouping => ({ kind: 'value', key: () => expression })
const role = (roleName: string): Grouping => ({
  kind: 'entity',
  key: g => sql`${g}.entity_id`,
  join: g => sql`LEFT JOIN statement_entity ${g} ON ${g}.statement_id = own.value AND ${g}.role = ${roleName}`,
  needsNoRow: true,
})
// A date no more exact than the year has no month: it counts under "no date", not under a wrong one.
const part = (column: Sql, length: number): Sql => sql`CASE WHEN length(${column}) >= ${length} THEN substr(${column}, 1, ${length}) END`

/** What lists can be grouped by. The date of a statement is when it was made, else when its article was published. */
export const groupings = {
  statement: {
    SPEAKER: role('SPEAKER'),
    ADDRESSEE: role('ADDRESSEE'),
    TARGET: role('TARGET'),
    ABOUT: role('ABOUT'),
    ACT: value(sql`s.act`),
    KIND: value(sql`s.kind`),
    VOICE: value(sql`s.voice`),
    MODALITY: value(sql`s.modality`),
    ATTRIBUTION: value(sql`s.attribution`),
    ARTICLE: { kind: 'article', key: () => sql`s.article_id` },
    PUBLISHER: { kind: 'value', key: g => sql`${g}.publisher`, join: g => sql`JOIN article ${g} ON ${g}.id = s.article_id` },
    YEAR: value(part(sql`coalesce(s.made_on, s.published_on)`, 4)),
    MONTH: value(part(sql`coalesce(s.made_on, s.published_on)`, 7)),
    DAY: value(part(sql`coalesce(s.made_on, s.published_on)`, 10)),
  },
  relationship: {
    TYPE: value(sql`r.type`),
    SUBJECT: { kind: 'entity', key: () => sql`r.subject_id` },
    OBJECT: { kind: 'entity', key: () => sql`r.object_id` },
    VOICE: value(sql`r.voice`),
    CLAIMANT: {
      kind: 'entity',
      key: g => sql`${g}.entity_id`,
      join: g => sql`LEFT JOIN statement_entity ${g} ON ${g}.statement_id = r.statement_id AND ${g}.role = 'SPEAKER'`,
    },
    MODALITY: value(sql`r.modality`),
    ARTICLE: { kind: 'article', key: () => sql`r.article_id` },
    YEAR: value(part(sql`coalesce(r.starts_on, r.ends_on)`, 4)),
    MONTH: value(part(sql`coalesce(r.starts_on, r.ends_on)`, 7)),
    DAY: value(part(sql`coalesce(r.starts_on, r.ends_on)`, 10)),
  },
  entity: {
    KIND: value(sql`e.kind`),
    COUNTRY: { kind: 'entity', key: () => sql`e.country_id` },
  },
  article: {
    PUBLISHER: value(sql`a.publisher`),
    YEAR: value(part(sql`a.published_on`, 4)),
    MONTH: value(part(sql`a.published_on`, 7)),
  },
} as const satisfies Partial<Record<Listed, Readonly<Record<string, Grouping>>>>

export type Grouped = keyof typeof groupings

export interface GroupKey {
  readonly kind: KeyKind
  /** A row id for entities and articles. Null: nobody named, no date. */
  readonly value: string | number | null
}

export interface Group {
  readonly keys: readonly GroupKey[]
  readonly count: number
}

/**
 * The largest groups of each parent's list, or of its first 10,000 rows where it is longer. A row with two speakers counts in both groups, so counts can exceed the total.
 * Throws BAD_ARGUMENT where there are no keys, too many, or one twice; BAD_PAGE_SIZE.
 */
export function groups<Noun extends Grouped>(
  graph: Graph, source: Source<Noun>, filter: FilterOf<Noun>, by: readonly string[], first: number, parents: readonly number[],
): ReadonlyMap<number, readonly Group[]> {
  const mostKeys = limits.groupKeys.value
  if (by.length === 0 || by.length > mostKeys || new Set(by).size < by.length) {
    throw new OnRecordError('BAD_ARGUMENT', `by names ${by.length} keys; expected 1 to ${mostKeys}, each once.`, { argument: 'by', limit: mostKeys, actual: by.length })
  }
  requireSize(first, limits.groups.value)
  const kept = by.length === 1 && by[0] === 'SPEAKER' && isEverything(source) ? mostSpoken(graph, filter as FilterOf<'statement'>, first) : null // speakers have statements alone
  if (kept) return new Map(parents.map(parent => [parent, kept.map(({ id, count }) => ({ count, keys: [{ kind: 'entity', value: id }] }))]))
  const known: Readonly<Record<string, Grouping>> = groupings[source.noun]
  const chosen = by.map((each, index) => keySql(known[each], index))
  // What several joins find for one row multiplies.
  const joined = chosen.filter(each => each.joins !== nothing)
  const { alias, table } = tables[source.noun]
  const needsRows = by.some(each => !known[each]?.needsNoRow)
  const all = firstOf(graph, source, filter, limits.totalCount.value, parents)
  const [parent = root] = parents
  const grouped = parents.length === 1 ? sql`(SELECT id AS value FROM (${bindable(all, 'p.value')(parent)}))` : lateral(all)
  type Found = Readonly<Record<string, string | number | null>> & { readonly parent: number; readonly n: number }
  const rows = graph.all<Found>(sql`SELECT * FROM (
      SELECT *, row_number() OVER (PARTITION BY parent ORDER BY n DESC, ${listed(chosen.map(each => each.order))}) AS place FROM (
        SELECT p.value AS parent, count(*) AS n, ${listed(chosen.map(each => each.columns))}
        FROM json_each(${JSON.stringify(parents)}) p CROSS JOIN ${grouped} own
          ${needsRows ? sql`CROSS JOIN ${table} ON ${alias}.id = own.value` : nothing} ${join(chosen.map(each => each.joins), ' ')}
        WHERE ${every([aliveAt(sql`own.value`), ...(joined.length > 1 ? joined.map(each => aliveAtEach(each.key)) : [])])}
        GROUP BY p.value, ${listed(chosen.map(each => each.column))}))
    WHERE place <= ${first} ORDER BY parent, place`)
  const found = Map.groupBy(rows, row => row.parent)
  return new Map(parents.map(parent => [parent, (found.get(parent) ?? []).map(row => ({
    count: row.n,
    keys: chosen.map(({ kind, alias: key }) => ({ kind, value: row[key] ?? null })),
  }))]))
}

/** Everything of a noun, which is of no parent. */
function isEverything({ gathered, walks, within }: Source<Listed>): boolean {
  return !gathered && !walks && within === always
}

/** Equal groups are ordered by what their keys are called, never by row ids, which depend on the order of arrival. */
function keySql(grouping: Grouping | undefined, index: number) {
  if (!grouping) throw new Error('Nothing is grouped by that key.')
  const { kind } = grouping
  const alias = `key${index}`
  const [g, column, label] = [name(`g${index}`), name(alias), name(`label${index}`)]
  const key = grouping.key(g)
  const called = kind === 'value' ? key : sql`(SELECT slug FROM ${name(kind)} named WHERE named.id = ${key})`
  return {
    kind,
    alias,
    column,
    columns: sql`${key} AS ${column}, ${called} AS ${label}`,
    order: sql`${label} IS NULL, ${label}`,
    key,
    joins: grouping.join?.(g) ?? nothing,
  }
}

function listed(fragments: readonly Sql[]): Sql {
  return join(fragments, ', ')
}

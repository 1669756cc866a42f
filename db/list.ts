// Lists of one noun, for one parent or for all the parents of a page at once: a page, a count, and counts by group are one statement
// each, whatever the number of parents.
import type { Filters, Order, PageArguments } from '../src/model/filter.ts'
import { limits } from '../src/model/limits.ts'
import { boundTo, decodeCursor, encodeCursor, type Position } from './cursor.ts'
import { where } from './filters/where.ts'
import type { Graph } from './open.ts'
import { orders } from './orders.ts'
import { pageOf, type Page } from './page.ts'
import { columnsOf, tables, type Asked, type Listed, type Rows } from './rows.ts'
import { aliveAt, always, every, join, nothing, sql, type Sql } from './sql.ts'

/** What a list is of: a noun, and how its rows belong to a parent (`p.value` is the parent's row id). A root list has no parent. */
export interface Source<Noun extends Listed> {
  readonly noun: Noun
  /** A condition on the row. */
  readonly within: Sql
  /** Where another table tells whose rows they are: selects their row ids as `id`, each once. */
  readonly gathered?: Sql
  /** Where indices hold the list in the default order: together they hold what `within` and `gathered` say. A page reads no further than its end. */
  readonly ranges?: readonly Range[]
}

/** A stretch of an index: row ids of a parent's list, by `sort`. */
export interface Range {
  readonly table: Sql
  readonly id: Sql
  readonly sort: Sql
  readonly where: Sql
}

export interface ListArguments<Noun extends Listed> extends PageArguments {
  readonly filter?: Noun extends keyof Filters ? Filters[Noun] | null | undefined : undefined
  readonly orderBy?: Order | null | undefined
}

export interface Edge<Row> {
  readonly node: Row
  readonly cursor: string
}

export interface PageInfo {
  readonly startCursor: string | null
  readonly endCursor: string | null
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
}

export interface Listing<Row> {
  readonly edges: readonly Edge<Row>[]
  readonly pageInfo: PageInfo
}

/** The parent of lists that have none. */
export const root = 0

/** A page of the list for each parent. Throws BAD_PAGE_SIZE, BAD_CURSOR, and the errors of the filter. */
export function list<Noun extends Listed>(graph: Graph, source: Source<Noun>, args: ListArguments<Noun>, parents: readonly number[], asked: Asked = null): ReadonlyMap<number, Listing<Rows[Noun]>> {
  const { table, alias } = tables[source.noun]
  const page = pageOf(args)
  const order = orderOf(source.noun, args.orderBy ?? null)
  const position = page.cursor === null ? null : decodeCursor(page.cursor, order.id, order.expression ? 2 : 1, page.backwards ? 'before' : 'after')
  type Found = Rows[Noun] & { readonly parent: number; readonly ordered: string | number | null }
  const rows = graph.all<Found>(sql`SELECT p.value AS parent, ${order.expression ?? sql`NULL`} AS ordered, ${columnsOf(source.noun, asked)}
    FROM json_each(${JSON.stringify(parents)}) p CROSS JOIN ${each(idsOfPage(source, args.filter, order, page, position))} own CROSS JOIN ${table} ON ${alias}.id = own.value
    ORDER BY p.key, own.key`)
  const byParent = Map.groupBy(rows, row => row.parent)
  return new Map(parents.map(parent => {
    const found = byParent.get(parent) ?? []
    const shown = found.slice(0, page.size)
    if (page.backwards) shown.reverse()
    const edges = shown.map(row => ({ node: row, cursor: encodeCursor(order.id, order.expression ? [row.ordered ?? '', row.sort] : [row.sort]) }))
    return [parent, { edges, pageInfo: pageInfo(edges, found.length > page.size, page.backwards, page.cursor !== null) }]
  }))
}

/** Row ids of a parent's page, in order, one more than are shown. */
function idsOfPage<Noun extends Listed>(source: Source<Noun>, filter: ListArguments<Noun>['filter'], order: ListOrder, { size, backwards }: Page, position: Position | null): Sql {
  const { table, alias, sort } = tables[source.noun]
  const direction = backwards ? sql`DESC` : sql`ASC`
  if (order.expression || !source.ranges) {
    const descending = order.descending !== backwards ? sql`DESC` : sql`ASC`
    const by = order.expression ? sql`${order.expression} ${descending}, ${sort} ${direction}` : sql`${sort} ${direction}`
    return sql`SELECT ${alias}.id FROM ${rowsOf(source)} WHERE ${fits(source, filter)} AND ${order.after(position, backwards, sort)} AND ${aliveAt(sort)}
      ORDER BY ${by} LIMIT ${size + 1}`
  }
  const filtered = filter ? where(source.noun as keyof Filters, filter) : always // as in fits
  const pages = source.ranges.map(range => sql`SELECT id, sort FROM (SELECT ${range.id} AS id, ${range.sort} AS sort
    FROM ${range.table} ${filtered === always ? nothing : sql`CROSS JOIN ${table} ON ${alias}.id = ${range.id}`}
    WHERE ${every([range.where, filtered, order.after(position, backwards, range.sort), aliveAt(range.sort)])} ORDER BY ${range.sort} ${direction} LIMIT ${size + 1})`)
  return sql`SELECT id FROM (${join(pages, ' UNION ')}) ORDER BY sort ${direction} LIMIT ${size + 1}`
}

/** What a page says of itself; there is a page on the side that a cursor came from. */
export function pageInfo(edges: readonly { readonly cursor: string }[], isMore: boolean, backwards: boolean, hasCursor: boolean): PageInfo {
  return {
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
    hasNextPage: backwards ? hasCursor : isMore,
    hasPreviousPage: backwards ? isMore : hasCursor,
  }
}

/** How many rows each parent's list has in all, counted up to one more than the limit. */
export function count<Noun extends Listed>(graph: Graph, source: Source<Noun>, filter: ListArguments<Noun>['filter'], parents: readonly number[]): ReadonlyMap<number, number> {
  const { sort } = tables[source.noun]
  const rows = graph.all<{ parent: number; n: number }>(sql`SELECT p.value AS parent,
      (SELECT count(*) FROM (SELECT 1 FROM ${rowsOf(source)} WHERE ${fits(source, filter)} AND ${aliveAt(sort)} LIMIT ${limits.totalCount.value + 1})) AS n
    FROM json_each(${JSON.stringify(parents)}) p`)
  return new Map(rows.map(row => [row.parent, row.n]))
}

/**
 * The tables that a parent's list is read from. CROSS JOIN keeps their order: parents, then what tells whose rows they are, then the rows.
 * The planner, which knows nothing of json_each, would else go through all rows and gather the parent's anew for each.
 */
export function rowsOf({ noun, gathered }: Source<Listed>): Sql {
  const { table, alias } = tables[noun]
  return gathered ? sql`${each(gathered)} gathered CROSS JOIN ${table} ON ${alias}.id = gathered.value` : table
}

/** Row ids selected anew for each row to the left, in their order: what SQL calls LATERAL and SQLite has for table-valued functions alone. */
export function each(ids: Sql): Sql {
  return sql`json_each((SELECT json_group_array(id) FROM (${ids})))`
}

/** The condition that a row of a parent's list fits the filter. */
export function fits<Noun extends Listed>(source: Source<Noun>, filter: ListArguments<Noun>['filter']): Sql {
  return every([source.within, filter ? where(source.noun as keyof Filters, filter) : always]) // only nouns with filters have one
}

interface ListOrder {
  /** Binds cursors to list and order. */
  readonly id: string
  readonly expression: Sql | null
  readonly descending: boolean
  /** The rows behind a position. */
  after(position: Position | null, backwards: boolean, sort: Sql): Sql
}

function orderOf(noun: Listed, order: Order | null): ListOrder {
  const known: Readonly<Record<string, (direction: Order['direction']) => Sql>> = orders[noun]
  const id = boundTo(noun, order?.field ?? null, order?.direction ?? null)
  const expression = order ? (known[order.field]?.(order.direction) ?? null) : null
  const descending = order?.direction === 'DESC'
  return {
    id,
    expression,
    descending,
    after(position, backwards, sort) {
      if (!position) return always
      const [first = '', second = ''] = position
      if (!expression) return sql`${sort} ${further(backwards)} ${first}`
      return sql`(${expression} ${further(descending !== backwards)} ${first}
        OR (${expression} = ${first} AND ${sort} ${further(backwards)} ${second}))`
    },
  }
}

function further(isDown: boolean): Sql {
  return isDown ? sql`<` : sql`>`
}

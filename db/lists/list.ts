// Lists of one noun, for one parent or for all the parents of a page at once: a page, a count, and counts by group are one statement
// each, whatever the number of parents.
import type { Filters, Order, PageArguments } from '../../src/model/filter.ts'
import { limits } from '../../src/model/limits.ts'
import { boundTo, decodeCursor, Placed, type Position } from './cursor.ts'
import { where, whereOfAll } from '../filters/where.ts'
import type { Graph } from '../file/open.ts'
import { missing, orders, steps, type Steps } from './orders.ts'
import { pageOf } from './page.ts'
import { columnsOf, tables, type Asked, type Listed, type Rows } from '../tables/rows.ts'
import { aliveAt, always, bindable, every, nothing, sql, type Sql, type Value } from '../sql.ts'
import { drive, type Driven } from './drive.ts'
import type { FilterOf, Source } from './source.ts'
import { anyOf, gatheredBy, walked, walkedRows } from '../tables/walk.ts'
import { anyWide, inWindows } from './windows.ts'

export interface ListArguments<Noun extends Listed> extends PageArguments {
  readonly filter?: FilterOf<Noun>
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
  const { page, order, position } = placeOf(source.noun, args)
  const most = asked === null || asked.includes('next') ? page.size + 1 : page.size
  const stretch = { order, position, backwards: page.backwards, most }
  const listing = (found: readonly Found<Noun>[]): Listing<Rows[Noun]> => {
    const shown = found.slice(0, page.size)
    if (page.backwards) shown.reverse()
    const edges = shown.map(row => new Placed<Rows[Noun]>(row, order.id, order.expression ? [row.ordered ?? '', row.sort] : [row.sort]))
    return { edges, pageInfo: pageInfo(edges, found.length > page.size, page.backwards, page.cursor !== null) }
  }
  const [parent] = parents
  const isPlain = !args.filter && position === null && order.expression === null
  const known = isPlain && parents.length === 1 && asked && source.walks ? plainPages(source, asked, stretch) : null
  if (known && parent !== undefined) return new Map([[parent, listing(graph.all<Found<Noun>>(known(parent)))]])
  const driven = firstInWindows(graph, drive(graph, source, args.filter, order.expression !== null, parents), args.filter, stretch, parents)
  const direct = parents.length === 1 ? directly(driven, stretch, asked) : null
  if (direct && parent !== undefined) return new Map([[parent, listing(graph.all<Found<Noun>>(bindable(direct, 'p.value')(parent)))]])
  const { table, alias } = tables[source.noun]
  const rows = graph.all<Found<Noun>>(sql`SELECT p.value AS parent, ${order.expression ? sql`${order.expression} AS ordered,` : nothing} ${columnsOf(source.noun, asked)}
    FROM json_each(${JSON.stringify(parents)}) p CROSS JOIN ${each(idsOf(driven, stretch))} own CROSS JOIN ${table} ON ${alias}.id = own.value
    ORDER BY p.key, own.key`)
  const byParent = Map.groupBy(rows, row => row.parent)
  return new Map(parents.map(each => [each, listing(byParent.get(each) ?? [])]))
}

/** Which page is asked for, of which order. Throws BAD_PAGE_SIZE, BAD_CURSOR. */
export function placeOf(noun: Listed, args: ListArguments<Listed>) {
  const page = pageOf(args)
  const order = orderOf(noun, args.orderBy ?? null)
  const position = page.cursor === null ? null : decodeCursor(page.cursor, order.id, order.expression ? 2 : 1, page.backwards ? 'before' : 'after')
  return { page, order, position }
}

type Found<Noun extends Listed> = Rows[Noun] & { readonly parent: number; readonly ordered?: string | number | null }

/** So many rows behind a position, in an order. */
interface Stretch {
  readonly order: ListOrder
  readonly position: Position | null
  readonly backwards: boolean
  readonly most: number
}

/** Statements for the first pages of one parent's list, made once for each place in a document (whose columns they read) and size of page. */
const plain = new WeakMap<readonly string[], WeakMap<Source<Listed>, Map<number, ((parent: Value) => Sql) | null>>>()

function plainPages<Noun extends Listed>(source: Source<Noun>, asked: readonly string[], stretch: Stretch): ((parent: Value) => Sql) | null {
  const bySource = plain.get(asked) ?? new WeakMap<Source<Listed>, Map<number, ((parent: Value) => Sql) | null>>()
  plain.set(asked, bySource)
  const bySize = bySource.get(source) ?? new Map<number, ((parent: Value) => Sql) | null>()
  bySource.set(source, bySize)
  const size = stretch.backwards ? -stretch.most : stretch.most
  const known = bySize.get(size)
  if (known !== undefined) return known
  const direct = directly({ source, rest: undefined }, stretch, asked)
  const made = direct && bindable(direct, 'p.value')
  bySize.set(size, made)
  return made
}

/** The first rows of one parent's list, where an index has them in order; else null. */
function directly<Noun extends Listed>({ source, rest }: Driven<Noun>, { order, position, backwards, most }: Stretch, asked: Asked): Sql | null {
  const [walk] = source.walks ?? []
  if (!walk || source.walks?.length !== 1 || walk.over || order.expression) return null
  return walkedRows(source.noun, walk, { fits: fits(source, rest), after: position ? String(position[0]) : null, backwards, most }, columnsOf(source.noun, asked))
}

/** Where the rows of very many stretches are wanted in the list's own order, the first of them in their place. */
function firstInWindows<Noun extends Listed>(graph: Graph, driven: Driven<Noun>, filter: FilterOf<Noun>, { order, position, backwards, most }: Stretch, parents: readonly number[]): Driven<Noun> {
  const { source, rest } = driven
  if (order.expression || !source.walks?.some(walk => walk.over)) return driven
  const part = { fits: fits(source, rest), fitsOfAll: fits(source, filter, whereOfAll), after: position ? String(position[0]) : null, backwards, most }
  return { source: { noun: source.noun, within: always, gathered: inWindows(graph, source, part, parents) }, rest: undefined }
}

/** The ids of the first rows of each parent's list behind a position, in its order. */
function idsOf<Noun extends Listed>({ source, rest }: Driven<Noun>, { order, position, backwards, most }: Stretch): Sql {
  const { alias, sort } = tables[source.noun]
  if (source.walks && !order.expression) {
    return walked(source.noun, source.walks, { fits: fits(source, rest), after: position ? String(position[0]) : null, backwards, most })
  }
  const direction = backwards ? sql`DESC` : sql`ASC`
  const [first = '', second = ''] = position ?? []
  const { expression } = order
  if (!expression) {
    const after = position ? sql`${sort} ${further(backwards)} ${first}` : always
    return sql`SELECT ${once(source)} ${alias}.id FROM ${rowsOf(source)} WHERE ${every([fits(source, rest), after, aliveAt(sql`${alias}.id`)])} ORDER BY ${sort} ${direction} LIMIT ${most}`
  }
  const stepped = order.steps && !backwards && !source.walks && !source.gathered && source.within === always ? order.steps : null
  if (stepped) return inSteps(stepped, alias, fits(source, rest), order.descending, position, most)
  const by = order.descending === backwards ? sql`ASC` : sql`DESC`
  const rows = (after: Sql): Sql => sql`SELECT ${once(source)} ${alias}.id AS id, ${expression} AS ordered, ${sort} AS sort FROM ${rowsOf(source)}
    WHERE ${every([fits(source, rest), after, aliveAt(sql`${alias}.id`)])} ORDER BY ${expression} ${by}, ${sort} ${direction} LIMIT ${most}`
  if (!position) return sql`SELECT id FROM (${rows(always)})`
  // The equals that are left, then what is beyond them: each a stretch of an index where there is one, of which no more is read than is wanted.
  const equals = rows(sql`${expression} = ${first} AND ${sort} ${further(backwards)} ${second}`)
  const beyond = rows(sql`${expression} ${further(order.descending !== backwards)} ${first}`)
  return sql`SELECT id FROM (SELECT * FROM (${equals}) UNION ALL SELECT * FROM (${beyond})) ORDER BY ordered ${by}, sort ${direction} LIMIT ${most}`
}

/**
 * The ids of the first rows of all behind a position, in an order whose values have an index: value after value, what is missing last, and the rows of each in
 * the order of their place. So no more is looked at than is wanted, also where values go down while places go up, and however many have the same.
 */
function inSteps({ values, rows, value, places, from, without = { rows, where: sql`${value} IS NULL` } }: Steps, alias: Sql, fits: Sql, isDown: boolean, position: Position | null, most: number): Sql {
  const of = (own: Sql, condition: Sql): Sql => sql`SELECT id FROM (SELECT ${alias}.id AS id FROM ${own} WHERE ${every([condition, fits, aliveAt(sql`${alias}.id`)])} ORDER BY ${places} LIMIT ${most})`
  const having = (condition: Sql): Sql => of(rows, condition)
  const missingOnes = (condition: Sql): Sql => of(without.rows, sql`${condition} AND ${without.where}`)
  const next = (beyond: Sql): Sql => sql`(SELECT ${isDown ? sql`max` : sql`min`}(${value}) FROM ${values} WHERE ${beyond})`
  const further = isDown ? sql`<` : sql`>`
  const [first = null, place] = position ?? []
  const start = first === null ? sql`${value} IS NOT NULL` : sql`${value} ${further} ${first}`
  // Behind the last value comes a step without one, for what is missing. Not materialised: a step is made when the one before is used up.
  const walk = sql`WITH RECURSIVE step (value) AS NOT MATERIALIZED (SELECT ${next(start)} UNION ALL SELECT ${next(sql`${value} ${further} step.value`)} FROM step WHERE step.value IS NOT NULL)
    SELECT own.value AS id FROM step CROSS JOIN ${each(sql`${having(sql`step.value IS NOT NULL AND ${value} = step.value`)} UNION ALL ${missingOnes(sql`step.value IS NULL`)}`)} own`
  if (place === undefined) return sql`${walk} LIMIT ${most}`
  const behind = from(String(place))
  if (first === missing(isDown ? 'DESC' : 'ASC')) return missingOnes(behind)
  return sql`SELECT id FROM (SELECT * FROM (${having(sql`${value} = ${first} AND ${behind}`)}) UNION ALL SELECT * FROM (${walk})) LIMIT ${most}`
}

/** The ids of the first rows of each parent's list, in its own order: so many are counted and grouped; not `inOrder`, any. All of them, where there are no more. */
export function firstOf<Noun extends Listed>(graph: Graph, given: Source<Noun>, filter: FilterOf<Noun>, most: number, parents: readonly number[], inOrder = true): Sql {
  const { source, rest, isBroad } = drive(graph, given, filter, true, parents)
  const { alias, sort } = tables[source.noun]
  const isAll = (source.most ?? Infinity) <= most
  const isWide = source.walks?.some(walk => walk.over)
  const fitsOfAll = isWide ? fits(source, filter, whereOfAll) : always
  if (isWide && !isAll && (inOrder || fitsOfAll !== always)) {
    return (inOrder ? inWindows : anyWide)(graph, source, { fits: fits(source, rest), fitsOfAll, after: null, backwards: false, most }, parents)
  }
  if (source.walks && !isAll && !inOrder && (isWide || source.walks.length > 1)) return anyOf(source.noun, source.walks, fits(source, rest), most)
  const condition = source.walks || source.gathered || inOrder || isBroad ? fits(source, rest) : fits(source, rest, whereOfAll)
  if (source.walks && !isAll) return walked(source.noun, source.walks, { fits: condition, after: null, backwards: false, most })
  const ids = idsAt(source)
  if (ids && isAll && condition === always) return sql`SELECT ${once(source)} id FROM (${ids})`
  const rows = sql`SELECT ${once(source)} ${alias}.id FROM ${rowsOf(source)} WHERE ${every([condition, aliveAt(sql`${alias}.id`)])}`
  if (isAll) return rows
  return inOrder ? sql`${rows} ORDER BY ${sort} LIMIT ${most}` : sql`${rows} LIMIT ${most}`
}

/** Rows that are gathered may come more than once; to see to that last is to see to few. */
function once({ gathered, walks = [], most }: Source<Listed>): Sql {
  return gathered || (most !== undefined && walks.length > 1) ? sql`DISTINCT` : nothing
}

/** What a page says of itself; there is a page on the side that a cursor came from. Cursors are made when they are asked for. */
export function pageInfo(edges: readonly HasCursor[], isMore: boolean, backwards: boolean, hasCursor: boolean): PageInfo {
  return new InfoOfPage(edges, backwards ? hasCursor : isMore, backwards ? isMore : hasCursor)
}

interface HasCursor {
  readonly cursor: string
}

/** A class for the sake of its getters: those of an object's own would each be a shape of its own to the engine, which keeps all that they see. */
class InfoOfPage implements PageInfo {
  readonly #edges: readonly HasCursor[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean

  constructor(edges: readonly HasCursor[], hasNextPage: boolean, hasPreviousPage: boolean) {
    this.#edges = edges
    this.hasNextPage = hasNextPage
    this.hasPreviousPage = hasPreviousPage
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null
  }
}

/** How many rows each parent's list has in all, counted up to one more than the limit. */
export function count<Noun extends Listed>(graph: Graph, source: Source<Noun>, filter: FilterOf<Noun>, parents: readonly number[]): ReadonlyMap<number, number> {
  const whole = source.walks || source.gathered || fits(source, filter) !== always ? null : countOfWhole(graph, source.noun)
  if (whole !== null) return new Map(parents.map(parent => [parent, whole]))
  const rows = graph.all<{ parent: number; n: number }>(sql`SELECT p.value AS parent,
      (SELECT count(*) FROM (${firstOf(graph, source, filter, limits.totalCount.value + 1, parents, false)})) AS n
    FROM json_each(${JSON.stringify(parents)}) p`)
  return new Map(rows.map(row => [row.parent, row.n]))
}

/** As it is kept, entities by their kinds; null where it is not. */
function countOfWhole(graph: Graph, noun: Listed): number | null {
  const kept = graph.one<{ n: number | null }>(sql`SELECT sum(value) AS n FROM statistic WHERE name = ${noun} OR (name > ${`${noun}.`} AND name < ${`${noun}/`})`)?.n ?? null
  return kept === null ? null : Math.min(kept, limits.totalCount.value + 1)
}

/**
 * The tables that a parent's list is read from. CROSS JOIN keeps their order: parents, then what tells whose rows they are, then the rows.
 * The planner, which knows nothing of json_each, would else go through all rows and gather the parent's anew for each. NOT INDEXED leaves it
 * the row's id: by an index that a condition has it would look for the row among all that fit, once for each.
 */
function rowsOf(source: Source<Listed>): Sql {
  const { table, alias } = tables[source.noun]
  const found = idsAt(source)
  // The limit keeps the selection a table of its own. Within the join the planner would know how many rows to expect, and go through the whole noun first to pass over some.
  if (found && source.most !== undefined) return sql`(SELECT id FROM (${found}) LIMIT -1) gathered CROSS JOIN ${table} NOT INDEXED ON ${alias}.id = gathered.id`
  return found ? sql`${each(found)} gathered CROSS JOIN ${table} NOT INDEXED ON ${alias}.id = gathered.value` : table
}

/** The ids of a list's rows where another table or an index tells them, some perhaps more than once. */
function idsAt({ gathered, walks, most }: Source<Listed>): Sql | undefined {
  return walks ? gatheredBy(walks, most === undefined ? 'UNION' : 'UNION ALL') : gathered
}

/** Row ids selected anew for each row to the left, in their order: what SQL calls LATERAL and SQLite has for table-valued functions alone. */
export function each(ids: Sql): Sql {
  return sql`json_each((SELECT json_group_array(id) FROM (${ids})))`
}

/** The condition that a row of a parent's list fits the filter. */
function fits<Noun extends Listed>(source: Source<Noun>, filter: FilterOf<Noun>, compile = where): Sql {
  return every([source.within, filter ? compile(source.noun as keyof Filters, filter) : always]) // only nouns with filters have one
}

interface ListOrder {
  /** Binds cursors to list and order. */
  readonly id: string
  readonly expression: Sql | null
  readonly steps: Steps | null
  readonly descending: boolean
}

function orderOf(noun: Listed, order: Order | null): ListOrder {
  const known: Readonly<Record<string, (direction: Order['direction']) => Sql>> = orders[noun]
  const id = idOfOrder(noun, order?.field ?? null, order?.direction ?? null)
  const descending = order?.direction === 'DESC'
  // The newest article first is the order that lists have by themselves.
  const isOwn = order === null || (descending && order.field === 'PUBLISHED_ON')
  return { id, expression: isOwn ? null : (known[order.field]?.(order.direction) ?? null), steps: (order && steps[noun]?.[order.field]) ?? null, descending }
}

const orderIds = new Map<string, string>()

/** Made once for each of the orders that there are. */
function idOfOrder(noun: Listed, field: string | null, direction: string | null): string {
  const key = `${noun} ${field} ${direction}`
  const found = orderIds.get(key) ?? boundTo(noun, field, direction)
  orderIds.set(key, found)
  return found
}

function further(isDown: boolean): Sql {
  return isDown ? sql`<` : sql`>`
}

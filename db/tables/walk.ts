// Lists without sorting: a list in its own order is a stretch of an index, or several that are merged, of each only as many rows as a
// page needs. So a page costs the same whether ten rows or ten million come after it.
import { limits } from '../../src/model/limits.ts'
import type { StatementRole } from '../../src/model/vocabulary.ts'
import { tables, type Listed } from './rows.ts'
import { aliveAt, always, every, join, nothing, sql, type Sql } from '../sql.ts'

/** What entities may be in statements, in relationships and in articles. */
export type Role = StatementRole | 'SUBJECT' | 'OBJECT' | 'MENTIONED'

/** A stretch of an index in the order of `sort`. */
export interface Walk {
  /** What is read: the index's table, `own` for short where it is not the noun's own (then `whole` is absent). */
  readonly tables: Sql
  readonly where: Sql
  /** The row's id, and its place in the list. */
  readonly id: Sql
  readonly sort: Sql
  /** The columns that the index is in the order of, the place itself unless told. */
  readonly by?: readonly Sql[]
  /** What an index knows of the rows beyond a place, where that is not the place itself. */
  readonly from?: (further: Sql, place: string) => Sql
  /** The noun's table is among those that are read. */
  readonly whole?: true
  /** Where the index knows when a statement was made: the column, empty where nothing tells. */
  readonly madeOn?: Sql
  /** Not all rows of the stretch are of the list: any number may be passed over before a page is full. */
  readonly skips?: true
  /** Where there are very many such stretches (db/lists/windows.ts): of whom or of what. */
  readonly over?: Over
  /** Where the rows are those in which an entity has a role: both. */
  readonly whose?: { readonly entity: Sql | number; readonly role: Role }
}

export interface Over {
  /** Selects `id`, each once. */
  readonly ids: Sql
  /** What they are called in the walk. */
  readonly alias: Sql
}

/** The rows of a walk that meet the conditions as well. */
export function only(walk: Walk, conditions: readonly Sql[]): Walk {
  return conditions.length === 0 ? walk : { ...walk, where: every([walk.where, ...conditions]), skips: true }
}

export interface Part {
  /** What rows must fit beside. */
  readonly fits: Sql
  /** Rows behind this place only. */
  readonly after: string | null
  readonly backwards: boolean
  readonly most: number
}

/** The ids of the first rows of the walks together, as `id`, each once and in order. */
export function walked(noun: Listed, walks: readonly Walk[], part: Part): Sql {
  const direction = part.backwards ? sql`DESC` : sql`ASC`
  if (walks.length === 0) return sql`SELECT 0 AS id WHERE FALSE`
  const stretches = walks.map(walk => rowsAlong(noun, walk, part, sql`${walk.id} AS id, ${walk.sort} AS sort`, part.fits !== always))
  if (stretches[0] && stretches.length === 1) return sql`SELECT id FROM (${stretches[0]})`
  const all = join(stretches.map(each => sql`SELECT id, sort FROM (${each})`), ' UNION ')
  return sql`SELECT id FROM (${all}) ORDER BY sort ${direction} LIMIT ${part.most}`
}

/** The first rows of one walk themselves, in order. */
export function walkedRows(noun: Listed, walk: Walk, part: Part, columns: Sql): Sql {
  return rowsAlong(noun, walk, part, columns, true)
}

/** The ids of so many rows of the walks together, each once, whichever come first: enough to count them. */
export function anyOf(noun: Listed, walks: readonly Walk[], fits: Sql, most: number): Sql {
  return sql`SELECT DISTINCT id FROM (${along(noun, walks, fits, walk => sql`${walk.id} AS id`)}) LIMIT ${most}`
}

/** What is selected of all rows of the walks that fit, in no order, some perhaps more than once. */
export function along(noun: Listed, walks: readonly Walk[], fits: Sql, selected: (walk: Walk) => Sql, conditions: (walk: Walk) => readonly Sql[] = () => []): Sql {
  const { table, alias } = tables[noun]
  return join(walks.map(walk => sql`SELECT ${selected(walk)} FROM ${overOf(walk)}${walk.tables}
    ${walk.whole || fits === always ? nothing : sql`CROSS JOIN ${table} NOT INDEXED ON ${alias}.id = ${walk.id}`} WHERE ${every([walk.where, ...conditions(walk), fits, aliveAt(walk.id)])}`), ' UNION ALL ')
}

/** `needsTable`: what is selected or asked stands in the noun's table; there each row is found by its id, and by no index that a condition may have. */
function rowsAlong(noun: Listed, walk: Walk, { fits, after, backwards, most }: Part, selected: Sql, needsTable: boolean): Sql {
  const { table, alias } = tables[noun]
  const [direction, further] = backwards ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`]
  const by = join((walk.by ?? [walk.sort]).map(column => sql`${column} ${direction}`), ', ')
  const beyond = after === null ? always : every([walk.from?.(further, after) ?? always, sql`${walk.sort} ${further} ${after}`])
  const needed = walk.whole || !needsTable ? nothing : sql`CROSS JOIN ${table} NOT INDEXED ON ${alias}.id = ${walk.id}`
  // A page of a stretch whose rows all fit is soon read: nobody need ask at each row whether that takes too long.
  const isShort = fits === always && !walk.whole && !walk.over && !walk.skips && most <= limits.pageSize.value + 1
  return sql`SELECT ${selected} FROM ${walk.tables} ${needed}
    WHERE ${every([walk.where, fits, beyond, isShort ? always : aliveAt(walk.id)])} ORDER BY ${by} LIMIT ${most}`
}

function overOf({ over }: Walk): Sql {
  return over ? sql`(${over.ids}) ${over.alias} CROSS JOIN ` : nothing
}

/** All rows of the walks, in no order; by UNION each once. */
export function gatheredBy(walks: readonly Walk[], together: 'UNION' | 'UNION ALL'): Sql {
  if (walks.length === 0) return sql`SELECT 0 AS id WHERE FALSE`
  const selected = walks.map(walk => sql`${walk.id} AS id FROM ${overOf(walk)}${walk.tables} WHERE ${walk.where}`)
  const [single] = selected
  // UNION sees to no repetition where there is one selection alone: one statement is of two who speak for a country.
  if (single && selected.length === 1 && together === 'UNION' && walks[0]?.over) return sql`SELECT DISTINCT ${single}`
  return join(selected.map(each => sql`SELECT ${each}`), ` ${together} `)
}

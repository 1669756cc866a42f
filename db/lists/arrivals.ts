// What came in, in the order in which it came: the numbers of articles and statements, which grow and are never given twice.
import type { StatementFilter } from '../../src/model/filter.ts'
import { where } from '../filters/where.ts'
import type { Graph } from '../file/open.ts'
import { columnsOf, tables, type Rows } from '../tables/rows.ts'
import { aliveAt, always, sql } from '../sql.ts'

export type Arriving = 'article' | 'statement'

/** A stretch of the arrivals. */
export interface Arrived {
  /** Those that fit, the first to come first. */
  readonly numbers: readonly number[]
  /** Nothing up to this number is missing from them. */
  readonly upTo: number
}

/** Rows looked at in one stretch, so that a filter which little fits keeps nobody waiting. */
const stretch = 500

/** The number given last, whether or not its row is still there; 0 where nothing ever came in. */
export function lastArrival(graph: Graph, noun: Arriving): number {
  return graph.one<{ seq: number }>(sql`SELECT seq FROM sqlite_sequence WHERE name = ${noun}`)?.seq ?? 0
}

/** What came in after a number and is still there. Throws the errors of the filter, also where nothing came. */
export function arrivalsAfter(graph: Graph, noun: Arriving, number: number, filter?: StatementFilter | null): Arrived {
  const { table, alias } = tables[noun]
  const fits = filter ? where('statement', filter) : always
  const upTo = graph.one<{ id: number | null }>(sql`SELECT max(id) AS id FROM
    (SELECT ${alias}.id FROM ${table} WHERE ${alias}.id > ${number} ORDER BY ${alias}.id LIMIT ${stretch})`)?.id ?? null
  if (upTo === null) return { numbers: [], upTo: number }
  const rows = graph.all<{ id: number }>(sql`SELECT ${alias}.id FROM ${table}
    WHERE ${alias}.id > ${number} AND ${alias}.id <= ${upTo} AND ${fits} AND ${aliveAt(sql`${alias}.id`)} ORDER BY ${alias}.id`)
  return { numbers: rows.map(row => row.id), upTo }
}

/** The row that has the number; undefined where it was removed since. */
export function arrivalNumbered<Noun extends Arriving>(graph: Graph, noun: Noun, number: number): Rows[Noun] | undefined {
  const { table, alias } = tables[noun]
  return graph.one<Rows[Noun]>(sql`SELECT ${columnsOf(noun)} FROM ${table} WHERE ${alias}.id = ${number}`)
}

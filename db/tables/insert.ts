// Rows that wait to be written, many to a statement: half of what a row costs is the call that brings it.
import type { Graph } from '../file/open.ts'
import type { Sql, Value } from '../sql.ts'

/** Rows of one statement, at most. What is left over takes a statement for each power of two in it, so that few are kept prepared. */
const mostRows = 32

/** Rows by what they go into: table and columns, as SQL has them behind INSERT INTO. */
export type Waiting = Map<string, (readonly Value[])[]>

/** Where ties go. */
export const tiesInto = 'tie (from_id, to_id, sort, forwards, hop, relationship_id, statement_id)'

export function wait(waiting: Waiting, into: string, row: readonly Value[]): void {
  const rows = waiting.get(into)
  if (rows) rows.push(row)
  else waiting.set(into, [row])
}

export function tableOf(into: string): string {
  return into.slice(0, into.indexOf(' '))
}

/** Rows by their first columns: of a table that is an index itself, neighbours are written one after the other, and each page is found where the last was. */
export function inOrder<Row extends readonly Value[]>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((one, other) => {
    let at = 0
    while (at < one.length && one[at] === other[at]) at++
    return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
  })
}

/** Changes each row that is there already, and writes the others: those that are new at first sight and those that are not found. One by one: a statement that may find some of its rows (ON CONFLICT …) keeps the pages that
 * it changes as they were, to undo itself alone. */
export function addAll<Row extends readonly Value[]>(graph: Graph, into: string, rows: readonly Row[], isNew: (row: Row) => boolean, change: (row: Row) => Sql): void {
  insertAll(graph, into, rows.filter(row => isNew(row) || graph.run(change(row)).changes === 0))
}

/** Writes all of them. OR FAIL, because the transaction is given up as a whole where one fails: else each statement would keep the pages that it changes
 * as they were, to undo itself alone. */
export function insertAll(graph: Graph, into: string, rows: readonly (readonly Value[])[]): void {
  for (let from = 0; from < rows.length;) {
    const count = Math.min(mostRows, 2 ** Math.floor(Math.log2(rows.length - from)))
    const values = ([] as Value[]).concat(...rows.slice(from, from + count)) // made as long as it must be
    graph.run({ text: textOf(into, count, rows[from]?.length ?? 0), values })
    from += count
  }
}

const texts = new Map<string, string>()

function textOf(into: string, count: number, width: number): string {
  const key = `${count} ${into}`
  const known = texts.get(key)
  if (known !== undefined) return known
  const row = `(${Array.from({ length: width }, () => '?').join(', ')})`
  const text = `INSERT OR FAIL INTO ${into} VALUES ${Array.from({ length: count }, () => row).join(', ')}`
  texts.set(key, text)
  return text
}

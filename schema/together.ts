// Rows that were loaded together are resolved together: the first of them that a field is asked of answers it for all, in one
// statement. So the statements of an operation follow its shape, not its rows, and no resolver needs a promise.
import type { GraphQLResolveInfo } from 'graphql'
import { endsBelow, placeOf } from './asked.ts'

interface Flock {
  readonly rows: object[]
  /** Answers by place in the operation, or by name where the place makes no difference; each in the order of the rows. */
  readonly answers: Map<unknown, readonly unknown[]>
}

/** Where a row keeps its flock, and its number in it. */
const own = Symbol('flock')
const number = Symbol('number')

interface Bound {
  [own]?: Flock
  [number]?: number
}

/**
 * Binds rows of one type that were loaded together; nulls and rows that are bound already are left as they are. `info`: of the field that
 * answers them. Where nothing below it leads on, there is nothing to load together.
 */
export function together<Row>(rows: readonly Row[], info?: GraphQLResolveInfo): readonly Row[] {
  if (info && endsBelow(info)) return rows
  const flock: Flock = { rows: [], answers: new Map() }
  for (const row of rows) bind(row, flock)
  return rows
}

/** Arrays of rows, one for each of the flock: their rows are bound, across all arrays. */
export function togetherFlat<Row>(lists: readonly (readonly Row[])[], info?: GraphQLResolveInfo): readonly (readonly Row[])[] {
  if (info && endsBelow(info)) return lists
  const flock: Flock = { rows: [], answers: new Map() }
  for (const list of lists) for (const row of list) bind(row, flock)
  return lists
}

function bind(row: unknown, flock: Flock): void {
  if (typeof row !== 'object' || row === null) return
  const bound: Bound = row
  if (bound[own]) return
  bound[own] = flock
  bound[number] = flock.rows.push(row) - 1
}

/**
 * The row's value of a field, loaded for all rows of its flock at once. `load` answers in the order of the rows it is given.
 * Fields that take arguments, or read what is selected below them, hand in `info`: the same field elsewhere in the operation may have others.
 */
export function forAll<Row extends object, Value>(
  row: Row, field: string, info: GraphQLResolveInfo | null, load: (rows: readonly Row[]) => readonly Value[],
): Value {
  const bound: Bound = row
  if (!bound[own]) together([row])
  const flock = bound[own]
  if (!flock) throw new Error('A row has no flock.')
  const place = info ? placeOf(info) : field
  let values = flock.answers.get(place)
  if (!values) flock.answers.set(place, (values = load(flock.rows as readonly object[] as readonly Row[]))) // rows of one flock have one type
  return values[bound[number] ?? 0] as Value // what load answered for this row
}

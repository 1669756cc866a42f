// Rows that were loaded together are resolved together: the first of them that a field is asked of answers it for all, in one
// statement. So the statements of an operation follow its shape, not its rows, and no resolver needs a promise.
import type { GraphQLResolveInfo } from 'graphql'

interface Flock {
  readonly rows: readonly object[]
  /** Answers by field of the operation, then by what was loaded. */
  readonly answers: Map<unknown, Map<string, ReadonlyMap<object, unknown>>>
}

/** Where a row keeps its flock. Not enumerable, so that a copy of a row is free. */
const own = Symbol('flock')

function flockOf(row: object): Flock | undefined {
  return (row as { [own]?: Flock })[own] // set by together alone
}

/** Binds rows of one type that were loaded together; nulls and rows that are bound already are left as they are. */
export function together<Row>(rows: readonly Row[]): readonly Row[] {
  const free = [...new Set(rows.filter((row): row is Row & object => typeof row === 'object' && row !== null && !flockOf(row)))]
  const flock: Flock = { rows: free, answers: new Map() }
  for (const row of free) Object.defineProperty(row, own, { value: flock })
  return rows
}

/** Arrays of rows, one for each of the flock: their rows are bound, across all arrays. */
export function togetherFlat<Row>(lists: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  together(lists.flat())
  return lists
}

/**
 * The row's value of a field, loaded for all rows of its flock at once. `load` answers in the order of the rows it is given.
 * Fields that take arguments hand in `info`: the same field elsewhere in the operation may have others.
 */
export function forAll<Row extends object, Value>(
  row: Row, field: string, info: GraphQLResolveInfo | null, load: (rows: readonly Row[]) => readonly Value[],
): Value {
  if (!flockOf(row)) together([row])
  const flock = flockOf(row)
  if (!flock) throw new Error('A row has no flock.')
  const place = info?.fieldNodes[0] ?? flock
  let answers = flock.answers.get(place)
  if (!answers) flock.answers.set(place, (answers = new Map()))
  let values = answers.get(field)
  if (!values) {
    const rows = flock.rows as readonly Row[] // rows of one flock have one type
    const loaded = load(rows)
    answers.set(field, (values = new Map(rows.map((each, index) => [each, loaded[index]]))))
  }
  return values.get(row) as Value // what load answered for this row
}

// Which columns of a row a field reads, and which ones the fields selected below it read: rows are loaded with no others.
import type { GraphQLResolveInfo } from 'graphql'
import type { Asked, Rows } from '../db/tables/rows.ts'

type Column = { [Noun in keyof Rows]: keyof Rows[Noun] }[keyof Rows]

/** What a field of a row's type says in its `extensions` where it is not itself a column. One that says nothing reads the whole row. */
export function reads(...columns: readonly Column[]): { readonly columns: readonly string[] } {
  return { columns }
}

/** What src/execution/plan.ts tells of a field's place in the operation. Other executors know nothing of it. */
export interface Below {
  readonly below?: {
    /** The columns that are read of the rows which the field answers; null: all. */
    readonly columns: Asked
    /** Nothing but columns of theirs is read. */
    readonly ends: boolean
  }
  /** The same wherever the same is selected. */
  readonly place?: object
}

/** What is read of the rows that a field answers, itself or in a connection. Null: all. */
export function askedBelow(info: GraphQLResolveInfo & Below): Asked {
  return info.below?.columns ?? null
}

/** Whether no field that is selected below leads on from these rows. */
export function endsBelow(info: GraphQLResolveInfo & Below): boolean {
  return info.below?.ends ?? false
}

/** What tells the field from the same one elsewhere, which may have other arguments, or other fields below it. */
export function placeOf(info: GraphQLResolveInfo & Below): object | undefined {
  return info.place ?? info.fieldNodes[0]
}

// Which columns of a row a field reads, and which ones the fields selected below it read: rows are loaded with no others.
import type { GraphQLResolveInfo } from 'graphql'
import type { Asked, Rows } from '../db/rows.ts'

type Column = { [Noun in keyof Rows]: keyof Rows[Noun] }[keyof Rows]

/** What a field of a row's type says in its `extensions` where it is not itself a column. One that says nothing reads the whole row. */
export function reads(...columns: readonly Column[]): { readonly columns: readonly string[] } {
  return { columns }
}

/** What is read of the rows that a field answers, itself or in a connection; src/query-columns.ts tells. Null: all. */
export function askedBelow(info: GraphQLResolveInfo): Asked {
  return (info as GraphQLResolveInfo & { readonly columns?: Asked }).columns ?? null
}

// An opened database with the schema that answers from it: what the server and the commands work on.
// The only file of the shell that joins storage and schema.
import { buildSchema, type GraphQLSchema } from 'graphql'
import { existsSync, writeFileSync } from 'node:fs'
import { OnRecordError } from './model/errors.ts'
import { limits } from './model/limits.ts'

export interface Archive {
  readonly schema: GraphQLSchema
  /** What resolvers get, anew for each operation. */
  context(): object
  /** Runs the work in one read transaction, stopped after the operation's time. The work must be synchronous. */
  read<Result>(work: () => Result): Result
  /** What `/health` tells beside status and version; cheap. */
  health(): Readonly<Record<string, unknown>>
  close(): void
}

export function openArchive(path: string): Archive {
  if (!existsSync(path)) throw new OnRecordError('FILE_NOT_FOUND', `There is no database at ${path}; "onrecord seed" makes one.`)
  return {
    schema: buildSchema('type Query { here: String }'),
    context: () => ({ limits }),
    read: work => work(),
    health: () => ({}),
    close: () => {},
  }
}

/** Builds the seed database; answers how much of each sort it holds. */
export function buildSeedAt(path: string): Readonly<Record<string, number>> {
  writeFileSync(path, '')
  return { articles: 1 }
}

/** What does not hold in the database; empty: it is sound. */
export function verifyAt(path: string): readonly { readonly check: string; readonly message: string }[] {
  openArchive(path).close()
  return []
}

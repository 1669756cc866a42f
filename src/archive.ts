// An opened database with the schema that answers from it: what the server and the commands work on.
import type { GraphQLSchema } from 'graphql'
import { openForReading } from '../db/open.ts'
import { statistics } from '../db/statistics.ts'
import { schema } from '../schema/index.ts'
import { limits } from './model/limits.ts'

export interface Archive {
  readonly schema: GraphQLSchema
  /** What resolvers get, anew for each operation. */
  context(): object
  /** Runs the work in one read transaction, stopped after the operation's time. The work must be synchronous. */
  read<Result>(work: () => Result): Result
  /** What `/health` tells beside status and version; cheap. */
  health(): Readonly<Record<string, string | number>>
  close(): void
}

export function openArchive(path: string): Archive {
  const graph = openForReading(path)
  return {
    schema,
    context: () => ({ graph }),
    read: work => graph.transaction(work, limits.operationTime.value),
    health: () => {
      const { articles, entities, statements, relationships, dataVersion } = statistics(graph)
      return { articles, entities, statements, relationships, dataVersion, sqlite: graph.sqliteVersion }
    },
    close: () => graph.close(),
  }
}

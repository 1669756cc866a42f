// An opened database with the schema that answers from it: what the server and the commands work on.
import type { GraphQLSchema } from 'graphql'
import { processorTime } from '../../db/file/deadline.ts'
import { openForReading, type Graph } from '../../db/file/open.ts'
import { statistics } from '../../db/file/statistics.ts'
import { schema } from '../../schema/index.ts'
import { limits } from '../model/limits.ts'

export interface Archive {
  readonly schema: GraphQLSchema
  readonly graph: Graph
  /** What resolvers get, anew for each operation. */
  context(): object
  /** As `context`, where reading and changing take turns: each statement reads by itself what is there now. */
  contextOfMutation(): object
  /** Runs the work in one read transaction, stopped after the operation's time; with TakesLong after `promptTime`, where it is given, in ms. It must be synchronous. */
  read<Result>(work: () => Result, promptTime?: number): Result
  /** What `/health` tells beside status and version; cheap. */
  health(): Readonly<Record<string, string | number>>
  close(): void
}

/** Why what was to be read promptly was stopped: it is to be begun anew where it may take its time. */
export class TakesLong extends Error {
  override readonly name = 'TakesLong'
}

export function openArchive(path: string, how?: Parameters<typeof openForReading>[1]): Archive {
  const graph = openForReading(path, how)
  return {
    schema,
    graph,
    context: () => ({ graph }),
    contextOfMutation: () => ({ graph: byStatements(graph, limits.operationTime.value) }),
    read: (work, promptTime) => graph.transaction(work, promptTime === undefined ? { time: limits.operationTime.value } : { time: promptTime, late: () => new TakesLong() }),
    health: () => {
      const { articles, entities, statements, relationships, dataVersion } = statistics(graph)
      return { articles, entities, statements, relationships, dataVersion, sqlite: graph.sqliteVersion }
    },
    close: () => graph.close(),
  }
}

/** The same graph, each statement in a transaction of its own, all of them together within the time. */
function byStatements(graph: Graph, time: number): Graph {
  let left = time
  const alone = <Result>(work: () => Result): Result => {
    const worked = processorTime()
    try {
      return graph.transaction(work, { time: left })
    } finally {
      left -= processorTime() - worked
    }
  }
  return { ...graph, all: query => alone(() => graph.all(query)), one: query => alone(() => graph.one(query)) }
}

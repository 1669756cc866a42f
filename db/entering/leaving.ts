// How rows leave. That what enters refers to rows that are there, the engine sees; of each row that leaves it would look for what refers to it, through
// the whole of tables that have no index for that (mentions by their entity, ties by what they stand for): seconds for one article.
import type { Graph } from '../file/open.ts'
import { sql } from '../sql.ts'

/** One transaction in which rows leave; `verify` sees whether anything still refers to them. Within another transaction it is part of that one. */
export function leaving<Result>(graph: Graph, work: () => Result): Result {
  graph.run(sql`PRAGMA foreign_keys = OFF`)
  try {
    return graph.transaction(work)
  } finally {
    graph.run(sql`PRAGMA foreign_keys = ON`)
  }
}

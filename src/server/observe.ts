// What is seen of each operation: how it ended, what it could and did cost, which statements it ran; told to the metrics, to the client that
// asks for it, and where it took long to the log, with the plans of its statements.
import type { ExecutionResult } from 'graphql'
import type { Graph } from '../../db/file/open.ts'
import type { Sql } from '../../db/sql.ts'
import { answerQuestion, type Asking, type Question } from '../execution/answer.ts'
import { labelled, noLabels, type Metrics } from './metrics.ts'
import { limits } from '../model/limits.ts'

/** Statements of a slow operation that are explained in the log; of each other only the number is told. */
const explainedStatements = 10
/** Characters of a text of the client's, or of SQL, that stand in the log. */
const loggedCharacters = 2000

const byKnown = labelled('known')
const byOutcome = labelled('outcome')

export interface Observing {
  readonly graph: Graph
  readonly metrics: Metrics
  /** In ms; what takes longer is logged. */
  readonly slow: number
}

export type Observed = (asking: Asking, question: Question) => ExecutionResult | Promise<ExecutionResult>

export function observed({ graph, metrics, slow }: Observing): Observed {
  const known = new WeakSet<object>()
  /** Of the operation that runs at this moment; others are not told apart. */
  let running: Sql[] | null = null
  graph.onStatement = (_, query) => {
    if (running) running.push(query)
    else metrics.add('onrecord_sql_statements_total')
  }

  return (asking, question) => {
    const began = performance.now()
    let predicted = 0
    const statements: Sql[] = []
    const { prepare, aside } = asking
    running = statements
    const result = answerQuestion({
      ...asking,
      prepare: text => {
        const prepared = prepare(text)
        metrics.add('onrecord_documents_total', byKnown(known.has(prepared) ? 'yes' : 'no'))
        known.add(prepared)
        return prepared
      },
      charge: cost => {
        predicted = cost
        metrics.observe('onrecord_operation_cost_points', cost)
        asking.charge?.(cost)
      },
      aside: aside && {
        ...aside,
        async answer() {
          metrics.add('onrecord_long_operations_total')
          // What was run until it was stopped is counted, but no part of the answer.
          metrics.add('onrecord_sql_statements_total', noLabels, statements.length)
          const answered = await aside.answer()
          statements.splice(0, Infinity, ...answered.statements)
          return answered
        },
      },
    }, question)
    running = null
    const end = (ended: ExecutionResult): ExecutionResult => {
      const milliseconds = performance.now() - began
      metrics.add('onrecord_operations_total', byOutcome(outcomeOf(ended)))
      metrics.add('onrecord_sql_statements_total', noLabels, statements.length)
      if (milliseconds > slow) {
        metrics.add('onrecord_slow_operations_total')
        asking.log.info('slow operation', {
          requestId: asking.requestId, milliseconds: Math.round(milliseconds), cost: predicted, operationName: question.operationName ?? undefined,
          query: question.query.slice(0, loggedCharacters), statements: statements.length, plans: plansOf(graph, statements),
        })
      }
      if (!question.explain) return ended
      return { ...ended, extensions: { cost: { predicted, actual: objectsIn(ended.data), limit: limits.cost.value }, milliseconds: Math.round(milliseconds * 100) / 100, statements: statements.length } }
    }
    return result instanceof Promise ? result.then(end) : end(result)
  }
}

function outcomeOf({ data, errors }: ExecutionResult): 'answered' | 'partial' | 'refused' {
  if (!errors) return 'answered'
  return data ? 'partial' : 'refused'
}

/** Objects in an answer: what an operation has cost by the measure of what it could. */
export function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  return parts.reduce<number>((sum, part) => sum + objectsIn(part), Array.isArray(value) ? 0 : 1)
}

/** How the engine goes about the first statements, each once; without values, which are the client's. */
function plansOf(graph: Graph, statements: readonly Sql[]): readonly { readonly sql: string; readonly plan: readonly string[] }[] {
  const distinct = new Map(statements.map(statement => [statement.text, statement]))
  return [...distinct.values()].slice(0, explainedStatements).map(statement => ({ sql: statement.text.replace(/\s+/g, ' ').slice(0, loggedCharacters), plan: graph.planOf(statement) }))
}

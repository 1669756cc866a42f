// Answers one operation, the one way for all who ask: HTTP, `onrecord query`, and whoever else stands in the same process. The text is
// prepared, the operation allowed, its variables checked and its cost counted; then it is executed, and its errors are made presentable.
import { OperationTypeNode, type ExecutionResult } from 'graphql'
import { randomUUID } from 'node:crypto'
import type { Sql } from '../../db/sql.ts'
import type { Writing } from '../../schema/context.ts'
import { TakesLong, type Archive } from './archive.ts'
import { createLog, type Log } from '../log.ts'
import { presentable } from './masking.ts'
import { OnRecordError } from '../model/errors.ts'
import { preparer, type Prepare } from './prepare.ts'
import { withoutHttp } from './refusal.ts'

export interface Question {
  readonly query: string
  readonly variables?: unknown
  readonly operationName?: string | null
  /** Whether the answer tells what it cost (src/server/observe.ts). */
  readonly explain?: boolean
}

/** An answer from where a query may take its time, with the statements that it took. */
export interface AnsweredAside {
  readonly result: ExecutionResult
  readonly statements: readonly Sql[]
}

/** Where a query is begun anew that is not answered here within so long, in ms. */
export interface Elsewhere {
  readonly after: number
  answer(): Promise<AnsweredAside>
}

export interface Asking {
  readonly archive: Archive
  readonly prepare: Prepare
  readonly log: Log
  /** Under which the log tells of faults. */
  readonly requestId: string
  /** Throws where the asker may not have such an operation. */
  allow(type: OperationTypeNode): void
  /** Is told what the operation could cost, in points, before it is executed. */
  charge?(cost: number): void
  /** Is called where the answer now waits for others: for a change to be made, or for the thread of long queries. */
  release?(): void
  /** Where a query may take its time; absent where it may do so here. */
  readonly aside?: Elsewhere | undefined
  /** Where mutations are taken. */
  readonly writing?: Writing | undefined
}

/** Where nothing was executed there is no data, and the first error tells the HTTP status (src/execution/refusal.ts). */
export function answerQuestion(asking: Asking, question: Question): ExecutionResult | Promise<ExecutionResult> {
  try {
    const result = executed(asking, question)
    return result instanceof Promise ? result.then(each => shown(each, asking), (error: unknown) => refused([error], asking)) : shown(result, asking)
  } catch (error) {
    return refused([error], asking)
  }
}

function executed({ archive, prepare, allow, charge, release, aside, writing }: Asking, { query, variables, operationName = null }: Question): ExecutionResult | Promise<ExecutionResult> {
  const prepared = prepare(query)
  if (prepared.errors) return { errors: prepared.errors }
  const operation = prepared.operation(operationName)
  allow(operation.type)
  const asked = operation.ask(variables)
  if (asked.errors) return { errors: asked.errors }
  charge?.(Math.max(1, asked.cost))
  // One read transaction around a query, whose resolvers answer synchronously. A mutation waits for its changes and reads after each.
  if (operation.type === OperationTypeNode.MUTATION) {
    release?.()
    return asked.execute({ ...archive.contextOfMutation(), writing })
  }
  const result = archive.read(() => asked.execute(archive.context()), aside?.after)
  if (!aside || result instanceof Promise || !result.errors?.some(({ originalError }) => originalError instanceof TakesLong)) return result
  release?.()
  return aside.answer().then(answered => answered.result)
}

function shown(result: ExecutionResult, asking: Asking): ExecutionResult {
  if (!result.errors) return result
  if (!('data' in result)) return refused(result.errors, asking)
  // With data the answer is a success that bears errors; the status is for requests that got none.
  return { errors: presentable(result.errors, asking.requestId, asking.log).map(withoutHttp), data: result.data }
}

function refused(errors: readonly unknown[], { requestId, log }: Asking): ExecutionResult {
  return { errors: presentable(errors, requestId, log) }
}

/** For whoever asks in process: queries only. */
export function answerer(archive: Archive, log: Log = createLog()): (question: Question) => ExecutionResult {
  const prepare = preparer(archive.schema)
  return question => {
    const result = answerQuestion({ archive, prepare, log, requestId: randomUUID(), allow: queriesAlone }, question)
    if (result instanceof Promise) throw new TypeError('A query was answered with a promise.')
    return result.errors ? { ...result, errors: result.errors.map(withoutHttp) } : result
  }
}

/** Refuses what is no query, for whoever takes no changes and opens no streams. */
export function queriesAlone(type: OperationTypeNode): void {
  if (type === OperationTypeNode.MUTATION) {
    throw new OnRecordError('WRITING_OFF', 'Here only queries are answered; send the mutation by POST to a server that has ONRECORD_TOKEN.')
  }
  if (type === OperationTypeNode.SUBSCRIPTION) {
    throw new OnRecordError('NOT_ACCEPTABLE', 'Here only queries are answered; a subscription is answered by a server, with a stream of events.')
  }
}

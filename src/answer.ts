// Answers one operation in process, without HTTP: for `onrecord query` and whoever else stands in the same process. The limits are those of any client.
import { execute, type ExecutionResult, type GraphQLError } from 'graphql'
import { randomUUID } from 'node:crypto'
import type { Archive } from './archive.ts'
import { createLog, type Log } from './log.ts'
import { presentable } from './masking.ts'
import { OnRecordError } from './model/errors.ts'
import { checkOperation, operationOf, preparer } from './prepare.ts'

export interface Question {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly operationName?: string | null
}
/** `charge` is told what the operation could cost, before it is executed. */
export type Answerer = (question: Question, charge?: (points: number) => void) => ExecutionResult

/** Documents are prepared once and kept. Queries only. */
export function answerer(archive: Archive, log: Log = createLog()): Answerer {
  const prepare = preparer(archive.schema)
  return (question, charge) => {
    const requestId = randomUUID()
    const shown = (errors: readonly unknown[]) => presentable(errors, requestId, log).map(withoutStatus)
    try {
      const result = answer(archive, prepare, question, charge)
      return result.errors ? { ...result, errors: shown(result.errors) } : result
    } catch (error) {
      return { errors: shown([error]) }
    }
  }
}

function answer(archive: Archive, prepare: ReturnType<typeof preparer>, { query, variables = {}, operationName = null }: Question, charge?: (points: number) => void): ExecutionResult {
  const { document, errors } = prepare(query)
  if (!document || errors.length > 0) return { errors }
  const { errors: refused, cost } = checkOperation(archive.schema, document, operationName, variables)
  if (refused.length > 0) return { errors: refused }
  charge?.(Math.max(1, cost))
  const { operation } = operationOf(document, operationName)
  if (operation === 'mutation') {
    throw new OnRecordError('WRITING_OFF', 'Here only queries are answered; send the mutation by POST to a server that has ONRECORD_TOKEN.')
  }
  if (operation === 'subscription') {
    throw new OnRecordError('NOT_ACCEPTABLE', 'Here only queries are answered; a subscription is answered by a server, with a stream of events.')
  }
  return archive.read(() => {
    const result = execute({ schema: archive.schema, document, operationName, variableValues: variables, contextValue: archive.context() })
    if (result instanceof Promise) throw new TypeError('A resolver answered with a promise, outside its transaction.')
    return result
  })
}

/** The HTTP status is the server's business. */
function withoutStatus(error: GraphQLError): GraphQLError {
  delete error.extensions['http']
  return error
}

// Makes errors of ours into GraphQL errors, and writes the sentence of a limit that was passed.
import { GraphQLError } from 'graphql'
import { errorTable, OnRecordError } from './model/errors.ts'
import { limits, type LimitName } from './model/limits.ts'

/** As clients get it: the code and what one can act on in `extensions`, and the HTTP status for answers without data. */
export function toGraphQLError(error: OnRecordError, at: Pick<GraphQLError, 'nodes' | 'source' | 'positions' | 'path'> | null = null): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: at?.nodes,
    source: at?.source,
    positions: at?.positions,
    path: at?.path,
    extensions: { code: error.code, ...error.details, http: { status: errorTable[error.code].status } },
  })
}

/** A limit was passed. `what` is the sentence's beginning: what was found; `advice`: what to change. */
export function limitPassed(name: LimitName, actual: number, what: string, advice: string): OnRecordError {
  const { value, unit, refusal } = limits[name]
  if (refusal === null) throw new TypeError(`The limit ${name} refuses nothing.`)
  const limit = `the limit is ${value.toLocaleString('en-GB')} ${unit}`
  return new OnRecordError(refusal, `${what}; ${limit}. ${advice}`, { limit: value, actual, limitName: name })
}


// Makes errors of ours into GraphQL errors.
import { GraphQLError } from 'graphql'
import { errorTable, type OnRecordError } from './model/errors.ts'

/** As clients get it: the code and what one can act on in `extensions`, and the HTTP status for answers without data. */
export function toGraphQLError(error: OnRecordError, at: Pick<GraphQLError, 'nodes' | 'source' | 'positions' | 'path'> | null = null): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: at?.nodes,
    source: at?.source,
    positions: at?.positions,
    path: at?.path,
    extensions: { code: error.code, ...error.details, http: { status: errorTable[error.code].status, ...(error.code === 'UNAUTHENTICATED' && { headers: { 'WWW-Authenticate': 'Bearer' } }) } },
  })
}

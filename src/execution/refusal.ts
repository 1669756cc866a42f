// Makes errors of ours into GraphQL errors.
import { GraphQLError } from 'graphql'
import { errorTable, type OnRecordError } from '../model/errors.ts'

/** As clients get it: the code and what one can act on in `extensions`, and the HTTP status for answers without data. */
export function toGraphQLError(error: OnRecordError, at: Pick<GraphQLError, 'nodes' | 'source' | 'positions' | 'path'> | null = null): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: at?.nodes,
    source: at?.source,
    positions: at?.positions,
    path: at?.path,
    extensions: { code: error.code, ...error.details, http: { status: errorTable[error.code].status, headers: headersOf(error) } },
  })
}

/** As it stands in an answer. A copy: errors of a document are kept with it. */
export function withoutHttp({ message, nodes, source, positions, path, extensions: given }: GraphQLError): GraphQLError {
  const extensions = { ...given }
  delete extensions['http']
  return new GraphQLError(message, { nodes, source, positions, path, extensions })
}

/** What HTTP says beside the status. */
export function headersOf({ code, details: { retryAfter } }: OnRecordError): Readonly<Record<string, string>> {
  return {
    ...(code === 'UNAUTHENTICATED' && { 'WWW-Authenticate': 'Bearer' }),
    ...(typeof retryAfter === 'number' && { 'Retry-After': String(retryAfter) }),
  }
}

// What of an error a client may see. Errors of ours and of GraphQL keep their sentence; anything else is logged and masked.
// It is the same whatever NODE_ENV says: no stack, path or SQL leaves the process.
import { GraphQLError } from 'graphql'
import { describe, type Log } from '../log.ts'
import { OnRecordError } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import { toGraphQLError } from './refusal.ts'

/** At most 20 errors, each fit to be shown. A masked one bears the id under which the log tells more. */
export function presentable(errors: readonly unknown[], requestId: string, log: Log): GraphQLError[] {
  return errors.slice(0, limits.errors.value).map(error => clipped(present(error, requestId, log)))
}

/** Sentences quote what was sent, which may be long: so much of each. In UTF-16 code units. */
const longest = 600

function clipped(error: GraphQLError): GraphQLError {
  if (error.message.length <= longest) return error
  const { nodes, source, positions, path, extensions } = error
  return new GraphQLError(`${error.message.slice(0, longest).toWellFormed()}…`, { nodes, source, positions, path, extensions })
}

function present(error: unknown, requestId: string, log: Log): GraphQLError {
  const origin = originOf(error)
  const place = error instanceof GraphQLError ? error : null
  if (origin instanceof OnRecordError) return toGraphQLError(origin, place)
  if (origin instanceof GraphQLError && !origin.extensions['unexpected']) return origin === error ? origin : (place ?? origin)
  log.error('fault', { requestId, path: place?.path?.join('.'), ...describe(origin) })
  return new GraphQLError(`A fault of ours stopped this. Please report it with the request's id: ${requestId}.`, {
    nodes: place?.nodes,
    source: place?.source,
    positions: place?.positions,
    path: place?.path,
    extensions: { code: 'INTERNAL', requestId, http: { status: 500 } },
  })
}

/** What was thrown first, below the wrappings that give it a place. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error
}

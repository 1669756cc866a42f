// The steps of one GraphQL request, as plugins of Yoga, in the order in which they act.
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { ExecutionResult, GraphQLSchema, OperationTypeNode } from 'graphql'
import type { IncomingMessage } from 'node:http'
import type { Archive } from './archive.ts'
import { requireOwnSite } from './hosts.ts'
import type { Log } from './log.ts'
import { presentable } from './masking.ts'
import { OnRecordError } from './model/errors.ts'
import { checkOperation, operationOf, type Manner, type Prepared } from './prepare.ts'
import { isAskedWrongly, type Client } from './rates.ts'
import { toGraphQLError } from './refusal.ts'
import type { Params } from './request-params.ts'
import { requireToken } from './token.ts'

/** What our HTTP server hands to Yoga beside the request. */
export interface ServerContext {
  readonly req: IncomingMessage
  readonly givenParams: Params
  readonly requestId: string
  readonly client: Client
  /** Gives the place of a running operation free. */
  readonly release: () => void
  prepared?: Prepared
}
/** Who may change the graph: who has the token, and asks from no page or from a page of ours or a listed one. */
export interface Writers {
  readonly token: string | null
  readonly corsOrigins: readonly string[]
}
type Step = Plugin<object, ServerContext>

/** The parameters were read and checked before Yoga saw the request. */
export function useGivenParams(): Step {
  return {
    onRequestParse({ serverContext, setRequestParser }) {
      setRequestParser(() => serverContext.givenParams)
    },
  }
}

/** Refuses what passes a limit, and changes by whoever may make none, before anything is executed. */
export function useLimits(schema: GraphQLSchema, prepare: (text: string) => Prepared, writers: Writers, manner: Manner): Step {
  return {
    onParams({ params: { query, operationName, variables }, context }) {
      if (typeof query !== 'string') return // Yoga says what is missing
      try {
        const prepared = prepare(query)
        context.prepared = prepared
        const { document, errors } = prepared
        if (!document || errors.length > 0) return
        requireRightWay(operationOf(document, operationName ?? null).operation, context.req, writers)
        const { errors: refused, cost } = checkOperation(schema, document, operationName ?? null, variables, manner)
        if (refused.length > 0) throw new AggregateError(refused)
        context.client.charge(Math.max(1, cost))
      } catch (error) {
        throw error instanceof OnRecordError ? toGraphQLError(error) : error
      }
    },
    onParse({ context, setParseFn }) {
      setParseFn(() => {
        const prepared = preparedOf(context)
        if (prepared?.document) return prepared.document
        throw prepared?.errors[0] ?? new TypeError('A document was not prepared.')
      })
    },
    onValidate({ context, setResult }) {
      setResult(preparedOf(context)?.errors ?? [])
    },
  }
}

/** One read transaction around each query; the resolvers answer synchronously. A mutation waits for its changes and reads after each. */
export function useTransaction(archive: Archive): Step {
  return {
    onExecute({ args, executeFn, setExecuteFn, extendContext }) {
      if (operationOf(args.document, args.operationName ?? null).operation === 'mutation') {
        const { release } = args.contextValue as Partial<ServerContext> // Yoga puts what it is handed into the context
        release?.()
        return extendContext(archive.contextOfMutation())
      }
      setExecuteFn(given => archive.read(() => {
        const result: unknown = executeFn(given)
        if (result instanceof Promise) throw new TypeError('A resolver answered with a promise, outside its transaction.')
        return result as ExecutionResult // nothing is deferred or streamed
      }))
    },
  }
}

/** The last step: errors are cut to their number, masked where they are ours, and logged. */
export function usePresentableErrors(log: Log): Step {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      serverContext.release() // a client that takes its answer slowly keeps nobody waiting
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return
      const errors = presentable(result.errors, serverContext.requestId, log)
      // With data the answer is a success that bears errors; the status is for requests that got none.
      if ('data' in result) for (const error of errors) delete error.extensions['http']
      else if (errors.some(({ extensions: { code } }) => isAskedWrongly(code))) serverContext.client.refused()
      setResult({ ...result, errors })
    },
  }
}

/** A mutation comes by POST and with the token; a subscription is answered by src/subscriptions.ts to who accepts its stream. */
function requireRightWay(operation: OperationTypeNode, request: IncomingMessage, { token, corsOrigins }: Writers): void {
  if (operation === 'subscription') {
    throw new OnRecordError('NOT_ACCEPTABLE', 'A subscription is answered with a stream of events; send "Accept: text/event-stream".')
  }
  if (operation !== 'mutation') return
  if (request.method === 'GET') throw new OnRecordError('METHOD_NOT_ALLOWED', 'A mutation was sent with GET; send it with POST.')
  requireOwnSite(request, corsOrigins)
  requireToken(request, token)
}

function preparedOf(context: YogaInitialContext & Partial<ServerContext>): Prepared | undefined {
  return context.prepared
}

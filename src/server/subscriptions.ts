// Subscriptions over SSE, in the "distinct connections" mode of GraphQL over SSE: one request, one stream of events. Each event has its
// number as id, so that a browser's EventSource goes on behind it by itself. Nothing is fetched before the client has taken what was sent.
import { createSourceEventStream, executeSubscriptionEvent, OperationTypeNode, validateSubscriptionArgs, type GraphQLError, type DocumentNode, type ExecutionResult } from 'graphql'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Arrival, Context } from '../../schema/context.ts'
import type { Question } from '../execution/answer.ts'
import type { Archive } from '../execution/archive.ts'
import { follow, type Bell } from './follow.ts'
import { jsonOf, sendResult } from './http.ts'
import type { Log } from '../log.ts'
import { presentable } from '../execution/masking.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import type { Prepare } from '../execution/prepare.ts'
import type { Client } from './rates.ts'
import { acceptsJson, acceptsStream } from './request-params.ts'
import type { Turns } from './turns.ts'

/** In ms. A comment this often keeps proxies from closing a quiet stream; a client that takes nothing for so long is given up. */
export interface Pace {
  readonly heartbeat: number
  readonly patience: number
}
export const ordinaryPace = (): Pace => ({ heartbeat: 15_000, patience: limits.readerPatience.value })

interface Parts {
  readonly archive: Archive
  readonly prepare: Prepare
  readonly bell: Bell
  /** They begin in turn with all that is asked: hundreds at once hold nobody up. */
  readonly inTurn: Turns
  readonly log: Log
  readonly pace: Pace
  /** Ends all streams, each with "complete". */
  readonly stopping: AbortSignal
}

/** Answers a function that answers subscriptions, and says of anything else that it has not answered. */
export function subscriptions(parts: Parts): (request: IncomingMessage, response: ServerResponse, question: Question, requestId: string, client: Client) => Promise<boolean> {
  const { prepare, log, pace, stopping, inTurn } = parts
  let open = 0
  return async (request, response, { query, operationName = null, variables }, requestId, client) => {
    if (!acceptsStream(request)) return false
    const prepared = prepare(query)
    const refuse = (found: readonly unknown[]): true => {
      client.refused()
      sendResult(response, { errors: presentable(found, requestId, log) }, false)
      return true
    }
    // What is no subscription is for who accepts JSON; whoever accepts a stream alone is told at least what is wrong with the document.
    if (prepared.errors) return acceptsJson(request) ? false : refuse(prepared.errors)
    const operation = prepared.operation(operationName)
    if (operation.type !== OperationTypeNode.SUBSCRIPTION) return false
    const asked = operation.ask(variables)
    if (asked.errors) return refuse(asked.errors)
    client.charge(Math.max(1, asked.cost))
    if (open >= limits.subscriptions.value) {
      throw limitPassed('subscriptions', open + 1, `${open} subscriptions are open already`, 'Try again later, or close one.', { retryAfter: 10 })
    }
    open++
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    try {
      const begin = async (): Promise<Begun> => start(parts, prepared.document, operationName, variables, lastEventId(request), AbortSignal.any([gone.signal, stopping]))
      const started = await inTurn(begin, () => response.destroyed, client.asker)
      if (!started) return true
      if ('errors' in started) return refuse(started.errors)
      await send(response, started, pace, gone.signal, error => presentable([error], requestId, log).map(withoutStatus), result => shown(result, requestId, log))
    } finally {
      gone.abort()
      open--
    }
    return true
  }
}

interface Started {
  readonly arrivals: AsyncIterable<Arrival<unknown>>
  /** The event; null where what arrived is gone again. */
  readonly event: (arrival: Arrival<unknown>) => ExecutionResult | null
}

type Begun = Started | { readonly errors: readonly GraphQLError[] }

function start({ archive, bell }: Parts, document: DocumentNode, operationName: string | null, variables: unknown, goOnAfter: string | null, signal: AbortSignal): Begun {
  const contextValue = {
    ...archive.context(),
    follow: (followed, after) => follow(archive, bell, followed, goOnAfter ?? after, signal),
  } satisfies Partial<Context>
  const variableValues = variables as Record<string, unknown> | undefined // checked and coerced before
  const valid = validateSubscriptionArgs({ schema: archive.schema, document, operationName, variableValues, contextValue })
  if (!('operation' in valid)) return { errors: valid }
  const source = createSourceEventStream(valid)
  if (source instanceof Promise) throw new TypeError('A subscription began with a promise.')
  if (!(Symbol.asyncIterator in source)) return { errors: source.errors ?? [] }
  return {
    arrivals: source as AsyncIterable<Arrival<unknown>>, // what follow answers
    event: arrival => archive.read(() => {
      if (arrival.row() === undefined) return null
      const result = executeSubscriptionEvent({ ...valid, rootValue: arrival })
      if (result instanceof Promise) throw new TypeError('A resolver answered with a promise, outside its transaction.')
      return result
    }),
  }
}

/** Writes events until there are none, or until the client is gone or takes nothing any more. */
async function send(response: ServerResponse, { arrivals, event }: Started, pace: Pace, gone: AbortSignal, onFault: (error: unknown) => readonly GraphQLError[], show: (result: ExecutionResult) => ExecutionResult): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
  response.write(':\n\n')
  const heartbeat = setInterval(() => response.write(':\n\n'), pace.heartbeat)
  try {
    for await (const arrival of arrivals) {
      const result = event(arrival)
      if (!result) continue
      const isTaken = response.write(`id: ${arrival.number}\nevent: next\ndata: ${jsonOf(show(result))}\n\n`)
      if (!isTaken && !(await drained(response, pace.patience, gone))) return
    }
  } catch (error) {
    if (!gone.aborted) response.write(`event: next\ndata: ${JSON.stringify({ errors: onFault(error) })}\n\n`)
  } finally {
    clearInterval(heartbeat)
  }
  if (!gone.aborted) response.end('event: complete\ndata:\n\n')
}

/** Whether the client has taken what was sent. One that has not for long is cut off; it can go on behind the last number that it got. */
async function drained(response: ServerResponse, patience: number, gone: AbortSignal): Promise<boolean> {
  try {
    await once(response, 'drain', { signal: AbortSignal.any([gone, AbortSignal.timeout(patience)]) })
    return true
  } catch {
    response.destroy()
    return false
  }
}

function shown(result: ExecutionResult, requestId: string, log: Log): ExecutionResult {
  return result.errors ? { ...result, errors: presentable(result.errors, requestId, log).map(withoutStatus) } : result
}

/** The HTTP status is long sent. */
function withoutStatus(error: GraphQLError): GraphQLError {
  delete error.extensions['http']
  return error
}

/** What an EventSource sends when it connects again; it knows better than the address, which is the first one still. */
function lastEventId({ headers }: IncomingMessage): string | null {
  const id = headers['last-event-id']
  return typeof id === 'string' && id !== '' ? id : null
}

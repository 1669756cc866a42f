// The HTTP server: GraphQL at /graphql, subscriptions as streams and GraphiQL for browsers there, /health, the pages of the explorer. Reading the list of steps is reading the server.
import { createYoga } from 'graphql-yoga'
import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerer } from './answer.ts'
import type { Archive } from './archive.ts'
import type { Config } from './config.ts'
import { documentsOf, withDocument, type Documents } from './documents.ts'
import { askAs } from './explorer-ask.ts'
import { createExplorer } from './explorer/explorer.ts'
import { operations } from './explorer/operations.ts'
import { createBell, ringing } from './follow.ts'
import { graphiqlPage, wantsPage } from './graphiql.ts'
import { useGivenParams, useLimits, usePresentableErrors, useTransaction, type ServerContext } from './graphql-plugins.ts'
import { answeredHosts, requireHost } from './hosts.ts'
import { allowOrigin, answerPreflight, refuse, refuseMethod, securityHeaders, sendJson } from './http.ts'
import { describe, type Log } from './log.ts'
import { OnRecordError } from './model/errors.ts'
import { limitPassed } from './model/limit-passed.ts'
import { limits } from './model/limits.ts'
import { version } from './package.ts'
import { preparer } from './prepare.ts'
import { anybody, createRates, isAskedWrongly, type Client } from './rates.ts'
import { acceptJson, paramsOfAddress, paramsOfBody, requireQuery } from './request-params.ts'
import { ordinaryPace, subscriptions, type Pace } from './subscriptions.ts'
import { bearsToken } from './token.ts'
import { createTurns } from './turns.ts'
import type { Writer } from './writer.ts'

export interface ServerParts {
  readonly archive: Archive
  readonly config: Pick<Config, 'corsOrigins'> & Partial<Pick<Config, 'token' | 'host' | 'allowedHosts' | 'mode' | 'trustProxy'>>
  readonly log: Log
  /** Makes the changes that mutations ask for. */
  readonly writer?: Writer
  /** Ends the streams of subscriptions, which else never end. */
  readonly stopping?: AbortSignal
  /** What clients may name by its hash; a hardened server answers nothing else. */
  readonly documents?: Documents
  /** Of streams. */
  readonly pace?: Pace
  /** Folder of the operations that GraphiQL opens with. */
  readonly questions?: URL
}

export function createServer({ archive, config, log, writer, stopping = new AbortController().signal, pace = ordinaryPace(), questions, documents }: ServerParts): Server {
  const { corsOrigins, token = null, host = '127.0.0.1', allowedHosts = [], mode = 'local', trustProxy = false } = config
  const hosts = answeredHosts({ host, allowedHosts })
  const clientOf = mode === 'local' ? () => anybody : createRates({ trustProxy })
  const inTurn = createTurns()
  const manner = { hardened: mode === 'hardened' }
  // What the explorer's pages ask of /graphql is known to a hardened server, too.
  const known = manner.hardened ? new Map([...documentsOf([...operations.values()]), ...(documents ?? [])]) : documents
  const prepare = preparer(archive.schema, manner)
  const bell = createBell()
  const yoga = createYoga<ServerContext>({
    schema: archive.schema,
    context: () => ({ ...archive.context(), writing: writer && ringing(writer, bell) }),
    plugins: [useGivenParams(), useLimits(archive.schema, prepare, { token, corsOrigins }, manner), useTransaction(archive), usePresentableErrors(log)],
    // Ours or off: each of these defaults of Yoga is unsafe or slow here.
    cors: false,
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    parserAndValidationCache: false,
  })
  const answerSubscription = subscriptions({ archive, prepare, manner, bell, log, pace, stopping })
  const page = graphiqlPage(questions)
  const explore = createExplorer({ takesArticles: writer !== undefined && token !== null, hasPlayground: !manner.hardened })
  const answerInProcess = answerer(archive, log)

  async function answerGraphQL(request: IncomingMessage, response: ServerResponse, requestId: string, client: Client): Promise<void> {
    const isAllowed = allowOrigin(request, response, corsOrigins)
    if (request.method === 'OPTIONS' && isAllowed) return answerPreflight(response)
    if (request.method !== 'GET' && request.method !== 'POST') return refuseMethod(request, response, '/graphql', 'GET, POST')
    if (wantsPage(request) && !manner.hardened) return page(request, response)
    const sent = request.method === 'GET' ? paramsOfAddress(request.url ?? '') : await paramsOfBody(request, bearsToken(request, token))
    const givenParams = known ? withDocument(sent, known, manner.hardened) : sent
    requireQuery(givenParams)
    if (await answerSubscription(request, response, givenParams, requestId, client)) return
    acceptJson(request)
    await inTurn(async release => yoga(request, response, { req: request, givenParams, requestId, client, release }), () => response.destroyed)
  }

  function answerHealth(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response, '/health', 'GET, HEAD')
    sendJson(response, 200, { status: 'ok', version, ...archive.read(() => archive.health()) })
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string, client: Client): Promise<void> {
    const address = request.url ?? ''
    if (address.length > limits.urlBytes.value) {
      throw limitPassed('urlBytes', address.length, `The address has ${address.length} bytes`, 'Send the document in the body of a POST.')
    }
    requireHost(request, hosts)
    const path = address.split('?', 1)[0]
    if (path === '/health') return answerHealth(request, response)
    client.admit()
    if (path === '/graphql') return answerGraphQL(request, response, requestId, client)
    if (await explore(request, response, askAs(client, { answer: answerInProcess, inTurn, isGone: () => response.destroyed }))) return
    throw new OnRecordError('NOT_FOUND', 'There is nothing at this address; GraphQL is at /graphql.')
  }

  // Against clients that send slowly or never.
  const patience = { headersTimeout: limits.headersTime.value, requestTimeout: limits.requestTime.value, keepAliveTimeout: limits.idleTime.value, connectionsCheckingInterval: 1000 }
  const server = createHttpServer(patience, (request, response) => {
    const requestId = randomUUID()
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const client = clientOf(request)
    answer(request, response, requestId, client).catch((error: unknown) => {
      if (error instanceof OnRecordError) {
        if (isAskedWrongly(error.code)) client.refused()
        return refuse(request, response, error)
      }
      log.error('fault', { requestId, ...describe(error) })
      refuse(request, response, new OnRecordError('INTERNAL', `A fault of ours stopped this. Please report it with the request's id: ${requestId}.`, { requestId }))
    })
  })
  server.maxConnections = limits.connections.value
  return server
}

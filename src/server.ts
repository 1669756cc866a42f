// The HTTP server: GraphQL at /graphql, GraphiQL there for browsers, /health; / leads to /graphql. Reading the list of steps is reading the server.
import { createYoga } from 'graphql-yoga'
import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Archive } from './archive.ts'
import type { Config } from './config.ts'
import { graphiqlPage, wantsPage } from './graphiql.ts'
import { useGivenParams, useLimits, usePresentableErrors, useTransaction, type ServerContext } from './graphql-plugins.ts'
import { allowOrigin, answerPreflight, refuse, refuseMethod, securityHeaders, sendElsewhere, sendJson } from './http.ts'
import { describe, type Log } from './log.ts'
import { OnRecordError } from './model/errors.ts'
import { limits } from './model/limits.ts'
import { version } from './package.ts'
import { limitPassed } from './model/limit-passed.ts'
import { acceptJson, paramsOfAddress, paramsOfBody, requireHost, requireQuery } from './request-params.ts'

export interface ServerParts {
  readonly archive: Archive
  readonly config: Pick<Config, 'corsOrigins'>
  readonly log: Log
  /** Folder of the operations that GraphiQL opens with. */
  readonly questions?: URL
}

/** In ms; against clients that send slowly or never. */
const patience = { headersTimeout: 5000, requestTimeout: 10_000, keepAliveTimeout: 5000, connectionsCheckingInterval: 1000 }
const connections = 500

export function createServer({ archive, config, log, questions }: ServerParts): Server {
  const yoga = createYoga<ServerContext>({
    schema: archive.schema,
    context: () => archive.context(),
    plugins: [useGivenParams(), useLimits(archive.schema), useTransaction(archive), usePresentableErrors(log)],
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
  const page = graphiqlPage(questions)

  async function answerGraphQL(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const isAllowed = allowOrigin(request, response, config.corsOrigins)
    if (request.method === 'OPTIONS' && isAllowed) return answerPreflight(response)
    if (request.method !== 'GET' && request.method !== 'POST') return refuseMethod(request, response, '/graphql', 'GET, POST')
    if (wantsPage(request)) return page(request, response)
    const givenParams = request.method === 'GET' ? paramsOfAddress(request.url ?? '') : await paramsOfBody(request)
    requireQuery(givenParams)
    acceptJson(request)
    await yoga(request, response, { req: request, givenParams, requestId })
  }

  function answerHealth(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response, '/health', 'GET, HEAD')
    sendJson(response, 200, { status: 'ok', version, ...archive.read(() => archive.health()) })
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string): Promise<void> {
    const address = request.url ?? ''
    if (address.length > limits.urlBytes.value) {
      throw limitPassed('urlBytes', address.length, `The address has ${address.length} bytes`, 'Send the document in the body of a POST.')
    }
    requireHost(request)
    const path = address.split('?', 1)[0]
    if (path === '/graphql') return answerGraphQL(request, response, requestId)
    if (path === '/health') return answerHealth(request, response)
    if (path === '/' && (request.method === 'GET' || request.method === 'HEAD')) return sendElsewhere(response, '/graphql')
    throw new OnRecordError('NOT_FOUND', 'There is nothing at this address; GraphQL is at /graphql.')
  }

  const server = createHttpServer(patience, (request, response) => {
    const requestId = randomUUID()
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    answer(request, response, requestId).catch((error: unknown) => {
      if (error instanceof OnRecordError) return refuse(request, response, error)
      log.error('fault', { requestId, ...describe(error) })
      refuse(request, response, new OnRecordError('INTERNAL', `A fault of ours stopped this. Please report it with the request's id: ${requestId}.`, { requestId }))
    })
  })
  server.maxConnections = connections
  return server
}

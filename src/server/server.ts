// The HTTP server: GraphQL at /graphql, subscriptions as streams and GraphiQL for browsers there, /health, /metrics, the pages of the explorer. Reading the list of steps is reading the server.
import { OperationTypeNode } from 'graphql'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { processorTime } from '../../db/file/deadline.ts'
import { queriesAlone, type Asking, type Question } from '../execution/answer.ts'
import type { Archive } from '../execution/archive.ts'
import type { Aside } from './aside.ts'
import type { Config } from '../config.ts'
import { createPipelines, limitConnectionsOfOne } from './connections.ts'
import { withDocument, type Documents } from './documents.ts'
import { askAs, billOf, isAskedAsOneTypes } from './explorer-ask.ts'
import { createExplorer, isPage, isShared } from '../explorer/explorer.ts'
import { createBell, ringing, type Bell } from './follow.ts'
import { graphiqlPage, wantsPage } from './graphiql.ts'
import { answeredHosts, requireHost, requireOwnSite, takeWholeAddress } from './hosts.ts'
import { allowOrigin, answerPreflight, refuse, refuseAtOnce, refuseMethod, secure, sendJson, sendResult } from './http.ts'
import { describe, type Log } from '../log.ts'
import { OnRecordError } from '../model/errors.ts'
import { createMetrics, labelled, metricsText, noLabels, type Metrics, type State } from './metrics.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { observed } from './observe.ts'
import { version } from '../package.ts'
import { preparer } from '../execution/prepare.ts'
import { anybody, createRates, isAskedWrongly, type Client } from './rates.ts'
import { isPlainPost, paramsOfAddress, paramsOfBody, questionOf, requireJsonAccepted } from './request-params.ts'
import { createShares, type Asker } from './shares.ts'
import { ordinaryPace, subscriptions, type Pace } from './subscriptions.ts'
import { bearsToken, requireToken } from './token.ts'
import { createTurns } from './turns.ts'
import type { Writer } from './writer.ts'
import type { Face } from './yoga.ts'

// Imported, the module would bring along all that `fetch` is made of: a tenth of what a server's start takes.
const { createServer: createHttpServer } = process.getBuiltinModule('node:http')

export interface ServerParts {
  readonly archive: Archive
  readonly config: Pick<Config, 'corsOrigins'> & Partial<Pick<Config, 'token' | 'host' | 'allowedHosts' | 'mode' | 'trustProxy' | 'slow'>>
  readonly log: Log
  /** Makes the changes that mutations ask for. */
  readonly writer?: Writer
  /** Answers what takes long; without it that is answered where all else is. */
  readonly aside?: Aside
  readonly metrics?: Metrics
  /** The metrics of all workers. */
  readonly gather?: () => Promise<readonly State[]>
  /** Rings when an article came in. */
  readonly bell?: Bell
  /** Ends the streams of subscriptions, which else never end. */
  readonly stopping?: AbortSignal
  /** What clients may name by its hash; a hardened server answers nothing else. */
  readonly documents?: Documents
  /** Of streams. */
  readonly pace?: Pace
  /** Folder of the operations that GraphiQL opens with. */
  readonly questions?: URL
}

/** Printed by `npm run sdl`; a test holds that it is the schema. */
const schemaFile = new URL('../../schema/schema.graphql', import.meta.url)

export function createServer({ archive, config, log, writer, aside, metrics = createMetrics(), gather = async () => [metrics.state()], bell = createBell(), stopping = new AbortController().signal, pace = ordinaryPace(), questions, documents }: ServerParts): Server {
  const { corsOrigins, token = null, host = '127.0.0.1', allowedHosts = [], mode = 'local', trustProxy = false, slow = Infinity } = config
  const hosts = answeredHosts({ host, allowedHosts })
  const clientOf = mode === 'local' ? anybody : createRates({ trustProxy })
  const shares = createShares()
  const inTurn = createTurns(shares)
  const hardened = mode === 'hardened'
  const prepare = preparer(archive.schema, { hardened })
  const answerQuestion = observed({ graph: archive.graph, metrics, slow })
  const writing = writer && ringing(writer, bell)
  const answerSubscription = subscriptions({ archive, prepare, bell, inTurn, log, pace, stopping })
  let face: Promise<Face> | undefined
  const page = graphiqlPage(questions)
  const explore = createExplorer({ takesArticles: writer !== undefined && token !== null, sdl: hardened ? null : readFileSync(schemaFile, 'utf8') })

  /** A question of somebody who may be gone before it is answered. */
  function answerOf(response: ServerResponse, requestId: string, asker: Asker, question: Question, asking: Pick<Asking, 'allow' | 'charge' | 'release' | 'writing'>): ReturnType<typeof answerQuestion> {
    const worked = processorTime()
    const elsewhere = aside && {
      after: shares.promptTime(asker),
      async answer() {
        shares.took(asker, processorTime() - worked, true)
        return aside.answer({ question, requestId }, () => response.destroyed)
      },
    }
    return answerQuestion({ archive, prepare, log, requestId, aside: elsewhere, ...asking }, question)
  }

  async function answerGraphQL(request: IncomingMessage, response: ServerResponse, requestId: string, client: Client): Promise<void> {
    const isAllowed = allowOrigin(request, response, corsOrigins)
    if (request.method === 'OPTIONS' && isAllowed) return answerPreflight(response)
    if (request.method !== 'GET' && request.method !== 'POST') return refuseMethod(request, response, '/graphql', 'GET, POST')
    if (wantsPage(request) && !hardened) return page(request, response)
    const full = inTurn.fullness(client.asker)
    if (full) throw full // before a body is read
    const sent = request.method === 'GET' ? paramsOfAddress(request.url ?? '') : await paramsOfBody(request, bearsToken(request, token))
    const question = questionOf(documents || hardened ? withDocument(sent, documents ?? new Map(), hardened) : sent)
    if (await answerSubscription(request, response, question, requestId, client)) return
    requireJsonAccepted(request)
    const allow = (operation: OperationTypeNode): void => requireRightWay(operation, request, token, corsOrigins)
    const bill = isAskedAsOneTypes(question.query) ? billOf(client) : null
    const result = await inTurn(async release => answerOf(response, requestId, client.asker, question, {
      allow,
      charge: bill?.charge ?? client.charge,
      release() {
        bill?.tookLong()
        release()
      },
      writing,
    }), () => response.destroyed, client.asker)
    if (!result) return
    bill?.settle(result.data)
    if (!('data' in result) && result.errors?.some(({ extensions: { code } }) => isAskedWrongly(code))) client.refused()
    // Most requests are plain, and what Yoga finds out of theirs takes longer than many an answer. It is four of ten modules of a server: loaded when it is needed.
    if (isPlainPost(request)) return sendResult(response, result)
    face ??= import('./yoga.ts').then(({ createFace }) => createFace(archive.schema))
    await (await face)(request, response, { question, result })
  }

  function answerHealth(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response, '/health', 'GET, HEAD')
    sendJson(response, 200, { status: 'ok', version, ...archive.read(() => archive.health()) })
  }

  async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (mode !== 'local' && !bearsToken(request, token)) throw new OnRecordError('NOT_FOUND', 'There is nothing at this address for who does not send the token; GraphQL is at /graphql.')
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response, '/metrics', 'GET, HEAD')
    const { dataVersion = 0 } = archive.read(() => archive.health())
    response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
    response.end(metricsText([...await gather(), { onrecord_data_version: Number(dataVersion) }]))
  }

  async function answer(request: IncomingMessage, response: ServerResponse, requestId: string, client: Client): Promise<void> {
    const address = request.url ?? ''
    if (address.length > limits.urlBytes.value) {
      throw limitPassed('urlBytes', address.length, `The address has ${address.length} bytes`, 'Send the document in the body of a POST.')
    }
    requireHost(request, hosts)
    const [path = ''] = address.split('?', 1)
    if (path === '/health') return answerHealth(request, response)
    // Who looks at a page is told on the page, by what it asks; what pages share is for whoever was let in to one.
    if (!isShared(path) && !(wantsPage(request) && isPage(path, !hardened))) client.admit()
    if (path === '/metrics') return answerMetrics(request, response)
    if (path === '/graphql') return answerGraphQL(request, response, requestId, client)
    if (isPage(path, !hardened) && request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request, response, path, 'GET, HEAD')
    if (await explore(request, response, askAs(client, { answer: (question, asking) => answerOf(response, requestId, client.asker, question, { allow: queriesAlone, ...asking }), inTurn, isGone: () => response.destroyed }))) return
    throw new OnRecordError('NOT_FOUND', 'There is nothing at this address; GraphQL is at /graphql.')
  }

  // Against clients that send slowly or never.
  const patience = { headersTimeout: limits.headersTime.value, requestTimeout: limits.requestTime.value, keepAliveTimeout: limits.idleTime.value, connectionsCheckingInterval: 1000 }
  const isOneTooMany = createPipelines()
  // Where there is no room, that is said before anything else is looked at: what refusals cost, those lack that are answered.
  const refusesAtOnce = corsOrigins.length === 0
  const server = createHttpServer(patience, (request, response) => {
    if (isOneTooMany(request.socket, response)) return
    takeWholeAddress(request)
    const client = clientOf(request)
    const full = refusesAtOnce && request.url === '/graphql' && request.method === 'POST' ? inTurn.fullness(client.asker) : null
    if (!full) return take(request, response, client)
    metrics.add('onrecord_requests_total', refusedAtOnce)
    if (isPlainPost(request)) refuseAtOnce(request, response, full)
    else refuse(request, response, full)
  })
  server.on('connection', inTurn.letIn)
  // `drop…`: else the primary offers a connection that is one too many to all of its workers, again and again.
  Object.assign(server, { maxConnections: limits.connections.value, dropMaxConnection: true })
  if (mode !== 'local' && !trustProxy) limitConnectionsOfOne(server)
  return server

  function take(request: IncomingMessage, response: ServerResponse, client: Client): void {
    meter(metrics, request, response)
    const requestId = randomUUID()
    // What is answered with JSON alone has them written with the rest (src/server/http.ts), which is quicker.
    if (request.url !== '/graphql' || !isPlainPost(request) || corsOrigins.length > 0) secure(response)
    answer(request, response, requestId, client).catch((error: unknown) => {
      if (error instanceof OnRecordError) {
        if (isAskedWrongly(error.code)) client.refused()
        return refuse(request, response, error)
      }
      log.error('fault', { requestId, ...describe(error) })
      refuse(request, response, new OnRecordError('INTERNAL', `A fault of ours stopped this. Please report it with the request's id: ${requestId}.`, { requestId }))
    })
  }
}

const byPath = labelled('path')
const refusedAtOnce = labelled('path', 'outcome')('graphql', 'refused')
const byPathAndOutcome = labelled('path', 'outcome')

/** Counts a request from its beginning to the end of its answer. */
function meter(metrics: Metrics, { url = '' }: IncomingMessage, response: ServerResponse): void {
  const began = performance.now()
  const path = pathsCounted.find(each => url === `/${each}` || url.startsWith(`/${each}?`)) ?? 'page'
  metrics.add('onrecord_requests_in_flight', noLabels, 1)
  response.on('close', () => {
    const outcome = !response.writableFinished ? 'gone' : response.statusCode >= 500 ? 'failed' : response.statusCode >= 400 ? 'refused' : 'answered'
    metrics.add('onrecord_requests_in_flight', noLabels, -1)
    metrics.add('onrecord_requests_total', byPathAndOutcome(path, outcome))
    metrics.observe('onrecord_request_duration_seconds', (performance.now() - began) / 1000, byPath(path))
  })
}
const pathsCounted = ['graphql', 'health', 'metrics'] as const

/** A mutation comes by POST, from no other site's page and with the token; a subscription is answered by src/server/subscriptions.ts to who accepts its stream. */
function requireRightWay(operation: OperationTypeNode, request: IncomingMessage, token: string | null, corsOrigins: readonly string[]): void {
  if (operation === OperationTypeNode.SUBSCRIPTION) {
    throw new OnRecordError('NOT_ACCEPTABLE', 'A subscription is answered with a stream of events; send "Accept: text/event-stream".')
  }
  if (operation !== OperationTypeNode.MUTATION) return
  if (request.method === 'GET') throw new OnRecordError('METHOD_NOT_ALLOWED', 'A mutation was sent with GET; send it with POST.')
  requireOwnSite(request, corsOrigins)
  requireToken(request, token)
}

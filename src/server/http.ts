// Plain HTTP around GraphQL: security headers, refusals as JSON, and which pages of other origins may ask.
import type { ExecutionResult } from 'graphql'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { errorTable, OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { headersOf, toGraphQLError, withoutHttp } from '../execution/refusal.ts'

/** On every answer. A page brings a content policy of its own. */
export const securityHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
} as const

/** Sets them one by one, so that whoever answers may set others in their place. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of securityList) response.setHeader(name, value)
}

const securityList = Object.entries(securityHeaders)

function isSecured(response: ServerResponse): boolean {
  return response.hasHeader('Content-Security-Policy')
}

/** After a refusal the rest of a body is thrown away for this long, in ms, so that the client reads the answer; then the socket is closed. */
const lingering = 500

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void {
  sendText(response, status, JSON.stringify(body), headers)
}

function sendText(response: ServerResponse, status: number, json: string, headers: Readonly<Record<string, string>> = {}): void {
  if (response.headersSent || response.destroyed) return
  const text = Buffer.from(json)
  const own = { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': text.length, ...headers }
  response.writeHead(status, isSecured(response) ? own : { ...securityHeaders, ...own })
  response.end(text)
}

/** A refusal before GraphQL saw the request, in the shape of a GraphQL answer. */
export function refuse(request: IncomingMessage, response: ServerResponse, error: OnRecordError, headers: Readonly<Record<string, string>> = {}): void {
  const accepts = request.headers.accept ?? ''
  const type = accepts.includes('application/graphql-response+json') ? 'application/graphql-response+json' : 'application/json'
  sendJson(response, errorTable[error.code].status, bodyOf(error), { 'Content-Type': `${type}; charset=utf-8`, ...headersOf(error), ...headers })
  if (!request.complete) setTimeout(() => request.complete || request.destroy(), lingering).unref()
}

function bodyOf({ message, code, details }: OnRecordError): object {
  return { errors: [{ message, extensions: { code, ...details } }] }
}

/** Likewise to a plain POST, of an error that thousands are told in a row: what it sends is made once. */
export function refuseAtOnce(request: IncomingMessage, response: ServerResponse, error: OnRecordError): void {
  const { body, headers } = refusalOf(error)
  response.writeHead(errorTable[error.code].status, headers)
  response.end(body)
  // A short body is there with its head, and Node throws it away.
  if (!(Number(request.headers['content-length']) < short)) setTimeout(() => request.complete || request.destroy(), lingering).unref()
}

const short = 16_384

interface Refusal {
  /** A text, which Node sends in one piece with the head. */
  readonly body: string
  /** Names and values in turn. */
  readonly headers: string[]
}
const refusals = new WeakMap<OnRecordError, Refusal>()

function refusalOf(error: OnRecordError): Refusal {
  const found = refusals.get(error)
  if (found) return found
  const body = JSON.stringify(bodyOf(error))
  const headers = { ...securityHeaders, 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': String(Buffer.byteLength(body)), ...headersOf(error) }
  const made: Refusal = { body, headers: Object.entries(headers).flat() }
  refusals.set(error, made)
  return made
}

/** What an error says for HTTP (src/execution/refusal.ts, src/execution/operation.ts), which is no part of the answer. */
interface HttpOfError {
  readonly status?: number
  /** Of the document: GraphQL over HTTP answers such errors with 200 to who accepts application/json alone. */
  readonly spec?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

/** The last bound: for what was not counted when it was made, names of fields and numbers, and answers to changes and events. */
export function jsonOf(result: ExecutionResult): string {
  const text = JSON.stringify(result)
  const most = 2 * limits.resultLength.value
  if (text.length <= most) return text
  const refusal = limitPassed('resultLength', text.length, `The answer is ${text.length.toLocaleString('en-GB')} characters of JSON`, 'Ask for smaller pages (first, last), or for fewer long texts.', { truncated: true })
  return JSON.stringify({ errors: [withoutHttp(toGraphQLError(refusal))], data: null })
}

/** What GraphQL answered, as application/json. Where nothing was executed there is no data, and the errors tell the status; `lenient`: but for those of the document. */
export function sendResult(response: ServerResponse, result: ExecutionResult, lenient = true): void {
  if ('data' in result) return sendText(response, 200, jsonOf(result))
  const errors = result.errors ?? []
  const headers: Record<string, string> = {}
  let status = 200
  for (const { extensions } of errors) {
    const http = extensions['http'] as HttpOfError | undefined // as above
    Object.assign(headers, http?.headers)
    if (!(http?.spec && lenient)) status = Math.max(status, http?.status ?? 400)
  }
  sendJson(response, status, { errors: errors.map(withoutHttp) }, headers)
}

/** No other method than these: 405, saying which are allowed. */
export function refuseMethod(request: IncomingMessage, response: ServerResponse, path: string, allowed: string): void {
  const message = `${path} does not answer to ${request.method}; use ${allowed.replace(/, (\w+)$/, ' or $1')}.`
  refuse(request, response, new OnRecordError('METHOD_NOT_ALLOWED', message), { Allow: allowed })
}

/** Lets pages of the listed origins read the answers, and nobody else's. Never with cookies. */
export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  if (origins.length === 0) return false
  response.setHeader('Vary', 'Origin')
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin)) return false
  response.setHeader('Access-Control-Allow-Origin', origin)
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  return true
}

export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, { 'Access-Control-Allow-Methods': 'GET, POST', 'Access-Control-Allow-Headers': 'content-type, authorization', 'Access-Control-Max-Age': '600' })
  response.end()
}

// The parameters of a GraphQL request from its address or its body. Trap: everything here is anybody's bytes; each step refuses with a code of its own.
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Question } from '../execution/answer.ts'
import { OnRecordError } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import { limitPassed } from '../model/limit-passed.ts'

export type Params = Readonly<Record<string, unknown>>

/** GET: `?query=…&variables=…&operationName=…`. */
export function paramsOfAddress(address: string): Params {
  const search = address.slice(address.indexOf('?') + 1 || address.length)
  const decoded = new URLSearchParams(search)
  if (!isWellEncoded(search)) throw new OnRecordError('BAD_ENCODING', 'The query string is not well-formed UTF-8; send UTF-8, percent-encoded.')
  const json = (name: string) => {
    const text = decoded.get(name)
    return text ? parseJson(text, `The parameter "${name}" of the address`) : undefined
  }
  return {
    query: decoded.get('query') || undefined,
    operationName: decoded.get('operationName') || undefined,
    variables: json('variables'),
    extensions: json('extensions'),
    documentId: decoded.get('documentId') || undefined,
  }
}

/** POST: a JSON object in well-formed UTF-8; 4 MB of it from who bears the token, 100 KB from anybody else. */
export async function paramsOfBody(request: IncomingMessage, isTrusted: boolean): Promise<Params> {
  requireJsonType(request)
  const body = parseJson(decode(await readBytes(request, isTrusted ? 'bodyBytesWithToken' : 'bodyBytes')), 'The body')
  if (Array.isArray(body)) throw new OnRecordError('BATCHING_OFF', 'The body is a list; send one operation a request, as an object with "query".')
  if (typeof body !== 'object' || body === null) {
    throw new OnRecordError('BAD_REQUEST', `The body is ${body === null ? 'null' : `a ${typeof body}`}; send an object with "query".`)
  }
  return body as Params // JSON.parse makes plain objects only
}

/** What is asked, from parameters of anybody's making. Without a document there is nothing to answer; hashes alone are not taken for one. */
export function questionOf({ query, variables, operationName, extensions, documentId }: Params): Question {
  if (query === undefined && (documentId !== undefined || (typeof extensions === 'object' && extensions !== null && 'persistedQuery' in extensions))) {
    throw new OnRecordError('BAD_REQUEST', 'PersistedQueryNotSupported: this server knows no documents by their hash; send the whole document as "query".')
  }
  if (query === undefined || query === null || query === '') {
    throw new OnRecordError('BAD_REQUEST', 'The request has no "query"; send a GraphQL document as "query", such as {"query": "{ statistics { articles } }"}.')
  }
  if (typeof query !== 'string') throw wrongType('query', query, 'a text')
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') throw wrongType('operationName', operationName, 'a text')
  if (!isObject(variables)) throw wrongType('variables', variables, 'an object')
  if (!isObject(extensions)) throw wrongType('extensions', extensions, 'an object')
  const explain = isObject(extensions) && (extensions as { explain?: unknown } | null | undefined)?.explain === true
  return { query, variables, operationName: operationName ?? null, explain }
}

function isObject(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && !Array.isArray(value))
}

function wrongType(name: string, value: unknown, expected: string): OnRecordError {
  return new OnRecordError('BAD_REQUEST', `The parameter "${name}" is ${Array.isArray(value) ? 'a list' : `a ${typeof value}`}; send ${expected}.`)
}

/** Whether a stream of events is accepted by name. */
export function acceptsStream({ headers: { accept } }: IncomingMessage): boolean {
  return accept !== undefined && /(?:^|,)\s*text\/event-stream\s*(?:[;,]|$)/i.test(accept)
}

export function acceptsJson({ headers: { accept = '*/*' } }: IncomingMessage): boolean {
  return accept.split(',').some(type => /^\s*(?:application\/(?:json|graphql-response\+json|\*)|\*\/\*)\s*(?:;|$)/i.test(type))
}

/** A client that accepts no JSON is refused. */
export function requireJsonAccepted(request: IncomingMessage): void {
  if (acceptsJson(request)) return
  const accept = JSON.stringify((request.headers.accept ?? '').slice(0, 80))
  throw new OnRecordError('NOT_ACCEPTABLE', `The request accepts ${accept} alone; accept application/graphql-response+json or application/json.`)
}

/** A POST whose client accepts anything, or plain JSON alone: nothing is to be negotiated. */
export function isPlainPost({ method, headers: { accept = '*/*' } }: IncomingMessage): boolean {
  return method === 'POST' && (accept === '*/*' || accept === 'application/json')
}

function requireJsonType(request: IncomingMessage): void {
  const given = request.headersDistinct['content-type'] ?? []
  const [type, ...settings] = (given[0] ?? '').split(';').map(part => part.trim().toLowerCase())
  const isUtf8 = settings.every(setting => /^charset="?utf-?8"?$/.test(setting))
  if (given.length !== 1 || type !== 'application/json' || !isUtf8) {
    const found = given.length === 0 ? 'no type' : `the type ${JSON.stringify(given.join(', ').slice(0, 80))}`
    throw new OnRecordError('UNSUPPORTED_MEDIA_TYPE', `The body has ${found}; send "Content-Type: application/json" in UTF-8.`)
  }
  if (request.headers['content-encoding']) throw new OnRecordError('BAD_ENCODING', 'The body is compressed; send it plain.')
}

/** Counts while reading, because a length that is declared may be wrong or absent. Nothing above the limit is kept. */
async function readBytes(request: IncomingMessage, limit: BodyLimit): Promise<Buffer> {
  const most = limits[limit].value
  const declared = Number(request.headers['content-length'] ?? 0)
  if (declared > most) throw tooLarge(limit, declared)
  const chunks: Buffer[] = []
  let size = 0
  // Not `for await`: leaving that loop destroys the socket before the refusal is sent.
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else reject(tooLarge(limit, size))
    })
    request.on('end', () => {
      const [only] = chunks
      resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks))
    })
    // The client is gone in either way, and that is no fault of ours. Each request closes at last; an error that nobody needs would cost it its stack.
    const incomplete = (): void => {
      if (!request.complete) reject(new OnRecordError('BAD_REQUEST', 'The connection closed before the body was complete.'))
    }
    request.on('error', incomplete)
    request.on('close', incomplete)
  })
}

type BodyLimit = 'bodyBytes' | 'bodyBytesWithToken'

function tooLarge(limit: BodyLimit, size: number): OnRecordError {
  const advice = limit === 'bodyBytes' ? "Ask for less at once; with the server's token a body may be larger." : 'Send a smaller article.'
  return limitPassed(limit, size, `The body has ${size.toLocaleString('en-GB')} bytes or more`, advice)
}

function decode(bytes: Buffer): string {
  const advice = 'send UTF-8 without a byte order mark.'
  if (!isUtf8(bytes)) throw new OnRecordError('BAD_ENCODING', `The body is not well-formed UTF-8; ${advice}`)
  const text = bytes.toString('utf8')
  if (text.startsWith('\uFEFF')) throw new OnRecordError('BAD_ENCODING', `The body begins with a byte order mark; ${advice}`)
  return text
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new OnRecordError('BAD_REQUEST', `${what} is not JSON; send well-formed JSON.`)
  }
}

function isWellEncoded(search: string): boolean {
  try {
    decodeURIComponent(search)
    return true
  } catch {
    return false
  }
}

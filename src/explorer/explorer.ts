// The explorer's part of the server: pages rendered from named operations, and the style and the script that they share.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import { errorTable, type ErrorCode } from '../model/errors.ts'
import type { Ask } from './ask.ts'
import { layout, pageHeaders } from './layout.ts'
import { notFound } from './pages/not-found.ts'
import { askPanel, type Panel, type Variables } from './panel.ts'
import { routes } from './routes.ts'
import type { Render } from './visit.ts'

export interface ExplorerParts {
  /** Whether the server takes articles from who has its token. */
  readonly takesArticles: boolean
  /** The printed schema; null where nothing is told of it, by GraphiQL neither. */
  readonly sdl: string | null
}

interface File {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  readonly compressed: Uint8Array
}

const files: ReadonlyMap<string, File> = new Map([
  ['/explorer.css', file('explorer.css', 'text/css; charset=utf-8')],
  ['/explorer.js', file('explorer.js', 'text/javascript; charset=utf-8')],
  ['/graph.js', file('graph.js', 'text/javascript; charset=utf-8')],
])

const schemaPath = '/schema.graphql'

/** Whether it is a style or a script: in memory, the same for all, and without it a page is not what it should be. */
export function isShared(path: string): boolean {
  return files.has(path)
}

/** Whether a page, or what pages share, stands at the path. */
export function isPage(path: string, tellsSchema: boolean): boolean {
  return isShared(path) || routeOf(path) !== null || (tellsSchema && path === schemaPath)
}

/** Answers a function that answers a request, or says with false that it is not the explorer's. `ask` is how this visitor may ask. */
export function createExplorer({ takesArticles, sdl }: ExplorerParts): (request: IncomingMessage, response: ServerResponse, ask: Ask) => Promise<boolean> {
  return async (request, response, ask) => {
    const { pathname: path, search } = partsOf(request.url ?? '')
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const found = files.get(path)
    if (found) return sendFile(request, response, found)
    if (path === schemaPath && sdl !== null) return send(request, response, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' }, sdl)
    const route = routeOf(path)
    if (!route && !(request.headers.accept ?? '').includes('text/html')) return false
    const here = { origin: `http://${request.headers.host ?? 'localhost'}`, path, search: new URLSearchParams(search), hasPlayground: sdl !== null }
    const panels: Panel<unknown>[] = []
    const page = await (route?.render ?? notFound)({
      here,
      name: route?.name ?? '',
      takesArticles,
      tellsSchema: sdl !== null,
      panel: async <Data>(operation: string, variables: Variables = {}) => {
        const panel = await askPanel<Data>(ask, operation, variables)
        panels.push(panel)
        return panel
      },
    })
    const asked = here.search.get('answer')
    const answered = panels.find(panel => panel.name === asked)
    if (answered) return send(request, response, 200, { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8' }, JSON.stringify(answered.answer, null, 2))
    return send(request, response, page.status ?? statusOf(panels), pageHeaders, layout(page, here))
  }
}

function partsOf(address: string): { readonly pathname: string; readonly search: string } {
  const mark = address.indexOf('?')
  return mark < 0 ? { pathname: address, search: '' } : { pathname: address.slice(0, mark), search: address.slice(mark + 1) }
}

/** Where a panel has no data at all, what its refusal has; a page that shows something is a success. */
function statusOf(panels: readonly Panel<unknown>[]): number {
  const code = panels.find(({ data, trouble }) => data === null && trouble)?.trouble?.code
  return code !== undefined && code in errorTable ? errorTable[code as ErrorCode].status : 200 // a key of the table
}

function routeOf(path: string): { readonly render: Render; readonly name: string } | null {
  const [, first = '', second, ...more] = path.split('/')
  const route = routes.get(first)
  if (!route || more.length > 0 || route.takesName !== (second !== undefined)) return null
  try {
    return { render: route.render, name: decodeURIComponent(second ?? '') }
  } catch {
    return null
  }
}

async function send(request: IncomingMessage, response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, text: string): Promise<true> {
  const isCompressed = takesGzip(request)
  const body = isCompressed ? await promisify(gzip)(text, { level: 4 }) : Buffer.from(text)
  response.writeHead(status, { ...headers, 'Vary': 'Accept-Encoding', 'Content-Length': body.length, ...(isCompressed && { 'Content-Encoding': 'gzip' }) })
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}

function file(name: string, type: string): File {
  const body = readFileSync(new URL(name, import.meta.url))
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return {
    headers: { 'Content-Type': type, 'Cache-Control': 'no-cache', 'ETag': `"${tag}"`, 'Vary': 'Accept-Encoding' },
    body,
    compressed: gzipSync(body, { level: 9 }),
  }
}

function sendFile(request: IncomingMessage, response: ServerResponse, { headers, body, compressed }: File): true {
  if (request.headers['if-none-match'] === headers['ETag']) {
    response.writeHead(304, headers).end()
    return true
  }
  const isCompressed = takesGzip(request)
  const sent = isCompressed ? compressed : body
  response.writeHead(200, { ...headers, 'Content-Length': sent.length, ...(isCompressed && { 'Content-Encoding': 'gzip' }) })
  response.end(request.method === 'HEAD' ? undefined : sent)
  return true
}

function takesGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
}

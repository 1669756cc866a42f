// GraphiQL for browsers, whole in one page: it asks no other host for anything. Rendered and compressed at the first request, then kept.
// Trap: the page never holds anything of a request. A query comes and goes in the address's hash, which no browser sends.
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { gunzip } from 'node:zlib'
import type { RenderedPage } from './graphiql-render.ts'
import { readQuestions } from '../questions.ts'

interface Page {
  readonly compressed: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

export function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html')
}

/** Answers a function that sends the page. */
export function graphiqlPage(questions?: URL): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let loaded: Promise<Page> | undefined
  return async (request, response) => {
    loaded ??= render(readQuestions(questions)).catch((error: unknown) => {
      loaded = undefined
      throw error
    })
    const { compressed, headers } = await loaded
    if (request.headers['if-none-match'] === headers['ETag']) {
      response.writeHead(304, headers).end()
      return
    }
    const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = isCompressed ? compressed : await promisify(gunzip)(compressed)
    response.writeHead(200, { ...headers, 'Content-Length': body.length, ...(isCompressed ? { 'Content-Encoding': 'gzip' } : {}) })
    response.end(body)
  }
}

async function render(questions: readonly string[]): Promise<Page> {
  const thread = new Worker(new URL('./graphiql-render.ts', import.meta.url), { workerData: questions })
  const [{ compressed, scriptHash, tag }] = (await once(thread, 'message')) as [RenderedPage] // the one message that it posts
  return {
    compressed,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src 'sha256-${scriptHash}' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-cache',
      'Vary': 'Accept, Accept-Encoding',
      'ETag': `"${tag}"`,
    },
  }
}

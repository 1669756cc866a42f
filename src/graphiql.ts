// GraphiQL for browsers, whole in one page: it asks no other host for anything. Loaded, rendered and compressed at the first request, then kept.
// Trap: the page never holds anything of a request. A query comes and goes in the address's hash, which no browser sends.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { readQuestions } from './questions.ts'

interface Page {
  readonly plain: Buffer
  readonly compressed: Buffer
  readonly headers: Readonly<Record<string, string>>
}

export function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html')
}

/** Answers a function that sends the page. */
export function graphiqlPage(questions?: URL): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let loaded: Promise<Page> | undefined
  return async (request, response) => {
    const { plain, compressed, headers } = await (loaded ??= render(readQuestions(questions)))
    if (request.headers['if-none-match'] === headers['ETag']) {
      response.writeHead(304, headers).end()
      return
    }
    const isCompressed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = isCompressed ? compressed : plain
    response.writeHead(200, { ...headers, 'Content-Length': body.length, ...(isCompressed ? { 'Content-Encoding': 'gzip' } : {}) })
    response.end(body)
  }
}

async function render(questions: readonly string[]): Promise<Page> {
  const { css, editorWorkerService, graphqlWorker, js, jsonWorker } = await import('@graphql-yoga/render-graphiql/graphiql')
  const workers = inScript({ editorWorkerService, json: jsonWorker, graphql: graphqlWorker })
  const script = `${js};\n(${start})(${workers}, ${inScript(questions)})`
  const plain = Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>On Record: GraphiQL</title>
<link rel="icon" href="data:,">
<style>${css}
body { margin: 0; height: 100vh; } #root { height: 100%; }</style>
</head>
<body>
<noscript>GraphiQL needs JavaScript. The schema answers POST requests at this address without it.</noscript>
<div id="root"></div>
<script>${script}</script>
</body>
</html>
`)
  const hash = createHash('sha256').update(script).digest('base64')
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src 'sha256-${hash}' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'Cache-Control': 'no-cache',
    'Vary': 'Accept, Accept-Encoding',
    'ETag': `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  }
  return { plain, compressed: await promisify(gzip)(plain), headers }
}

/** JSON that can stand in a script: a text cannot end it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** Runs in the browser, as text: opens GraphiQL with the questions as tabs, the query of the address's hash first. */
const start = `(workers, questions) => {
  const addresses = Object.fromEntries(Object.entries(workers).map(([name, code]) => [name, URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))]))
  self.MonacoEnvironment = { globalAPI: false, getWorkerUrl: (module, label) => addresses[label] ?? addresses.editorWorkerService }
  const hash = new URLSearchParams(location.hash.slice(1))
  const query = hash.get('query') ?? undefined
  const given = query === undefined ? [] : [{ query, variables: hash.get('variables') ?? undefined }]
  const tabs = [...given, ...questions.map(query => ({ query }))]
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    title: 'On Record',
    logo: ' ',
    query,
    variables: given[0]?.variables,
    defaultTabs: tabs.length > 0 ? tabs : undefined,
    onEditQuery: query => history.replaceState(null, '', '#' + new URLSearchParams({ query })),
  })
}`

// Runs in a thread of its own, once: renders the page of GraphiQL with the given questions, compresses it and hands it over.
// The nine megabytes of code that it is made of go with the thread, so that the server need not hold them.
import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { css, editorWorkerService, graphqlWorker, js, jsonWorker } from '@graphql-yoga/render-graphiql/graphiql'

export interface RenderedPage {
  readonly compressed: Uint8Array
  /** The one script that the page may run, as its content policy names it. */
  readonly scriptHash: string
  readonly tag: string
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

/** GraphiQL moves a tab to where it once measured it as soon as it has the focus, so that the press of a mouse ends beside it. */
const stillTabs = '.graphiql-tab { transform: none !important; }'

const workers = inScript({ editorWorkerService, json: jsonWorker, graphql: graphqlWorker })
const script = `${js};\n(${start})(${workers}, ${inScript(workerData)})`
const plain = Buffer.from(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>On Record: GraphiQL</title>
<link rel="icon" href="data:,">
<style>${css}
body { margin: 0; height: 100vh; } #root { height: 100%; } ${stillTabs}</style>
</head>
<body>
<noscript>GraphiQL needs JavaScript. The schema answers POST requests at this address without it.</noscript>
<div id="root"></div>
<script>${script}</script>
</body>
</html>
`)
const page: RenderedPage = {
  compressed: gzipSync(plain),
  scriptHash: createHash('sha256').update(script).digest('base64'),
  tag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
}
parentPort?.postMessage(page) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin

/** JSON that can stand in a script: a text cannot end it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

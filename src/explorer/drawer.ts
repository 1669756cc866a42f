// "Show GraphQL": the operation behind a panel, its variables, its answer, and code that asks the same from elsewhere.
import type { Answer } from './ask.ts'
import { elsewhere, type Here } from './here.ts'
import { html, type Html, type Value } from './html.ts'
import { figure } from './words.ts'

/** What was asked and answered. */
export interface Asked {
  readonly name: string
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly answer: Answer
  readonly milliseconds: number
}

export function drawer(panel: Asked, here: Here): Html {
  const { name, query, variables, answer, milliseconds } = panel
  const size = Buffer.byteLength(JSON.stringify(answer))
  const hash = new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) })
  const codes = samples(panel, `${here.origin}/graphql`)
  return html`<details class="drawer" id="graphql-${name}">
<summary><span class="show">Show GraphQL</span> <span class="facts">${name} · ${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms · ${cost(answer.extensions)}${kilobytes(size)}</span></summary>
<div class="inside">
<p class="actions">${here.hasPlayground && html`<a class="button" href="/graphql#${hash.toString().replaceAll('+', '%20')}">Open in GraphiQL</a> `}<a class="button" href="${elsewhere(here, { answer: name })}" download="${name}.json">Download the answer</a></p>
<details name="${name}" open><summary>Query</summary><pre data-copy tabindex="0"><code data-query>${coloured(query)}</code></pre></details>
<details name="${name}"><summary>Variables</summary><pre data-copy tabindex="0"><code data-variables>${JSON.stringify(variables, null, 2)}</code></pre></details>
<details name="${name}" data-answers="${name}"><summary>Answer</summary><pre tabindex="0"><code>${kilobytes(size)} of JSON: </code></pre></details>
${codes.map(([title, code]) => html`<details name="${name}"><summary>${title}</summary><pre data-copy tabindex="0"><code>${code}</code></pre></details>`)}
</div>
</details>`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

function cost(extensions: Asked['answer']['extensions']): string {
  const given = extensions?.['cost'] as { readonly requested?: number; readonly limit?: number } | undefined // from our own server
  return given?.requested === undefined ? '' : `cost ${figure(given.requested)}${given.limit === undefined ? '' : ` of ${figure(given.limit)}`} · `
}

function samples({ name, query, variables }: Asked, endpoint: string): readonly (readonly [string, string])[] {
  const body = JSON.stringify({ query, variables }, null, 2)
  const inBackticks = query.replace(/[`\\]|\$\{/g, found => `\\${found}`)
  return [
    ['curl', `curl ${endpoint} \\\n  --header 'content-type: application/json' \\\n  --data '${body.replaceAll("'", String.raw`'\''`)}'`],
    ['fetch', `const response = await fetch('${endpoint}', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query: \`${inBackticks}\`,
    variables: ${indented(indented(JSON.stringify(variables, null, 2)))},
  }),
})
const { data, errors } = await response.json()`],
    ['Typed client', `// npm install @urql/core gql.tada; the schema is at ${endpoint.replace(/graphql$/, 'schema.graphql')}
import { Client, fetchExchange } from '@urql/core'
import { graphql } from 'gql.tada'

const ${name} = graphql(\`
  ${indented(inBackticks)}
\`)
const client = new Client({ url: '${endpoint}', exchanges: [fetchExchange], preferGetMethod: false })
const { data, error } = await client.query(${name}, ${indented(JSON.stringify(variables, null, 2)).replaceAll('\n  ', '\n')})`],
  ]
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ')
}

/** Comments, texts, variables, keywords, types: enough to read by. */
function coloured(query: string): readonly Value[] {
  const parts: Value[] = []
  let end = 0
  for (const { 0: word, index } of query.matchAll(/#[^\n]*|"[^"]*"|\$\w+|\.{3}|\w+/g)) {
    const sort = sortOf(word)
    if (sort === null) continue
    parts.push(query.slice(end, index), html`<span class="q-${sort}">${word}</span>`)
    end = index + word.length
  }
  return [...parts, query.slice(end)]
}

function sortOf(word: string): string | null {
  const first = word.charAt(0)
  if (first === '#') return 'comment'
  if (first === '"') return 'text'
  if (first === '$') return 'variable'
  if (['query', 'fragment', 'on', '...'].includes(word)) return 'keyword'
  return first >= 'A' && first <= 'Z' ? 'type' : null
}

// The thirteen probes of graphql-cop (github.com/dolevf/graphql-cop), asked as it asks them and judged as it judges: a probe that finds what it looks
// for is an exposure. The local mode has four by choice, each of them a help to whoever asks; the hardened mode none.
import { getIntrospectionQuery, print, parse, stripIgnoredCharacters } from 'graphql'
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../../src/log.ts'
import { setLimits } from '../../src/model/limits.ts'
import { createServer } from '../../src/server/server.ts'
import { graphOf, type Asked, type Data } from '../ask.ts'

const token = 'a-token-of-the-tests-0123'
const trusted = 'query Who($slug: String!) { person(slug: $slug) { name } }\n'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
let seed: Asked
const stops: (() => Promise<unknown>)[] = []
async function start(mode: 'local' | 'hardened'): Promise<string> {
  const server = createServer({
    archive: seed.archive, log: createLog(() => {}), config: { corsOrigins: [], token, mode },
    ...(mode === 'hardened' && { documents: new Map([trusted, 'query Kinds($kind: [EntityKind!]) { entities(filter: {kind: $kind}) { totalCount } }', '{ __schema { queryType { name } } }'].map(text => [hashOf(text), text])) }),
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}
const urls: Record<string, string> = {}
beforeAll(async () => {
  setLimits({ rateRefusals: 10_000 }) // a hardened server counts them
  seed = graphOf()
  for (const mode of ['local', 'hardened'] as const) urls[mode] = await start(mode)
})
afterAll(async () => {
  setLimits({})
  for (const stop of stops) await stop()
  seed.close()
})

const json = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const read = async (response: Response): Promise<Data> => JSON.parse(await response.text() || '{}')
const many = (count: number, each: (index: number) => string) => Array.from({ length: count }, (_, index) => each(index)).join(' ')

/** Each answers whether what it looks for is there. */
const probes: Readonly<Record<string, (url: string) => Promise<boolean>>> = {
  'alias overloading': async url => (await read(await fetch(url, json({ query: `query cop { ${many(101, i => `alias${i}:__typename`)} }` })))).data?.alias100 === 'Query',
  'array-based query batching': async url => Array.isArray(await read(await fetch(url, json(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })))))),
  'circular query via introspection': async url => Boolean((await read(await fetch(url, json({ query: `query cop { __schema { types { fields { type { ${'fields { type { '.repeat(4)}name${' } }'.repeat(4)} } } } } }` })))).data),
  'directive overloading': async url => (await read(await fetch(url, json({ query: `query cop { __typename ${'@aa'.repeat(10)} }` })))).errors?.length === 10,
  'field duplication': async url => Boolean((await read(await fetch(url, json({ query: `query cop { ${'__typename '.repeat(500)} }` })))).data),
  'field suggestions': async url => JSON.stringify(await read(await fetch(url, json({ query: 'query cop { __schema { directive } }' })))).toLowerCase().includes('did you mean'),
  'mutation over GET': async url => Boolean((await read(await fetch(`${url}?query=${encodeURIComponent('mutation cop {__typename}')}`))).data),
  'query over GET': async url => Boolean((await read(await fetch(`${url}?query=${encodeURIComponent('query cop {__typename}')}`))).data),
  'GraphQL IDE': async url => /graphiql|playground|altair|graphql ide/i.test(await (await fetch(url, { headers: { accept: 'text/html' } })).text().then(text => text.slice(0, 1e6))),
  'introspection': async url => Boolean((await read(await fetch(url, json({ query: getIntrospectionQuery() })))).data?.__schema?.types),
  'POST of a form (CSRF)': async url => Boolean((await read(await fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query=query%20cop%20%7B__typename%7D' }))).data),
  'trace mode': async url => 'tracing' in ((await read(await fetch(url, json({ query: 'query cop { __typename }' })))).extensions ?? {}),
  'unhandled errors': async url => /exception|stack/i.test(JSON.stringify(await read(await fetch(url, json({ query: 'qwerty cop { abc }' }))))),
}
/** Each with the reason: a public graph is to be explored. */
const byChoice = new Set(['field suggestions', 'query over GET', 'GraphQL IDE', 'introspection'])

describe('B02: graphql-cop', () => {
  test('has thirteen probes', () => expect(Object.keys(probes)).toHaveLength(13))

  test.each(Object.entries(probes))('%s', async (name, probe) => {
    expect(await probe(urls['local']!)).toBe(byChoice.has(name))
    expect(await probe(urls['hardened']!)).toBe(false)
  })
})

describe('A22: a hardened server answers listed documents alone', () => {
  const ask = async (body: Data) => {
    const response = await fetch(urls['hardened']!, json(body))
    const { data, errors } = await read(response)
    return { status: response.status, data, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message }
  }
  const variables = { slug: 'vladimir-putin' }
  const who = { status: 200, data: { person: { name: 'Vladimir Putin' } } }
  const unknown = { status: 404, code: 'PERSISTED_QUERY_NOT_FOUND' }
  const hash = hashOf(trusted)

  test('by documentId, by Apollo’s hash, by GET, or sent whole', async () => {
    for (const body of [{ documentId: hash }, { documentId: `sha256:${hash}` }, { documentId: hash.toUpperCase() }, { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }, { query: trusted }, { query: trusted, documentId: hash }]) {
      expect([body, await ask({ ...body, variables })]).toMatchObject([body, who])
    }
    const search = new URLSearchParams({ documentId: `sha256:${hash}`, variables: JSON.stringify(variables) })
    expect(await read(await fetch(`${urls['hardened']}?${search}`))).toEqual({ data: who.data })
    const apollo = new URLSearchParams({ extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }), variables: JSON.stringify(variables) })
    expect(await read(await fetch(`${urls['hardened']}?${apollo}`))).toEqual({ data: who.data })
  })

  test('no other, however little it differs', async () => {
    for (const query of ['{ __typename }', trusted.trim(), `${trusted} `, stripIgnoredCharacters(trusted), print(parse(trusted)).replace('Who', 'Whom'), 'mutation { removeArticle(input: {id: "x"}) { __typename } }']) expect([query, await ask({ query, variables })]).toMatchObject([query, unknown])
  })

  test('unknown hashes are not found, and nothing is kept of what is sent with them', async () => {
    for (let i = 0; i < 100; i++) {
      const query = `query Q${i} { __typename }`
      expect(await ask({ documentId: hashOf(query), ...(i % 2 && { query }) })).toMatchObject(unknown)
    }
  })
})

describe('a hardened server tells nothing of its schema', () => {
  let url: string
  beforeAll(async () => { url = await start('hardened') })
  const messages = async (body: Data) => JSON.stringify((await read(await fetch(url, json(body)))).errors)

  test('A21: no suggestion for a variable of a listed document', async () => {
    for (const kind of ['PERSO', 'PERSONS', 'COUNTRI', 'ORGANISATIONS', 'Person']) {
      const found = await messages({ query: 'query Kinds($kind: [EntityKind!]) { entities(filter: {kind: $kind}) { totalCount } }', variables: { kind } })
      expect(found).toContain('BAD_VARIABLES')
      expect(found).not.toMatch(/did you mean/i)
    }
  })

  test('no page of the schema', async () => {
    for (const path of ['/schema', '/schema.graphql']) expect((await fetch(new URL(path, url))).status).toBe(404)
  })

  test('no introspection, not even by a listed document', async () => {
    expect(await messages({ query: '{ __schema { queryType { name } } }' })).toContain('GRAPHQL_VALIDATION_FAILED')
  })
})

describe('a server that knows documents in the local mode', () => {
  test('answers them by their hash, and any other that is sent whole', async () => {
    const server = createServer({ archive: seed.archive, log: createLog(() => {}), config: { corsOrigins: [] }, documents: new Map([[hashOf(trusted), trusted]]) })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
    const ask = async (body: Data) => read(await fetch(url, json(body)))
    try {
      expect(await ask({ documentId: hashOf(trusted), variables: { slug: 'vladimir-putin' } })).toMatchObject({ data: { person: { name: 'Vladimir Putin' } } })
      const other = '{ __typename }'
      const apollo = { persistedQuery: { version: 1, sha256Hash: hashOf(other) } }
      expect(await ask({ extensions: apollo })).toMatchObject({ errors: [{ message: expect.stringMatching(/^PersistedQueryNotFound/), extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
      expect(await ask({ query: other, extensions: apollo })).toEqual({ data: { __typename: 'Query' } })
      expect(await ask({ extensions: apollo })).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
      for (const body of [{ query: other, documentId: hashOf(trusted) }, { documentId: 'x' }, { documentId: 7 }, { documentId: ['a'] }, { extensions: { persistedQuery: true } }, { extensions: { persistedQuery: { sha256Hash: '__proto__' } } }]) {
        expect([body, await ask(body)]).toMatchObject([body, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }])
      }
    } finally {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  })
})

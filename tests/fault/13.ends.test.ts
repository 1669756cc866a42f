// F07, F13 to F15, F20: the end of the server, of clients, and of what the system gives it.
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForReading } from '../../db/file/open.ts'
import { sql } from '../../db/sql.ts'
import { verify } from '../../db/verify/verify.ts'
import { copySeed } from '../seeded.ts'
import { scratch } from '../graph-dump.ts'
import { post } from '../sample.ts'
import { readIn, serveProcess } from '../writing.ts'
import { isFull, rounds, tried } from './rounds.ts'

const folder = scratch()
afterAll(folder.remove)
const seed = folder.path('seed.db')
beforeAll(() => { copySeed(seed) })

function copy(name: string): string {
  copyFileSync(seed, folder.path(name))
  return folder.path(name)
}
function textOf(path: string): string {
  const graph = openForReading(path)
  const { text = '' } = graph.one<{ text: string }>(sql`SELECT text FROM article`) ?? {}
  graph.close()
  return text
}
const health = async (url: string) => (await fetch(`${url}/health`)).status

test('F07: over HTTP no word of a text with a flipped bit is shown', async context => {
  const path = folder.path('flipped.db')
  const bytes = readFileSync(seed)
  let at = -1
  do {
    // Words of the text are kept elsewhere as well; the bit is to be one of the text itself.
    at = bytes.indexOf('coffee-table summit', at + 1)
    expect(at).toBeGreaterThan(0)
    writeFileSync(path, Buffer.concat([bytes.subarray(0, at), Buffer.from([bytes[at]! ^ 2]), bytes.subarray(at + 1)]))
  } while (textOf(path).includes('coffee-table summit'))
  const server = await serveProcess(path, { takesChanges: false })
  try {
    const questions = [
      '{ articles(last: 1) { nodes { text } } }', '{ statements(first: 50) { nodes { text content { text } cue { text } article { title } } } }',
      '{ person(slug: "vladimir-putin") { mentions(first: 50) { nodes { passage { text before(chars: 50) after(chars: 50) sentence { passage { text } } } } } } }',
      '{ relationships(first: 50) { nodes { evidence { text } } } }', '{ search(text: "coffee", first: 20) { edges { node { __typename ... on Statement { text content { text } } ... on Article { text } } }  } }',
    ]
    let [shown, damaged] = [0, 0]
    for (const query of questions) {
      const { body } = await post(server.url, { query })
      const codes = body.errors?.map(error => error.extensions['code']) ?? []
      expect([query, codes.filter(code => code !== 'DAMAGED_FILE')]).toEqual([query, []])
      damaged += codes.length > 0 ? 1 : 0
      shown += JSON.stringify(body.data ?? null).match(/-table summit|huddled Sunday|air bombardments/g)?.length ?? 0
    }
    expect(damaged).toBe(questions.length)
    tried(context, { times: questions.length, seen: `${shown} words shown` })
    expect(shown).toBe(0)
  } finally {
    expect(await server.end('SIGTERM')).toBe(0)
  }
})

test('F13: told to end while changes wait, a server answers or leaves each, has what it acknowledged, and leaves no WAL', async context => {
  const times = rounds(1, 20)
  let [acknowledged, lost, halfStored, longest] = [0, 0, 0, 0]
  for (let round = 0; round < times; round++) {
    const path = copy(`ends-${round}.db`)
    const server = await serveProcess(path)
    await readIn(server.url, { text: 'Before\nIt rained.' })
    const stored: string[] = []
    const [some, answered] = [Math.floor(Math.random() * 10), Promise.withResolvers<void>()]
    const send = async (index: number): Promise<void> => {
      const { article } = await readIn(server.url, { text: `Report ${index}\n${'It rained again. '.repeat(200)}` })
      if (stored.push(String(article?.['slug'])) > some) answered.resolve()
    }
    const sending = Array.from({ length: 20 }, (_, index) => send(index).catch(answered.resolve))
    await answered.promise
    const began = performance.now()
    expect(await server.end('SIGTERM')).toBe(0)
    longest = Math.max(longest, performance.now() - began)
    await Promise.all(sending)
    expect(readdirSync(folder.path('.')).filter(file => file.startsWith(`ends-${round}.db-`))).toEqual([])
    const graph = openForReading(path)
    const slugs = new Set(graph.all<{ slug: string }>(sql`SELECT slug FROM article`).map(row => row.slug))
    lost += stored.filter(slug => !slugs.has(slug)).length
    halfStored += verify(graph).length
    acknowledged += stored.length
    graph.close()
    rmSync(path)
  }
  tried(context, { times, lost, halfStored, seen: `${acknowledged} of ${20 * times} acknowledged; ended within ${Math.round(longest)} ms` })
  expect([lost, halfStored]).toEqual([0, 0])
  expect(longest).toBeLessThan(isFull ? 8000 : 20_000)
})

test('F14: a terminal that is closed ends the server in good order; nobody listening to it does not', async context => {
  if (isFull) {
    const server = await serveProcess(copy('hangup.db'))
    expect(await server.end('SIGHUP')).toBe(0)
  }
  const path = copy('alone.db')
  const alone = await serveProcess(path, { takesChanges: false })
  alone.child.stderr?.destroy()
  expect(await health(alone.url)).toBe(200)
  rmSync(path) // which it would say
  expect(await alone.ended).toBe(74)
  tried(context, { times: isFull ? 2 : 1 })
})

test('F15: clients that go away before their answer leave the server as it was', async context => {
  const server = await serveProcess(copy('away.db'), { env: { ONRECORD_WORKERS: '1' } }) // whose files are counted
  try {
    const files = () => readdirSync(`/proc/${server.child.pid}/fd`).length
    const query = '{ statements(first: 100) { nodes { text content { text } speakers { name } article { title } } } }'
    await post(server.url, { query })
    await readIn(server.url, { text: 'Before\nIt rained.' }) // so that the writer's thread is there, and its file open
    await new Promise(resolve => { setTimeout(resolve, 300) })
    const before = files()
    const times = rounds(40, 500)
    for (let from = 0; from < times; from += 20) {
      await Promise.all(Array.from({ length: 20 }, async (_, index) => {
        const abort = new AbortController()
        setTimeout(() => abort.abort(), [0, 1, 3, 10, 100][index % 5])
        await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }), signal: abort.signal }).then(response => response.text()).catch(() => {})
      }))
    }
    expect((await post(server.url, { query })).body.errors).toBeUndefined()
    await expect.poll(files, { timeout: 20_000 }).toBeLessThanOrEqual(before + 8) // connections of this test that are kept for the next request
    expect(server.said().split('\n').filter(line => line.includes('"level":"error"'))).toEqual([])
    tried(context, { times, seen: `${before} files open before, ${files()} after` })
  } finally {
    expect(await server.end('SIGTERM')).toBe(0)
  }
})

test.runIf(isFull)('F20: a server that may open no more files answers again when it may', async context => {
  const path = copy('files.db')
  const server = await serveProcess(path, { before: 'ulimit -n 64' })
  try {
    const { port } = new URL(server.url)
    const sockets = Array.from({ length: 120 }, () => connect(Number(port), '127.0.0.1').on('error', () => {}))
    await new Promise(resolve => { setTimeout(resolve, 500) })
    for (const socket of sockets) socket.destroy()
    await expect.poll(() => health(server.url).catch(() => 0), { timeout: 20_000 }).toBe(200)
    expect(await readIn(server.url, { text: 'After\nIt rained.' })).toMatchObject({ known: false })
    tried(context, { times: 120 })
  } finally {
    expect(await server.end('SIGTERM')).toBe(0)
  }
})

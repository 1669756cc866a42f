// Writing through GraphQL: over HTTP, with a real file and the thread that writes.
import Sqlite from 'better-sqlite3'
import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lastArrival } from '../db/lists/arrivals.ts'
import { openForReading } from '../db/file/open.ts'
import { sql } from '../db/sql.ts'
import { verify } from '../db/verify/verify.ts'
import { copySeed } from './seeded.ts'
import { seedArticles } from '../seed/seed-articles.ts'
import { answerer } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'
import { readConfig } from '../src/config.ts'
import { limits, setLimits } from '../src/model/limits.ts'
import { createWriter, type Writer } from '../src/server/writer.ts'
import { post } from './sample.ts'
import { rounds } from './fault/rounds.ts'
import { bearer, notRead, readDocument, readIn, sendArticle, serveProcess, startWriting, token, type WritingServer } from './writing.ts'

let here: WritingServer
beforeAll(async () => { here = await startWriting() })
afterAll(() => here.stop())

const code = async (answer: ReturnType<typeof post>) => {
  const { status, body } = await answer
  return [status, body.errors?.[0]?.extensions['code']]
}
const articles = async (url = here.url) => {
  const { statistics } = (await post(url, { query: '{ statistics { articles } }' })).body.data as { statistics: { articles: number } }
  return statistics.articles
}
const removeDocument = `mutation ($id: ID!) { removeArticle(id: $id) { __typename ... on RemoveArticleSuccess { id } ... on UserError { code message } } }`
const remove = async (id: string, url = here.url) => (await post(url, { query: removeDocument, variables: { id } }, bearer)).body.data?.['removeArticle']

describe('readArticle', () => {
  test('reads an article with what is said of it, and the next query sees it', async () => {
    const text = 'Ferry line reopens\n\nThe harbour office said the ferry would sail again.\n'
    const { article, ...result } = await readIn(here.url, { text, publisher: 'The Coast', publishedOn: '2024-03', url: 'https://coast.example/ferry' })
    expect(result).toEqual({ __typename: 'ReadArticleSuccess', known: false })
    expect(article).toMatchObject({ title: 'Ferry line reopens', text, publisher: 'The Coast', publishedOn: '2024-03' })
    const { body } = await post(here.url, { query: 'query ($slug: String!) { article(slug: $slug) { id sentences { passage { text } } } }', variables: { slug: article!['slug'] } })
    expect(body.data?.['article']).toMatchObject({ id: article!['id'], sentences: expect.arrayContaining([{ passage: { text: 'The harbour office said the ferry would sail again.' } }]) })
  })

  test('takes the article out of a page, with what the page says of itself', async () => {
    const paragraph = '<p>The mayor said that the old bridge would be opened to cyclists in spring, after two years of repairs.</p>'
    const html = `<html><head><title>Bridge to open</title><meta name="author" content="Ida Brandt"></head><body><nav>Home</nav><article><h1>Bridge to open</h1>${paragraph.repeat(5)}</article><script>alert(1)</script></body></html>`
    const { article } = await readIn(here.url, { html, publisher: null })
    expect(article).toMatchObject({ title: 'Bridge to open', text: expect.stringContaining('The mayor said') })
    expect(article!['text']).not.toMatch(/Home|alert|</)
    expect(await readIn(here.url, { html: `<p>${'x'.repeat(2_000_000)}` })).toMatchObject({ __typename: 'ArticleTooLargeError', limit: 2_000_000 })
  })

  test('the same text 50 times at once is one article, read once', async () => {
    setLimits({ operationWait: 60_000 }) // however slow the machine is
    const before = await articles()
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => readIn(here.url, { text: 'Snow on the pass\nThe road stays closed.', publisher: `Paper ${index}` })))
    expect(new Set(answers.map(each => each.article!['id'])).size).toBe(1)
    expect(answers.filter(each => each['known'] === false)).toHaveLength(1)
    expect(await articles()).toBe(before + 1)
    setLimits({})
  })

  test('a reading that a person reviewed stays', async () => {
    const [seed] = seedArticles()
    expect(await readIn(here.url, { text: seed!.text, title: 'Another' })).toMatchObject({ known: true, article: { reader: 'reviewed', title: seed!.metadata.title } })
  })

  test('several fields of one operation are done one after another', async () => {
    const one = (name: string, text: string) => `${name}: readArticle(input: {text: "${text}"}) { ... on ReadArticleSuccess { known article { id } } }`
    const { body } = await post(here.url, { query: `mutation { ${one('a', 'Bridge One')} ${one('b', 'Bridge Two')} ${one('c', 'Bridge One')} }` }, bearer)
    expect(body.data).toMatchObject({ a: { known: false }, b: { known: false }, c: { known: true, article: (body.data!['a'] as { article: object }).article } })
  })

  test('what is wrong with an article is data, with the sentence of the error', async () => {
    expect(await readIn(here.url, { text: ' \n' })).toMatchObject({ __typename: 'BadArticleError', code: expect.any(String), message: expect.stringMatching(/\.$/) })
    expect(await readIn(here.url, { text: 'a\0b' })).toMatchObject({ __typename: 'BadArticleError', code: 'BAD_TEXT' })
    for (const input of [{}, { text: null }, { text: 'a', html: '<p>b' }]) {
      expect(await readIn(here.url, input)).toMatchObject({ __typename: 'BadArticleError', code: 'BAD_ARGUMENT', message: expect.stringContaining('send one of the two') })
    }
    expect(await readIn(here.url, { text: 'a', publishedOn: 'someday' })).toMatchObject({ __typename: 'BadArticleError', code: 'BAD_DATE' })
    expect(await readIn(here.url, { text: 'a', url: 'ftp://b' })).toMatchObject({ __typename: 'BadArticleError', code: 'BAD_ARGUMENT' })
  })

  test('text may have 1,000,000 bytes and no more; other texts are as short as ever', async () => {
    const most = 'A long day. '.repeat(90_000).slice(0, 1_000_000)
    expect(await readIn(here.url, { text: most, ...notRead })).toMatchObject({ known: false })
    expect(await readIn(here.url, { text: `${most}.` })).toMatchObject({ __typename: 'ArticleTooLargeError', code: 'ARTICLE_TOO_LARGE', limit: 1_000_000, actual: 1_000_001 })
    expect(await code(sendArticle(here.url, { text: 'a', title: 'x'.repeat(10_001) }))).toEqual([400, 'BAD_ARGUMENT'])
    const written = `mutation { readArticle(input: {text: ${JSON.stringify('A short day. '.repeat(20_000))}, language: "de"}) { __typename } }`
    expect((await post(here.url, { query: written }, bearer)).body.data).toEqual({ readArticle: { __typename: 'ReadArticleSuccess' } })
  })
})

describe('removeArticle', () => {
  test('takes out what it is told to; read again, the article has its id', async () => {
    const text = 'A lighthouse for sale\nThe island council hopes for a buyer.'
    const { article } = await readIn(here.url, { text })
    const before = await articles()
    expect(await remove(String(article!['id']))).toEqual({ __typename: 'RemoveArticleSuccess', id: article!['id'] })
    expect(await articles()).toBe(before - 1)
    expect(await remove(String(article!['id']))).toMatchObject({ __typename: 'ArticleNotFoundError', code: 'NOT_FOUND' })
    expect(await readIn(here.url, { text })).toMatchObject({ known: false, article: { id: article!['id'] } })
  })

  test('an id that is none, or not of an article, removes nothing', async () => {
    expect(await remove('x')).toMatchObject({ __typename: 'ArticleNotFoundError', code: 'BAD_ID' })
    const { body } = await post(here.url, { query: '{ person(slug: "vladimir-putin") { id } }' })
    expect(await remove((body.data!['person'] as { id: string }).id)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('who may write', () => {
  const input = { text: 'Nobody may read this in.' }
  const ask = { query: readDocument, variables: { input } }

  test('without the token, with another, or with it in another scheme: 401, and nothing runs', async () => {
    const before = await articles()
    const wrong: Record<string, string>[] = [{}, { authorization: `Bearer ${token}x` }, { authorization: `Basic ${token}` }, { authorization: token }, { authorization: 'Bearer ' }]
    for (const headers of wrong) {
      const answer = await post(here.url, ask, headers)
      expect([answer.status, answer.headers.get('www-authenticate'), answer.body.errors?.[0]?.extensions['code'], answer.body.data]).toEqual([401, 'Bearer', 'UNAUTHENTICATED', undefined])
      expect(JSON.stringify(answer.body)).not.toContain(token)
    }
    expect((await post(here.url, ask, { authorization: `bearer ${token}` })).status).toBe(200)
    expect(await articles()).toBe(before + 1)
    expect(here.lines.join('')).not.toContain(token)
  })

  test('a query needs no token, and a wrong one does not harm it', async () => {
    expect((await post(here.url, { query: '{ __typename }' }, { authorization: 'Bearer wrong-wrong-wrong-wrong' })).body.data).toEqual({ __typename: 'Query' })
  })

  test('a server without ONRECORD_TOKEN takes no change and says how to turn it on', async () => {
    const closed = await startWriting({ token: null })
    try {
      const { status, body } = await post(closed.url, ask, bearer)
      expect([status, body.errors?.[0]]).toMatchObject([403, { message: expect.stringMatching(/ONRECORD_TOKEN.*16 characters.*Authorization: Bearer/), extensions: { code: 'WRITING_OFF' } }])
      expect(await articles(closed.url)).toBe(1)
    } finally {
      await closed.stop()
    }
  })

  test('a token that is short or cannot stand in a header ends the start, and is not shown', () => {
    for (const bad of ['fifteen-letters', 'with a space in the middle', 'ünïcödé-ünïcödé-ünïcödé', 'x'.repeat(257)]) {
      expect(() => readConfig({ ONRECORD_TOKEN: bad })).toThrow(/^ONRECORD_TOKEN has \d+ characters.*must be 16 to 256/)
      expect(() => readConfig({ ONRECORD_TOKEN: bad })).not.toThrow(bad)
    }
    expect(readConfig({ ONRECORD_TOKEN: 'sixteen-letters!' }).token).toBe('sixteen-letters!')
    expect(readConfig({}).token).toBeNull()
  })

  test('no form, image or link of another page can write: only POST of application/json does', async () => {
    const before = await articles()
    const query = 'mutation { readArticle(input: {text: "Forged"}) { __typename } }'
    const get = await fetch(`${here.url}/graphql?${new URLSearchParams({ query })}`, { headers: bearer })
    expect([get.status, await get.json()]).toMatchObject([405, { errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] }])
    const form = new URLSearchParams({ query })
    const multipart = new FormData()
    multipart.append('operations', JSON.stringify({ query }))
    multipart.append('map', '{}')
    for (const body of [form, multipart, JSON.stringify({ query })]) { // the last as text/plain
      expect((await fetch(`${here.url}/graphql`, { method: 'POST', body, headers: bearer })).status).toBe(415)
    }
    expect(await articles()).toBe(before)
  })

  test('a body above 100 KB is read only from who bears the token, one above 4 MB from nobody', async () => {
    const body = (bytes: number) => JSON.stringify({ query: '{ __typename }' }).padEnd(bytes)
    expect((await post(here.url, body(102_400))).status).toBe(200)
    expect(await code(post(here.url, body(102_401)))).toEqual([413, 'REQUEST_TOO_LARGE'])
    expect(await code(post(here.url, body(102_401), { authorization: 'Bearer wrong-wrong-wrong-wrong' }))).toEqual([413, 'REQUEST_TOO_LARGE'])
    expect((await post(here.url, body(4_194_304), bearer)).status).toBe(200)
    expect(await code(post(here.url, body(4_194_305), bearer))).toEqual([413, 'REQUEST_TOO_LARGE'])
  })

  test('in process only queries are answered, and a mutation is told where to go', () => {
    const archive = openArchive(here.path)
    try {
      expect(answerer(archive)({ query: 'mutation { removeArticle(id: "x") { __typename } }' })).toMatchObject({ errors: [{ extensions: { code: 'WRITING_OFF' } }] })
      expect(answerer(archive)({ query: 'subscription { articleRead { number } }' })).toMatchObject({ errors: [{ extensions: { code: 'NOT_ACCEPTABLE' } }] })
    } finally {
      archive.close()
    }
  })
})

test('the commands of docs/api.md do what it says', async () => {
  const own = await startWriting()
  try {
    const blocks = [...readFileSync(new URL('../docs/api.md', import.meta.url), 'utf8').matchAll(/```sh\n([^]*?)```\n\n(?:```\n([^]*?)```)?/g)]
    expect(blocks).toHaveLength(2)
    const run = (command: string, curl: string) => promisify(execFile)('bash',
      ['-c', command.replace('http://127.0.0.1:4000', own.url).replace('curl', curl)], { env: { PATH: process.env['PATH'], ONRECORD_TOKEN: token } })
    const reading = await run(blocks[0]![1]!, 'curl -s')
    // The stream is open still when the time is over.
    const following = await run(blocks[1]![1]!, 'curl -s --max-time 1').catch((error: { code: number; stdout: string }) => (error.code === 28 ? error : Promise.reject(error)))
    expect(JSON.parse(reading.stdout)).toMatchObject({ data: { readArticle: { known: false, article: { slug: expect.stringMatching(/^ferry-line-reopens-/) } } } })
    expect(following.stdout).toContain(blocks[1]![2]!)
    expect(following.stdout).toContain('"title":"Ferry line reopens","publishedOn":"2024-03-02"')
  } finally {
    await own.stop()
  }
})

test.each(['exit, locked', 'throw'])('F16: a thread of the writer that ends (%s) takes what waits with it, and the next change begins another', async how => {
  const own = await startWriting({ thread: new URL('failing-writer.ts', import.meta.url) })
  try {
    expect(await readIn(own.url, { text: 'Before\nIt rained.', ...notRead })).toMatchObject({ known: false })
    const [failed, waiting] = await Promise.all([sendArticle(own.url, { text: `Now ${how}.`, ...notRead }), sendArticle(own.url, { text: 'Behind\nIt snowed.', ...notRead })])
    const fault = { message: expect.not.stringMatching(/thread|broken/), extensions: { code: 'INTERNAL', requestId: expect.any(String) } }
    expect(failed.body.errors?.[0]).toMatchObject(fault)
    if (waiting.body.errors) expect(waiting.body.errors[0]).toMatchObject(fault) // else it came when the next thread had begun
    expect(own.lines.join('')).toContain(how.startsWith('throw') ? 'The reader is broken.' : 'The thread of the writer has ended.')
    expect(await readIn(own.url, { text: 'Behind\nIt snowed.', ...notRead })).toMatchObject({ known: !waiting.body.errors })
    expect(await readIn(own.url, { text: 'Before\nIt rained.', ...notRead })).toMatchObject({ known: true })
    expect(await articles(own.url)).toBe(3)
    const graph = openForReading(own.path)
    expect(verify(graph)).toEqual([])
    graph.close()
  } finally {
    await own.stop()
  }
})

describe.concurrent('the file', () => {
  test('what is stored is sound, and its numbers are never given twice', async () => {
    const own = await startWriting()
    try {
      const { article } = await readIn(own.url, { text: 'First\nIt rained.', ...notRead })
      await remove(String(article!['id']), own.url)
      await readIn(own.url, { text: 'Second\nIt snowed.', ...notRead })
      const graph = openForReading(own.path)
      expect(verify(graph)).toEqual([])
      expect([lastArrival(graph, 'article'), graph.one(sql`SELECT count(*) AS n FROM article`)]).toEqual([3, { n: 2 }])
      graph.close()
    } finally {
      await own.stop()
    }
  })

  // By itself: what the others wait for in this process would keep these answers waiting.
  test('F09: while another process writes, queries are answered at once, and all changes are BUSY after 2 s', { concurrent: false }, async () => {
    expect(limits.writesWaiting.value).toBe(100)
    setLimits({ writesWaiting: 10 }) // as each request takes its time here as well, while the first of the changes waits
    const other = new Sqlite(here.path)
    const before = await articles()
    other.exec('BEGIN IMMEDIATE')
    const began = performance.now()
    const gaveUp: number[] = []
    const refused = Promise.all(Array.from({ length: 15 }, async (_, index) => {
      const answer = await readIn(here.url, { text: `Too late ${index}.`, ...notRead })
      const isFull = /10 changes wait already/.test(String(answer['message']))
      if (!isFull) gaveUp.push(performance.now())
      return { ...answer, isFull }
    }))
    // Changes wait 2 s for the other process, and queries wait for no change: all that fit into that are answered before the first change gives up.
    let answeredMeanwhile = 0
    while (gaveUp.length === 0) {
      expect(await articles()).toBe(before)
      if (gaveUp.length === 0) answeredMeanwhile++
    }
    expect(answeredMeanwhile).toBeGreaterThan(5)
    for (const each of await refused) expect(each).toMatchObject({ __typename: 'BusyError', code: 'BUSY', retryAfter: 2, message: expect.stringMatching(/try again/i) })
    expect((await refused).filter(each => each.isFull).length).toBeGreaterThan(0)
    const [first = 0, last = 0] = [Math.min(...gaveUp), Math.max(...gaveUp)]
    expect(first - began).toBeGreaterThan(1900)
    // Who waits behind others is told with the first, and does not wait as long again for each.
    expect(last - first).toBeLessThan(3000)
    other.exec('ROLLBACK')
    other.close()
    setLimits({})
    expect(await readIn(here.url, { text: 'Too late 1.', ...notRead })).toMatchObject({ known: false })
  })

  test('F10: a file that cannot be written is READ_ONLY as data, and is read on', async () => {
    const place = folderWithSeed()
    chmodSync(place.folder, 0o755) // for anybody to read, and nobody but us to write
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
    chmodSync(place.path, 0o444)
    const server = await serveProcess(place.path, nobody)
    try {
      expect(await readIn(server.url, { text: 'Written on stone.', ...notRead })).toMatchObject({ __typename: 'StorageError', code: 'READ_ONLY' })
      expect(await articles(server.url)).toBe(1)
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
      place.remove()
    }
  })

  const canMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/tmp']).status === 0
  test.skipIf(!canMount)('F05: a disk with little room is DISK_LOW as data, a full one DISK_FULL, nothing is half stored, and reading goes on (skipped where nothing can be mounted)', async () => {
    const place = folderWithSeed()
    const long = (name: string) => ({ text: `${name} ${'Der Fluss ist wieder über die Ufer getreten. '.repeat(4_000)}`, ...notRead })
    const onSmallDisk = (env: Record<string, string>) => serveProcess(place.path, { env, before: `cp '${place.path}' /tmp/full.$$ && mount -t tmpfs -o size=2m none '${place.folder}' && mv /tmp/full.$$ '${place.path}'` })
    const careful = await onSmallDisk({})
    expect(await readIn(careful.url, long('One'))).toMatchObject({ __typename: 'StorageError', code: 'DISK_LOW', message: expect.stringMatching(/has 1 MiB left, and 64 MiB must stay free; nothing was stored/) })
    expect(await articles(careful.url)).toBe(1)
    expect(await careful.end('SIGTERM')).toBe(0)
    const server = await onSmallDisk({ ONRECORD_LIMITS: 'diskReserve=0' })
    try {
      const answers = []
      for (const name of ['One', 'Two', 'Three', 'Four']) answers.push(await readIn(server.url, long(name)))
      const stored = answers.filter(each => each['known'] === false).length
      expect(answers.find(each => each.__typename === 'StorageError')).toMatchObject({ code: 'DISK_FULL', message: expect.stringContaining('nothing of this change was stored') })
      expect(await articles(server.url)).toBe(1 + stored)
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
      place.remove()
    }
  })

  test('F01: killed while it writes, a server has all that it acknowledged, and the same again changes nothing', async () => {
    const place = folderWithSeed()
    const first = await serveProcess(place.path)
    const acknowledged: string[] = []
    const enough = Promise.withResolvers<void>()
    const sending = (async () => {
      for (let index = 0; ; index++) {
        const { article } = await readIn(first.url, { text: `Report ${index}\nThe harbour stays open.`, ...notRead })
        acknowledged.push(String(article!['id']))
        if (acknowledged.length > 10) enough.resolve()
      }
    })().catch(enough.reject)
    await enough.promise
    await first.end('SIGKILL')
    await sending
    const second = await serveProcess(place.path)
    const { body } = await post(second.url, { query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', variables: { ids: acknowledged.slice(-100) } })
    expect(body.data?.['nodes']).toEqual(acknowledged.slice(-100).map(id => ({ id })))
    for (let index = 0; index < 3; index++) expect(await readIn(second.url, { text: `Report ${index}\nThe harbour stays open.`, ...notRead })).toMatchObject({ known: true })
    expect(await second.end('SIGTERM')).toBe(0)
    const graph = openForReading(place.path)
    expect(verify(graph)).toEqual([])
    graph.close()
    place.remove()
  }, rounds(60_000, 600_000))

  test('begun before, the reader is there for the first change: it takes less than to begin it', { concurrent: false, timeout: 60_000 }, async () => {
    const place = folderWithSeed()
    const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
      const before = process.cpuUsage()
      await work()
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const change = (writer: Writer) => () => writer.readArticle({ text: `Notice ${Math.random()}\nThe minister said that the library opens at nine.` })
    const [late, early] = [createWriter(place.path), createWriter(place.path)]
    const unready = await timeOf(change(late))
    await early.begin()
    expect(await timeOf(change(early))).toBeLessThan(unready * 0.6)
    await late.close()
    await early.close()
    place.remove()
  })

  // One process has a thread for what takes long as well; of several the workers have it, and the writer is the primary's.
  test.for([[1, 2], [2, 1]] as const)('a server of %i workers that takes changes begins the writer by itself, and ends in good order while it does', { timeout: 60_000 }, async ([workers, threads], { expect: expectHere }) => {
    const place = folderWithSeed()
    const server = await serveProcess(place.path, { workers })
    const tasks = `/proc/${server.child.pid}/task`
    await expectHere.poll(() => readdirSync(tasks).filter(task => readFileSync(`${tasks}/${task}/comm`, 'utf8').startsWith('WorkerThread')), { timeout: 50_000 }).toHaveLength(threads)
    expectHere(await server.end('SIGTERM')).toBe(0)
    place.remove()
  })

  test('F11: a file that was replaced while it was open is not written to', async () => {
    const own = await startWriting()
    try {
      renameSync(own.path, `${own.path}.old`)
      expect(await readIn(own.url, { text: 'Into the void.', ...notRead })).toMatchObject({ __typename: 'StorageError', code: 'FILE_NOT_FOUND', message: expect.stringContaining('Start the server anew') })
    } finally {
      await own.stop()
    }
  })
})

function folderWithSeed() {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-file-'))
  const path = join(folder, 'graph.db')
  copySeed(path)
  return { folder, path, remove: () => rmSync(folder, { recursive: true }) }
}

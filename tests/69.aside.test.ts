// Queries that take more than a moment go on in a thread of their own. Here that moment is nothing, so that every query does.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copySeed } from './seeded.ts'
import { answerer } from '../src/execution/answer.ts'
import { openArchive, type Archive } from '../src/execution/archive.ts'
import { createAside } from '../src/server/aside.ts'
import { post } from './sample.ts'
import { notRead, readIn, serveProcess, type ServingProcess } from './writing.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-aside-'))
const path = join(folder, 'graph.db')
let server: ServingProcess
let archive: Archive
beforeAll(async () => {
  copySeed(path)
  archive = openArchive(path)
  server = await serveProcess(path, { env: { ONRECORD_LIMITS: 'promptTime=0' } })
})
afterAll(async () => {
  archive.close()
  expect(await server.end('SIGTERM')).toBe(0)
  rmSync(folder, { recursive: true })
})

const long = async ({ url } = server): Promise<number> => Number(/^onrecord_long_operations_total (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? 0)
const inProcess = (question: object): unknown => JSON.parse(JSON.stringify(answerer(archive)(question as { query: string })))

/** Of each thread of a server, on Linux. */
function nicenessOf({ child }: ServingProcess): readonly number[] {
  const tasks = `/proc/${child.pid}/task`
  return readdirSync(tasks).map(task => Number(/\) (.*)/.exec(readFileSync(join(tasks, task, 'stat'), 'utf8'))?.[1]?.split(' ')[16]))
}

test('the answer is what it would be without the thread: data, variables, errors and their places', async () => {
  const questions = new URL('../src/questions/', import.meta.url)
  const asked: readonly object[] = [
    ...readdirSync(questions).map(file => ({ query: readFileSync(new URL(file, questions), 'utf8') })),
    { query: 'query Person($slug: String!) { entity(slug: $slug) { name statements: neighbours(first: 3) { nodes { slug } } } }', variables: { slug: 'vladimir-putin' } },
    { query: 'query One { articles { totalCount } } query Two { entities { totalCount } }', operationName: 'Two' },
    { query: '{\n  articles { totalCount }\n  found: statements(after: "no cursor") {\n    totalCount\n  }\n}' },
    { query: '{ entity(slug: "nobody") { name } statements(filter: {text: "bombing"}) { nodes { id text } } }' },
  ]
  const before = await long()
  for (const question of asked) expect((await post(server.url, question)).body).toEqual(inProcess(question))
  expect(await long() - before).toBe(asked.length)
})

test('what needs no reading is refused at once, and changes go to the writer', async () => {
  const before = await long()
  expect((await post(server.url, { query: '{ nothing }' })).body).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] })
  expect(await readIn(server.url, { text: 'The harbour\n\nAnn Reed said the harbour stays open.', ...notRead })).toMatchObject({ __typename: 'ReadArticleSuccess', known: false })
  expect(await long()).toBe(before)
  // The thread sees what was stored since it began.
  expect((await post(server.url, { query: '{ articles { totalCount } }' })).body).toEqual({ data: { articles: { totalCount: 2 } } })
})

test.runIf(process.platform === 'linux')('its thread and the writer\'s stand back behind what answers requests', async () => {
  await post(server.url, { query: '{ articles { totalCount } }' })
  await readIn(server.url, { text: 'The pier\n\nAnn Reed said the pier stays closed.', ...notRead })
  const niceness = nicenessOf(server)
  const own = Math.min(...niceness)
  expect(niceness.filter(each => each > own)).toEqual([Math.min(19, own + 5), Math.min(19, own + 5)])
})

test.runIf(process.platform === 'linux')('the threads of a process that stands back itself stand back behind it', () => {
  const thread = 'data:text/javascript,import { getPriority } from "node:os"; console.log(getPriority())'
  const script = `import(${JSON.stringify(new URL('../src/thread.ts', import.meta.url).href)}).then(({ beginThread }) => beginThread(new URL(${JSON.stringify(thread)}), {}, true))`
  const told = execFileSync('nice', ['-n', '10', process.execPath, '-e', script], { encoding: 'utf8' })
  expect(Number(told)).toBe(Math.min(19, getPriority() + 15))
})

test('the cost is told as of any operation, and pages are answered so as well', async () => {
  expect((await post(server.url, { query: '{ articles { totalCount } }', extensions: { explain: true } })).body).toMatchObject({ data: {}, extensions: { cost: { predicted: expect.any(Number), actual: 2 }, statements: 1 } })
  const before = await long()
  const page = await fetch(`${server.url}/e/vladimir-putin`)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Vladimir Putin')])
  expect(await long()).toBeGreaterThan(before)
})

test('where too many wait already the next is refused at once, and no answer is lost', async () => {
  const small = await serveProcess(path, { takesChanges: false, env: { ONRECORD_LIMITS: 'promptTime=0,longOperations=2' } })
  try {
    const answers = await Promise.all(Array.from({ length: 12 }, () => post(small.url, { query: '{ entities(first: 50) { nodes { name neighbours(first: 20) { totalCount } } } }' })))
    const refused = answers.filter(({ status }) => status === 503)
    const answered = answers.filter(({ status }) => status === 200)
    expect([refused.length > 0, answered.length >= 2, refused.length + answered.length]).toEqual([true, true, 12])
    for (const { body, headers } of refused) {
      expect(body).toMatchObject({ errors: [{ message: expect.stringMatching(/2 operations that take long run or wait already; the limit is 2 operations/), extensions: { code: 'BUSY', limitName: 'longOperations', retryAfter: 1 } }] })
      expect(headers.get('retry-after')).toBe('1')
    }
    for (const { body } of answered) expect(body).toEqual(answered[0]?.body)
  } finally {
    expect(await small.end('SIGTERM')).toBe(0)
  }
})

test('its thread begins before anything is asked that takes long, and another where one ends', async () => {
  const file = join(folder, 'begun.db')
  copySeed(file)
  const begun = (): string => readFileSync(`${file}.begun`, { encoding: 'utf8', flag: 'a+' })
  const aside = createAside(file, new URL('failing-aside.ts', import.meta.url))
  const asked = (query: string) => aside.answer({ question: { query }, requestId: 'a' }, () => false)
  try {
    aside.begin()
    aside.begin()
    await expect.poll(begun).toBe('1')
    await expect(asked('{ articles { totalCount } } # exit')).rejects.toMatchObject({ message: 'The thread for what takes long has ended.' })
    await expect.poll(begun).toBe('11')
    await expect(asked('{ articles { totalCount } } # throw')).rejects.toMatchObject({ message: 'The thread for what takes long has ended.', cause: { message: 'The thread is broken.' } })
    await expect.poll(begun).toBe('111')
    expect(await asked('{ articles { totalCount } }')).toMatchObject({ result: { data: { articles: { totalCount: 1 } } } })
    expect(begun()).toBe('111')
  } finally {
    await aside.close()
  }
  aside.begin()
  await expect(asked('{ articles { totalCount } }')).rejects.toThrow('The server ends.')
  expect(begun()).toBe('111')
})

test('a thread that ends takes its question with it, and the next question begins another; nobody is asked for who is gone', async () => {
  const file = join(folder, 'other.db')
  copySeed(file)
  const aside = createAside(file)
  const asked = { question: { query: '{ articles { totalCount } }' }, requestId: 'a' }
  renameSync(file, `${file}.away`)
  await expect(aside.answer(asked, () => false)).rejects.toMatchObject({ message: 'The thread for what takes long has ended.', cause: { message: expect.stringContaining('was removed or replaced') } })
  renameSync(`${file}.away`, file)
  expect(await aside.answer(asked, () => true)).toEqual({ result: { errors: [] }, statements: [] })
  expect(await aside.answer(asked, () => false)).toEqual({ result: { data: { articles: { totalCount: 1 } } }, statements: [expect.objectContaining({ text: expect.stringContaining('SELECT') })] })
  const unanswered = [1, 2].map(() => expect(aside.answer(asked, () => false)).rejects.toThrow('The server ends.'))
  await aside.close()
  await Promise.all(unanswered)
  await expect(aside.answer(asked, () => false)).rejects.toThrow('The server ends.')
})

test('a server that nobody has asked yet begins it by itself, and has loaded what few ask for, so that it keeps nobody waiting later', async () => {
  const telling = "import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { if (url.includes('/graphql-yoga/')) process.stderr.write('Yoga.'); return next(url, context) } })"
  const rested = await serveProcess(path, { takesChanges: false, env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(telling)}` } })
  try {
    await expect.poll(rested.said).toContain('Yoga.')
    if (process.platform === 'linux') await expect.poll(() => nicenessOf(rested).filter(each => each > Math.min(...nicenessOf(rested)))).toHaveLength(1)
  } finally {
    expect(await rested.end('SIGTERM')).toBe(0)
  }
})

// The moods of a database file: damaged, foreign, newer, read-only, busy, missing. Each is met with a code and a sentence, soon, and no lie.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remove } from '../db/entering/apply.ts'
import { processorTime } from '../db/file/deadline.ts'
import { newestVersion } from '../db/file/migrate.ts'
import { openForReading, openForWriting, type Graph } from '../db/file/open.ts'
import { sql } from '../db/sql.ts'
import { statistics } from '../db/file/statistics.ts'
import { verify } from '../db/verify/verify.ts'
import { schema } from '../schema/index.ts'
import { exitCodeOf } from '../src/exit.ts'
import { OnRecordError, type ErrorCode } from '../src/model/errors.ts'
import { seed } from '../src/commands/seed.ts'
import { refusalOf } from './refused.ts'
import { dump, enter, scratch } from './graph-dump.ts'
import { draftOf, threeArticles } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)
const three = threeArticles()
const sound = folder.path('sound.db')

beforeAll(() => {
  const graph = openForWriting(sound)
  for (const article of three) enter(graph, article)
  graph.close()
})

let copies = 0

/** A copy of the sound file, its bytes changed. */
function copy(change: (bytes: Buffer) => Buffer | undefined = () => undefined): string {
  const path = folder.path(`copy-${copies++}.db`)
  const bytes = readFileSync(sound)
  writeFileSync(path, change(bytes) ?? bytes)
  return path
}

/** The same, changed by the engine. */
function copyWith(statements: string): string {
  const path = copy()
  const engine = new Sqlite(path)
  engine.exec(statements)
  engine.close()
  return path
}

/** What is thrown, once it is proven a sentence of ours that came soon. */
function refusal(work: () => unknown, path: string): OnRecordError {
  const began = performance.now()
  const error = refusalOf(work)
  expect(performance.now() - began).toBeLessThan(5000)
  expect(error.message).toContain(path)
  expect(error.message).toMatch(/(--db|onrecord seed|onrecord verify|try again|newer program|remove)/)
  expect(error.message).not.toMatch(/SQLITE|SELECT|PRAGMA|malformed|disk image|no such/)
  expect(error.message).toMatch(/^[^\n]*\.$/)
  return error
}

/** The WAL and its index, where they are left. */
function beside(path: string): string[] {
  return readdirSync(dirname(path)).filter(file => file.startsWith(`${basename(path)}-`))
}

/** Neither reader nor writer opens it; nothing is left beside it, but by a file too damaged for that. */
function refusesToOpen(path: string, code: ErrorCode): void {
  for (const open of [openForReading, openForWriting]) {
    expect(refusal(() => open(path), path).code).toBe(code)
    if (code !== 'DAMAGED_FILE') expect(beside(path)).toEqual([])
  }
}

/** The page at which a table or an index begins, by its bytes. */
function pageOf(name: string): number {
  const engine = new Sqlite(sound)
  const row = engine.prepare('SELECT max(pageno) AS page FROM dbstat WHERE name = ? AND pagetype = ?').get(name, 'leaf') as { page: number }
  engine.close()
  return (row.page - 1) * 4096
}

/** Flips a bit in the first place behind an offset that has the words. */
function flip(bytes: Buffer, words: string, from: number): Buffer {
  const at = bytes.indexOf(words, from)
  if (at < 0) throw new Error(`The file has no ${words}.`)
  bytes[at] = bytes[at]! ^ 1
  return bytes
}

describe('a damaged file', () => {
  test.each<[string, ErrorCode, (bytes: Buffer) => Buffer]>([
    ['with a header of zeros', 'FOREIGN_FILE', bytes => bytes.fill(0, 0, 100)],
    ['that is a text', 'FOREIGN_FILE', () => Buffer.from('Dear reader, '.repeat(100))],
    ['of no bytes', 'FOREIGN_FILE', () => Buffer.alloc(0)],
    ['of ten bytes', 'FOREIGN_FILE', bytes => bytes.subarray(0, 10)],
    ['cut in half', 'DAMAGED_FILE', bytes => bytes.subarray(0, bytes.length / 2)],
    ['cut within its first page', 'DAMAGED_FILE', bytes => bytes.subarray(0, 2000)],
    ['with a page overwritten', 'DAMAGED_FILE', bytes => bytes.fill(0x5a, pageOf('mention'), pageOf('mention') + 4096)],
    ['with its schema overwritten', 'DAMAGED_FILE', bytes => bytes.fill(0x5a, 100, 4096)],
  ])('%s is refused', (_, code, change) => {
    const path = copy(change)
    refusesToOpen(path, code)
    expect(exitCodeOf(refusal(() => openForReading(path), path))).toBe(65)
  })

  test('with a bit flipped in the text of an article opens, but none of that text is ever shown', async () => {
    const path = copy(bytes => flip(bytes, 'left early', pageOf('article')))
    const graph = openForReading(path)
    const whole = await ask(graph, '{ articles(first: 10) { nodes { title text } } }')
    expect(whole.codes).toContain('DAMAGED_FILE')
    const mentions = await ask(graph, '{ person(slug: "bo-tarn") { mentions(first: 10) { nodes { passage { text article { title } } } } } }')
    expect(mentions.codes).toContain('DAMAGED_FILE')
    expect(mentions.text).not.toContain('Mr Tarn')
    expect(mentions.messages.every(message => message.includes('hash'))).toBe(true)
    const others = await ask(graph, '{ country(slug: "norland") { mentions(first: 10) { nodes { passage { text } } } } }')
    expect(others.codes).toEqual([])
    expect(others.text).toContain('Norland')
    graph.close()
    const writer = openForWriting(path)
    expect(verify(writer).map(each => each.message)).toContainEqual(expect.stringMatching(/^ada-vell-meets-bo-tarn.*: its text hashes to [0-9a-f]{64}, not to /))
    writer.close()
  })

  test('with a bit flipped in an index is named by verify', () => {
    const path = copy(bytes => flip(bytes, 'ada vell', pageOf('entity_folded')))
    const graph = openForWriting(path, { pagesChecked: false })
    expect(verify(graph)).toContainEqual({ check: 'integrity', message: expect.stringContaining('entity_folded') })
    graph.close()
  })

  test('is what verify may open, to say where', () => {
    const path = copy(bytes => bytes.fill(0x5a, pageOf('mention'), pageOf('mention') + 4096))
    const graph = openForWriting(path, { pagesChecked: false })
    const findings = verify(graph)
    expect(findings.map(each => each.check)).toContain('integrity')
    expect(findings).toContainEqual({ check: 'article', message: expect.stringContaining('could not be finished') })
    graph.close()
  })
})

describe('a file that is not ours to open', () => {
  test('made by a newer program is refused with both versions', () => {
    const path = copyWith(`PRAGMA user_version = ${newestVersion() + 1}`)
    refusesToOpen(path, 'NEWER_FILE')
    expect(refusal(() => openForReading(path), path).message).toContain(`schema version ${newestVersion() + 1}, this On Record knows versions up to ${newestVersion()};`)
  })

  test('made by a program of before is refused, says what to do, and is replaced where that is asked for', () => {
    const path = copyWith('PRAGMA user_version = 3')
    refusesToOpen(path, 'OLDER_FILE')
    expect(refusal(() => openForReading(path), path).message).toContain('"onrecord seed --force"')
    seed(path, { force: true })
    openForReading(path).close()
  })

  test('made by another program is refused, and never replaced', () => {
    const path = copyWith('PRAGMA application_id = 77')
    const before = readFileSync(path)
    refusesToOpen(path, 'FOREIGN_FILE')
    expect(refusal(() => seed(path, { force: true }), path).message).toContain('It is not replaced')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('that is a folder', () => {
    const path = folder.path('folder')
    mkdirSync(path)
    refusesToOpen(path, 'FOREIGN_FILE')
    expect(refusal(() => seed(path, { force: true }), path).code).toBe('FOREIGN_FILE')
  })

  test('that is missing, with its folder or without', () => {
    for (const path of [folder.path('none.db'), folder.path('none/none.db')]) expect(refusal(() => openForReading(path), path).code).toBe('FILE_NOT_FOUND')
    expect(existsSync(folder.path('none'))).toBe(false)
  })

  test('that would be below a file', () => {
    const path = join(sound, 'below.db')
    for (const open of [openForReading, openForWriting]) expect(refusal(() => open(path), path).code).toBe('FILE_NOT_FOUND')
  })

  test('is made, with its folder, where a writer wants it', () => {
    const path = folder.path('new/deep/graph.db')
    openForWriting(path).close()
    expect(readdirSync(dirname(path))).toEqual(['graph.db'])
    const graph = openForReading(path)
    expect(statistics(graph).articles).toBe(0)
    graph.close()
    expect(readdirSync(dirname(path))).toEqual(['graph.db'])
  })
})

describe('a file that cannot be written', () => {
  /** Runs as somebody whom permissions bind, which they do not for root. */
  const asSomebody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const here = new URL('..', import.meta.url).pathname
  const script = (path: string): string => `
    const { openForReading, openForWriting } = await import('${here}db/file/open.ts')
    const { apply, remove } = await import('${here}db/entering/apply.ts')
    const { statistics } = await import('${here}db/file/statistics.ts')
    const { verify } = await import('${here}db/verify/verify.ts')
    const code = work => { try { work(); return 'done' } catch (error) { return error.code + ' ' + error.message } }
    const reader = openForReading('${path}')
    const answer = { articles: statistics(reader).articles, findings: verify(reader).length, change: code(() => remove(reader, '${three[0].reading.sha256}')) }
    reader.close()
    console.log(JSON.stringify({ ...answer, writing: code(() => openForWriting('${path}').close()) }))`
  const run = (path: string, before = ''): Record<string, unknown> => {
    const node = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script(path)]
    const { stdout, stderr } = before === ''
      ? spawnSync(process.execPath, node, { ...asSomebody, encoding: 'utf8' })
      : spawnSync('unshare', ['-m', 'sh', '-c', `${before} && exec "$@"`, 'sh', process.execPath, ...node], { encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout) as Record<string, unknown>
  }
  const place = (name: string): string => {
    const path = folder.path(`${name}/graph.db`)
    chmodSync(dirname(dirname(path)), 0o755)
    mkdirSync(dirname(path))
    copyFileSync(sound, path)
    return path
  }
  const answered = (path: string): object => ({
    articles: 3, findings: 0,
    change: `READ_ONLY ${path} or its folder cannot be written; change its permissions or name another file with --db or ONRECORD_DB.`,
    writing: `READ_ONLY ${path} or its folder cannot be written; change its permissions or name another file with --db or ONRECORD_DB.`,
  })

  test('answers questions and refuses changes: the file is read-only', () => {
    const path = place('file')
    chmodSync(path, 0o444)
    expect(run(path)).toEqual(answered(path))
  })

  test('answers questions and refuses changes: file and folder are read-only', () => {
    const path = place('closed')
    chmodSync(path, 0o444)
    chmodSync(dirname(path), 0o555)
    expect(run(path)).toEqual(answered(path))
    expect(readdirSync(dirname(path))).toEqual(['graph.db'])
  })

  const canMount = spawnSync('unshare', ['-m', 'true']).status === 0 && spawnSync('unshare', ['-m', 'mount', '--bind', '/tmp', '/tmp']).status === 0
  test.skipIf(!canMount)('answers questions and refuses changes: the medium is read-only (skipped where nothing may be mounted)', () => {
    const path = place('medium')
    const at = dirname(path)
    expect(run(path, `mount --bind ${at} ${at} && mount -o remount,ro,bind ${at}`)).toEqual(answered(path))
  })

  test('that cannot be read either is said to be so', () => {
    const path = place('secret')
    chmodSync(path, 0o000)
    const work = `const { openForReading } = await import('${here}db/file/open.ts')
      try { openForReading('${path}') } catch (error) { console.log(error.code, error.message) }`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', work], { ...asSomebody, encoding: 'utf8' })
    expect(stdout).toBe(`FILE_NOT_FOUND ${path} cannot be read; change its permissions or name another file with --db or ONRECORD_DB.\n`)
  })

  test('that was written without a WAL is read as it is', () => {
    const path = copyWith('PRAGMA journal_mode = DELETE')
    const graph = openForReading(path)
    expect(statistics(graph).articles).toBe(3)
    expect(refusal(() => remove(graph, three[0].reading.sha256), path).code).toBe('READ_ONLY')
    graph.close()
  })
})

describe('several at one file', () => {
  test('that make it at once get in each other\'s way no more than elsewhere', async () => {
    const workers = Array.from({ length: 4 }, () => new Worker(`
      const { parentPort, workerData } = require('node:worker_threads')
      import(workerData).then(({ openForWriting }) => {
        parentPort.on('message', path => {
          try { openForWriting(path, { mayBeEmpty: true }).close(); parentPort.postMessage('made') } catch (error) { parentPort.postMessage(error.message) }
        })
        parentPort.postMessage('ready')
      })`, { eval: true, workerData: new URL('../db/file/open.ts', import.meta.url).href }))
    const answers = () => Promise.all(workers.map(worker => new Promise(resolve => { worker.once('message', resolve) })))
    await answers()
    for (let round = 0; round < 12; round++) {
      const path = folder.path(`together-${round}.db`)
      const answered = answers()
      for (const worker of workers) worker.postMessage(path) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
      expect(await answered).toEqual(workers.map(() => 'made'))
      openForReading(path).close()
    }
    await Promise.all(workers.map(worker => worker.terminate()))
  })

  test('one that was killed when it made the file leaves nothing in the way', () => {
    for (const [name, begin] of [['none', () => ''], ['blank', (engine: Sqlite.Database) => engine.pragma('journal_mode = WAL')], ['undone', (engine: Sqlite.Database) => engine.exec('BEGIN; CREATE TABLE t (x); ROLLBACK; VACUUM')]] as const) {
      const path = folder.path(`killed-${name}.db`)
      writeFileSync(path, '')
      const engine = new Sqlite(path)
      begin(engine)
      engine.close()
      refusesToOpen(path, 'FOREIGN_FILE')
      const graph = openForWriting(path, { mayBeEmpty: true })
      enter(graph, three[0])
      expect(verify(graph)).toEqual([])
      graph.close()
    }
    const another = copyWith('PRAGMA application_id = 0')
    expect(refusal(() => openForWriting(another, { mayBeEmpty: true }), another).code).toBe('FOREIGN_FILE')
  })

  test('a second writer waits two seconds at most, then is told that the file is busy', () => {
    const path = copy()
    const first = new Sqlite(path)
    const second = openForWriting(path)
    first.exec('BEGIN IMMEDIATE')
    const began = performance.now()
    const error = refusal(() => remove(second, three[0].reading.sha256), path)
    expect(error.code).toBe('BUSY')
    expect(performance.now() - began).toBeGreaterThan(1500)
    first.exec('COMMIT')
    expect(remove(second, three[0].reading.sha256)).toBe(true)
    first.close()
    second.close()
    expect(beside(path)).toEqual([])
  })

  test('a second writer that waits less than that gets its turn', async () => {
    const path = copy()
    const worker = new Worker(`
      const { workerData, parentPort } = require('node:worker_threads')
      const engine = new (require(workerData.driver))(workerData.path)
      engine.exec('BEGIN IMMEDIATE')
      parentPort.postMessage('locked')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400)
      engine.exec('COMMIT')
      engine.close()`, { eval: true, workerData: { path, driver: createRequire(import.meta.url).resolve('better-sqlite3') } })
    const ended = new Promise(resolve => worker.once('exit', resolve))
    await new Promise(resolve => worker.once('message', resolve))
    const graph = openForWriting(path)
    expect(remove(graph, three[0].reading.sha256)).toBe(true)
    await ended
    graph.close()
  })

  test('one that is seldom asked keeps a quarter of the pages in memory', () => {
    const path = copy()
    const kept = (how: Parameters<typeof openForReading>[1]) => {
      const graph = openForReading(path, how)
      const { cache_size: size = 0 } = graph.one<{ cache_size: number }>({ text: 'PRAGMA cache_size', values: [] }) ?? {}
      graph.close()
      return -size
    }
    expect([kept({}), kept({ isSeldomAsked: true })]).toEqual([16_000, 4096])
  })

  test('a reader sees the graph as it was, then as it is, never in between', () => {
    const path = copy()
    const [reader, writer] = [openForReading(path), openForWriting(path)]
    const articles = (): number => statistics(reader).articles
    reader.transaction(() => {
      expect(articles()).toBe(3)
      remove(writer, three[0].reading.sha256)
      expect(articles()).toBe(3)
    })
    expect(articles()).toBe(2)
    writer.transaction(() => {
      writer.run(sql`DELETE FROM remark`)
      expect(reader.one(sql`SELECT count(*) AS n FROM remark`)).toEqual({ n: 1 })
    })
    expect(reader.one(sql`SELECT count(*) AS n FROM remark`)).toEqual({ n: 0 })
    writer.close()
    expect(articles()).toBe(2)
    reader.close()
    expect(beside(path)).toEqual([])
  })

  test('work that fails within a transaction is undone, and the handle stays of use', () => {
    const graph = openForWriting(copy())
    expect(() => graph.transaction(() => {
      graph.run(sql`DELETE FROM remark`)
      throw new Error('In the middle.')
    })).toThrow('In the middle.')
    expect(graph.one(sql`SELECT count(*) AS n FROM remark`)).toEqual({ n: 3 })
    expect(verify(graph)).toEqual([])
    graph.close()
    graph.close()
  })

  test('a change for which there is no room is refused, and nothing of it stored', () => {
    const path = copy()
    const graph = openForWriting(path)
    remove(graph, three[0].reading.sha256)
    const before = dump(graph)
    // The engine is told that the disk ends here.
    const { page_count: pages } = graph.one<{ page_count: number }>(sql`PRAGMA page_count`)!
    graph.one({ text: `PRAGMA max_page_count = ${pages}`, values: [] })
    const bulky = draftOf(['Bulk', 'bulky '.repeat(100_000)]).done()
    expect(refusal(() => enter(graph, bulky), path).code).toBe('DISK_FULL')
    expect(dump(graph)).toEqual(before)
    graph.one(sql`PRAGMA max_page_count = 100000`)
    expect(enter(graph, bulky).known).toBe(false)
    expect(verify(graph)).toEqual([])
    graph.close()
  })

  test('work that takes longer than its deadline is stopped', () => {
    const graph = openForReading(copy())
    const began = processorTime()
    expect(() => graph.transaction(() => graph.all(sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE alive()) SELECT count(*) FROM n`), { time: 50 }))
      .toThrow(expect.objectContaining({ code: 'QUERY_TIMEOUT' }))
    expect(processorTime() - began).toBeLessThan(500)
    expect(statistics(graph).articles).toBe(3)
    graph.close()
  })

  test('what stands still may take longer by the clock, but not for ever', () => {
    const graph = openForReading(copy())
    const late = () => new Error('Late.')
    const stand = (time: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, time)
    const read = (before: () => void) => graph.transaction(() => {
      before()
      return statistics(graph).articles
    }, { time: 500, late })
    expect(read(() => stand(700))).toBe(3)
    expect(() => read(() => stand(2200))).toThrow('Late.')
    const [began, worked] = [performance.now(), processorTime()]
    expect(() => read(() => { for (;;) graph.checkDeadline() })).toThrow('Late.')
    expect(processorTime() - worked > 450 || performance.now() - began > 1950).toBe(true)
    expect(() => graph.transaction(() => statistics(graph), { time: 0, late })).toThrow('Late.')
    expect(statistics(graph).articles).toBe(3)
    graph.close()
  })
})

interface Asked {
  readonly text: string
  readonly codes: readonly unknown[]
  readonly messages: readonly string[]
}

async function ask(graph: Graph, document: string): Promise<Asked> {
  const { data, errors = [] } = await execute({ schema, document: parse(document), contextValue: { graph } })
  return {
    text: JSON.stringify(data),
    codes: errors.map(error => (error.originalError instanceof OnRecordError ? error.originalError.code : error.message)),
    messages: errors.map(error => error.message),
  }
}

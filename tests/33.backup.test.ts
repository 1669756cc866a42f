// Backups: taken while others write, whole or not there, never over what is not ours, and put back by the same command.
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyAll, remove } from '../db/entering/apply.ts'
import { backUp } from '../db/file/backup.ts'
import { openForReading, openForWriting, type Graph } from '../db/file/open.ts'
import { statistics } from '../db/file/statistics.ts'
import { verify } from '../db/verify/verify.ts'
import { backupTo } from '../src/commands/backup.ts'
import { dump, enter, scratch } from './graph-dump.ts'
import { inProcess } from './in-process.ts'
import { draftOf, threeArticles } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)
const database = folder.path('graph.db')
const three = threeArticles()
const launcher = new URL('../src/onrecord.js', import.meta.url).pathname

beforeAll(() => {
  const graph = openForWriting(database)
  for (const article of three) enter(graph, article)
  graph.close()
})

/** As a process. */
function run(...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, [launcher, 'backup', ...args], { encoding: 'utf8', env: {} })
  return { code: status, stderr }
}
async function backUpHere(...args: readonly string[]) {
  const { code, stderr } = await inProcess(['backup', ...args])
  return { code, stderr }
}

function within<Result>(path: string, work: (graph: Graph) => Result): Result {
  const graph = openForReading(path)
  try {
    return work(graph)
  } finally {
    graph.close()
  }
}
const beside = (path: string) => readdirSync(dirname(path)).toSorted()

describe('a backup', () => {
  test('holds what the graph holds, alone in its folder, and says what that is', () => {
    mkdirSync(folder.path('safe'))
    const file = folder.path('safe/copy.db')
    const { code, stderr } = run(file, '--db', database)
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^Backed up \S+graph\.db to \S+copy\.db: \d+\.\d MB, articles 3, entities \d+, statements \d+, relationships \d+\.\n$/)])
    expect(beside(file)).toEqual(['copy.db'])
    expect(within(file, dump)).toEqual(within(database, dump))
    expect(within(file, verify)).toEqual([])
  })

  test('F23: taken while another writes is the graph of one moment', async () => {
    const busy = folder.path('busy.db')
    copyFileSync(database, busy)
    const [reader, writer] = [openForReading(busy), openForWriting(busy)]
    applyAll(writer, Array.from({ length: 50 }, (_, index) => draftOf([`Notice ${index}`, 'The bridge is open. '.repeat(4000)]).done()), '2026-01-01T00:00:00.000Z')
    const file = folder.path('of-busy.db')
    const before = statistics(reader).articles
    const state = { isDone: false }
    const backing = backUp(reader, file).finally(() => { state.isDone = true })
    for (let index = 0; !state.isDone; index++) {
      enter(writer, draftOf([`Later ${index}`, 'The bridge is closed.']).done())
      await new Promise(resolve => { setImmediate(resolve) })
    }
    expect((await backing).articles).toBe(before)
    expect(statistics(writer).articles).toBeGreaterThan(before)
    expect(within(file, verify)).toEqual([])
    reader.close()
    writer.close()
  })

  test('of a file that is damaged is none', async () => {
    const [damaged, file] = [folder.path('damaged.db'), folder.path('of-damaged.db')]
    const bytes = readFileSync(database)
    writeFileSync(damaged, bytes.fill(0x5a, 8192, 12_288))
    await expect(backupTo(file, damaged, { force: false })).rejects.toMatchObject({ code: 'DAMAGED_FILE', message: expect.stringContaining(damaged) })
    // A large file is not looked through when it is opened, but its copy is.
    const graph = openForWriting(damaged, { pagesChecked: false })
    await expect(backUp(graph, file)).rejects.toMatchObject({ code: 'DAMAGED_FILE', message: expect.stringContaining(`${damaged} is damaged`) })
    graph.close()
    expect(beside(file).filter(each => each.startsWith('of-damaged'))).toEqual([])
  })

  test('that was killed leaves what the next one takes away', () => {
    const file = folder.path('often.db')
    const dead = spawnSync('true').pid
    for (const name of [`often.db.${dead}.new`, `often.db.${dead}.new-journal`, `often.db.${process.pid}.new`, 'often.db.x.new', `other.db.${dead}.new`]) writeFileSync(folder.path(name), 'half')
    expect(run(file, '--db', database).code).toBe(0)
    expect(beside(file).filter(each => /(often|other)\.db/.test(each))).toEqual([`often.db`, `often.db.${process.pid}.new`, 'often.db.x.new', `other.db.${dead}.new`])
  })
})

describe('what is there already', () => {
  test('is replaced where that is asked for, and else stays', async () => {
    const file = folder.path('again.db')
    copyFileSync(database, file)
    const graph = openForWriting(file)
    remove(graph, three[0].reading.sha256)
    graph.close()
    expect(await backUpHere(file, '--db', database)).toEqual({ code: 2, stderr: `onrecord: There is a file at ${file} already; "onrecord backup --force" replaces it by the backup.\n` })
    expect(within(file, statistics).articles).toBe(2)
    expect((await backUpHere(file, '--db', database, '--force')).code).toBe(0)
    expect(within(file, statistics).articles).toBe(3)
  })

  test('and is not a graph of ours is never replaced, nor the database itself', async () => {
    const text = folder.path('letter.txt')
    writeFileSync(text, 'Dear reader,')
    expect(await backUpHere(text, '--db', database, '--force')).toMatchObject({ code: 65, stderr: expect.stringContaining('It is not replaced') })
    expect(readFileSync(text, 'utf8')).toBe('Dear reader,')
    expect(await backUpHere(database, '--db', database, '--force')).toMatchObject({ code: 2, stderr: expect.stringContaining('is the database itself') })
    expect(await backUpHere(folder.path('none/copy.db'), '--db', database)).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no folder') })
    expect(await backUpHere(folder.path('copy.db'), '--db', folder.path('none.db'))).toMatchObject({ code: 74, stderr: expect.stringContaining('There is no database') })
  })
})

describe('to restore', () => {
  test('a backup takes the place of what went wrong, also of a damaged file and what it has beside it', async () => {
    const [file, live] = [folder.path('restore.db'), folder.path('live.db')]
    expect((await backUpHere(file, '--db', database)).code).toBe(0)
    writeFileSync(live, readFileSync(database).fill(0x5a, 8192, 12_288))
    writeFileSync(`${live}-wal`, 'of a process that was killed')
    expect((await backUpHere('--db', file, live, '--force')).code).toBe(0)
    expect(existsSync(`${live}-wal`)).toBe(false)
    expect(within(live, dump)).toEqual(within(database, dump))
  })

  test('it waits until nobody has the database open', async () => {
    const [file, live] = [folder.path('restore-2.db'), folder.path('served.db')]
    copyFileSync(database, live)
    expect(run(file, '--db', live).code).toBe(0)
    const server = spawn(process.execPath, [launcher, 'serve', '--db', live, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = new Promise(resolve => { server.on('close', resolve) })
    await new Promise<void>(resolve => { server.stderr.on('data', said => String(said).includes('Stop with') && resolve()) })
    expect(run('--db', file, live, '--force')).toEqual({ code: 74, stderr: `onrecord: Another process has ${live} open; stop it, then replace the file.\n` })
    server.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(run('--db', file, live, '--force').code).toBe(0)
  })
})

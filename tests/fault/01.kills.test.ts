// F01, F02: killed at any moment, by a signal that no process can catch. What was acknowledged is there, and nothing is there by half.
import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { applyAll } from '../../db/entering/apply.ts'
import { openForReading, openForWriting } from '../../db/file/open.ts'
import { sql } from '../../db/sql.ts'
import { verify } from '../../db/verify/verify.ts'
import { parseId } from '../../src/model/ids.ts'
import { copySeed } from '../seeded.ts'
import { scratch } from '../graph-dump.ts'
import { draftOf } from '../reading-builder.ts'
import { readIn, serveProcess } from '../writing.ts'
import { isFull, rounds, tried } from './rounds.ts'

const folder = scratch()
afterAll(folder.remove)
const launcher = new URL('../../src/onrecord.js', import.meta.url).pathname
const changing = new URL('./changing.ts', import.meta.url).pathname

interface Found {
  readonly stored: ReadonlySet<string>
  readonly findings: readonly string[]
}

/** What a file holds once it is opened again, by the keys of articles. */
function lookInto(path: string): Found {
  const graph = openForWriting(path, { mayBeEmpty: true })
  try {
    const rows = graph.all<{ key: string }>(sql`SELECT key FROM article`)
    return { stored: new Set(rows.map(row => row.key)), findings: verify(graph).map(each => each.message) }
  } finally {
    graph.close()
  }
}

/** Of an article that was read in: what its id is made of. */
function keyOf(article: Record<string, unknown> | undefined): string {
  return parseId(String(article?.['id'])).key
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve, ms) })
}

/** Kills it a moment after it has come so far. */
async function killAfter(child: ChildProcess, isSoFar: () => boolean, most: number): Promise<void> {
  const ended = new Promise(resolve => { child.on('close', resolve) })
  while (!isSoFar() && child.exitCode === null && child.signalCode === null) await sleep(1)
  await sleep(Math.random() * most)
  child.kill('SIGKILL')
  await ended
}

/** Without those that stand at the end of an unfinished line. */
function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1)
}

// A quick form of it stands in tests/67.writing.test.ts.
test.runIf(isFull)('F01: a server killed while it takes articles in has lost none that it acknowledged, and takes the rest again', async context => {
  const path = folder.path('served.db')
  copySeed(path)
  const times = 100
  const acknowledged = new Set<string>()
  let [storedUnanswered, lost, halfStored] = [0, 0, 0]
  for (let round = 0; round < times; round++) {
    const server = await serveProcess(path)
    const before = acknowledged.size
    let last = ''
    const sending = (async () => {
      for (let index = 0; ; index++) {
        last = `Report ${round}/${index}\nThe harbour stays open.`
        const { article } = await readIn(server.url, { text: last })
        acknowledged.add(keyOf(article))
      }
    })().catch(() => {})
    while (acknowledged.size === before) await sleep(2)
    await sleep(Math.random() * 60)
    await server.end('SIGKILL')
    await sending
    const { stored, findings } = lookInto(path)
    lost += [...acknowledged].filter(key => !stored.has(key)).length
    halfStored += findings.length
    storedUnanswered += stored.size - 1 - acknowledged.size
    // Sent again, it is the same article, whether it had been stored or not.
    const again = await serveProcess(path)
    const { article } = await readIn(again.url, { text: last })
    acknowledged.add(keyOf(article))
    expect(await again.end('SIGTERM')).toBe(0)
    expect(lookInto(path).stored.size).toBe(1 + acknowledged.size)
  }
  tried(context, { times, lost, halfStored, seen: `${acknowledged.size} acknowledged; of ${times} unanswered ${storedUnanswered} stored` })
  expect([lost, halfStored]).toEqual([0, 0])
})

test('F02: a command killed while it reads many articles in has each wholly or not at all, and those of its report', async context => {
  const many = folder.path('many.jsonl')
  writeFileSync(many, Array.from({ length: 2000 }, (_, index) => JSON.stringify({ text: `Minister ${index} speaks\n\n“We will send ${index} ships,” minister ${index} said.` })).join('\n'))
  const [path, report] = [folder.path('bulk.db'), folder.path('bulk.jsonl')]
  const times = rounds(1, 25)
  let [lost, halfStored, known] = [0, 0, 0]
  for (let round = 0; round < times; round++) {
    for (const tail of ['', '-wal', '-shm']) rmSync(path + tail, { force: true })
    writeFileSync(report, '')
    const batches = Math.floor(Math.random() * 8) - 1 // sometimes before it has opened the file
    const child = spawn(process.execPath, [launcher, 'read', many, '--db', path, '--report', report], { stdio: 'ignore' })
    await killAfter(child, () => linesOf(readFileSync(report, 'utf8')).length > batches * 50, 60)
    const lines = linesOf(readFileSync(report, 'utf8')).map(line => JSON.parse(line) as { article: string })
    if (!existsSync(path)) expect(lines).toEqual([])
    else {
      const graph = openForWriting(path, { mayBeEmpty: true })
      const slugs = new Set(graph.all<{ slug: string }>(sql`SELECT slug FROM article`).map(row => row.slug))
      known += slugs.size
      lost += lines.filter(line => !slugs.has(line.article)).length
      halfStored += verify(graph).length
      graph.close()
    }
  }
  tried(context, { times, lost, halfStored, seen: `${known} articles stored before the kills` })
  expect([lost, halfStored]).toEqual([0, 0])
})

test.for([
  ['while it writes the WAL back and closes', 'one file'],
  ['while it gives new files their tables', 'new files'],
] as const)('F02: a process killed %s leaves files that open, sound and with all that it said was done', async ([, how], context) => {
  const times = rounds(2, 25)
  let [lost, halfStored, done] = [0, 0, 0]
  for (let round = 0; round < times; round++) {
    const path = folder.path(`${how.replace(' ', '-')}-${round}.db`)
    const child = spawn(process.execPath, [changing, how, path], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.on('data', part => { said += String(part) })
    const enough = Math.floor(Math.random() * 12)
    await killAfter(child, () => linesOf(said).length >= enough && said !== '', 30)
    const files = readdirSync(dirname(path)).filter(file => file.startsWith(basename(path)) && /\.db(\.\d+)?$/.test(file)).map(folder.path)
    const found = files.map(lookInto)
    const stored = new Set(found.flatMap(each => [...each.stored]))
    done += linesOf(said).length
    lost += linesOf(said).filter(key => !stored.has(key)).length
    halfStored += found.reduce((sum, each) => sum + each.findings.length, 0)
    for (const file of files) rmSync(file)
  }
  tried(context, { times, lost, halfStored, seen: `${done} changes acknowledged` })
  expect([lost, halfStored]).toEqual([0, 0])
})

test('F02: a backup that is killed is absent or whole, and the next takes away what it left', async context => {
  const [path, file] = [folder.path('to-back-up.db'), folder.path('backup.db')]
  const graph = openForWriting(path)
  applyAll(graph, Array.from({ length: rounds(10, 40) }, (_, index) => draftOf([`Notice ${index}`, 'The bridge is open. '.repeat(20_000)]).done()), '2026-01-01T00:00:00.000Z')
  graph.close()
  const times = rounds(2, 25)
  let [whole, halfStored] = [0, 0]
  const left = () => readdirSync(dirname(file)).filter(each => each.startsWith('backup.db.'))
  for (let round = 0; round < times; round++) {
    rmSync(file, { force: true })
    const child = spawn(process.execPath, [launcher, 'backup', file, '--db', path], { stdio: 'ignore' })
    await killAfter(child, () => left().length > 0 || existsSync(file), rounds(120, 1500))
    if (!existsSync(file)) continue
    whole++
    const copy = folder.path('copy-of-backup.db')
    copyFileSync(file, copy)
    halfStored += lookInto(copy).findings.length
  }
  const last = spawn(process.execPath, [launcher, 'backup', file, '--db', path, '--force'], { stdio: 'ignore' })
  expect(await new Promise(resolve => { last.on('close', resolve) })).toBe(0)
  expect(left()).toEqual([])
  const backup = openForReading(file)
  expect(verify(backup)).toEqual([])
  backup.close()
  tried(context, { times, lost: 0, halfStored, seen: `${whole} whole, ${times - whole} absent` })
  expect(halfStored).toBe(0)
})

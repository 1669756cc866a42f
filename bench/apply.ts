// `node bench/apply.ts [articles] [FILE]`: how many articles a second enter the graph, each change on the disk before the next
// (synchronous=FULL). First those of FILE, one article a line as `onrecord read` takes them, read to Readings beforehand and stored in bulk;
// then made ones, 2,000 unless told, in bulk and one by one, as the graph grows. Reading and making articles is not counted. On Linux.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply, applyAll, type ArticleToApply } from '../db/entering/apply.ts'
import { openForWriting } from '../db/file/open.ts'
import { statistics } from '../db/file/statistics.ts'
import { keepMemorySmall } from '../src/memory.ts'
import { madeArticle } from './made-articles.ts'

const files = process.argv.slice(2).filter(argument => !/^\d+$/.test(argument))
const total = Number(process.argv.slice(2).find(argument => /^\d+$/.test(argument)) ?? 2000)
const steps = 5
const readAt = '2026-01-01T00:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))

keepMemorySmall() // as `onrecord read` does
try {
  for (const [index, file] of files.entries()) await storeFile(file, join(folder, `${index}.db`))
  if (total > 0) storeMade(join(folder, 'made.db'))
} finally {
  rmSync(folder, { recursive: true })
}

/** Articles of a file, in bulk: 50 a transaction, and no more in memory. */
async function storeFile(file: string, path: string): Promise<void> {
  const readings = join(folder, 'readings.jsonl')
  const out = openSync(readings, 'w')
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'readings.ts'), file], { stdio: ['ignore', out, 'inherit'] })
  closeSync(out)
  if (status !== 0) throw new Error(`${file} could not be read.`)
  const graph = openForWriting(path)
  const spent = { wall: 0, processor: 0 }
  let batch: ArticleToApply[] = []
  const store = (): void => {
    const [start, before] = [performance.now(), process.cpuUsage()]
    applyAll(graph, batch, readAt)
    spent.wall += performance.now() - start
    const { user, system } = process.cpuUsage(before)
    spent.processor += (user + system) / 1000
    batch = []
  }
  const lines = await open(readings)
  for await (const line of lines.readLines()) {
    batch.push(JSON.parse(line) as ArticleToApply) // bench/readings.ts
    if (batch.length === 50) store()
  }
  store()
  const { articles, statements } = statistics(graph)
  graph.close()
  console.log(`| ${file.split('/').at(-1)} | articles | articles a second | a second of processor time | statements a second | file, MB | bytes a statement | peak memory, MB |
|---|--:|--:|--:|--:|--:|--:|--:|
| in bulk | ${articles} | ${rateOf(articles, spent.wall)} | ${rateOf(articles, spent.processor)} | ${rateOf(statements, spent.wall)} | ${sizes(path, statements)} |\n`)
}

function storeMade(path: string): void {
  const graph = openForWriting(path)
  const made = { next: 0 }
  /** Articles a second. */
  const rate = (count: number, enter: (articles: readonly ArticleToApply[]) => void): number => {
    const articles = Array.from({ length: count }, () => madeArticle(made.next++))
    const start = performance.now()
    enter(articles)
    return rateOf(count, performance.now() - start)
  }
  const inBulk = (articles: readonly ArticleToApply[]): void => { applyAll(graph, articles, readAt) }
  console.log('| made articles in the graph | in bulk, a second | one by one, a second | statements a second in bulk | file, MB | bytes a statement | peak memory, MB |\n|--:|--:|--:|--:|--:|--:|--:|')
  for (let step = 1; step <= steps; step++) {
    while (made.next < total / steps * step - 300) rate(50, inBulk)
    const bulk = rate(200, inBulk)
    const single = rate(100, articles => { for (const { text, metadata, reading } of articles) apply(graph, text, metadata, reading, readAt) })
    const { articles, statements } = statistics(graph)
    console.log(`| ${made.next} | ${bulk} | ${single} | ${Math.round(bulk * statements / articles)} | ${sizes(path, statements)} |`)
  }
  console.log(`\nNode ${process.versions.node}, SQLite ${graph.sqliteVersion}.`)
  graph.close()
}

function rateOf(count: number, milliseconds: number): number {
  return Math.round(count / milliseconds * 1000)
}

/** The file's size (less what still waits in the WAL), that for each statement, and the most memory until now. */
function sizes(path: string, statements: number): string {
  const { size } = statSync(path)
  return [Math.round(size / 2 ** 20), Math.round(size / statements), Math.round(process.resourceUsage().maxRSS / 1024)].join(' | ')
}

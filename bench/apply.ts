// `node bench/apply.ts [articles]`: how many articles a second enter the graph, one by one and in bulk, each change on the disk before the
// next (synchronous=FULL), and how that changes as the graph grows. Making the articles is not counted. On Linux.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply, applyAll } from '../db/apply.ts'
import { openForWriting } from '../db/open.ts'
import { madeArticle, type MadeArticle } from './made-articles.ts'

const total = Number(process.argv[2] ?? 2000)
const steps = 5
const readAt = '2026-01-01T00:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
const path = join(folder, 'graph.db')
const graph = openForWriting(path)
let next = 0

try {
  console.log('| articles in the graph | in bulk, a second | one by one, a second | file, MB | memory, MB |\n|--:|--:|--:|--:|--:|')
  for (let step = 1; step <= steps; step++) {
    const inBulk = (articles: readonly MadeArticle[]): void => { applyAll(graph, articles, readAt) }
    while (next < total / steps * step - 300) rate(50, inBulk)
    const bulk = rate(200, inBulk)
    const single = rate(100, articles => { for (const { text, metadata, reading } of articles) apply(graph, text, metadata, reading, readAt) })
    console.log(`| ${next} | ${bulk} | ${single} | ${megabytes(statSync(path).size)} | ${megabytes(process.memoryUsage.rss())} |`)
  }
  console.log(`\nNode ${process.versions.node}, SQLite ${graph.sqliteVersion}.`)
} finally {
  graph.close()
  rmSync(folder, { recursive: true })
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}

/** Articles a second. */
function rate(count: number, enter: (articles: readonly MadeArticle[]) => void): number {
  const articles = Array.from({ length: count }, () => madeArticle(next++))
  const start = performance.now()
  enter(articles)
  return Math.round(count / (performance.now() - start) * 1000)
}

// `node bench/load-news.ts ARTICLES FILE`: makes the database of an archive (bench/news.ts) the way that `onrecord apply` does, many at once and
// durable, and prints what that took as a line of JSON. Making the articles up is not counted.
import { statSync } from 'node:fs'
import { applyAll, type ArticleToApply } from '../db/entering/apply.ts'
import { openForWriting } from '../db/file/open.ts'
import { statistics } from '../db/file/statistics.ts'
import { keepMemorySmall } from '../src/memory.ts'
import { OnRecordError } from '../src/model/errors.ts'
import { archiveOf } from './news.ts'
import type { Load } from './database.ts'

const together = 250
const [count, path] = [Number(process.argv[2]), process.argv[3] ?? '']

keepMemorySmall() // as `onrecord read` does
const article = archiveOf(count)
const graph = openForWriting(path)
const spent = { wall: 0, processor: 0 }
const timed = (work: () => void): void => {
  const [start, before] = [performance.now(), process.cpuUsage()]
  work()
  spent.wall += performance.now() - start
  const { user, system } = process.cpuUsage(before)
  spent.processor += (user + system) / 1000
}
for (let from = 0; from < count; from += together) {
  const articles: ArticleToApply[] = Array.from({ length: Math.min(together, count - from) }, (_, index) => article(from + index))
  timed(() => {
    const refused = applyAll(graph, articles, '2026-01-01T00:00:00.000Z').find(entered => entered instanceof OnRecordError)
    if (refused) throw refused
  })
  if ((from / together) % 20 === 0 && process.stderr.isTTY) process.stderr.write(`\r${from} of ${count} articles stored`)
}
const { articles, statements, entities, relationships } = statistics(graph)
timed(() => graph.close())
if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
const load: Load = {
  articles, statements, entities, relationships,
  seconds: spent.wall / 1000, processorSeconds: spent.processor / 1000, bytes: statSync(path).size, peakMemory: process.resourceUsage().maxRSS * 1024,
}
console.log(JSON.stringify(load))

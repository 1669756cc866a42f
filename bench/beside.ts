// `node bench/beside.ts [articles]`: what queries take beside articles that come in, in processor time, which other work on the machine changes little:
// the mix of bench/load.ts in process, 60 queries for each article stored, as 1,200 and 20 a second are; then the same without articles.
import { copyFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { applyAll } from '../db/entering/apply.ts'
import { openForWriting } from '../db/file/open.ts'
import { answerer } from '../src/execution/answer.ts'
import { openArchive } from '../src/execution/archive.ts'
import { databaseOf, folder } from './database.ts'
import { mixed } from './mix.ts'
import { archiveOf } from './news.ts'
import { variablesOf } from './variables.ts'
import { workloads } from './workloads.ts'

const articles = Number(process.argv[2] ?? 10_000)
const [rounds, queriesOfRound] = [200, 60]
const path = join(folder, `beside-${process.pid}.db`)
await copyFile(databaseOf(articles, false).path, path)
try {
  measure()
} finally {
  for (const tail of ['', '-wal', '-shm']) rmSync(path + tail, { force: true })
}

function measure(): void {
  const variables = variablesOf(path)
  const article = archiveOf(articles + 2 * rounds)
  const [archive, writing] = [openArchive(path), openForWriting(path)]
  const ask = answerer(archive)
  let next = 0
  let stored = articles
  const round = (isBeside: boolean, times: Map<string, number[]>): void => {
    if (isBeside) timed(times, 'an article', () => applyAll(writing, [article(stored++)], '2026-01-01T00:00:00.000Z'))
    for (let count = 0; count < queriesOfRound; count++, next++) {
      const name = mixed(next)
      const question = { query: workloads.find(each => each.name === name)?.operation ?? '', variables: variables[name]?.[Math.floor(next / 20) % 128] }
      const { errors } = timed(times, name, () => ask(question))
      if (errors) throw new Error(`${name}: ${errors[0]?.message}`)
    }
  }
  for (const isBeside of [true, false]) {
    const times = new Map<string, number[]>()
    for (let count = 0; count < rounds / 4; count++) round(isBeside, new Map()) // warm
    for (let count = 0; count < rounds; count++) round(isBeside, times)
    console.log(`\n| ${isBeside ? 'beside articles' : 'at rest'}, ms | mean | median | p99 | longest |\n|---|--:|--:|--:|--:|`)
    for (const [name, all] of [...times].sort()) {
      const sorted = all.toSorted((one, other) => one - other)
      const cells = [sorted.reduce((sum, each) => sum + each, 0) / sorted.length, ...[0.5, 0.99, 1].map(share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)]
      console.log(`| ${name} | ${cells.map(each => each.toFixed(2)).join(' | ')} |`)
    }
  }
  writing.close()
  archive.close()
}

/** In processor time of the whole process, garbage collection and its threads included. */
function timed<Result>(times: Map<string, number[]>, name: string, work: () => Result): Result {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  const all = times.get(name) ?? []
  times.set(name, all)
  all.push((user + system) / 1000)
  return result
}

// `npm run bench`: how long each question of the playground takes on the seed, in process: parsed once, checked, executed, written as JSON.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading } from '../db/open.ts'
import { schema } from '../schema/index.ts'
import { buildSeed } from '../seed/seed.ts'
import { answerer } from '../src/answer.ts'

const rounds = 300
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
buildSeed(join(folder, 'seed.db'))
const graph = openForReading(join(folder, 'seed.db'))
const ask = answerer({ schema, context: () => ({ graph }), read: work => graph.transaction(work), health: () => ({}), close: () => {} })

console.log('| question | median ms | p99 ms | statements | answer, bytes |\n|---|--:|--:|--:|--:|')
const questions = new URL('../src/questions/', import.meta.url)
for (const file of readdirSync(questions).sort()) {
  const query = readFileSync(new URL(file, questions), 'utf8')
  let statements = 0
  graph.onStatement = () => { statements++ }
  const bytes = JSON.stringify(ask({ query })).length
  graph.onStatement = null
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    JSON.stringify(ask({ query }))
    return performance.now() - start
  }).sort((one, other) => one - other)
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2)
  console.log(`| ${file.replace('.graphql', '')} | ${at(0.5)} | ${at(0.99)} | ${statements} | ${bytes} |`)
}
console.log(`\nResident memory: ${Math.round(process.memoryUsage.rss() / 1e6)} MB. Node ${process.versions.node}, SQLite ${graph.sqliteVersion}, ${rounds} rounds each.`)
graph.close()
rmSync(folder, { recursive: true })

// `node bench/questions.ts`: how long each question of the playground takes on the seed, in process (parsed once, checked, executed, written as JSON),
// and what the server holds in memory. On Linux.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading } from '../db/file/open.ts'
import { schema } from '../schema/index.ts'
import { buildSeed } from '../seed/seed.ts'
import { answerer } from '../src/execution/answer.ts'

const rounds = 300
const requests = 3000
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
console.log(`\nNode ${process.versions.node}, SQLite ${graph.sqliteVersion}, ${rounds} rounds each.`)
graph.close()

// The server itself, in one process: how soon it answers, and how much memory it holds after many questions.
const started = performance.now()
const server = spawn(process.execPath, [join(import.meta.dirname, '../src/onrecord.js'), 'serve', '--workers', '1'], { env: { ...process.env, PORT: '0', ONRECORD_DB: join(folder, 'seed.db') } })
const url = await new Promise<string>(resolve => {
  server.stderr.on('data', (said: Buffer) => {
    const found = /http:\/\/\S+\/graphql/.exec(String(said))
    if (found) resolve(found[0])
  })
})
const texts = readdirSync(questions).map(file => readFileSync(new URL(file, questions), 'utf8'))
const post = async (query: string): Promise<void> => {
  await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).text()
}
await post('{ statistics { articles } }')
const first = performance.now() - started
for (let asked = 0; asked < requests; asked++) await post(texts[asked % texts.length] ?? '')
const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]
console.log(`\nThe server: first answer ${first.toFixed(0)} ms after the start of its process; ${Math.round(Number(resident) / 1000)} MB resident after ${requests} questions.`)
server.kill()
rmSync(folder, { recursive: true })

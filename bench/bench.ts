// `npm run bench`: the service beside a physical limit (bench/limit.ts) on the same database, in the same run; see --help.
// Every answer is compared with the limit's before anything is timed. On Linux, with wrk.
import { Command } from 'commander'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openForReading } from '../db/file/open.ts'
import { schema } from '../schema/index.ts'
import { answerer } from '../src/execution/answer.ts'
import { ask, load, peakMemory, start, stop, warmUp, type Contender, type Slice, type Started } from './contender.ts'
import { databaseOf } from './database.ts'
import { operations, peers } from './peers/peers.js'
import { loadTable, resultTable, wallTable, type Result } from './report.ts'
import { variablesOf } from './variables.ts'
import { essenceOf, workloads, type Variables, type Workload } from './workloads.ts'

interface Options {
  readonly articles: string
  readonly only?: string
  readonly rounds: string
  readonly seconds: string
  readonly fresh: boolean
  readonly check: boolean
  readonly peers: boolean
  readonly workers?: string
  readonly write: boolean
}

const root = join(import.meta.dirname, '..')
const options = new Command('npm run bench --')
  .description('Measures the service beside hand-written SQL on the same database: answers for each second of processor time, times, statements, memory.')
  .option('--articles <number>', 'size of the made-up archive; kept in data/bench/', '10000')
  .option('--only <names>', `workloads, parted by commas: ${workloads.map(({ name, what }) => `${name} (${what})`).join(', ')}`)
  .option('--rounds <number>', 'slices of load for each server and workload, in turn; the median counts', '3')
  .option('--seconds <number>', 'length of a slice, in processor time of the server', '2')
  .option('--peers', 'also measure what others would build (first: npm ci --prefix bench/peers)', false)
  .option('--workers <number>', 'also measure the service with so many workers, on as many cores')
  .option('--fresh', 'store the archive anew, and measure that', false)
  .option('--check', 'only compare the answers', false)
  .option('--write', 'put the tables into docs/performance.md', false)
  .addHelpText('after', `
Quick: npm run bench -- --articles 10000 --only q1,q3 --rounds 2 --seconds 1
Others: node bench/questions.ts (the questions of the playground, on the seed), node bench/apply.ts (storing), node bench/reading.ts (reading), node bench/growth.ts (many articles beside few), node bench/hubs.ts (lists of the busiest), node bench/beside.ts (queries beside articles that come in).`)
  .parse().opts<Options>()

const size = Number(options.articles)
const only = options.only?.split(',')
const chosen = workloads.filter(({ name }) => only?.includes(name) ?? true)
if (!Number.isInteger(size) || size < 100 || chosen.length < (only?.length ?? 1)) {
  console.error('bench: --articles must be a whole number from 100, and --only must name workloads; see npm run bench -- --help.')
  process.exit(2)
}
const { path, load: loaded } = databaseOf(size, options.fresh)
const variables = variablesOf(path)

const limit: Contender = {
  name: 'limit',
  command: [join(root, 'bench/limit.ts'), path],
  ready: /ready at (\S+)/,
  path: workload => `/${workload.name}`,
  body: (_, given) => JSON.stringify(given),
}
const service = (workers: number): Contender => ({
  name: workers === 1 ? 'On Record' : `On Record, ${workers} workers`,
  command: [join(root, 'src/onrecord.js'), 'serve', '--port', '0', '--workers', String(workers), '--db', path],
  cores: workers,
  ready: /(http:\/\/\S+)\/graphql/,
  path: () => '/graphql',
  body: (workload, given) => JSON.stringify({ query: workload.operation, variables: given }),
})

const others = peers.map(({ name, file, path: graphql }): Contender => ({
  name,
  command: [join(root, 'bench/peers', file), path],
  ready: /ready at (\S+)/,
  path: () => graphql,
  body: ({ name: asked }, given) => JSON.stringify({ query: operations[asked as keyof typeof operations].text, variables: given }), // it has all workloads
  toOurs: ({ name: asked }, data) => operations[asked as keyof typeof operations].toOurs(data), // likewise
}))

const servers: Started[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const server of servers) server.process.kill()
    process.exit(130)
  })
}
try {
  for (const contender of [limit, service(1), ...(options.workers ? [service(Number(options.workers))] : []), ...(options.peers ? others : [])]) servers.push(await start(contender))
  await measure(servers)
} finally {
  for (const server of servers) await stop(server)
}

async function measure([reference, ...others]: readonly Started[]): Promise<void> {
  if (!reference) return
  const wrong = new Map<Workload, number>()
  for (const workload of chosen) wrong.set(workload, await compare(reference, others, workload, variables[workload.name] ?? []))
  if (options.check) return
  const results: Result[] = []
  for (const workload of chosen) {
    const sets = variables[workload.name] ?? []
    const slices = new Map([reference, ...others].map(server => [server.name, [] as Slice[]]))
    for (const server of [reference, ...others]) warmUp(server, workload, sets)
    for (let round = 0; round < Number(options.rounds); round++) {
      for (const server of [reference, ...others]) slices.get(server.name)?.push(load(server, workload, sets, Number(options.seconds)))
    }
    const result: Result = { workload, slices, ...inProcess(workload, sets), wrong: wrong.get(workload) ?? 0 }
    results.push(result)
    console.error(resultTable([result]).split('\n').at(-1))
  }
  const memory = [reference, ...others].map(server => `${server.name} ${Math.round(Math.max(...peakMemory(server)))} MB, listening after ${Math.round(server.startTime)} ms`).join('; ')
  const command = `npm run bench${process.argv.length > 2 ? ` -- ${process.argv.slice(2).filter(each => each !== '--write').join(' ')}` : ''}`
  const table = `${resultTable(results)}\n\n${options.workers ? `${wallTable(results)}\n\n` : ''}Peak memory: ${memory}.\n\n${loadTable(loaded)}\n\nNode ${process.versions.node}; \`${command}\`.`
  console.log(`\n${table}`)
  if (options.write) write(size, table)
}

/** How many answers differ from the reference's, of all servers; the first is shown. */
async function compare(reference: Started, others: readonly Started[], workload: Workload, sets: readonly Variables[]): Promise<number> {
  let wrong = 0
  for (const given of sets) {
    const right = essenceOf(workload, await ask(reference, workload, given), given)
    for (const server of others) {
      const found = essenceOf(workload, await ask(server, workload, given), given)
      if (found === right) continue
      if (wrong++ === 0) console.error(`${workload.name} ${JSON.stringify(given)}: ${server.name} differs.\n${reference.name}: ${right.slice(0, 1500)}\n${server.name}: ${found.slice(0, 1500)}`)
    }
  }
  if (options.check || wrong > 0) console.error(`${workload.name}: ${sets.length} sets of variables, ${wrong} answers differ.`)
  return wrong
}

/** Statements and bytes of an answer, in the mean over the sets. */
function inProcess({ operation }: Workload, sets: readonly Variables[]): { readonly statements: number; readonly bytes: number } {
  const graph = openForReading(path)
  const answer = answerer({ schema, context: () => ({ graph }), contextOfMutation: () => ({ graph }), read: work => graph.transaction(work), health: () => ({}), close: () => {} })
  let [statements, bytes] = [0, 0]
  graph.onStatement = () => { statements++ }
  for (const given of sets) bytes += Buffer.byteLength(JSON.stringify(answer({ query: operation, variables: given })))
  graph.close()
  return { statements: statements / sets.length, bytes: bytes / sets.length }
}

/** In the place of the tables of this size that are there, or at the end. */
function write(articles: number, table: string): void {
  const file = join(root, 'docs/performance.md')
  const [open, close] = [`<!-- bench ${articles} -->`, `<!-- /bench ${articles} -->`]
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(open), text.indexOf(close)]
  const block = `${open}\n${table}\n${close}`
  writeFileSync(file, from < 0 || to < from ? `${text.trimEnd()}\n\n## ${articles.toLocaleString('en')} articles\n\n${block}\n` : text.slice(0, from) + block + text.slice(to + close.length))
}

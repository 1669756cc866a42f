// `node bench/overload.ts [rounds] [folders]`: how servers do that are asked twice and five times as much as they can answer, and half as much beside an attacker: of this folder, or
// of each that is given, as of two versions. All run at once and are asked one after another, in short stretches and with what each can do at most before and after, as others use the
// machine as well.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ask } from './asker.ts'
import { attackOf, mixOf } from './bodies.ts'
import { start, stop, type Started } from './contender.ts'
import { databaseOf, folder } from './database.ts'
import type { Came } from './open-loop.ts'

const [rounds, ...given] = [Number(process.argv[2] ?? 5), ...process.argv.slice(3)]
const folders = given.length > 0 ? given : [join(import.meta.dirname, '..')]
const loads = [2, 5]
const seconds = 2
/** Fewer than a server takes. */
const connections = 400

interface Seen extends Came {
  /** Of the server's first thread, in seconds of processor time. */
  readonly worked: number
}

const { path: archive } = databaseOf(10_000, false)
const own = (name: string): string => join(folder, `overload-${process.pid}.${name}`)
const bodies = own('mix')
writeFileSync(bodies, mixOf(archive).join('\n'))
const attack = own('attack')
writeFileSync(attack, attackOf(archive).join('\n'))
const servers: Started[] = []
const seen = new Map<string, (readonly number[])[]>()
const besideAttacker = new Map<string, (readonly number[])[]>()
try {
  for (const [index, from] of folders.entries()) {
    const path = own(`${index}.db`)
    copyFileSync(archive, path)
    servers.push(await start({ name: from, command: [join(resolve(from), 'src/onrecord.js'), 'serve', '--port', '0', '--db', path], ready: /(http:\/\/\S+)\/graphql/, path: () => '/graphql', body: () => '', environment: { ONRECORD_WORKERS: '1' } }))
  }
  for (const server of servers) await asked(server, 0, 16, 8) // warm
  for (let round = 0; round < rounds; round++) {
    const inTurn = round % 2 === 0 ? servers : servers.toReversed()
    for (const times of round % 2 === 0 ? loads : loads.toReversed()) for (const server of inTurn) await once(server, times)
    for (const server of inTurn) await attacked(server)
  }
} finally {
  for (const server of servers) await stop(server)
  for (const file of [bodies, attack]) rmSync(file, { force: true })
  for (const [index] of folders.entries()) for (const tail of ['', '-wal', '-shm']) rmSync(own(`${index}.db${tail}`), { force: true })
}
console.log('| medians | goodput, % | the same by processor time, % | answered or refused of what was due, % | answers p50, p99 ms | refusals p50, p99 ms |\n|---|--:|--:|--:|--:|--:|')
for (const [name, rows] of seen) {
  const [goodput = 0, worked = 0, told = 0, p50 = 0, p99 = 0, refusedP50 = 0, refusedP99 = 0] = mediansOf(rows)
  console.log(`| ${name} | ${(goodput * 100).toFixed(0)} | ${(worked * 100).toFixed(0)} | ${(told * 100).toFixed(0)} | ${p50.toFixed(0)}, ${p99.toFixed(0)} | ${refusedP50.toFixed(1)}, ${refusedP99.toFixed(0)} |`)
}
console.log('\n| medians | half, p50, p99 ms | the same beside an attacker | p99, times |\n|---|--:|--:|--:|')
for (const [name, rows] of besideAttacker) {
  const [p50 = 0, p99 = 0, besideP50 = 0, besideP99 = 0, ratio = 0] = mediansOf(rows)
  console.log(`| ${name} | ${p50.toFixed(1)}, ${p99.toFixed(0)} | ${besideP50.toFixed(1)}, ${besideP99.toFixed(0)} | ${ratio.toFixed(1)} |`)
}

async function once(server: Started, times: number): Promise<void> {
  const before = await asked(server, 0, 16, seconds / 2)
  const over = await asked(server, before.perSecond * times, connections, seconds)
  const after = await asked(server, 0, 16, seconds / 2)
  const most = (before.perSecond + after.perSecond) / 2
  const perSecondOfWork = most * seconds / (before.worked + after.worked)
  const name = `${times} times, ${server.name}`
  seen.set(name, [...seen.get(name) ?? [], [over.perSecond / most, over.perSecond * seconds / over.worked / perSecondOfWork, (over.perSecond + over.refused) / (before.perSecond * times), over.p50, over.p99, over.refusedP50, over.refusedP99]])
  console.error(`${name}: ${over.perSecond.toFixed(0)} of ${most.toFixed(0)} a second answered, ${over.refused.toFixed(0)} refused, p50 ${over.refusedP50.toFixed(1)} ms`)
}

/** As `npm run load` has it, with four connections; the last number is how many times as long the 99th percentile is. */
async function attacked(server: Started): Promise<void> {
  const most = await asked(server, 0, 16, seconds / 2)
  const half = { bodies, rate: most.perSecond / 2, seconds: 2 * seconds, connections: 100 }
  const alone = await ask(server, half)
  const [beside] = await Promise.all([ask(server, half), ask(server, { bodies: attack, rate: 0, seconds: 2 * seconds, connections: 4 })])
  besideAttacker.set(server.name, [...besideAttacker.get(server.name) ?? [], [alone.p50, alone.p99, beside.p50, beside.p99, beside.p99 / alone.p99]])
  console.error(`${server.name}: p50, p99 ${alone.p50.toFixed(1)}, ${alone.p99.toFixed(1)} ms alone, ${beside.p50.toFixed(1)}, ${beside.p99.toFixed(1)} ms beside an attacker`)
}

async function asked(server: Started, rate: number, count: number, length: number): Promise<Seen> {
  const before = workOf(server)
  const came = await ask(server, { bodies, rate, seconds: length, connections: count })
  return { ...came, worked: workOf(server) - before }
}

function workOf({ process: { pid } }: Started): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9
}

function mediansOf(rows: readonly (readonly number[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, at) => median(rows.map(row => row[at] ?? 0)))
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

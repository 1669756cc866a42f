// `npm run load`: the server under load that does not wait for it, on loopback, bounded in count and time. First what it can do at most, then half of
// that; twice and five times as much, and how soon it is itself again; an attacker beside; articles read in beside; other work on all cores; connections that come and go; a
// soak, as long as it is told. Prints a table. On Linux, with two cores: the server, one worker, has one; who asks the other.
import { Command } from 'commander'
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ask as askFrom } from './asker.ts'
import { attackOf, mixOf } from './bodies.ts'
import { start, stop, type Started } from './contender.ts'
import { databaseOf, folder } from './database.ts'
import { madeArticle } from './made-articles.ts'
import type { Asked, Came } from './open-loop.ts'

const root = join(import.meta.dirname, '..')
const options = new Command('npm run load --')
  .description('Measures the server at half of what it can do, at twice and five times as much, beside an attacker and beside changes, and for long.')
  .option('--articles <number>', 'size of the made-up archive; kept in data/bench/', '10000')
  .option('--seconds <number>', 'length of each load', '20')
  .option('--soak <minutes>', 'length of the soak at half load', '1')
  .option('--only <names>', 'capacity and these: half, twice, five, attacker, changes, stress, connections, soak, start', 'half,twice,five,attacker,changes,stress,connections,soak,start')
  .parse().opts<{ articles: string; seconds: string; soak: string; only: string }>()
const [seconds, minutes] = [Number(options.seconds), Number(options.soak)]
const only = new Set(options.only.split(','))

const token = 'a-token-for-measuring-0123'
const { path: archive } = databaseOf(Number(options.articles), false)
const path = join(folder, `load-${process.pid}.db`)
const bodies = (name: string): string => join(folder, `load-${process.pid}.${name}`)
const rows: (readonly string[])[] = []
const say = (...row: readonly string[]): void => {
  rows.push(row)
  console.error(row.join(' · '))
}

await copyFile(archive, path)
writeFileSync(bodies('mix'), mixOf(path).join('\n'))
writeFileSync(bodies('attack'), attackOf(path).join('\n'))
writeFileSync(bodies('articles'), Array.from({ length: 4000 }, (_, index) => {
  const { text } = madeArticle(index)
  return JSON.stringify({ query: 'mutation ($text: String!) { readArticle(input: {text: $text}) { __typename ... on UserError { code } } }', variables: { text } })
}).join('\n'))

try {
  const server = await start({ name: 'On Record', command: [join(root, 'src/onrecord.js'), 'serve', '--port', '0', '--db', path], ready: /(http:\/\/\S+)\/graphql/, path: () => '/graphql', body: () => '', environment: { ONRECORD_TOKEN: token, ONRECORD_WORKERS: '1' } })
  try {
    await measure(server)
  } finally {
    await stop(server)
  }
} finally {
  for (const file of readdirSync(folder)) if (file.startsWith(`load-${process.pid}.`)) rmSync(join(folder, file))
}
console.log(`| load | asked, a second | answered | refused | failed | unanswered | p50 ms | p99 ms | refusals p50, p99 ms | seen |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|---|\n${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}\n
Node ${process.versions.node}, ${options.articles} articles, ${seconds} s a load, ${availableParallelism()} cores, others' load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[1]}.`)

async function measure(server: Started): Promise<void> {
  await ask(server, { rate: 0, seconds: 3, connections: 16 }) // warm
  const most = await ask(server, { rate: 0, seconds: Math.min(seconds, 10), connections: 16 })
  say('at most (16 connections)', ...cells(most), '')
  const half = Math.max(1, most.perSecond / 2)
  let ordinary: Came | undefined
  const atHalf = async (name: string, seen: (came: Came) => string, beside: readonly Promise<unknown>[] = []): Promise<Came> => {
    const [came] = await Promise.all([ask(server, { rate: half, seconds }), ...beside])
    say(name, ...cells(came), seen(came))
    return came
  }
  if (only.has('half')) ordinary = await atHalf('half of that', () => `${memoryOf(server)} MB`)
  for (const [name, times] of [['twice', 2], ['five', 5]] as const) {
    if (!only.has(name)) continue
    const over = await ask(server, { rate: most.perSecond * times, seconds, connections: 400 })
    say(`${times} times`, ...cells(over), `goodput ${percent(over.perSecond / most.perSecond)}`)
    const calm: Came[] = []
    for (let second = 0; second < 5; second++) calm.push(await ask(server, { rate: half, seconds: 1 }))
    const recovered = calm.findIndex(each => each.failed + each.unanswered + each.refused === 0 && each.p99 <= 2 * Math.max(ordinary?.p99 ?? each.p99, 10))
    say(`half, behind ${times} times`, ...cells(calm.at(-1) ?? over), recovered < 0 ? 'not itself within 5 s' : `itself again in the second ${recovered + 1}`)
  }
  if (only.has('attacker')) await atHalf('half, beside an attacker', came => against(came, ordinary), [ask(server, { rate: 0, seconds, connections: 4, bodies: bodies('attack') }).then(came => say('the attacker (4 connections)', ...cells(came), ''))])
  if (only.has('changes')) {
    let log = 0
    const watching = setInterval(() => { log = Math.max(log, statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) }, 100)
    await atHalf('half, beside articles read in', came => `${against(came, ordinary)}; WAL at most ${(log / 2 ** 20).toFixed(1)} MiB`, [ask(server, { rate: 20, seconds, bodies: bodies('articles'), token }).then(came => say('the articles', ...cells(came), ''))])
    clearInterval(watching)
  }
  if (only.has('stress')) {
    const busy = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', 'for (;;) {}'], { stdio: 'ignore' }))
    try {
      await atHalf('half, beside other work on all cores', came => against(came, ordinary))
    } finally {
      for (const each of busy) each.kill()
    }
  }
  if (only.has('connections')) {
    const before = filesOf(server)
    for (let round = 0; round < 20; round++) await ask(server, { rate: 0, seconds: 0.2, connections: 450 })
    await new Promise(resolve => { setTimeout(resolve, 6000) })
    say('450 connections, 20 times', ...cells(await ask(server, { rate: half, seconds: 2 })), `${before} files open before, ${filesOf(server)} after`)
  }
  if (only.has('soak')) await soak(server, half)
  if (only.has('start')) {
    const again = await start({ ...server })
    await stop(again)
    say('a start', '', '', '', '', '', '', '', '', `listens after ${Math.round(again.startTime)} ms, on ${(statSync(path).size / 1e6).toFixed(0)} MB`)
  }
}

/** Memory at the end of each sixth of the time, and what it gains a minute behind the first and behind the fourth: what fills slowly up to its bound gains less and less. */
async function soak(server: Started, half: number): Promise<void> {
  const samples: { readonly minute: number; readonly memory: number }[] = []
  const began = performance.now()
  const files = filesOf(server)
  const sampling = setInterval(() => samples.push({ minute: (performance.now() - began) / 60_000, memory: memoryOf(server) }), 5000)
  const came = await ask(server, { rate: half, seconds: minutes * 60 })
  clearInterval(sampling)
  const sixths = [1, 2, 3, 4, 5, 6].map(sixth => samples.findLast(each => each.minute <= sixth * minutes / 6)?.memory ?? 0)
  const [early = 0, late = 0] = [1, 4].map(sixth => slope(samples.filter(each => each.minute >= sixth * minutes / 6)))
  say(`half for ${minutes} min`, ...cells(came), `${Math.max(...samples.map(each => each.memory))} MB at most, ${sixths.join(', ')} at the end of each sixth, ${early.toFixed(2)} MB a minute behind the first, ${late.toFixed(2)} behind the fourth; ${files} files open before, ${filesOf(server)} after`)
}

function slope(samples: readonly { readonly minute: number; readonly memory: number }[]): number {
  const mean = (of: (each: (typeof samples)[number]) => number): number => samples.reduce((sum, each) => sum + of(each), 0) / samples.length
  const [minute, memory] = [mean(each => each.minute), mean(each => each.memory)]
  const spread = mean(each => (each.minute - minute) ** 2)
  return spread === 0 ? 0 : mean(each => (each.minute - minute) * (each.memory - memory)) / spread
}

function ask(server: Started, given: Partial<Asked> & Pick<Asked, 'rate' | 'seconds'>): Promise<Came> {
  return askFrom(server, { bodies: bodies('mix'), ...given })
}

function cells({ sent, perSecond, refused, failed, causes, unanswered, p50, p99, refusedP50, refusedP99 }: Came): readonly string[] {
  return [sent.toFixed(0), perSecond.toFixed(0), refused.toFixed(0), [failed, ...Object.entries(causes).map(([cause, count]) => `${count} ${cause}`)].join('; '), String(unanswered), p50.toFixed(1), p99.toFixed(1), refused > 0 ? `${refusedP50.toFixed(1)}, ${refusedP99.toFixed(1)}` : '']
}

function against(came: Came, ordinary: Came | undefined): string {
  return ordinary ? `p99 ${(came.p99 / ordinary.p99).toFixed(1)} times that at half` : ''
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** Resident, in MB. */
function memoryOf({ process: { pid } }: Started): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}

function filesOf({ process: { pid } }: Started): number {
  return readdirSync(`/proc/${pid}/fd`).length
}

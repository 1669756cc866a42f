// A server as its user starts it, in a process of its own, and attacks on it. During each attack GET /health is asked without pause; after it the
// process must live, memory must not have grown without bound, and every refusal must be small, of a stable code, and tell nothing of the inside.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { copySeed } from '../seeded.ts'
import { errorTable } from '../../src/model/errors.ts'
import type { Gauged } from './gauge.ts'
import type { Health } from './health.ts'

/** The full form is `npm run attacks`. */
export const isFull = process.env['ATTACKS'] === 'full'
export const token = 'a-token-of-the-tests-0123'

export interface Victim {
  readonly url: string
  readonly path: string
  readonly pid: number
  /** What it has written to standard error. */
  readonly log: () => string
  readonly gauge: () => Promise<Gauged>
  /** GET /health is asked without pause from 'begin' to 'end', by a thread of its own, which an attack that keeps this one busy does not delay. */
  readonly watch: (what: 'begin' | 'end') => Promise<Health>
  readonly isAlive: () => boolean
  end(): Promise<number | null>
}

/**
 * One process, so that its gauge tells all that an attack costs. `build` makes the file of the graph; without it, it is the seed. `takesChanges`: from who
 * has the token, for which it loads the reader.
 */
export async function startVictim({ takesChanges = false, build = copySeed }: { takesChanges?: boolean; build?: (path: string) => void } = {}): Promise<Victim> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-attack-'))
  const path = join(folder, 'graph.db')
  build(path)
  const program = new URL('../../src/onrecord.js', import.meta.url).pathname
  const child = fork(program, ['serve', '--db', path, '--port', '0', '--workers', '1'], {
    // F19: a heap that cannot grow to what a machine has.
    execArgv: ['--max-old-space-size=128', '--import', new URL('gauge.ts', import.meta.url).pathname], env: { PATH: process.env['PATH'], ...(takesChanges && { ONRECORD_TOKEN: token }) }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let log = ''
  const ended = new Promise<number | null>(resolve => { child.on('close', resolve) })
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', part => {
      log += String(part)
      const found = /(http:\S+)\/graphql/.exec(log)
      if (found?.[1]) resolve(found[1])
    })
    void ended.then(() => reject(new Error(log)))
  })
  const gauge = async (): Promise<Gauged> => {
    const answer = once(child, 'message')
    child.send('gauge')
    return (await answer)[0] as Gauged // tests/attack/gauge.ts
  }
  // What a server begins by itself a second after its start is no attack's.
  await pause(1500)
  for (let [before, after] = [0, Infinity]; after - before > 20;) {
    before = (await gauge()).cpu
    await pause(250)
    after = (await gauge()).cpu
  }
  const watcher = new Worker(new URL('health.ts', import.meta.url), { workerData: url })
  await once(watcher, 'message')
  return {
    url, path, pid: child.pid ?? 0,
    log: () => log,
    gauge,
    async watch(what) {
      const answer = once(watcher, 'message')
      watcher.postMessage(what) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
      return (await answer)[0] as Health // tests/attack/health.ts
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async end() {
      await watcher.terminate()
      child.kill('SIGTERM')
      const code = await ended
      rmSync(folder, { recursive: true })
      return code
    },
  }
}

export interface Reply {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** In ms, as the client sees it. */
  readonly ms: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 })

export function send(victim: Victim, body: unknown, { path = '/graphql', method = 'POST', headers = {}, isBare = false }: { path?: string; method?: string; headers?: Record<string, string>; isBare?: boolean } = {}): Promise<Reply> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${victim.url}${path}`, { method, agent, headers: { ...(isBare ? {} : { 'content-type': 'application/json' }), ...headers } }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', part => { text += part })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers, ms: performance.now() - started }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body === undefined ? undefined : typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body))
  })
}
export const ask = (victim: Victim, query: string, variables?: object): Promise<Reply> => send(victim, { query, variables })

/**
 * Bytes as they are; answers all that comes back before the socket closes, falls quiet, or the time is over, and after how long the last of it came, or
 * the socket closed without any. In ms.
 */
export function sendBytes(victim: Victim, bytes: string | Uint8Array, patience = 20_000, quiet = 1000): Promise<{ readonly answer: string; readonly ms: number }> {
  const started = performance.now()
  return new Promise(resolve => {
    let answer = ''
    let ms: number | undefined
    const socket = connect(Number(new URL(victim.url).port), '127.0.0.1', () => socket.write(bytes))
    socket.setTimeout(patience, () => socket.destroy())
    socket.on('data', data => {
      answer += String(data)
      ms = performance.now() - started
      socket.setTimeout(quiet)
    })
    socket.on('error', () => {}).on('close', () => resolve({ answer, ms: ms ?? performance.now() - started }))
  })
}

/** What a refusal must be: its codes. */
export function refused({ status, text, headers }: Reply, what = ''): readonly string[] {
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: readonly { message: string; extensions: Record<string, unknown> }[] }
  expect([what, data ?? null, errors.length > 0]).toEqual([what, null, true])
  expect(status).toBeLessThan(600)
  expect([what, text.length]).toEqual([what, expect.toSatisfy((length: number) => length < 4096)])
  tellsNothing(text)
  expect(String(headers['content-type'])).toMatch(/json/)
  const codes = errors.map(error => String(error.extensions['code']))
  for (const code of codes) expect(Object.keys(errorTable)).toContain(code)
  return codes
}

export function tellsNothing(text: string): void {
  expect(text).not.toMatch(/node_modules|\bat [\w.<>]+ \(|file:\/\/|\/src\/|SQLITE_|SELECT |better-sqlite|no such (?:column|table)|RangeError|TypeError|Maximum call stack/)
}

export interface Row {
  readonly id: string
  readonly attack: string
  readonly requests: number
  /** Of the longest answer, in ms; and of the computing for all. */
  readonly longest: number
  readonly cpu: number
  /** In MB. */
  readonly memory: number
  /** The longest answer of /health meanwhile, in ms. */
  readonly health: number
}
declare module 'vitest' {
  interface TaskMeta { attack?: Row }
}

interface Bounds {
  /** Memory that may be held afterwards, in MB. */
  readonly memory?: number
  /** Computing in ms for each request. */
  readonly cpu?: number
}

/** `work` sends, judges each reply and answers them. Bounds are generous, for machines that do other work: the table has what was measured. */
export function attack(victim: () => Victim, id: string, what: string, work: () => Promise<readonly Reply[]>, { memory = 50, cpu = 150 }: Bounds = {}): void {
  test(`${id}: ${what}`, async ({ task }) => {
    const on = victim()
    const before = await on.gauge()
    await on.watch('begin')
    let replies: readonly Reply[] = []
    let health: Health
    let row: Row
    try {
      replies = await work()
    } finally {
      health = await on.watch('end')
      const after = await on.gauge()
      row = {
        id, attack: what, requests: replies.length, longest: Math.max(0, ...replies.map(each => each.ms)),
        cpu: after.cpu - before.cpu, memory: (after.rss - before.rss) / 1_048_576, health: health.longest,
      }
      task.meta.attack = row
    }
    expect(on.isAlive()).toBe(true)
    expect([health.failures, health.asked > 0]).toEqual([[], true])
    expect(row.memory).toBeLessThan(memory)
    if (replies.length > 0) expect(row.cpu / replies.length).toBeLessThan(cpu + (5 * health.asked) / replies.length)
    expect(health.longest).toBeLessThan(5000) // 100 is the aim; whatever else the machine does delays it
  }, 600_000)
}

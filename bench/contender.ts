// One server under measurement: started on a core of its own, asked over HTTP, its processor time and memory read from Linux. wrk, which asks,
// has the other core: a slower client would measure itself.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { folder } from './database.ts'
import type { Data, Variables, Workload } from './workloads.ts'

export interface Contender {
  readonly name: string
  /** Arguments of Node. */
  readonly command: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** What it prints when it listens; its first group is the address. */
  readonly ready: RegExp
  readonly path: (workload: Workload) => string
  readonly body: (workload: Workload, variables: Variables) => string
  /** Its answer as ours reads, where it has a schema of its own. */
  readonly toOurs?: (workload: Workload, data: Data) => Data
  /** Cores that it may have. */
  readonly cores?: number
}

export interface Started extends Contender {
  readonly process: ChildProcess
  readonly address: string
  /** From the start of the process until it listens, in ms. */
  readonly startTime: number
}

/** One slice of load. */
export interface Slice {
  /** Answers for each second of the server's processor time. */
  readonly perProcessorSecond: number
  readonly perSecond: number
  /** In ms. */
  readonly p50: number
  readonly p99: number
  readonly errors: number
  /** How much of the time the server had its core. */
  readonly share: number
}

const cores = availableParallelism()
const pinned = (from: number, count: number): readonly string[] => (cores > 1 ? ['taskset', '-c', `${from}-${Math.min(from + count, cores) - 1}`] : [])

export async function start(contender: Contender): Promise<Started> {
  const began = performance.now()
  const [command = '', ...rest] = [...pinned(0, contender.cores ?? 1), process.execPath, '--no-warnings', ...contender.command]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production', ...contender.environment } })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        said += String(piece)
        const found = contender.ready.exec(said)?.[1]
        if (found) resolve(found)
      })
    }
    child.on('exit', code => reject(new Error(`${contender.name} ended with ${code} before it listened:\n${said}`)))
  })
  return { ...contender, process: child, address, startTime: performance.now() - began }
}

export async function stop({ process: child }: Started): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

/** The data of an answer; a text where there is none, or errors beside it. */
export async function ask({ address, path, body, toOurs = (_, data) => data }: Started, workload: Workload, variables: Variables): Promise<Data | string> {
  const response = await fetch(address + path(workload), { method: 'POST', headers: { 'content-type': 'application/json' }, body: body(workload, variables) })
  const text = await response.text()
  if (!response.ok) return text
  const { data, errors } = JSON.parse(text) as { data?: Data; errors?: unknown } // GraphQL over HTTP
  return data && !errors ? toOurs(workload, data) : text
}

/** Work until the server's code is compiled: so much of its processor time, in seconds. After 1.5 s an answer may still take half as long again. */
const warmingUp = 4
/** In seconds of the clock, whatever the server gets of its core. */
const longest = 30

export function warmUp(started: Started, workload: Workload, variables: readonly Variables[]): void {
  const until = performance.now() + longest * 1000
  for (let spent = 0; spent < warmingUp && performance.now() < until;) spent += asked(started, workload, variables, 1).spent
}

/** Asks with 16 connections, each set of variables in turn, until the server has worked for so many seconds of processor time. */
export function load(started: Started, workload: Workload, variables: readonly Variables[], seconds: number): Slice {
  const first = asked(started, workload, variables, 1)
  if (first.spent >= seconds) return sliceOf(first)
  const share = Math.max(first.spent / first.lasted, seconds / longest)
  return sliceOf(asked(started, workload, variables, Math.ceil(seconds / share)))
}

interface Asked {
  readonly requests: number
  /** In ms. */
  readonly p50: number
  readonly p99: number
  readonly errors: number
  /** Seconds that the server worked, that there was load, and that all took. */
  readonly spent: number
  readonly seconds: number
  readonly lasted: number
}

function sliceOf({ requests, seconds, spent, lasted, p50, p99, errors }: Asked): Slice {
  return { p50, p99, errors, perSecond: requests / seconds, perProcessorSecond: requests / spent, share: spent / lasted }
}

function asked(started: Started, workload: Workload, variables: readonly Variables[], seconds: number): Asked {
  const bodies = join(folder, `${process.pid}.bodies`)
  writeFileSync(bodies, variables.map(each => started.body(workload, each)).join('\n'))
  const pid = started.process.pid ?? 0
  const [before, began] = [processorTime(pid), performance.now()]
  const [command = '', ...rest] = [...pinned(cores - 1, 1), 'wrk', '-t1', '-c16', `-d${seconds}s`, '--timeout', '30s', '-s', join(import.meta.dirname, 'wrk.lua'), started.address + started.path(workload)]
  const { stdout, stderr, error } = spawnSync(command, rest, { encoding: 'utf8', env: { ...process.env, BODIES: bodies } })
  const [spent, lasted] = [processorTime(pid) - before, (performance.now() - began) / 1000]
  rmSync(bodies)
  const result = /RESULT (.*)/.exec(stdout ?? '')?.[1]
  if (!result) throw new Error(`wrk, which makes the load, did not run (Debian: apt install wrk): ${error?.message ?? stderr}`)
  return { ...JSON.parse(result) as Pick<Asked, 'requests' | 'seconds' | 'p50' | 'p99' | 'errors'>, spent, lasted } // bench/wrk.lua
}

/** User and system time of a process and of those that it started, in seconds. */
function processorTime(pid: number): number {
  return treeOf(pid).reduce((sum, each) => {
    const fields = contentOf(`/proc/${each}/stat`).split(') ')[1]?.split(' ') ?? []
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
  }, 0)
}

/** The most memory that each of its processes has held, in MB. */
export function peakMemory({ process: { pid } }: Started): readonly number[] {
  return treeOf(pid ?? 0).map(each => Number(/VmHWM:\s+(\d+)/.exec(contentOf(`/proc/${each}/status`))?.[1] ?? 0) / 1024)
}

function treeOf(pid: number): readonly number[] {
  const children = contentOf(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(each => each !== '')
  return [pid, ...children.flatMap(each => treeOf(Number(each)))]
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // gone meanwhile
  }
}

// `onrecord serve` with several workers: this process answers nobody. It hands each connection to the next worker (node:cluster), makes the
// changes that they are asked for, as the one writer, tells all of them what came in, and begins another worker for one that ends.
import type { Serializable } from 'node:child_process'
import cluster, { type Worker } from 'node:cluster'
import { openForReading } from '../../db/file/open.ts'
import { statistics } from '../../db/file/statistics.ts'
import type { Config } from '../config.ts'
import { exitCodes } from '../exit.ts'
import { createLog } from '../log.ts'
import type { State } from '../server/metrics.ts'
import { OnRecordError } from '../model/errors.ts'
import { buildWhereMissing, goneSentence, greeting } from './greeting.ts'
import { rest } from './rest.ts'
import { say } from '../say.ts'
import { whenGone } from '../which-file.ts'
import type { FromPrimary, FromWorker } from '../server/worker-messages.ts'
import type { Answered, Asked } from '../server/writer-thread.ts'
import { createWriter, type Writer } from '../server/writer.ts'

/** A worker that lives no longer than this, in ms, is begun anew only after as long: it may not live at all. */
const shortLife = 1000
/** In ms; a worker that is long busy is left out of the metrics. */
const telling = 1000
/** In ms, from the signal; a worker lets its requests finish in half of it. */
const patience = 10_000

/** Answers when the first worker listens; the process then lives until a signal. */
export async function serveByWorkers(config: Config): Promise<void> {
  await buildWhereMissing(config.database)
  // It checks the file, so that no worker has to; and as long as it is open, nothing that the engine keeps beside it is taken away.
  const graph = openForReading(config.database)
  const writer = createWriter(config.database)
  const log = createLog()
  let isStopping = false
  cluster.setupPrimary({ serialization: 'advanced' })

  const begin = (): Worker => {
    const worker = cluster.fork()
    loseNone(worker)
    worker.on('message', async (message: FromWorker) => {
      if ('gather' in message) return tell(worker, { states: await statesOf(workers()), of: message.gather })
      if (!('change' in message)) return
      const answered = await make(writer, message.change)
      tell(worker, { answered })
      if ('changed' in answered && !answered.changed.known) for (const each of workers()) tell(each, { ring: true })
    })
    return worker
  }
  const first = begin()
  const listening = await new Promise<{ readonly port: number } | null>(resolve => {
    first.once('listening', resolve)
    first.once('exit', code => {
      process.exitCode = code // it has said why
      resolve(null)
    })
  })
  if (!listening) return graph.close()

  for (let count = 1; count < config.workers; count++) begin()
  const started = new Map<Worker, number>()
  cluster.on('online', worker => started.set(worker, performance.now()))
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping) return
    log.error('worker ended', { pid: worker.process.pid, code, signal })
    const isShort = performance.now() - (started.get(worker) ?? 0) < shortLife
    started.delete(worker)
    setTimeout(() => { if (!isStopping) begin() }, isShort ? shortLife : 0)
  })
  const stop = stopper(async code => {
    await writer.close()
    graph.close()
    process.exit(code)
  })
  const tellAll = (code: number): boolean => {
    isStopping = true
    return stop(code)
  }
  process.on('SIGTERM', () => tellAll(exitCodes.done))
  process.on('SIGHUP', () => tellAll(exitCodes.done))
  process.on('SIGINT', () => tellAll(exitCodes.done) && end(exitCodes.interrupted))
  whenGone(config.database, () => {
    say(goneSentence(config))
    tellAll(exitCodes.inputOutput)
  })
  setTimeout(() => { if (config.token !== null) void writer.begin() }, rest).unref()
  say(greeting(config, listening.port, statistics(graph)))
}

/**
 * Ends the connection that a worker was handed and had not taken when it ended: nobody answers on it. Node hands a worker one at a time, and keeps
 * it open until the worker says that it has its own copy; of one that ended it waits for that for ever.
 */
function loseNone(worker: Worker): void {
  const send = worker.process.send.bind(worker.process)
  let handed: Handed | undefined
  worker.process.send = (message: Serializable, handle?: unknown, ...others: unknown[]) => {
    if (handle) handed = handle as Handed
    return Reflect.apply(send, undefined, [message, handle, ...others])
  }
  // The process may end before its channel does, and until then it is handed more. To close what was taken does nothing.
  for (const end of ['exit', 'disconnect']) worker.on(end, () => handed?.close())
}
/** Node's own handle of a connection, for which it has no type. */
interface Handed { close(): void }

/** The metrics of the workers that tell them in time. */
async function statesOf(asked: readonly Worker[]): Promise<readonly State[]> {
  const of = ++gatherings
  const told = asked.map(worker => new Promise<readonly State[]>(resolve => {
    const listen = (message: FromWorker): void => { if ('state' in message && message.of === of) end([message.state]) }
    const end = (states: readonly State[]): void => {
      clearTimeout(late)
      worker.off('message', listen)
      resolve(states)
    }
    const late = setTimeout(end, telling, [])
    worker.on('message', listen)
    tell(worker, { tell: of })
  }))
  return (await Promise.all(told)).flat()
}
let gatherings = 0

async function make(writer: Writer, { id, ...change }: Asked): Promise<Answered> {
  try {
    return { id, changed: 'read' in change ? await writer.readArticle(change.read) : { key: change.remove, known: await writer.removeArticle(change.remove) } }
  } catch (error) {
    if (error instanceof OnRecordError) return { id, refused: { code: error.code, message: error.message, details: error.details } }
    return { id, fault: error instanceof Error ? error : new Error(String(error)) }
  }
}

/** Lets the workers finish what they have in flight, then ends with the exit code; answers whether it had been told already. */
function stopper(finish: (code: number) => Promise<void>): (code: number) => boolean {
  let isTold = false
  return code => {
    if (isTold) return true
    isTold = true
    const finishAlone = (): void => { if (workers().length === 0) void finish(code) }
    for (const worker of workers()) worker.process.kill('SIGTERM')
    cluster.on('exit', finishAlone)
    finishAlone()
    setTimeout(end, patience, code)
    return false
  }
}

/** At once. */
function end(code: number): void {
  for (const worker of workers()) worker.process.kill('SIGKILL')
  process.exit(code)
}

function workers(): readonly Worker[] {
  return Object.values(cluster.workers ?? {}).filter(worker => worker !== undefined)
}

/** One that has just ended hears nothing, and needs nothing. */
function tell(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message)
}

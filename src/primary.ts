// `onrecord serve` with several workers: this process answers nobody. It hands each connection to the next worker (node:cluster), makes the
// changes that they are asked for, as the one writer, tells all of them what came in, and begins another worker for one that ends.
import cluster, { type Worker } from 'node:cluster'
import { openForReading } from '../db/open.ts'
import { statistics } from '../db/statistics.ts'
import type { Config } from './config.ts'
import { exitCodes } from './exit.ts'
import { createLog } from './log.ts'
import { OnRecordError } from './model/errors.ts'
import { buildWhereMissing, greeting } from './greeting.ts'
import { say } from './say.ts'
import type { FromPrimary, FromWorker } from './worker-messages.ts'
import type { Answered, Asked } from './writer-thread.ts'
import { createWriter, type Writer } from './writer.ts'

/** A worker that lives no longer than this, in ms, is begun anew only after as long: it may not live at all. */
const shortLife = 1000
/** In ms, from the signal; a worker lets its requests finish in half of it. */
const patience = 10_000

/** Answers when the first worker listens; the process then lives until a signal. */
export async function serveByWorkers(config: Config): Promise<void> {
  await buildWhereMissing(config.database)
  const counts = countsOf(config.database)
  const log = createLog()
  const writer = createWriter(config.database)
  let isStopping = false
  cluster.setupPrimary({ serialization: 'advanced' })

  const begin = (): Worker => {
    const worker = cluster.fork()
    worker.on('message', async ({ change }: FromWorker) => {
      const answered = await make(writer, change)
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
  if (!listening) return

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
  stopOnSignal(() => { isStopping = true }, writer)
  say(greeting(config, listening.port, counts))
}

/** Checks the file, so that no worker has to, and tells what is in it. */
function countsOf(path: string): ReturnType<typeof statistics> {
  const graph = openForReading(path)
  try {
    return statistics(graph)
  } finally {
    graph.close()
  }
}

async function make(writer: Writer, { id, ...change }: Asked): Promise<Answered> {
  try {
    return { id, changed: 'read' in change ? await writer.readArticle(change.read) : { key: change.remove, known: await writer.removeArticle(change.remove) } }
  } catch (error) {
    if (error instanceof OnRecordError) return { id, refused: { code: error.code, message: error.message, details: error.details } }
    return { id, fault: error instanceof Error ? error : new Error(String(error)) }
  }
}

/** The first signal lets the workers finish what they have in flight; a second Ctrl-C ends at once. */
function stopOnSignal(onStop: () => void, writer: Writer): void {
  let isStopping = false
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) {
      if (signal === 'SIGINT') end('SIGKILL', exitCodes.interrupted)
      return
    }
    isStopping = true
    onStop()
    for (const worker of workers()) worker.process.kill('SIGTERM')
    cluster.on('exit', () => void endWhenAlone(writer))
    void endWhenAlone(writer)
    setTimeout(() => end('SIGKILL', exitCodes.done), patience)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

async function endWhenAlone(writer: Writer): Promise<void> {
  if (workers().length > 0) return
  await writer.close()
  process.exit(exitCodes.done)
}

function end(signal: NodeJS.Signals, code: number): void {
  for (const worker of workers()) worker.process.kill(signal)
  process.exit(code)
}

function workers(): readonly Worker[] {
  return Object.values(cluster.workers ?? {}).filter(worker => worker !== undefined)
}

/** One that has just ended hears nothing, and needs nothing. */
function tell(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message)
}

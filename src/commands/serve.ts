// `onrecord serve`: opens the database, building the seed where there is none, listens, and stops cleanly when told to.
import cluster from 'node:cluster'
import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { openArchive, type Archive } from '../execution/archive.ts'
import { createAside, type Aside } from '../server/aside.ts'
import type { Config } from '../config.ts'
import { readDocuments, type Documents } from '../server/documents.ts'
import { exitCodes } from '../exit.ts'
import { createLog } from '../log.ts'
import { createBell } from '../server/follow.ts'
import { buildWhereMissing, goneSentence, greeting } from './greeting.ts'
import { holdNewSpace, keepMemorySmall } from '../memory.ts'
import { createMetrics } from '../server/metrics.ts'
import { OnRecordError } from '../model/errors.ts'
import { preparer } from '../execution/prepare.ts'
import { rest } from './rest.ts'
import { say } from '../say.ts'
import { createServer } from '../server/server.ts'
import { whenGone } from '../which-file.ts'
import { ofPrimary } from '../server/worker.ts'
import { createWriter, type Writer } from '../server/writer.ts'

function getReady({ aside, writer, token }: { readonly aside: Aside; readonly writer: Writer; readonly token: string | null }): void {
  aside.begin()
  void import('../server/yoga.ts') // else the first who needs it would keep all others waiting
  if (token !== null) void writer.begin()
}

/** Answers when the server listens; the process then lives until a signal. */
export async function serve(config: Config): Promise<void> {
  keepMemorySmall(40) // docs/performance.md has what each way takes and costs
  holdNewSpace(8)
  await buildWhereMissing(config.database)
  const archive = openArchive(config.database, { pagesChecked: !cluster.isWorker }) // by the primary
  const bell = createBell()
  const metrics = createMetrics()
  const { writer, gather } = cluster.isWorker ? ofPrimary(bell, metrics) : { writer: createWriter(config.database), gather: async () => [metrics.state()] }
  const stopping = new AbortController()
  const documents = documentsOf(config, archive)
  const aside = createAside(config.database)
  const server = createServer({ archive, writer, aside, bell, metrics, gather, config, log: createLog(), stopping: stopping.signal, ...(documents && { documents }) })
  const stop = stopper(server, stopping, { writer, aside, archive })
  stopOnSignal(stop) // before it listens: a worker may be handed connections before it hears that it does
  try {
    await listen(server, config)
  } catch (error) {
    archive.close()
    throw error
  }
  setTimeout(getReady, rest, { aside, writer, token: config.token }).unref()
  if (cluster.isWorker) return // the primary sees to the rest
  whenGone(config.database, () => {
    say(goneSentence(config))
    stop(exitCodes.inputOutput)
  })
  const { port } = server.address() as AddressInfo // listens on TCP
  say(greeting(config, port, archive.read(() => archive.health())))
}

/** Operations of our own pages: what they ask, anybody may ask. */
const ofPages = fileURLToPath(new URL('../explorer/operations', import.meta.url))

/** Those that the settings list; a hardened server has those of our pages besides. One that could not be answered is told at the start, not to the clients. */
function documentsOf({ documents: path, mode }: Config, { schema }: Archive): Documents | null {
  if (path === null && mode !== 'hardened') return null
  const prepare = preparer(schema, { hardened: mode === 'hardened' })
  const listed: Documents = path === null ? new Map() : readDocuments(path)
  for (const [hash, text] of listed) {
    const [error] = prepare(text).errors ?? []
    if (error) throw new OnRecordError('BAD_SETTING', `The document ${hash} at ${path} cannot be answered: ${error.message}`)
  }
  // The pages that show the schema ask what a hardened server does not tell.
  const own = [...readDocuments(ofPages)].filter(([, text]) => !prepare(text).errors)
  return new Map([...own, ...listed])
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(explain(error, port, host)))
    server.listen({ port, host }, resolve)
  })
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new OnRecordError('PORT_IN_USE', `Another process listens on port ${port} of ${host}; stop it, or choose another with --port.`)
    case 'EACCES':
      return new OnRecordError('BAD_SETTING', `Port ${port} is reserved to the system's administrator; choose one above 1023 with --port.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new OnRecordError('BAD_SETTING', `${JSON.stringify(host)} is no address of this machine; use --host 127.0.0.1 or 0.0.0.0.`)
    default:
      return error
  }
}

/** How long what was sent before the signal may take to arrive, in ms. */
const grace = 250
/** How long requests in flight may take to finish, in ms. */
const patience = 5000

/** Lets requests in flight finish, then ends the process with the exit code; answers whether it had been told already. */
function stopper(server: Server, stopping: AbortController, { writer, aside, archive }: { readonly writer: Writer; readonly aside: Aside; readonly archive: Archive }): (code: number) => boolean {
  let isStopping = false
  const close = (code: number): void => {
    stopping.abort()
    const idle = setInterval(() => server.closeIdleConnections(), grace)
    const late = setTimeout(() => server.closeAllConnections(), patience)
    server.close(async () => {
      clearTimeout(late)
      clearInterval(idle)
      await aside.close()
      await writer.close()
      archive.close()
      process.exit(code)
    })
  }
  return code => {
    if (isStopping) return true
    isStopping = true
    // What clients have sent already may not have been read yet: it is answered, and the answer closes its connection.
    server.prependListener('request', (_, response: ServerResponse) => response.setHeader('Connection', 'close'))
    // Timers run before what has arrived is read; so the reading gets two turns more, to accept and to read.
    const closeInTime = (): void => { setTimeout(() => setImmediate(() => setImmediate(close, code)), grace) }
    if (server.listening) closeInTime()
    else server.once('listening', closeInTime)
    return false
  }
}

/** The first signal ends the server in good order; a second Ctrl-C at once. */
function stopOnSignal(stop: (code: number) => boolean): void {
  process.on('SIGTERM', () => stop(exitCodes.done))
  process.on('SIGHUP', () => stop(exitCodes.done))
  process.on('SIGINT', () => stop(exitCodes.done) && process.exit(exitCodes.interrupted))
}

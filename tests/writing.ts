// For the tests of writing: a server on a free port with the seed and a writer, and the sending of changes.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copySeed } from './seeded.ts'
import { openArchive, type Archive } from '../src/execution/archive.ts'
import { createLog } from '../src/log.ts'
import type { Bell } from '../src/server/follow.ts'
import { createServer } from '../src/server/server.ts'
import type { Pace } from '../src/server/subscriptions.ts'
import { createWriter } from '../src/server/writer.ts'
import { post, type Answer } from './sample.ts'

export const token = 'a-token-of-the-tests-0123'
export const bearer = { authorization: `Bearer ${token}` }

export interface WritingServer {
  readonly url: string
  readonly path: string
  readonly lines: string[]
  /** Reads of the database so far. */
  readonly reads: () => number
  /** Connections that are open. */
  readonly connections: () => Promise<number>
  /** What SIGTERM does to streams. */
  readonly stopping: AbortController
  stop(): Promise<void>
}

export async function startWriting(given: { token?: string | null; pace?: Pace; bell?: Bell; thread?: URL } = {}): Promise<WritingServer> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-writing-'))
  const path = join(folder, 'graph.db')
  copySeed(path)
  const lines: string[] = []
  const archive = openArchive(path)
  let reads = 0
  const counted: Archive = {
    ...archive,
    read(work) {
      reads++
      return archive.read(work)
    },
  }
  const writer = createWriter(path, given.thread)
  const stopping = new AbortController()
  const config = { corsOrigins: [], token: given.token === undefined ? token : given.token }
  const server = createServer({ archive: counted, writer, config, log: createLog(line => lines.push(line)), stopping: stopping.signal, ...(given.pace && { pace: given.pace }), ...(given.bell && { bell: given.bell }) })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    path,
    lines,
    reads: () => reads,
    connections: () => promisify(server.getConnections.bind(server))(),
    stopping,
    async stop() {
      stopping.abort()
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await writer.close()
      archive.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export const readDocument = `mutation ($input: ReadArticleInput!) {
  readArticle(input: $input) {
    __typename
    ... on ReadArticleSuccess { known article { id slug title text reader publisher publishedOn } }
    ... on UserError { code message }
    ... on ArticleTooLargeError { limit actual }
    ... on BusyError { retryAfter }
  }
}`

export function sendArticle(url: string, input: object, headers: Record<string, string> = bearer): Promise<Answer> {
  return post(url, { query: readDocument, variables: { input } }, headers)
}

/** Of another language than English only the sentences are stored: for what is not about reading, which takes its time and the writer's thread as long again to begin. */
export const notRead = { language: 'de' }

/** What became of it. */
export async function readIn(url: string, input: object): Promise<Record<string, unknown> & { article?: Record<string, unknown> }> {
  const { body } = await sendArticle(url, input)
  if (!body.data) throw new Error(JSON.stringify(body))
  return body.data['readArticle'] as Record<string, unknown>
}

export interface ServingProcess {
  readonly url: string
  readonly child: ChildProcess
  /** What it has said on standard error. */
  readonly said: () => string
  /** Its exit code, which is null where a signal ended it. */
  readonly ended: Promise<number | null>
  /** Sends the signal and answers the exit code, which is null where the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/**
 * `onrecord serve` as a process of its own. `before`: what a shell does first, in file systems of its own. `takesChanges`: with the token, for which the
 * server soon loads the reader, in about the time of its own start.
 */
export async function serveProcess(path: string, { before = '', workers = 1, env = {}, takesChanges = true, ...who }: { before?: string; workers?: number; env?: Record<string, string>; takesChanges?: boolean; uid?: number; gid?: number } = {}): Promise<ServingProcess> {
  const command = [process.execPath, new URL('../src/onrecord.js', import.meta.url).pathname, 'serve', '--db', path, '--port', '0', '--workers', String(workers)]
  const [program = '', ...args] = before === '' ? command : ['unshare', '-m', 'sh', '-c', `${before} && exec "$@"`, 'sh', ...command]
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'], ...(takesChanges && { ONRECORD_TOKEN: token }), ...env }, ...who })
  const ended = new Promise<number | null>(resolve => { child.on('close', resolve) })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', part => {
      said += String(part)
      const found = /(http:\S+)\/graphql/.exec(said)
      if (found?.[1]) resolve(found[1])
    })
    void ended.then(() => reject(new Error(said)))
  })
  return {
    url,
    child,
    said: () => said,
    ended,
    end(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** A request that the server has begun to read and that is not yet sent wholly. */
export interface UnderWay {
  /** Sends the rest. */
  finish(): Promise<{ readonly status: number; readonly text: string }>
  /** Leaves without sending it. */
  leave(): void
}

/** Answers when the server has said that it waits for the body; the connection stays open after that. */
export async function underWay(url: string, body: object, headers: Record<string, string> = {}): Promise<UnderWay> {
  const text = JSON.stringify(body)
  const sent = request(`${url}/graphql`, { method: 'POST', agent: new Agent({ keepAlive: true }), headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'expect': '100-continue', ...headers } })
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sent.on('error', reject).on('response', response => {
      let said = ''
      response.setEncoding('utf8').on('data', part => { said += part }).on('end', () => resolve({ status: response.statusCode ?? 0, text: said }))
    })
  })
  answer.catch(() => {})
  const waited = new Promise(resolve => { sent.on('continue', resolve) })
  sent.flushHeaders()
  await waited
  return {
    finish() {
      sent.end(text)
      return answer
    },
    leave: () => { sent.destroy() },
  }
}

export interface Event {
  readonly id?: string
  readonly event: string
  readonly data: string
}

/** A stream of events as they come. */
export interface Listening {
  readonly response: Response
  /** The next so many events, or all up to the end of the stream. */
  take(count?: number): Promise<readonly Event[]>
  close(): void
}

export async function listen(url: string, query: string, { variables = {}, headers = {} }: { variables?: object; headers?: Record<string, string> } = {}): Promise<Listening> {
  const abort = new AbortController()
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept': 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: abort.signal,
  })
  return listening(response, () => abort.abort())
}

export function listening(response: Response, close: () => void): Listening {
  const parts = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  return {
    response,
    close,
    async take(count = Infinity) {
      const events: Event[] = []
      while (events.length < count) {
        const end = rest.indexOf('\n\n')
        if (end >= 0) {
          const lines = rest.slice(0, end).split('\n')
          rest = rest.slice(end + 2)
          const field = (name: string) => lines.find(line => line.startsWith(`${name}:`))?.slice(name.length + 1).trim()
          const event = field('event')
          if (event !== undefined) events.push({ id: field('id'), event, data: field('data') ?? '' })
        } else {
          const { value, done } = await parts.read()
          if (done) break
          rest += value
        }
      }
      return events
    },
  }
}

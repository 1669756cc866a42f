// The one writer of a server: a thread that reads articles and stores them, so that neither reading a long one nor waiting for another
// process keeps a query waiting. It begins with the first change, or before, and takes one after another.
import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { Writing } from '../../schema/context.ts'
import { monotonicTime } from './clock.ts'
import { OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { beginThread } from '../thread.ts'
import { whichFile } from '../which-file.ts'
import type { Answered, Asked, Beginning, Change, Changed, Opened, Ready } from './writer-thread.ts'

export interface Writer extends Writing {
  /** Begins the thread and loads the reader, which takes longer than most changes: else who asks for the first, or for the end of the server meanwhile, waits for that as well. */
  begin(): Promise<void>
  /** Ends the thread: after what waits, or in the midst of it when that takes long; what was not stored wholly is then not there. */
  close(): Promise<void>
}

/** In ms; for what waits when the server ends. */
const patience = 2000

/** Who waits for what becomes of a change, by its id. */
export type Waiting = Map<number, { resolve(changed: Changed): void; reject(error: Error): void }>

interface Running {
  readonly thread: Worker
  readonly waiting: Waiting
}

const program = new URL('./writer-thread.ts', import.meta.url)

/** For the file that is at the path now: one that takes its place later is never written to. `run`: what its thread runs. */
export function createWriter(path: string, run = program): Writer {
  const opened: Opened = { path, file: whichFile(path) }
  let running: Running | undefined
  let count = 0

  const begun = (): Running => (running ??= begin(run, opened, () => { running = undefined }))

  const change = async (asked: Change): Promise<Changed> => {
    const { thread, waiting } = begun()
    if (waiting.size >= limits.writesWaiting.value) throw limitPassed('writesWaiting', waiting.size + 1, `${waiting.size} changes wait already`, 'Try again in a moment.')
    const id = ++count
    const answer = new Promise<Changed>((resolve, reject) => { waiting.set(id, { resolve, reject }) })
    tell(thread, { id, at: monotonicTime(), ...asked })
    return answer
  }

  return {
    async begin() {
      const { thread } = begun()
      const ready = new Promise<void>(resolve => { thread.on('message', (message: Answered | Ready) => { if (message === 'ready') resolve() }) })
      tell(thread, 'begin')
      await ready
    },
    readArticle: input => change({ read: input }),
    removeArticle: async key => (await change({ remove: key })).known,
    async close() {
      if (!running) return
      const { thread } = running
      if (count === 0) return void await thread.terminate() // it has opened nothing, and may still load the reader
      const ended = once(thread, 'exit')
      const late = setTimeout(() => void thread.terminate(), patience)
      tell(thread, null)
      await ended
      clearTimeout(late)
    },
  }
}

/** A thread that ends by itself takes what waits with it; the next change begins another. */
function begin(program: URL, opened: Opened, onEnd: () => void): Running {
  const thread = beginThread(program, opened, true)
  const waiting: Waiting = new Map()
  thread.on('message', (answered: Answered | Ready) => { if (answered !== 'ready') settle(waiting, answered) })
  let reason: unknown
  thread.on('error', error => { reason = error })
  thread.on('exit', () => {
    onEnd()
    for (const { reject } of waiting.values()) reject(new Error('The thread of the writer has ended.', { cause: reason }))
  })
  return { thread, waiting }
}

export function settle(waiting: Waiting, { id, ...outcome }: Answered): void {
  const asked = waiting.get(id)
  waiting.delete(id)
  if ('changed' in outcome) asked?.resolve(outcome.changed)
  else if ('refused' in outcome) asked?.reject(new OnRecordError(outcome.refused.code, outcome.refused.message, outcome.refused.details))
  else asked?.reject(outcome.fault)
}

function tell(thread: Worker, message: Asked | Beginning | null): void {
  thread.postMessage(message) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
}

// Queries that take more than a moment go on in a thread of their own, so that they hold up nobody who asks for less. It begins with the first
// of them, takes one after another, and ends when none has come for a while.
import { GraphQLError, Source, type ExecutionResult } from 'graphql'
import type { Worker } from 'node:worker_threads'
import type { AnsweredAside } from '../execution/answer.ts'
import type { AskedAside, OpenedAside, ToldAside } from './aside-thread.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { beginThread } from '../thread.ts'
import { whichFile } from '../which-file.ts'

export interface Aside {
  /** The answer as `answerQuestion` gives it; without data where nobody waits for it when its turn comes. Throws BUSY where there is no room. */
  answer(asked: AskedAside, isGone: () => boolean): Promise<AnsweredAside>
  /** Ends the thread in the midst of its work. */
  close(): Promise<void>
}

/** In ms; how long a thread without work stays. */
const patience = 60_000

interface Work {
  resolve(told: ToldAside): void
  reject(error: Error): void
}

export function createAside(path: string): Aside {
  const file = whichFile(path)
  let thread: Worker | undefined
  let work: Work | undefined
  let count = 0
  let last: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  const begin = (): Worker => {
    const opened: OpenedAside = { path, file, limits: Object.fromEntries(Object.entries(limits).map(([name, { value }]) => [name, value])) }
    const begun = beginThread(new URL('./aside-thread.ts', import.meta.url), opened, true)
    let reason: unknown
    begun.on('message', (told: ToldAside) => work?.resolve(told))
    begun.on('error', error => { reason = error })
    begun.on('exit', () => {
      // One that was told to end has had no work since.
      if (thread !== begun) return
      thread = undefined
      work?.reject(new Error('The thread for what takes long has ended.', { cause: reason }))
    })
    return begun
  }

  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ending = thread
    thread = undefined
    await ending?.terminate()
  }

  const ask = async (asked: AskedAside): Promise<AnsweredAside> => {
    if (isClosed) throw closed()
    clearTimeout(idle)
    thread ??= begin()
    const told = Promise.withResolvers<ToldAside>()
    work = told
    thread.postMessage(asked) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
    try {
      return answered(await told.promise, asked.question.query)
    } finally {
      work = undefined
      idle = setTimeout(() => void end(), patience).unref()
    }
  }

  return {
    async answer(asked, isGone) {
      if (count >= limits.longOperations.value) throw limitPassed('longOperations', count + 1, `${count} operations that take long run or wait already`, 'Ask for less, or try again in a second.', { retryAfter: 1 })
      count++
      const answer = last.then(() => (isGone() ? nothing : ask(asked)))
      last = answer.catch(() => undefined)
      try {
        return await answer
      } finally {
        count--
      }
    },
    async close() {
      isClosed = true
      await end()
      work?.reject(closed())
    },
  }
}

const nothing: AnsweredAside = { result: { errors: [] }, statements: [] }

function answered({ data, errors, statements }: ToldAside, query: string): AnsweredAside {
  const source = new Source(query)
  return {
    result: {
      ...(data !== undefined && { data: JSON.parse(data) as NonNullable<ExecutionResult['data']> }), // what the thread answered
      ...(errors && { errors: errors.map(({ message, ...place }) => new GraphQLError(message, { source, ...place })) }),
    },
    statements,
  }
}

function closed(): Error {
  return new Error('The server ends.')
}

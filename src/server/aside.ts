// Queries that take more than a moment go on in a thread of their own, so that they hold up nobody who asks for less. It takes one after another.
// It begins before the first of them comes, for its beginning takes longer than most; one that ends has another in its place at once.
import { GraphQLError, Source, type ExecutionResult } from 'graphql'
import type { Worker } from 'node:worker_threads'
import type { AnsweredAside } from '../execution/answer.ts'
import type { AskedAside, OpenedAside, Ready, ToldAside } from './aside-thread.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { beginThread } from '../thread.ts'
import { whichFile } from '../which-file.ts'

export interface Aside {
  /** Begins the thread, unless it is there. */
  begin(): void
  /** The answer as `answerQuestion` gives it; without data where nobody waits for it when its turn comes. Throws BUSY where there is no room. */
  answer(asked: AskedAside, isGone: () => boolean): Promise<AnsweredAside>
  /** Ends the thread in the midst of its work. */
  close(): Promise<void>
}

interface Work {
  resolve(told: ToldAside): void
  reject(error: Error): void
}

const program = new URL('./aside-thread.ts', import.meta.url)

/** `run`: what its thread runs. */
export function createAside(path: string, run = program): Aside {
  const file = whichFile(path)
  let thread: Worker | undefined
  let work: Work | undefined
  let count = 0
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const begun = (): Worker => {
    const opened: OpenedAside = { path, file, limits: Object.fromEntries(Object.entries(limits).map(([name, { value }]) => [name, value])) }
    const beginning = beginThread(run, opened, true)
    let isReady = false
    let reason: unknown
    beginning.on('message', (told: ToldAside | Ready) => {
      if (told === 'ready') isReady = true
      else work?.resolve(told)
    })
    beginning.on('error', error => { reason = error })
    beginning.on('exit', () => {
      thread = undefined
      work?.reject(new Error('The thread for what takes long has ended.', { cause: reason }))
      // What cannot even begin is tried again with the next question only.
      if (isReady && !isClosed) thread = begun()
    })
    return beginning
  }

  const ask = async (asked: AskedAside): Promise<AnsweredAside> => {
    if (isClosed) throw closed()
    thread ??= begun()
    const told = Promise.withResolvers<ToldAside>()
    work = told
    thread.postMessage(asked) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
    try {
      return answered(await told.promise, asked.question.query)
    } finally {
      work = undefined
    }
  }

  return {
    begin() {
      if (!isClosed) thread ??= begun()
    },
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
      work?.reject(closed())
      await thread?.terminate()
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

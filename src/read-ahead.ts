// Articles are read on a thread of its own, in the order they are asked for, so that others can be stored meanwhile: with two cores the one
// does not wait for the other.
import { on } from 'node:events'
import type { Article } from './input/article.ts'
import type { Reading } from './model/reading.ts'
import { beginThread } from './thread.ts'

export interface ReadAhead {
  ask(article: Article): void
  /** Whether the next Reading is there already. */
  isReady(): boolean
  /** The Reading of the first article that was asked for and not yet taken. */
  next(): Promise<Reading>
  close(): Promise<void>
}

export function readAhead(): ReadAhead {
  const thread = beginThread(new URL('./read-ahead-thread.ts', import.meta.url))
  const readings = on(thread, 'message', { close: ['exit'] })
  let ready = 0
  thread.on('message', () => { ready++ })
  return {
    ask: ({ text, metadata }) => { thread.postMessage({ text, metadata }) }, // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
    isReady: () => ready > 0,
    async next() {
      const { value, done } = await readings.next() as IteratorResult<[string], undefined> // read-ahead-thread.ts
      if (done) throw new Error('The thread that reads has ended.')
      ready--
      return JSON.parse(value[0]) as Reading // likewise
    },
    async close() {
      await thread.terminate()
    },
  }
}

// Articles are read on a thread of its own, in the order they are asked for, so that others can be stored meanwhile: with two cores the one
// does not wait for the other.
import { on } from 'node:events'
import type { Article } from '../input/article.ts'
import { beginThread } from '../thread.ts'

export interface ReadAhead {
  ask(article: Article): void
  /** Whether the next Reading is there already. */
  isReady(): boolean
  /** The Reading of the first article that was asked for and not yet taken, as JSON: as an object it takes five times the room. */
  next(): Promise<string>
  close(): Promise<void>
}

/** The thread begins with the first article: where all are known there is nothing to read. */
export function readAhead(): ReadAhead {
  let begun: ReturnType<typeof begin> | undefined
  let ready = 0
  const begin = () => {
    const thread = beginThread(new URL('./read-ahead-thread.ts', import.meta.url))
    const readings = on(thread, 'message', { close: ['exit'] })
    thread.on('message', () => { ready++ })
    return { thread, readings }
  }
  const reading = () => (begun ??= begin())
  return {
    ask: ({ text, metadata }) => { reading().thread.postMessage({ text, metadata }) }, // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
    isReady: () => ready > 0,
    async next() {
      const { value, done } = await reading().readings.next() as IteratorResult<[string], undefined> // read-ahead-thread.ts
      if (done) throw new Error('The thread that reads has ended.')
      ready--
      return value[0]
    },
    async close() {
      await begun?.thread.terminate()
    },
  }
}

// What runs in the thread of src/commands/read-ahead.ts: text and metadata in, the Reading out as JSON, which crosses between threads faster than an object.
import { parentPort } from 'node:worker_threads'
import type { Article } from '../input/article.ts'
import { readText } from '../read-text.ts'

type Asked = Pick<Article, 'text' | 'metadata'>

/** One after another, as they are asked for. */
let last = Promise.resolve()
parentPort?.on('message', (asked: Asked) => { last = last.then(() => answer(asked)) })

async function answer({ text, metadata }: Asked): Promise<void> {
  const reading = await readText(text, metadata)
  parentPort?.postMessage(JSON.stringify(reading)) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
}

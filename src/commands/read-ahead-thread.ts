// What runs in the thread of src/commands/read-ahead.ts: text and metadata in, the Reading out as JSON, which crosses between threads faster than an object.
import { parentPort } from 'node:worker_threads'
import type { Article } from '../input/article.ts'
import { theReader } from '../reader.ts'

parentPort?.on('message', ({ text, metadata }: Pick<Article, 'text' | 'metadata'>) => {
  parentPort?.postMessage(JSON.stringify(theReader().read(text, metadata))) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
})

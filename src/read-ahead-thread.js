// The thread of src/read-ahead.ts: text and metadata in, the Reading out as JSON, which crosses between threads faster than an object. Plain
// JavaScript, so that a thread finds the code that src/onrecord.js keeps compiled: without it the types are taken out anew, in 30 MB more.
import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'

enableCompileCache()
const { theReader } = await import('./reader.ts')

parentPort?.on('message', ({ text, metadata }) => {
  parentPort?.postMessage(JSON.stringify(theReader().read(text, metadata))) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
})

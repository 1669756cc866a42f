// The thread of src/aside.ts. Plain JavaScript, so that it finds the code that src/onrecord.js keeps compiled.
import { enableCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'

enableCompileCache()
const { answerAside } = await import('./aside-thread.ts')

parentPort?.on('message', asked => {
  parentPort?.postMessage(answerAside(asked)) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
})

// The thread of src/server/aside.ts, with questions that end it: as a fault of ours would, or the engine. Beside the file it says each time that it began.
import { appendFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { AskedAside, OpenedAside } from '../src/server/aside-thread.ts'

const { path } = workerData as OpenedAside

// Before the listener of the thread itself, which never hears of what ends it.
parentPort?.addEventListener('message', event => {
  const { data: { question: { query } } } = event as { readonly data: AskedAside }
  if (query.includes('exit')) process.exit(3)
  if (query.includes('throw')) {
    event.stopImmediatePropagation()
    throw new Error('The thread is broken.')
  }
})
await import('../src/server/aside-thread.ts')
appendFileSync(`${path}.begun`, '1')

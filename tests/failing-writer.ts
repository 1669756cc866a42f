// The thread of the writer, with articles that end it: as a fault of ours would, or somebody's process.exit(); with the file locked and half written, if wanted.
import Sqlite from 'better-sqlite3'
import { parentPort, workerData } from 'node:worker_threads'
import type { Asked, Opened } from '../src/server/writer-thread.ts'

const { path } = workerData as Opened

// Before the listener of the thread itself, which never hears of what ends it.
parentPort?.addEventListener('message', event => {
  const { data: asked } = event as { readonly data: Asked | null }
  const text = asked && 'read' in asked ? (asked.read.text ?? '') : ''
  if (text.includes('locked')) {
    const engine = new Sqlite(path)
    engine.exec("BEGIN IMMEDIATE; INSERT INTO statistic (name, value) VALUES ('half', 1)")
  }
  if (text.includes('exit')) process.exit(3)
  if (text.includes('throw')) {
    event.stopImmediatePropagation()
    throw new Error('The reader is broken.')
  }
})
await import('../src/server/writer-thread.ts')

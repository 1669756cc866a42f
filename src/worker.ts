// What a worker of `onrecord serve` has of its primary process: the writer, and word of what came in.
import cluster from 'node:cluster'
import type { FromPrimary, FromWorker } from './worker-messages.ts'
import type { Change, Changed } from './writer-thread.ts'
import { settle, type Waiting, type Writer } from './writer.ts'

/** The primary's writer. `onRing` is called when an article came in, from whichever worker. */
export function writerOfPrimary(onRing: () => void): Writer {
  const waiting: Waiting = new Map()
  let count = 0
  process.on('message', (message: FromPrimary) => {
    if ('answered' in message) settle(waiting, message.answered)
    else onRing()
  })
  const change = (asked: Change): Promise<Changed> => new Promise((resolve, reject) => {
    const id = ++count
    waiting.set(id, { resolve, reject })
    tell({ change: { id, at: Date.now(), ...asked } })
  })
  return {
    readArticle: input => change({ read: input }),
    removeArticle: async key => (await change({ remove: key })).known,
    close: async () => {}, // the primary closes it
  }
}

function tell(message: FromWorker): void {
  cluster.worker?.send(message)
}

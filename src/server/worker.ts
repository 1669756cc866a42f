// What a worker of `onrecord serve` has of its primary process: the writer, word of what came in, and the metrics of the other workers.
import cluster from 'node:cluster'
import type { Bell } from './follow.ts'
import type { Metrics, State } from './metrics.ts'
import type { FromPrimary, FromWorker } from './worker-messages.ts'
import type { Change, Changed } from './writer-thread.ts'
import { settle, type Waiting, type Writer } from './writer.ts'

export interface OfPrimary {
  readonly writer: Writer
  readonly gather: () => Promise<readonly State[]>
}

/** The bell rings when an article came in, from whichever worker. */
export function ofPrimary(bell: Bell, metrics: Metrics): OfPrimary {
  const changes: Waiting = new Map()
  const gathering = new Map<number, (states: readonly State[]) => void>()
  let count = 0
  process.on('message', (message: FromPrimary) => {
    if ('answered' in message) settle(changes, message.answered)
    else if ('tell' in message) send({ state: metrics.state(), of: message.tell })
    else if ('states' in message) {
      gathering.get(message.of)?.(message.states)
      gathering.delete(message.of)
    } else bell.ring()
  })
  const change = (asked: Change): Promise<Changed> => new Promise((resolve, reject) => {
    const id = ++count
    changes.set(id, { resolve, reject })
    send({ change: { id, at: Date.now(), ...asked } })
  })
  return {
    writer: {
      begin: async () => {}, // the primary begins it, and closes it
      readArticle: input => change({ read: input }),
      removeArticle: async key => (await change({ remove: key })).known,
      close: async () => {},
    },
    gather: () => new Promise(resolve => {
      const id = ++count
      gathering.set(id, resolve)
      send({ gather: id })
    }),
  }
}

function send(message: FromWorker): void {
  cluster.worker?.send(message)
}

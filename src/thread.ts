// A thread of ours: a module that listens to its parent's messages.
import { Worker } from 'node:worker_threads'

/** How far threads stand back behind those that answer requests where there are fewer cores than work, as `nice` counts it: 5 has a quarter of a core beside one of these, 10 a tenth. */
export type Niceness = 0 | 5 | 10

/** `data`: what the module finds as `workerData`. */
export function beginThread(program: URL, data: object = {}, niceness: Niceness = 0): Worker {
  return new Worker(new URL('./thread.js', import.meta.url), { workerData: { ...data, program: program.href, niceness } })
}

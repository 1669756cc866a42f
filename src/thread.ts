// A thread of ours: a module that listens to its parent's messages.
import { Worker } from 'node:worker_threads'

/** `data`: what the module finds as `workerData`. */
export function beginThread(program: URL, data: object = {}): Worker {
  return new Worker(new URL('./thread.js', import.meta.url), { workerData: { ...data, program: program.href } })
}

// A thread of ours: a module that listens to its parent's messages.
import { Worker } from 'node:worker_threads'

/**
 * `data`: what the module finds as `workerData`. One that stands back has a quarter of a core beside one that answers requests, where there are fewer cores than work:
 * as db/file/deadline.ts gives work four times its time by the clock, that is enough.
 */
export function beginThread(program: URL, data: object = {}, standsBack = false): Worker {
  return new Worker(new URL('./thread.js', import.meta.url), { workerData: { ...data, program: program.href, standsBack } })
}

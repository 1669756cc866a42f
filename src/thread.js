// Begins each thread of ours. Plain JavaScript, so that it finds the code that src/onrecord.js keeps compiled: without that the types are taken
// out anew, in 30 MB more.
import { enableCompileCache } from 'node:module'
import { getPriority, setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'

enableCompileCache()
const { program, standsBack } = workerData
// On Linux a thread has a priority of its own; elsewhere it would be that of the whole process. It begins with its parent's, and may only stand back further.
if (standsBack && process.platform === 'linux') setPriority(Math.min(19, getPriority() + 5))
await import(program)

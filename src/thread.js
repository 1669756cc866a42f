// Begins each thread of ours. Plain JavaScript, so that it finds the code that src/onrecord.js keeps compiled: without that the types are taken
// out anew, in 30 MB more.
import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'

enableCompileCache()
await import(workerData.program)

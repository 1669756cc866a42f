// What a worker of `onrecord serve` and its primary process tell each other.
import type { Answered, Asked } from './writer-thread.ts'

/** `change`: a change for the one writer, which the primary has. */
export type FromWorker = { readonly change: Asked }

/** `answered`: what became of a change. `ring`: an article came in, from whichever worker. */
export type FromPrimary = { readonly answered: Answered } | { readonly ring: true }

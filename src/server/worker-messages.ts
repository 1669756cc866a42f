// What a worker of `onrecord serve` and its primary process tell each other.
import type { State } from './metrics.ts'
import type { Answered, Asked } from './writer-thread.ts'

/** `change`: a change for the one writer, which the primary has. `gather`: asks for the metrics of all workers; `state`: those of this one, for a number. */
export type FromWorker = { readonly change: Asked } | { readonly gather: number } | { readonly state: State; readonly of: number }

/** `answered`: what became of a change. `ring`: an article came in, from whichever worker. `tell`: asks for `state`; `states`: of all, for `gather`. */
export type FromPrimary = { readonly answered: Answered } | { readonly ring: true } | { readonly tell: number } | { readonly states: readonly State[]; readonly of: number }

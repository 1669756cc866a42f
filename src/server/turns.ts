// Operations wait here for their turn, so that a server that is asked more than it can answer says so at once instead of ever later.
// They run one after another in this thread; between stretches of them what has come in is read, and is taken, queued or refused.
// First come, first served, but for who takes far more than the others: they wait behind these.
// Trap: a stretch must be short. What comes while it runs learns nothing before its end, not even that there is no room.
import { processorTime } from '../../db/deadline.ts'
import type { OnRecordError } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { createShares, type Asker, type Shares } from './shares.ts'

/** `release` gives the place free before the work is done: for what waits elsewhere, as changes do for their writer. */
export type Work<Result> = (release: () => void) => Promise<Result>
export interface Turns {
  /** Does the work in its turn; throws BUSY where there is no room or no turn in time, and leaves what is gone by then. */
  <Result>(work: Work<Result>, isGone: () => boolean, asker: Asker): Promise<Result | undefined>
  /** What it would throw now, for want of room; null where there is some. */
  fullness(): OnRecordError | null
}

interface Waiting {
  readonly since: number
  readonly begin: () => void
  readonly giveUp: (error: Error) => void
}

/** In ms. Answers leave at the end of a stretch; between two of them all that has come in is looked at, of which a crowd must not take most of the time. */
const stretch = { ofFew: 1, ofCrowd: 3 } as const
/** Operations that wait. */
const crowd = 32

/** Of those who take far more than others one has its turn after so many of the others, lest it wait for ever. */
const before = 32

export function createTurns(shares: Shares = createShares()): Turns {
  const waiting: Waiting[] = []
  /** Of those who take far more than others. */
  const behind: Waiting[] = []
  /** Of the others since one of those had its turn. */
  let passed = 0
  let running = 0
  /** The last refusal for want of room: where there is none, thousands a second are the same. */
  let full: { readonly sentence: string; readonly error: OnRecordError } | null = null
  let isSet = false
  let isFresh = true

  const count = (): number => waiting.length + behind.length

  const next = (): Waiting | undefined => {
    if (behind.length > 0 && (waiting.length === 0 || ++passed > before)) {
      passed = 0
      return behind.shift()
    }
    return waiting.shift()
  }

  const begin = async <Result>(work: Work<Result>, asker: Asker): Promise<Result> => {
    running++
    let isReleased = false
    const release = (): void => {
      if (isReleased) return
      isReleased = true
      running--
      if (count() > 0) set()
    }
    try {
      const worked = processorTime()
      const done = work(release)
      shares.took(asker, processorTime() - worked)
      return await done
    } finally {
      release()
    }
  }

  const set = (): void => {
    if (isSet) return
    isSet = true
    setImmediate(run)
  }

  const run = (): void => {
    isSet = false
    isFresh = true
    const until = performance.now() + (count() < crowd ? stretch.ofFew : stretch.ofCrowd)
    for (let one: Waiting | undefined; running < limits.operationsRunning.value && (one = next());) {
      const { since, begin: start, giveUp } = one
      const waited = performance.now() - since
      if (waited > limits.operationWait.value) giveUp(limitPassed('operationWait', Math.round(waited), `The operation has waited ${Math.round(waited)} ms for its turn`, advice, { retryAfter: 1 }))
      else start()
      if (performance.now() > until) break
    }
    if (count() > 0 && running < limits.operationsRunning.value) set()
  }

  const fullness = (): OnRecordError | null => {
    if (running + count() < limits.operationsRunning.value + limits.operationsWaiting.value) return null
    const sentence = `${running} operations run and ${count()} wait already`
    if (full?.sentence !== sentence) full = { sentence, error: limitPassed('operationsWaiting', count() + 1, sentence, advice, { retryAfter: 1 }) }
    return full.error
  }

  const inTurn = async <Result>(work: Work<Result>, isGone: () => boolean, asker: Asker): Promise<Result | undefined> => {
    const isGreedy = shares.isGreedy(asker)
    // The first of what has come in together need not wait.
    if (isFresh && !isGreedy && count() === 0 && running < limits.operationsRunning.value) {
      isFresh = false
      set()
      return begin(work, asker)
    }
    const error = fullness()
    if (error) throw error
    return new Promise((resolve, reject) => {
      ;(isGreedy ? behind : waiting).push({
        since: performance.now(),
        begin: () => { resolve(isGone() ? undefined : begin(work, asker)) },
        giveUp: reject,
      })
      set()
    })
  }
  return Object.assign(inTurn, { fullness })
}

const advice = 'Try again in a second.'

// Operations wait here for their turn, so that a server that is asked more than it can answer says so at once instead of ever later.
// They run one after another in this thread; between stretches of them what has come in is read, and is taken, queued or refused.
// First come, first served, but for who takes far more than the others: they wait behind these.
// Traps: a stretch must be short. What comes while it runs learns nothing before its end, not even that there is no room. And Node accepts one
// connection in each turn of its event loop: those that come in while stretches follow each other wait for as many of them.
import { processorTime } from '../../db/file/deadline.ts'
import type { OnRecordError } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { createShares, type Asker, type Shares } from './shares.ts'

/** `release` gives the place free before the work is done: for what waits elsewhere, as changes do for their writer. */
export type Work<Result> = (release: () => void) => Promise<Result>
export interface Turns {
  /** Does the work in its turn; throws BUSY where there is no room or no turn in time, and leaves what is gone by then. */
  <Result>(work: Work<Result>, isGone: () => boolean, asker: Asker): Promise<Result | undefined>
  /** What it would throw now for want of room; null where there is some. */
  fullness(asker: Asker): OnRecordError | null
  /** Is told of each connection that comes in: the next stretch waits until no other comes, for a moment at most. */
  letIn(): void
}

interface Waiting {
  readonly since: number
  readonly begin: () => void
  readonly giveUp: (error: Error) => void
}

/**
 * In ms. Answers leave at the end of a stretch; between two of them all that has come in is looked at. That must not take most of the time, however much comes: so a
 * stretch of a crowd is longer, and some times as long as what the processor did since the last, up to the most.
 */
const stretch = { ofFew: 1, ofCrowd: 3, times: 4, most: 12 } as const
/** Operations that wait. */
const crowd = 32
/** In ms: so long a refusal tells the same numbers. */
const same = 100
/** In ms: so long a stretch waits for connections that come in one after another. */
const letting = 10

/** Of those who take far more than others one has its turn after so many of the others, lest it wait for ever. */
const before = 32

/** Turns pass unevenly: an operation may well wait so many times as long as those before it would in the mean. */
const doubt = 2
/** How much of what is known of the pace one turn tells: of few that take long others need not be afraid. */
const share = 0.02

export function createTurns(shares: Shares = createShares()): Turns {
  const waiting: Waiting[] = []
  /** Of those who take far more than others. */
  const behind: Waiting[] = []
  /** Of the others since one of those had its turn. */
  let passed = 0
  let running = 0
  /** In ms of the clock from turn to turn, since some wait who do not take far more than others; of no stretch: 0. */
  let pace = 0
  /** When the last stretch ended that left some of these waiting, and what the processor had done by then. */
  let paused = 0
  let worked = 0
  /** What those are told for a while for whom there is no room, or no turn in time: thousands a second are the same, and to make it takes as long as to send several. */
  let full: OnRecordError | undefined
  let tooLate: OnRecordError | undefined
  let toldUntil = 0
  let isSet = false
  let isFresh = true
  /** Whether a connection came since the last look, and until when that is looked for. */
  let isComing = false
  let lettingUntil = 0
  let alarm: NodeJS.Timeout | undefined

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
    const began = performance.now()
    if (isComing) {
      if (lettingUntil === 0) lettingUntil = began + letting
      isComing = false
      if (began < lettingUntil) return set()
    }
    lettingUntil = 0
    isFresh = true
    if (began > toldUntil) {
      full = tooLate = undefined
      toldUntil = began + same
    }
    const between = paused > 0 ? processorTime() - worked : 0
    const until = began + Math.max(count() < crowd ? stretch.ofFew : stretch.ofCrowd, Math.min(stretch.times * between, stretch.most))
    let [ended, begun] = [began, 0]
    for (let one: Waiting | undefined; ended <= until && running < limits.operationsRunning.value && (one = next()); begun++) {
      one.begin()
      ended = performance.now()
    }
    if (paused > 0 && begun > 0) pace += ((ended - paused) / begun - pace) * (1 - (1 - share) ** begun)
    if (waiting.length === 0) [paused, pace] = [0, 0]
    else if (begun > 0) [paused, worked] = [ended, processorTime()]
    if (count() > 0 && running < limits.operationsRunning.value) set()
  }

  /** What has waited as long as it may is told so at that time, however many are before it. */
  const expire = (): void => {
    const now = performance.now()
    const most = limits.operationWait.value
    for (const queue of [waiting, behind]) {
      for (let [first] = queue; first && now - first.since >= most; [first] = queue) {
        const waited = Math.round(now - first.since)
        queue.shift()
        first.giveUp(limitPassed('operationWait', waited, `The operation has waited ${waited} ms for its turn`, advice, { retryAfter: 1 }))
      }
    }
    const oldest = Math.min(...[waiting[0], behind[0]].map(first => first?.since ?? Infinity))
    alarm = oldest === Infinity ? undefined : setTimeout(expire, Math.ceil(oldest + most - now)).unref()
  }

  const hasRoom = (): boolean => running + count() < limits.operationsRunning.value + limits.operationsWaiting.value

  const fullness = (asker: Asker): OnRecordError | null => {
    const isGreedy = shares.isGreedy(asker)
    // Who takes far more gives way to who does not.
    if (!hasRoom() && (isGreedy || behind.length === 0)) return (full ??= noRoom())
    const ahead = waiting.length + (isGreedy ? behind.length * (waiting.length > 0 ? before : 1) : 0)
    const wait = Math.round(doubt * ahead * pace)
    if (wait <= limits.operationWait.value) return null
    return (tooLate ??= limitPassed('operationWait', wait, `${count()} operations wait already, and one more would for up to ${wait} ms`, advice, { retryAfter: 1 }))
  }

  const noRoom = (): OnRecordError => limitPassed('operationsWaiting', count() + 1, `${running} operations run and ${count()} wait already, of which ${limits.operationsRunning.value - running} may run`, advice, { retryAfter: 1 })

  const inTurn = async <Result>(work: Work<Result>, isGone: () => boolean, asker: Asker): Promise<Result | undefined> => {
    const isGreedy = shares.isGreedy(asker)
    // The first of what has come in together need not wait.
    if (isFresh && lettingUntil === 0 && !isGreedy && count() === 0 && running < limits.operationsRunning.value) {
      isFresh = false
      set()
      return begin(work, asker)
    }
    const error = fullness(asker)
    if (error) throw error
    if (!hasRoom()) behind.pop()?.giveUp(noRoom())
    return new Promise((resolve, reject) => {
      ;(isGreedy ? behind : waiting).push({
        since: performance.now(),
        begin: () => { resolve(isGone() ? undefined : begin(work, asker)) },
        giveUp: reject,
      })
      alarm ??= setTimeout(expire, limits.operationWait.value).unref()
      set()
    })
  }

  const letIn = (): void => {
    isComing = true
    set()
  }
  return Object.assign(inTurn, { fullness, letIn })
}

const advice = 'Try again in a second.'

// How long work on a graph may take. Statements and loops ask, because SQLite as built here cannot be interrupted from outside.
import { OnRecordError } from '../../src/model/errors.ts'

export interface TimeLimit {
  /** In ms of the thread's processor time, so that no work is stopped for what others do on its core. By the clock it may take four times as long, for it may wait for the disk. */
  readonly time: number
  /** Makes what is thrown where the time has passed; QUERY_TIMEOUT unless told. */
  readonly late?: () => Error
}

export interface Deadline {
  /** Throws what the deadline was set with where it has passed. */
  check(): void
  within<Result>(work: () => Result, limit: TimeLimit): Result
  /** Gives the work what time is left but for a share of it, in which what was found by then can be answered. Where `late` work is begun anew all of it, as nothing will be. */
  leaving<Result>(share: number, work: () => Result): Result
}

const withoutEnd: TimeLimit = { time: Infinity }
/** How many times its time work may take by the clock. */
const waiting = 4

export function createDeadline(): Deadline {
  let limit = withoutEnd
  let end = Infinity
  let last = Infinity
  let worked = 0
  return {
    check() {
      const now = performance.now()
      if (now <= end) return
      // At the earliest then will it have worked as long as it may.
      end = Math.min(last, now + limit.time - (processorTime() - worked))
      if (now >= end) throw (limit.late ?? timedOut)()
    },
    within(work, given) {
      const now = performance.now()
      limit = given
      worked = processorTime()
      ;[end, last] = [now + limit.time, now + waiting * limit.time]
      try {
        return work()
      } finally {
        [limit, end] = [withoutEnd, Infinity]
      }
    },
    leaving(share, work) {
      const [whole, wholeLast, now] = [limit, last, performance.now()]
      if (end === Infinity || whole.late) return work()
      limit = { time: whole.time - share * Math.max(0, whole.time - (processorTime() - worked)) }
      last -= share * Math.max(0, last - now)
      end = now
      try {
        return work()
      } finally {
        [limit, last, end] = [whole, wholeLast, now]
      }
    },
  }
}

/** Of this thread, in ms. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function timedOut(): OnRecordError {
  return new OnRecordError('QUERY_TIMEOUT', 'The work took longer than its deadline and was stopped; ask for less: fewer rows, a shorter path, a narrower filter.')
}

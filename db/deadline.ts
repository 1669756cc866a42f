// How long work on a graph may take. Statements and loops ask, because SQLite as built here cannot be interrupted from outside.
import { OnRecordError } from '../src/model/errors.ts'

export interface TimeLimit {
  /** In ms. */
  readonly time: number
  /** Counts the thread's processor time, so that no work is stopped for what others did on its core; by the clock it may take four times as long, for it may wait for the disk. */
  readonly ofProcessor?: true
  /** Makes what is thrown where the time has passed; QUERY_TIMEOUT unless told. */
  readonly late?: () => Error
}

export interface Deadline {
  /** Throws what the deadline was set with where it has passed. */
  check(): void
  within<Result>(work: () => Result, limit: TimeLimit): Result
}

const withoutEnd: TimeLimit = { time: Infinity }
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
      if (limit.ofProcessor) {
        // At the earliest then will it have worked as long as it may.
        end = Math.min(last, now + limit.time - (processorTime() - worked))
        if (now < end) return
      }
      throw (limit.late ?? timedOut)()
    },
    within(work, given) {
      limit = given
      end = performance.now() + limit.time
      if (limit.ofProcessor) [last, worked] = [performance.now() + waiting * limit.time, processorTime()]
      try {
        return work()
      } finally {
        [limit, end] = [withoutEnd, Infinity]
      }
    },
  }
}

/** Of this thread, in ms. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function timedOut(): OnRecordError {
  return new OnRecordError('QUERY_TIMEOUT', 'The work took longer than its deadline and was stopped; ask for less: fewer rows, a shorter path, a narrower filter.')
}

// How long work on a graph may take. Statements and loops ask, because SQLite as built here cannot be interrupted from outside.
import { OnRecordError } from '../src/model/errors.ts'

export interface Deadline {
  /** Throws what the deadline was set with where it has passed. */
  check(): void
  /** Work that may take so many ms. */
  within<Result>(work: () => Result, budget: number, late?: () => Error): Result
}

export function createDeadline(): Deadline {
  let end = Infinity
  let whenLate: () => Error = timedOut
  return {
    check() {
      if (performance.now() > end) throw whenLate()
    },
    within(work, budget, late = timedOut) {
      [end, whenLate] = [performance.now() + budget, late]
      try {
        return work()
      } finally {
        end = Infinity
      }
    },
  }
}

function timedOut(): OnRecordError {
  return new OnRecordError('QUERY_TIMEOUT', 'The work took longer than its deadline and was stopped; ask for less: fewer rows, a shorter path, a narrower filter.')
}

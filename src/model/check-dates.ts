// The dates of events, statements and relationships.
import { daysOf } from './dates.ts'
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'

/** Dates are days, months or years of the calendar, the first not after the last. */
export function* dateProblems(path: ProblemPath, item: { readonly startsOn?: string; readonly endsOn?: string }): Generator<ReadingProblem> {
  const { startsOn, endsOn } = item
  if (startsOn === undefined && endsOn === undefined) return // as most: no way to a problem is written down
  yield* dateProblem([...path, 'startsOn'], startsOn)
  yield* dateProblem([...path, 'endsOn'], endsOn)
  const from = startsOn === undefined ? null : daysOf(startsOn)?.from
  const to = endsOn === undefined ? null : daysOf(endsOn)?.to
  if (from && to && from > to) {
    yield { path: [...path, 'endsOn'], message: `It starts on ${startsOn} and ends on ${endsOn}; expected it not to end before it starts.` }
  }
}

export function* dateProblem(path: ProblemPath, date: string | undefined): Generator<ReadingProblem> {
  if (date !== undefined && !daysOf(date)) yield { path, message: `"${date}" is no date of the calendar; expected YYYY, YYYY-MM or YYYY-MM-DD.` }
}

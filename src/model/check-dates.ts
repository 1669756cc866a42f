// The dates of events, statements and relationships.
import { daysOf } from './dates.ts'
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'

/** Dates are days, months or years of the calendar, the first not after the last. */
export function checkDates(problems: ReadingProblem[], path: ProblemPath, item: { readonly startsOn?: string; readonly endsOn?: string }): void {
  const { startsOn, endsOn } = item
  checkDate(problems, path, 'startsOn', startsOn)
  checkDate(problems, path, 'endsOn', endsOn)
  const from = startsOn === undefined ? null : daysOf(startsOn)?.from
  const to = endsOn === undefined ? null : daysOf(endsOn)?.to
  if (from && to && from > to) {
    problems.push({ path: [...path, 'endsOn'], message: `It starts on ${startsOn} and ends on ${endsOn}; expected it not to end before it starts.` })
  }
}

export function checkDate(problems: ReadingProblem[], path: ProblemPath, field: string, date: string | undefined): void {
  if (date !== undefined && !daysOf(date)) problems.push({ path: [...path, field], message: `"${date}" is no date of the calendar; expected YYYY, YYYY-MM or YYYY-MM-DD.` })
}

// Dates no more exact than the text: EDTF level 0, as YYYY, YYYY-MM or YYYY-MM-DD.
import { OnRecordError } from './errors.ts'
import type { DateRange } from './filter.ts'

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

export interface DaySpan {
  /** First day, YYYY-MM-DD. */
  readonly from: string
  /** Last day, YYYY-MM-DD, inclusive. */
  readonly to: string
}

/** The days a partial date covers ("2015-10" is 1 to 31 October), or null where it is no date. */
export function daysOf(date: string): DaySpan | null {
  const match = shape.exec(date)
  if (!match) return null
  const [, year, month, day] = match
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = lastDayOf(Number(year), Number(month))
  if (last === null) return null
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` }
  return Number(day) >= 1 && Number(day) <= last ? { from: date, to: date } : null
}

/** Like `daysOf`, but a string that is no date is an error that names the argument. */
export function requireDays(date: string, argument: string): DaySpan {
  const days = daysOf(date)
  if (days) return days
  throw new OnRecordError('BAD_DATE', `${argument} is "${date.slice(0, 40)}"; expected a date of the calendar as YYYY, YYYY-MM or YYYY-MM-DD.`, { argument })
}

/** The first and the last day of a range; null where it goes on. Throws BAD_DATE, and BAD_ARGUMENT where it would end before it begins: that is a slip, and no question whose answer is empty. */
export function requireRange({ from, to }: DateRange, argument: string): { readonly from: string | null; readonly to: string | null } {
  const days = { from: from ? requireDays(from, `${argument}.from`).from : null, to: to ? requireDays(to, `${argument}.to`).to : null }
  if (days.from === null || days.to === null || days.from <= days.to) return days
  throw new OnRecordError('BAD_ARGUMENT', `${argument} goes from ${from} to ${to}; expected a range that does not end before it begins.`, { argument })
}

function lastDayOf(year: number, month: number): number | null {
  if (month < 1 || month > 12) return null
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

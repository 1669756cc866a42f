// Arithmetic of days, months and years on EDTF text, in UTC: no clock and no time zone. What leaves the calendar (years 0000 to 9999) is null.
import { daysOf } from '../../model/dates.ts'

/** A date of publication: as exact as is known. */
export interface PartialDate {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/** First and last date of a stretch, inclusive, in EDTF level 0. */
export interface Span {
  readonly startsOn: string
  readonly endsOn: string
}

export function partsOf(date: string | undefined): PartialDate | undefined {
  if (date === undefined || !daysOf(date)) return undefined
  const [year, month, day] = date.split('-').map(Number)
  return { year: year ?? 0, month, day }
}

/** The date of these parts, or null where the calendar has none: 31 February. */
export function dateOf(year: number, month?: number, day?: number): string | null {
  const text = [String(year).padStart(4, '0'), ...[month, day].filter(part => part !== undefined).map(part => String(part).padStart(2, '0'))].join('-')
  return daysOf(text) && text
}

/** The day itself, or null where only the month or year is known. */
export function dayOf(date: PartialDate | undefined): string | null {
  return date?.day === undefined ? null : dateOf(date.year, date.month, date.day)
}

export function addMonths(year: number, month: number, count: number): string | null {
  const months = year * 12 + month - 1 + count
  return dateOf(Math.floor(months / 12), months - Math.floor(months / 12) * 12 + 1)
}

export function addDays(day: string, count: number): string | null {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
  return daysOf(moved) && moved
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function span(startsOn: string | null, endsOn: string | null = startsOn): Span | null {
  if (startsOn === null || endsOn === null) return null
  const [first, last] = [daysOf(startsOn), daysOf(endsOn)]
  return first && last && first.from <= last.to ? { startsOn, endsOn } : null
}

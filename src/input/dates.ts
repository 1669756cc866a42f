// Dates as feeds, pages and people write them, made EDTF level 0.
import { daysOf } from '../model/dates.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** ISO 8601: the day as written, whatever the time and the zone beside it. */
const iso = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d.{0,38})?)?)?$/u
/** "2015/11/16 10:00". */
const slashed = /^(\d{4})\/(\d\d)\/(\d\d)(?: \d\d.{0,38})?$/u
const compact = /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/u
/** "Mon, 16 Nov 2015 10:00:00 GMT", "16th November 2015"; RFC 822, which RSS goes by, has years of two digits: "16 Nov 15 10:00 GMT". */
const dayFirst = /^(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4}|\d\d(?= \d\d:))(?:[ ,].{0,40})?$/u
/** "November 16th, 2015", "Mon Nov 16 2015 10:00:00 GMT+0100 (Central European Standard Time)", as JavaScript writes it. */
const monthFirst = /^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[ ,].{0,80})?$/u

/** The date as YYYY, YYYY-MM or YYYY-MM-DD; null where it is none of the calendar. */
export function edtfOf(written: string): string | null {
  const date = written.trim().replaceAll(/\s+/gu, ' ')
  const [, year, month, day] = iso.exec(date) ?? slashed.exec(date) ?? compact.exec(date) ?? named(dayFirst.exec(date), 1, 2) ?? named(monthFirst.exec(date), 2, 1) ?? []
  const edtf = [year, month, day].filter(part => part !== undefined).join('-')
  return daysOf(edtf) ? edtf : null
}

function named(match: RegExpExecArray | null, day: 1 | 2, month: 1 | 2): readonly (string | undefined)[] | null {
  if (!match) return null
  const number = months.indexOf((match[month] ?? '').slice(0, 3).toLowerCase()) + 1
  const year = match[3] ?? ''
  // RFC 2822: up to 49 it is this century.
  const century = year.length > 2 ? '' : year < '50' ? '20' : '19'
  return ['', `${century}${year}`, String(number).padStart(2, '0'), (match[day] ?? '').padStart(2, '0')]
}

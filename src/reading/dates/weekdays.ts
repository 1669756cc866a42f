// Weekdays: which one is meant is told by the verb nearest to it. A weekday needs a day of publication.
import { addDays, addMonths, dateOf, dayOf, span, weekdayOf } from './calendar.ts'
import { AND, anchorOf, BEGIN, caseless, END, GAP, NAME_OF_A_DAY, NOT_A_NAMED_DAY, PART_OF_DAY, pattern, TO, WEEKDAY, weekdayNumber, type Dated, type Family, type Found } from './rule.ts'
import type { Tense } from './tense.ts'

const partOfDay = `(?:${GAP}${PART_OF_DAY}${END})?`
// "the last Friday of the month"
/** Not "the Sunday of the fair"; but "accused them on Sunday of lying". */
const named = `(?!${NAME_OF_A_DAY}|${GAP}of${GAP}(?!\\p{Ll}{2,20}ing))`

export const weekdayFamily: Family = {
  anchor: anchorOf(`${BEGIN}${WEEKDAY}${END}`),
  rules: [
    { id: 'DATE-WEEKDAYS', pattern: pattern(BEGIN, caseless('between'), GAP, `(?<a>${WEEKDAY})`, AND, `(?<b>${WEEKDAY})`, END), reason: 'From one weekday to another, behind the article or ahead of it as the verb nearest to it says.', confidence: 0.75, resolve: weekdayRange },
    { id: 'DATE-WEEKDAYS', pattern: pattern(NOT_A_NAMED_DAY, BEGIN, `(?:${caseless('from')}${GAP})?(?<a>${WEEKDAY})${TO}(?<b>${WEEKDAY})`, END), reason: 'From one weekday to another, behind the article or ahead of it as the verb nearest to it says.', confidence: 0.75, resolve: weekdayRange },
    { id: 'DATE-WEEKDAY-OF-WEEK', pattern: pattern(BEGIN, `(?<day>${WEEKDAY})${partOfDay}${GAP}(?:of${GAP})?(?<near>last|this|next)${GAP}week`, END), reason: 'A weekday of a named week; weeks begin on Monday.', confidence: 0.85, resolve: weekdayOfWeek },
    { id: 'DATE-WEEKDAY-OF-YEAR', pattern: pattern(BEGIN, `${WEEKDAY}${partOfDay}${GAP}(?<near>last|this|next)${GAP}(?<unit>month|year)`, END), reason: 'A weekday of a named month or year: no more is known than which.', confidence: 0.8, resolve: weekdayOfYear },
    { id: 'DATE-WEEKDAY', pattern: pattern(NOT_A_NAMED_DAY, BEGIN, `(?:${caseless('early', 'late')}${GAP}(?:on${GAP})?)?(?:(?<near>${caseless('last', 'this', 'next', 'this coming', 'this past', 'coming')})${GAP})?(?<day>${WEEKDAY})`, named, partOfDay, END), reason: 'A weekday: the last one after a verb of the past, the next one after a verb of the future, the article’s own day on that day.', confidence: 0.9, resolve: weekday },
  ],
}

function weekday({ part, published, tense }: Found): Dated | null {
  const today = dayOf(published)
  if (today === null) return null
  const wanted = weekdayNumber(part['day'])
  const near = part['near']?.toLowerCase()
  if (near === 'last' || near === 'this past') {
    const day = lastDay(today, wanted)
    // Said on a Thursday, "last Tuesday" may also be that of the week before.
    return dated(day, 0, wanted < weekdayOf(today) ? 0.6 : 0.85)
  }
  if (near === 'next') {
    const isThisWeek = wanted > weekdayOf(today)
    return dated(firstDay(today, wanted), isThisWeek ? 7 : 0, isThisWeek ? 0.5 : 0.85)
  }
  if (wanted === weekdayOf(today)) return dated(today, 0, 0.9)
  const verb: Tense = near === undefined ? tense() : near === 'this' && tense() === 'PAST' ? 'PAST' : 'FUTURE'
  return dated(verb === 'FUTURE' ? firstDay(today, wanted) : lastDay(today, wanted), 0, verb === 'UNKNOWN' ? 0.7 : 0.9)
}

function weekdayOfWeek({ part, published }: Found): Dated | null {
  const today = dayOf(published)
  if (today === null) return null
  const weeks = { last: -1, this: 0, next: 1 }[part['near'] as 'last' | 'this' | 'next'] // The pattern has only these three
  return dated(today, weekdayNumber(part['day']) - weekdayOf(today) + 7 * weeks, 0.85)
}

function weekdayOfYear({ part, published }: Found): Dated | null {
  if (!published) return null
  const steps = { last: -1, this: 0, next: 1 }[part['near'] as 'last' | 'this' | 'next'] // The pattern has only these three
  if (part['unit'] === 'year') return span(dateOf(published.year + steps))
  return published.month === undefined ? null : span(addMonths(published.year, published.month, steps))
}

function weekdayRange({ part, published, tense }: Found): Dated | null {
  const today = dayOf(published)
  if (today === null) return null
  const [first, last] = [weekdayNumber(part['a']), weekdayNumber(part['b'])]
  const length = (last - first + 7) % 7
  const startsOn = tense() === 'FUTURE' ? dayOr(today, first, firstDay) : addDays(dayOr(today, last, lastDay) ?? today, -length)
  return startsOn === null ? null : span(startsOn, addDays(startsOn, length))
}

function dayOr(today: string, wanted: number, other: (today: string, wanted: number) => string | null): string | null {
  return weekdayOf(today) === wanted ? today : other(today, wanted)
}

/** The last such weekday before a day. */
function lastDay(today: string, wanted: number): string | null {
  return addDays(today, -((weekdayOf(today) - wanted + 7) % 7 || 7))
}

/** The first such weekday after a day. */
function firstDay(today: string, wanted: number): string | null {
  return addDays(today, (wanted - weekdayOf(today) + 7) % 7 || 7)
}

function dated(day: string | null, daysLater: number, confidence: number): Dated | null {
  const moved = day === null ? null : span(addDays(day, daysLater))
  return moved && { ...moved, confidence }
}

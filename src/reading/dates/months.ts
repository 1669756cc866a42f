// Dates with the name of a month: days, months and stretches of both. "May" and "March" are words and surnames too.
import { monthAbbreviations, monthsAndNames, nameOfAMonth } from '../lexicon/dates.ts'
import { addMonths, dateOf, span, type PartialDate } from './calendar.ts'
import { AND, anchorOf, BEGIN, caseless, DAY, END, FULL_MONTH, GAP, MONTH, monthOf, NOT_A_SURNAME, NOT_TRUSTED, oneOf, PART, pattern, TO, WEEKDAY_BEFORE, YEAR, type Dated, type DateRule, type Family, type Found } from './rule.ts'

const ofYear = (name: string) => `(?:,?${GAP}(?:of${GAP}|in${GAP})?(?:(?<${name}>${YEAR})|(?<${name}rel>last|this|next)${GAP}year${END}))`
const notCounted = `(?![\\p{L}\\d%]|[.,:/]\\d|-\\p{Ll}|${GAP}(?:per${GAP}?cent|percent|points?|million|billion|people|men|women|hours?|[ap]\\.?m\\b))`
const day = (name: string) => `(?<${name}d>${DAY})`
const month = (name: string) => `${NOT_A_SURNAME}(?<${name}m>${MONTH})`
const dayMonth = (name: string) => `(?<!\\d[.,:/-])${BEGIN}${WEEKDAY_BEFORE}${day(name)}${GAP}(?:of${GAP})?${month(name)}${ofYear(`${name}y`)}?`
const monthDay = (name: string) => `${BEGIN}${WEEKDAY_BEFORE}${month(name)}${GAP}(?:the${GAP})?${day(name)}${notCounted}(?:,?${GAP}(?<${name}y>${YEAR})|,?${GAP}(?:of${GAP})?(?<${name}yrel>last|this|next)${GAP}year${END})?`
const monthYear = (name: string) => `${BEGIN}${month(name)}${ofYear(`${name}y`)}?`
const prepositions = caseless('in', 'since', 'until', 'till', 'by', 'before', 'after', 'during', 'through', 'throughout')
const otherPrepositions = caseless('of', 'from', 'to', 'for')
// "a spokesman for May", "in May’s cabinet"; "in May" and "in March" are dates.
const bareMonth = `(?:(?<=${BEGIN}${otherPrepositions}${GAP})(?!${oneOf(monthsAndNames)}${END})|(?<=${BEGIN}${prepositions}${GAP})(?!May[’']s))`

export const monthFamily: Family = {
  anchor: anchorOf(`${BEGIN}(?:${FULL_MONTH}|${oneOf([...monthAbbreviations, ...monthAbbreviations.map(word => word.toUpperCase())])})(?!\\p{L})`),
  rules: [
    ...stretches('DATE-DAYS', `${day('a')}`, `${day('b')}${GAP}(?:of${GAP})?${month('b')}${ofYear('by')}?`, 'Two days of one month.', dayRange),
    ...stretches('DATE-DAYS', `${month('b')}${GAP}${day('a')}`, `${day('b')}${notCounted}(?:,?${GAP}(?<by>${YEAR}))?`, 'Two days of one month.', dayRange),
    ...stretches('DATE-DAYS', dayMonth('a'), dayMonth('b'), 'From one day to another.', dayRange),
    ...stretches('DATE-DAYS', monthDay('a'), monthDay('b'), 'From one day to another.', dayRange),
    ...stretches('DATE-MONTHS', monthYear('a'), `${monthYear('b')}(?!${GAP}\\d)`, 'From one month to another.', monthRange),
    { id: 'DATE-DAY', pattern: pattern(dayMonth('a'), END), reason: 'A day and its month.', confidence: 0.95, resolve: oneDay },
    { id: 'DATE-DAY', pattern: pattern(monthDay('a')), reason: 'A month and its day.', confidence: 0.95, resolve: oneDay },
    // "the Sept. 11 attacks", "on May Day"
    { id: 'DATE-NAME', pattern: pattern(BEGIN, oneOf(nameOfAMonth), END), reason: 'A name, not the date that it has words of: left out.', confidence: 0, resolve: () => null },
    { id: 'DATE-MONTH', pattern: pattern(BEGIN, `${PART}?`, month('a'), ofYear('ay'), END), reason: 'A month and its year.', confidence: 0.95, resolve: oneMonth },
    // "in early March"; a month alone needs a preposition or a word for its part: "May" also asks, "March" also walks.
    {
      id: 'DATE-MONTH-ALONE',
      pattern: pattern(bareMonth, NOT_TRUSTED, `(?<am>${FULL_MONTH})`, END, `(?!${GAP}\\d)`),
      reason: 'A month alone: the year is that of the article, or the one that the verb nearest to it points to.',
      confidence: 0.8,
      resolve: oneMonth,
    },
    {
      id: 'DATE-MONTH-ALONE',
      pattern: pattern(BEGIN, PART, `(?<am>${FULL_MONTH})`, END, `(?!${GAP}\\d)`),
      reason: 'A month alone: the year is that of the article, or the one that the verb nearest to it points to.',
      confidence: 0.8,
      resolve: oneMonth,
    },
    { id: 'DATE-MONTH-NEAR', pattern: pattern(BEGIN, `(?<near>${caseless('last', 'this', 'next', 'this past', 'this coming')})${GAP}(?<am>${FULL_MONTH})`, END, `(?!${GAP}\\d)`), reason: 'The last or next month of that name.', confidence: 0.85, resolve: nearMonth },
  ],
}

/** "between A and B", "from A to B", "A to B". */
function stretches(id: string, first: string, second: string, reason: string, resolve: DateRule['resolve']): readonly DateRule[] {
  return [
    { id, pattern: pattern(BEGIN, caseless('between'), GAP, first, AND, second, END), reason, confidence: 0.9, resolve },
    { id, pattern: pattern(BEGIN, `(?:${caseless('from')}${GAP})?`, first, TO, second, END), reason, confidence: 0.9, resolve },
  ]
}

function oneDay({ part, published, tense }: Found): Dated | null {
  const [month, day] = [monthOf(part['am']), Number.parseInt(part['ad'] ?? '', 10)]
  const year = yearOf(part['ay'], part['ayrel'], published)
  if (year !== undefined) return span(dateOf(year, month, day))
  const near = nearestYear({ year: 0, month, day }, published, tense)
  return near && withConfidence(span(dateOf(near.year, month, day)), near.sure ? 0.9 : 0.6)
}

function oneMonth({ part, published, tense }: Found): Dated | null {
  const month = monthOf(part['am'])
  const year = yearOf(part['ay'], part['ayrel'], published)
  if (year !== undefined) return span(dateOf(year, month))
  const near = nearestYear({ year: 0, month }, published, tense)
  return near && withConfidence(span(dateOf(near.year, month)), near.sure ? 0.85 : 0.6)
}

function dayRange({ part, published, tense }: Found): Dated | null {
  const [firstDay, lastDay] = [Number.parseInt(part['ad'] ?? '', 10), Number.parseInt(part['bd'] ?? '', 10)]
  const [firstMonth, lastMonth] = [monthOf(part['am'] ?? part['bm']), monthOf(part['bm'])]
  const year = yearOf(part['by'], part['byrel'], published) ?? nearestYear({ year: 0, month: lastMonth, day: lastDay }, published, tense)?.year
  if (year === undefined) return null
  const wraps = firstMonth > lastMonth || (firstMonth === lastMonth && firstDay > lastDay && part['am'] !== undefined)
  const firstYear = yearOf(part['ay'], part['ayrel'], published) ?? (wraps ? year - 1 : year)
  return span(dateOf(firstYear, firstMonth, firstDay), dateOf(year, lastMonth, lastDay))
}

function monthRange({ part, published, tense }: Found): Dated | null {
  const [firstMonth, lastMonth] = [monthOf(part['am']), monthOf(part['bm'])]
  const year = yearOf(part['by'], part['byrel'], published) ?? nearestYear({ year: 0, month: lastMonth }, published, tense)?.year
  if (year === undefined) return null
  const firstYear = yearOf(part['ay'], part['ayrel'], published) ?? (firstMonth > lastMonth ? year - 1 : year)
  return span(dateOf(firstYear, firstMonth), dateOf(year, lastMonth))
}

function nearMonth({ part, published }: Found): Dated | null {
  if (published?.month === undefined) return null
  const month = monthOf(part['am'])
  const near = part['near']?.toLowerCase() ?? ''
  const ahead = ((month - published.month + 12) % 12) || 12
  if (near === 'this') return span(dateOf(published.year, month))
  return span(addMonths(published.year, published.month, near.endsWith('next') || near.endsWith('coming') ? ahead : ahead - 12 || -12))
}

function yearOf(written: string | undefined, relative: string | undefined, published: PartialDate | undefined): number | undefined {
  if (written !== undefined) return Number(written)
  if (relative === undefined || !published) return undefined
  return published.year + { last: -1, this: 0, next: 1 }[relative as 'last' | 'this' | 'next'] // The pattern has only these three
}

/** The year of a date without one. Nobody knows it where the day of publication is no more exact than that date needs. */
function nearestYear(date: PartialDate, published: PartialDate | undefined, tense: Found['tense']): { readonly year: number; readonly sure: boolean } | null {
  if (published?.month === undefined || date.month === undefined) return null
  const months = date.month - published.month
  const days = months === 0 && date.day !== undefined && published.day !== undefined ? date.day - published.day : 0
  if (months === 0 && days === 0) return { year: published.year, sure: true }
  const verb = tense()
  const isLaterInYear = months > 0 || days > 0
  // Where no verb tells: what comes within two months is ahead ("elections on 20 December"), all else is behind ("in early March").
  const ahead = verb === 'FUTURE' || (verb === 'UNKNOWN' && (isLaterInYear ? months <= 2 : months + 12 <= 2))
  const year = ahead ? published.year + (isLaterInYear ? 0 : 1) : published.year - (isLaterInYear ? 1 : 0)
  return { year, sure: verb !== 'UNKNOWN' }
}

function withConfidence(dates: Dated | null, confidence: number): Dated | null {
  return dates && { ...dates, confidence }
}


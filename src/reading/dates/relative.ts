// Dates counted from the day of publication: "today", "last month", "two weeks ago". What counts from another day is taken and left out.
import { addDays, addMonths, dateOf, dayOf, span, weekdayOf, type PartialDate } from './calendar.ts'
import { anchorOf, BEGIN, caseless, COUNT, countOf, END, GAP, PART_OF_DAY, pattern, type Dated, type Family, type Found } from './rule.ts'

type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year'
const few = `(?:${caseless('several', 'a few', 'few', 'some', 'many', 'a couple of', 'about', 'around', 'almost', 'nearly', 'over', 'more than', 'less than', 'at least', 'up to', 'roughly', 'and a half', 'a')}${GAP})`
const counted = `(?<![\\p{L}\\p{N}][.,:/-])${BEGIN}(?<vague>${few}{0,2})(?<count>${COUNT}|${caseless('a', 'an')}|half${GAP}an?)(?:${GAP}and${GAP}a${GAP}(?<half>half))?[\\s-]`
const units = '(?<unit>day|week|month|year|second|minute|hour|decade|generation|century|centurie|season)s?'
const here = `${GAP}(?:ago|(?<ahead>from${GAP}(?:now|today)))`
const seasons = '(?:spring|summer|autumn|fall|winter)'
const soon = `days?|weeks?|weekends?|months?|years?|night|${PART_OF_DAY}|${seasons}`
const firstMonths: ReadonlyMap<string, number> = new Map([['spring', 3], ['summer', 6], ['autumn', 9], ['fall', 9], ['winter', 12]])

export const relativeFamily: Family = {
  // "this" alone is seldom a date: of such words only those with a unit soon behind.
  anchor: anchorOf(`${BEGIN}(?:[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|(?:[Tt]his|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]ast)(?=(?:${GAP}[\\p{L}\\p{N}]{1,12}){0,2}${GAP}(?:${soon}))|ago|from now|from today|later|earlier|weekend)${END}`),
  rules: [
    { id: 'DATE-DAY-NEAR', pattern: pattern(BEGIN, `(?:the${GAP}day${GAP}(?<beyond>before|after)${GAP})?(?<word>(?<!\\p{Lu}\\p{L}{1,20}\\s)Today|Tonight|Yesterday|Tomorrow|today|tonight|yesterday|tomorrow)(?:${GAP}${PART_OF_DAY})?`, END, `(?![’']s\\s(?:world|youth|society|standards|generation|parents|children)\\b)`), reason: 'A day told from the day of publication.', confidence: 0.95, resolve: dayNear },
    { id: 'DATE-DAY-NEAR', pattern: pattern(BEGIN, `(?<word>[Ll]ast${GAP}night|[Tt]his${GAP}(?:very${GAP})?(?:morning|afternoon|evening))`, END), reason: 'A day told from the day of publication.', confidence: 0.9, resolve: dayNear },
    { id: 'DATE-UNIT-NEAR', pattern: pattern(BEGIN, `(?:(?<part>${caseless('earlier', 'later', 'early', 'late')})${GAP}|(?:${caseless('the')}${GAP})(?:end|beginning|start|middle)${GAP}of${GAP})?(?<!\\b[Tt]he${GAP})(?<near>${caseless('last', 'this', 'next', 'this past', 'this coming')})${GAP}(?<unit>week|weekend|month|year)`, END, `(?!${GAP}of\\b|-)`), reason: 'A week, month or year told from the publication; weeks begin on Monday.', confidence: 0.9, resolve: unitNear },
    { id: 'DATE-WEEKEND', pattern: pattern(`(?<=${BEGIN}${caseless('over', 'at', 'during', 'on')}${GAP})`, 'the', GAP, 'weekend', END), reason: 'The weekend nearest to the publication, on the side that the verb says.', confidence: 0.75, resolve: weekend },
    { id: 'DATE-AGO', pattern: pattern(counted, units, here, END), reason: 'Counted from the day of publication, no more exact than its unit.', confidence: 0.85, resolve: ago },
    // "three years earlier": than what?
    { id: 'DATE-UNANCHORED', pattern: pattern(counted, units, GAP, '(?:earlier|later|before|after|previously)', END), reason: 'Counted from a day that these words do not name: left out.', confidence: 0, resolve: () => null },
    { id: 'DATE-SPAN', pattern: pattern(`(?<=${BEGIN}${caseless('in', 'over', 'during', 'for', 'within', 'throughout')}${GAP})`, `(?:the${GAP})?(?<side>past|last|next|coming|following)${GAP}(?:(?<count>${COUNT})${GAP})?(?<unit>day|week|month|year)(?<plural>s?)`, END, `(?!${GAP}of\\b)`), reason: 'A stretch that ends or begins with the publication.', confidence: 0.75, resolve: stretch },
    { id: 'DATE-SEASON-NEAR', pattern: pattern(BEGIN, `(?<near>${caseless('last', 'this', 'next', 'this past', 'this coming')})${GAP}(?<season>${seasons})`, END), reason: 'A season told from the publication, as the northern half of the world counts its months.', confidence: 0.7, resolve: seasonNear },
  ],
}

function dayNear({ part, published }: Found): Dated | null {
  const word = part['word']?.toLowerCase() ?? ''
  const base = word === 'yesterday' || word.startsWith('last') ? -1 : word === 'tomorrow' ? 1 : 0
  // "the day before yesterday", but "the day before today" is not English for a date.
  const beyond = part['beyond'] === undefined ? 0 : base
  return dayAt(published, base + beyond)
}

function unitNear({ part, published }: Found): Dated | null {
  const steps = stepsOf(part['near'])
  if (part['unit'] === 'year') return published ? span(dateOf(published.year + steps)) : null
  if (part['unit'] === 'month') return published?.month === undefined ? null : span(addMonths(published.year, published.month, steps))
  const today = dayOf(published)
  if (today === null) return null
  const whole = weekAt(today, steps)
  if (whole === null) return null
  if (part['unit'] === 'weekend') return weekendOf(whole.startsOn)
  if (steps === 0 && part['part']?.toLowerCase() === 'earlier') return span(whole.startsOn, today)
  if (steps === 0 && part['part']?.toLowerCase() === 'later') return span(today, whole.endsOn)
  return whole
}

function weekend({ published, tense }: Found): Dated | null {
  const today = dayOf(published)
  if (today === null) return null
  const week = weekAt(today, weekdayOf(today) >= 6 || tense() === 'FUTURE' ? 0 : -1)
  return week && weekendOf(week.startsOn)
}

function ago({ part, published }: Found): Dated | null {
  const { unit, count: word, vague, half } = part
  // "about a year ago", "two and a half years ago": no exact count, no date.
  if (vague || half || word?.startsWith('half') || !isUnit(unit)) return null
  const count = countOf(word)
  const steps = part['ahead'] === undefined ? -count : count
  return atDistance(published, unit, steps)
}

function stretch({ part, published }: Found): Dated | null {
  const { side, unit, count: word, plural } = part
  // "in the last days": how many? "the following week": after what?
  if (!isUnit(unit) || side === 'following' || (word === undefined && (plural === 's' || unit === 'day'))) return null
  const count = word === undefined ? 1 : countOf(word)
  const isPast = side === 'past' || side === 'last'
  const far = unit === 'week' ? dayAt(published, isPast ? -7 * count : 7 * count) : atDistance(published, unit, isPast ? -count : count)
  const near = unit === 'week' ? dayAt(published, 0) : atDistance(published, unit, 0)
  return far && near && (isPast ? span(far.startsOn, near.endsOn) : span(near.startsOn, far.endsOn))
}

function seasonNear({ part, published }: Found): Dated | null {
  const first = firstMonths.get(part['season'] ?? '')
  if (published?.month === undefined || first === undefined) return null
  // Months since the season's first month came last; the season is still on for three of them.
  const since = (published.month - first + 12) % 12
  const isOn = since < 3
  const steps = stepsOf(part['near'])
  // "this summer", said in November, is behind; said in April, ahead.
  const isAhead = steps === 0 && !isOn && published.month < first
  const begin = steps < 0 ? (isOn ? -since - 12 : -since) : steps > 0 || isAhead ? 12 - since : -since
  return span(addMonths(published.year, published.month, begin), addMonths(published.year, published.month, begin + 2))
}

function atDistance(published: PartialDate | undefined, unit: Unit, steps: number): Dated | null {
  if (!published) return null
  if (unit === 'year') return span(dateOf(published.year + steps))
  if (unit === 'month') return published.month === undefined ? null : span(addMonths(published.year, published.month, steps))
  const today = dayOf(published)
  return today === null ? null : unit === 'day' ? span(addDays(today, steps)) : weekAt(today, steps)
}

function isUnit(unit: string | undefined): unit is Unit {
  return unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year'
}

function stepsOf(near: string | undefined): number {
  const word = near?.toLowerCase()
  if (word === 'last' || word === 'this past') return -1
  return word === 'this' ? 0 : 1
}

function dayAt(published: PartialDate | undefined, steps: number): Dated | null {
  const today = dayOf(published)
  return today === null ? null : span(addDays(today, steps))
}

function weekAt(today: string, steps: number): Dated | null {
  const monday = addDays(today, 1 - weekdayOf(today) + 7 * steps)
  return monday === null ? null : span(monday, addDays(monday, 6))
}

function weekendOf(monday: string): Dated | null {
  return span(addDays(monday, 5), addDays(monday, 6))
}

// Dates in figures: years, decades, centuries, quarters, seasons of a year, and days written as numbers.
import { countedThings } from '../lexicon/dates.ts'
import { dateOf, span } from './calendar.ts'
import { AND, anchorOf, BEGIN, caseless, DASH, END, GAP, oneOf, ordinalOf, PART, pattern, TO, YEAR, type Dated, type Family, type Found } from './rule.ts'

const alone = `(?<![\\p{L}\\p{N}][.,:/-])${BEGIN}`
const notCounted = `(?!${DASH}?[\\p{L}\\p{N}]|[.,:/]\\d|%|${GAP}(?:\\p{Ll}{1,12}${GAP})?${oneOf(countedThings)}${END})`
// A year has four digits between 1700 and 2099, and no thousands comma; older ones are left out.
const plain = '(?:1[7-9]|20)\\d{2}'
const prepositions = caseless('in', 'since', 'until', 'till', 'by', 'before', 'after', 'during', 'for', 'through', 'throughout', 'of', 'from', 'to', 'around', 'between', 'and', 'or')
const determiners = caseless('a', 'an', 'the', 'his', 'her', 'their', 'its', 'our', 'my', 'this', 'that', 'last')
const firstMonths: ReadonlyMap<string, number> = new Map([['spring', 3], ['summer', 6], ['autumn', 9], ['fall', 9]])

export const yearFamily: Family = {
  anchor: anchorOf(`(?<!\\d)(?:1\\d|20)\\d{2}(?!\\d)|(?<!\\d)\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}(?!\\d)|${BEGIN}\\d{1,2}(?:st|nd|rd|th)[\\s-][Cc]entury`),
  rules: [
    { id: 'DATE-ISO', pattern: pattern(alone, '(?<y>[12]\\d{3})(?<dash>[-/])(?<m>\\d{2})\\k<dash>(?<d>\\d{2})(?=T\\d|(?!\\p{L}|\\d|[-/.]\\d))'), reason: 'Year, month and day in figures.', confidence: 0.95, resolve: isoDay },
    // "3/4/2014" is March in America and April in Europe: left out.
    { id: 'DATE-FIGURES', pattern: pattern(alone, '(?<a>\\d{1,2})(?<dot>[/.])(?<b>\\d{1,2})\\k<dot>(?<y>\\d{2,4})', END), reason: 'Day, month and year in figures; the larger number is the day.', confidence: 0.85, resolve: figures },
    { id: 'DATE-YEARS', pattern: pattern(BEGIN, caseless('between'), GAP, `(?<a>${YEAR})`, AND, `(?<b>${YEAR})`, notCounted), reason: 'From one year to another.', confidence: 0.9, resolve: years },
    { id: 'DATE-YEARS', pattern: pattern(alone, `(?:(?<from>${caseless('from')})${GAP})?(?<a>${plain})(?:${TO}|/)(?<b>${YEAR})`, notCounted), reason: 'From one year to another.', confidence: 0.9, resolve: years },
    { id: 'DATE-YEARS', pattern: pattern(alone, `(?<a>${plain})[–/-](?<b>\\d{2})`, notCounted), reason: 'From one year to another, the second in two figures.', confidence: 0.8, resolve: shortYears },
    { id: 'DATE-DECADE', pattern: pattern(BEGIN, `${PART}?`, `(?:(?:the|The)${GAP}${PART}?)?`, '(?<y>1[7-9]\\d0|20\\d0)[’\']?s', END), reason: 'A decade: its ten years.', confidence: 0.9, resolve: decade },
    { id: 'DATE-CENTURY', pattern: pattern(BEGIN, '(?<n>\\d{1,2})(?:st|nd|rd|th)[\\s-][Cc]entury', END, `(?!${GAP}BCE?)`), reason: 'A century: its hundred years.', confidence: 0.85, resolve: century },
    { id: 'DATE-QUARTER', pattern: pattern(BEGIN, `(?:Q(?<q>[1-4])|(?:(?:the|The)${GAP})?(?<nth>first|second|third|fourth|[1-4](?:st|nd|rd|th))${GAP}quarter)${GAP}?(?:of${GAP}|in${GAP})?(?<y>${plain})`, END), reason: 'A quarter: its three months.', confidence: 0.9, resolve: quarter },
    { id: 'DATE-HALF', pattern: pattern(BEGIN, `(?:H(?<q>[12])|(?:(?:the|The)${GAP})?(?<nth>first|second|1st|2nd)${GAP}half)${GAP}(?:of${GAP}|in${GAP})?(?<y>${plain})`, END), reason: 'Half a year: its six months.', confidence: 0.9, resolve: half },
    { id: 'DATE-SEASON', pattern: pattern(BEGIN, `${PART}?`, `(?:(?:the|The)${GAP})?(?<season>${caseless('spring', 'summer', 'autumn', 'fall', 'winter')})${GAP}(?:of${GAP})?(?<y>${plain})`, notCounted), reason: 'A season of a year, as the northern half of the world counts its months.', confidence: 0.7, resolve: season },
    { id: 'DATE-YEAR', pattern: pattern(`(?<=${BEGIN}${prepositions}${GAP}(?:the${GAP}year${GAP})?)(?<!\\d${GAP}in${GAP})(?<!\\bone${GAP}in${GAP})`, `${PART}?`, `(?<y>${plain})`, notCounted), reason: 'A year after a preposition.', confidence: 0.9, resolve: oneYear },
    { id: 'DATE-YEAR', pattern: pattern(BEGIN, PART, `(?<y>${plain})`, notCounted), reason: 'Part of a year; no more exact than the year.', confidence: 0.9, resolve: oneYear },
    // "a 2012 meeting"
    { id: 'DATE-YEAR', pattern: pattern(`(?<=${BEGIN}${determiners}${GAP})`, `(?<y>${plain})`, `(?=[’']s\\b|${GAP}\\p{L})`, notCounted), reason: 'A year that tells which one.', confidence: 0.9, resolve: oneYear },
    // "in 1987, 1990 and 1994"
    { id: 'DATE-YEAR', pattern: pattern(`(?<=${BEGIN}${plain},${GAP})`, `(?<y>${plain})`, `(?=,|${GAP}(?:and|or)${GAP}${plain})`, notCounted), reason: 'A year in a row of years.', confidence: 0.85, resolve: oneYear },
    { id: 'DATE-YEAR', pattern: pattern('(?<=\\()', `(?<y>${plain})`, '(?=\\))'), reason: 'A year in brackets.', confidence: 0.75, resolve: oneYear },
  ],
}

function isoDay({ part }: Found): Dated | null {
  return span(dateOf(Number(part['y']), Number(part['m']), Number(part['d'])))
}

function figures({ part }: Found): Dated | null {
  const [a, b] = [Number(part['a']), Number(part['b'])]
  // "14.03.2014" is never written month first; two figures of a year may be a score.
  const dotted = part['dot'] === '.' && part['b']?.length === 2
  if (part['y']?.length !== 4 || (a <= 12 && b <= 12 && a !== b && !dotted)) return null
  return span(b > 12 && !dotted ? dateOf(Number(part['y']), a, b) : dateOf(Number(part['y']), b, a))
}

function years({ part }: Found): Dated | null {
  return span(dateOf(Number(part['a'])), dateOf(Number(part['b'])))
}

function shortYears({ part }: Found): Dated | null {
  const first = Number(part['a'])
  const last = Math.floor(first / 100) * 100 + Number(part['b'])
  if (last > first) return span(dateOf(first), dateOf(last))
  // "2014-03"
  return span(dateOf(first, Number(part['b'])))
}

function decade({ part }: Found): Dated | null {
  const first = Number(part['y'])
  // "the 1900s" may be ten years or a hundred.
  if (first % 100 === 0 && first < 2000) return null
  return span(dateOf(first), dateOf(first + 9))
}

function century({ part }: Found): Dated | null {
  const last = Number(part['n']) * 100
  return span(dateOf(last - 99), dateOf(last))
}

function quarter({ part }: Found): Dated | null {
  return monthsOf(Number(part['y']), 3, part['q'] ?? part['nth'])
}

function half({ part }: Found): Dated | null {
  return monthsOf(Number(part['y']), 6, part['q'] ?? part['nth'])
}

function monthsOf(year: number, length: number, which: string | undefined): Dated | null {
  const last = ordinalOf(which) * length
  return span(dateOf(year, last - length + 1), dateOf(year, last))
}

function season({ part }: Found): Dated | null {
  const year = Number(part['y'])
  const first = firstMonths.get(part['season']?.toLowerCase() ?? '')
  // A winter of one year is its beginning or its end: no more exact than the year.
  return first === undefined ? span(dateOf(year)) : span(dateOf(year, first), dateOf(year, first + 2))
}

function oneYear({ part }: Found): Dated | null {
  return span(dateOf(Number(part['y'])))
}

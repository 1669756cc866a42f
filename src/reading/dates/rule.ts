// What a rule for dates is, and the parts their patterns are made of. Every quantifier is bounded, so that no pattern is slower than linear.
import { afterWeekdayName, beforeWeekdayName, months, monthAbbreviations, ordinals, titles, trustsIn, weekdayAbbreviations, weekdays, numbers } from '../lexicon/dates.ts'
import type { PartialDate, Span } from './calendar.ts'
import type { Tense } from './tense.ts'

export interface Found {
  /** The named groups of the pattern. */
  readonly part: Readonly<Record<string, string | undefined>>
  readonly published: PartialDate | undefined
  /** Of the verb nearest to the words; asked for only by rules that need it. */
  tense(): Tense
}

export interface Dated extends Span {
  /** Where it differs from the rule's. */
  readonly confidence?: number
}

export interface DateRule {
  readonly id: string
  readonly pattern: RegExp
  readonly reason: string
  readonly confidence: number
  /** Null: no date, or none that can be known. The words are taken all the same; no other rule reads a part of them. */
  readonly resolve: (found: Found) => Dated | null
}

/** Rules that need one of the same words to be there. Each is tried only around its anchors, which keeps the reading of plain prose fast. */
export interface Family {
  readonly anchor: RegExp
  readonly rules: readonly DateRule[]
}

export const GAP = '(?:[^\\S\\n]{1,3}|\\n)'
export const DASH = '[-–—]'
/** "to", "through", a dash; the other half of "between" is "and". */
export const TO = `(?:${GAP}?${DASH}${GAP}?|${GAP}(?:to|until|till|through|thru)${GAP})`
export const AND = `${GAP}and${GAP}`
export const BEGIN = '(?<![\\p{L}\\p{N}])'
export const END = '(?![\\p{L}\\p{N}])'
export const YEAR = '[12]\\d{3}(?!\\d|[.,]\\d)'
export const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\\d)'
export const WEEKDAY = oneOf([...weekdays, ...weekdays.map(day => day.toUpperCase())])
export const FULL_MONTH = oneOf([...months, ...months.map(month => month.toUpperCase())])
export const MONTH = `(?:${FULL_MONTH}|(?:${oneOf(monthAbbreviations)}|${oneOf(monthAbbreviations.map(month => month.toUpperCase()))})\\.?)(?!\\p{L})`
export const WEEKDAY_BEFORE = `(?:(?:${WEEKDAY}|${oneOf(weekdayAbbreviations)}\\.?),?${GAP}(?:the${GAP})?)?`
export const NOT_A_SURNAME = `(?<!(?:${oneOf(titles)})\\.?\\s)`
export const NOT_TRUSTED = `(?<!(?:${oneOf(trustsIn)})\\sin\\s)`
export const NOT_A_NAMED_DAY = `(?<!(?:${oneOf(beforeWeekdayName)}|[Ee]very|[Ee]ach|[Aa]|[Aa]ny|[Oo]ne|following|previous|same|[Mm]ost|first|second|third|fourth)\\s)`
export const NAME_OF_A_DAY = `(?:\\s(?:${oneOf(afterWeekdayName)}))${END}`
/** "early", "the end of": the date stays the whole month or year. */
export const PART = `(?:${caseless('early', 'late', 'earlier', 'later')}${GAP}(?:in${GAP})?|${caseless('mid')}[-\\s]|${caseless('the')}${GAP}(?:end|beginning|start|middle)${GAP}of${GAP})`
export const PART_OF_DAY = '(?:morning|afternoon|evening|night|lunchtime|midday)'
export const COUNT = `(?:${oneOf([...numbers, ...numbers.map(capital)])}|\\d{1,3})`

export function oneOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`
}

/** "in" and "In"; no other case is English. */
export function caseless(...words: readonly string[]): string {
  return oneOf(words.flatMap(word => [word, capital(word)]))
}

export function pattern(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(''), 'gu')
}

export function anchorOf(...words: readonly string[]): RegExp {
  return new RegExp(words.join('|'), 'gu')
}

export function monthOf(word: string | undefined): number {
  return indexOfStart(months, word)
}

/** 1 is Monday. */
export function weekdayNumber(word: string | undefined): number {
  return indexOfStart(weekdays, word)
}

export function countOf(word: string | undefined): number {
  const text = (word ?? '').toLowerCase()
  if (text === 'a' || text === 'an') return 1
  return indexIn(numbers, text) || Number.parseInt(text, 10)
}

export function ordinalOf(word: string | undefined): number {
  return indexIn(ordinals, (word ?? '').toLowerCase()) || Number.parseInt(word ?? '', 10)
}

function indexOfStart(words: readonly string[], word = ''): number {
  return words.findIndex(candidate => candidate.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1
}

function indexIn(words: readonly string[], text: string): number {
  return words.indexOf(text) + 1
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

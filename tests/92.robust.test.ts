// Any text at all: the reader never throws, its Reading keeps the laws, and nothing read before changes it.
import { array, assert, constantFrom, oneof, property, string, tuple, type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { articleOf } from '../src/input/article.ts'
import { checkReading } from '../src/model/check-reading.ts'
import { OnRecordError } from '../src/model/errors.ts'
import type { Reading } from '../src/model/reading.ts'
import { theReader } from '../src/reader.ts'
import { anyString } from './any-character.ts'

/** What texts break on, glued together in any order. */
const pieces = [
  '“', '”', '"', '‘', '’', "'", '„', '«', '»', '`', '``', "''", '(', ')', '[', ']', '{', '<', '>', '—', '–', '-', '…', '...', '.', ',', ';', ':', '!', '?', '/', '&', '%', '$', '@', '#', '*', '\\',
  ' ', ' ', ' ', ' ', ' ', ' ', '\n', '\n\n', '\r\n', '\r', '\t', '\u00A0', '\u2028', '\u200B', '\u200D', '\u00AD', '\uFEFF', '\uFFFD',
  '\u202E', '\u2066', '\u2069', '\u0301', '\u0300\u0323', '👩‍👩‍👧', '🇩🇪', '😀', '\uD800', '\uDC00', 'ﬁ', 'İ', 'ß', 'ǅ', '你好', 'مرحبا', 'שלום', '१२', 'Ⅷ', '½', '𝒜', 'á', 'a\u0301',
  'said', 'said', 'says', 'told', 'accused', 'denied', 'asked', 'according to', 'reportedly', 'that', 'of', 'to', 'by', 'who', 'which', 'not', 'will', 'may', 'has', 'was', 'not to', 'whether', 'if',
  'He', 'she', 'his', 'they', 'it', 'We', 'I', 'the', 'The', 'a', 'an', 'and', 'or', 'but', '’s', "'s", 'n’t', 'met', 'killed', 'attacked', 'visited', 'signed', 'agreed', 'plans', 'married',
  'Mr.', 'Ms', 'Dr', 'Sen.', 'President', 'Mayor', 'minister', 'former', 'spokesman', 'official', 'officials', 'the source', 'police', 'rebels', 'talks', 'election', 'summit', 'war', 'strike',
  'Ada Venn', 'Venn', 'Bo Tarn', 'Tarn', 'Jean-Luc d’Orsay', 'O’Dowd', 'Al-Rashid', 'van der Meer', 'constructor', '__proto__', 'toString', 'France', 'French', 'U.S.', 'US', 'UN', 'NATO', 'Paris', 'Reuters', 'J. K.',
  'Monday', 'yesterday', 'last week', '30 February 2024', '2 March', 'March 2024', '2024', '1 January 0000', '31/12/99999', '99999999999999999999', '3.5', '$1,200', '0',
]
const glued = array(constantFrom<string[]>(...pieces), { minLength: 1, maxLength: 60 }).chain(parts => constantFrom<string[]>(parts.join(''), parts.join(' '), parts.join(' ').repeat(3)))
/** A sentence that the reader does understand, broken somewhere. */
const broken = tuple(constantFrom<string[]>(
  '“The ferry will sail,” Mayor Ada Venn told reporters in Paris on Monday, adding that “it may not”. Governor Bo Tarn accused her of breaking the contract.',
  'Talks end\n\nThe minister, who met rebels in May, reportedly denied that France had attacked the harbour, according to a US official.\n\nHe said: "We did not."',
), array(tuple(constantFrom(...pieces), anyString({ maxLength: 2 })), { maxLength: 6 }), array(constantFrom(0.1, 0.2, 0.33, 0.5, 0.61, 0.8, 0.95), { minLength: 6, maxLength: 6 }))
  .map(([text, parts, places]) => parts.reduce<string>((made, [piece, odd], index) => {
    const at = Math.floor(made.length * places[index]!)
    return `${made.slice(0, at)}${piece}${odd}${made.slice(at)}`
  }, text))
const anything: Arbitrary<string> = oneof(anyString({ maxLength: 200 }), string({ unit: 'grapheme', maxLength: 200 }), array(string({ unit: 'grapheme', maxLength: 8 })).map(words => words.join(' ')), glued, glued, broken, broken)

const reader = theReader()

/** Null where there is nothing to read. */
function read(raw: string): { readonly text: string; readonly reading: Reading } | null {
  try {
    const { text, metadata } = articleOf({ text: raw, publishedOn: '2024-03-06', language: 'en' })
    return { text, reading: reader.read(text, metadata) }
  } catch (error) {
    if (error instanceof OnRecordError && ['EMPTY_TEXT', 'BAD_TEXT'].includes(error.code)) return null
    throw error
  }
}

/** Every span with words in a Reading, however deep. */
function* marksIn(value: unknown): Generator<{ start: number; end: number; text: string }> {
  if (typeof value !== 'object' || value === null) return
  if ('start' in value && 'end' in value && 'text' in value) yield value as { start: number; end: number; text: string }
  for (const part of Object.values(value)) yield* marksIn(part)
}

test('any text gives a Reading that keeps the laws, with marks that slice back', () => {
  assert(property(anything, raw => {
    const found = read(raw)
    if (!found) return
    const { text, reading } = found
    expect(checkReading(reading, text)).toEqual([])
    for (const { start, end, text: words } of marksIn(reading)) expect(text.slice(start, end)).toBe(words)
  }), { numRuns: 500 })
})

test('the same text gives the same Reading, whatever was read in between', () => {
  assert(property(oneof(glued, broken), anything, (one, other) => {
    const first = JSON.stringify(read(one))
    read(other)
    expect(JSON.stringify(read(one))).toBe(first)
  }), { numRuns: 120 })
})

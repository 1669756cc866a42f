import { describe, expect, test } from 'vitest'
import { daysOf, requireDays } from '../src/model/dates.ts'
import { foldName, keyOf, sha256, slugOf } from '../src/model/keys.ts'
import { enterText, isVerbatim } from '../src/model/passage.ts'

describe('passages', () => {
  test('a mark after an emoji slices back, because offsets are UTF-16 code units', () => {
    const text = 'A 👩‍👩‍👧 told Putin'
    const start = text.indexOf('Putin')
    expect(isVerbatim(text, { start, end: start + 5, text: 'Putin' })).toBe(true)
    expect(isVerbatim(text, { start: start - 1, end: start + 4, text: 'Putin' })).toBe(false)
  })

  test('an empty or impossible stretch is never verbatim, though slice forgives it', () => {
    const text = 'some text'
    for (const [start, end] of [[3, 3], [-4, 9], [0, 99], [1.5, 2.5], [NaN, 2]] as const) {
      expect(isVerbatim(text, { start, end, text: text.slice(start, end) })).toBe(false)
    }
  })

  test('a text enters well-formed, with LF, and a NUL is refused with its offset', () => {
    expect(enterText('a\r\nb\rc\uD800')).toBe('a\nb\nc\uFFFD')
    expect(() => enterText('ab\0c')).toThrow(/offset 2/)
  })
})

describe('dates', () => {
  test('a month covers its days, in leap years too', () => {
    expect(daysOf('2016-02')).toEqual({ from: '2016-02-01', to: '2016-02-29' })
    expect(daysOf('2012')).toEqual({ from: '2012-01-01', to: '2012-12-31' })
  })

  test('what is no date of the calendar is refused with the argument named', () => {
    for (const wrong of ['2015-13', '2015-02-29', '2015-1-1', 'Sunday', '2015-11-16T00:00']) {
      expect(daysOf(wrong)).toBeNull()
      expect(() => requireDays(wrong, 'madeOn.from')).toThrow(/madeOn\.from/)
    }
  })
})

describe('keys and slugs', () => {
  test('a slug keeps letters of every script and drops accents of Latin ones', () => {
    expect(slugOf('Sharm el-Sheikh')).toBe('sharm-el-sheikh')
    expect(slugOf('François Hollande')).toBe('francois-hollande')
    expect(slugOf('محمد علي')).toBe('محمد-علي')
    expect(slugOf('Putin’s dacha')).toBe('putins-dacha')
    expect(slugOf('!!!')).toBe('unnamed')
  })

  test('a key tells apart parts that would join to the same text', () => {
    const article = sha256('a')
    expect(keyOf(article, 'a', 'bc')).not.toBe(keyOf(article, 'ab', 'c'))
    expect(keyOf(article, 'a', 1)).toHaveLength(22)
  })

  test('the keys of one article begin alike, those of another otherwise', () => {
    const [one, other] = [sha256('a'), sha256('b')]
    expect(keyOf(one, 'a').slice(0, 8)).toBe(keyOf(one, 'b').slice(0, 8))
    expect(keyOf(one, 'a').slice(0, 8)).not.toBe(keyOf(other, 'a').slice(0, 8))
  })

  test('folding forgets accents, case and punctuation', () => {
    expect(foldName('  Élysée-Palace ')).toBe('elysee palace')
  })
})

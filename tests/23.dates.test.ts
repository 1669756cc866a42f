// Dates in words, resolved against the day of publication. Where not said otherwise, that is Monday 16 November 2015.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parse as parseWithChrono } from 'chrono-node/en'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOf } from '../src/model/dates.ts'
import { isVerbatim } from '../src/model/passage.ts'
import { dateFamilies, datesIn } from '../src/reading/dates.ts'
import { anyString } from './any-character.ts'
import { isLinear } from './linear.ts'

const monday = '2015-11-16'
/** "phrase = startsOn" or "phrase = startsOn/endsOn", in order. */
const found = (text: string, publishedOn: string | null = monday): readonly string[] =>
  datesIn(text, publishedOn ?? undefined).map(({ text: words, startsOn, endsOn }) => `${words} = ${startsOn}${startsOn === endsOn ? '' : `/${endsOn}`}`)

type Case = readonly [text: string, ...expected: string[]]

describe('days', () => {
  const cases: readonly Case[] = [
    ['He was born on 14 March 1962 in Lyon.', '14 March 1962 = 1962-03-14'],
    ['He was born on March 14, 1962, in Lyon.', 'March 14, 1962 = 1962-03-14'],
    ['Signed on the 4th of July, 1976.', '4th of July, 1976 = 1976-07-04'],
    ['The court sat on Tuesday, 3 November 2015.', 'Tuesday, 3 November 2015 = 2015-11-03'],
    ['The court sat on Tues., Nov. 3, 2015.', 'Tues., Nov. 3, 2015 = 2015-11-03'],
    ['TUESDAY, NOVEMBER 3, 2015', 'TUESDAY, NOVEMBER 3, 2015 = 2015-11-03'],
    ['The bridge opened on 2014-03-14.', '2014-03-14 = 2014-03-14'],
    ['Logged at 2014-03-14T12:00Z.', '2014-03-14 = 2014-03-14'],
    ['Filed 14/3/2014 in Rome.', '14/3/2014 = 2014-03-14'],
    ['Filed 3/14/2014 in Boston.', '3/14/2014 = 2014-03-14'],
    ['Filed 14.03.2014 in Bonn.', '14.03.2014 = 2014-03-14'],
    ['Filed 3/3/2014 in Rome.', '3/3/2014 = 2014-03-03'],
    ['Two firms merged on 14 March.', '14 March = 2015-03-14'],
    ['Two firms merged on March 14.', 'March 14 = 2015-03-14'],
    ['Two firms will merge on 14 March.', '14 March = 2016-03-14'],
    ['Two firms will merge on 2 December.', '2 December = 2015-12-02'],
    ['Elections on 20 December', '20 December = 2015-12-20'],
    ['The law passed on Dec. 20.', 'Dec. 20 = 2014-12-20'],
    ['It was decided on 14 March last year.', '14 March last year = 2014-03-14'],
    ['The talks lasted from 14 to 16 March 2014.', 'from 14 to 16 March 2014 = 2014-03-14/2014-03-16'],
    ['The fair was held on March 14-16, 2014.', 'March 14-16, 2014 = 2014-03-14/2014-03-16'],
    ['It rained between 14 and 16 March.', 'between 14 and 16 March = 2015-03-14/2015-03-16'],
    ['the Jan. 1-June 30 period', 'Jan. 1-June 30 = 2015-01-01/2015-06-30'],
    ['He ruled from 14 March 2013 to 3 April 2014.', 'from 14 March 2013 to 3 April 2014 = 2013-03-14/2014-04-03'],
    ['The strike ran from December 28 to January 3, 2014.', 'from December 28 to January 3, 2014 = 2013-12-28/2014-01-03'],
  ]
  test.each(cases)('%s', (text, ...expected) => expect(found(text)).toEqual(expected))
})

describe('months', () => {
  const cases: readonly Case[] = [
    ['It closed in March 2014.', 'March 2014 = 2014-03'],
    ['It closed in Sept. 2014.', 'Sept. 2014 = 2014-09'],
    ['It closed in May 2014.', 'May 2014 = 2014-05'],
    ['It closed in March.', 'March = 2015-03'],
    ['It will close in March.', 'March = 2016-03'],
    ['It was closed in December.', 'December = 2014-12'],
    ['Prices fell in early March.', 'early March = 2015-03'],
    ['Prices fell in mid-June.', 'mid-June = 2015-06'],
    ['Prices fell at the end of August.', 'the end of August = 2015-08'],
    ['Prices fell in March last year.', 'March last year = 2014-03'],
    ['Prices fell last March.', 'last March = 2015-03'],
    ['Prices fell last December.', 'last December = 2014-12'],
    ['A vote is due next March.', 'next March = 2016-03'],
    ['It fell between March and May 2014.', 'between March and May 2014 = 2014-03/2014-05'],
    ['It fell from November to February 2014.', 'from November to February 2014 = 2013-11/2014-02'],
    ['It was shut from May 2013 to June 2014.', 'from May 2013 to June 2014 = 2013-05/2014-06'],
    ['In May Mr Adams left.', 'May = 2015-05'],
    ['It met on the first Monday in October.', 'October = 2015-10'],
    ['The crisis of October passed.', 'October = 2015-10'],
    ['It rained in November.', 'November = 2015-11'],
  ]
  test.each(cases)('%s', (text, ...expected) => expect(found(text)).toEqual(expected))
})

describe('years and more', () => {
  const cases: readonly Case[] = [
    ['They met in 2012.', '2012 = 2012'],
    ['They remembered a 2012 meeting.', '2012 = 2012'],
    ['The 2012 Olympics cost more.', '2012 = 2012'],
    ['Work began in late 2013.', 'late 2013 = 2013'],
    ['Work began at the end of 2013.', 'the end of 2013 = 2013'],
    ['He was president from 2009 to 2013.', 'from 2009 to 2013 = 2009/2013'],
    ['He was president between 2009 and 2013.', 'between 2009 and 2013 = 2009/2013'],
    ['The 1914–1918 war', '1914–1918 = 1914/1918'],
    ['the 2013-14 season', '2013-14 = 2013/2014'],
    ['the 2013/2014 season', '2013/2014 = 2013/2014'],
    ['Tempers rose after the 2012 vote.', '2012 = 2012'],
    ['The factory (2012) stands empty.', '2012 = 2012'],
    ['He won it in 1987, 1990 and 1994.', '1987 = 1987', '1990 = 1990', '1994 = 1994'],
    ['He lived there in the 1990s.', 'the 1990s = 1990/1999'],
    ['He lived there in the early 1990s.', 'the early 1990s = 1990/1999'],
    ['a 19th-century house', '19th-century = 1801/1900'],
    ['Profits fell in Q3 2015.', 'Q3 2015 = 2015-07/2015-09'],
    ['Profits fell in the third quarter of 2015.', 'the third quarter of 2015 = 2015-07/2015-09'],
    ['Profits fell in the first half of 2015.', 'the first half of 2015 = 2015-01/2015-06'],
    ['It was the summer of 1999.', 'the summer of 1999 = 1999-06/1999-08'],
    ['It was the winter of 1999.', 'the winter of 1999 = 1999'],
    ['At war since 2011, it is poor.', 'since 2011 = 2011/2015-11-16'],
  ]
  test.each(cases)('%s', (text, ...expected) => expect(found(text)).toEqual(expected))
})

describe('weekdays', () => {
  const cases: readonly Case[] = [
    ['They met on Sunday.', 'Sunday = 2015-11-15'],
    ['They met Monday.', 'Monday = 2015-11-16'],
    ['They met on Tuesday.', 'Tuesday = 2015-11-10'],
    ['They will meet on Tuesday.', 'Tuesday = 2015-11-17'],
    ['They will meet on Monday afternoon.', 'Monday afternoon = 2015-11-16'],
    ['On Friday, the two will sign it.', 'Friday = 2015-11-20'],
    ['On Friday the minister said he would sign it.', 'Friday = 2015-11-13'],
    ['The two will sign it, the minister said Friday.', 'Friday = 2015-11-13'],
    ['The minister said the two would sign it on Friday.', 'Friday = 2015-11-20'],
    ['The report is expected to be released on Friday.', 'Friday = 2015-11-20'],
    ['Talks resume on Friday.', 'Friday = 2015-11-20'],
    ['He’ll sign it on Friday.', 'Friday = 2015-11-20'],
    ['They agreed to meet on Friday.', 'Friday = 2015-11-20'],
    ['They met to discuss fish on Friday.', 'Friday = 2015-11-13'],
    ['Ministers to vote on fish on Friday', 'Friday = 2015-11-20'],
    ['A man was shot by Mr. Adams on Friday.', 'Friday = 2015-11-13'],
    ['She left last Tuesday.', 'last Tuesday = 2015-11-10'],
    ['She leaves next Tuesday.', 'next Tuesday = 2015-11-24'],
    ['She leaves next Monday.', 'next Monday = 2015-11-23'],
    ['It rained late Thursday night.', 'late Thursday night = 2015-11-12'],
    ['It opened on Tuesday last week.', 'Tuesday last week = 2015-11-10'],
    ['It opened on Monday last year.', 'Monday last year = 2014'],
    ['It opened on a Monday morning, on Monday last month.', 'Monday last month = 2015-10'],
    ['Shops were shut between Monday and Friday.', 'between Monday and Friday = 2015-11-09/2015-11-13'],
    ['Shops will be shut from Wednesday to Friday.', 'from Wednesday to Friday = 2015-11-18/2015-11-20'],
    ['It was Sunday’s second goal.', 'Sunday = 2015-11-15'],
    ['He has been missing since Friday.', 'since Friday = 2015-11-13/2015-11-16'],
    ['The mood after the Sunday talks', 'Sunday = 2015-11-15'],
    ['The mood after Sunday’s talks', 'Sunday = 2015-11-15'],
  ]
  test.each(cases)('%s', (text, ...expected) => expect(found(text)).toEqual(expected))
})

describe('told from the publication', () => {
  const cases: readonly Case[] = [
    ['Before today’s meeting', 'today = 2015-11-16'],
    ['It snowed yesterday morning.', 'yesterday morning = 2015-11-15'],
    ['It snowed the day before yesterday.', 'the day before yesterday = 2015-11-14'],
    ['It may snow the day after tomorrow.', 'the day after tomorrow = 2015-11-18'],
    ['It snowed last night.', 'last night = 2015-11-15'],
    ['It snowed last week.', 'last week = 2015-11-09/2015-11-15'],
    ['It may snow next week.', 'next week = 2015-11-23/2015-11-29'],
    ['It snowed last weekend.', 'last weekend = 2015-11-14/2015-11-15'],
    ['It snowed over the weekend.', 'the weekend = 2015-11-14/2015-11-15'],
    ['It snowed last month.', 'last month = 2015-10'],
    ['It snowed earlier this month.', 'earlier this month = 2015-11'],
    ['It snowed late last year.', 'late last year = 2014'],
    ['It will snow this year.', 'this year = 2015'],
    ['It snowed last summer.', 'last summer = 2015-06/2015-08'],
    ['It snowed last winter.', 'last winter = 2014-12/2015-02'],
    ['It snowed this spring.', 'this spring = 2015-03/2015-05'],
    ['It may snow next autumn.', 'next autumn = 2016-09/2016-11'],
    ['It snowed ten days ago.', 'ten days ago = 2015-11-06'],
    ['It snowed two weeks ago.', 'two weeks ago = 2015-11-02/2015-11-08'],
    ['It snowed 3 months ago.', '3 months ago = 2015-08'],
    ['It snowed a year ago.', 'a year ago = 2014'],
    ['It may snow three days from now.', 'three days from now = 2015-11-19'],
    ['Prices doubled in the past year.', 'the past year = 2014/2015'],
    ['Prices doubled over the last six months.', 'the last six months = 2015-05/2015-11'],
    ['Prices may double over the next two years.', 'the next two years = 2015/2017'],
  ]
  test.each(cases)('%s', (text, ...expected) => expect(found(text)).toEqual(expected))

  test('earlier this week ends, and later this week begins, with the day of publication', () => {
    expect(found('He fell earlier this week.', '2015-11-18')).toEqual(['earlier this week = 2015-11-16/2015-11-18'])
    expect(found('He will rest later this week.', '2015-11-18')).toEqual(['later this week = 2015-11-18/2015-11-22'])
  })

  test('the last day of a month has a month before it and a month after it', () => {
    expect(found('He fell last month.', '2015-03-31')).toEqual(['last month = 2015-02'])
    expect(found('He will rest next month.', '2015-01-31')).toEqual(['next month = 2015-02'])
  })
})

describe('what is no date', () => {
  const cases = [
    'Mr March spoke.', 'Theresa May spoke.', 'They lost confidence in May.', 'a spokesman for May', 'in May’s cabinet', 'on May Day', 'during May Day', 'the Sept. 11 attacks', 'on the last Friday of the month', 'He may march.', 'MPs may vote. May I?', 'March on, they sang.', 'The Sun said so.', 'Jan spoke.',
    'a second later', 'He is now here.', 'at 5 pm', 'at 17:30', 'World War II', 'in 2000 homes', 'in 2000 small homes', 'of 1800 people', '2,012 died', '1 in 2000', 'in 2012.5',
    'Windows 2000', 'three years earlier', 'two days later', 'several weeks ago', 'about a year ago', 'two and a half years ago', 'a few days ago', 'decades ago', 'an hour ago',
    'on Mondays', 'every Monday', 'Black Friday', 'the Sunday Times', 'the Mail on Sunday', 'on a Tuesday', 'the following Tuesday', 'Filed 3/4/2014.', 'Filed 14/3/14.', '9/11', '24/7',
    'on 31 February 2014', 'on 2014-13-01', 'March 20 percent', 'in the 1900s', 'in recent years', 'the next day', 'the last week of the war', 'before 2010', 'until Friday',
    'USA Today', 'call 020 2012 2015', '12014 March', 'from 2013 to 2009', 'The last decade', '$2012', 'A2012',
  ]
  test.each(cases)('%s', text => expect(found(text)).toEqual([]))
})

describe('the day of publication', () => {
  test('a phrase is resolved only where the publication is known well enough', () => {
    const text = 'It fell on Friday, yesterday, last week, last month, last year, two weeks ago, in March, on 14 March, on 14 March 2014.'
    expect(found(text, null)).toEqual(['14 March 2014 = 2014-03-14'])
    expect(found(text, '2015')).toEqual(['last year = 2014', '14 March 2014 = 2014-03-14'])
    expect(found(text, '2015-11')).toEqual(['last month = 2015-10', 'last year = 2014', 'March = 2015-03', '14 March = 2015-03-14', '14 March 2014 = 2014-03-14'])
    expect(found(text, 'last Tuesday')).toEqual(['14 March 2014 = 2014-03-14'])
  })

  test('the calendar ends without an error', () => {
    expect(found('last year, yesterday, last week', '0000-01-01')).toEqual([])
    expect(found('next year, tomorrow, next month', '9999-12-31')).toEqual([])
  })

  test('a guess is less sure than what a verb tells, and that less than a written year', () => {
    const sure = (text: string) => datesIn(text, monday)[0]!.confidence
    expect(sure('Since then, 14 March')).toBeLessThan(sure('They met on 14 March'))
    expect(sure('They met on 14 March')).toBeLessThan(sure('They met on 14 March 2015'))
    expect(sure('Friday')).toBeLessThan(sure('They met on Friday'))
  })
})

test('the seed article has its five dates', () => {
  const text = readFileSync(new URL('../seed/articles/000_0ad0541db14e78fc.txt', import.meta.url), 'utf8')
  expect(found(text)).toEqual(['Sunday = 2015-11-15', 'today = 2015-11-16', '2012 = 2012', 'Monday afternoon = 2015-11-16', 'last month = 2015-10'])
  expect(datesIn(text, monday).map(phrase => phrase.start)).toEqual([248, 1249, 2268, 2529, 2838])
})

test('docs/reading.md names every rule for dates, and no other', () => {
  const docs = readFileSync(new URL('../docs/reading.md', import.meta.url), 'utf8')
  const documented = [...docs.matchAll(/^\| `(DATE-[A-Z-]+)`/gm)].map(match => match[1]!)
  const ours = new Set([...dateFamilies.flatMap(family => family.rules.map(rule => rule.id)), 'DATE-SINCE'])
  expect(documented.sort()).toEqual([...ours].sort())
})

test('the time zone of the machine does not matter, not even where it skipped a day', () => {
  const program = `
    const { datesIn } = await import(${JSON.stringify(new URL('../src/reading/dates.ts', import.meta.url).href)})
    const text = 'They met yesterday, two days ago, on Friday, last week, on 30 December, last month; they will meet tomorrow.'
    console.log(JSON.stringify(['2011-12-31', '2012-01-01', '2015-03-29'].map(day => datesIn(text, day))))`
  const inZone = (zone: string) => execFileSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, TZ: zone }, encoding: 'utf8' })
  const [utc, apia, newYork] = ['UTC', 'Pacific/Apia', 'America/New_York'].map(inZone)
  expect(utc).toContain('"startsOn":"2011-12-30"')
  expect(apia).toBe(utc)
  expect(newYork).toBe(utc)
})

describe('any text', () => {
  const words = ['Monday', 'March', 'May', 'last', 'next', 'this', 'week', 'year', 'ago', 'two', 'in', 'from', 'to', 'between', 'and', '2012', '14', '1990s', 'of', 'the', 'since', '-', '/', ',', '.', 'will', 'met', '😀', '\n', 'summer', 'Q3', '\uD800']
  const anyText = fc.oneof(anyString(), fc.array(fc.constantFrom(...words), { maxLength: 60 }).map(some => some.join(' ')), fc.array(fc.constantFrom(...words), { maxLength: 60 }).map(some => some.join('')))
  const anyDay = fc.option(fc.oneof(fc.constantFrom('2015', '2015-11', '2016-02-29', 'no date', '0000-01-01', '9999-12-31'), fc.date({ noInvalidDate: true }).map(date => date.toISOString().slice(0, 10))), { nil: undefined })

  test('phrases are verbatim, in order, apart, and of the calendar', () => {
    fc.assert(fc.property(anyText, anyDay, (text, publishedOn) => {
      let last = 0
      for (const phrase of datesIn(text, publishedOn)) {
        expect(isVerbatim(text, phrase)).toBe(true)
        expect(phrase.start).toBeGreaterThanOrEqual(last)
        last = phrase.end
        const [from, to] = [daysOf(phrase.startsOn), daysOf(phrase.endsOn)]
        expect(from!.from <= to!.to).toBe(true)
        expect(phrase.confidence).toBeGreaterThan(0)
        expect(phrase.confidence).toBeLessThanOrEqual(1)
      }
    }), { numRuns: 1000 })
  })

  test('a day written in full is the same day to chrono', () => {
    const reference = { instant: new Date('2015-11-16T12:00:00Z'), timezone: 0 }
    const styles = [{ day: 'numeric', month: 'long', year: 'numeric' }, { day: 'numeric', month: 'short', year: 'numeric' }, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }] as const
    const anyDate = fc.date({ min: new Date('1700-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    fc.assert(fc.property(anyDate, fc.constantFrom('en-GB', 'en-US'), fc.constantFrom(...styles), (date, language, style) => {
      const text = `They met on ${date.toLocaleDateString(language, { ...style, timeZone: 'UTC' })} in Rome.`
      const [theirs] = parseWithChrono(text, reference)
      const parts = (['year', 'month', 'day'] as const).map(part => String(theirs!.start.get(part)).padStart(2, '0'))
      expect(datesIn(text, undefined).map(phrase => phrase.startsOn)).toEqual([parts.join('-')])
    }))
  })

  test('time grows with the length of the text, whatever is repeated', () => {
    const nasty = ['1/1/', 'Monday ', 'March ', 'in in ', '1', '2014-', 'Mar 1 ', '14 March to ', 'between Monday and ', 'two and a half ', 'the end of ', ' ', '\n', 'last ', 'said ']
    const slow = nasty.filter(piece => !isLinear(length => datesIn(piece.repeat(length / piece.length), monday), 20_000))
    expect(slow).toEqual([])
  })
})

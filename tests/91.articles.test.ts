// Golden articles: what a person takes from a text beside what the reader makes of it. `npx vitest run tests/91 -t <phenomenon>` runs one.
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { complaints, goldenOf, loadGolden, phenomena, readGolden } from './golden.ts'

const all = phenomena().map(phenomenon => ({ phenomenon, golden: loadGolden(phenomenon) }))

describe('a golden article is read as a person reads it', () => {
  test.each(all)('$phenomenon', ({ golden }) => {
    const read = readGolden(golden)
    expect(checkReading(read.reading, read.text)).toEqual([])
    const wrong = complaints(read, golden.expectations)
    expect.soft(wrong, `\n${wrong.map(line => `  – ${line}`).join('\n')}\n`).toEqual([])
  })
})

test('at most 15 % of all expectations are known to be missed, and no article is all misses', () => {
  const expectations = all.flatMap(({ golden }) => golden.expectations)
  const known = expectations.filter(expectation => expectation.known !== undefined)
  console.log(`${all.length} articles, ${expectations.length} expectations, ${known.length} known to be missed`)
  expect(known.length / expectations.length).toBeLessThanOrEqual(0.15)
  expect(all.filter(({ golden }) => golden.expectations.every(({ known }) => known !== undefined)).map(({ phenomenon }) => phenomenon)).toEqual([])
})

describe('an expectation can fail', () => {
  const text = 'The road will open in May, Ann Reed told Tom Hale. She thanked France.\n\nHale praised the so-called “plan”.'
  const judged = 'Made up to see each kind of expectation fail, and hold, once.'
  const wrongIn = (sections: object): readonly string[] => {
    const golden = goldenOf(text, { judged, metadata: { title: 'A title', publishedOn: '2024-03-14' }, ...sections })
    return complaints(readGolden(golden), golden.expectations)
  }
  const road = { content: 'The road will open in May' }

  test.each([
    ['statements', { ...road, speakers: ['Ann Reed'], cue: 'told', addressees: ['Tom Hale'], kind: 'INDIRECT', act: 'SAY' }, { ...road, speakers: ['Tom Hale'] }],
    ['statements', { ...road, addressees: ['Tom Hale'] }, { ...road, addressees: [] }],
    ['statements', { ...road, inside: null }, { ...road, inside: 'France' }],
    ['statements', road, { content: 'The road will open' }],
    ['notStatements', 'plan', 'The road will open in May'],
    ['entities', { name: 'Ann Reed', kind: 'PERSON', mentions: ['[She] thanked'] }, { name: 'Tom Hale', mentions: ['[She] thanked'] }],
    ['entities', { name: 'Tom Hale', mentions: ['Hale'], notMentions: ['[She] thanked'] }, { name: 'Ann Reed', notMentions: ['[She] thanked'] }],
    ['entities', { name: 'France', kind: 'COUNTRY' }, { name: 'France', kind: 'PLACE' }],
    ['notEntities', 'Road', 'France'],
    ['apart', ['Ann Reed', '[Hale] praised'], ['Tom Hale', '[Hale] praised']],
    ['relationships', { subject: 'Ann Reed', type: 'SUPPORT', object: 'France', voice: 'ARTICLE' }, { subject: 'Ann Reed', type: 'SUPPORT', object: 'France', voice: 'CLAIMED' }],
    ['notRelationships', { subject: 'France', type: 'SUPPORT' }, { subject: 'Ann Reed', type: 'SUPPORT' }],
    ['notRelationships', { subject: 'Tom Hale', type: 'ASSAULT' }, { subject: 'Nobody At All', type: 'ASSAULT' }],
    ['statementCount', { is: 3 }, { is: 2 }],
  ])('%s: %o, and not %o', (section, right, wrong) => {
    expect(wrongIn({ [section]: [right] })).toEqual([])
    expect(wrongIn({ [section]: [wrong] })).toHaveLength(1)
  })

  test('what is known to be missed must be missed', () => {
    expect(wrongIn({ statements: [{ ...road, speakers: ['Tom Hale'], known: 'somebody else is the subject' }] })).toEqual([])
    expect(wrongIn({ statements: [{ ...road, speakers: ['Ann Reed'], known: 'the subject stands before' }] })[0]).toContain('remove "known"')
  })

  test('what could never hold or never fail is refused', () => {
    expect(() => wrongIn({ statement: [road] })).toThrow('"statement" is no section')
    expect(() => wrongIn({ statements: [{ ...road, speaker: ['Ann Reed'] }] })).toThrow('"speaker" is no key')
    expect(() => wrongIn({ statements: [{ content: 'words that are not there' }] })).toThrow('does not stand in the article')
    expect(() => wrongIn({ entities: [{ name: 'Ann Reed', mentions: ['[She] left'] }] })).toThrow('does not stand in the article')
    expect(() => wrongIn({ apart: [['[Hale]', 'Ann Reed']] })).toThrow('stands')
    expect(() => goldenOf(text, { statements: [road] })).toThrow('"judged"')
  })
})

// Interviews with letters for names, datelines and headlines with a colon: whose words stand behind it.
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { theReader } from '../src/reader.ts'

const reader = theReader()

/** "Ann Reed: It never paid me.", and "Dan Hale → Omar Roe (CLAIMED)" for what is told of deeds. */
function told(text: string): readonly string[] {
  const reading = reader.read(text, { title: text.split('\n')[0] ?? '', publishedOn: '2024-03-13', language: 'en', supplied: ['publishedOn'] })
  expect(checkReading(reading, text)).toEqual([])
  const nameOf = (ref: string | undefined): string => reading.entities.find(entity => entity.ref === ref)?.name ?? '-'
  return [
    ...reading.statements.map(({ speakers, content }) => `${speakers.map(nameOf).join(', ') || 'nobody'}: ${content.map(({ text: words }) => words).join(' … ')}`),
    ...reading.relationships.filter(({ type }) => type === 'ASSAULT').map(({ subject, object, voice }) => `${nameOf(subject)} → ${nameOf(object)} (${voice})`),
  ]
}

describe('answers', () => {
  const turns = 'Q: Who killed Omar Roe?\n\nA: Dan Hale killed Omar Roe.\n\nQ: Are you sure?\n\nA: I am. Everybody is.'

  test('of whoever is interviewed, all of the paragraph, and nothing of it a fact', () => {
    expect(told(`An evening in Harl\n\nAnn Reed succeeded Lena Voss. We spoke to Ann Reed in Harl.\n\n${turns}`)).toEqual(['Ann Reed: Dan Hale killed Omar Roe', 'Ann Reed: I am. Everybody is', 'Dan Hale → Omar Roe (CLAIMED)'])
  })

  test('of the one person named before', () => {
    expect(told(`Harl’s mayor\n\nAnn Reed is the mayor of Harl.\n\n${turns}`)[1]).toBe('Ann Reed: I am. Everybody is')
  })

  test('of who speaks to the paper, and not of who asks', () => {
    for (const who of ['She', 'Ann Reed', 'Ms Reed']) expect(told(`An evening in Harl\n\nAnn Reed is the mayor of Harl. ${who} spoke to Star editor Lena Voss.\n\n${turns}`)[1]).toBe('Ann Reed: I am. Everybody is')
  })

  test('of nobody, where several are named and none is called interviewed', () => {
    expect(told(`An evening in Harl\n\nAnn Reed succeeded Lena Voss.\n\n${turns}`)[1]).toBe('nobody: I am. Everybody is')
  })

  test('not without a question', () => {
    expect(told('An evening in Harl\n\nAnn Reed lives in Harl.\n\nA: the first answer is right.')).toEqual([])
  })
})

describe('a colon behind a place', () => {
  test.each([
    ['NEW DELHI: The session ended on Wednesday.', []],
    ['New Delhi: Ann Reed said the session had ended.', ['Ann Reed: the session had ended']],
    ['MUMBAI, March 3: The session ended on Wednesday.', []],
    ['Dan Hale slept.\n\nHALE: I never said so.', ['Dan Hale: I never said so']],
  ])('%s', (text, expected) => {
    expect(told(`The session\n\n${text}`)).toEqual(expected)
  })

  test('a headline with a subject is nobody’s word', () => {
    expect(told('Kelt and Ostland: how an old quarrel ended\n\nIt rained.')).toEqual([])
    for (const against of ['v.', 'v', 'vs', 'versus']) expect(told(`It was in Roe ${against} Wade: the court erred.`)).toEqual([])
    expect(told('Roe v. Wade: the court erred.')).toEqual([])
  })
})

// Words that reach us through another: whoever is quoted speaks, whoever quotes is who they are known through, and in a fake nobody speaks.
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { theReader } from '../src/reader.ts'

const reader = theReader()

/** "Lena Voss | saying | inside quoted by Harl Star", the innermost statement around the killing; then whose word the killing is. */
function relayed(text: string): readonly string[] {
  const whole = `News item\n\nOmar Reed, Dana Hale and Lena Voss live in Harl. The Harl Star is a newspaper.\n\n${text}\n`
  const reading = reader.read(whole, { title: 'News item', publishedOn: '2024-03-13', language: 'en', supplied: ['publishedOn'] })
  expect(checkReading(reading, whole)).toEqual([])
  const namesOf = (refs: readonly string[]): string => refs.map(ref => reading.entities.find(entity => entity.ref === ref)?.name).join(', ') || 'nobody'
  const byRef = new Map(reading.statements.map(statement => [statement.ref, statement]))
  return reading.relationships.filter(({ type }) => type === 'ASSAULT').map(({ statement, modality }) => {
    const chain: string[] = []
    for (let one = byRef.get(statement ?? ''); one; one = byRef.get(one.reportedIn ?? '')) chain.push(`${namesOf(one.speakers)} ${one.cue?.text}`)
    return [...chain, ...(modality === 'ACTUAL' ? [] : [modality])].join(' < ')
  })
}

describe('quoted as saying', () => {
  test.each([
    ['The Harl Star quoted Lena Voss as saying that Omar Reed killed Dana Hale.', ['Lena Voss saying < Harl Star quoted']],
    ['The Harl Star quoted Lena Voss, a judge, as saying that Omar Reed killed Dana Hale.', ['Lena Voss saying < Harl Star quoted']],
    ['The Harl Star cited one of the judges as saying that Omar Reed killed Dana Hale.', ['One of the judges saying < Harl Star cited']],
    ['The Harl Star quoted Lena Voss as saying, “Omar Reed killed Dana Hale.”', ['Lena Voss saying < Harl Star quoted']],
    ['“Omar Reed killed Dana Hale,” the Harl Star quoted Lena Voss as saying.', ['Lena Voss saying < Harl Star quoted']],
    ['Omar Reed killed Dana Hale, the Harl Star quoted Lena Voss as saying on Monday.', ['Lena Voss saying < Harl Star quoted']],
    ['Lena Voss was quoted by the Harl Star as saying that Omar Reed killed Dana Hale.', ['Lena Voss saying < Harl Star quoted']],
    ['Lena Voss was quoted as saying that Omar Reed killed Dana Hale.', ['Lena Voss saying < nobody was quoted']],
    ['“Omar Reed killed Dana Hale,” Lena Voss was quoted as saying.', ['Lena Voss was quoted']],
    ['The Harl Star cited Lena Voss saying that Omar Reed killed Dana Hale.', ['Lena Voss saying < Harl Star cited']],
    ['The Harl Star misquoted Lena Voss as saying that Omar Reed killed Dana Hale.', []],
    ['Lena Voss was misquoted as saying that Omar Reed killed Dana Hale.', []],
    ['Lena Voss denied having been quoted as saying that Omar Reed killed Dana Hale.', []],
    ['Lena Voss denied being quoted as saying that Omar Reed killed Dana Hale.', []],
  ])('%s', (text, expected) => {
    expect(relayed(text)).toEqual(expected)
  })
})

describe('a fake, in which nobody says or does what is shown', () => {
  test.each([
    ['A fake video shows Lena Voss saying that Omar Reed killed Dana Hale.', ['Fake video saying']],
    ['An AI-generated video shows Lena Voss saying that Omar Reed killed Dana Hale.', ['AI-generated video saying']],
    ['A bogus quotation has Lena Voss saying “Omar Reed killed Dana Hale”.', ['Bogus quotation saying']],
    ['A fabricated recording of Lena Voss saying that Omar Reed killed Dana Hale was shared.', ['Fabricated recording saying']],
    ['A hoax post quoted Lena Voss as saying that Omar Reed killed Dana Hale.', ['Hoax post saying < Hoax post quoted']],
    ['“Omar Reed killed Dana Hale,” Lena Voss says in a doctored video.', ['Doctored video says']],
    ['A forged letter from Lena Voss said that Omar Reed killed Dana Hale.', ['Forged letter said']],
    ['A spoof account of Lena Voss tweeted that Omar Reed killed Dana Hale.', ['Spoof account tweeted']],
    ['In a doctored video, Lena Voss says that Omar Reed killed Dana Hale.', []],
    ['The video in which Lena Voss says that Omar Reed killed Dana Hale was doctored.', []],
    ['An image, which was doctored, shows Omar Reed killing Dana Hale.', []],
    ['A video, which experts say is a deepfake, shows Lena Voss saying that Omar Reed killed Dana Hale.', ['Video saying']],
    ['“Omar Reed killed Dana Hale,” a fake Lena Voss said.', ['nobody said']],
    ['In the film, Lena Voss says that Omar Reed killed Dana Hale.', []],
    ['Lena Voss says in the novel that Omar Reed killed Dana Hale.', ['Novel says']],
    ['A fake photo shows Omar Reed killing Dana Hale.', []],
    ['After a fake video was shared, Lena Voss said that Omar Reed killed Dana Hale.', ['Lena Voss said']],
    ['Lena Voss said that a fake video was shared. She said that Omar Reed killed Dana Hale.', ['Lena Voss said']],
    ['A video shows Lena Voss saying that Omar Reed killed Dana Hale.', ['Lena Voss saying']],
    ['An image, which was not doctored, shows Lena Voss saying that Omar Reed killed Dana Hale.', ['Lena Voss saying']],
  ])('%s', (text, expected) => {
    expect(relayed(text)).toEqual(expected)
  })
})

describe('heard of', () => {
  test.each([
    ['Lena Voss was heard saying that Omar Reed killed Dana Hale.', ['Lena Voss saying < nobody was heard']],
    ['Lena Voss was heard to say that Omar Reed killed Dana Hale.', ['Lena Voss to say < nobody was heard']],
    ['Lena Voss is reported to have said that Omar Reed killed Dana Hale.', ['Lena Voss to have said < nobody is reported']],
    ['Lena Voss is alleged to have said that Omar Reed killed Dana Hale.', ['Lena Voss to have said < nobody is alleged']],
  ])('%s', (text, expected) => {
    expect(relayed(text)).toEqual(expected)
  })
})

describe('what somebody is said to have done', () => {
  test.each([
    ['Omar Reed is said to have killed Dana Hale.', ['nobody is said']],
    ['Omar Reed is alleged to have killed Dana Hale.', ['nobody is alleged']],
    ['Dana Hale is believed to have been killed by Omar Reed.', ['nobody is believed']],
    ['Omar Reed seems to have killed Dana Hale.', ['nobody seems < POSSIBLE']],
    ['Omar Reed is not believed to have killed Dana Hale.', []],
    ['Omar Reed is proud to have killed Dana Hale.', []],
  ])('%s', (text, expected) => {
    expect(relayed(text)).toEqual(expected)
  })
})

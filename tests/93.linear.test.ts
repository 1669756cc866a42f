// Time grows with the length of the text, whatever is repeated in it.
import { setFlagsFromString } from 'node:v8'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theReader } from '../src/reader.ts'
import { isLinear } from './linear.ts'

// As `onrecord read` has it (src/memory.ts): to compile once more takes longer than it saves.
beforeAll(() => { setFlagsFromString('--no-turbofan') })
afterAll(() => { setFlagsFromString('--turbofan') })

/** What is repeated, or a text of some length. */
const pieces: readonly (readonly [string, string | ((length: number) => string)])[] = [
  ['marks that open', '“'],
  ['straight marks', '"'],
  ['single marks', "'"],
  ['brackets', '('],
  ['verbs that share a subject', 'ADJ and armed Kelt '],
  ['quotations in quotations', '“a ‘b '],
  ['paragraphs that open a quotation', '“a\n\n'],
  ['a colon and a mark, never closed', 'he said: “'],
  ['titles', 'Mr. '],
  ['sayings of sayings', 'he said that she said that '],
  ['short quotations', '“Go,” Hale said. '],
  ['quotations with an apposition', '“We go on,” said Ann Reed, a lawyer. '],
  ['names', 'Ann Reed '],
  ['a list of names', 'Ann Reed, '],
  ['names and names', 'Ann Reed and Tom Hale and '],
  ['many of one surname', family],
  ['pronouns', 'He said he knew she knew him. '],
  ['relative clauses', 'the man who said which '],
  ['passives', 'agreed by the leaders '],
  ['firsts', 'She was the first woman to lead Kelt. '],
  ['one of many firsts', 'the first woman to lead '],
  ['offices', 'Ann Reed was elected president of Norway in 2014, '],
  ['the Supreme Court', 'the Supreme Court in Oslo, '],
  ['heads of heads', 'head of the '],
  ['deeds', 'Russia bombed Syria. '],
  ['a sentence of news', 'The prime minister of Norway accused Russia of bombing a hospital in Syria on Monday. '],
  ['dates', 'on Monday '],
  ['capitals', 'HALE '],
  ['owners', 'Hale’s '],
  ['emoji', '👩‍👩‍👧 '],
  ['lines', 'Reed: no\n'],
  ['commas', ', '],
  ['one endless word', 'a-'],
]

/** Everybody is called Hale, and spoken of by that name. */
function family(length: number): string {
  let text = ''
  for (let number = 0; text.length < length; number++) text += `Ann${number.toString(26).replace(/\d/g, digit => 'qrstuvwxyz'.charAt(Number(digit)))} Hale came. Hale left. `
  return text
}

test.each(pieces)('%s', (_, piece) => {
  const read = (length: number): void => {
    const text = typeof piece === 'string' ? piece.repeat(Math.ceil(length / piece.length)).slice(0, length).toWellFormed() : piece(length)
    theReader().read(text, { title: 'A title', language: 'en', publishedOn: '2016-08-01', supplied: [] })
  }
  expect(isLinear(read, 10_000)).toBe(true)
})

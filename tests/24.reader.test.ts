// The reader's first passes: words, sentences, quotations, phrases.
import { expect, test, vi } from 'vitest'
import model from 'wink-eng-lite-web-model'
import { knowledge } from '../src/knowledge.ts'
import { checkReading } from '../src/model/check-reading.ts'
import type { Reading } from '../src/model/reading.ts'
import { beginDraft, type Draft } from '../src/reading/draft.ts'
import { findSentences } from '../src/reading/passes/01-sentences.ts'
import { findQuotations } from '../src/reading/passes/02-quotations.ts'
import { findPhrases } from '../src/reading/passes/03-phrases.ts'
import { theReader } from '../src/reader.ts'
import { isInDictionary, tagsOf } from '../src/reading/tagger.ts'

const metadata = { title: 'A title', language: 'en', supplied: [] }

function draftOf(text: string): Draft {
  const draft = beginDraft(text, metadata, knowledge)
  findSentences(draft)
  findQuotations(draft)
  findPhrases(draft)
  return draft
}

const sentences = (text: string): readonly string[] => draftOf(text).sentences.map(({ start, end }) => text.slice(start, end))
const quotations = (text: string): readonly string[] => draftOf(text).quotations.map(({ inner }) => text.slice(inner.start, inner.end))
const phrases = (text: string): readonly string[] => {
  const { tokens, nounPhrases } = draftOf(text)
  return nounPhrases.map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end))
}

test('a sentence ends where it ends', () => {
  expect(sentences('Mr. Hale met Sen. Ortiz in the U.S. on Monday. He left at 5 p.m. and returned.')).toEqual(['Mr. Hale met Sen. Ortiz in the U.S. on Monday.', 'He left at 5 p.m. and returned.'])
  expect(sentences('She works in the U.S. The firm does not.')).toEqual(['She works in the U.S.', 'The firm does not.'])
  expect(sentences('“Will he go?” Ms Reed asked. “Never!” He left.')).toEqual(['“Will he go?” Ms Reed asked.', '“Never!”', 'He left.'])
  expect(sentences('“We won. We go on,” he said. “Good.” So it ended.')).toEqual(['“We won.', 'We go on,” he said.', '“Good.”', 'So it ended.'])
  expect(sentences('GDANSK, 6 February 2012 (NCN) – The harbour froze.')).toEqual(['GDANSK, 6 February 2012 (NCN) –', 'The harbour froze.'])
  expect(sentences('GDANSK, Poland (Coast News) - “It froze,” he said.')).toEqual(['GDANSK, Poland (Coast News) -', '“It froze,” he said.'])
  expect(sentences('GDANSK — The harbour froze.')).toEqual(['GDANSK —', 'The harbour froze.'])
  expect(sentences('The harbour (HRB) – The largest of all – froze.')).toHaveLength(1)
  expect(sentences('NATO — the alliance — met.')).toHaveLength(1)
  expect(sentences('Harl beat Kelt 2 – 1 on Sunday.')).toHaveLength(1)
  expect(sentences('One line without a stop\nAnother line')).toEqual(['One line without a stop', 'Another line'])
  expect(sentences('Prices rose 3.5 percent to $1,200.50, J. K. Dean said.')).toHaveLength(1)
})

test('a line break inside a wrapped paragraph ends nothing', () => {
  const text = [
    'The ministers who came to the harbour town on Thursday had much',
    'to say about the price of fish and little about anything else,',
    'which did not surprise those who had waited for them since six',
    'in the morning. The talks ended without a common statement and',
    'without a photograph.',
  ].join('\n')
  expect(sentences(text)).toHaveLength(2)
})

test('quotations: curly, straight, single, nested, unclosed and over paragraphs', () => {
  expect(quotations('“One,” he said, “and two.”')).toEqual(['One,', 'and two.'])
  expect(quotations('"One," he said, "and two."')).toEqual(['One,', 'and two.'])
  expect(quotations("'One,' he said. The leaders' summit isn't over.")).toEqual(['One,'])
  expect(quotations('“He told me ‘never’ and went,” she said.')).toEqual(['He told me ‘never’ and went,', 'never'])
  const draft = draftOf('“First paragraph.\n\n“Second paragraph,” he said.\n“Another.”')
  expect(draft.quotations.map(({ continues, closed }) => [continues, closed])).toEqual([[0, false], [0, true], [2, true]])
})

test('noun phrases', () => {
  expect(phrases('The Russian president told Mr Cameron that his closest allies had left the devastated city.')).toEqual([
    'The Russian president', 'Mr Cameron', 'his closest allies', 'the devastated city',
  ])
  expect(phrases('Obama’s two senior aides met her.')).toEqual(['Obama’s two senior aides', 'her'])
  expect(phrases('On Tuesday morning Mr Hale met the Sunday Times.')).toEqual(['Tuesday morning', 'Mr Hale', 'the Sunday Times'])
  expect(phrases('Last week Ann Reed left.')).toEqual(['Last week', 'Ann Reed'])
  expect(phrases('A Russian general told farmers that the firm will close its plant.')).toEqual(['A Russian general', 'farmers', 'the firm', 'its plant'])
})

test('verbs with their helpers', () => {
  const text = 'The plan may not have been approved. She refused to comment. He said it, and they will go.'
  const { tokens, verbGroups } = draftOf(text)
  expect(verbGroups.map(({ from, to, passive, negated, form, modal }) => [text.slice(tokens[from]?.start, tokens[to - 1]?.end), passive, negated, form, modal])).toEqual([
    ['may not have been approved', true, true, 'finite', 'may'],
    ['refused', false, false, 'finite', undefined],
    ['to comment', false, false, 'infinitive', undefined],
    ['said', false, false, 'finite', undefined],
    ['will go', false, false, 'finite', 'will'],
  ])
})

test('whatever is read, the Reading keeps the laws', () => {
  for (const text of ['', ' ', '\n\n', '"', '“', "'", '’', '. . .', 'a', '\u{FEFF}A.', 'É́ ñ', '👩‍👩‍👧 said “hi”', `${'“'.repeat(500)}x`, 'U.S.', 'x'.repeat(5000)]) {
    expect(checkReading(theReader().read(text, metadata), text), JSON.stringify(text.slice(0, 20))).toEqual([])
  }
})

test('what nobody sees parts no word, and marks count it', () => {
  const plain = 'The government said taxes would rise. “We have no money,” Prime Minister Ann Reed told reporters in Harl.'
  const hyphened = plain.replaceAll(/(?<=[a-z]{3})(?=[a-z]{3})/gu, '\u00AD').replace('Harl', '\uFEFFHa\u200Brl\u2060')
  const [reading, expected] = [hyphened, plain].map(text => theReader().read(text, metadata)) as [Reading, Reading]
  expect(checkReading(reading, hyphened)).toEqual([])
  expect(reading.entities.map(({ name }) => name)).toEqual(expected.entities.map(({ name }) => name))
  expect(reading.statements).toHaveLength(2)
  const unhyphened = (value: unknown): string => JSON.stringify(value).replaceAll(/[\u00AD\u200B\u2060\uFEFF]|"(?:start|end)":\d+/gu, '')
  expect(unhyphened([reading.statements, reading.mentions, reading.sentences])).toEqual(unhyphened([expected.statements, expected.mentions, expected.sentences]))
  expect(theReader().read('\u00AD\u200B', metadata).sentences).toEqual([])
})

test('the same words are read the same, whatever was read before', () => {
  const read = (text: string): unknown => draftOf(text).tokens
  const plain = ['Mr Hale praised his nephew’s plan.', "Mr Hale praised his nephew's plan.", 'Mr Hale praised the Varlers’s plan.', 'Ms Reed said it wasn’t Oskar’s.']
  const before = plain.map(read)
  for (const stem of ['nephew', 'Varlers', 'Oskar']) {
    for (const clitic of ["'s", '’s', '’s-house', "'s-house", '’', "n't", '’ll']) {
      for (const mark of ["''", '”', "'", '’', '-', '--', '.', '/', '_', '…', '']) read(`She praised ${stem}${clitic}${mark} my-${stem}${clitic}${mark} ${mark}${stem}${clitic} plan.`)
    }
  }
  expect(plain.map(read)).toEqual(before)
})

test('what the dictionary is asked changes no tag of a text that is read afterwards, and it knows a word by all its parts', () => {
  const words = [['my', 'kral', '’s', 'house', 'fell']]
  const before = tagsOf(words)
  expect(['truths', 'high-stakes', 'my-kral’s-house', 'press-gfk', 'carson'].map(isInDictionary)).toEqual([true, true, false, false, false])
  expect(tagsOf(words)).toEqual(before)
})

test('the model of English is begun with the first words of an English text: another text has no need of it', async () => {
  const begun = vi.spyOn(model as unknown as { core(): unknown }, 'core') // wink's types do not tell of it
  const anew: string = '../src/reading/tagger.ts?anew' // as a process has it that has read nothing
  const { tagsOf } = await import(anew) as typeof import('../src/reading/tagger.ts')
  expect(begun).not.toHaveBeenCalled()
  expect(tagsOf([['He', 'left']])).toMatchObject([[{ tag: 'PRON' }, { lemma: 'leave' }]])
  expect(begun).toHaveBeenCalledOnce()
  begun.mockRestore()
})

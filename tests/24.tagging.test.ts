// Our way through wink's model against wink's own: the tags and lemmas must be those that wink gives.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { knowledge } from '../src/knowledge.ts'
import { cutSentences } from '../src/reading/cut-sentences.ts'
import { beginDraft } from '../src/reading/draft.ts'
import { tagsOf } from '../src/reading/tagger.ts'
import type { Word } from '../src/reading/words.ts'

const root = new URL('.', import.meta.url)
const metadata = { title: 'A title', language: 'en', supplied: [] }

function sentencesOf(text: string): readonly (readonly Word[])[] {
  return cutSentences(beginDraft(text, metadata, knowledge))
}

test('each word has the tag and the lemma that wink gives it among the words around it', () => {
  const wink = winkNLP(model, ['pos'])
  const texts = readdirSync(new URL('articles/', root)).map(name => readFileSync(new URL(`articles/${name}/article.txt`, root), 'utf8'))
  let compared = 0
  for (const text of texts) {
    for (const words of sentencesOf(text)) {
      // A clitic stands at its word; of what wink cuts in several it has several tags.
      const tokens = wink.readDoc(words.map(({ spelling: { isClitic, shown } }, at) => (isClitic && shown !== words[at - 1]?.spelling.shown ? shown : ` ${shown}`)).join('')).tokens()
      const values = tokens.out()
      if (values.length !== words.length) continue
      const theirs = tokens.out(wink.its.pos).map((tag, at) => [values[at], tag, (tokens.out(wink.its.lemma as typeof wink.its.value) as readonly string[])[at]])
      expect(tagsOf([words])[0]!.map(({ tag, lemma }, at) => [words[at]!.spelling.shown, tag, lemma])).toEqual(theirs)
      compared += words.length
    }
  }
  expect(compared).toBeGreaterThan(5000)
})

test.each([
  ['She doesn’t re-elect Hale’s friend.', ['She PRON she', 'doesn’t AUX do', 're-elect NOUN re-elect', 'Hale PROPN hale', '’s PART ’s', 'friend NOUN friend', '. PUNCT .']],
])('what wink cuts in several has one tag: %s', (text, expected) => {
  const words = sentencesOf(text)[0]!
  expect(tagsOf([words])[0]!.map(({ tag, lemma }, at) => `${words[at]!.text} ${tag} ${lemma}`)).toEqual(expected)
})

test('the model of English is begun with the first words of an English text: another text has no need of it', async () => {
  const begun = vi.spyOn(model as unknown as { core(): unknown }, 'core') // wink's types do not tell of it
  const anew: string = '../src/reading/tagger.ts?anew' // as a process has it that has read nothing
  const { tagsOf } = await import(anew) as typeof import('../src/reading/tagger.ts')
  const words = sentencesOf('He left')
  expect(begun).not.toHaveBeenCalled()
  expect(tagsOf(words)).toMatchObject([[{ tag: 'PRON' }, { lemma: 'leave' }]])
  expect(begun).toHaveBeenCalledOnce()
  begun.mockRestore()
})

// Sentences, and the tagged words in them.
import { cutSentences } from '../cut-sentences.ts'
import type { Draft, Token } from '../draft.ts'
import { mended } from '../retagging.ts'
import { tagsOf } from '../tagger.ts'

export function findSentences(draft: Draft): void {
  const cut = cutSentences(draft)
  const tagged = tagsOf(cut)
  const tokens: Token[] = []
  for (const [sentence, words] of cut.entries()) {
    const tags = mended(words, tagged[sentence] ?? [])
    let at = 0
    for (const word of words) {
      const { tag, lemma } = tags[at++] ?? word
      word.tag = tag
      word.lemma = lemma
      word.sentence = sentence
      tokens.push(word)
    }
  }
  draft.tokens = tokens
  draft.words = tokens.map(token => token.text)
  draft.written = new Set(draft.words)
}

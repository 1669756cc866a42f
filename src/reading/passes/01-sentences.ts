// Sentences, and the tagged words in them.
import { cutSentences } from '../cut-sentences.ts'
import type { Draft, Token } from '../draft.ts'
import { mended } from '../retagging.ts'
import { tagsOf } from '../tagger.ts'

export function findSentences(draft: Draft): void {
  const cut = cutSentences(draft)
  const tagged = tagsOf(cut.map(words => words.map(word => word.text)))
  const tokens: Token[] = []
  for (const [sentence, words] of cut.entries()) {
    const tags = mended(words, tagged[sentence] ?? [])
    let at = 0
    for (const { start, end, text, lower, capital, opensName } of words) {
      const tag = tags[at++]
      tokens.push({ start, end, text, lower, capital, opensName, tag: tag?.tag ?? 'X', lemma: tag?.lemma ?? text, sentence })
    }
  }
  draft.tokens = tokens
  draft.words = tokens.map(token => token.text)
  draft.written = new Set(draft.words)
}

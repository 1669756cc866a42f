// A draft of a small text in which these names are known, for the passes that ask who did what.
import type { EntityKind } from '../src/model/vocabulary.ts'
import { knowledge } from '../src/knowledge.ts'
import { beginDraft, type Draft, type DraftMention } from '../src/reading/draft.ts'
import { findSentences } from '../src/reading/passes/01-sentences.ts'
import { findQuotations } from '../src/reading/passes/02-quotations.ts'
import { findPhrases } from '../src/reading/passes/03-phrases.ts'

export interface Name {
  readonly kind: EntityKind
  readonly name: string
  /** Other words of the text that mean it: "Russian", "He". */
  readonly also?: readonly string[]
}

export const publishedOn = '2016-03-16'

/** The text after its first passes, with a mention wherever one of the names stands. */
export function draftWith(text: string, names: readonly Name[] = []): Draft {
  const draft = beginDraft(text, { title: 'A title', language: 'en', publishedOn, supplied: [] }, knowledge)
  findSentences(draft)
  findQuotations(draft)
  findPhrases(draft)
  draft.entities = names.map(({ kind, name }) => ({ ref: name, kind, name, named: true }))
  draft.mentions = names
    .flatMap(({ name, also = [] }) => [name, ...also].flatMap(words => mentionsOf(draft, name, words)))
    .sort((one, other) => one.from - other.from || other.to - one.to)
  return draft
}

function mentionsOf({ text, tokens }: Draft, entity: string, words: string): readonly DraftMention[] {
  const found: DraftMention[] = []
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length
    const from = tokens.findIndex(token => token.start === start)
    const to = tokens.findIndex(token => token.end === end) + 1
    if (from < 0 || to === 0) continue
    const form = /^(?:He|he|She|she|They|they|It|it)$/u.test(words) ? 'PRONOUN' : /^\p{Lu}\p{Ll}+(?:ian|ish|ese)$/u.test(words) ? 'ADJECTIVE' : /^(?!The )\p{Lu}/u.test(words) ? 'NAME' : 'NOMINAL'
    found.push({ from, to, head: to - 1, mention: { start, end, text: words, entity, form, rule: 'GIVEN', reason: 'Given by the test.', confidence: 1 } })
  }
  return found
}

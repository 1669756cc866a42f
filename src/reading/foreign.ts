// A text in another language than English: its sentences, and a remark. By itself, as it needs none of what reading English needs.
import type { ArticleMetadata, Reading } from '../model/reading.ts'
import { cutSentences } from './cut-sentences.ts'
import { beginDraft } from './draft.ts'
import type { Knowledge } from './knowledge.ts'
import { remarkLanguage } from './language.ts'
import { readingOf } from './reading-of.ts'

export function readForeign(text: string, metadata: ArticleMetadata, knowledge: Knowledge): Reading {
  const draft = beginDraft(text, metadata, knowledge)
  cutSentences(draft)
  remarkLanguage(draft)
  return readingOf(draft)
}

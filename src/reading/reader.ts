// Text in, Reading out: an ordered list of passes, each named after what it adds. Pure and synchronous; no input makes it throw.
import type { ArticleMetadata, Reading } from '../model/reading.ts'
import { beginDraft, type Draft } from './draft.ts'
import { readForeign } from './foreign.ts'
import type { Knowledge } from './knowledge.ts'
import { isEnglish } from './language.ts'
import { findSentences } from './passes/01-sentences.ts'
import { findQuotations } from './passes/02-quotations.ts'
import { findPhrases } from './passes/03-phrases.ts'
import { findAttributions } from './passes/04-attribution.ts'
import { findNames } from './passes/05-names.ts'
import { findCoreference } from './passes/06-coreference.ts'
import { findStatements } from './passes/07-statements.ts'
import { findEvents } from './passes/08-events.ts'
import { findRelationships } from './passes/09-relationships.ts'
import { findTopics } from './passes/10-topics.ts'
import { readerName, readingOf } from './reading-of.ts'
import { seenOf } from './unseen.ts'

export interface Reader {
  /** Its name and version, as `Reading.reader` has it. */
  readonly name: string
  /** The Reading of a text that has gone through `enterText`. Never throws; the same text, metadata and knowledge give the same Reading. */
  read(text: string, metadata: ArticleMetadata): Reading
}

/** In this order: each uses what those before it found. */
const passes: readonly ((draft: Draft) => void)[] = [
  findSentences,
  findQuotations,
  findPhrases,
  findAttributions,
  findNames,
  findCoreference,
  findStatements,
  findEvents,
  findRelationships,
  findTopics,
]

/** A reader that knows this of the world. */
export function makeReader(knowledge: Knowledge): Reader {
  return {
    name: readerName(knowledge),
    read: (text, metadata) => {
      if (!isEnglish(metadata.language)) return readForeign(text, metadata, knowledge)
      const seen = seenOf(text)
      const draft = beginDraft(seen?.text ?? text, metadata, knowledge)
      for (const pass of passes) pass(draft)
      const reading = readingOf(draft)
      return seen?.whole(reading) ?? reading
    },
  }
}

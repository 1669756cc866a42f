// Text in, Reading out: an ordered list of passes, each named after what it adds. Pure and synchronous; no input makes it throw.
import { sha256 } from '../model/keys.ts'
import { readingFormat, type ArticleMetadata, type Reading, type ReadSentence } from '../model/reading.ts'
import { beginDraft, type Draft } from './draft.ts'
import type { Knowledge } from './knowledge.ts'
import { isEnglish, remarkLanguage } from './language.ts'
import { cutSentences, findSentences } from './passes/01-sentences.ts'
import { findQuotations } from './passes/02-quotations.ts'
import { findPhrases } from './passes/03-phrases.ts'
import { findAttributions } from './passes/04-attribution.ts'
import { findNames } from './passes/05-names.ts'
import { findCoreference } from './passes/06-coreference.ts'
import { findStatements } from './passes/07-statements.ts'
import { findEvents } from './passes/08-events.ts'
import { findRelationships } from './passes/09-relationships.ts'
import { findTopics } from './passes/10-topics.ts'

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

/** Of a text in another language. */
const foreignPasses: typeof passes = [cutSentences, remarkLanguage]

/** A reader that knows this of the world. */
export function makeReader(knowledge: Knowledge): Reader {
  const name = `onrecord-rules 1 (knowledge ${knowledge.version})`
  return {
    name,
    read: (text, metadata) => {
      const draft = beginDraft(text, metadata, knowledge)
      for (const pass of isEnglish(metadata.language) ? passes : foreignPasses) pass(draft)
      return readingOf(draft, name)
    },
  }
}

function readingOf(draft: Draft, reader: string): Reading {
  return {
    format: readingFormat,
    sha256: sha256(draft.text),
    reader,
    sentences: draft.sentences.map(sentence => sentenceOf(draft.text, sentence)),
    entities: draft.entities,
    mentions: draft.mentions.map(({ mention }) => mention),
    statements: draft.statements,
    relationships: draft.relationships,
    possiblySame: [],
    remarks: draft.remarks,
  }
}

function sentenceOf(text: string, { start, end, headline }: Draft['sentences'][number]): ReadSentence {
  return { start, end, text: text.slice(start, end), ...(headline && { headline }) }
}

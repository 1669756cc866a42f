// Text in, Reading out: an ordered list of passes, each named after what it adds. Pure and synchronous; no input makes it throw.
import { sha256 } from '../model/keys.ts'
import { readingFormat, type ArticleMetadata, type Reading } from '../model/reading.ts'
import type { Knowledge } from './knowledge.ts'
import { sentencesOf } from './sentences.ts'

export interface Reader {
  /** Its name and version, as `Reading.reader` has it. */
  readonly name: string
  /** The Reading of a text that has gone through `enterText`. Never throws; the same text, metadata and knowledge give the same Reading. */
  read(text: string, metadata: ArticleMetadata): Reading
}

/** A reader that knows this of the world. */
export function makeReader(knowledge: Knowledge): Reader {
  const name = `onrecord-rules 1 (knowledge ${knowledge.version})`
  return {
    name,
    read: (text, metadata) => ({
      format: readingFormat,
      sha256: sha256(text),
      reader: name,
      sentences: sentencesOf(text, metadata),
      entities: [],
      mentions: [],
      statements: [],
      relationships: [],
      possiblySame: [],
      remarks: [],
    }),
  }
}

// Text to Reading where the reader may not be loaded yet, as in a thread that has just begun: it is with the first text in English, and takes most of
// the time that such a thread takes to begin.
import { knowledge } from './knowledge.ts'
import type { ArticleMetadata, Reading } from './model/reading.ts'
import { readForeign } from './reading/foreign.ts'
import { isEnglish } from './reading/language.ts'

export async function readText(text: string, metadata: ArticleMetadata): Promise<Reading> {
  if (!isEnglish(metadata.language)) return readForeign(text, metadata, knowledge)
  const { theReader } = await import('./reader.ts')
  return theReader().read(text, metadata)
}

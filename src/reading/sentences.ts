// Sentences, line by line.
import type { ArticleMetadata, ReadSentence } from '../model/reading.ts'

export function sentencesOf(text: string, metadata: ArticleMetadata): readonly ReadSentence[] {
  return [...text.matchAll(/\S[^\n]*/gu)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    text: line,
    ...(line.trim() === metadata.title && { headline: true }),
  }))
}

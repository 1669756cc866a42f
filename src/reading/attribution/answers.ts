// "A: It never paid me a cent.": the answers of an interview that is written with letters, each a paragraph. Whose they are is found with the statements.
import type { Attributed, DraftSentence } from '../draft.ts'
import type { Syntax } from '../syntax.ts'
import { trimmed } from './trimmed.ts'

type Found = Omit<Attributed, 'quotations'>

/** All paragraphs that begin with "A:", where others begin with "Q:". */
export function answersOf(syntax: Syntax, sentences: readonly DraftSentence[]): readonly Found[] {
  const isTurn = (letter: string, { from, paragraph }: DraftSentence, index: number): boolean =>
    sentences[index - 1]?.paragraph !== paragraph && syntax.word(from) === letter && /^[:.]$/u.test(syntax.word(from + 1))
  if (!sentences.some((sentence, index) => isTurn('q', sentence, index))) return []
  return sentences.flatMap((sentence, index) => {
    if (!isTurn('a', sentence, index)) return []
    const { from, paragraph } = sentence
    let last = index
    while (sentences[last + 1]?.paragraph === paragraph) last++
    const content = trimmed(syntax, { from: from + 2, to: sentences[last]?.to ?? from })
    if (content.to <= content.from) return []
    return { source: { from, to: from + 1, head: from }, cue: { from: from + 1, to: from + 2, head: from + 1 }, content: [content], rule: 'ANSWER', reason: '“A” answers “Q”, as in an interview.', confidence: 0.8 }
  })
}

// Marks against the text: verbatim, inside a sentence; sentences and mentions against each other.
import { sha256 } from './keys.ts'
import { isVerbatim, type Mark } from './passage.ts'
import type { ReadingProblem } from './reading-problem.ts'
import type { Reading, ReadSentence } from './reading.ts'

/** UTF-16 units on either side in which misplaced words are looked for: bounds the work on a Reading full of wrong marks. */
const vicinity = 5_000

export function markProblems(reading: Reading, text: string): readonly ReadingProblem[] {
  const found = sha256(text)
  if (found !== reading.sha256) {
    // Against another text, every mark would be wrong for the same reason.
    return [{ path: ['sha256'], message: `The Reading is of the text with SHA-256 ${reading.sha256}; this text has ${found}. Read this text again.` }]
  }
  const disorder = sentenceProblems(reading)
  const wrongWith = (mark: Mark): string | null => {
    if (!isVerbatim(text, mark)) return notVerbatim(text, mark)
    if (!mark.text.isWellFormed()) return `${mark.start} to ${mark.end} cuts a character in two, which has two UTF-16 units; expected both units inside or both outside.`
    if (disorder.length > 0 || sentenceAt(reading.sentences, mark.start)) return null
    return `${quote(mark.text)} at ${mark.start} begins in no sentence; expected it to begin inside one of the ${reading.sentences.length} sentences.`
  }
  const problems: ReadingProblem[] = []
  eachMark(reading, (mark, list, index, field, at) => {
    const message = wrongWith(mark)
    if (message !== null) problems.push({ path: [list, index, field, at].filter(step => step !== undefined), message })
  })
  return [...disorder, ...problems, ...mentionProblems(reading)]
}

function sentenceProblems({ sentences }: Reading): readonly ReadingProblem[] {
  const problems: ReadingProblem[] = []
  sentences.forEach((sentence, position) => {
    const before = sentences[position - 1]
    if (before && sentence.start < before.end) {
      problems.push({ path: ['sentences', position], message: `The sentence begins at ${sentence.start}, before the one before it ends at ${before.end}; expected sentences in the order of the text, not overlapping.` })
    }
  })
  return problems
}

function mentionProblems({ mentions }: Reading): readonly ReadingProblem[] {
  const problems: ReadingProblem[] = []
  const seen = new Map<number, number>()
  mentions.forEach(({ start, end, text }, position) => {
    const span = start * 2 ** 24 + end // no text is as long
    const first = seen.get(span)
    if (first === undefined) seen.set(span, position)
    else problems.push({ path: ['mentions', position], message: `${quote(text)} at ${start} to ${end} is also mention ${first}; expected one mention for the same words.` })
  })
  return problems
}

/** Every mark of a Reading with the steps of its path, of which most are never put together. */
function eachMark(reading: Reading, tell: (mark: Mark, list: string, index: number, field?: string, at?: number) => void): void {
  reading.sentences.forEach((sentence, index) => tell(sentence, 'sentences', index))
  reading.entities.forEach(({ dated }, index) => { if (dated) tell(dated, 'entities', index, 'dated') })
  reading.mentions.forEach((mention, index) => tell(mention, 'mentions', index))
  reading.statements.forEach((statement, index) => {
    for (const field of ['source', 'cue', 'dated'] as const) if (statement[field]) tell(statement[field], 'statements', index, field)
    for (const field of ['content', 'quotations'] as const) statement[field].forEach((mark, at) => tell(mark, 'statements', index, field, at))
  })
  reading.relationships.forEach(({ dated, evidence }, index) => {
    if (dated) tell(dated, 'relationships', index, 'dated')
    evidence.forEach((mark, at) => tell(mark, 'relationships', index, 'evidence', at))
  })
  reading.remarks.forEach(({ passage }, index) => { if (passage) tell(passage, 'remarks', index, 'passage') })
}

/** The sentence around an offset; expects sentences in order. */
function sentenceAt(sentences: readonly ReadSentence[], offset: number): ReadSentence | undefined {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    const sentence = sentences[middle]
    if (sentence && sentence.end <= offset) low = middle + 1
    else high = middle
  }
  const sentence = sentences[low]
  return sentence && sentence.start <= offset ? sentence : undefined
}

function notVerbatim(text: string, mark: Mark): string {
  const there = text.slice(mark.start, mark.end)
  const nearest = nearestTo(text, mark)
  const advice = nearest === undefined ? 'these words are nowhere near' : `these words are at ${nearest} to ${nearest + mark.text.length}`
  return `The text has ${quote(there)} at ${mark.start} to ${mark.end}; expected ${quote(mark.text)}: ${advice}.`
}

function nearestTo(text: string, mark: Mark): number | undefined {
  const from = Math.max(0, mark.start - vicinity)
  const around = text.slice(from, mark.end + vicinity)
  const before = around.lastIndexOf(mark.text, mark.start - from)
  const after = around.indexOf(mark.text, mark.start - from)
  if (before < 0 && after < 0) return undefined
  const nearest = after < 0 || (before >= 0 && mark.start - from - before <= after - (mark.start - from)) ? before : after
  return from + nearest
}

function quote(words: string): string {
  return words.length > 60 ? `"${words.slice(0, 59)}…"` : `"${words}"`
}

// Marks against the text: verbatim, inside a sentence; sentences and mentions against each other.
import { sha256 } from './keys.ts'
import { isVerbatim, type Mark } from './passage.ts'
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'
import type { Reading, ReadSentence } from './reading.ts'

export function* markProblems(reading: Reading, text: string): Generator<ReadingProblem> {
  const found = sha256(text)
  if (found !== reading.sha256) {
    yield { path: ['sha256'], message: `The Reading is of the text with SHA-256 ${reading.sha256}; this text has ${found}. Read this text again.` }
    return // against another text, every mark would be wrong for the same reason
  }
  const disorder = [...sentenceProblems(reading)]
  yield* disorder
  for (const [path, mark] of marksOf(reading, [])) {
    if (!isVerbatim(text, mark)) yield { path, message: notVerbatim(text, mark) }
    else if (disorder.length === 0 && !sentenceAt(reading.sentences, mark.start)) {
      yield { path, message: `${quote(mark.text)} at ${mark.start} begins in no sentence; expected it to begin inside one of the ${reading.sentences.length} sentences.` }
    }
  }
  yield* mentionProblems(reading)
}

function* sentenceProblems({ sentences }: Reading): Generator<ReadingProblem> {
  for (const [position, sentence] of sentences.entries()) {
    const before = sentences[position - 1]
    if (before && sentence.start < before.end) {
      yield { path: ['sentences', position], message: `The sentence begins at ${sentence.start}, before the one before it ends at ${before.end}; expected sentences in the order of the text, not overlapping.` }
    }
  }
}

function* mentionProblems({ mentions }: Reading): Generator<ReadingProblem> {
  const seen = new Map<string, number>()
  for (const [position, { start, end, text }] of mentions.entries()) {
    const span = `${start} to ${end}`
    const first = seen.get(span)
    if (first === undefined) seen.set(span, position)
    else yield { path: ['mentions', position], message: `${quote(text)} at ${span} is also mention ${first}; expected one mention for the same words.` }
  }
}

/** Every mark of the Reading, wherever it stands: whatever has start, end and text. */
function* marksOf(value: unknown, path: ProblemPath): Generator<readonly [ProblemPath, Mark]> {
  if (value === null || typeof value !== 'object') return
  if (isMark(value)) yield [path, value]
  for (const [key, inner] of Object.entries(value)) yield* marksOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
}

function isMark(value: object): value is Mark {
  return 'start' in value && 'end' in value && 'text' in value
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
  const advice = nearest === undefined ? 'these words are nowhere in the text' : `these words are at ${nearest} to ${nearest + mark.text.length}`
  return `The text has ${quote(there)} at ${mark.start} to ${mark.end}; expected ${quote(mark.text)}: ${advice}.`
}

function nearestTo(text: string, mark: Mark): number | undefined {
  const before = text.lastIndexOf(mark.text, mark.start)
  const after = text.indexOf(mark.text, mark.start)
  if (before < 0 || after < 0) return before < 0 && after < 0 ? undefined : Math.max(before, after)
  return mark.start - before <= after - mark.start ? before : after
}

function quote(words: string): string {
  return words.length > 60 ? `"${words.slice(0, 59)}…"` : `"${words}"`
}

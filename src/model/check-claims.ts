// Statements and relationships against themselves: what they say of their quotations, speakers, voice, dates and confidence.
import { dateProblem, dateProblems } from './check-dates.ts'
import { voiceProblems } from './check-voice.ts'
import type { Span } from './passage.ts'
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'
import type { Reading, ReadStatement } from './reading.ts'
import type { StatementKind } from './vocabulary.ts'

export function* claimProblems(reading: Reading): Generator<ReadingProblem> {
  for (const [position, statement] of reading.statements.entries()) {
    const path = ['statements', position]
    yield* contentProblems(path, statement)
    yield* attributionProblems(path, statement)
    yield* dateProblem([...path, 'madeOn'], statement.madeOn)
  }
  for (const [position, relationship] of reading.relationships.entries()) {
    const path = ['relationships', position]
    if (relationship.evidence.length === 0) yield { path: [...path, 'evidence'], message: 'The relationship has no evidence; expected at least one passage that says so.' }
    yield* voiceProblems(path, relationship.voice, relationship.statement)
    yield* dateProblems(path, relationship)
  }
  for (const list of ['mentions', 'statements', 'relationships', 'possiblySame'] as const) {
    for (const [position, { confidence }] of reading[list].entries()) {
      if (!(confidence >= 0 && confidence <= 1)) yield { path: [list, position, 'confidence'], message: `The confidence is ${confidence}; expected a number from 0 to 1.` }
    }
  }
}

function* contentProblems(path: ProblemPath, statement: ReadStatement): Generator<ReadingProblem> {
  const { content, quotations } = statement
  if (content.length === 0) yield { path: [...path, 'content'], message: `"${statement.ref}" has no content; expected the words that say what was said.` }
  for (const [index, quotation] of quotations.entries()) {
    if (content.some(span => span.start <= quotation.start && quotation.end <= span.end)) continue
    yield { path: [...path, 'quotations', index], message: `The quotation at ${quotation.start} to ${quotation.end} lies in no span of the content of "${statement.ref}"; expected it inside one.` }
  }
  const kind = kindOf(statement)
  if (content.length > 0 && statement.kind !== kind) {
    yield { path: [...path, 'kind'], message: `"${statement.ref}" is ${statement.kind}, but ${because[kind]}; expected ${kind}.` }
  }
}

const because = {
  DIRECT: 'all words of its content are in its quotations',
  MIXED: 'only some words of its content are in its quotations',
  INDIRECT: 'it has no quotations',
} as const satisfies Record<StatementKind, string>

/** The kind that the quotations tell. Punctuation outside the quotation marks does not make a statement MIXED. */
function kindOf({ content, quotations }: ReadStatement): StatementKind {
  if (quotations.length === 0) return 'INDIRECT'
  return content.some(span => /[\p{L}\p{N}]/u.test(outside(span, span.text, quotations))) ? 'MIXED' : 'DIRECT'
}

function outside(span: Span, words: string, quotations: readonly Span[]): string {
  let rest = ''
  let position = span.start
  for (const { start, end } of quotations.toSorted((a, b) => a.start - b.start)) {
    if (end <= position || start >= span.end) continue
    rest += words.slice(position - span.start, Math.max(start, position) - span.start)
    position = end
  }
  return rest + words.slice(position - span.start)
}

function* attributionProblems(path: ProblemPath, { ref, attribution, speakers }: ReadStatement): Generator<ReadingProblem> {
  if (attribution === 'UNATTRIBUTED' && speakers.length > 0) {
    yield { path: [...path, 'attribution'], message: `"${ref}" is UNATTRIBUTED and has the speaker "${speakers.join('", "')}"; expected no speaker, or EXPLICIT, COREFERENCE or INFERRED.` }
  }
  if (attribution !== 'UNATTRIBUTED' && speakers.length === 0) {
    yield { path: [...path, 'attribution'], message: `"${ref}" is ${attribution} and has no speaker; expected one, or UNATTRIBUTED.` }
  }
}

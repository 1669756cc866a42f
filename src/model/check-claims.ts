// Statements and relationships against themselves: what they say of their quotations, speakers, voice, dates and confidence.
import { checkDate, checkDates } from './check-dates.ts'
import { checkVoice } from './check-voice.ts'
import type { Span } from './passage.ts'
import type { ProblemPath, ReadingProblem } from './reading-problem.ts'
import type { Reading, ReadStatement } from './reading.ts'
import type { StatementKind } from './vocabulary.ts'

export function claimProblems(reading: Reading): readonly ReadingProblem[] {
  const problems: ReadingProblem[] = []
  reading.statements.forEach((statement, position) => {
    const path = ['statements', position]
    checkContent(problems, path, statement)
    checkAttribution(problems, path, statement)
    checkDate(problems, path, 'madeOn', statement.madeOn)
  })
  reading.relationships.forEach((relationship, position) => {
    const path = ['relationships', position]
    if (relationship.evidence.length === 0) problems.push({ path: [...path, 'evidence'], message: 'The relationship has no evidence; expected at least one passage that says so.' })
    checkVoice(problems, path, relationship.voice, relationship.statement)
    checkDates(problems, path, relationship)
  })
  for (const list of ['mentions', 'statements', 'relationships', 'possiblySame'] as const) {
    reading[list].forEach(({ confidence }, position) => {
      if (!(confidence >= 0 && confidence <= 1)) problems.push({ path: [list, position, 'confidence'], message: `The confidence is ${confidence}; expected a number from 0 to 1.` })
    })
  }
  return problems
}

function checkContent(problems: ReadingProblem[], path: ProblemPath, statement: ReadStatement): void {
  const { content, quotations } = statement
  if (content.length === 0) problems.push({ path: [...path, 'content'], message: `"${statement.ref}" has no content; expected the words that say what was said.` })
  quotations.forEach((quotation, index) => {
    if (content.some(span => span.start <= quotation.start && quotation.end <= span.end)) return
    problems.push({ path: [...path, 'quotations', index], message: `The quotation at ${quotation.start} to ${quotation.end} lies in no span of the content of "${statement.ref}"; expected it inside one.` })
  })
  const kind = kindOf(statement)
  if (content.length > 0 && statement.kind !== kind) {
    problems.push({ path: [...path, 'kind'], message: `"${statement.ref}" is ${statement.kind}, but ${because[kind]}; expected ${kind}.` })
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

function checkAttribution(problems: ReadingProblem[], path: ProblemPath, { ref, attribution, speakers }: ReadStatement): void {
  if (attribution === 'UNATTRIBUTED' && speakers.length > 0) {
    problems.push({ path: [...path, 'attribution'], message: `"${ref}" is UNATTRIBUTED and has the speaker "${speakers.join('", "')}"; expected no speaker, or EXPLICIT, COREFERENCE or INFERRED.` })
  }
  if (attribution !== 'UNATTRIBUTED' && speakers.length === 0) {
    problems.push({ path: [...path, 'attribution'], message: `"${ref}" is ${attribution} and has no speaker; expected one, or UNATTRIBUTED.` })
  }
}

// Inside whose words a token stands, and which statement has it as cue.
import type { ReadStatement } from '../../model/reading.ts'
import type { Span } from '../../model/passage.ts'
import type { Draft } from '../draft.ts'

export interface Said {
  /** The innermost statement whose content holds the token. */
  around(token: number): ReadStatement | undefined
  /** The statement that is the saying itself: "accused". */
  at(token: number): ReadStatement | undefined
}

export function saidIn(draft: Draft): Said {
  const around = new Map<number, ReadStatement>()
  const at = new Map<number, ReadStatement>()
  // The longer first, so that what stands inside another overwrites it.
  const contents = draft.statements.flatMap(statement => statement.content.map(span => ({ statement, span })))
  for (const { statement, span } of contents.sort((one, other) => lengthOf(other.span) - lengthOf(one.span))) {
    for (const token of tokensIn(draft, span)) around.set(token, statement)
  }
  for (const statement of draft.statements) {
    if (!statement.cue) continue
    for (const token of tokensIn(draft, statement.cue)) if (!at.has(token)) at.set(token, statement)
  }
  return { around: token => around.get(token), at: token => at.get(token) }
}

function lengthOf({ start, end }: Span): number {
  return end - start
}

function tokensIn({ tokens }: Draft, { start, end }: Span): readonly number[] {
  const found: number[] = []
  for (let at = firstFrom(tokens, start); (tokens[at]?.start ?? end) < end; at++) found.push(at)
  return found
}

/** The first token that begins here or later. */
export function firstFrom(tokens: Draft['tokens'], start: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

// Inside whose words a token stands, and which statement has it as cue.
import type { ReadStatement } from '../../model/reading.ts'
import type { Span } from '../../model/passage.ts'
import type { Draft } from '../draft.ts'
import { firstFrom } from '../first-from.ts'

export interface Said {
  /** The innermost statement whose content holds the token. */
  around(token: number): ReadStatement | undefined
  /** The statement that is the saying itself: "accused". */
  at(token: number): ReadStatement | undefined
}

export function saidIn(draft: Draft): Said {
  const around = new Int32Array(draft.tokens.length).fill(-1)
  const at = new Map<number, ReadStatement>()
  // The longer first, so that what stands inside another overwrites it.
  const contents = draft.statements.flatMap(({ content }, index) => content.map(span => ({ index, span })))
  for (const { index, span } of contents.sort((one, other) => lengthOf(other.span) - lengthOf(one.span))) {
    around.fill(index, tokenAt(draft, span.start), tokenAt(draft, span.end))
  }
  for (const statement of draft.statements) {
    if (!statement.cue) continue
    for (const token of tokensIn(draft, statement.cue)) if (!at.has(token)) at.set(token, statement)
  }
  return { around: token => draft.statements[around[token] ?? -1], at: token => at.get(token) }
}

function lengthOf({ start, end }: Span): number {
  return end - start
}

function tokensIn({ tokens }: Draft, { start, end }: Span): readonly number[] {
  const found: number[] = []
  for (let at = tokenAt({ tokens }, start); (tokens[at]?.start ?? end) < end; at++) found.push(at)
  return found
}

/** The first token that begins at this offset or later. */
export function tokenAt({ tokens }: Pick<Draft, 'tokens'>, offset: number): number {
  return firstFrom(tokens, offset, token => token.start)
}

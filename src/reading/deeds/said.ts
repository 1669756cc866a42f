// Inside whose words a token stands, and which statement has it as cue.
import type { ReadStatement } from '../../model/reading.ts'
import type { Span } from '../../model/passage.ts'
import { byWord } from '../by-word.ts'
import type { Draft, Stretch } from '../draft.ts'
import { firstFrom } from '../first-from.ts'
import { syntaxOf } from '../syntax.ts'
import type { Deed } from './deed.ts'

export interface Said {
  /** The innermost statement whose content holds the token. */
  around(token: number): ReadStatement | undefined
  /** The statement that is the saying itself: "accused". */
  at(token: number): ReadStatement | undefined
}

const made = new WeakMap<Draft['statements'], Said>()

/** The look-up over a draft whose statements are found; made once, as several passes ask. */
export function saidIn(draft: Draft): Said {
  const known = made.get(draft.statements) ?? makeSaid(draft)
  made.set(draft.statements, known)
  return known
}

function makeSaid(draft: Draft): Said {
  const around = byWord<ReadStatement>(draft.tokens.length)
  const at = new Map<number, ReadStatement>()
  // The longer first, so that what stands inside another overwrites it.
  const contents = draft.statements.flatMap(statement => statement.content.map(span => ({ statement, span })))
  for (const { statement, span } of contents.sort((one, other) => lengthOf(other.span) - lengthOf(one.span))) {
    around.fill(statement, tokenAt(draft, span.start), tokenAt(draft, span.end))
  }
  for (const statement of draft.statements) {
    if (!statement.cue) continue
    for (const token of tokensIn(draft, statement.cue)) if (!at.has(token)) at.set(token, statement)
  }
  return { around: token => around[token], at: token => at.get(token) }
}

function lengthOf({ start, end }: Span): number {
  return end - start
}

function tokensIn({ tokens }: Draft, { start, end }: Span): readonly number[] {
  const found: number[] = []
  for (let at = tokenAt({ tokens }, start); (tokens[at]?.start ?? end) < end; at++) found.push(at)
  return found
}

/** The words that tell of a deed: those of the innermost statement that holds them, or of its sentence. */
export function heldBy(draft: Draft, said: Said, { head, within }: Pick<Deed, 'head' | 'within'>): Stretch {
  const at = within?.cue ?? head
  const around = said.around(at)
  const start = draft.tokens[at]?.start ?? 0
  const span = around?.content.find(each => each.start <= start && start < each.end)
  return span && around !== said.at(head) ? { from: tokenAt(draft, span.start), to: tokenAt(draft, span.end) } : syntaxOf(draft).sentenceAt(at)
}

/** The first token that begins at this offset or later. */
export function tokenAt({ tokens }: Pick<Draft, 'tokens'>, offset: number): number {
  return firstFrom(tokens, offset, token => token.start)
}

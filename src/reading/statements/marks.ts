// A statement's marks and kind: content and quotations as the article has them.
import type { Mark } from '../../model/passage.ts'
import type { StatementKind } from '../../model/vocabulary.ts'
import type { Draft, Quotation, Stretch } from '../draft.ts'
import type { Syntax } from '../syntax.ts'
import { isClosingMark, isQuotationMark } from '../syntax.ts'
import { quotationsIn } from './quoted.ts'

export interface Words {
  readonly kind: StatementKind
  readonly content: readonly Mark[]
  readonly quotations: readonly Mark[]
}

/** Undefined where no word is left. */
export function wordsOf(draft: Draft, syntax: Syntax, content: readonly Stretch[]): Words | undefined {
  const stretches = joined(content.map(stretch => withoutMarks(syntax, stretch)).filter(stretch => stretch.to > stretch.from && hasWord(syntax, stretch)))
  if (stretches.length === 0) return undefined
  const quoted: Stretch[] = []
  const marks: Mark[] = []
  let outside = false
  for (const stretch of stretches) {
    const inside = quotedIn(syntax, stretch)
    quoted.push(...inside)
    outside ||= hasWordOutside(syntax, stretch, inside)
    marks.push(markOf(draft, balanced(syntax, stretch)))
  }
  return { kind: quoted.length === 0 ? 'INDIRECT' : outside ? 'MIXED' : 'DIRECT', content: marks, quotations: quoted.map(stretch => markOf(draft, stretch)) }
}

export function markOf({ text, tokens }: Draft, { from, to }: Stretch): Mark {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? start
  return { start, end, text: text.slice(start, end) }
}

/** Without the quotation marks and commas at its edges. */
function withoutMarks(syntax: Syntax, { from, to }: Stretch): Stretch {
  let [first, last] = [from, to]
  while (first < last && isEdge(syntax, first)) first++
  while (last > first && isEdge(syntax, last - 1)) last--
  return { from: first, to: last }
}

function isEdge(syntax: Syntax, at: number): boolean {
  const word = syntax.word(at)
  if (word === ',' || word === ';' || word === ':') return true
  // "'" may be an apostrophe: a mark only where a quotation begins or ends.
  const quotation = syntax.quotation(at)
  return (isQuotationMark(word) || isClosingMark(word)) && word !== ')' && word !== ']' && (quotation === undefined ? word !== '’' && word !== "'" : at === quotation.from - 1 || at === quotation.to)
}

/** With the quotation mark at its edge where the other of the pair lies inside: the “hateful” attacks and “inhuman murders”. */
function balanced(syntax: Syntax, { from, to }: Stretch): Stretch {
  const opening = syntax.quotation(from)
  const closing = syntax.quotation(to - 1)
  const opens = opening !== undefined && opening.from === from && opening.closed && opening.to < to
  const closes = closing !== undefined && closing.to === to && closing.closed && closing.from - 1 >= from
  return { from: opens ? from - 1 : from, to: closes ? to + 1 : to }
}

/** Stretches in order, those that overlap made one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = []
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = whole.at(-1)
    if (last && from <= last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, to) }
    else whole.push({ from, to })
  }
  return whole
}

/** The parts of the outermost quotations that lie in a stretch. */
function quotedIn(syntax: Syntax, stretch: Stretch): readonly Stretch[] {
  return quotationsIn(syntax, stretch)
    .flatMap(index => syntax.quotations[index] ?? [])
    .map(quotation => withoutMarks(syntax, within(quotation, stretch)))
    .filter(part => part.to > part.from && hasWord(syntax, part))
}

function within({ from, to }: Quotation, stretch: Stretch): Stretch {
  return { from: Math.max(from, stretch.from), to: Math.min(to, stretch.to) }
}

function hasWordOutside(syntax: Syntax, { from, to }: Stretch, inside: readonly Stretch[]): boolean {
  let at = from
  for (const part of inside) {
    if (hasWord(syntax, { from: at, to: part.from })) return true
    at = part.to
  }
  return hasWord(syntax, { from: at, to })
}

function hasWord(syntax: Syntax, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) if (/[\p{L}\p{N}]/u.test(syntax.word(at))) return true
  return false
}

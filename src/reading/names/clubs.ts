// Clubs of sport, in a text that tells of it: "Varen City" is no town there, nor "Rovers" anybody.
import type { Draft, Token } from '../draft.ts'
import { clubEnds, ofClubs, sportWords } from '../lexicon/clubs.ts'
import type { NameSpan } from './span.ts'

/** Of the words of sport so many tell that a text is of it. */
const fewest = 4

export function isOfSport(written: ReadonlySet<string>): boolean {
  let found = 0
  for (const word of sportWords) if (written.has(word) && ++found === fewest) return true
  return false
}

/** "Varen City", "Harl North End"; "the Varen manager", "Varen striker Ola Berg": never where somebody is in it. */
export function isClub(tokens: readonly Token[], from: number, to: number): boolean {
  if (/^(?:in|near|of|from|outside|around)$/u.test(tokens[from - 1]?.lower ?? '')) return false
  if (to - from > 1 && clubEnds.has(tokens[to - 1]?.lower ?? '')) return true
  return ofClubs.has(tokens[to]?.lower ?? '') && (tokens[to + 1]?.capital === true || /^(?:the|any|a|former|then)$/u.test(tokens[from - 1]?.lower ?? ''))
}

/** "Rovers" of an article on Varen Rovers: the first club whose name ends so, by that word. */
export function clubsByEnd({ words }: Draft, spans: readonly NameSpan[], nameOf: (span: NameSpan) => string): ReadonlyMap<string, NameSpan & { readonly called: string }> {
  const clubs = new Map<string, NameSpan & { readonly called: string }>()
  for (const span of spans) {
    const last = words[span.to - 1] ?? ''
    if (span.kind !== 'ORGANISATION' || span.to - span.from < 2 || !clubEnds.has(last.toLowerCase()) || clubs.has(last)) continue
    clubs.set(last, { ...span, called: span.called ?? nameOf(span) })
  }
  return clubs
}

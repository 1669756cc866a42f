// "Federal Water Office (FWO)": letters that the article explains.
import type { Draft } from '../draft.ts'
import type { NameSpan } from './span.ts'

/** The span that each acronym in brackets shortens, by the acronym. */
export function acronymsOf({ tokens }: Draft, spans: readonly NameSpan[]): ReadonlyMap<string, NameSpan> {
  const explained = new Map<string, NameSpan>()
  for (const span of spans) {
    const letters = tokens[span.to + 1]?.text ?? ''
    if (tokens[span.to]?.text !== '(' || tokens[span.to + 2]?.text !== ')' || !/^\p{Lu}[\p{L}\p{N}]{1,7}$/u.test(letters)) continue
    const initials = tokens.slice(span.from, span.to).flatMap(({ text }) => (/^\p{Lu}/u.test(text) ? text.split('-').map(part => part.charAt(0)) : []))
    if (initials.join('').toUpperCase() === letters.toUpperCase().replaceAll('.', '') || initials[0] === letters.charAt(0)) explained.set(letters, { ...span, kind: span.kind ?? 'ORGANISATION' })
  }
  for (const [letters, span] of byInitials(tokens, spans)) if (!explained.has(letters)) explained.set(letters, span)
  return explained
}

/** "the Palavas Liberation Army … the PLA": a body of three words or more, known or not, whose first letters stand alone behind it. */
function byInitials(tokens: Draft['tokens'], spans: readonly NameSpan[]): ReadonlyMap<string, NameSpan> {
  const bodies = new Map<string, NameSpan>()
  const found = new Map<string, NameSpan>()
  for (const span of spans) {
    const words = tokens.slice(span.from, span.to).map(({ text }) => text)
    const [letters = ''] = words
    const body = words.length === 1 ? bodies.get(letters) : undefined
    if (body) found.set(letters, body)
    else if (span.kind === 'ORGANISATION' && words.length > 2) bodies.set(words.filter(word => /^\p{Lu}\p{Ll}/u.test(word)).map(word => word.charAt(0)).join(''), span)
  }
  return found
}

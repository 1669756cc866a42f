// Who does it to whom where the text names both sides at once: "Hungary and Romania agreed", "negotiators from Iran and Iraq met".
import type { Draft, NounPhrase } from '../draft.ts'
import { mutual, type Deed } from './deed.ts'
import { firstAtOrAfter } from './mark.ts'

/** "Iran" and "Iraq" of "foreign ministers of Iran and Iraq", "negotiators from Iran and Iraq". */
export function bothOf({ tokens, nounPhrases }: Draft, phrase: NounPhrase): readonly NounPhrase[] | undefined {
  if (!/^(?:of|from)$/u.test(tokens[phrase.to]?.lower ?? '') || (tokens[phrase.head]?.lower === tokens[phrase.head]?.lemma && !tokens[phrase.head]?.lower.endsWith('s'))) return undefined
  const at = firstAtOrAfter(nounPhrases, phrase.to + 1)
  const [one, other] = [nounPhrases[at], nounPhrases[at + 1]]
  const isPair = one && other && one.from === phrase.to + 1 && tokens[one.to]?.lower === 'and' && other.from === one.to + 1
  return isPair && tokens[one.head]?.tag === 'PROPN' && tokens[other.head]?.tag === 'PROPN' ? [one, other] : undefined
}

/** "Hungary and Romania agreed": who acts together does it to one another. */
export function withSides(draft: Draft, told: Omit<Deed, 'actors' | 'targets'>, actors: readonly NounPhrase[], targets: readonly NounPhrase[]): Deed | undefined {
  if (targets.length > 0) return { ...told, actors, targets }
  const [first] = actors
  const both = first && actors.length === 1 && mutual.has(told.type) ? bothOf(draft, first) : undefined
  if (both) return { ...told, actors: both.slice(0, 1), targets: both.slice(1) }
  if (mutual.has(told.type) && actors.length === 2) return { ...told, actors: actors.slice(0, 1), targets: actors.slice(1) }
  return { ...told, actors, targets: [], ...(told.type === 'CONSULT' && actors.length > 2 && { joint: true }) }
}

// Sayings set in between the parts of a clause: "Kelt, the mayor said, bombed", "Reed has won, the paper projected, ousting Hale".
import { sayingVerbs } from '../lexicon/clause-words.ts'
import { frames } from '../lexicon/cues.ts'
import type { Around } from './clause.ts'
import { farthest, type Item } from './items.ts'

/** "he said", "said the mayor on Monday", "he told reporters", "according to the mayor": nothing but who says it. */
export function isSaidBetween(around: Around, opening: number, closing: number): boolean {
  const { items, tokens } = around
  const inside = items.slice(opening + 1, closing)
  if (tokens[inside[0]?.from ?? -1]?.lower === 'according') return inside.slice(1).every(({ kind }) => kind !== 'verb')
  const verbs = inside.filter(({ kind }) => kind === 'verb')
  const verb = verbs[0]
  return verbs.length === 1 && verb !== undefined && inside.indexOf(verb) < 2 && (inside[0] === verb || inside[0]?.kind === 'noun') && isSaying(around, verb) && inside.every(({ kind }) => kind === 'noun' || kind === 'time' || kind === 'preposition' || kind === 'verb')
}

/** "Reed has won, the paper projected, | ousting Hale": the item before who says so, which does not oust; "…, he said, praising her" is his. */
export function beforeSaying(around: Around, at: number): number {
  const { items, tokens } = around
  const verb = items[at]?.verb
  if (items[at - 1]?.kind !== 'comma' || verb?.form !== 'participle' || frames.has(tokens[verb.head]?.lemma ?? '')) return at - 1
  for (let open = at - 2; open > Math.max(0, at - farthest); open--) {
    if (items[open]?.kind !== 'comma') continue
    const before = items.slice(Math.max(0, open - farthest), open).some(({ kind, verb: own }) => kind === 'verb' && own?.form === 'finite')
    return before && isSaidBetween(around, open, at - 1) ? open - 1 : at - 1
  }
  return at - 1
}

/** Verbs that a clause may follow without "that". */
export function isSaying({ tokens }: Around, { verb }: Item): boolean {
  const lemma = tokens[verb?.head ?? -1]?.lemma ?? ''
  const found = frames.get(lemma)
  return sayingVerbs.has(lemma) || found?.has('say') === true || found?.has('think') === true || found?.has('show') === true
}

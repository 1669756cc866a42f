// What follows a verb or a noun: its object and what prepositions tie to it.
import type { NounPhrase, Token } from '../draft.ts'
import { farthest, type Item } from './items.ts'

/** A phrase after a verb: its direct object, or what a preposition ties to it. */
export interface Argument {
  /** Absent for the direct object. */
  readonly preposition?: string
  /** Token of the preposition; of the first phrase where there is none. */
  readonly at: number
  /** Coordinated: "Iraq, Syria and Lebanon"; empty behind a particle. */
  readonly phrases: readonly NounPhrase[]
}

/** What follows a verb, up to the next verb or the end of its clause. */
export function argumentsOf(tokens: readonly Token[], items: readonly Item[], verb: number): readonly Argument[] {
  const found: Argument[] = []
  for (let at = verb + 1; at < Math.min(items.length, verb + farthest); ) {
    const item = items[at]
    if (item?.kind === 'time') at++
    else if (item?.kind === 'preposition') {
      const preposition = tokens[item.from]?.lower ?? ''
      const next = items[at + 1]
      if (next?.kind === 'time') at += 2
      else if (next?.kind === 'noun') {
        const { phrases, to } = listAt(items, at + 1, preposition === 'between')
        found.push({ preposition, at: item.from, phrases })
        at = to
      } else {
        found.push({ preposition, at: item.from, phrases: [] })
        at++
      }
    } else if (item?.kind === 'noun') {
      const { phrases, to } = listAt(items, at)
      if (phrases.length === 0) break
      found.push({ at: item.from, phrases })
      at = to
    } else if (item?.kind === 'comma' && items[at + 1]?.kind === 'preposition' && found.length > 0 && found.length < 3) at++
    else break
  }
  return found
}

/** A noun phrase and those coordinated with it; the last of a list that has a verb of its own is none of them, but "between" needs two. */
function listAt(items: readonly Item[], from: number, isPair = false): { readonly phrases: readonly NounPhrase[]; readonly to: number } {
  const phrases: NounPhrase[] = []
  let at = from
  for (let steps = 0; steps < farthest; steps++) {
    const phrase = items[at]?.phrase
    if (!phrase) break
    if (!isPair && phrases.length > 0 && items[at + 1]?.kind === 'verb' && items[at + 1]?.verb?.form === 'finite') break
    phrases.push(phrase)
    const next = items[at + 1]?.kind === 'comma' && items[at + 2]?.kind === 'and' ? at + 3 : items[at + 1]?.kind === 'and' ? at + 2 : items[at + 1]?.kind === 'comma' && endsInAnd(items, at + 2) ? at + 2 : undefined
    if (next === undefined || items[next]?.kind !== 'noun' || (!isPair && items[next + 1]?.kind === 'verb' && items[next + 1]?.verb?.form === 'finite')) return { phrases, to: at + 1 }
    at = next
  }
  return { phrases, to: at }
}

/** Whether a list of nouns and commas from here ends in "and"; not "others, the governor and his aides said". */
function endsInAnd(items: readonly Item[], from: number): boolean {
  for (let at = from; at < Math.min(items.length, from + 12); at++) {
    const kind = items[at]?.kind
    if (kind === 'and') return items[at + 1]?.kind !== 'noun' || items[at + 2]?.verb?.form !== 'finite'
    if (kind !== 'noun' && kind !== 'comma') return false
  }
  return false
}

// Titles before names, and words for titles that are part of a name.
import type { Draft } from '../draft.ts'
import type { Gazetteer, TitleMatch } from '../gazetteer.ts'
import { isInDictionary } from '../tagger.ts'
import type { Search } from './known.ts'
import type { TitleBefore } from './span.ts'

/** A title with a name behind it: "Italian Prime Minister | Matteo Renzi", "columnist | Ann Reed"; never inside a name. */
export function titleAt({ gazetteer, words, draft, capitals }: Search, at: number, end: number): TitleBefore | undefined {
  // A look-up is dear.
  const isNameNear = capitals.nextFrom(at + 1) < Math.min(end, at + 7)
  const match = isNameNear ? (gazetteer.titleAt(words, at) ?? lettersAt(gazetteer, words, at)) : undefined
  if (!match || at + match.length >= end) return undefined
  const to = at + match.length
  const next = draft.tokens[to]
  if (isOfName(draft, at, match)) return undefined
  return next && (next.capital || gazetteer.titleAt(words, to)) && !gazetteer.match(words, at)?.entries.some(entry => !entry.ambiguous) ? { from: at, to, match } : undefined
}

/** "the General Staff", "Blue Anchor Terminals": a word of a body's name, and no general or anchor. */
export function isOfName({ tokens }: Draft, at: number, { length, title }: TitleMatch): boolean {
  const next = tokens[at + length]
  if (length === 1 && notOfPeople.test(next?.lower ?? '')) return true
  return /^(?:MEDIA|PROFESSION|SPORT)$/u.test(title.kind) && tokens[at]?.capital === true && tokens[at - 1]?.capital === true && next?.capital === true && isInDictionary(next.lower) && !tokens[at + length + 1]?.capital
}

/** Behind "General", a word of a body's name. */
const notOfPeople = /^(?:staff|motors|electric|assembly|council|hospital|dynamics|mills)$/u

/** "AG Ann Reed"; of "Lind Motor AG hired" the letters are a legal form. */
function lettersAt({ titleAt: find, isGivenName }: Gazetteer, words: readonly string[], at: number): TitleMatch | undefined {
  const length = words[at] === 'State' || words[at] === 'state' ? 2 : 1
  const title = words[at + length - 1] === 'AG' && isGivenName(words[at + length] ?? '') ? find(attorneyGeneral, 0) : undefined
  return title && { ...title, length }
}

const attorneyGeneral: readonly string[] = ['Attorney', 'General']

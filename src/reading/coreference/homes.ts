// Where somebody with an office is from: "Ohio Gov. Dan Hale", "Dan Hale of Ohio", "Dan Hale (R-Ohio)"; so that "the Ohio governor" is he.
import type { Stretch } from '../draft.ts'
import type { Gazetteer } from '../gazetteer.ts'

/** Words between a place and the name behind it: "Ohio Republican Lt. Gov. | Dan Hale". */
const longestTitle = 6

/** The places that the words beside a name give its bearer. */
export function homesBeside(gazetteer: Gazetteer, words: readonly string[], { from, to }: Stretch): readonly string[] {
  const bracket = /^[(,]$/u.test(words[to] ?? '') ? /^[RDI]-(?<state>\p{Lu}.*)$/u.exec(words[to + 1] ?? '')?.groups?.['state'] : undefined
  if (bracket !== undefined) return placesAt(gazetteer, [bracket], 0) ?? placesAt(gazetteer, [`${bracket}.`], 0) ?? []
  if (words[to] === 'of') {
    const home = placesAt(gazetteer, words, to + 1)
    if (home) return home
  }
  for (let at = from - 1; at >= Math.max(0, from - longestTitle); at--) {
    const title = gazetteer.titleAt(words, at)
    if (title && at + title.length === from) return homesBefore(gazetteer, words, at)
  }
  return []
}

/** The places named within a description: "the junior | Ohio | senator". */
export function homesIn(gazetteer: Gazetteer, words: readonly string[], { from, to }: Stretch): readonly string[] {
  const found: string[] = []
  for (let at = from; at < to; at++) found.push(...(placesAt(gazetteer, words, at) ?? []))
  return found
}

/** "the Ohio | Republican": one member of a party. */
export function isMember(gazetteer: Gazetteer, words: readonly string[], at: number): boolean {
  return gazetteer.match(words, at)?.entries.some(({ kind, by, plural }) => kind === 'ORGANISATION' && by === 'demonym' && !plural) === true
}

/** "New Jersey | Gov." */
function homesBefore(gazetteer: Gazetteer, words: readonly string[], title: number): readonly string[] {
  for (const length of [2, 1]) {
    const match = title >= length ? gazetteer.match(words, title - length) : undefined
    if (match?.length === length) return placesAt(gazetteer, words, title - length) ?? []
  }
  return []
}

function placesAt(gazetteer: Gazetteer, words: readonly string[], at: number): readonly string[] | undefined {
  if (!/^\p{Lu}/u.test(words[at] ?? '')) return undefined
  const places = gazetteer.match(words, at)?.entries.flatMap(({ kind, by, name }) => (kind === 'PLACE' && by !== 'demonym' ? [name] : []))
  return places && places.length > 0 ? places : undefined
}

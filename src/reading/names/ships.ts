// Names that are those of ships, and nobody's: "the ferry Lady Anne", "USS Harry Hale".
import type { Token } from '../draft.ts'
import { shipLetters, vessels } from '../lexicon/name-words.ts'
import type { Search } from './known.ts'

/** Without one of these words a text has no ship's name. */
const telling = [...vessels, ...shipLetters]

/** The names of ships: "Lady Anne" of "the ferry Lady Anne", "Harry Hale" of "USS Harry Hale". */
export function shipsIn({ draft: { tokens, written }, words, gazetteer, capitals }: Search): ReadonlySet<string> {
  const ships = new Set<string>()
  if (!telling.some(word => written.has(word))) return ships
  for (let at = 1; at < tokens.length; at++) {
    const before = tokens[at - 1]
    const isShip = before && (shipLetters.has(before.text) || (vessels.has(before.text) && isTheOne(tokens, at - 2)))
    const run = isShip && before.sentence === tokens[at]?.sentence ? capitals.runAt(at) : undefined
    if (run && (shipLetters.has(before?.text ?? '') || !(gazetteer.match(words, at) ?? gazetteer.titleAt(words, at)))) ships.add(words.slice(at, run.to).join(' '))
  }
  return ships
}

/** "the oil tanker", and not "a boat Ann Reed owned". */
function isTheOne(tokens: readonly Token[], last: number): boolean {
  let at = last
  while (at > last - 4 && /^(?:ADJ|NOUN|PROPN)$/u.test(tokens[at]?.tag ?? '')) at--
  return tokens[at]?.lower === 'the'
}

/** Behind the name of a ship that begins here. */
export function shipAt({ words, capitals, gazetteer }: Search, ships: ReadonlySet<string>, at: number): number | undefined {
  const first = shipLetters.has(words[at] ?? '') ? at + 1 : at
  const run = capitals.runAt(first)
  return run && ships.has(words.slice(first, run.to).join(' ')) && (first > at || vessels.has(words[at - 1]?.toLowerCase() ?? '') || words[at - 1]?.toLowerCase() === 'the' || !gazetteer.isGivenName(words[first] ?? '')) ? run.to : undefined
}

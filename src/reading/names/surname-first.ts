// Names whose family name stands first: "Kim Jong-un", "Xi Jinping".
import type { Gazetteer } from '../gazetteer.ts'
import { familyNames } from '../lexicon/family-names.ts'

/** Also English words, and the beginnings of places: "Park Avenue". */
const words = new Set(['park', 'sun', 'song', 'moon', 'tang', 'pan', 'tan', 'hong', 'su', 'du', 'lim', 'roh', 'shin', 'jo', 'ban', 'bai', 'mao'])

/** Whether the words of a full name say so by themselves. */
export function isSurnameFirst(parts: readonly string[], { isGivenName }: Pick<Gazetteer, 'isGivenName'>): boolean {
  const [first = '', ...rest] = parts
  if (rest.length === 0 || rest.length > 2) return false
  // "Jong-un": no name of the west goes on small behind a hyphen.
  if (familyNames.has(first.toLowerCase()) && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(rest.at(-1) ?? '')) return true
  // "Kim Jong Un": two syllables that are nobody's given name here.
  if (familyNames.has(first.toLowerCase()) && rest.length === 2 && rest.every(word => /^\p{Lu}\p{Ll}{1,4}$/u.test(word) && !isGivenName(word) && !familyNames.has(word.toLowerCase()))) return true
  return familyNames.has(first.toLowerCase()) && !words.has(first.toLowerCase()) && !isGivenName(first) && !rest.some(word => isGivenName(word)) && !familyNames.has(rest.at(-1)?.toLowerCase() ?? '')
}

// The key that two names of one person or thing share, however they are written: those who may be the same stand together in an index.
// Nothing is decided here; db/matching/name-rules.ts compares.
import { formalName } from './nicknames.ts'

/** The parts of a person's folded name. */
export interface PersonName {
  /** Empty where only the surname is known; one letter where it is an initial. */
  readonly given: string
  readonly middle: readonly string[]
  readonly surname: string
}

/** Words that belong to the surname behind them: "Le Pen" is a surname alone. */
const particles = new Set(['al', 'el', 'le', 'la', 'de', 'del', 'della', 'di', 'da', 'dos', 'du', 'van', 'von', 'der', 'den', 'ter', 'ten', 'bin', 'ben', 'ibn', 'abu', 'st'])
const suffixes = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv'])
/** Words that an acronym leaves out: "FBI" is the Federal Bureau of Investigation. */
const unspoken = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to'])

/** Null for kinds whose names tell nothing by their likeness: events and topics. */
export function alikeKey(kind: string | null, folded: string): string | null {
  if (folded === '') return null
  if (kind === 'PERSON') {
    const { given, surname } = personName(folded)
    const [letter = '', ...rest] = formalName(given)
    return `person ${soundOf(surname) || cut(surname)}|${letter}${soundOf(rest.join(''))}`
  }
  if (kind === 'ORGANISATION') {
    const initials = initialsOf(folded)
    return `organisation ${initials.length > 1 ? initials : folded.length <= 6 ? folded : soundOf(folded) || cut(folded)}|`
  }
  const isNameAlone = kind === 'PLACE' || kind === 'COUNTRY' || kind === 'GROUP'
  return isNameAlone ? `${kind.toLowerCase()} ${soundOf(folded.replace(/^the /, '')) || cut(folded)}|` : null
}

/** From the folded name; names that stand before the given one, as in "Xi Jinping", are taken for given names. */
export function personName(folded: string): PersonName {
  const words = folded.split(' ')
  while (words.length > 1 && suffixes.has(words.at(-1) ?? '')) words.pop()
  const surname = words.pop() ?? ''
  const [given = '', ...middle] = words.every(word => particles.has(word)) ? [] : words
  return { given, middle: middle.filter(word => !particles.has(word)), surname }
}

/** The first letters of the words that an acronym is made of. */
export function initialsOf(folded: string): string {
  return cut(folded.split(' ').filter(word => !unspoken.has(word)).map(word => [...word][0] ?? '').join(''))
}

const sounds = new Map([['bfpvw', '1'], ['cgjkqsxz', '2'], ['dt', '3'], ['l', '4'], ['mn', '5'], ['r', '6'], ['aeiouhy', '']]
  .flatMap(([letters = '', code = '']) => [...letters].map((letter): [string, string] => [letter, code])))

/**
 * How the consonants sound: Soundex (Russell 1918), but with the first letter coded like the others, as "Gaddafi" and "Qaddafi" are one,
 * not cut off at four, and with equal sounds kept one wherever they meet. Letters of other scripts stand for themselves.
 */
export function soundOf(folded: string): string {
  let sound = ''
  for (const letter of folded) {
    const code = sounds.get(letter) ?? letter
    if (code !== '' && code !== ' ' && !sound.endsWith(code)) sound += code
  }
  return cut(sound)
}

/** Forty letters tell enough, and an index is no place for a name of thousands. */
function cut(letters: string): string {
  return letters.length <= 40 ? letters : [...letters].slice(0, 40).join('')
}

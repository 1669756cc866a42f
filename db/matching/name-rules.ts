// Whether two names may be one person's or thing's, and why: the rules by which candidates are found. Ids are permanent; docs/identity.md
// lists them.
import { initialsOf, personName, soundOf, type PersonName } from './alike.ts'
import { formalName } from './nicknames.ts'
import { jaroWinkler, nameSimilarity } from './similarity.ts'

export interface NameMatch {
  readonly rule: NameRule
  /** The beginning of a sentence, without capital and full stop: "both bear the same name". */
  readonly reason: string
  readonly confidence: number
}

/** Each rule with what it says of a pair before anything else is known of the two. */
export const nameRules = {
  'I-MIDDLE': 0.75,
  'I-NICKNAME': 0.65,
  'I-ACRONYM': 0.6,
  'I-SPELLING': 0.55,
  'I-INITIAL': 0.5,
  'I-NAMESAKE': 0.4,
  'I-SURNAME': 0.35,
} as const
export type NameRule = keyof typeof nameRules

/** The likeness (Jaro-Winkler) from which two spellings may be one name's. */
const leastLikeness = 0.82
/** Letters of a given name that may be spelt in two ways: "Jean" and "Joan" are two names, "Sergei" and "Sergey" are one. */
const fewestLetters = 5

/** Longer names are not compared: likeness costs the product of their lengths. */
const mostLetters = 100

/** Compares two folded names of one kind; null where they are two. The same whichever comes first. */
export function matchNames(kind: string, one: string, other: string): NameMatch | null {
  if (Math.max(one.length, other.length) > mostLetters) return null
  if (kind === 'PERSON') return matchPersons(personName(one), personName(other))
  if (one === other) return match('I-NAMESAKE', 'both bear the same name')
  const acronym = kind === 'ORGANISATION' && (isAcronymOf(one, other) || isAcronymOf(other, one))
  if (acronym) return match('I-ACRONYM', 'one name is made of the first letters of the other')
  return soundOf(one) === soundOf(other) && Math.min(nameSimilarity(one, other), nameSimilarity(other, one)) >= leastLikeness ? match('I-SPELLING', 'the names are spelt alike') : null
}

function matchPersons(one: PersonName, other: PersonName): NameMatch | null {
  const surname = one.surname === other.surname
  if (!surname && !isSpeltAlike(one.surname, other.surname)) return null
  if (one.given === '' || other.given === '') {
    const both = one.given === other.given ? 'both are known by this surname alone' : 'one is known by the surname alone'
    return match('I-SURNAME', surname ? both : `${both}, and it is spelt otherwise`, surname ? 1 : 0.8)
  }
  const middles = compareMiddles(one.middle, other.middle)
  if (middles === null) return null
  if (one.given === other.given) {
    if (!surname) return match('I-SPELLING', 'the given names are the same, the surnames are spelt alike')
    if (middles === 'same') return one.given.length === 1 ? match('I-INITIAL', 'surname and initial are the same') : match('I-NAMESAKE', 'both bear the same name')
    return one.given.length === 1 ? match('I-INITIAL', 'surname and initial are the same') : match('I-MIDDLE', 'the names differ in a middle name that one leaves out or shortens')
  }
  if (!surname) return null
  if (one.given.length === 1 || other.given.length === 1) {
    return one.given[0] === other.given[0] ? match('I-INITIAL', 'one given name is the initial of the other') : null
  }
  if (formalName(one.given) === formalName(other.given)) return match('I-NICKNAME', 'one given name is a pet form of the other')
  return isGivenSpeltAlike(one.given, other.given) ? match('I-SPELLING', 'the surnames are the same, the given names are spelt alike') : null
}

/** Null where they are of two: "George W." and "George H. W.". */
function compareMiddles(one: readonly string[], other: readonly string[]): 'same' | 'compatible' | null {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? 'same' : 'compatible'
  if (one.length !== other.length) return null
  if (one.every((word, index) => word === other[index])) return 'same'
  const fits = one.every((word, index) => word === other[index] || ((word.length === 1 || other[index]?.length === 1) && word[0] === other[index]?.[0]))
  return fits ? 'compatible' : null
}

function isSpeltAlike(one: string, other: string): boolean {
  return soundOf(one) === soundOf(other) && Math.min(jaroWinkler(one, other), jaroWinkler(other, one)) >= leastLikeness
}

/** A final "a" that only one has makes another name: "Mario" and "Maria". */
function isGivenSpeltAlike(one: string, other: string): boolean {
  return one.length >= fewestLetters && other.length >= fewestLetters && one.endsWith('a') === other.endsWith('a') && isSpeltAlike(one, other)
}

function isAcronymOf(short: string, long: string): boolean {
  return long.includes(' ') && short.length > 1 && short === initialsOf(long)
}

function match(rule: NameRule, reason: string, share = 1): NameMatch {
  return { rule, reason, confidence: nameRules[rule] * share }
}

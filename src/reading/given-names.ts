// What a given name tells: that it is one, whose it usually is, and what it is shortened to. A hint, never a fact about its bearer.
import type { Gender, GivenNames } from './knowledge.ts'
import { foldWord, startsUpper } from './known-phrases.ts'

export interface GivenNameLookup {
  isGivenName(word: string): boolean
  /** The usual gender of its bearers; absent where women and men bear it. Of "Anne-Louise" that of "Anne". */
  genderOf(givenName: string): Gender | undefined
  /** Whether both may be one person's: equal, an initial ("V." and "Vladimir"), or a short form ("Joe" and "Joseph"). */
  sameGivenName(a: string, b: string): boolean
}

export function givenNamesOf({ f, m, u, nicknames }: GivenNames): GivenNameLookup {
  const genders = new Map<string, Gender | 'u'>()
  for (const [gender, lines] of [['f', f], ['m', m], ['u', u]] as const) {
    for (const name of wordsOf(lines)) {
      const known = genders.get(name)
      genders.set(name, known === undefined || known === gender ? gender : 'u')
    }
  }
  /** The long names each short one, and each long one, may stand for. */
  const longForms = new Map<string, Set<string>>()
  for (const line of nicknames) {
    const [long = '', ...short] = wordsOf([line])
    for (const name of [long, ...short]) longForms.set(name, (longForms.get(name) ?? new Set()).add(long))
  }
  const genderIn = (name: string): Gender | 'u' | undefined => genders.get(foldWord(name)) ?? (name.includes('-') ? genders.get(foldWord(name.split('-', 1)[0] ?? '')) : undefined)

  return {
    isGivenName: word => startsUpper(word) && genderIn(word) !== undefined,
    genderOf(givenName) {
      const gender = genderIn(givenName)
      return gender === 'u' ? undefined : gender
    },
    sameGivenName(a, b) {
      const [one, other] = [foldWord(a), foldWord(b)]
      if (one === '' || other === '') return false
      if (one === other) return true
      if (one.length === 1 || other.length === 1) return one[0] === other[0]
      const forms = longForms.get(one)
      return forms !== undefined && [...(longForms.get(other) ?? [])].some(form => forms.has(form))
    },
  }
}

function wordsOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => line.split(' ')).map(foldWord)
}

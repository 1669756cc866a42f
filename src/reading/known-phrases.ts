// Phrases of one or more words and what they mean; finds the longest that starts at a word. A tree with a word on each branch.
import { remembered } from './remembered.ts'
import { longest } from './spelling.ts'
import { wordsOf } from './words.ts'

/** `as written`: "US" is never "us", though "RUSSIA" and "White house" are what they are. `any case`: for common words, as titles are. */
export type Spelling = 'as written' | 'any case'

export interface Phrases<Meaning> {
  add(phrase: string, meaning: Meaning): void
  /** `values`: all meanings of that longest phrase; only those spelt exactly so, where there are such: "GAO" is not Gao. */
  longestAt(words: readonly string[], at: number): { readonly length: number; readonly values: readonly Meaning[] } | undefined
}

interface Branch<Meaning> {
  readonly next: Map<string, Branch<Meaning>>
  readonly ends: { readonly spelling: readonly string[]; readonly meaning: Meaning }[]
}

export function phrasesOf<Meaning>(spelling: Spelling): Phrases<Meaning> {
  const root: Branch<Meaning> = { next: new Map(), ends: [] }
  const fits = spelling === 'any case' ? () => true : (phrase: readonly string[], words: readonly string[], at: number) =>
    phrase.every((word, index) => isSpelt(word, words[at + index] ?? ''))

  return {
    add(phrase, meaning) {
      // Texts write "al-Qaeda" and "al Qaeda".
      for (const variant of phrase.includes('-') ? [phrase, phrase.replaceAll('-', ' ')] : [phrase]) {
        const words = wordsOfPhrase(variant)
        let branch = root
        for (const word of words) {
          const key = foldWord(word)
          const next = branch.next.get(key) ?? { next: new Map(), ends: [] }
          branch.next.set(key, next)
          branch = next
        }
        branch.ends.push({ spelling: words, meaning })
      }
    },
    longestAt(words, at) {
      let found: { length: number; values: readonly Meaning[] } | undefined
      const folded = foldedWords(words)
      let branch: Branch<Meaning> | undefined = root
      for (let length = 1; at + length <= words.length; length++) {
        branch = branch.next.get(folded[at + length - 1] ?? '')
        if (!branch) break
        if (branch.ends.length === 0) continue
        const ends = branch.ends.filter(end => fits(end.spelling, words, at))
        const exact = ends.filter(end => end.spelling.every((word, index) => word === words[at + index]))
        if (ends.length > 0) found = { length, values: (exact.length > 0 ? exact : ends).map(end => end.meaning) }
      }
      return found
    },
  }
}

/** As the words of a text are cut; most phrases are letters and spaces, and cut faster. */
function wordsOfPhrase(phrase: string): readonly string[] {
  return /^[A-Za-z ]*$/u.test(phrase) ? phrase.split(' ') : wordsOf(phrase, { start: 0, end: phrase.length }).map(word => word.text)
}

/** The words of a text, folded at its first look-up. */
function foldedWords(words: readonly string[]): readonly string[] {
  let folded = foldedTexts.get(words)
  if (!folded) foldedTexts.set(words, (folded = words.map(foldWord)))
  return folded
}

const foldedTexts = new WeakMap<readonly string[], readonly string[]>()

/** Without case, accents and full stops: "U.S." and "US" are one, as are "Élysée" and "Elysee". */
export function foldWord(word: string): string {
  if (word.length > longest) return ''
  if (isPlain(word)) return word
  return foldOnce(word)
}

/** Most words are small letters of ASCII, and folded as they are. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    if (unit < 0x61 || unit > 0x7a) return false
  }
  return true
}

const foldOnce = remembered(fold, 50_000)

function fold(word: string): string {
  const folded = (isAscii.test(word) ? word : foldLetters(word)).toLowerCase()
  return folded.includes('.') ? folded.replaceAll('.', '') || folded : folded
}

const isAscii = /^[\x20-\x7e]*$/u

function foldLetters(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").replaceAll('ł', 'l').replaceAll('ı', 'i')
}

/** Of two words equal when folded: a name needs its capital, an abbreviation all of them: "Us" is not the US, "Let" not LeT. */
function isSpelt(known: string, word: string): boolean {
  if (known === word) return true
  const written = word.replaceAll('.', '').replaceAll('’', "'")
  const wanted = known.replaceAll('.', '')
  if (written === wanted) return true
  const isAbbreviation = wanted.length > 1 && (wanted === wanted.toUpperCase() || /\p{Lu}$/u.test(wanted))
  return !isAbbreviation && (startsUpper(word) || wanted === 'The')
}

export function startsUpper(word: string): boolean {
  const first = word.slice(0, 1)
  return first !== first.toLowerCase()
}

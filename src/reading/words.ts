// A text as words and marks of punctuation, in one pass over its characters.
import type { Span } from '../model/passage.ts'
import { abbreviations } from './lexicon/abbreviations.ts'

/** A word, clitic or mark of punctuation, before anything is known of it. */
export interface Word extends Span {
  readonly text: string
  readonly lower: string
}

// Alternatives in order: a party and its state ("D-N.Y."), initials ("U.S.", "J."), numbers ("1,000.5", "$3.5"), words with what binds their parts ("al-Assad", "don’t"), any other mark.
const pattern = /\p{Lu}-(?:\p{Lu}\.){2,4}|(?:\p{Lu}\.){2,6}|(?:\p{L}\.){2,4}(?!\p{L})|\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}+)?(?:[-‐‑]\p{L}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‐‑’'&][\p{L}\p{M}\p{N}]+)*|\.{2,}|--+|``|'(?=''(?!'))|''|\P{White_Space}/gu
const clitic = /^(?<stem>.+?)(?<tail>['’](?:s|re|ll|d|ve|m))$/iu
/** Letters of a word that stand before its full stop in an initial: "J." */
const initial = /^\p{Lu}$/u

/** The spelling of each word of a text, once: look-ups then know a word by its place in memory, and read its letters no more. */
export type Spellings = Map<string, Pick<Word, 'text' | 'lower'>>

/** The words of a stretch of the text, in order. Offsets count from the start of the text. */
export function wordsOf(text: string, { start, end }: Span, spellings: Spellings = new Map()): readonly Word[] {
  const words: Word[] = []
  const add = (at: number, word: string): void => {
    let spelt = spellings.get(word)
    if (!spelt) spellings.set(word, (spelt = { text: word, lower: word.toLowerCase() }))
    words.push({ start: at, end: at + word.length, text: spelt.text, lower: spelt.lower })
  }
  pattern.lastIndex = start
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    const word = match[0]
    const from = match.index
    const to = from + word.length
    const split = word.length < longest && (word.includes('’') || word.includes("'")) ? clitic.exec(word)?.groups : undefined
    if (split) {
      const middle = from + (split['stem'] ?? '').length
      add(from, text.slice(from, middle))
      add(middle, text.slice(middle, to))
    } else if (text[to] === '.' && (abbreviations.has(word.toLowerCase()) || (initial.test(word) && /\s\p{Lu}/u.test(text.slice(to + 1, to + 3))))) {
      add(from, text.slice(from, to + 1))
      pattern.lastIndex = to + 1
    } else add(from, word)
  }
  return words
}

/** No word that is looked into is longer; what is, is a hash, an address or an attack. */
export const longest = 60

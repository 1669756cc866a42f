// A text as words and marks of punctuation, in one pass over its characters.
import type { Span } from '../model/passage.ts'
import { abbreviations } from './lexicon/abbreviations.ts'
import { spellingOf, type Spelling } from './spelling.ts'

/** A word, clitic or mark of punctuation, before anything but its spelling is known of it. */
export interface Word extends Span, Omit<Spelling, 'stem'> {}

// Alternatives in order: letters of ASCII before a space or comma, as three in four words are, tried first as they need no tables of letters; a party and its state ("D-N.Y."), initials ("U.S.", "J."), numbers ("1,000.5", "$3.5"), words with what binds their parts ("al-Assad", "don’t"), any other mark.
const pattern = /[A-Za-z]+(?=[ ,])|\p{Lu}-(?:\p{Lu}\.){2,4}|(?:\p{Lu}\.){2,6}|(?:\p{L}\.){2,4}(?!\p{L})|\p{N}+(?:[.,:]\p{N}+)*(?:\p{L}+)?(?:[-‐‑]\p{L}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[-‐‑’'&][\p{L}\p{M}\p{N}]+)*|\.{2,}|--+|``|'(?=''(?!'))|''|\P{White_Space}/gu
/** Letters of a word that stand before its full stop in an initial: "J." */
const initial = /^\p{Lu}$/u

/** The words of a stretch of the text, in order. Offsets count from the start of the text. */
export function wordsOf(text: string, { start, end }: Span): readonly Word[] {
  const words: Word[] = []
  pattern.lastIndex = start
  for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
    const word = match[0]
    const from = match.index
    const to = from + word.length
    const spelling = spellingOf(word)
    if (spelling.stem > 0) {
      const middle = from + spelling.stem
      words.push(wordAt(from, spellingOf(text.slice(from, middle))), wordAt(middle, spellingOf(text.slice(middle, to))))
    } else if (text[to] === '.' && ((abbreviations.has(spelling.lower) && !isDenial(spelling.lower, text, to)) || (initial.test(word) && /\s\p{Lu}/u.test(text.slice(to + 1, to + 3))))) {
      words.push(wordAt(from, spellingOf(text.slice(from, to + 1))))
      pattern.lastIndex = to + 1
    } else words.push(wordAt(from, spelling))
  }
  return words
}

/** "said no. Sen. Ed Hale left"; but "no. 10". */
function isDenial(lower: string, text: string, stop: number): boolean {
  return lower === 'no' && !/^\s?\p{N}/u.test(text.slice(stop + 1, stop + 3))
}

function wordAt(start: number, { text, lower, capital, opensName }: Spelling): Word {
  return { start, end: start + text.length, text, lower, capital, opensName }
}

// A text as words and marks of punctuation, in one pass over its characters.
import type { Span } from '../model/passage.ts'
import type { Tag } from './tag.ts'
import { abbreviations } from './lexicon/abbreviations.ts'
import { spellingOf, type Spelling } from './spelling.ts'

/** A word, a clitic ("'s") or one mark of punctuation. One object from the first look at its letters to the last rule: what is known of it only later has its place from the start. */
export interface Word extends Span, Pick<Spelling, 'text' | 'lower' | 'capital' | 'opensName'> {
  readonly spelling: Spelling
  tag: Tag
  lemma: string
  /** Index of its sentence. */
  sentence: number
}

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
    } else if (text[to] === '.' && (abbreviations.has(spelling.lower) || (initial.test(word) && /\s\p{Lu}/u.test(text.slice(to + 1, to + 3))))) {
      words.push(wordAt(from, spellingOf(text.slice(from, to + 1))))
      pattern.lastIndex = to + 1
    } else words.push(wordAt(from, spelling))
  }
  return words
}

function wordAt(start: number, spelling: Spelling): Word {
  const { text, lower, capital, opensName } = spelling
  return { start, end: start + text.length, text, lower, capital, opensName, spelling, tag: 'X', lemma: lower, sentence: 0 }
}

// From what people type to a query of SQLite's FTS5, whose operators and punctuation nobody means: every word is quoted.
import { OnRecordError } from '../src/model/errors.ts'
import { mendedWords } from './mend.ts'

/** Words beyond these are left out: more make a search slower, not better. */
const mostWords = 16

/** The words of a text, punctuation kept inside them ("foo-bar" is one, and finds "foo-bar" and "foo bar"). */
export function wordsOf(text: string): readonly string[] {
  return text
    .toWellFormed()
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
    .slice(0, mostWords)
}

/** A query for rows that hold every word, or the words as a broken text has them. Throws EMPTY_SEARCH where there is no word. */
export function fullTextQuery(text: string, lastIsPrefix = false): string {
  const words = wordsOf(text)
  if (words.length === 0) {
    throw new OnRecordError('EMPTY_SEARCH', `"${text.slice(0, 40).toWellFormed()}" holds no letter and no digit; search for at least one word.`)
  }
  const quoted = words.map(quote)
  if (lastIsPrefix) quoted.push(`${quoted.pop()} *`)
  const mended = mendedWords(text)
  return mended ? `(${quoted.join(' AND ')}) OR (${mended.split(' ').map(quote).join(' AND ')})` : quoted.join(' AND ')
}

function quote(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

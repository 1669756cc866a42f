// Search by words, with SQLite's FTS5: what is found by them, and the query from what people type, whose operators and punctuation nobody
// means: every word is quoted.
import { OnRecordError } from '../../src/model/errors.ts'
import { mendedWords } from './mend.ts'
import type { Graph } from '../file/open.ts'
import { aliveAt, name, sql, type Sql } from '../sql.ts'

/** Words beyond these are left out: more make a search slower, not better. The parts of "foo-bar" are two. */
const mostWords = 16
/** Code points of one word, at most. */
const mostLetters = 100

/** The words of a text, punctuation kept inside them ("foo-bar" is one, and finds "foo-bar" and "foo bar"). */
export function wordsOf(text: string): readonly string[] {
  let left = mostWords
  return text.toWellFormed().replaceAll('\0', ' ').split(/\s+/u).flatMap(word => {
    const parts = [...word.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].slice(0, left)
    left -= parts.length
    const last = parts.at(-1)
    if (!last || !/[\p{L}\p{N}]/u.test(word)) return []
    return [word.slice(0, last.index + [...last[0]].slice(0, mostLetters).join('').length)]
  })
}

/** A query for rows that hold every word, or the words as a broken text has them. Throws EMPTY_SEARCH where there is no word. */
export function fullTextQuery(text: string): string {
  const ways = waysToSay(text)
  return ways.length > 1 ? ways.map(words => `(${allOf(words)})`).join(' OR ') : ways.map(allOf).join('')
}

/** The words, and those of a text that has not broken them, where that makes a difference. Throws EMPTY_SEARCH where there is no word. */
export function waysToSay(text: string): readonly (readonly string[])[] {
  const words = wordsOf(text)
  if (words.length === 0) {
    throw new OnRecordError('EMPTY_SEARCH', `"${text.slice(0, 40).toWellFormed()}" holds no letter and no digit; search for at least one word.`)
  }
  const mended = withoutBreaks(words)
  return mended.length < words.length ? [words, mended] : [words]
}

/** The words with each that is broken in two put together: of "t hey need" "they" and "need". */
function withoutBreaks(words: readonly string[]): readonly string[] {
  const mended: string[] = []
  for (const word of words) {
    const whole = mendedWords(`${mended.at(-1) ?? ''} ${word}`.trimStart())
    if (whole) mended.splice(-1, 1, whole)
    else mended.push(word)
  }
  return mended
}

function allOf(words: readonly string[]): string {
  return words.map(quote).join(' AND ')
}

/** A word as a query has it. */
export function quote(word: string): string {
  return `"${word.replaceAll('"', '""')}"`
}

export type TextIndex = 'article_text' | 'statement_text' | 'relationship_text'

/** The ids of the rows that hold every word. Throws EMPTY_SEARCH where there is no word, BAD_ARGUMENT where there are too many. */
export function rowsWith(index: TextIndex, text: string): Sql {
  return sql`SELECT rowid AS id FROM ${name(index)} WHERE ${hasWords(index, text)} AND ${aliveAt(sql`rowid`)}`
}

/** The condition that a row of the index holds every word. Throws as `rowsWith`. */
export function hasWords(index: TextIndex, text: string): Sql {
  requireFewWords(text)
  return sql`${name(index)} MATCH ${fullTextQuery(text)}`
}

/** A filter must not pass over a condition: more words than a query uses are refused (BAD_ARGUMENT). */
function requireFewWords(text: string): void {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0
  if (words > mostWords) {
    throw new OnRecordError('BAD_ARGUMENT', `text holds ${words} words; expected at most ${mostWords}. Leave out those that every text holds.`, { argument: 'text', limit: mostWords, actual: words })
  }
}

/** The tables that are searched by their words, and which of their columns hold them. */
const indexed = {
  article: sql`title, text, mended`,
  statement: sql`text, mended`,
  relationship: sql`text`,
  alias: sql`folded`,
} as const

/** The last row of each searched table: what comes after it is new. */
export function lastIndexed(graph: Graph): ReadonlyMap<string, number> {
  return new Map(Object.keys(indexed).map(table => [table, graph.one<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM ${name(table)}`)?.id ?? 0]))
}

/** Makes the rows after those known to search. */
export function indexNew(graph: Graph, last: ReadonlyMap<string, number>): void {
  for (const [table, columns] of Object.entries(indexed)) {
    graph.run(sql`INSERT OR FAIL INTO ${name(`${table}_text`)} (rowid, ${columns}) SELECT id, ${columns} FROM ${name(table)} WHERE id > ${last.get(table) ?? 0}`)
  }
}

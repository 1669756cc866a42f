// Does a date without a year or week lie behind the article or ahead of it? The nearest verb of its sentence says so.
import { commitments, futureForms, notPast, pastForms } from '../lexicon/dates.ts'

export type Tense = 'PAST' | 'FUTURE' | 'UNKNOWN'

/** How far a verb is looked for, in UTF-16 units; keeps a line without full stops linear. */
const reach = 160
const past: ReadonlySet<string> = new Set(pastForms)
const noPast: ReadonlySet<string> = new Set(notPast)
const future: ReadonlySet<string> = new Set(futureForms)
const commits: ReadonlySet<string> = new Set(commitments)
/** Not after "Mr." or "Nov.". */
const sentenceEnd = /(?<!\b\p{Lu}\p{Ll}{0,2})[.!?][”"’)]?\s|\n/u
const betweenWords = /[\s,;:()“”"–—]+/
const afterBe: ReadonlySet<string> = new Set(['be', 'being', 'is', 'are'])

/** The nearest verb before the words, "officials will meet, he said Friday", or else the first after them, "On Friday Obama will meet". */
export function tenseAround(text: string, start: number, end: number): Tense {
  const behind = tensesOf(lastSentence(text.slice(Math.max(0, start - reach), start))).findLast(tense => tense !== 'UNKNOWN')
  return behind ?? tensesOf(firstSentence(text.slice(end, end + reach))).find(tense => tense !== 'UNKNOWN') ?? 'UNKNOWN'
}

function tensesOf(clause: string): readonly Tense[] {
  const words = clause.split(betweenWords)
  let sawPast = false
  return words.map((word, at) => {
    // Names are no verbs.
    if (/^[A-Z]/.test(word)) return 'UNKNOWN'
    const tense = tenseOf(word, words[at - 1] ?? '', words[at + 1] ?? '', sawPast)
    sawPast ||= tense === 'PAST'
    return tense
  })
}

function tenseOf(word: string, previous: string, next: string, sawPast: boolean): Tense {
  if (future.has(word) || future.has(`${word} ${next}`) || /’ll$|'ll$/.test(word)) return 'FUTURE'
  if (commits.has(word) && next === 'to') return 'FUTURE'
  // "Obama to meet Putin on Friday"; but "met to discuss Syria on Friday".
  if (word === 'to' && /^[a-z]/.test(next) && !sawPast && /^\p{Lu}|s$/u.test(previous)) return 'FUTURE'
  // "will be held", "is believed"
  if (afterBe.has(previous)) return 'UNKNOWN'
  if (past.has(word)) return 'PAST'
  return /^[a-z-]{1,25}ed$/.test(word) && !noPast.has(word) ? 'PAST' : 'UNKNOWN'
}

function lastSentence(text: string): string {
  return text.split(sentenceEnd).at(-1) ?? ''
}

function firstSentence(text: string): string {
  return text.split(sentenceEnd)[0] ?? ''
}

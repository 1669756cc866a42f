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
const sentenceEnd = /[.!?](?<!\b\p{Lu}\p{Ll}{0,2}.)[”"’)]?\s|\n/u
const betweenWords = /[\s,;:()“”"–—]+/
const afterBe: ReadonlySet<string> = new Set(['be', 'being', 'is', 'are'])

/** The nearest verb before the words, "officials will meet, he said Friday", or else the first after them, "On Friday Obama will meet". */
export function tenseAround(text: string, start: number, end: number): Tense {
  const before = lastSentence(text.slice(Math.max(0, start - reach), start)).split(betweenWords)
  for (let at = before.length - 1; at >= 0; at--) {
    const tense = tenseOf(before, at)
    if (tense !== 'UNKNOWN') return tense
  }
  const after = firstSentence(text.slice(end, end + reach)).split(betweenWords)
  return after.keys().map(at => tenseOf(after, at)).find(tense => tense !== 'UNKNOWN') ?? 'UNKNOWN'
}

function tenseOf(words: readonly string[], at: number): Tense {
  const [previous = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]]
  if (word.endsWith('’ll') || word.endsWith("'ll")) return 'FUTURE'
  // Names and numbers are no verbs.
  if (!/^[a-z]/.test(word)) return 'UNKNOWN'
  if (future.has(word) || future.has(`${word} ${next}`)) return 'FUTURE'
  if (commits.has(word) && next === 'to') return 'FUTURE'
  // "Obama to meet Putin on Friday"; but "met to discuss Syria on Friday".
  if (word === 'to' && /^[a-z]/.test(next) && /^\p{Lu}|s$/u.test(previous) && !words.slice(0, at).some(isPast)) return 'FUTURE'
  // "will be held", "is believed"
  return isPast(word) && !afterBe.has(previous) ? 'PAST' : 'UNKNOWN'
}

function isPast(word: string): boolean {
  return past.has(word) || (/^[a-z-]{1,25}ed$/.test(word) && !noPast.has(word))
}

function lastSentence(text: string): string {
  return text.split(sentenceEnd).at(-1) ?? ''
}

function firstSentence(text: string): string {
  return text.split(sentenceEnd)[0] ?? ''
}

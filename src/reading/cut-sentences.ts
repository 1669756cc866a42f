// Paragraphs, and the sentences in them, whose words are not tagged: a text in another language than English needs no more.
import type { Span } from '../model/passage.ts'
import type { Draft, DraftSentence } from './draft.ts'
import { gazetteerFor } from './gazetteer.ts'
import { isSayingWord } from './lexicon/saying.ts'
import { sentenceStarters } from './lexicon/sentence-starters.ts'
import { wordsOf, type Word } from './words.ts'

/** No sentence is longer, in words: what goes on without a full stop is cut. */
const longestSentence = 300

/** Fills the sentences of the draft, and answers the words of each. */
export function cutSentences(draft: Draft): readonly (readonly Word[])[] {
  const { text, metadata } = draft
  const opening = firstLetter(text)
  const sentences: DraftSentence[] = []
  const cut: (readonly Word[])[] = []
  const isPlace = placesOf(draft)
  const town = townAtHead(text)
  let from = 0
  for (const [paragraph, span] of paragraphsOf(text).entries()) {
    const words = wordsOf(text, span)
    for (let at = 0; at < words.length; ) {
      const sentence = words.slice(at, (at === 0 ? endOfDateline(words, isPlace) || (paragraph === 0 ? town(words) : 0) || endOfClock(words) : 0) || endOfSentence(words, at))
      const start = sentence[0]?.start ?? span.start
      const end = sentence.at(-1)?.end ?? span.end
      const headline = span.start === opening && text.slice(start, span.end).trim() === metadata.title.trim()
      sentences.push({ start, end, from, to: from + sentence.length, headline, paragraph })
      cut.push(sentence)
      from += sentence.length
      at += sentence.length
    }
  }
  draft.sentences = sentences
  return cut
}

function firstLetter(text: string): number {
  return text.length - text.trimStart().length
}

/** Lines; or what stands between empty lines, where lines are wrapped at some width. */
function paragraphsOf(text: string): readonly Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    lines.push({ start, end })
    start = end + 1
  }
  const isEmpty = ({ start, end }: Span): boolean => text.slice(start, end).trim() === ''
  const paragraphs: Span[] = []
  const wrapped = isWrapped(lines.filter(line => !isEmpty(line)))
  let open: { start: number; end: number } | undefined
  for (const line of lines) {
    if (isEmpty(line)) open = undefined
    else if (wrapped && open) open.end = line.end
    else {
      open = { ...line }
      paragraphs.push(open)
    }
  }
  return paragraphs
}

/** Widths between which a typewriter, a terminal or a mail program breaks lines. */
const widths = { least: 55, most: 100 }

/** Whether most lines end where a width ends, and not where a thought does. */
function isWrapped(lines: readonly Span[]): boolean {
  if (lines.length < 4) return false
  const longestLine = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  if (longestLine > widths.most || longestLine < widths.least) return false
  const full = lines.filter(({ start, end }) => end - start > longestLine * 0.8).length
  return full / lines.length > 0.6
}

/** Of a dateline, no more words. */
const longestDateline = 16

/** Index behind the colon of "DHANPUR: Workers marched", with which a text begins that has no other such line, and that word in no other form: not "HALE: I never said so". */
function townAtHead(text: string): (words: readonly Word[]) => number {
  return ([word, colon, next]) => {
    if (!word || colon?.text !== ':' || !/^\p{Lu}{4,}$/u.test(word.text) || !/^\p{Lu}\p{Ll}/u.test(next?.text ?? '')) return 0
    const called = word.text.charAt(0) + word.text.slice(1).toLowerCase()
    return text.includes(called, colon.end) || /\n\p{Lu}[\p{L} ]{1,30}:/u.test(text) ? 0 : 2
  }
}

/** Whether words, in capitals or not, are the name of a known place that no country or body bears. */
function placesOf({ knowledge }: Draft): (words: readonly Word[]) => boolean {
  return words => {
    const spelt = words.map(({ text }) => (/^\p{Lu}{2,}$/u.test(text) ? text.charAt(0) + text.slice(1).toLowerCase() : text))
    const found = words.length > 0 && words.length < 4 ? gazetteerFor(knowledge).match(spelt, 0) : undefined
    return found?.length === words.length && found.entries.some(({ kind }) => kind === 'PLACE')
  }
}

/** Index behind the dash of "GDANSK, Poland (Coast News) – ", which is no part of the sentence behind it; 0 where a paragraph has none. */
function endOfDateline(words: readonly Word[], isPlace: (words: readonly Word[]) => boolean): number {
  const shouts = /^\p{Lu}{3}[\p{Lu}-]*$/u.test(words[0]?.text ?? '')
  let exact = 0
  for (let at = 0; at < Math.min(words.length, longestDateline); at++) {
    const word = words[at]?.text ?? ''
    // "NEW DELHI: The session ended"; but "HALE: I never said so".
    if (word === ':') return /^\p{Lu}/u.test(words[at + 1]?.text ?? '') && (exact > 0 || isPlace(words.slice(0, at))) ? at + 1 : 0
    if (/^(?:[-–—]|--)$/u.test(word)) return (exact > 0 || (shouts && (/^(?:—|--)$/u.test(word) || (isApart(words, at) && words.slice(0, at).every(({ text }) => !/\p{Ll}/u.test(text)))))) && /^[\p{Lu}"“‘`]/u.test(words[at + 1]?.text ?? '') ? at + 1 : 0
    if (word === ')' && isAgency(words, at)) exact = at
    else if (shouts && /^\d{1,4}$/u.test(word)) exact = at
    else if (!/^(?:\p{Lu}|[,.(&/]$)/u.test(word)) return 0
  }
  return 0
}

/** A dash with room on both sides: "HARL - The family", with nothing but capitals before. */
function isApart(words: readonly Word[], at: number): boolean {
  return (words[at]?.start ?? 0) > (words[at - 1]?.end ?? 0) && (words[at + 1]?.start ?? 0) > (words[at]?.end ?? 0)
}

/** Index behind "15.37" or "3.37pm" and a bracket's "GMT", which begin an entry of a live blog. */
function endOfClock(words: readonly Word[]): number {
  const joined = /^\d{1,2}[.:]\d{2}(?:[ap]m)?$/u.test(words[0]?.text ?? '') ? 1 : 0
  const at = joined > 0 && /^(?:[ap]\.?m\.?|GMT|BST|ET|EST|EDT|CET)$/u.test(words[1]?.text ?? '') ? 2 : joined
  return at > 0 && /^[\p{Lu}"“‘]/u.test(words[at]?.text ?? '') ? at : 0
}

/** "(AFP)", "(Coast News)": one to three words with capitals. */
function isAgency(words: readonly Word[], close: number): boolean {
  const open = words.slice(Math.max(0, close - 4), close).findLastIndex(({ text }) => text === '(')
  const inside = open < 0 ? [] : words.slice(Math.max(0, close - 4) + open + 1, close)
  return inside.length > 0 && inside.every(({ text }) => /^\p{Lu}/u.test(text))
}

/** Index behind the last word of the sentence that begins at `from`. */
function endOfSentence(words: readonly Word[], from: number): number {
  const most = Math.min(words.length, from + longestSentence)
  for (let at = from; at < most; at++) {
    const word = words[at]
    if (!word || !endsSentence(word.text, words[at + 1]?.text, words[at + 2]?.text)) continue
    let next = at + 1
    while (next < most && isCloser(words[next], words[next - 1])) next++
    if (next >= words.length) return words.length
    if (startsSentence(words, next, word.text, next > at + 1 && !isLedTo(words, from, next - 1, word.text))) return next
  }
  return most
}

/** He said, “We stay.” | She answered: the words that lead to the marks say whose it is. But "When they shouted, “Go!” he joked" goes on. */
function isLedTo(words: readonly Word[], from: number, close: number, mark: string): boolean {
  let open = close - 1
  while (open > from && !isOpener(words[open]?.text ?? '', words[close]?.text ?? '')) open--
  if (open - 1 <= from || (mark !== '.' && !/^(?:[,:]|that)$/u.test(words[open - 1]?.text ?? '')) || /^(?:when|as|if|after|before|while|once)$/iu.test(words[from]?.text ?? '')) return false
  for (let at = from; at < open; at++) if (isSayingWord(words[at]?.text.toLowerCase() ?? '')) return true
  return false
}

function isOpener(word: string, closer: string): boolean {
  return closer === '"' ? word === '"' : closer === "''" ? word === '``' : word === (closer === '’' ? '‘' : '“')
}

/** “… are missing.” Mr Hale said. But “… are missing.” Perhaps, he said, they … begins anew. */
function endsSoon(words: readonly Word[], at: number): boolean {
  for (let ahead = at; ahead < Math.min(words.length, at + 5); ahead++) {
    if (words[ahead]?.text === ',') return false
    if (isSayingWord(words[ahead]?.text.toLowerCase() ?? '')) return /^[.,]?$/u.test(words[ahead + 1]?.text ?? '') && !leadsToWords(words, ahead + 1)
  }
  return false
}

/** “We stay.” He added, “You go.”: two quotations, and the cue is the second’s; so it is in “We stay.” He said, without proof, that … */
function leadsToWords(words: readonly Word[], comma: number): boolean {
  if (words[comma]?.text !== ',') return false
  const next = words.slice(comma + 1, comma + 10).findIndex(({ text }) => /^[,.;:?!"“]$/u.test(text))
  if (next > 0 && words[comma + 1 + next]?.text === ',' && words[comma + 2 + next]?.text === 'that') return true
  return /^(?:["“]|``|'')$/u.test(words[comma + 1]?.text ?? '') && /^\p{Lu}/u.test(words[comma + 2]?.text ?? '')
}

function endsSentence(word: string, next: string | undefined, second: string | undefined): boolean {
  if (word === '.' || word === '?' || word === '!' || word === '…' || word.startsWith('..')) return true
  // "… in the U.S. The president …", "… and Smith Jr. He …"
  if (word.length < 3 || !word.endsWith('.') || next === undefined) return false
  // "… in Fort Mill, S.C. “It seems …”"
  return sentenceStarters.has(next) || (/^["“`']/u.test(next) && sentenceStarters.has(second ?? ''))
}

/** A closing mark glued to what ends the sentence: .” .) .' */
function isCloser(word: Word | undefined, before: Word | undefined): boolean {
  if (!word || !before || word.start !== before.end) return false
  return /^(?:["”’'»)\]]|''|[.?!…]+)$/u.test(word.text)
}

/** Whether a sentence begins at `at`. After a question in quotation marks "Mr Smith asked" goes on with the sentence. */
function startsSentence(words: readonly Word[], at: number, mark: string, closed: boolean): boolean {
  const word = words[at]?.text ?? ''
  const first = /^["“‘'«([„]$|^``$|^[-–—•*]+$/u.test(word) ? (words[at + 1]?.text ?? '') : word
  if (/^\p{Ll}/u.test(first)) return false
  if (/^[,;:]/u.test(first)) return false
  // "NKr2.1bn"
  if (/^\d/u.test(word) && words[at]?.start === words[at - 1]?.end) return false
  // “We stay!” She told them so: a capital that no "she" inside a sentence has.
  if (closed && /^(?:He|She|They|It)$/u.test(word) && !endsSoon(words, at)) return true
  if (closed && mark === '.' && endsSoon(words, at)) return false
  if (closed && mark !== '.') {
    for (let ahead = at; ahead < Math.min(words.length, at + 14); ahead++) {
      const next = words[ahead]?.text ?? ''
      // “Why?” Mr Hale warned that …: his own words behind.
      if (isSayingWord(next.toLowerCase())) return words[ahead + 1]?.text === 'that'
      if (next === 'went' && words[ahead + 1]?.text === 'on') return false
      if (/^[.;:?!"“”]/u.test(next)) break
    }
  }
  return true
}

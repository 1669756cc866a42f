// Runs of capitalised words: where a name may be.
import type { Draft, Stretch, Token } from '../draft.ts'
import { gazetteerFor } from '../gazetteer.ts'
import { contentNouns } from '../lexicon/complements.ts'
import { possessives, pronouns } from '../lexicon/function-words.ts'
import { bodyHeads, matters, neverGiven, notNames, particles, suffixes } from '../lexicon/name-words.ts'
import { sentenceStarters } from '../lexicon/sentence-starters.ts'

/** No name is longer, in words. */
const longest = 12

export interface Capitals {
  /** The run that begins at a word; undefined where none does. */
  runAt(at: number): Stretch | undefined
  /** Whether a sentence capitalises every word, so that a capital tells nothing. */
  shouts(at: number): boolean
  /** The first word with a capital from this one on; behind the text where there is none. */
  nextFrom(at: number): number
}

export function capitalsOf({ tokens, sentences, written, knowledge }: Draft): Capitals {
  const { isGivenName } = gazetteerFor(knowledge)
  const inside = new Set<string>()
  const surnames = new Set<string>()
  const shouting = sentences.map(sentence => isTitleCase(tokens, sentence))
  const nextCapital = new Int32Array(tokens.length + 1).fill(tokens.length)
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]
    nextCapital[at] = token?.capital ? at : (nextCapital[at + 1] ?? tokens.length)
    if (token?.capital && at > (sentences[token.sentence]?.from ?? 0) && !shouting[token.sentence] && !opens(tokens[at - 1])) inside.add(token.lower)
    if (token && isSurnameOfMonth(tokens, at)) surnames.add(token.lower)
  }
  const isNameWord = (at: number, from: number): boolean => {
    const token = tokens[at]
    if (!token || !token.capital || (notNames.has(token.lower) && !isMonthName(tokens, at) && !(surnames.has(token.lower) && isNoMonth(tokens, at))) || pronouns.has(token.lower) || possessives.has(token.lower)) return token?.text === 'US'
    if (at > from && !opens(tokens[at - 1])) return token.tag !== 'PRON' || token.lower === 'us'
    if (surnames.has(token.lower)) return true
    // The first word of a sentence has a capital anyway.
    if (sentenceStarters.has(token.text)) return false
    // "Claims Mr Hale lied are false"
    if (contentNouns.has(token.lower) && token.lower.endsWith('s')) return false
    if (inside.has(token.lower)) return true
    // "Bill Berg left", though the text has a bill: a given name and another with a capital.
    if (token.tag === 'PROPN' && tokens[at + 1]?.tag === 'PROPN' && tokens[at + 1]?.capital && /^\p{Lu}\p{Ll}+$/u.test(token.text) && isGivenName(token.text) && !neverGiven.has(token.lower)) return true
    if (written.has(token.lower)) return false
    const next = tokens[at + 1]
    return token.tag === 'PROPN' || (next !== undefined && next.capital && next.tag === 'PROPN' && token.tag !== 'VERB' && token.tag !== 'ADV' && token.tag !== 'ADP' && token.tag !== 'SCONJ')
  }
  return {
    shouts: at => shouting[tokens[at]?.sentence ?? -1] ?? false,
    nextFrom: at => nextCapital[at] ?? tokens.length,
    runAt: at => {
      const sentence = sentences[tokens[at]?.sentence ?? -1]
      if (!sentence || !isNameWord(at, sentence.from)) return undefined
      let to = at + 1
      while (to < Math.min(sentence.to, at + longest)) {
        const token = tokens[to]
        if (!token) break
        if (isNameWord(to, sentence.from) || (suffixes.has(token.lower) && token.capital)) to++
        else if ((token.lower === 'and' || token.text === ',') && isJoinedName(tokens, sentence, at, to)) to++
        else if (isOwnerOfBody(tokens, to) || (joins(token) && isNameWord(to + 1, sentence.from))) to += 2
        else if (particles.has(token.lower) && particles.has(tokens[to + 1]?.lower ?? '') && isNameWord(to + 2, sentence.from)) to += 3
        else break
      }
      return { from: at, to }
    },
  }
}

/** "Theresa May", "Mrs May": a month's name behind another or a form of address, with no day behind it. */
function isSurnameOfMonth(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token?.capital || !/^(?:May|March|April|June|August)$/u.test(token.text)) return false
  const before = tokens[at - 1]
  const isName = before?.sentence === token.sentence && before.tag === 'PROPN' && before.capital && !notNames.has(before.lower) && !sentenceStarters.has(before.text)
  return isName && token.tag === 'PROPN' && isNoMonth(tokens, at)
}

/** Neither "in May" nor "May 3". */
function isNoMonth(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (tokens[at + 1]?.tag === 'NUM') return false
  return before?.sentence !== tokens[at]?.sentence || !/^(?:in|since|until|till|by|early|late|last|next|this|mid|from|between|during|before|after|of|for|on|to)$/u.test(before?.lower ?? '')
}

/** "April Mellow", "June Hale": a month's name before a surname; never behind "in" or "last". */
function isMonthName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  if (!/^(?:april|june|august)$/u.test(tokens[at]?.lower ?? '') || !next || next.tag !== 'PROPN' || !next.capital || notNames.has(next.lower)) return false
  return !/^(?:ADP|ADJ|ADV|SCONJ|NUM|DET|CCONJ)$/u.test(tokens[at - 1]?.sentence === tokens[at]?.sentence ? (tokens[at - 1]?.tag ?? '') : '')
}

/** "the Disaster Risk Reduction | and Management Council": what stands behind "the" and before "and" is no name of its own, and what stands behind it is a body's. */
function isJoinedName(tokens: readonly Token[], { to: end }: Stretch, from: number, at: number): boolean {
  const before = tokens[from - 1]?.lower ?? ''
  if (!/^(?:the|['’]s)$/u.test(before) || !matters.has(tokens[at - 1]?.lower ?? '') || !tokens[at + 1]?.capital) return false
  // "the Culture, Media and Sport Committee"
  const and = tokens[at]?.text === ',' ? at + 2 : at
  if (tokens[and]?.lower !== 'and' || (and > at && !matters.has(tokens[at + 1]?.lower ?? '')) || !tokens[and + 1]?.capital) return false
  let last = and + 1
  while (last + 1 < Math.min(end, and + 5) && tokens[last + 1]?.capital) last++
  return bodyHeads.has(tokens[last]?.lower ?? '') && last > and + 1
}

function joins(token: Token): boolean {
  return particles.has(token.lower) || token.text === '&'
}

/** "Harbour Workers’ Union": an apostrophe behind a plural, and the word for a body behind it. */
function isOwnerOfBody(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at]
  const owner = tokens[at - 1]
  // "the People's Desert Front"
  if (mark && owner && /^['’]s$/u.test(mark.text) && /^(?:People|Women|Children|Men)$/u.test(owner.text)) return [1, 2, 3].some(step => tokens[at + step]?.capital === true && bodyHeads.has(tokens[at + step]?.lower ?? ''))
  const body = tokens[at + 1]
  return mark !== undefined && owner !== undefined && (mark.text === '’' || mark.text === "'") && owner.end === mark.start && owner.text.endsWith('s') && body?.capital === true && bodyHeads.has(body.lower)
}

function opens(token: Token | undefined): boolean {
  return token === undefined || /^["“‘'«([:.?!—–]$|^``$|^\.\.+$/u.test(token.text)
}

function isTitleCase(tokens: readonly Token[], { from, to }: Stretch): boolean {
  let words = 0
  let capitals = 0
  const isEnded = tokens[to - 1]?.text === '.'
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    // "Finance Minister Ola Berg said", "Tom Hale is a member of the Labour Party.": what has a verb in small letters is no headline.
    if (!token || ((token.tag === 'VERB' || (isEnded && token.tag === 'AUX' && /^\p{Ll}/u.test(token.text))) && !token.capital)) return false
    if (!/^\p{L}{4}/u.test(token.text)) continue
    words++
    if (token.capital) capitals++
  }
  return words > 3 && capitals / words > 0.7
}

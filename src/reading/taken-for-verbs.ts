// Names that the tagger takes for verbs: "Yvette Cooper said", "Will Hale left", "Theresa May".
import { frames } from './lexicon/cues.ts'
import { isSayingWord } from './lexicon/saying.ts'
import type { Tagged } from './tagger.ts'
import type { Word } from './words.ts'

/** "Yvette Cooper said Mr Hale left": behind a name, before a verb of saying, however many capitals follow. */
export function surnameBehindName(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const next = words[at + 1]?.text ?? ''
  return at === 1 && tags[0]?.tag === 'PROPN' && isCapital(words[1]?.text ?? '') && isSayingWord(next) && /(?:ed|said|told|wrote)$/u.test(next) ? { tag: 'PROPN', lemma: words[1]?.lower ?? '' } : undefined
}

/** "Welch added", “…,” Shook said; "the National Defense Authorization Act": a capital that no verb has. */
export function surname(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return undefined
  const name: Tagged = { tag: 'PROPN', lemma: word.toLowerCase() }
  const next = tags[at + 1]
  if (at > 0 && isSayingWord(words[at + 1]?.text ?? '') && /^(?:["”’]|'')/u.test(words[at - 1]?.text ?? '') && !isSayingWord(word.toLowerCase())) return name
  if (at === 0) return next?.tag === 'VERB' && frames.has(next.lemma) && (words[1]?.text ?? '').endsWith('ed') && !/(?:ly|ing|ed)$/u.test(word) ? name : undefined
  // "On the stump, Weld describes it so"
  if (words[at - 1]?.text === ',' && next?.tag === 'VERB' && frames.has(next.lemma) && (words[at + 1]?.text ?? '') !== next.lemma) return name
  // "The plan stands, Downing Street has confirmed"
  if (words[at - 1]?.text === ',' && word.endsWith('ing') && next?.tag === 'PROPN' && isCapital(words[at + 1]?.text ?? '')) return name
  return tags[at]?.tag !== 'ADJ' && tags[at]?.tag !== 'ADV' && tags[at - 1]?.tag !== 'PUNCT' ? name : undefined
}

/** "the union, Unite, said": a capital that commas set in behind a noun. */
export function setInName(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const isSetIn = words[at - 1]?.text === ',' && words[at + 1]?.text === ',' && tags[at - 2]?.tag === 'NOUN' && at + 2 < words.length
  return isSetIn && /^\p{Lu}\p{Ll}{2,}$/u.test(words[at]?.text ?? '') ? { tag: 'PROPN', lemma: words[at]?.lower ?? '' } : undefined
}

/** "Ted Reed left", "Will Hale, a judge, said": a given name before another, where a sentence begins; "Will Hale go?" asks. */
export function givenName(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (!verbNames.has(word) || (at > 0 && !/^["“”]$/u.test(words[at - 1]?.text ?? '')) || tags[at + 1]?.tag !== 'PROPN' || !isCapital(words[at + 1]?.text ?? '')) return undefined
  return word === 'Will' && words.at(-1)?.text === '?' ? undefined : { tag: 'PROPN', lemma: word.toLowerCase() }
}

/** "Theresa May left": no month stands behind another name and has no day. */
export function month(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'May' && tags[at - 1]?.tag === 'PROPN' && isCapital(words[at - 1]?.text ?? '') && tags[at + 1]?.tag !== 'NUM' ? { tag: 'PROPN', lemma: 'may' } : undefined
}

/** "Citing the flood, Will urged them to go": a name. */
export function will(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'Will' && at > 0 && /^(?:\p{Ll}{2,}ed|said|told|wrote)$/u.test(words[at + 1]?.text ?? '') ? { tag: 'PROPN', lemma: 'will' } : undefined
}

/** Given names that are verbs too. */
const verbNames = new Set(['Ted', 'Rob', 'Josh', 'Don', 'Drew', 'Wade', 'Win', 'Sue', 'Grant', 'Will', 'Pierce', 'Chuck', 'Buck'])

export function isCapital(word: string): boolean {
  const first = word.charCodeAt(0)
  return first < 0x80 ? first >= 0x41 && first <= 0x5a : /^\p{Lu}/u.test(word)
}

/** "one of the most demanding customers": what they are, and nothing that is done. */
export function mostDoing(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.lower ?? ''
  return word.endsWith('ing') && /^(?:most|more|very|so|too)$/u.test(words[at - 1]?.lower ?? '') && tags[at + 1]?.tag === 'NOUN' && /^(?:the|a|an|of|his|her|its|their|in|is|was|are|were|one|some)$/u.test(words[at - 2]?.lower ?? '') ? { tag: 'ADJ', lemma: word } : undefined
}

/** "the IG BCE union": letters behind a name. */
export function letters(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return /^\p{Lu}{2,5}$/u.test(words[at]?.text ?? '') && tags[at - 1]?.tag === 'PROPN' && words[at - 1]?.capital ? { tag: 'PROPN', lemma: words[at]?.lower ?? '' } : undefined
}

// Where the tagger takes a verb for a noun: “Ms Reed notes”, "Hale slams the plan", "militants beheaded a hostage".
import { frames } from './lexicon/cues.ts'
import type { Tagged } from './tagger.ts'
import type { Word } from './words.ts'

/** The tags of a sentence's words, mended. */
export function mended(words: readonly Word[], tags: readonly Tagged[]): readonly Tagged[] {
  return tags.map((tagged, at) => {
    if (isNameTakenForVerb(words, tags, at)) return { tag: 'PROPN' as const, lemma: words[at]?.text.toLowerCase() ?? '' }
    if (isSayingThat(words, tags, at) || isSaidByBoth(words, tags, at)) return { tag: 'VERB' as const, lemma: baseOf(words[at]?.text ?? '') ?? tagged.lemma }
    if (isDone(words, tags, at)) return { tag: 'VERB' as const, lemma: (words[at]?.text ?? '').slice(0, -2) }
    if (tagged.tag !== 'NOUN' && tagged.tag !== 'PROPN') return tagged
    const lemma = verbOf(words[at]?.text ?? '')
    return lemma !== undefined && followsName(words, tags, at) && leadsToContent(words, tags, at) ? { tag: 'VERB' as const, lemma } : tagged
  })
}

/** "Welch added", "the National Defense Authorization Act": a capital that no verb has. */
function isNameTakenForVerb(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const word = words[at]?.text ?? ''
  if (!/^\p{Lu}\p{Ll}/u.test(word) || !/^(?:VERB|ADJ|ADV|AUX|INTJ|X)$/u.test(tags[at]?.tag ?? '')) return false
  const next = tags[at + 1]
  // In a headline every word has one.
  if (words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > words.length / 2) return false
  if (at === 0) return next?.tag === 'VERB' && frames.has(next.lemma) && (words[1]?.text ?? '').endsWith('ed') && !/(?:ly|ing|ed)$/u.test(word)
  return tags[at]?.tag !== 'ADJ' && tags[at]?.tag !== 'ADV' && tags[at - 1]?.tag !== 'PUNCT'
}

/** "the complaint alleged that", ", reasoning that" */
function isSayingThat(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  if (!/^(?:NOUN|ADJ)$/u.test(tags[at]?.tag ?? '') || words[at + 1]?.text !== 'that' || /^(?:DET|ADJ|ADP)$/u.test(tags[at - 1]?.tag ?? '')) return false
  return baseOf(words[at]?.text ?? '') !== undefined
}

/** "have both accused the army" */
function isSaidByBoth(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  return /^(?:both|all|each)$/u.test(words[at - 1]?.text ?? '') && tags[at - 2]?.tag === 'AUX' && tags[at]?.tag === 'NOUN' && baseOf(words[at]?.text ?? '') !== undefined
}

/** "militants beheaded a hostage", "a ship rescued 60": between a noun and an article or number stands a verb. */
function isDone(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  return /^(?:NOUN|ADJ)$/u.test(tags[at]?.tag ?? '') && /^\p{Ll}{3,20}ed$/u.test(words[at]?.text ?? '') && /^(?:NOUN|PROPN)$/u.test(tags[at - 1]?.tag ?? '') && (tags[at + 1]?.tag === 'NUM' || /^(?:an?|the|his|her|its|their)$/u.test(words[at + 1]?.text ?? ''))
}

/** The lemma of "alleged", "reasoning" as a verb that attributes. */
function baseOf(word: string): string | undefined {
  const stem = /^(?<stem>\p{Ll}{3,20})(?:ed|ing)$/u.exec(word)?.groups?.['stem']
  return stem === undefined ? undefined : [stem, `${stem}e`, stem.slice(0, -1)].find(lemma => frames.has(lemma))
}

/** The lemma of "notes", "slams" as a verb that attributes. */
function verbOf(word: string): string | undefined {
  const lower = word.toLowerCase()
  if (!lower.endsWith('s') || lower.length < 4) return undefined
  return [lower.slice(0, -1), lower.slice(0, -2), `${lower.slice(0, -3)}y`].find(lemma => frames.has(lemma))
}

/** A name or "he" stands before, with no article: "the Reed claims" are a noun. */
function followsName(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const before = words[at - 1]?.text.toLowerCase() ?? ''
  if (/^(?:he|she|who)$/u.test(before)) return true
  let first = at - 1
  while (first >= 0 && tags[first]?.tag === 'PROPN') first--
  if (first === at - 1) return false
  return tags[first]?.tag !== 'DET' && !/^(?:['’]s?|of|in|for|to|by|with|from|and|or)$/u.test(words[first]?.text ?? '')
}

function leadsToContent(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const next = words[at + 1]?.text.toLowerCase() ?? '.'
  if (/^(?:that|to|how|why|what|for|[.,:?!"“‘'])$/u.test(next)) return true
  return /^(?:DET|PRON|PROPN|ADJ|NUM)$/u.test(tags[at + 1]?.tag ?? '')
}

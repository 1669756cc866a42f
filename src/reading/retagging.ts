// Where the tagger takes a verb for a noun: “Ms Reed notes”, "Hale slams the plan", "militants beheaded a hostage".
import type { Tag } from './draft.ts'
import { frames } from './lexicon/cues.ts'
import { isSayingWord } from './lexicon/saying.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import type { Tagged } from './tagger.ts'
import type { Word } from './words.ts'

/** The tags of a sentence's words, mended. */
export function mended(words: readonly Word[], tags: readonly Tagged[]): readonly Tagged[] {
  // In a headline every word has a capital.
  const isHeadline = words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > words.length / 2
  return tags.map((tagged, at) => {
    const word = words[at]?.text ?? ''
    if (!isHeadline && maybeName.has(tagged.tag) && isNameTakenForVerb(words, tags, at)) return { tag: 'PROPN' as const, lemma: word.toLowerCase() }
    // "told her that people who …": no "that people".
    if (tagged.tag === 'DET' && word === 'that' && tags[at + 1]?.tag === 'NOUN' && /(?:[^s]s|people|men|women|children)$/u.test(words[at + 1]?.text ?? '')) return { tag: 'SCONJ' as const, lemma: 'that' }
    if (tagged.tag === 'NOUN' || tagged.tag === 'ADJ') {
      if (isSayingThat(words, tags, at) || isSaidByBoth(words, tags, at)) return { tag: 'VERB' as const, lemma: baseOf(word) ?? tagged.lemma }
      if (isDone(words, tags, at)) return { tag: 'VERB' as const, lemma: word.slice(0, -2) }
    }
    // "said the 46-year-old"
    if (tagged.tag === 'ADJ' && /-year-olds?$/u.test(word) && !beforeNoun.has(tags[at + 1]?.tag ?? 'X')) return { tag: 'NOUN' as const, lemma: word }
    if (tagged.tag === 'ADJ') {
      if (isSomebody(words, tags, at)) return { tag: 'NOUN' as const, lemma: tagged.lemma }
      if (isHelped(words, at)) return { tag: 'VERB' as const, lemma: tagged.lemma }
    }
    if (tagged.tag !== 'NOUN' && tagged.tag !== 'PROPN') return tagged
    const phrasal = withParticle.get(`${word} ${words[at + 1]?.text ?? ''}`)
    if (phrasal !== undefined && followsName(words, tags, at)) return { tag: 'VERB' as const, lemma: phrasal }
    const lemma = verbOf(word)
    return lemma !== undefined && ((followsName(words, tags, at) && leadsToContent(words, tags, at)) || isSaidByThing(words, tags, at)) ? { tag: 'VERB' as const, lemma } : tagged
  })
}

const maybeName: ReadonlySet<Tag> = new Set(['VERB', 'ADJ', 'ADV', 'AUX', 'INTJ', 'X'])
const beforeNoun: ReadonlySet<Tag | 'X'> = new Set(['NOUN', 'PROPN', 'ADJ'])
/** "Hale shot back", "Reed points out": of these the tagger makes nouns. */
const withParticle: ReadonlyMap<string, string> = new Map([['shot back', 'shoot'], ['shoots back', 'shoot'], ['hit back', 'hit'], ['hits back', 'hit'], ['fires back', 'fire'], ['points out', 'point']])
const articles = new Set(['a', 'an', 'the', 'his', 'her', 'its', 'their'])

/** "Welch added", "the National Defense Authorization Act": a capital that no verb has. */
function isNameTakenForVerb(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const word = words[at]?.text ?? ''
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return false
  const next = tags[at + 1]
  // “…,” Shook said
  if (isSayingWord(words[at + 1]?.text ?? '') && at > 0 && /^["”’]|''/u.test(words[at - 1]?.text ?? '') && !isSayingWord(word.toLowerCase())) return true
  if (at === 0) return next?.tag === 'VERB' && frames.has(next.lemma) && (words[1]?.text ?? '').endsWith('ed') && !/(?:ly|ing|ed)$/u.test(word)
  return tags[at]?.tag !== 'ADJ' && tags[at]?.tag !== 'ADV' && tags[at - 1]?.tag !== 'PUNCT'
}

/** "the complaint alleged that", ", reasoning that" */
function isSayingThat(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  if (words[at + 1]?.text !== 'that' || /^(?:DET|ADJ|ADP)$/u.test(tags[at - 1]?.tag ?? '')) return false
  return baseOf(words[at]?.text ?? '') !== undefined
}

/** "have both accused the army" */
function isSaidByBoth(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  return tags[at]?.tag === 'NOUN' && tags[at - 2]?.tag === 'AUX' && /^(?:both|all|each)$/u.test(words[at - 1]?.text ?? '') && baseOf(words[at]?.text ?? '') !== undefined
}

/** "militants beheaded a hostage": between a noun and an article stands a verb. */
function isDone(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const before = tags[at - 1]?.tag
  return articles.has(words[at + 1]?.text ?? '') && (before === 'NOUN' || before === 'PROPN') && /^\p{Ll}{3,20}ed$/u.test(words[at]?.text ?? '')
}

/** "a Russian general told", "said to the general that": an adjective that no noun follows is the noun, where it can mean a person. */
function isSomebody(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  if (!/^(?:DET|ADJ|PROPN)$/u.test(tags[at - 1]?.tag ?? '') || !/^(?:VERB|AUX|SCONJ|PUNCT|ADP)$/u.test(tags[at + 1]?.tag ?? 'PUNCT')) return false
  const lower = words[at]?.text ?? ''
  return kindOfSpeaker(lower, lower) === 'PERSON'
}

/** "will close its plant", "could clean the river": an adjective between a modal and an object is a verb. */
function isHelped(words: readonly Word[], at: number): boolean {
  return /^(?:will|would|can|could|may|might|shall|should|must|to)$/iu.test(words[at - 1]?.text ?? '') && /^(?:an?|the|his|her|its|their|my|our|your)$/u.test(words[at + 1]?.text ?? '')
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
  // "notes", "stresses", "replies"; never a name such as "Banas".
  return [lower.slice(0, -1), lower.endsWith('es') ? lower.slice(0, -2) : '', lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : ''].find(lemma => frames.has(lemma))
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

/** "The ad claims “…”", "his email to supporters notes that": a noun stands before, and what is said behind. */
function isSaidByThing(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const before = tags[at - 1]?.tag
  return (before === 'NOUN' || words[at - 1]?.text === 'which') && /^(?:that|["“]|``)$/u.test(words[at + (words[at + 1]?.text === ',' ? 2 : 1)]?.text ?? '')
}

function leadsToContent(words: readonly Word[], tags: readonly Tagged[], at: number): boolean {
  const next = words[at + 1]?.text.toLowerCase() ?? '.'
  if (/^(?:that|to|how|why|what|for|[.,:?!"“‘'])$/u.test(next)) return true
  return /^(?:DET|PRON|PROPN|ADJ|NUM)$/u.test(tags[at + 1]?.tag ?? '')
}

// Where the tagger takes a verb of saying for a noun or an adjective: “…,” notes Ann Reed; “…,” she elaborated; "Polls show that …".
import { toSomebody } from './lexicon/cue-habits.ts'
import { frames } from './lexicon/cues.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import type { Tagged } from './tagger.ts'
import { opensQuotation, verb } from './taken-for-nouns.ts'
import type { Word } from './words.ts'

/** "Ann Reed fumed: “…”", "The minister notes: “…”": behind who can say so, and before marks or a colon, stands a verb. */
export function saidAtMarks(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const next = words[at + 1]?.text ?? ''
  const leads = /^[:,]$/u.test(next) && opensQuotation(words, at + 2)
  const { lower = '' } = words[at] ?? {}
  if (tags[at - 1]?.tag === 'PROPN' && (/^["“]$/u.test(next) || (leads && (next === ':' || lower.endsWith('ed'))))) return verb(baseOf(lower))
  const who = words[at - 1]?.lower ?? ''
  return tags[at - 1]?.tag === 'NOUN' && next === ':' && leads && kindOfSpeaker(who, who) !== 'TOPIC' ? verb(saidLemma(lower, who)) : undefined
}

/** "The minister informed them": an adjective with an object. */
export function informed(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const lemma = baseOf(words[at]?.text ?? '')
  return lemma !== undefined && toSomebody.has(lemma) && /^(?:NOUN|PROPN|PRON)$/u.test(tags[at - 1]?.tag ?? '') && (/^(?:them|him|us|me|you|her)$/u.test(words[at + 1]?.text ?? '') || tags[at + 1]?.tag === 'PROPN') ? { tag: 'VERB', lemma } : undefined
}

/** "sniped that": no "snip". */
export function misread(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return verb(lemmas.get(words[at]?.text ?? ''))
}

const lemmas: ReadonlyMap<string, string> = new Map([['sniped', 'snipe'], ['griped', 'gripe'], ['raged', 'rage'], ['texted', 'text'], ['retweeted', 'retweet']])

/** “…,” she elaborated; “…,” the Saudis state in the paper: behind the comma in the marks one noun phrase, with what a preposition binds to it, and then its verb. */
export function saidBehindMarks(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const next = words[at + 1]?.text ?? '.'
  if (!(/^[.,:;]$/u.test(next) || /^(?:as|to)$/u.test(next) || /^(?:ADP|ADV)$/u.test(tags[at + 1]?.tag ?? '')) || !/^(?:NOUN|PROPN|PRON)$/u.test(tags[at - 1]?.tag ?? '')) return undefined
  let first = at - 1
  while (first > at - 9 && /^(?:DET|ADJ|NOUN|PROPN|PRON|ADP|NUM|PART)$/u.test(tags[first]?.tag ?? '')) first--
  if (!/^(?:["”]|'')$/u.test(words[first]?.text ?? '') || !/^[,?!]$/u.test(words[first - 1]?.text ?? '') || tags[first + 1]?.tag === 'ADP') return undefined
  const lemma = saidLemma(words[at]?.lower ?? '', words[at - 1]?.lower ?? '')
  return lemma !== undefined && frames.get(lemma)?.has('say') ? { tag: 'VERB', lemma } : undefined
}

/** “…,” notes Ann Reed; “…,” alleged the union’s lawyer: right behind the marks, and before who says it. */
export function saidBeforeName(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  if (!/^(?:["”]|'')$/u.test(words[at - 1]?.text ?? '') || !/^[,?!]$/u.test(words[at - 2]?.text ?? '')) return undefined
  const { lower = '', text = '' } = words[at] ?? {}
  const lemma = lower.endsWith('ed') ? baseOf(lower) : saidLemma(lower, 'he')
  if (text !== lower || lemma === undefined || !frames.get(lemma)?.has('say') || !(/^(?:PROPN|DET|ADJ)$/u.test(tags[at + 1]?.tag ?? '') || /^(?:his|her|its|their)$/u.test(words[at + 1]?.text ?? ''))) return undefined
  let next = at + (tags[at + 1]?.tag === 'PRON' ? 2 : 1)
  while (/^(?:PROPN|DET|ADJ|NOUN|PART)$/u.test(tags[next]?.tag ?? '')) next++
  return /^(?:PUNCT|ADP|SCONJ|PRON|CCONJ|undefined)$/u.test(`${tags[next]?.tag}`) ? { tag: 'VERB', lemma } : undefined
}

/** The lemma of "elaborated", of "states" behind one, of "state" behind several. */
function saidLemma(word: string, subject: string): string | undefined {
  if (word.endsWith('ed')) return baseOf(word)
  const areSeveral = /^(?:they|we|i|you|people|police)$/u.test(subject) || (/[^s]s$/u.test(subject) && subject !== 'his')
  if (areSeveral) return frames.has(word) ? word : undefined
  return verbOf(word)
}

/** The lemma of "notes", "slams" as a verb that attributes. */
export function verbOf(lower: string): string | undefined {
  if (!lower.endsWith('s') || lower.length < 4) return undefined
  // "notes", "stresses", "replies"; never a name such as "Banas".
  return [lower.slice(0, -1), lower.endsWith('es') ? lower.slice(0, -2) : '', lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : ''].find(lemma => frames.has(lemma))
}

/** "Both men claim that it was unsafe", "The judge, Tom Hale, claims that …": the only verb that the sentence can have outside the clause with "that". */
export function onlyVerb(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lower = '', text = '' } = words[at] ?? {}
  if (at < 1 || words[at + 1]?.text !== 'that' || text !== lower || !/^(?:NOUN|PROPN|PUNCT|PRON)$/u.test(tags[at - 1]?.tag ?? '') || /^(?:["“”;:–—]|['’]s?|his|her|its|their|my|our|your)$/u.test(words[at - 1]?.lower ?? '')) return undefined
  let start = at
  while (start > 0 && !/^["“”;:]$/u.test(words[start - 1]?.text ?? '')) start--
  const lemma = saidLemma(lower, subjectOf(words, tags, start, at))
  const held = lemma === undefined ? undefined : frames.get(lemma)
  if (lemma === undefined || !(held?.has('say') || held?.has('think') || held?.has('show'))) return undefined
  // "Claims that it was unsafe | were rejected": behind the clause its noun’s own verb.
  return ownVerbs(words, tags, start, at) === 0 && ownVerbs(words, tags, at + 2, words.length) === 1 ? { tag: 'VERB', lemma } : undefined
}

/** What tells whether one or several do it: the first noun, or "they" where several are joined. */
function subjectOf(words: readonly Word[], tags: readonly Tagged[], start: number, end: number): string {
  for (let at = start; at < end; at++) {
    const isFollowed = at + 1 < end && /^(?:NOUN|PROPN|PART)$/u.test(tags[at + 1]?.tag ?? '')
    if (!/^(?:NOUN|PROPN|PRON)$/u.test(tags[at]?.tag ?? '') || isFollowed) continue
    const { lower = '' } = words[at] ?? {}
    return words[at + 1]?.text === 'and' || /^(?:some|many|most|others|several|few|all|both|men|women|children|media)$/u.test(lower) || /^(?:some|many|most|several|few)$/u.test(words[start]?.lower ?? '') ? 'they' : lower
  }
  return ''
}

/** Groups of verbs that are of no clause with "who" or "when", of no infinitive, no “, led by”, and not joined to one before. */
function ownVerbs(words: readonly Word[], tags: readonly Tagged[], from: number, to: number): number {
  const isVerb = (at: number): boolean => /^(?:VERB|AUX)$/u.test(tags[at]?.tag ?? '')
  let count = 0
  let isUnder = false
  for (let at = from; at < to; at++) {
    const word = words[at]?.lower ?? ''
    if (/^(?:who|which|whom|whose|when|while|if|because|as|after|before|where|what|how|that|and|but|or)$/u.test(word)) isUnder = true
    else if (tags[at]?.tag === 'PUNCT') isUnder = false
    else if (isVerb(at) && !(at > from && isVerb(at - 1)) && !/^(?:ADV|PART)$/u.test(tags[at - 1]?.tag ?? '') && !isUnder && !word.endsWith('ing') && words[at - 1]?.lower !== 'to' && !(words[at - 1]?.text === ',' && words[at + 1]?.text === 'by')) count++
  }
  return count
}

/** The lemma of "alleged", "reasoning" as a verb that attributes. */
export function baseOf(word: string): string | undefined {
  const stem = /^(?<stem>\p{Ll}{3,20})(?:ed|ing)$/u.exec(word)?.groups?.['stem']
  return stem === undefined ? undefined : [stem, `${stem}e`, stem.slice(0, -1)].find(lemma => frames.has(lemma))
}

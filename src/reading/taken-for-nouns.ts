// Where the tagger takes a verb for a noun by its form alone, or a noun for a verb: “fumed: “…””, "forgave", "Works council chief".
import { toSomebody } from './lexicon/cue-habits.ts'
import { frames } from './lexicon/cues.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import type { Tagged } from './tagger.ts'
import type { Word } from './words.ts'

/** "Works council chief Ola Berg": no sentence begins with such a verb, but one of saying. */
export function heading(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  return at === 0 && words[at]?.lower === `${lemma}s` && tags[1]?.tag === 'NOUN' && !frames.has(lemma) ? { tag: 'NOUN', lemma } : undefined
}

/** "he has notes that nobody has": no participle ends so. */
export function had(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  return /^(?:has|have|had)$/u.test(words[at - 1]?.lower ?? '') && words[at]?.text === `${lemma}s` ? { tag: 'NOUN', lemma } : undefined
}

/** "who never forgave her": past forms that are nothing else. */
export function irregular(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return verb(pastForms.get(words[at]?.text ?? ''))
}

const pastForms: ReadonlyMap<string, string> = new Map([['forgave', 'forgive'], ['forbade', 'forbid'], ['forgot', 'forget'], ['mistook', 'mistake'], ['overtook', 'overtake'], ['withheld', 'withhold'], ['undertook', 'undertake'], ['misled', 'mislead']])

/** "the dad-of-three told" */
export function ofChildren(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^(?:dad|mum|mom|father|mother)-of-\p{Ll}+$/u.test(word) ? { tag: 'NOUN', lemma: word } : undefined
}

export function opensQuotation(words: readonly Word[], at: number): boolean {
  return /^(?:["“]|``)$/u.test(words[at]?.text ?? '')
}

export function verb(lemma: string | undefined): Tagged | undefined {
  return lemma === undefined ? undefined : { tag: 'VERB', lemma }
}

/** "according to people briefed on it", "according to mill owners": no verb. */
export function people(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  // But "according to plan": nobody.
  if (words[at - 1]?.text === 'to' && words[at - 2]?.lower === 'according' && !/^(?:plan|schedule|script|custom|need|rank|type|size|age|merit)$/u.test(words[at]?.text ?? '')) return { tag: words[at]?.capital ? 'PROPN' : 'NOUN', lemma: tags[at]?.lemma ?? '' }
  return words[at]?.lower === 'people' ? { tag: 'NOUN', lemma: 'people' } : undefined
}

/** "according to | people": no infinitive. */
export function toPeople(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'to' && (words[at + 1]?.lower === 'people' || (words[at - 1]?.lower === 'according' && tags[at + 1]?.tag === 'VERB' && words[at + 1]?.text !== 'plan')) ? { tag: 'ADP', lemma: tags[at]?.lemma ?? 'to' } : undefined
}

/** "says lead author Ann Reed": behind the saying stands who says it. */
export function leading(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  return /^sa(?:ys|id)$/u.test(words[at - 1]?.text ?? '') && words[at]?.text === lemma && tags[at + 1]?.tag === 'NOUN' && tags[at + 2]?.tag === 'PROPN' ? { tag: 'ADJ', lemma } : undefined
}

/** "the least developed countries": what they are. */
export function developed(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return word.endsWith('ed') && /^(?:least|most|newly|highly|widely)$/u.test(words[at - 1]?.text ?? '') && tags[at + 1]?.tag === 'NOUN' ? { tag: 'ADJ', lemma: word } : undefined
}

/** "the former Kelt | international, said": who has played for a country. */
export function capped(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'international' && words[at - 1]?.capital === true && /^(?:PUNCT|VERB|AUX)$/u.test(tags[at + 1]?.tag ?? 'PUNCT') ? { tag: 'NOUN', lemma: 'international' } : undefined
}

/** "who lives in Harl", "who works there", "the ministers who control the harbour" */
export function whoDoes(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (words[at - 1]?.text === 'who' && /^\p{Ll}{3,}[^s]$/u.test(word) && /[^s]s$/u.test(words[at - 2]?.text ?? '') && (tags[at + 1]?.tag === 'PROPN' || /^(?:the|an?|its|his|her|their)$/u.test(words[at + 1]?.text ?? ''))) return verb(word)
  return words[at - 1]?.text === 'who' && /^\p{Ll}{3,}[^s]s$/u.test(word) && !/^(?:VERB|AUX)$/u.test(tags[at + 1]?.tag ?? '') ? verb(tags[at]?.lemma === word ? word.slice(0, -1) : tags[at]?.lemma) : undefined
}

/** "The transport department disputes the figure": behind the one noun phrase of one thing that begins the sentence, and before an article. */
export function singularDoes(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (at < 2 || at > 6 || !/^\p{Ll}{3,}[^s]s$/u.test(word) || !/^(?:the|an?|its|his|her|their)$/u.test(words[at + 1]?.text ?? '') || tags[at - 1]?.tag !== 'NOUN' || (words[at - 1]?.text ?? '').endsWith('s') || !/^(?:the|an?)$/u.test(words[0]?.lower ?? '')) return undefined
  for (let before = 1; before < at; before++) if (!/^(?:NOUN|ADJ|PROPN)$/u.test(tags[before]?.tag ?? '')) return undefined
  return verb(tags[at]?.lemma === word ? word.slice(0, -1) : tags[at]?.lemma)
}

/** "killing nine people and wounding two dozen others" */
export function andDoing(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (!/^\p{Ll}{3,}ing$/u.test(word) || words[at - 1]?.text !== 'and' || !(tags[at + 1]?.tag === 'NUM' || /^(?:the|an?|its|his|her|their)$/u.test(words[at + 1]?.text ?? ''))) return undefined
  for (let before = at - 2; before > Math.max(0, at - 12); before--) if (tags[before]?.tag === 'VERB' && words[before]?.text.endsWith('ing')) return verb(word.slice(0, -3))
  return undefined
}

/** "a text that “insults the dead”", "the plan “rips the heart out”": the marks begin with the verb. */
export function insideMarks(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (at < 2 || !word.endsWith('s') || !opensQuotation(words, at - 1)) return undefined
  return /^\p{Ll}{3,}[^s]s$/u.test(word) && /^(?:NOUN|PROPN)$/u.test(tags[at - 2]?.tag ?? '') && !(words[at - 2]?.text ?? '').endsWith('s') && /^(?:the|an?|its|his|her|their|our|my|your|him|them|us)$/u.test(words[at + 1]?.text ?? '') ? verb(tags[at]?.lemma === word ? word.slice(0, -1) : tags[at]?.lemma) : undefined
}

/** "the neighbour", "two councillors": somebody, whose lemma the tagger spells otherwise. */
export function british(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (!/^\p{Ll}{3,}(?:our|ller|llor)s?$/u.test(word)) return undefined
  const lemma = word.replace(/s$/u, '')
  return tags[at]?.lemma !== lemma && kindOfSpeaker(lemma, lemma) === 'PERSON' ? { tag: 'NOUN', lemma } : undefined
}

/** "Thousands march in Delhi", "Students protest": what many do, where a sentence begins. */
export function severalDo(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (at < 1 || at > 3 || !/^(?:march|protest|rally|strike|riot|demonstrate)$/u.test(word) || !/^(?:ADP|ADV|PUNCT|PART|undefined)$/u.test(`${tags[at + 1]?.tag}`)) return undefined
  const who = words[at - 1]?.lower ?? ''
  const one = who.replace(/s$/u, '')
  return who.endsWith('s') && (/^(?:thousand|hundred|dozen|score|ten|million)$/u.test(one) || kindOfSpeaker(one, one) === 'PERSON') ? verb(word) : undefined
}

/** "told the plenary that": an adjective that no noun follows. */
export function plenary(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at + 1]?.text === 'that' && words[at - 1]?.text === 'the' && toSomebody.has(tags[at - 2]?.lemma ?? '') ? { tag: 'NOUN', lemma: tags[at]?.lemma ?? '' } : undefined
}

/** "according to the accused": somebody. */
export function accused(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^(?:accused|deceased|injured|wounded|bereaved|convicted)$/u.test(word) && words[at - 1]?.lower === 'the' && !/^(?:NOUN|PROPN|ADJ|DET|ADP|NUM)$/u.test(tags[at + 1]?.tag ?? 'PUNCT') ? { tag: 'NOUN', lemma: word } : undefined
}

/** "is chairman of the board", "was head of the club": no infinitive stands behind "is". */
export function being(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { text = '' } = words[at] ?? {}
  return /^(?:is|was|are|were|be|been)$/u.test(words[at - 1]?.lower ?? '') && words[at - 2]?.lower !== 'there' && text === tags[at]?.lemma && tags[at + 1]?.tag === 'ADP' && kindOfSpeaker(text, text) === 'PERSON' ? { tag: 'NOUN', lemma: text } : undefined
}

/** "is bombing Harl": what is done, and no noun. */
export function doing(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^\p{Ll}{3,}ing$/u.test(word) && /^(?:is|was|are|were|been)$/u.test(words[at - 1]?.lower ?? '') && (tags[at + 1]?.tag === 'PROPN' || /^(?:the|an?|him|her|them|it|us|its|his|their)$/u.test(words[at + 1]?.text ?? '')) ? verb(word.slice(0, -3)) : undefined
}

/** "Kelt armed Ostland", "has armed the rebels", "was armed by Kelt": between two names, behind "has" or "which", and before "by", stands a verb. */
export function doneToName(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  if (!/^\p{Ll}{3,}ed$/u.test(word)) return undefined
  const isPerfect = /^(?:has|have|had)$/u.test(words[at - 1]?.lower ?? '') && (tags[at + 1]?.tag === 'PROPN' || /^(?:the|its|his|her|their)$/u.test(words[at + 1]?.text ?? ''))
  let end = at + 1
  while (tags[end]?.tag === 'PROPN') end++
  if (/^(?:is|was|are|were|been)$/u.test(words[at - 1]?.lower ?? '') && words[at + 1]?.text === 'by') return verb(word.slice(0, -2))
  const isBetween = (tags[at - 1]?.tag === 'PROPN' || /^(?:which|who|and)$/u.test(words[at - 1]?.text ?? '')) && end > at + 1 && /^(?:PUNCT|ADP|CCONJ|undefined)$/u.test(`${tags[end]?.tag}`)
  return isPerfect || isBetween ? verb(word.slice(0, -2)) : undefined
}

/** "the study’s lead author": no verb. */
export function lead(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'lead' && /^['’]s$/u.test(words[at - 1]?.text ?? '') && tags[at + 1]?.tag === 'NOUN' ? { tag: 'ADJ', lemma: 'lead' } : undefined
}

/** "said pop star Ola Berg" */
export function pop(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'pop' && tags[at + 1]?.tag === 'NOUN' ? { tag: 'NOUN', lemma: 'pop' } : undefined
}

/** "rejected calls to resign", "faced demands for it": behind who did something no verb; not in "the accused says", "continued talks". */
export function afterPast(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const { lemma = '' } = tags[at] ?? {}
  const isPast = tags[at - 1]?.tag === 'VERB' && /\p{Ll}ed$/u.test(words[at - 1]?.text ?? '') && /^(?:NOUN|PROPN|PRON|ADV|AUX)$/u.test(tags[at - 2]?.tag ?? '')
  return isPast && lemma !== 'say' && words[at]?.text === `${lemma}s` && /^(?:ADP|PART|SCONJ)$/u.test(tags[at + 1]?.tag ?? '') ? { tag: 'NOUN', lemma } : undefined
}

/** "that nothing was wrong angered many": how it was, and no "wrong angered". */
export function wrong(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'wrong' && tags[at - 1]?.tag === 'AUX' && tags[at - 1]?.lemma === 'be' ? { tag: 'ADJ', lemma: 'wrong' } : undefined
}

/** "has since apologised": when, and no reason. */
export function since(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'since' && /^(?:has|have|had)$/u.test(words[at - 1]?.lower ?? '') && tags[at + 1]?.tag === 'VERB' ? { tag: 'ADV', lemma: 'since' } : undefined
}

/** "Ann Reed, a baker, lives in Harl": behind the comma of what somebody is. */
export function lives(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'lives' && /^(?:in|on|at|near|with|alone)$/u.test(words[at + 1]?.text ?? '') && /^(?:,|who|he|she)$/u.test(words[at - 1]?.text ?? '') ? verb('live') : undefined
}

/** "who has in the past described": the noun. */
export function past(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'past' && words[at - 1]?.text === 'the' && tags[at - 2]?.tag === 'ADP' && tags[at + 1]?.tag === 'VERB' ? { tag: 'NOUN', lemma: 'past' } : undefined
}

/** "a voice-over in the advertisement says" */
export function voiceOver(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return /^voice-?over$/u.test(words[at]?.lower ?? '') ? { tag: 'NOUN', lemma: 'voice-over' } : undefined
}

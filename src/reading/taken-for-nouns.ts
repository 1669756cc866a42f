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

/** "who never forgave her": past forms that are nothing else. */
export function irregular(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return verb(pastForms.get(words[at]?.text ?? ''))
}

const pastForms: ReadonlyMap<string, string> = new Map([['forgave', 'forgive'], ['forbade', 'forbid'], ['forgot', 'forget'], ['mistook', 'mistake'], ['overtook', 'overtake'], ['withheld', 'withhold'], ['undertook', 'undertake'], ['misled', 'mislead']])

/** "sniped that": no "snip". */
export function misread(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  return verb(lemmas.get(words[at]?.text ?? ''))
}

const lemmas: ReadonlyMap<string, string> = new Map([['sniped', 'snipe'], ['griped', 'gripe'], ['raged', 'rage'], ['texted', 'text'], ['retweeted', 'retweet']])

/** "the dad-of-three told" */
export function ofChildren(words: readonly Word[], _: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
  return /^(?:dad|mum|mom|father|mother)-of-\p{Ll}+$/u.test(word) ? { tag: 'NOUN', lemma: word } : undefined
}

/** The lemma of "alleged", "reasoning" as a verb that attributes. */
export function baseOf(word: string): string | undefined {
  const stem = /^(?<stem>\p{Ll}{3,20})(?:ed|ing)$/u.exec(word)?.groups?.['stem']
  return stem === undefined ? undefined : [stem, `${stem}e`, stem.slice(0, -1)].find(lemma => frames.has(lemma))
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

/** "who lives in Harl", "who works there" */
export function whoDoes(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  const word = words[at]?.text ?? ''
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
  if (text !== lower || lemma === undefined || !frames.get(lemma)?.has('say') || !/^(?:PROPN|DET|ADJ)$/u.test(tags[at + 1]?.tag ?? '')) return undefined
  let next = at + 1
  while (/^(?:PROPN|DET|ADJ|NOUN|PART)$/u.test(tags[next]?.tag ?? '')) next++
  return /^(?:PUNCT|ADP|SCONJ|PRON|CCONJ|undefined)$/u.test(`${tags[next]?.tag}`) ? { tag: 'VERB', lemma } : undefined
}

/** The lemma of "elaborated", of "states" behind one, of "state" behind several. */
function saidLemma(word: string, subject: string): string | undefined {
  if (word.endsWith('ed')) return baseOf(word)
  const areSeveral = /^(?:they|we|i|you|people|police)$/u.test(subject) || (/[^s]s$/u.test(subject) && subject !== 'his')
  if (areSeveral) return frames.has(word) ? word : undefined
  return [word.replace(/s$/u, ''), word.replace(/es$/u, ''), word.replace(/ies$/u, 'y')].find(lemma => lemma !== word && frames.has(lemma))
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

/** Groups of verbs that are of no clause with "who" or "when", of no infinitive, and not joined to one before. */
function ownVerbs(words: readonly Word[], tags: readonly Tagged[], from: number, to: number): number {
  const isVerb = (at: number): boolean => /^(?:VERB|AUX)$/u.test(tags[at]?.tag ?? '')
  let count = 0
  let isUnder = false
  for (let at = from; at < to; at++) {
    const word = words[at]?.lower ?? ''
    if (/^(?:who|which|whom|whose|when|while|if|because|as|after|before|where|what|how|that|and|but|or)$/u.test(word)) isUnder = true
    else if (tags[at]?.tag === 'PUNCT') isUnder = false
    else if (isVerb(at) && !(at > from && isVerb(at - 1)) && !/^(?:ADV|PART)$/u.test(tags[at - 1]?.tag ?? '') && !isUnder && !word.endsWith('ing') && words[at - 1]?.lower !== 'to') count++
  }
  return count
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

/** "the study’s lead author": no verb. */
export function lead(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'lead' && /^['’]s$/u.test(words[at - 1]?.text ?? '') && tags[at + 1]?.tag === 'NOUN' ? { tag: 'ADJ', lemma: 'lead' } : undefined
}

/** "said pop star Ola Berg" */
export function pop(words: readonly Word[], tags: readonly Tagged[], at: number): Tagged | undefined {
  return words[at]?.text === 'pop' && tags[at + 1]?.tag === 'NOUN' ? { tag: 'NOUN', lemma: 'pop' } : undefined
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

// Noun phrases without what follows their heads, and verbs with their helpers; from the tags alone.
import type { Draft, NounPhrase, Token, VerbGroup } from '../draft.ts'
import { gazetteerFor } from '../gazetteer.ts'
import { modals, negations, possessives, pronouns, standAlone } from '../lexicon/function-words.ts'
import { bodiesOf } from '../lexicon/name-words.ts'
import { isSayingWord } from '../lexicon/saying.ts'
import { isTimeNoun, timeWords } from '../lexicon/time-words.ts'

/** No phrase is longer, in words. */
const longest = 40

export function findPhrases(draft: Draft): void {
  const { tokens, sentences, words } = draft
  const { titleAt } = gazetteerFor(draft.knowledge)
  const nounPhrases: NounPhrase[] = []
  const verbGroups: VerbGroup[] = []
  for (const { from, to } of sentences) {
    for (let at = from; at < to; ) {
      const verb = verbGroupAt(tokens, at, to)
      const first = verb ? undefined : nounPhraseAt(tokens, at, to)
      // "Police and | crime commissioner Ola Berg": one title.
      const isJoined = first && (tokens[first.to]?.lower === 'and' ? first.head + (titleAt(words, first.head)?.length ?? 0) > first.to + 1 : isOwnerOf(tokens, first))
      const second = isJoined ? nounPhraseAt(tokens, first.to + 1, to) : undefined
      const noun = first && second ? { ...second, from: first.from } : first
      if (verb) verbGroups.push(verb)
      if (noun) nounPhrases.push(noun)
      at = verb?.to ?? noun?.to ?? at + 1
    }
  }
  draft.nounPhrases = nounPhrases
  draft.verbGroups = verbGroups
}

function nounPhraseAt(tokens: readonly Token[], from: number, end: number): NounPhrase | undefined {
  const first = tokens[from]
  if (!first) return undefined
  if (pronouns.has(first.lower) && first.text !== 'US' && !isPossessive(tokens, from) && !(first.lower === 'one' && /^(?:NOUN|ADJ|PROPN|VERB)$/u.test(tokens[from + 1]?.tag ?? '') && !isSayingWord(tokens[from + 1]?.lower ?? ''))) return { from, to: from + 1, head: from }
  // "At least 14 people": so many, and nobody who is least.
  if (first.lower === 'at' && /^(?:least|most)$/u.test(tokens[from + 1]?.lower ?? '') && tokens[from + 2]?.tag === 'NUM') {
    const counted = from + 3 < end ? nounPhraseAt(tokens, from + 2, end) : undefined
    return counted && tokens[counted.head]?.tag === 'NOUN' ? { ...counted, from } : undefined
  }
  let head: number | undefined
  let at = from
  const most = Math.min(end, from + longest)
  for (; at < most; at++) {
    const token = tokens[at]
    if (!token) break
    // "By seven | the children": the hour, and then somebody.
    if (at === from + 1 && first.tag === 'NUM' && token.lower === 'the' && /^(?:by|at|before|after|until|since)$/u.test(tokens[from - 1]?.lower ?? '')) break
    // "of misleading | its own members": a deed, and whom it was done to.
    if (at === from + 1 && first.lower.endsWith('ing') && possessives.has(token.lower)) break
    // "held the country | hostage"
    if (head !== undefined && /^(?:hostage|captive|prisoner)$/u.test(token.lower) && /^(?:hold|take)$/u.test(tokens[from - 1]?.lemma ?? '')) break
    // "welcomed the accord | yesterday"
    if (head !== undefined && /^(?:today|yesterday|tomorrow|tonight)$/u.test(token.text) && !/^(?:NOUN|PROPN)$/u.test(tokens[at + 1]?.tag ?? '') && !isClitic(tokens[at + 1] ?? token)) break
    // "urged the bank | last month"
    if (head === at - 1 && /^(?:last|next|this)$/u.test(token.text) && isTimeNoun(tokens[at + 1]?.lower ?? '')) break
    if (at > from && isNoun(token) && (isTimeBefore(tokens, from, at) || isDayBehind(tokens, from, at))) break
    if (isNoun(token)) head = at
    else if (isClitic(token)) {
      // "Obama’s spokesman": goes on; "Obama’s" before a verb ends without its clitic.
      if (head === undefined || !continuesAfterClitic(tokens[at + 1])) break
    } else if (head !== undefined && !isJoint(tokens, at)) break
    else if (!isModifier(tokens, at)) break
  }
  if (head !== undefined) return { from, to: head + 1, head }
  // "The two said": numbered, or set against others.
  if (first.lower === 'the' && heads.has(tokens[from + 1]?.lower ?? '') && from + 1 < end && /^(?:VERB|AUX|ADV|PUNCT)$/u.test(tokens[from + 2]?.tag ?? 'PUNCT')) return { from, to: from + 2, head: from + 1 }
  // "those", "some", "four in ten" stand for people without a noun.
  return standAlone.has(first.lower) || (first.tag === 'NUM' && /^(?:in|of|out)$/u.test(tokens[from + 1]?.lower ?? '')) ? { from, to: from + 1, head: from } : undefined
}

/** "The Council | of Europe’s commissioner": a body whose name goes on, and what is its. */
function isOwnerOf(tokens: readonly Token[], { to, head }: NounPhrase): boolean {
  const body = tokens[head]
  if (tokens[to]?.lower !== 'of' || body?.tag !== 'PROPN' || !body.capital || !bodiesOf.has(body.lower)) return false
  let at = to + 1
  while (tokens[at]?.tag === 'PROPN' && tokens[at]?.capital) at++
  return at > to + 1 && /^['’]s$/u.test(tokens[at]?.lower ?? '') && /^(?:NOUN|ADJ|PROPN)$/u.test(tokens[at + 1]?.tag ?? '')
}

const heads = new Set(['two', 'three', 'four', 'five', 'six', 'seven', 'latter', 'former', 'other', 'others'])

/** "On Tuesday | Mr Hale", "On 3 March | Mr Hale", "Last week | Ann Reed", "In March | farmers": when, and then somebody else; never "on Tuesday morning". */
function isTimeBefore(tokens: readonly Token[], from: number, at: number): boolean {
  const first = tokens[from]
  const next = tokens[at]
  if (!first || !next) return false
  const named = (timeWords.has(first.lower) || (first.tag === 'NUM' && timeWords.has(tokens[from + 1]?.lower ?? ''))) && /^(?:on|in|by|since|until)$/u.test(tokens[from - 1]?.lower ?? '')
  const near = next.tag === 'PROPN' && /^(?:last|next|this)$/u.test(first.lower)
  // "In 2011 | Egypt"; "in 2012 elections" is one.
  const year = next.tag === 'PROPN' && /^(?:1[6-9]|20)\d\d$/u.test(first.text) && /^(?:in|by|since|until)$/u.test(tokens[from - 1]?.lower ?? '')
  return (named || near || year) && !isTimeNoun(next.lower) && tokens.slice(from + 1, at).every(({ lower, tag }) => tag === 'NUM' || isTimeNoun(lower))
}

/** "his promise | Saturday", "the White House | Tuesday night"; never "Super Tuesday", "the Saturday Post". */
function isDayBehind(tokens: readonly Token[], from: number, at: number): boolean {
  if (!weekdays.has(tokens[at]?.text ?? '')) return false
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  if ( (next?.tag === 'PROPN' && !isTimeNoun(next.text)) || (next?.tag === 'NOUN' && !isTimeNoun(next.lower))) return false
  return before !== undefined && !isTimeNoun(before.lower) && ((before.tag === 'NOUN' && /^\p{Ll}/u.test(before.text)) || (before.tag === 'PROPN' && tokens[at - 2]?.tag === 'PROPN' && at - from > 1))
}

const weekdays = new Set(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])

function isNoun({ tag }: Token): boolean {
  return tag === 'NOUN' || tag === 'PROPN'
}

function isPossessive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return possessives.has(tokens[at]?.lower ?? '') && next !== undefined && (isNoun(next) || ['ADJ', 'NUM', 'VERB', 'ADV'].includes(next.tag)) && !(tokens[at]?.lower === 'her' && next.tag === 'ADV')
}

export function isClitic({ lower }: Token): boolean {
  return lower === "'s" || lower === '’s' || lower === '’' || lower === "'"
}

function continuesAfterClitic(next: Token | undefined): boolean {
  return next !== undefined && (isNoun(next) || next.tag === 'ADJ' || next.tag === 'NUM' || (next.tag === 'VERB' && /(?:ing|ed)$/u.test(next.lower)))
}

/** Whether a noun phrase that has its noun goes on over this word: "G20 2015", "the army's two best units", "Johnson & Johnson". */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next) return false
  if (token.text === '&') return next.tag === 'PROPN'
  const before = tokens[at - 1]
  if (before && isClitic(before)) return isNoun(next) || token.tag === 'ADJ' || token.tag === 'NUM'
  if (token.tag === 'NUM') return next.tag === 'NOUN' && before?.tag === 'PROPN'
  return token.tag === 'ADJ' && (isNoun(next) || next.tag === 'ADJ')
}

function isModifier(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next) return false
  switch (token.tag) {
    case 'DET':
    case 'NUM':
    case 'ADJ':
      return true
    case 'PRON':
      return isPossessive(tokens, at)
    case 'VERB':
      // "Hale’s fired manager"
      if (token.lower.endsWith('ed') && next.tag === 'NOUN' && tokens[at - 2]?.tag === 'PROPN' && isClitic(tokens[at - 1] ?? token)) return true
      return /(?:ing|ed|en|wn|nt|pt)$/u.test(token.lower) && isNoun(next) && /^(?:DET|ADJ|NUM|PRON)$/u.test(tokens[at - 1]?.tag ?? '')
    case 'ADV':
      return /^(?:ADJ|NUM|VERB)$/u.test(next.tag) && !/^(?:PUNCT|VERB|AUX)$/u.test(tokens[at - 1]?.tag ?? 'PUNCT')
    case 'SYM':
      return next.tag === 'NUM'
    case 'PUNCT':
      // Marks inside a phrase: “hateful” string, $ before a number; a comma between two adjectives.
      return (token.text === '$' && next.tag === 'NUM') || (token.text === ',' && tokens[at - 1]?.tag === 'ADJ' && next.tag === 'ADJ' && !isPredicate(tokens, at - 1))
    default:
      return false
  }
}

/** "The bridge was | unsafe, many residents said": what the bridge was. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  let before = at
  while (/^(?:ADJ|ADV)$/u.test(tokens[before]?.tag ?? '')) before--
  return tokens[before]?.tag === 'AUX' || /^(?:become|seem|remain|look|feel|appear|prove|stay|get|grow|turn|sound)$/u.test(tokens[before]?.lemma ?? '')
}

function verbGroupAt(tokens: readonly Token[], from: number, end: number): VerbGroup | undefined {
  const first = tokens[from]
  if (!first || !beginsVerb(tokens, from)) return undefined
  let head: number | undefined
  let modal: string | undefined
  let negated = false
  let at = from
  const most = Math.min(end, from + longest)
  for (; at < most; at++) {
    const token = tokens[at]
    if (!token) break
    if (isModal(token)) modal ??= token.lower
    // "did not only bomb the port" did.
    if (isNegation(token) && !/^(?:only|just|merely|simply|solely)$/u.test(tokens[at + 1]?.lower ?? '')) negated = true
    if (token.tag === 'VERB' && !isPerfect(tokens, at)) {
      head = at
      at++
      break
    }
    if (/^(?:AUX|VERB)$/u.test(token.tag) || isModal(token)) head = at
    else if (token.lower === 'to' ? !(at === from || isAux(tokens[at - 1])) : !(isNegation(token) || ((token.tag === 'ADV' || (at > from && isFloating(token))) && leadsToVerb(tokens, at, end)))) break
  }
  if (head === undefined) return undefined
  const group = { from, to: head + 1, head }
  return { ...group, passive: isPassive(tokens, group), negated, form: formOf(tokens, group), ...(modal !== undefined && { modal }) }
}

/** "have" of "to have said", "to have been told". */
function isPerfect(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return tokens[at]?.lower === 'have' && tokens[at - 1]?.lower === 'to' && next !== undefined && (next.lower === 'been' || (next.tag === 'VERB' && !isGerund(next) && next.lower !== next.lemma))
}

/** "in May" is a month. */
function isModal(token: Token): boolean {
  return modals.has(token.lower) && !((token.text === 'May' || token.text === 'Will') && token.tag !== 'AUX')
}

function beginsVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token) return false
  if (token.tag === 'VERB') return !isModifierVerb(tokens, at)
  if (token.tag === 'AUX' || isModal(token)) return true
  if (token.lower === 'to') return next?.tag === 'VERB' || next?.tag === 'AUX' || (next?.tag === 'ADV' && tokens[at + 2]?.tag === 'VERB') || (isNegation(next) && tokens[at + 2]?.tag === 'VERB')
  return (isNegation(token) || (token.tag === 'ADV' && !/^(?:when|where|why|how|once|while)$/u.test(token.lower))) && next?.tag === 'VERB' && !isModifierVerb(tokens, at + 1)
}

/** "the leaked report", "ruling party": part of a noun phrase. */
function isModifierVerb(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  return next !== undefined && isNoun(next) && /(?:ing|ed|en)$/u.test(tokens[at]?.lower ?? '') && (/^(?:DET|ADJ|NUM)$/u.test(before?.tag ?? '') || /^(?:his|its|their|my|our|your)$/u.test(before?.lower ?? '') || (before?.lower === 'her' && tokens[at]?.lower === 'running' && next.lower.startsWith('mate')))
}

function isAux(token: Token | undefined): boolean {
  return token?.tag === 'AUX' || token?.lemma === 'have' || token?.lemma === 'go'
}

export function isNegation(token: Token | undefined): boolean {
  return token !== undefined && (negations.has(token.lower) || token.lower.endsWith("n't") || token.lower.endsWith('n’t'))
}

/** "have both accused", "had all gone". */
function isFloating({ lower }: Token): boolean {
  return lower === 'both' || lower === 'all' || lower === 'each'
}

function leadsToVerb(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = from + 1; at < Math.min(end, from + 3); at++) {
    const token = tokens[at]
    if (token?.tag === 'VERB' || token?.tag === 'AUX') return true
    if (token?.tag !== 'ADV' && !isNegation(token)) return false
  }
  return false
}

/** "was told", "have been bombed": a form of "to be" or "to get" before a past participle. */
function isPassive(tokens: readonly Token[], { from, head }: { readonly from: number; readonly head: number }): boolean {
  if (tokens[head]?.tag !== 'VERB' || isGerund(tokens[head])) return false
  // "he’s said the same"; but "he’s said to be ill"
  if (tokens[head]?.lower === 'said' && isClitic(tokens[head - 1] ?? tokens[head]) && !/^(?:to|by)$/u.test(tokens[head + 1]?.lower ?? '')) return false
  for (let at = head - 1; at >= from; at--) {
    const { lemma, tag, lower } = tokens[at] ?? {}
    // "is to visit"
    if (lower === 'to') return false
    if (lemma === 'be' || lower === 'being' || lemma === 'get' || lower === '’s' || lower === '’re') return true
    if (tag === 'AUX' && lemma !== 'be') return false
  }
  return false
}

function formOf(tokens: readonly Token[], { from, head }: { readonly from: number; readonly head: number }): VerbGroup['form'] {
  for (let at = from; at < head; at++) {
    if (tokens[at]?.tag === 'AUX') return 'finite'
    if (tokens[at]?.lower === 'to') return 'infinitive'
  }
  return isGerund(tokens[head]) ? 'participle' : 'finite'
}

/** "saying"; never "bring". */
function isGerund(token: Token | undefined): boolean {
  return token !== undefined && token.lower.endsWith('ing') && token.lemma !== token.lower
}

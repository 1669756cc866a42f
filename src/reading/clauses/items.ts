// A sentence as a row of phrases and what joins them, for those who look for subjects and objects in it.
import type { NounPhrase, Stretch, Token, VerbGroup } from '../draft.ts'
import { actorNouns } from '../lexicon/actor-nouns.ts'
import { isTimeWord } from '../lexicon/clause-words.ts'
import { isClitic } from '../passes/03-phrases.ts'

/** No list of phrases is longer, and no subject stands farther from its verb, in items. */
export const farthest = 40

type Kind = 'noun' | 'time' | 'verb' | 'preposition' | 'and' | 'comma' | 'that' | 'which' | 'stop' | 'filler'
export interface Item extends Stretch {
  readonly kind: Kind
  readonly phrase?: NounPhrase
  readonly verb?: VerbGroup
}

/** The phrase without a day or a week at its end: "Albania today". */
function withoutTime(tokens: readonly Token[], phrase: NounPhrase): NounPhrase {
  let to = phrase.to
  while (to > phrase.from + 1 && isTimeWord(tokens[to - 1]?.lower ?? '')) to--
  while (to < phrase.to && to > phrase.from + 1 && nearness.has(tokens[to - 1]?.lower ?? '')) to--
  return to === phrase.to ? phrase : { from: phrase.from, to, head: Math.min(phrase.head, to - 1) }
}

const nearness: ReadonlySet<string> = new Set(['next', 'last', 'this', 'late', 'early', 'later', 'earlier', 'that'])

/** "last week", "Monday": nothing but the time and what counts it. */
function isOnlyTime(tokens: readonly Token[], { from, to }: NounPhrase): boolean {
  for (let at = from; at < to; at++) if (!isTimeWord(tokens[at]?.lower ?? '') && !/^(?:DET|ADJ|NUM|ADV)$/u.test(tokens[at]?.tag ?? '')) return false
  return true
}

export function itemsOf(tokens: readonly Token[], { from, to }: Stretch, nouns: readonly NounPhrase[], verbs: readonly VerbGroup[]): readonly Item[] {
  const items: Item[] = []
  let noun = 0
  let verb = 0
  let closing = 0
  // Where a noun goes on after what stands inside it: "Kelt’s visiting king", "the Harl Union (HU) officials".
  let goesOn = -1
  for (let at = from; at < to; ) {
    while ((nouns[noun]?.from ?? to) < at) noun++
    while ((verbs[verb]?.from ?? to) < at) verb++
    const phrase = nouns[noun]?.from === at ? nouns[noun] : undefined
    const group = verbs[verb]?.from === at ? verbs[verb] : undefined
    const end = phrase?.to ?? group?.to ?? at + 1
    // What stands in brackets is between the phrases, not of them: "the PLO (PLO)".
    if (at < closing) items.push({ kind: 'filler', from: at, to: end })
    else if (tokens[at]?.text === '(') {
      closing = closingBracket(tokens, at, to)
      items.push({ kind: 'filler', from: at, to: at + 1 })
      if (items.at(-2)?.phrase?.to === at && tokens[closing]?.tag === 'NOUN' && tokens[at - 1]?.tag === 'PROPN') goesOn = closing
    } else if (phrase && at === goesOn) {
      const begun = items.findLastIndex(({ kind }) => kind === 'noun')
      const first = items[begun]
      if (first) items[begun] = { kind: 'noun', from: first.from, to: phrase.to, phrase: { ...phrase, from: first.from } }
    } else if (phrase && isDoing(tokens, phrase)) {
      // "accused of bombing Ostland": tagged as one noun.
      items.push({ kind: 'verb', from: at, to: at + 1, verb: { from: at, to: at + 1, head: at, passive: false, negated: false, form: 'participle' } })
      addNoun(tokens, items, { ...phrase, from: at + 1 })
    } else if (phrase) addNoun(tokens, items, phrase)
    else if (group && isAttribute(tokens, group)) {
      items.push({ kind: 'filler', from: at, to: end })
      if (items.findLast(({ kind }) => kind !== 'filler')?.to === at - 1) goesOn = end
    }
    else if (group && isBareNoun(tokens, group, items.at(-1))) addNoun(tokens, items, group)
    else if (group) items.push({ kind: 'verb', from: at, to: end, verb: group })
    else if (isNounAlone(tokens, at)) addNoun(tokens, items, { from: at, to: end, head: at })
    else items.push({ kind: kindOf(tokens, at), from: at, to: end })
    at = end
  }
  return items.filter(item => item.kind !== 'filler')
}

function closingBracket(tokens: readonly Token[], open: number, end: number): number {
  for (let at = open + 1; at < Math.min(end, open + 12); at++) if (tokens[at]?.text === ')') return at + 1
  return open
}

function isDoing(tokens: readonly Token[], { from, head }: NounPhrase): boolean {
  const token = tokens[from]
  const next = tokens[from + 1]
  const isNamed = next?.tag === 'PROPN' || (next?.tag === 'ADJ' && /^\p{Lu}/u.test(next.text))
  return from < head && token?.tag === 'NOUN' && token.lower === token.text && token.lower.endsWith('ing') && isNamed && tokens[from - 1]?.tag === 'ADP'
}

/** "Trump’s leading rivals" */
function isAttribute(tokens: readonly Token[], { from, head, to, form }: VerbGroup): boolean {
  const before = tokens[from - 1]
  return form === 'participle' && from === head && before !== undefined && isClitic(before) && /^(?:NOUN|PROPN|ADJ)$/u.test(tokens[to]?.tag ?? '')
}

/** "requested help", "fired tear gas": no verb follows another bare. */
function isBareNoun(tokens: readonly Token[], { from, head }: VerbGroup, last: Item | undefined): boolean {
  const verb = last?.verb
  const token = tokens[head]
  if (!verb || !token || from !== head || verb.to !== from || verb.form === 'participle') return false
  // "dismissed calls by the party"
  return (token.lower === token.lemma || token.lower === `${token.lemma}s`) && token.tag === 'VERB' && tokens[verb.head]?.tag === 'VERB' && !bareAfter.has(tokens[verb.head]?.lemma ?? '')
}

/** Verbs that another follows without "to". */
const bareAfter: ReadonlySet<string> = new Set(['let', 'make', 'help', 'see', 'hear', 'watch', 'have', 'bid', 'dare', 'need', 'go', 'come', 'say', 'get', 'do', 'be', 'think', 'know', 'feel'])

/** Words that stand for a noun: "French and Egyptian warships", "two of its nationals", "$50,000 worth", "part of a stronghold". */
function isNounAlone(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token?.tag === 'NUM') return next?.lower === 'of' || next?.lower === 'worth' || tokens[at - 1]?.tag === 'SYM'
  // "an offensive against", "the unemployed"
  if (token?.tag === 'ADJ' && tokens[at - 1]?.tag === 'DET' && next && /^(?:ADP|PUNCT|CCONJ|VERB|AUX|PART)$/u.test(next.tag)) return true
  // "the deputy chief of", "the military said": tagged as adjectives.
  if (token?.tag === 'ADJ' && actorNouns.has(token.lower) && next && !/^(?:NOUN|PROPN|ADJ|NUM)$/u.test(next.tag)) return true
  if (next?.lower === 'of') return quantities.has(token?.lower ?? '')
  return token?.tag === 'ADJ' && /^\p{Lu}/u.test(token.text) && next?.lower === 'and' && /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '')
}

/** "about 2,000", "at least five", "up to 30": no preposition. */
function isAbout(tokens: readonly Token[], at: number): boolean {
  const [lower, next, third] = [tokens[at]?.lower ?? '', tokens[at + 1], tokens[at + 2]]
  if (lower === 'at' && (next?.lower === 'least' || next?.lower === 'most')) return true
  if (lower === 'up' && next?.lower === 'to') return third?.tag === 'NUM'
  if (lower === 'to' && tokens[at - 1]?.lower === 'up') return next?.tag === 'NUM'
  return next?.tag === 'NUM' && /^(?:about|around|over|under)$/u.test(lower)
}

const quantities: ReadonlySet<string> = new Set(['part', 'parts', 'most', 'much', 'some', 'all', 'many', 'more', 'one', 'half', 'several', 'dozens', 'hundreds', 'thousands'])

function addNoun(tokens: readonly Token[], items: Item[], phrase: NounPhrase): void {
  const { from, to } = phrase
  const head = tokens[phrase.head]
  const first = tokens[from]?.lower ?? ''
  if (first === 'who' || first === 'whom' || first === 'whose') {
    items.push({ kind: 'which', from, to })
    return
  }
  // "the FSA itself"
  if (/^(?:him|her|it|them)sel(?:f|ves)$/u.test(first) && items.at(-1)?.kind === 'noun') return
  if (isTimeWord(head?.lower ?? '') && tokens[to]?.lower !== 'of' && isOnlyTime(tokens, phrase)) {
    items.push({ kind: 'time', from, to })
    return
  }
  const shorter = withoutTime(tokens, phrase)
  const last = items.at(-1)
  // "US" "authorities", "one" "U.S. soldier": one phrase that the tags cut in two.
  // Not "the deadline" "Congress" (set), nor a pronoun and what follows it.
  const isBehindNoun = tokens[last?.phrase?.head ?? -1]?.tag === 'NOUN' && tokens[from]?.tag === 'PROPN'
  // "took the crew" "hostage": what they become.
  const isState = phrase.head === from && /^(?:hostage|captive|prisoner)$/u.test(first)
  if (last?.phrase && last.to === from && last.phrase.to === from && !isBehindNoun && !isState && !/^(?:DET|PRON|NUM)$/u.test(tokens[from]?.tag ?? '') && tokens[last.from]?.tag !== 'PRON') {
    items[items.length - 1] = { kind: 'noun', from: last.from, to, phrase: { from: last.from, to: shorter.to, head: shorter.head } }
  } else items.push({ kind: 'noun', from, to, phrase: shorter })
}

/** Marks that end a clause, and words that begin another. */
const stops: ReadonlySet<string> = new Set([';', ':', '?', '!', '…', '–', '—'])
const subordinating: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'lest', 'although', 'though', 'because'])

function kindOf(tokens: readonly Token[], at: number): Kind {
  const token = tokens[at]
  if (!token) return 'stop'
  const { lower, tag } = token
  if (lower === ',') return 'comma'
  if (lower === 'which') return 'which'
  if (lower === 'that' && tag !== 'DET') return 'that'
  if (stops.has(lower) || lower.startsWith('--') || lower.startsWith('...')) return 'stop'
  if (tag === 'CCONJ') return lower === 'but' || lower === 'and' || lower === 'or' ? 'and' : 'filler'
  if (subordinating.has(lower)) return 'stop'
  // "more than 60 civilians" is one phrase.
  if (lower === 'than') return tokens[at + 1]?.tag === 'NUM' ? 'filler' : 'stop'
  // "In 2011 Egypt arrested": not in Egypt.
  if (tag === 'NUM' && /^(?:1[6-9]|20)\d\d$/u.test(lower) && /^(?:in|since|by|until)$/u.test(tokens[at - 1]?.lower ?? '')) return 'time'
  if (isAbout(tokens, at)) return 'filler'
  if (lower === 'to' || tag === 'ADP' || (tag === 'SCONJ' && lower === 'for')) return 'preposition'
  if (tag === 'SCONJ' || lower === 'where' || lower === 'when' || lower === 'why' || lower === 'how' || lower === 'what') return 'stop'
  return 'filler'
}

/** "Israel" of "Israel's invasion". */
export function ownerIn(tokens: readonly Token[], { from, to }: NounPhrase): NounPhrase | undefined {
  for (let at = to - 1; at > from; at--) {
    const token = tokens[at]
    if (token && isClitic(token)) return { from, to: at, head: at - 1 }
  }
  return undefined
}

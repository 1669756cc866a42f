// Who speaks: whom the words of the source mean, one or several; through what document; or that nobody is named.
import { ownerIn } from '../clauses/items.ts'
import type { Attribution, EntityKind } from '../../model/vocabulary.ts'
import type { Attributed, Draft, DraftMention, NounPhrase, Stretch, Token } from '../draft.ts'
import { isFake, isImpostor } from '../fakes.ts'
import { wordsOfSaying } from '../lexicon/cue-nouns.ts'
import { isDocument } from '../lexicon/documents.ts'
import { kindOfSpeaker, leaning, nobodyInParticular } from '../lexicon/speakers.ts'
import type { Syntax } from '../syntax.ts'
import type { Cast } from './cast.ts'
import type { CueShape } from './cue-shape.ts'
import { phrasesIn } from './phrases.ts'

export type Source = Stretch & { readonly head: number }

export interface Voices {
  readonly speakers: readonly string[]
  readonly attribution: Attribution
  readonly via: string | undefined
  /** How sure it is whom the words mean, 0 to 1. */
  readonly confidence: number
  /** The pronoun that nothing said before explains. */
  readonly unexplained: Stretch | undefined
}

export interface Found {
  readonly draft: Draft
  readonly syntax: Syntax
  readonly cast: Cast
}

export const nobody: Voices = { speakers: [], attribution: 'UNATTRIBUTED', via: undefined, confidence: 1, unexplained: undefined }

/** Who the source's words mean. */
export function voicesOf(found: Found, source: Source): Voices {
  const { syntax, cast } = found
  const antecedent = antecedentOf(found, source)
  const meant: DraftMention[] = []
  let via: string | undefined
  let unexplained: Stretch | undefined
  for (const phrase of phrasesOf(syntax, antecedent)) {
    const token = syntax.token(phrase.head)
    if (token && (isDocument(token) || isFake(syntax, phrase)) && !isNamed(cast, cast.meant(phrase.head))) {
      // What is forged is not theirs whose name it bears.
      const owner = isFake(syntax, phrase) ? undefined : ownerOf(found, phrase, antecedent)
      const document = cast.meant(phrase.head) ?? cast.introduce(phrase, 'TOPIC')
      if (owner) via ??= document.mention.entity
      meant.push(owner ?? document)
      continue
    }
    if (isImpostor(syntax, phrase)) continue
    // "The minister's response was to call it a farce"
    const answerer = token && wordsOfSaying.has(token.lower) && !isNamed(cast, cast.meant(phrase.head)) ? (ownerOf(found, phrase, antecedent) ?? possessorIn(found, phrase)) : undefined
    if (answerer) {
      meant.push(answerer)
      continue
    }
    const known = holderBehind(found, phrase, antecedent) ?? meaningOf(found, phrase, antecedent)
    if (known) meant.push(known)
    else if (token && leaning.has(token.lower)) unexplained ??= { from: phrase.head, to: phrase.head + 1 }
  }
  if (meant.length === 0) return { ...nobody, unexplained }
  const leans = meant.some(one => one.mention.form === 'PRONOUN' || (one.mention.form === 'NOMINAL' && isNamed(cast, one)))
  return {
    speakers: [...new Set(meant.map(({ mention }) => mention.entity))],
    attribution: leans ? 'COREFERENCE' : 'EXPLICIT',
    via,
    confidence: Math.min(...meant.map(({ mention }) => mention.confidence)),
    unexplained: undefined,
  }
}

/** "intelligence" of "sharing intelligence suggesting that …": a document just before a participle speaks, not the subject of the sentence. */
export function documentBefore(syntax: Syntax, { source, rule }: Attributed, { from, verb }: CueShape): Source | undefined {
  if (verb?.form !== 'participle' || rule === 'ACCORDING_TO') return undefined
  const noun = syntax.nounAt(from - 1)
  if (!noun || noun.to !== from || !isDocument(syntax.token(noun.head)) || (source && source.from <= noun.head && noun.head < source.to)) return undefined
  return { from: noun.from, to: noun.to, head: noun.head }
}

/** The mention that a noun phrase is; a new one where a noun names somebody nobody has met; undefined for words that name nobody. */
export function meaningOf({ syntax, cast }: Pick<Found, 'syntax' | 'cast'>, phrase: NounPhrase, whole: Stretch): DraftMention | undefined {
  const token = syntax.token(phrase.head)
  if (!token) return undefined
  const known = cast.meant(phrase.head)
  const named = isNamed(cast, known) ? undefined : bodyBeside({ syntax, cast }, phrase)
  if (named) return named
  if (known && known.to <= Math.max(phrase.to, whole.to)) return known
  // "One, a farmer from Mayo, told": who the one is.
  const apposed = token.lower === 'one' && phrase.from === phrase.head && syntax.word(phrase.to) === ',' ? syntax.nounAt(phrase.to + 1) : undefined
  const one = apposed?.from === phrase.to + 1 ? cast.meant(apposed.head) : undefined
  if (one && cast.entity(one.mention.entity)?.kind === 'PERSON') return one
  // "One, who asked not to be named, said"
  if (token.lower === 'one' && phrase.from === phrase.head && syntax.word(phrase.to) === ',' && syntax.word(phrase.to + 1) === 'who') return cast.introduce(phrase, 'PERSON')
  const many = partOf(syntax, phrase, whole)
  if (many) return cast.introduce({ ...many, head: phrase.head }, /^(?:one|another)$/u.test(token.lower) ? 'PERSON' : 'GROUP')
  if (leaning.has(token.lower) || nobodyInParticular.has(token.lower) || !/^(?:NOUN|PROPN|ADJ|NUM)$/u.test(token.tag)) return undefined
  return cast.introduce({ ...withComplement(syntax, phrase, whole), head: phrase.head }, kindOf(token))
}

/** "Its rival, | the Lake Party, said", "Its parent company, | Acme Tools, said": the body's name between commas, behind what it is. */
function bodyBeside({ syntax, cast }: Pick<Found, 'syntax' | 'cast'>, { to, head }: NounPhrase): DraftMention | undefined {
  const token = syntax.token(head)
  const next = syntax.word(to) === ',' ? syntax.nounAt(to + 1) : undefined
  if (token?.tag !== 'NOUN' || token.lower !== token.lemma || next?.from !== to + 1 || syntax.word(next.to) !== ',' || syntax.verbAt(next.to + 1)?.form !== 'finite') return undefined
  const name = cast.meant(next.head)
  const entity = cast.entity(name?.mention.entity ?? '')
  return name && name.from >= next.from && name.mention.form !== 'ADJECTIVE' && entity?.named && entity.kind === 'ORGANISATION' ? name : undefined
}

/** "Party of Kelt founder | Ann Reed": the body's name goes on behind "of", and whoever holds an office of it speaks. */
function holderBehind({ syntax, cast }: Found, phrase: NounPhrase, { from, to }: Stretch): DraftMention | undefined {
  const next = syntax.word(phrase.to) === 'of' ? syntax.nounAt(phrase.to + 1) : undefined
  if (!next || phrase.from < from || next.to > to) return undefined
  const name = cast.meant(next.head)
  const office = syntax.token((name?.from ?? 0) - 1)
  const isHolder = name?.mention.form === 'NAME' && name.from > next.from && cast.entity(name.mention.entity)?.kind === 'PERSON' && office?.tag === 'NOUN' && kindOfSpeaker(office.lemma, office.lower) === 'PERSON'
  return isHolder && cast.entity(cast.meant(phrase.head)?.mention.entity ?? '')?.kind === 'ORGANISATION' ? name : undefined
}

/** "one of the judges", "another of the five", "some of Kelt’s allies", "thousands of workers": somebody without a name. */
function partOf(syntax: Syntax, phrase: NounPhrase, whole: Stretch): Stretch | undefined {
  const next = /^(?:one|another|some|several|many|most|two|three|four|all|both|tens|dozens|scores|hundreds|thousands|millions)$/u.test(syntax.word(phrase.head)) && syntax.word(phrase.to) === 'of' ? syntax.nounAt(phrase.to + 1) : undefined
  const token = syntax.token(next?.head ?? -1)
  const speaks = token?.lower === 'them' || token?.tag === 'NUM' || (token?.tag === 'NOUN' && kindOfSpeaker(token.lemma, token.lower) !== 'TOPIC')
  return next && speaks && next.from === phrase.to + 1 && next.to <= Math.max(whole.to, phrase.to) ? { from: phrase.from, to: next.to } : undefined
}

/** A name that no pass before could tell is taken for a person's. */
function kindOf({ lemma, lower, tag, text }: Token): EntityKind {
  const kind = kindOfSpeaker(lemma, lower)
  // "Survivors said", to the tagger a name.
  if (tag === 'PROPN' && /[^s]s$/u.test(lower) && kindOfSpeaker(lower.slice(0, -1), lower) === 'GROUP') return 'GROUP'
  // "CONMEBOL declined"
  if (kind === 'TOPIC' && tag === 'PROPN' && /^\p{Lu}{3,}$/u.test(text)) return 'ORGANISATION'
  return kind === 'TOPIC' && tag === 'PROPN' && /^\p{Lu}/u.test(text) ? 'PERSON' : kind
}

/** "Obama’s" of "Obama’s claim" is no phrase of its own. */
function phrasesOf(syntax: Syntax, source: Source): readonly NounPhrase[] {
  const phrase = syntax.nounAt(source.head)
  return !phrase || phrase.to > source.to ? [{ from: source.from, to: source.head + 1, head: source.head }] : phrasesIn(syntax, source)
}

/** "who" in "Mr Hale, who said": Mr Hale; in "an aide in the ministry who said": the aide. */
function antecedentOf({ syntax, cast }: Found, source: Source): Source {
  const climbs = syntax.word(source.head) === 'who' ? 3 : 0
  if (climbs === 0 && !/^(?:which|that)$/u.test(syntax.word(source.head))) return source
  const before = syntax.word(source.from - 1) === ',' ? source.from - 2 : source.from - 1
  const beside = syntax.nounAt(before)
  if (!beside || beside.to !== before + 1) return source
  // "sent a message to his partner, Ola Berg, which read": the message.
  if (syntax.word(source.head) === 'which' && cast.entity(cast.meant(beside.head)?.mention.entity ?? '')?.kind === 'PERSON') {
    const { from: start } = syntax.sentenceAt(source.head)
    for (let at = beside.from - 1; at >= start; at--) {
      const noun = syntax.nounAt(at)
      if (noun && isDocument(syntax.token(noun.head))) return { from: noun.from, to: noun.to, head: noun.head }
    }
    return source
  }
  let noun: NounPhrase = beside
  for (let steps = 0; steps < climbs && !isPeople(syntax, cast, noun); steps++) {
    const left = /^(?:of|in|from|at|for|with)$/u.test(syntax.word(noun.from - 1)) ? syntax.nounAt(noun.from - 2) : undefined
    if (!left || left.to !== noun.from - 1) break
    noun = left
  }
  return { from: noun.from, to: noun.to, head: noun.head }
}

function isPeople(syntax: Syntax, cast: Cast, { head }: NounPhrase): boolean {
  const token = syntax.token(head)
  const known = cast.meant(head)
  const kind = known ? cast.entity(known.mention.entity)?.kind : token && kindOfSpeaker(token.lemma, token.lower)
  return kind === 'PERSON' || kind === 'GROUP'
}

/** "a spokesman for the group": with the one phrase that says whose. */
function withComplement(syntax: Syntax, phrase: NounPhrase, whole: Stretch): Stretch {
  if (!/^(?:of|for|from)$/u.test(syntax.word(phrase.to))) return { from: phrase.from, to: phrase.to }
  const next = syntax.nounAt(phrase.to + 1)
  if (!next || next.from !== phrase.to + 1 || next.to > whole.to) return { from: phrase.from, to: phrase.to }
  // "the leaders of Kelt and Ostland"
  const more = syntax.word(next.to) === 'and' ? syntax.nounAt(next.to + 1) : undefined
  return { from: phrase.from, to: more?.from === next.to + 1 && more.to === whole.to ? more.to : next.to }
}

function isNamed(cast: Cast, one: DraftMention | undefined): boolean {
  return one !== undefined && cast.entity(one.mention.entity)?.named === true
}

/** "the mayor" of "the mayor's response". */
function possessorIn(found: Found, phrase: NounPhrase): DraftMention | undefined {
  const owner = ownerIn(found.draft.tokens, phrase)
  const noun = found.syntax.token(owner?.head ?? -1)
  return owner && noun?.tag === 'NOUN' && kindOfSpeaker(noun.lemma, noun.lower) !== 'TOPIC' ? meaningOf(found, owner, owner) : undefined
}

/** Whose a document is: "the ministry’s statement", "a statement from the ministry", "a communique agreed by the leaders". */
export function ownerOf(found: Found, phrase: NounPhrase, whole: Stretch): DraftMention | undefined {
  const { syntax, cast } = found
  // "the White House statement", "his letter": the last that stands before the noun.
  const owner = cast.within({ from: phrase.from, to: phrase.head }).findLast(one => canSpeak(cast, one))
  if (owner) return owner
  const verb = syntax.word(phrase.to) === 'by' ? undefined : phrase.to
  const at = verb !== undefined && /^(?:issued|released|agreed|signed|written|published|posted|sent|obtained|prepared|made|given|read|delivered|attributed|adopted|filed|provided|shared|circulated)$/u.test(syntax.word(verb)) ? verb + 1 : phrase.to
  if (!/^(?:by|from|of)$/u.test(syntax.word(at)) || syntax.word(at - 1) === 'obtained') return undefined
  const { to: end } = syntax.sentenceAt(phrase.head)
  const next = syntax.nounAt(at + 1)
  if (!next || next.from !== at + 1 || next.to > end) return undefined
  const one = syntax.word(at) === 'of' ? cast.meant(next.head) : meaningOf(found, next, { from: whole.from, to: Math.max(whole.to, next.to) })
  return one && canSpeak(cast, one) ? one : undefined
}

function canSpeak(cast: Cast, { mention }: DraftMention): boolean {
  const kind = cast.entity(mention.entity)?.kind
  return mention.form !== 'ADJECTIVE' && (kind === 'PERSON' || kind === 'ORGANISATION' || kind === 'GROUP' || kind === 'COUNTRY')
}

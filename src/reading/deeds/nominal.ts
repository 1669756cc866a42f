// Deeds told by a noun: "air strikes by Russia on Syria", "talks between Iran and Iraq", "Israel's invasion of Lebanon".
import type { Modality } from '../../model/vocabulary.ts'
import type { Argument } from '../clauses/arguments.ts'
import type { Clause, Nominal } from '../clauses/clause.ts'
import { ownerIn } from '../clauses/items.ts'
import { actorsAmong, isActor } from './actors.ts'
import { mutual, type Deed } from './deed.ts'
import { forceOf } from './force.ts'
import { modalityOf } from './modality.ts'
import type { Draft, NounPhrase, Token } from '../draft.ts'
import { deedNouns } from '../lexicon/deed-nouns.ts'
import type { DeedType } from '../lexicon/deed-verbs.ts'
import { contentNouns, fictions } from '../lexicon/complements.ts'
import { coming, doing, undoing, unreal } from '../lexicon/governing-verbs.ts'
import { lemmasOf } from './patterns.ts'

const byNoun = readNouns()

export function isDeedNoun({ tokens }: Pick<Draft, 'tokens'>, { head }: NounPhrase): boolean {
  return byNoun.has(tokens[head]?.lower ?? '')
}

export function nominalDeeds(draft: Draft, clauses: readonly Clause[], nominals: readonly Nominal[]): readonly Deed[] {
  const deeds: Deed[] = []
  const holders = holdersOf(clauses)
  for (const nominal of nominals) {
    const { phrase } = nominal
    const noun = byNoun.get(draft.tokens[phrase.head]?.lower ?? '')
    if (!noun) continue
    const holder = holders.get(phrase.head)
    const modality = modalityOfNoun(draft, clauses, phrase, holder)
    if (modality === undefined) continue
    const type = noun.type === 'ASSAULT' ? forceOf(draft, phrase.head) : noun.type
    if (type === undefined) continue
    const told = { type, label: labelOf(nominal), modality, head: phrase.head, rule: 'DEED_NOUN' }
    // Not "the shooting of a man during a clash between": those are the sides of another.
    const between = nominal.arguments.findIndex(({ preposition }) => preposition === 'between')
    const isOwn = nominal.arguments.slice(0, Math.max(0, between)).every(({ phrases }) => !phrases.some(each => isDeedNoun(draft, each)))
    const sides = isOwn ? nominal.arguments[between]?.phrases : undefined
    if (sides?.length === 2 && mutual.has(type)) {
      const [one, other] = actorsAmong(draft, sides)
      if (one && other) deeds.push({ ...told, actors: [one], targets: [other] })
      continue
    }
    const led = nominal.arguments.find(({ preposition, phrases }) => phrases.length > 0 && noun.prepositions.has(preposition ?? ''))
    const targets = actorsAmong(draft, led?.phrases ?? [])
    const actors = doersOf(draft, nominal, holder)
    // "Varania and Kelt arrived for talks"
    const [one, other] = actors
    if (targets.length > 0 && actors.length > 0) deeds.push({ ...told, actors, targets })
    else if (type === 'CONSULT' && !led && actors.length > 0 && visits.has(draft.tokens[phrase.head]?.lower ?? '')) {
      // "arrived in Kelt for a visit"
      const visited = actorsAmong(draft, holder?.arguments.find(({ preposition, phrases }) => (preposition === 'in' || preposition === 'to') && phrases.length > 0)?.phrases ?? [])
      if (visited.length > 0) deeds.push({ ...told, actors, targets: visited })
    } else if (type === 'CONSULT' && !led && one && other && actors.length === 2) deeds.push({ ...told, actors: [one], targets: [other] })
  }
  return deeds
}

const visits: ReadonlySet<string> = new Set(['visit', 'trip', 'tour'])

/** The clause that a noun is subject or object of, by the noun's token. Made once for a text, as several passes ask. */
export function holdersOf(clauses: readonly Clause[]): ReadonlyMap<number, Clause> {
  const known = heldIn.get(clauses) ?? makeHolders(clauses)
  heldIn.set(clauses, known)
  return known
}

const heldIn = new WeakMap<readonly Clause[], ReadonlyMap<number, Clause>>()

function makeHolders(clauses: readonly Clause[]): ReadonlyMap<number, Clause> {
  const holders = new Map<number, Clause>()
  for (const clause of clauses) {
    for (const { head } of clause.subjects) if (!holders.has(head)) holders.set(head, clause)
    for (const { phrases } of clause.arguments) for (const { head } of phrases) holders.set(head, clause)
  }
  return holders
}

/** Absent where the noun's deed is only spoken of: "ruled out an attack on", "calls for talks with". */
export function modalityOfNoun(draft: Draft, clauses: readonly Clause[], { from, to, head }: NounPhrase, holder: Clause | undefined): Modality | undefined {
  const { tokens } = draft
  for (let at = from; at < to; at++) {
    const lower = tokens[at]?.lower ?? ''
    if (unreal.has(lower)) return undefined
    if (lower === 'planned' || lower === 'upcoming') return 'PLANNED'
  }
  if (isSpokenOf(tokens, from)) return undefined
  const verb = holder && tokens[holder.verb.head]
  if (!holder || !verb) return 'ACTUAL'
  if (lemmasOf(verb).some(lemma => undoing.has(lemma))) return undefined
  const modality = modalityOf(draft, clauses, holder)
  if (modality === 'ACTUAL') return modality
  // "will hold talks with"; to oversee a truce is not to plan one.
  if (modality === 'PLANNED' && holder.subjects.every(subject => subject.head !== head) && lemmasOf(verb).some(lemma => doing.has(lemma) || coming.has(lemma))) return modality
  return undefined
}

/** "reports of an attack", "warned of an attack", "a film about the attack" */
function isSpokenOf(tokens: readonly Token[], from: number): boolean {
  const [before, joint] = [tokens[from - 2], tokens[from - 1]?.lower ?? '']
  if (!before || !/^(?:of|about)$/u.test(joint)) return false
  if (contentNouns.has(before.lower) || fictions.has(before.lower) || (before.lower === 'talk' && before.tag === 'NOUN')) return true
  return /^(?:warn|speak|talk|dream|hear|think)$/u.test(before.lemma) && tokens[from]?.lower !== 'the'
}

function doersOf(draft: Draft, { phrase, arguments: all }: Nominal, holder: Clause | undefined): readonly NounPhrase[] {
  const by = all.find(({ preposition, phrases }) => preposition === 'by' && phrases.length > 0)
  if (by) return actorsAmong(draft, by.phrases)
  const owner = ownerIn(draft.tokens, phrase) ?? originIn(draft.tokens, phrase)
  if (owner) return isActor(draft, owner) ? [owner] : []
  const verb = holder && draft.tokens[holder.verb.head]
  // "arrived in Delhi for talks with"
  const comes = holder && verb && !holder.passive && lemmasOf(verb).some(lemma => coming.has(lemma)) && holder.arguments.some(({ preposition, phrases }) => preposition === 'for' && phrases.includes(phrase))
  if (comes) return actorsAmong(draft, holder.subjects)
  const isDoing = holder && verb && !holder.passive && lemmasOf(verb).some(lemma => doing.has(lemma)) && holder.arguments.some(({ preposition, phrases }) => preposition === undefined && phrases.includes(phrase))
  return isDoing ? actorsAmong(draft, holder.subjects) : []
}

/** "Russian" of "Russian air strikes". */
function originIn(tokens: readonly Token[], { from, head }: NounPhrase): NounPhrase | undefined {
  const first = tokens[from]?.tag === 'DET' ? from + 1 : from
  const token = tokens[first]
  return token && first < head && (token.tag === 'PROPN' || token.tag === 'ADJ') && /^\p{Lu}/u.test(token.text) ? { from: first, to: first + 1, head: first } : undefined
}

function labelOf({ phrase, arguments: all }: Nominal): Deed['label'] {
  const next: Argument | undefined = all[0]
  return { from: phrase.from, to: next?.at === phrase.to && next.preposition !== undefined ? next.at + 1 : phrase.to }
}

interface DeedNoun {
  readonly type: DeedType
  readonly prepositions: ReadonlySet<string>
}

function readNouns(): ReadonlyMap<string, DeedNoun> {
  const found = new Map<string, { type: DeedType; prepositions: Set<string> }>()
  for (const [type, phrases] of Object.entries(deedNouns)) {
    for (const phrase of phrases.split(',')) {
      const [noun, preposition] = phrase.trim().split(' ')
      if (!noun || !preposition) continue
      const known = found.get(noun) ?? { type: type as DeedType, prepositions: new Set<string>() } // the keys of the table are its types
      known.prepositions.add(preposition)
      found.set(noun, known)
    }
  }
  return found
}

// The patterns of lexicon/deed-verbs.ts and tie-verbs.ts, read once, and how they match a clause.
import type { Draft, NounPhrase, Token } from '../draft.ts'
import type { Argument } from '../clauses/arguments.ts'
import type { Clause } from '../clauses/clause.ts'
import { deedVerbs } from '../lexicon/deed-verbs.ts'
import { tieVerbs } from '../lexicon/tie-verbs.ts'
import { longest } from '../spelling.ts'
import type { ToldType } from './deed.ts'

interface Pattern {
  readonly type: ToldType
  readonly particles: readonly string[]
  /** "target": the object is whom it is done to; "any": there is one; a set: with one of these heads. */
  readonly object?: 'target' | 'any' | ReadonlySet<string>
  /** A second object with one of these heads: "gave Kelt an ultimatum". */
  readonly second?: ReadonlySet<string>
  /** The object with one of those heads is itself whom it is done to. */
  readonly aimed: boolean
  readonly preposition?: string
  readonly optional: boolean
  readonly alone: boolean
  /** The more a pattern asks for, the sooner it is believed. */
  readonly weight: number
}

export interface Matched {
  readonly type: ToldType
  readonly actors: readonly NounPhrase[]
  /** What the deed is done to, as the pattern has it; empty where it may be missing and is. */
  readonly targets: readonly NounPhrase[]
  /** The object that the pattern names but does not aim at: "a curfew" of "lifted a curfew in". */
  readonly thing: readonly NounPhrase[]
  /** It may be done to nobody. */
  readonly alone: boolean
  /** Behind the last word of the phrase that the pattern asks for. */
  readonly labelTo: number
}

/** A place tells less of whom it is done to than "against" and "of". */
const whereabouts: ReadonlySet<string> = new Set(['in', 'at', 'in?', 'at?', 'outside', 'through'])

const byVerb = readPatterns()

/** The pattern of deed that fits best, if one does. */
export function matchDeed({ tokens }: Pick<Draft, 'tokens'>, clause: Clause): Matched | undefined {
  const head = tokens[clause.verb.head]
  if (!head) return undefined
  for (const lemma of lemmasOf(head)) {
    const patterns = byVerb.get(lemma)
    if (!patterns) continue
    // Of those that fit, the first that says whom it is done to; what may be done to nobody gives way only to its like.
    let without: Matched | undefined
    for (const pattern of patterns) {
      const matched = match(tokens, clause, pattern)
      // A protest finds its own aim: "shunned work to protest at".
      if (matched?.type === 'PROTEST' && matched.thing.length > 0) return matched
      if (matched && matched.targets.length > 0 && (!without?.alone || without.type === matched.type)) return matched
      if (matched?.alone && !without?.alone) without = matched
      without ??= matched
    }
    return without
  }
  return undefined
}

/** The tagger's lemma, and what regular endings leave where it erred: "staged" is no form of "stag". */
export function lemmasOf({ lemma, lower }: Pick<Token, 'lemma' | 'lower'>): readonly string[] {
  if (lower.length > longest) return [lower]
  const forms = [lemma, lower]
  const irregular = irregulars.get(lower)
  if (irregular !== undefined) forms.push(irregular)
  const ending = endingOf(lower)
  if (ending === undefined || lower.length <= ending.length + 1) return forms
  const stem = lower.slice(0, -ending.length)
  if (ending.startsWith('i') && ending !== 'ing') forms.push(`${stem}y`)
  else forms.push(`${stem}e`, stem)
  // "stopped"
  if (stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1))
  return forms
}

function endingOf(lower: string): string | undefined {
  if (lower.endsWith('ed')) return lower.endsWith('ied') ? 'ied' : 'ed'
  if (lower.endsWith('es')) return lower.endsWith('ies') ? 'ies' : 'es'
  return lower.endsWith('ing') ? 'ing' : undefined
}

/** Past forms that the tagger does not know. */
const irregulars: ReadonlyMap<string, string> = new Map([['overran', 'overrun'], ['froze', 'freeze'], ['frozen', 'freeze'], ['slew', 'slay'], ['slain', 'slay'], ['fled', 'flee'], ['overthrew', 'overthrow'], ['withdrew', 'withdraw'], ['withheld', 'withhold'], ['retook', 'retake'], ['hanged', 'hang'], ['swore', 'swear'], ['forbade', 'forbid']])

function match(tokens: readonly Token[], clause: Clause, pattern: Pattern): Matched | undefined {
  const { verb, passive } = clause
  let labelTo = verb.to
  let from = verb.to
  let direct = passive ? undefined : clause.arguments.find(({ preposition }) => preposition === undefined)
  if (pattern.particles.length > 0) {
    const after = particlesAt(tokens, verb.to, pattern.particles) ?? (direct && separable.has(pattern.particles[0] ?? '') ? loose(tokens, particlesAt(tokens, direct.phrases.at(-1)?.to ?? 0, pattern.particles)) : undefined)
    if (after === undefined) return undefined
    labelTo = after
    from = Math.max(verb.to, after)
    if (!passive) direct = clause.arguments.find(({ preposition, at, phrases }) => phrases.length > 0 && (preposition === undefined || at < after)) ?? direct
  } else if (direct && !isAdjacent(clause, direct)) direct = undefined
  const object = passive ? clause.subjects : (direct?.phrases ?? [])
  if (pattern.object !== undefined && object.length === 0) return undefined
  if (pattern.object instanceof Set && !object.some(phrase => hasHead(tokens, phrase, clause.arguments, pattern.object as ReadonlySet<string>))) return undefined
  if (pattern.second && !hasSecond(tokens, clause, direct, pattern.second)) return undefined
  const led = pattern.preposition === undefined ? undefined : clause.arguments.find(({ preposition, at, phrases }) => preposition === pattern.preposition && at >= from - 1 && phrases.length > 0 && phrases !== direct?.phrases)
  if (pattern.preposition !== undefined && !led && !pattern.optional) return undefined
  // "spoke of a sad day for Kelt" is not to speak for it; "served briefly in the army" is to serve in it.
  if (led && lasting.has(pattern.type) && tokens.slice(labelTo, led.at).some(({ tag }) => tag !== 'ADV')) return undefined
  // "The army attacked on Sunday": a verb without the object that it asks for is another deed.
  if (pattern.object === undefined && pattern.preposition !== undefined && pattern.particles.length === 0 && direct && !led) return undefined
  if (!passive && pattern.object !== undefined && !pattern.aimed) labelTo = Math.max(labelTo, direct?.phrases.at(-1)?.to ?? 0)
  if (led && !pattern.aimed) labelTo = Math.max(labelTo, led.at + 1)
  // "took the crew | hostage"
  if (pattern.second && tokens[labelTo]) labelTo = Math.max(labelTo, clause.arguments.find(({ preposition, phrases }) => preposition === undefined && phrases.some(phrase => pattern.second?.has(tokens[phrase.head]?.lower ?? '')))?.phrases.at(-1)?.to ?? 0)
  const targets = led && !(pattern.aimed) ? led.phrases : pattern.aimed ? object : []
  const actors = passive ? (clause.arguments.find(({ preposition }) => preposition === 'by')?.phrases ?? []) : clause.subjects
  return { type: pattern.type, alone: pattern.alone, actors, targets, thing: pattern.object instanceof Set && !pattern.aimed && !passive ? object : [], labelTo }
}

const lasting: ReadonlySet<ToldType> = new Set(['REPRESENTS', 'MEMBER_OF', 'AFFILIATED_WITH'])

/** Particles that may stand behind the object: "shot the plane down", but not "called her on Friday". */
const separable: ReadonlySet<string> = new Set(['up', 'off', 'out', 'over', 'down', 'back', 'away', 'in', 'aside', 'apart', 'together', 'home', 'dead', 'guilty', 'liable', 'responsible', 'accountable', 'around'])

/** Whether the object stands where an object does: before any phrase with a preposition. */
function isAdjacent({ arguments: all }: Clause, direct: Argument): boolean {
  if (all[0] === direct || all[0]?.phrases.length === 0) return true
  // "denounced as a crime the killing of", "shortened by an hour the curfew": a heavy object stands last.
  return (all[0]?.preposition === 'as' || all[0]?.preposition === 'by') && all[1] === direct
}

function hasSecond(tokens: readonly Token[], { verb, passive, arguments: all }: Clause, direct: Argument | undefined, heads: ReadonlySet<string>): boolean {
  // "was taken hostage", "was given an ultimatum"
  const second = passive ? all.find(({ preposition, at }) => preposition === undefined && at === verb.to) : all[all.findIndex(each => each === direct) + 1]
  return second?.preposition === undefined && second?.phrases.some(phrase => hasHead(tokens, phrase, all, heads)) === true
}

/** "took her in", and not "took office in 2012", "took power in May". */
function loose(tokens: readonly Token[], to: number | undefined): number | undefined {
  return to !== undefined && tokens[to - 1]?.lower === 'in' && /^(?:NUM|DET|NOUN|PROPN|ADJ)$/u.test(tokens[to]?.tag ?? '') ? undefined : to
}

function particlesAt(tokens: readonly Token[], from: number, particles: readonly string[]): number | undefined {
  return particles.every((particle, index) => tokens[from + index]?.lower === particle) ? from + particles.length : undefined
}

/** Whether the phrase is about one of these: "talks", "700 kg of medicine". */
function hasHead(tokens: readonly Token[], phrase: NounPhrase, all: readonly Argument[], heads: ReadonlySet<string>): boolean {
  const isOne = (head: number): boolean => heads.has(tokens[head]?.lower ?? '') || heads.has(tokens[head]?.lemma ?? '')
  if (isOne(phrase.head) || (phrase.head > phrase.from && tokens[phrase.head - 1]?.tag === 'NOUN' && isOne(phrase.head - 1))) return true
  return all.some(({ preposition, at, phrases }) => preposition === 'of' && at - phrase.to <= 1 && at >= phrase.to && phrases.some(({ head }) => isOne(head)))
}

function readPatterns(): ReadonlyMap<string, readonly Pattern[]> {
  const found = new Map<string, Pattern[]>()
  for (const [type, phrases] of Object.entries({ ...deedVerbs, ...tieVerbs })) {
    for (const phrase of phrases.split(',')) {
      const [verb, ...rest] = phrase.trim().split(/\s+/u)
      if (!verb) continue
      const known = found.get(verb) ?? []
      known.push(readPattern(type as ToldType, rest)) // the keys of the table are its types
      found.set(verb, known)
    }
  }
  for (const patterns of found.values()) patterns.sort((one, other) => other.weight - one.weight)
  return found
}

function readPattern(type: ToldType, all: readonly string[]): Pattern {
  const words = all.filter(word => word !== '!')
  const slot = words.findIndex(word => word === '@' || word === '~' || word.includes('{'))
  const end = slot >= 0 && slot < words.length - 1 ? words.at(-1) : undefined
  const second = end?.startsWith('{') ? end : undefined
  const last = second !== undefined ? undefined : slot < words.length - 1 ? words.at(-1) : undefined
  const object = words[slot]
  return {
    type,
    particles: words.slice(0, slot < 0 ? (words.length > 0 ? words.length - 1 : 0) : slot),
    ...(object !== undefined && { object: object === '@' ? 'target' as const : object === '~' ? 'any' as const : headsOf(object) }),
    ...(second !== undefined && { second: headsOf(second) }),
    aimed: object?.startsWith('@') === true,
    ...(last !== undefined && { preposition: last.replace('?', '') }),
    alone: words.length < all.length,
    optional: last?.endsWith('?') === true || (object?.includes('{') === true && last === undefined),
    weight: words.length * 2 + (object?.includes('{') ? 3 : 0) - (last?.endsWith('?') ? 1 : 0) - (object === '@' ? 1 : 0) - (last !== undefined && whereabouts.has(last) ? 2 : 0),
  }
}

function headsOf(words: string): ReadonlySet<string> {
  return new Set(words.replace(/[@{}]/gu, '').split('|'))
}

// Deeds told by a verb: "Hezbollah shelled the town", "was expelled by", "refused to deploy peacekeepers in Iraq".
import type { Clause } from '../clauses/clause.ts'
import type { Draft, NounPhrase } from '../draft.ts'
import { sayingVerbs } from '../lexicon/clause-words.ts'
import { claiming, governing, presupposing, reporting } from '../lexicon/governing-verbs.ts'
import { actorsAmong, isActor, isPronoun, isSomebody, targetsAmong } from './actors.ts'
import { mutual, type Deed, type ToldType } from './deed.ts'
import { forceOf } from './force.ts'
import { firstAtOrAfter } from './mark.ts'
import { isNegated, modalityOf } from './modality.ts'
import { lemmasOf, matchDeed } from './patterns.ts'

export function verbalDeeds(draft: Draft, clauses: readonly Clause[]): readonly Deed[] {
  const children = childrenOf(clauses)
  const deeds: Deed[] = []
  const inner = new Set<number>()
  for (const [index, clause] of clauses.entries()) {
    const governed = governedDeed(draft, clauses, children.get(index) ?? [], index)
    if (governed) {
      deeds.push(governed)
      // What is asked for is told by who asks; what is agreed, refused or threatened, by nobody.
      if (governed.type !== 'REQUEST') for (const child of children.get(index) ?? []) inner.add(child)
      continue
    }
    if (inner.has(index)) continue
    const deed = plainDeed(draft, clauses, clause) ?? protestFor(draft, clauses, clause, children.get(index) ?? [])
    if (deed) deeds.push(deed)
  }
  return deeds
}

/** The clauses that each clause governs or reports, by index. */
function childrenOf(clauses: readonly Clause[]): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>()
  for (const [index, { governor, reportedBy }] of clauses.entries()) {
    const parent = governor ?? reportedBy
    if (parent === undefined) continue
    const known = children.get(parent)
    if (known) known.push(index)
    else children.set(parent, [index])
  }
  return children
}

function plainDeed(draft: Draft, clauses: readonly Clause[], clause: Clause): Deed | undefined {
  const matched = matchDeed(draft, clause)
  if (!matched) return undefined
  const actors = actorsAmong(draft, matched.actors)
  if (actors.length === 0) return undefined
  const type = matched.type === 'ASSAULT' ? forceOf(draft, clause.verb.head) : matched.type
  if (type === undefined) return undefined
  const targets = targetsAmong(draft, { type, phrases: matched.targets }, clause).filter(({ head }) => type !== 'CONSULT' || !hearers.has(draft.tokens[head]?.lemma ?? ''))
  const mayBeAlone = matched.alone || alone.has(type)
  if (targets.length === 0 && !mayBeAlone && ((matched.targets.length > 0 && !settling.has(type)) || !(mutual.has(type) && (actors.length === 2 || (actors[0] && bothOf(draft, actors[0])) || (type === 'CONSULT' && actors.length > 2))))) return undefined
  const told = { type, label: { from: beginOf(draft, clauses, clause), to: matched.labelTo }, modality: modalityOf(draft, clauses, clause), head: clause.verb.head, rule: 'DEED_VERB', ...innerOf(draft, clauses, clause) }
  return withSides(draft, told, actors, targets)
}

/** "went on strike to press the government": against whom the purpose tells. */
function protestFor(draft: Draft, clauses: readonly Clause[], clause: Clause, children: readonly number[]): Deed | undefined {
  const matched = matchDeed(draft, clause)
  if (matched?.type !== 'PROTEST') return undefined
  const actors = actorsAmong(draft, matched.actors)
  for (const at of children) {
    const child = clauses[at]
    const purpose = child?.verb.form === 'infinitive' ? matchDeed(draft, child) : undefined
    if (!child || (purpose?.type !== 'PROTEST' && purpose?.type !== 'REQUEST')) continue
    const targets = targetsAmong(draft, { type: 'PROTEST', phrases: purpose.targets }, child)
    if (actors.length > 0 && targets.length > 0) {
      return { type: 'PROTEST', actors, targets, label: { from: clause.verb.from, to: matched.labelTo }, modality: modalityOf(draft, clauses, clause), head: clause.verb.head, rule: 'DEED_FOR_PURPOSE' }
    }
  }
  return undefined
}

/** With the verb that governs it: "used to support". */
function beginOf({ tokens }: Draft, clauses: readonly Clause[], { verb, governor }: Clause): number {
  const outer = clauses[governor ?? -1]?.verb
  // "is ready to cooperate"
  return outer && (outer.to === verb.from || (outer.to === verb.from - 1 && tokens[outer.to]?.tag === 'ADJ')) ? outer.from : verb.from
}

/** "Iran" and "Iraq" of "foreign ministers of Iran and Iraq". */
function bothOf({ tokens, nounPhrases }: Draft, phrase: NounPhrase): readonly NounPhrase[] | undefined {
  if (tokens[phrase.to]?.lower !== 'of' || tokens[phrase.head]?.lower === tokens[phrase.head]?.lemma) return undefined
  const at = firstAtOrAfter(nounPhrases, phrase.to + 1)
  const [one, other] = [nounPhrases[at], nounPhrases[at + 1]]
  const isPair = one && other && one.from === phrase.to + 1 && tokens[one.to]?.lower === 'and' && other.from === one.to + 1
  return isPair && tokens[one.head]?.tag === 'PROPN' && tokens[other.head]?.tag === 'PROPN' ? [one, other] : undefined
}

/** "Hungary and Romania agreed": who acts together does it to one another. */
function withSides(draft: Draft, told: Omit<Deed, 'actors' | 'targets'>, actors: readonly NounPhrase[], targets: readonly NounPhrase[]): Deed | undefined {
  if (targets.length > 0) return { ...told, actors, targets }
  const [first] = actors
  const both = first && actors.length === 1 && mutual.has(told.type) ? bothOf(draft, first) : undefined
  if (both) return { ...told, actors: both.slice(0, 1), targets: both.slice(1) }
  if (mutual.has(told.type) && actors.length === 2) return { ...told, actors: actors.slice(0, 1), targets: actors.slice(1) }
  return { ...told, actors, targets: [], ...(told.type === 'CONSULT' && actors.length > 2 && { joint: true }) }
}

/** Who only hears: "spoke to reporters" is a statement, no meeting. */
const hearers: ReadonlySet<string> = new Set(['reporter', 'journalist', 'press', 'crowd', 'audience', 'supporter', 'voter', 'viewer', 'media', 'rally'])
/** Two may do it about a thing: "agreed on a ceasefire". */
const settling: ReadonlySet<ToldType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])
/** What may be done to nobody. */
const alone: ReadonlySet<ToldType> = new Set(['RETREAT', 'MOBILIZE'])

/** "refused to deploy", "agreed to share", "demanded that Hamas renounce", "said that they must". */
function governedDeed(draft: Draft, clauses: readonly Clause[], children: readonly number[], index: number): Deed | undefined {
  const clause = clauses[index]
  const head = clause && draft.tokens[clause.verb.head]
  if (!clause || !head || children.length === 0) return undefined
  const lemmas = lemmasOf(head)
  const type = governing.find(({ verbs }) => lemmas.some(lemma => verbs.has(lemma)))?.type
  const child = clauses[children.find(at => clauses[at]?.reportedBy === index || clauses[at]?.verb.form === 'infinitive') ?? -1]
  if (!child || (child.noun && type !== 'REQUEST' && type !== 'CONCEDE')) return undefined
  const said = child.reportedBy === index
  const saidType = said ? reporting.find(({ verbs }) => lemmas.some(lemma => verbs.has(lemma)))?.type ?? (child.verb.modal === 'must' && !child.verb.negated ? 'REQUEST' : isGuilt(draft, child) ? 'ACCUSE' : undefined) : type
  if (saidType === undefined) return undefined
  const actors = actorsAmong(draft, clause.passive ? [] : clause.subjects)
  if (actors.length === 0) return undefined
  const asked = saidType === 'REQUEST' || saidType === 'CONCEDE'
  // "asked to leave" asks nobody in particular.
  if (asked && child.subjects[0]?.head === clause.subjects[0]?.head) return undefined
  const addressed = asked || said ? child.subjects.filter(phrase => isActor(draft, phrase) && !isPronoun(draft.tokens[phrase.head]) && draft.tokens[phrase.from]?.tag !== 'PRON') : []
  // "promised Iran to withdraw"
  const promised = asked || said ? undefined : clause.arguments.find(({ preposition, phrases }) => preposition === undefined && phrases.some(phrase => isSomebody(draft, phrase)))
  const targets = promised ? promised.phrases : addressed.length > 0 ? addressed : asked && !said ? [] : targetsOf(draft, child)
  if (targets.length === 0 && (asked || said || actors.length !== 2)) return undefined
  const told = { type: !said && isNegated(draft, child) ? 'REJECT' as const : vowed(draft, child, saidType), label: { from: clause.verb.from, to: said ? clause.verb.to : asked ? Math.min(targets[0]?.from ?? clause.verb.to, clause.verb.to + 3) : child.verb.to }, modality: modalityOf(draft, clauses, clause), head: clause.verb.head, rule: 'DEED_GOVERNED' }
  return withSides(draft, told, actors, targets)
}

/** "said Greece was responsible for" */
function isGuilt({ tokens }: Draft, { verb }: Clause): boolean {
  return tokens[verb.head]?.lemma === 'be' && !verb.negated && (guilt.has(tokens[verb.to]?.lower ?? '') || (tokens[verb.to]?.lower === 'to' && tokens[verb.to + 1]?.lower === 'blame'))
}

const guilt: ReadonlySet<string> = new Set(['responsible', 'guilty', 'complicit', 'behind'])

/** A vow to do harm is a threat. */
function vowed(draft: Draft, child: Clause, type: ToldType): ToldType {
  const inner = type === 'AGREE' ? matchDeed(draft, child)?.type : undefined
  return inner !== undefined && hostile.has(inner) ? 'THREATEN' : type
}

const hostile: ReadonlySet<ToldType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'THREATEN', 'MOBILIZE', 'PROTEST'])

/** Whom the verb that is agreed to, refused or threatened would be done to. */
function targetsOf(draft: Draft, clause: Clause): readonly NounPhrase[] {
  const matched = matchDeed(draft, clause)
  if (matched && matched.targets.length > 0) {
    const targets = targetsAmong(draft, { type: matched.type, phrases: matched.targets }, clause)
    if (targets.length > 0) return targets
  }
  const head = draft.tokens[clause.verb.head]
  if (!head || lemmasOf(head).some(lemma => sayingVerbs.has(lemma) || lemma === 'be' || lemma === 'use')) return []
  for (const { phrases } of clause.arguments) {
    const targets = phrases.filter(phrase => isSomebody(draft, phrase))
    if (targets.length > 0) return targets
  }
  return []
}


/** Whether only the verb around it tells of the deed: "accused of bombing"; or takes it for granted: "thanked for sharing", "stop using". */
function innerOf(draft: Draft, clauses: readonly Clause[], clause: Clause): Pick<Deed, 'within'> {
  const seen = new Set<number>()
  for (let at = clause.governor; at !== undefined && !seen.has(at); at = clauses[at]?.governor) {
    seen.add(at)
    const outer = clauses[at]
    const head = outer && draft.tokens[outer.verb.head]
    if (!head) break
    const lemmas = lemmasOf(head)
    const voice = lemmas.some(lemma => claiming.has(lemma)) ? 'CLAIMED' : clause.verb.form === 'participle' && lemmas.some(lemma => presupposing.has(lemma)) ? 'PRESUPPOSED' : undefined
    if (voice) return { within: { voice, cue: outer.verb.head } }
  }
  return {}
}

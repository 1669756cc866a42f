// Deeds told by a verb: "Hezbollah shelled the town", "was expelled by", "refused to deploy peacekeepers in Iraq".
import type { Clause } from '../clauses/clause.ts'
import type { Draft, NounPhrase } from '../draft.ts'
import { claiming, presupposing } from '../lexicon/governing-verbs.ts'
import { actorsAmong, targetsAmong, throughVerb } from './actors.ts'
import { mutual, type Deed, type ToldType } from './deed.ts'
import { forceOf, isOfMatch } from './force.ts'
import { governedDeed } from './governed.ts'
import { isPerfect, modalityOf } from './modality.ts'
import { lemmasOf, matchDeed, type Matched } from './patterns.ts'
import { protestedAgainst } from './protest.ts'
import { bothOf, withSides } from './sides.ts'

export function verbalDeeds(draft: Draft, clauses: readonly Clause[]): readonly Deed[] {
  const children = childrenOf(clauses)
  const deeds: Deed[] = []
  const inner = new Set<number>()
  for (const index of clauses.keys()) {
    const governed = governedDeed(draft, clauses, children.get(index) ?? [], index)
    if (governed) {
      deeds.push(governed)
      // What is asked for is told by who asks; what is agreed, refused or threatened, by nobody.
      if (governed.type !== 'REQUEST') for (const child of children.get(index) ?? []) inner.add(child)
      continue
    }
    if (inner.has(index)) continue
    const deed = plainDeed(draft, clauses, index, children.get(index) ?? [])
    if (!deed) continue
    deeds.push(deed)
    // What a protest asks for it tells itself.
    if (deed.type === 'PROTEST' && deed.rule === 'DEED_FOR_PURPOSE') for (const child of children.get(index) ?? []) inner.add(child)
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

function plainDeed(draft: Draft, clauses: readonly Clause[], index: number, children: readonly number[]): Deed | undefined {
  const clause = clauses[index]
  const matched = clause && matchDeed(draft, clause)
  if (!clause || !matched) return undefined
  const actors = actorsAmong(draft, matched.actors)
  if (actors.length === 0 || isNoRequest(draft, matched, clause)) return undefined
  const type = matched.type === 'ASSAULT' ? forceOf(draft, clause.verb.head) : matched.type
  if (type === undefined || ((type === 'ASSAULT' || type === 'COERCE' || type === 'SANCTION') && isOfMatch(draft, clause.verb.head))) return undefined
  const protest = type === 'PROTEST' ? protestedAgainst(draft, clauses, index, children) : undefined
  const targets = (protest?.targets.length ?? 0) > 0 ? (protest?.targets ?? []) : hitBy(draft, clauses, index, { ...matched, type })
  if (type === 'RETREAT' && takesBackWords(draft, clause)) return undefined
  // "told him to withdraw": what he said, and no troops.
  const isOne = type === 'RETREAT' && actors.every(({ head }) => /^(?:he|him|she|her)$/u.test(draft.tokens[head]?.lower ?? ''))
  const mayBeAlone = !isOne && (matched.alone || alone.has(type))
  if (targets.length === 0 && !mayBeAlone && ((matched.targets.length > 0 && !settling.has(type)) || !(mutual.has(type) && !oneWay.has(draft.tokens[clause.verb.head]?.lemma ?? '') && (actors.length === 2 || (actors[0] && bothOf(draft, actors[0])) || (type === 'CONSULT' && actors.length > 2))))) return undefined
  const told = { type, label: { from: beginOf(draft, clauses, clause), to: matched.labelTo }, modality: modalityOf(draft, clauses, clause), head: clause.verb.head, rule: protest?.rule ?? 'DEED_VERB', ...innerOf(draft, clauses, clause) }
  return withSides(draft, told, actors, targets)
}

/** "withdrew the remark", "withdrew her bid": no troops. */
function takesBackWords({ tokens }: Draft, { arguments: all }: Clause): boolean {
  return all.some(({ preposition, phrases }) => preposition === undefined && phrases.some(({ head }) => takenBack.has(tokens[head]?.lemma ?? '')))
}

const takenBack: ReadonlySet<string> = new Set('remark comment allegation claim statement accusation complaint charge insult apology invitation offer bid application nomination candidacy amendment motion lawsuit suit appeal support endorsement consent request objection threat resignation proposal evidence question'.split(' '))

/** "asked him how he was", "who advised the government": nothing that is to be done. */
function isNoRequest({ tokens }: Draft, { type, targets }: Matched, { verb, passive }: Clause): boolean {
  const target = targets.at(-1)
  return type === 'REQUEST' && !passive && target !== undefined && target.from >= verb.to && /^(?:ask|advise|command)$/u.test(tokens[verb.head]?.lemma ?? '') && tokens[target.from - 1]?.tag !== 'ADP' && !/^(?:for|to|not|that|against)$/u.test(tokens[target.to]?.lower ?? '')
}

/** Whom it is done to: as the pattern has it, or whose or where the thing is that it names. */
function hitBy(draft: Draft, clauses: readonly Clause[], index: number, { type, targets, thing }: Matched): readonly NounPhrase[] {
  const clause = clauses[index]
  if (!clause) return []
  const given = targets.length > 0 ? targets : own.has(type) || mutual.has(type) ? [] : thing.filter(({ from, head }) => from < head || !states.has(draft.tokens[head]?.lower ?? ''))
  const found = targetsAmong(draft, { type, phrases: given, thing: targets.length === 0 }, clause).filter(({ head }) => type !== 'CONSULT' || !hearers.has(draft.tokens[head]?.lemma ?? ''))
  return found.length > 0 || given.length === 0 || type === 'CONSULT' ? found : throughVerb(draft, type, given, clauses, index)
}

/** With the verb that governs it: "used to support". */
function beginOf({ tokens }: Draft, clauses: readonly Clause[], { verb, governor, noun, passive }: Clause): number {
  // "was arrested by the police": beside the police "arrested" tells it, where "was arrested" would tell it of them.
  if (passive) return verb.head
  // "plans to lift the embargo"
  if (noun?.to === verb.from && intents.has(tokens[noun.head]?.lemma ?? '')) return noun.from
  const outer = clauses[governor ?? -1]?.verb
  // "is ready to cooperate"
  return outer && (outer.to === verb.from || (outer.to === verb.from - 1 && tokens[outer.to]?.tag === 'ADJ')) ? outer.from : verb.from
}

const intents: ReadonlySet<string> = new Set(['plan', 'intention', 'pledge', 'promise', 'decision', 'offer', 'threat', 'vow', 'willingness', 'readiness', 'intent'])

/** Who only hears: "spoke to reporters" is a statement, no meeting. */
const hearers: ReadonlySet<string> = new Set(['reporter', 'journalist', 'press', 'crowd', 'audience', 'supporter', 'voter', 'viewer', 'media', 'rally'])
/** Two may do it about a thing: "agreed on a ceasefire". */
const settling: ReadonlySet<ToldType> = new Set(['AGREE', 'CONSULT', 'COOPERATE'])
/** Two who do it do it to somebody else: "Reed and Hale visited the shrine". */
const oneWay: ReadonlySet<string> = new Set(['visit', 'tour', 'host', 'receive', 'welcome', 'greet', 'summon', 'interview', 'telephone', 'phone', 'call', 'brief', 'attend'])
/** The thing is the doer's own: "put its army on alert". */
const own: ReadonlySet<ToldType> = new Set(['MOBILIZE', 'RETREAT'])
/** "taken hostage": what somebody becomes, and nobody else. */
const states: ReadonlySet<string> = new Set(['hostage', 'prisoner', 'captive', 'control', 'power'])
/** What may be done to nobody. */
const alone: ReadonlySet<ToldType> = new Set(['RETREAT', 'MOBILIZE'])

/** Whether only the verb around it tells of the deed: "accused of bombing"; or takes it for granted: "thanked for sharing", "stop using". */
export function innerOf(draft: Draft, clauses: readonly Clause[], clause: Clause): Pick<Deed, 'within'> {
  const seen = new Set<number>()
  for (let at = clause.governor; at !== undefined && !seen.has(at); at = clauses[at]?.governor) {
    seen.add(at)
    const outer = clauses[at]
    const head = outer && draft.tokens[outer.verb.head]
    if (!head) break
    const lemmas = lemmasOf(head)
    const voice = isPerfect(draft.tokens, clause.verb) || lemmas.some(lemma => claiming.has(lemma)) ? 'CLAIMED' : clause.verb.form === 'participle' && lemmas.some(lemma => presupposing.has(lemma)) ? 'PRESUPPOSED' : undefined
    if (voice) return { within: { voice, cue: outer.verb.head } }
  }
  return {}
}

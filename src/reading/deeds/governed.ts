// What one verb makes of another's deed: "refused to deploy", "agreed to share", "is willing to send", "demanded that Hamas renounce".
import type { Clause } from '../clauses/clause.ts'
import type { Draft, NounPhrase } from '../draft.ts'
import { sayingVerbs } from '../lexicon/clause-words.ts'
import { rejecting } from '../lexicon/complements.ts'
import type { DeedType } from '../lexicon/deed-verbs.ts'
import { appearing, askingNouns, disposed, governing, makingSomebody, media, reporting, shutting, whenever } from '../lexicon/governing-verbs.ts'
import { actorsAmong, isActor, isPronoun, isSomebody, targetsAmong } from './actors.ts'
import type { Deed, ToldType } from './deed.ts'
import { isNegated, isSubjunctive, modalityOf } from './modality.ts'
import { lemmasOf, matchDeed } from './patterns.ts'
import { withSides } from './sides.ts'

/** "refused to deploy", "agreed to share", "demanded that Hamas renounce", "said that they must". */
export function governedDeed(draft: Draft, clauses: readonly Clause[], children: readonly number[], index: number): Deed | undefined {
  const clause = clauses[index]
  const head = clause && draft.tokens[clause.verb.head]
  const at = children.find(each => clauses[each]?.reportedBy === index || clauses[each]?.verb.form === 'infinitive') ?? -1
  const child = clauses[at]
  if (!clause || !head || !child) return undefined
  const said = child.reportedBy === index
  const type = said ? typeOfSaying(draft, clauses, clause, child, lemmasOf(head)) : typeOfGoverning(draft, clauses, clause, at, lemmasOf(head))
  if (type === undefined || (child.noun && type !== 'REQUEST' && type !== 'CONCEDE')) return undefined
  const actors = actorsAmong(draft, clause.passive ? [] : clause.subjects)
  if (actors.length === 0) return undefined
  const asked = type === 'REQUEST' || type === 'CONCEDE'
  // "asked to leave" asks nobody in particular.
  if (asked && child.subjects[0]?.head === clause.subjects[0]?.head) return undefined
  const targets = targetsOf(draft, clauses, { clause, child: at, asked, said, type })
  if (targets.length === 0 && (asked || said || actors.length !== 2)) return undefined
  const label = { from: clause.verb.from, to: said ? clause.verb.to : asked ? Math.min(targets[0]?.from ?? clause.verb.to, clause.verb.to + 3) : child.verb.to }
  const told = { type: outcomeOf(draft, child, type, targets, said), label, modality: modalityOf(draft, clauses, clause), head: clause.verb.head, rule: 'DEED_GOVERNED' }
  return withSides(draft, told, actors, targets)
}

function isWanted({ tokens }: Draft, clauses: readonly Clause[], child: Clause): boolean {
  return child.verb.modal === undefined ? isSubjunctive(tokens, clauses, child) : child.verb.modal === 'must' || child.verb.modal === 'should'
}

function typeOfSaying(draft: Draft, clauses: readonly Clause[], { arguments: all }: Clause, child: Clause, lemmas: readonly string[]): DeedType | undefined {
  const known = reporting.find(({ verbs }) => lemmas.some(lemma => verbs.has(lemma)))?.type
  // "warned that he was losing ground" threatens nobody.
  if (known === 'THREATEN' && child.verb.modal === undefined) return undefined
  // "insisted that she would not" only says so.
  if (known === 'REQUEST' && lemmas.includes('insist') && !isWanted(draft, clauses, child)) return undefined
  if (known) return known
  // "reiterated its demand that", "issued a reminder that"
  const direct = all.find(({ preposition }) => preposition === undefined)
  // "rejected a request that he be freed" asks for nothing.
  if (lemmas.some(lemma => rejecting.has(lemma) || /^(?:refuse|ignore|grant|approve|heed|consider|weigh|hear)$/u.test(lemma))) return undefined
  if (direct?.phrases.some(({ head }) => askingNouns.has(draft.tokens[head]?.lemma ?? ''))) return 'REQUEST'
  return child.verb.modal === 'must' && !child.verb.negated ? 'REQUEST' : isGuilt(draft, child) ? 'ACCUSE' : undefined
}

function typeOfGoverning(draft: Draft, clauses: readonly Clause[], { verb, arguments: all }: Clause, child: number, lemmas: readonly string[]): DeedType | undefined {
  // "is willing to send teachers to": what is no deed of its own is agreed to.
  if (lemmas.includes('be') && disposed.has(draft.tokens[verb.to]?.lower ?? '')) return matchDeed(draft, clauses[child] ?? { verb, subjects: [], arguments: [], passive: false, conditional: false })?.targets.length ? undefined : 'AGREE'
  // "called her to say": by telephone.
  if (lemmas.includes('call') && all.some(({ preposition }) => preposition === undefined)) return undefined
  // "voted to hold him in contempt" agrees to nothing.
  const inner = lemmas.includes('vote') ? clauses[child] : undefined
  const verbInside = draft.tokens[inner?.verb.head ?? -1]
  if (inner && verbInside && !matchDeed(draft, inner) && !lemmasOf(verbInside).some(lemma => sending.has(lemma))) return undefined
  return governing.find(({ verbs }) => lemmas.some(lemma => verbs.has(lemma)))?.type
}

interface Asked {
  readonly clause: Clause
  /** Index of the clause that is governed or reported. */
  readonly child: number
  readonly type: DeedType
  readonly asked: boolean
  readonly said: boolean
}

function targetsOf(draft: Draft, clauses: readonly Clause[], { clause, child: at, asked, said, type }: Asked): readonly NounPhrase[] {
  const child = clauses[at]
  if (!child) return []
  // "warned that it would bomb Harl", "that police will not tolerate the Front": who warns speaks of his own side.
  const isOwn = said && type === 'THREATEN' && (child.verb.negated || child.subjects.every(({ head }) => isPronoun(draft.tokens[head])))
  if (isOwn) return reachedBy(draft, clauses, at)
  if (asked || said) {
    const isAddressed = type === 'THREATEN' ? isSomebody : isActor
    const addressed = child.subjects.filter(phrase => isAddressed(draft, phrase) && !isPronoun(draft.tokens[phrase.head]) && (draft.tokens[phrase.from]?.tag !== 'PRON' || draft.tokens[phrase.head]?.tag === 'PROPN'))
    if (addressed.length > 0 || !said || type === 'THREATEN') return addressed
    // "issued a reminder to Kelt that it must"
    const own = child.subjects.some(({ head }) => isPronoun(draft.tokens[head]))
    return own ? actorsAmong(draft, clause.arguments.find(({ preposition, phrases }) => preposition === 'to' && phrases.length > 0)?.phrases ?? []) : reachedBy(draft, clauses, at)
  }
  // "promised Iran to withdraw"
  const promised = clause.arguments.find(({ preposition, phrases }) => preposition === undefined && phrases.some(phrase => isSomebody(draft, phrase)))
  if (promised) return promised.phrases
  const targets = reachedBy(draft, clauses, at)
  if (targets.length > 0 || type !== 'THREATEN') return targets
  // "threatened to close the port if Kelt": who is to be moved by the threat.
  const condition = clauses.slice(at + 1, at + 4).find(({ conditional, verb }) => conditional && draft.tokens[verb.head]?.sentence === draft.tokens[child.verb.head]?.sentence)
  return (condition?.subjects ?? []).filter(phrase => isActor(draft, phrase) && !isPronoun(draft.tokens[phrase.head]))
}

/** What becomes of it: not to do is to refuse, a vow to do harm is a threat, an order to shut somebody's paper is force. */
function outcomeOf(draft: Draft, child: Clause, type: DeedType, targets: readonly NounPhrase[], said: boolean): ToldType {
  const inner = type === 'AGREE' ? matchDeed(draft, child)?.type : undefined
  // "promised not to attack" agrees, "asked them not to leave" asks.
  if (!said && isNegated(draft, child)) return type === 'AGREE' && (inner === undefined || !hostile.has(inner)) ? 'REJECT' : type
  const verb = draft.tokens[child.verb.head]
  if (!said && type === 'REQUEST' && verb && lemmasOf(verb).some(lemma => shutting.has(lemma)) && targets.some(({ from, to }) => draft.tokens.slice(from, to).some(({ lower }) => media.has(lower)))) return 'COERCE'
  return inner !== undefined && hostile.has(inner) ? 'THREATEN' : type
}

/** "said Greece was responsible for" */
function isGuilt({ tokens }: Draft, { verb }: Clause): boolean {
  return tokens[verb.head]?.lemma === 'be' && !verb.negated && (guilt.has(tokens[verb.to]?.lower ?? '') || (tokens[verb.to]?.lower === 'to' && tokens[verb.to + 1]?.lower === 'blame'))
}

const guilt: ReadonlySet<string> = new Set(['responsible', 'guilty', 'complicit', 'behind'])

const hostile: ReadonlySet<ToldType> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'THREATEN', 'MOBILIZE', 'PROTEST'])

/** Whom the verb that is agreed to, refused or threatened would be done to; or the verb that it governs: "to send planes to help defend Harl". */
function reachedBy(draft: Draft, clauses: readonly Clause[], index: number, depth = 0): readonly NounPhrase[] {
  const clause = clauses[index]
  const head = clause && draft.tokens[clause.verb.head]
  if (!clause || !head) return []
  const matched = matchDeed(draft, clause)
  if (matched && matched.targets.length > 0) {
    const targets = targetsAmong(draft, { type: matched.type, phrases: matched.targets }, clause)
    if (targets.length > 0) return targets
  }
  if (lemmasOf(head).some(lemma => sayingVerbs.has(lemma) || lemma === 'be' || lemma === 'use' || lemma === 'do')) return []
  // "to send peacekeepers to Kelt": the peacekeepers are his own.
  const sends = lemmasOf(head).some(lemma => sending.has(lemma)) && clause.arguments.some(({ preposition, phrases }) => destinations.has(preposition ?? '') && phrases.some(phrase => isSomebody(draft, phrase)))
  for (const { preposition, phrases } of clause.arguments) {
    // "agreed to reopen it after talks in Harl": where the talks were.
    if (preposition !== undefined && whenever.has(preposition)) break
    // "refused to perform in Harl"
    if (preposition !== undefined && /^(?:in|at)$/u.test(preposition) && lemmasOf(head).some(lemma => appearing.has(lemma))) continue
    if (sends && !destinations.has(preposition ?? '')) continue
    if (preposition !== undefined && !reached.has(preposition)) continue
    if (phrases.some(phrase => isMade(draft, clause, phrase))) return []
    const targets = preposition === 'against' ? actorsAmong(draft, phrases) : phrases.filter(phrase => isSomebody(draft, phrase))
    if (targets.length > 0) return targets
  }
  const next = depth < 2 ? clauses.slice(index + 1, index + 4).findIndex(({ governor, verb }) => governor === index && verb.form !== 'participle') : -1
  return next < 0 ? [] : reachedBy(draft, clauses, index + 1 + next, depth + 1)
}

/** "make | her governor": what she is to become. */
function isMade({ tokens }: Draft, { verb }: Clause, { from, to }: NounPhrase): boolean {
  return tokens[from]?.lower === 'her' && to > from + 1 && from === verb.to && makingSomebody.has(tokens[verb.head]?.lemma ?? '')
}

const sending: ReadonlySet<string> = new Set(['send', 'deploy', 'dispatch', 'contribute', 'commit', 'move', 'station', 'transfer', 'give', 'lend', 'fly', 'withdraw', 'pull', 'hand', 'return'])
const destinations: ReadonlySet<string> = new Set(['to', 'in', 'into', 'against', 'from'])
/** Prepositions that lead to whom it is done to, and not to when or how. */
const reached: ReadonlySet<string> = new Set(['against', 'on', 'to', 'of', 'from', 'with', 'in', 'into', 'at', 'for', 'by', 'over', 'towards', 'toward', 'near', 'between'])

// What somebody is said to be, and in which mood: "Reed is the president of Kelt", "was elected president of Kelt", "resigned as president of Kelt".
import type { Modality } from '../../model/vocabulary.ts'
import type { Clause } from '../clauses/clause.ts'
import { modalityOf } from '../deeds/modality.ts'
import { lemmasOf } from '../deeds/patterns.ts'
import type { DraftMention, NounPhrase, Token, VerbGroup } from '../draft.ts'
import { officeVerbs, type Holding } from '../lexicon/tenure.ts'
import type { Scene } from './scene.ts'

export interface Predicate {
  /** Who is; absent where the clause does not say that anybody is: "claims to be". */
  readonly subject?: DraftMention
  readonly verb: number
  readonly modality: Modality
  /** "was", "resigned as": no longer. */
  readonly isPast: boolean
  /** Only taken for granted: that she is president, in "may resign as president". */
  readonly granted?: boolean
  /** What the verb tells of the office, where it begins or ends then. */
  readonly turn?: 'begins' | 'ends'
}

/** What a phrase is said of, where it stands behind "is" or a verb of an office. */
export function predicateIn(scene: Scene): (phrase: NounPhrase) => Predicate | undefined {
  const { tokens } = scene.draft
  const byPhrase = new Map<number, Predicate>()
  for (const clause of scene.structure.clauses) {
    const isBeing = being.has(tokens[clause.verb.head]?.lower ?? '')
    const office = isBeing ? undefined : officeVerbIn(tokens, clause)
    if (!isBeing && !office) continue
    for (const { preposition, phrases } of clause.arguments) {
      // "took office with Reed as his secretary"
      if (preposition === 'with') break
      if (preposition === office?.preposition) for (const phrase of joined(phrases)) byPhrase.set(phrase.from, toldBy(scene, clause, office))
    }
  }
  return phrase => byPhrase.get(phrase.from)
}

/** "chairman and chief executive"; not "will become chairman, and Tom Hale, a senior aide, his deputy". */
function joined(phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const end = phrases.findIndex(({ from }, index) => index > 0 && from - (phrases[index - 1]?.to ?? 0) > 1)
  return end < 0 ? phrases : phrases.slice(0, end)
}

function toldBy({ draft, cast, structure }: Scene, clause: Clause, office: OfficeVerb | undefined): Predicate {
  const { verb, governor, reportedBy } = clause
  const { holding } = office ?? {}
  const first = draft.tokens[verb.from]?.lower ?? ''
  const holders = office?.ofObject ? objectOf(clause) : clause.subjects
  const [holder] = holders
  const found = holder && holders.length === 1 && governor === undefined && verb.form === 'finite' ? cast.mentionAt(holder.head) : undefined
  const mood = modalityOf(draft, structure.clauses, clause)
  const modality = mood === 'ACTUAL' && holding === 'takes' && isYetToCome(draft.tokens, clause) ? 'POSSIBLE' : mood
  const told = { ...(found && { subject: found }), verb: verb.head, modality }
  switch (holding) {
    case 'takes':
      return isOnce(draft.tokens, verb) ? { ...told, isPast: true } : { ...told, isPast: false, turn: 'begins' }
    case 'leaves':
      return modality === 'ACTUAL' ? { ...told, isPast: true, turn: 'ends' } : { ...told, modality: 'ACTUAL', isPast: false, granted: true }
    case 'serves':
      return { ...told, isPast: reportedBy === undefined && (first === 'had' || isSimplePast(draft.tokens, verb)) }
    default:
      return { ...told, isPast: reportedBy === undefined && /^(?:was|were|had)$/u.test(first) }
  }
}

/** "once Reed becomes president", "should he become president": in the present only a sentence of its own tells that it happens. */
function isYetToCome(tokens: readonly Token[], { verb, subjects: [subject] }: Clause): boolean {
  const isPresent = /^(?:is|are|become|becomes)$/u.test(tokens[verb.from]?.lower ?? '')
  return isPresent && (tokens[verb.from]?.lower === 'become' || tokens[(subject?.from ?? 0) - 1]?.sentence === tokens[verb.head]?.sentence)
}

/** "served", "then served"; not "has served". */
function isSimplePast(tokens: readonly Token[], { from, head }: VerbGroup): boolean {
  return tokens[head]?.lower.endsWith('ed') === true && !tokens.slice(from, head).some(({ tag }) => tag === 'AUX')
}

/** "was once elected" */
function isOnce(tokens: readonly Token[], { from, head }: VerbGroup): boolean {
  return tokens.slice(Math.max(0, from - 1), head).some(({ lower }) => lower === 'once' || lower === 'formerly' || lower === 'previously')
}

const being: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s", '’s', 'be', 'been', 'being'])

function objectOf({ arguments: all }: Clause): readonly NounPhrase[] {
  return all.find(({ preposition }) => preposition === undefined)?.phrases ?? []
}

interface OfficeVerb {
  readonly passive: boolean
  /** Its object holds the office: "named Reed as its chairwoman". */
  readonly ofObject: boolean
  readonly particle?: string
  /** What leads to the office; absent where it stands behind the verb itself. */
  readonly preposition?: string
  readonly holding: Holding
}

/** By the verb as the table has it: its participle where it is passive. */
const byVerb: ReadonlyMap<string, readonly OfficeVerb[]> = readVerbs()

function officeVerbIn(tokens: readonly Token[], clause: Clause): OfficeVerb | undefined {
  const { verb, passive, arguments: all } = clause
  const head = tokens[verb.head]
  for (const form of !head ? [] : passive ? [head.lower] : lemmasOf(head)) {
    const found = byVerb.get(form)?.find(each => each.passive === passive && (each.particle === undefined || tokens[verb.to]?.lower === each.particle) && all.some(({ preposition, phrases }) => preposition === each.preposition && phrases.length > 0))
    if (found) return found
  }
  return undefined
}

function readVerbs(): ReadonlyMap<string, readonly OfficeVerb[]> {
  const found = new Map<string, OfficeVerb[]>()
  for (const [holding, phrases] of Object.entries(officeVerbs)) {
    for (const phrase of phrases.split(',')) {
      const words = phrase.trim().split(/\s+/u)
      const passive = words[0] === 'be'
      const [verb = '', ...rest] = (passive ? words.slice(1) : words).filter(word => word !== '@')
      const preposition = /^(?:as|to)$/u.test(rest.at(-1) ?? '') ? rest.at(-1) : undefined
      const particle = rest[0] === preposition ? undefined : rest[0]
      found.set(verb, [...(found.get(verb) ?? []), { passive, ofObject: words.includes('@'), holding: holding as Holding, ...(particle !== undefined && { particle }), ...(preposition !== undefined && { preposition }) }]) // the keys of the table are its holdings
    }
  }
  return found
}

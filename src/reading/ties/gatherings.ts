// Who takes part in an event, by what they do: "met at the summit", "launched air strikes", "Speaking before the talks, Ms Reed said".
import type { Modality } from '../../model/vocabulary.ts'
import type { Clause } from '../clauses/clause.ts'
import { modalityOf } from '../deeds/modality.ts'
import { innerOf } from '../deeds/verbal.ts'
import { lemmasOf } from '../deeds/patterns.ts'
import { firstAtOrAfter } from '../deeds/mark.ts'
import type { NounPhrase, Stretch } from '../draft.ts'
import { eventNounAt } from '../events/passing.ts'
import { gatherings, gathering, partaking, done, sided } from '../lexicon/event-sorts.ts'
import { entityAt, eventOf, sidesOf, type Meant, type Scene } from './scene.ts'
import { ofWords } from './occasions.ts'
import { across, type Tie } from './tie.ts'

export function gatheringTies(scene: Scene): readonly Tie[] {
  const { clauses } = scene.structure
  const ties: Tie[] = []
  for (const [at, clause] of clauses.entries()) {
    ties.push(...atEvents(scene, clause), ...beforeEvents(scene, clause, clauses[at + 1]), ...whenOfEvent(scene, clause), ...purposeOf(scene, clause, clauses[at + 1]), ...firstSince(scene, clause, at > 0 ? clauses[at - 1] : undefined))
  }
  return ties
}

/** "met at the summit", "huddled for a summit", "attended the meeting" */
function atEvents(scene: Scene, clause: Clause): readonly Tie[] {
  const { draft, structure } = scene
  const token = draft.tokens[clause.verb.head]
  if (clause.subjects.length === 0 || clause.passive || !token) return []
  for (const [index, { preposition, at, phrases }] of clause.arguments.entries()) {
    const event = eventOf(scene, phrases[0])
    if (!event) continue
    const before = clause.arguments.slice(0, index)
    const lemmas = lemmasOf(token)
    const doesOne = lemmas.some(lemma => partaking.has(lemma))
    const comes = lemmas.some(lemma => gathering.has(lemma))
    const noun = phrases[0] && eventNounAt(draft, phrases[0].head)
    const isGathering = noun === undefined || gatherings.has(noun)
    const fits =
      preposition === undefined ? index === 0 && doesOne && (isGathering || done.has(noun) || sided.has(noun)) && !(noun === 'visit' || noun === 'trial')
      : preposition === 'at' ? isGathering && before.every(each => isOfVerb(scene, each.preposition, each.phrases))
      : preposition === 'for' ? isGathering && comes && before.every(each => each.preposition !== 'of')
      : false
    if (!fits) continue
    // "claims to have attended", "accused of attending"
    if (innerOf(draft, structure.clauses, clause).within?.voice === 'CLAIMED') return []
    const told = modalityOf(draft, structure.clauses, clause)
    if (told === 'NEGATED' || told === 'POSSIBLE' || told === 'REQUESTED') return []
    const modality = event.entity.modality ?? told
    const companions = preposition === 'at' && comes ? before.flatMap(each => (each.preposition === undefined || each.preposition === 'with' ? each.phrases : [])) : []
    const label = { from: clause.verb.head, to: Math.max(clause.verb.head, at) + 1 }
    return sidesOf(scene, [...clause.subjects, ...companions]).filter(({ entity }) => entity.kind !== 'PERSON' || !ofWords.has(noun ?? '')).map(side => taking(event, side, label.to - label.from > 6 ? clause.verb : label, clause.verb.head, modality))
  }
  return []
}

/** Whether what stands between a verb and "at" leaves the "at" to the verb: a person, or where and with whom. */
function isOfVerb({ cast, draft }: Scene, preposition: string | undefined, phrases: readonly NounPhrase[]): boolean {
  if (preposition === undefined) return phrases.every(phrase => entityAt(cast, phrase.head)?.kind === 'PERSON' || draft.tokens[phrase.head]?.text.includes('-to-') === true)
  return (preposition === 'with' || preposition === 'to') && phrases.every(phrase => entityAt(cast, phrase.head)?.kind === 'PERSON')
}

/** "Speaking ahead of today’s meeting, Mr Hale said" */
function beforeEvents(scene: Scene, clause: Clause, next: Clause | undefined): readonly Tie[] {
  const { draft } = scene
  const { tokens } = draft
  if (!next || tokens[clause.verb.head]?.lower !== 'speaking' || tokens[clause.verb.head]?.sentence !== tokens[next.verb.head]?.sentence) return []
  const [argument] = clause.arguments
  const event = eventOf(scene, argument?.phrases[0])
  const subject = next.subjects[0]
  if (!argument || !event || !subject || tokens[subject.from - 1]?.text !== ',' || subject.from < event.words.to || subject.from - event.words.to > 8) return []
  const lead = tokens[argument.at - 1]?.lower === 'ahead' ? 'before' : argument.preposition
  if (!/^(?:before|after|during|at)$/u.test(lead ?? '')) return []
  const modality = lead === 'before' ? 'PLANNED' : (event.entity.modality ?? 'ACTUAL')
  return sidesOf(scene, next.subjects).map(side => taking(event, side, { from: clause.verb.from, to: event.words.to }, clause.verb.head, modality))
}

/** "a 2012 meeting in Harl, when the two men talked" */
function whenOfEvent(scene: Scene, clause: Clause): readonly Tie[] {
  const { draft } = scene
  const { tokens } = draft
  const first = clause.subjects[0]
  if (!first || !/^(?:when|where)$/u.test(tokens[first.from - 1]?.lower ?? '') || tokens[first.from - 2]?.text !== ',') return []
  const sentence = tokens[first.from]?.sentence
  let index = firstAtOrAfter(draft.nounPhrases, first.from) - 1
  for (let steps = 0; steps < 4; steps++, index--) {
    const phrase = draft.nounPhrases[index]
    const event = eventOf(scene, phrase)
    if (!phrase || tokens[phrase.from]?.sentence !== sentence) return []
    if (event) {
      const noun = eventNounAt(draft, phrase.head)
      if (noun !== undefined && !gatherings.has(noun)) return []
      const modality = event.entity.modality ?? modalityOf(draft, scene.structure.clauses, clause)
      if (modality === 'NEGATED' || modality === 'POSSIBLE' || modality === 'REQUESTED') return []
      return sidesOf(scene, clause.subjects).map(side => ({ ...taking(event, side, clause.verb, clause.verb.head, modality), own: true }))
    }
    // Only "at the hall in Harl" between.
    if (!/^(?:in|at|on|near|of)$/u.test(tokens[phrase.from - 1]?.lower ?? '') || draft.nounPhrases[index - 1]?.to !== phrase.from - 1) return []
  }
  return []
}

/** "will meet to discuss the border" */
function purposeOf(scene: Scene, clause: Clause, next: Clause | undefined): readonly Tie[] {
  const { draft, structure, cast } = scene
  const outer = structure.clauses[clause.governor ?? -1]
  if (!outer || draft.tokens[clause.verb.head]?.lemma !== 'discuss' || clause.passive) return []
  const direct = outer.arguments.flatMap(({ phrases }) => phrases.map(phrase => eventOf(scene, phrase) ?? [])).flat()[0]
  const met = entityAt(cast, outer.verb.head)
  const event = met?.kind === 'EVENT' ? { entity: met, words: outer.verb } : direct
  if (!event) return []
  const inner = clause.arguments[0] === undefined && next?.verb.form === 'participle' && next.verb.from === clause.verb.to ? next : clause
  const about = inner.arguments[0]?.preposition === undefined ? (inner.arguments[0]?.phrases ?? []) : []
  return about.flatMap(phrase => {
    const entity = entityAt(cast, phrase.head)
    if (!entity || entity.ref === event.entity.ref) return []
    const evidence = across(outer.verb, phrase)
    return [{ type: 'CONCERNS', subject: event.entity.ref, object: entity.ref, label: { from: clause.verb.from, to: inner.verb.to }, evidence, at: clause.verb.head, ...(event.entity.modality && { modality: event.entity.modality }), rule: 'EVENT_ABOUT', reason: `They meet to discuss ${entity.name}.`, confidence: 0.75 }]
  })
}

/** "huddled for a summit, for the first time since Kelt launched air strikes" */
function firstSince(scene: Scene, clause: Clause, before: Clause | undefined): readonly Tie[] {
  const { tokens } = scene.draft
  const first = clause.subjects[0]
  if (!first || !before || tokens[first.from - 1]?.lower !== 'since' || tokens[first.from - 2]?.lower !== 'time' || tokens[first.from - 3]?.lower !== 'first') return []
  const earlier = eventOf(scene, clause.arguments[0]?.preposition === undefined ? clause.arguments[0]?.phrases[0] : undefined)
  const outer = scene.structure.clauses[before.governor ?? -1]
  const later = [...(outer?.arguments ?? []), ...before.arguments].flatMap(({ phrases }) => phrases.map(phrase => eventOf(scene, phrase) ?? [])).flat()[0]
  if (!earlier || !later || earlier.entity.ref === later.entity.ref) return []
  return [{ type: 'PRECEDED', subject: earlier.entity.ref, object: later.entity.ref, label: { from: first.from - 3, to: first.from }, evidence: across(later.words, earlier.words), at: first.from - 1, rule: 'EVENT_BEFORE', reason: `“${later.entity.name}” is the first since “${earlier.entity.name}”.`, confidence: 0.65 }]
}

function taking(event: Meant, { entity, words }: Meant, label: Stretch, at: number, modality: Modality): Tie {
  return { type: 'PARTICIPATED_IN', subject: entity.ref, object: event.entity.ref, label, evidence: across({ from: at, to: at + 1 }, event.words, words), at, told: true, modality, rule: 'TAKES_PART', reason: `What ${entity.name} does is done at “${event.entity.name}”.`, confidence: 0.75 }
}

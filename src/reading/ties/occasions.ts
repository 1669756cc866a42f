// What stands beside the noun of an event: who is at it, where it is, what it is about. "talks between Kelt and Ostland on the border in Harl"
import type { Argument } from '../clauses/arguments.ts'
import type { Nominal } from '../clauses/clause.ts'
import { ownerIn } from '../clauses/items.ts'
import { firstAtOrAfter } from '../deeds/mark.ts'
import type { NounPhrase } from '../draft.ts'
import { eventNounAt } from '../events/passing.ts'
import { isTimeWord } from '../lexicon/clause-words.ts'
import { concerning, done, enquiries, gatherings, hosted, ofCountries, sided } from '../lexicon/event-sorts.ts'
import { entityAt, eventOf, sidesOf, type Meant, type Scene } from './scene.ts'
import { across, type Tie } from './tie.ts'

export function occasionTies(scene: Scene): readonly Tie[] {
  return scene.structure.nominals.flatMap(nominal => {
    const event = eventOf(scene, nominal.phrase)
    const noun = eventNounAt(scene.draft, nominal.phrase.head)
    return event && noun !== undefined ? [...ownTies(scene, event, nominal.phrase, noun), ...tiesBehind(scene, event, nominal, noun)] : []
  })
}

/** "Kenya’s election", "Reed’s trial", "European Union talks" */
function ownTies(scene: Scene, event: Meant, phrase: NounPhrase, noun: string): readonly Tie[] {
  const { draft, cast } = scene
  const owner = ownerIn(draft.tokens, phrase)
  const before = owner ? owner.head : phrase.head - 1
  const found = before >= phrase.from ? cast.mentionAt(before) : undefined
  const entity = found && cast.entity(found.mention.entity)
  if (!found || !entity || found.mention.form !== 'NAME' || found.from < phrase.from) return []
  // "Reed’s War" is a book.
  if (owner && /^\p{Lu}/u.test(draft.tokens[phrase.head]?.text ?? '')) return []
  if (!owner) {
    if (entity.kind !== 'ORGANISATION') return []
    if (hosted.has(noun)) return isHouse(entity) ? [] : [partaking(event, { entity, words: found }, found.from, found.to)]
    // "the Red Front attacks"
    return done.has(noun) || noun === 'atrocity' ? [{ ...tied('RELATED_TO', event, event.entity, phrase, phrase, 'EVENT_OF', 0.6), subject: entity.ref }] : []
  }
  if (entity.kind === 'COUNTRY' && ofCountries.has(noun) && (noun !== 'war' || draft.tokens[phrase.head - 1]?.lower === 'civil')) return [tied('HAPPENED_IN', event, entity, phrase, phrase, 'EVENT_OF', 0.7)]
  if (enquiries.has(noun) && noun === 'trial') return [tied('CONCERNS', event, entity, phrase, phrase, 'EVENT_OF', 0.7)]
  if (entity.kind !== 'PLACE' && entity.kind !== 'EVENT' && !(entity.kind === 'PERSON' && (ofWords.has(noun) || ofVictims.has(noun))) && (gatherings.has(noun) || sided.has(noun) || done.has(noun))) return [partaking(event, { entity, words: found }, phrase.from, phrase.to)]
  return []
}

/** A person's may be one of words: "Reed’s attack". */
export const ofWords: ReadonlySet<string> = new Set(['attack', 'strike', 'offensive', 'crackdown', 'ambush'])

/** "Reed’s funeral": he is not among the guests. */
const ofVictims: ReadonlySet<string> = new Set(['assassination', 'kidnapping', 'shooting', 'stabbing', 'massacre', 'bombing', 'funeral', 'murder', 'killing', 'inauguration', 'vigil'])

/** "a White House meeting" is in it. */
function isHouse({ name, speaksFor }: Meant['entity']): boolean {
  return speaksFor !== undefined || /(?:House|Hall|Street|Palace)$/u.test(name)
}

function tiesBehind(scene: Scene, event: Meant, { phrase, arguments: all }: Nominal, noun: string): readonly Tie[] {
  const ties: Tie[] = []
  let reach = phrase.to
  for (const argument of all) {
    const { preposition, at, phrases } = argument
    // Only what follows without a gap is of the event.
    if (preposition === undefined || phrases.length === 0 || !isNear(scene, reach, at)) break
    if (preposition === 'of' && at !== phrase.to) break
    reach = phrases.at(-1)?.to ?? reach
    if (preposition === 'in' || preposition === 'at') {
      const places = placesIn(scene, event, phrase, argument)
      ties.push(...places)
      // What follows "at the hall" is where the hall is.
      if (places.length === 0 || preposition === 'at') break
      continue
    }
    if ((preposition === 'between' && sided.has(noun)) || (preposition === 'with' && sided.has(noun)) || (preposition === 'by' && done.has(noun)) || (preposition === 'of' && gatherings.has(noun))) {
      for (const side of sidesOf(scene, phrases)) ties.push(partaking(event, side, phrase.from, reach))
    } else if (isAbout(preposition, noun)) {
      for (const each of phrases) {
        const entity = entityAt(scene.cast, each.head)
        if (entity && entity.ref !== event.entity.ref && !(preposition === 'on' && (entity.kind === 'PLACE' || entity.kind === 'ORGANISATION') && noun !== 'talks')) ties.push(tied('CONCERNS', event, entity, { from: at, to: at + 1 }, across(phrase, each), 'EVENT_ABOUT', 0.75))
      }
    } else if (/^(?:since|after|following|before)$/u.test(preposition)) {
      const other = eventOf(scene, phrases[0])
      const [first, last] = preposition === 'before' ? [event, other] : [other, event]
      // "debate after debate"
      if (first && last && first.entity.ref !== last.entity.ref && eventNounAt(scene.draft, phrases[0]?.head ?? -1) !== noun) ties.push(tied('PRECEDED', first, last.entity, { from: at, to: at + 1 }, across(phrase, phrases[0] ?? phrase), 'EVENT_BEFORE', 0.7))
    }
  }
  return ties
}

/** Nothing between but a day: "the shooting on Tuesday in Harl", not "instead of". */
function isNear({ draft }: Scene, from: number, to: number): boolean {
  if (to - from > 3) return false
  for (let at = from; at < to; at++) if (draft.tokens[at]?.lower !== 'on' && !isTimeWord(draft.tokens[at]?.lower ?? '')) return false
  return true
}

function isAbout(preposition: string, noun: string): boolean {
  if (enquiries.has(noun)) return preposition === 'of' || preposition === 'into' || (preposition === 'about' && noun !== 'trial')
  return concerning.has(noun) && (preposition === 'on' || preposition === 'over' || preposition === 'about')
}

function placesIn({ draft, cast }: Scene, event: Meant, phrase: NounPhrase, { at, phrases }: Argument): readonly Tie[] {
  return [...phrases, ...restOf(draft, phrase, phrases.at(-1))].flatMap(each => {
    const found = cast.mentionAt(each.head)
    const entity = found && cast.entity(found.mention.entity)
    if (!entity || (entity.kind !== 'PLACE' && entity.kind !== 'COUNTRY') || found.mention.form === 'PRONOUN' || found.mention.form === 'ADJECTIVE') return []
    return [tied('HAPPENED_IN', event, entity, { from: at, to: at + 1 }, across(phrase, each), 'THING_IN_PLACE', 0.8)]
  })
}

/** "The elections in Ghana and Togo went ahead": the last of a list that opens its sentence has no verb of its own. */
function restOf({ tokens, nounPhrases }: Scene['draft'], event: NounPhrase, last: NounPhrase | undefined): readonly NounPhrase[] {
  if (!last || tokens[event.from - 1]?.sentence === tokens[event.from]?.sentence || tokens[last.to]?.lower !== 'and') return []
  const next = nounPhrases[firstAtOrAfter(nounPhrases, last.to + 1)]
  return next?.from === last.to + 1 ? [next] : []
}

function tied(type: Tie['type'], event: Meant, object: Meant['entity'], label: Tie['label'], evidence: Tie['evidence'], rule: string, confidence: number): Tie {
  const reason = `The words beside “${event.entity.name}” tie it to ${object.name}.`
  return { type, subject: event.entity.ref, object: object.ref, label, evidence, at: event.words.from, ...toldOf(event), rule, reason, confidence }
}

function partaking(event: Meant, { entity, words }: Meant, from: number, to: number): Tie {
  return { type: 'PARTICIPATED_IN', subject: entity.ref, object: event.entity.ref, label: { from: event.words.from, to: event.words.to }, evidence: across({ from, to }, event.words, words), at: event.words.from, ...toldOf(event), rule: 'EVENT_OF', reason: `The words beside “${event.entity.name}” name ${entity.name} as of it.`, confidence: 0.75 }
}

/** Nobody was at what is still to come; what only somebody's words tell of is not taken for granted; what has a date of its own was. */
function toldOf({ entity }: Meant): Pick<Tie, 'modality' | 'told' | 'own'> {
  return { ...(entity.modality && { modality: entity.modality }), ...(entity.voice === 'CLAIMED' && { told: true }), ...(entity.startsOn !== undefined && !entity.modality && { own: true }) }
}

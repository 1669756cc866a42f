// Where places, buildings and bodies are: "the Egyptian resort of Lune", "Harl, a town in Varania", "the firm is based in Harl", "Reed’s villa in Harl".
import { ownerIn } from '../clauses/items.ts'
import { modalityOf } from '../deeds/modality.ts'
import { firstAtOrAfter, markOf } from '../deeds/mark.ts'
import type { DraftMention, NounPhrase } from '../draft.ts'
import { buildings, directions, settlements } from '../lexicon/place-nouns.ts'
import type { ReadEntity } from '../../model/reading.ts'
import { entityAt, type Scene } from './scene.ts'
import { across, type Tie } from './tie.ts'

export function locationTies(scene: Scene): readonly Tie[] {
  return [...scene.draft.nounPhrases.flatMap(phrase => settlementTies(scene, phrase) ?? buildingTies(scene, phrase)), ...copulas(scene)]
}

/** "the Egyptian resort of Lune", "the Varanian capital, Harl"; "Harl, a town in Varania" */
function settlementTies(scene: Scene, phrase: NounPhrase): readonly Tie[] | undefined {
  const { draft, cast } = scene
  const { tokens } = draft
  const main = tokens[phrase.head]
  if (!main || !settlements.has(main.lower)) return undefined
  const origin = originIn(scene, phrase)
  const joint = tokens[phrase.to]?.lower
  const behind = placeFrom(scene, joint === 'of' || (joint === ',' && main.lower === 'capital') ? phrase.to + 1 : phrase.to)
  if (origin && behind?.entity.kind === 'PLACE') return located(behind.entity, origin, behind.found, { from: phrase.from, to: behind.found.to }, 'KIND_OF_PLACE')
  // "Harl, a town in Varania,"
  const before = tokens[phrase.from - 1]?.text === ',' ? cast.mentionAt(phrase.from - 2) : undefined
  const subject = before && before.to === phrase.from - 1 && before.mention.form === 'NAME' ? cast.entity(before.mention.entity) : undefined
  const around = joint === 'in' || joint === 'of' || joint === 'on' ? placeFrom(scene, phrase.to + 1) : undefined
  if (before && subject?.kind === 'PLACE' && around && around.entity.ref !== subject.ref) return located(subject, around.entity, { from: before.from, to: around.found.to }, { from: before.from, to: around.found.to }, 'KIND_OF_PLACE')
  return []
}

/** "Egyptian" of "the Egyptian resort", "Varania" of "Varania’s capital" */
function originIn({ draft, cast }: Scene, phrase: NounPhrase): ReadEntity | undefined {
  const owner = ownerIn(draft.tokens, phrase)
  for (let at = owner ? owner.head : phrase.head - 1; at >= phrase.from; at--) {
    const found = cast.mentionAt(at)
    const entity = found && cast.entity(found.mention.entity)
    if (entity && found.mention.form !== 'PRONOUN' && (entity.kind === 'COUNTRY' || entity.kind === 'PLACE')) return entity
  }
  return undefined
}

interface Somewhere {
  readonly entity: ReadEntity
  readonly found: DraftMention
}

/** The place named from here: "Varania", "the north of", "northern Varania". Not "Varania’s north". */
export function placeFrom({ draft, cast }: Pick<Scene, 'draft' | 'cast'>, from: number): Somewhere | undefined {
  const { tokens, mentions } = draft
  let at = from
  while (at < from + 3 && (tokens[at]?.lower === 'the' || directions.has(tokens[at]?.lower ?? ''))) at++
  for (const start of [from, at]) {
    for (let index = firstAtOrAfter(mentions, start); mentions[index]?.from === start; index++) {
      const found = mentions[index]
      const entity = found && cast.entity(found.mention.entity)
      if (found && entity && found.mention.form === 'NAME' && (entity.kind === 'PLACE' || entity.kind === 'COUNTRY') && !/^['’]s?$/u.test(tokens[found.to]?.lower ?? '')) return { entity, found }
    }
  }
  return undefined
}

/** "Reed’s villa in Harl": a place that only its owner names. */
function buildingTies(scene: Scene, phrase: NounPhrase): readonly Tie[] {
  const { draft, cast } = scene
  const { tokens } = draft
  const main = tokens[phrase.head]
  const owner = ownerIn(tokens, phrase)
  if (!main || !owner || !buildings.has(main.lower) || cast.mentionAt(phrase.head) || phrase.to !== phrase.head + 1) return []
  const found = cast.mentionAt(owner.head)
  const person = found && cast.entity(found.mention.entity)
  const around = tokens[phrase.to]?.lower === 'in' || tokens[phrase.to]?.lower === 'near' ? placeFrom(scene, phrase.to + 1) : undefined
  if (!person || found.mention.form !== 'NAME' || found.from < phrase.from || !around || !/^(?:PERSON|ORGANISATION|COUNTRY)$/u.test(person.kind)) return []
  const mark = markOf(draft, phrase)
  const building: ReadEntity = { ref: `building-${mark.start}`, kind: 'PLACE', name: mark.text.replace(/\s/gu, ' '), named: false }
  cast.add(building, { ...phrase, mention: { ...mark, entity: building.ref, form: 'NOMINAL', rule: 'MENTION_OF_BUILDING', reason: 'Its owner tells which it is.', confidence: 0.7 } })
  const evidence = { from: phrase.from, to: around.found.to }
  return [
    ...located(building, around.entity, { from: phrase.to, to: phrase.to + 1 }, evidence, 'THING_IN_PLACE'),
    { type: 'RELATED_TO', subject: person.ref, object: building.ref, label: phrase, evidence: phrase, at: phrase.head, own: true, rule: 'OWNER_OF_BUILDING', reason: `The ${main.lower} is called that of ${person.name}.`, confidence: 0.75 },
  ]
}

/** "the firm is based in Harl", "whether it’s in Kelt or Ostland" */
function copulas(scene: Scene): readonly Tie[] {
  const { draft, cast, structure } = scene
  const { tokens } = draft
  return structure.clauses.flatMap(clause => {
    const [subject] = clause.subjects
    const [argument] = clause.arguments
    const head = tokens[clause.verb.head]
    if (!subject || clause.subjects.length > 1 || !argument || argument.preposition !== 'in' || !head) return []
    const isBe = being.has(head.lower)
    if (!isBe && !(seated.has(head.lower) && (clause.passive || clause.verb.from === clause.verb.head || being.has(tokens[clause.verb.from]?.lower ?? '')))) return []
    // "was victorious in Harl"
    for (let at = clause.verb.head + 1; at < argument.at; at++) if (tokens[at]?.tag !== 'ADV') return []
    // "The carrier, Fjell Lines, is based in"
    const beside = tokens[clause.verb.from - 1]?.text === ',' ? cast.mentionAt(clause.verb.from - 2) : undefined
    const entity = beside?.mention.form === 'NAME' && tokens[beside.from - 1]?.text === ',' && beside.from - subject.to === 1 ? cast.entity(beside.mention.entity) : entityAt(cast, subject.head)
    if (!entity || !(entity.kind === 'ORGANISATION' || entity.kind === 'PLACE' || (isBe && entity.kind === 'PERSON'))) return []
    // "whether it is in Kelt or Ostland": that it is in both is taken for granted.
    const either = tokens[subject.from - 1]?.lower === 'whether' && argument.phrases.length > 1
    const modality = either ? 'ACTUAL' : modalityOf(draft, structure.clauses, clause)
    if (modality !== 'ACTUAL') return []
    return argument.phrases.flatMap(phrase => {
      const place = placeFrom(scene, phrase.from)
      if (!place || place.found.to !== phrase.to || place.entity.ref === entity.ref) return []
      const told = either ? {} : { told: true }
      return located(entity, place.entity, clause.verb, across(subject, phrase), 'IS_IN_PLACE').map(tie => ({ ...tie, ...told, own: false, at: clause.verb.head }))
    })
  })
}

const being: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s", '’s', 'be', 'been'])
const seated: ReadonlySet<string> = new Set(['based', 'headquartered', 'located', 'situated'])

function located(subject: ReadEntity, object: ReadEntity, label: Tie['label'], evidence: Tie['evidence'], rule: string): readonly Tie[] {
  if (subject.ref === object.ref || (subject.country !== undefined && object.kind === 'COUNTRY' && subject.country !== object.ref && !subject.background?.includes('country') && subject.kind === 'PLACE' && subject.named)) return []
  return [{ type: 'LOCATED_IN', subject: subject.ref, object: object.ref, label, evidence, at: evidence.from, own: true, rule, reason: `The words tell that ${subject.name} is in ${object.name}.`, confidence: 0.8 }]
}

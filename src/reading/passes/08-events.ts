// Who did what to whom: deeds as relationships between those whom the words mean, in the voice of whoever tells them.
import type { Mark } from '../../model/passage.ts'
import type { ReadEntity, ReadRelationship, ReadStatement } from '../../model/reading.ts'
import type { Voice } from '../../model/vocabulary.ts'
import { lastingFrom, mayBelong } from '../deeds/belonging.ts'
import { castOf, type Cast, type Player } from '../deeds/cast.ts'
import { datesOfDeeds, type When } from '../deeds/dated.ts'
import type { Deed } from '../deeds/deed.ts'
import { fits } from '../deeds/kinds.ts'
import { markOf, withAdded } from '../deeds/mark.ts'
import { asTold } from '../deeds/denied.ts'
import { isForceOfStates } from '../deeds/force.ts'
import { footingIn } from '../deeds/footing.ts'
import { heldBy, saidIn, type Said } from '../deeds/said.ts'
import { storyIn } from '../deeds/story.ts'
import { deedsOf } from '../deeds.ts'
import type { Draft, NounPhrase, Stretch } from '../draft.ts'
import { addOccasions } from '../events/occasions.ts'
import { forcesOfState } from '../lexicon/actor-kinds.ts'
import { syntaxOf } from '../syntax.ts'
import { overOf } from '../ties/tenure.ts'

/** Of a list of those who act, or suffer, no more are taken. */
const mostSides = 12
/** Words of the article that name a deed, at most; a longer stretch is cut to its verb. */
const longestLabel = 12
/** Words of one mark of evidence, at most. */
const longestEvidence = 80

export function findEvents(draft: Draft): void {
  addOccasions(draft)
  const cast = castOf(draft)
  const said = saidIn(draft)
  const whenOf = datesOfDeeds(draft)
  const found = new Map<string, ReadRelationship>()
  const stands = footingIn(draft)
  const aside = saidAside(draft)
  const story = storyIn(draft, said)
  for (const told of deedsOf(draft)) {
    const telling = tellingOf(said, told)
    // Quoted, and nobody knows whose words they are: no fact of the article's.
    if (!telling || (telling.voice === 'ARTICLE' && !telling.saying && isQuoted(draft, told.head))) continue
    if (telling.voice === 'ARTICLE' && aside[told.head] === 1) continue
    const deed = asTold(draft, told, telling)
    if (!deed || !stands(told.head, heldBy(draft, said, told), told.type === 'ASSAULT')) continue
    // A saying is the article's own word, with words of its own.
    const goesOn = telling.voice === 'ARTICLE' && !telling.saying && story.goesOn(deed)
    for (const relationship of relationshipsOf(draft, cast, deed, telling, whenOf)) {
      if (goesOn || relationship.voice !== 'ARTICLE' || relationship.modality !== 'ACTUAL') story.add(deed, relationship)
      if (goesOn) continue
      // "the International Atomic Energy Agency, or IAEA" is one.
      const key = JSON.stringify([deed.head, relationship.type, relationship.subject, relationship.object])
      if (!found.has(key)) found.set(key, relationship)
    }
  }
  const relationships = [...found.values()]
  // Whom no relationship names does not enter.
  const named = new Set(relationships.flatMap(({ subject, object }) => [subject, object]))
  draft.relationships = [...draft.relationships, ...relationships]
  draft.entities = [...draft.entities, ...cast.entities.filter(({ ref }) => named.has(ref))]
  const added = cast.mentions.filter(({ mention }) => named.has(mention.entity))
  draft.mentions = withAdded(draft.mentions, added)
}

interface Telling {
  readonly voice: Voice
  readonly statement?: ReadStatement
  /** The statement that the deed is. */
  readonly saying?: ReadStatement
}

/** Whose word the deed is. Absent where somebody's it is and no statement was found. */
function tellingOf(said: Said, { head, within }: Deed): Telling | undefined {
  const saying = said.at(head)
  const own = saying ? { saying } : {}
  if (within) {
    const statement = said.at(within.cue)
    return statement && { voice: within.voice, statement, ...own }
  }
  const statement = said.around(head)
  return statement && statement !== saying ? { voice: 'CLAIMED', statement, ...own } : { voice: 'ARTICLE', ...own }
}

/** Words before a saying that made no statement, as it has nobody to say it: "Kelt bombed Harl, state radio reported". */
function saidAside({ attributions, tokens }: Draft): Uint8Array {
  const aside = new Uint8Array(tokens.length)
  for (const { rule, content } of attributions) {
    if (rule === 'CONTENT_BEFORE') for (const { from, to } of content) aside.fill(1, Math.max(from, to - longestEvidence), to)
  }
  return aside
}

/** Inside marks: somebody’s words, or, as in "he “rescued” the town", not meant. */
function isQuoted(draft: Draft, head: number): boolean {
  return syntaxOf(draft).quotationAt(head) >= 0
}

function relationshipsOf(draft: Draft, cast: Cast, deed: Deed, telling: Telling, whenOf: ReturnType<typeof datesOfDeeds>): readonly ReadRelationship[] {
  const relationships: ReadRelationship[] = []
  const playersOf = (phrases: readonly NounPhrase[], as: 'actor' | 'target'): readonly Player[] => {
    let before: Player | undefined
    return phrases.slice(0, mostSides).flatMap(phrase => {
      // "Russian tanks and helicopters" are both Russia's.
      const shared = before?.by === 'owner' && phrase.to === phrase.from + 1 && forcesOfState.has(draft.tokens[phrase.head]?.lemma ?? '') ? { ...before, words: phrase } : undefined
      before = shared ?? cast.find(phrase, as)
      return before ?? []
    })
  }
  const targets = playersOf(deed.targets, 'target').filter(target => mayBelong(draft, cast, deed, target, 'target') && !isFaint(draft, deed, target))
  if (deed.targets.length > 0 && targets.length === 0) return []
  const actors = playersOf(deed.actors, 'actor').filter(actor => mayBelong(draft, cast, deed, actor, 'actor'))
  if (deed.joint) return meetingOf(draft, cast, deed, telling, actors, whenOf(deed, actors.map(({ words }) => words), telling.statement ? { statement: telling.statement } : {}))
  for (const actor of actors) {
    for (const target of targets.length > 0 ? targets : [undefined]) {
      const shown = isForceOfStates(draft, deed, actor, target) ? { ...deed, type: 'ASSAULT' as const } : deed
      if (actor.entity.ref === target?.entity.ref || !fits(shown.type, actor, target) || isMereWarning(draft, deed, actor, target)) continue
      const when = whenOf(deed, target ? [actor.words, target.words] : [actor.words], telling)
      relationships.push(relationshipOf(draft, shown, telling, when, actor, target))
    }
  }
  return relationships
}

/** "opposed it" is of a bill far oftener than of the party last spoken of, "accused them" of people than of a body. */
function isFaint({ tokens }: Draft, { type, head }: Deed, { entity, words, by }: Player): boolean {
  // "a man holding a Hale sign" holds nobody.
  if (type === 'COERCE' && by === 'owner' && tokens[head]?.lemma === 'hold') return true
  const word = words.to === words.from + 1 ? (tokens[words.from]?.lower ?? '') : ''
  // "it will have been killed by lawyers"
  if (word === 'it' && type === 'ASSAULT' && entity.kind !== 'PERSON' && /^(?:kill|murder|sink|bury|execute)$/u.test(tokens[head]?.lemma ?? '')) return true
  // "vowed to kill it": a bill.
  if (word === 'it' && type === 'THREATEN' && /^(?:kill|fight|block|sink|bury|veto)$/u.test(tokens[words.from - 1]?.lower ?? '')) return true
  return (word === 'it' && stances.has(type) && (entity.kind === 'ORGANISATION' || entity.kind === 'COUNTRY' || entity.kind === 'PLACE')) || (word === 'them' && entity.kind === 'ORGANISATION' && entity.named)
}

/** "a nurse warned him", "the judge warned jurors", "Brenza warned users": nobody is threatened; between countries and bodies it may be a threat. */
function isMereWarning({ tokens }: Draft, { type, head }: Deed, actor: Player, target: Player | undefined): boolean {
  if (type !== 'THREATEN' || !target || !/^(?:warn|caution|alert)$/u.test(tokens[head]?.lemma ?? '')) return false
  return (tokens[head]?.lemma === 'caution' && actor.entity.kind !== 'COUNTRY') || ((target.entity.kind === 'PERSON' || target.entity.kind === 'GROUP') && target.entity.country === undefined && actor.entity.kind !== 'COUNTRY')
}

const stances: ReadonlySet<Deed['type']> = new Set(['SUPPORT', 'REJECT', 'AGREE', 'ACCUSE', 'CONCEDE'])

/** More than two meet: one event, which each takes part in. */
function meetingOf(draft: Draft, cast: Cast, deed: Deed, telling: Telling, actors: readonly Player[], when: When): readonly ReadRelationship[] {
  const able = actors.filter(actor => fits('CONSULT', actor, undefined))
  if (able.length < 3) return []
  const { voice, statement } = telling
  const names = able.map(({ entity }) => entity.name)
  const entity: ReadEntity = {
    ref: `meeting-${draft.tokens[deed.head]?.start ?? 0}`,
    kind: 'EVENT',
    name: `Meeting of ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`,
    named: false,
    ...when,
    ...(voice !== 'ARTICLE' && statement && { voice, statement: statement.ref }),
    ...(deed.modality !== 'ACTUAL' && { modality: deed.modality }),
  }
  const words = { from: deed.head, to: deed.head + 1 }
  const meeting = cast.add(entity, { ...words, head: deed.head, mention: { ...markOf(draft, words), entity: entity.ref, form: 'VERB', rule: 'MENTION_OF_MEETING', reason: 'The verb of a meeting of more than two.', confidence: 0.7 } })
  return meeting ? able.map(actor => relationshipOf(draft, { ...deed, type: 'PARTICIPATED_IN' }, telling, when, actor, meeting)) : []
}

function relationshipOf(draft: Draft, deed: Deed, { voice, statement, saying }: Telling, when: When, actor: Player, target: Player | undefined): ReadRelationship {
  const { tokens } = draft
  const label = labelOf(draft, deed)
  return {
    type: deed.type,
    label,
    subject: actor.entity.ref,
    ...(target && { object: target.entity.ref }),
    voice,
    ...(statement && { statement: statement.ref }),
    ...(saying && { saying: saying.ref }),
    modality: deed.modality,
    ...lastingFrom(draft, deed, when),
    ...overOf(draft, deed, actor.words, target?.words),
    evidence: evidenceOf(draft, [actor.words, deed.label, ...(target ? [target.words] : [])]),
    rule: deed.rule,
    reason: reasonOf(deed, label, actor, target, tokens[deed.head]?.text ?? label),
    confidence: confidenceOf(deed, actor, target),
  }
}

/** The article's own words, on one line. */
function labelOf(draft: Draft, { label, head }: Deed): string {
  const short = label.to - label.from > longestLabel ? { from: Math.min(head, label.from), to: head + 1 } : label
  const stretch = short.to - short.from > longestLabel ? { from: head, to: head + 1 } : short
  return markOf(draft, stretch).text.replace(/\s/gu, ' ')
}

/** One mark from the first of these to the last; one for each where they stand far apart. */
function evidenceOf(draft: Draft, stretches: readonly Stretch[]): readonly Mark[] {
  const from = Math.min(...stretches.map(stretch => stretch.from))
  const to = Math.max(...stretches.map(stretch => stretch.to))
  if (to - from <= longestEvidence) return [markOf(draft, { from, to })]
  return stretches.toSorted((one, other) => one.from - other.from).map(stretch => markOf(draft, stretch))
}

function reasonOf({ rule, modality }: Deed, label: string, actor: Player, target: Player | undefined, word: string): string {
  const sides = target ? `“${actor.entity.name}” does it, “${target.entity.name}” suffers it` : `“${actor.entity.name}” does it`
  const how = rule === 'DEED_NOUN' ? `The noun “${word}” names a deed` : rule === 'DEED_GOVERNED' ? `“${label}” decides on a deed` : `The verb “${word}” tells of a deed`
  const owner = target?.by === 'owner' ? '; what is hit is theirs' : ''
  return `${how}: ${sides}${owner}${modality === 'ACTUAL' ? '' : `; told as ${modality}`}.`
}

function confidenceOf({ rule }: Deed, actor: Player, target: Player | undefined): number {
  const base = rule === 'DEED_VERB' ? 0.8 : 0.7
  const indirect = Number(actor.by === 'owner') + Number(target?.by === 'owner')
  return Math.round((base - indirect * 0.15) * 100) / 100
}

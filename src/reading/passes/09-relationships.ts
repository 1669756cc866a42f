// Ties that last: offices, spokespeople, members, where things are; and what ties events to those who are at them.
import type { DraftMention, Draft } from '../draft.ts'
import { structureOf } from '../clauses.ts'
import { castOf } from '../deeds/cast.ts'
import { isDeedNoun } from '../deeds/nominal.ts'
import { markOf, withAdded } from '../deeds/mark.ts'
import { saidIn } from '../deeds/said.ts'
import { eventNounAt, passingEvents } from '../events/passing.ts'
import { firstFrom } from '../first-from.ts'
import { gazetteerFor } from '../gazetteer.ts'
import { agreedTies, condemnedTies } from '../ties/agreed.ts'
import { gatheringTies } from '../ties/gatherings.ts'
import { locationTies } from '../ties/location.ts'
import { memberTies, namesakeTies, originTies, regimeTies } from '../ties/members.ts'
import { occasionTies } from '../ties/occasions.ts'
import { placesOf } from '../ties/places.ts'
import { rolesOf } from '../ties/roles.ts'
import { relationshipsOf } from '../ties/tie.ts'

export function findRelationships(draft: Draft): void {
  const said = saidIn(draft)
  const structure = structureOf(draft, phrase => eventNounAt(draft, phrase.head) !== undefined || isDeedNoun(draft, phrase))
  const passing = passingEvents(draft, structure, said)
  const whole: Draft = { ...draft, entities: [...draft.entities, ...passing.entities], mentions: inOrder([...draft.mentions, ...passing.mentions]) }
  const cast = castOf(whole)
  const scene = { draft: whole, cast, structure }
  const roles = rolesOf(scene, gazetteerFor(draft.knowledge))
  const inOffice = new Set(roles.map(({ subject }) => subject))
  const tiedBy = new Set(roles.map(({ subject, object }) => `${subject} ${object ?? ''}`))
  // Buildings and bodies without a name enter first; what follows may be in them.
  const locations = locationTies(scene)
  const agreed = agreedTies(scene)
  const ties = [...roles, ...locations, ...agreed, ...placesOf(whole, cast), ...occasionTies(scene), ...gatheringTies(scene), ...condemnedTies(scene), ...memberTies(scene).filter(({ subject, object, rule }) => rule !== 'OF_PARTY' || !tiedBy.has(`${subject} ${object ?? ''}`)), ...namesakeTies(scene), ...regimeTies(scene), ...originTies(scene, inOffice)]
  // A deed may have told the same.
  const known = new Set(draft.relationships.map(keyOf))
  const found = relationshipsOf(whole, said, ties).filter(each => !known.has(keyOf(each)))
  draft.relationships = [...draft.relationships, ...found]
  // Whom no relationship names does not enter.
  const named = new Set(found.flatMap(({ subject, object }) => [subject, object]))
  const met = new Set(draft.entities.map(({ ref }) => ref))
  draft.entities = [...draft.entities, ...[...passing.entities, ...cast.entities].filter(({ ref }) => named.has(ref))]
  const reach = reachOf(draft, found)
  const added = [...passing.mentions.map(each => withReach(draft, each, reach)), ...cast.mentions].filter(({ mention }) => named.has(mention.entity) || met.has(mention.entity))
  draft.mentions = withAdded(draft.mentions.map(each => (each.mention.rule === 'MENTION_OF_EVENT' ? withReach(draft, each, reach) : each)), added)
}

/** How far the words go that tell where or of what an event is, by where it begins: "the talks in Harl". */
function reachOf({ tokens }: Draft, found: Draft['relationships']): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  for (const { type, evidence } of found) {
    if (type !== 'HAPPENED_IN' && type !== 'CONCERNS') continue
    for (const { start, end } of evidence) ends.set(start, Math.max(end, ends.get(start) ?? 0))
  }
  return new Map([...ends].map(([start, end]) => [start, firstFrom(tokens, end, token => token.start)]))
}

function withReach(draft: Draft, one: DraftMention, reach: ReadonlyMap<number, number>): DraftMention {
  const to = reach.get(one.mention.start) ?? one.to
  return to <= one.to ? one : { ...one, to, mention: { ...one.mention, ...markOf(draft, { from: one.from, to }) } }
}

function keyOf({ type, subject, object, statement }: Draft['relationships'][number]): string {
  return JSON.stringify([type, subject, object, statement])
}

function inOrder(mentions: readonly DraftMention[]): readonly DraftMention[] {
  return mentions.toSorted((one, other) => one.from - other.from || other.to - one.to)
}

// Ties that last: offices, spokespeople, members, where things are; and what ties events to those who are at them.
import type { DraftMention, Draft } from '../draft.ts'
import { structureOf } from '../clauses.ts'
import { castOf } from '../deeds/cast.ts'
import { isDeedNoun } from '../deeds/nominal.ts'
import { saidIn } from '../deeds/said.ts'
import { eventNounAt, passingEvents } from '../events/passing.ts'
import { gazetteerFor } from '../gazetteer.ts'
import { gatheringTies } from '../ties/gatherings.ts'
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
  const ties = [...rolesOf(whole, cast, gazetteerFor(draft.knowledge)), ...placesOf(whole, cast), ...occasionTies(scene), ...gatheringTies(scene)]
  // A deed may have told the same.
  const known = new Set(draft.relationships.map(keyOf))
  const found = relationshipsOf(whole, said, ties).filter(each => !known.has(keyOf(each)))
  draft.relationships = [...draft.relationships, ...found]
  // Whom no relationship names does not enter.
  const named = new Set(found.flatMap(({ subject, object }) => [subject, object]))
  const met = new Set(draft.entities.map(({ ref }) => ref))
  draft.entities = [...draft.entities, ...[...passing.entities, ...cast.entities].filter(({ ref }) => named.has(ref))]
  const added = [...passing.mentions, ...cast.mentions].filter(({ mention }) => named.has(mention.entity) || met.has(mention.entity))
  const places = new Set(added.map(({ mention }) => `${mention.start}-${mention.end}`))
  draft.mentions = inOrder([...draft.mentions.filter(({ mention }) => !places.has(`${mention.start}-${mention.end}`)), ...added])
}

function keyOf({ type, subject, object, statement }: Draft['relationships'][number]): string {
  return JSON.stringify([type, subject, object, statement])
}

function inOrder(mentions: readonly DraftMention[]): readonly DraftMention[] {
  return mentions.toSorted((one, other) => one.from - other.from || other.to - one.to)
}

// Ties that last: offices, spokespeople, members, where things are.
import { castOf } from '../deeds/cast.ts'
import { saidIn } from '../deeds/said.ts'
import type { Draft } from '../draft.ts'
import { gazetteerFor } from '../gazetteer.ts'
import { placesOf } from '../ties/places.ts'
import { rolesOf } from '../ties/roles.ts'
import { relationshipsOf } from '../ties/tie.ts'

export function findRelationships(draft: Draft): void {
  const cast = castOf(draft)
  const ties = [...rolesOf(draft, cast, gazetteerFor(draft.knowledge)), ...placesOf(draft, cast)]
  draft.relationships = [...draft.relationships, ...relationshipsOf(draft, saidIn(draft), ties)]
}

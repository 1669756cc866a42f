// Ties that last: offices, spokespeople, members, where things are.
import { castOf } from '../deeds/cast.ts'
import { saidIn } from '../deeds/said.ts'
import type { Draft } from '../draft.ts'
import { gazetteerOf, type Gazetteer } from '../gazetteer.ts'
import type { Knowledge } from '../knowledge.ts'
import { placesOf } from '../ties/places.ts'
import { rolesOf } from '../ties/roles.ts'
import { relationshipsOf } from '../ties/tie.ts'

/** Built once for each knowledge. */
const gazetteers = new WeakMap<Knowledge, Gazetteer>()

export function findRelationships(draft: Draft): void {
  const gazetteer = gazetteers.get(draft.knowledge) ?? gazetteerOf(draft.knowledge)
  gazetteers.set(draft.knowledge, gazetteer)
  const cast = castOf(draft)
  const ties = [...rolesOf(draft, cast, gazetteer), ...placesOf(draft, cast)]
  draft.relationships = [...draft.relationships, ...relationshipsOf(draft, saidIn(draft), ties)]
}

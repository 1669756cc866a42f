// The relationships that make somebody a member or participant.
import type { Modality, RelationshipType, Voice } from '../../src/model/vocabulary.ts'
import type { Graph } from '../file/open.ts'
import { columnsOf, type RelationshipRow } from '../tables/rows.ts'
import { sql } from '../sql.ts'

export interface Membership {
  readonly member: number
  readonly of: number
  readonly type: RelationshipType
  readonly voice: readonly Voice[]
  readonly modality: readonly Modality[]
}

/** For each membership its relationships, in the order of the text. */
export function linksBetween(graph: Graph, memberships: readonly Membership[]): readonly (readonly RelationshipRow[])[] {
  const rows = graph.all<RelationshipRow & { place: number }>(sql`SELECT p.key AS place, ${columnsOf('relationship')}
    FROM json_each(${JSON.stringify(memberships)}) p CROSS JOIN relationship r ON r.subject_id = p.value ->> 'member' AND r.object_id = p.value ->> 'of'
      AND r.type = p.value ->> 'type' AND r.voice IN (SELECT value FROM json_each(p.value, '$.voice'))
      AND r.modality IN (SELECT value FROM json_each(p.value, '$.modality'))
    ORDER BY p.key, r.sort`)
  const byPlace = Map.groupBy(rows, row => row.place)
  return memberships.map((_, index) => byPlace.get(index) ?? [])
}

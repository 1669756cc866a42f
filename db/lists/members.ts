// Members and participants, and the relationships that make them so.
import type { Modality, Voice } from '../../src/model/vocabulary.ts'
import type { Graph } from '../file/open.ts'
import { columnsOf, type RelationshipRow } from '../tables/rows.ts'
import { aliveAtEach, always, among, every, sql, type Sql } from '../sql.ts'
import type { Source } from './source.ts'

/** What makes somebody a member or participant. */
export interface MembershipKind {
  readonly type: 'MEMBER_OF' | 'PARTICIPATED_IN'
  readonly voice: readonly Voice[]
  readonly modality: readonly Modality[]
}

export interface Membership {
  readonly member: number
  readonly of: number
}

/** For each membership of that kind at most `first` of its relationships, the newest article's first. */
export function linksBetween(graph: Graph, how: MembershipKind, memberships: readonly Membership[], first: number): readonly (readonly RelationshipRow[])[] {
  const rows = graph.all<RelationshipRow & { place: number }>(sql`SELECT p.key AS place, ${columnsOf('relationship')}
    FROM json_each(${JSON.stringify(memberships)}) p CROSS JOIN relationship r ON r.id IN (
      SELECT k.id FROM relationship k WHERE k.object_id = p.value ->> 'of' AND k.subject_id = p.value ->> 'member'
        AND ${isMembership(sql`k`, how)} AND ${aliveAtEach(sql`k.sort`)} ORDER BY k.sort LIMIT ${first})
    ORDER BY p.key, r.sort`)
  const byPlace = Map.groupBy(rows, row => row.place)
  return memberships.map((_, index) => byPlace.get(index) ?? [])
}

/** Those of all who belong there. */
export function membersOf(how: MembershipKind): Source<'entity'> {
  return { noun: 'entity', within: always, gathered: sql`SELECT r.subject_id AS id FROM relationship r WHERE r.object_id = p.value AND ${isMembership(sql`r`, how)}` }
}

/** The type is written out, for an index of these types alone (db/migrations/009-offices-and-members.sql). */
function isMembership(alias: Sql, { type, voice, modality }: MembershipKind): Sql {
  return every([types[type](alias), among(sql`${alias}.voice`, voice), among(sql`${alias}.modality`, modality)])
}
const types = {
  MEMBER_OF: (alias: Sql) => sql`${alias}.type = 'MEMBER_OF'`,
  PARTICIPATED_IN: (alias: Sql) => sql`${alias}.type = 'PARTICIPATED_IN'`,
}

import type { RelationshipFilter, StatementFilter } from '../../src/model/filter.ts'
import { among, sql, type Sql } from '../sql.ts'
import { hasId, holds, inRole, isOfSuch, isSuch, isSure, overlaps, type Compile, type Conditions } from './condition.ts'

/** The statement that the column refers to is such. */
function isSaid(column: Sql, filter: StatementFilter, where: Compile): Sql {
  if (where.oneByOne) return sql`EXISTS (SELECT 1 FROM statement s WHERE s.id = ${column} AND ${where('statement', filter)})`
  return sql`${column} IN (SELECT s.id FROM statement s WHERE ${where.all('statement', filter)})`
}

export const relationshipConditions: Conditions<RelationshipFilter> = {
  id: ids => hasId('relationship', 'Relationship', ids),
  type: types => among(sql`r.type`, types),
  voice: voices => among(sql`r.voice`, voices),
  modality: modalities => among(sql`r.modality`, modalities),
  subject: (filter, where) => isSuch(sql`r.subject_id`, filter, where),
  object: (filter, where) => isSuch(sql`r.object_id`, filter, where),
  with: (filter, where) => sql`(${isSuch(sql`r.subject_id`, filter, where)} OR ${isSuch(sql`r.object_id`, filter, where)})`,
  place: (filter, where) => isSuch(sql`r.place_id`, filter, where),
  accordingTo: (filter, where) => inRole(sql`r.statement_id`, 'SPEAKER', filter, where),
  statement: (filter, where) => isSaid(sql`r.statement_id`, filter, where),
  saying: (filter, where) => isSaid(sql`r.saying_id`, filter, where),
  text: text => holds(sql`r.id`, 'relationship_text', text),
  on: range => overlaps(sql`coalesce(r.starts_on, r.ends_on)`, sql`coalesce(r.ends_on, r.starts_on)`, range, 'on'),
  article: (filter, where) => isOfSuch(sql`r`, filter, where),
  minConfidence: least => isSure(sql`r.confidence`, least),
}

import type { RelationshipFilter } from '../../src/model/filter.ts'
import { among, sql } from '../sql.ts'
import { hasId, holds, inRole, isSuch, isSure, overlaps, type Conditions } from './condition.ts'

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
  statement: (filter, where) => sql`r.statement_id IN (SELECT s.id FROM statement s WHERE ${where('statement', filter)})`,
  saying: (filter, where) => sql`r.saying_id IN (SELECT s.id FROM statement s WHERE ${where('statement', filter)})`,
  text: text => holds(sql`r.id`, 'relationship_text', text),
  on: range => overlaps(sql`coalesce(r.starts_on, r.ends_on)`, sql`coalesce(r.ends_on, r.starts_on)`, range, 'on'),
  article: (filter, where) => sql`r.article_id IN (SELECT a.id FROM article a WHERE ${where('article', filter)})`,
  minConfidence: least => isSure(sql`r.confidence`, least),
}

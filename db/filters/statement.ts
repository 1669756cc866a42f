import type { StatementFilter } from '../../src/model/filter.ts'
import { among, sql } from '../sql.ts'
import { hasId, holds, inRole, isOfSuch, isSuch, isSure, overlaps, type Conditions } from './condition.ts'

const id = sql`s.id`

export const statementConditions: Conditions<StatementFilter> = {
  id: ids => hasId('statement', 'Statement', ids),
  speaker: (filter, where) => inRole(id, 'SPEAKER', filter, where),
  addressee: (filter, where) => inRole(id, 'ADDRESSEE', filter, where),
  target: (filter, where) => inRole(id, 'TARGET', filter, where),
  about: (filter, where) => inRole(id, 'ABOUT', filter, where),
  via: (filter, where) => isSuch(sql`s.via_id`, filter, where),
  kind: kinds => among(sql`s.kind`, kinds),
  act: acts => among(sql`s.act`, acts),
  voice: voices => among(sql`s.voice`, voices),
  modality: modalities => among(sql`s.modality`, modalities),
  attribution: attributions => among(sql`s.attribution`, attributions),
  accordingTo: (filter, where) => inRole(sql`s.reported_in_id`, 'SPEAKER', filter, where),
  reportedIn: (filter, where) => sql`s.reported_in_id IN (SELECT s.id FROM statement s WHERE ${where.all('statement', filter)})`,
  relationships: (filter, where) => (where.oneByOne
    ? sql`EXISTS (SELECT 1 FROM relationship r WHERE r.statement_id = s.id AND ${where('relationship', filter)})`
    : sql`s.id IN (SELECT r.statement_id FROM relationship r WHERE r.statement_id IS NOT NULL AND ${where.all('relationship', filter)})`),
  madeOn: range => overlaps(sql`s.made_on`, sql`s.made_on`, range, 'madeOn'),
  article: (filter, where) => isOfSuch(sql`s`, filter, where),
  text: text => holds(id, 'statement_text', text),
  quoted: quoted => (quoted ? sql`s.kind <> 'INDIRECT'` : sql`s.kind = 'INDIRECT'`),
  minConfidence: least => isSure(sql`s.confidence`, least),
}

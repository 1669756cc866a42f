import type { EntityFilter, RelationshipFilter, StatementFilter } from '../../src/model/filter.ts'
import type { StatementRole } from '../../src/model/vocabulary.ts'
import { among, sql, type Sql } from '../sql.ts'
import { hasId, inRole, isNamed, isSuch, overlaps, type Compile, type Conditions } from './condition.ts'

const id = sql`e.id`

/** Entities that have the role in such a statement. */
function has(role: StatementRole, filter: StatementFilter, where: Compile): Sql {
  if (where.first) {
    return sql`EXISTS (SELECT 1 FROM statement_entity part CROSS JOIN statement s ON s.id = part.statement_id
      WHERE part.entity_id = e.id AND part.role = ${role} AND ${where('statement', filter)})`
  }
  return sql`e.id IN (SELECT entity_id FROM statement_entity WHERE role = ${role} AND statement_id IN
    (SELECT s.id FROM statement s WHERE ${where.all('statement', filter)}))`
}

/** Entities that stand on that side of such a relationship. */
function takesPart(side: Sql, filter: RelationshipFilter, where: Compile): Sql {
  if (where.first) return sql`EXISTS (SELECT 1 FROM relationship r WHERE ${side} = e.id AND ${where('relationship', filter)})`
  return sql`e.id IN (SELECT ${side} FROM relationship r WHERE ${where.all('relationship', filter)})`
}

export const entityConditions: Conditions<EntityFilter> = {
  id: ids => hasId('entity', 'Entity', ids),
  slug: slugs => among(sql`e.slug`, slugs),
  kind: kinds => among(sql`e.kind`, kinds),
  name: filter => isNamed(id, filter),
  named: named => sql`e.named = ${named ? 1 : 0}`,
  country: (filter, where) => isSuch(sql`e.country_id`, filter, where),
  place: (filter, where) => isSuch(sql`e.place_id`, filter, where),
  partOf: (filter, where) => isSuch(sql`e.part_of_id`, filter, where),
  iso2: codes => among(sql`e.iso2`, codes.map(code => code.toUpperCase())),
  speaks: (filter, where) => has('SPEAKER', filter, where),
  addressed: (filter, where) => has('ADDRESSEE', filter, where),
  targeted: (filter, where) => has('TARGET', filter, where),
  spokenOf: (filter, where) => has('ABOUT', filter, where),
  subjectOf: (filter, where) => takesPart(sql`r.subject_id`, filter, where),
  objectOf: (filter, where) => takesPart(sql`r.object_id`, filter, where),
  mentionedIn: (filter, where) => (where.first
    ? sql`EXISTS (SELECT 1 FROM appearance own CROSS JOIN article a ON a.id = own.article_id WHERE own.entity_id = e.id AND own.mentions > 0 AND ${where('article', filter)})`
    : sql`e.id IN (SELECT entity_id FROM appearance WHERE mentions > 0 AND article_id IN (SELECT a.id FROM article a WHERE ${where.all('article', filter)}))`),
  on: range => overlaps(sql`coalesce(e.starts_on, e.ends_on)`, sql`coalesce(e.ends_on, e.starts_on)`, range, 'on'),
  voice: voices => among(sql`e.voice`, voices),
  modality: modalities => among(sql`e.modality`, modalities),
  accordingTo: (filter, where) => inRole(sql`e.statement_id`, 'SPEAKER', filter, where),
}

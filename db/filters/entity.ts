import type { EntityFilter } from '../../src/model/filter.ts'
import { among, sql } from '../sql.ts'
import { hasId, isNamed, overlaps, type Conditions } from './condition.ts'

const id = sql`e.id`

export const entityConditions: Conditions<EntityFilter> = {
  id: ids => hasId(sql`e.key`, 'Entity', ids),
  slug: slugs => among(sql`e.slug`, slugs),
  kind: kinds => among(sql`e.kind`, kinds),
  name: filter => isNamed(id, filter),
  named: named => sql`e.named = ${named ? 1 : 0}`,
  country: (filter, where) => sql`e.country_id IN (SELECT e.id FROM entity e WHERE ${where('entity', filter)})`,
  iso2: codes => among(sql`e.iso2`, codes.map(code => code.toUpperCase())),
  speaks: (filter, where) => sql`e.id IN (SELECT entity_id FROM statement_entity WHERE role = 'SPEAKER' AND statement_id IN
    (SELECT s.id FROM statement s WHERE ${where('statement', filter)}))`,
  addressed: (filter, where) => sql`e.id IN (SELECT entity_id FROM statement_entity WHERE role = 'ADDRESSEE' AND statement_id IN
    (SELECT s.id FROM statement s WHERE ${where('statement', filter)}))`,
  targeted: (filter, where) => sql`e.id IN (SELECT entity_id FROM statement_entity WHERE role = 'TARGET' AND statement_id IN
    (SELECT s.id FROM statement s WHERE ${where('statement', filter)}))`,
  spokenOf: (filter, where) => sql`e.id IN (SELECT entity_id FROM statement_entity WHERE role = 'ABOUT' AND statement_id IN
    (SELECT s.id FROM statement s WHERE ${where('statement', filter)}))`,
  subjectOf: (filter, where) => sql`e.id IN (SELECT r.subject_id FROM relationship r WHERE ${where('relationship', filter)})`,
  objectOf: (filter, where) => sql`e.id IN (SELECT r.object_id FROM relationship r WHERE ${where('relationship', filter)})`,
  mentionedIn: (filter, where) => sql`e.id IN (SELECT entity_id FROM appearance WHERE mentions > 0 AND article_id IN
    (SELECT a.id FROM article a WHERE ${where('article', filter)}))`,
  on: range => overlaps(sql`coalesce(e.starts_on, e.ends_on)`, sql`coalesce(e.ends_on, e.starts_on)`, range, 'on'),
}

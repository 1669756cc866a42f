// Entities as they come and go with the articles that speak of them. What each article says of an entity is kept (`attribute`), and the
// entity shows the first of each field (db/shown.ts), chosen anew whenever an article comes or goes.
import type { Identity, Keys } from '../src/model/identity.ts'
import { foldName } from '../src/model/keys.ts'
import type { ReadEntity, ReadMention, Reading } from '../src/model/reading.ts'
import type { EntityKind, MentionForm } from '../src/model/vocabulary.ts'
import { attributesOf } from './attributes.ts'
import type { Graph } from './open.ts'
import { showAnew } from './shown.ts'
import { among, sql } from './sql.ts'
import { addTo } from './tallies.ts'

/** Words that name: pronouns and verbs do not. */
export const namingForms: readonly MentionForm[] = ['NAME', 'ADJECTIVE', 'NOMINAL']

/** Makes the Reading's entities known, each with what this article says of it. Answers the rows by `ref`. */
export function addEntities(graph: Graph, articleId: number, sort: string, reading: Reading, keys: Keys): ReadonlyMap<string, number> {
  const mentions = Map.groupBy(reading.mentions, mention => mention.entity)
  const ids = new Map<string, number>()
  for (const entity of reading.entities) {
    const identity = keys.entities.get(entity.ref)
    if (!identity) continue
    const id = addEntity(graph, entity, identity)
    ids.set(entity.ref, id)
    const own = mentions.get(entity.ref) ?? []
    graph.run(sql`INSERT INTO appearance (entity_id, article_id, sort, mentions) VALUES (${id}, ${articleId}, ${sort}, ${own.length})`)
    for (const { field, rank, value } of attributesOf(entity, reading.sha256, keys)) {
      graph.run(sql`INSERT INTO attribute (entity_id, field, rank, sort, article_id, value)
        VALUES (${id}, ${field}, ${rank}, ${sort}, ${articleId}, ${JSON.stringify(value)})`)
    }
    addAliases(graph, id, entity.name, own)
  }
  return ids
}

/** Chooses anew what an article's entities show, after all its rows came. */
export function settle(graph: Graph, articleId: number): void {
  const touched = graph.all<{ entity_id: number }>(sql`SELECT entity_id FROM appearance WHERE article_id = ${articleId}`)
  for (const { entity_id: id } of touched) showAnew(graph, id)
}

/** Takes away what an article says of its entities, and the entities that no other article needs; `dropRows` deletes the article. */
export function dropEntities(graph: Graph, articleId: number, dropRows: () => void): void {
  const all = graph.all<{ id: number; kind: EntityKind; stays: 0 | 1 }>(sql`SELECT e.id, e.kind,
      EXISTS (SELECT 1 FROM appearance b WHERE b.entity_id = e.id AND b.article_id <> ${articleId}) AS stays
    FROM appearance a JOIN entity e ON e.id = a.entity_id WHERE a.article_id = ${articleId}`)
  const staying = all.filter(entity => entity.stays)
  const leaving = all.filter(entity => !entity.stays)
  dropAliases(graph, articleId)
  graph.run(sql`DELETE FROM attribute WHERE article_id = ${articleId}`)
  for (const { id } of staying) showAnew(graph, id)
  dropRows()
  graph.run(sql`DELETE FROM entity WHERE ${among(sql`id`, leaving.map(entity => entity.id))}`)
  for (const { kind } of leaving) addTo(graph, `entity.${kind}`, -1)
}

function addEntity(graph: Graph, entity: ReadEntity, { key, slug }: Identity): number {
  const known = graph.one<{ id: number }>(sql`SELECT id FROM entity WHERE key = ${key}`)
  if (known) return known.id
  const standing = entity.kind === 'EVENT' ? 'ARTICLE' : null
  addTo(graph, `entity.${entity.kind}`, 1)
  return graph.run(sql`INSERT INTO entity (key, slug, named, kind, name, folded, voice, modality)
    VALUES (${key}, ${slug}, ${entity.named ? 1 : 0}, ${entity.kind}, ${entity.name}, ${foldName(entity.name)}, ${standing}, ${standing && 'ACTUAL'})`).id
}

function addAliases(graph: Graph, entityId: number, canonical: string, mentions: readonly ReadMention[]): void {
  addAlias(graph, entityId, canonical, 0, 1)
  for (const { form, text } of mentions) {
    if (namingForms.includes(form)) addAlias(graph, entityId, text, 1, 0)
  }
}

function addAlias(graph: Graph, entityId: number, alias: string, uses: number, given: number): void {
  graph.run(sql`INSERT INTO alias (entity_id, name, folded, uses, given) VALUES (${entityId}, ${alias}, ${foldName(alias)}, ${uses}, ${given})
    ON CONFLICT (entity_id, name) DO UPDATE SET uses = uses + excluded.uses, given = given + excluded.given`)
}

/** Lowers the counts of the names that the article uses or gives, and deletes those that no other has. */
function dropAliases(graph: Graph, articleId: number): void {
  const names = graph.all<{ id: number; uses: number; given: number }>(sql`SELECT a.id, a.uses - sum(n.uses) AS uses, a.given - sum(n.given) AS given FROM (
      SELECT entity_id, text AS name, 1 AS uses, 0 AS given FROM mention WHERE article_id = ${articleId} AND ${among(sql`form`, namingForms)}
      UNION ALL SELECT entity_id, value ->> '$', 0, 1 FROM attribute WHERE article_id = ${articleId} AND field = 'name'
    ) n JOIN alias a ON a.entity_id = n.entity_id AND a.name = n.name GROUP BY a.id`)
  for (const { id, uses, given } of names) {
    if (uses + given > 0) graph.run(sql`UPDATE alias SET uses = ${uses}, given = ${given} WHERE id = ${id}`)
    else graph.run(sql`DELETE FROM alias WHERE id = ${id}`)
  }
}

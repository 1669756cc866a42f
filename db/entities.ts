// Entities as they come and go with the articles that speak of them. Each article's word on an entity is kept (`attribute`), and
// the entity shows the first of each field: the article's own before background, then the newest article's.
import { foldName, slugOf } from '../src/model/keys.ts'
import type { ReadEntity, ReadMention, Reading } from '../src/model/reading.ts'
import type { EntityKind } from '../src/model/vocabulary.ts'
import type { Graph } from './open.ts'
import { always, name, sql, type Sql, type Value } from './sql.ts'
import { addTo } from './tallies.ts'

/** Fields of a Reading's entity that one value fills, with the column that shows it. */
const plainColumns = {
  kind: 'kind',
  name: 'name',
  description: 'description',
  wikidataId: 'wikidata_id',
  honorific: 'honorific',
  iso2: 'iso2',
  iso3: 'iso3',
  capital: 'capital',
  startsOn: 'starts_on',
  endsOn: 'ends_on',
} as const

/** Fields that name another entity by its key. */
const entityColumns = { country: 'country_id', speaksFor: 'speaks_for_id', place: 'place_id', partOf: 'part_of_id' } as const

/** The rank of an event's standing: an article's own word outranks what is taken for granted, and that what is claimed. */
const voiceRank = { ARTICLE: 0, PRESUPPOSED: 1, CLAIMED: 2 } as const

/** Their rank tells no background: they are no fields that a client sees by themselves. */
const unmarked = new Set(['standing', 'dated'])

interface Attribute {
  readonly field: string
  readonly rank: number
  readonly value: unknown
}

/** Makes the Reading's entities known, each with what this article says of it. Answers the rows by `ref`. */
export function addEntities(graph: Graph, articleId: number, articleKey: string, sort: string, reading: Reading): ReadonlyMap<string, number> {
  const mentions = Map.groupBy(reading.mentions, mention => mention.entity)
  const keys = new Map<string, string>()
  const ids = new Map<string, number>()
  for (const entity of reading.entities) {
    const { key, slug } = identify(entity, articleKey, mentions.get(entity.ref)?.[0])
    keys.set(entity.ref, key)
    ids.set(entity.ref, addEntity(graph, entity, key, slug))
  }
  for (const entity of reading.entities) {
    const id = ids.get(entity.ref)
    if (id === undefined) continue
    const own = mentions.get(entity.ref) ?? []
    graph.run(sql`INSERT INTO appearance (entity_id, article_id, sort, mentions) VALUES (${id}, ${articleId}, ${sort}, ${own.length})
      ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions`)
    for (const { field, rank, value } of attributesOf(entity, articleKey, keys)) {
      graph.run(sql`INSERT OR IGNORE INTO attribute (entity_id, field, rank, sort, article_id, value)
        VALUES (${id}, ${field}, ${rank}, ${sort}, ${articleId}, ${JSON.stringify(value)})`)
    }
    addAlias(graph, id, entity.name, 0)
    for (const mention of own) {
      if (isName(mention)) addAlias(graph, id, mention.text, 1)
    }
  }
  return ids
}

/** Chooses anew what an article's entities show: after its rows came, or (`leaving`) as if its word were gone already. */
export function settle(graph: Graph, articleId: number, leaving = false): void {
  const other = leaving ? sql`article_id <> ${articleId}` : always
  // An entity that becomes an event, or is none any more, changes its standing with its kind.
  const touched = graph.all<{ entity_id: number; field: string }>(sql`SELECT entity_id, field FROM attribute WHERE article_id = ${articleId}
    UNION SELECT entity_id, 'standing' FROM attribute WHERE article_id = ${articleId} AND field = 'kind' ORDER BY entity_id, field`)
  for (const [id, fields] of Map.groupBy(touched, row => row.entity_id)) {
    const entity = graph.one<{ kind: EntityKind; background: string }>(sql`SELECT kind, background FROM entity WHERE id = ${id}`)
    const background = new Set<string>(JSON.parse(entity?.background ?? '[]'))
    for (const { field } of fields) {
      const chosen = graph.one<{ value: string; rank: number }>(sql`SELECT value, rank FROM attribute
        WHERE entity_id = ${id} AND field = ${field} AND ${other} ORDER BY rank, sort LIMIT 1`)
      const value: unknown = chosen ? JSON.parse(chosen.value) : null
      if (field === 'kind' && entity && value !== null && value !== entity.kind) moveKind(graph, entity.kind, String(value))
      for (const columns of shown(graph, field, value)) graph.run(sql`UPDATE entity SET ${columns} WHERE id = ${id}`)
      if (chosen?.rank === 1 && !unmarked.has(field)) background.add(field)
      else background.delete(field)
    }
    graph.run(sql`UPDATE entity SET background = ${JSON.stringify([...background].sort())} WHERE id = ${id}`)
  }
}

/** Takes away what an article says of its entities, and the entities that no other article needs; `dropRows` deletes the article. */
export function dropEntities(graph: Graph, articleId: number, dropRows: () => void): void {
  const left = graph.all<{ id: number; kind: EntityKind }>(sql`SELECT e.id, e.kind FROM appearance a JOIN entity e ON e.id = a.entity_id
    WHERE a.article_id = ${articleId} AND NOT EXISTS (SELECT 1 FROM appearance b WHERE b.entity_id = e.id AND b.article_id <> ${articleId})`)
  const leaving = JSON.stringify(left.map(entity => entity.id))
  graph.run(sql`DELETE FROM attribute WHERE entity_id IN (SELECT value FROM json_each(${leaving}))`)
  settle(graph, articleId, true)
  dropAliases(graph, articleId)
  dropRows()
  graph.run(sql`DELETE FROM entity WHERE id IN (SELECT value FROM json_each(${leaving}))`)
  for (const { kind } of left) addTo(graph, `entity.${kind}`, -1)
}

function addEntity(graph: Graph, entity: ReadEntity, key: string, slug: string): number {
  const known = graph.one<{ id: number }>(sql`SELECT id FROM entity WHERE key = ${key}`)
  if (known) return known.id
  const standing = entity.kind === 'EVENT' ? 'ARTICLE' : null
  addTo(graph, `entity.${entity.kind}`, 1)
  return graph.run(sql`INSERT INTO entity (key, slug, named, kind, name, folded, voice, modality)
    VALUES (${key}, ${slug}, ${entity.named ? 1 : 0}, ${entity.kind}, ${entity.name}, ${foldName(entity.name)}, ${standing}, ${standing && 'ACTUAL'})`).id
}

/** Named: by name and what tells it apart. Unnamed: by its article and first mention. */
function identify(entity: ReadEntity, articleKey: string, first: ReadMention | undefined): { key: string; slug: string } {
  if (entity.named) {
    const slug = slugOf([entity.name, entity.distinguisher ?? ''].join(' ').trim())
    return { key: slug, slug }
  }
  const article = articleKey.slice(0, 12)
  // checkReading has seen that an unnamed entity is mentioned.
  return { key: `${article}.${first?.start}-${first?.end}`, slug: `${slugOf(entity.name)}-${article}-${first?.start}` }
}

function attributesOf(entity: ReadEntity, articleKey: string, keys: ReadonlyMap<string, string>): readonly Attribute[] {
  const background = new Set(entity.background)
  const rank = (field: string): number => (background.has(field) ? 1 : 0)
  const attributes: Attribute[] = []
  for (const field of Object.keys(plainColumns) as (keyof typeof plainColumns)[]) { // the keys of the table above
    const value = entity[field]
    if (value !== undefined) attributes.push({ field, rank: rank(field), value })
  }
  for (const field of Object.keys(entityColumns) as (keyof typeof entityColumns)[]) { // as above
    const ref = entity[field]
    if (ref !== undefined) attributes.push({ field, rank: rank(field), value: keys.get(ref) })
  }
  if (entity.demonyms) attributes.push({ field: 'demonyms', rank: rank('demonyms'), value: entity.demonyms })
  if (entity.coordinates) attributes.push({ field: 'coordinates', rank: rank('coordinates'), value: entity.coordinates })
  if (entity.dated) attributes.push({ field: 'dated', rank: rank('startsOn'), value: { article: articleKey, start: entity.dated.start, end: entity.dated.end } })
  if (entity.kind === 'EVENT') {
    const { voice = 'ARTICLE', modality = 'ACTUAL' } = entity
    attributes.push({ field: 'standing', rank: voiceRank[voice], value: { voice, modality, statement: null } })
  }
  return attributes
}

function set(column: string, bound: Value): Sql {
  return sql`${name(column)} = ${bound}`
}

/** The columns that show an attribute, as assignments. */
function shown(graph: Graph, field: string, value: unknown): readonly Sql[] {
  if (field in entityColumns) {
    const row = value === null ? undefined : graph.one<{ id: number }>(sql`SELECT id FROM entity WHERE key = ${String(value)}`)
    return [set(entityColumns[field as keyof typeof entityColumns], row?.id ?? null)] // `in` has shown that it is a key
  }
  switch (field) {
    case 'name':
      return value === null ? [] : [sql`name = ${String(value)}, folded = ${foldName(String(value))}`]
    case 'kind':
      return value === null ? [] : [sql`kind = ${String(value)}, voice = CASE ${String(value)} WHEN 'EVENT' THEN coalesce(voice, 'ARTICLE') END,
        modality = CASE ${String(value)} WHEN 'EVENT' THEN coalesce(modality, 'ACTUAL') END,
        statement_id = CASE ${String(value)} WHEN 'EVENT' THEN statement_id END`]
    case 'coordinates': {
      const point = value as { latitude: number; longitude: number } | null // by the Reading's schema
      return [sql`latitude = ${point?.latitude ?? null}, longitude = ${point?.longitude ?? null}`]
    }
    case 'demonyms':
    case 'dated':
      return [set(field, value === null ? null : JSON.stringify(value))]
    case 'standing': {
      if (value === null) return []
      const { voice, modality, statement } = value as { voice: string; modality: string; statement: string | null } // made by attributesOf
      return [sql`voice = CASE kind WHEN 'EVENT' THEN ${voice} END, modality = CASE kind WHEN 'EVENT' THEN ${modality} END,
        statement_id = CASE kind WHEN 'EVENT' THEN (SELECT id FROM statement WHERE key = ${statement}) END`]
    }
    default:
      return [set(plainColumns[field as keyof typeof plainColumns], value as string | null)] // the fields left are those of the table
  }
}

function moveKind(graph: Graph, from: string, to: string): void {
  addTo(graph, `entity.${from}`, -1)
  addTo(graph, `entity.${to}`, 1)
}

/** Words that name: pronouns and verbs do not. */
function isName(mention: ReadMention): boolean {
  return mention.form === 'NAME' || mention.form === 'ADJECTIVE' || mention.form === 'NOMINAL'
}

function addAlias(graph: Graph, entityId: number, alias: string, uses: number): void {
  graph.run(sql`INSERT INTO alias (entity_id, name, folded, uses) VALUES (${entityId}, ${alias}, ${foldName(alias)}, ${uses})
    ON CONFLICT (entity_id, name) DO UPDATE SET uses = uses + excluded.uses`)
}

function dropAliases(graph: Graph, articleId: number): void {
  graph.run(sql`UPDATE alias SET uses = uses - gone.n FROM (
      SELECT entity_id, text, count(*) AS n FROM mention WHERE article_id = ${articleId} AND form IN ('NAME', 'ADJECTIVE', 'NOMINAL') GROUP BY entity_id, text
    ) AS gone WHERE alias.entity_id = gone.entity_id AND alias.name = gone.text`)
  graph.run(sql`DELETE FROM alias WHERE uses = 0 AND entity_id IN (SELECT entity_id FROM appearance WHERE article_id = ${articleId})
    AND name NOT IN (SELECT json_extract(value, '$') FROM attribute WHERE attribute.entity_id = alias.entity_id AND field = 'name' AND article_id <> ${articleId})`)
}

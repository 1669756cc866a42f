// Entities as they come and go with the articles that speak of them. What each article says of an entity is kept (`attribute`), and the
// entity shows the first of each field (db/entering/shown.ts), chosen anew whenever an article comes or goes.
import type { Identity, Keys } from '../../src/model/identity.ts'
import { foldName } from '../../src/model/keys.ts'
import type { ReadEntity, ReadMention, Reading } from '../../src/model/reading.ts'
import type { EntityKind, MentionForm } from '../../src/model/vocabulary.ts'
import { attributesOf, type Attribute } from '../tables/attributes.ts'
import type { Batch, KnownEntity, Uses } from './batch.ts'
import { addAll, inOrder, insertAll, tableOf, tiesInto, wait } from '../tables/insert.ts'
import { mentionIn, mentionOf } from '../tables/mentions.ts'
import { raiseNeighbours } from './neighbour-counts.ts'
import type { Graph } from '../file/open.ts'
import { saysMore, showAnew, shownBy, shownFirst } from './shown.ts'
import { mentionSort } from '../tables/sort.ts'
import { raiseSpoken } from '../tables/spoken.ts'
import { among, sql, type Value } from '../sql.ts'
import { addTo, countsOf, raiseCounts, sumOf, type Counts } from '../tables/tallies.ts'

/** Words that name: pronouns and verbs do not. */
export const namingForms: readonly MentionForm[] = ['NAME', 'ADJECTIVE', 'NOMINAL']

/** Makes the Reading's entities known, each with what this article says of it. Answers the rows by `ref`. `settle` must follow. */
export function addEntities(batch: Batch, articleId: number, sort: string, reading: Reading, keys: Keys): ReadonlyMap<string, number> {
  const mentions = Map.groupBy(reading.mentions, mention => mention.entity)
  const counts = countsOf(reading)
  const ids = new Map<string, number>()
  for (const entity of referredFirst(reading.entities)) {
    const identity = keys.entities.get(entity.ref)
    if (!identity) continue
    const attributes = attributesOf(entity, reading.sha256, keys)
    const id = addEntity(batch, entity, identity, attributes, sumOf(counts.get(entity.ref)))
    ids.set(entity.ref, id)
    const own = mentions.get(entity.ref) ?? []
    wait(batch.waiting, 'appearance (entity_id, article_id, sort, mentions, kind, name, rank)',
      [id, articleId, sort, own.length, entity.kind, entity.name, entity.background?.includes('name') ? 1 : 0])
    for (const { field, rank, value } of attributes) {
      if (field === 'kind' || field === 'name') continue // they stand in the appearance
      wait(batch.waiting, 'attribute (entity_id, field, rank, sort, article_id, value)', [id, field, rank, sort, articleId, JSON.stringify(value)])
    }
    addNames(batch, id, sort, entity.name, own)
  }
  return ids
}

/** Columns of an entity's row that show what articles say of it, beside kind and name. */
const shownColumns = ['folded', 'alike', 'description', 'wikidata_id', 'honorific', 'iso2', 'iso3', 'capital', 'country_id', 'speaks_for_id', 'place_id', 'part_of_id',
  'demonyms', 'latitude', 'longitude', 'starts_on', 'ends_on', 'dated', 'voice', 'modality', 'statement_id', 'background'] as const
const entitiesInto = `entity (id, key, slug, named, kind, name, ${shownColumns.join(', ')}, mentions, articles, statements, said_about, relationships)`

/** Tables that are indices themselves. */
const ordered = new Set(['appearance', 'attribute', 'tie', 'said_about'])

/** Rows that wait to be written, but for the next article's: all of 250 articles would be up to 20 MB, and old objects for the collector. Written a few at a time, each would find the pages of its table and of all its
 * indices gone from the processor's caches. */
const mostWaiting = 5000

/** Writes what waits where it is much, but for rows of tables that are indices themselves: those are written together, in their order. */
export function writeSome(batch: Batch): void {
  let count = 0
  for (const [into, rows] of batch.waiting) if (!ordered.has(tableOf(into))) count += rows.length
  if (count > mostWaiting) write(batch, into => !ordered.has(tableOf(into)))
}

/** Writes the rows of a batch that are left, then what its articles change about their entities. */
export function settle(batch: Batch): void {
  const { graph, names, counts, kinds, unsettled, waiting, lastBefore, lastSaid } = batch
  const isNew = (entity: Value): boolean => Number(entity) > lastBefore
  const ties = waiting.get(tiesInto) ?? []
  write(batch, () => true)
  raiseNeighbours(graph, ties, lastBefore)
  raiseSpoken(graph, sql`s.id > ${lastSaid}`, lastBefore)
  const aliases = [...names].flatMap(([id, added]) => [...added].map(([alias, { uses, given, first }]) => [id, alias, foldName(alias), uses, given, first] as const))
  addAll(graph, 'alias (entity_id, name, folded, uses, given, first)', aliases, ([id]) => isNew(id), ([id, alias, , uses, given, first]) => sql`UPDATE alias SET uses = uses + ${uses},
    given = given + ${given}, first = min(coalesce(first, ${first}), coalesce(${first}, first)) WHERE entity_id = ${id} AND name = ${alias}`)
  for (const [kind, added] of kinds) addTo(graph, `entity.${kind}`, added)
  for (const [id, added] of counts) raiseCounts(graph, id, added)
  for (const id of unsettled) showAnew(graph, id)
}

function write({ graph, waiting, written }: Batch, fits: (into: string) => boolean): void {
  for (const [into, rows] of [...waiting].sort(([one], [other]) => turn(one) - turn(other))) {
    if (rows.length === 0 || !fits(into)) continue
    const table = tableOf(into)
    insertAll(graph, into, ordered.has(table) ? inOrder(rows) : rows)
    written.set(table, (written.get(table) ?? 0) + rows.length)
    waiting.set(into, [])
  }
}

/** Who is referred to is written before who refers: which table the first article of a batch has rows of is chance. */
const turns = ['article', 'entity', 'statement', 'relationship']

function turn(into: string): number {
  const place = turns.indexOf(tableOf(into))
  return place < 0 ? turns.length : place
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
  graph.run(sql`DELETE FROM appearance WHERE article_id = ${articleId}`)
  for (const { id } of staying) showAnew(graph, id)
  dropRows()
  graph.run(sql`DELETE FROM entity WHERE ${among(sql`id`, leaving.map(entity => entity.id))}`)
  for (const { kind } of leaving) addTo(graph, `entity.${kind}`, -1)
}

/** Those that refer to no other come first, so that most rows can refer to others from the start. */
function referredFirst(entities: readonly ReadEntity[]): readonly ReadEntity[] {
  const places = entities.map(({ country, speaksFor, place, partOf }) => ((country ?? speaksFor ?? place ?? partOf) === undefined ? 0 : 1))
  return [0, 1].flatMap(which => entities.filter((_, index) => places[index] === which))
}

function addEntity(batch: Batch, entity: ReadEntity, { key, slug }: Identity, attributes: readonly Attribute[], counted: Counts): number {
  const { graph, entities, keys, counts, kinds, unsettled, waiting, last } = batch
  const idOf = (other: string): number | null => entities.get(other)?.id ?? null
  const known = entities.get(key) ?? knownBy(graph, key)
  if (known) {
    if (!keys.has(key)) {
      entities.delete(key) // the last asked for are remembered longest
      entities.set(key, known)
      keys.add(key)
    }
    counts.set(known.id, sumOf(counts.get(known.id), counted))
    if (saysMore(known.shown, attributes, idOf)) unsettled.add(known.id)
    return known.id
  }
  keys.add(key)
  const { shown, whole } = shownFirst(attributes, idOf)
  const id = ++last.entity
  wait(waiting, entitiesInto, [
    id, key, slug, entity.named ? 1 : 0, entity.kind, entity.name, ...shownColumns.map(column => shown[column] ?? null),
    counted.mentions, counted.articles, counted.statements, counted.saidAbout, counted.relationships,
  ])
  entities.set(key, { id, shown })
  kinds.set(entity.kind, (kinds.get(entity.kind) ?? 0) + 1)
  if (!whole) unsettled.add(id)
  return id
}

function knownBy(graph: Graph, key: string): KnownEntity | undefined {
  const id = graph.one<{ id: number }>(sql`SELECT id FROM entity WHERE key = ${key}`)?.id
  return id === undefined ? undefined : { id, shown: shownBy(graph, id) }
}

function addNames({ names }: Batch, entityId: number, article: string, canonical: string, mentions: readonly ReadMention[]): void {
  const own = names.get(entityId) ?? new Map<string, Uses>()
  names.set(entityId, own)
  const usesOf = (alias: string): Uses => {
    const known = own.get(alias) ?? { uses: 0, given: 0, first: null }
    own.set(alias, known)
    return known
  }
  usesOf(canonical).given++
  for (const mention of mentions) {
    if (!namingForms.includes(mention.form)) continue
    const place = mentionSort(article, mention)
    const name = usesOf(mention.text)
    name.uses++
    if (name.first === null || place < name.first) name.first = place
  }
}

/** Lowers the counts of the names that the article uses or gives, and deletes those that no other has. */
function dropAliases(graph: Graph, articleId: number): void {
  const names = graph.all<{ id: number; uses: number; given: number }>(sql`SELECT a.id, a.uses - sum(n.uses) AS uses, a.given - sum(n.given) AS given FROM (
      SELECT m.entity_id, m.text AS name, 1 AS uses, 0 AS given FROM mention m WHERE ${mentionIn(sql`m`, articleId)} AND ${among(sql`m.form`, namingForms)}
      UNION ALL SELECT entity_id, name, 0, 1 FROM appearance WHERE article_id = ${articleId}
    ) n JOIN alias a ON a.entity_id = n.entity_id AND a.name = n.name GROUP BY a.id`)
  for (const { id, uses, given } of names) {
    if (uses + given === 0) graph.run(sql`DELETE FROM alias WHERE id = ${id}`)
    else {
      graph.run(sql`UPDATE alias SET uses = ${uses}, given = ${given}, first = (SELECT m.sort FROM appearance own CROSS JOIN mention m ON ${mentionOf(sql`m`, sql`own.article_id`, sql`own.entity_id`)}
        AND m.text = alias.name AND ${among(sql`m.form`, namingForms)} WHERE own.entity_id = alias.entity_id AND own.mentions > 0
        AND own.article_id <> ${articleId} ORDER BY own.sort, m.id LIMIT 1) WHERE id = ${id}`)
    }
  }
}

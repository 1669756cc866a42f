// What an entity shows of all that articles say of it: of each field the article's own before background, then the newest article's. A name is written as
// most articles that give it write it, so that a slip of one shows nowhere but there. What is said of an
// event in the words of who claims it stands beside that claim alone: one's date is no part of another's claim, and no fact where an article tells the event.
import { foldName } from '../../src/model/keys.ts'
import { alikeKey } from '../matching/alike.ts'
import { claimedRank, entityColumns, plainColumns, type Attribute, type Standing, type When } from '../tables/attributes.ts'
import { idsOf } from '../tables/lookup.ts'
import type { Graph } from '../file/open.ts'
import { countedAnew } from '../tables/spoken.ts'
import { join, name, sql, type Value } from '../sql.ts'
import { addTo } from '../tables/tallies.ts'

/** Columns of `entity` with their values. */
export type Shown = Readonly<Record<string, Value>>

interface Chosen {
  readonly rank: number
  /** As JSON.parse makes it of what db/tables/attributes.ts has written. */
  readonly value: unknown
}

const fields = [...Object.keys(plainColumns).filter(field => field !== 'kind' && field !== 'name'), ...Object.keys(entityColumns), 'demonyms', 'coordinates', 'when']

/** Fields whose rank tells no background: they are no fields that a client sees by themselves, or tell it in their own way. */
const unmarked = new Set(['when', 'standing', 'distinguisher'])

/** Writes what the entity shows now, where that has changed. */
export function showAnew(graph: Graph, entityId: number): void {
  const before = shownBy(graph, entityId)
  const now = toShow(graph, entityId)
  const changed = Object.keys(now).filter(column => now[column] !== before[column])
  if (changed.length === 0) return
  if (changed.includes('kind')) {
    addTo(graph, `entity.${before['kind']}`, -1)
    addTo(graph, `entity.${now['kind']}`, 1)
  }
  const write = (): void => {
    graph.run(sql`UPDATE entity SET ${join(changed.map(column => sql`${name(column)} = ${now[column] ?? null}`), ', ')} WHERE id = ${entityId}`)
  }
  if (changed.includes('country_id')) countedAnew(graph, entityId, write)
  else write()
}

/** What the entity's row shows. */
export function shownBy(graph: Graph, entityId: number): Shown {
  return graph.one<Shown>(sql`SELECT kind, name, folded, alike, description, wikidata_id, honorific, iso2, iso3, capital, country_id, speaks_for_id, place_id,
    part_of_id, demonyms, latitude, longitude, starts_on, ends_on, dated, voice, modality, statement_id, background FROM entity WHERE id = ${entityId}`) ?? {}
}

/** What it is to show, from what articles say of it. */
export function toShow(graph: Graph, entityId: number): Shown {
  return columnsOf(chosenOf(graph, entityId), key => idOf(graph, 'entity', key), key => idOf(graph, 'statement', key))
}

/**
 * What an entity shows while only one article has spoken of it. Not `whole` where rows that it refers to are still to come; until then an
 * event stands as the article's own.
 */
export function shownFirst(attributes: readonly Attribute[], idOfEntity: IdOf): { readonly shown: Shown; readonly whole: boolean } {
  const chosen = new Map(attributes.map(attribute => [attribute.field, attribute]))
  const shown = columnsOf(chosen, idOfEntity, () => null)
  const claimed = (chosen.get('standing')?.rank ?? 0) > 0
  const whole = !claimed && Object.entries(entityColumns).every(([field, column]) => !chosen.has(field) || shown[column] !== null)
  return { shown: claimed ? { ...shown, voice: 'ARTICLE' } : shown, whole }
}

/** Whether what one more article says may change what the entity shows: it does not where it says the same, no surer. */
export function saysMore(shown: Shown, attributes: readonly Attribute[], idOfEntity: IdOf): boolean {
  return attributes.some(({ field, rank, value }) => {
    if (rank === 0 && String(shown['background']).includes(`"${field}"`)) return true
    if (field === 'distinguisher') return false
    if (field in plainColumns) return shown[plainColumns[field as keyof typeof plainColumns] ?? ''] !== value // asked before
    if (field in entityColumns) {
      const other = shown[entityColumns[field as keyof typeof entityColumns]] // as above
      return other === null || other !== idOfEntity(String(value)) // its id may be still to come
    }
    if (field === 'demonyms') return shown['demonyms'] !== JSON.stringify(value)
    // What an event is dated by, and who claims it, is another's in every article.
    return field !== 'standing' || rank > 0 || shown['voice'] !== 'ARTICLE' || shown['modality'] !== (value as Standing).modality // db/tables/attributes.ts
  })
}

type IdOf = (key: string) => number | null

function columnsOf(chosen: ReadonlyMap<string, Chosen>, idOfEntity: IdOf, idOfStatement: IdOf): Shown {
  const valueOf = (field: string): unknown => chosen.get(field)?.value ?? null
  const text = (field: string): string | null => valueOf(field) as string | null // plain fields are texts
  const folded = foldName(text('name') ?? '')
  const columns: Record<string, Value> = { folded, alike: alikeKey(text('kind'), folded) }
  for (const [field, column] of Object.entries(plainColumns)) {
    if (column) columns[column] = text(field)
  }
  for (const [field, column] of Object.entries(entityColumns)) columns[column] = ifAny(text(field), idOfEntity)
  const demonyms = valueOf('demonyms')
  const point = valueOf('coordinates') as { readonly latitude: number; readonly longitude: number } | null // by the Reading's schema
  const isEvent = text('kind') === 'EVENT'
  const when = isEvent ? valueOf('when') as When | null : null // db/tables/attributes.ts
  const standing = isEvent ? valueOf('standing') as Standing | null : null // as above
  const background = [...chosen].filter(([field, { rank }]) => rank === 1 && !unmarked.has(field)).map(([field]) => field)
  return {
    ...columns,
    demonyms: demonyms === null ? null : JSON.stringify(demonyms),
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    starts_on: when?.startsOn ?? null,
    ends_on: when?.endsOn ?? null,
    dated: when?.dated ? JSON.stringify(when.dated) : null,
    voice: standing?.voice ?? null,
    modality: standing?.modality ?? null,
    statement_id: ifAny(standing?.statement ?? null, idOfStatement),
    background: JSON.stringify([...background, ...(when?.background ?? [])].sort()),
  }
}

function ifAny(key: string | null, idOfKey: IdOf): number | null {
  return key === null ? null : idOfKey(key)
}

/** The first of each field: a look or two into the index for each, however many articles speak of the entity; only a name may take more. */
function chosenOf(graph: Graph, entityId: number): ReadonlyMap<string, Chosen> {
  const kind = sql`SELECT kind FROM appearance WHERE entity_id = ${entityId} ORDER BY sort LIMIT 1`
  const rows = graph.all<{ field: string; first: string | null }>(sql`WITH standing AS MATERIALIZED (SELECT rank, sort, value FROM attribute
      WHERE entity_id = ${entityId} AND field = 'standing' ORDER BY rank, sort LIMIT 1)
    SELECT f.value AS field, coalesce(
      (SELECT json_array(t.rank, json(t.value)) FROM standing s CROSS JOIN attribute t ON t.entity_id = ${entityId} AND t.field = f.value AND t.rank = ${claimedRank} AND t.sort = s.sort
        WHERE s.rank > 0 AND (${kind}) = 'EVENT'),
      (SELECT json_array(rank, json(value)) FROM attribute WHERE entity_id = ${entityId} AND field = f.value AND rank < ${claimedRank} ORDER BY rank, sort LIMIT 1)) AS first
    FROM json_each(${JSON.stringify(fields)}) f
    UNION ALL SELECT 'standing', (SELECT json_array(rank, json(value)) FROM standing)
    UNION ALL SELECT 'kind', (SELECT json_array(0, kind) FROM (${kind}))
    UNION ALL SELECT 'name', (SELECT json_array(newest ->> 0, coalesce((SELECT written.name FROM alias given CROSS JOIN alias written ON written.entity_id = given.entity_id AND written.folded = given.folded
          WHERE given.entity_id = ${entityId} AND given.name = newest ->> 1 AND written.given > 0 ORDER BY written.given DESC, written.name DESC LIMIT 1), newest ->> 1))
      FROM (SELECT coalesce((SELECT json_array(0, name) FROM appearance WHERE entity_id = ${entityId} AND rank = 0 ORDER BY sort LIMIT 1),
        (SELECT json_array(1, name) FROM appearance WHERE entity_id = ${entityId} ORDER BY sort LIMIT 1)) AS newest))`)
  return new Map(rows.flatMap(({ field, first }) => {
    if (first === null) return []
    const [rank, value] = JSON.parse(first) as [number, unknown] // made two lines above
    return [[field, { rank, value }]]
  }))
}

function idOf(graph: Graph, noun: 'entity' | 'statement', key: string): number | null {
  return idsOf(graph, noun, [key]).get(key) ?? null
}

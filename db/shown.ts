// What an entity shows of all that articles say of it: of each field the article's own before background, then the newest article's.
import { foldName } from '../src/model/keys.ts'
import { entityColumns, plainColumns, type Standing, type When } from './attributes.ts'
import type { Graph } from './open.ts'
import { join, name, sql, type Value } from './sql.ts'
import { addTo } from './tallies.ts'

/** Columns of `entity` with their values. */
export type Shown = Readonly<Record<string, Value>>

interface Chosen {
  readonly rank: number
  /** As JSON.parse makes it of what db/attributes.ts has written. */
  readonly value: unknown
}

const fields = [...Object.keys(plainColumns), ...Object.keys(entityColumns), 'demonyms', 'coordinates', 'when', 'standing']

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
  graph.run(sql`UPDATE entity SET ${join(changed.map(column => sql`${name(column)} = ${now[column] ?? null}`), ', ')} WHERE id = ${entityId}`)
}

/** What the entity's row shows. */
export function shownBy(graph: Graph, entityId: number): Shown {
  return graph.one<Shown>(sql`SELECT kind, name, folded, description, wikidata_id, honorific, iso2, iso3, capital, country_id, speaks_for_id, place_id,
    part_of_id, demonyms, latitude, longitude, starts_on, ends_on, dated, voice, modality, statement_id, background FROM entity WHERE id = ${entityId}`) ?? {}
}

/** What it is to show, from what articles say of it. */
export function toShow(graph: Graph, entityId: number): Shown {
  const chosen = chosenOf(graph, entityId)
  const valueOf = (field: string): unknown => chosen.get(field)?.value ?? null
  const text = (field: string): string | null => valueOf(field) as string | null // plain fields are texts
  const columns: Record<string, Value> = { folded: foldName(text('name') ?? '') }
  for (const [field, column] of Object.entries(plainColumns)) {
    if (column) columns[column] = text(field)
  }
  for (const [field, column] of Object.entries(entityColumns)) columns[column] = idOf(graph, 'entity', text(field))
  const demonyms = valueOf('demonyms')
  const point = valueOf('coordinates') as { readonly latitude: number; readonly longitude: number } | null // by the Reading's schema
  const isEvent = text('kind') === 'EVENT'
  const when = isEvent ? valueOf('when') as When | null : null // db/attributes.ts
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
    statement_id: idOf(graph, 'statement', standing?.statement ?? null),
    background: JSON.stringify([...background, ...(when?.background ?? [])].sort()),
  }
}

/** The first of each field: one look into the index for each, however many articles speak of the entity. */
function chosenOf(graph: Graph, entityId: number): ReadonlyMap<string, Chosen> {
  const rows = graph.all<{ field: string; first: string | null }>(sql`SELECT f.value AS field, (SELECT json_array(rank, json(value)) FROM attribute
      WHERE entity_id = ${entityId} AND field = f.value ORDER BY rank, sort LIMIT 1) AS first
    FROM json_each(${JSON.stringify(fields)}) f`)
  return new Map(rows.flatMap(({ field, first }) => {
    if (first === null) return []
    const [rank, value] = JSON.parse(first) as [number, unknown] // made two lines above
    return [[field, { rank, value }]]
  }))
}

function idOf(graph: Graph, table: 'entity' | 'statement', key: string | null): number | null {
  return key === null ? null : (graph.one<{ id: number }>(sql`SELECT id FROM ${name(table)} WHERE key = ${key}`)?.id ?? null)
}

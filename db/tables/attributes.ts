// What one article says of an entity, field by field, as it is kept (`attribute`).
import type { Keys } from '../../src/model/identity.ts'
import type { ReadEntity } from '../../src/model/reading.ts'

/** Fields of a Reading's entity that are one text, with the column that shows it; none where it only tells entities apart. */
export const plainColumns = {
  kind: 'kind',
  name: 'name',
  distinguisher: null,
  description: 'description',
  wikidataId: 'wikidata_id',
  honorific: 'honorific',
  iso2: 'iso2',
  iso3: 'iso3',
  capital: 'capital',
} as const

/** Fields that name another entity by its key. */
export const entityColumns = { country: 'country_id', speaksFor: 'speaks_for_id', place: 'place_id', partOf: 'part_of_id' } as const

const plainFields = Object.keys(plainColumns) as readonly (keyof typeof plainColumns)[] // the keys of the table above
const entityFields = Object.keys(entityColumns) as readonly (keyof typeof entityColumns)[] // likewise

/** The rank of an event's standing: an article's own word outranks what is taken for granted, and that what is claimed. */
const voiceRank = { ARTICLE: 0, PRESUPPOSED: 1, CLAIMED: 2 } as const

/** When an event is, with the words that say so: they belong together, or the words would prove another article's date. */
export interface When {
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly dated: { readonly article: string; readonly start: number; readonly end: number } | null
  /** Which of the two dates are background. */
  readonly background: readonly string[]
}

export interface Standing {
  readonly voice: string
  readonly modality: string
  /** The key of the statement that claims the event. */
  readonly statement: string | null
}

export interface Attribute {
  readonly field: string
  readonly rank: number
  readonly value: unknown
}

/** The rank of what is said of an event in the words of who claims it: shown beside that claim alone. */
export const claimedRank = 2

/** Fields that tell which entity is meant, whoever speaks of it. */
const telling: ReadonlySet<string> = new Set(['kind', 'name', 'distinguisher', 'wikidataId'])

export function attributesOf(entity: ReadEntity, articleKey: string, keys: Keys): readonly Attribute[] {
  const attributes: Attribute[] = []
  const own = entity.kind === 'EVENT' && (entity.voice ?? 'ARTICLE') !== 'ARTICLE' ? claimedRank : 0
  const add = (field: string, value: unknown, rank = entity.background?.includes(field) ? 1 : telling.has(field) ? 0 : own): void => {
    if (value !== undefined) attributes.push({ field, rank, value })
  }
  for (const field of plainFields) add(field, entity[field])
  for (const field of entityFields) if (entity[field] !== undefined) add(field, keys.entities.get(entity[field])?.key)
  add('demonyms', entity.demonyms)
  add('coordinates', entity.coordinates)
  if (entity.kind === 'EVENT') addOfEvent(entity, articleKey, keys, own, add)
  return attributes
}

function addOfEvent(entity: ReadEntity, article: string, keys: Keys, own: number, add: (field: string, value: unknown, rank: number) => void): void {
  const { startsOn, endsOn, dated, voice = 'ARTICLE', modality = 'ACTUAL', statement } = entity
  const given = Object.entries({ startsOn, endsOn }).flatMap(([field, date]) => (date === undefined ? [] : [field]))
  if (given.length > 0 || dated) {
    const background = given.filter(field => entity.background?.includes(field))
    const when: When = {
      startsOn: startsOn ?? null,
      endsOn: endsOn ?? null,
      dated: dated ? { article, start: dated.start, end: dated.end } : null,
      background,
    }
    add('when', when, given.length > 0 && background.length === given.length ? 1 : own)
  }
  const standing: Standing = { voice, modality, statement: statement === undefined ? null : (keys.statements.get(statement) ?? null) }
  add('standing', standing, voiceRank[voice])
}

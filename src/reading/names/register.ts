// The entities of a Reading while it is made: one for each name, with what is known of it in the world.
import { slugOf } from '../../model/keys.ts'
import type { ReadEntity } from '../../model/reading.ts'
import type { EntityKind } from '../../model/vocabulary.ts'
import type { Gazetteer, GazetteerEntry } from '../gazetteer.ts'
import type { Country, Known, Organisation, Place } from '../knowledge.ts'
import { remembered } from '../remembered.ts'

export interface Register {
  /** The entity of a known name. */
  known(entry: GazetteerEntry): ReadEntity
  /** The entity of a name that nothing is known of; `distinguisher` where the name alone does not tell. */
  named(kind: EntityKind, name: string, distinguisher?: string): ReadEntity
  /** More of an entity, where it has none of it yet. */
  add(ref: string, more: Partial<ReadEntity>): void
  country(iso2: string): ReadEntity | undefined
  entity(ref: string): ReadEntity | undefined
  /** In the order in which they were met. `written`: the canonical names that the text itself has. */
  all(written: ReadonlySet<string>): readonly ReadEntity[]
}

export function registerOf(gazetteer: Gazetteer): Register {
  const bySlug = new Map<string, ReadEntity>()
  // A name stands in a text many times: its entity is looked for once.
  const refs = new Map<Known | string, string>()
  const once = (key: Known | string, make: () => ReadEntity): ReadEntity => {
    const entity = bySlug.get(refs.get(key) ?? '') ?? make()
    refs.set(key, entity.ref)
    return entity
  }
  const put = (entity: Omit<ReadEntity, 'ref'>): ReadEntity => {
    const slug = slugFor([entity.name, entity.distinguisher ?? ''].join(' ').trim())
    const known = bySlug.get(slug)
    if (known) return known
    const made = { ref: slug, ...entity }
    bySlug.set(slug, made)
    return made
  }
  const country = (iso2: string): ReadEntity | undefined => {
    const known = gazetteer.countryOf(iso2)
    return known && put(countryEntity(known))
  }
  const organisation = (known: Organisation): ReadEntity => {
    const home = known.country === undefined ? undefined : country(known.country)
    const voice = known.speaksFor === undefined ? undefined : country(known.speaksFor)
    const whole = known.partOf === undefined ? undefined : gazetteer.organisationOf(known.partOf)
    const parent = whole && whole !== known ? organisation(whole) : undefined
    return put({
      kind: 'ORGANISATION',
      name: known.name,
      named: true,
      ...distinguished(gazetteer, known.name, 'ORGANISATION'),
      ...withBackground({
        ...(home && { country: home.ref }),
        ...(voice && { speaksFor: voice.ref }),
        ...(parent && { partOf: parent.ref }),
        ...(known.wikidataId !== undefined && { wikidataId: known.wikidataId }),
      }),
    })
  }
  const place = (known: Place): ReadEntity => {
    const home = known.country === undefined ? undefined : country(known.country)
    return put({ kind: 'PLACE', name: known.name, named: true, ...distinguished(gazetteer, known.name, 'PLACE'), ...withBackground(home ? { country: home.ref } : {}) })
  }
  return {
    known: entry => once(entry.known, () => (entry.kind === 'COUNTRY' ? put(countryEntity(entry.known)) : entry.kind === 'ORGANISATION' ? organisation(entry.known) : place(entry.known))),
    named: (kind, name, distinguisher) =>
      once([kind, name, distinguisher].join(' '), () => {
        const apart = distinguisher ?? distinguished(gazetteer, name, kind).distinguisher
        return put({ kind, name, named: true, ...(apart !== undefined && { distinguisher: apart }) })
      }),
    add: (ref, more) => {
      const entity = bySlug.get(ref)
      if (entity) bySlug.set(ref, { ...more, ...entity })
    },
    country,
    entity: ref => bySlug.get(ref),
    all: written =>
      [...bySlug.values()].map(entity => (written.has(entity.name) || !isKnown(gazetteer, entity.name) ? entity : { ...entity, background: ['name', ...(entity.background ?? [])] })),
  }
}

function countryEntity({ name, iso2, iso3, capital, demonyms, wikidataId }: Country): Omit<ReadEntity, 'ref'> {
  return {
    kind: 'COUNTRY',
    name,
    named: true,
    ...withBackground({
      iso2,
      iso3,
      ...(capital !== undefined && { capital }),
      ...(demonyms !== undefined && { demonyms }),
      ...(wikidataId !== undefined && { wikidataId }),
    }),
  }
}

function withBackground<Fields extends object>(fields: Fields): Fields & { readonly background?: readonly string[] } {
  const names = Object.keys(fields)
  return names.length === 0 ? fields : { ...fields, background: names }
}

const slugFor = remembered(slugOf, 20_000)

const ranks: readonly EntityKind[] = ['COUNTRY', 'ORGANISATION', 'PLACE', 'PERSON', 'EVENT', 'GROUP', 'TOPIC']
const words: Partial<Record<EntityKind, string>> = { ORGANISATION: 'organisation', PLACE: 'place', PERSON: 'person', EVENT: 'event', TOPIC: 'topic', GROUP: 'group' }

/** Georgia the state is told apart from the country that bears its name, in every article alike. */
function distinguished(gazetteer: Gazetteer, name: string, kind: EntityKind): { readonly distinguisher?: string } {
  const word = words[kind]
  const others = gazetteer.match(name.split(/[\s-]+/u), 0)?.entries ?? []
  const higher = others.some(entry => entry.name === name && ranks.indexOf(entry.kind) < ranks.indexOf(kind))
  return higher && word !== undefined ? { distinguisher: word } : {}
}

function isKnown(gazetteer: Gazetteer, name: string): boolean {
  return gazetteer.match(name.split(/[\s-]+/u), 0)?.entries.some(entry => entry.name === name) ?? false
}

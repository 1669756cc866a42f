// Entities: only the fields of their kind, true dates, a mention where nothing else tells who is meant.
import { dateProblems } from './check-dates.ts'
import { voiceProblems } from './check-voice.ts'
import type { ReadingProblem } from './reading-problem.ts'
import type { Reading, ReadEntity } from './reading.ts'
import type { EntityKind } from './vocabulary.ts'

/** Fields that only one kind bears. */
const kindOfField = {
  honorific: 'PERSON',
  iso2: 'COUNTRY', iso3: 'COUNTRY', capital: 'COUNTRY', demonyms: 'COUNTRY',
  coordinates: 'PLACE',
  startsOn: 'EVENT', endsOn: 'EVENT', dated: 'EVENT', voice: 'EVENT', modality: 'EVENT', statement: 'EVENT',
} as const satisfies Partial<Record<keyof ReadEntity, EntityKind>>

const kindsOfFields: ReadonlyMap<string, EntityKind> = new Map(Object.entries(kindOfField))

/** Fields that say what an entity is here, never what is known of it. */
const neverBackground = new Set(['ref', 'kind', 'named', 'background', 'dated', 'voice', 'modality', 'statement'])

export function* entityProblems({ entities, mentions }: Reading): Generator<ReadingProblem> {
  const mentioned = new Set(mentions.map(mention => mention.entity))
  for (const [position, entity] of entities.entries()) {
    const path = ['entities', position]
    for (const field in entity) {
      const kind = kindsOfFields.get(field)
      if (kind !== undefined && entity.kind !== kind && entity[field as keyof typeof kindOfField] !== undefined) { // a key of the table above
        yield { path: [...path, field], message: `"${entity.ref}" is of kind ${entity.kind} and bears \`${field}\`; expected that only of kind ${kind}.` }
      }
    }
    if (!entity.named && !mentioned.has(entity.ref)) {
      yield { path: [...path, 'named'], message: `The unnamed "${entity.ref}" has no mention; expected one, as its words are all that tells who is meant.` }
    }
    for (const [index, field] of (entity.background ?? []).entries()) {
      if (Object.hasOwn(entity, field) && entity[field as keyof ReadEntity] !== undefined && !neverBackground.has(field)) continue // asked just before
      yield { path: [...path, 'background', index], message: `\`background\` of "${entity.ref}" names "${field}"; expected a field that this entity bears, such as "name".` }
    }
    if (entity.kind === 'EVENT') yield* voiceProblems(path, entity.voice ?? 'ARTICLE', entity.statement)
    yield* dateProblems(path, entity)
  }
}

// Entities: only the fields of their kind, true dates, a mention where nothing else tells who is meant.
import { checkDates } from './check-dates.ts'
import { checkVoice } from './check-voice.ts'
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

export function entityProblems({ entities, mentions }: Reading): readonly ReadingProblem[] {
  const problems: ReadingProblem[] = []
  const mentioned = new Set(mentions.map(mention => mention.entity))
  entities.forEach((entity, position) => {
    const path = ['entities', position]
    for (const field in entity) {
      const kind = kindsOfFields.get(field)
      if (kind !== undefined && entity.kind !== kind && entity[field as keyof typeof kindOfField] !== undefined) { // a key of the table above
        problems.push({ path: [...path, field], message: `"${entity.ref}" is of kind ${entity.kind} and bears \`${field}\`; expected that only of kind ${kind}.` })
      }
    }
    if (!entity.named && !mentioned.has(entity.ref)) {
      problems.push({ path: [...path, 'named'], message: `The unnamed "${entity.ref}" has no mention; expected one, as its words are all that tells who is meant.` })
    }
    entity.background?.forEach((field, index) => {
      if (Object.hasOwn(entity, field) && entity[field as keyof ReadEntity] !== undefined && !neverBackground.has(field)) return // asked just before
      problems.push({ path: [...path, 'background', index], message: `\`background\` of "${entity.ref}" names "${field}"; expected a field that this entity bears, such as "name".` })
    })
    if (entity.kind === 'EVENT') checkVoice(problems, path, entity.voice ?? 'ARTICLE', entity.statement)
    checkDates(problems, path, entity)
  })
  return problems
}

// The seven kinds of entities, each with what only it has.
import { idsOf, officesOf, type OfficeRow } from '../../db/tables/lookup.ts'
import type { EntityRow } from '../../db/tables/rows.ts'
import { entitiesOfCountry, relationshipsOfCountry, relationshipsOfEntity, statementsOfCountry, statementsOfEntity } from '../../db/lists/sources.ts'
import { entityArguments, relationshipArguments, statementArguments } from '../arguments.ts'
import { reads } from '../asked.ts'
import { builder } from '../builder.ts'
import { connectionOf } from '../connections.ts'
import { castOf, hanging, passagesOf, referenced } from '../loaders.ts'
import { forAll, together } from '../together.ts'
import { OrganisationConnection, PersonConnection, PlaceConnection, RelationshipConnection, StatementConnection } from './connection-types.ts'
import { Modality, Side, StatementRole, Voice } from './enums.ts'
import { membersField } from './members.ts'
import { Country, Entity, Event, Group, Node, Organisation, Passage, Person, Place, Topic, Relationship } from './refs.ts'

const Office = builder.objectRef<OfficeRow>('Office').implement({
  description: "An office that a person holds or held, in the articles' own word: one for each title, body and time.",
  fields: t => ({
    title: t.string({ description: 'The title: "Chancellor".', resolve: office => office.role ?? office.label }),
    of: t.field({ type: Entity, nullable: true, description: 'The country or organisation; null where the text names none.', resolve: (office, _, { graph }, info) => referenced(graph, office, info, 'entity', each => each.object_id) }),
    startsOn: t.expose('starts_on', { type: 'PartialDate', nullable: true, description: 'Since when; null where the text does not say.' }),
    endsOn: t.expose('ends_on', { type: 'PartialDate', nullable: true, description: 'Until when; null where the text does not say.' }),
    evidence: t.field({ type: [Passage], description: 'Where the newest article that says so has it.', resolve: office => [...passagesOf(office, 'evidence', each => [each.evidence])] }),
    count: t.exposeInt('count', { description: 'How many relationships say so: `relationships(direction: OUT, filter: {type: HOLDS_OFFICE})` has all of them.' }),
    relationship: t.field({ type: Relationship, description: 'That of the newest article that says so.', resolve: office => office }),
  }),
})

interface Point {
  readonly latitude: number
  readonly longitude: number
}
const Coordinates = builder.objectRef<Point>('Coordinates').implement({
  description: 'A point on the earth, WGS 84.',
  fields: t => ({
    latitude: t.exposeFloat('latitude', { description: 'Degrees north.' }),
    longitude: t.exposeFloat('longitude', { description: 'Degrees east.' }),
  }),
})

const isEntity = [Node, Entity]

Person.implement({
  description: 'A human being.',
  interfaces: isEntity,
  fields: t => ({
    honorific: t.exposeString('honorific', { nullable: true, description: 'A title of address that is part of how the person is known; null where none is.' }),
    offices: t.field({
      extensions: reads(),
      type: [Office],
      description: "Offices the person holds or held (\"Former President\"), in the articles' own word: each title, body and time once, what articles say most often first.",
      resolve: (person, _, { graph }, info) => hanging(person, info, all => officesOf(graph, all.map(each => each.id))),
    }),
  }),
})

Country.implement({
  description: 'A state of the world, also where its capital or its people stand for it.',
  interfaces: isEntity,
  fields: t => ({
    iso2: t.exposeString('iso2', { nullable: true, description: 'ISO 3166-1 alpha-2; null where it has none.' }),
    iso3: t.exposeString('iso3', { nullable: true, description: 'ISO 3166-1 alpha-3; null where it has none.' }),
    capital: t.exposeString('capital', { nullable: true, description: 'The name of the capital; null where unknown.' }),
    demonyms: t.stringList({ extensions: reads('demonyms'), description: 'What its people are called.', resolve: country => (country.demonyms === null ? [] : (JSON.parse(country.demonyms) as string[])) }), // written by db/entering/entities.ts
    statements: t.field({
      extensions: reads(),
      type: StatementConnection,
      description: 'Statements in which it has one of the roles, each once; with rollUp, also those of who speaks for it: the Kremlin, officials, its government.',
      args: {
        role: t.arg({ type: [StatementRole], description: 'One role or several.' }),
        rollUp: t.arg.boolean({ defaultValue: false, description: 'With what its government and officials said, or was said to or about them.' }),
        ...statementArguments(t.arg),
      },
      resolve: (country, { role, rollUp, ...args }, { graph }, info) => connectionOf(graph, country, info, rollUp ? statementsOfCountry(role) : statementsOfEntity(role), args),
    }),
    relationships: t.field({
      extensions: reads(),
      type: RelationshipConnection,
      description: 'What it is to others and does to them, and they to it; with rollUp, also those of who speaks for it. Claims included: `voice` tells.',
      args: {
        direction: t.arg({ type: Side, defaultValue: 'ANY', description: 'OUT: it is the subject; IN: the object.' }),
        rollUp: t.arg.boolean({ defaultValue: false, description: 'With those of its government and officials.' }),
        ...relationshipArguments(t.arg),
      },
      resolve: (country, { direction, rollUp, ...args }, { graph }, info) =>
        connectionOf(graph, country, info, (rollUp ? relationshipsOfCountry : relationshipsOfEntity)(direction ?? 'ANY'), args),
    }),
    people: t.field({
      extensions: reads(),
      type: PersonConnection,
      description: 'People whose country it is.',
      args: entityArguments(t.arg),
      resolve: (country, args, { graph }, info) => connectionOf(graph, country, info, entitiesOfCountry('PERSON'), args),
    }),
    organisations: t.field({
      extensions: reads(),
      type: OrganisationConnection,
      description: 'Organisations whose country it is.',
      args: entityArguments(t.arg),
      resolve: (country, args, { graph }, info) => connectionOf(graph, country, info, entitiesOfCountry('ORGANISATION'), args),
    }),
    places: t.field({
      extensions: reads(),
      type: PlaceConnection,
      description: 'Places in it.',
      args: entityArguments(t.arg),
      resolve: (country, args, { graph }, info) => connectionOf(graph, country, info, entitiesOfCountry('PLACE'), args),
    }),
  }),
})

Organisation.implement({
  description: 'A body that acts as one: a government, an army, a party, an agency, an armed group.',
  interfaces: isEntity,
  fields: t => ({
    partOf: t.field({ type: Entity, nullable: true, description: 'What it is part of; null where nothing tells.', extensions: reads('part_of_id'), resolve: (entity, _, { graph }, info) => referenced(graph, entity, info, 'entity', each => each.part_of_id) }),
    members: membersField(t, 'MEMBER_OF', 'Who belongs to it.'),
  }),
})

Place.implement({
  description: 'Somewhere on a map that is not a country.',
  interfaces: isEntity,
  fields: t => ({
    partOf: t.field({ type: Entity, nullable: true, description: 'What it is part of; null where nothing tells.', extensions: reads('part_of_id'), resolve: (entity, _, { graph }, info) => referenced(graph, entity, info, 'entity', each => each.part_of_id) }),
    coordinates: t.field({
      extensions: reads('latitude', 'longitude'),
      type: Coordinates,
      nullable: true,
      description: 'Where it is; null where unknown.',
      resolve: ({ latitude, longitude }) => (latitude === null || longitude === null ? null : { latitude, longitude }),
    }),
  }),
})

interface EventDate {
  readonly article: string
  readonly start: number
  readonly end: number
}

Event.implement({
  description: 'Something that happens, happened, is planned, or is claimed to have happened: `voice` and `modality` tell.',
  interfaces: isEntity,
  fields: t => ({
    startsOn: t.expose('starts_on', { type: 'PartialDate', nullable: true, description: 'When it begins; null where neither an article nor background tells.' }),
    endsOn: t.expose('ends_on', { type: 'PartialDate', nullable: true, description: 'When it ends; the same as startsOn for what takes a single day, month or year. Null where neither an article nor background tells.' }),
    dated: t.field({
      extensions: reads('dated'),
      type: Passage,
      nullable: true,
      description: 'The words its date rests on: "Sunday". Null where there are none.',
      resolve: (event, _, { graph }) => forAll(event, 'dated', null, (all: readonly EntityRow[]) => {
        const dates = all.map(each => (each.dated === null ? null : (JSON.parse(each.dated) as EventDate))) // written by db/entering/entities.ts
        const articles = idsOf(graph, 'article', [...new Set(dates.flatMap(date => date?.article ?? []))])
        return together(dates.map(date => (date === null ? null : { article: articles.get(date.article) ?? 0, start: date.start, end: date.end })))
      }),
    }),
    voice: t.field({ extensions: reads('voice'), type: Voice, description: 'Whose word it is that it is: ARTICLE as soon as one article says it itself.', resolve: event => event.voice ?? 'ARTICLE' }),
    claimedBy: t.field({ type: [Entity], description: 'Who claims it, where no article says it itself. Empty with CLAIMED: hearsay.', extensions: reads('statement_id'), resolve: (event, _, { graph }, info) => castOf(graph, event, info, 'SPEAKER', each => each.statement_id) }),
    modality: t.field({ extensions: reads('modality'), type: Modality, description: 'Whether it happened, is planned, possible or denied: what is said of it, not whether it is true.', resolve: event => event.modality ?? 'ACTUAL' }),
    place: t.field({ extensions: reads('place_id'), type: Entity, nullable: true, description: "Where, from an article's own voice or background; null where neither tells.", resolve: (event, _, { graph }, info) => referenced(graph, event, info, 'entity', each => each.place_id) }),
    partOf: t.field({ type: Entity, nullable: true, description: 'What it is part of; null where nothing tells.', extensions: reads('part_of_id'), resolve: (entity, _, { graph }, info) => referenced(graph, entity, info, 'entity', each => each.part_of_id) }),
    participants: membersField(t, 'PARTICIPATED_IN', 'Who takes part in it.'),
  }),
})

Group.implement({
  description: 'Unnamed people together: "the leaders", "refugees".',
  interfaces: isEntity,
  fields: t => ({ members: membersField(t, 'MEMBER_OF', 'Who belongs to it, where the text lists them.') }),
})

Topic.implement({ description: 'A thing or a theme: "barrel bombs", a communique, "the political process in Syria".', interfaces: isEntity })


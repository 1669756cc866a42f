// Ways in: anything by its id, entities by slug, and lists of them.
import type { GraphQLResolveInfo } from 'graphql'
import type { Keyed } from '../../db/tables/keyed.ts'
import { byKeys, bySlug } from '../../db/tables/lookup.ts'
import type { Graph } from '../../db/file/open.ts'
import type { EntityRow } from '../../db/tables/rows.ts'
import { all, entitiesOfKind } from '../../db/lists/sources.ts'
import { parseId, type NodeType } from '../../src/model/ids.ts'
import type { EntityKind } from '../../src/model/vocabulary.ts'
import { entityArguments } from '../arguments.ts'
import { askedBelow } from '../asked.ts'
import { builder } from '../builder.ts'
import { rootConnection } from '../connections.ts'
import { together } from '../together.ts'
import {
  CountryConnection, EntityConnection, EventConnection, OrganisationConnection, PersonConnection, PlaceConnection,
} from './connection-types.ts'
import { Country, Entity, Event, Node, Organisation, Person, Place } from './refs.ts'

const nouns: Readonly<Record<NodeType, Keyed>> = {
  Entity: 'entity',
  Article: 'article',
  Mention: 'mention',
  Statement: 'statement',
  Relationship: 'relationship',
}

/** The rows behind global ids, in their order; null for what there is not. Throws BAD_ID. */
function nodesOf(graph: Graph, ids: readonly string[]): readonly (object | null)[] {
  const parsed = ids.map(parseId)
  const found = new Map<string, object>()
  for (const [type, some] of Map.groupBy(parsed, id => id.type)) {
    const rows = byKeys(graph, nouns[type], some.map(id => id.key))
    together([...rows.values()])
    for (const [key, row] of rows) found.set(`${type}:${key}`, row)
  }
  return parsed.map(({ type, key }) => found.get(`${type}:${key}`) ?? null)
}

function ofKind(graph: Graph, slug: string, kind: EntityKind, info: GraphQLResolveInfo): EntityRow | null {
  const entity = bySlug(graph, 'entity', slug, askedBelow(info))
  return entity?.kind === kind ? entity : null
}

builder.queryFields(t => {
  const bySlugArgument = { slug: t.arg.string({ required: true, description: 'Its slug: "vladimir-putin".' }) }
  return {
    node: t.field({
      type: Node,
      nullable: true,
      description: 'Anything by its id; null where there is no such thing (any more). BAD_ID where it is malformed.',
      args: { id: t.arg.id({ required: true, description: 'A global id, as a field "id" answers it.' }) },
      resolve: (_, { id }, { graph }) => nodesOf(graph, [id])[0] ?? null,
    }),
    nodes: t.field({
      type: [Node],
      nullable: { list: false, items: true },
      description: 'Things by their ids, in the order asked for; null where there is no such thing. BAD_ID where one is malformed, LIST_TOO_LONG above 100.',
      args: { ids: t.arg.idList({ required: true, description: 'Global ids, at most 100.' }) },
      resolve: (_, { ids }, { graph }) => [...nodesOf(graph, ids)],
    }),
    entity: t.field({ type: Entity, nullable: true, description: 'Somebody or something by slug: entity(slug: "islamic-state"). Null where there is none.', args: bySlugArgument, resolve: (_, { slug }, { graph }, info) => bySlug(graph, 'entity', slug, askedBelow(info)) }),
    person: t.field({ type: Person, nullable: true, description: 'A person by slug: person(slug: "david-cameron"). Null where there is none, or where it is no person.', args: bySlugArgument, resolve: (_, { slug }, { graph }, info) => ofKind(graph, slug, 'PERSON', info) }),
    country: t.field({ type: Country, nullable: true, description: 'A country by slug: country(slug: "russia"). Null where there is none, or where it is no country.', args: bySlugArgument, resolve: (_, { slug }, { graph }, info) => ofKind(graph, slug, 'COUNTRY', info) }),
    organisation: t.field({ type: Organisation, nullable: true, description: 'An organisation by slug: organisation(slug: "kremlin"). Null where there is none, or where it is no organisation.', args: bySlugArgument, resolve: (_, { slug }, { graph }, info) => ofKind(graph, slug, 'ORGANISATION', info) }),
    place: t.field({ type: Place, nullable: true, description: 'A place by slug: place(slug: "sochi"). Null where there is none, or where it is no place.', args: bySlugArgument, resolve: (_, { slug }, { graph }, info) => ofKind(graph, slug, 'PLACE', info) }),
    event: t.field({ type: Event, nullable: true, description: 'An event by slug: event(slug: "g20-summit-2015"). Null where there is none, or where it is no event.', args: bySlugArgument, resolve: (_, { slug }, { graph }, info) => ofKind(graph, slug, 'EVENT', info) }),
    entities: t.field({ type: EntityConnection, description: 'Entities of all kinds. Who accuses somebody: {filter: {speaks: {act: ACCUSE}}}.', args: entityArguments(t.arg), resolve: (_, args, { graph }, info) => rootConnection(graph, all('entity'), args, info) }),
    people: t.field({ type: PersonConnection, description: 'People. Those who speak most: {orderBy: {field: STATEMENTS, direction: DESC}}.', args: entityArguments(t.arg), resolve: (_, args, { graph }, info) => rootConnection(graph, entitiesOfKind('PERSON'), args, info) }),
    countries: t.field({ type: CountryConnection, description: 'Countries, by slug unless ordered otherwise.', args: entityArguments(t.arg), resolve: (_, args, { graph }, info) => rootConnection(graph, entitiesOfKind('COUNTRY'), args, info) }),
    organisations: t.field({ type: OrganisationConnection, description: 'Organisations, by slug unless ordered otherwise.', args: entityArguments(t.arg), resolve: (_, args, { graph }, info) => rootConnection(graph, entitiesOfKind('ORGANISATION'), args, info) }),
    places: t.field({ type: PlaceConnection, description: 'Places, by slug unless ordered otherwise.', args: entityArguments(t.arg), resolve: (_, args, { graph }, info) => rootConnection(graph, entitiesOfKind('PLACE'), args, info) }),
    events: t.field({ type: EventConnection, description: 'Events, claimed ones included: `voice` tells. What is planned: {filter: {on: {from: "2015-11-16"}}}.', args: entityArguments(t.arg), resolve: (_, args, { graph }, info) => rootConnection(graph, entitiesOfKind('EVENT'), args, info) }),
  }
})

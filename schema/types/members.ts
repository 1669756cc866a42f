// Members of groups and participants of events: entities, each with the relationships that make it one.
import type { ObjectRef } from '@pothos/core'
import type { Edge, PageInfo } from '../../db/lists/list.ts'
import { linksBetween, membersOf, type MembershipKind } from '../../db/lists/members.ts'
import type { EntityRow, RelationshipRow } from '../../db/tables/rows.ts'
import { limits } from '../../src/model/limits.ts'
import { requireSize } from '../../db/lists/page.ts'
import { pageArguments } from '../arguments.ts'
import { reads } from '../asked.ts'
import { builder } from '../builder.ts'
import { connectionOf, isExact, once, type Connection } from '../connections.ts'
import { forAll, togetherFlat } from '../together.ts'
import { Modality, Voice } from './enums.ts'
import { Entity, Relationship } from './refs.ts'

type Types = (typeof builder)['$inferSchemaTypes']

/** What makes somebody a member here. */
interface Link extends MembershipKind {
  readonly of: number
}

/** A class for the sake of its getter (see db/lists/list.ts), as the one below. */
class MemberEdge implements Edge<EntityRow> {
  readonly node: EntityRow
  readonly link: Link
  readonly #edge: Edge<EntityRow>

  constructor(edge: Edge<EntityRow>, link: Link) {
    this.node = edge.node
    this.link = link
    this.#edge = edge
  }

  get cursor(): string {
    return this.#edge.cursor
  }
}

class MembersOf {
  readonly #connection: Connection<EntityRow>
  readonly #edges: () => readonly MemberEdge[]

  constructor(connection: Connection<EntityRow>, edges: () => readonly MemberEdge[]) {
    this.#connection = connection
    this.#edges = edges
  }

  get edges(): readonly MemberEdge[] {
    return this.#edges()
  }

  get pageInfo(): PageInfo {
    return this.#connection.pageInfo
  }

  get total(): number {
    return this.#connection.total
  }
}

const MemberConnection = builder.connectionObject(
  {
    type: Entity,
    name: 'MemberConnection',
    description: 'Members or participants, a page at a time, by slug.',
    fields: t => ({
      totalCount: t.int({ description: 'How many there are in all.', resolve: connection => valueOf(connection).total }),
      totalCountExact: t.boolean({ description: 'Whether totalCount is exact.', resolve: connection => isExact(valueOf(connection).total) }),
    }),
  },
  {
    name: 'MemberEdge',
    description: 'A member or participant, and why.',
    fields: t => ({
      relationships: t.field({
        type: [Relationship],
        description: 'The relationships that make it one, the newest article\'s first, each with its evidence.',
        args: { first: t.arg.int({ defaultValue: 5, description: 'At most so many, 1 to 100. BAD_PAGE_SIZE otherwise.' }) },
        resolve: (edge, { first }, { graph }, info) => forAll(edgeOf(edge), 'relationships', info, (all: readonly MemberEdge[]) =>
          togetherFlat(linksBetween(graph, edgeOf(edge).link, all.map(({ node, link }) => ({ member: node.id, of: link.of })), requireSize(first ?? 5, limits.pageSize.value)))) as RelationshipRow[],
      }),
    }),
  },
) as unknown as ObjectRef<Types, MembersOf, MembersOf> // Pothos knows its own shape of a connection

function valueOf(connection: unknown): MembersOf {
  return connection as MembersOf // made by membersField
}

function edgeOf(edge: unknown): MemberEdge {
  return edge as MemberEdge // made by membersField
}

export function membersField(t: PothosSchemaTypes.ObjectFieldBuilder<Types, EntityRow>, type: MembershipKind['type'], description: string) {
  return t.field({
    type: MemberConnection,
    extensions: reads(),
    description: `${description} Without arguments only what an article says itself, done or planned.`,
    args: {
      voice: t.arg({ type: [Voice], defaultValue: ['ARTICLE'], description: 'Whose word makes them so.' }),
      modality: t.arg({ type: [Modality], defaultValue: ['ACTUAL', 'PLANNED'], description: 'Who is, is to be, may be.' }),
      ...pageArguments(t.arg),
    },
    resolve: (entity, { voice, modality, ...args }, { graph }, info) => forAll(entity, 'members', info, (entities: readonly EntityRow[]) => {
      const how = { type, voice: voice ?? ['ARTICLE'], modality: modality ?? ['ACTUAL', 'PLANNED'] }
      const connections = entities.map(each => connectionOf(graph, each, info, membersOf(how), args))
      const edges = once(() => togetherFlat(connections.map((connection, index) =>
        connection.edges.map(edge => new MemberEdge(edge, { ...how, of: entities[index]?.id ?? 0 })))))
      return connections.map((connection, index) => new MembersOf(connection, () => edges()[index] ?? []))
    }),
  })
}

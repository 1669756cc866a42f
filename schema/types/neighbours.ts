// Whom an entity is tied to, the strongest first, with the ties that bind the two.
import type { ObjectRef } from '@pothos/core'
import type { GraphQLResolveInfo } from 'graphql'
import { byIds } from '../../db/tables/lookup.ts'
import type { Graph } from '../../db/file/open.ts'
import { countNeighbours, neighbours, placeAmongNeighbours, type NeighbourArguments, type NeighbourRow } from '../../db/walks/neighbours.ts'
import type { EntityRow } from '../../db/tables/rows.ts'
import { tiesBetween } from '../../db/walks/ties.ts'
import { pageInfo, type Edge, type Listing, type PageInfo } from '../../db/lists/list.ts'
import { requireSize } from '../../db/lists/page.ts'
import { limits } from '../../src/model/limits.ts'
import type { TieFilter as TieFilterValue } from '../../src/model/filter.ts'
import { forwardArguments } from '../arguments.ts'
import { askedBelow, reads } from '../asked.ts'
import { builder } from '../builder.ts'
import { isExact, once } from '../connections.ts'
import { tiesOf, unique } from '../loaders.ts'
import { forAll, together } from '../together.ts'
import { EntityKind } from './enums.ts'
import { TieFilter } from './filters.ts'
import { Entity, Tie } from './refs.ts'

type Types = (typeof builder)['$inferSchemaTypes']

/** An edge to a neighbour: the pair, and the filter that its ties must fit. */
class NeighbourEdge implements Edge<EntityRow> {
  readonly node: EntityRow
  readonly filter: TieFilterValue | null | undefined
  readonly #edge: Edge<NeighbourRow>

  constructor(node: EntityRow, edge: Edge<NeighbourRow>, filter: TieFilterValue | null | undefined) {
    this.node = node
    this.filter = filter
    this.#edge = edge
  }

  get found(): NeighbourRow {
    return this.#edge.node
  }

  get cursor(): string {
    return this.#edge.cursor
  }
}

interface NeighbourConnectionValue {
  readonly edges: readonly NeighbourEdge[]
  readonly pageInfo: PageInfo
  readonly total: number
}

const NeighbourConnection = builder.connectionObject(
  {
    type: Entity,
    name: 'NeighbourConnection',
    description: 'Those whom an entity is tied to, a page at a time, the strongest first.',
    fields: t => ({
      totalCount: t.int({ description: 'How many there are in all.', resolve: connection => valueOf(connection).total }),
      totalCountExact: t.boolean({ description: 'Whether totalCount is exact.', resolve: connection => isExact(valueOf(connection).total) }),
    }),
  },
  {
    name: 'NeighbourEdge',
    description: 'A neighbour, and what binds the two.',
    fields: t => ({
      weight: t.int({ description: 'How many ties bind the two.', resolve: edge => edgeOf(edge).found.weight }),
      ties: t.field({
        type: [Tie],
        description: "The ties, the article's own word before claims, the surest first.",
        args: { first: t.arg.int({ defaultValue: 5, description: 'At most so many, 1 to 100. BAD_PAGE_SIZE otherwise.' }) },
        resolve: (edge, { first }, { graph }, info) => forAll(edgeOf(edge), 'ties', info, (all: readonly NeighbourEdge[]) => {
          const pairs = all.map(({ found }) => ({ from: found.from, to: found.id }))
          const ties = tiesBetween(graph, pairs, all[0]?.filter, requireSize(first ?? 5, limits.pageSize.value))
          const loaded = tiesOf(graph, ties.flat()).map(tie => tie.row)
          let taken = 0
          return ties.map(own => loaded.slice(taken, (taken += own.length)))
        }) as never,
      }),
    }),
  },
) as unknown as ObjectRef<Types, NeighbourConnectionValue, NeighbourConnectionValue> // Pothos knows its own shape of a connection

function valueOf(connection: unknown): NeighbourConnectionValue {
  return connection as NeighbourConnectionValue // made by neighboursOf
}

function edgeOf(edge: unknown): NeighbourEdge {
  return edge as NeighbourEdge // made by neighboursOf
}

export function neighboursField(t: PothosSchemaTypes.InterfaceFieldBuilder<Types, EntityRow>) {
  return t.field({
    type: NeighbourConnection,
    extensions: reads(),
    description: 'Whom it is tied to by relationships and statements, the strongest first.',
    args: {
      kind: t.arg({ type: [EntityKind], description: 'Neighbours of these kinds.' }),
      filter: t.arg({ type: TieFilter, description: 'Only over such ties: {voice: [ARTICLE]} leaves out what is only claimed.' }),
      ...forwardArguments(t.arg),
    },
    resolve: (entity, args, { graph }, info) => forAll(entity, 'neighbours', info, (all: readonly EntityRow[]) => {
      const made = neighboursOf(graph, args, unique(all.map(each => each.id)), info)
      return all.map(each => made(each.id))
    }),
  })
}

function neighboursOf(graph: Graph, args: NeighbourArguments, parents: readonly number[], info: GraphQLResolveInfo): (parent: number) => NeighbourConnectionValue {
  placeAmongNeighbours(args) // a wrong cursor is told even where no row is asked for
  const pages = once(() => withEntities(graph, neighbours(graph, args, parents, askedBelow(info)), args.filter, info))
  const totals = once(() => countNeighbours(graph, args, parents))
  return parent => new NeighboursOf(pages, totals, parent)
}

type Pages = ReturnType<typeof withEntities>

/** The neighbours of one entity. A class for the sake of its getters (see db/lists/list.ts). */
class NeighboursOf implements NeighbourConnectionValue {
  readonly #pages: () => Pages
  readonly #totals: () => ReadonlyMap<number, number>
  readonly #parent: number

  constructor(pages: () => Pages, totals: () => ReadonlyMap<number, number>, parent: number) {
    this.#pages = pages
    this.#totals = totals
    this.#parent = parent
  }

  get edges(): readonly NeighbourEdge[] {
    return this.#pages().get(this.#parent)?.edges ?? []
  }

  get pageInfo(): PageInfo {
    return this.#pages().get(this.#parent)?.pageInfo ?? pageInfo([], false, false, false)
  }

  get total(): number {
    return this.#totals().get(this.#parent) ?? 0
  }
}

function withEntities(graph: Graph, pages: ReadonlyMap<number, Listing<NeighbourRow>>, filter: TieFilterValue | null | undefined, info: GraphQLResolveInfo) {
  const found = [...pages.values()].flatMap(page => page.edges.map(edge => edge.node))
  const entities = byIds(graph, 'entity', unique(found.map(({ id, entity }) => (entity ? null : id))), askedBelow(info))
  together(found.map(({ id, entity }) => entity ?? entities.get(id)), info)
  const shown = new Map([...pages].map(([parent, page]) => [parent, {
    pageInfo: page.pageInfo,
    edges: page.edges.flatMap((edge): readonly NeighbourEdge[] => {
      const node = edge.node.entity ?? entities.get(edge.node.id)
      return node ? [new NeighbourEdge(node, edge, filter)] : []
    }),
  }]))
  together([...shown.values()].flatMap(page => page.edges))
  return shown
}

// Walks over ties: everything around an entity, and the ways from one to another.
import { byIds } from '../../db/tables/lookup.ts'
import { neighbourhood, type Neighbourhood } from '../../db/walks/neighbourhood.ts'
import type { Graph } from '../../db/file/open.ts'
import { requireSize } from '../../db/lists/page.ts'
import { paths, type FoundPaths } from '../../db/walks/paths.ts'
import type { EntityRow } from '../../db/tables/rows.ts'
import { strengthOf, tiesBetween, type LoadedTie } from '../../db/walks/ties.ts'
import { OnRecordError } from '../../src/model/errors.ts'
import type { TieFilter as TieFilterInput } from '../../src/model/filter.ts'
import { limits } from '../../src/model/limits.ts'
import { builder } from '../builder.ts'
import { required, tiesOf } from '../loaders.ts'
import { forAll, together, togetherFlat } from '../together.ts'
import { EntityRef, resolveRef } from './entity-ref.ts'
import { EntityKind, Searched } from './enums.ts'
import { EntityFilter, TieFilter } from './filters.ts'
import { Entity, Tie } from './refs.ts'

/** What a walk costs, beside what it answers. */
const walkCost = 50

/** A step. What it leads to and what binds the two is loaded only where it is asked for, for all steps of a search at once. */
interface HopValue {
  readonly from: number
  readonly to: number
  readonly filter: TieFilterInput | null
}

interface BoundTie {
  readonly tie: LoadedTie
  readonly forwards: boolean
}

interface SubgraphValue extends Omit<Neighbourhood, 'entityIds' | 'ties'> {
  readonly nodes: readonly EntityRow[]
  readonly ties: readonly LoadedTie[]
}

const Hop = builder.objectRef<HopValue>('Hop').implement({
  description: 'One step of a path, with its evidence.',
  fields: t => ({
    from: t.field({ type: Entity, description: 'Where the step begins.', resolve: (hop, _, { graph }, info) => required(graph, hop, info, 'entity', each => each.from) }),
    to: t.field({ type: Entity, description: 'Where it ends.', resolve: (hop, _, { graph }, info) => required(graph, hop, info, 'entity', each => each.to) }),
    tie: t.field({ type: Tie, description: "What binds the two: of all their ties the firmest, the article's own word before claims.", resolve: (hop, _, { graph }) => firmest(graph, hop).tie.row }),
    forwards: t.boolean({ description: 'Whether the tie goes from `from` to `to`; false: the other way round.', resolve: (hop, _, { graph }) => firmest(graph, hop).forwards }),
  }),
})

const Path = builder.objectRef<readonly HopValue[]>('Path').implement({
  description: 'A way from one entity to another; no entity stands in it twice.',
  fields: t => ({
    length: t.int({ description: 'How many hops.', resolve: path => path.length }),
    hops: t.field({ type: [Hop], description: 'The steps, in order.', extensions: { multiplier: () => limits.pathLength.value }, resolve: path => [...path] }),
    weakest: t.field({ type: Hop, description: 'The hop that would not hold first: a claim before a fact, a plan before a deed, then the least sure.', resolve: (path, _, { graph }) => weakest(graph, path) }),
  }),
})

const Paths = builder.objectRef<{ readonly paths: readonly (readonly HopValue[])[]; readonly searched: FoundPaths['searched'] }>('Paths').implement({
  description: 'The shortest ways, and how far they were searched.',
  fields: t => ({
    paths: t.field({ type: [Path], description: 'The ways, the shortest first; empty where there is none, or none was found: `searched` tells.', resolve: found => [...found.paths] }),
    searched: t.expose('searched', { type: Searched, description: 'How far the search went.' }),
  }),
})

const Subgraph = builder.objectRef<SubgraphValue>('Subgraph').implement({
  description: 'A part of the graph.',
  fields: t => ({
    nodes: t.field({ type: [Entity], description: 'The centre first, then by step and strength.', resolve: subgraph => [...subgraph.nodes] }),
    ties: t.field({ type: [Tie], description: 'What binds these nodes, at most 500.', resolve: subgraph => subgraph.ties.map(tie => tie.row) }),
    totalCount: t.exposeInt('totalCount', { description: 'How many entities are in reach, the centre included: exact to 10,000, above it is 10,001.' }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether entities in reach, or ties between the nodes, are left out.' }),
  }),
})

builder.queryFields(t => ({
  neighbourhood: t.field({
    type: Subgraph,
    nullable: true,
    description: 'Everything within one or two steps, the strongest ties first. Null where the entity is unknown, and, with an error, where the deadline struck.',
    extensions: { cost: ({ depth }: { depth?: number }) => walkCost + 10 * (depth ?? 1), multiplier: ({ first }: { first?: number }) => first ?? 50 },
    args: {
      of: t.arg({ type: EntityRef, required: true, description: 'The centre.' }),
      depth: t.arg.int({ defaultValue: 1, description: 'How many steps, 1 or 2. BAD_ARGUMENT otherwise.' }),
      kind: t.arg({ type: [EntityKind], description: 'Entities of these kinds only; the centre may be of any.' }),
      filter: t.arg({ type: TieFilter, description: 'Only over such ties.' }),
      first: t.arg.int({ defaultValue: 50, description: 'At most so many entities, the centre included: 1 to 150. BAD_PAGE_SIZE otherwise.' }),
    },
    resolve: (_, { of, depth, kind, filter, first }, { graph }) => {
      const steps = inRange(depth ?? 1, limits.neighbourhoodDepth.value, 'depth')
      const most = requireSize(first ?? 50, limits.neighbourhood.value)
      const centre = resolveRef(graph, of)
      if (centre === null) return null
      const found = neighbourhood(graph, centre, { depth: steps, kind: kind ?? null, filter: filter ?? null, first: most })
      return { ...found, nodes: entitiesOf(graph, found.entityIds), ties: tiesOf(graph, found.ties) }
    },
  }),
  paths: t.field({
    type: Paths,
    nullable: true,
    description: 'The shortest ways from one to the other, at most 6 hops, each hop with its evidence. RELATED_TO and "about" are never a hop. Null where either is unknown.',
    extensions: { cost: ({ maxLength }: { maxLength?: number }) => walkCost + 10 * (maxLength ?? 5), multiplier: ({ first }: { first?: number }) => first ?? 3 },
    args: {
      from: t.arg({ type: EntityRef, required: true, description: 'Where the way begins.' }),
      to: t.arg({ type: EntityRef, required: true, description: 'Where it ends.' }),
      through: t.arg({ type: EntityFilter, description: 'Everyone between the two is such.' }),
      exclude: t.arg({ type: [EntityRef], description: 'Nobody of these is on the way; unknown ones are passed over.' }),
      filter: t.arg({ type: TieFilter, description: 'Only over such ties: {voice: [ARTICLE]} leaves out what is only claimed.' }),
      maxLength: t.arg.int({ defaultValue: 5, description: 'At most so many hops, 1 to 6. BAD_ARGUMENT otherwise.' }),
      first: t.arg.int({ defaultValue: 3, description: 'At most so many ways, 1 to 10. BAD_PAGE_SIZE otherwise.' }),
    },
    resolve: (_, args, { graph }) => {
      const maxLength = inRange(args.maxLength ?? 5, limits.pathLength.value, 'maxLength')
      const first = requireSize(args.first ?? 3, limits.paths.value)
      const [from, to] = [resolveRef(graph, args.from), resolveRef(graph, args.to)]
      if (from === null || to === null) return null
      const exclude = (args.exclude ?? []).flatMap(ref => resolveRef(graph, ref) ?? [])
      const filter = args.filter ?? null
      const found = paths(graph, from, to, { through: args.through ?? null, exclude, filter, maxLength, first })
      return { searched: found.searched, paths: togetherFlat(found.paths.map(path => hopsOf(path, filter))) }
    },
  }),
}))

function inRange(value: number, most: number, argument: string): number {
  if (value >= 1 && value <= most) return value
  throw new OnRecordError('BAD_ARGUMENT', `${argument} is ${value}; expected a whole number from 1 to ${most}.`, { argument, limit: most, actual: value })
}

function entitiesOf(graph: Graph, ids: readonly number[]): readonly EntityRow[] {
  const found = byIds(graph, 'entity', ids)
  return together(ids.flatMap(id => found.get(id) ?? []))
}

function hopsOf(path: readonly number[], filter: TieFilterInput | null): readonly HopValue[] {
  return path.slice(1).map((to, index) => ({ from: path[index] ?? to, to, filter }))
}

/** Of all ties that the search went over, the firmest of the step. */
function firmest(graph: Graph, hop: HopValue): BoundTie {
  return forAll(hop, 'firmest', null, (hops: readonly HopValue[]) => {
    const rows = tiesBetween(graph, hops, hop.filter, 1, true).map(([row]) => {
      if (!row) throw new Error('A step has lost its tie.')
      return row
    })
    return tiesOf(graph, rows).map((tie, index) => ({ tie, forwards: rows[index]?.forwards === 1 }))
  })
}

function weakest(graph: Graph, path: readonly HopValue[]): HopValue {
  return path.reduce((least, hop) => (strengthOf(firmest(graph, hop).tie) < strengthOf(firmest(graph, least).tie) ? hop : least))
}

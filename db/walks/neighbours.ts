// Whom somebody is tied to, the strongest first: by the counts that are kept where every tie counts (db/entering/neighbour-counts.ts), else by those ties that fit.
import type { TieFilter } from '../../src/model/filter.ts'
import { limits } from '../../src/model/limits.ts'
import type { EntityKind } from '../../src/model/vocabulary.ts'
import { boundTo, decodeCursor, Placed, type Position } from '../lists/cursor.ts'
import { pageInfo, type Listing } from '../lists/list.ts'
import type { Graph } from '../file/open.ts'
import { pageOf } from '../lists/page.ts'
import { columnsOf, type Asked, type EntityRow } from '../tables/rows.ts'
import { aliveAt, aliveAtEach, always, every, nothing, sql, type Sql } from '../sql.ts'
import { isKind, tieFits } from './ties.ts'

export interface NeighbourArguments {
  readonly kind?: readonly EntityKind[] | null | undefined
  readonly filter?: TieFilter | null | undefined
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

export interface NeighbourRow {
  readonly id: number
  readonly from: number
  readonly weight: number
  /** The neighbour's row, where it came along. */
  readonly entity: EntityRow | null
}

const unfiltered = boundTo('neighbour', null)

/** Whom each entity is tied to, by how many ties, the strongest first. Throws BAD_PAGE_SIZE, BAD_CURSOR. */
export function neighbours(graph: Graph, args: NeighbourArguments, parents: readonly number[], asked: Asked = null): ReadonlyMap<number, Listing<NeighbourRow>> {
  const { page, order, after } = placeAmongNeighbours(args)
  const [parent] = parents
  const most = page.size + 1
  const rows = saysNothing(args.filter) ? strongest(graph, args.kind, most, after, parents, asked)
    : parent !== undefined && parents.length === 1 ? strongestThatFit(graph, parent, args, most, after)
    : ofEach(graph, args, most, after, parents)
  const byParent = Map.groupBy(rows, row => row.parent)
  return new Map(parents.map(parent => {
    const found = byParent.get(parent) ?? []
    const edges = found.slice(0, page.size).map(row => {
      const { id, weight, slug } = row
      return new Placed<NeighbourRow>({ id, from: parent, weight, entity: isEntity(row) ? row : null }, order, [weight, slug])
    })
    return [parent, { edges, pageInfo: pageInfo(edges, found.length > page.size, false, page.cursor !== null) }]
  }))
}

/** Which page is asked for. Throws BAD_PAGE_SIZE, BAD_CURSOR. */
export function placeAmongNeighbours(args: NeighbourArguments) {
  const page = pageOf({ first: args.first, after: args.after })
  // Weights count the ties that fit the filter: those of another compare with nothing here.
  const order = args.filter ? boundTo('neighbour', args.filter) : unfiltered
  return { page, order, after: page.cursor === null ? null : decodeCursor(page.cursor, order, 2, 'after') }
}

/** Whom one is tied to by ties that fit, the strongest first. */
export function strongestOf(graph: Graph, from: number, args: NeighbourArguments, most: number): readonly { readonly id: number }[] {
  return saysNothing(args.filter) ? strongest(graph, args.kind, most, null, [from], []) : strongestThatFit(graph, from, args, most, null)
}

interface WeighedRow {
  readonly parent: number
  readonly id: number
  readonly weight: number
  readonly slug: string
}

function isEntity(row: WeighedRow | (WeighedRow & EntityRow)): row is WeighedRow & EntityRow {
  return 'kind' in row
}

function saysNothing(filter: TieFilter | null | undefined): boolean {
  return tieFits(filter) === always
}

/**
 * The strongest neighbours by the counts that are kept: those who weigh no less than the last of them, of whom the slug decides. Trap: sorted by the weight as the index has
 * it, equals are gathered whole before the slug is looked at, which of fifty thousand takes four times as long; by `+n.weight` only the first are kept.
 */
function strongest(
  graph: Graph, kinds: NeighbourArguments['kind'], most: number, after: Position | null, parents: readonly number[], asked: Asked,
): readonly (WeighedRow | (WeighedRow & EntityRow))[] {
  const [weight = 0, slug = ''] = after ?? []
  const heaviest = after ? sql`n.weight <= ${weight} AND (n.weight < ${weight} OR e.slug > ${slug})` : always
  const of = (parent: Sql | number): Sql => {
    const all = every([sql`n.from_id = ${parent}`, isKind(kinds), aliveAt(sql`n.to_id`)])
    const least = sql`coalesce((SELECT n.weight FROM neighbour n ${kinds ? sql`CROSS JOIN entity e ON e.id = n.to_id` : nothing}
      WHERE ${every([all, after ? sql`n.weight < ${weight}` : always])} ORDER BY n.weight DESC LIMIT 1 OFFSET ${most - 1}), 0)`
    return sql`neighbour n CROSS JOIN entity e ON e.id = n.to_id
      WHERE ${every([all, sql`n.weight >= ${least}`, heaviest])} ORDER BY +n.weight DESC, e.slug LIMIT ${most}`
  }
  // Of one alone the rows as they come, whole: those of several are gathered as JSON, which takes as long as finding them.
  if (parents[0] !== undefined && parents.length === 1) return graph.all<WeighedRow & EntityRow>(sql`SELECT ${parents[0]} AS parent, n.weight, ${columnsOf('entity', asked)} FROM ${of(parents[0])}`)
  return graph.all<WeighedRow>(sql`SELECT p.value AS parent, found.value ->> 0 AS id, found.value ->> 1 AS weight, found.value ->> 2 AS slug
    FROM json_each(${JSON.stringify(parents)}) p CROSS JOIN json_each((SELECT json_group_array(json_array(id, weight, slug)) FROM (
      SELECT n.to_id AS id, n.weight, e.slug FROM ${of(sql`p.value`)}))) found ORDER BY p.key, found.key`)
}

interface Candidate extends WeighedRow {
  /** By how many ties, whether or not they fit. */
  readonly bound: number
}

/**
 * Of one alone. No more ties can fit than there are: neighbours are looked at from the strongest by all ties on, twice as many each time, until whoever is left
 * cannot be among those wanted. So of somebody with thousands only some are counted, unless the filter fits little.
 */
function strongestThatFit(graph: Graph, from: number, { kind, filter }: NeighbourArguments, most: number, after: Position | null): readonly WeighedRow[] {
  const found: WeighedRow[] = []
  let last: Candidate | undefined
  for (let size = 2 * most; ; size *= 2) {
    const next: Sql = last ? sql`(n.weight, n.to_id) < (${last.bound}, ${last.id})` : always
    const candidates = graph.all<Candidate>(sql`SELECT ${from} AS parent, n.to_id AS id, n.weight AS bound, e.slug,
        (SELECT count(DISTINCT t.sort) FROM tie t WHERE t.from_id = n.from_id AND t.to_id = n.to_id AND ${tieFits(filter)} AND ${aliveAtEach(sql`t.to_id`)}) AS weight
      FROM neighbour n CROSS JOIN entity e ON e.id = n.to_id
      WHERE ${every([sql`n.from_id = ${from}`, next, isKind(kind), aliveAt(sql`n.to_id`)])} ORDER BY n.weight DESC, n.to_id DESC LIMIT ${size}`)
    found.push(...candidates.filter(row => row.weight > 0 && (after === null || compare(row, { weight: Number(after[0]), slug: String(after[1]) }) > 0)))
    found.sort(compare)
    last = candidates.at(-1)
    if (!last || candidates.length < size || (found[most - 1]?.weight ?? 0) > last.bound) return found.slice(0, most)
  }
}

/** The stronger first, equals by their slugs as the engine compares them, bytewise. */
function compare(one: Pick<WeighedRow, 'weight' | 'slug'>, other: Pick<WeighedRow, 'weight' | 'slug'>): number {
  return other.weight - one.weight || Buffer.compare(Buffer.from(one.slug), Buffer.from(other.slug))
}

/** Of several in one statement, which counts all of their ties. */
function ofEach(graph: Graph, { kind, filter }: NeighbourArguments, most: number, after: Position | null, parents: readonly number[]): readonly WeighedRow[] {
  const further = after ? sql`(count(DISTINCT t.sort) < ${after[0] ?? 0} OR (count(DISTINCT t.sort) = ${after[0] ?? 0} AND e.slug > ${after[1] ?? ''}))` : always
  return graph.all<WeighedRow>(sql`SELECT * FROM (
      SELECT p.value AS parent, t.to_id AS id, count(DISTINCT t.sort) AS weight, e.slug,
        row_number() OVER (PARTITION BY p.value ORDER BY count(DISTINCT t.sort) DESC, e.slug) AS place
      FROM json_each(${JSON.stringify(parents)}) p CROSS JOIN tie t ON t.from_id = p.value CROSS JOIN entity e ON e.id = t.to_id
      WHERE ${every([tieFits(filter), isKind(kind), aliveAtEach(sql`t.to_id`)])} GROUP BY p.value, t.to_id HAVING ${further})
    WHERE place <= ${most} ORDER BY parent, place`)
}

/** Each neighbour counts as soon as one tie is found that fits. */
export function countNeighbours(graph: Graph, { kind, filter }: NeighbourArguments, parents: readonly number[]): ReadonlyMap<number, number> {
  const rows = graph.all<{ parent: number; n: number }>(sql`SELECT p.value AS parent, (SELECT count(*) FROM (SELECT 1 FROM neighbour n CROSS JOIN entity e ON e.id = n.to_id
      WHERE ${every([sql`n.from_id = p.value`, isKind(kind), bound(filter), aliveAt(sql`n.to_id`)])} LIMIT ${limits.totalCount.value + 1})) AS n FROM json_each(${JSON.stringify(parents)}) p`)
  return new Map(rows.map(row => [row.parent, row.n]))
}

/** The condition that a tie which fits binds the two of a row of `neighbour` under the alias n. */
export function bound(filter: TieFilter | null | undefined): Sql {
  return saysNothing(filter) ? always : sql`EXISTS (SELECT 1 FROM tie t WHERE t.from_id = n.from_id AND t.to_id = n.to_id AND ${tieFits(filter)} AND ${aliveAtEach(sql`t.to_id`)})`
}

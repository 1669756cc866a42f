// Ties bind entities: relationships, and statements from a speaker to an addressee or target. Each stands in `tie` once in either
// direction, so that a walk from somebody reads one range of one index.
import type { TieFilter } from '../src/model/filter.ts'
import { limits } from '../src/model/limits.ts'
import type { EntityKind } from '../src/model/vocabulary.ts'
import { boundTo, decodeCursor, Placed, type Position } from './cursor.ts'
import { whereTie } from './filters/where.ts'
import { pageInfo, type Listing } from './list.ts'
import { byIds } from './lookup.ts'
import type { Graph } from './open.ts'
import { pageOf } from './page.ts'
import { columnsOf, type Asked, type EntityRow, type RelationshipRow, type StatementRow } from './rows.ts'
import { aliveAt, aliveAtEach, always, among, every, nothing, sql, type Sql } from './sql.ts'

/** A tie as a walk meets it, from one entity to another. */
export interface TieRow {
  readonly from_id: number
  readonly to_id: number
  readonly forwards: 0 | 1
  readonly relationship_id: number | null
  readonly statement_id: number | null
}

export type LoadedTie = { readonly noun: 'relationship'; readonly row: RelationshipRow } | { readonly noun: 'statement'; readonly row: StatementRow }

/** All ties of an article, found by those whom its relationships and statements tie. */
export function tiesOfArticle(articleId: number): Sql {
  const tied = sql`CROSS JOIN tie t ON t.from_id = b.one AND t.to_id = b.other AND t.sort = b.sort`
  const told = sql`statement s CROSS JOIN statement_entity a ON a.statement_id = s.id AND a.role = 'SPEAKER'
    CROSS JOIN statement_entity o ON o.statement_id = s.id AND o.role IN ('ADDRESSEE', 'TARGET') WHERE s.article_id = ${articleId}`
  return sql`SELECT t.* FROM (SELECT subject_id AS one, object_id AS other, sort FROM relationship WHERE article_id = ${articleId}
    UNION SELECT object_id, subject_id, sort FROM relationship WHERE article_id = ${articleId}
    UNION SELECT a.entity_id, o.entity_id, s.sort FROM ${told} UNION SELECT o.entity_id, a.entity_id, s.sort FROM ${told}) b ${tied}`
}

/** The condition that ties under the alias t fit the filter. */
export function tieFits(filter: TieFilter | null | undefined): Sql {
  if (!filter) return always
  const { relationship, statement } = whereTie(filter)
  if (relationship === always && statement === always) return always
  return sql`(EXISTS (SELECT 1 FROM relationship r WHERE r.id = t.relationship_id AND ${relationship})
    OR EXISTS (SELECT 1 FROM statement s WHERE s.id = t.statement_id AND ${statement}))`
}

export function isKind(kinds: readonly EntityKind[] | null | undefined): Sql {
  return kinds ? among(sql`e.kind`, kinds) : always
}

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
  const page = pageOf({ first: args.first, after: args.after })
  // Weights count the ties that fit the filter: those of another compare with nothing here.
  const order = args.filter ? boundTo('neighbour', args.filter) : unfiltered
  const after = page.cursor === null ? null : decodeCursor(page.cursor, order, 2, 'after')
  const further = after ? sql`(count(DISTINCT t.sort) < ${after[0] ?? 0} OR (count(DISTINCT t.sort) = ${after[0] ?? 0} AND e.slug > ${after[1] ?? ''}))` : always
  const rows = saysNothing(args.filter) ? strongest(graph, args.kind, page.size + 1, after, parents, asked) : graph.all<WeighedRow>(sql`SELECT * FROM (
      SELECT p.value AS parent, t.to_id AS id, count(DISTINCT t.sort) AS weight, e.slug,
        row_number() OVER (PARTITION BY p.value ORDER BY count(DISTINCT t.sort) DESC, e.slug) AS place
      FROM json_each(${JSON.stringify(parents)}) p CROSS JOIN tie t ON t.from_id = p.value CROSS JOIN entity e ON e.id = t.to_id
      WHERE ${every([tieFits(args.filter), isKind(args.kind), aliveAtEach(sql`t.to_id`)])} GROUP BY p.value, t.to_id HAVING ${further})
    WHERE place <= ${page.size + 1} ORDER BY parent, place`)
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

/** The strongest neighbours by the counts that are kept: those who weigh no less than the last of them, of whom the slug decides. */
function strongest(
  graph: Graph, kinds: NeighbourArguments['kind'], most: number, after: Position | null, parents: readonly number[], asked: Asked,
): readonly (WeighedRow | (WeighedRow & EntityRow))[] {
  const [weight = 0, slug = ''] = after ?? []
  const heaviest = after ? sql`n.weight <= ${weight} AND (n.weight < ${weight} OR e.slug > ${slug})` : always
  const of = (parent: Sql | number): Sql => {
    const least = sql`coalesce((SELECT weight FROM neighbour WHERE from_id = ${parent} ${after ? sql`AND weight < ${weight}` : nothing} ORDER BY weight DESC LIMIT 1 OFFSET ${most - 1}), 0)`
    return sql`neighbour n CROSS JOIN entity e ON e.id = n.to_id
      WHERE ${every([sql`n.from_id = ${parent}`, kinds ? isKind(kinds) : sql`n.weight >= ${least}`, heaviest, aliveAt(sql`n.to_id`)])}
      ORDER BY n.weight DESC, e.slug LIMIT ${most}`
  }
  // Of one alone the rows as they come, whole: those of several are gathered as JSON, which takes as long as finding them.
  if (parents[0] !== undefined && parents.length === 1) return graph.all<WeighedRow & EntityRow>(sql`SELECT ${parents[0]} AS parent, n.weight, ${columnsOf('entity', asked)} FROM ${of(parents[0])}`)
  return graph.all<WeighedRow>(sql`SELECT p.value AS parent, found.value ->> 0 AS id, found.value ->> 1 AS weight, found.value ->> 2 AS slug
    FROM json_each(${JSON.stringify(parents)}) p CROSS JOIN json_each((SELECT json_group_array(json_array(id, weight, slug)) FROM (
      SELECT n.to_id AS id, n.weight, e.slug FROM ${of(sql`p.value`)}))) found ORDER BY p.key, found.key`)
}

export function countNeighbours(graph: Graph, args: NeighbourArguments, parents: readonly number[]): ReadonlyMap<number, number> {
  const rows = graph.all<{ parent: number; n: number }>(saysNothing(args.filter) ? sql`SELECT p.value AS parent, (SELECT count(*) FROM (SELECT 1 FROM neighbour n CROSS JOIN entity e ON e.id = n.to_id
      WHERE n.from_id = p.value AND ${every([isKind(args.kind), aliveAt(sql`n.to_id`)])} LIMIT ${limits.totalCount.value + 1})) AS n FROM json_each(${JSON.stringify(parents)}) p`
    : sql`SELECT p.value AS parent, (SELECT count(*) FROM (SELECT DISTINCT t.to_id FROM tie t CROSS JOIN entity e ON e.id = t.to_id
      WHERE t.from_id = p.value AND ${every([tieFits(args.filter), isKind(args.kind), aliveAtEach(sql`t.to_id`)])} LIMIT ${limits.totalCount.value + 1})) AS n FROM json_each(${JSON.stringify(parents)}) p`)
  return new Map(rows.map(row => [row.parent, row.n]))
}

/**
 * The ties of each pair, each once (what two say to each other goes both ways), the article's own word before claims, the surest first:
 * at most `first` a pair.
 */
export function tiesBetween(
  graph: Graph, pairs: readonly { readonly from: number; readonly to: number }[], filter: TieFilter | null | undefined, first: number, hopsOnly = false,
): readonly (readonly TieRow[])[] {
  const rows = graph.all<TieRow & { pair: number }>(sql`SELECT * FROM (
      SELECT p.key AS pair, t.from_id, t.to_id, max(t.forwards) AS forwards, t.relationship_id, t.statement_id,
        row_number() OVER (PARTITION BY p.key ORDER BY ${strength} DESC, t.sort) AS place
      FROM json_each(${JSON.stringify(pairs)}) p CROSS JOIN tie t ON t.from_id = p.value ->> 'from' AND t.to_id = p.value ->> 'to'
      LEFT JOIN relationship tr ON tr.id = t.relationship_id LEFT JOIN statement ts ON ts.id = t.statement_id
      WHERE ${every([tieFits(filter), hopsOnly ? sql`t.hop = 1` : always, aliveAtEach(sql`t.to_id`)])} GROUP BY p.key, t.sort)
    WHERE place <= ${first} ORDER BY pair, place`)
  const byPair = Map.groupBy(rows, row => row.pair)
  return pairs.map((_, index) => byPair.get(index) ?? [])
}

/** How firmly a tie stands: a claim is weaker than any word of the article's own, what is planned weaker than what is so. */
const strength: Sql = sql`(coalesce(tr.voice, ts.voice) = 'ARTICLE') * 4 + (coalesce(tr.modality, ts.modality) = 'ACTUAL') * 2 + coalesce(tr.confidence, ts.confidence)`

/** The same measure for a tie that is loaded. */
export function strengthOf({ row }: LoadedTie): number {
  return (row.voice === 'ARTICLE' ? 4 : 0) + (row.modality === 'ACTUAL' ? 2 : 0) + row.confidence
}

/** The relationships and statements that ties are; two statements whatever their number. */
export function loadTies(graph: Graph, ties: readonly TieRow[]): readonly LoadedTie[] {
  const relationships = byIds(graph, 'relationship', ties.flatMap(tie => tie.relationship_id ?? []))
  const statements = byIds(graph, 'statement', ties.flatMap(tie => tie.statement_id ?? []))
  return ties.map(tie => {
    const relationship = relationships.get(tie.relationship_id ?? 0)
    if (relationship) return { noun: 'relationship', row: relationship }
    const statement = statements.get(tie.statement_id ?? 0)
    if (statement) return { noun: 'statement', row: statement }
    throw new Error('A tie has lost what it stands for.')
  })
}

// Ties bind entities: relationships, and statements from a speaker to an addressee or target. Each stands in `tie` once in either
// direction, so that a walk from somebody reads one range of one index.
import type { TieFilter } from '../../src/model/filter.ts'
import type { EntityKind } from '../../src/model/vocabulary.ts'
import { whereTie } from '../filters/where.ts'
import { byIds } from '../tables/lookup.ts'
import type { Graph } from '../file/open.ts'
import type { RelationshipRow, StatementRow } from '../tables/rows.ts'
import { aliveAtEach, always, among, every, sql, type Sql } from '../sql.ts'

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

// Who somebody may also be: what Readings say, and what names and the graph tell across articles. Computed when asked, from indexes, the
// same whatever order articles came in and whichever of two is asked. Nothing is ever merged by it.
import { each } from '../lists/list.ts'
import { readMatchesOf, type MatchRow } from '../tables/lookup.ts'
import { matchNames } from './name-rules.ts'
import type { Graph } from '../file/open.ts'
import { aliveAtEach, among, sql } from '../sql.ts'
import { weigh, type Evidence, type Office } from './weigh.ts'

/** A name that more than these bear, with what is known of it, tells nobody: it bounds the work, and is the same seen from either side. */
const mostOfName = 20
/** Of the articles, ties and relationships of one entity that is compared so many are looked at, the newest first. */
const mostLookedAt = 100
/** Below this nobody is told. */
const leastConfidence = 0.2
/** Somebody compared. */
export interface Known {
  readonly id: number
  readonly slug: string
  readonly kind: string
  readonly folded: string
  readonly alike: string
  readonly honorific: string | null
  readonly country: string | null
  readonly articles: number
  /** How many relationships and statements it takes part in. */
  readonly ties: number
}

/** Who each may also be, the likeliest first. */
export function matchesOf(graph: Graph, entityIds: readonly number[]): ReadonlyMap<number, readonly MatchRow[]> {
  const read = readMatchesOf(graph, entityIds)
  const found = candidatesOf(graph, entityIds)
  return new Map(entityIds.map(id => {
    const best = new Map<number, MatchRow>()
    for (const match of [...read.get(id) ?? [], ...found.get(id) ?? []]) {
      if (match.confidence > (best.get(match.other_id)?.confidence ?? -1)) best.set(match.other_id, match)
    }
    return [id, [...best.values()].sort((one, other) => other.confidence - one.confidence || (one.slug < other.slug ? -1 : 1))]
  }))
}

function candidatesOf(graph: Graph, entityIds: readonly number[]): ReadonlyMap<number, readonly MatchRow[]> {
  const asked = graph.all<Known>(sql`SELECT ${columns} FROM entity e LEFT JOIN entity c ON c.id = e.country_id
    WHERE ${among(sql`e.id`, entityIds)} AND e.named = 1 AND e.alike IS NOT NULL`)
  const bearers = bearersOf(graph, asked.flatMap(({ alike }) => scopesOf(alike)))
  const pairs = asked.flatMap(one => alikeTo(one, bearers).flatMap(other => {
    const match = matchNames(one.kind, one.folded, other.folded)
    return match ? [{ one, other, match }] : []
  }))
  if (pairs.length === 0) return new Map()
  const evidence = evidenceOf(graph, pairs)
  const rows = pairs.flatMap(({ one, other, match }, index): MatchRow[] => {
    const weighed = weigh(match, one, other, evidence[index])
    return weighed.confidence < leastConfidence ? [] : [{ entity_id: one.id, other_id: other.id, slug: other.slug, ...weighed }]
  })
  return Map.groupBy(rows, row => row.entity_id)
}

const columns = sql`e.id, e.slug, e.kind, e.folded, e.alike, e.honorific, c.name AS country, e.articles, e.relationships + e.statements + e.said_about AS ties`

/** The stretches of the index that a key stands in: all of its surname, those whose given name begins alike too, those of its given name. */
function scopesOf(alike: string): readonly string[] {
  const bar = alike.indexOf('|') + 1
  const [letter = ''] = alike.slice(bar)
  return [...new Set([alike, alike.slice(0, bar) + letter, alike.slice(0, bar)])]
}

/** The stretch that must not be too long for two keys of one surname: as narrow as the one of whom less is known. */
function scopeOfBoth(one: string, other: string): string {
  const bar = one.indexOf('|') + 1
  const [letter = '', ...rest] = one.slice(bar)
  const [otherLetter = '', ...otherRest] = other.slice(bar)
  if (letter === '' || otherLetter === '') return one.slice(0, bar)
  return rest.length === 0 || otherRest.length === 0 ? one.slice(0, bar) + letter : one
}

/** Everybody in each stretch; stretches of too many are left out. */
function bearersOf(graph: Graph, scopes: readonly string[]): ReadonlyMap<string, readonly Known[]> {
  // A whole key stands alone; behind "surname|" and "surname|j" stand all that begin so.
  const distinct = [...new Set(scopes)].map(from => ({ from, to: from + (/\|.?$/u.test(from) ? '\u{10FFFF}' : '\u0001') }))
  const rows = graph.all<Known & { scope: string }>(sql`SELECT p.value ->> 'from' AS scope, ${columns}
    FROM json_each(${JSON.stringify(distinct)}) p CROSS JOIN ${each(sql`SELECT id FROM entity WHERE named = 1 AND alike >= p.value ->> 'from'
      AND alike < p.value ->> 'to' AND ${aliveAtEach(sql`alike`)} LIMIT ${mostOfName + 1}`)} own CROSS JOIN entity e ON e.id = own.value
    LEFT JOIN entity c ON c.id = e.country_id`)
  return new Map([...Map.groupBy(rows, row => row.scope)].filter(([, all]) => all.length <= mostOfName))
}

function alikeTo(one: Known, bearers: ReadonlyMap<string, readonly Known[]>): readonly Known[] {
  return scopesOf(one.alike).flatMap(scope => (bearers.get(scope) ?? []).filter(other => other.id !== one.id && scopeOfBoth(one.alike, other.alike) === scope))
}

/** What the graph tells of each pair beside the names. */
function evidenceOf(graph: Graph, pairs: readonly { readonly one: Known; readonly other: Known }[]): readonly Evidence[] {
  const asked = pairs.map(({ one, other }) => {
    const [few, many] = fewerFirst(one, other, each => each.articles)
    const [from, to] = fewerFirst(one, other, each => each.ties)
    return { few: few.id, many: many.id, from: from.ties <= mostLookedAt ? from.id : 0, to: to.id }
  })
  const rows = graph.all<{ pair: number; together: 0 | 1; neighbours: number }>(sql`SELECT p.key AS pair,
      EXISTS (SELECT 1 FROM (SELECT sort FROM appearance WHERE entity_id = p.value ->> 'few' AND ${aliveAtEach(sql`sort`)} ORDER BY sort LIMIT ${mostLookedAt}) a
        JOIN appearance b ON b.entity_id = p.value ->> 'many' AND b.sort = a.sort) AS together,
      (SELECT count(*) FROM (SELECT DISTINCT t.to_id FROM tie t JOIN entity n ON n.id = t.to_id AND n.kind <> 'COUNTRY'
        WHERE t.from_id = p.value ->> 'from' AND EXISTS (SELECT 1 FROM tie u WHERE u.from_id = p.value ->> 'to' AND u.to_id = t.to_id) AND ${aliveAtEach(sql`t.to_id`)})) AS neighbours
    FROM json_each(${JSON.stringify(asked)}) p`)
  const persons = pairs.filter(({ one }) => one.kind === 'PERSON')
  const offices = officesOf(graph, [...new Set(persons.flatMap(({ one, other }) => [one.id, other.id]))])
  const byPair = new Map(rows.map(row => [row.pair, row]))
  return pairs.map(({ one, other }, index) => ({
    together: byPair.get(index)?.together === 1,
    neighbours: byPair.get(index)?.neighbours ?? 0,
    offices: [offices.get(one.id) ?? [], offices.get(other.id) ?? []],
  }))
}

/** The one of whom there is less to look at; the slug decides between equals, so that it is the same seen from either. */
function fewerFirst(one: Known, other: Known, count: (each: Known) => number): readonly [Known, Known] {
  const difference = count(one) - count(other)
  return difference < 0 || (difference === 0 && one.slug < other.slug) ? [one, other] : [other, one]
}

/** The offices that articles say people hold, among the first of their relationships. */
function officesOf(graph: Graph, personIds: readonly number[]): ReadonlyMap<number, readonly Office[]> {
  if (personIds.length === 0) return new Map()
  const rows = graph.all<Office & { holder: number }>(sql`SELECT r.subject_id AS holder, r.role, o.name AS "of"
    FROM json_each(${JSON.stringify(personIds)}) p CROSS JOIN ${each(sql`SELECT id FROM relationship WHERE subject_id = p.value AND ${aliveAtEach(sql`sort`)}
      ORDER BY sort LIMIT ${mostLookedAt}`)} own CROSS JOIN relationship r ON r.id = own.value LEFT JOIN entity o ON o.id = r.object_id
    WHERE r.type = 'HOLDS_OFFICE' AND r.voice = 'ARTICLE' AND r.modality = 'ACTUAL' AND r.role IS NOT NULL ORDER BY r.sort`)
  return Map.groupBy(rows, row => row.holder)
}

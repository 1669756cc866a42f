// Lists of statements, relationships and articles: which condition of a filter the rows are found by, so that a page need not look at all of them.
// Chosen by how much there is to look at: entities keep their counts. What the others say is asked of each row so found.
import { requireRange } from '../../src/model/dates.ts'
import type { ArticleFilter, DateRange, EntityFilter, RelationshipFilter, Side, StatementFilter } from '../../src/model/filter.ts'
import type { StatementRole } from '../../src/model/vocabulary.ts'
import { overlaps } from '../filters/condition.ts'
import { where } from '../filters/where.ts'
import type { Graph } from '../file/open.ts'
import { pair, partnerOf } from './pairs.ts'
import type { Listed } from '../tables/rows.ts'
import { articlesWith, hasPart, mentionsAny, relationshipsAt, rowsOf, standsAt, statementsIn } from './sources.ts'
import type { FilterOf, Source, Way } from './source.ts'
import { aliveAt, always, among, every, idsIn, sql, type Sql } from '../sql.ts'
import { underParent, withWords } from './under-parent.ts'
import { only, type Walk } from '../tables/walk.ts'

/** Entities whose rows are merged, at most; of more, all rows are gathered where they are few. */
const mostMerged = 32
/** Rows that are gathered and sorted, at most, for a page. */
const mostGathered = 5000
/** Entities whose counts are looked at, at most. */
const mostCounted = 20_000
/** Days whose rows are merged, at most. */
const mostDays = 1000

export interface Driven<Noun extends Listed> {
  readonly source: Source<Noun>
  /** What rows must fit beside. */
  readonly rest: FilterOf<Noun>
  /** So many rows fit that a count is soon full. */
  readonly isBroad?: boolean
}

/** Whether the rows of many entities are gathered: where all are wanted, for a count or another order; where they are few, of which a page is wanted; or never. */
type Gathering = 'all' | 'few' | 'never'

/** `whole`: all rows are wanted, for a count or another order, not the first few. */
export function drive<Noun extends Listed>(graph: Graph, source: Source<Noun>, filter: FilterOf<Noun>, whole: boolean, parents: readonly number[]): Driven<Noun> {
  if (!filter || source.gathered || source.within !== always) return { source, rest: filter }
  const parts = partsOf(filter)
  /** The ways of every part; behind the first only those that rows found by another can be asked for. */
  const waysBy = (gathering: Gathering): readonly Way[] => parts.flatMap((part, index) =>
    waysOf(graph, source.noun, part, index === 0 ? gathering : 'never').filter(way => index === 0 || way.also).map(way => ({ ...way, part: index })))
  const worded = source.walks && withWords(graph, source, (parts[0] as { readonly text?: string | null }).text, parents) // filters of nouns with such an index have it
  if (worded) return drive(graph, worded, restOf(parts, [{ part: 0, fields: ['text'], rows: 0 }]), whole, parents)
  if (source.walks) {
    const ways = source.walks.every(walk => walk.whose) ? waysBy('never').filter(way => way.also) : []
    return inDays({ ...source, walks: underParent(graph, source, ways, parents) }, restOf(parts, ways))
  }
  const ways = waysBy(whole ? 'all' : 'few').toSorted((one, other) => one.rows - other.rows)
  const [best] = ways
  if (!best || best.isBroad) return { source, rest: filter, isBroad: best !== undefined }
  const { fields, rows, isCounted, walks, gathered } = best
  const found = { noun: source.noun, within: always, ...(isCounted && { most: rows }) }
  if (!walks) return { source: { ...found, ...(gathered && { gathered }) }, rest: restOf(parts, [{ ...best, fields: [...fields, ...(best.seesDays ? ['madeOn'] : [])] }]) }
  const others = ways.filter(way => way !== best && way.also)
  return inDays({ ...found, walks: walks.map(walk => only(walk, others.map(way => way.also ?? always))) }, restOf(parts, [best, ...others]))
}

/** A filter as parts that must all hold: what stands under `and` is put beside it where its field is free, and what is left of each is a part of its own. */
function partsOf<Filter extends object>(filter: Filter): readonly Filter[] {
  const { and, ...own } = filter as Record<string, unknown> & { readonly and?: readonly object[] | null } // all filters have it
  const others: object[] = []
  for (const [first = {}, ...further] of (and ?? []).map(partsOf)) {
    const left: Record<string, unknown> = {}
    for (const [field, value] of Object.entries(first)) {
      const to = (own[field] ?? null) === null ? own : left
      to[field] = value
    }
    others.push(...(Object.keys(left).length > 0 ? [left] : []), ...further)
  }
  return [own, ...others] as unknown as readonly Filter[]
}

/** What no way has seen to. */
function restOf<Filter>(parts: readonly Filter[], ways: readonly Way[]): Filter {
  const [first, ...others] = parts.map((part, index): Filter =>
    ({ ...part, ...Object.fromEntries(ways.filter(way => way.part === index).flatMap(way => way.fields).map(field => [field, undefined])) }))
  return { ...first, ...(others.length > 0 && { and: others }) } as Filter // the parts were of one
}

/** When statements were made, asked of the index where each walk's knows it, not of the rows. */
function inDays<Noun extends Listed>(source: Source<Noun>, filter: FilterOf<Noun>): Driven<Noun> {
  const { madeOn } = (filter ?? {}) as StatementFilter // no walk of another noun knows the days
  const walks = source.walks ?? []
  if (!madeOn || !walks.every(walk => walk.madeOn)) return { source, rest: filter }
  return {
    source: { ...source, walks: walks.map(walk => (walk.madeOn ? { ...walk, where: every([walk.where, isWithin(walk.madeOn, madeOn)]), skips: true } : walk)) },
    rest: { ...filter, madeOn: undefined } as FilterOf<Noun>, // the same without a field
  }
}

/** As a filter asks it of the statement itself, for a column that is empty where nothing tells. */
function isWithin(column: Sql, days: DateRange | null | undefined): Sql {
  const condition = days ? overlaps(column, column, days, 'madeOn') : always
  if (condition === always) return always
  // Most rows are told by their year, without a text being made of each.
  return every([sql`${column} >= ${yearBefore(days?.from)}`, condition])
}

/** What a month or a year begins with that overlaps a range from that day: it is written as the beginning of its days. */
function yearBefore(from: string | null | undefined): string {
  return from?.slice(0, 4) ?? '0'
}

function waysOf(graph: Graph, noun: Listed, filter: object, gathering: Gathering): Way[] {
  if (noun === 'statement') return waysToStatements(graph, filter as StatementFilter, gathering) // the noun's filter
  if (noun === 'relationship') return waysToRelationships(graph, filter as RelationshipFilter, gathering) // likewise
  if (noun === 'article') return waysToArticles(graph, filter as ArticleFilter, gathering) // likewise
  return []
}

function waysToStatements(graph: Graph, filter: StatementFilter, gathering: Gathering): Way[] {
  const roles = { speaker: 'SPEAKER', addressee: 'ADDRESSEE', target: 'TARGET', about: 'ABOUT' } as const
  const ways = (Object.keys(roles) as (keyof typeof roles)[]).flatMap(field => wayBy(graph, field, filter[field], gathering, { // the keys of the table above
    rows: field === 'speaker' ? sql`e.statements` : sql`e.said_about`,
    walks: entity => [statementsIn(roles[field], entity)],
    gathered: entities => statementsOf(roles[field], entities, filter.madeOn),
    seesDays: true,
    also: entities => hasPart([roles[field]], column => among(column, entities)),
  }))
  if (gathering === 'never' || ways.some(way => !way.isBroad)) return paired(ways, 'SPEAKER')
  if (filter.madeOn) return wayByDay(graph, filter.madeOn, gathering === 'all')
  if (filter.act && filter.act.length > 0 && filter.act.length <= mostMerged) {
    return [{ fields: ['act'], rows: 0, walks: [...new Set(filter.act)].map(act => rowsOf('statement', sql`s.act = ${act}`)) }]
  }
  if (filter.voice && filter.voice.length > 0 && filter.voice.every(voice => voice === 'CLAIMED')) {
    return [{ fields: ['voice'], rows: 0, walks: [rowsOf('statement', sql`s.voice = 'CLAIMED'`)] }]
  }
  return ways
}

/** Two ways are one, where they are of pairs and these are few: who said something about whom, who did something to whom. */
function paired(ways: readonly Way[], role: 'SPEAKER' | 'SUBJECT'): Way[] {
  const one = ways.find(way => way.fields[0] === role.toLowerCase())
  const other = one?.entities && partnerOf(role, ways.filter(way => way !== one), one.entities)
  if (!one?.entities || !other?.entities || one.entities.length * other.entities.length > mostMerged) return [...ways]
  const { entities } = other
  return [...ways.filter(way => way !== one && way !== other), {
    fields: [...one.fields, ...other.fields], rows: Math.min(one.rows, other.rows), isCounted: true,
    walks: one.entities.flatMap(each => entities.map(across => pair(role, each, across))), also: every([one.also ?? always, other.also ?? always]),
  }]
}

function waysToRelationships(graph: Graph, filter: RelationshipFilter, gathering: Gathering): Way[] {
  const sides = { subject: 'OUT', object: 'IN', with: 'ANY' } as const
  const ways = (Object.keys(sides) as (keyof typeof sides)[]).flatMap(field => wayBy(graph, field, filter[field], gathering, { // the keys of the table above
    rows: sql`e.relationships`,
    walks: entity => relationshipsAt(sides[field], entity),
    gathered: entities => relationshipsOf(sides[field], entities),
    also: entities => standsAt(sides[field], column => among(column, entities)),
  }))
  if (gathering === 'never' || ways.some(way => !way.isBroad)) return paired(ways, 'SUBJECT')
  const dated = (filter.on?.from || filter.on?.to) && wayOn(graph, filter.on, gathering)
  if (dated) return [dated]
  if (filter.type && filter.type.length > 0 && filter.type.length <= mostMerged) {
    return [{ fields: ['type'], rows: 0, walks: [...new Set(filter.type)].map(type => rowsOf('relationship', sql`r.type = ${type}`)) }]
  }
  if (filter.voice && filter.voice.length > 0 && !filter.voice.includes('ARTICLE')) {
    return [{ fields: ['voice'], rows: 0, walks: [...new Set(filter.voice)].map(voice => rowsOf('relationship', sql`r.voice <> 'ARTICLE' AND r.voice = ${voice}`)) }]
  }
  return ways
}

function waysToArticles(graph: Graph, filter: ArticleFilter, gathering: Gathering): Way[] {
  return wayBy(graph, 'mentions', filter.mentions, gathering, {
    rows: sql`e.articles`,
    walks: entity => [articlesWith(entity)],
    gathered: entities => sql`SELECT own.article_id AS id FROM (${entities}) who CROSS JOIN appearance own ON own.entity_id = who.id AND own.mentions > 0`,
    also: entities => mentionsAny(column => among(column, entities)),
  })
}

interface WayBy {
  /** The count of an entity's rows. */
  readonly rows: Sql
  readonly walks: (entity: number) => readonly Walk[]
  /** The ids of the rows of all these entities, whose ids are selected. */
  readonly gathered: (entities: Sql) => Sql
  readonly seesDays?: true
  /** The condition that a row of such a walk is of one of the entities. */
  readonly also: (entities: readonly number[]) => Sql
}

/** The way by the entities of a field: merged where they are few, gathered where their rows are. Of many rows of many entities a page is soon full without. */
function wayBy(graph: Graph, field: string, filter: EntityFilter | null | undefined, gathering: Gathering, by: WayBy): Way[] {
  if (!filter) return []
  const fits = where('entity', filter)
  if (fits === always) return []
  const found = graph.all<{ id: number; rows: number }>(sql`SELECT e.id, ${by.rows} AS rows FROM entity e WHERE ${fits} AND ${aliveAt(sql`e.id`)} LIMIT ${mostMerged + 1}`)
  if (found.length <= mostMerged) {
    const entities = found.map(each => each.id)
    return [{ fields: [field], rows: found.reduce((sum, each) => sum + each.rows, 0), isCounted: true, walks: entities.flatMap(by.walks), also: by.also(entities), entities }]
  }
  if (gathering === 'never') return []
  const counted = graph.one<{ entities: number; rows: number }>(sql`SELECT count(*) AS entities, sum(rows) AS rows FROM
    (SELECT ${by.rows} AS rows FROM entity e WHERE ${fits} AND ${aliveAt(sql`e.id`)} LIMIT ${mostCounted + 1})`)
  const { entities = 0, rows = 0 } = counted ?? {}
  if (entities > mostCounted) return [{ fields: [], rows: Infinity, isBroad: true }]
  if (gathering !== 'all' && rows > mostGathered) return []
  return [{ fields: [field], rows, isCounted: true, gathered: by.gathered(sql`SELECT e.id FROM entity e WHERE ${fits}`), ...(by.seesDays && { seesDays: true }) }]
}

function statementsOf(role: StatementRole, entities: Sql, days: DateRange | null | undefined): Sql {
  return sql`SELECT part.statement_id AS id FROM (${entities}) who CROSS JOIN statement_entity part ON part.entity_id = who.id AND part.role = ${role} AND ${isWithin(sql`part.made_on`, days)}`
}

function relationshipsOf(side: Side, entities: Sql): Sql {
  const as = (column: Sql): Sql => sql`SELECT own.id FROM (${entities}) who CROSS JOIN relationship own ON own.${column} = who.id`
  if (side !== 'ANY') return as(side === 'OUT' ? sql`subject_id` : sql`object_id`)
  return sql`${as(sql`subject_id`)} UNION ALL ${as(sql`object_id`)}`
}

/** The way by what is dated at all, where that is little, or all is wanted. */
function wayOn(graph: Graph, days: DateRange, gathering: Gathering): Way | null {
  const [first, last] = [sql`coalesce(starts_on, ends_on)`, sql`coalesce(ends_on, starts_on)`] // as the index has them
  const gathered = sql`SELECT id FROM relationship WHERE ${first} IS NOT NULL AND ${overlaps(first, last, days, 'on')}`
  if (gathering === 'all') return { fields: ['on'], rows: Infinity, gathered }
  const { rows = 0 } = graph.one<{ rows: number }>(sql`SELECT count(*) AS rows FROM (${gathered} LIMIT ${mostGathered + 1})`) ?? {}
  return rows > mostGathered ? null : { fields: ['on'], rows, gathered }
}

/** The way by the days of a range, each of which is in the order of the list. */
function wayByDay(graph: Graph, range: DateRange, whole: boolean): Way[] {
  const { from, to: last } = requireRange(range, 'madeOn')
  if (from === null || last === null) return []
  const first = yearBefore(from)
  if (whole) return [{ fields: [], rows: 0, gathered: sql`SELECT id FROM statement WHERE made_on >= ${first} AND made_on <= ${last}` }]
  const days = graph.all<{ day: string }>(sql`WITH RECURSIVE day (day) AS (
      SELECT min(made_on) FROM statement WHERE made_on >= ${first} AND made_on <= ${last}
      UNION ALL SELECT (SELECT min(made_on) FROM statement WHERE made_on > day.day AND made_on <= ${last}) FROM day WHERE day.day IS NOT NULL LIMIT ${mostDays + 2})
    SELECT day FROM day WHERE day IS NOT NULL`)
  if (days.length > mostDays) return []
  const over = { ids: idsIn(days.map(each => each.day)), alias: sql`day` }
  return [{ fields: [], rows: 0, walks: [{ ...rowsOf('statement', sql`s.made_on = day.id`), over }] }]
}

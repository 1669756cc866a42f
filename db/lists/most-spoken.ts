// Who spoke most of all, or of a country's statements, in years or ever: read from what is kept (db/tables/spoken.ts), however many statements there are.
import { requireRange } from '../../src/model/dates.ts'
import type { DateRange, EntityFilter, StatementFilter } from '../../src/model/filter.ts'
import { where } from '../filters/where.ts'
import type { Graph } from '../file/open.ts'
import { everybody, nobody } from '../tables/spoken.ts'
import { aliveAt, aliveAtEach, always, every, sql } from '../sql.ts'

/** Years, at most, whose speakers are put together. */
const mostYears = 100

interface Kept {
  readonly id: number
  readonly count: number
}

export interface Speaker {
  /** Null: statements of which nobody is named as the speaker. */
  readonly id: number | null
  readonly count: number
}

/**
 * Those who speak in most of the statements that fit, equals by their slug: all are counted. Null where what is kept does not tell, as of other conditions
 * or of parts of a year.
 */
export function mostSpoken(graph: Graph, filter: StatementFilter | null | undefined, first: number): readonly Speaker[] | null {
  const { speaker, madeOn, ...others } = filter ?? {}
  if (Object.values(others).some(given => given !== null && given !== undefined)) return null
  const span = yearsOf(madeOn)
  if (span === null) return null
  const country = countryOf(graph, speaker)
  if (country === null) return null
  const years = span.from !== null && span.from === span.to ? [span.from] : yearsWithin(graph, country, span)
  if (years.length > mostYears) return null
  const speakers = years.length === 1 ? mostOfYear(graph, country, years[0] ?? '', first) : mostOfYears(graph, country, years, first)
  return speakers.map(({ id, count }) => ({ id: id === nobody ? null : id, count }))
}

/** Those who have no fewer than the last of them, of whom the slug decides. `+`: else equals are gathered whole before it is looked at. */
function mostOfYear(graph: Graph, country: number, year: string, first: number): readonly Kept[] {
  const of = sql`k.country_id = ${country} AND k.year = ${year}`
  return graph.all<Kept>(sql`SELECT k.entity_id AS id, k.n AS count FROM spoken k LEFT JOIN entity e ON e.id = k.entity_id
    WHERE ${of} AND k.n >= coalesce((SELECT k.n FROM spoken k WHERE ${of} ORDER BY k.n DESC LIMIT 1 OFFSET ${first - 1}), 0) AND ${aliveAt(sql`k.entity_id`)}
    ORDER BY +k.n DESC, e.slug IS NULL, e.slug LIMIT ${first}`)
}

/** The first of each year, more each time, until nobody who is in none of them can have as many. */
function mostOfYears(graph: Graph, country: number, years: readonly string[], first: number): readonly Kept[] {
  const [from = '', to = ''] = [years[0], years.at(-1)]
  for (let size = 2 * first; ; size *= 4) {
    const heads = graph.all<{ year: string; id: number; n: number }>(sql`SELECT p.value AS year, found.value ->> 0 AS id, found.value ->> 1 AS n FROM json_each(${JSON.stringify(years)}) p
      CROSS JOIN json_each((SELECT json_group_array(json_array(entity_id, n)) FROM (
        SELECT k.entity_id, k.n FROM spoken k WHERE k.country_id = ${country} AND k.year = p.value AND ${aliveAt(sql`k.entity_id`)} ORDER BY k.n DESC LIMIT ${size}))) found`)
    const others = [...Map.groupBy(heads, head => head.year).values()].reduce((sum, head) => sum + (head.length < size ? 0 : head.at(-1)?.n ?? 0), 0)
    const ids = [...new Set(heads.map(head => head.id))]
    const speakers = graph.all<Kept>(sql`SELECT p.value AS id, (SELECT sum(k.n) FROM spoken k WHERE k.entity_id = p.value AND k.country_id = ${country} AND k.year >= ${from} AND k.year <= ${to}) AS count
      FROM json_each(${JSON.stringify(ids)}) p LEFT JOIN entity e ON e.id = p.value WHERE ${aliveAtEach(sql`p.value`)} ORDER BY count DESC, e.slug IS NULL, e.slug LIMIT ${first}`)
    if (others === 0 || (speakers[first - 1]?.count ?? 0) > others) return speakers
  }
}

/** The years in which anybody of the country speaks, in their order. */
function yearsWithin(graph: Graph, country: number, { from, to }: Years): readonly string[] {
  const of = every([sql`k.country_id = ${country}`, from === null ? always : sql`k.year >= ${from}`, to === null ? always : sql`k.year <= ${to}`])
  return graph.all<{ year: string }>(sql`WITH RECURSIVE step (year) AS (SELECT (SELECT min(k.year) FROM spoken k WHERE ${of})
      UNION ALL SELECT (SELECT min(k.year) FROM spoken k WHERE k.year > step.year AND ${of}) FROM step WHERE step.year IS NOT NULL LIMIT ${mostYears + 2})
    SELECT year FROM step WHERE year IS NOT NULL`).map(row => row.year)
}

interface Years {
  readonly from: string | null
  readonly to: string | null
}

/** The years of a range; null where it begins or ends within one. Whoever asks for any asks for what is dated. */
function yearsOf(range: DateRange | null | undefined): Years | null {
  const { from, to } = requireRange(range ?? {}, 'madeOn')
  if ((from && !from.endsWith('-01-01')) || (to && !to.endsWith('-12-31'))) return null
  return { from: from?.slice(0, 4) ?? (to ? '0' : null), to: to?.slice(0, 4) ?? null }
}

/** Whose speakers are asked for, where it is one country or everybody. */
function countryOf(graph: Graph, speaker: EntityFilter | null | undefined): number | null {
  if (speaker === null || speaker === undefined) return everybody
  const [[field, country] = [], ...others] = Object.entries(speaker).filter(([, given]) => given !== null && given !== undefined)
  if (field !== 'country' || others.length > 0) return null
  const fits = where('entity', country as EntityFilter) // as the field of that name
  if (fits === always) return null
  const [found, another] = graph.all<{ id: number }>(sql`SELECT e.id FROM entity e WHERE ${fits} AND ${aliveAt(sql`e.id`)} LIMIT 2`)
  return another ? null : found?.id ?? null
}

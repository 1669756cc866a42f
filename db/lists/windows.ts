// The first rows of very many stretches together, as of all who speak for a country: not the first of each, merged, but all that stand in the first
// articles, then in four times as many behind them, until there are enough. So few rows are looked at that no page shows, whoever has how many.
// Where next to nothing fits, what fits of all that there is may be less to look at than what so many have.
import type { Graph } from '../file/open.ts'
import { tables, type Listed } from '../tables/rows.ts'
import { aliveAt, always, bindable, every, idsIn, join, sql, type Sql } from '../sql.ts'
import { along, type Part, type Walk } from '../tables/walk.ts'
import type { Source } from './source.ts'
import { countsIn } from './under-parent.ts'

/** Articles of the first window, for each row that is wanted: a list that has a row in sixteen articles is full at once. */
const articlesForRow = 16
/** And at most: who wants ten thousand rows would else look through all. */
const mostAtFirst = 1000
/** By how much each window is larger than the one before. */
const growth = 4
/** Windows after which a filter is known to fit little. */
const mostWindows = 3
/** Rows of stretches that are looked at without a look at what else there is, unless they are most of all. */
const mostLookedAt = 20_000
/** Rows that are selected once for all parents, at most, where little fits. */
const mostFitting = 50_000
/** A row of a stretch takes so many times as long as one of all that are gone through as they lie. */
const dearer = 4
/** Behind every place of an article or of what stands in it. */
const end = '~'

export interface WidePart extends Part {
  /** What the whole filter says, of which walks have seen to some, as it is asked of all rows of the noun at once. */
  readonly fitsOfAll: Sql
}

/** Selects the ids of the first rows of all stretches that fit, for each parent (`p.value`). */
export function inWindows(graph: Graph, source: Source<Listed>, part: WidePart, parents: readonly number[]): Sql {
  const fitting = onlyOnce(() => whatFits(graph, source.noun, part.fitsOfAll))
  return idsOfParents(parents.map(parent => [parent, JSON.stringify(firstOf(graph, source, part, parent, fitting))]))
}

/** Likewise so many that fit, whichever come first: enough to count them. */
export function anyWide(graph: Graph, source: Source<Listed>, part: WidePart, parents: readonly number[]): Sql {
  const fitting = onlyOnce(() => whatFits(graph, source.noun, part.fitsOfAll))
  return idsOfParents(parents.map(parent => {
    const walks = known(graph, source.walks ?? [], parent)
    const rows = isSoonerOfAll(graph, source, walks, part, parent, fitting) ? ofAll(source, fitting()) : along(source.noun, walks, part.fits, walk => sql`${walk.id} AS id`)
    return [parent, graph.one<{ ids: string }>(bindable(sql`SELECT json_group_array(id) AS ids FROM (SELECT DISTINCT id FROM (${rows}) LIMIT ${part.most})`, 'p.value')(parent))?.ids ?? '[]']
  }))
}

/** Of the ids of each parent, in JSON, those of `p.value`. */
function idsOfParents(ids: readonly (readonly [parent: number, ids: string])[]): Sql {
  return sql`SELECT value AS id FROM json_each(${`{${ids.map(([parent, own]) => `"${parent}":${own}`).join()}}`}, format('$."%d"', p.value))`
}

function firstOf(graph: Graph, source: Source<Listed>, part: WidePart, parent: number, fitting: () => Fitting): readonly number[] {
  const walks = known(graph, source.walks ?? [], parent)
  const direction = part.backwards ? sql`DESC` : sql`ASC`
  const found: number[] = []
  const add = (rows: Sql): void => {
    const ids = graph.all<{ id: number }>(bindable(sql`SELECT DISTINCT id, sort FROM (${rows}) ORDER BY sort ${direction} LIMIT ${part.most - found.length}`, 'p.value')(parent))
    for (const { id } of ids) found.push(id)
  }
  for (const { from, to, number } of windows(graph, part)) {
    if (number === mostWindows && isSoonerOfAll(graph, source, walks, part, parent, fitting)) {
      add(ofAll(source, fitting(), part.backwards ? { from: '', to } : { from, to: end }))
      break
    }
    add(along(source.noun, walks, part.fits, walk => sql`${walk.id} AS id, ${walk.sort} AS sort`, walk => [sql`${walk.sort} > ${from}`, sql`${walk.sort} < ${to}`]))
    if (found.length === part.most) break
  }
  return found
}

/** The same walks, with whom or what they are over looked up once. */
function known(graph: Graph, walks: readonly Walk[], parent: number): readonly Walk[] {
  const overs = [...new Set(walks.flatMap(({ over }) => over ?? []))]
  const found = new Map(overs.map(over => [over, { ...over, ids: idsIn(graph.all<{ id: number | string }>(bindable(over.ids, 'p.value')(parent)).map(row => row.id)) }]))
  return walks.map(walk => {
    const over = walk.over && found.get(walk.over)
    return over ? { ...walk, over } : walk
  })
}

interface Window {
  /** Places, both exclusive: what stands in an article stands behind its own place. */
  readonly from: string
  readonly to: string
}

function* windows(graph: Graph, { after, backwards, most }: Part): Generator<Window & { readonly number: number }> {
  let at: string | null = after ?? (backwards ? end : '')
  for (let number = 0; at !== null; number++) {
    const size = Math.min(most * articlesForRow, mostAtFirst) * growth ** number
    const edge: Sql = backwards ? sql`SELECT sort FROM article WHERE sort < ${at} ORDER BY sort DESC LIMIT 1 OFFSET ${size}` : sql`SELECT sort FROM article WHERE sort > ${at} ORDER BY sort LIMIT 1 OFFSET ${size}`
    const next: string | null = graph.one<{ sort: string }>(edge)?.sort ?? null
    yield backwards ? { number, from: next ?? '', to: at } : { number, from: at, to: next ?? end }
    at = next
  }
}

/** Whether what fits of all rows is sooner gone through than the stretches, which have many. */
function isSoonerOfAll(graph: Graph, { noun, ofParentRow }: Source<Listed>, walks: readonly Walk[], { fitsOfAll }: WidePart, parent: number, fitting: () => Fitting): boolean {
  if (!ofParentRow || fitsOfAll === always || !walks.every(walk => walk.whose)) return false
  const counted = join(walks.map(countsIn), ' + ')
  const { rows = 0, all = 0 } = graph.one<{ rows: number; all: number }>(bindable(sql`SELECT ${counted} AS rows, (SELECT value FROM statistic WHERE name = ${noun}) AS "all"`, 'p.value')(parent)) ?? {}
  return (rows > mostLookedAt || rows * dearer > all) && (fitting().count ?? all / dearer) < rows
}

/** The rows of a noun that fit: selected already, where they are few, or a condition. */
interface Fitting {
  /** Unless there are too many to be counted. */
  readonly count?: number
  readonly tables: Sql
  readonly where: Sql
}

function whatFits(graph: Graph, noun: Listed, fits: Sql): Fitting {
  const { table, alias } = tables[noun]
  const few = graph.all<{ id: number }>(sql`SELECT ${alias}.id FROM ${table} WHERE ${every([fits, aliveAt(sql`${alias}.id`)])} LIMIT ${mostFitting + 1}`)
  if (few.length > mostFitting) return { tables: table, where: fits }
  return { count: few.length, tables: sql`(${idsIn(few.map(each => each.id))}) fitting CROSS JOIN ${table} NOT INDEXED ON ${alias}.id = fitting.id`, where: always }
}

/** The plus: in the order of places as they come it would be gone through the whole of them, where an index may lead to what fits. */
function ofAll({ noun, ofParentRow }: Source<Listed>, fitting: Fitting, { from, to }: Window = { from: '', to: end }): Sql {
  const { alias, sort } = tables[noun]
  return sql`SELECT ${alias}.id AS id, +${sort} AS sort FROM ${fitting.tables}
    WHERE ${every([fitting.where, sql`+${sort} > ${from}`, sql`+${sort} < ${to}`, ofParentRow ?? always, aliveAt(sql`${alias}.id`)])}`
}

function onlyOnce<Result>(make: () => Result): () => Result {
  let made: Result | undefined
  return () => (made ??= make())
}

// The first rows of very many stretches together, as of all who speak for a country: not the first of each, merged, but all that stand in the first
// articles, then in four times as many behind them, until there are enough. So few rows are looked at that no page shows, whoever has how many.
// Where next to nothing fits, what fits of all that there is may be less to look at than what so many have.
import type { Graph } from '../file/open.ts'
import { tables, type Listed } from '../tables/rows.ts'
import type { Source } from './source.ts'
import { aliveAt, always, bindable, every, join, idsIn, sql, type Sql } from '../sql.ts'
import { countsIn } from './under-parent.ts'
import { along, type Part, type Walk } from '../tables/walk.ts'

/** Articles of the first window, for each row that is wanted: a list that has a row in sixteen articles is full at once. */
const articlesForRow = 16
/** And at most: who wants ten thousand rows would else look through all. */
const mostAtFirst = 1000
/** By how much each window is larger than the one before. */
const growth = 4
/** Windows after which a filter is known to fit little. */
const mostWindows = 3
/** A row of a stretch takes so many times as long as one of all that are gone through as they lie. */
const dearer = 4
/** Behind every place of an article or of what stands in it. */
const end = '~'

export interface WidePart extends Part {
  /** What `fits` says, as it is asked of all rows of the noun at once. */
  readonly fitsOfAll: Sql
}

/** The list with the first rows of all its stretches in their place, for each parent. */
export function inWindows<Noun extends Listed>(graph: Graph, source: Source<Noun>, part: WidePart, parents: readonly number[]): Source<Noun> & { readonly gathered: Sql } {
  const first = Object.fromEntries(parents.map(parent => [parent, firstOf(graph, source, part, parent)]))
  return { noun: source.noun, within: always, gathered: sql`SELECT value AS id FROM json_each(${JSON.stringify(first)}, format('$."%d"', p.value))` }
}

function firstOf(graph: Graph, source: Source<Listed>, part: WidePart, parent: number): readonly number[] {
  const { noun, ofParentRow } = source
  const walks = known(graph, source.walks ?? [], parent)
  const direction = part.backwards ? sql`DESC` : sql`ASC`
  const found: number[] = []
  const add = (rows: Sql): void => {
    const ids = graph.all<{ id: number }>(bindable(sql`SELECT DISTINCT id, sort FROM (${rows}) ORDER BY sort ${direction} LIMIT ${part.most - found.length}`, 'p.value')(parent))
    for (const { id } of ids) found.push(id)
  }
  for (const { from, to, number } of windows(graph, part)) {
    if (number === mostWindows && ofParentRow && part.fits !== always && isMost(graph, noun, walks, parent)) {
      add(ofAll(noun, part.backwards ? { from: '', to } : { from, to: end }, [part.fitsOfAll, ofParentRow]))
      break
    }
    add(along(noun, walks, part.fits, walk => sql`${walk.id} AS id, ${walk.sort} AS sort`, walk => [sql`${walk.sort} > ${from}`, sql`${walk.sort} < ${to}`]))
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

/** Whether the rows of the stretches are so many that all of the noun are sooner gone through. */
function isMost(graph: Graph, noun: Listed, walks: readonly Walk[], parent: number): boolean {
  const counted = join(walks.map(countsIn), ' + ')
  const { rows = 0, all = 0 } = graph.one<{ rows: number; all: number }>(bindable(sql`SELECT ${counted} AS rows, (SELECT value FROM statistic WHERE name = ${noun}) AS "all"`, 'p.value')(parent)) ?? {}
  return rows * dearer > all
}

/** The plus: in the order of places as they come it would be gone through the whole of them, where an index may lead to what fits. */
function ofAll(noun: Listed, { from, to }: Window, conditions: readonly Sql[]): Sql {
  const { table, alias, sort } = tables[noun]
  return sql`SELECT ${alias}.id AS id, +${sort} AS sort FROM ${table} WHERE ${every([...conditions, sql`+${sort} > ${from}`, sql`+${sort} < ${to}`, aliveAt(sql`${alias}.id`)])}`
}

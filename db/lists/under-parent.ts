// The list of an entity, filtered by who else has a part in its rows, or by words: "what did she say about him" looks neither at all that she said nor
// at all that was said about him.
import { hasWords, rowsWith, type TextIndex } from '../tables/full-text.ts'
import type { Graph } from '../file/open.ts'
import { isOfTies, pair, partnerOf } from './pairs.ts'
import type { Listed } from '../tables/rows.ts'
import type { Source, Way } from './source.ts'
import { among, bindable, name, sql, type Sql } from '../sql.ts'
import { only, type Role, type Walk } from '../tables/walk.ts'

/** The stretches in which the rows of each parent stand that are of all the ways: along the parent's own, or along those of a way, where that leads to fewer. */
export function underParent(graph: Graph, { walks: all = [], ofParent }: Source<Listed>, ways: readonly Way[], parents: readonly number[]): readonly Walk[] {
  const walks = all.filter(walk => !isVain(walk, ways, parents))
  const [shortest] = ways.toSorted((one, other) => one.rows - other.rows)
  if (!shortest) return walks
  const unpaired = walks.filter(walk => !partner(walk, ways, parents))
  if (ofParent && shortest.rows * parents.length < lengthOf(graph, unpaired, parents)) {
    return shortest.walks?.map(walk => only(walk, [ofParent, ...alsoOf(ways, shortest)])) ?? []
  }
  return walks.flatMap(walk => {
    const way = partner(walk, ways, parents)
    return pairs(walk, way).map(each => only(each, alsoOf(ways, way)))
  })
}

/** A relationship has one subject and one object: where the filter wants another there is none. */
function isVain({ whose, over }: Walk, ways: readonly Way[], parents: readonly number[]): boolean {
  if (over) return false
  const field = whose?.role === 'SUBJECT' ? 'subject' : whose?.role === 'OBJECT' ? 'object' : undefined
  return ways.some(({ fields, entities = [] }) => fields.length === 1 && fields[0] === field && !entities.some(each => parents.includes(each)))
}

/** Of those who speak for a country nobody knows yet whether they are whom the filter asks for. */
function partner({ whose, over }: Walk, ways: readonly Way[], parents: readonly number[]): Way | undefined {
  return whose && !(over && isOfTies(whose.role)) ? partnerOf(whose.role, ways, parents) : undefined
}

function pairs(walk: Walk, way: Way | undefined): readonly Walk[] {
  const { whose, over } = walk
  if (!way?.entities || !whose) return [walk]
  return way.entities.map(other => ({ ...pair(whose.role, whose.entity, other), ...(over && { over }) }))
}

/** Of a longer list no row is looked for among those that hold the words: one look takes as long as gathering some twenty of these. */
const fewRows = 1000

const indices: Readonly<Partial<Record<Listed, TextIndex>>> = { article: 'article_text', statement: 'statement_text', relationship: 'relationship_text' }

/** The rows of one parent that hold the words; null where no index leads to them. Each of several stretches would else gather anew what holds them, which may be most of the texts. */
export function withWords<Noun extends Listed>(graph: Graph, source: Source<Noun>, text: string | null | undefined, parents: readonly number[]): Source<Noun> | null {
  const { noun, walks = [], ofParentRow } = source
  const index = indices[noun]
  const [parent] = parents
  if (text === null || text === undefined || !ofParentRow || !index || parent === undefined || parents.length > 1) return null
  if (!walks.some(walk => walk.over) && lengthOf(graph, walks, parents) <= fewRows) {
    return { ...source, walks: walks.map(walk => only(walk, [sql`EXISTS (SELECT 1 FROM ${name(index)} WHERE ${hasWords(index, text)} AND rowid = ${walk.id})`])) }
  }
  // The parent itself in its place: what does not change from row to row is found once.
  return { noun, within: bindable(ofParentRow, 'p.value')(parent), gathered: rowsWith(index, text) }
}

/** How many rows such stretches have, of all parents. */
function lengthOf(graph: Graph, walks: readonly Walk[], parents: readonly number[]): number {
  const [first, second] = [...new Set(walks.flatMap(({ whose }) => (whose ? counts[whose.role] : [])))].map(name)
  if (!first) return 0
  return graph.one<{ rows: number }>(sql`SELECT total(${second ? sql`${first} + ${second}` : first}) AS rows FROM entity WHERE ${among(sql`id`, parents)}`)?.rows ?? 0
}

/** The same of a stretch for each row of another table. */
export function countsIn({ over, whose }: Walk): Sql {
  if (!over || !whose) return sql`0`
  return sql`(SELECT total(e.${name(counts[whose.role])}) FROM (${over.ids}) ${over.alias} CROSS JOIN entity e ON e.id = ${whose.entity})`
}

type Count = 'statements' | 'said_about' | 'relationships' | 'articles'

/** The counts that an entity keeps of the rows in which it has each role, or of some more. */
const counts: Readonly<Record<Role, Count>> = {
  SPEAKER: 'statements', ADDRESSEE: 'said_about', TARGET: 'said_about', ABOUT: 'said_about', SUBJECT: 'relationships', OBJECT: 'relationships', MENTIONED: 'articles',
}

function alsoOf(ways: readonly Way[], but: Way | undefined): readonly Sql[] {
  return ways.flatMap(way => (way === but || !way.also ? [] : [way.also]))
}

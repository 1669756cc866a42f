// Rows by key, slug or id, and the rows that hang on others by a reference: each for many at once, in one statement.
import type { StatementRole } from '../../src/model/vocabulary.ts'
import { hasKey, type Keyed } from './keyed.ts'
import type { Graph } from '../file/open.ts'
import { mentionIn, mentionOf } from './mentions.ts'
import { columnsOf, tables, type Asked, type EntityRow, type Listed, type RelationshipRow, type Rows, type SentenceRow, type StatementRow } from './rows.ts'
import { articleSortLength } from './sort.ts'
import { aliveAtEach, among, sql, type Sql } from '../sql.ts'

/** Rows by their integer id, in no order. */
export function byIds<Noun extends Listed>(graph: Graph, noun: Noun, ids: readonly number[], asked: Asked = null): ReadonlyMap<number, Rows[Noun]> {
  if (ids.length === 0) return new Map()
  const { table, alias } = tables[noun]
  const rows = graph.all<Rows[Noun]>(sql`SELECT ${columnsOf(noun, asked)} FROM ${table} WHERE ${among(sql`${alias}.id`, ids)}`)
  return new Map(rows.map(row => [row.id, row]))
}

/** Rows by the key in their global id. */
export function byKeys<Noun extends Keyed>(graph: Graph, noun: Noun, keys: readonly string[]): ReadonlyMap<string, Rows[Noun]> {
  const { table } = tables[noun]
  const rows = graph.all<Rows[Noun]>(sql`SELECT ${columnsOf(noun)} FROM ${table} WHERE ${hasKey(noun, keys)}`)
  return new Map(rows.map(row => [row.key, row]))
}

export function bySlug<Noun extends 'entity' | 'article'>(graph: Graph, noun: Noun, slug: string, asked: Asked = null): Rows[Noun] | null {
  const { table, alias } = tables[noun]
  return graph.one<Rows[Noun]>(sql`SELECT ${columnsOf(noun, asked)} FROM ${table} WHERE ${alias}.slug = ${slug}`) ?? null
}

/** The entities that have a role in statements, in the order of the Reading. */
export function participantsOf(graph: Graph, role: StatementRole, statementIds: readonly number[], asked: Asked = null): ReadonlyMap<number, readonly EntityRow[]> {
  if (statementIds.length === 0) return new Map()
  const rows = graph.all<EntityRow & { readonly of: number; readonly ordinal: number }>(sql`SELECT p.statement_id AS of, p.ordinal, ${columnsOf('entity', asked)}
    FROM json_each(${JSON.stringify(statementIds)}) i CROSS JOIN statement_entity p ON p.statement_id = i.value AND p.role = ${role} CROSS JOIN entity e ON e.id = p.entity_id`)
  const cast = grouped(rows, row => row.of)
  // They come from the index in this order, though nothing promises it; sorting few that are in order costs less than asking the engine to.
  for (const own of cast.values()) if (own.length > 1) own.sort((one, other) => one.ordinal - other.ordinal)
  return cast
}

/** Statements known through others, in the order of the text. */
export function reportsOf(graph: Graph, statementIds: readonly number[]): ReadonlyMap<number, readonly StatementRow[]> {
  return grouped(graph.all<StatementRow>(sql`SELECT ${columnsOf('statement')} FROM statement s
    WHERE ${among(sql`s.reported_in_id`, statementIds)} ORDER BY s.sort`), row => row.reported_in_id)
}

/** Relationships that statements claim, in the order of the text. */
export function claimsOf(graph: Graph, statementIds: readonly number[]): ReadonlyMap<number, readonly RelationshipRow[]> {
  return grouped(graph.all<RelationshipRow>(sql`SELECT ${columnsOf('relationship')} FROM relationship r
    WHERE ${among(sql`r.statement_id`, statementIds)} ORDER BY r.sort`), row => row.statement_id)
}

/** An office in the articles' own word: how often they say so, and the relationship of the first by sort, the newest. */
export interface OfficeRow extends RelationshipRow {
  readonly count: number
}

/** What the articles' own word says of somebody's offices, each title, body and time once, what they say most often first. */
export function officesOf(graph: Graph, personIds: readonly number[]): ReadonlyMap<number, readonly OfficeRow[]> {
  return grouped(graph.all<OfficeRow>(sql`SELECT ${columnsOf('relationship')}, office.count FROM (
      SELECT min(h.sort) AS sort, count(*) AS count FROM relationship h
      WHERE ${among(sql`h.subject_id`, personIds)} AND h.type = 'HOLDS_OFFICE' AND h.voice = 'ARTICLE' AND h.modality = 'ACTUAL' AND ${aliveAtEach(sql`h.sort`)}
      GROUP BY h.subject_id, coalesce(h.role, h.label), h.object_id, h.starts_on, h.ends_on) office
    CROSS JOIN relationship r ON r.sort = office.sort ORDER BY office.count DESC, r.sort`), row => row.subject_id)
}

export interface AliasRow {
  readonly entity_id: number
  readonly name: string
  readonly uses: number
  readonly article_id: number
  readonly start: number
  readonly end: number
}

/** The names that articles use, the most used first, each with its first mention. */
export function aliasesOf(graph: Graph, entityIds: readonly number[]): ReadonlyMap<number, readonly AliasRow[]> {
  return grouped(graph.all<AliasRow>(sql`SELECT a.entity_id, a.name, a.uses, m.article_id, m.start, m.end
    FROM alias a CROSS JOIN ${mentionAt(sql`a.entity_id`, sql`a.first`)} WHERE ${among(sql`a.entity_id`, entityIds)} ORDER BY a.uses DESC, a.name`), row => row.entity_id)
}

export interface MatchRow {
  readonly entity_id: number
  readonly other_id: number
  /** The other's. */
  readonly slug: string
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

/** Who somebody may also be as Readings say, each other once with the surest of them. */
export function readMatchesOf(graph: Graph, entityIds: readonly number[]): ReadonlyMap<number, readonly MatchRow[]> {
  return grouped(graph.all<MatchRow>(sql`SELECT q.entity_id, q.other_id, e.slug, q.rule, q.reason, max(q.confidence) AS confidence
    FROM possible_match q JOIN entity e ON e.id = q.other_id WHERE ${among(sql`q.entity_id`, entityIds)} GROUP BY q.entity_id, q.other_id`), row => row.entity_id)
}

/** Sentences of articles, from a position to a position, both inclusive; `to` null: to the last. At most `most` of each article. */
export function sentencesOf(graph: Graph, articleIds: readonly number[], from: number, to: number | null, most: number): ReadonlyMap<number, readonly SentenceRow[]> {
  const last = Math.min(to ?? Infinity, from + most - 1)
  return grouped(graph.all<SentenceRow>(sql`SELECT ${sentenceColumns} FROM sentence n
    WHERE ${among(sql`n.article_id`, articleIds)} AND n.position BETWEEN ${from} AND ${last} ORDER BY n.article_id, n.position`), row => row.article_id)
}

/** For each sentence, itself and those that stand up to so many before and behind it in its article, in order. */
export function sentencesAround(graph: Graph, sentences: readonly SentenceRow[], before: number, after: number): ReadonlyMap<number, readonly SentenceRow[]> {
  const different = [...new Map(sentences.map(each => [each.id, each])).values()]
  const places = JSON.stringify(different.map(({ id, article_id: article, position }) => ({ id, article, position })))
  const rows = graph.all<SentenceRow & { centre: number }>(sql`SELECT p.value ->> 'id' AS centre, ${sentenceColumns} FROM json_each(${places}) p
    CROSS JOIN sentence n ON n.article_id = p.value ->> 'article' AND n.position BETWEEN p.value ->> 'position' - ${before} AND p.value ->> 'position' + ${after}
    ORDER BY p.key, n.position`)
  return grouped(rows, row => row.centre)
}

export interface Place {
  readonly article: number
  readonly start: number
}

/** For each place, the sentence that it stands in. */
export function sentencesAt(graph: Graph, places: readonly Place[]): readonly (SentenceRow | null)[] {
  const rows = graph.all<SentenceRow & { place: number }>(sql`SELECT p.key AS place, ${sentenceColumns} FROM json_each(${JSON.stringify(places)}) p
    CROSS JOIN sentence n ON n.article_id = p.value ->> 'article' AND n.position = coalesce(
      (SELECT max(position) FROM sentence WHERE article_id = p.value ->> 'article' AND start <= p.value ->> 'start'), 1)`)
  const byPlace = new Map(rows.map(row => [row.place, row]))
  return places.map((_, index) => byPlace.get(index) ?? null)
}

/** The sentences that marks are kept with, by article and position. */
export function sentencesNumbered(graph: Graph, marks: readonly { readonly article_id: number; readonly sentence: number }[]): readonly (SentenceRow | null)[] {
  const places = JSON.stringify(marks.map(({ article_id: article, sentence }) => ({ article, sentence })))
  const rows = graph.all<SentenceRow & { place: number }>(sql`SELECT p.key AS place, ${sentenceColumns} FROM json_each(${places}) p
    CROSS JOIN sentence n ON n.article_id = p.value ->> 'article' AND n.position = p.value ->> 'sentence'`)
  const byPlace = new Map(rows.map(row => [row.place, row]))
  return marks.map((_, index) => byPlace.get(index) ?? null)
}

/** A sentence has no id of its own: article and position make one. */
const sentenceColumns: Sql = sql`n.article_id * 100000 + n.position AS id, n.article_id, n.position, n.start, n.end, n.headline`

/** What begins in sentences: mentions, statements or relationships, in the order of the text. */
export function inSentences<Noun extends 'mention' | 'statement' | 'relationship'>(graph: Graph, noun: Noun, sentences: readonly SentenceRow[], asked: Asked = null): ReadonlyMap<number, readonly Rows[Noun][]> {
  if (noun === 'mention') return mentionsIn(graph, sentences, asked) as ReadonlyMap<number, readonly Rows[Noun][]> // the rows of this noun
  const { table, alias, sort } = tables[noun]
  const places = JSON.stringify(sentences.map(({ id, article_id: article, position }) => ({ id, article, position })))
  const rows = graph.all<Rows[Noun] & { place: number }>(sql`SELECT p.value ->> 'id' AS place, ${columnsOf(noun, asked)}
    FROM json_each(${places}) p CROSS JOIN ${table} ON ${alias}.article_id = p.value ->> 'article' AND ${alias}.sentence = p.value ->> 'position' ORDER BY p.key, ${sort}`)
  return grouped(rows, row => row.place)
}

/** An article's mentions are one stretch of rows, which is gone through once for all its sentences: once for each would be their product. */
function mentionsIn(graph: Graph, sentences: readonly SentenceRow[], asked: Asked): ReadonlyMap<number, readonly Rows['mention'][]> {
  const ordered = [...Map.groupBy(sentences, each => each.article_id)].map(([article, all]): Stretch => {
    const own = all.toSorted((one, other) => one.start - other.start)
    return { article, own, start: own[0]?.start ?? 0, end: Math.max(...own.map(each => each.end)) }
  })
  const stretches = new Map(ordered.map(each => [each.article, each]))
  let [stretch, next] = [ordered[0], 0]
  return grouped(mentionsBetween(graph, ordered, asked), ({ article_id: article, start }) => {
    if (article !== stretch?.article) [stretch, next] = [stretches.get(article), 0]
    const own = stretch?.own ?? []
    while ((own[next]?.end ?? Infinity) <= start) next++
    const sentence = own[next]
    return sentence && sentence.start <= start ? sentence.id : null
  })
}

/** Sentences of an article, in order, and how far they reach. */
interface Stretch {
  readonly article: number
  readonly own: readonly SentenceRow[]
  readonly start: number
  readonly end: number
}

/** The mentions of each article that begin there, in the order of its text: they are numbered so. */
function mentionsBetween(graph: Graph, stretches: readonly Stretch[], asked: Asked): readonly Rows['mention'][] {
  const [only] = stretches
  const rows = sql`SELECT ${columnsOf('mention', asked)} FROM`
  if (only && stretches.length === 1) {
    return graph.all<Rows['mention']>(sql`${rows} mention m WHERE ${mentionIn(sql`m`, only.article)} AND m.start >= ${only.start} AND m.start < ${only.end} ORDER BY m.id`)
  }
  // The bounds are taken out of the list once; within the join it would be parsed for each mention.
  const found = graph.all<Rows['mention']>(sql`WITH b AS MATERIALIZED (SELECT value ->> 'article' AS article, value ->> 'start' AS start, value ->> 'end' AS end
      FROM json_each(${JSON.stringify(stretches.map(({ article, start, end }) => ({ article, start, end })))}))
    ${rows} b CROSS JOIN mention m ON ${mentionIn(sql`m`, sql`b.article`)} AND m.start >= b.start AND m.start < b.end`)
  return found.toSorted((one, other) => one.id - other.id) // they come so, though nothing promises it
}

/** Row ids by key. */
export function idsOf(graph: Graph, noun: Exclude<Keyed, 'mention'>, keys: readonly string[]): ReadonlyMap<string, number> {
  const rows = graph.all<{ id: number; key: string }>(sql`SELECT ${tables[noun].alias}.id, ${tables[noun].alias}.key FROM ${tables[noun].table} WHERE ${hasKey(noun, keys)}`)
  return new Map(rows.map(row => [row.key, row.id]))
}

/** The entity's mention that has the place: no other of it has. */
function mentionAt(entity: Sql, sort: Sql): Sql {
  return sql`article whole ON whole.sort = substr(${sort}, 1, ${articleSortLength})
    CROSS JOIN mention m ON ${mentionOf(sql`m`, sql`whole.id`, entity)} AND +m.sort = ${sort}`
}

function grouped<Row>(rows: readonly Row[], key: (row: Row) => number | null): ReadonlyMap<number, Row[]> {
  const groups = new Map<number, Row[]>()
  // Mostly those of one group come one after another.
  let [last, own]: [number | null, Row[]] = [null, []]
  for (const row of rows) {
    const id = key(row)
    if (id === null) continue
    if (id !== last) {
      own = groups.get(id) ?? []
      if (own.length === 0) groups.set(id, own)
      last = id
    }
    own.push(row)
  }
  return groups
}

/** Where articles first use a name of an entity, or first mention it at all where they never use that name; by entity. */
export function firstMentions(graph: Graph, names: readonly { readonly entity: number; readonly name: string }[]): ReadonlyMap<number, Place & { readonly end: number }> {
  const rows = graph.all<{ entity: number; article: number; start: number; end: number }>(sql`SELECT m.entity_id AS entity, m.article_id AS article, m.start, m.end
    FROM json_each(${JSON.stringify(names)}) p CROSS JOIN json_each(json_array(coalesce(
        (SELECT first FROM alias WHERE entity_id = p.value ->> 'entity' AND name = p.value ->> 'name'),
        (SELECT f.sort FROM appearance own CROSS JOIN mention f ON ${mentionOf(sql`f`, sql`own.article_id`, sql`own.entity_id`)}
          WHERE own.entity_id = p.value ->> 'entity' AND own.mentions > 0 ORDER BY own.sort, f.id LIMIT 1)))) first
      CROSS JOIN ${mentionAt(sql`(p.value ->> 'entity')`, sql`first.value`)}`)
  return new Map(rows.map(({ entity, ...place }) => [entity, place]))
}

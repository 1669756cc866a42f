// Search in names, statements and articles at once. Names forgive typing slips: trigrams find candidates, their likeness ranks them.
// Texts are searched word by word, and find words that an article has broken in two.
import type { EntityFilter } from '../../src/model/filter.ts'
import { foldName } from '../../src/model/keys.ts'
import type { EntityKind, Modality, Voice } from '../../src/model/vocabulary.ts'
import { boundTo, decodeCursor, encodeCursor } from '../lists/cursor.ts'
import { where } from '../filters/where.ts'
import { fullTextQuery, quote, waysToSay, wordsOf } from '../tables/full-text.ts'
import { pageInfo, type Listing } from '../lists/list.ts'
import type { Graph } from '../file/open.ts'
import { pageOf } from '../lists/page.ts'
import { relevance, type Sought } from './relevance.ts'
import { nameSimilarity } from '../matching/similarity.ts'
import { aliveAt, aliveAtEach, among, always, every, name, sql, type Sql } from '../sql.ts'

/** Best hits looked at of each of names, statements and articles. */
const mostHits = 200
/** Texts that are ranked, the last to come in of all that hold the words: ranking a text costs as much as finding a hundred. */
const mostRanked = 500
/** Of a text is ranked how it begins, so many characters: where an article says what it is about. */
const mostOfText = 4000
/** Texts with a word, the last to come in, by which it is told how many have it. */
const mostCounted = 100
/** Names in which trigrams of the query are looked for, at most: the rarest of them come first. */
const mostAlike = 20_000
/** Letters of a name looked for, at most: no name is longer, and likeness is quadratic. */
const mostLetters = 120
/** Names less like the query than this are no hits. */
const leastLikeness = 0.86

export interface SearchArguments {
  readonly text: string
  readonly kinds: readonly EntityKind[] | null
  readonly statements: boolean
  readonly articles: boolean
  readonly voice: readonly Voice[] | null
  readonly modality: readonly Modality[] | null
  readonly accordingTo: EntityFilter | null
  readonly first?: number | null | undefined
  readonly after?: string | null | undefined
}

export interface Hit {
  readonly noun: 'entity' | 'statement' | 'article'
  readonly id: number
  readonly score: number
  readonly sort: string
  /** The name that was alike, for entities. */
  readonly alias: string | null
}

export interface Found extends Listing<Hit> {
  readonly totalCount: number
  readonly totalCountExact: boolean
}

/** The best hits first. Throws EMPTY_SEARCH, BAD_PAGE_SIZE, BAD_CURSOR. */
export function search(graph: Graph, args: SearchArguments): Found {
  const page = pageOf({ first: args.first, after: args.after })
  // Scores are of a text: those of another compare with nothing here.
  const order = boundTo('search', args.text)
  const position = page.cursor === null ? null : decodeCursor(page.cursor, order, 2, 'after')
  const query = fullTextQuery(args.text)
  const sources = [
    ...(args.kinds ? [inNames(graph, args)] : []),
    ...(args.statements ? [inStatements(graph, query, args)] : []),
    ...(args.articles ? [inArticles(graph, query, args)] : []),
  ]
  const all = sources.flatMap(source => source.hits).sort(bestFirst)
  const [score = 0, sort = ''] = position ?? []
  const rest = position ? all.filter(hit => hit.score < Number(score) || (hit.score === Number(score) && hit.sort > String(sort))) : all
  const edges = rest.slice(0, page.size).map(hit => ({ node: hit, cursor: encodeCursor(order, [hit.score, hit.sort]) }))
  return {
    edges,
    pageInfo: pageInfo(edges, rest.length > page.size, false, position !== null),
    totalCount: all.length,
    totalCountExact: sources.every(source => !source.isCut),
  }
}

/** Equals in the order of the texts; a slug and a text's place are never the same. */
function bestFirst(one: Hit, other: Hit): number {
  return other.score - one.score || (one.sort < other.sort ? -1 : 1)
}

/** What one source found, and whether there may be more. */
interface Hits {
  readonly hits: readonly Hit[]
  readonly isCut: boolean
}

function inNames(graph: Graph, args: SearchArguments): Hits {
  const query = [...foldName(wordsOf(args.text).join(' '))].slice(0, mostLetters).join('').trim()
  const fits = every([
    among(sql`e.kind`, args.kinds ?? []),
    // Only events have a voice of their own; whoever limits voices sees no event of another voice.
    args.voice ? sql`(e.voice IS NULL OR ${among(sql`e.voice`, args.voice)})` : always,
    args.modality ? sql`(e.modality IS NULL OR ${among(sql`e.modality`, args.modality)})` : always,
    args.accordingTo ? sql`(e.voice IS NULL OR ${according(sql`e.statement_id`, args.accordingTo)})` : always,
  ])
  const rows = graph.all<{ id: number; slug: string; name: string; folded: string; mentions: number }>(sql`
    SELECT e.id, e.slug, a.name, a.folded, e.mentions FROM alias a JOIN entity e ON e.id = a.entity_id
    WHERE a.id IN (${candidates(graph, query, every([fits, aliveAt(sql`e.id`)]))}) ORDER BY a.folded, a.name, e.slug`)
  const best = new Map<number, Hit>()
  for (const row of rows) {
    const likeness = rounded(row.folded.startsWith(query) ? Math.max(0.95, nameSimilarity(query, row.folded)) : nameSimilarity(query, row.folded))
    if (likeness < leastLikeness || likeness <= (best.get(row.id)?.score ?? 0)) continue
    best.set(row.id, { noun: 'entity', id: row.id, score: likeness, sort: row.slug, alias: row.name })
  }
  return { hits: [...best.values()].sort(bestFirst).slice(0, mostHits), isCut: rows.length >= mostHits }
}

/** Names that may be meant: those that begin so, the very name first, and those that share most trigrams. */
function candidates(graph: Graph, query: string, fits: Sql): Sql {
  const named = sql`alias a CROSS JOIN entity e ON e.id = a.entity_id`
  const prefix = sql`SELECT id FROM (SELECT a.id FROM ${named} WHERE a.folded >= ${query} AND a.folded < ${`${query}\u{10FFFF}`} AND ${fits}
    ORDER BY a.folded, e.slug LIMIT ${mostHits})`
  const trigrams = rarest(graph, trigramsOf(query))
  if (trigrams.length === 0) return prefix
  const alike = sql`SELECT id FROM (SELECT a.id FROM alias_text CROSS JOIN alias a ON a.id = alias_text.rowid CROSS JOIN entity e ON e.id = a.entity_id
    WHERE alias_text MATCH ${trigrams.map(trigram => `"${trigram}"`).join(' OR ')} AND ${fits} ORDER BY alias_text.rank, e.slug LIMIT ${mostHits})`
  return sql`${prefix} UNION ${alike}`
}

function trigramsOf(query: string): readonly string[] {
  const letters = [...query]
  const trigrams = letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`)
  return [...new Set(trigrams)].slice(0, 40)
}

/** Those by which few names are found: what most names have tells them apart least, and costs most. */
function rarest(graph: Graph, trigrams: readonly string[]): readonly string[] {
  const known = graph.all<{ term: string; names: number }>(sql`SELECT v.term, v.doc AS names FROM json_each(${JSON.stringify(trigrams)}) t CROSS JOIN alias_trigram v ON v.term = t.value
    WHERE ${aliveAtEach(sql`v.term`)} ORDER BY v.doc, v.term`)
  let left = mostAlike
  return known.filter(({ names }, index) => (left -= names) >= 0 || index === 0).map(({ term }) => term)
}

function inStatements(graph: Graph, query: string, { text, voice, modality, accordingTo }: SearchArguments): Hits {
  return inTexts(graph, 'statement', text, sql`SELECT s.id, s.sort, substr(s.text, 1, ${mostOfText}) || ' ' || s.mended AS text FROM statement_text CROSS JOIN statement s ON s.id = statement_text.rowid
    WHERE statement_text MATCH ${query} AND ${where('statement', { voice, modality, accordingTo })} AND ${aliveAt(sql`s.id`)} ORDER BY statement_text.rowid DESC LIMIT ${mostRanked + 1}`)
}

function inArticles(graph: Graph, query: string, { text }: SearchArguments): Hits {
  return inTexts(graph, 'article', text, sql`SELECT a.id, a.sort, a.title || ' ' || substr(a.text, 1, ${mostOfText}) || ' ' || substr(a.mended, 1, ${mostOfText}) AS text
    FROM article_text CROSS JOIN article a ON a.id = article_text.rowid WHERE article_text MATCH ${query} AND ${aliveAt(sql`a.id`)} ORDER BY article_text.rowid DESC LIMIT ${mostRanked + 1}`)
}

/** The best of the texts that came in last. BM25 as the engine has it counts all texts that have a word, each time it is asked. */
function inTexts(graph: Graph, noun: 'statement' | 'article', text: string, found: Sql): Hits {
  const rows = graph.all<{ id: number; sort: string; text: string }>(found)
  const ranked = rows.slice(0, mostRanked)
  const words = rows.length === 0 ? [] : [...new Set(waysToSay(text).flat())]
  const scores = relevance(words.map(word => soughtIn(graph, noun, word)), ranked.map(row => row.text))
  // Brought below 0.8, so that somebody's very name comes first.
  const hits = ranked.map(({ id, sort }, index): Hit => ({ noun, id, sort, alias: null, score: rounded((0.8 * (scores[index] ?? 0)) / (1 + (scores[index] ?? 0))) }))
  return { hits: hits.sort(bestFirst).slice(0, mostHits), isCut: rows.length > mostRanked || rows.length >= mostHits }
}

/** A word with the share of texts that have it, as it is among those that came in last. */
function soughtIn(graph: Graph, noun: 'statement' | 'article', word: string): Sought {
  const index = name(`${noun}_text`)
  const last = graph.one<{ n: number; since: number; last: number; all: number }>(sql`SELECT count(*) AS n, min(id) AS since,
      (SELECT max(id) FROM ${name(noun)}) AS last, (SELECT value FROM statistic WHERE name = ${noun}) AS "all"
    FROM (SELECT rowid AS id FROM ${index} WHERE ${index} MATCH ${quote(word)} ORDER BY rowid DESC LIMIT ${mostCounted})`)
  const { n, all } = last ?? { n: 0, all: 0 }
  return { word, having: n, among: last && n === mostCounted ? last.last - last.since + 1 : all }
}

function according(statement: Sql, filter: EntityFilter): Sql {
  return sql`${statement} IN (SELECT statement_id FROM statement_entity WHERE role = 'SPEAKER' AND entity_id IN
    (SELECT e.id FROM entity e WHERE ${where('entity', filter)}))`
}

/** Cursors hold the score; so it must come back from text as it went. */
function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6
}

// One article against its text: its rows make a Reading, which must keep the laws of a Reading that enters; keys and all that is kept
// beside it are made anew and compared.
import { checkMetadata } from '../../src/model/check-metadata.ts'
import { checkReading } from '../../src/model/check-reading.ts'
import { articleIdentity, keysOf, mentionKey, type Keys } from '../../src/model/identity.ts'
import { sha256 } from '../../src/model/keys.ts'
import type { ArticleMetadata, Reading } from '../../src/model/reading.ts'
import { attributesOf } from '../tables/attributes.ts'
import { labelOfStatement, sentenceAt, startOfRelationship, startOfStatement, textOfRelationship, textOfStatement } from '../tables/derived.ts'
import { mendedWords } from '../tables/mend.ts'
import { firstMentionId, mentionIn } from '../tables/mentions.ts'
import type { Graph } from '../file/open.ts'
import { articleSort, mentionSort, placeOfRemarks, sortsOf, type Sorts } from '../tables/sort.ts'
import { sql, type Value } from '../sql.ts'
import { storedReading } from './stored-reading.ts'
import { tiesOfArticle } from '../walks/ties.ts'

interface Row {
  readonly id: number
  readonly key: string
  readonly slug: string
  readonly title: string
  readonly text: string
  readonly mended: string
  readonly published_on: string | null
  readonly supplied: string
  readonly language: string
  readonly reader: string
  readonly sort: string
  readonly publisher: string | null
  readonly author: string | null
  readonly url: string | null
  readonly mentions: number
  readonly statements: number
}

/** What is wrong, each a sentence that begins with the article's slug. */
export function* findingsOfArticle(graph: Graph, id: number): Generator<string> {
  const article = graph.one<Row>(sql`SELECT id, key, slug, title, text, mended, published_on, supplied, language, reader, sort, publisher, author, url, mentions, statements
    FROM article WHERE id = ${id}`)
  if (!article) return
  try {
    for (const fault of faultsOf(graph, article)) yield `${article.slug}: ${fault}`
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error
    yield `${article.slug}: a row holds passages or attributes of a shape that nothing reads: ${error.message}.`
  }
}

function* faultsOf(graph: Graph, article: Row): Generator<string> {
  const found = sha256(article.text)
  if (found !== article.key) {
    yield `its text hashes to ${found}, not to ${article.key}.`
    return // against another text, every passage would be wrong for the same reason
  }
  const reading = storedReading(graph, article)
  yield* strayMentions(graph, article)
  yield* strayAttributes(graph, article)
  const problems = [...checkMetadata(metadataOf(article)), ...checkReading(reading, article.text)]
  for (const { path, message } of problems) yield `at ${placeOf(reading, path)}: ${message}`
  if (problems.length > 0) return // what is made of such a Reading tells nothing: of statements in a circle, not even an order can be made
  const keys = keysOf(reading)
  yield* differing('article', article.key, article, {
    slug: articleIdentity(article.key, article.title).slug,
    sort: articleSort(article.key, article.published_on ?? undefined),
    mended: mendedWords(article.text),
    mentions: reading.mentions.length,
    statements: reading.statements.length,
  })
  yield* ofEntities(graph, article, keys)
  yield* ofAttributes(graph, article, reading, keys)
  const sorts = sortsOf(article.sort, reading, keys)
  yield* ofMentions(graph, article, reading)
  yield* ofStatements(graph, article, reading, keys, sorts)
  yield* ofRelationships(graph, article, reading, keys, sorts)
  yield* ofRemarks(graph, article)
  yield* ofTies(graph, article, reading)
}

function metadataOf({ title, publisher, author, url, published_on: publishedOn, language, supplied }: Row): ArticleMetadata {
  const given = { publisher, author, url, publishedOn }
  return { title, language, supplied: JSON.parse(supplied) as string[], ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) } // CHECKed
}

/** The path with the key of the part that it leads to, as positions tell nothing of a file. */
function placeOf(reading: Reading, path: readonly (string | number)[]): string {
  const [list, position] = path
  const part = list === 'statements' || list === 'entities' ? reading[list][Number(position)]?.ref : undefined
  return `/${path.join('/')}${part ? ` (${part})` : ''}`
}

function* ofEntities(graph: Graph, { id, sort }: Row, keys: Keys): Generator<string> {
  const rows = graph.all<{ key: string; slug: string; sort: string; mentions: number; counted: number }>(sql`SELECT e.key, e.slug, a.sort, a.mentions,
      (SELECT count(*) FROM mention m WHERE ${mentionIn(sql`m`, id)} AND m.entity_id = e.id) AS counted
    FROM appearance a JOIN entity e ON e.id = a.entity_id WHERE a.article_id = ${id}`)
  for (const row of rows) {
    const identity = keys.entities.get(row.key)
    if (!identity) yield `it speaks of the entity ${row.slug}, of which it says nothing.`
    // An unnamed entity's slug has its name as the article gives it, which is where it stays.
    else yield* differing('entity', row.key, row, { ...identity, sort, mentions: row.counted })
  }
  if (rows.length !== keys.entities.size) yield `it says something of ${keys.entities.size} entities, and speaks of ${rows.length}.`
}

/** What only a claim says of an event is kept as that, and nothing else is. */
function* ofAttributes(graph: Graph, { id, key }: Row, reading: Reading, keys: Keys): Generator<string> {
  const rows = graph.all<{ entity: string; field: string; rank: number }>(sql`SELECT e.key AS entity, t.field, t.rank FROM attribute t JOIN entity e ON e.id = t.entity_id WHERE t.article_id = ${id}`)
  const said = new Map(reading.entities.flatMap(entity => attributesOf(entity, key, keys).map(({ field, rank }) => [`${entity.ref} ${field}`, rank])))
  for (const { entity, field, rank } of rows) yield* differing(field, `of ${entity}`, { rank }, { rank: said.get(`${entity} ${field}`) ?? null })
}

/** Mentions of entities that the article does not speak of. */
function* strayMentions(graph: Graph, { id, key }: Row): Generator<string> {
  const strays = graph.all<{ text: string }>(sql`SELECT text FROM mention m WHERE ${mentionIn(sql`m`, id)}
    AND NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity_id = m.entity_id AND a.article_id = ${id})`)
  for (const { text } of strays) yield `it mentions ${quote(text)}, but speaks not of the entity that is meant (${key.slice(0, 12)}).`
}

/** What is said of entities that the article does not speak of, or is kept at another place of the order than the article. */
function* strayAttributes(graph: Graph, { id }: Row): Generator<string> {
  const strays = graph.all<{ slug: string; field: string }>(sql`SELECT e.slug, t.field FROM attribute t JOIN entity e ON e.id = t.entity_id WHERE t.article_id = ${id}
    AND NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity_id = t.entity_id AND a.article_id = ${id} AND a.sort = t.sort)`)
  for (const { slug, field } of strays) yield `it says the ${field} of ${slug}, of which it does not speak at that place.`
}

function* ofMentions(graph: Graph, article: Row, reading: Reading): Generator<string> {
  const rows = graph.all<Made>(sql`SELECT m.id, m.article_id, m.text, m.sort FROM mention m WHERE ${mentionIn(sql`m`, article.id)} ORDER BY m.id`)
  for (const [index, mention] of reading.mentions.entries()) {
    yield* differing('mention', mentionKey(article.key, mention), rows[index],
      { id: firstMentionId(article.id) + index, article_id: article.id, text: mention.text, sort: mentionSort(article.sort, mention) })
  }
}

function* ofStatements(graph: Graph, article: Row, reading: Reading, keys: Keys, sorts: Sorts): Generator<string> {
  const rows = graph.all<Made>(sql`SELECT key, text, label, mended, sentence, published_on, voice, sort FROM statement WHERE article_id = ${article.id} ORDER BY sort`)
  for (const [index, statement] of reading.statements.entries()) {
    const start = startOfStatement(statement)
    const key = keys.statements.get(statement.ref) ?? ''
    const text = textOfStatement(statement)
    yield* differing('statement', statement.ref, rows[index], {
      key,
      text,
      label: labelOfStatement(statement),
      mended: mendedWords(text),
      sentence: sentenceAt(reading.sentences, start),
      published_on: article.published_on,
      voice: statement.reportedIn === undefined ? 'ARTICLE' : 'CLAIMED',
      sort: sorts.statements.get(statement.ref) ?? '',
    })
  }
  const places = graph.all<{ key: string }>(sql`SELECT DISTINCT s.key FROM statement s JOIN statement_entity p ON p.statement_id = s.id
    WHERE s.article_id = ${article.id} AND (p.sort <> s.sort OR p.made_on IS NOT coalesce(s.made_on, ''))`)
  for (const { key } of places) yield `the people of statement ${key} stand at another place or day than it.`
}

function* ofRelationships(graph: Graph, article: Row, reading: Reading, keys: Keys, sorts: Sorts): Generator<string> {
  const rows = graph.all<Made>(sql`SELECT key, text, sentence, published_on, sort FROM relationship WHERE article_id = ${article.id} ORDER BY sort`)
  for (const [index, relationship] of reading.relationships.entries()) {
    const start = startOfRelationship(relationship)
    const key = keys.relationships[index] ?? ''
    yield* differing('relationship', rows[index]?.['key'], rows[index], {
      key,
      text: textOfRelationship(relationship),
      sentence: sentenceAt(reading.sentences, start),
      published_on: article.published_on,
      sort: sorts.relationships[index] ?? '',
    })
  }
}

function* ofRemarks(graph: Graph, { id, sort }: Row): Generator<string> {
  for (const remark of graph.all<{ sort: string; message: string; start: number | null }>(sql`SELECT sort, message, start FROM remark WHERE article_id = ${id}`)) {
    if (!remark.sort.startsWith(placeOfRemarks(sort, remark.start ?? 0))) yield `the remark ${quote(remark.message)} stands at another place than its words.`
  }
}

/** Ties are what relationships and statements say, in both directions, and nothing else. */
function* ofTies(graph: Graph, { id }: Row, reading: Reading): Generator<string> {
  const rows = graph.all<{ tie: string }>(sql`SELECT concat_ws(' ', coalesce(f.key, t.from_id), coalesce(o.key, t.to_id), t.forwards, t.hop, t.sort) AS tie
    FROM (${tiesOfArticle(id)}) t
    LEFT JOIN entity f ON f.id = t.from_id LEFT JOIN entity o ON o.id = t.to_id`)
  const has = new Set(rows.map(row => row.tie))
  const sorts = graph.all<{ relationship: 0 | 1; sort: string }>(sql`SELECT 1 AS relationship, sort FROM relationship WHERE article_id = ${id}
    UNION ALL SELECT 0, sort FROM statement WHERE article_id = ${id} ORDER BY sort`)
  const ofRelationship = sorts.filter(each => each.relationship)
  const ofStatement = sorts.filter(each => !each.relationship)
  const said = new Set<string>()
  const tie = (from: string, to: string, hop: 0 | 1, sort: string | undefined): void => {
    if (from === to) return
    said.add(`${from} ${to} 1 ${hop} ${sort}`)
    said.add(`${to} ${from} 0 ${hop} ${sort}`)
  }
  for (const [index, { type, subject, object }] of reading.relationships.entries()) {
    if (object !== undefined) tie(subject, object, type === 'RELATED_TO' ? 0 : 1, ofRelationship[index]?.sort)
  }
  for (const [index, { speakers, addressees, targets }] of reading.statements.entries()) {
    for (const speaker of speakers) for (const other of [...addressees, ...targets]) tie(speaker, other, 1, ofStatement[index]?.sort)
  }
  for (const missing of said.difference(has)) yield `the tie ${missing} is missing.`
  for (const other of has.difference(said)) yield `the tie ${other} rests on nothing that is said.`
}

type Made = Readonly<Record<string, Value>>

/** Each column that is not what it is made from. */
function* differing(what: string, key: Value | undefined, row: object | undefined, made: Made): Generator<string> {
  const has = new Map<string, unknown>(Object.entries(row ?? {}))
  for (const [column, value] of Object.entries(made)) {
    if (has.get(column) !== value) yield `the ${column} of ${what} ${key ?? ''} is ${quote(has.get(column))}, expected ${quote(value)}.`
  }
}

function quote(value: unknown): string {
  return JSON.stringify(typeof value === 'string' && value.length > 80 ? `${value.slice(0, 79)}…` : value ?? null)
}

// A Reading enters the graph, or an article leaves it: each in one transaction, wholly or not at all. The result does not depend
// on the order in which articles arrive.
import { checkMetadata } from '../src/model/check-metadata.ts'
import { checkReading } from '../src/model/check-reading.ts'
import { OnRecordError } from '../src/model/errors.ts'
import { articleDigits, articleIdentity, keysOf, mentionKey, relationshipKey, type Keys } from '../src/model/identity.ts'
import type { ReadingProblem } from '../src/model/reading-problem.ts'
import type { ArticleMetadata, ReadStatement, Reading } from '../src/model/reading.ts'
import { labelOfStatement, sentenceAt, spanJson, spansJson, startOfRelationship, startOfStatement, textOfRelationship, textOfStatement } from './derived.ts'
import { addEntities, dropEntities, settle } from './entities.ts'
import { mendedWords } from './mend.ts'
import type { Graph } from './open.ts'
import { articleSort, remarkSort, sortsOf, type Sorts } from './sort.ts'
import { sql } from './sql.ts'
import { tally } from './tallies.ts'

export interface Applied {
  /** The article's key: SHA-256 of its text. */
  readonly key: string
  /** True where the graph had the article before; then nothing has changed. */
  readonly known: boolean
}

/** What the parts of one Reading share while they enter. */
interface Entering {
  readonly graph: Graph
  readonly articleId: number
  readonly key: string
  readonly sort: string
  readonly sorts: Sorts
  readonly publishedOn: string | null
  readonly reading: Reading
  readonly keys: Keys
  readonly entities: ReadonlyMap<string, number>
}

/**
 * Adds an article and its Reading. The text must have entered (`enterText`). An article known already changes nothing.
 * Throws BAD_READING where the Reading does not fit its format's rules or its text, or the metadata does not fit its own.
 */
export function apply(graph: Graph, text: string, metadata: ArticleMetadata, reading: Reading, readAt: string): Applied {
  refuse('metadata', checkMetadata(metadata))
  refuse('Reading', checkReading(reading, text))
  const key = reading.sha256
  return graph.transaction(() => {
    if (graph.one(sql`SELECT id FROM article WHERE key = ${key}`)) return { key, known: true }
    requireOwnDigits(graph, key)
    const sort = articleSort(key, metadata.publishedOn)
    const keys = keysOf(reading)
    const articleId = addArticle(graph, key, sort, text, metadata, reading, readAt)
    const entities = addEntities(graph, articleId, sort, reading, keys)
    const entering: Entering = { graph, articleId, key, sort, sorts: sortsOf(sort, reading), publishedOn: metadata.publishedOn ?? null, reading, keys, entities }
    addMentions(entering)
    const statements = addStatements(entering)
    addRelationships(entering, statements)
    addMatches(entering)
    addRemarks(entering)
    settle(graph, articleId)
    tally(graph, articleId, 1)
    return { key, known: false }
  })
}

/** Takes an article out, with everything that only it supported. False where the graph has no such article. */
export function remove(graph: Graph, key: string): boolean {
  return graph.transaction(() => {
    const article = graph.one<{ id: number }>(sql`SELECT id FROM article WHERE key = ${key}`)
    if (!article) return false
    // Statements and entities refer to each other; the references are checked when all is done.
    graph.run(sql`PRAGMA defer_foreign_keys = ON`)
    tally(graph, article.id, -1)
    dropEntities(graph, article.id, () => {
      graph.run(sql`DELETE FROM relationship WHERE article_id = ${article.id}`)
      graph.run(sql`DELETE FROM statement WHERE article_id = ${article.id}`)
      graph.run(sql`DELETE FROM article WHERE id = ${article.id}`)
    })
    return true
  })
}

function refuse(what: string, [problem]: readonly ReadingProblem[]): void {
  if (problem) throw new OnRecordError('BAD_READING', `The ${what} does not fit at /${problem.path.join('/')}: ${problem.message}`)
}

/** The first digits of an article's key stand alone in slugs and in keys of unnamed entities, so no two articles may share them. */
function requireOwnDigits(graph: Graph, key: string): void {
  const digits = key.slice(0, articleDigits)
  const other = graph.one<{ slug: string }>(sql`SELECT slug FROM article WHERE key > ${digits} AND key < ${`${digits}g`}`)
  if (other) {
    throw new OnRecordError('BAD_TEXT', `The SHA-256 of the text begins with ${digits}, as that of the article ${other.slug} does, and articles are told apart by these digits; change a character of the text, or remove the other.`)
  }
}

function addArticle(graph: Graph, key: string, sort: string, text: string, metadata: ArticleMetadata, reading: Reading, readAt: string): number {
  const { title, publisher = null, author = null, url = null, publishedOn = null, language } = metadata
  const { slug } = articleIdentity(key, title)
  const { id } = graph.run(sql`INSERT INTO article
    (key, slug, title, text, mended, publisher, author, url, published_on, supplied, language, reader, read_at, sort)
    VALUES (${key}, ${slug}, ${title}, ${text}, ${mendedWords(text)}, ${publisher}, ${author}, ${url}, ${publishedOn},
      ${JSON.stringify(metadata.supplied)}, ${language}, ${reading.reader}, ${readAt}, ${sort})`)
  for (const [index, sentence] of reading.sentences.entries()) {
    graph.run(sql`INSERT INTO sentence (article_id, position, start, end, headline)
      VALUES (${id}, ${index + 1}, ${sentence.start}, ${sentence.end}, ${sentence.headline ? 1 : 0})`)
  }
  return id
}

function addMentions({ graph, articleId, key, sorts, reading, entities }: Entering): void {
  for (const mention of reading.mentions) {
    const own = mentionKey(key, mention)
    graph.run(sql`INSERT INTO mention (key, article_id, entity_id, start, end, text, form, rule, reason, confidence, sort)
      VALUES (${own}, ${articleId}, ${need(entities, mention.entity)}, ${mention.start}, ${mention.end}, ${mention.text}, ${mention.form},
        ${mention.rule}, ${mention.reason}, ${mention.confidence}, ${sorts.mention(mention, own)})`)
  }
}

function addStatements(entering: Entering): ReadonlyMap<string, number> {
  const { reading } = entering
  const ids = new Map<string, number>()
  for (const statement of outermostFirst(reading.statements)) {
    ids.set(statement.ref, addStatement(entering, statement, ids))
  }
  return ids
}

/** A statement known through another comes after it. */
function outermostFirst(statements: readonly ReadStatement[]): readonly ReadStatement[] {
  const byRef = new Map(statements.map(statement => [statement.ref, statement]))
  const ordered = new Set<ReadStatement>()
  for (const statement of statements) {
    const inner: ReadStatement[] = []
    let next: ReadStatement | undefined = statement
    while (next && !ordered.has(next)) {
      inner.push(next)
      next = next.reportedIn ? byRef.get(next.reportedIn) : undefined
    }
    for (const each of inner.toReversed()) ordered.add(each)
  }
  return [...ordered]
}

function addStatement(entering: Entering, statement: ReadStatement, earlier: ReadonlyMap<string, number>): number {
  const { graph, articleId, sorts, reading, keys, entities, publishedOn } = entering
  const key = need(keys.statements, statement.ref)
  const start = startOfStatement(statement)
  const place = sorts.statement(statement, key)
  const text = textOfStatement(statement)
  const reportedIn = statement.reportedIn ? need(earlier, statement.reportedIn) : null
  const { id } = graph.run(sql`INSERT INTO statement
    (key, article_id, sort, kind, act, label, attribution, voice, modality, reported_in_id, via_id, made_on, sentence,
      source, cue, content, quotations, dated, text, mended, published_on, rule, reason, confidence)
    VALUES (${key}, ${articleId}, ${place}, ${statement.kind}, ${statement.act}, ${labelOfStatement(statement)}, ${statement.attribution},
      ${reportedIn === null ? 'ARTICLE' : 'CLAIMED'}, ${statement.modality}, ${reportedIn}, ${statement.via ? need(entities, statement.via) : null},
      ${statement.madeOn ?? null}, ${sentenceAt(reading.sentences, start)},
      ${spanJson(statement.source)}, ${spanJson(statement.cue)}, ${spansJson(statement.content)}, ${spansJson(statement.quotations)},
      ${spanJson(statement.dated)}, ${text}, ${mendedWords(text)}, ${publishedOn}, ${statement.rule}, ${statement.reason}, ${statement.confidence})`)
  const roles = { SPEAKER: statement.speakers, ADDRESSEE: statement.addressees, TARGET: statement.targets, ABOUT: statement.about }
  for (const [role, refs] of Object.entries(roles)) {
    for (const [ordinal, entity] of [...new Set(refs)].entries()) {
      graph.run(sql`INSERT INTO statement_entity (statement_id, role, ordinal, entity_id, sort)
        VALUES (${id}, ${role}, ${ordinal}, ${need(entities, entity)}, ${place})`)
    }
  }
  for (const speaker of statement.speakers) {
    for (const other of [...statement.addressees, ...statement.targets]) {
      addTie(graph, need(entities, speaker), need(entities, other), place, true, null, id)
    }
  }
  return id
}

function addRelationships(entering: Entering, statements: ReadonlyMap<string, number>): void {
  const { graph, articleId, key: article, sorts, reading, keys, entities, publishedOn } = entering
  for (const relationship of reading.relationships) {
    const key = relationshipKey(article, relationship, keys)
    const start = startOfRelationship(relationship)
    const place = sorts.relationship(relationship, key)
    const subject = need(entities, relationship.subject)
    const object = relationship.object ? need(entities, relationship.object) : null
    const { id } = graph.run(sql`INSERT INTO relationship
      (key, article_id, sort, type, label, subject_id, object_id, voice, statement_id, saying_id, modality, role,
        starts_on, ends_on, dated, place_id, sentence, evidence, text, published_on, rule, reason, confidence)
      VALUES (${key}, ${articleId}, ${place}, ${relationship.type}, ${relationship.label}, ${subject}, ${object}, ${relationship.voice},
        ${relationship.statement ? need(statements, relationship.statement) : null}, ${relationship.saying ? need(statements, relationship.saying) : null},
        ${relationship.modality}, ${relationship.role ?? null}, ${relationship.startsOn ?? null}, ${relationship.endsOn ?? null},
        ${spanJson(relationship.dated)}, ${relationship.place ? need(entities, relationship.place) : null},
        ${sentenceAt(reading.sentences, start)}, ${spansJson(relationship.evidence)}, ${textOfRelationship(relationship)},
        ${publishedOn}, ${relationship.rule}, ${relationship.reason}, ${relationship.confidence})`)
    if (object !== null) addTie(graph, subject, object, place, relationship.type !== 'RELATED_TO', id, null)
  }
}

function addTie(graph: Graph, from: number, to: number, sort: string, hop: boolean, relationshipId: number | null, statementId: number | null): void {
  if (from === to) return
  for (const [one, other, forwards] of [[from, to, 1], [to, from, 0]] as const) {
    graph.run(sql`INSERT OR IGNORE INTO tie (from_id, to_id, sort, forwards, hop, relationship_id, statement_id)
      VALUES (${one}, ${other}, ${sort}, ${forwards}, ${hop ? 1 : 0}, ${relationshipId}, ${statementId})`)
  }
}

function addMatches({ graph, articleId, reading, entities }: Entering): void {
  for (const match of reading.possiblySame) {
    const [one, other] = [need(entities, match.entity), need(entities, match.other)]
    for (const [entity, same] of [[one, other], [other, one]] as const) {
      graph.run(sql`INSERT OR IGNORE INTO possible_match (entity_id, other_id, article_id, rule, reason, confidence)
        VALUES (${entity}, ${same}, ${articleId}, ${match.rule}, ${match.reason}, ${match.confidence})`)
    }
  }
}

function addRemarks({ graph, articleId, sort, reading }: Entering): void {
  for (const [index, remark] of reading.remarks.entries()) {
    const { rule, message, expected = null, found = null, passage } = remark
    const place = remarkSort(sort, passage?.start ?? 0, index)
    graph.run(sql`INSERT INTO remark (article_id, sort, rule, message, expected, found, start, end)
      VALUES (${articleId}, ${place}, ${rule}, ${message}, ${expected}, ${found}, ${passage?.start ?? null}, ${passage?.end ?? null})`)
  }
}

function need<Value>(ids: ReadonlyMap<string, Value>, ref: string): Value {
  const id = ids.get(ref)
  if (id === undefined) throw new Error(`Nothing has the ref ${ref}.`)
  return id
}

// The rows of one article, as its Reading says them: what hangs on entities refers to rows that are there already (db/entities.ts).
import { articleIdentity, relationshipKey, type Keys } from '../src/model/identity.ts'
import type { ArticleMetadata, ReadStatement, Reading } from '../src/model/reading.ts'
import { labelOfStatement, sentenceAt, spanJson, spansJson, startOfRelationship, startOfStatement, textOfRelationship, textOfStatement } from './derived.ts'
import { mendedWords } from './mend.ts'
import type { Graph } from './open.ts'
import { mentionSort, remarkSort, type Sorts } from './sort.ts'
import { sql } from './sql.ts'

/** What the parts of one Reading share while they enter. */
export interface Entering {
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

/** Answers the article's id. */
export function addArticle(graph: Graph, key: string, sort: string, text: string, metadata: ArticleMetadata, reading: Reading, readAt: string): number {
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

/** All that a Reading says beside its entities. */
export function addParts(entering: Entering): void {
  addMentions(entering)
  const statements = addStatements(entering)
  addRelationships(entering, statements)
  addMatches(entering)
  addRemarks(entering)
}

function addMentions({ graph, articleId, sort, reading, entities }: Entering): void {
  for (const mention of reading.mentions) {
    graph.run(sql`INSERT INTO mention (article_id, entity_id, start, end, text, form, rule, reason, confidence, sort)
      VALUES (${articleId}, ${need(entities, mention.entity)}, ${mention.start}, ${mention.end}, ${mention.text}, ${mention.form},
        ${mention.rule}, ${mention.reason}, ${mention.confidence}, ${mentionSort(sort, mention)})`)
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

// The rows of one article, as its Reading says them: what hangs on entities refers to rows that are there already (db/entering/entities.ts).
import type { Identity, Keys } from '../../src/model/identity.ts'
import type { ArticleMetadata, ReadStatement, Reading } from '../../src/model/reading.ts'
import type { Batch } from './batch.ts'
import { labelOfStatement, sentenceAt, spanJson, spansJson, startOfRelationship, startOfStatement, textOfRelationship, textOfStatement } from '../tables/derived.ts'
import { tiesInto, wait } from '../tables/insert.ts'
import { mendedWords } from '../tables/mend.ts'
import { firstMentionId, mentionIn } from '../tables/mentions.ts'
import { lowerNeighbours } from './neighbour-counts.ts'
import type { Graph } from '../file/open.ts'
import { dropSaidAbout, saidAboutInto } from '../tables/said-about.ts'
import { mentionSort, remarkSort, type Sorts } from '../tables/sort.ts'
import { lowerSpoken } from '../tables/spoken.ts'
import { name, sql } from '../sql.ts'
import { countRows } from '../tables/tallies.ts'
import { tiesOfArticle } from '../walks/ties.ts'

/** What the parts of one Reading share while they enter. */
export interface Entering {
  readonly batch: Batch
  readonly articleId: number
  readonly sort: string
  readonly sorts: Sorts
  readonly publishedOn: string | null
  readonly reading: Reading
  readonly keys: Keys
  readonly entities: ReadonlyMap<string, number>
}

/** Answers the article's id. */
export function addArticle({ waiting, last }: Batch, { key, slug }: Identity, sort: string, text: string, metadata: ArticleMetadata, reading: Reading, readAt: string): number {
  const { title, publisher = null, author = null, url = null, publishedOn = null, language } = metadata
  const id = ++last.article
  wait(waiting, 'article (id, key, slug, title, text, mended, publisher, author, url, published_on, supplied, language, reader, read_at, sort, mentions, statements)', [
    id, key, slug, title, text, mendedWords(text), publisher, author, url, publishedOn, JSON.stringify(metadata.supplied), language, reading.reader, readAt, sort,
    reading.mentions.length, reading.statements.length,
  ])
  return id
}

/** All that a Reading says beside its entities. */
export function addParts(entering: Entering): void {
  addSentences(entering)
  addMentions(entering)
  const statements = addStatements(entering)
  addRelationships(entering, statements)
  addMatches(entering)
  addRemarks(entering)
}

function addSentences({ batch, articleId, reading }: Entering): void {
  reading.sentences.forEach(({ start, end, headline }, index) => {
    wait(batch.waiting, 'sentence (article_id, position, start, end, headline)', [articleId, index + 1, start, end, headline ? 1 : 0])
  })
}

function addMentions({ batch, articleId, sort, reading, entities }: Entering): void {
  const placed = reading.mentions.toSorted((one, other) => one.start - other.start || other.end - one.end)
  placed.forEach((mention, index) => {
    wait(batch.waiting, 'mention (id, article_id, entity_id, start, end, text, form, rule, reason, confidence, sort)', [
      firstMentionId(articleId) + index, articleId, need(entities, mention.entity), mention.start, mention.end, mention.text, mention.form,
      mention.rule, mention.reason, mention.confidence, mentionSort(sort, mention),
    ])
  })
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
  const { batch, articleId, sorts, reading, keys, entities, publishedOn } = entering
  const id = ++batch.last.statement
  const place = need(sorts.statements, statement.ref)
  const text = textOfStatement(statement)
  const reportedIn = statement.reportedIn ? need(earlier, statement.reportedIn) : null
  wait(batch.waiting, `statement (id, key, article_id, sort, kind, act, label, attribution, voice, modality, reported_in_id, via_id, made_on, sentence,
    source, cue, content, quotations, dated, text, mended, published_on, rule, reason, confidence)`, [
    id, need(keys.statements, statement.ref), articleId, place, statement.kind, statement.act, labelOfStatement(statement), statement.attribution,
    reportedIn === null ? 'ARTICLE' : 'CLAIMED', statement.modality, reportedIn, statement.via ? need(entities, statement.via) : null,
    statement.madeOn ?? null, sentenceAt(reading.sentences, startOfStatement(statement)),
    spanJson(statement.source), spanJson(statement.cue), spansJson(statement.content), spansJson(statement.quotations), spanJson(statement.dated),
    text, mendedWords(text), publishedOn, statement.rule, statement.reason, statement.confidence,
  ])
  const madeOn = statement.madeOn ?? ''
  const people = (role: string, refs: readonly string[]): readonly number[] => {
    const ids = eachOnce(refs.map(ref => need(entities, ref)))
    ids.forEach((entity, ordinal) => wait(batch.waiting, 'statement_entity (statement_id, role, ordinal, entity_id, sort, made_on)', [id, role, ordinal, entity, place, madeOn]))
    return ids
  }
  const speakers = people('SPEAKER', statement.speakers)
  // Somebody may be addressed and targeted at once: one tie.
  const others = eachOnce([...people('ADDRESSEE', statement.addressees), ...people('TARGET', statement.targets)])
  const about = people('ABOUT', statement.about)
  for (const speaker of speakers) {
    for (const entity of about) wait(batch.waiting, saidAboutInto, [speaker, entity, place, id, madeOn])
    for (const other of others) addTie(batch, speaker, other, place, true, null, id)
  }
  return id
}

/** Most are one or none. */
function eachOnce(ids: readonly number[]): readonly number[] {
  return ids.length > 1 ? [...new Set(ids)] : ids
}

function addRelationships(entering: Entering, statements: ReadonlyMap<string, number>): void {
  const { batch, articleId, sorts, reading, keys, entities, publishedOn } = entering
  for (const [index, relationship] of reading.relationships.entries()) {
    const id = ++batch.last.relationship
    const place = sorts.relationships[index] ?? ''
    const subject = need(entities, relationship.subject)
    const object = relationship.object ? need(entities, relationship.object) : null
    wait(batch.waiting, `relationship (id, key, article_id, sort, type, label, subject_id, object_id, voice, statement_id, saying_id, modality, role,
      starts_on, ends_on, dated, place_id, sentence, evidence, text, published_on, rule, reason, confidence)`, [
      id, keys.relationships[index] ?? '', articleId, place, relationship.type, relationship.label, subject, object, relationship.voice,
      relationship.statement ? need(statements, relationship.statement) : null, relationship.saying ? need(statements, relationship.saying) : null,
      relationship.modality, relationship.role ?? null, relationship.startsOn ?? null, relationship.endsOn ?? null, spanJson(relationship.dated),
      relationship.place ? need(entities, relationship.place) : null, sentenceAt(reading.sentences, startOfRelationship(relationship)),
      spansJson(relationship.evidence), textOfRelationship(relationship), publishedOn, relationship.rule, relationship.reason, relationship.confidence,
    ])
    if (object !== null) addTie(batch, subject, object, place, relationship.type !== 'RELATED_TO', id, null)
  }
}

function addTie({ waiting }: Batch, from: number, to: number, sort: string, hop: boolean, relationshipId: number | null, statementId: number | null): void {
  if (from === to) return
  wait(waiting, tiesInto, [from, to, sort, 1, hop ? 1 : 0, relationshipId, statementId])
  wait(waiting, tiesInto, [to, from, sort, 0, hop ? 1 : 0, relationshipId, statementId])
}

function addMatches({ batch, articleId, reading, entities }: Entering): void {
  const known = new Set<string>()
  for (const match of reading.possiblySame) {
    const [one, other] = [need(entities, match.entity), need(entities, match.other)]
    for (const [entity, same] of [[one, other], [other, one]] as const) {
      if (known.has(`${entity} ${same}`)) continue
      known.add(`${entity} ${same}`)
      wait(batch.waiting, 'possible_match (entity_id, other_id, article_id, rule, reason, confidence)', [entity, same, articleId, match.rule, match.reason, match.confidence])
    }
  }
}

function addRemarks({ batch, articleId, sort, reading }: Entering): void {
  for (const [index, remark] of reading.remarks.entries()) {
    const { rule, message, expected = null, found = null, passage } = remark
    wait(batch.waiting, 'remark (article_id, sort, rule, message, expected, found, start, end)', [
      articleId, remarkSort(sort, passage?.start ?? 0, index), rule, message, expected, found, passage?.start ?? null, passage?.end ?? null,
    ])
  }
}

/** Deletes the article's rows, all but those that say something of entities (db/entering/entities.ts). */
export function dropArticle(graph: Graph, articleId: number): void {
  const ties = graph.all<{ from_id: number; to_id: number; sort: string; forwards: number; hop: number }>(tiesOfArticle(articleId))
    .map(({ from_id: from, to_id: to, sort, forwards, hop }) => [from, to, sort, forwards, hop] as const)
  lowerNeighbours(graph, ties)
  for (const [from, to, sort] of ties) {
    graph.run(sql`DELETE FROM tie WHERE from_id = ${from} AND to_id = ${to} AND sort = ${sort}`)
  }
  lowerSpoken(graph, sql`s.article_id = ${articleId}`)
  dropSaidAbout(graph, articleId)
  graph.run(sql`DELETE FROM statement_entity WHERE statement_id IN (SELECT id FROM statement WHERE article_id = ${articleId})`)
  graph.run(sql`DELETE FROM possible_match WHERE article_id = ${articleId}`)
  const gone = new Map([['mention', -graph.run(sql`DELETE FROM mention WHERE ${mentionIn(sql`mention`, articleId)}`).changes]])
  for (const table of ['sentence', 'statement', 'relationship', 'remark']) {
    gone.set(table, -graph.run(sql`DELETE FROM ${name(table)} WHERE article_id = ${articleId}`).changes)
  }
  graph.run(sql`DELETE FROM article WHERE id = ${articleId}`)
  countRows(graph, gone, -1)
}

function need<Value>(ids: ReadonlyMap<string, Value>, ref: string): Value {
  const id = ids.get(ref)
  if (id === undefined) throw new Error(`Nothing has the ref ${ref}.`)
  return id
}

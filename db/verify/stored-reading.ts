// The Reading that an article's rows make: what entered, with the keys of the graph as `ref`s. For `verify`, which holds it to the same
// laws as on entry.
import { readingFormat, type ReadEntity, type ReadMention, type ReadRelationship, type ReadStatement, type Reading } from '../../src/model/reading.ts'
import type { Mark } from '../../src/model/passage.ts'
import type { StatementRole } from '../../src/model/vocabulary.ts'
import type { Standing, When } from '../tables/attributes.ts'
import { mentionIn } from '../tables/mentions.ts'
import type { Graph } from '../file/open.ts'
import type { MentionRow, RelationshipRow, SentenceRow, StatementRow } from '../tables/rows.ts'
import { sql } from '../sql.ts'

export interface StoredArticle {
  readonly id: number
  readonly key: string
  readonly text: string
  readonly reader: string
}

/** Throws TypeError or SyntaxError where a row holds JSON of another shape than db/entering/apply.ts writes. */
export function storedReading(graph: Graph, article: StoredArticle): Reading {
  const marker: Marker = (start, end) => ({ start, end, text: article.text.slice(start, end) })
  return {
    format: readingFormat,
    sha256: article.key,
    reader: article.reader,
    sentences: graph.all<SentenceRow>(sql`SELECT start, end, headline FROM sentence WHERE article_id = ${article.id} ORDER BY position`)
      .map(({ start, end, headline }) => ({ ...marker(start, end), headline: headline === 1 })),
    entities: entitiesOf(graph, article.id, marker),
    mentions: mentionsOf(graph, article.id, marker),
    statements: statementsOf(graph, article.id, marker),
    relationships: relationshipsOf(graph, article.id, marker),
    possiblySame: graph.all<Reading['possiblySame'][number]>(sql`SELECT e.key AS entity, o.key AS other, q.rule, q.reason, q.confidence FROM possible_match q
      JOIN entity e ON e.id = q.entity_id JOIN entity o ON o.id = q.other_id WHERE q.article_id = ${article.id} AND e.key < o.key ORDER BY e.key, o.key`),
    remarks: graph.all<RemarkRow>(sql`SELECT rule, message, start, end FROM remark WHERE article_id = ${article.id} ORDER BY sort`)
      .map(({ rule, message, start, end }) => ({ rule, message, passage: start === null || end === null ? undefined : marker(start, end) })),
  }
}

type Marker = (start: number, end: number) => Mark

interface RemarkRow {
  readonly rule: string
  readonly message: string
  readonly start: number | null
  readonly end: number | null
}

function entitiesOf(graph: Graph, articleId: number, marker: Marker): readonly ReadEntity[] {
  const rows = graph.all<{ key: string; named: 0 | 1; field: string; rank: number; value: string }>(sql`SELECT e.key, e.named, t.field, t.rank, t.value
    FROM (SELECT entity_id, field, rank, value FROM attribute WHERE article_id = ${articleId}
      UNION ALL SELECT entity_id, 'kind', 0, json_quote(kind) FROM appearance WHERE article_id = ${articleId}
      UNION ALL SELECT entity_id, 'name', rank, json_quote(name) FROM appearance WHERE article_id = ${articleId}) t
    JOIN entity e ON e.id = t.entity_id ORDER BY e.key, t.field`)
  return [...Map.groupBy(rows, row => row.key)].map(([ref, fields]) => {
    const own = Object.fromEntries(fields.filter(({ field }) => !together.has(field)).map(({ field, value }) => [field, JSON.parse(value) as unknown]))
    const when = JSON.parse(fields.find(each => each.field === 'when')?.value ?? 'null') as When | null // db/tables/attributes.ts
    const standing = JSON.parse(fields.find(each => each.field === 'standing')?.value ?? 'null') as Standing | null // as above
    const entity = {
      ...own,
      ref,
      named: fields[0]?.named === 1,
      startsOn: when?.startsOn ?? undefined,
      endsOn: when?.endsOn ?? undefined,
      dated: when?.dated ? marker(when.dated.start, when.dated.end) : undefined,
      voice: standing?.voice,
      modality: standing?.modality,
      statement: standing?.statement ?? undefined,
      background: [...fields.filter(({ field, rank }) => rank === 1 && !together.has(field)).map(each => each.field), ...(when?.background ?? [])],
    }
    return entity as unknown as ReadEntity // the fields are those that db/tables/attributes.ts took from one
  })
}

/** Fields that hold several of a Reading's entity. */
const together = new Set(['when', 'standing'])

function mentionsOf(graph: Graph, articleId: number, marker: Marker): readonly ReadMention[] {
  return graph.all<MentionRow & { entity: string }>(sql`SELECT m.start, m.end, e.key AS entity, m.form, m.rule, m.reason, m.confidence FROM mention m
    JOIN entity e ON e.id = m.entity_id WHERE ${mentionIn(sql`m`, articleId)} ORDER BY m.id`)
    .map(({ start, end, ...mention }) => ({ ...mention, ...marker(start, end) }))
}

function statementsOf(graph: Graph, articleId: number, marker: Marker): readonly ReadStatement[] {
  const cast = Map.groupBy(graph.all<{ statement_id: number; role: StatementRole; entity: string }>(sql`SELECT p.statement_id, p.role, e.key AS entity
    FROM statement s JOIN statement_entity p ON p.statement_id = s.id JOIN entity e ON e.id = p.entity_id
    WHERE s.article_id = ${articleId} ORDER BY p.statement_id, p.role, p.ordinal`), row => row.statement_id)
  const rows = graph.all<StatementRow & { via: string | null; reported_in: string | null }>(sql`SELECT s.*, v.key AS via, o.key AS reported_in FROM statement s
    LEFT JOIN entity v ON v.id = s.via_id LEFT JOIN statement o ON o.id = s.reported_in_id WHERE s.article_id = ${articleId} ORDER BY s.sort`)
  return rows.map(row => {
    const inRole = (role: StatementRole): readonly string[] => (cast.get(row.id) ?? []).filter(each => each.role === role).map(each => each.entity)
    return {
      ref: row.key,
      kind: row.kind,
      act: row.act,
      source: markOf(row.source, marker),
      cue: markOf(row.cue, marker),
      content: marksOf(row.content, marker),
      quotations: marksOf(row.quotations, marker),
      speakers: inRole('SPEAKER'),
      addressees: inRole('ADDRESSEE'),
      targets: inRole('TARGET'),
      about: inRole('ABOUT'),
      via: row.via ?? undefined,
      attribution: row.attribution,
      modality: row.modality,
      madeOn: row.made_on ?? undefined,
      dated: markOf(row.dated, marker),
      reportedIn: row.reported_in ?? undefined,
      rule: row.rule,
      reason: row.reason,
      confidence: row.confidence,
    }
  })
}

function relationshipsOf(graph: Graph, articleId: number, marker: Marker): readonly ReadRelationship[] {
  const rows = graph.all<RelationshipRow & { readonly [field in 'subject' | 'object' | 'place' | 'statement' | 'saying']: string | null }>(sql`SELECT r.*,
      a.key AS subject, b.key AS object, p.key AS place, c.key AS statement, d.key AS saying FROM relationship r
    LEFT JOIN entity a ON a.id = r.subject_id LEFT JOIN entity b ON b.id = r.object_id LEFT JOIN entity p ON p.id = r.place_id
    LEFT JOIN statement c ON c.id = r.statement_id LEFT JOIN statement d ON d.id = r.saying_id WHERE r.article_id = ${articleId} ORDER BY r.sort`)
  return rows.map(row => ({
    type: row.type,
    label: row.label,
    subject: row.subject ?? '',
    object: row.object ?? undefined,
    voice: row.voice,
    statement: row.statement ?? undefined,
    saying: row.saying ?? undefined,
    modality: row.modality,
    role: row.role ?? undefined,
    startsOn: row.starts_on ?? undefined,
    endsOn: row.ends_on ?? undefined,
    dated: markOf(row.dated, marker),
    place: row.place ?? undefined,
    evidence: marksOf(row.evidence, marker),
    rule: row.rule,
    reason: row.reason,
    confidence: row.confidence,
  }))
}

function marksOf(json: string, marker: Marker): readonly Mark[] {
  return (JSON.parse(json) as readonly (readonly [number, number])[]).map(([start, end]) => marker(start, end)) // db/tables/derived.ts
}

function markOf(json: string | null, marker: Marker): Mark | undefined {
  return json === null ? undefined : marksOf(`[${json}]`, marker)[0]
}

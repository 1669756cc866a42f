// The rows that queries answer, and the columns that make them. Texts are left out: an article's is read only when a passage of it is shown.
import type {
  Attribution, EntityKind, MentionForm, Modality, RelationshipType, SpeechAct, StatementKind, Voice,
} from '../../src/model/vocabulary.ts'
import { sql, type Sql } from '../sql.ts'

interface RowBasis {
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

export interface EntityRow {
  readonly id: number
  readonly key: string
  readonly slug: string
  readonly sort: string
  readonly named: 0 | 1
  readonly kind: EntityKind
  readonly name: string
  readonly description: string | null
  readonly wikidata_id: string | null
  readonly honorific: string | null
  readonly country_id: number | null
  readonly speaks_for_id: number | null
  readonly place_id: number | null
  readonly part_of_id: number | null
  readonly iso2: string | null
  readonly iso3: string | null
  readonly capital: string | null
  readonly demonyms: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly dated: string | null
  readonly voice: Voice | null
  readonly modality: Modality | null
  readonly statement_id: number | null
  readonly background: string
}

export interface ArticleRow {
  readonly id: number
  readonly is_article: 1
  readonly key: string
  readonly slug: string
  readonly sort: string
  readonly title: string
  readonly publisher: string | null
  readonly author: string | null
  readonly url: string | null
  readonly published_on: string | null
  readonly supplied: string
  readonly language: string
  readonly reader: string
  readonly read_at: string
}

export interface SentenceRow {
  readonly id: number
  readonly article_id: number
  readonly position: number
  readonly start: number
  readonly end: number
  readonly headline: 0 | 1
}

export interface MentionRow extends RowBasis {
  readonly id: number
  readonly key: string
  readonly sort: string
  readonly article_id: number
  readonly entity_id: number
  readonly start: number
  readonly end: number
  readonly form: MentionForm
}

export interface StatementRow extends RowBasis {
  readonly id: number
  readonly key: string
  readonly sort: string
  readonly article_id: number
  readonly kind: StatementKind
  readonly act: SpeechAct
  readonly label: string
  readonly attribution: Attribution
  readonly voice: Voice
  readonly modality: Modality
  readonly reported_in_id: number | null
  readonly via_id: number | null
  readonly made_on: string | null
  readonly sentence: number
  readonly source: string | null
  readonly cue: string | null
  readonly content: string
  readonly quotations: string
  readonly dated: string | null
}

export interface RelationshipRow extends RowBasis {
  readonly id: number
  readonly key: string
  readonly sort: string
  readonly article_id: number
  readonly type: RelationshipType
  readonly label: string
  readonly subject_id: number
  readonly object_id: number | null
  readonly voice: Voice
  readonly statement_id: number | null
  readonly saying_id: number | null
  readonly modality: Modality
  readonly role: string | null
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly dated: string | null
  readonly place_id: number | null
  readonly sentence: number
  readonly evidence: string
}

export interface RemarkRow {
  readonly id: number
  readonly sort: string
  readonly article_id: number
  readonly rule: string
  readonly message: string
  readonly expected: string | null
  readonly found: string | null
  readonly start: number | null
  readonly end: number | null
}

export interface Rows {
  readonly entity: EntityRow
  readonly article: ArticleRow
  readonly mention: MentionRow
  readonly statement: StatementRow
  readonly relationship: RelationshipRow
  readonly remark: RemarkRow
}
export type Listed = keyof Rows

/** Table and alias of each noun; every one has a unique `sort`, an entity's being its slug. */
export const tables = {
  entity: { table: sql`entity e`, alias: sql`e`, sort: sql`e.slug` },
  article: { table: sql`article a`, alias: sql`a`, sort: sql`a.sort` },
  mention: { table: sql`mention m`, alias: sql`m`, sort: sql`m.sort` },
  statement: { table: sql`statement s`, alias: sql`s`, sort: sql`s.sort` },
  relationship: { table: sql`relationship r`, alias: sql`r`, sort: sql`r.sort` },
  remark: { table: sql`remark k`, alias: sql`k`, sort: sql`k.sort` },
} as const

/** The columns of each noun; those before the semicolon are in every row: they tell which row it is, of which type, and where it stands. */
const columns: Readonly<Record<Listed, string>> = {
  entity: `e.id, e.slug, e.kind; e.slug AS sort, e.key, e.named, e.name, e.description, e.wikidata_id, e.honorific, e.country_id, e.speaks_for_id, e.place_id,
    e.part_of_id, e.iso2, e.iso3, e.capital, e.demonyms, e.latitude, e.longitude, e.starts_on, e.ends_on, e.dated, e.voice, e.modality, e.statement_id, e.background`,
  // No column of an article behind its text tells that it is one: reading it would take reading the text.
  article: 'a.id, 1 AS is_article; a.sort, a.key, a.slug, a.title, a.publisher, a.author, a.url, a.published_on, a.supplied, a.language, a.reader, a.read_at',
  mention: `m.id, m.article_id, m.entity_id, m.start; m.sort, (SELECT substr(key, 1, 12) FROM article WHERE id = m.article_id) || '.' || m.start || '-' || m.end AS key, m.end,
    m.form, m.rule, m.reason, m.confidence`,
  statement: `s.id, s.article_id, s.reported_in_id; s.sort, s.key, s.kind, s.act, s.label, s.attribution, s.voice, s.modality, s.via_id, s.made_on, s.sentence,
    s.source, s.cue, s.content, s.quotations, s.dated, s.rule, s.reason, s.confidence`,
  relationship: `r.id, r.article_id, r.saying_id; r.sort, r.key, r.type, r.label, r.subject_id, r.object_id, r.voice, r.statement_id, r.modality,
    r.role, r.starts_on, r.ends_on, r.dated, r.place_id, r.sentence, r.evidence, r.rule, r.reason, r.confidence`,
  remark: 'k.id, k.article_id; k.sort, k.rule, k.message, k.expected, k.found, k.start, k.end',
}

/** Names of columns that are needed of a row; null: all. Of a list, `sort` is needed for its cursors, and `next` for what its page says of itself: the row behind it. */
export type Asked = readonly string[] | null

interface Known {
  readonly own: readonly string[]
  readonly rest: readonly string[]
  readonly all: Sql
  readonly some: WeakMap<readonly string[], Sql>
}

const known = Object.fromEntries(Object.entries(columns).map(([noun, text]): [string, Known] => {
  const [own = [], rest = []] = text.split(';').map(part => part.split(/,(?![^(]*\))/).map(column => column.trim()))
  return [noun, { own, rest, all: selecting([...own, ...rest]), some: new WeakMap() }]
})) as Readonly<Record<Listed, Known>> // the keys of the table above

/** What to select of a noun. Whoever asks for less than all has rows that lack the rest: the type of the row does not tell. */
export function columnsOf(noun: Listed, asked: Asked = null): Sql {
  const { own, rest, all, some } = known[noun]
  if (asked === null) return all
  const found = some.get(asked)
  if (found) return found
  const made = selecting([...own, ...rest.filter(column => asked.includes(column.split(/\W/).at(-1) ?? ''))])
  some.set(asked, made)
  return made
}

function selecting(names: readonly string[]): Sql {
  return { text: names.join(', '), values: [] }
}

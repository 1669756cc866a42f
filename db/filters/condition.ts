// What the conditions of every noun share: how a filter's field becomes SQL.
import { requireRange } from '../../src/model/dates.ts'
import { OnRecordError } from '../../src/model/errors.ts'
import type { ArticleFilter, DateRange, EntityFilter, Filters, NameFilter, Noun } from '../../src/model/filter.ts'
import { parseId, type NodeType } from '../../src/model/ids.ts'
import { foldName } from '../../src/model/keys.ts'
import type { StatementRole } from '../../src/model/vocabulary.ts'
import { rowsWith, type TextIndex } from '../tables/full-text.ts'
import { placesOfDays } from '../tables/sort.ts'
import { hasKey, type Keyed } from '../tables/keyed.ts'
import { always, every, sql, type Sql } from '../sql.ts'

/** Turns a nested filter of any noun into a condition on that noun's alias. Handed in, so that nouns need not import each other. */
export interface Compile {
  <N extends Noun>(noun: N, filter: Filters[N]): Sql
  /** The rows that the condition is asked of are found in another way, and looked at one by one: then what each leads to is looked up for it
   * alone (EXISTS). In a selection of all that fit, all that they may lead to are selected first (IN). */
  readonly oneByOne: boolean
  /** Such rows are not themselves looked up for others: of many that each of many leads to there would be too many. */
  readonly first: boolean
  /** For a selection of all that fit. */
  readonly all: <N extends Noun>(noun: N, filter: Filters[N]) => Sql
}

type Plain<Filter> = Omit<Filter, 'and' | 'or' | 'not'>

/** One condition for each field of a filter; the type makes forgetting one an error. */
export type Conditions<Filter> = {
  readonly [Field in keyof Plain<Filter>]-?: (value: NonNullable<Plain<Filter>[Field]>, where: Compile) => Sql
}

/** Global ids of one type; ids of another type match nothing. */
export function hasId(noun: Keyed, type: NodeType, ids: readonly string[]): Sql {
  return hasKey(noun, ids.map(id => parseId(id)).filter(id => id.type === type).map(id => id.key))
}

/** From a date to a date, inclusive; a month or year on either side overlaps. The columns hold EDTF dates, compared as text. */
export function overlaps(first: Sql, last: Sql, range: DateRange, argument: string): Sql {
  const { from, to } = requireRange(range, argument)
  return every([
    from === null ? always : sql`${last} || '~' >= ${from}`,
    to === null ? always : sql`${first} <= ${to}`,
  ])
}

/** The entity that the column refers to is such. */
export function isSuch(column: Sql, filter: EntityFilter, where: Compile): Sql {
  // Of an entity's entity the aliases would be one.
  if (where.oneByOne && !column.text.startsWith('e.')) return sql`EXISTS (SELECT 1 FROM entity e WHERE e.id = +${column} AND ${where('entity', filter)})`
  return sql`${column} IN (SELECT e.id FROM entity e WHERE ${where.all('entity', filter)})`
}

/** Statements in which such an entity has the role. */
export function inRole(id: Sql, role: StatementRole, filter: EntityFilter, where: Compile): Sql {
  if (where.oneByOne && !id.text.startsWith('e.')) {
    return sql`EXISTS (SELECT 1 FROM statement_entity part CROSS JOIN entity e ON e.id = part.entity_id
      WHERE part.statement_id = ${id} AND part.role = ${role} AND ${where('entity', filter)})`
  }
  return sql`${id} IN (SELECT statement_id FROM statement_entity WHERE role = ${role} AND entity_id IN
    (SELECT e.id FROM entity e WHERE ${where.all('entity', filter)}))`
}

/** Where the places of rows are those of articles, the days of publication are a stretch of them: nothing beyond it need be looked at. */
export function standsIn(sort: Sql, range: DateRange | null | undefined): Sql {
  if (!range) return always
  const { from, to } = requireRange(range, 'publishedOn')
  // A month or a year overlaps the range, too: it stands at its first day.
  const { first, end } = placesOfDays(from && `${from.slice(0, 4)}-01-01`, to)
  return every([first === null ? always : sql`${sort} >= ${first}`, end === null ? always : sql`${sort} < ${end}`])
}

/** The row's article is such. */
export function isOfSuch(row: Sql, filter: ArticleFilter, where: Compile): Sql {
  return every([standsIn(sql`${row}.sort`, filter.publishedOn), isArticle(sql`${row}.article_id`, filter, where)])
}

function isArticle(column: Sql, filter: ArticleFilter, where: Compile): Sql {
  if (where.oneByOne) return sql`EXISTS (SELECT 1 FROM article a WHERE a.id = ${column} AND ${where('article', filter)})`
  return sql`${column} IN (SELECT a.id FROM article a WHERE ${where.all('article', filter)})`
}

export function isSure(column: Sql, minConfidence: number): Sql {
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new OnRecordError('BAD_ARGUMENT', `minConfidence is ${minConfidence}; expected a number from 0 to 1.`, { argument: 'minConfidence' })
  }
  return sql`+${column} >= ${minConfidence}` // most rows are sure: the plus keeps the list in its own order, where the engine would gather and sort them
}

/** Rows of a full-text index that hold every word. */
export function holds(id: Sql, index: TextIndex, text: string): Sql {
  return sql`${id} IN (${rowsWith(index, text)})`
}

/** Any of an entity's names, compared without case, accents and punctuation. */
export function isNamed(id: Sql, filter: NameFilter): Sql {
  const { eq, startsWith, matches } = filter
  return every([
    isGiven(eq) ? sql`${id} IN (SELECT entity_id FROM alias WHERE folded = ${folded(eq, 'name.eq')})` : always,
    isGiven(startsWith) ? beginsWith(id, folded(startsWith, 'name.startsWith')) : always,
    isGiven(matches) ? contains(id, folded(matches, 'name.matches')) : always,
  ])
}

/** An empty text is no missing one: it holds no letter, and is refused. */
function isGiven(text: string | null | undefined): text is string {
  return text !== null && text !== undefined
}

function contains(id: Sql, part: string): Sql {
  // The trigram index knows nothing shorter than three characters.
  const letters = [...part]
  if (letters.length < 3) return beginsWith(id, part)
  // The index is asked for the beginning of a long part only: every letter of it would be one of its terms.
  return sql`${id} IN (SELECT a.entity_id FROM alias_text JOIN alias a ON a.id = alias_text.rowid
    WHERE alias_text MATCH ${`"${letters.slice(0, 60).join('')}"`} AND instr(a.folded, ${part}) > 0)`
}

function beginsWith(id: Sql, start: string): Sql {
  return sql`${id} IN (SELECT entity_id FROM alias WHERE folded >= ${start} AND folded < ${`${start}\u{10FFFF}`})`
}

/** A name as the graph compares it; EMPTY_SEARCH where nothing is left of it. */
export function folded(text: string, argument: string): string {
  const fold = foldName(text)
  if (fold) return fold
  throw new OnRecordError('EMPTY_SEARCH', `${argument} is "${text.slice(0, 40)}", which holds no letter and no digit; name at least one.`, { argument })
}

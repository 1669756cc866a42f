// A filter as SQL: `and`, `or`, `not` over the conditions of its noun. Each noun has one alias (e, s, r, m, a), which nested
// selections shadow: a condition only ever speaks of the innermost.
import type { Filters, Noun, TieFilter } from '../../src/model/filter.ts'
import { tables } from '../tables/rows.ts'
import { aliveAt, always, every, join, sql, type Sql } from '../sql.ts'
import { articleConditions, mentionConditions } from './article.ts'
import type { Compile } from './condition.ts'
import { entityConditions } from './entity.ts'
import { relationshipConditions } from './relationship.ts'
import { statementConditions } from './statement.ts'
import { tieAsRelationship, tieAsStatement } from './tie.ts'

type AnyFilter = Readonly<Record<string, unknown>>
type AnyConditions = Readonly<Record<string, (value: never, where: Compile) => Sql>>

const conditionsOf: Readonly<Record<Exclude<Noun, 'tie'>, AnyConditions>> = {
  entity: entityConditions,
  statement: statementConditions,
  relationship: relationshipConditions,
  mention: mentionConditions,
  article: articleConditions,
}

/** The condition that rows of the noun, under its alias, fit the filter. Throws the errors of its fields (BAD_ID, BAD_DATE, EMPTY_SEARCH …). */
export function where<N extends Noun>(noun: N, filter: Filters[N]): Sql {
  return whereOf(noun, filter, ofFirst)
}

/** The same condition, for all rows of a noun: what they may lead to is selected first, once, where `where` looks it up for each row, of which few may be looked at. */
export function whereOfAll<N extends Noun>(noun: N, filter: Filters[N]): Sql {
  return whereOf(noun, filter, ofAll)
}

function whereOf(noun: Noun, filter: unknown, within: Compile): Sql {
  if (noun === 'tie') throw new Error('A tie is filtered as a relationship or as a statement.')
  return compile(filter as AnyFilter, conditionsOf[noun], within) // the noun's filter, as all callers have it
}

/** The conditions of a tie filter: for relationships under r, for statements under s. */
export function whereTie(filter: TieFilter): { readonly relationship: Sql; readonly statement: Sql } {
  return { relationship: compile(filter as AnyFilter, tieAsRelationship, ofFirst), statement: compile(filter as AnyFilter, tieAsStatement, ofFirst) } // plain data
}

function compile(filter: AnyFilter, conditions: AnyConditions, within: Compile): Sql {
  const parts = Object.entries(filter).map(([field, value]): Sql => {
    if (value === null || value === undefined) return always
    if (field === 'and') return every((value as readonly AnyFilter[]).map(each => compile(each, conditions, within))) // lists of filters, by the schema
    if (field === 'or') return anyOf((value as readonly AnyFilter[]).map(each => compile(each, conditions, within)))
    if (field === 'not') return opposite(compile(value as AnyFilter, conditions, within))
    const condition = conditions[field]
    if (!condition) throw new Error(`No condition for the field "${field}".`)
    return condition(value as never, within) // the table pairs each field with a condition on its type
  })
  return every(parts)
}

/** A selection within a condition: it may look at every row of its table, so it asks the deadline. */
function nested(noun: Noun, filter: unknown, within: Compile): Sql {
  return sql`${whereOf(noun, filter, within)} AND ${aliveAt(sql`${tables[noun as Exclude<Noun, 'tie'>].alias}.id`)}` // whereOf has refused a tie
}

function ofAllRows(noun: Noun, filter: unknown): Sql {
  return nested(noun, filter, ofAll)
}

function ofEachRow(noun: Noun, filter: unknown): Sql {
  return nested(noun, filter, ofEach)
}

const ofAll: Compile = Object.assign(ofAllRows, { oneByOne: false, first: false, all: ofAllRows })
const ofEach: Compile = Object.assign(ofEachRow, { oneByOne: true, first: false, all: ofAllRows })
const ofFirst: Compile = Object.assign((noun: Noun, filter: unknown): Sql => ofEachRow(noun, filter), { oneByOne: true, first: true, all: ofAllRows })

/** Of what says nothing there is none. A comparison with a missing date is unknown, not false; what is not known to fit, "not" lets through. */
function opposite(condition: Sql): Sql {
  return condition === always ? always : sql`(${condition}) IS NOT TRUE`
}

function anyOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return sql`FALSE`
  if (conditions.includes(always)) return always
  return sql`(${join(conditions, ' OR ')})`
}

export type { Filters }

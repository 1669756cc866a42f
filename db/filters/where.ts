// A filter as SQL: `and`, `or`, `not` over the conditions of its noun. Each noun has one alias (e, s, r, m, a), which nested
// selections shadow: a condition only ever speaks of the innermost.
import type { Filters, Noun, TieFilter } from '../../src/model/filter.ts'
import { tables } from '../rows.ts'
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
export const where: Compile = (noun, filter) => {
  if (noun === 'tie') throw new Error('A tie is filtered as a relationship or as a statement.')
  return compile(filter as AnyFilter, conditionsOf[noun as Exclude<Noun, 'tie'>]) // the line above has seen to it
}

/** The conditions of a tie filter: for relationships under r, for statements under s. */
export function whereTie(filter: TieFilter): { readonly relationship: Sql; readonly statement: Sql } {
  return { relationship: compile(filter as AnyFilter, tieAsRelationship), statement: compile(filter as AnyFilter, tieAsStatement) } // plain data
}

function compile(filter: AnyFilter, conditions: AnyConditions): Sql {
  const parts = Object.entries(filter).map(([field, value]): Sql => {
    if (value === null || value === undefined) return always
    if (field === 'and') return every((value as readonly AnyFilter[]).map(each => compile(each, conditions))) // lists of filters, by the schema
    if (field === 'or') return anyOf((value as readonly AnyFilter[]).map(each => compile(each, conditions)))
    if (field === 'not') return opposite(compile(value as AnyFilter, conditions))
    const condition = conditions[field]
    if (!condition) throw new Error(`No condition for the field "${field}".`)
    return condition(value as never, nested) // the table pairs each field with a condition on its type
  })
  return every(parts)
}

/** A selection within a condition: it may look at every row of its table, so it asks the deadline. */
const nested: Compile = (noun, filter) => sql`${where(noun, filter)} AND ${aliveAt(sql`${tables[noun as Exclude<Noun, 'tie'>].alias}.id`)}` // where has refused a tie

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

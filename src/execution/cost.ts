// What an answer could hold at most, in points: worked out from the validated document once, and for each request from its coerced variables;
// linear in the fields, which are at most 500.
// An object costs 1, times the page sizes above it. A connection's page size counts once: for `nodes`, and for `edges`, which cost nothing themselves.
import {
  getNamedType, getNullableType, isAbstractType, isCompositeType, isInterfaceType, isListType, isObjectType, Kind,
  type FieldNode, type GraphQLCompositeType, type GraphQLField, type SelectionSetNode,
} from 'graphql'
import { OnRecordError } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import { argumentsOf, type Arguments, type Request, type Values } from './arguments.ts'
import type { Planned } from './plan.ts'
import { checkValue } from './values.ts'
import { limitPassed } from '../model/limit-passed.ts'

/** What a field may say of itself in its `extensions`. */
export interface CostExtensions {
  /** Points added once, instead of the 1 of its object. */
  readonly cost?: (args: Values) => number
  /** How many objects a list may hold, or the lists directly below an object. */
  readonly multiplier?: (args: Values) => number
  /** Fields of its arguments whose texts it measures itself. */
  readonly longTexts?: readonly string[]
}

/** Points of something within an object of which there are `page` rows, where its field has said how many. Throws where a limit is passed. */
type Count = (request: Request, page: number | null) => number

/** Objects that a plain list (speakers, content) is taken to hold. */
const plainList = 3
/** An object within an argument. */
const conditionCost = 5
/** Introspection reads no row, but its answer is long. */
const introspection = 1000

/** Answers a function that checks every argument of the operation, then the sum. It answers the cost. */
export function costOf(planned: Planned): (request: Request) => number {
  const { schema, operation } = planned
  const root = schema.getRootType(operation.operation)
  const count = root ? countOfSet(operation.selectionSet, root, planned) : null
  return request => {
    const cost = count?.(request, null) ?? 0
    if (cost > limits.cost.value) {
      throw limitPassed('cost', cost, `The operation could cost ${cost.toLocaleString('en-GB')} points`, 'Ask for smaller pages (first, last) or fewer levels of lists.')
    }
    return cost
  }
}

/** Null: it costs nothing, whatever the request. */
function countOfSet(set: SelectionSetNode, parent: GraphQLCompositeType, planned: Planned): Count | null {
  const common: Count[] = []
  // Of the fragments on different objects of a union or an interface only one can apply to each row: the dearest counts.
  const alternatives = new Map<string, Count[]>()
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const count = countOfField(selection, parent, planned)
      if (count) common.push(count)
    } else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : planned.fragments.get(selection.name.value)
      if (!fragment) continue
      const named = fragment.typeCondition && planned.schema.getType(fragment.typeCondition.name.value)
      const type = named && isCompositeType(named) ? named : parent
      const count = countOfSet(fragment.selectionSet, type, planned)
      if (!count) continue
      if (isAbstractType(parent) && isObjectType(type)) alternatives.set(type.name, [...(alternatives.get(type.name) ?? []), count])
      else common.push(count)
    }
  }
  if (common.length === 0 && alternatives.size === 0) return null
  const each = [...alternatives.values()]
  return (request, page) => {
    let dearest = 0
    for (const counts of each) dearest = Math.max(dearest, sum(counts, request, page))
    return sum(common, request, page) + dearest
  }
}

function sum(counts: readonly Count[], request: Request, page: number | null): number {
  let points = 0
  for (const count of counts) points += count(request, page)
  return points
}

function countOfField(node: FieldNode, parent: GraphQLCompositeType, planned: Planned): Count | null {
  const name = node.name.value
  if (name === '__schema' || name === '__type') return () => introspection
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
  if (!field) return null
  const type = getNamedType(field.type)
  const below = node.selectionSet && isCompositeType(type) ? { type, count: countOfSet(node.selectionSet, type, planned) } : null
  const extensions: CostExtensions = field.extensions
  if (!below && field.args.length === 0 && !extensions.cost) return null
  const args = argumentsOf(field, node)
  const conditions = conditionsOf(name, args, extensions)
  if (!below) return request => conditions(request) + (extensions.cost?.(args.of(request)) ?? 0)
  const isList = isListType(getNullableType(field.type))
  return (request, page) => {
    const inArguments = conditions(request)
    const values = args.of(request)
    const own = extensions.cost?.(values)
    const rows = extensions.multiplier?.(values) ?? rowsAsked(field, values, below.type, isList)
    if (!isList) return inArguments + (own ?? 1) + (below.count?.(request, rows) ?? 0)
    const each = isEdge(below.type, page) ? 0 : 1
    return inArguments + (own ?? 0) + Math.max(1, rows ?? page ?? plainList) * (each + (below.count?.(request, null) ?? 0))
  }
}

/** Checks the arguments of a field, and counts the conditions in them; once where they are the same in every request. */
function conditionsOf(name: string, args: Arguments, { longTexts }: CostExtensions): (request: Request) => number {
  let fixed: number | null = null
  return request => {
    if (fixed !== null) return fixed
    let conditions = 0
    for (const [key, value] of Object.entries(args.of(request))) {
      checkValue(`${name}.${key}`, value, longTexts)
      conditions += conditionsIn(value)
    }
    if (args.isFixed) fixed = conditions
    return conditions
  }
}

/** Conditions of a filter: each is work for the database, at every use of the variable that holds it. */
function conditionsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + conditionsIn(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, each) => sum + conditionsIn(each), conditionCost)
}

/** The page size of a field with `first` or `last`, the number of `ids`, or null where the field does not say. */
function rowsAsked(field: GraphQLField<unknown, unknown>, args: Values, type: GraphQLCompositeType, isList: boolean): number | null {
  const { first, last, ids } = args
  if (Array.isArray(ids)) return ids.length
  if (!field.args.some(arg => arg.name === 'first' || arg.name === 'last')) return null
  if (isList || isConnection(type)) checkPage(field.name, first, last)
  const asked = first ?? last
  return typeof asked === 'number' ? Math.max(1, asked) : limits.defaultPageSize.value
}

function checkPage(name: string, first: unknown, last: unknown): void {
  const most = limits.pageSize.value
  if (first != null && last != null) {
    throw new OnRecordError('BAD_PAGE_SIZE', `The field "${name}" was given both "first" and "last"; give one of them, from 1 to ${most}.`, { limit: most, argument: `${name}.last` })
  }
  for (const [key, value] of [['first', first], ['last', last]] as const) {
    if (value == null || (typeof value === 'number' && value >= 1 && value <= most)) continue
    const actual = Number(value)
    const advice = actual > most ? ' Ask for a smaller page and go on with its cursor.' : ''
    throw new OnRecordError('BAD_PAGE_SIZE', `The argument "${key}" of "${name}" is ${actual}; it is a whole number from 1 to ${most}.${advice}`, { limit: most, actual, argument: `${name}.${key}` })
  }
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields()
}

function isEdge(type: GraphQLCompositeType, page: number | null): boolean {
  return page !== null && isObjectType(type) && 'node' in type.getFields()
}

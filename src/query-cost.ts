// What an answer could hold at most, in points, from the validated document and its coerced variables; linear in the fields, which are at most 500.
// An object costs 1, times the page sizes above it. A connection's page size counts once: for `nodes`, and for `edges`, which cost nothing themselves.
import {
  getArgumentValues, getNamedType, getNullableType, isAbstractType, isCompositeType, isInterfaceType, isListType, isObjectType, Kind,
  type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql'
import { OnRecordError } from './model/errors.ts'
import { limits } from './model/limits.ts'
import { checkValue } from './query-values.ts'
import { limitPassed } from './model/limit-passed.ts'

/** What a field may say of itself in its `extensions`. */
export interface CostExtensions {
  /** Points added once, instead of the 1 of its object. */
  readonly cost?: (args: Readonly<Record<string, unknown>>) => number
  /** How many objects a list may hold, or the lists directly below an object. */
  readonly multiplier?: (args: Readonly<Record<string, unknown>>) => number
  /** Fields of its arguments whose texts it measures itself. */
  readonly longTexts?: readonly string[]
}

type Variables = NonNullable<Parameters<typeof getArgumentValues>[2]>

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Variables
}

/** Objects that a plain list (speakers, content) is taken to hold. */
const plainList = 3
/** An object within an argument. */
const conditionCost = 5
/** Introspection reads no row, but its answer is long. */
const introspection = 1000

/** Checks every argument on the way, then the sum. Answers the cost. */
export function checkCost(schema: GraphQLSchema, fragments: Walk['fragments'], operation: OperationDefinitionNode, variables: Variables): number {
  const root = schema.getRootType(operation.operation)
  const cost = root ? costOf(operation.selectionSet, root, null, { schema, fragments, variables }) : 0
  if (cost > limits.cost.value) {
    throw limitPassed('cost', cost, `The operation could cost ${cost.toLocaleString('en-GB')} points`, 'Ask for smaller pages (first, last) or fewer levels of lists.')
  }
  return cost
}

/** `page`: rows of the lists directly in this object, where its field has said how many. */
function costOf(set: SelectionSetNode, parent: GraphQLCompositeType, page: number | null, walk: Walk): number {
  let common = 0
  // Of the fragments on different objects of a union or an interface only one can apply to each row: the dearest counts.
  const alternatives = new Map<string, number>()
  const add = (type: GraphQLCompositeType, cost: number): void => {
    if (isAbstractType(parent) && isObjectType(type)) alternatives.set(type.name, (alternatives.get(type.name) ?? 0) + cost)
    else common += cost
  }
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value
      if (name === '__schema' || name === '__type') common += introspection
      const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
      if (!field) continue
      const args = getArgumentValues(field, selection, walk.variables)
      const extensions: CostExtensions = field.extensions
      for (const [key, value] of Object.entries(args)) {
        checkValue(`${name}.${key}`, value, extensions.longTexts)
        common += conditionsIn(value)
      }
      common += costOfField(field, args, selection.selectionSet, page, walk)
    } else {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : walk.fragments.get(selection.name.value)
      if (!fragment) continue
      const named = fragment.typeCondition && walk.schema.getType(fragment.typeCondition.name.value)
      const type = named && isCompositeType(named) ? named : parent
      add(type, costOf(fragment.selectionSet, type, page, walk))
    }
  }
  return common + Math.max(0, ...alternatives.values())
}

/** Conditions of a filter: each is work for the database, at every use of the variable that holds it. */
function conditionsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + conditionsIn(each), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((sum, each) => sum + conditionsIn(each), conditionCost)
}

function costOfField(
  field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>, set: SelectionSetNode | undefined, page: number | null, walk: Walk,
): number {
  const extensions: CostExtensions = field.extensions
  const own = extensions.cost?.(args)
  const type = getNamedType(field.type)
  if (!set || !isCompositeType(type)) return own ?? 0
  const isList = isListType(getNullableType(field.type))
  const rows = extensions.multiplier?.(args) ?? rowsAsked(field, args, type, isList)
  if (!isList) return (own ?? 1) + costOf(set, type, rows, walk)
  const each = isEdge(type, page) ? 0 : 1
  return (own ?? 0) + Math.max(1, rows ?? page ?? plainList) * (each + costOf(set, type, null, walk))
}

/** The page size of a field with `first` or `last`, the number of `ids`, or null where the field does not say. */
function rowsAsked(field: GraphQLField<unknown, unknown>, args: Readonly<Record<string, unknown>>, type: GraphQLCompositeType, isList: boolean): number | null {
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

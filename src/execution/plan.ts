// What an operation selects, worked out once: for each type of object the fields to resolve, in order, each with all that executing it takes.
// Plans are made as objects of a type first turn up, and shared by all places that select the same fields of it.
import {
  GraphQLIncludeDirective, GraphQLSkipDirective, getDirectiveValues, getNamedType, isAbstractType, isLeafType, isListType, isNonNullType, Kind,
  type FieldNode, type FragmentDefinitionNode, type GraphQLAbstractType, type GraphQLField, type GraphQLFieldResolver, type GraphQLLeafType, type GraphQLObjectType, type GraphQLOutputType,
  type GraphQLResolveInfo, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql'
import { argumentsOf, type Arguments, type Variables } from './arguments.ts'
import { columnOf, readBelow, type Read } from './columns.ts'

/** The fields of one type of object. */
export interface Selected {
  readonly type: GraphQLObjectType
  readonly fields: readonly SelectedField[]
}

export interface SelectedField {
  /** Its name in the answer. */
  readonly key: string
  readonly field: GraphQLField<unknown, unknown>
  readonly nodes: readonly FieldNode[]
  readonly parent: GraphQLObjectType
  readonly resolve: GraphQLFieldResolver<unknown, unknown>
  readonly args: Arguments | null
  readonly shape: Shape
  /** Where it is but a column of its row: which, and of what type it is where it stands in the answer as it is. */
  readonly column: string | null
  readonly plain: Plain | null
  /** What resolvers get of it; what differs from request to request is left out. */
  readonly info: GraphQLResolveInfo
}

type Plain = 'string' | 'number' | 'boolean'

/** How a value becomes part of the answer. */
export type Shape = { readonly isNullable: boolean } & (
  | { readonly is: 'leaf'; readonly type: GraphQLLeafType; readonly plain: Plain | null }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'object'; readonly type: GraphQLObjectType; readonly selected: () => Selected }
  | { readonly is: 'abstract'; readonly type: GraphQLAbstractType; readonly selectedOf: (type: GraphQLObjectType) => Selected; readonly known: Map<string, Selected> }
)

export interface Planned {
  readonly schema: GraphQLSchema
  readonly operation: OperationDefinitionNode
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** The plan of an operation's top. Variables tell what @skip and @include leave. */
export function planOf({ schema, operation, fragments }: Planned, variables: Variables): Selected {
  const known = new Map<string, Selected>()
  const numbers = new Map<FieldNode, number>()
  const places = new Map<string, object>()

  function selected(type: GraphQLObjectType, sets: readonly SelectionSetNode[], nodes: readonly FieldNode[]): Selected {
    const key = `${type.name} ${nodes.map(numberOf).join(' ')}`
    const found = known.get(key)
    if (found) return found
    const made = { type, fields: [...fieldsOf(type, sets)].flatMap(([name, own]) => fieldOf(type, name, own) ?? []) }
    known.set(key, made)
    return made
  }

  /** The same object for the same nodes: those of one field may be fewer on one type of object than on another. */
  function placeOf(nodes: readonly FieldNode[]): object {
    const key = nodes.map(numberOf).join(' ')
    const place = places.get(key) ?? {}
    places.set(key, place)
    return place
  }

  function numberOf(node: FieldNode): number {
    const number = numbers.get(node) ?? numbers.size
    numbers.set(node, number)
    return number
  }

  /** The nodes of each name in the answer, in the order in which the names first stand (CollectFields of the specification). */
  function fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): ReadonlyMap<string, readonly FieldNode[]> {
    const groups = new Map<string, FieldNode[]>()
    const visited = new Set<string>()
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (!isIncluded(selection)) continue
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value
          const group = groups.get(key)
          if (group) group.push(selection)
          else groups.set(key, [selection])
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection.typeCondition?.name.value, type)) collect(selection.selectionSet)
        } else {
          const fragment = fragments.get(selection.name.value)
          if (!fragment || visited.has(selection.name.value) || !applies(fragment.typeCondition.name.value, type)) continue
          visited.add(selection.name.value)
          collect(fragment.selectionSet)
        }
      }
    }
    sets.forEach(collect)
    return groups
  }

  function isIncluded(node: SelectionNode): boolean {
    if (!node.directives?.length) return true
    return getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  }

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true
    const wanted = schema.getType(condition)
    return isAbstractType(wanted) && schema.isSubType(wanted, type)
  }

  function fieldOf(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): SelectedField | null {
    const node = nodes[0]
    const field = node && schema.getField(parent, node.name.value)
    if (!node || !field) return null
    let below: Read | null = null
    // Resolvers of ours read nothing of a request here; introspection reads the schema. The rest is for schema/asked.ts.
    const info = {
      fieldName: field.name, fieldNodes: nodes, returnType: field.type, parentType: parent, schema, operation,
      place: placeOf(nodes), get below() { return (below ??= readBelow(schema, fragments, getNamedType(field.type), nodes)) },
    } as unknown as GraphQLResolveInfo
    const resolve = field.resolve ?? ((source, args, context) => ownValue(source, field.name, args, context, info))
    const shape = shapeOf(field.type, nodes)
    const plain = shape.is === 'leaf' ? (shape.plain ?? (shape.type.name === 'Int' ? 'number' : null)) : null
    const column = plain === null || key === '__proto__' ? null : columnOf(field)
    return { key, field, nodes, parent, resolve, args: field.args.length > 0 ? argumentsOf(field, node) : null, shape, column, plain, info }
  }

  function shapeOf(type: GraphQLOutputType, nodes: readonly FieldNode[]): Shape {
    if (isNonNullType(type)) return { ...shapeOf(type.ofType, nodes), isNullable: false }
    if (isListType(type)) return { is: 'list', isNullable: true, of: shapeOf(type.ofType, nodes) }
    if (isLeafType(type)) return { is: 'leaf', isNullable: true, type, plain: plainTypes.get(type.name) ?? null }
    const sets = nodes.flatMap(node => node.selectionSet ?? [])
    const selectedOf = (of: GraphQLObjectType): Selected => selected(of, sets, nodes)
    if (isAbstractType(type)) return { is: 'abstract', isNullable: true, type, selectedOf, known: new Map() }
    let made: Selected | null = null
    return { is: 'object', isNullable: true, type, selected: () => (made ??= selectedOf(type)) }
  }

  const root = schema.getRootType(operation.operation)
  if (!root) throw new TypeError(`The schema has no ${operation.operation}.`)
  return selected(root, [operation.selectionSet], [])
}

/** Scalars whose values of this type stand in the answer as they are. */
const plainTypes: ReadonlyMap<string, Plain> = new Map([['String', 'string'], ['ID', 'string'], ['Boolean', 'boolean']])

/** What GraphQL answers where a field has no resolver: the property of its name, or what the method answers. */
function ownValue(source: unknown, name: string, args: Record<string, unknown>, context: unknown, info: GraphQLResolveInfo): unknown {
  if ((typeof source !== 'object' && typeof source !== 'function') || source === null) return undefined
  const value = (source as Record<string, unknown>)[name] // whatever stands there
  return typeof value === 'function' ? value.call(source, args, context, info) : value
}

/** The names of variables that @skip and @include ask anywhere. */
export function conditionsOf({ operation, fragments }: Planned): readonly string[] {
  const names = new Set<string>()
  const visit = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      for (const { name, arguments: args } of selection.directives ?? []) {
        if (name.value !== 'skip' && name.value !== 'include') continue
        for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value)
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) visit(selection.selectionSet)
    }
  }
  visit(operation.selectionSet)
  for (const { selectionSet } of fragments.values()) visit(selectionSet)
  return [...names]
}


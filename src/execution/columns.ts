// Which columns of rows the fields selected below a field read, so that they can be loaded without the rest: as the fields say themselves
// (schema/asked.ts; a field that exposes a column is that column). Of fragments on different types all are counted.
import { getNamedType, isAbstractType, isInterfaceType, isObjectType, Kind, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLNamedType, type GraphQLSchema } from 'graphql'

export interface Read {
  /** Null: all. */
  readonly columns: readonly string[] | null
  /** Nothing but columns is read: none of these fields leads on to other rows. */
  readonly ends: boolean
}

export function readBelow(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>, answered: GraphQLNamedType, nodes: readonly FieldNode[]): Read {
  const columns = new Set<string>()
  let ends = true

  /** False where some field reads the whole row. */
  const collect = (type: GraphQLNamedType, of: readonly FieldNode[]): boolean => {
    const types = isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type]
    for (const node of fieldsIn(of)) {
      const name = node.name.value
      if (name === '__typename') continue
      for (const each of types) {
        const field = isObjectType(each) || isInterfaceType(each) ? each.getFields()[name] : undefined
        if (!field) continue
        if (isAroundRows(each)) {
          if (leadsToRows.has(name) && !collect(getNamedType(field.type), [node])) return false
          for (const column of ofPage.get(name) ?? []) columns.add(column)
          continue
        }
        ends &&= columnOf(field) !== null
        const read = columnsOf(field)
        if (!read) return false
        for (const column of read) columns.add(column)
      }
    }
    return true
  }

  const fieldsIn = (of: readonly FieldNode[]): readonly FieldNode[] => {
    const found: FieldNode[] = []
    const visited = new Set<string>()
    const visit = ({ selectionSet }: Pick<FieldNode, 'selectionSet'>): void => {
      for (const selection of selectionSet?.selections ?? []) {
        if (selection.kind === Kind.FIELD) found.push(selection)
        else if (selection.kind === Kind.INLINE_FRAGMENT) visit(selection)
        else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value)
          const fragment = fragments.get(selection.name.value)
          if (fragment) visit(fragment)
        }
      }
    }
    of.forEach(visit)
    return found
  }

  return collect(answered, nodes) ? { columns: [...columns], ends } : { columns: null, ends: false }
}

const leadsToRows = new Set(['nodes', 'edges', 'node'])
/** What connections and edges read of rows themselves (db/tables/rows.ts). */
const ofPage = new Map([['cursor', ['sort']], ['pageInfo', ['sort', 'next']]])

/** Connections and edges, which are no rows themselves. */
function isAroundRows(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false
  const fields = type.getFields()
  return 'pageInfo' in fields || ('node' in fields && 'cursor' in fields)
}

interface Extensions {
  /** schema/asked.ts */
  readonly columns?: readonly string[]
  /** Pothos: the field is that property of its row. */
  readonly pothosExposedField?: string
}

function columnsOf({ extensions }: GraphQLField<unknown, unknown>): readonly string[] | null {
  const { columns, pothosExposedField: exposed } = extensions as Extensions
  return columns ?? (exposed === undefined ? null : [exposed])
}

/** The column that the field is; null where it is more than one. */
export function columnOf({ extensions }: GraphQLField<unknown, unknown>): string | null {
  return (extensions as Extensions).pothosExposedField ?? null
}

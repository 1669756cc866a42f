// What a field's arguments say: found once where no variable stands in them, else once a request; counting and executing ask the same.
import { getArgumentValues, Kind, type FieldNode, type GraphQLField, type ValueNode } from 'graphql'

export type Variables = NonNullable<Parameters<typeof getArgumentValues>[2]>
export type Values = Readonly<Record<string, unknown>>

/** The variables of one request, and what was found of its arguments. */
export interface Request {
  readonly variables: Variables
  readonly found: Map<Arguments, Values>
}

export interface Arguments {
  /** The same in every request. */
  readonly isFixed: boolean
  /** Throws a GraphQLError where a variable does not fit its place. */
  of(request: Request): Values
}

export const noValues: Values = Object.freeze({})

export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Arguments {
  const isFixed = !(node.arguments ?? []).some(({ value }) => holdsVariable(value))
  let fixed: Values | null = field.args.length === 0 ? noValues : null
  return {
    isFixed,
    of(request) {
      if (isFixed) return (fixed ??= getArgumentValues(field, node))
      const known = request.found.get(this)
      if (known) return known
      const values = getArgumentValues(field, node, request.variables)
      request.found.set(this, values)
      return values
    },
  }
}

function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable)
  return value.kind === Kind.OBJECT && value.fields.some(field => holdsVariable(field.value))
}

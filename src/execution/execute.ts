// Executes the plan of a query as the specification of GraphQL says, synchronously: no promise stands between a resolver and its answer.
import { defaultTypeResolver, GraphQLError, isObjectType, locatedError, type ExecutionResult, type GraphQLObjectType } from 'graphql'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { noValues, type Request } from './arguments.ts'
import type { Selected, SelectedField, Shape } from './plan.ts'

interface Run {
  readonly request: Request
  readonly context: unknown
  readonly errors: GraphQLError[]
  /** Where it stands: what lies behind the depth is left from before. */
  readonly path: (string | number)[]
  /** What the answer may still hold. */
  objects: number
  characters: number
  /** Set when that is used up: then nothing more is worked out. */
  tooLarge: Error | null
}

type Data = Record<string, unknown>

export function executePlan(plan: Selected, request: Request, context: unknown): ExecutionResult {
  const run: Run = { request, context, errors: [], path: [], objects: limits.resultNodes.value, characters: limits.resultLength.value, tooLarge: null }
  const data = dataOf(plan, run)
  return run.errors.length > 0 ? { errors: run.errors, data } : { data }
}

function dataOf(plan: Selected, run: Run): Data | null {
  try {
    return object(plan, undefined, run, 0)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    run.errors.push(error)
    return null
  }
}

function object(selected: Selected, source: unknown, run: Run, depth: number): Data {
  if (--run.objects < 0) throw overflow(run, 'resultNodes', 'objects')
  const data: Data = {}
  for (const field of selected.fields) {
    const column = field.column === null ? null : (source as Data)[field.column] // a field with a column is one of rows
    if (column !== null && isPlain(column, field, run)) {
      data[field.key] = column
      continue
    }
    run.path[depth] = field.key
    let value: unknown
    try {
      value = completed(field.shape, resolved(field, source, run), field, run, depth + 1)
    } catch (error) {
      value = failed(error, field.shape, field, run, depth)
    }
    // An alias may be called so; assigned, it would be the object's prototype.
    if (field.key === '__proto__') Object.defineProperty(data, field.key, { value, enumerable: true })
    else data[field.key] = value
  }
  return data
}

/** Whether the column stands in the answer as it is, and has room there. All else is seen to as any other value. */
function isPlain(column: unknown, { plain }: SelectedField, run: Run): boolean {
  if (run.tooLarge || typeof column !== plain) return false
  if (typeof column === 'string') return column.length <= run.characters && (run.characters -= column.length) >= 0
  return typeof column === 'boolean' || (typeof column === 'number' && (column | 0) === column)
}

function resolved(field: SelectedField, source: unknown, run: Run): unknown {
  if (run.tooLarge) throw run.tooLarge
  const value = field.resolve(source, field.args ? field.args.of(run.request) : noValues, run.context, field.info)
  if (!(value instanceof Promise)) return value
  value.catch(() => {})
  throw new TypeError('A resolver answered with a promise, outside its transaction.')
}

function overflow(run: Run, limit: 'resultNodes' | 'resultLength', what: string): Error {
  run.tooLarge ??= limitPassed(limit, limits[limit].value + 1, `The answer would hold more than ${limits[limit].value.toLocaleString('en-GB')} ${what}`, 'Ask for smaller pages (first, last), or for fewer long texts.', { truncated: true })
  return run.tooLarge
}

/** The error in its place: in the answer where null may stand, else in the hands of whoever holds this. */
function failed(error: unknown, shape: Shape, field: SelectedField, run: Run, depth: number): null {
  const located = locatedError(error, field.nodes, run.path.slice(0, depth + 1))
  if (!shape.isNullable) throw located
  // Of an answer that is too large all that follows fails alike.
  if (!run.tooLarge || run.errors.length < limits.errors.value) run.errors.push(located)
  return null
}

function completed(shape: Shape, value: unknown, field: SelectedField, run: Run, depth: number): unknown {
  if (value === null || value === undefined) {
    if (shape.isNullable) return null
    throw new Error(`Cannot return null for non-nullable field ${field.parent.name}.${field.field.name}.`)
  }
  switch (shape.is) {
    case 'leaf':
      if (typeof value === 'string' && (run.characters -= value.length) < 0) throw overflow(run, 'resultLength', 'characters of text')
      return typeof value === shape.plain ? value : leaf(shape, value)
    case 'list':
      return list(shape, value, field, run, depth)
    case 'object':
      if (value instanceof Error) throw value
      return ofType(shape.type, shape.selected(), value, field, run, depth)
    case 'abstract': {
      if (value instanceof Error) throw value
      const selected = selectedOf(shape, value, field, run)
      return ofType(selected.type, selected, value, field, run, depth)
    }
  }
}

function leaf({ type }: Shape & { is: 'leaf' }, value: unknown): unknown {
  if (value instanceof Error) throw value
  const given = type.coerceOutputValue(value)
  if (given === null || given === undefined) throw new Error(`Expected a value of ${type.name} that is not null.`)
  return given
}

function list({ of }: Shape & { is: 'list' }, value: unknown, field: SelectedField, run: Run, depth: number): readonly unknown[] {
  if (value instanceof Error) throw value
  if (!isIterable(value)) throw new GraphQLError(`Expected Iterable, but did not find one for field "${field.parent.name}.${field.field.name}".`)
  const items: unknown[] = []
  for (const item of value) {
    run.path[depth] = items.length
    try {
      items.push(completed(of, item, field, run, depth + 1))
    } catch (error) {
      items.push(failed(error, of, field, run, depth))
    }
  }
  return items
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

function selectedOf(shape: Shape & { is: 'abstract' }, value: unknown, field: SelectedField, run: Run): Selected {
  const name = (shape.type.resolveType ?? defaultTypeResolver)(value, run.context, field.info, shape.type)
  if (typeof name !== 'string') throw new Error(`The type of a ${shape.type.name} is not known.`)
  const known = shape.known.get(name)
  if (known) return known
  const selected = shape.selectedOf(possible(shape, name, field))
  shape.known.set(name, selected)
  return selected
}

function possible({ type }: Shape & { is: 'abstract' }, name: string, field: SelectedField): GraphQLObjectType {
  const { schema } = field.info
  const found = schema.getType(name)
  if (!isObjectType(found) || !schema.isSubType(type, found)) throw new Error(`Runtime Object type "${name}" is not a possible type for "${type.name}".`)
  return found
}

function ofType(type: GraphQLObjectType, selected: Selected, value: unknown, field: SelectedField, run: Run, depth: number): Data {
  if (type.isTypeOf && type.isTypeOf(value, run.context, field.info) !== true) throw new Error(`Expected a value of type "${type.name}".`)
  return object(selected, value, run, depth)
}

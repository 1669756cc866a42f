// A document's text → parsed, checked against the limits and validated, once: the results of the latest documents are kept.
import {
  getOperationAST, getVariableValues, GraphQLError, Kind, NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate,
  type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql'
import { OnRecordError, type ErrorCode } from './model/errors.ts'
import { limits } from './model/limits.ts'
import { checkCost } from './query-cost.ts'
import { checkQueryShape } from './query-shape.ts'
import { checkQueryText } from './query-text.ts'
import { checkValue } from './query-values.ts'

export interface Prepared {
  /** Null where the text is not GraphQL. */
  readonly document: DocumentNode | null
  /** Of syntax or validation, ready for the client; none: the document can be executed. */
  readonly errors: readonly GraphQLError[]
}

/** Documents kept, and their weight: a token costs about 0.3 KB of memory parsed, ten characters of text as much as a token. */
const kept = { documents: 200, weight: 100_000 }

/** How documents are met. Hardened: the schema is not told, neither whole nor by guessing at it. */
export interface Manner {
  readonly hardened: boolean
}

/** Answers a function that prepares texts for this schema. It throws where a limit is passed. */
export function preparer(schema: GraphQLSchema, manner: Manner = { hardened: false }): (text: string) => Prepared {
  const known = new Map<string, { prepared: Prepared; weight: number }>()
  let total = 0
  return text => {
    const found = known.get(text)
    if (found) {
      known.delete(text)
      known.set(text, found)
      return found.prepared
    }
    const weight = checkQueryText(text) + text.length / 10
    const prepared = prepare(schema, text, manner)
    known.set(text, { prepared, weight })
    total += weight
    for (const [oldest, { weight: freed }] of known) {
      if (known.size <= kept.documents && total <= kept.weight) break
      known.delete(oldest)
      total -= freed
    }
    return prepared
  }
}

function prepare(schema: GraphQLSchema, text: string, { hardened }: Manner): Prepared {
  let document: DocumentNode
  try {
    document = parse(text)
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [recoded(error, 'GRAPHQL_PARSE_FAILED')] }
    throw error
  }
  checkQueryShape(document)
  const most = limits.validationErrors.value
  const rules = hardened ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules
  const errors = validate(schema, document, rules, { maxErrors: most, hideSuggestions: hardened }).slice(0, most)
  return { document, errors: errors.map(error => recoded(error, 'GRAPHQL_VALIDATION_FAILED')) }
}

export interface Checked {
  /** Of the variables; none: the operation can be executed. */
  readonly errors: readonly GraphQLError[]
  /** What it could cost, in points. */
  readonly cost: number
}

/** The operation asked for, its variables and what it could cost. Throws where a limit is passed. */
export function checkOperation(schema: GraphQLSchema, document: DocumentNode, name: string | null, variables: unknown, { hardened }: Manner = { hardened: false }): Checked {
  const operation = operationOf(document, name)
  const given = isRecord(variables) ? variables : {}
  // Their texts are measured where they are used: those of an article may be long.
  for (const [key, value] of Object.entries(given)) checkValue(`$${key}`, value, null)
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: limits.validationErrors.value, hideSuggestions: hardened })
  if (coerced.errors) return { errors: coerced.errors.slice(0, limits.validationErrors.value).map(error => recoded(error, 'BAD_VARIABLES')), cost: 0 }
  return { errors: [], cost: checkCost(schema, fragmentsOf(document), operation, coerced.variableValues) }
}

export function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name)
  if (operation) return operation
  const names = document.definitions.flatMap(each => (each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? '(without a name)'] : []))
  const found = name === null ? 'No "operationName" was given' : `The document has no operation ${JSON.stringify(name)}`
  throw new OnRecordError('OPERATION_RESOLUTION_FAILURE', `${found}; it holds ${names.join(', ') || 'none'}. Name one of them.`)
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(document.definitions.flatMap(each => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])))
}

/** The same error with a code of ours: that of the scalar which refused the value, or the one of the step. */
function recoded(error: GraphQLError, code: ErrorCode): GraphQLError {
  const { nodes, source, positions, path, originalError } = error
  const own = originalError instanceof OnRecordError ? originalError : null
  const thrown = originalError instanceof GraphQLError ? originalError.extensions : error.extensions
  return new GraphQLError(error.message, {
    nodes, source, positions, path,
    extensions: { code, ...thrown, ...(own && { code: own.code }), ...own?.details, http: { status: 400, spec: code !== 'BAD_VARIABLES' } },
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

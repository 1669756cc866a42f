// One operation of a prepared document. What depends on nothing but its text is worked out once; for each request its variables are
// checked and its cost is counted, before anything is executed.
import {
  execute, getOperationAST, getVariableValues, GraphQLError, Kind, OperationTypeNode,
  type DocumentNode, type ExecutionResult, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql'
import { executePlan } from './execute.ts'
import { OnRecordError, type ErrorCode } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import type { Request, Variables } from './arguments.ts'
import { costOf } from './cost.ts'
import { conditionsOf, planOf, type Planned, type Selected } from './plan.ts'
import { checkValue } from './values.ts'

export interface Operation {
  readonly type: OperationTypeNode
  /** Ready to be executed with these variables; or errors of the variables. Throws where a limit is passed. */
  ask(variables: unknown): Asked | { readonly errors: readonly GraphQLError[] }
}

export interface Asked {
  readonly errors?: never
  /** What the answer could hold at most, in points. */
  readonly cost: number
  /** Answers a query at once; a mutation waits for its changes. */
  execute(context: object): ExecutionResult | Promise<ExecutionResult>
}

/** Plans kept of one operation: each set of values that @skip and @include ask for has one. */
const keptPlans = 8

/** Answers a function that finds an operation of the validated document by its name. It throws OPERATION_RESOLUTION_FAILURE. */
export function operationsOf(schema: GraphQLSchema, document: DocumentNode, hideSuggestions = false): (name: string | null) => Operation {
  const fragments = new Map(document.definitions.flatMap((each): [string, FragmentDefinitionNode][] => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])))
  const known = new Map<OperationDefinitionNode, Operation>()
  return name => {
    const operation = operationNamed(document, name)
    const found = known.get(operation) ?? operationOf({ schema, operation, fragments }, document, hideSuggestions)
    known.set(operation, found)
    return found
  }
}

function operationNamed(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name)
  if (operation) return operation
  const names = document.definitions.flatMap(each => (each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? '(without a name)'] : []))
  const found = name === null ? 'No "operationName" was given' : `The document has no operation ${JSON.stringify(name)}`
  throw new OnRecordError('OPERATION_RESOLUTION_FAILURE', `${found}; it holds ${names.join(', ') || 'none'}. Name one of them.`)
}

function operationOf(planned: Planned, document: DocumentNode, hideSuggestions: boolean): Operation {
  const { schema, operation } = planned
  const count = costOf(planned)
  const plan = plansOf(planned)
  return {
    type: operation.operation,
    ask(variables) {
      const given = isRecord(variables) ? variables : {}
      // Their texts are measured where they are used: those of an article may be long.
      for (const [key, value] of Object.entries(given)) checkValue(`$${key}`, value, null)
      const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: limits.validationErrors.value, hideSuggestions })
      if (coerced.errors) return { errors: coerced.errors.slice(0, limits.validationErrors.value).map(error => recoded(error, 'BAD_VARIABLES')) }
      const request: Request = { variables: coerced.variableValues, found: new Map() }
      const cost = counted(count, request)
      if (cost instanceof GraphQLError) return { errors: [recoded(cost, 'BAD_VARIABLES')] }
      return {
        cost,
        execute: context => (operation.operation === OperationTypeNode.QUERY
          ? executePlan(plan(coerced.variableValues), request, context)
          : execute({ schema, document, operationName: operation.name?.value, variableValues: given, contextValue: context })),
      }
    },
  }
}

/** The cost; or the error where a variable does not fit the argument that it stands in. */
function counted(count: (request: Request) => number, request: Request): number | GraphQLError {
  try {
    return count(request)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

/** The plan for the variables at hand. */
function plansOf(planned: Planned): (variables: Variables) => Selected {
  const conditions = conditionsOf(planned)
  const known = new Map<string, Selected>()
  return variables => {
    const key = conditions.map(name => variables.coerced[name]).join()
    const found = known.get(key)
    if (found) return found
    const made = planOf(planned, variables)
    if (known.size === keptPlans) known.clear()
    known.set(key, made)
    return made
  }
}

/** The same error with a code of ours: that of the scalar which refused the value, or the one of the step. */
export function recoded(error: GraphQLError, code: ErrorCode): GraphQLError {
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

// A document's text → parsed, checked against the limits and validated, once: what was made of the latest documents is kept.
import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql'
import { limits } from '../model/limits.ts'
import { operationsOf, recoded, type Operation } from './operation.ts'
import { checkQueryShape } from './shape.ts'
import { checkQueryText } from './text.ts'

/** A document that can be executed; else errors of syntax or validation, ready for the client. */
export type Prepared =
  | { readonly errors: readonly GraphQLError[] }
  | {
    readonly errors?: never
    readonly document: DocumentNode
    /** The operation of that name. Throws OPERATION_RESOLUTION_FAILURE. */
    operation(name: string | null): Operation
  }
export type Prepare = (text: string) => Prepared

/** Documents kept, and their weight: a token costs about 0.6 KB of memory parsed and planned, ten characters of text as much as a token. */
const kept = { documents: 200, weight: 50_000 }

/** Names longer than this, in characters, are like none of ours. To look for those that are like them takes milliseconds where one is as long as a document. */
const mostAlike = 200

/** How documents are met. Hardened: the schema is not told, neither whole nor by guessing at it. */
export interface Manner {
  readonly hardened: boolean
}

/** Answers a function that prepares texts for this schema. It throws where a limit is passed. */
export function preparer(schema: GraphQLSchema, manner: Manner = { hardened: false }): Prepare {
  const known = new Map<string, { readonly prepared: Prepared; readonly weight: number }>()
  let total = 0
  return text => {
    const found = known.get(text)
    if (found) {
      known.delete(text)
      known.set(text, found)
      return found.prepared
    }
    const { tokens, longestName } = checkQueryText(text)
    const weight = tokens + text.length / 10
    const prepared = prepare(schema, text, manner, longestName > mostAlike)
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

function prepare(schema: GraphQLSchema, text: string, { hardened }: Manner, isUnlikeAny: boolean): Prepared {
  let document: DocumentNode
  try {
    document = parse(text)
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [recoded(error, 'GRAPHQL_PARSE_FAILED')] }
    throw error
  }
  checkQueryShape(document)
  const most = limits.validationErrors.value
  const rules = hardened ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules
  const errors = validate(schema, document, rules, { maxErrors: most, hideSuggestions: hardened || isUnlikeAny }).slice(0, most)
  if (errors.length > 0) return { errors: errors.map(error => recoded(error, 'GRAPHQL_VALIDATION_FAILED')) }
  return { document, operation: operationsOf(schema, document, hardened) }
}

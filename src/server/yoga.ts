// GraphQL Yoga as the face that GraphQL over HTTP asks for: the type and the status of an answer, by what the client accepts. What it answers
// is made by src/execution/answer.ts, as everywhere; the request was read and checked before it comes here.
import { createYoga, type Plugin } from 'graphql-yoga'
import type { ExecutionResult, GraphQLSchema } from 'graphql'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Question } from '../execution/answer.ts'
import { jsonOf } from './http.ts'

interface Answered {
  readonly question: Question
  readonly result: ExecutionResult
}
export type Face = (request: IncomingMessage, response: ServerResponse, answered: Answered) => Promise<unknown>

export function createFace(schema: GraphQLSchema): Face {
  const yoga = createYoga<Answered>({
    schema,
    plugins: [useAnswered()],
    // Ours or off: each of these defaults of Yoga is unsafe or slow here.
    cors: false,
    multipart: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    parserAndValidationCache: false,
  })
  return async (request, response, answered) => yoga(request, response, answered)
}

function useAnswered(): Plugin<object, Answered> {
  return {
    onRequestParse({ serverContext, setRequestParser }) {
      const { query, variables, operationName } = serverContext.question
      setRequestParser(() => ({ query, variables: variables as Record<string, unknown>, operationName: operationName ?? undefined })) // checked by questionOf
    },
    onParams({ context, setResult }) {
      const result = { ...context.result, stringify: jsonOf }
      setResult(result)
    },
  }
}

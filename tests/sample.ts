// A small schema and a server on a free port, for the tests of HTTP. Its resolvers count and fail on demand.
import { buildSchema, GraphQLError, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLog, type Log } from '../src/log.ts'
import { OnRecordError } from '../src/model/errors.ts'
import type { Graph } from '../db/file/open.ts'
import { createServer, type ServerParts } from '../src/server/server.ts'

export const sampleToken = 'sample-token-0123456789'
export const counters = { mutations: 0, reads: 0 }

const types = buildSchema(`
  input Filter { and: [Filter!], not: Filter, id: [ID!], text: String }
  interface Node { id: ID! }
  type Person implements Node { id: ID! name: String friends(first: Int, last: Int, filter: Filter): PersonConnection! aliases: [Alias!]! boss: Person }
  type Country implements Node { id: ID! people: [Person!]! }
  type Alias { name: String! }
  type PersonConnection { edges: [PersonEdge!]! nodes: [Person!]! pageInfo: PageInfo! totalCount: Int! }
  type PersonEdge { cursor: String! node: Person! }
  type PageInfo { hasNextPage: Boolean! }
  type Query {
    hello(name: String): String
    person: Person
    people(first: Int, last: Int, filter: Filter): PersonConnection
    nodes(ids: [ID!]!): [Node]!
    paths(maxLength: Int = 5, first: Int = 3): Person
    long(list: [Int!]): Int
    fail(how: String!): String
  }
  type Mutation { count: Int }
`)

const failures: Record<string, () => never> = {
  ours: () => { throw new OnRecordError('BAD_ID', 'The id "x" is malformed; take ids from answers.', { argument: 'id' }) },
  error: () => { throw new Error('secret /srv/data.db SELECT * FROM article') },
  range: () => { throw new RangeError('Maximum call stack size exceeded') },
  string: () => { throw 'secret string' }, // oxlint-disable-line no-throw-literal -- anything can be thrown
  sqlite: () => { throw Object.assign(new Error('SQLITE_CORRUPT in /srv/data.db'), { name: 'SqliteError', code: 'SQLITE_CORRUPT' }) },
  graphql: () => { throw new GraphQLError('A sentence for the client.') },
}

const person = { id: '1', name: 'David Cameron', friends: { edges: [], nodes: [], pageInfo: { hasNextPage: false }, totalCount: 0 }, aliases: [], boss: null }
const rootValues = {
  Query: {
    hello: ({ name = 'you' }: { name?: string }) => `Hello, ${name}.`,
    person: () => person,
    people: () => person.friends,
    nodes: () => [],
    paths: () => person,
    long: () => 1,
    fail: ({ how }: { how: string }) => (how === 'promise' ? Promise.reject(new Error('secret')) : failures[how]!()),
  },
  Mutation: { count: () => ++counters.mutations },
} as Record<string, Record<string, (args: never) => unknown>>

for (const [typeName, resolvers] of Object.entries(rootValues)) {
  const fields = (types.getType(typeName) as GraphQLObjectType).getFields()
  for (const [name, resolve] of Object.entries(resolvers)) fields[name]!.resolve = (_, args) => resolve(args as never)
}
;(types.getType('Node') as GraphQLInterfaceType).resolveType = () => 'Person'
types.getQueryType()!.getFields()['paths']!.extensions = { cost: ({ maxLength }: { maxLength: number }) => 50 + 10 * maxLength, multiplier: () => 1 }

export const sampleSchema: GraphQLSchema = types

/** A server on a free port; `lines` is its log. */
export async function startSample(parts: Partial<ServerParts> = {}): Promise<{ url: string; server: Server; lines: string[]; stop: () => Promise<void> }> {
  const lines: string[] = []
  const log: Log = createLog(line => lines.push(line))
  const archive = {
    schema: sampleSchema,
    graph: { onStatement: null } as Graph, // none of its statements runs
    context: () => ({}),
    contextOfMutation: () => ({}),
    read: <Result>(work: () => Result): Result => {
      counters.reads++
      return work()
    },
    health: () => ({ articles: 1 }),
    close: () => {},
  }
  const server = createServer({ archive, config: { corsOrigins: [], token: sampleToken }, log, ...parts })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => new Promise<void>(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${port}`, server, lines, stop }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: { data?: Record<string, unknown> | null; errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[] }
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text })
  return { status: response.status, headers: response.headers, body: await response.json() as Answer['body'] }
}

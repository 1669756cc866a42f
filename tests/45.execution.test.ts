// Our synchronous execution beside that of graphql-js: the same data, the same errors in the same order at the same places.
import { array, assert, constantFrom, letrec, oneof, property, tuple, type Arbitrary } from 'fast-check'
import {
  buildSchema, execute, getNamedType, isInterfaceType, isLeafType, isObjectType, parse, validate,
  type ExecutionResult, type GraphQLAbstractType, type GraphQLNamedType, type GraphQLObjectType,
} from 'graphql'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Archive } from '../src/execution/archive.ts'
import { operationsOf } from '../src/execution/operation.ts'
import { graphOf } from './ask.ts'

const schema = buildSchema(`
  interface Named { name: String }
  type Person implements Named { name: String id: ID! age: Int friends(first: Int = 2): [Person] strict: [Named!]! pets: [[Pet!]]! any: Any mood: Mood self: Person! late: String! }
  type Pet implements Named { name: String kind: String! owner: Person }
  enum Mood { GOOD BAD }
  union Any = Person | Pet
  type Query { person(id: ID = "1"): Person must: Person! any: [Any!] named: Named count(list: [Int!]! = [1, 2]): Int! }
`)
const pet = { is: 'Pet', name: 'Rex', kind: () => 'dog', owner: () => person }
const person: Record<string, unknown> = {
  is: 'Person', id: 7, name: 'Ann', age: 41, friends: ({ first }: { first: number }) => [person, null, broken, new Error('no friend')].slice(0, first),
  strict: () => [person, pet, broken], pets: () => [[pet, pet], null, [pet, null]], any: () => pet, mood: 'GOOD', self: () => person, late: () => 'at last',
}
const broken: Record<string, unknown> = {
  is: 'Person', id: 'b', name: () => { throw new Error('no name') }, age: 1.5, friends: 'none', strict: () => [null], pets: () => [[null]], any: () => ({ is: 'Query' }), mood: 'UGLY',
  self: () => null, late: () => { throw new TypeError('too late') },
}
for (const name of ['Named', 'Any']) (schema.getType(name) as GraphQLAbstractType).resolveType = value => (value as { is: string }).is
const root: Record<string, (args: { id?: string }) => unknown> = {
  person: ({ id }) => (id === '1' ? person : id === '2' ? broken : null), must: () => broken, any: () => [person, pet, broken], named: () => pet, count: () => 'many',
}
for (const [name, resolve] of Object.entries(root)) (schema.getType('Query') as GraphQLObjectType).getFields()[name]!.resolve = (_, args) => resolve(args)

/** What both answer; they must be one. */
function answers(text: string, variables: Record<string, unknown>, of = schema, context: () => object = () => ({}), read: Archive['read'] = work => work()): ExecutionResult {
  const document = parse(text)
  expect(validate(of, document).map(error => error.message)).toEqual([])
  const asked = operationsOf(of, document)(null).ask(variables)
  if (asked.errors) throw asked.errors[0]!
  const plain = (result: unknown) => JSON.parse(JSON.stringify(result)) as ExecutionResult
  const [ours, theirs] = [read(() => plain(asked.execute(context()))), read(() => plain(execute({ schema: of, document, variableValues: variables, contextValue: context() })))]
  expect(ours).toEqual(theirs)
  expect(JSON.stringify(ours.data)).toBe(JSON.stringify(theirs.data)) // in the same order, too
  return ours
}

test('nulls, errors and their places', () => {
  for (const id of ['1', '2', '3']) {
    const { errors = [] } = answers(`{ person(id: "${id}") { __typename id name age mood late friends(first: 4) { name id } strict { name } pets { name owner { id } } any { ... on Pet { kind } } self { id } } }`, {})
    expect(errors.length > 0).toBe(id !== '3')
  }
  expect(answers('{ person { name } must { late } }', {}).data).toBeNull()
  expect(answers('{ count }', {}).data).toBeNull()
  expect(answers('{ any { ... on Named { name } ... on Person { strict { __typename } } } }', {}).errors).toHaveLength(2)
})

test('aliases, fragments, conditions and what merges', () => {
  const text = `query ($no: Boolean!, $yes: Boolean = true, $first: Int) {
    constructor: person { ...a __proto__: name toString: id ... on Person @include(if: $yes) { self { name } } ...a @skip(if: $no) }
    person { self { id ...b } self @include(if: $no) { age } ... { self { mood } } }
    named { ...c ... on Pet { owner { friends(first: $first) { id } } } }
  }
  fragment a on Person { friends(first: $first) { ...b } }
  fragment b on Person { name ...c }
  fragment c on Named { name __typename }`
  for (const no of [true, false]) for (const first of [undefined, null, 1]) answers(text, { no, first })
  const own = answers('{ person { __proto__: id } }', {}).data?.['person']
  expect(JSON.stringify(own)).toBe('{"__proto__":"7"}')
})

test('introspection', () => {
  answers('{ __schema { types { name kind fields { name type { kind ofType { name } } } } } __type(name: "Person") { name interfaces { name } } __typename }', {})
})

test('any selection at all (property)', () => {
  const leaves = (names: readonly string[]) => constantFrom(...names)
  const { person: ofPerson } = letrec<{ person: string; pet: string; any: string }>(tie => {
    const nested = (name: string, set: 'person' | 'pet' | 'any') => tie(set).map(inner => `${name} { ${inner} }`)
    const set = (...of: Arbitrary<string>[]) => array(oneof({ maxDepth: 4 }, ...of), { minLength: 1, maxLength: 4 }).map(all => all.map((each, index) => `f${index}: ${each}`).join(' '))
    return {
      person: set(leaves(['name', 'id', 'age', 'mood', 'late', '__typename']), nested('friends(first: 3)', 'person'), nested('strict', 'any'), nested('pets', 'pet'), nested('any', 'any'), nested('self', 'person')),
      pet: set(leaves(['name', 'kind', '__typename']), nested('owner', 'person')),
      any: tuple(tie('person'), tie('pet')).map(([one, other]) => `__typename ... on Person { ${one.replaceAll(/\bf(\d)/g, 'p$1')} } ... on Pet { ${other.replaceAll(/\bf(\d)/g, 'q$1')} }`),
    }
  })
  assert(property(ofPerson, constantFrom('1', '2'), (selection, id) => {
    answers(`{ person(id: "${id}") { ${selection} } }`, {})
  }), { numRuns: 30 })
})

test('every question of the documentation', () => {
  const asked = graphOf()
  const folder = new URL('../src/questions/', import.meta.url)
  const files = readdirSync(folder).filter(file => file.endsWith('.graphql'))
  expect(files.length).toBeGreaterThan(7)
  for (const file of files) answers(readFileSync(new URL(file, folder), 'utf8'), {}, asked.archive.schema, asked.archive.context, asked.archive.read)
  asked.close()
})

test('a field of which more is selected on one type than on another is answered on each as selected', () => {
  const asked = graphOf()
  for (const [common, own] of [['country { slug }', 'country { name iso2 }'], ['statements(first: 2) { nodes { id } }', 'statements(first: 2) { nodes { text speakers { slug name } } pageInfo { endCursor } }'], ['speaksFor { slug }', 'speaksFor { statements(first: 1) { totalCount } }']]) {
    for (const type of ['Person', 'Organisation', 'Event', 'Place']) {
      for (const direction of ['ASC', 'DESC']) {
        const { errors = [] } = answers(`{ entities(first: 80, orderBy: {field: KIND, direction: ${direction}}) { nodes { ${common} ... on ${type} { ${own} } } } }`, {}, asked.archive.schema, asked.archive.context, asked.archive.read)
        expect(errors).toEqual([])
      }
    }
  }
  asked.close()
})

test('a field alone has all columns that it reads', () => {
  const asked = graphOf()
  const { schema: own, context, read } = asked.archive
  const within: Readonly<Record<string, (selection: string) => string>> = {
    Article: selection => `articles(first: 2) { nodes { ${selection} } }`,
    Statement: selection => `statements(first: 40) { nodes { ${selection} } }`,
    Relationship: selection => `relationships(first: 40) { nodes { ${selection} } }`,
    Mention: selection => `articles(first: 2) { nodes { mentions(first: 8) { nodes { ${selection} } } } }`,
    ...Object.fromEntries(own.getPossibleTypes(own.getType('Entity') as GraphQLAbstractType).map(({ name }) => [name, (selection: string) => `entities(first: 70) { nodes { ... on ${name} { ${selection} } } }`])),
  }
  const leafOf = (type: GraphQLNamedType): string => {
    if (isLeafType(type)) return ''
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
    return `{ __typename ${fields.filter(field => isLeafType(getNamedType(field.type))).map(field => field.name).join(' ')} }`
  }
  let fields = 0
  for (const [name, query] of Object.entries(within)) {
    for (const field of Object.values((own.getType(name) as GraphQLObjectType).getFields())) {
      fields++
      const { errors = [] } = answers(`{ ${query(`${field.name} ${leafOf(getNamedType(field.type))}`)} }`, {}, own, context, read)
      expect([name, field.name, errors]).toEqual([name, field.name, []])
    }
  }
  expect(fields).toBeGreaterThan(150)
  asked.close()
})

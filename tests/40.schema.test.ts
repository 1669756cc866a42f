// The printed schema: what is committed is what is served, everything is described, and the names that clients rely on are there.
import {
  getNamedType, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isNonNullType, isObjectType, isSpecifiedScalarType,
  type GraphQLEnumType, type GraphQLField, type GraphQLInterfaceType, type GraphQLObjectType,
} from 'graphql'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { schema } from '../schema/index.ts'
import { printedPossibleTypes, printedSchema } from '../schema/print.ts'
import { errorTable } from '../src/model/errors.ts'
import {
  attributions, entityKinds, mentionForms, modalities, relationshipTypes, speechActs, statementKinds, statementRoles, voices,
} from '../src/model/vocabulary.ts'

const committed = (file: string) => readFileSync(new URL(`../schema/${file}`, import.meta.url), 'utf8')
const types = Object.values(schema.getTypeMap()).filter(type => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
const withFields = types.filter((type): type is GraphQLObjectType | GraphQLInterfaceType => isObjectType(type) || isInterfaceType(type))
const fields = withFields.flatMap(type => Object.values(type.getFields()).map(field => ({ type, field, at: `${type.name}.${field.name}` })))

describe('the schema that is committed', () => {
  test('is the schema that is served; after a change: node schema/print.ts', () => {
    expect(committed('schema.graphql')).toBe(printedSchema())
    expect(committed('possibleTypes.json')).toBe(printedPossibleTypes())
  })

  test('describes everything in sentences', () => {
    const described: [string, string | null | undefined][] = types.flatMap(type => [
      [type.name, type.description] as [string, string | null | undefined],
      ...(isEnumType(type) ? type.getValues().map(value => [`${type.name}.${value.name}`, value.description] as [string, string | null | undefined]) : []),
      ...(isInputObjectType(type) ? Object.values(type.getFields()).map(field => [`${type.name}.${field.name}`, field.description] as [string, string | null | undefined]) : []),
    ])
    for (const { field, at } of fields) {
      described.push([at, field.description])
      for (const argument of field.args) described.push([`${at}(${argument.name}:)`, argument.description])
    }
    expect(described.filter(([, text]) => !text || !/^["“\p{Lu}`{].*\.$/su.test(text))).toEqual([])
  })

  test('says of everything that may be null when it is', () => {
    const silent = fields.filter(({ field }) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ''))
    expect(silent.map(({ at }) => at)).toEqual([])
  })

  test('names only error codes that there are', () => {
    const codes = printedSchema().match(/\b[A-Z]+(?:_[A-Z]+)+\b/g)?.filter(word => /^(BAD|EMPTY|LIST|QUERY|TOO)_/.test(word)) ?? []
    expect(codes.length).toBeGreaterThan(10)
    expect([...new Set(codes)].filter(code => !(code in errorTable))).toEqual([])
  })
})

describe('the vocabularies', () => {
  test.each([
    ['EntityKind', entityKinds], ['MentionForm', mentionForms], ['Voice', voices], ['Modality', modalities], ['StatementKind', statementKinds],
    ['StatementRole', statementRoles], ['Attribution', attributions], ['SpeechAct', speechActs], ['RelationshipType', relationshipTypes],
    ['SearchKind', { ...entityKinds, ARTICLE: '', STATEMENT: '' }],
  ])('%s has the words of the model', (name, words) => {
    expect((schema.getType(name) as GraphQLEnumType).getValues().map(value => value.value).toSorted()).toEqual(Object.keys(words).toSorted())
  })

  test.each([
    ['Direction', 'ANY IN OUT'], ['OrderDirection', 'ASC DESC'], ['Searched', 'COMPLETE DEADLINE LENGTH_LIMIT NODE_BUDGET'], ['TieKind', 'RELATIONSHIP STATEMENT'],
    ['StatementGrouping', 'ABOUT ACT ADDRESSEE ARTICLE ATTRIBUTION DAY KIND MODALITY MONTH PUBLISHER SPEAKER TARGET VOICE YEAR'],
    ['RelationshipGrouping', 'ARTICLE CLAIMANT DAY MODALITY MONTH OBJECT SUBJECT TYPE VOICE YEAR'], ['EntityGrouping', 'COUNTRY KIND'], ['ArticleGrouping', 'MONTH PUBLISHER YEAR'],
  ])('%s is %s', (name, words) => {
    expect((schema.getType(name) as GraphQLEnumType).getValues().map(value => value.name).toSorted().join(' ')).toBe(words)
  })
})

// What clients were promised: each field with its type, each argument with its type and default.
const promised: Readonly<Record<string, string>> = {
  Node: 'id: ID!',
  Entity: `id: ID! | slug: String! | kind: EntityKind! | name: String! | aliases: [Alias!]! | description: String | wikidataId: String | named: Boolean! | country: Country
    | background: [String!]! | possiblySameAs: [PossibleMatch!]! | mentions(filter: MentionFilter, PAGE): MentionConnection!
    | statements(role: [StatementRole!], filter: StatementFilter, orderBy: StatementOrder, PAGE): StatementConnection!
    | relationships(direction: Direction = ANY, filter: RelationshipFilter, orderBy: RelationshipOrder, PAGE): RelationshipConnection!
    | neighbours(kind: [EntityKind!], filter: TieFilter, first: Int, after: String): NeighbourConnection!
    | articles(filter: ArticleFilter, orderBy: ArticleOrder, PAGE): ArticleConnection!`,
  Person: 'offices: [Office!]! | honorific: String',
  Office: 'title: String! | of: Entity | startsOn: PartialDate | endsOn: PartialDate | evidence: [Passage!]!',
  Country: `iso2: String | iso3: String | capital: String | demonyms: [String!]! | people(PAGE): PersonConnection! | organisations(PAGE): OrganisationConnection! | places(PAGE): PlaceConnection!
    | statements(role: [StatementRole!], filter: StatementFilter, rollUp: Boolean = false): StatementConnection!`,
  Organisation: 'partOf: Entity | members(PAGE): MemberConnection!',
  Place: 'partOf: Entity | coordinates: Coordinates',
  Event: `startsOn: PartialDate | endsOn: PartialDate | dated: Passage | modality: Modality! | voice: Voice! | claimedBy: [Entity!]! | place: Entity | partOf: Entity
    | participants(PAGE): MemberConnection!`,
  Group: 'members(PAGE): MemberConnection!',
  Topic: 'id: ID!',
  MemberEdge: 'cursor: String! | node: Entity! | relationships: [Relationship!]!',
  NeighbourEdge: 'cursor: String! | node: Entity! | weight: Int! | ties(first: Int = 5): [Tie!]!',
  Alias: 'name: String! | count: Int! | first: Passage!',
  PossibleMatch: 'entity: Entity! | basis: Basis!',
  Basis: 'rule: String! | reason: String! | confidence: Float!',
  Passage: 'article: Article! | start: Int! | end: Int! | text: String! | sentence: Sentence! | before(chars: Int = 40): String! | after(chars: Int = 40): String!',
  Sentence: 'position: Int! | headline: Boolean! | passage: Passage! | mentions: [Mention!]! | statements: [Statement!]! | relationships: [Relationship!]!',
  Article: `id: ID! | slug: String! | title: String! | text: String! | sha256: String! | publisher: String | author: String | url: String | publishedOn: PartialDate | supplied: [String!]!
    | language: String! | readAt: DateTime! | reader: String! | sentences(from: Int = 1, to: Int): [Sentence!]! | entities(filter: EntityFilter, orderBy: EntityOrder, PAGE): EntityConnection!
    | mentions(filter: MentionFilter, PAGE): MentionConnection! | statements(filter: StatementFilter, orderBy: StatementOrder, PAGE): StatementConnection!
    | relationships(filter: RelationshipFilter, orderBy: RelationshipOrder, PAGE): RelationshipConnection! | versions(filter: ArticleFilter, orderBy: ArticleOrder, PAGE): ArticleConnection!
    | remarks(first: Int, after: String): RemarkConnection!`,
  Remark: 'rule: String! | message: String! | expected: String | found: String | passage: Passage',
  Mention: 'id: ID! | entity: Entity! | passage: Passage! | form: MentionForm! | basis: Basis!',
  Tie: 'id: ID! | label: String! | voice: Voice! | claimedBy: [Entity!]! | modality: Modality! | evidence: [Passage!]! | article: Article! | basis: Basis!',
  Statement: `id: ID! | kind: StatementKind! | act: SpeechAct! | label: String! | text: String! | content: [Passage!]! | quotations: [Passage!]! | cue: Passage | source: Passage | evidence: [Passage!]!
    | speakers: [Entity!]! | addressees: [Entity!]! | targets: [Entity!]! | about: [Entity!]! | via: Entity | attribution: Attribution! | voice: Voice! | claimedBy: [Entity!]! | modality: Modality!
    | madeOn: PartialDate | dated: Passage | reportedIn: Statement | reports: [Statement!]! | relationships: [Relationship!]! | article: Article! | sentence: Sentence! | basis: Basis!`,
  Relationship: `id: ID! | type: RelationshipType! | label: String! | subject: Entity! | object: Entity | voice: Voice! | claimedBy: [Entity!]! | statement: Statement | saying: Statement | modality: Modality!
    | role: String | startsOn: PartialDate | endsOn: PartialDate | dated: Passage | place: Entity | evidence: [Passage!]! | article: Article! | basis: Basis!`,
  Query: `node(id: ID!): Node | nodes(ids: [ID!]!): [Node]! | entity(slug: String!): Entity | person(slug: String!): Person | country(slug: String!): Country
    | organisation(slug: String!): Organisation | place(slug: String!): Place | event(slug: String!): Event | article(slug: String!): Article
    | entities(filter: EntityFilter, orderBy: EntityOrder, PAGE): EntityConnection! | people(filter: EntityFilter, orderBy: EntityOrder, PAGE): PersonConnection!
    | countries(filter: EntityFilter, orderBy: EntityOrder, PAGE): CountryConnection! | organisations(filter: EntityFilter, orderBy: EntityOrder, PAGE): OrganisationConnection!
    | places(filter: EntityFilter, orderBy: EntityOrder, PAGE): PlaceConnection! | events(filter: EntityFilter, orderBy: EntityOrder, PAGE): EventConnection!
    | articles(filter: ArticleFilter, orderBy: ArticleOrder, PAGE): ArticleConnection! | statements(filter: StatementFilter, orderBy: StatementOrder, PAGE): StatementConnection!
    | relationships(filter: RelationshipFilter, orderBy: RelationshipOrder, PAGE): RelationshipConnection!
    | search(text: String!, in: [SearchKind!], voice: [Voice!], first: Int, after: String): SearchConnection
    | neighbourhood(of: EntityRef!, depth: Int = 1, kind: [EntityKind!], filter: TieFilter, first: Int = 50): Subgraph
    | paths(from: EntityRef!, to: EntityRef!, through: EntityFilter, exclude: [EntityRef!], filter: TieFilter, maxLength: Int = 5, first: Int = 3): Paths
    | statistics: Statistics! | limits: [Limit!]!`,
  Mutation: 'readArticle(input: ReadArticleInput!): ReadArticleResult! | removeArticle(id: ID!): RemoveArticleResult!',
  Subscription: 'articleRead(after: String): ArticleRead! | statementMade(filter: StatementFilter, after: String): StatementMade!',
  ReadArticleSuccess: 'article: Article! | known: Boolean!',
  RemoveArticleSuccess: 'id: ID!',
  UserError: 'message: String! | code: String!',
  ArticleRead: 'number: String! | article: Article!',
  StatementMade: 'number: String! | statement: Statement!',
  SearchEdge: 'cursor: String! | node: SearchResult! | score: Float! | snippet: Passage',
  Subgraph: 'nodes: [Entity!]! | ties: [Tie!]! | totalCount: Int! | truncated: Boolean!',
  Paths: 'paths: [Path!]! | searched: Searched!',
  Path: 'length: Int! | hops: [Hop!]! | weakest: Hop!',
  Hop: 'from: Entity! | to: Entity! | tie: Tie! | forwards: Boolean!',
  StatementConnection: 'edges: [StatementEdge!]! | nodes: [Statement!]! | pageInfo: PageInfo! | totalCount: Int! | totalCountExact: Boolean! | groups(by: [StatementGrouping!]!, first: Int = 10): [StatementGroup!]!',
  RelationshipConnection: 'nodes: [Relationship!]! | totalCount: Int! | groups(by: [RelationshipGrouping!]!, first: Int = 10): [RelationshipGroup!]!',
  EntityConnection: 'nodes: [Entity!]! | totalCount: Int! | groups(by: [EntityGrouping!]!, first: Int = 10): [EntityGroup!]!',
  ArticleConnection: 'nodes: [Article!]! | totalCount: Int! | groups(by: [ArticleGrouping!]!, first: Int = 10): [ArticleGroup!]!',
  StatementGroup: 'keys: [GroupKey]! | count: Int!',
  GroupValue: 'value: String!',
}

const inputs: Readonly<Record<string, string>> = {
  EntityFilter: `id: [ID!] | slug: [String!] | kind: [EntityKind!] | name: NameFilter | named: Boolean | country: EntityFilter | iso2: [String!] | speaks: StatementFilter | addressed: StatementFilter
    | targeted: StatementFilter | spokenOf: StatementFilter | subjectOf: RelationshipFilter | objectOf: RelationshipFilter | mentionedIn: ArticleFilter | on: DateRange | LOGIC`,
  StatementFilter: `id: [ID!] | speaker: EntityFilter | addressee: EntityFilter | target: EntityFilter | about: EntityFilter | via: EntityFilter | kind: [StatementKind!] | act: [SpeechAct!]
    | voice: [Voice!] | modality: [Modality!] | attribution: [Attribution!] | accordingTo: EntityFilter | reportedIn: StatementFilter | relationships: RelationshipFilter | madeOn: DateRange
    | article: ArticleFilter | text: String | quoted: Boolean | minConfidence: Float | LOGIC`,
  RelationshipFilter: `id: [ID!] | type: [RelationshipType!] | voice: [Voice!] | modality: [Modality!] | subject: EntityFilter | object: EntityFilter | with: EntityFilter | place: EntityFilter
    | accordingTo: EntityFilter | statement: StatementFilter | saying: StatementFilter | text: String | on: DateRange | article: ArticleFilter | minConfidence: Float | LOGIC`,
  TieFilter: `voice: [Voice!] | modality: [Modality!] | accordingTo: EntityFilter | article: ArticleFilter | on: DateRange | minConfidence: Float | relationshipType: [RelationshipType!]
    | act: [SpeechAct!] | kind: [TieKind!] | LOGIC`,
  MentionFilter: 'text: String | form: [MentionForm!] | entity: EntityFilter | article: ArticleFilter | LOGIC',
  ArticleFilter: 'id: [ID!] | slug: [String!] | publisher: [String!] | url: [String!] | publishedOn: DateRange | mentions: EntityFilter | text: String | LOGIC',
  NameFilter: 'eq: String | startsWith: String | matches: String',
  DateRange: 'from: PartialDate | to: PartialDate',
  EntityRef: 'id: ID | slug: String',
  ReadArticleInput: 'text: String | html: String | title: String | publisher: String | author: String | publishedOn: String | url: String | language: String',
}

const words = (text: string) => text.split('|').map(part => part.trim().replace(/\s+/g, ' '))

describe('the names that clients rely on', () => {
  test.each(Object.entries(promised))('%s has its fields', (name, promise) => {
    const there = (schema.getType(name) as GraphQLObjectType).getFields()
    for (const wanted of words(promise.replaceAll('PAGE', 'first: Int, after: String, last: Int, before: String'))) {
      const [, field = '', given = '', type] = /^(\w+)(?:\((.*)\))?: (.*)$/.exec(wanted)!
      expect(there[field], `${name}.${field}`).toBeDefined()
      expect(String(there[field]!.type), `${name}.${field}`).toBe(type)
      const written = argumentsOf(there[field]!)
      for (const argument of given ? given.split(', ') : []) expect(written, `${name}.${field}`).toContain(argument)
    }
  })

  test.each(Object.entries(inputs))('%s has its fields', (name, promise) => {
    const type = schema.getType(name)
    const logic = `and: [${name}!] | or: [${name}!] | not: ${name}`
    const there = isInputObjectType(type) ? Object.values(type.getFields()).map(field => `${field.name}: ${String(field.type)}`) : []
    for (const wanted of words(promise.replace('LOGIC', logic))) expect(there).toContain(wanted)
  })

  test('interfaces, unions and the one-of input are what they were', () => {
    const implementing = (name: string) => (schema.getType(name) as GraphQLObjectType).getInterfaces().map(each => each.name).toSorted()
    expect([implementing('Statement'), implementing('Relationship'), implementing('Tie'), implementing('Entity'), implementing('Article'), implementing('Mention')])
      .toEqual([['Node', 'Tie'], ['Node', 'Tie'], ['Node'], ['Node'], ['Node'], ['Node']])
    const possible = JSON.parse(committed('possibleTypes.json')) as Record<string, string[]>
    const kinds = ['Country', 'Event', 'Group', 'Organisation', 'Person', 'Place', 'Topic']
    expect(possible).toEqual({
      Entity: kinds, Tie: ['Relationship', 'Statement'], GroupKey: [...kinds, 'Article', 'GroupValue'].toSorted(), SearchResult: [...kinds, 'Article', 'Statement'].toSorted(),
      ReadArticleResult: ['ArticleTooLargeError', 'BadArticleError', 'BusyError', 'ReadArticleSuccess', 'StorageError'],
      RemoveArticleResult: ['ArticleNotFoundError', 'BusyError', 'RemoveArticleSuccess', 'StorageError'],
      UserError: ['ArticleNotFoundError', 'ArticleTooLargeError', 'BadArticleError', 'BusyError', 'StorageError'],
      Node: [...kinds, 'Article', 'Mention', 'Relationship', 'Statement'].toSorted(),
    })
    expect(schema.getType('EntityRef')).toMatchObject({ isOneOf: true })
  })

  test('whatever pages says so in the same words', () => {
    const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
    for (const { field, at } of connections) {
      expect([at, argumentsOf(field)]).toEqual([at, expect.arrayContaining(['first: Int', 'after: String'])])
      const edges = (getNamedType(field.type) as GraphQLObjectType).getFields()
      for (const name of ['edges', 'nodes', 'pageInfo', 'totalCount', 'totalCountExact']) expect(edges[name], `${at} ${name}`).toBeDefined()
    }
  })
})

/** Each argument as the schema's language writes it; defaults that are lists are left out. */
function argumentsOf(field: GraphQLField<unknown, unknown>): readonly string[] {
  return field.args.map(({ name, type, default: given, defaultValue }) => {
    const value = given && 'value' in given ? given.value : defaultValue
    return `${name}: ${String(type)}${value === undefined || Array.isArray(value) ? '' : ` = ${String(value)}`}`
  })
}

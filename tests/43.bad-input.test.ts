// Bad input: each is answered as documented, or refused with a stable code and a sentence. Never a fault of ours, never slow.
import { array, assert, constantFrom, integer, oneof, property, string, uint8Array } from 'fast-check'
import { getNamedType, isInputObjectType, isListType, isObjectType, type GraphQLInputType } from 'graphql'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../schema/index.ts'
import { seedArticles } from '../seed/seed-articles.ts'
import { processorTime } from '../db/file/deadline.ts'
import { createLog } from '../src/log.ts'
import { errorTable } from '../src/model/errors.ts'
import { globalId } from '../src/model/ids.ts'
import { keyOf, sha256 } from '../src/model/keys.ts'
import type { Reading } from '../src/model/reading.ts'
import { createServer } from '../src/server/server.ts'
import { anyString } from './any-character.ts'
import { graphOf, type Answer, type Asked, type Data } from './ask.ts'

let seed: Asked
beforeAll(() => {
  seed = graphOf()
  seed.ask('{ search(text: "putin") { totalCount } }')
})
afterAll(() => {
  expect(seed.faults).toEqual([])
  seed.close()
})

/** A few ms of work, and 200 at most; codes of the table only; no SQL in any sentence. */
function civil(query: string, variables: Data = {}): Answer {
  const [answer, time] = timed(query, variables)
  // A machine that does other work may stop for longer: what is slow is slow again.
  if (time > 200) expect(timed(query, variables)[1], query).toBeLessThan(200)
  const own = Object.values(variables).filter(value => typeof value === 'string')
  for (const { message: sentence, extensions } of answer.errors) {
    const message = own.reduce((text, value) => text.replaceAll(value.slice(0, 40) || '\0', ''), sentence) // what it quotes is the client's
    expect(Object.keys(errorTable)).toContain(extensions['code'])
    expect([extensions['code'], message]).not.toEqual([expect.stringMatching(/^(INTERNAL|QUERY_TIMEOUT)$/), expect.anything()])
    expect(message).not.toMatch(/sqlite|syntax error near|no such|SELECT |fts5/i)
    expect(message.length).toBeLessThan(600)
  }
  return answer
}

function timed(query: string, variables: Data): readonly [Answer, number] {
  const begin = processorTime()
  const answer = seed.answer(query, variables)
  return [answer, processorTime() - begin]
}

const codes = (query: string, variables: Data = {}) => civil(query, variables).errors.map(error => error.extensions['code'])
const slugs = (answer: Answer, field = 'entities') => answer.data?.[field].nodes.map((each: Data) => each['slug'])

describe('what is not there', () => {
  test('is null, for every field that takes a slug', () => {
    const fields = ['entity', 'person', 'country', 'organisation', 'place', 'event', 'article']
    const { data } = civil(`{ ${fields.map(field => `${field}(slug: "nobody") { id }`).join(' ')} }`)
    expect(data).toEqual(Object.fromEntries(fields.map(field => [field, null])))
    expect(civil('{ person(slug: "syria") { id } country(slug: "paris") { id } entity(slug: "") { id } }').data).toEqual({ person: null, country: null, entity: null })
  })

  test('is null for an id that nothing has, of any type', () => {
    const ids = (['Entity', 'Article', 'Mention', 'Statement', 'Relationship'] as const).map(type => globalId(type, keyOf(sha256('nothing'))))
    expect(civil('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }).data).toEqual({ nodes: ids.map(() => null) })
    expect(civil('{ nodes(ids: []) { id } }').data).toEqual({ nodes: [] })
    expect(civil('query ($id: ID!) { entities(filter: {id: [$id]}) { totalCount } }', { id: ids[3] }).data).toEqual({ entities: { totalCount: 0 } })
  })

  test('is null for a walk of somebody unknown', () => {
    expect(civil('{ neighbourhood(of: {slug: "nobody"}) { totalCount } paths(from: {slug: "nobody"}, to: {slug: "syria"}) { searched } }').data).toEqual({ neighbourhood: null, paths: null })
    const article = seed.ask('{ articles { nodes { id } } }')['articles'].nodes[0].id
    expect(civil('query ($id: ID!) { neighbourhood(of: {id: $id}) { totalCount } }', { id: article }).data).toEqual({ neighbourhood: null })
  })

  test.each(['', 'x', 'Person:1', 'Person:1 OR 1=1', "'; DROP TABLE entity; --", '😀', '\0', '\uD800', 'RW50aXR5', Buffer.from('Entity:').toString('base64url'), Buffer.from('Entity:syria').toString('base64'),
    Buffer.from('Sentence:1').toString('base64url'), 'A'.repeat(9000), `${globalId('Entity', 'syria')}=`, globalId('Entity', 'syria').slice(0, -1)])('the id %j is refused', id => {
    if (id === Buffer.from('Entity:syria').toString('base64url')) return
    const found = codes('query ($id: ID!) { node(id: $id) { id } }', { id })
    expect(found).toEqual(['BAD_ID'])
    expect(codes('query ($id: ID!) { entities(filter: {id: [$id]}) { totalCount } }', { id })).toEqual(['BAD_ID'])
    expect(codes('query ($id: ID!) { neighbourhood(of: {id: $id}) { totalCount } }', { id })).toEqual(['BAD_ID'])
  })
})

describe('pages', () => {
  const lists = ['entities', 'statements', 'relationships', 'articles', 'entity(slug: "syria") { mentions', 'entity(slug: "syria") { neighbours', 'search(text: "x"']
  const query = (list: string, args: string, declared = '') => {
    const open = list.startsWith('search') ? `${list}, ${args})` : `${list}(${args})`
    return `${declared} { ${open} { totalCount nodes { __typename } } ${list.startsWith('entity(') ? '}' : ''} }`
  }

  test.each(lists)('of %s: sizes outside 1 to 100 are refused, written out and as a variable', list => {
    for (const size of [-1, 0, 101, 2 ** 31 - 1]) {
      expect(codes(query(list, `first: ${size}`))).toEqual(['BAD_PAGE_SIZE'])
      expect(codes(query(list, 'first: $n', 'query ($n: Int)'), { n: size })).toEqual(['BAD_PAGE_SIZE'])
      expect(codes(query(list, 'first: $n', `query ($n: Int = ${size})`))).toEqual(['BAD_PAGE_SIZE'])
    }
    for (const bad of ['2147483648', '1e3', '"5"', '1.5', 'true']) expect(codes(query(list, `first: ${bad}`))).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    for (const n of [2 ** 31, 1.5, '5', true, [], {}]) expect(codes(query(list, 'first: $n', 'query ($n: Int)'), { n })).toEqual(['BAD_VARIABLES'])
    expect(codes(query(list, 'first: null'))).toEqual([])
  })

  test('both ways at once are refused', () => {
    for (const args of ['first: 1, last: 1', 'first: 101, last: 1', 'first: -1, last: -1']) expect(codes(`{ entities(${args}) { nodes { id } } }`)).toEqual(['BAD_PAGE_SIZE'])
    expect(codes('query ($f: Int, $l: Int) { entities(first: $f, last: $l) { nodes { id } } }', { f: 1, l: 1 })).toEqual(['BAD_PAGE_SIZE'])
    expect(codes('query ($f: Int, $l: Int) { entities(first: $f, last: $l) { nodes { id } } }', { f: null, l: 1 })).toEqual([])
    const cursor = seed.ask('{ entities(first: 1) { pageInfo { endCursor } } }')['entities'].pageInfo.endCursor
    for (const args of ['first: 1, before: $c', 'last: 1, after: $c', 'after: $c, before: $c']) expect(codes(`query ($c: String) { entities(${args}) { nodes { id } } }`, { c: cursor })).toEqual(['BAD_ARGUMENT'])
  })

  const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  test.each<[string, string]>([
    ['empty', ''], ['words', 'hello'], ['OC:999999999', Buffer.from('OC:999999999').toString('base64url')], ['no JSON', 'e30'], ['an object', forged({})], ['nothing', forged([])],
    ['another order', forged(['wrong!', 'x'])], ['lists', forged([['x'], 'y'])], ['null', forged([null, null])], ['too long', forged(['x'.repeat(7000)])], ['a deep list', forged(JSON.parse('['.repeat(500) + ']'.repeat(500)))],
    ['a lone surrogate', '\uD800'], ['SQL', "' OR 1=1 --"],
  ])('a cursor of %s is refused', (_, c) => {
    for (const list of lists) expect(codes(query(list, 'after: $c', 'query ($c: String)'), { c })).toEqual(['BAD_CURSOR'])
  })

  test('a wrong cursor is refused where no row is asked for', () => {
    for (const args of ['after: "x"', 'after: ""', 'before: "x", last: 2']) {
      for (const field of ['totalCount', 'totalCountExact', 'groups(by: KIND) { count }']) {
        expect([args, field, codes(`{ entities(${args}) { ${field} } }`)]).toEqual([args, field, ['BAD_CURSOR']])
        expect(codes(`{ country(slug: "russia") { people(${args}) { ${field} } } }`)).toEqual(['BAD_CURSOR'])
      }
    }
    expect(codes('{ country(slug: "russia") { neighbours(after: "x") { totalCount } } }')).toEqual(['BAD_CURSOR'])
  })

  test('a cursor of 10 KB or more is refused', () => {
    expect(codes('query ($c: String) { entities(after: $c) { nodes { id } } }', { c: 'A'.repeat(10_240) })).toEqual(['BAD_ARGUMENT'])
  })

  test('random cursors are refused', () => {
    assert(property(uint8Array({ maxLength: 200 }), bytes => {
      expect(codes('query ($c: String) { statements(before: $c, last: 3) { nodes { id } } }', { c: Buffer.from(bytes).toString('base64url') })).toEqual(['BAD_CURSOR'])
    }), { numRuns: 200 })
  })

  test('a cursor whose place is of another type or beyond all rows is a page, perhaps an empty one', () => {
    const { pageInfo } = seed.ask('{ entities(first: 1, orderBy: {field: MENTIONS}) { pageInfo { endCursor } } }')['entities']
    const [order] = JSON.parse(Buffer.from(pageInfo.endCursor, 'base64url').toString())
    for (const place of [['x', 'y'], [1e308, ''], [-1, '~'], [0.5, 5], ['', '']]) {
      expect(codes('query ($c: String) { entities(after: $c, orderBy: {field: MENTIONS}) { nodes { id } } }', { c: forged([order, ...place]) })).toEqual([])
    }
  })
})

describe('search', () => {
  const search = (text: string) => civil('query ($text: String!) { search(text: $text) { totalCount edges { score cursor snippet { text } node { __typename ... on Entity { slug } ... on Statement { text } } } } }', { text })
  const filtered = (text: string) => civil('query ($text: String) { statements(filter: {text: $text}) { nodes { text } } articles(filter: {text: $text}) { totalCount } relationships(filter: {text: $text}) { totalCount } }', { text })

  test.each(['', ' ', '\t\n', '"', '*', '()', '-', '😀', '“”', '…', '(', '('.repeat(9999), '\0', '\uD800', '!!!', "'", '--', '/**/', '\u200D', '\u202E', '\uFEFF'])('%j holds no word', text => {
    expect(search(text).errors.map(error => error.extensions['code'])).toEqual(['EMPTY_SEARCH'])
    expect([...new Set(filtered(text).errors.map(error => error.extensions['code']))]).toEqual(['EMPTY_SEARCH'])
  })

  test.each(['foo-bar', '"they', 'they"', 'th*y', 'NEAR(they need)', 'NEAR(', '“they”', 'text:they', 'col:x', '-they', 'they AND', 'AND', 'OR NOT', 'they OR', "they'; drop table entity; --", 'they^2', '{they need}',
    'they + need', '😀 they', 'they😀', 't\0hey', 'they \uD800', 'they '.repeat(2000), 'a,'.repeat(4999), 'a'.repeat(10_000), 'é'.repeat(9000), '\u0301'.repeat(500) + 'x', 'ﷺ'.repeat(900), '家'.repeat(900), '𞤀𞤀𞤀',
    'a b c d e f g h i j k l m n o p q r s t u v w x y z', 'x\u202Ey', '½', 'Ⅷ', 'İstanbul', '\u1E9E', "' OR '1'='1", '%', '%_%a', '\\x', 'they\\', "1'--"])('%j is words and no operators', text => {
    if (/[\p{L}\p{N}]/u.test(text)) expect(search(text).errors).toEqual([])
    else expect(search(text).errors.map(error => error.extensions['code'])).toEqual(['EMPTY_SEARCH'])
    filtered(text)
    civil('query ($t: String) { entities(filter: {or: [{name: {eq: $t}}, {name: {startsWith: $t}}, {name: {matches: $t}}]}) { totalCount } }', { t: text })
  })

  test('twenty thousand words are more than a text may hold', () => {
    expect(codes('query ($text: String!) { search(text: $text) { totalCount } }', { text: 'they '.repeat(20_000) })).toEqual(['BAD_ARGUMENT'])
  })

  test('punctuation around words does not hide them', () => {
    const texts = (text: string) => filtered(text).data?.['statements'].nodes.map((each: Data) => each['text'])
    const plain = texts('they need')
    expect(plain).toHaveLength(1)
    for (const text of ['“they need”', '(they) need!', 'they, need', 'NEED they', '"they" need*']) expect(texts(text)).toEqual(plain)
    expect(texts('co-operation')).toHaveLength(1)
    expect(texts('affront-humanity')).toEqual([]) // the words of "foo-bar" stand beside each other
  })

  test('“t hey” and “they” both find the statement that breaks the word, and the other words still count', () => {
    const found = (text: string) => search(text).data?.['search'].edges.filter((each: Data) => each['node'].__typename === 'Statement').map((each: Data) => each['node'].text)
    const broken = [expect.stringContaining('t hey need to be set out')]
    for (const text of ['they', 't hey', 't hey need', 'they need', 'THEY explanation', 't hey explanation']) expect([text, found(text)]).toEqual([text, broken])
    for (const text of ['t hey bombing', 'they bombing']) expect([text, found(text)]).toEqual([text, []])
  })

  test('names forgive slips, and the very name comes first', () => {
    const first = (text: string) => search(text).data?.['search'].edges[0]?.node.slug
    for (const [text, slug] of [['Putin', 'vladimir-putin'], ['putni', 'vladimir-putin'], ['Camerron', 'david-cameron'], ['kremlin', 'kremlin'], ['sharm el sheik', 'sharm-el-sheikh'], ['Daesh', 'islamic-state']]) {
      expect([text, first(text!)]).toEqual([text, slug])
    }
  })
})

describe('filters', () => {
  const all = () => seed.ask('{ entities(first: 100) { totalCount } statements { totalCount } }')
  const total = (filter: string, noun = 'entities') => civil(`{ ${noun}(filter: ${filter}) { totalCount } }`).data?.[noun]?.totalCount

  test('null and {} say nothing, everywhere', () => {
    const { entities, statements } = all()
    const nothing = ['null', '{}', '{and: null, or: null, not: null}', '{and: []}', '{and: [{}, {and: []}]}', '{or: [{}]}', '{not: {}}', '{not: {and: []}}', '{not: {not: {}}}', '{slug: null, kind: null, name: null, speaks: null, on: null}', '{name: {}}', '{on: {}}', '{on: {from: null, to: null}}', '{name: {eq: null, matches: null}}']
    for (const filter of nothing) expect([filter, total(filter)]).toEqual([filter, entities.totalCount])
    const relationships = civil('{ relationships { totalCount } }').data!['relationships']
    for (const filter of ['{on: {}}', '{on: {from: null, to: null}}', '{type: null}', '{subject: {}}']) expect([filter, total(filter, 'relationships')]).toEqual([filter, relationships.totalCount])
    for (const filter of ['{madeOn: {}}', '{text: null}', '{minConfidence: null}', '{speaker: null}', '{not: null}', '{minConfidence: 0}']) expect([filter, total(filter, 'statements')]).toEqual([filter, statements.totalCount])
  })

  test('one of nothing and an empty list match nothing', () => {
    for (const filter of ['{or: []}', '{slug: []}', '{kind: []}', '{id: []}', '{and: [{or: []}]}']) expect([filter, total(filter)]).toEqual([filter, 0])
    for (const who of ['country(slug: "france")', 'person(slug: "vladimir-putin")']) expect(seed.ask(`{ who: ${who} { statements(role: []) { totalCount nodes { id } pageInfo { endCursor } } } }`)['who'].statements).toEqual({ totalCount: 0, nodes: [], pageInfo: { endCursor: null } })
    expect(total('{not: {or: []}}')).toBe(all()['entities'].totalCount)
    expect(total('{not: {not: {kind: PERSON}}}')).toBe(total('{kind: PERSON}'))
  })

  test('what is unknown does not fit, and its opposite does', () => {
    const { statements, entities } = all()
    expect(total('{madeOn: {from: "0001"}}', 'statements') + total('{not: {madeOn: {from: "0001"}}}', 'statements')).toBe(statements.totalCount)
    expect(total('{on: {to: "2015"}}') + total('{not: {on: {to: "2015"}}}')).toBe(entities.totalCount)
    expect(total('{iso2: "ru"}') + total('{not: {iso2: "RU"}}')).toBe(entities.totalCount)
    expect(total('{reportedIn: {}}', 'statements') + total('{not: {reportedIn: {}}}', 'statements')).toBe(statements.totalCount)
    expect(total('{object: {}}', 'relationships') + total('{not: {object: {}}}', 'relationships')).toBe(seed.ask('{ relationships { totalCount } }')['relationships'].totalCount)
  })

  test('a name that holds no letter is refused, an empty one too', () => {
    for (const name of ['', ' ', '-', '😀']) for (const field of ['eq', 'startsWith', 'matches']) {
      expect([field, name, codes(`query ($n: String) { entities(filter: {name: {${field}: $n}}) { totalCount } }`, { n: name })]).toEqual([field, name, ['EMPTY_SEARCH']])
    }
    expect(codes('{ articles { nodes { mentions(filter: {text: ""}) { totalCount } } } }')).toEqual(['EMPTY_SEARCH'])
  })

  test('a confidence is from 0 to 1', () => {
    for (const least of ['2', '-0.1', '1e300', '1.0000001']) for (const noun of ['statements', 'relationships']) {
      expect(codes(`{ ${noun}(filter: {minConfidence: ${least}}) { totalCount } }`)).toEqual(['BAD_ARGUMENT'])
    }
    for (const least of ['NaN', '"1"', 'null1']) expect(codes(`{ statements(filter: {minConfidence: ${least}}) { totalCount } }`)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(codes('query ($c: Float) { statements(filter: {minConfidence: $c}) { totalCount } }', { c: 'NaN' })).toEqual(['BAD_VARIABLES'])
  })

  test.each(['2015-13', '2015-02-30', '15', '', 'yesterday', '2015-1-1', '2015-11-15T00:00', '99999', "2015' OR 1=1", '20१५'])('%j is no date', date => {
    expect(codes(`{ events(filter: {on: {from: ${JSON.stringify(date)}}}) { totalCount } }`)).toEqual(['BAD_DATE'])
    expect(codes('query ($d: PartialDate) { statements(filter: {madeOn: {to: $d}}) { totalCount } }', { d: date })).toEqual(['BAD_DATE'])
  })

  test.each([['2015-12', '2015-10'], ['2016', '2015-12-31'], ['2015-11-16', '2015-11-15']])('a range from %s to %s ends before it begins', (from, to) => {
    const range = `{from: "${from}", to: "${to}"}`
    const statements = `statements(filter: {madeOn: ${range}})`
    const asked = [
      `${statements} { totalCount }`, `${statements} { groups(by: SPEAKER) { count } }`, `statements(filter: {madeOn: ${range}, speaker: {slug: "barack-obama"}}) { nodes { id } }`,
      `relationships(filter: {on: ${range}}) { totalCount }`, `relationships(filter: {article: {publishedOn: ${range}}}) { totalCount }`, `events(filter: {on: ${range}}) { totalCount }`,
      `articles(filter: {publishedOn: ${range}}) { totalCount }`, `paths(from: {slug: "syria"}, to: {slug: "paris"}, filter: {on: ${range}}) { searched }`,
    ]
    for (const field of asked) expect([field, codes(`{ ${field} }`)]).toEqual([field, ['BAD_ARGUMENT']])
    expect(civil(`{ ${statements} { totalCount } }`).errors?.[0]).toMatchObject({ message: `madeOn goes from ${from} to ${to}; expected a range that does not end before it begins.`, extensions: { argument: 'madeOn' } })
  })

  test('a range may end within what it begins with', () => {
    expect(total('{on: {from: "2015-11-15", to: "2015"}}')).toBe(total('{on: {from: "2015-11-15", to: "2015-12-31"}}'))
    expect(total('{on: {from: "2015-11-15", to: "2015-11"}}')).toBeGreaterThan(0)
    expect(total('{on: {from: "0000", to: "9999-12-31"}}')).toBe(5)
  })

  test('ten objects deep is answered, eleven is refused', () => {
    const nested = (depth: number) => '{not: '.repeat(depth - 1) + '{kind: PERSON}' + '}'.repeat(depth - 1)
    expect(codes(`{ entities(filter: ${nested(10)}) { totalCount } }`)).toEqual([])
    expect(codes(`{ entities(filter: ${nested(11)}) { totalCount } }`)).toEqual(['QUERY_TOO_DEEP'])
    const mixed = '{speaks: {about: {subjectOf: {object: {mentionedIn: {mentions: {country: {targeted: {relationships: {type: ASSAULT}}}}}}}}}}'
    expect(codes(`{ entities(filter: ${mixed}) { totalCount nodes { slug } } }`)).toEqual([])
  })

  test('a list of 101 is refused wherever it stands', () => {
    const ids = Array.from({ length: 101 }, () => globalId('Entity', 'syria'))
    for (const [query, variables] of [
      ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }], [`{ nodes(ids: ${JSON.stringify(ids)}) { id } }`, {}], [`{ statements(filter: {speaker: {or: [{id: ${JSON.stringify(ids)}}]}}) { totalCount } }`, {}],
      ['query ($f: EntityFilter) { entities(filter: $f) { totalCount } }', { f: { or: ids.map(() => ({})) } }],
      ['query ($x: [EntityRef!]) { paths(from: {slug: "syria"}, to: {slug: "paris"}, exclude: $x) { searched } }', { x: ids.map(id => ({ id })) }],
    ] as const) expect(codes(query, variables)).toEqual(['LIST_TOO_LONG'])
  })

  test('an unknown word of a vocabulary is refused', () => {
    expect(codes('{ entities(filter: {kind: ALIEN}) { totalCount } }')).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(codes('query ($k: [EntityKind!]) { entities(filter: {kind: $k}) { totalCount } }', { k: ['ALIEN'] })).toEqual(['BAD_VARIABLES'])
    expect(codes('query ($k: [EntityKind!]) { entities(filter: {kind: $k}) { totalCount } }', { k: ['__proto__', 'constructor'] })).toEqual(['BAD_VARIABLES', 'BAD_VARIABLES'])
    expect(codes('{ entities(orderBy: {field: constructor}) { totalCount } }')).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  })
})

describe('groups', () => {
  const grouped = (args: string) => codes(`{ statements { groups(${args}) { count } } }`)
  test('are by one to four keys, each once, 1 to 100 of them', () => {
    for (const by of ['[]', '[ACT, ACT]', '[ACT, KIND, VOICE, MODALITY, YEAR]']) expect(grouped(`by: ${by}`)).toEqual(['BAD_ARGUMENT'])
    for (const first of [0, -1, 101, 2 ** 31 - 1]) expect(grouped(`by: ACT, first: ${first}`)).toEqual(['BAD_PAGE_SIZE'])
    for (const by of ['null', '[null]', 'TYPE', '"ACT"']) expect(grouped(`by: ${by}`)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    expect(grouped('by: [SPEAKER, ADDRESSEE, TARGET, ABOUT], first: null')).toEqual([])
  })

  test('count what the list counts, and in the same order whatever is asked beside', () => {
    const { statements, relationships } = seed.ask(`{ statements { totalCount act: groups(by: ACT, first: 100) { count } speaker: groups(by: SPEAKER, first: 100) { count keys { ... on Entity { slug } } } both: groups(by: [SPEAKER, ACT], first: 100) { count } }
      relationships(filter: {voice: CLAIMED}) { totalCount groups(by: CLAIMANT) { count keys { ... on Entity { slug } } } } }`)
    const sum = (groups: Data[]) => groups.reduce((all, { count }) => all + count, 0)
    expect(sum(statements.act)).toBe(statements.totalCount)
    expect(sum(statements.speaker)).toBe(statements.totalCount + 2) // two statements have two speakers
    expect(sum(statements.both)).toBe(sum(statements.speaker))
    expect(statements.speaker).toContainEqual({ count: 2, keys: [null] })
    expect(relationships.groups.at(-1)).toMatchObject({ keys: [expect.anything()] })
  })
})

describe('ranges', () => {
  test.each([
    ['articles(first: 1) { nodes { sentences(from: 0) { position } } }', 'BAD_ARGUMENT'], ['articles { nodes { sentences(from: 5, to: 4) { position } } }', 'BAD_ARGUMENT'], ['articles { nodes { sentences(from: -1, to: 4) { position } } }', 'BAD_ARGUMENT'],
    ['articles(first: 1) { nodes { sentences(to: 0) { position } } }', 'BAD_ARGUMENT'], ['neighbourhood(of: {slug: "syria"}, depth: 3) { totalCount }', 'BAD_ARGUMENT'], ['neighbourhood(of: {slug: "syria"}, depth: 0) { totalCount }', 'BAD_ARGUMENT'],
    ['neighbourhood(of: {slug: "syria"}, first: 151) { totalCount }', 'BAD_PAGE_SIZE'], ['neighbourhood(of: {slug: "syria"}, first: 0) { totalCount }', 'BAD_PAGE_SIZE'], ['neighbourhood(of: {slug: "syria"}, first: 2147483647) { totalCount }', 'BAD_PAGE_SIZE'],
    ['paths(from: {slug: "syria"}, to: {slug: "paris"}, maxLength: 0) { searched }', 'BAD_ARGUMENT'], ['paths(from: {slug: "syria"}, to: {slug: "paris"}, maxLength: 7) { searched }', 'BAD_ARGUMENT'],
    ['paths(from: {slug: "syria"}, to: {slug: "paris"}, first: 0) { searched }', 'BAD_PAGE_SIZE'], ['paths(from: {slug: "syria"}, to: {slug: "paris"}, first: 11) { searched }', 'BAD_PAGE_SIZE'],
    ['paths(from: {}, to: {slug: "paris"}) { searched }', 'GRAPHQL_VALIDATION_FAILED'], ['paths(from: {slug: "x", id: "y"}, to: {slug: "paris"}) { searched }', 'GRAPHQL_VALIDATION_FAILED'], ['paths(from: {slug: null}, to: {slug: "paris"}) { searched }', 'GRAPHQL_VALIDATION_FAILED'],
    ['relationships(first: 1) { nodes { evidence { before(chars: -1) } } }', 'BAD_ARGUMENT'], ['relationships(first: 1) { nodes { evidence { after(chars: 1001) } } }', 'BAD_ARGUMENT'],
    ['entity(slug: "syria") { neighbours(first: 2) { edges { ties(first: 0) { id } } } }', 'BAD_PAGE_SIZE'], ['entity(slug: "syria") { neighbours(first: 2) { edges { ties(first: 101) { id } } } }', 'BAD_PAGE_SIZE'],
  ])('%s is %s', (field, code) => {
    expect(codes(`{ ${field} }`)).toContain(code)
  })

  test('null where a number has a default is the default', () => {
    const { data } = civil('{ articles(first: 1) { nodes { sentences(from: null, to: null) { position } } } neighbourhood(of: {slug: "syria"}, depth: null, first: null) { totalCount } paths(from: {slug: "paris"}, to: {slug: "paris"}, maxLength: null, first: null, exclude: null, filter: null, through: null) { searched paths { length } } entity(slug: "paris") { neighbours(first: null, kind: null, filter: null) { edges { ties(first: null) { evidence { before(chars: null) } } } } relationships(direction: null) { totalCount } } }')
    expect(data?.['articles'].nodes[0].sentences).toHaveLength(16)
    expect(data?.['paths']).toEqual({ searched: 'COMPLETE', paths: [] })
    expect(codes('{ articles(first: 1) { nodes { sentences(from: 2147483647) { position } } } }')).toEqual([])
  })

  test('an end that is excluded has no way to it, and unknown exclusions are passed over', () => {
    const paths = (exclude: string) => seed.ask(`{ paths(from: {slug: "barack-obama"}, to: {slug: "syria"}, exclude: ${exclude}) { searched paths { hops { to { slug } } } } }`)['paths']
    expect(paths('[{slug: "syria"}]')).toEqual({ searched: 'COMPLETE', paths: [] })
    expect(paths('[{slug: "nobody"}]')).toEqual(paths('[]'))
    expect(JSON.stringify(paths('[{slug: "vladimir-putin"}]'))).not.toContain('vladimir-putin')
  })

  test('words around a passage never cut a character in two', () => {
    const text = '😀Anna👍🏽met Boris👨‍👩‍👧.'
    const mark = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words })
    const basis = { rule: 'REVIEWED', reason: 'Test.', confidence: 1 }
    const reading: Reading = {
      format: 'on-record/reading/1', sha256: sha256(text), reader: 'test', sentences: [mark(text)], statements: [], possiblySame: [], remarks: [],
      entities: [{ ref: 'a', kind: 'PERSON', name: 'Anna', named: true }, { ref: 'b', kind: 'PERSON', name: 'Boris', named: true }],
      mentions: [{ ...mark('Anna'), ...basis, entity: 'a', form: 'NAME' }, { ...mark('Boris'), ...basis, entity: 'b', form: 'NAME' }],
      relationships: [{ type: 'CONSULT', label: 'met', subject: 'a', object: 'b', voice: 'ARTICLE', modality: 'ACTUAL', evidence: [mark(text)], ...basis }],
    }
    const graph = graphOf([{ text, metadata: { title: 'Emoji', language: 'en', supplied: [] }, reading }])
    try {
      for (let chars = 0; chars <= text.length; chars++) {
        const { articles } = graph.ask('query ($n: Int) { articles { nodes { mentions { nodes { passage { start end text before(chars: $n) after(chars: $n) } } } } } }', { n: chars })
        for (const { passage } of articles.nodes[0].mentions.nodes) {
          expect(text.slice(passage.start, passage.end)).toBe(passage.text)
          for (const words of [passage.before, passage.after]) expect([words.isWellFormed(), words.length <= chars && words.length >= Math.min(chars, 2) - 1]).toEqual([true, true])
          expect(`${passage.before}${passage.text}${passage.after}`).toBe(text.slice(passage.start - passage.before.length, passage.end + passage.after.length))
        }
      }
    } finally {
      graph.close()
    }
  })
})

describe('any string at all', () => {
  const hostile = ["'", '"', "' OR 1=1 --", "'; DROP TABLE entity; --", '" OR ""="', ') OR (1=1', '1; ATTACH DATABASE', 'x\' UNION SELECT * FROM article --', '%27', '\\\'', '+?', '?1', ':a', '@a', '$a', '{}', '[]', 'null', '__proto__', 'constructor', 'hasOwnProperty',
    '\0', '\uD800', '\uDC00x', '\u202E', '\u2028', '\uFEFF', '👨‍👩‍👧', 'e\u0301', '<script>', '${1}', '../../x', 'NEAR(a b, 2)', 'a* OR b', '^a', 'a:b', '{a b}', '- a', '*', 'rank', 'MATCH', 'x'.repeat(9999)]
  const queries = stringArguments()

  test('reaches every argument and field that takes one', () => {
    expect(queries.length).toBeGreaterThan(60)
  })

  test('that is hostile leaves the graph as it is, in every argument', () => {
    const before = seed.ask('{ statistics { entities statements dataVersion } }')
    for (const [index, query] of queries.entries()) for (let at = index % 9; at < hostile.length; at += 9) civil(query, { s: hostile[at] })
    expect(seed.ask('{ statistics { entities statements dataVersion } }')).toEqual(before)
  })

  test('is searched, compared and looked up without a fault', () => {
    const some = oneof(anyString({ maxLength: 60 }), string({ unit: 'grapheme', maxLength: 40 }), string({ maxLength: 40 }), constantFrom(...hostile),
      array(constantFrom('they', '"', '*', 'NEAR', '(', ')', 'AND', 'OR', 'NOT', '-', ':', '^', '+', 'need', '“', '’s', '{', '}'), { maxLength: 12 }).map(parts => parts.join(' ')),
      array(integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map(units => String.fromCharCode(...units)))
    let turn = 0
    assert(property(some, text => {
      civil('query ($s: String!) { search(text: $s) { totalCount } }', { s: text })
      if (turn++ % 2 === 0) civil(queries[Math.floor(turn / 8) % queries.length]!, { s: text }) // as often as their documents are kept
    }), { numRuns: 2000 })
  })

  test('that no text of the graph holds is found nowhere', () => {
    for (const text of hostile.slice(0, 8)) expect(slugs(civil('query ($s: String!) { entities(filter: {slug: [$s]}) { nodes { slug } } }', { s: text }))).toEqual([])
  })
})

describe('over HTTP', () => {
  test('errors have the same codes, no data where there is none, and no stack', async () => {
    const lines: string[] = []
    const server = createServer({ archive: seed.archive, config: { corsOrigins: [] }, log: createLog(line => lines.push(line)) })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
    const post = async (query: string, variables: Data = {}) => {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })
      return { status: response.status, ...await response.json() as Answer }
    }
    try {
      const searched = await post('query ($t: String!) { search(text: $t) { totalCount } }', { t: '(((' })
      expect(searched).toMatchObject({ status: 200, data: { search: null }, errors: [{ path: ['search'], extensions: { code: 'EMPTY_SEARCH' } }] })
      expect(await post('{ entities(first: 0) { totalCount } }')).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_PAGE_SIZE' } }] })
      expect(await post('{ node(id: "x") { id } entity(slug: "syria") { slug } }')).toMatchObject({ status: 200, data: { node: null, entity: { slug: 'syria' } }, errors: [{ extensions: { code: 'BAD_ID' } }] })
      expect(await post('{ entity(slug: "\\ud83d\\ude00") { slug } }')).toEqual({ status: 200, data: { entity: null } })
      for (const text of ['foo-bar', '"', 'NEAR(', "'; drop"]) expect([200, 400]).toContain((await post('query ($t: String!) { search(text: $t) { totalCount } }', { t: text })).status)
      expect(await post('{ search(text: "t hey", in: STATEMENT) { nodes { ... on Statement { speakers { slug } } } } }')).toMatchObject({ data: { search: { nodes: [{ speakers: [{ slug: 'david-cameron' }] }] } } })
      expect(lines).toEqual([])
    } finally {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  })

  test('the seed that was asked all this is still the seed', () => {
    expect(seed.ask('{ articles { nodes { sha256 } } }')['articles'].nodes).toEqual(seedArticles().map(({ text }) => ({ sha256: sha256(text) })))
  })
})

/** A query for every place in which a string can stand: arguments of the root and of nested lists, and fields of their filters. */
function stringArguments(): readonly string[] {
  const queries: string[] = []
  const selections: Readonly<Record<string, string>> = { Paths: '{ searched }', Subgraph: '{ totalCount }' }
  const add = (wrap: (argument: string) => string, name: string, type: GraphQLInputType, depth: number): void => {
    const named = getNamedType(type)
    if (named.name === 'String' || named.name === 'ID' || named.name === 'PartialDate') {
      queries.push(`query ($s: ${named.name}!) ${wrap(`${name}: ${isListType(type) || String(type).startsWith('[') ? '[$s]' : '$s'}`)}`)
    } else if (isInputObjectType(named) && depth < 3) {
      for (const field of Object.values(named.getFields())) {
        if (['and', 'or', 'not'].includes(field.name)) continue
        add(inner => wrap(`${name}: {${inner}}`), field.name, field.type, depth + 1)
      }
    }
  }
  const required: Readonly<Record<string, string>> = { 'search.text': 'text: "they"', 'paths.from': 'from: {slug: "paris"}', 'paths.to': 'to: {slug: "syria"}', 'neighbourhood.of': 'of: {slug: "paris"}' }
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    for (const argument of field.args) {
      const rest = Object.entries(required).flatMap(([at, text]) => (at.startsWith(`${field.name}.`) && at !== `${field.name}.${argument.name}` ? [text] : []))
      const type = getNamedType(field.type)
      const selection = selections[type.name] ?? (isObjectType(type) && 'totalCount' in type.getFields() ? '{ totalCount nodes { __typename } }' : '{ __typename }')
      add(inner => `{ ${field.name}(${[inner, ...rest].join(', ')}) ${selection} }`, argument.name, argument.type, argument.name === 'filter' || argument.name === 'through' ? 1 : 0)
    }
  }
  for (const nested of ['mentions', 'articles', 'relationships', 'statements', 'neighbours']) {
    const entity = schema.getType('Person')
    const field = isObjectType(entity) ? entity.getFields()[nested] : undefined
    for (const argument of field?.args ?? []) add(inner => `{ entities(first: 3) { nodes { ${nested}(${inner}) { totalCount nodes { id } } } } }`, argument.name, argument.type, 2)
  }
  return queries
}

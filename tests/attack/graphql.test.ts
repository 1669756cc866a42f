// Attacks by the shape of what is asked, over HTTP on a server as its user starts it. The laws of each limit are in tests/61.limits.test.ts, of bad
// arguments in tests/43.bad-input.test.ts; here it is what they cost, and that the server shrugs.
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, expect } from 'vitest'
import { ask, attack, isFull, refused, send, startVictim, tellsNothing, type Reply, type Victim } from './attack.ts'

let victim: Victim
beforeAll(async () => { victim = await startVictim() })
afterAll(async () => { expect(await victim.end()).toBe(0) })

const many = (count: number, each: (index: number) => string, glue = ' ') => Array.from({ length: count }, (_, index) => each(index)).join(glue)
const data = ({ text }: Reply) => (JSON.parse(text) as { data: Record<string, any> }).data // oxlint-disable-line typescript/no-explicit-any -- an answer's shape is its query's

/** Each asked, refused with the code. */
async function allRefused(queries: readonly string[], code: RegExp, variables?: object): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  for (const query of queries) {
    const reply = await ask(victim, query, variables)
    expect([query.slice(0, 80), refused(reply, query.slice(0, 80))[0]]).toEqual([query.slice(0, 80), expect.stringMatching(code)])
    replies.push(reply)
  }
  return replies
}
const tooMany = /^(TOO_MANY_ALIASES|TOO_MANY_FIELDS|QUERY_TOO_LARGE|REQUEST_TOO_LARGE)$/

attack(() => victim, 'A01', 'aliases: 61 to 10,000, of fields, in and through fragments', async () => {
  const passes = await ask(victim, `{ ${many(60, i => `a${i}: __typename`)} }`)
  expect(Object.keys(data(passes))).toHaveLength(60)
  return allRefused([61, 101, 1000, 10_000].flatMap(count => [
    `{ ${many(count, i => `a${i}: __typename`)} }`,
    `{ ${many(count, i => `a${i}: entity(slug: "x") { id }`)} }`,
    `{ entity(slug: "x") { ...f } } fragment f on Entity { ${many(count, i => `a${i}: name`)} }`,
    `{ entity(slug: "x") { ...f } } fragment f on Entity { ...g } fragment g on Entity { ...h } fragment h on Entity { ${many(count, i => `a${i}: id`)} }`,
  ]), tooMany)
})

attack(() => victim, 'A02', 'one field 101 to 10,000 times; objects that overlap, and double each other', async () => {
  const doubled = (depth: number): string => (depth === 0 ? 'id' : `${many(2, () => `country { ${doubled(depth - 1)} }`)}`)
  return allRefused([
    ...[101, 500, 10_000].map(count => `{ ${'__typename '.repeat(count)} }`), `{ entity(slug: "x") { ${'id '.repeat(101)} } }`,
    `{ ${many(3000, () => 'entity(slug: "x") { id }')} }`, `{ person(slug: "x") { ${doubled(12)} } }`, `{ person(slug: "x") { ${doubled(8)} } }`,
  ], tooMany)
})

attack(() => victim, 'A03', 'nine lists within each other, and a circle of relations sixteen deep', async () => {
  const nested = (first: number, levels: number): string => (levels === 0 ? 'id' : `neighbours(first: ${first}) { nodes { ${nested(first, levels - 1)} } }`)
  const wide = [10, 100].map(first => `{ entity(slug: "syria") { ${nested(first, 6)} } }`)
  const deep = [10, 100].map(first => `{ entity(slug: "syria") { ${nested(first, 9)} } }`)
  const circle = `{ person(slug: "vladimir-putin") { ${'statements(first: 1) { nodes { speakers { '.repeat(5)} id ${'} } }'.repeat(5)} } }`
  return [...await allRefused(wide, /^QUERY_TOO_COMPLEX$/), ...await allRefused([...deep, circle], /^QUERY_TOO_DEEP$/)]
})

attack(() => victim, 'A04', 'circles of fragments, and 1,000 that nobody uses', () => allRefused([
  '{ entity(slug: "x") { ...a } } fragment a on Entity { ...b } fragment b on Entity { ...a }', '{ entity(slug: "x") { ...a } } fragment a on Entity { id ...a }', `{ __typename } ${many(1000, i => `fragment f${i} on Entity { id }`)}`,
  `{ __typename } ${many(250, i => `fragment f${i} on Entity { id }`)}`,
], /^(GRAPHQL_VALIDATION_FAILED|QUERY_TOO_LARGE)$/))

attack(() => victim, 'A05', 'fragments that double each other 22 times, and one used a million times', () => allRefused([
  `{ ...f0 } ${many(22, i => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`)} fragment f22 on Query { __typename }`,
  `{ ${'...f '.repeat(900)} } fragment f on Query { __typename }`, `{ ${'...f '.repeat(1_000_000)} } fragment f on Query { __typename }`,
], tooMany))

attack(() => victim, 'A06', 'directives: unknown, @skip 21 and 10,000 times, on fragments and variables', async () => {
  const replies = await allRefused([
    `{ __typename ${many(10, () => '@aa', '')} }`, `{ ${many(21, () => '__typename @skip(if: false)')} }`, `{ __typename ${'@skip(if: false) '.repeat(10_000)} }`,
    `query ($n: Int ${many(21, i => `@x${i}`)}) { __typename }`, `{ ...f } fragment f on Query ${many(21, i => `@x${i}`)} { __typename }`,
  ], /^(GRAPHQL_VALIDATION_FAILED|TOO_MANY_DIRECTIVES|QUERY_TOO_LARGE|REQUEST_TOO_LARGE)$/)
  for (const { text } of replies) expect(JSON.parse(text).errors.length).toBeLessThanOrEqual(5)
  return replies
})

attack(() => victim, 'A07', 'brackets 5,000 to 50,000 deep, in documents, objects and variables', async () => {
  const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels)
  const replies = [...await allRefused(['{'.repeat(5000), '{'.repeat(50_000), `{ x(a: ${'['.repeat(20_000)}`, `{ entities(filter: ${deep('{not: ', '}', 5000)}) { totalCount } }`, `{ entities(filter: ${deep('{not: ', '}', 100)}) { totalCount } }`], /^QUERY_TOO_(DEEP|LARGE)$/)]
  for (const variables of [deep('[', ']', 10_000), `{"not":`.repeat(8000) + 'null' + '}'.repeat(8000), deep('[', ']', 45_000)]) {
    const reply = await send(victim, `{"query":"query ($f: EntityFilter) { entities(filter: $f) { totalCount } }","variables":{"f":${variables}}}`)
    expect(refused(reply)[0]).toMatch(/^(QUERY_TOO_DEEP|BAD_VARIABLES|LIST_TOO_LONG)$/)
    replies.push(reply)
  }
  return replies
})

attack(() => victim, 'A08', 'lists of operations: none, 1, 2, 11, and a list within', async () => {
  const replies: Reply[] = []
  for (const body of [[], ...[1, 2, 11].map(count => Array.from({ length: count }, () => ({ query: '{ __typename }' }))), [[{ query: '{ __typename }' }]]]) {
    const reply = await send(victim, body)
    expect(refused(reply)).toEqual(['BATCHING_OFF'])
    replies.push(reply)
  }
  return replies
})

attack(() => victim, 'A09', 'pages of -1, 0, 101, 2^31 and what is no number, written out and as a variable', async () => {
  const replies = [...await allRefused(['-1', '0', '101', '2147483647', '2147483648', '1e3', '"5"', '1, last: 1'].flatMap(first => ['entities', 'statements'].map(list => `{ ${list}(first: ${first}) { nodes { id } } }`)), /^(BAD_PAGE_SIZE|GRAPHQL_VALIDATION_FAILED)$/)]
  for (const n of [-1, 0, 101, 2 ** 31 - 1, 2 ** 31, 1e3 + 0.5, '5', true, [], {}, 1e308]) {
    replies.push(...await allRefused(['query ($n: Int) { entities(first: $n) { nodes { id } } }', 'query ($n: Int) { relationships(last: $n) { nodes { id } } }'], /^(BAD_PAGE_SIZE|BAD_VARIABLES)$/, { n }))
  }
  return replies
})

attack(() => victim, 'A10', '101 and 100,000 ids, written out, in a variable, deep in a filter', async () => {
  const ids = (count: number) => Array.from({ length: count }, (_, i) => `x${i}`)
  const replies = [...await allRefused([`{ nodes(ids: ${JSON.stringify(ids(101))}) { id } }`, `{ nodes(ids: ${JSON.stringify(ids(100_000))}) { id } }`], /^(LIST_TOO_LONG|QUERY_TOO_LARGE|REQUEST_TOO_LARGE)$/)]
  for (const count of [101, 5000, 100_000]) {
    replies.push(...await allRefused(['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'], /^(LIST_TOO_LONG|REQUEST_TOO_LARGE)$/, { ids: ids(count) }))
    replies.push(...await allRefused(['query ($f: EntityFilter) { entities(filter: $f) { totalCount } }'], /^(LIST_TOO_LONG|REQUEST_TOO_LARGE)$/, { f: { or: [{ not: { id: ids(count) } }] } }))
  }
  return replies
})

attack(() => victim, 'A11', 'cursors: random, forged, of 10 KB, of another list', async () => {
  const cursors = [...Array.from({ length: 30 }, (_, i) => Buffer.from(`${i}`.repeat(i * 7)).toString('base64url')), Buffer.from('OC:999999999').toString('base64url'), 'A'.repeat(10_240), "' OR 1=1 --", '\u0000']
  const replies: Reply[] = []
  for (const c of cursors) replies.push(...await allRefused(['query ($c: String) { entities(after: $c) { nodes { id } } }'], /^(BAD_CURSOR|BAD_ARGUMENT)$/, { c }).catch(async () => {
    // Where the list may be null, so is the field, with the error at its path.
    const reply = await ask(victim, 'query ($c: String) { entities(after: $c) { nodes { id } } }', { c })
    expect([c.slice(0, 20), JSON.parse(reply.text).errors?.[0]?.extensions.code]).toEqual([c.slice(0, 20), expect.stringMatching(/^BAD_(CURSOR|ARGUMENT)$/)])
    return [reply]
  }))
  return replies
})

attack(() => victim, 'A12', 'global ids: garbage, of another type, of 10 KB, SQL', async () => {
  const replies: Reply[] = []
  for (const id of ['', 'x', 'Person:1 OR 1=1', "1'; DROP TABLE entity; --", 'A'.repeat(9999), '\u0000', '../../etc/passwd', Buffer.from('Entity').toString('base64')]) {
    const reply = await ask(victim, 'query ($id: ID!) { node(id: $id) { id } }', { id })
    expect([id.slice(0, 20), JSON.parse(reply.text).errors?.[0]?.extensions.code]).toEqual([id.slice(0, 20), 'BAD_ID'])
    expect(reply.text.length).toBeLessThan(2048)
    tellsNothing(reply.text)
    replies.push(reply)
  }
  return replies
})

attack(() => victim, 'A16', 'introspection: whole, in circles, and fifty times', async () => {
  const whole = await ask(victim, getIntrospectionQuery())
  expect(data(whole)['__schema'].types.length).toBeGreaterThan(50)
  const circle = (levels: number) => `{ __schema { types { fields { type { ${'fields { type { '.repeat(levels)}name${' } }'.repeat(levels)} } } } } }`
  return [whole, ...await allRefused([circle(4), circle(8)], /^(GRAPHQL_VALIDATION_FAILED|QUERY_TOO_DEEP)$/), ...await allRefused([`{ ${many(50, i => `a${i}: __schema { types { name } }`)} }`], /^QUERY_TOO_COMPLEX$/)]
})

attack(() => victim, 'A17', 'documents that are none: unnamed, empty, only comments, commas or marks', () => allRefused([
  'query A { __typename } query B { __typename }', '{ __typename } { __typename }', 'subscription { articleRead { number } }', ' ', `#${'x'.repeat(90_000)}`, ','.repeat(95_000), '\u0000', '}'.repeat(1500), '"""', '{ a(b: "\\ud800") }', 'query ($a: Int = $a) { __typename }',
], /^(OPERATION_RESOLUTION_FAILURE|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|NOT_ACCEPTABLE|BAD_REQUEST)$/))

attack(() => victim, 'A18', '@defer and @stream, which are off', () => allRefused(['{ ... @defer { __typename } }', '{ entities { nodes @stream(initialCount: 0) { id } } }'], /^GRAPHQL_VALIDATION_FAILED$/))

attack(() => victim, 'A20', `${isFull ? '4,000' : '120'} documents that all differ, of 90 KB each`, async () => {
  const replies: Reply[] = []
  const count = isFull ? 2000 : 60
  const filler = `#${'x'.repeat(85_000)}\n`
  for (let i = 0; i < count; i++) {
    const valid = await ask(victim, `${filler}{ a${i}: __typename ${'statistics { articles } '.repeat(30)} }`)
    expect(valid.status).toBe(200)
    replies.push(valid, ...await allRefused([`${filler}{ nothing${i} ${'b '.repeat(50)} }`], /^GRAPHQL_VALIDATION_FAILED$/))
  }
  return replies
}, { memory: 150 })

attack(() => victim, 'A25', 'names and values of 90 KB, which errors would quote', async () => {
  const long = 'a'.repeat(90_000)
  const replies = [...await allRefused([`{ ${long} }`, `{ ${Array.from({ length: 5 }, (_, i) => long.slice(0, 18_000) + i).join(' ')} }`, `{ entities(${long}: 1) { totalCount } }`, `query A { __typename } query ${long} { __typename }`, `{ "${long}`], /^(GRAPHQL_|OPERATION_)/)]
  for (const [type, field, value] of [['Int', 'first', long], ['EntityFilter', 'filter', { [long]: 1 }], ['EntityFilter', 'filter', { kind: [long] }]] as const) {
    replies.push(...await allRefused([`query ($x: ${type}) { entities(${field}: $x) { totalCount } }`], /^BAD_VARIABLES$/, { x: value }))
  }
  return replies
})

attack(() => victim, 'A23', 'variables with keys of prototypes, keys given twice, and numbers without end', async () => {
  const replies: Reply[] = []
  for (const body of [
    '{"query":"query ($f: EntityFilter) { entities(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"kind":"PERSON"}}}}',
    '{"query":"query ($f: EntityFilter) { entities(filter: $f) { totalCount } }","variables":{"f":{"constructor":{"prototype":{"x":1}}}}}',
    '{"query":"query ($n: Int) { entities(first: $n) { totalCount } }","variables":{"n":1e999}}',
    `{"query":"query ($n: Int) { entities(first: $n) { totalCount } }","variables":{"n":${'9'.repeat(90_000)}}}`,
    '{"query":"query ($n: Int) { entities(first: $n) { totalCount } }","variables":{"n":1,"n":-1}}',
    '{"query":"{ __typename }","query":"{ nothing }"}', '{"query":"{ __typename }","variables":[]}', '{"query":"{ __typename }","variables":"x"}', '{"query":"{ __typename }","operationName":{}}', '{"__proto__":{"query":"{ __typename }"}}', '{"query":{"__proto__":1}}',
  ]) {
    const reply = await send(victim, body)
    expect([body.slice(0, 150), refused(reply, body.slice(0, 150))[0]]).toEqual([body.slice(0, 150), expect.stringMatching(/^(BAD_VARIABLES|BAD_PAGE_SIZE|GRAPHQL_VALIDATION_FAILED|BAD_REQUEST|OPERATION_RESOLUTION_FAILURE)$/)])
    replies.push(reply)
  }
  const clean = await send(victim, '{"query":"{ __typename }","variables":{"__proto__":{"polluted":1}},"toString":"x"}')
  expect([clean.status === 200 || clean.status === 400, clean.text]).toEqual([true, expect.not.stringContaining('polluted')])
  return replies
})

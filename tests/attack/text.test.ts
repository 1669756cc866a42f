// Attacks by text: in searches, in arguments, and in articles sent in with the token. The laws of reading are in tests/92.robust.test.ts and
// tests/93.linear.test.ts, of files in tests/65.input.test.ts, of regular expressions in tests/81.regexes.test.ts.
import { afterAll, beforeAll, expect } from 'vitest'
import { ask, attack, isFull, send, startVictim, tellsNothing, token, type Reply, type Victim } from './attack.ts'

let victim: Victim
beforeAll(async () => { victim = await startVictim({ takesChanges: true }) })
afterAll(async () => { expect(await victim.end()).toBe(0) })

const bearer = { authorization: `Bearer ${token}` }
const document = `mutation ($input: ReadArticleInput!) { readArticle(input: $input) { __typename ... on UserError { code } ... on ReadArticleSuccess { known article { id text mentions(first: 100) { nodes { passage { start end text } } } } } } }`
interface Got { readonly reply: Reply; readonly type: string; readonly code?: string; readonly known?: boolean; readonly article?: { id: string; text: string; mentions: { nodes: { passage: { start: number; end: number; text: string } }[] } } }
async function read(input: object): Promise<Got> {
  const reply = await send(victim, { query: document, variables: { input } }, { headers: bearer })
  tellsNothing(reply.text)
  const { data, errors } = JSON.parse(reply.text)
  if (!data) return { reply, type: 'error', code: errors[0].extensions.code }
  const { __typename: type, ...rest } = data.readArticle
  return { reply, type, ...rest }
}
const held = async () => {
  const { articles, entities, statements, relationships } = JSON.parse((await send(victim, undefined, { method: 'GET', path: '/health' })).text)
  return { articles, entities, statements, relationships }
}

attack(() => victim, 'C01', 'searches of operators, quotes, brackets, 10,000 words and one of 100 KB', async () => {
  const nasty = ['"', '*', '()', 'NEAR(', 'NEAR(a b, 2)', 'col:x', 'foo-bar', '-x', '- x', 'AND', 'OR', 'NOT', 'a AND', 'OR b', '“ ”', "'; drop table entity; --", '😀', '('.repeat(9000), 'a* OR b', '^a', '{a b}', 'a + b', 'rank', 'text:they', '%', '_', '\\', '\u0000', '\u202E', 'x'.repeat(9999), 'they '.repeat(1900), 'a,'.repeat(4900), '\u0301'.repeat(5000), 'ﷺ'.repeat(900), '{"a":1}', '${1}', '$(id)', '`id`', '<script>', 'x OR 1=1', 'a""b']
  const replies: Reply[] = []
  for (const text of nasty) {
    const reply = await ask(victim, 'query ($t: String!) { search(text: $t) { totalCount } statements(filter: {text: $t}) { totalCount } entities(filter: {name: {matches: $t}}) { totalCount } }', { t: text })
    const codes = (JSON.parse(reply.text).errors ?? []).map((error: { extensions: { code: string } }) => error.extensions.code)
    expect([text.slice(0, 30), [...new Set(codes)].filter(code => code !== 'EMPTY_SEARCH' && code !== 'BAD_ARGUMENT')]).toEqual([text.slice(0, 30), []])
    tellsNothing(reply.text)
    replies.push(reply)
  }
  for (const text of ['they '.repeat(15_000), 'x'.repeat(100_000)]) {
    const reply = await ask(victim, 'query ($t: String!) { search(text: $t) { totalCount } }', { t: text })
    expect(JSON.parse(reply.text).errors[0].extensions.code).toMatch(/^(BAD_ARGUMENT|REQUEST_TOO_LARGE)$/)
    replies.push(reply)
  }
  return replies
})

attack(() => victim, 'C02', 'SQL in every sort of argument, by POST and by GET', async () => {
  const before = await held()
  const payloads = ["'", '"', "' OR '1'='1", "' OR 1=1 --", '" OR ""="', "'; DROP TABLE entity; --", "1; ATTACH DATABASE '/tmp/x' AS x", "' UNION SELECT sql FROM sqlite_schema --", "') OR (1=1", '+?', '?1', ':a', '@a', '$a', '%27', "\\'", "x'00'", "' || (SELECT randomblob(1000000000)) || '", "'; SELECT load_extension('x'); --", "1 AND (WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r) SELECT count(*) FROM r)"]
  const query = 'query Q($s: String!, $slugs: [String!]) { entity(slug: $s) { id } article(slug: $s) { id } entities(filter: {slug: $slugs}) { totalCount } neighbourhood(of: {slug: $s}) { totalCount } paths(from: {slug: $s}, to: {slug: "syria"}) { searched } articles(filter: {publisher: $slugs}) { totalCount } }'
  const replies: Reply[] = []
  for (const s of payloads) {
    const variables = { s, slugs: [s] }
    const byGet = new URLSearchParams({ query, variables: JSON.stringify(variables) })
    for (const reply of [await ask(victim, query, variables), await send(victim, undefined, { method: 'GET', path: `/graphql?${byGet}`, isBare: true })]) {
      expect(JSON.parse(reply.text)).toEqual({ data: { entity: null, article: null, entities: { totalCount: 0 }, neighbourhood: null, paths: null, articles: { totalCount: 0 } } })
      replies.push(reply)
    }
  }
  expect(await held()).toEqual(before)
  return replies
})

attack(() => victim, 'C03', 'articles of marks, halves of characters, breaks of every kind, and a line of 1 MB', async () => {
  const texts = [
    'Anna Berg said “we won”.\uFEFF Boris Falk met her.', 'Anna Berg\u2028said\u2029so.\u0085 Next.', 'A\r\nB\rC said Anna Berg.\r\n\r\nShe left Norway.', '\tAnna Berg\u00A0met\u3000Boris Falk.', 'Ánna Berg and Ánna Berg met in Norway.',
    '👨‍👩‍👧 Anna Berg 👍🏽 met Boris Falk 🇳🇴.', '\u202EAnna Berg said no\u202C. \u2066Boris Falk\u2069 left.', `Anna Berg met Boris Falk ${'in Norway and '.repeat(500)}left.`, 'Anna Berg \uD83D met Boris Falk.', '<b>Anna Berg</b> said </script><script>alert(1)</script>.', '{{constructor}} ${7*7} Anna Berg said.', 'İstanbul ẞ ﬁ Anna Berg said “ŋ”.',
  ]
  const replies: Reply[] = []
  for (const text of texts) {
    const { reply, type, article } = await read({ text })
    expect([text.slice(0, 20), type]).toEqual([text.slice(0, 20), 'ReadArticleSuccess'])
    expect(article?.text).toBe(text.toWellFormed().replaceAll(/\r\n?/g, '\n'))
    for (const { passage } of article?.mentions.nodes ?? []) expect(article?.text.slice(passage.start, passage.end)).toBe(passage.text)
    replies.push(reply)
  }
  for (const [text, code] of [['Anna\u0000Berg said.', 'BAD_TEXT'], ['', 'EMPTY_TEXT'], [' \n\t\u200B', 'EMPTY_TEXT'], ['…!?', 'EMPTY_TEXT']] as const) {
    const { reply, code: found } = await read({ text })
    expect([text, found]).toEqual([text, code])
    replies.push(reply)
  }
  return replies
}, { memory: 250, cpu: 500 }) // the reader is loaded here

const size = isFull ? 300_000 : 40_000
const pumped: Readonly<Record<string, string>> = {
  'quotes': '“', 'titles': 'Mr. ', 'spaces': ' ', 'nested quotes': '“‘', 'said that': 'said that ', 'one name': 'Putin ', 'capitals': 'A', 'dots': 'a. ', 'commas': 'Putin, Cameron, ', 'brackets': '(',
}
attack(() => victim, 'C04', `articles of ${size / 1000} KB of one thing: ${Object.keys(pumped).join(', ')}`, async () => {
  const replies: Reply[] = []
  for (const [what, unit] of Object.entries(pumped)) {
    const { reply, type } = await read({ text: `${what} x ${unit.repeat(size / unit.length - 20)}` })
    expect([what, type]).toEqual([what, 'ReadArticleSuccess'])
    replies.push(reply)
  }
  return replies
}, { memory: 350, cpu: isFull ? 20_000 : 8000 })

attack(() => victim, 'C05', 'articles of a byte too much, of nothing, of 20,001 sentences, of bodies beyond what a token allows', async () => {
  const replies: Reply[] = []
  for (const [text, wanted] of [['x '.repeat(500_001), 'ARTICLE_TOO_LARGE'], ['é'.repeat(500_001), 'ARTICLE_TOO_LARGE'], ...(isFull ? [['He said so. '.repeat(20_001), undefined] as const] : [])] as const) {
    const { reply, code } = await read({ text })
    expect(code).toBe(wanted)
    replies.push(reply)
  }
  const beyond = await send(victim, { query: document, variables: { input: { text: 'x'.repeat(4_194_304) } } }, { headers: bearer })
  expect([beyond.status, JSON.parse(beyond.text).errors[0].extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE'])
  const without = await send(victim, { query: document, variables: { input: { text: 'x'.repeat(200_000) } } })
  expect(without.status).toBe(413)
  return [...replies, beyond, without]
}, { memory: 350, cpu: isFull ? 20_000 : 2000 })

attack(() => victim, 'C06', 'one article fifty times at once, and again under another title', async () => {
  const text = 'Norway’s prime minister Anna Berg accused Boris Falk of lying on Monday.'
  const before = await held()
  const all = await Promise.all(Array.from({ length: 50 }, (_, i) => read({ text, title: `Title ${i}` })))
  expect(all.filter(({ known }) => known === false)).toHaveLength(1)
  // Where the machine does much else, some wait longer for their turn than anybody may, and are told so.
  const [stored, others] = [all.filter(({ type }) => type === 'ReadArticleSuccess'), all.filter(({ type }) => type !== 'ReadArticleSuccess')]
  expect(new Set(stored.map(({ article }) => article?.id)).size).toBe(1)
  expect(others.map(({ code }) => code)).toEqual(others.map(() => 'BUSY'))
  expect(await held()).toMatchObject({ articles: before.articles + 1 })
  return all.map(({ reply }) => reply)
}, { memory: 150, cpu: 500 })

attack(() => victim, 'C07', `pages nested ${isFull ? '100,000' : '6,000'} deep, of as many attributes and entities, of scripts and unclosed quotes`, async () => {
  const count = isFull ? 100_000 : 6000
  const pages: readonly (readonly [string, string])[] = [
    ['deep', '<div>'.repeat(count)], ['attributes', `<p ${Array.from({ length: count }, (_, i) => `a${i}=1`).join(' ')}>Anna Berg said so.</p>`], ['entities', `<p>${'&amp;'.repeat(count * 2)}</p>`], ['scripts', `<script>${'alert(1);'.repeat(count)}</script><p>Anna Berg said that it was so, and that it would be so for long.</p>`],
    ['unclosed', `<p title="${'x'.repeat(count * 5)}`], ['comments', '<!--'.repeat(count)], ['tables', '<table><tr><td>'.repeat(count / 3)], ['svg', `<svg onload=alert(1)>${'<g>'.repeat(count / 2)}`], ['cdata', `<![CDATA[${']]>'.repeat(count)}`], ['no-break spaces', `<p>${'\u00A0'.repeat(count * 3)}`], ['templates', '<template>'.repeat(count / 3)],
  ]
  const replies: Reply[] = []
  for (const [what, html] of pages) {
    const { reply, type, code } = await read({ html })
    expect([what, type === 'ReadArticleSuccess' || /^(HTML_TOO_DEEP|HTML_TOO_COMPLEX|EMPTY_TEXT|ARTICLE_TOO_LARGE|BAD_TEXT)$/.test(code ?? '')]).toEqual([what, true])
    replies.push(reply)
  }
  return replies
}, { memory: 250, cpu: 5000 })

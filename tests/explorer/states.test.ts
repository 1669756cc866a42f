// What a page says when it has nothing, not all, or no answer: five sentences that nobody can take for one another. And what depends on the server's mode.
import type { IncomingMessage } from 'node:http'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openForWriting } from '../../db/file/open.ts'
import { setLimits } from '../../src/model/limits.ts'
import { billOf } from '../../src/server/explorer-ask.ts'
import { createRates } from '../../src/server/rates.ts'
import { readArticle } from '../../src/server/read-article.ts'
import { buildHostile } from './hostile.ts'
import { openSite, type Site } from './site.ts'

const get = (site: Site, path: string) => fetch(site.url + path, { headers: { accept: 'text/html' } })
const documentOf = async (site: Site, path: string) => parseHTML(await (await get(site, path)).text()).document
const noticesOf = (document: Document) => [...document.querySelectorAll('.notice')].map(notice => [notice.className.replace('notice ', ''), notice.textContent!.replaceAll(/\s+/g, ' ')])

describe('on the seed', () => {
  let site: Site
  beforeAll(async () => { site = await openSite() })
  afterAll(() => site.stop())

  test('empty: there is none, and that is the answer', async () => {
    const notices = noticesOf(await documentOf(site, '/e/angela-merkel?tab=says'))
    expect(notices[0]).toEqual(['empty', 'No article has Angela Merkel say anything.'])
  })

  test('refused: what was asked wrongly, with its code', async () => {
    const response = await get(site, '/search?in=STATEMENT&after=nonsense')
    expect(response.status).toBe(400)
    const notice = noticesOf(parseHTML(await response.text()).document).find(([kind]) => kind !== 'truncated')
    expect(notice![0]).toBe('refused')
    expect(notice![1]).toMatch(/^This was refused\. .*cursor.*BAD_CURSOR$/i)
  })

  test('timed out: what is missing may exist', async () => {
    setLimits({ operationTime: 10 })
    try {
      const { graph } = site.archive.context() as { graph: { onStatement?: () => void } }
      // The clock is the real one: each statement of this graph is held up for longer than the operation may take.
      graph.onStatement = () => { for (const until = performance.now() + 15; performance.now() < until;) { /* busy */ } }
      const notices = noticesOf(await documentOf(site, '/e/vladimir-putin'))
      graph.onStatement = undefined
      expect(notices.length).toBeGreaterThan(0)
      for (const [kind, words] of notices) expect([kind, words]).toEqual(['timed-out', expect.stringMatching(/^This took too long and was stopped\. .*may well exist.*QUERY_TIMEOUT$/)])
    } finally {
      setLimits({})
    }
  })
})

test('who has used up the points is told so on every page, which has its style and its script; a program is told in JSON', async () => {
  setLimits({ rateBurst: 1, ratePoints: 1 })
  const site = await openSite(undefined, { mode: 'public' })
  try {
    const { statements: { nodes: [statement] }, articles: { nodes: [article] } } = site.ask('{ statements(first: 1) { nodes { id } } articles(first: 1) { nodes { slug } } }') as unknown as Record<'statements' | 'articles', { nodes: { id: string; slug: string }[] }>
    const first = await get(site, '/e/vladimir-putin')
    expect([first.status, noticesOf(parseHTML(await first.text()).document).filter(([kind]) => kind === 'refused')]).toEqual([200, []])
    const pages = ['/', '/search?q=putin', '/search?in=STATEMENT', '/e/vladimir-putin', `/s/${statement!.id}`, `/a/${article!.slug}`, '/graph?focus=vladimir-putin', '/path?from=vladimir-putin&to=david-cameron', '/pair?a=vladimir-putin&b=david-cameron', '/timeline?entity=vladimir-putin', '/schema', '/about']
    for (const path of pages) {
      const response = await get(site, path)
      const notices = noticesOf(parseHTML(await response.text()).document)
      expect([path, response.status, notices[0]]).toEqual([path, 429, ['refused', expect.stringMatching(/^This was refused\. This client has used up its points; .*RATE_LIMITED$/)]])
    }
    for (const file of ['/explorer.css', '/explorer.js', '/graph.js']) expect([file, (await get(site, file)).status]).toEqual([file, 200])
    const plain = await fetch(`${site.url}/about`)
    expect([plain.status, plain.headers.get('retry-after') !== null, (await plain.json() as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([429, true, 'RATE_LIMITED'])
  } finally {
    setLimits({})
    await site.stop()
  }
})

test('who types a long name into the search box of a public server can still look for it', async () => {
  setLimits({ rateBurst: 300, ratePoints: 1 })
  const site = await openSite(undefined, { mode: 'public' })
  try {
    const box = parseHTML(await (await get(site, '/about')).text()).document.querySelector('[data-suggest]')!
    const name = 'vladimir putin'
    for (let typed = 1; typed <= name.length; typed++) {
      const body = JSON.stringify({ query: box.getAttribute('data-suggest'), variables: { text: name.slice(0, typed) } })
      const response = await fetch(`${site.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      expect([typed, response.status]).toEqual([typed, 200])
      await response.text()
    }
    expect((await get(site, `/search?q=${encodeURIComponent(name)}`)).status).toBe(200)
  } finally {
    setLimits({})
    await site.stop()
  }
})

test('who opens a long article on a slow server waits for half a minute at most', () => {
  let time = 0
  const client = createRates({ trustProxy: false, now: () => time })({ socket: { remoteAddress: '203.0.113.1' }, headers: {} } as IncomingMessage)
  client.admit()
  client.charge(999)
  const bill = billOf(client)
  bill.charge(7556) // what a stretch of an article could hold
  bill.tookLong()
  expect(bill.settle({ article: {} })).toBe(7556)
  expect(() => client.admit()).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }))
  time += 30_000
  client.admit()
})

test('truncated: how much of how much is shown, and the way to the rest, which is all of it', async () => {
  const site = await openSite(buildHostile)
  const seen = new Set<string>()
  let path: string | null = '/search?in=STATEMENT'
  let pages = 0
  while (path !== null) {
    const document: Document = await documentOf(site, path)
    if (pages++ === 0) expect(noticesOf(document)).toEqual([['truncated', 'Showing 20 of 122.']])
    for (const link of document.querySelectorAll('.said .spoken a')) seen.add(link.getAttribute('href')!)
    path = document.querySelector('a[rel="next"]')?.getAttribute('href') ?? null
  }
  expect([seen.size, pages]).toEqual([122, 7])
  await site.stop()
})

test('failed: a fault of the server, masked, with the id that the log has', async () => {
  const site = await openSite()
  site.archive.close()
  const response = await get(site, '/e/vladimir-putin')
  expect(response.status).toBe(500)
  const [notice] = noticesOf(parseHTML(await response.text()).document)
  expect(notice).toEqual(['failed', expect.stringMatching(/^This failed\. A fault of ours stopped this\. .*not of your question\. INTERNAL$/)])
  expect(site.lines.length).toBeGreaterThan(0)
  await site.stop()
})

test('a part of an article counts its own statements beside all; a date of saying is no date of publication; an office of many articles stands once', async () => {
  const site = await openSite(async path => {
    const graph = openForWriting(path)
    const read = (text: string, publishedOn: string) => readArticle(graph, { text, publishedOn }, '2026-01-01T00:00:00Z')
    await read(`Long inquiry\n\n${Array.from({ length: 160 }, (_, index) => `Minister Ann Reed said on Monday that plan ${index} was too dear.`).join('\n\n')}`, '2016-03-04')
    for (const day of ['05', '06']) await read(`Short of ${day}\n\nDefence Minister Ann Reed said that it was late on day ${day}. Minister Ann Reed left.`, `2016-03-${day}`)
    graph.close()
  })
  const { articles } = site.ask('{ articles(last: 1) { nodes { slug } } }') as unknown as { articles: { nodes: { slug: string }[] } }
  const article = await documentOf(site, `/a/${articles.nodes[0]!.slug}`)
  expect(article.querySelector('.said-here h2')!.textContent).toBe(`${article.querySelectorAll('.said-here li').length} of 160 statements`)
  const person = await documentOf(site, '/e/ann-reed')
  expect([...person.querySelectorAll('.lead a.plain')].map(office => office.textContent).sort()).toEqual(['Defence Minister', 'Minister'])
  expect([...new Set([...person.querySelectorAll('.said .facts')].map(facts => facts.textContent))]).toEqual(['Short of 06 · 6 March 2016', 'Short of 05 · 5 March 2016', 'Long inquiry · 4 March 2016 · said 29 February 2016'])
  await site.stop()
})

test('an office stands with its days, as far as they are known', async () => {
  const site = await openSite(async path => {
    const graph = openForWriting(path)
    const text = 'Who was what\n\nAnn Reed was elected mayor of Turku in 2012 and resigned as chairwoman of Nokia in May. Finnish Finance Minister Ann Reed slept.'
    await readArticle(graph, { text, publishedOn: '2016-08-01' }, '2026-01-01T00:00:00Z')
    graph.close()
  })
  const lead = (await documentOf(site, '/e/ann-reed')).querySelector('.lead')!.textContent!.replaceAll(/\s+/g, ' ').replaceAll('\u2060', '')
  expect(lead.trim().split(' · ').sort()).toEqual(['Finance Minister of Finland', 'Former Chairwoman of Nokia until May 2016', 'Mayor of Turku from 2012'])
  await site.stop()
})

test('an article tells what else its address gave', async () => {
  const site = await openSite(async path => {
    const graph = openForWriting(path)
    const read = (text: string, url?: string) => readArticle(graph, { text, publishedOn: '2016-03-04', ...(url && { url }) }, '2026-01-01T00:00:00Z')
    await read('Mayor resigns\n\nThe mayor resigned.', 'https://post.example/mayor')
    await read('Mayor stays\n\nThe mayor did not resign.', 'https://post.example/mayor')
    await read('Another town\n\nNobody resigned.', 'https://post.example/other')
    await read('No address\n\nNobody resigned.')
    await read('No address either\n\nNobody resigned.')
    graph.close()
  })
  const { articles } = site.ask('{ articles { nodes { slug title versions { totalCount nodes { title } } } } }') as unknown as { articles: { nodes: { slug: string; title: string; versions: object }[] } }
  const one = (title: string) => ({ totalCount: 1, nodes: [{ title }] })
  const none = { totalCount: 0, nodes: [] }
  expect(Object.fromEntries(articles.nodes.map(({ title, versions }) => [title, versions]))).toEqual(
    { 'Mayor resigns': one('Mayor stays'), 'Mayor stays': one('Mayor resigns'), 'Another town': none, 'No address': none, 'No address either': none })
  const textOf = async (title: string) => (await documentOf(site, `/a/${articles.nodes.find(each => each.title === title)!.slug}`)).querySelector('.versions')?.textContent!.replaceAll(/\s+/g, ' ')
  expect(await textOf('Mayor stays')).toBe('The same address gave another text, which counts as well: Mayor resigns 4 March 2016 · read on 1 January 2026')
  expect(await textOf('Another town')).toBeUndefined()
  await site.stop()
})

test('with no article yet the home page offers what there is to do, and no other page breaks', async () => {
  const site = await openSite(path => openForWriting(path).close())
  const home = await documentOf(site, '/')
  expect(noticesOf(home).find(([kind]) => kind === 'empty')![1]).toContain('There is no article yet')
  expect(home.querySelector('.add details')!.hasAttribute('open')).toBe(true)
  for (const path of ['/search?q=putin', '/search?in=STATEMENT']) expect([path, (await get(site, path)).status]).toEqual([path, 200])
  expect((await get(site, '/e/vladimir-putin')).status).toBe(404)
  expect(site.lines).toEqual([])
  await site.stop()
})

test('a hardened server shows the pages, answers what they ask, and leads to no playground', async () => {
  const site = await openSite(undefined, { mode: 'hardened', token: null })
  const document = await documentOf(site, '/')
  expect(document.querySelector('a[href^="/graphql"]')).toBeNull()
  expect(document.querySelector('.add .notice')!.textContent).toContain('ONRECORD_TOKEN')
  const query = document.querySelector('#q')!.getAttribute('data-suggest')
  const response = await fetch(`${site.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables: { text: 'putin' } }) })
  expect(JSON.stringify(await response.json())).toContain('Vladimir Putin')
  await site.stop()
})

// The explorer over plain HTTP: what every page has in common, and the two files that all share.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'graphql'
import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressesOf, openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => { site = await openSite() })
afterAll(() => site.stop())

const folder = new URL('../../src/explorer/', import.meta.url)
/** As they are: packing each, and unpacking it here, would take as long as making it. */
const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers: { 'accept': 'text/html', 'accept-encoding': 'identity', ...headers }, redirect: 'manual' })
interface Page { readonly status: number; readonly headers: Headers; readonly text: string; readonly document: () => Document }
/** As the same address gives the same page, which is tested, each is made once for all tests that look at it, and looked through once. */
const pages = new Map<string, Promise<Page>>()
const pageOf = (path: string): Promise<Page> => {
  const page = pages.get(path) ?? get(path).then(async response => {
    const text = await response.text()
    let document: Document | undefined
    return { status: response.status, headers: response.headers, text, document: () => (document ??= parseHTML(text).document) }
  })
  pages.set(path, page)
  return page
}
const documentOf = async (path: string): Promise<Document> => (await pageOf(path)).document()

describe('every page', () => {
  test('is HTML under the content policy, whole without JavaScript', async () => {
    for (const { name, path } of addressesOf(site)) {
      const { status, headers, text, document: parsed } = await pageOf(path)
      expect([name, status, headers.get('content-type')]).toEqual([name, 200, 'text/html; charset=utf-8'])
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'")
      expect(['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'].map(header => headers.get(header)))
        .toEqual(['nosniff', 'no-referrer', 'same-origin', 'same-origin'])
      expect(text, name).not.toMatch(/\sstyle="|\son[a-z]+="|<script(?! src="\/explorer\.js")/)
      const document = parsed()
      expect([name, document.querySelectorAll('h1').length, document.querySelectorAll('main').length]).toEqual([name, 1, 1])
      expect(document.querySelectorAll('.notice.failed, .notice.refused, .notice.timed-out').length, name).toBe(0)
    }
    expect(site.lines).toEqual([])
  })

  test('the query that it shows, with the variables that it shows, returns the very data that drew it', async () => {
    let panels = 0
    for (const { name, path } of addressesOf(site)) {
      const document = await documentOf(path)
      for (const drawer of document.querySelectorAll('.drawer')) {
        panels++
        const query = drawer.querySelector('[data-query]')!.textContent!
        const variables = JSON.parse(drawer.querySelector('[data-variables]')!.textContent!)
        const drew = await (await get(drawer.querySelector('a[download]')!.getAttribute('href')!)).json() as { data: unknown }
        const response = await fetch(`${site.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })
        const { data } = await response.json() as { data: unknown }
        expect(JSON.stringify(data) === JSON.stringify(drew.data), `${name}: ${drawer.id}`).toBe(true)
        const playground = new URLSearchParams(new URL(drawer.querySelector('a[href^="/graphql#"]')!.getAttribute('href')!, site.url).hash.slice(1))
        expect([playground.get('query'), JSON.parse(playground.get('variables')!)]).toEqual([query, variables])
      }
    }
    expect(panels).toBeGreaterThan(2)
  })

  test('is the same each time: its address is all there is to it', async () => {
    const untimed = (text: string) => text.replaceAll(/ · [\d.]+ ms · /g, ' · ')
    for (const { name, path } of addressesOf(site)) {
      const [once, again] = [(await pageOf(path)).text, await (await get(path, { 'accept-encoding': 'gzip' })).text()]
      expect(untimed(again) === untimed(once), name).toBe(true)
    }
  })

  test('answers HEAD like GET, and other methods with 405', async () => {
    const head = await fetch(`${site.url}/`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect((await fetch(`${site.url}/`, { method: 'POST' })).status).toBe(405)
  })

  test('leads to nothing that is not there', async () => {
    const seen = new Set<string>()
    for (const { path } of addressesOf(site)) {
      for (const link of (await documentOf(path)).querySelectorAll('a[href^="/"]')) seen.add(link.getAttribute('href')!.split('#')[0]!)
    }
    for (const path of seen) expect([path, (await pageOf(path)).status]).toEqual([path, 200])
  })
})

describe('what is not there', () => {
  test.each(['/s/x', '/s/', '/s/a/b', '/s/%FF', '/nothing', '//evil.example/x', `/s/${Buffer.from('Statement:none').toString('base64url')}`])('%s is a page that says so', async path => {
    const response = await get(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    expect(await response.text()).toContain('Nothing here')
  })

  test('a client that asks for no page gets the error as JSON', async () => {
    const response = await get('/nothing', { accept: 'application/json' })
    expect([response.status, (await response.json() as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('style and script', () => {
  test('are known again by their tag, compressed, and small', async () => {
    for (const [path, most] of [['/explorer.css', 12_000], ['/explorer.js', 30_000]] as const) {
      const response = await get(path, { 'accept-encoding': 'gzip' })
      expect([response.status, response.headers.get('content-encoding')]).toEqual([200, 'gzip'])
      expect((await get(path, { 'if-none-match': response.headers.get('etag')! })).status).toBe(304)
      const file = readFileSync(new URL(path.slice(1), folder))
      expect(await response.text()).toBe(file.toString())
      expect(gzipSync(file).length).toBeLessThan(most)
    }
  })

  test('the script makes no HTML of text', () => {
    expect(readFileSync(new URL('explorer.js', folder), 'utf8')).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|setTimeout\('/)
  })
})

test('each file of operations holds one, named as the file', () => {
  for (const file of readdirSync(new URL('operations/', folder))) {
    const names = parse(readFileSync(new URL(`operations/${file}`, folder), 'utf8')).definitions
      .flatMap(each => (each.kind === 'OperationDefinition' ? [each.name?.value] : []))
    expect(names).toEqual([file.replace('.graphql', '')])
  }
})

describe('search', () => {
  test('what is no act narrows nothing, and is not said to; a question mark is a word’s', async () => {
    const document = await documentOf('/search?in=STATEMENT&act=FOO&voice=ARTICLE')
    expect([...document.querySelectorAll('.chip bdi')].map(each => each.textContent)).toEqual(['ARTICLE'])
    expect((await documentOf('/search?q=who?Putin')).querySelector('#q')?.getAttribute('value')).toBe('who?Putin')
  })

  test('each count beside a kind is how many there are of it', async () => {
    const document = await documentOf('/search?q=cameron')
    const facets = [...document.querySelectorAll('.facet a')].flatMap(link => {
      const count = link.querySelector('.count')?.textContent
      return count ? [{ href: link.getAttribute('href')!, count: Number(count) }] : []
    })
    expect(facets.length).toBeGreaterThan(2)
    for (const { href, count } of facets) {
      const page = await documentOf(href)
      expect([href, page.querySelectorAll('.found, .said').length]).toEqual([href, count])
    }
  })

  test('each count beside a facet of statements is how many are left when it is chosen, and choosing it again takes it off', async () => {
    const document = await documentOf('/search?in=STATEMENT')
    const facets = [...document.querySelectorAll('.facet a')].map(link => ({ href: link.getAttribute('href')!, count: Number(link.querySelector('.count')!.textContent) }))
    expect(facets.length).toBeGreaterThan(15)
    for (const { href, count } of facets) {
      const page = await documentOf(href)
      expect([href, page.querySelectorAll('.said').length]).toEqual([href, count])
      expect(page.querySelector('.facet a[aria-current]')!.getAttribute('href')).toBe('/search?in=STATEMENT')
    }
  })

  test('forgives punctuation, and says what to type where there are no words', async () => {
    for (const text of ['“park.', 'AND OR NOT', '"', '*', 'a:b', '^', '(', "o'clock"]) {
      const response = await get(`/search?q=${encodeURIComponent(text)}`)
      expect([text, response.status]).toEqual([text, 200])
      expect(await response.text()).not.toContain('notice failed')
    }
    expect((await documentOf('/search?q=*')).querySelector('.notice.empty')!.textContent).toContain('Type a name')
  })
})

describe('an article', () => {
  test('is shown verbatim, every mention exactly where it stands, whichever layers are off', async () => {
    const { articles: { nodes: [{ slug, sentences }] } } = site.ask('{ articles(first: 1) { nodes { slug sentences { passage { text } mentions { passage { start end text } } } } } }') as unknown as {
      articles: { nodes: [{ slug: string; sentences: { passage: { text: string }; mentions: { passage: { start: number; end: number; text: string } }[] }[] }] }
    }
    const mentions = sentences.flatMap(each => each.mentions.map(({ passage }) => passage))
    expect(mentions.length).toBeGreaterThan(100)
    for (const hidden of ['', '?hide=statements,people', '?hide=statements,people,countries,organisations,events']) {
      const document = await documentOf(`/a/${slug}${hidden}`)
      expect([...document.querySelectorAll('.sheet .sentence')].map(each => each.textContent)).toEqual(sentences.map(each => each.passage.text))
      for (const { start, end, text } of mentions) {
        expect([...document.querySelectorAll(`.mention[data-at="${start}-${end}"]`)].map(piece => piece.textContent).join('')).toBe(text)
      }
    }
  })
})

describe('a statement', () => {
  test('shows its own words where they stand, and the article around it verbatim', async () => {
    const { statements: { nodes } } = site.ask(`{ statements(first: 100) { nodes { id text content { start end text } source { text }
      sentence { around(before: 8, after: 8) { passage { start end } } } article { text } } } }`) as unknown as {
      statements: { nodes: { id: string; content: { start: number; end: number; text: string }[]; source: { text: string } | null; sentence: { around: { passage: { start: number; end: number } }[] }; article: { text: string } }[] }
    }
    expect(nodes.length).toBeGreaterThan(10)
    for (const { id, content, sentence: { around }, article } of nodes) {
      const document = await documentOf(`/s/${id}`)
      for (const { start, end, text } of content) {
        const pieces = [...document.querySelectorAll(`.content[data-at="${start}-${end}"]`)].map(piece => piece.textContent).join('')
        expect(pieces).toBe(text)
      }
      const sentences = [...document.querySelectorAll('.text .sentence')].map(each => each.textContent)
      expect(sentences).toEqual(around.map(({ passage: { start, end } }) => article.text.slice(start, end)))
    }
  })
})

// Bad content is text: no element, attribute or address comes of it, and no offset is wrong behind an emoji.
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { executablePath, newPage, theBrowser } from './browser.ts'
import { buildHostile, hostileArticles, payloads } from './hostile.ts'
import { openSite, type Site } from './site.ts'

let site: Site
beforeAll(async () => { site = await openSite(buildHostile) })
afterAll(() => site.stop())

const pageOf = async (path: string) => (await fetch(site.url + path, { headers: { accept: 'text/html' } })).text()
const documentOf = async (path: string) => parseHTML(await pageOf(path)).document
const allowed = new Set(['a', 'article', 'bdi', 'blockquote', 'body', 'br', 'button', 'circle', 'code', 'dd', 'details', 'div', 'dl', 'dt', 'footer', 'form', 'h1', 'h2', 'h3', 'head', 'header', 'html', 'input', 'kbd', 'label', 'li',
  'link', 'main', 'mark', 'meta', 'meter', 'nav', 'noscript', 'ol', 'p', 'path', 'pre', 'q', 'script', 'section', 'span', 'strong', 'summary', 'svg', 'symbol', 'textarea', 'title', 'ul', 'use'])

/** What of a page nobody here wrote: it is a row of tags and texts, each attribute in double quotation marks, and no text holds a "<". */
function strange(page: string): readonly string[] {
  const found: string[] = []
  for (const [, tag = ''] of page.matchAll(/<([^<>]*>?)/g)) {
    const parts = /^(?:!doctype html|\/[a-z\d]+|[a-z\d]+(?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*\s*\/?)>$/.exec(tag)
    const name = /^\/?([a-z\d]+)/.exec(tag)?.[1] ?? ''
    if (!parts || (!allowed.has(name) && !tag.startsWith('!doctype'))) found.push(`<${tag}`)
    if (name === 'script' && !/^\/script>|^script src="\/explorer\.js" defer>$/.test(tag)) found.push(`<${tag}`)
    for (const [, attribute = '', value = ''] of tag.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
      if (/^on|^style$|^srcdoc$/i.test(attribute)) found.push(`${attribute}="${value}"`)
      if (['href', 'src', 'action'].includes(attribute) && !/^(\/(?!\/)|#|data:image\/svg|https:\/\/news\.example)/.test(value)) found.push(`${attribute}="${value}"`)
    }
  }
  return found
}

const escaped = (text: string) => text.replace(/[&<>"']/g, character => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[character]};`)

interface Named { readonly id: string; readonly slug: string; readonly name: string }
const entities = () => (site.ask('{ a: people(first: 100) { nodes { id slug name } pageInfo { endCursor } } }') as unknown as { a: { nodes: Named[] } }).a.nodes
const statements = () => (site.ask('{ a: statements(first: 100) { nodes { id } } }') as unknown as { a: { nodes: Named[] } }).a.nodes
const peace = () => (site.ask('{ a: articles(filter: { text: "Peace" }) { nodes { slug } } }') as unknown as { a: { nodes: Named[] } }).a.nodes[0]!.slug
const articles = () => (site.ask('{ a: articles(first: 10) { nodes { slug } } }') as unknown as { a: { nodes: Named[] } }).a.nodes

test('there are 120 payloads, each once', () => {
  expect(new Set(payloads).size).toBe(120)
})

test('no payload becomes anything but text: as a search, as a name, as what is said, as a title', async () => {
  expect(strange('<p title="&lt;">&lt;b&gt;</p>')).toEqual([])
  for (const bad of ['<img src="/x" onerror="ran()">', '<a href="javascript:ran()">', '<p title=x>', '<p title="x" <b>', 'a < b']) expect([bad, strange(bad).length > 0]).toEqual([bad, true])
  for (const payload of payloads) {
    const page = await pageOf(`/e/${encodeURIComponent(payload)}?answer=${encodeURIComponent(payload)}`)
    expect([payload, strange(page)]).toEqual([payload, []])
    expect(page).toContain(`goes by “${escaped(payload)}”`)
  }
  for (const payload of payloads.filter((_, index) => index % 8 === 0)) {
    const text = encodeURIComponent(payload)
    const page = await pageOf(`/search?q=${text}&in=ARTICLE&hide=${text}&act=${text}`)
    expect([payload, strange(page)]).toEqual([payload, []])
    expect(page).toContain(` value="${escaped(payload)}"`)
  }
  const some = (all: readonly Named[]) => all.filter((_, index) => index % 8 === 0)
  const paths = ['/', '/search?in=STATEMENT', ...articles().map(each => `/a/${each.slug}`), ...some(entities()).map(each => `/e/${each.slug}`), ...some(statements()).map(each => `/s/${each.id}`)]
  for (const path of paths) expect([path, strange(await pageOf(path))]).toEqual([path, []])
  for (const { slug, name } of some(entities()).slice(0, 6)) expect((await documentOf(`/e/${slug}`)).querySelector('h1')!.textContent).toBe(name)
}, 120_000)

test('the address of an article leads there only where it is one of the web', async () => {
  const links = await Promise.all(articles().map(async ({ slug }) => [...(await documentOf(`/a/${slug}`)).querySelectorAll('a[rel="noopener nofollow"]')].map(link => link.getAttribute('href'))))
  expect(links.flat()).toEqual(['https://news.example/a?b=1&c="2"'])
})

test('behind emoji, in Arabic and in Hebrew, each mention and each statement is marked exactly', async () => {
  const { text, reading } = hostileArticles()[1]!
  const document = await documentOf(`/a/${peace()}`)
  expect([...document.querySelectorAll('.sheet .sentence')].map(each => each.textContent).join('\n')).toBe(text)
  for (const { start, end, text: words } of reading.mentions) {
    expect([...document.querySelectorAll(`.mention[data-at="${start}-${end}"]`)].map(piece => piece.textContent).join('')).toBe(words)
  }
  expect([...document.querySelectorAll('bdi.turning')].map(each => each.getAttribute('data-code'))).toContain('U+202E')
})

describe.skipIf(executablePath === undefined)('in Chromium (skipped where it is not installed)', () => {
  let browser: Browser
  beforeAll(async () => { browser = await theBrowser() })

  test('no payload runs, and the content policy has nothing to report', async () => {
    const { page, elsewhere, complaints } = await newPage(browser)
    await page.addInitScript(() => { (globalThis as unknown as { ran: () => void }).ran = () => console.error('ran') })
    const paths = ['/', '/search?in=STATEMENT', `/search?q=${encodeURIComponent(payloads[3]!)}`, ...articles().map(each => `/a/${each.slug}`), ...entities().slice(0, 5).map(each => `/e/${each.slug}`), ...statements().slice(0, 5).map(each => `/s/${each.id}`)]
    for (const path of paths) {
      await page.goto(site.url + path)
      await page.evaluate('document.querySelectorAll("details").forEach(each => { each.open = true })')
    }
    await page.goto(`${site.url}/`)
    for (const text of ['script', 'img', 'svg']) {
      await page.locator('#q').fill(text)
      await page.locator('.suggestions li').first().waitFor()
    }
    expect([elsewhere, complaints]).toEqual([[], []])
    await page.context().close()
  })

  test('a page in Arabic, with names that turn directions, is no wider than a phone', async () => {
    const { page } = await newPage(browser, { viewport: { width: 360, height: 740 } })
    for (const { slug } of articles()) {
      await page.goto(`${site.url}/a/${slug}`)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    }
    await page.goto(`${site.url}/a/${peace()}`)
    expect(await page.locator('.text p').last().evaluate(element => getComputedStyle(element).direction)).toBe('rtl')
    await page.context().close()
  })
})

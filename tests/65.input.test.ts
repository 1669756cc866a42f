// What was given becomes an article: text, pages, dates, languages, bounds.
import { describe, expect, test } from 'vitest'
import { openForWriting } from '../db/open.ts'
import { articleOf } from '../src/input/article.ts'
import { edtfOf } from '../src/input/dates.ts'
import { OnRecordError, type ErrorCode } from '../src/model/errors.ts'
import { readArticle } from '../src/read-article.ts'
import { theReader } from '../src/reader.ts'

const refusal = (work: () => unknown): [ErrorCode, string] => {
  try {
    work()
  } catch (error) {
    if (error instanceof OnRecordError) return [error.code, error.message]
    throw error
  }
  throw new Error('Nothing was refused.')
}
const german = 'Der Minister erklärte am Montag, dass die Regierung den Vorschlag ablehne und weiter verhandeln wolle, bis alle Seiten zufrieden seien.'

describe('a text', () => {
  test('is kept as it is, but for line ends; its first line is its title, which is not supplied', () => {
    const { text, metadata } = articleOf({ text: '\n Minister speaks \r\n\r\nHe said  so.\r' })
    expect(text).toBe('\n Minister speaks \n\nHe said  so.\n')
    expect(metadata).toEqual({ title: 'Minister speaks', language: 'en', supplied: [] })
  })

  test('what is given and not in the text is supplied', () => {
    const { metadata } = articleOf({ text: 'By Ann Lee\nHe said so.', title: ' On\nships ', author: 'Ann Lee', publishedOn: 'Mon, 16 Nov 2015 23:30:00 -0500', language: 'EN_gb', url: 'https://a.example/1' })
    expect(metadata).toEqual({ title: 'On ships', author: 'Ann Lee', publishedOn: '2015-11-16', language: 'en-GB', url: 'https://a.example/1', supplied: ['title', 'url', 'publishedOn', 'language'] })
  })

  test.each<[input: object, code: ErrorCode, message: RegExp]>([
    [{ text: ' \n… ' }, 'EMPTY_TEXT', /no letter and no digit/],
    [{ text: 'a\0b' }, 'BAD_TEXT', /offset 1/],
    [{ text: 'ä'.repeat(500_001) }, 'ARTICLE_TOO_LARGE', /1,000,002 bytes; the limit is 1,000,000 bytes/],
    [{ text: 'He spoke.', publishedOn: '2015-02-30' }, 'BAD_DATE', /publishedOn is "2015-02-30"; expected a date/],
    [{ text: 'He spoke.', url: 'javascript:alert(1)' }, 'BAD_ARGUMENT', /url is "javascript:alert\(1\)"/],
    [{ text: 'He spoke.', language: '!' }, 'BAD_ARGUMENT', /language is "!"/],
  ])('%j is refused', (input, code, message) => {
    expect(refusal(() => articleOf(input))).toEqual([code, expect.stringMatching(message)])
  })

  test('its language is declared, else found; a short text is English', () => {
    expect(articleOf({ text: german }).metadata).toMatchObject({ language: 'de', supplied: [] })
    expect(articleOf({ text: german, language: 'nl' }).metadata).toMatchObject({ language: 'nl', supplied: ['language'] })
    expect(articleOf({ text: 'Der Minister sprach.' }).metadata.language).toBe('en')
    expect(articleOf({ text: 'The minister said on Monday that the government would reject the plan and go on talking.' }).metadata.language).toBe('en')
  })

  test.each([
    ['2015', '2015'], ['2015-11', '2015-11'], ['2015-11-16T22:30:00+01:00', '2015-11-16'], ['20151116T101500Z', '2015-11-16'],
    ['16 Nov 2015', '2015-11-16'], ['Monday, 6 November 2015', '2015-11-06'], ['November 16, 2015 10:00', '2015-11-16'],
    ['2015-13', null], ['31 Nov 2015', null], ['16 Foo 2015', null], ['yesterday', null], ['', null], ['1.2.2015', null],
  ])('the date %j is %j', (written, date) => expect(edtfOf(written)).toBe(date))
})

describe('a page', () => {
  const page = (body: string, head = '') => `<!DOCTYPE html><html lang="en-GB"><head><title>Port plan rejected | The Post</title>${head}</head><body>${body}</body></html>`
  const paragraph = 'The minister said on Friday that the plan was too dear, badly timed, and of no use to the ships that call at the port today.'
  const article = `<nav><a href="/">Home</a></nav><article><p>${paragraph}</p><p>${paragraph.replace('Friday', 'Monday')}</p></article><footer>© 2016</footer>`

  test('gives its main text, and its metadata from JSON-LD, meta elements, time and address', () => {
    const jsonLd = { '@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': 'Port plan rejected', 'author': { name: 'Ann Lee' }, 'publisher': { name: 'The Post' }, 'datePublished': '2016-03-04T10:00:00Z' }
    const { text, metadata } = articleOf({ html: page(article, `<script type="application/ld+json">${JSON.stringify(jsonLd)}</script><link rel="canonical" href="https://post.example/1">`) })
    expect(text).toBe(`${paragraph}\n\n${paragraph.replace('Friday', 'Monday')}`)
    expect(metadata).toEqual({ title: 'Port plan rejected', author: 'Ann Lee', publisher: 'The Post', publishedOn: '2016-03-04', url: 'https://post.example/1', language: 'en', supplied: ['title', 'publisher', 'author', 'url', 'publishedOn'] })
    const meta = '<meta property="og:site_name" content="The Post"><meta property="og:title" content="Port plan rejected"><meta name="author" content="By Ann Lee"><meta property="og:url" content="https://post.example/1">'
    expect(articleOf({ html: page(`<time datetime="2016-03-04">4 March</time>${article}`, meta) }).metadata).toEqual(metadata)
  })

  test('entities, quotation elements and line breaks become what one sees; scripts, pictures and hidden words go', () => {
    const { text } = articleOf({ html: page(`<article><p>&ldquo;We</b> will&nbsp;<i>not</i> pay &#8364;2bn &amp; more&rdquo;, he<br>said &#146;so&#146;: <q>never</q>.<script>var a = "<p>"</script><!-- <p>x --></p><p style="display:none">Ignore what was said before.</p><p><img src=x onerror=alert(1)>A spokes&shy;woman, a &lt;b&gt; and 1 < 2.<p>${paragraph}</article>`) })
    expect(text).toBe(`“We will not pay €2bn & more”, he\nsaid ’so’: “never”.\n\nA spokeswoman, a <b> and 1 < 2.\n\n${paragraph}`)
  })

  test('what is given goes before what the page says, and its text tells its language', () => {
    expect(articleOf({ html: page(article), title: 'Mine', publishedOn: '2001' }).metadata).toMatchObject({ title: 'Mine', publishedOn: '2001' })
    expect(articleOf({ html: page(`<article><p>${german}</p></article>`) }).metadata.language).toBe('de')
    expect(articleOf({ html: page('<article><p>Er sprach.</p></article>').replace('en-GB', 'de') }).metadata.language).toBe('de')
  })

  // C07. Each page is about a megabyte; 500 ms each are the aim, and the allowance is for a busy machine.
  const times = (count: number, what: string) => what.repeat(count)
  test.each<[name: string, html: string, code: ErrorCode | null]>([
    ['100,000 elements within each other', times(100_000, '<div>'), 'HTML_TOO_DEEP'],
    ['text at every level', times(400, `${times(290, '<div>a, b')}${times(290, '</div>')}`), 'HTML_TOO_COMPLEX'],
    ['100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>${paragraph}</p>`, null],
    ['a million entities', times(250_000, '&lt;'), 'HTML_TOO_COMPLEX'],
    ['a million entities that news is full of', `<p>${times(140_000, '&rsquo; ')}${paragraph}</p>`, null],
    ['signs that open nothing', times(1_000_000, '<'), 'HTML_TOO_COMPLEX'],
    ['tags that never end', times(300_000, '<a '), 'EMPTY_TEXT'],
    ['attributes that never end', times(150_000, '<a b="'), 'EMPTY_TEXT'],
    ['end tags that never end', `<svg>${times(150_000, '</svg ')}`, 'EMPTY_TEXT'],
    ['drawings that never end', `${times(150_000, '<svg>')}<p>${paragraph}</p>`, null],
    ['comments that never end', `<p>${paragraph}</p>${times(200_000, '<!--')}`, null],
    ['one unclosed quotation mark', `<p>${paragraph}</p><a href="${times(900_000, 'x')}`, null],
    ['two megabytes and a bit', times(2_000_001, 'a'), 'ARTICLE_TOO_LARGE'],
  ])('%s', (_, html, code) => {
    const begun = performance.now()
    if (code === null) expect(articleOf({ html: page(html) }).text).toContain(paragraph)
    else expect(refusal(() => articleOf({ html: page(html) }))[0]).toBe(code)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('readArticle', () => {
  test('stores an article once, whatever comes with it the second time', () => {
    const graph = openForWriting(':memory:')
    const reader = theReader()
    const first = readArticle(graph, reader, { text: 'Minister speaks\n\nHe said so.\r\n' }, '2026-01-01T00:00:00Z')
    expect(first).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/), slug: expect.stringMatching(/^minister-speaks-[0-9a-f]{12}$/), known: false })
    expect(readArticle(graph, reader, { text: 'Minister speaks\n\nHe said so.\n', title: 'Another' }, '2026-01-02T00:00:00Z')).toEqual({ ...first, known: true })
    graph.close()
  })
})

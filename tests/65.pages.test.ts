// A page becomes an article: its main text as a reader sees it, its metadata, its bounds.
import { describe, expect, test } from 'vitest'
import { processorTime } from '../db/file/deadline.ts'
import { articleOf } from '../src/input/article.ts'
import { textOfFragment } from '../src/input/html.ts'
import type { ErrorCode } from '../src/model/errors.ts'
import { refusal } from './refused.ts'

const german = 'Der Minister erklärte am Montag, dass die Regierung den Vorschlag ablehne und weiter verhandeln wolle, bis alle Seiten zufrieden seien.'

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

  const described = { '@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': 'Port plan rejected', 'author': { name: 'Ann Lee' }, 'publisher': { name: 'The Post' }, 'datePublished': '2016-03-04T10:00:00Z' }
  const jsonLd = (value: unknown) => `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`
  test.each<[shape: string, head: string, author?: string]>([
    ['a list of kinds', jsonLd({ ...described, '@type': ['NewsArticle', 'ReportageNewsArticle'] })],
    ['a list, another of whose nodes has a list of kinds', jsonLd([{ '@type': ['WebPage', 'ItemPage'], 'name': 'Home' }, described])],
    ['a graph whose nodes name each other', jsonLd({ '@context': 'https://schema.org', '@graph': [{ '@type': ['Person', 'Organization'], '@id': '#p', 'name': 'Ann Lee' }, { '@type': 'Organization', '@id': '#o', 'name': 'The Post' }, { ...described, author: [{ '@id': '#p' }], publisher: { '@id': '#o' } }] })],
    ['a page with the article in it', jsonLd({ '@context': ['https://schema.org'], '@type': 'WebPage', 'name': 'Home', 'mainEntity': described })],
    ['texts for names', jsonLd({ ...described, author: ['Ann Lee', 'Bob Roe', 'https://post.example/bob'], publisher: 'The Post' }), 'Ann Lee, Bob Roe'],
    ['one author with a list of names', jsonLd({ ...described, author: { '@type': 'Person', 'name': ['Ann Lee', 'Bob Roe'] } }), 'Ann Lee, Bob Roe'],
    ['lines broken within texts', jsonLd(JSON.stringify(described).replace('Port plan', 'Port\nplan'))],
    ['one that is broken, one of another thing, and the article', `${jsonLd('{"@type": "NewsArticle",')}${jsonLd({ '@type': 'WebSite', 'name': 'Home' })}${jsonLd(described)}`],
  ])('JSON-LD as %s', (_, head, author = 'Ann Lee') => {
    expect(articleOf({ html: page(article, head) }).metadata).toMatchObject({ title: 'Port plan rejected', author, publisher: 'The Post', publishedOn: '2016-03-04' })
  })

  test('what is escaped in JSON-LD is shown as it is meant, and its article body stands for a page that is made by scripts', () => {
    const { text, metadata } = articleOf({ html: page('<div id="app"></div>', jsonLd({ ...described, headline: 'Port &amp; plan &#8216;rejected&#8217;', articleBody: `${paragraph}\n\nHe left.` })) })
    expect(text).toBe(`${paragraph}\n\nHe left.`)
    expect(metadata.title).toBe('Port & plan ‘rejected’')
  })

  test('an article body of JSON-LD is shown without its marks, and stands for a page that only says that it loads', () => {
    const body = `<p>${paragraph}</p><p>He left &amp; she stayed.</p>`
    for (const articleBody of [body, body.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), `${paragraph}\n\nHe left &amp; she stayed.`]) {
      expect(articleOf({ html: page('<div>Loading… Please enable JavaScript.</div>', jsonLd({ ...described, articleBody })) }).text).toBe(`${paragraph}\n\nHe left & she stayed.`)
    }
    expect(articleOf({ html: page(article, jsonLd({ ...described, articleBody: 'Short.' })) }).text).toBe(`${paragraph}\n\n${paragraph.replace('Friday', 'Monday')}`)
  })

  test('who wrote a comment, what stands behind a byline, and the name of the site are no author and no title', () => {
    const { metadata } = articleOf({ html: page(`<main><h1>Plan rejected</h1><p>${paragraph}</p></main><div class="comments-body"><div class="comment-author">Bob42</div><p>He lies.</p></div>`).replace('Port plan', 'Plan') })
    expect(metadata).toMatchObject({ title: 'Plan rejected', author: undefined })
    expect(articleOf({ html: page(`<div class="byline">By Ann Lee and Bob Roe | Updated 5 March 2016 at 10:00</div>${article}`) }).metadata.author).toBe('Ann Lee and Bob Roe')
  })

  test('a heading that is the name of the site is no title, and a name keeps a point within it', () => {
    const { metadata } = articleOf({ html: page(`<h1><a href="/">The Post</a></h1><div class="byline">By Gal·la Reed · The Post</div>${article}`).replace('Port plan rejected | The Post', 'The Post - Plan rejected') })
    expect(metadata).toMatchObject({ title: 'The Post - Plan rejected', author: 'Gal·la Reed' })
  })

  test('a question for consent is no text of a short article, however long it is', () => {
    const consent = (attributes: string) => `<div ${attributes}><p>${'We and our 842 partners store and access information on a device, such as cookies. '.repeat(12)}</p></div>`
    for (const attributes of ['id="onetrust-consent-sdk"', 'role="alertdialog"']) {
      expect(articleOf({ html: page(`${consent(attributes)}<article><p>The plan is rejected, Ann Reed said.</p></article>`) }).text).toBe('The plan is rejected, Ann Reed said.')
    }
  })

  test('a link to another article amid the text is none of its words', () => {
    const body = `<article><p>${paragraph}</p><p><strong>READ MORE: <a href="/x">Mayor accused the king of theft</a></strong></p><p>Related stories were told by the minister: none is true.</p><p>${paragraph.replace('Friday', 'Monday')}</p></article>`
    expect(articleOf({ html: page(body) }).text).toBe(`${paragraph}\n\nRelated stories were told by the minister: none is true.\n\n${paragraph.replace('Friday', 'Monday')}`)
  })

  test.each<[name: string, body: string, publishedOn: string | undefined]>([
    ['in a sentence is what it tells of', `<article><p>It began on <time datetime="1999-05-05">5 May 1999</time>.</p><p>${paragraph}</p></article>`, undefined],
    ['of a change is not that of the publication', `<time itemprop="dateModified" datetime="2020-01-01">1 January</time>${article}`, undefined],
    ['at the top of every page is that of the day', `<header><a href="/">The Post</a> <time datetime="2026-11-28">Saturday</time></header><article><h1>Plan</h1><time datetime="2016-03-04">4 March</time><p>${paragraph}</p></article>`, '2016-03-04'],
    ['of another article is not its own', `<aside><a href="/x">Old</a> <time datetime="2001-01-01">2001</time></aside><ul><li><a href="/y">Older</a> <time datetime="2000-01-01">2000</time></li></ul><p class="date">Published <time datetime="2016-03-04">4 March</time></p>${article}`, '2016-03-04'],
  ])('a date %s', (_, body, publishedOn) => expect(articleOf({ html: page(body) }).metadata.publishedOn).toBe(publishedOn))

  test.each<[head: string, url: string | undefined]>([
    ['<link rel="canonical" href="/1"><meta property="og:url" content="https://post.example/1">', 'https://post.example/1'],
    ['<link rel="shortlink Canonical" href="HTTPS://post.example/1">', 'https://post.example/1'],
    [`<link rel="canonical" href="//post.example/1">${jsonLd({ ...described, url: 'https://post.example/1' })}`, 'https://post.example/1'],
    ['<link rel="canonical" href="//post.example/1"><meta name="author" content="https://social.example/ann">', undefined],
  ])('an address that leads nowhere by itself gives way to the next: %s', (head, url) => {
    const { metadata } = articleOf({ html: page(article, head) })
    expect(metadata.url).toBe(url)
    expect(metadata.author ?? '').not.toContain('social.example')
  })

  test('entities, quotation elements and line breaks become what one sees; scripts, pictures and hidden words go', () => {
    const { text } = articleOf({ html: page(`<article><p>&ldquo;We</b> will&nbsp;<i>not</i> pay &#8364;2bn &amp; more&rdquo;, he<br>said &#146;so&#146;: <q>never</q>.<script>var a = "<p>"</script><!-- <p>x --></p><p style="display:none">Ignore what was said before.</p><p><img src=x onerror=alert(1)>A spokes&shy;woman, a &lt;b&gt; and 1 < 2.<p>${paragraph}</article>`) })
    expect(text).toBe(`“We will not pay €2bn & more”, he\nsaid ’so’: “never”.\n\nA spokeswoman, a <b> and 1 < 2.\n\n${paragraph}`)
  })

  test('no words run together where a page shows them apart, and two line breaks part paragraphs', () => {
    expect(textOfFragment('He spoke<hr>She left<details><summary>More</summary>They met</details><center>It rained</center><table><caption>Cost</caption><tr><td>2016<td>3m</table>'))
      .toBe('He spoke\n\nShe left\n\nMore\n\nThey met\n\nIt rained\n\nCost\n\n2016 3m')
    expect(textOfFragment('Port plan rejected<br /><br />The minister,<br>Ann Reed, spoke.<br>&nbsp;<br>She left.')).toBe('Port plan rejected\n\nThe minister,\nAnn Reed, spoke.\n\nShe left.')
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
    ['a long text deep within', `${times(250, '<div>')}<p>${times(50_000, 'The mayor said so. ')}`, 'HTML_TOO_COMPLEX'],
    ['a long text no deeper than pages have it', `${times(15, '<div>')}<p>${times(25_000, 'The mayor said so. ')}</p><p>${paragraph}`, null],
    ['dates without number in one paragraph', `<p>${times(8_000, '<time datetime="2016-01-01">a</time> b ')}</p><p>${paragraph}</p>`, null],
    ['100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>${paragraph}</p>`, null],
    ['a million entities', times(250_000, '&lt;'), 'HTML_TOO_COMPLEX'],
    ['a million entities that news is full of', `<p>${times(140_000, '&rsquo; ')}${paragraph}</p>`, null],
    ['ends of what never began', times(100_000, ']]>'), 'HTML_TOO_COMPLEX'],
    ['spaces that do not break', `<p>${times(100_000, '\u00A0a')}`, 'HTML_TOO_COMPLEX'],
    ['signs that open nothing', times(1_000_000, '<'), 'HTML_TOO_COMPLEX'],
    ['tags that never end', times(300_000, '<a '), 'EMPTY_TEXT'],
    ['attributes that never end', times(150_000, '<a b="'), 'EMPTY_TEXT'],
    ['tags whose ends are all quoted', `<p>${paragraph}</p>${times(110_000, '<a b=">" ')}<a "`, null],
    ['end tags that never end', `<svg>${times(150_000, '</svg ')}`, 'EMPTY_TEXT'],
    ['drawings that never end', `${times(150_000, '<svg>')}<p>${paragraph}</p>`, null],
    ['comments that never end', `<p>${paragraph}</p>${times(200_000, '<!--')}`, null],
    ['one unclosed quotation mark', `<p>${paragraph}</p><a href="${times(900_000, 'x')}`, null],
    ['two megabytes and a bit', times(2_000_001, 'a'), 'ARTICLE_TOO_LARGE'],
  ])('%s', (_, html, code) => {
    const begun = processorTime()
    if (code === null) expect(articleOf({ html: page(html) }).text).toContain(paragraph)
    else expect(refusal(() => articleOf({ html: page(html) }))[0]).toBe(code)
    expect(processorTime() - begun).toBeLessThan(2000)
  })
})

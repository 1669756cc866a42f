// What was given becomes an article: text, files, dates, languages, bounds; pages stand in tests/65.pages.test.ts.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { processorTime } from '../db/file/deadline.ts'
import { openForWriting } from '../db/file/open.ts'
import { articleOf } from '../src/input/article.ts'
import { articlesIn, reach } from '../src/input/articles.ts'
import { edtfOf } from '../src/input/dates.ts'
import { OnRecordError, type ErrorCode } from '../src/model/errors.ts'
import { readArticle } from '../src/server/read-article.ts'
import { theReader } from '../src/reader.ts'
import { refusal } from './refused.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-input-'))
afterAll(() => rmSync(folder, { recursive: true }))
const inFolder = (name: string, content: string | Buffer): string => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
/** What files hold: metadata with text, or the refusal; by the place after the folder's name. */
const held = async (...paths: string[]): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {}
  for await (const { input, id, article } of articlesIn(reach(paths))) {
    const place = input.replace(`${folder}/`, '')
    try {
      const { text, metadata } = articleOf(article())
      found[place] = { ...(id !== input && { id }), text, ...metadata }
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      found[place] = [error.code, error.message]
    }
  }
  return found
}
const one = async (name: string, content: string | Buffer): Promise<unknown> => (await held(inFolder(name, content)))[name]
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

  test.each<[name: string, input: object, code: ErrorCode, message: RegExp]>([
    ['without a letter', { text: ' \n… ' }, 'EMPTY_TEXT', /no letter and no digit/],
    ['with NUL', { text: 'a\0b' }, 'BAD_TEXT', /offset 1/],
    ['too long', { text: 'ä'.repeat(500_001) }, 'ARTICLE_TOO_LARGE', /1,000,002 bytes; the limit is 1,000,000 bytes/],
    ['with a bad date', { text: 'He spoke.', publishedOn: '2015-02-30' }, 'BAD_DATE', /publishedOn is "2015-02-30"; expected a date/],
    ['with a script for an address', { text: 'He spoke.', url: 'javascript:alert(1)' }, 'BAD_ARGUMENT', /url is "javascript:alert\(1\)"/],
    ['with an endless address', { text: 'He spoke.', url: `https://post.example/${'x'.repeat(2000)}` }, 'BAD_ARGUMENT', /at most 2,000 characters/],
    ['with no language', { text: 'He spoke.', language: '!' }, 'BAD_ARGUMENT', /language is "!"/],
    ['with the name of a language', { text: 'He spoke.', language: 'English' }, 'BAD_ARGUMENT', /language is "English"; expected a language tag such as "en"/],
  ])('%s is refused', (_, input, code, message) => {
    expect(refusal(() => articleOf(input))).toEqual([code, expect.stringMatching(message)])
  })

  test('is borne by the text only as words of its own', () => {
    expect(articleOf({ text: 'He would not sign anything, Ann Leeson said.', publisher: 'nyt', author: 'Ann Lee' }).metadata.supplied).toEqual(['publisher', 'author'])
    expect(articleOf({ text: 'Anything goes, Ann Lee wrote. (nyt)', publisher: 'nyt', author: 'Ann Lee' }).metadata.supplied).toEqual([])
  })

  test('its language is declared, else found; a short text is English', () => {
    expect(articleOf({ text: german }).metadata).toMatchObject({ language: 'de', supplied: [] })
    expect(articleOf({ text: german, language: 'nl' }).metadata).toMatchObject({ language: 'nl', supplied: ['language'] })
    expect(articleOf({ text: 'Der Minister sprach.' }).metadata.language).toBe('en')
    expect(articleOf({ text: 'News item number 27\nOn Monday, Hale said that Reed had met Berg on Friday. Reed will meet Stone on Saturday, she said.' }).metadata.language).toBe('en')
    expect(articleOf({ text: 'The minister said on Monday that the government would reject the plan and go on talking.' }).metadata.language).toBe('en')
  })

  test('a short text in other letters is not English, and what it is nobody knows', () => {
    const { text, metadata } = articleOf({ text: 'Путин приехал в Париж.' })
    expect(metadata.language).toBe('und')
    expect(theReader().read(text, metadata).remarks).toMatchObject([{ rule: 'LANGUAGE', message: expect.stringContaining('in an unknown language;') }])
    expect(articleOf({ text: '1,200' }).metadata.language).toBe('en')
  })

  test('of endless names the rest is left out, and no letter is cut in two', () => {
    const page = `<title>T</title><script type="application/ld+json">{"@type": "NewsArticle", "author": [${'"Ann Lee", '.repeat(1000)}"Bo"]}</script><p>He spoke of the ships that call at the port today.</p>`
    expect(articleOf({ html: page }).metadata.author).toMatch(/^(?:Ann Lee, ){33}Ann…$/)
    expect(articleOf({ text: 'He spoke.', title: `${'x'.repeat(299)}😀`, publisher: 'p'.repeat(300) }).metadata).toMatchObject({ title: `${'x'.repeat(299)}…`, publisher: 'p'.repeat(300) })
  })

  test('an address is kept with its scheme in small letters; of a text and a page, the one that is not empty counts', () => {
    expect(articleOf({ text: 'He spoke.', url: 'HTTPS://Post.example/A' }).metadata.url).toBe('https://Post.example/A')
    expect(articleOf({ text: '', html: '<p>He spoke of the ships that call at the port today.</p>' }).text).toBe('He spoke of the ships that call at the port today.')
  })

  test.each([
    ['2015', '2015'], ['2015-11', '2015-11'], ['2015-11-16T22:30:00+01:00', '2015-11-16'], ['20151116T101500Z', '2015-11-16'],
    ['16 Nov 2015', '2015-11-16'], ['Monday, 6 November 2015', '2015-11-06'], ['November 16, 2015 10:00', '2015-11-16'],
    ['4 Mar 16 10:00 GMT', '2016-03-04'], ['4 Mar 99 10:00 GMT', '1999-03-04'], ['March 4th, 2016', '2016-03-04'], ['2016/03/04', '2016-03-04'],
    ['Fri Mar 04 2016 10:00:00 GMT+0100 (Central European Standard Time)', '2016-03-04'], ['Fri,  4 Mar 2016 10:00:00 GMT', '2016-03-04'],
    ['2016-03-04 to 2016-03-06', null], ['4 Mar 16', null], ['2015-13', null], ['31 Nov 2015', null], ['16 Foo 2015', null], ['yesterday', null], ['', null], ['1.2.2015', null],
  ])('the date %j is %j', (written, date) => expect(edtfOf(written)).toBe(date))
})

describe('a file', () => {
  const plain = { title: 'Café meeting', text: 'Café meeting\n\n“So be it”, he said.', language: 'en', supplied: [] }

  test.each<[name: string, content: string | Buffer]>([
    ['plain.txt', plain.text],
    ['mark.txt', `\uFEFF${plain.text}`],
    ['utf16.txt', Buffer.from(`\uFEFF${plain.text}`, 'utf16le')],
    ['packed.txt.gz', gzipSync(plain.text)],
    ['packed-unnamed', gzipSync(plain.text)],
    ['unnamed', plain.text],
    ['windows.txt', Buffer.from(plain.text.replace('“', '\x93').replace('”', '\x94'), 'latin1')],
    ['heading.md', '# Café *meeting*\n\n“So **be** [it](https://a.example)”, he\nsaid.'],
  ])('%s', async (name, content) => expect(await one(name, content)).toEqual(plain))

  test('Markdown has its metadata in front', async () => {
    expect(await one('front.md', '---\ntitle: "On ships"\ndate: 2015-11-16\nauthor: Ann Lee\nlayout: post\n---\nHe spoke.\n\n- One\n- Two <b>bold</b> &amp; more')).toMatchObject(
      { title: 'On ships', publishedOn: '2015-11-16', author: 'Ann Lee', text: 'He spoke.\n\nOne\n\nTwo bold & more' })
  })

  test('front matter is read as it is written: folded, in lists, with quotes and comments; two rules are none', async () => {
    expect(await one('folded.md', '---\ntitle: >-\n  Port plan\n  rejected\nauthors:\n  - Ann Lee\n  - "Bob Roe"\ndate: 2016-03-04 # corrected\nurl: null\nextra:\n  title: Not this\n--- \nHe spoke.')).toMatchObject(
      { title: 'Port plan rejected', author: 'Ann Lee, Bob Roe', publishedOn: '2016-03-04', text: 'He spoke.' })
    expect(await one('quoted.md', '---\r\ntitle: "It\'s \\"so\\""\r\nauthor: [Ann Lee, \'Bob O\'\'Roe\']\r\n---\r\nHe spoke.')).toMatchObject({ title: 'It\'s "so"', author: 'Ann Lee, Bob O\'Roe' })
    expect(await one('within.md', '---\ntitle: On ships\nauthor: { name: Ann Lee }\n---\nHe spoke.')).toMatchObject({ title: 'On ships', author: undefined })
    expect(await one('rules.md', '---\n\nHe spoke: “Never.”\n\n---\n\nShe left.')).toMatchObject({ text: 'He spoke: “Never.”\n\nShe left.', supplied: [] })
    expect(await one('long.md', `---\n${'a: b\n'.repeat(300_000)}---\nHe spoke.`)).toMatchObject({ text: 'He spoke.' })
  })

  test('of a short page no cookies, no newsletter and no menu are text; what is for subscribers is', async () => {
    const page = (main: string) => `<!doctype html><html><head><title>Mayor resigns</title></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
      <div class="cookie-banner"><p>We use cookies to improve your experience. By clicking accept you agree to our use of cookies on this site.</p><button>Accept</button></div>
      ${main}<div id="newsletter"><p>Sign up for our newsletter and get the best stories in your inbox every morning, for free.</p></div><footer><p>Copyright 2026 The Post. All rights reserved by the publisher.</p></footer></body></html>`
    const [first, second] = ['The mayor of Harl resigned on Monday, officials said.', '“I am going,” he told reporters.']
    for (const begin of ['<article>', '<div id="content"><h1>Mayor resigns</h1>', '<div class="subscribers-only"><h1>Mayor resigns</h1>']) {
      expect(await one('short.html', page(`${begin}<p>${first}</p><p>${second}</p>${begin.startsWith('<article') ? '</article>' : '</div>'}`))).toMatchObject({ text: `${first}\n\n${second}` })
    }
  })

  test('a page says its encoding, or it is detected', async () => {
    const page = (head: string) => `<!doctype html><html><head>${head}<title>T</title></head><body><p>Das Café liegt an der Straße nach Zürich, sagte Müller am Freitag über die große Brücke.</p></body></html>`
    const expected = { text: 'Das Café liegt an der Straße nach Zürich, sagte Müller am Freitag über die große Brücke.', language: 'de' }
    expect(await one('declared.html', Buffer.from(page('<meta charset="iso-8859-1">'), 'latin1'))).toMatchObject(expected)
    expect(await one('detected.html', Buffer.from(page(''), 'latin1'))).toMatchObject(expected)
    expect(await one('utf8', page(''))).toMatchObject(expected)
    expect(await one('old-lie.html', page('<meta charset="iso-8859-1">'))).toMatchObject(expected)
    expect(await one('lie.html', Buffer.from(page('<meta charset="utf-8">'), 'latin1'))).toEqual(['BAD_ENCODING', expect.stringMatching(/declares the encoding UTF-8, but its bytes are not/i)])
  })

  test('JSON Lines: each line by itself, other fields left alone, an id of their own', async () => {
    const lines = [
      { id: 'a1', text: 'He spoke.', title: 'T', publisher: 'P', author: null, date: '2015-11-16', split: 'dev', attributions: [{}] },
      { id: 7, html: '<p>She &amp; he spoke of the ships in the port.</p>' },
      { title: 'T' }, { text: 5 }, [1], { text: 'He spoke.', publishedOn: '16/11' },
    ].map(line => JSON.stringify(line))
    const found = await held(inFolder('many.jsonl', `${lines.join('\r\n')}\n\n{"text": \n{"text":"\xff"}`))
    expect(found).toMatchObject({
      'many.jsonl:1': { id: 'a1', text: 'He spoke.', title: 'T', publisher: 'P', publishedOn: '2015-11-16', supplied: ['title', 'publisher', 'publishedOn'] },
      'many.jsonl:2': { id: '7', text: 'She & he spoke of the ships in the port.' },
      'many.jsonl:3': ['BAD_FILE', expect.stringContaining('neither "text" nor "html"; found title')],
      'many.jsonl:4': ['BAD_FILE', '"text" is 5; expected a text.'],
      'many.jsonl:5': ['BAD_FILE', expect.stringContaining('The JSON is no object')],
      'many.jsonl:6': ['BAD_DATE', expect.stringContaining('"16/11"')],
      'many.jsonl:8': ['BAD_FILE', expect.stringContaining('This is no JSON')],
    })
    expect(await held(inFolder('many.json', `${lines.slice(0, 2).join('\n\n')}\n`))).toMatchObject({ 'many.json:1': { id: 'a1' }, 'many.json:3': { id: '7' } })
    expect(await held(inFolder('list.json', JSON.stringify([{ text: 'He spoke.', id: 'a' }, 5, { text: 'She left.' }], null, 2)))).toMatchObject({ 'list.json:1': { id: 'a', text: 'He spoke.' }, 'list.json:2': ['BAD_FILE', expect.stringContaining('The JSON is no object')], 'list.json:3': { text: 'She left.' } })
    expect(await held(inFolder('empty.json', '[]'))).toEqual({})
    expect(await held(inFolder('date.jsonl', '{"text": "He spoke.", "publishedOn": null, "date": 1457086200}'))).toEqual({ 'date.jsonl:1': ['BAD_FILE', '"date" is 1457086200; expected a text.'] })
    expect(await held(inFolder('blank.jsonl', '{"text": "He spoke.", "publishedOn": "", "date": "2016-03-04"}'))).toMatchObject({ 'blank.jsonl:1': { publishedOn: '2016-03-04' } })
    expect(await held(inFolder('ids.jsonl', '{"text": "He spoke.", "id": 9007199254740991}\n{"text": "She left.", "id": 9007199254740993}'))).toMatchObject({ 'ids.jsonl:1': { id: '9007199254740991' }, 'ids.jsonl:2': expect.not.objectContaining({ id: expect.anything() }) })
    expect(await held(inFolder('bad.jsonl', Buffer.from('{"text":"\xff"}', 'latin1')))).toEqual({ 'bad.jsonl:1': ['BAD_ENCODING', expect.stringContaining('JSON Lines')] })
    expect(await held(inFolder('sniffed', lines.join('\n')))).toHaveProperty('sniffed:1.id', 'a1')
    expect(await one('one.json', JSON.stringify({ id: 'x', text: 'He spoke.' }, null, 2))).toMatchObject({ id: 'x', text: 'He spoke.' })
  })

  const rss = (item: string, before = '') => `<?xml version="1.0" encoding="iso-8859-1"?>${before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Post</title>${item}</channel></rss>`
  const item = '<item><title>Ships &amp;amp; ports</title><guid>g1</guid><link>https://post.example/1</link><description>Short.</description><content:encoded><![CDATA[<p>A <b>caf\xE9</b> spoke.</p><p>Twice.</p>]]></content:encoded><dc:creator>Ann Lee</dc:creator><pubDate>Mon, 16 Nov 2015 10:00:00 GMT</pubDate></item>'
  const expected = { id: 'g1', text: 'A café spoke.\n\nTwice.', title: 'Ships & ports', publisher: 'The Post', author: 'Ann Lee', url: 'https://post.example/1', publishedOn: '2015-11-16' }

  test('feeds: full content, else the summary', async () => {
    const found = await held(inFolder('feed.xml', Buffer.from(rss(`${item}<item><title>Two</title><description>Only &lt;i&gt;this&lt;/i&gt;.</description><pubDate>soon</pubDate></item><item><title>Three</title></item>`), 'latin1')))
    expect(found).toEqual({
      'feed.xml:1': { ...expected, language: 'en', supplied: ['title', 'publisher', 'author', 'url', 'publishedOn'] },
      'feed.xml:2': { text: 'Only this.', title: 'Two', publisher: 'The Post', language: 'en', supplied: ['title', 'publisher'] },
      'feed.xml:3': ['EMPTY_TEXT', expect.any(String)],
    })
    const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>g1</id><title type="html">Ships &amp;amp; ports</title><link rel="self" href="https://post.example/x"/><link href="https://post.example/1"/><author><name>Ann Lee</name></author><published>2015-11-16T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A <b>café</b> spoke.</p><p>Twice.</p></div></content></entry></feed>'
    expect(await held(inFolder('sniffed-feed', atom))).toMatchObject({ 'sniffed-feed:1': expected })
    const json = { version: 'https://jsonfeed.org/version/1.1', title: 'The Post', items: [{ id: 'g1', url: 'https://post.example/1', title: 'Ships & ports', content_html: '<p>A café spoke.</p><p>Twice.', date_published: '2015-11-16T10:00:00Z', authors: [{ name: 'Ann Lee' }] }] }
    expect(await held(inFolder('feed.json', JSON.stringify(json)))).toMatchObject({ 'feed.json:1': expected })
    expect(await held(inFolder('sniffed-json', JSON.stringify(json)))).toMatchObject({ 'sniffed-json:1': expected })
  })

  test('feeds: several authors, an address in the guid, a marked-up name, and a language that the text knows better', async () => {
    const name = '<title>The Post &amp;amp; &lt;i&gt;Mail&lt;/i&gt;</title><language>en-us</language>'
    const feed = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${name}<item><guid>https://post.example/1</guid><dc:creator>By Ann Lee</dc:creator><dc:creator>Bob Roe</dc:creator><description>He spoke.</description></item><item><guid isPermaLink="false">https://post.example/2</guid><description>${german}</description></item></channel></rss>`
    const found = await held(inFolder('shapes.xml', feed), inFolder('languages.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'A & B', language: 'fr', items: [{ id: '1', content_text: 'Il parla.' }, { id: '2', content_text: 'He spoke.', language: 'no tag' }] })))
    expect(found).toMatchObject({
      'shapes.xml:1': { author: 'Ann Lee, Bob Roe', url: 'https://post.example/1', publisher: 'The Post & Mail', language: 'en-US' },
      'shapes.xml:2': { language: 'de', url: undefined },
      'languages.json:1': { language: 'fr', publisher: 'A & B' },
      'languages.json:2': { text: 'He spoke.', language: 'en' },
    })
  })

  test('feeds: where the full content is a picture alone, the summary is the text', async () => {
    const feed = rss('<item><guid>1</guid><content:encoded><![CDATA[<img src="a.jpg">]]></content:encoded><description>He spoke.</description></item>')
    const json = { version: 'https://jsonfeed.org/version/1.1', title: 'The Post', items: [{ id: '1', content_html: '<img src="a.jpg">', summary: 'He spoke.' }] }
    const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>1</id><content type="html">&lt;img src="a.jpg"/&gt;</content><summary>He spoke.</summary></entry></feed>'
    const found = await held(inFolder('picture.xml', feed), inFolder('picture.json', JSON.stringify(json)), inFolder('picture.atom', atom))
    expect(found).toMatchObject({ 'picture.xml:1': { text: 'He spoke.' }, 'picture.json:1': { text: 'He spoke.' }, 'picture.atom:1': { text: 'He spoke.' } })
  })

  test('feeds: an entry without an author has that of its feed', async () => {
    const entry = (author: string) => `<entry><id>${author}</id>${author}<summary>He spoke.</summary></entry>`
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><author><name>Ann Lee</name></author>${entry('')}${entry('<author><name>Bob Roe</name></author>')}</feed>`
    const json = { version: 'https://jsonfeed.org/version/1.1', title: 'The Post', authors: [{ name: 'Ann Lee' }], items: [{ id: '1', content_text: 'He spoke.' }, { id: '2', content_text: 'She left.', authors: [{ name: 'Bob Roe' }] }] }
    expect(await held(inFolder('whose.atom', atom), inFolder('whose.json', JSON.stringify(json)))).toMatchObject({ 'whose.atom:1': { author: 'Ann Lee' }, 'whose.atom:2': { author: 'Bob Roe' }, 'whose.json:1': { author: 'Ann Lee' }, 'whose.json:2': { author: 'Bob Roe' } })
  })

  test('of a broken description the sentence says that it is the file beside', async () => {
    inFolder('beside/a.txt', 'He spoke.')
    inFolder('beside/a.json', '{"title":')
    expect(await held(join(folder, 'beside'))).toEqual({ 'beside/a.txt': ['BAD_FILE', expect.stringMatching(/^Of the JSON file of the same name beside it: This is no JSON/)] })
    inFolder('beside/a.json', '[{"text": "She left."}]')
    expect(await held(join(folder, 'beside'))).toEqual({ 'beside/a.txt': ['BAD_FILE', expect.stringContaining('It is no object')] })
  })

  test('C10: no DTD, no depth, no entities of its own', async () => {
    expect(await one('dtd.xml', rss(item, '<!DOCTYPE rss [<!ENTITY a "aaaa">]>'))).toEqual(['BAD_FILE', expect.stringContaining('DTD')])
    expect(await one('deep.xml', rss('<a>'.repeat(1_000_000)))).toEqual(['BAD_FILE', expect.stringContaining('the limit is 100 levels')])
    expect(await one('deep.json', `{"text":${'['.repeat(1_000_000)}`)).toEqual(['BAD_FILE', expect.stringContaining('the limit is 100 levels')])
    expect(await one('no.xml', '<?xml version="1.0"?><page/>')).toEqual(['BAD_FILE', expect.stringContaining('no feed')])
    expect(await one('deep.md', '>'.repeat(100_000))).toEqual(['BAD_FILE', expect.stringContaining('nests too deeply')])
  })

  test('C04: Markdown full of emphasis, or one endless address, takes no time', async () => {
    const begun = processorTime()
    expect(await one('emphasis.md', `He spoke.${'*a_'.repeat(100_000)}`)).toMatchObject({ title: expect.stringMatching(/^He spoke\.aaa/) })
    expect(await one('address.md', `${'a.'.repeat(100_000)}@`)).toMatchObject({ supplied: [] })
    expect(processorTime() - begun).toBeLessThan(2000)
  })

  test('C08: an archive is unpacked no further than one document may be long, and a broken one is told', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, 'a'), { level: 1 })
    const before = process.memoryUsage().rss
    expect(await one('bomb.txt.gz', bomb)).toEqual(['ARTICLE_TOO_LARGE', expect.stringContaining('the limit is 5,000,000 bytes')])
    expect(await one('bomb.xml.gz', gzipSync(Buffer.alloc(25_000_000, '<'), { level: 1 }))).toEqual(['FILE_TOO_LARGE', expect.stringContaining('the limit is 20,000,000 bytes')])
    expect(await one('twice.txt.gz', gzipSync(bomb))).toEqual(['BAD_FILE', expect.stringContaining('is no text')])
    expect(await held(inFolder('bomb.jsonl.gz', bomb))).toEqual({ 'bomb.jsonl.gz:1': ['ARTICLE_TOO_LARGE', expect.stringContaining('The line is too long')] })
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000)
    const half = gzipSync(Array.from({ length: 5000 }, (_, index) => JSON.stringify({ text: `He said ${index * 7919}.` })).join('\n'))
    const found = await held(inFolder('half.jsonl.gz', half.subarray(0, half.length / 2)))
    expect(Object.keys(found).slice(0, 2)).toEqual(['half.jsonl.gz:1', 'half.jsonl.gz:2'])
    expect(Object.keys(found).at(-1)).toBe('half.jsonl.gz')
    expect(found['half.jsonl.gz']).toEqual(['BAD_FILE', expect.stringMatching(/archive .* is broken/)])
  })

  test('C13: folders in order, without what is hidden, in a circle, outside, or no file', async () => {
    for (const name of ['b.txt', 'a/c.txt', 'a/-rf', '.hidden.txt', '.git/x.txt']) inFolder(`tree/${name}`, `He wrote ${name}.`)
    inFolder('tree/b.json', '{"publisher": "The Post", "publishedOn": "2015-11-16", "supplied": []}')
    inFolder('tree/photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))
    inFolder('outside.txt', 'Secret.')
    symlinkSync('..', join(folder, 'tree/a/round'))
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'tree/out.txt'))
    symlinkSync('nowhere', join(folder, 'tree/gone.txt'))
    symlinkSync('b.txt', join(folder, 'tree/same.txt'))
    execFileSync('mkfifo', [join(folder, 'tree/pipe')])
    const found = await held(join(folder, 'tree'), join(folder, 'none.txt'))
    expect(Object.keys(found)).toEqual(['tree/a/-rf', 'tree/a/c.txt', 'tree/b.txt', 'tree/gone.txt', 'tree/out.txt', 'tree/photo.jpg', 'tree/pipe', 'tree/same.txt', 'none.txt'])
    expect(found).toMatchObject({
      'tree/a/-rf': { text: 'He wrote a/-rf.' },
      'tree/b.txt': { publisher: 'The Post', publishedOn: '2015-11-16', supplied: ['publisher', 'publishedOn'] },
      'tree/gone.txt': ['FILE_NOT_FOUND', expect.stringContaining('ENOENT')],
      'tree/out.txt': ['BAD_FILE', expect.stringContaining('leads out of the folder')],
      'tree/photo.jpg': ['BAD_FILE', expect.stringContaining('is no text')],
      'tree/pipe': ['BAD_FILE', expect.stringContaining('no regular file')],
      'none.txt': ['FILE_NOT_FOUND', expect.stringContaining('cannot be read')],
    })
  })
})

describe('readArticle', () => {
  test('stores an article once, whatever comes with it the second time', async () => {
    const graph = openForWriting(':memory:')
    const first = await readArticle(graph, { text: 'Minister speaks\n\nHe said so.\r\n' }, '2026-01-01T00:00:00Z')
    expect(first).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/), slug: expect.stringMatching(/^minister-speaks-[0-9a-f]{12}$/), known: false })
    expect(await readArticle(graph, { text: 'Minister speaks\n\nHe said so.\n', title: 'Another' }, '2026-01-02T00:00:00Z')).toEqual({ ...first, known: true })
    graph.close()
  })

  test('another language is remarked, not misread', () => {
    const reading = theReader().read(german, articleOf({ text: german }).metadata)
    expect(reading).toMatchObject({ sentences: [{ text: german }], mentions: [], statements: [], remarks: [{ rule: 'LANGUAGE', found: 'de', expected: 'en', message: expect.stringContaining('German') }] })
  })
})

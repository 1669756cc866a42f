// A page's article: its main text as a browser's reader view finds it (Readability), and what the page says of itself.
import { Readability } from '@mozilla/readability'
import type * as linkedom from 'linkedom'
import { createRequire } from 'node:module'
import { OnRecordError } from '../model/errors.ts'
import type { ArticleInput } from './article-input.ts'
import { edtfOf } from './dates.ts'
import { outlineOf } from './html-outline.ts'
import { textOfElement, type PageElement } from './html-text.ts'
import { articleOfJsonLd } from './json-ld.ts'
import { languageTag } from './language.ts'
import { webAddress } from './web-address.ts'

/** What is used of a parsed page; the library's own types need those of a browser. */
interface Page {
  readonly title: string
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
}

/** Where pages say when they were published, beside JSON-LD and what Readability knows. The first date found counts. */
const dates: readonly [selector: string, attribute: string][] = [
  ['meta[itemprop="datePublished"]', 'content'],
  ['meta[name="date" i], meta[name="pubdate" i], meta[name="dc.date" i], meta[name="dc.date.issued" i], meta[name="dcterms.created" i]', 'content'],
  ['time[itemprop="datePublished"], time[pubdate]', 'datetime'],
]
/** A date in one of these is that of another article; one in a sentence is what the article tells of. */
const elsewhere = new Set(['aside', 'nav', 'footer', 'li'])
const running = new Set(['p', 'blockquote', 'td'])
/** A link to another article amid the text, "READ MORE: Mayor accused of theft": no word of this one. */
const teaser = /^(?:read (?:more|also|next)|also read|see also|related(?: (?:article|story))?|more on this(?: story)?|don['’]t miss)\s?[:|]\s?\S/iu
/** In a byline: "By Ann Lee | Updated 4 March", "Ann Lee · The Post". */
const behindNames = /\s?[|•]|\s·|\s(?:updated|published|posted)\b/iu
/** What is around an article on a page of news, with the questions for consent that most pages have, by the names that their makers give them. */
const around = ['nav', 'dialog', 'body > footer', '[role="navigation" i]', '[role="dialog" i]', '[role="alertdialog" i]', '[role="contentinfo" i]',
  '#onetrust-consent-sdk', '#onetrust-banner-sdk', '#CybotCookiebotDialog', '#didomi-host', '#qc-cmp2-container', '.fc-consent-root'].join(', ')
/** What asks something of whoever reads, by its class or id, where it is no longer than such a box is: a whole page may be for "subscribers". */
const boxes = ['cookie', 'consent', 'gdpr', 'newsletter', 'signup', 'sign-up', 'subscribe'].flatMap(word => [`[class*="${word}" i]`, `[id*="${word}" i]`]).join(', ')
/** Who wrote a comment did not write the article: by such a class Readability takes "comment-author" for its byline. */
const commenters = ['author', 'byline'].map(word => `[class*="comment" i][class*="${word}" i]`).join(', ')
/** In characters and nodes. */
const longestBox = 500
/** In characters: a shorter text is looked for once more where Readability expects none. Its own figure, 500, is longer than many a piece of news. */
const shortest = 140

/** Text and metadata of the page. Throws EMPTY_TEXT where it has no main text, and as `outlineOf` does. */
export function articleOfPage(html: string): ArticleInput & { readonly text: string } {
  const document = documentOf(html)
  const page: Page = document // the part of it that is used
  const described = articleOfJsonLd([...page.querySelectorAll('script')].map(script => script.firstChild?.data ?? ''))
  const known = selfDescription(page)
  for (const element of [...page.querySelectorAll(around), ...[...page.querySelectorAll(boxes)].filter(isBox)]) element.remove()
  for (const element of page.querySelectorAll(commenters)) element.removeAttribute('class')
  const found = new Readability<PageElement>(document, { disableJSONLD: true, charThreshold: shortest, serializer: node => node as unknown as PageElement }).parse() // a node of the page above
  const main = found?.content ? textOfElement(found.content).split('\n\n').filter(paragraph => !teaser.test(paragraph)).join('\n\n') : ''
  // What stands on a page that scripts make is "Loading …".
  const text = main.length < shortest && described.text !== undefined ? longer(bodyShown(described.text), main) : main
  if (text === '') throw new OnRecordError('EMPTY_TEXT', 'The page has no main text that a reader view would show; send the article\'s text instead.')
  const byline = plain(found?.byline)
  return {
    text,
    title: shownAs(described.title) ?? withoutSite(plain(found?.title), known.heading),
    // Some say where the author is found, not who it is; and behind the names when it was.
    author: (shownAs(described.author) ?? (byline && URL.canParse(byline) ? undefined : plain(byline?.split(behindNames, 1)[0])))?.replace(/^by\s/iu, ''),
    publisher: shownAs(described.publisher) ?? plain(found?.siteName),
    publishedOn: edtfOf(described.publishedOn ?? '') ?? edtfOf(found?.publishedTime ?? '') ?? known.publishedOn,
    url: known.url ?? webAddress(described.url ?? ''),
    language: languageTag(found?.lang ?? '') ?? undefined,
  }
}

/** The text of HTML that is an article's and nothing else: the content of a feed. Throws as `outlineOf` does. */
export function textOfFragment(html: string): string {
  return textOfElement(documentOf(html).body as unknown as PageElement) // the part of it that is used
}

const require = createRequire(import.meta.url)

/** The parser is loaded with the first page: it takes 30 MB and a sixth of a second, which who reads texts need not spend. */
function documentOf(html: string): ReturnType<typeof linkedom.parseHTML>['document'] {
  const { parseHTML } = require('linkedom') as typeof linkedom
  return parseHTML(outlineOf(html)).document
}

/** Read before Readability takes the page apart. */
function selfDescription(page: Page): Pick<ArticleInput, 'url' | 'publishedOn'> & { readonly heading: string | undefined } {
  const said = dates.map(([selector, attribute]) => page.querySelector(selector)?.getAttribute(attribute))
  const sentences = new Map<PageElement, boolean>()
  // The day that stands at the top of every page is today's: what is within the article goes before it.
  const shown = ['article time[datetime], main time[datetime]', 'time[datetime]'].flatMap(selector => [...page.querySelectorAll(selector)])
    .filter(time => isOfArticle(time, sentences)).map(time => time.getAttribute('datetime'))
  // Elsewhere it may be the name of the site.
  const headings = [...page.querySelectorAll('article h1, main h1')]
  return {
    heading: headings.length === 1 ? plain(headings.map(textOfElement)[0]) : undefined,
    url: webAddress(page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '') ?? webAddress(page.querySelector('meta[property="og:url"]')?.getAttribute('content') ?? ''),
    publishedOn: [...said, ...shown].map(date => edtfOf(date ?? '')).find(date => date !== null) ?? undefined,
  }
}

/**
 * "It began on 5 May 1999.", what others are linked with, and when the page was changed, tell nothing of its publication.
 * `sentences`: which elements end as one; each is read once, however many dates stand in it.
 */
function isOfArticle(time: PageElement, sentences: Map<PageElement, boolean>): boolean {
  if (/modified|updated/iu.test(`${time.getAttribute('itemprop') ?? ''} ${time.getAttribute('class') ?? ''}`)) return false
  for (let above = time.parentNode; above; above = above.parentNode) {
    if (elsewhere.has(above.localName)) return false
    if (!running.has(above.localName)) continue
    const isSentence = sentences.get(above) ?? /[.!?]["”’]?$/u.test(textOfElement(above))
    sentences.set(above, isSentence)
    if (isSentence) return false
  }
  return true
}

/** Short, and without the article in it. Looked through no further than a box reaches, for each may stand in another. */
function isBox(box: PageElement): boolean {
  let left = longestBox
  for (let node: PageElement | null = box; node && left > 0; node = behind(node, box)) {
    if (node.localName === 'h1' || node.localName === 'article' || node.localName === 'body') return false
    left -= 1 + (node.data?.trim().length ?? 0)
  }
  return left > 0
}

/** The next node in the order of the page, within `root`. */
function behind(node: PageElement, root: PageElement): PageElement | null {
  if (node.firstChild) return node.firstChild
  for (let at: PageElement | null = node; at && at !== root; at = at.parentNode) if (at.nextSibling) return at.nextSibling
  return null
}

/** "Mayor resigns - The Post" under the heading "Mayor resigns": of so few words Readability takes the site's name for a part of the title. */
function withoutSite(title: string | undefined, heading: string | undefined): string | undefined {
  return heading !== undefined && title?.startsWith(heading) && /^\s[-–—|:»/]/u.test(title.slice(heading.length)) ? heading : title
}

/** An `articleBody`: some have it as HTML, some of these escaped once more. */
function bodyShown(written: string): string {
  let body = written
  for (let times = 0; times < 2 && /<\/?[a-z][^<>]{0,200}>|&#?[a-z\d]{2,8};/iu.test(body); times++) {
    body = textOfFragment(/<(?:p|br|div)\b/iu.test(body) ? body : body.replaceAll('\n', '<br>'))
  }
  return body
}

function longer(one: string, other: string): string {
  return one.length > other.length ? one : other
}

/** As a page would show it: what describes an article is often escaped once more. */
function shownAs(words: string | undefined): string | undefined {
  return words && /[&<]/u.test(words) ? plain(textOfFragment(words)) : plain(words)
}

/** One line, or nothing. */
function plain(words: string | null | undefined): string | undefined {
  return words?.split(/\s/u).filter(word => word !== '').join(' ') || undefined
}

// A page's article: its main text as a browser's reader view finds it (Readability), and what the page says of itself.
import { Readability } from '@mozilla/readability'
import type * as linkedom from 'linkedom'
import { createRequire } from 'node:module'
import { OnRecordError } from '../model/errors.ts'
import type { ArticleInput } from './article-input.ts'
import { edtfOf } from './dates.ts'
import { outlineOf } from './html-outline.ts'
import { textOfElement, type PageElement } from './html-text.ts'
import { languageTag } from './language.ts'

/** What is used of a parsed page; the library's own types need those of a browser. */
interface Page {
  readonly title: string
  querySelector(selector: string): PageElement | null
}

/** Where pages say when they were published, beside what Readability knows. The first date found counts. */
const dates: readonly [selector: string, attribute: string][] = [
  ['meta[itemprop="datePublished"]', 'content'],
  ['meta[name="date" i], meta[name="pubdate" i], meta[name="dc.date" i], meta[name="dc.date.issued" i], meta[name="dcterms.created" i]', 'content'],
  ['time[itemprop="datePublished"], time[pubdate]', 'datetime'],
  ['time[datetime]', 'datetime'],
]

/** Text and metadata of the page. Throws EMPTY_TEXT where it has no main text, and as `outlineOf` does. */
export function articleOfPage(html: string): ArticleInput & { readonly text: string } {
  const document = documentOf(html)
  const page: Page = document // the part of it that is used
  const known = selfDescription(page)
  const found = new Readability<PageElement>(document, { serializer: node => node as unknown as PageElement }).parse() // a node of the page above
  const text = found?.content ? textOfElement(found.content) : ''
  if (text === '') throw new OnRecordError('EMPTY_TEXT', 'The page has no main text that a reader view would show; send the article\'s text instead.')
  return {
    text,
    ...known,
    title: plain(found?.title),
    author: plain(found?.byline)?.replace(/^by\s/iu, ''),
    publisher: plain(found?.siteName),
    publishedOn: edtfOf(found?.publishedTime ?? '') ?? known.publishedOn,
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
function selfDescription(page: Page): Pick<ArticleInput, 'url' | 'publishedOn'> {
  const url = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? page.querySelector('meta[property="og:url"]')?.getAttribute('content')
  const published = dates.map(([selector, attribute]) => edtfOf(page.querySelector(selector)?.getAttribute(attribute) ?? '')).find(date => date !== null)
  return { url: url && /^https?:\/\//u.test(url) && URL.canParse(url) ? url : undefined, publishedOn: published ?? undefined }
}

/** One line, or nothing. */
function plain(words: string | null | undefined): string | undefined {
  return words?.split(/\s/u).filter(word => word !== '').join(' ') || undefined
}

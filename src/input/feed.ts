// The articles of a feed: RSS, Atom, RDF or JSON Feed. The full content where the feed has it, else its summary.
import { parseFeed } from 'feedsmith'
import { OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import type { ArticleInput } from './article-input.ts'
import { edtfOf } from './dates.ts'
import { textOfFragment } from './html.ts'
import { languageIn, languageTag } from './language.ts'
import { webAddress } from './web-address.ts'

export interface FeedItem {
  readonly id?: string
  /** Throws as the reading of a page does: one item that cannot be read loses no other. */
  article(): ArticleInput
}

interface Content {
  readonly html?: string
  readonly text?: string
}

interface Fields {
  readonly id?: string
  readonly title?: string
  /** The first that has words is the article's: the full content may be a picture alone. */
  readonly contents: readonly Content[]
  readonly url?: string
  readonly date?: string
  readonly author?: string
  readonly language?: string
}

/** Throws BAD_FILE where it is no feed, has a DTD, or nests too deeply. */
export function itemsOfFeed(feed: string): readonly FeedItem[] {
  refuseMarkup(feed)
  const { publisher, language, items } = fieldsOf(parsed(feed))
  return items.map(item => ({
    id: item.id ?? item.url,
    article: () => {
      const text = textOf(item.contents)
      return {
        text,
        title: item.title === undefined ? undefined : textOfFragment(item.title),
        publisher: publisher === undefined ? undefined : textOfFragment(publisher),
        author: item.author?.replace(/^by\s/iu, ''),
        url: webAddress(item.url ?? ''),
        publishedOn: item.date,
        // As of a page: the text's own word goes before it.
        language: languageIn(text) === null ? (languageTag(item.language ?? language ?? '') ?? undefined) : undefined,
      }
    },
  }))
}

function parsed(feed: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(feed)
  } catch (error) {
    throw new OnRecordError('BAD_FILE', `This is no feed that can be read (${error instanceof Error ? error.message.slice(0, 120) : 'unknown'}); expected RSS, Atom, RDF or JSON Feed.`)
  }
}

function fieldsOf(found: ReturnType<typeof parseFeed>): { publisher?: string; language?: string; items: readonly Fields[] } {
  switch (found.format) {
    case 'rss': return {
      publisher: found.feed.title,
      language: found.feed.language,
      items: (found.feed.items ?? []).map(item => ({
        id: item.guid?.value,
        title: item.title,
        contents: [{ html: item.content?.encoded }, { html: item.description }],
        url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
        date: dateOf(item.pubDate ?? item.dc?.dates?.[0]),
        author: namesOf(item.dc?.creators) ?? namesOf(item.authors),
      })),
    }
    case 'rdf': return {
      publisher: found.feed.title,
      items: (found.feed.items ?? []).map(item => ({
        id: item.rdf?.about,
        title: item.title,
        contents: [{ html: item.content?.encoded }, { html: item.description }],
        url: item.link,
        date: dateOf(item.dc?.dates?.[0]),
        author: namesOf(item.dc?.creators),
      })),
    }
    case 'atom': return {
      publisher: found.feed.title?.value,
      items: (found.feed.entries ?? []).map(entry => ({
        id: entry.id,
        title: entry.title?.value,
        contents: [contentOf(entry.content), contentOf(entry.summary)],
        url: (entry.links?.find(link => link.rel === undefined || link.rel === 'alternate') ?? entry.links?.[0])?.href,
        date: dateOf(entry.published ?? entry.updated),
        author: namesOf(entry.authors ?? found.feed.authors),
      })),
    }
    case 'json': return {
      publisher: found.feed.title === undefined ? undefined : escaped(found.feed.title),
      language: found.feed.language,
      items: (found.feed.items ?? []).map(item => ({
        id: item.id,
        title: item.title === undefined ? undefined : escaped(item.title),
        contents: [{ text: item.content_text }, { html: item.content_html }, { text: item.summary }],
        url: item.url,
        date: dateOf(item.date_published),
        author: namesOf(item.authors ?? found.feed.authors),
        language: item.language,
      })),
    }
    default: return found satisfies never
  }
}

function textOf(contents: readonly Content[]): string {
  for (const { text, html = '' } of contents) {
    const words = text ?? (html === '' ? '' : textOfFragment(html))
    if (/[\p{L}\p{N}]/u.test(words)) return words
  }
  return ''
}

/** A date that is none is left out: the feed made it, not who sends the feed. */
function dateOf(written: unknown): string | undefined {
  return typeof written === 'string' ? (edtfOf(written) ?? undefined) : undefined
}

function namesOf(authors: readonly (string | { readonly name?: string; readonly email?: string })[] | undefined): string | undefined {
  return authors?.map(author => (typeof author === 'string' ? author : (author.name ?? author.email))).filter(name => name !== undefined).join(', ') || undefined
}

/** Words that are no HTML, as HTML. */
function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function contentOf(content: { readonly value?: string; readonly type?: string } | undefined): Content {
  return content?.type === undefined || content.type === 'text' ? { text: content?.value } : { html: content.value }
}

/** One linear scan of XML before the parser: a DTD, which can only stand before the first element, and the depth of its elements. */
function refuseMarkup(feed: string): void {
  if (feed.trimStart().startsWith('{')) return
  let depth = 0
  for (let at = feed.indexOf('<'); at >= 0; at = feed.indexOf('<', at + 1)) {
    const [, end] = skipped.find(([begin]) => feed.startsWith(begin, at)) ?? ['', '>']
    if (feed.startsWith('<!D', at)) throw new OnRecordError('BAD_FILE', 'The XML has a DTD, which may make few bytes into many; remove what stands between <!DOCTYPE and its end.')
    const close = feed.indexOf(end, at)
    if (close < 0) return // the parser says what is wrong
    if (feed[at + 1] === '/') depth--
    else if (end === '>' && feed[close - 1] !== '/') depth++
    if (depth > limits.dataDepth.value) throw limitPassed('dataDepth', depth, 'The elements of the XML nest too deeply', 'Expected a feed: RSS, Atom or RDF.')
    at = close
  }
}

const skipped = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']] as const

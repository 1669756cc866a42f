// The articles of a feed: RSS, Atom, RDF or JSON Feed. The full content where the feed has it, else its summary.
import { parseFeed } from 'feedsmith'
import { OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import type { ArticleInput } from './article-input.ts'
import { edtfOf } from './dates.ts'
import { textOfFragment } from './html.ts'

export interface FeedItem {
  readonly id?: string
  /** Throws as the reading of a page does: one item that cannot be read loses no other. */
  article(): ArticleInput
}

interface Fields {
  readonly id?: string
  readonly title?: string
  readonly html?: string
  readonly text?: string
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
    article: () => ({
      text: item.text ?? textOfFragment(item.html ?? ''),
      title: item.title === undefined ? undefined : textOfFragment(item.title),
      publisher,
      author: item.author,
      url: item.url && /^https?:\/\//u.test(item.url) && URL.canParse(item.url) ? item.url : undefined,
      publishedOn: item.date,
      language: item.language ?? language,
    }),
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
      items: (found.feed.items ?? []).map(item => ({
        id: item.guid?.value,
        title: item.title,
        html: item.content?.encoded ?? item.description,
        url: item.link,
        date: dateOf(item.pubDate ?? item.dc?.dates?.[0]),
        author: item.dc?.creators?.[0] ?? nameOf(item.authors?.[0]),
      })),
    }
    case 'rdf': return {
      publisher: found.feed.title,
      items: (found.feed.items ?? []).map(item => ({
        id: item.rdf?.about,
        title: item.title,
        html: item.content?.encoded ?? item.description,
        url: item.link,
        date: dateOf(item.dc?.dates?.[0]),
        author: item.dc?.creators?.[0],
      })),
    }
    case 'atom': return {
      publisher: found.feed.title?.value,
      items: (found.feed.entries ?? []).map(entry => ({
        id: entry.id,
        title: entry.title?.value,
        ...contentOf(entry.content?.value === undefined ? entry.summary : entry.content),
        url: (entry.links?.find(link => link.rel === undefined || link.rel === 'alternate') ?? entry.links?.[0])?.href,
        date: dateOf(entry.published ?? entry.updated),
        author: entry.authors?.[0]?.name,
      })),
    }
    case 'json': return {
      publisher: found.feed.title,
      items: (found.feed.items ?? []).map(item => ({
        id: item.id,
        title: item.title?.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
        html: item.content_html,
        text: item.content_text ?? (item.content_html === undefined ? item.summary : undefined),
        url: item.url,
        date: dateOf(item.date_published),
        author: item.authors?.[0]?.name,
        language: item.language,
      })),
    }
    default: return found satisfies never
  }
}

/** A date that is none is left out: the feed made it, not who sends the feed. */
function dateOf(written: unknown): string | undefined {
  return typeof written === 'string' ? (edtfOf(written) ?? undefined) : undefined
}

function nameOf(author: string | { readonly name?: string; readonly email?: string } | undefined): string | undefined {
  return typeof author === 'string' ? author : (author?.name ?? author?.email)
}

function contentOf(content: { readonly value?: string; readonly type?: string } | undefined): Pick<Fields, 'html' | 'text'> {
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

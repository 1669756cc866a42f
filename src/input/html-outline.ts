// A page without what no reader sees: one linear scan, before any parser. It drops scripts, pictures, comments and plain inline elements,
// balances the rest, and refuses what would keep the parser long: its time grows with the elements and the words, times their depth.
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import { languageTag } from './language.ts'

/** Their content is no text of the page. */
const silent = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'math', 'canvas', 'video', 'audio', 'select', 'button', 'textarea', 'noembed', 'noframes', 'xmp'])
/** Without an end tag; of these only `br` and `hr` say something. */
const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
/** How words look, not what they are. Kept where an attribute says more: a byline, something hidden. */
const inline = new Set(['abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'nobr', 'picture', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var'])
/** An element that ends where one of these begins. */
const endedBy = new Map<string, ReadonlySet<string>>([
  ['p', new Set(['p', 'div', 'ul', 'ol', 'dl', 'table', 'blockquote', 'section', 'article', 'aside', 'header', 'footer', 'nav', 'main', 'form', 'figure', 'pre', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])],
  ['li', new Set(['li'])],
  ['dt', new Set(['dt', 'dd'])],
  ['dd', new Set(['dt', 'dd'])],
  ['td', new Set(['td', 'th', 'tr'])],
  ['th', new Set(['td', 'th', 'tr'])],
  ['tr', new Set(['tr'])],
])
const telling = new Set(['class', 'id', 'itemprop', 'itemtype', 'role', 'rel', 'hidden', 'aria-hidden', 'aria-modal', 'datetime', 'name', 'property', 'content', 'href', 'style', 'pubdate'])

/** Measured: what an element costs beside its depth, each of its attributes that are kept, and an entity, which is a text of its own to the parser. */
const elementPoints = 10
const attributePoints = 5
const entityPoints = 15
/** What finds the main text reads the words of an element anew for each that it stands in: so many of them cost one point at each level. */
const unitsPerPoint = 40
/** The parser writes the page anew with entities for these, and parses that. */
const entitiesOrWrittenAsSuch = /[&>\u00A0]+/gu
/** What a page says of itself counts up to here: real pages have some fifty. */
const mostHead = 500

interface Open {
  readonly name: string
  readonly shown: boolean
}

/** The page reduced: a whole document. Throws ARTICLE_TOO_LARGE, HTML_TOO_DEEP and HTML_TOO_COMPLEX. */
export function outlineOf(html: string): string {
  const bytes = Buffer.byteLength(html)
  if (bytes > limits.htmlBytes.value) {
    throw limitPassed('htmlBytes', bytes, `The page has ${bytes.toLocaleString('en-GB')} bytes`, 'Send its text instead.')
  }
  const head: string[] = []
  const out: string[] = []
  const open: Open[] = []
  const unclosed = new Set<string>()
  let titled = false
  let language = ''
  let work = 0
  let depth = 0
  let at = 0

  const spend = (points: number): void => {
    work += points
    if (work > limits.htmlWork.value) throw limitPassed('htmlWork', work, 'The page has too many elements, entities and words within each other', 'Send its text instead.')
  }
  const addText = (text: string): void => {
    const plain = withoutCommonEntities(text)
    for (const [run] of plain.matchAll(entitiesOrWrittenAsSuch)) spend(run.length * entityPoints)
    spend(Math.round(plain.length * depth / unitsPerPoint))
    out.push(plain.replaceAll('>', '&gt;'))
  }
  const closeTop = (): void => {
    const top = open.pop()
    if (!top?.shown) return
    depth--
    out.push(top.name === 'q' ? '”' : `</${top.name}>`)
  }
  const close = (name: string): void => {
    const place = open.findLastIndex(each => each.name === name)
    if (place >= 0) while (open.length > place) closeTop()
  }
  const openTag = (name: string, attributes: string, kept: number): void => {
    const ended = open.findLastIndex(each => !inline.has(each.name))
    const above = open[ended]
    if (above && endedBy.get(above.name)?.has(name)) while (open.length > ended) closeTop()
    if (empty.has(name)) {
      const isSeen = name === 'br' || name === 'hr'
      if (!isSeen && name !== 'meta' && name !== 'link') return
      spend(elementPoints + depth)
      if (isSeen || head.length < mostHead) (isSeen ? out : head).push(`<${name}${attributes}>`)
      return
    }
    const shown = !inline.has(name) || kept > 0
    open.push({ name, shown: shown || name === 'q' })
    if (open.length > limits.htmlDepth.value) {
      throw limitPassed('htmlDepth', open.length, 'The elements of the page nest too deeply', 'Send its text instead.')
    }
    if (!shown && name !== 'q') return
    depth++
    spend(elementPoints + attributePoints * kept + depth)
    out.push(name === 'q' ? '“' : `<${name}${attributes}>`)
  }

  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next !== at) addText(html.slice(at, next < 0 ? undefined : next))
    if (next < 0) break
    at = next
    if (html.startsWith('<!--', at)) at = endOf(html, '-->', at + 2)
    else if (/[!?]/u.test(html[at + 1] ?? '')) at = endOf(html, '>', at)
    else {
      const tag = tagAt(html, at)
      if (!tag) {
        spend(entityPoints)
        out.push('&lt;')
        at++
        continue
      }
      if (tag.end < 0) break // a tag that never ends is no text either
      at = tag.end
      if (tag.name === 'html' || tag.name === 'head' || tag.name === 'body') {
        language ||= tag.language
      } else if (tag.closing) {
        close(tag.name)
      } else if (tag.name === 'title' || silent.has(tag.name)) {
        const content = contentTo(html, tag.name, at, unclosed)
        if (!content) continue
        at = content.end
        if (tag.name === 'title' && !titled) head.push(`<title>${content.text.replaceAll('<', '&lt;')}</title>`)
        titled ||= tag.name === 'title'
        // What the page says of itself in JSON-LD is read later; its text holds no end of the element.
        if (tag.name === 'script' && /ld\+json/iu.test(tag.type)) head.push(`<script type="application/ld+json">${content.text}</script>`)
      } else openTag(tag.name, tag.attributes, tag.kept)
    }
  }
  while (open.length > 0) closeTop()
  return `<!doctype html><html lang="${language}"><head>${head.join('')}</head><body>${out.join('')}</body></html>`
}

/** Those that news is full of. */
const common = new Map([['nbsp', ' '], ['quot', '"'], ['apos', "'"], ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'], ['ndash', '–'], ['mdash', '—'], ['hellip', '…']])

/** Written out, so that they cost the parser nothing. Numbers below 160 are left to it: some mean another sign, some are of the markup. */
function withoutCommonEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{3,6})|#[xX]([\da-fA-F]{2,5})|([a-z]{4,6}));/gu, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name !== undefined) return common.get(name) ?? whole
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
    return code >= 160 && code < 0xd800 ? String.fromCodePoint(code) : whole
  })
}

interface Tag {
  readonly name: string
  readonly closing: boolean
  /** Those that are kept, as HTML. */
  readonly attributes: string
  /** How many of them: they say more of the element than how it looks. */
  readonly kept: number
  readonly type: string
  readonly language: string
  /** Behind its ">"; -1 where the page ends before. */
  readonly end: number
}

const tagName = /<(\/?)([a-zA-Z][^\s/>]{0,60})/uy
const attribute = /[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'][^\s>]*))?/uy

/** The tag that begins here; null where "<" is only a sign. */
function tagAt(html: string, at: number): Tag | null {
  tagName.lastIndex = at
  const begun = tagName.exec(html)
  if (!begun) return null
  const [whole, slash, written = ''] = begun
  const name = written.toLowerCase()
  let end = at + whole.length
  let attributes = ''
  let kept = 0
  let type = ''
  let language = ''
  const seen = new Set<string>()
  for (;;) {
    attribute.lastIndex = end
    const found = attribute.exec(html)
    if (!found) break
    end = attribute.lastIndex
    const key = (found[1] ?? '').toLowerCase()
    const value = (found[2] ?? '').replace(/^["']/u, '').replace(/["']$/u, '')
    if (key === 'type') type = value
    if (key === 'lang') language = languageTag(value) ?? ''
    if (!telling.has(key) || seen.has(key)) continue
    seen.add(key)
    if (key === 'style' && !/display\s{0,9}:|visibility\s{0,9}:/iu.test(value)) continue
    if (key === 'href' && name !== 'a' && name !== 'link') continue
    kept++
    attributes += ` ${key}="${value.slice(0, 2000).replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`
  }
  const close = html.indexOf('>', end)
  return { name, closing: slash === '/', attributes, kept, type, language, end: close < 0 ? -1 : close + 1 }
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** The text up to the end tag. Scripts and styles that never end take the rest of the page with them; of others only the tag goes. */
function contentTo(html: string, name: string, from: number, unclosed: Set<string>): { text: string; end: number } | null {
  if (!unclosed.has(name)) {
    for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2)) {
      const after = html[at + 2 + name.length] ?? ''
      if (html.slice(at + 2, at + 2 + name.length).toLowerCase() !== name || !/[\s/>]/u.test(after)) continue
      return { text: html.slice(from, at), end: endOf(html, '>', at) }
    }
    unclosed.add(name)
  }
  return name === 'script' || name === 'style' ? { text: '', end: html.length } : null
}

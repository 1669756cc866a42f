// A stretch of text with marks over it → HTML. Marks may nest and cross; where they cross, the later one is taken up again behind the end
// of the other. Of links within links only the innermost is one, as HTML has it.
import { attribute, html, type Html, type Value } from './html.ts'

export interface Paint {
  readonly start: number
  readonly end: number
  readonly class: string
  /** Words for the mark, as a tooltip. */
  readonly title?: string
  readonly href?: string
  readonly id?: string
  /** Where the whole mark stands, so that its pieces are known as one. */
  readonly at?: string
}

interface Open {
  readonly paint: Paint
  readonly isLink: boolean
}

/** `text` begins at `start` of its article; marks are placed in the article, and cut where the text ends. */
export function painted(text: string, start: number, paints: readonly Paint[]): Html {
  const end = start + text.length
  const within = paints.filter(paint => paint.start < end && paint.end > start)
    .map(paint => ({ ...paint, start: Math.max(paint.start, start), end: Math.min(paint.end, end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const borders = [...new Set([start, ...within.flatMap(paint => [paint.start, paint.end]), end])].sort((a, b) => a - b)
  const root: Value[] = []
  const named = new Set<string>()
  let next = 0
  let open: readonly Open[] = []
  let levels: Value[][] = [root]
  for (const [index, border] of borders.entries()) {
    const paints = open.map(each => each.paint).filter(paint => paint.end > border)
    for (; next < within.length && within[next]?.start === border; next++) paints.push(within[next] as Paint) // in range
    const innermost = paints.findLast(paint => paint.href !== undefined)
    const wanted = paints.map(paint => ({ paint, isLink: paint === innermost }))
    const kept = wanted.findIndex(({ paint, isLink }, level) => open[level]?.paint !== paint || open[level]?.isLink !== isLink)
    const common = kept < 0 ? wanted.length : kept
    for (let level = open.length; level > common; level--) close(levels, open[level - 1], named)
    for (let level = common; level < wanted.length; level++) levels.push([])
    open = wanted
    const until = borders[index + 1]
    if (until !== undefined) levels.at(-1)?.push(text.slice(border - start, until - start))
  }
  return html`${root}`
}

function close(levels: Value[][], closing: Open | undefined, named: Set<string>): void {
  const content = levels.pop()
  if (closing) levels.at(-1)?.push(element(closing, content ?? [], named))
}

/** A mark in several pieces gives its id to the first. */
function element({ paint, isLink }: Open, content: readonly Value[], named: Set<string>): Html {
  const id = paint.id !== undefined && named.has(paint.id) ? undefined : paint.id
  if (id !== undefined) named.add(id)
  const attributes = [attribute('class', paint.class), attribute('id', id), attribute('title', paint.title), attribute('data-at', paint.at)]
  return isLink ? html`<a href="${paint.href}"${attributes}>${content}</a>` : html`<span${attributes}>${content}</span>`
}

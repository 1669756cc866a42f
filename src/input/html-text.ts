// The text of an element as a page shows it: a blank line between blocks and for <br><br>, a new line for <br>, white space drawn together.

/** What is used of an element of a parsed page. */
export interface PageElement {
  readonly nodeType: number
  readonly localName: string
  readonly data: string
  readonly firstChild: PageElement | null
  readonly nextSibling: PageElement | null
  readonly parentNode: PageElement | null
  getAttribute(name: string): string | null
  remove(): void
  removeAttribute(name: string): void
}

const isText = 3
const isElement = 1
const blocks = new Set(['address', 'article', 'aside', 'blockquote', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tr', 'ul'])
const cells = new Set(['td', 'th'])

export function textOfElement(root: PageElement): string {
  const paragraphs: string[] = []
  let line = ''
  const end = (): void => {
    paragraphs.push(...line.split('\n').map(shown).join('\n').split(/\n{2,}/u).map(each => each.trim()).filter(each => each !== ''))
    line = ''
  }
  let node: PageElement | null = root
  while (node) {
    // Within text a line break of the source is a space.
    if (node.nodeType === isText) line += node.parentNode?.localName === 'pre' ? node.data : node.data.replaceAll('\n', ' ')
    else if (node.localName === 'br') line += '\n'
    else if (blocks.has(node.localName)) end()
    else if (cells.has(node.localName)) line += ' '
    let next: PageElement | null = node.firstChild
    while (!next && node && node !== root) {
      if (node.nodeType === isElement && blocks.has(node.localName)) end()
      next = node.nextSibling
      if (!next) node = node.parentNode
    }
    node = next
  }
  end()
  return paragraphs.join('\n\n')
}

/** A line as it is seen: single spaces, none at its ends, no soft hyphens and zero-width spaces. */
function shown(line: string): string {
  return line.replaceAll(/[\u00AD\u200B\uFEFF]/gu, '').split(/\s/u).filter(word => word !== '').join(' ')
}

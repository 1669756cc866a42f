// Markdown: its text as a page would show it, and what stands in its front matter.
import { Marked } from 'marked'
import { OnRecordError } from '../model/errors.ts'
import type { ArticleInput } from './article-input.ts'
import { textOfFragment } from './html.ts'

/** Above so many signs of emphasis in a paragraph they are dropped unread: the parser's time grows with their square. */
const mostEmphasis = 100
/** CommonMark: GitHub's additions look for bare addresses in time that grows with the square of a long word. Tables stay lines of text. */
const parser = new Marked({ gfm: false })
const fields = new Map<string, keyof ArticleInput>([
  ['title', 'title'], ['author', 'author'], ['date', 'publishedOn'], ['publishedon', 'publishedOn'], ['publisher', 'publisher'], ['url', 'url'], ['language', 'language'], ['lang', 'language'],
])

export function articleOfMarkdown(markdown: string): ArticleInput {
  const { body, known } = withoutFrontMatter(markdown)
  const calm = body.split(/\n\n/u).map(paragraph => ((paragraph.match(/[*_~`[]/gu)?.length ?? 0) > mostEmphasis ? paragraph.replaceAll(/[*_~`[\]]/gu, '') : paragraph)).join('\n\n')
  try {
    return { ...known, text: textOfFragment(parser.parse(calm, { async: false })) }
  } catch (error) {
    if (error instanceof RangeError) throw new OnRecordError('BAD_FILE', 'The Markdown nests too deeply; send its text instead.')
    throw error
  }
}

/** Lines "field: value" between two lines "---" at the top. */
function withoutFrontMatter(markdown: string): { body: string; known: ArticleInput } {
  const text = markdown.replaceAll('\r\n', '\n')
  const end = text.startsWith('---\n') ? text.indexOf('\n---\n', 3) : -1
  if (end < 0) return { body: text, known: {} }
  const known: Partial<Record<keyof ArticleInput, string>> = {}
  for (const line of text.slice(4, end).split('\n')) {
    const [, name = '', value = ''] = /^(\w{1,20}):(.*)$/u.exec(line) ?? []
    const field = fields.get(name.toLowerCase())
    if (field) known[field] = value.trim().replace(/^(["'])(.*)\1$/u, '$2')
  }
  return { body: text.slice(end + 5), known }
}

// Markdown: its text as a page would show it, and what stands in its front matter.
import { Marked } from 'marked'
import { OnRecordError } from '../model/errors.ts'
import type { ArticleInput } from './article-input.ts'
import { frontMatterOf } from './front-matter.ts'
import { textOfFragment } from './html.ts'

/** Above so many signs of emphasis in a paragraph they are dropped unread: the parser's time grows with their square. */
const mostEmphasis = 100
/** CommonMark: GitHub's additions look for bare addresses in time that grows with the square of a long word. Tables stay lines of text. */
const parser = new Marked({ gfm: false })
const names = new Map<string, keyof ArticleInput>([
  ['title', 'title'], ['author', 'author'], ['authors', 'author'], ['date', 'publishedOn'], ['publishedon', 'publishedOn'], ['publisher', 'publisher'], ['url', 'url'], ['language', 'language'], ['lang', 'language'],
])

export function articleOfMarkdown(markdown: string): ArticleInput {
  const { fields, body } = frontMatterOf(markdown.replaceAll('\r\n', '\n'))
  const known: ArticleInput = Object.fromEntries([...fields].flatMap(([name, value]) => (names.has(name) ? [[names.get(name), value]] : [])))
  const calm = body.split(/\n\n/u).map(paragraph => ((paragraph.match(/[*_~`[]/gu)?.length ?? 0) > mostEmphasis ? paragraph.replaceAll(/[*_~`[\]]/gu, '') : paragraph)).join('\n\n')
  try {
    return { ...known, text: textOfFragment(parser.parse(calm, { async: false })) }
  } catch (error) {
    if (error instanceof RangeError) throw new OnRecordError('BAD_FILE', 'The Markdown nests too deeply; send its text instead.')
    throw error
  }
}

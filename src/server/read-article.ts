// One article into the graph: what was given → text and metadata → Reading → rows. An article known already is not read again.
import { apply } from '../../db/entering/apply.ts'
import { byKeys } from '../../db/tables/lookup.ts'
import type { Graph } from '../../db/file/open.ts'
import { articleOf } from '../input/article.ts'
import type { ArticleInput } from '../input/article-input.ts'
import { articleIdentity } from '../model/identity.ts'
import { sha256 } from '../model/keys.ts'
import { readText } from '../read-text.ts'

export interface ReadArticle {
  /** SHA-256 of the text. */
  readonly key: string
  readonly slug: string
  /** True where the graph had the text before; then nothing has changed, whoever made its Reading. */
  readonly known: boolean
}

/**
 * Reads an article and stores it, in one transaction. Throws EMPTY_TEXT, BAD_TEXT, ARTICLE_TOO_LARGE, HTML_TOO_DEEP, HTML_TOO_COMPLEX,
 * BAD_DATE and BAD_ARGUMENT for what cannot be read, and what `apply` throws.
 */
export async function readArticle(graph: Graph, input: ArticleInput, readAt: string): Promise<ReadArticle> {
  const { text, metadata } = articleOf(input)
  const key = sha256(text)
  const before = byKeys(graph, 'article', [key]).get(key)
  if (before) return { key, slug: before.slug, known: true }
  const { known } = apply(graph, text, metadata, await readText(text, metadata), readAt)
  return { key, slug: articleIdentity(key, metadata.title).slug, known }
}

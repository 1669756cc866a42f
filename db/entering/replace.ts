// An article's Reading gives way to another of the same text: in one transaction, so that the article is never missing.
import type { ArticleMetadata, Reading } from '../../src/model/reading.ts'
import { apply, remove } from './apply.ts'
import { leaving } from './leaving.ts'
import type { Graph } from '../file/open.ts'

/** True where the graph had the article. Throws what `apply` throws; then the old Reading stays. */
export function replace(graph: Graph, text: string, metadata: ArticleMetadata, reading: Reading, readAt: string): boolean {
  return leaving(graph, () => {
    const had = remove(graph, reading.sha256)
    apply(graph, text, metadata, reading, readAt)
    return had
  })
}

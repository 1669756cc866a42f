// The texts of articles. One that does not hash to its article's key is damaged, and none of it is ever shown (DAMAGED_FILE). Those that were
// checked last are kept, with each handle: a row id is never given twice, so what it named once is what it names.
import { OnRecordError } from '../../src/model/errors.ts'
import { sha256 } from '../../src/model/keys.ts'
import type { Graph } from '../file/open.ts'
import { among, sql } from '../sql.ts'

/** UTF-16 code units of all texts kept, at most: 16 MB. */
const mostKept = 8_000_000

interface Kept {
  readonly texts: Map<number, string>
  length: number
}

const keptBy = new WeakMap<Graph, Kept>()

/** Texts by the row ids of their articles. */
export function textsOf(graph: Graph, articleIds: readonly number[]): ReadonlyMap<number, string> {
  const kept = keptBy.get(graph) ?? { texts: new Map(), length: 0 }
  keptBy.set(graph, kept)
  const found = new Map<number, string>()
  const missing: number[] = []
  for (const id of articleIds) {
    const text = kept.texts.get(id)
    if (text === undefined) missing.push(id)
    else found.set(id, text)
  }
  if (missing.length === 0) return found
  for (const { id, key, slug, text } of graph.all<{ id: number; key: string; slug: string; text: string }>(sql`SELECT id, key, slug, text FROM article WHERE ${among(sql`id`, missing)}`)) {
    graph.checkDeadline() // a hundred long texts take longer to hash than to read
    if (sha256(text) !== key) {
      throw new OnRecordError('DAMAGED_FILE', `The text of the article ${slug} is not what was read: its hash differs. Nothing of it is shown; "onrecord verify" checks the rest.`)
    }
    found.set(id, text)
    keep(kept, id, text)
  }
  return found
}

/** The first that were read go where there is no room. To go by when they were last asked for would take longer than most that is asked. */
function keep(kept: Kept, id: number, text: string): void {
  kept.texts.set(id, text)
  kept.length += text.length
  for (const [first, { length }] of kept.texts) {
    if (kept.length <= mostKept) break
    kept.texts.delete(first)
    kept.length -= length
  }
}

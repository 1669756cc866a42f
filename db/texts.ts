// The texts of articles. One that does not hash to its article's key is damaged, and none of it is ever shown (DAMAGED_FILE). Those that were
// checked last are kept, with each handle: a row id is never given twice, so what it named once is what it names.
import { OnRecordError } from '../src/model/errors.ts'
import { sha256 } from '../src/model/keys.ts'
import type { Graph } from './open.ts'
import { among, sql } from './sql.ts'

/** UTF-16 code units of all texts kept, at most: 16 MB. */
const mostKept = 8_000_000

/** Those asked for of late, and those asked for before: where the first are half of what may be kept, the second go. */
interface Kept {
  late: Map<number, string>
  length: number
  before: Map<number, string>
}

const keptBy = new WeakMap<Graph, Kept>()

/** Texts by the row ids of their articles. */
export function textsOf(graph: Graph, articleIds: readonly number[]): ReadonlyMap<number, string> {
  const kept = keptBy.get(graph) ?? { late: new Map(), length: 0, before: new Map() }
  keptBy.set(graph, kept)
  const found = new Map<number, string>()
  const missing: number[] = []
  for (const id of articleIds) {
    const text = kept.late.get(id) ?? keptBefore(kept, id)
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

function keptBefore(kept: Kept, id: number): string | undefined {
  const text = kept.before.get(id)
  if (text !== undefined) keep(kept, id, text)
  return text
}

function keep(kept: Kept, id: number, text: string): void {
  kept.late.set(id, text)
  kept.length += text.length
  if (kept.length <= mostKept / 2) return
  kept.before = kept.late
  kept.late = new Map()
  kept.length = 0
}

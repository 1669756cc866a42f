// The list of an entity, filtered by words. Each of its stretches would gather all rows that hold the words anew, which may be most of the texts.
import { hasWords, rowsWith, type TextIndex } from './full-text.ts'
import type { Graph } from './open.ts'
import type { Listed } from './rows.ts'
import type { Source } from './source.ts'
import { bindable, name, sql } from './sql.ts'
import { rowsOf } from './under-parent.ts'
import { only } from './walk.ts'

/** Rows of which each is looked for among those that hold the words, at most: that takes as long as to gather some twenty of them. */
const fewRows = 1000

const indices: Readonly<Partial<Record<Listed, TextIndex>>> = { article: 'article_text', statement: 'statement_text', relationship: 'relationship_text' }

/** The rows of one parent that hold the words; null where no index leads to them. */
export function withWords<Noun extends Listed>(graph: Graph, source: Source<Noun>, text: string | null | undefined, parents: readonly number[]): Source<Noun> | null {
  const { noun, walks = [], ofParentRow } = source
  const index = indices[noun]
  const [parent] = parents
  if (text === null || text === undefined || !ofParentRow || !index || parent === undefined || parents.length > 1) return null
  if (!walks.some(walk => walk.over) && rowsOf(graph, walks, parents) <= fewRows) {
    return { ...source, walks: walks.map(walk => only(walk, [sql`EXISTS (SELECT 1 FROM ${name(index)} WHERE ${hasWords(index, text)} AND rowid = ${walk.id})`])) }
  }
  // The parent itself in its place: what does not change from row to row is found once.
  return { noun, within: bindable(ofParentRow, 'p.value')(parent), gathered: rowsWith(index, text) }
}

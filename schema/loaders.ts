// What resolvers of several types share: rows behind references, people behind statements, words behind offsets.
import type { GraphQLResolveInfo } from 'graphql'
import { byIds, participantsOf, sentencesNumbered } from '../db/tables/lookup.ts'
import type { Graph } from '../db/file/open.ts'
import type { EntityRow, Listed, Rows, SentenceRow } from '../db/tables/rows.ts'
import { textsOf } from '../db/tables/texts.ts'
import { loadTies, type LoadedTie, type TieRow } from '../db/walks/ties.ts'
import type { StatementRole } from '../src/model/vocabulary.ts'
import { askedBelow } from './asked.ts'
import { forAll, together, togetherFlat } from './together.ts'
import type { PassageValue } from './types/refs.ts'

/** The row that a row refers to, or null where it refers to none. */
export function referenced<Row extends object, Noun extends Listed>(
  graph: Graph, row: Row, info: GraphQLResolveInfo, noun: Noun, idOf: (row: Row) => number | null,
): Rows[Noun] | null {
  return forAll(row, info.fieldName, info, (rows: readonly Row[]) => {
    const found = byIds(graph, noun, unique(rows.map(idOf)), askedBelow(info))
    return together(rows.map(each => found.get(idOf(each) ?? 0) ?? null), info)
  })
}

/** The rows that hang on a row, in their order: loaded for all rows of the flock at once, by their ids. */
export function hanging<Row extends { readonly id: number }, Value extends object>(
  row: Row, info: GraphQLResolveInfo, load: (rows: readonly Row[]) => ReadonlyMap<number, readonly Value[]>,
): Value[] {
  return forAll(row, info.fieldName, info, (rows: readonly Row[]) => {
    const found = load(rows)
    return togetherFlat(rows.map(each => found.get(each.id) ?? []), info)
  }) as Value[] // nobody changes what was loaded
}

/** Like `referenced`, for references that the database keeps whole. */
export function required<Row extends object, Noun extends Listed>(
  graph: Graph, row: Row, info: GraphQLResolveInfo, noun: Noun, idOf: (row: Row) => number | null,
): Rows[Noun] {
  const found = referenced(graph, row, info, noun, idOf)
  if (found === null) throw new Error(`A ${noun} is missing behind ${info.fieldName}.`)
  return found
}

/** Who has the role in the statement that a row leads to. */
export function castOf<Row extends object>(graph: Graph, row: Row, info: GraphQLResolveInfo, role: StatementRole, statementOf: (row: Row) => number | null): EntityRow[] {
  return forAll(row, info.fieldName, info, (rows: readonly Row[]) => {
    const found = participantsOf(graph, role, unique(rows.map(statementOf)), askedBelow(info))
    return togetherFlat(rows.map(each => found.get(statementOf(each) ?? 0) ?? []), info)
  }) as EntityRow[] // as above
}

/** One passage of a row, from a column that holds [start, end]; null where the column is empty. */
export function passageOf<Row extends { readonly article_id: number }>(row: Row, field: string, column: (row: Row) => string | null): PassageValue | null {
  return forAll(row, field, null, (rows: readonly Row[]) => together(rows.map(each => {
    const json = column(each)
    return json === null ? null : (passagesIn(`[${json}]`, each.article_id)[0] ?? null)
  })))
}

/** The passages of a row, from a column that holds [[start, end], …]. */
export function passagesOf<Row extends { readonly article_id: number }>(row: Row, field: string, column: (row: Row) => readonly (string | null)[]): readonly PassageValue[] {
  return forAll(row, field, null, (rows: readonly Row[]) => togetherFlat(rows.map(each =>
    column(each).flatMap(json => (json === null ? [] : passagesIn(json, each.article_id))))))
}

function passagesIn(json: string, article: number): readonly PassageValue[] {
  const pairs = JSON.parse(json) as readonly (readonly [number, number])[] // written by db/entering/apply.ts
  return pairs.map(([start, end]) => ({ article, start, end }))
}

/** The words that stand in a row's column of [[start, end], …], joined by " … ". */
export function wordsOf<Row extends { readonly article_id: number }>(graph: Graph, row: Row, field: string, column: (row: Row) => string): string {
  return forAll(row, `${field} words`, null, (rows: readonly Row[]) => {
    const texts = textsOf(graph, unique(rows.map(each => each.article_id)))
    return rows.map(each => {
      const text = texts.get(each.article_id) ?? ''
      return passagesIn(column(each), each.article_id).map(({ start, end }) => text.slice(start, end)).join(' … ')
    })
  })
}

/** The text of the article that a passage stands in. */
export function textBehind(graph: Graph, passage: PassageValue): string {
  return forAll(passage, 'text', null, (passages: readonly PassageValue[]) => {
    const texts = textsOf(graph, unique(passages.map(each => each.article)))
    return passages.map(each => texts.get(each.article) ?? '')
  })
}

/** The sentence that a statement or relationship begins in. */
export function sentenceOf<Row extends { readonly article_id: number; readonly sentence: number }>(graph: Graph, row: Row): SentenceRow {
  const found = forAll(row, 'sentence', null, (rows: readonly Row[]) => together(sentencesNumbered(graph, rows)))
  if (!found) throw new Error('A mark stands in no sentence.')
  return found
}

/** What ties are. Relationships and statements answer different fields, so each are bound among themselves. */
export function tiesOf(graph: Graph, ties: readonly TieRow[]): readonly LoadedTie[] {
  const loaded = loadTies(graph, ties)
  together(loaded.filter(tie => tie.noun === 'relationship').map(tie => tie.row))
  together(loaded.filter(tie => tie.noun === 'statement').map(tie => tie.row))
  return loaded
}

/** The distinct ids among some that may be missing. */
export function unique(ids: readonly (number | null)[]): readonly number[] {
  return [...new Set(ids.filter(id => id !== null))]
}

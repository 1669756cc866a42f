// What a list is of, as db/lists/sources.ts says it and db/lists/list.ts reads it.
import type { Filters } from '../../src/model/filter.ts'
import type { Listed } from '../tables/rows.ts'
import type { Sql } from '../sql.ts'
import type { Walk } from '../tables/walk.ts'

/** Only some nouns have filters. */
export type FilterOf<Noun extends Listed> = (Noun extends keyof Filters ? Filters[Noun] | null : never) | undefined

/** What a list is of: a noun, and how its rows belong to a parent (`p.value` is the parent's row id). A root list has no parent. */
export interface Source<Noun extends Listed> {
  readonly noun: Noun
  /** A condition on the row. */
  readonly within: Sql
  /** Where another table tells whose rows they are: selects their row ids as `id`, some perhaps more than once. */
  readonly gathered?: Sql
  /** How many rows there are at most, where that is known. Then they are of no parent. */
  readonly most?: number
  /** Where the list's own order is that of an index: how it is walked (db/tables/walk.ts). Then `within` says nothing. */
  readonly walks?: readonly Walk[]
  /** Where the parent is an entity: the condition that a row is of its list, for rows that were found by what a filter asks (db/lists/under-parent.ts). */
  readonly ofParent?: Sql
  /** The condition that a row of the noun itself, under its alias, is of the parent's list, for rows that were found by their words (db/lists/under-parent.ts). */
  readonly ofParentRow?: Sql
}

/** A way to the rows: how many it leads to, and the fields of the filter that it has seen to. */
export interface Way {
  readonly fields: readonly string[]
  readonly rows: number
  /** No more than that. */
  readonly isCounted?: true
  readonly walks?: readonly Walk[]
  readonly gathered?: Sql
  /** Whose rows it walks along. */
  readonly entities?: readonly number[]
  /** What is gathered is of the days that the filter asks for. */
  readonly seesDays?: boolean
  /** The condition that rows of the walks of another way are of this one, too. */
  readonly also?: Sql
  /** The entities are so many that it leads nowhere. */
  readonly isBroad?: true
  /** Of which part of the filter it is (db/lists/drive.ts). */
  readonly part?: number
}

// A tie is a relationship or a statement: the same filter says two things. What only one of them has, the other never matches.
import type { TieFilter } from '../../src/model/filter.ts'
import { among, sql, type Sql } from '../sql.ts'
import type { Conditions } from './condition.ts'
import { relationshipConditions } from './relationship.ts'
import { statementConditions } from './statement.ts'

/** Unlike `always`, these say something, of which "not" is the opposite. */
const holds = sql`TRUE`
const never = sql`FALSE`

function ifKind(kinds: readonly string[], kind: string): Sql {
  return kinds.includes(kind) ? holds : never
}

export const tieAsRelationship: Conditions<TieFilter> = {
  kind: kinds => ifKind(kinds, 'RELATIONSHIP'),
  voice: relationshipConditions.voice,
  modality: relationshipConditions.modality,
  accordingTo: relationshipConditions.accordingTo,
  article: relationshipConditions.article,
  on: relationshipConditions.on,
  minConfidence: relationshipConditions.minConfidence,
  relationshipType: types => among(sql`r.type`, types),
  act: () => never,
}

export const tieAsStatement: Conditions<TieFilter> = {
  kind: kinds => ifKind(kinds, 'STATEMENT'),
  voice: statementConditions.voice,
  modality: statementConditions.modality,
  accordingTo: statementConditions.accordingTo,
  article: statementConditions.article,
  on: statementConditions.madeOn,
  minConfidence: statementConditions.minConfidence,
  relationshipType: () => never,
  act: statementConditions.act,
}

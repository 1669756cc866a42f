// What lists are of: how the rows of each belong to their parent, whose row id is `p.value` (see db/list.ts).
import type { Side } from '../src/model/filter.ts'
import { statementRoles, wordsOf, type EntityKind, type Modality, type RelationshipType, type StatementRole, type Voice } from '../src/model/vocabulary.ts'
import type { Source } from './list.ts'
import { mentionIn } from './mentions.ts'
import type { Listed } from './rows.ts'
import { always, among, sql, type Sql } from './sql.ts'

/** Everything of a noun; entities may be of one kind. */
export function all<Noun extends Listed>(noun: Noun): Source<Noun> {
  return { noun, within: always }
}

export function entitiesOfKind(kind: EntityKind): Source<'entity'> {
  return { noun: 'entity', within: sql`e.kind = ${kind}` }
}

export const mentionsOfEntity: Source<'mention'> = {
  noun: 'mention',
  within: always,
  gathered: sql`SELECT own.id FROM appearance a CROSS JOIN mention own ON ${mentionIn(sql`own`, sql`a.article_id`)} AND own.entity_id = a.entity_id
    WHERE a.entity_id = p.value AND a.mentions > 0`,
}

export const articlesOfEntity: Source<'article'> = {
  noun: 'article',
  within: always,
  gathered: sql`SELECT article_id AS id FROM appearance WHERE entity_id = p.value AND mentions > 0`,
  ranges: [{ table: sql`appearance own`, id: sql`own.article_id`, sort: sql`own.sort`, where: sql`own.entity_id = p.value AND own.mentions > 0` }],
}

/** Statements in which the entity has one of the roles; without roles, any. */
export function statementsOfEntity(roles: readonly StatementRole[] | null | undefined): Source<'statement'> {
  return {
    noun: 'statement',
    within: always,
    gathered: sql`SELECT DISTINCT own.statement_id AS id FROM statement_entity own WHERE own.entity_id = p.value AND ${inRoles(roles)}`,
    ranges: [...new Set(roles ?? wordsOf(statementRoles))].map(role => (
      { table: sql`statement_entity own`, id: sql`own.statement_id`, sort: sql`own.sort`, where: sql`own.entity_id = p.value AND own.role = ${role}` })),
  }
}

/** A country's row ids and those of all who speak for it: who is known to, and whom an article names so in its own word. */
const voicesOfCountry = sql`SELECT p.value AS id UNION SELECT id FROM entity WHERE speaks_for_id = p.value
  UNION SELECT subject_id FROM relationship WHERE object_id = p.value AND type IN ('HOLDS_OFFICE', 'REPRESENTS', 'LEADS')
    AND voice = 'ARTICLE' AND modality = 'ACTUAL'`

/** As `statementsOfEntity`, of a country and all who speak for it. */
export function statementsOfCountry(roles: readonly StatementRole[] | null | undefined): Source<'statement'> {
  const gathered = sql`SELECT DISTINCT own.statement_id AS id FROM (${voicesOfCountry}) voice CROSS JOIN statement_entity own
    ON own.entity_id = voice.id AND ${inRoles(roles)}`
  return { noun: 'statement', within: always, gathered }
}

function inRoles(roles: readonly StatementRole[] | null | undefined): Sql {
  return roles ? among(sql`own.role`, roles) : always
}

export function relationshipsOfEntity(side: Side): Source<'relationship'> {
  if (side === 'OUT') return { noun: 'relationship', within: sql`r.subject_id = p.value` }
  if (side === 'IN') return { noun: 'relationship', within: sql`r.object_id = p.value` }
  const gathered = sql`SELECT id FROM relationship WHERE subject_id = p.value UNION SELECT id FROM relationship WHERE object_id = p.value`
  const ranges = [sql`own.subject_id = p.value`, sql`own.object_id = p.value`].map(where => ({ table: sql`relationship own`, id: sql`own.id`, sort: sql`own.sort`, where }))
  return { noun: 'relationship', within: always, gathered, ranges }
}

/** As `relationshipsOfEntity`, of a country and all who speak for it. */
export function relationshipsOfCountry(side: Side): Source<'relationship'> {
  const asSubject = sql`SELECT r.id FROM (${voicesOfCountry}) voice CROSS JOIN relationship r ON r.subject_id = voice.id`
  const asObject = sql`SELECT r.id FROM (${voicesOfCountry}) voice CROSS JOIN relationship r ON r.object_id = voice.id`
  const gathered = { OUT: sql`SELECT DISTINCT id FROM (${asSubject})`, IN: sql`SELECT DISTINCT id FROM (${asObject})`, ANY: sql`${asSubject} UNION ${asObject}` }
  return { noun: 'relationship', within: always, gathered: gathered[side] }
}

/** Entities of a kind whose country the parent is. */
export function entitiesOfCountry(kind: EntityKind): Source<'entity'> {
  return { noun: 'entity', within: sql`e.country_id = p.value AND e.kind = ${kind}` }
}

/** Entities that a relationship of such a type, voice and modality makes members of the parent. */
export function membersOf(type: RelationshipType, voices: readonly Voice[], modalities: readonly Modality[]): Source<'entity'> {
  return {
    noun: 'entity',
    within: always,
    gathered: sql`SELECT DISTINCT r.subject_id AS id FROM relationship r WHERE r.object_id = p.value AND r.type = ${type}
      AND ${among(sql`r.voice`, voices)} AND ${among(sql`r.modality`, modalities)}`,
  }
}

export const entitiesOfArticle: Source<'entity'> = {
  noun: 'entity',
  within: always,
  gathered: sql`SELECT entity_id AS id FROM appearance WHERE article_id = p.value AND mentions > 0`,
}

/** Mentions, statements, relationships or remarks that stand in the article. */
export function standingIn<Noun extends 'mention' | 'statement' | 'relationship' | 'remark'>(noun: Noun): Source<Noun> {
  const within = {
    mention: mentionIn(sql`m`, sql`p.value`),
    statement: sql`s.article_id = p.value`,
    relationship: sql`r.article_id = p.value`,
    remark: sql`k.article_id = p.value`,
  }
  return { noun, within: within[noun] }
}

// What lists are of: how the rows of each belong to their parent, whose row id is `p.value` (see db/lists/list.ts).
import type { Side } from '../../src/model/filter.ts'
import { entityKinds, statementRoles, wordsOf, type EntityKind, type StatementRole } from '../../src/model/vocabulary.ts'
import type { Source } from './source.ts'
import type { Over, Walk } from '../tables/walk.ts'
import { mentionIn, mentionOf } from '../tables/mentions.ts'
import { tables, type Listed } from '../tables/rows.ts'
import { articleSortLength } from '../tables/sort.ts'
import { always, among, sql, type Sql } from '../sql.ts'

const isParent = (column: Sql): Sql => sql`${column} = p.value`

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
  walks: [mentionsIn(sql`appearance own CROSS JOIN mention m ON ${mentionOf(sql`m`, sql`own.article_id`, sql`own.entity_id`)}`,
    sql`own.entity_id = p.value AND own.mentions > 0`)],
}

/** Article after article in their order (`own.sort`), each in the order of its text. */
function mentionsIn(rows: Sql, where: Sql): Walk {
  return {
    tables: rows, where, id: sql`m.id`, sort: sql`m.sort`, by: [sql`own.sort`, sql`m.id`], whole: true,
    from: (further, place) => sql`own.sort ${further}= ${place.slice(0, articleSortLength)}`,
  }
}

export const articlesOfEntity: Source<'article'> = {
  noun: 'article',
  within: always,
  walks: [articlesWith(sql`p.value`)],
  ofParent: mentionsAny(isParent),
  ofParentRow: sql`EXISTS (SELECT 1 FROM appearance also WHERE also.article_id = a.id AND also.entity_id = p.value AND also.mentions > 0)`,
}

/** The articles that mention an entity. */
export function articlesWith(entity: Sql | number): Walk {
  return { tables: sql`appearance own`, where: sql`own.entity_id = ${entity} AND own.mentions > 0`, id: sql`own.article_id`, sort: sql`own.sort`, skips: true, whose: { entity, role: 'MENTIONED' } }
}

/** The condition that the article of a walk's row mentions whoever is meant. */
export function mentionsAny(isMeant: (column: Sql) => Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM appearance also WHERE ${isMeant(sql`also.entity_id`)} AND also.sort = own.sort AND also.mentions > 0)`
}

/** Statements in which the entity has one of the roles; without roles, any. */
export function statementsOfEntity(roles: readonly StatementRole[] | null | undefined): Source<'statement'> {
  const [role] = roles ?? []
  return role && roles?.length === 1 ? statementsInRole[role] : statementsInRoles(roles)
}

function statementsInRoles(roles: readonly StatementRole[] | null | undefined): Source<'statement'> {
  const each = eachRole(roles)
  return { noun: 'statement', within: always, walks: each.map(role => statementsIn(role, sql`p.value`)), ofParent: hasPart(each, isParent), ofParentRow: isPartOf(each, isParent) }
}

/** The statements in which an entity has a role. */
export function statementsIn(role: StatementRole, entity: Sql | number): Walk {
  return { tables: sql`statement_entity own`, where: sql`own.entity_id = ${entity} AND own.role = ${role}`, id: sql`own.statement_id`, sort: sql`own.sort`, madeOn: sql`own.made_on`, whose: { entity, role } }
}

/** The condition that in the statement of a walk's row whoever is meant has one of the roles. */
export function hasPart(roles: readonly StatementRole[], isMeant: (column: Sql) => Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM statement_entity also WHERE ${isMeant(sql`also.entity_id`)} AND ${among(sql`also.role`, roles)} AND also.sort = own.sort)`
}

/** The condition that in a statement whoever is meant has one of the roles. */
function isPartOf(roles: readonly StatementRole[], isMeant: (column: Sql) => Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM statement_entity also WHERE also.statement_id = s.id AND ${among(sql`also.role`, roles)} AND ${isMeant(sql`also.entity_id`)})`
}

/** The same each time, so that statements for it are made once (db/lists/list.ts). */
const statementsInRole = Object.fromEntries(wordsOf(statementRoles).map(role => [role, statementsInRoles([role])])) as Readonly<Record<StatementRole, Source<'statement'>>> // every role

function eachRole(roles: readonly StatementRole[] | null | undefined): readonly StatementRole[] {
  return roles ? [...new Set(roles)] : wordsOf(statementRoles)
}

/** A country's row ids and those of all who speak for it: who is known to, and whom an article names so in its own word, and not as a former one (docs/reading.md). */
const voicesOfCountry = sql`SELECT p.value AS id UNION SELECT id FROM entity WHERE speaks_for_id = p.value
  UNION SELECT subject_id FROM relationship WHERE object_id = p.value AND type IN ('HOLDS_OFFICE', 'REPRESENTS', 'LEADS')
    AND voice = 'ARTICLE' AND modality = 'ACTUAL' AND coalesce(role, '') NOT LIKE 'Former %'`

const voices: Over = { ids: voicesOfCountry, alias: sql`voice` }

/** As `statementsOfEntity`, of a country and all who speak for it. */
export function statementsOfCountry(roles: readonly StatementRole[] | null | undefined): Source<'statement'> {
  const each = eachRole(roles)
  return {
    noun: 'statement', within: always, walks: each.map(role => ({ ...statementsIn(role, sql`voice.id`), over: voices })),
    ofParentRow: isPartOf(each, column => sql`${column} IN (${voicesOfCountry})`),
  }
}

export function relationshipsOfEntity(side: Side): Source<'relationship'> {
  return { noun: 'relationship', within: always, walks: relationshipsAt(side, sql`p.value`), ofParent: standsAt(side, isParent), ofParentRow: standsAt(side, isParent) }
}

/** The condition that whoever is meant stands at a side of a relationship. */
export function standsAt(side: Side, isMeant: (column: Sql) => Sql): Sql {
  const [out, back] = [isMeant(sql`r.subject_id`), isMeant(sql`r.object_id`)]
  return side === 'ANY' ? sql`(${out} OR ${back})` : side === 'OUT' ? out : back
}

/** The relationships of an entity, seen from it. */
export function relationshipsAt(side: Side, entity: Sql | number): readonly Walk[] {
  return [
    ...(side === 'IN' ? [] : [{ ...rowsOf('relationship', sql`r.subject_id = ${entity}`), whose: { entity, role: 'SUBJECT' as const } }]),
    ...(side === 'OUT' ? [] : [{ ...rowsOf('relationship', sql`r.object_id = ${entity}`), whose: { entity, role: 'OBJECT' as const } }]),
  ]
}

/** The rows of a noun for which an index of (what the condition compares, sort) stands. */
export function rowsOf(noun: Listed, where: Sql): Walk {
  const { table, alias, sort } = tables[noun]
  return { tables: table, where, id: sql`${alias}.id`, sort, whole: true }
}

/** As `relationshipsOfEntity`, of a country and all who speak for it. */
export function relationshipsOfCountry(side: Side): Source<'relationship'> {
  return {
    noun: 'relationship', within: always, walks: relationshipsAt(side, sql`voice.id`).map(walk => ({ ...walk, over: voices })),
    ofParentRow: standsAt(side, column => sql`${column} IN (${voicesOfCountry})`),
  }
}

/** Entities of a kind whose country the parent is. */
export function entitiesOfCountry(kind: EntityKind): Source<'entity'> {
  return kindsOfCountry[kind]
}

const kindsOfCountry = Object.fromEntries(wordsOf(entityKinds).map((kind): [EntityKind, Source<'entity'>] =>
  [kind, { noun: 'entity', within: always, walks: [rowsOf('entity', sql`e.country_id = p.value AND e.kind = ${kind}`)] }])) as Readonly<Record<EntityKind, Source<'entity'>>> // every kind

export const entitiesOfArticle: Source<'entity'> = {
  noun: 'entity',
  within: always,
  gathered: sql`SELECT entity_id AS id FROM appearance WHERE article_id = p.value AND mentions > 0`,
}

/** The others that came from the same address, to the letter. */
export const versionsOfArticle: Source<'article'> = {
  noun: 'article',
  within: always,
  walks: [rowsOf('article', sql`a.url = (SELECT url FROM article WHERE id = p.value) AND a.id <> p.value`)],
}

/** Mentions, statements, relationships or remarks that stand in the article. Of what begins in a sentence the place begins with that of the sentence. */
export const standingIn = {
  mention: standing('mention', mentionIn(sql`m`, sql`p.value`), [sql`m.id`]),
  statement: standing('statement', sql`s.article_id = p.value`, [sql`s.sentence`, sql`s.sort`]),
  relationship: standing('relationship', sql`r.article_id = p.value`, [sql`r.sentence`, sql`r.sort`]),
  remark: standing('remark', sql`k.article_id = p.value`, [sql`k.sort`]),
} as const

function standing<Noun extends Listed>(noun: Noun, where: Sql, by: readonly Sql[]): Source<Noun> {
  return { noun, within: always, walks: [{ ...rowsOf(noun, where), by }] }
}

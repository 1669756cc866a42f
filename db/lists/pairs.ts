// What two entities have a part in together: an index holds it in the order of lists, so that nothing that only one of them has a part in is looked at.
import { saidAbout } from '../tables/said-about.ts'
import type { Way } from './source.ts'
import { sql, type Sql } from '../sql.ts'
import type { Role, Walk } from '../tables/walk.ts'

/** The fields of a filter that ask for the other of a pair. */
const across: Readonly<Partial<Record<Role, readonly string[]>>> = { SPEAKER: ['about'], ABOUT: ['speaker'], SUBJECT: ['object', 'with'], OBJECT: ['subject', 'with'] }

export function isOfTies(role: Role): boolean {
  return role === 'SUBJECT' || role === 'OBJECT'
}

/** Of the ways that are left the one that makes pairs with whoever has the role. */
export function partnerOf(role: Role, ways: readonly Way[], entities: readonly number[]): Way | undefined {
  const way = ways.find(({ fields, entities: others }) => others && fields.length === 1 && across[role]?.includes(fields[0] ?? ''))
  // What somebody does to themselves is no tie.
  const isSelf = isOfTies(role) && way?.entities?.some(each => entities.includes(each))
  return isSelf ? undefined : way
}

/** Where one has that role, and the other the one across from it. */
export function pair(role: Role, one: Sql | number, other: Sql | number): Walk {
  if (role === 'SPEAKER') return saidAbout(one, other)
  if (role === 'ABOUT') return saidAbout(other, one)
  return {
    tables: sql`tie own CROSS JOIN relationship r ON r.id = own.relationship_id`, where: sql`own.from_id = ${one} AND own.to_id = ${other} AND own.forwards = ${role === 'SUBJECT' ? 1 : 0}`,
    id: sql`r.id`, sort: sql`own.sort`, whole: true,
  }
}

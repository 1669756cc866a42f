// Rows by the key in their global id.
import { placeOfMention } from '../src/model/identity.ts'
import { tables } from './rows.ts'
import { among, sql, type Sql } from './sql.ts'

export type Keyed = 'entity' | 'article' | 'mention' | 'statement' | 'relationship'

/** The condition that the row under the noun's alias has one of the keys. A mention's key tells its article and place, and is kept nowhere. */
export function hasKey(noun: Keyed, keys: readonly string[]): Sql {
  if (noun !== 'mention') return among(sql`${tables[noun].alias}.key`, keys)
  const places = keys.flatMap(key => placeOfMention(key) ?? [])
  return sql`m.id IN (SELECT own.id FROM json_each(${JSON.stringify(places)}) k
    CROSS JOIN article whole ON whole.key > k.value ->> 'digits' AND whole.key < (k.value ->> 'digits') || 'g'
    CROSS JOIN mention own ON own.article_id = whole.id AND own.start = k.value ->> 'start' AND own.end = k.value ->> 'end')`
}

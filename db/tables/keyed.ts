// Rows by the key in their global id.
import { placeOfMention } from '../../src/model/identity.ts'
import { articleDigitsOf } from '../../src/model/keys.ts'
import { tables } from './rows.ts'
import { among, name, sql, type Sql } from '../sql.ts'
import { mentionIn } from './mentions.ts'

const wholeArticle = sql`CROSS JOIN article whole ON whole.key > k.value ->> 'digits' AND whole.key < (k.value ->> 'digits') || 'g'`

export type Keyed = 'entity' | 'article' | 'mention' | 'statement' | 'relationship'

/** The condition that the row under the noun's alias has one of the keys. The key of what stands in an article tells the article; a mention's tells its place, too, and is kept nowhere. */
export function hasKey(noun: Keyed, keys: readonly string[]): Sql {
  if (noun === 'entity' || noun === 'article') return among(sql`${tables[noun].alias}.key`, keys)
  if (noun !== 'mention') {
    const parts = keys.map(key => ({ digits: articleDigitsOf(key), key }))
    return sql`${tables[noun].alias}.id IN (SELECT own.id FROM json_each(${JSON.stringify(parts)}) k ${wholeArticle}
      CROSS JOIN ${name(noun)} own ON own.article_id = whole.id AND own.key = k.value ->> 'key')`
  }
  const places = keys.flatMap(key => placeOfMention(key) ?? [])
  return sql`m.id IN (SELECT own.id FROM json_each(${JSON.stringify(places)}) k
    ${wholeArticle}
    CROSS JOIN mention own ON ${mentionIn(sql`own`, sql`whole.id`)} AND +own.start = k.value ->> 'start' AND +own.end = k.value ->> 'end')`
}

import type { ArticleFilter, MentionFilter } from '../../src/model/filter.ts'
import { among, every, sql } from '../sql.ts'
import { folded, hasId, holds, isOfSuch, isSuch, overlaps, standsIn, type Conditions } from './condition.ts'

export const articleConditions: Conditions<ArticleFilter> = {
  id: ids => hasId('article', 'Article', ids),
  slug: slugs => among(sql`a.slug`, slugs),
  publisher: publishers => among(sql`a.publisher`, publishers),
  url: urls => among(sql`a.url`, urls),
  publishedOn: range => every([standsIn(sql`a.sort`, range), overlaps(sql`a.published_on`, sql`a.published_on`, range, 'publishedOn')]),
  mentions: (filter, where) => (where.first
    ? sql`EXISTS (SELECT 1 FROM appearance own CROSS JOIN entity e ON e.id = own.entity_id WHERE own.article_id = a.id AND own.mentions > 0 AND ${where('entity', filter)})`
    : sql`a.id IN (SELECT article_id FROM appearance WHERE mentions > 0 AND entity_id IN (SELECT e.id FROM entity e WHERE ${where.all('entity', filter)}))`),
  text: text => holds(sql`a.id`, 'article_text', text),
}

export const mentionConditions: Conditions<MentionFilter> = {
  id: ids => hasId('mention', 'Mention', ids),
  text: text => sql`instr(fold(m.text), ${folded(text, 'text')}) > 0`,
  form: forms => among(sql`m.form`, forms),
  entity: (filter, where) => isSuch(sql`m.entity_id`, filter, where),
  article: (filter, where) => isOfSuch(sql`m`, filter, where),
}

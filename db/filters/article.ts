import type { ArticleFilter, MentionFilter } from '../../src/model/filter.ts'
import { among, sql } from '../sql.ts'
import { folded, hasId, holds, overlaps, type Conditions } from './condition.ts'

export const articleConditions: Conditions<ArticleFilter> = {
  id: ids => hasId('article', 'Article', ids),
  slug: slugs => among(sql`a.slug`, slugs),
  publisher: publishers => among(sql`a.publisher`, publishers),
  publishedOn: range => overlaps(sql`a.published_on`, sql`a.published_on`, range, 'publishedOn'),
  mentions: (filter, where) => sql`a.id IN (SELECT article_id FROM appearance WHERE mentions > 0 AND entity_id IN
    (SELECT e.id FROM entity e WHERE ${where('entity', filter)}))`,
  text: text => holds(sql`a.id`, 'article_text', text),
}

export const mentionConditions: Conditions<MentionFilter> = {
  id: ids => hasId('mention', 'Mention', ids),
  text: text => sql`instr(fold(m.text), ${folded(text, 'text')}) > 0`,
  form: forms => among(sql`m.form`, forms),
  entity: (filter, where) => sql`m.entity_id IN (SELECT e.id FROM entity e WHERE ${where('entity', filter)})`,
  article: (filter, where) => sql`m.article_id IN (SELECT a.id FROM article a WHERE ${where('article', filter)})`,
}

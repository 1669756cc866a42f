// Mentions: words in a text that mean an entity.
import type { MentionRow } from '../../db/tables/rows.ts'
import { globalId } from '../../src/model/ids.ts'
import { reads } from '../asked.ts'
import { required } from '../loaders.ts'
import { forAll, together } from '../together.ts'
import { MentionForm } from './enums.ts'
import { Basis, Entity, Mention, Node, Passage } from './refs.ts'

Mention.implement({
  description: 'Words in an article that mean an entity. Which one is a decision, with a reason and a confidence.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ extensions: reads('key'), description: 'Made of the article and the passage.', resolve: mention => globalId('Mention', mention.key) }),
    entity: t.field({ extensions: reads('entity_id'), type: Entity, description: 'Whom or what they mean.', resolve: (mention, _, { graph }, info) => required(graph, mention, info, 'entity', each => each.entity_id) }),
    passage: t.field({
      extensions: reads('start', 'end'),
      type: Passage,
      description: 'The words.',
      resolve: (mention, _, __, info) => forAll(mention, 'passage', info, (all: readonly MentionRow[]) =>
        together(all.map(({ article_id: article, start, end }) => ({ article, start, end })), info)),
    }),
    form: t.expose('form', { type: MentionForm, description: 'How the text speaks of it.' }),
    basis: t.field({ extensions: reads('rule', 'reason', 'confidence'), type: Basis, description: 'Why they mean that entity.', resolve: mention => mention }),
  }),
})

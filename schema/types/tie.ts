// What relationships and statements have in common: they bind entities, and somebody's word stands behind them.
import { Basis, Entity, Node, Passage, Article, Tie } from './refs.ts'
import { typenameOf } from '../builder.ts'
import { Modality, Voice } from './enums.ts'

Tie.implement({
  description: 'What binds entities, with its evidence: a relationship, or a statement from speaker to addressee or target.',
  interfaces: [Node],
  resolveType: tie => typenameOf(tie),
  // The two types that are ties answer these fields themselves.
  fields: t => ({
    id: t.id({ description: 'Opaque and stable.', resolve: unanswered }),
    label: t.string({ description: "The article's own words for it.", resolve: unanswered }),
    voice: t.field({ type: Voice, description: 'Whose word it is.', resolve: unanswered }),
    claimedBy: t.field({ type: [Entity], description: "Who claims it. Empty: the article's own word, or hearsay; `voice` tells which.", resolve: unanswered }),
    modality: t.field({ type: Modality, description: 'What is said about it.', resolve: unanswered }),
    evidence: t.field({ type: [Passage], description: 'Where it stands written. Never empty.', resolve: unanswered }),
    article: t.field({ type: Article, description: 'Where it stands.', resolve: unanswered }),
    basis: t.field({ type: Basis, description: 'Why it is here.', resolve: unanswered }),
  }),
})

function unanswered(): never {
  throw new Error('Relationship and Statement answer the fields of Tie.')
}

// The closed sets of the model as GraphQL enums, with the model's own descriptions.
import { orders } from '../../db/lists/orders.ts'
import { groupings } from '../../db/lists/groups.ts'
import {
  attributions, entityKinds, mentionForms, modalities, relationshipTypes, speechActs, statementKinds, statementRoles, voices, wordsOf,
} from '../../src/model/vocabulary.ts'
import { builder } from '../builder.ts'
import type { EnumRef } from '@pothos/core'

export const EntityKind = vocabulary('EntityKind', 'What an entity is. May grow.', entityKinds)
export const MentionForm = vocabulary('MentionForm', 'How a text speaks of an entity.', mentionForms)
export const Voice = vocabulary('Voice', 'Whose word it is.', voices)
export const Modality = vocabulary('Modality', 'What is said about the content, not whether it is true.', modalities)
export const StatementKind = vocabulary('StatementKind', 'How much of the content is quoted.', statementKinds)
export const StatementRole = vocabulary('StatementRole', 'What an entity is to a statement.', statementRoles)
export const Attribution = vocabulary('Attribution', 'How the speaker is known.', attributions)
export const SpeechAct = vocabulary('SpeechAct', 'What is done by saying it. May grow.', speechActs)
export const RelationshipType = vocabulary('RelationshipType', 'Lasting ties in the terms of Popolo, deeds in the sixteen event types of PLOVER (successor of CAMEO), and three for what neither has. May grow.', relationshipTypes)

export const Side = vocabulary('Direction', 'Which way a relationship is looked at from an entity.', {
  OUT: 'The entity is the subject.',
  IN: 'The entity is the object.',
  ANY: 'The entity is the subject or the object.',
})
export const OrderDirection = vocabulary('OrderDirection', 'Which end of an order comes first.', {
  ASC: 'The least, the earliest, A first.',
  DESC: 'The greatest, the latest, Z first.',
})
export const TieKind = vocabulary('TieKind', 'The two kinds of ties.', {
  RELATIONSHIP: 'A relationship with an object.',
  STATEMENT: 'A statement from a speaker to an addressee or target.',
})
export const SearchKind = vocabulary('SearchKind', 'What search can find.', {
  ...entityKinds,
  ARTICLE: 'An article, by its title and text.',
  STATEMENT: 'A statement, by its content.',
})
export const Searched = vocabulary('Searched', 'How far a search for paths went.', {
  COMPLETE: 'All there is within reach was searched, or as many paths found as were asked for.',
  LENGTH_LIMIT: 'No further path within maxLength; longer ones may exist.',
  NODE_BUDGET: 'Stopped at the bound of entities or steps looked at; other paths may exist, shorter ones too.',
  DEADLINE: 'Stopped by the time limit, with the paths found by then; others may exist.',
})

export const EntityOrderField = vocabulary('EntityOrderField', 'What entities are ordered by.', described(orders.entity, {
  NAME: 'The canonical name, without case and accents.',
  KIND: 'The kind.',
  STARTS_ON: 'Events: when they start; undated last.',
  COUNTRY: 'The name of the country; those without one last.',
  MENTIONS: 'How many mentions.',
  STATEMENTS: 'How many statements they make.',
  SAID_ABOUT: 'How many statements address them, aim at them or are about them.',
  RELATIONSHIPS: 'How many relationships.',
  ARTICLES: 'How many articles mention them.',
}))
export const ArticleOrderField = vocabulary('ArticleOrderField', 'What articles are ordered by.', described(orders.article, {
  PUBLISHED_ON: 'When they were published; undated last.',
  TITLE: 'The title.',
  PUBLISHER: 'The publisher; those without one last.',
  STATEMENTS: 'How many statements.',
  MENTIONS: 'How many mentions.',
}))
export const StatementOrderField = vocabulary('StatementOrderField', 'What statements are ordered by.', described(orders.statement, {
  MADE_ON: 'When they were made, as far as the text says; undated last.',
  PUBLISHED_ON: 'When their article was published; undated last.',
  SPEAKER: 'The name of the first speaker; hearsay last.',
  ACT: 'The speech act.',
  CONFIDENCE: 'How sure the reading is.',
  RELATIONSHIPS: 'How many relationships they claim.',
}))
export const RelationshipOrderField = vocabulary('RelationshipOrderField', 'What relationships are ordered by.', described(orders.relationship, {
  STARTS_ON: 'When they start; undated last.',
  PUBLISHED_ON: 'When their article was published; undated last.',
  SUBJECT: 'The name of the subject.',
  OBJECT: 'The name of the object; those without one last.',
  TYPE: 'The type.',
  CONFIDENCE: 'How sure the reading is.',
}))

const dateGroups = {
  YEAR: 'The year; null where there is no date.',
  MONTH: 'The month, YYYY-MM; null where the date is no more exact than a year.',
  DAY: 'The day, YYYY-MM-DD; null where the date is no more exact than a month.',
}
export const StatementGrouping = vocabulary('StatementGrouping', 'What statements are counted by. Their date is when they were made, else when their article was published, which may be supplied (`Article.supplied`).', described(groupings.statement, {
  SPEAKER: 'Who says it; null: hearsay.',
  ADDRESSEE: 'Whom it is said to.',
  TARGET: 'Whom it is aimed at.',
  ABOUT: 'What it is about.',
  ACT: 'The speech act.',
  KIND: 'Direct, mixed or indirect.',
  VOICE: 'Whose word it is that it was said.',
  MODALITY: 'The modality of the saying.',
  ATTRIBUTION: 'How the speaker is known.',
  ARTICLE: 'The article.',
  PUBLISHER: 'The publisher of the article.',
  ...dateGroups,
}))
export const RelationshipGrouping = vocabulary('RelationshipGrouping', 'What relationships are counted by.', described(groupings.relationship, {
  TYPE: 'The type.',
  SUBJECT: 'The subject.',
  OBJECT: 'The object; null where the text names none.',
  VOICE: 'Whose word it is.',
  CLAIMANT: "Who claims it; null: the article's own word, or hearsay.",
  MODALITY: 'The modality.',
  ARTICLE: 'The article.',
  ...dateGroups,
}))
export const EntityGrouping = vocabulary('EntityGrouping', 'What entities are counted by.', described(groupings.entity, {
  KIND: 'The kind.',
  COUNTRY: 'The country; null where none is known.',
}))
export const ArticleGrouping = vocabulary('ArticleGrouping', 'What articles are counted by.', described(groupings.article, {
  PUBLISHER: 'The publisher; null where none is known.',
  YEAR: dateGroups.YEAR,
  MONTH: dateGroups.MONTH,
}))

function vocabulary<Word extends string>(name: string, description: string, words: Readonly<Record<Word, string>>): EnumRef<(typeof builder)['$inferSchemaTypes'], Word, Word> {
  const values = Object.fromEntries(wordsOf(words).map(word => [word, { value: word, description: words[word] }]))
  return builder.enumType(name, { description, values }) as unknown as EnumRef<(typeof builder)['$inferSchemaTypes'], Word, Word> // fromEntries forgets which words there are
}

/** The descriptions of exactly the words that the database knows. */
function described<Word extends string>(_known: Readonly<Record<Word, unknown>>, descriptions: Readonly<Record<Word, string>>): Readonly<Record<Word, string>> {
  return descriptions
}

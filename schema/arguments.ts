// Arguments that many fields share, described once.
import type { ArgBuilder } from '@pothos/core'
import { builder } from './builder.ts'
import {
  ArticleOrderField, EntityOrderField, OrderDirection, RelationshipOrderField, StatementOrderField,
} from './types/enums.ts'
import { ArticleFilter, EntityFilter, MentionFilter, RelationshipFilter, StatementFilter } from './types/filters.ts'

type Types = (typeof builder)['$inferSchemaTypes']
type ArgumentBuilder = ArgBuilder<Types>

const cursor = 'A cursor of this list, or of another list of the same things, in this order: the page begins behind that place. BAD_CURSOR otherwise.'
const by = 'The field to compare.'
const direction = 'Which end comes first.'
const order = 'The order; without one, entities by slug, all else by the newest article and then its text.'

const EntityOrder = builder.inputType('EntityOrder', {
  description: 'An order of entities.',
  fields: t => ({
    field: t.field({ type: EntityOrderField, required: true, description: by }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: direction }),
  }),
})
const ArticleOrder = builder.inputType('ArticleOrder', {
  description: 'An order of articles.',
  fields: t => ({
    field: t.field({ type: ArticleOrderField, required: true, description: by }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: direction }),
  }),
})
const StatementOrder = builder.inputType('StatementOrder', {
  description: 'An order of statements.',
  fields: t => ({
    field: t.field({ type: StatementOrderField, required: true, description: by }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: direction }),
  }),
})
const RelationshipOrder = builder.inputType('RelationshipOrder', {
  description: 'An order of relationships.',
  fields: t => ({
    field: t.field({ type: RelationshipOrderField, required: true, description: by }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: direction }),
  }),
})

/** `first` with `after`, or `last` with `before`. */
export function pageArguments(arg: ArgumentBuilder) {
  return {
    ...forwardArguments(arg),
    last: arg.int({ description: 'So many rows before `before`, or from the end; 1 to 100; not together with `first`.' }),
    before: arg.string({ description: cursor.replace('begins behind', 'ends before') }),
  }
}

export function forwardArguments(arg: ArgumentBuilder) {
  return {
    first: arg.int({ description: 'So many rows after `after`, or from the beginning; 1 to 100, 20 where nothing is said. BAD_PAGE_SIZE otherwise.' }),
    after: arg.string({ description: cursor }),
  }
}

export function entityArguments(arg: ArgumentBuilder) {
  return { filter: arg({ type: EntityFilter, description: 'Which entities.' }), orderBy: arg({ type: EntityOrder, description: order }), ...pageArguments(arg) }
}

export function articleArguments(arg: ArgumentBuilder) {
  return { filter: arg({ type: ArticleFilter, description: 'Which articles.' }), orderBy: arg({ type: ArticleOrder, description: order }), ...pageArguments(arg) }
}

export function statementArguments(arg: ArgumentBuilder) {
  return { filter: arg({ type: StatementFilter, description: 'Which statements.' }), orderBy: arg({ type: StatementOrder, description: order }), ...pageArguments(arg) }
}

export function relationshipArguments(arg: ArgumentBuilder) {
  return { filter: arg({ type: RelationshipFilter, description: 'Which relationships.' }), orderBy: arg({ type: RelationshipOrder, description: order }), ...pageArguments(arg) }
}

export function mentionArguments(arg: ArgumentBuilder) {
  return { filter: arg({ type: MentionFilter, description: 'Which mentions.' }), ...pageArguments(arg) }
}

// The subscriptions: what comes into the graph, as it comes, numbered so that who was away can go on where they left off.
import { arrivalNumbered, arrivalsAfter, lastArrival, type Arriving } from '../../db/lists/arrivals.ts'
import type { Rows } from '../../db/tables/rows.ts'
import { builder } from '../builder.ts'
import type { Arrival, Context, Followed } from '../context.ts'
import type * as Model from '../../src/model/filter.ts'
import { StatementFilter } from './filters.ts'
import { Article, Statement } from './refs.ts'

const number = 'Growing, in the order of arrival, and never given twice in this database: give it as `after` to go on behind it. No part of any id.'
const after = 'The `number` of an event: first comes what came after it, then what comes. "0": from the beginning; null: only what comes. BAD_CURSOR where it was never given.'

const ArticleRead = builder.objectRef<Arrival<Rows['article']>>('ArticleRead').implement({
  description: 'An article came into the graph.',
  fields: t => ({
    number: t.string({ description: number, resolve: arrival => String(arrival.number) }),
    article: t.field({ type: Article, description: 'The article.', resolve: rowOf }),
  }),
})

const StatementMade = builder.objectRef<Arrival<Rows['statement']>>('StatementMade').implement({
  description: 'A statement came into the graph, with its article.',
  fields: t => ({
    number: t.string({ description: number, resolve: arrival => String(arrival.number) }),
    statement: t.field({ type: Statement, description: 'The statement.', resolve: rowOf }),
  }),
})

builder.subscriptionType({
  description: 'What comes into the graph, from whoever reads it in: events over SSE ("Accept: text/event-stream"), by POST or GET. What was removed again in the meantime is left out.',
  fields: t => ({
    articleRead: t.field({
      type: ArticleRead,
      description: 'Articles, as they come in.',
      args: { after: t.arg.string({ description: after }) },
      subscribe: (_, args, context) => following(context, 'article', args.after),
      resolve: arrival => arrival,
    }),
    statementMade: t.field({
      type: StatementMade,
      description: 'Statements, as they come in with their articles. What anybody says about the Kremlin: statementMade(filter: {about: {slug: "kremlin"}}).',
      args: {
        filter: t.arg({ type: StatementFilter, description: 'Which statements.' }),
        after: t.arg.string({ description: after }),
      },
      subscribe: (_, args, context) => following(context, 'statement', args.after, args.filter),
      resolve: arrival => arrival,
    }),
  }),
})

function following<Noun extends Arriving>({ graph, follow }: Context, noun: Noun, from?: string | null, filter?: Model.StatementFilter | null) {
  if (!follow) throw new TypeError('A subscription is executed where nothing can be followed.')
  const followed: Followed<Rows[Noun]> = {
    last: () => lastArrival(graph, noun),
    after: given => arrivalsAfter(graph, noun, given, filter),
    row: given => arrivalNumbered(graph, noun, given),
  }
  return follow(followed, from ?? null)
}

/** Whoever sends an arrival has seen that its row is there. */
function rowOf<Row>(arrival: Arrival<Row>): Row {
  const row = arrival.row()
  if (row === undefined) throw new TypeError('What arrived is gone.')
  return row
}

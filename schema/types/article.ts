// Articles, and what their readers remarked.
import { bySlug, sentencesOf } from '../../db/tables/lookup.ts'
import type { ArticleRow, RemarkRow } from '../../db/tables/rows.ts'
import { all, entitiesOfArticle, standingIn, versionsOfArticle } from '../../db/lists/sources.ts'
import { OnRecordError } from '../../src/model/errors.ts'
import { limits } from '../../src/model/limits.ts'
import { globalId } from '../../src/model/ids.ts'
import { articleArguments, entityArguments, forwardArguments, mentionArguments, relationshipArguments, statementArguments } from '../arguments.ts'
import { askedBelow, reads } from '../asked.ts'
import { builder } from '../builder.ts'
import { connectionOf, rootConnection } from '../connections.ts'
import { textBehind } from '../loaders.ts'
import { forAll, together, togetherFlat } from '../together.ts'
import {
  ArticleConnection, EntityConnection, MentionConnection, RelationshipConnection, RemarkConnection, StatementConnection,
} from './connection-types.ts'
import { Article, Node, Passage, Remark, Sentence, type PassageValue } from './refs.ts'

Article.implement({
  description: 'An article, word for word, with what was read from it.',
  interfaces: [Node],
  fields: t => ({
    id: t.id({ extensions: reads('key'), description: "Made of the text's SHA-256.", resolve: article => globalId('Article', article.key) }),
    slug: t.exposeString('slug', { description: 'Readable, unique and stable: the title and the beginning of the hash.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    text: t.string({ extensions: reads(), description: 'The whole text as it entered, misprints included.', resolve: (article, _, { graph }) => textBehind(graph, wholeText(article)) }),
    sha256: t.exposeString('key', { description: "SHA-256 of the text's UTF-8, in hexadecimal." }),
    publisher: t.exposeString('publisher', { nullable: true, description: 'Who published it; null where unknown.' }),
    author: t.exposeString('author', { nullable: true, description: 'Who wrote it; null where unknown.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where it was published; null where unknown. Never fetched.' }),
    publishedOn: t.expose('published_on', { type: 'PartialDate', nullable: true, description: 'When it was published; null where unknown.' }),
    supplied: t.stringList({ extensions: reads('supplied'), description: 'Metadata that the text itself does not bear, by field: ["publishedOn"].', resolve: article => JSON.parse(article.supplied) as string[] }), // written by db/entering/apply.ts
    language: t.exposeString('language', { description: 'BCP 47 tag of its language: "en".' }),
    readAt: t.expose('read_at', { type: 'DateTime', description: 'When it entered this graph.' }),
    reader: t.exposeString('reader', { description: 'Which reader, and version, made this reading; "reviewed" where a person corrected it.' }),
    sentences: t.field({
      type: [Sentence],
      description: 'Its sentences from one position to another, both inclusive; at most 500 in one answer.',
      extensions: { ...reads(), multiplier: ({ from, to }: { from?: number; to?: number | null }) => Math.min(limits.sentences.value, to ? Math.max(1, to - (from ?? 1) + 1) : limits.sentences.value) },
      args: {
        from: t.arg.int({ defaultValue: 1, description: 'The first position, from 1. BAD_ARGUMENT below.' }),
        to: t.arg.int({ description: 'The last position; null: as many as one answer holds. BAD_ARGUMENT below `from`.' }),
      },
      resolve: (article, args, { graph }, info) => forAll(article, 'sentences', info, (rows: readonly ArticleRow[]) => {
        const from = args.from ?? 1
        if (from < 1 || (args.to ?? from) < from) {
          throw new OnRecordError('BAD_ARGUMENT', `sentences go from ${from} to ${args.to ?? 'the last'}; expected positions from 1, the first not behind the last.`, { argument: 'from' })
        }
        const found = sentencesOf(graph, rows.map(each => each.id), from, args.to ?? null, limits.sentences.value)
        return togetherFlat(rows.map(each => found.get(each.id) ?? []))
      }) as never,
    }),
    entities: t.field({
      extensions: reads(),
      type: EntityConnection,
      description: 'Whom and what it mentions.',
      args: entityArguments(t.arg),
      resolve: (article, args, { graph }, info) => connectionOf(graph, article, info, entitiesOfArticle, args),
    }),
    mentions: t.field({
      extensions: reads(),
      type: MentionConnection,
      description: 'Its mentions, in the order of the text.',
      args: mentionArguments(t.arg),
      resolve: (article, args, { graph }, info) => connectionOf(graph, article, info, standingIn.mention, args),
    }),
    statements: t.field({
      extensions: reads(),
      type: StatementConnection,
      description: 'Its statements, in the order of the text.',
      args: statementArguments(t.arg),
      resolve: (article, args, { graph }, info) => connectionOf(graph, article, info, standingIn.statement, args),
    }),
    relationships: t.field({
      extensions: reads(),
      type: RelationshipConnection,
      description: 'Its relationships, in the order of the text.',
      args: relationshipArguments(t.arg),
      resolve: (article, args, { graph }, info) => connectionOf(graph, article, info, standingIn.relationship, args),
    }),
    versions: t.field({
      extensions: reads(),
      type: ArticleConnection,
      description: 'Other texts that came from the same address (`url`, to the letter), as of before and after a correction. Each is an article of its own, and all that it says counts. None where it has no address.',
      args: articleArguments(t.arg),
      resolve: (article, args, { graph }, info) => connectionOf(graph, article, info, versionsOfArticle, args),
    }),
    remarks: t.field({
      extensions: reads(),
      type: RemarkConnection,
      description: 'What its reader found odd or left out, in the order of the text.',
      args: forwardArguments(t.arg),
      resolve: (article, args, { graph }, info) => connectionOf(graph, article, info, standingIn.remark, args),
    }),
  }),
})

Remark.implement({
  description: 'What a reader found odd, or left out.',
  fields: t => ({
    rule: t.exposeString('rule', { description: 'The permanent id of the rule that remarks it.' }),
    message: t.exposeString('message', { description: 'What is odd, in words.' }),
    expected: t.exposeString('expected', { nullable: true, description: 'What was expected; null where nothing certain was.' }),
    found: t.exposeString('found', { nullable: true, description: 'What was found; null where there are no words for it.' }),
    passage: t.field({
      type: Passage,
      nullable: true,
      description: 'Where; null where it is about the whole article.',
      resolve: remark => forAll(remark, 'passage', null, (rows: readonly RemarkRow[]) =>
        together(rows.map(({ article_id: article, start, end }) => (start === null || end === null ? null : { article, start, end })))),
    }),
  }),
})

builder.queryFields(t => ({
  article: t.field({
    type: Article,
    nullable: true,
    description: 'An article by its slug; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its slug.' }) },
    resolve: (_, { slug }, { graph }, info) => bySlug(graph, 'article', slug, askedBelow(info)),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: 'Articles, the newest first. Those that mention the Kremlin: {filter: {mentions: {slug: "kremlin"}}}.',
    args: articleArguments(t.arg),
    resolve: (_, args, { graph }, info) => rootConnection(graph, all('article'), args, info),
  }),
}))

/** The passage that is the article itself; one for all articles of a flock, so that their texts come together. */
function wholeText(article: ArticleRow): PassageValue {
  return forAll(article, 'text', null, (rows: readonly ArticleRow[]) => together(rows.map(each => ({ article: each.id, start: 0, end: 0 }))))
}

// The changes. What a client can do something about is answered as data, in a union with the success; every failure is a UserError.
import { byKeys } from '../../db/tables/lookup.ts'
import { errorTable, OnRecordError } from '../../src/model/errors.ts'
import { parseId } from '../../src/model/ids.ts'
import { builder } from '../builder.ts'
import type { ArticleInput, Context, Writing } from '../context.ts'
import { Article } from './refs.ts'

/** What of an error is answered as data. Not the error itself, which GraphQL would throw. */
type Failure = Pick<OnRecordError, 'code' | 'message' | 'details'>

interface ReadArticle {
  readonly key: string
  readonly known: boolean
}

const UserError = builder.interfaceRef<Failure>('UserError').implement({
  description: 'Why a change was refused. Whatever else a result may become, "... on UserError { message code }" says what to tell the user.',
  fields: t => ({
    message: t.exposeString('message', { description: 'A sentence for people: what was found, what was expected, what to do.' }),
    code: t.exposeString('code', { description: 'For programs; permanent. docs/errors.md lists them.' }),
  }),
})

const ReadArticleInput = builder.inputType('ReadArticleInput', {
  description: 'An article: its text or its HTML, one of the two, and what is known of it. What is not said is taken from the page where it has it.',
  fields: t => ({
    text: t.string({ description: 'The plain text, kept as it is; at most 1,000,000 bytes of UTF-8.' }),
    html: t.string({ description: 'The page that the article stands in; at most 2,000,000 bytes of UTF-8. Nothing in it is run or fetched.' }),
    title: t.string({ description: 'Its title; without one, that of the page, or the first line.' }),
    publisher: t.string({ description: 'Who published it.' }),
    author: t.string({ description: 'Who wrote it.' }),
    publishedOn: t.string({ description: 'When it was published: YYYY-MM-DD, YYYY-MM, YYYY, or another common way to write a date. "Sunday" and "last month" in the text are counted from it.' }),
    url: t.string({ description: 'Where it was published, http or https. Never fetched.' }),
    language: t.string({ description: 'BCP 47 tag of its language: "en". Without one it is told from the text.' }),
  }),
})

const ReadArticleSuccess = builder.objectRef<ReadArticle>('ReadArticleSuccess').implement({
  description: 'The article is in the graph, and safely stored.',
  fields: t => ({
    article: t.field({ type: Article, description: 'The article with its reading; the next query sees it, too.', resolve: ({ key }, _, context) => articleRead(context, key) }),
    known: t.exposeBoolean('known', { description: 'Whether the graph had the text already. Then nothing has changed, and a reading that a person reviewed stays.' }),
  }),
})

const RemoveArticleSuccess = builder.objectRef<{ readonly id: string }>('RemoveArticleSuccess').implement({
  description: 'The article has left the graph, with everything that only it supported.',
  fields: t => ({ id: t.exposeID('id', { description: 'The id that it had.' }) }),
})

const BadArticleError = builder.objectRef<Failure>('BadArticleError').implement({
  description: 'What was sent is no article: no text or twice, a character that no text can have, a page that cannot be read, a date, address or language that is none.',
  interfaces: [UserError],
})

const ArticleTooLargeError = builder.objectRef<Failure>('ArticleTooLargeError').implement({
  description: 'The text or the HTML is too large (ARTICLE_TOO_LARGE).',
  interfaces: [UserError],
  fields: t => ({
    limit: t.int({ nullable: true, description: 'The most that is read, in bytes of UTF-8; null where it is no number of bytes that was passed.', resolve: ({ details }) => wholeNumber(details['limit']) }),
    actual: t.int({ nullable: true, description: 'What was sent, in bytes of UTF-8; null where it was not counted to its end.', resolve: ({ details }) => wholeNumber(details['actual']) }),
  }),
})

const ArticleNotFoundError = builder.objectRef<Failure>('ArticleNotFoundError').implement({
  description: 'No article has the id (NOT_FOUND), or it is malformed (BAD_ID).',
  interfaces: [UserError],
})

const BusyError = builder.objectRef<Failure>('BusyError').implement({
  description: 'Somebody else writes, or too many changes wait (BUSY). Nothing was changed; the same change may be sent again.',
  interfaces: [UserError],
  fields: t => ({ retryAfter: t.int({ description: 'Seconds to wait before it is sent again.', resolve: () => 2 }) }),
})

const StorageError = builder.objectRef<Failure>('StorageError').implement({
  description: 'The database file takes no change (READ_ONLY, DISK_LOW, DISK_FULL and others of the file). Nothing was changed; whoever runs the server can mend it.',
  interfaces: [UserError],
})

const ReadArticleResult = builder.unionType('ReadArticleResult', {
  description: 'What became of readArticle.',
  types: [ReadArticleSuccess, BadArticleError, ArticleTooLargeError, BusyError, StorageError],
  resolveType: result => ('code' in result ? failureOf(result) : 'ReadArticleSuccess'),
})

const RemoveArticleResult = builder.unionType('RemoveArticleResult', {
  description: 'What became of removeArticle.',
  types: [RemoveArticleSuccess, ArticleNotFoundError, BusyError, StorageError],
  resolveType: result => ('code' in result ? failureOf(result) : 'RemoveArticleSuccess'),
})

builder.mutationType({
  description: 'Changes of the graph, by POST alone and with the token of the server: "Authorization: Bearer …". Several in one operation are done one after another.',
  fields: t => ({
    readArticle: t.field({
      type: ReadArticleResult,
      description: 'Reads an article into the graph. The same text again is the same article, also when it is sent many times at once.',
      args: { input: t.arg({ type: ReadArticleInput, required: true, description: 'The article.' }) },
      // Their lengths have limits of their own, and are answered as data.
      extensions: { longTexts: ['text', 'html'] },
      resolve: (_, { input }, context) => orFailure(async () => writingOf(context).readArticle(articleOfInput({ ...input }))),
    }),
    removeArticle: t.field({
      type: RemoveArticleResult,
      description: 'Takes an article out of the graph, with everything that only it supported. Read again, it has the id that it had.',
      args: { id: t.arg.id({ required: true, description: 'The id of an article.' }) },
      resolve: (_, { id }, context) => orFailure(async () => {
        const { type, key } = parseId(id)
        if (type === 'Article' && await writingOf(context).removeArticle(key)) return { id }
        throw new OnRecordError('NOT_FOUND', `No article of this graph has the id "${id.slice(0, 100)}"; it may have been removed already.`)
      }),
    }),
  }),
})

/** Null says no more than what is left out. */
function articleOfInput(input: Readonly<Record<string, string | null | undefined>>): ArticleInput {
  const { text, html, ...known } = Object.fromEntries(Object.entries(input).flatMap(([field, value]) => (value == null ? [] : [[field, value]])))
  if ((text === undefined) === (html === undefined)) {
    const found = text === undefined ? 'neither "text" nor "html"' : 'both "text" and "html"'
    throw new OnRecordError('BAD_ARGUMENT', `The input has ${found}; send one of the two.`, { argument: 'input' })
  }
  return { text, html, ...known }
}

/** What is no failure of the result's union is thrown on. */
async function orFailure<Success>(change: () => Promise<Success>): Promise<Success | Failure> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof OnRecordError && failureOf(error) !== null) return { code: error.code, message: error.message, details: error.details }
    throw error
  }
}

/** The type of a failure; null where it is none that a client can do something about. */
function failureOf({ code }: Failure): string | null {
  if (code === 'ARTICLE_TOO_LARGE') return 'ArticleTooLargeError'
  if (code === 'NOT_FOUND' || code === 'BAD_ID') return 'ArticleNotFoundError'
  if (code === 'BUSY') return 'BusyError'
  const { fault } = errorTable[code]
  if (fault === 'file') return 'StorageError'
  return fault === 'client' || fault === 'text' ? 'BadArticleError' : null
}

function writingOf({ writing }: Context): Writing {
  if (!writing) throw new TypeError('A mutation is executed where nothing can be written.')
  return writing
}

function articleRead({ graph }: Context, key: string) {
  const article = byKeys(graph, 'article', [key]).get(key)
  if (!article) throw new OnRecordError('NOT_FOUND', 'The article was read, and has been removed again since.')
  return article
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

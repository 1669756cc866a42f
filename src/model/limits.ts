// Every limit on what one request may ask and on what one article may be, in one table: `query { limits }`, the checks and the documentation read it.
// A name is permanent. Means and order of the checks are in src/limits.ts.
import type { ErrorCode } from './errors.ts'

export interface Limit {
  readonly value: number
  readonly unit: string
  /** What is counted, and how. */
  readonly meaning: string
  /** The code of the refusal; null where what is above is cut off instead. */
  readonly refusal: ErrorCode | null
}

export const limits = {
  bodyBytes: { value: 102_400, unit: 'bytes', refusal: 'REQUEST_TOO_LARGE', meaning: 'The body of one request.' },
  bodyBytesWithToken: { value: 4_194_304, unit: 'bytes', refusal: 'REQUEST_TOO_LARGE', meaning: 'The body of a request that bears the token of the server.' },
  urlBytes: { value: 8192, unit: 'bytes', refusal: 'URL_TOO_LONG', meaning: 'The address of one request, query string included.' },
  tokens: { value: 2000, unit: 'tokens', refusal: 'QUERY_TOO_LARGE', meaning: 'The words and signs of a document, comments and commas left out.' },
  brackets: { value: 32, unit: 'levels', refusal: 'QUERY_TOO_DEEP', meaning: 'Brackets of any kind within each other, counted before the document is parsed.' },
  depth: { value: 15, unit: 'levels', refusal: 'QUERY_TOO_DEEP', meaning: 'Fields within fields. What is below __schema and __type is not counted.' },
  fields: { value: 500, unit: 'fields', refusal: 'TOO_MANY_FIELDS', meaning: 'Fields selected, each use of a fragment counted anew.' },
  rootFields: { value: 60, unit: 'fields', refusal: 'TOO_MANY_FIELDS', meaning: 'Fields at the top of the operation.' },
  aliases: { value: 60, unit: 'aliases', refusal: 'TOO_MANY_ALIASES', meaning: 'Aliases, each use of a fragment counted anew.' },
  directives: { value: 20, unit: 'directives', refusal: 'TOO_MANY_DIRECTIVES', meaning: 'Directives such as @include anywhere in the document, each use of a fragment counted anew.' },
  cost: {
    value: 10_000,
    unit: 'points',
    refusal: 'QUERY_TOO_COMPLEX',
    meaning: 'What the answer could hold at most: 1 for an object, 0 for a scalar or an edge, times the page sizes above it; a plain list counts as 3, a condition of a filter as 5, introspection as 1,000.',
  },
  pageSize: { value: 100, unit: 'rows', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` or `last` of a connection; the least is 1.' },
  defaultPageSize: { value: 20, unit: 'rows', refusal: null, meaning: 'The page where neither `first` nor `last` is given.' },
  groups: { value: 100, unit: 'groups', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` of `groups`.' },
  groupKeys: { value: 4, unit: 'keys', refusal: 'BAD_ARGUMENT', meaning: 'Keys that `groups` counts by at once.' },
  neighbourhood: { value: 150, unit: 'entities', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` of `neighbourhood`.' },
  neighbourhoodDepth: { value: 2, unit: 'steps', refusal: 'BAD_ARGUMENT', meaning: 'The largest `depth` of `neighbourhood`.' },
  pathLength: { value: 6, unit: 'hops', refusal: 'BAD_ARGUMENT', meaning: 'The largest `maxLength` of `paths`.' },
  paths: { value: 10, unit: 'paths', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` of `paths`.' },
  sentences: { value: 500, unit: 'sentences', refusal: null, meaning: 'Sentences of an article in one answer.' },
  listLength: { value: 100, unit: 'values', refusal: 'LIST_TOO_LONG', meaning: 'Values in one list of an argument, written out, in a variable or deep in a filter.' },
  inputDepth: { value: 10, unit: 'levels', refusal: 'QUERY_TOO_DEEP', meaning: 'Objects within objects in an argument: a filter in a filter.' },
  textLength: { value: 10_000, unit: 'characters', refusal: 'BAD_ARGUMENT', meaning: 'The length of one text in an argument, in UTF-16 code units; that of an article has its own.' },
  operationTime: { value: 1000, unit: 'ms', refusal: 'QUERY_TIMEOUT', meaning: 'The time that one operation may spend reading the database.' },
  writesWaiting: { value: 100, unit: 'changes', refusal: 'BUSY', meaning: 'Changes of the graph that wait for their turn.' },
  subscriptions: { value: 100, unit: 'streams', refusal: 'BUSY', meaning: 'Subscriptions open at once.' },
  errors: { value: 20, unit: 'errors', refusal: null, meaning: 'The errors in one answer; the rest is left out.' },
  validationErrors: { value: 5, unit: 'errors', refusal: null, meaning: 'The errors found in a document that does not fit the schema; the search then stops.' },
  articleBytes: { value: 1_000_000, unit: 'bytes', refusal: 'ARTICLE_TOO_LARGE', meaning: 'The text of one article in UTF-8.' },
  documentBytes: { value: 5_000_000, unit: 'bytes', refusal: 'ARTICLE_TOO_LARGE', meaning: 'The file of one article, or its line in a file of JSON Lines, unpacked.' },
  feedBytes: { value: 20_000_000, unit: 'bytes', refusal: 'FILE_TOO_LARGE', meaning: 'The file of a feed, unpacked.' },
  htmlBytes: { value: 2_000_000, unit: 'bytes', refusal: 'ARTICLE_TOO_LARGE', meaning: 'The HTML of one article in UTF-8.' },
  htmlDepth: { value: 300, unit: 'levels', refusal: 'HTML_TOO_DEEP', meaning: 'HTML elements within each other, counted before the page is parsed.' },
  htmlWork: { value: 500_000, unit: 'points', refusal: 'HTML_TOO_COMPLEX', meaning: 'What parsing a page costs: an element counts 10 and its depth, an attribute that matters 5, a rare entity 15; scripts, pictures and plain inline elements nothing.' },
  dataDepth: { value: 100, unit: 'levels', refusal: 'BAD_FILE', meaning: 'Brackets within each other in JSON, elements within each other in a feed.' },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

// Every limit on what one request may ask and on what one article may be, in one table: `query { limits }`, the checks and the documentation read it.
// A name is permanent. The settings may change the values, within ranges that keep a server alive; what counts and checks is beside what it bounds.
// Trap: read a value where it is used, never when a module is loaded: the settings may come later.
import type { ErrorCode } from './errors.ts'

interface Kind {
  readonly default: number
  /** The least and the most that the settings may make of it. */
  readonly range: readonly [least: number, most: number]
  readonly unit: string
  /** What is counted, and how. */
  readonly meaning: string
  /** The code of the refusal; null where what is above is cut off instead. */
  readonly refusal: ErrorCode | null
}

const table = {
  bodyBytes: { default: 102_400, range: [1024, 4_194_304], unit: 'bytes', refusal: 'REQUEST_TOO_LARGE', meaning: 'The body of one request.' },
  bodyBytesWithToken: { default: 4_194_304, range: [1024, 16_777_216], unit: 'bytes', refusal: 'REQUEST_TOO_LARGE', meaning: 'The body of a request that bears the token of the server.' },
  urlBytes: { default: 8192, range: [256, 16_384], unit: 'bytes', refusal: 'URL_TOO_LONG', meaning: 'The address of one request, query string included.' },
  tokens: { default: 2000, range: [200, 20_000], unit: 'tokens', refusal: 'QUERY_TOO_LARGE', meaning: 'The words and signs of a document, comments and commas left out.' },
  brackets: { default: 32, range: [12, 64], unit: 'levels', refusal: 'QUERY_TOO_DEEP', meaning: 'Brackets of any kind within each other, counted before the document is parsed.' },
  depth: { default: 15, range: [8, 30], unit: 'levels', refusal: 'QUERY_TOO_DEEP', meaning: 'Fields within fields. What is below __schema and __type is not counted.' },
  fields: { default: 500, range: [50, 5000], unit: 'fields', refusal: 'TOO_MANY_FIELDS', meaning: 'Fields selected, each use of a fragment counted anew.' },
  rootFields: { default: 60, range: [1, 500], unit: 'fields', refusal: 'TOO_MANY_FIELDS', meaning: 'Fields at the top of the operation.' },
  sameFields: { default: 100, range: [1, 5000], unit: 'fields', refusal: 'TOO_MANY_FIELDS', meaning: 'Fields of one name or alias that stand directly in one object and are merged, each use of a fragment counted anew.' },
  aliases: { default: 60, range: [0, 500], unit: 'aliases', refusal: 'TOO_MANY_ALIASES', meaning: 'Aliases, each use of a fragment counted anew.' },
  directives: { default: 20, range: [0, 200], unit: 'directives', refusal: 'TOO_MANY_DIRECTIVES', meaning: 'Directives such as @include anywhere in the document, each use of a fragment counted anew.' },
  cost: {
    default: 10_000,
    range: [1000, 1_000_000],
    unit: 'points',
    refusal: 'QUERY_TOO_COMPLEX',
    meaning: 'What the answer could hold at most: 1 for an object, 0 for a scalar or an edge, times the page sizes above it; a plain list counts as 3, a condition of a filter as 5, introspection as 1,000.',
  },
  pageSize: { default: 100, range: [20, 1000], unit: 'rows', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` or `last` of a connection; the least is 1.' },
  defaultPageSize: { default: 20, range: [1, 20], unit: 'rows', refusal: null, meaning: 'The page where neither `first` nor `last` is given.' },
  groups: { default: 100, range: [20, 1000], unit: 'groups', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` of `groups`.' },
  groupKeys: { default: 4, range: [1, 4], unit: 'keys', refusal: 'BAD_ARGUMENT', meaning: 'Keys that `groups` counts by at once.' },
  neighbourhood: { default: 150, range: [50, 500], unit: 'entities', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` of `neighbourhood`.' },
  neighbourhoodDepth: { default: 2, range: [1, 2], unit: 'steps', refusal: 'BAD_ARGUMENT', meaning: 'The largest `depth` of `neighbourhood`.' },
  pathLength: { default: 6, range: [5, 6], unit: 'hops', refusal: 'BAD_ARGUMENT', meaning: 'The largest `maxLength` of `paths`.' },
  paths: { default: 10, range: [3, 100], unit: 'paths', refusal: 'BAD_PAGE_SIZE', meaning: 'The largest `first` of `paths`.' },
  totalCount: { default: 10_000, range: [100, 1_000_000], unit: 'rows', refusal: null, meaning: 'The largest `totalCount` that is exact; where there are more, it is one more than this.' },
  pathEntities: { default: 100_000, range: [100, 1_000_000], unit: 'entities', refusal: null, meaning: 'Entities that one search for paths looks at; where it stops there, `searched` says NODE_BUDGET.' },
  pathFanOut: { default: 50_000, range: [10, 1_000_000], unit: 'entities', refusal: null, meaning: 'Neighbours that a path may go on to from one entity, the strongest; likewise.' },
  pathSteps: { default: 200_000, range: [1000, 2_000_000], unit: 'steps', refusal: null, meaning: 'Steps that the walk along what was found may try for each length; likewise.' },
  ties: { default: 500, range: [50, 5000], unit: 'ties', refusal: null, meaning: 'Ties between the nodes of a `neighbourhood`; more are left out, and `truncated` says so.' },
  sentencesAround: { default: 50, range: [10, 250], unit: 'sentences', refusal: 'BAD_ARGUMENT', meaning: 'The largest `before` and `after` of `around` of a sentence.' },
  wordsAround: { default: 1000, range: [40, 10_000], unit: 'characters', refusal: 'BAD_ARGUMENT', meaning: 'The largest `chars` of `before` and `after` of a passage, in UTF-16 code units.' },
  sentences: { default: 500, range: [1, 5000], unit: 'sentences', refusal: null, meaning: 'Sentences of an article in one answer.' },
  listLength: { default: 100, range: [1, 1000], unit: 'values', refusal: 'LIST_TOO_LONG', meaning: 'Values in one list of an argument, written out, in a variable or deep in a filter.' },
  inputDepth: { default: 10, range: [3, 20], unit: 'levels', refusal: 'QUERY_TOO_DEEP', meaning: 'Objects within objects in an argument: a filter in a filter.' },
  textLength: { default: 10_000, range: [100, 100_000], unit: 'characters', refusal: 'BAD_ARGUMENT', meaning: 'The length of one text in an argument, in UTF-16 code units; that of an article has its own.' },
  resultNodes: { default: 25_000, range: [1000, 1_000_000], unit: 'objects', refusal: 'RESULT_TOO_LARGE', meaning: 'Objects in one answer, edges and connections too; what came before stands in it, the rest is null.' },
  resultLength: { default: 5_000_000, range: [10_000, 100_000_000], unit: 'characters', refusal: 'RESULT_TOO_LARGE', meaning: 'All texts in one answer, in UTF-16 code units; likewise. As JSON an answer, or an event of a subscription, may have as many bytes again, or it is refused.' },
  operationTime: { default: 1000, range: [10, 60_000], unit: 'ms', refusal: 'QUERY_TIMEOUT', meaning: 'The processor time that one operation may spend reading the database, from its last beginning; by the clock it may take four times as long.' },
  promptTime: { default: 50, range: [0, 60_000], unit: 'ms', refusal: null, meaning: 'Likewise, after which a query is stopped where all are answered, and begun anew in a thread of its own, so that it holds up no other; for who asked such a query in the last second it is less, 5 at least.' },
  longOperations: { default: 8, range: [1, 1000], unit: 'operations', refusal: 'BUSY', meaning: 'Queries in that thread: one runs, the others wait for it.' },
  operationsRunning: { default: 32, range: [1, 1000], unit: 'operations', refusal: null, meaning: 'Operations begun and not answered; changes that wait for the writer are not counted. The next waits.' },
  operationsWaiting: { default: 64, range: [0, 10_000], unit: 'operations', refusal: 'BUSY', meaning: 'Operations that wait for their turn beside those that may run.' },
  operationWait: { default: 500, range: [10, 60_000], unit: 'ms', refusal: 'BUSY', meaning: 'How long an operation may wait for its turn; one that would wait longer, if turns pass half as quickly as of late, is refused as it comes.' },
  ratePoints: { default: 2000, range: [1, 1_000_000], unit: 'points a minute', refusal: 'RATE_LIMITED', meaning: 'What one client may ask in the long run, by the cost of its operations, each at least 1; of a page of the explorer, and of what its search box suggests, by what it holds, where it takes long by what it could, `rateBurst` at most. Not counted in the local mode.' },
  rateBurst: { default: 1000, range: [1, 1_000_000], unit: 'points', refusal: null, meaning: 'What one client may ask at once after a silence. A dearer operation is answered as well, and paid for by waiting.' },
  rateRefusals: { default: 30, range: [1, 1_000_000], unit: 'refusals a minute', refusal: 'RATE_LIMITED', meaning: 'Refused requests of one client, counted likewise; then all are refused for a while.' },
  writesWaiting: { default: 100, range: [1, 10_000], unit: 'changes', refusal: 'BUSY', meaning: 'Changes of the graph that wait for their turn.' },
  subscriptions: { default: 100, range: [0, 10_000], unit: 'streams', refusal: 'BUSY', meaning: 'Subscriptions open at once.' },
  errors: { default: 20, range: [1, 100], unit: 'errors', refusal: null, meaning: 'The errors in one answer; the rest is left out.' },
  validationErrors: { default: 5, range: [1, 100], unit: 'errors', refusal: null, meaning: 'The errors found in a document that does not fit the schema; the search then stops.' },
  connections: { default: 500, range: [1, 65_535], unit: 'connections', refusal: null, meaning: 'Connections held at once; one more is closed as it comes.' },
  connectionsOfOne: { default: 100, range: [1, 65_535], unit: 'connections', refusal: null, meaning: 'Connections of one address; likewise. Not counted in the local mode, nor behind a trusted proxy.' },
  pipelined: { default: 32, range: [1, 10_000], unit: 'requests', refusal: null, meaning: 'Requests of one connection that wait for an answer to an earlier one; with one more the connection is closed.' },
  headersTime: { default: 5000, range: [100, 60_000], unit: 'ms', refusal: null, meaning: 'How long the head of a request may take to arrive; then the connection is closed with 408.' },
  requestTime: { default: 10_000, range: [100, 600_000], unit: 'ms', refusal: null, meaning: 'How long a whole request may take to arrive; likewise.' },
  idleTime: { default: 5000, range: [100, 600_000], unit: 'ms', refusal: null, meaning: 'How long a connection is kept without a request.' },
  readerPatience: { default: 30_000, range: [100, 600_000], unit: 'ms', refusal: null, meaning: 'How long a client may take nothing of an answer; then the connection is closed.' },
  articleBytes: { default: 1_000_000, range: [1000, 1_000_000], unit: 'bytes', refusal: 'ARTICLE_TOO_LARGE', meaning: 'The text of one article in UTF-8.' },
  diskReserve: { default: 64, range: [0, 1_000_000], unit: 'MiB', refusal: 'DISK_LOW', meaning: 'What must be free on the disk before the graph grows; twice the WAL file where that is more; 0 does without.' },
  documentBytes: { default: 5_000_000, range: [1000, 50_000_000], unit: 'bytes', refusal: 'ARTICLE_TOO_LARGE', meaning: 'The file of one article, or its line in a file of JSON Lines, unpacked.' },
  feedBytes: { default: 20_000_000, range: [1000, 200_000_000], unit: 'bytes', refusal: 'FILE_TOO_LARGE', meaning: 'The file of a feed, unpacked.' },
  htmlBytes: { default: 2_000_000, range: [1000, 2_000_000], unit: 'bytes', refusal: 'ARTICLE_TOO_LARGE', meaning: 'The HTML of one article in UTF-8.' },
  htmlDepth: { default: 300, range: [10, 300], unit: 'levels', refusal: 'HTML_TOO_DEEP', meaning: 'HTML elements within each other, counted before the page is parsed.' },
  htmlWork: { default: 500_000, range: [1000, 500_000], unit: 'points', refusal: 'HTML_TOO_COMPLEX', meaning: 'What parsing a page costs: an element counts 10 and its depth, an attribute that matters 5, a rare entity, a “>” and a no-break space 15, forty characters of text their depth; scripts, pictures and plain inline elements nothing.' },
  dataDepth: { default: 100, range: [10, 500], unit: 'levels', refusal: 'BAD_FILE', meaning: 'Brackets within each other in JSON, elements within each other in a feed.' },
} as const satisfies Record<string, Kind>

export type LimitName = keyof typeof table
export interface Limit extends Kind {
  /** What holds now. */
  readonly value: number
}

const inForce = Object.fromEntries(Object.entries<Kind>(table).map(([name, kind]) => [name, { ...kind, value: kind.default }])) as Record<LimitName, Kind & { value: number }> // the keys of the table
export const limits: Readonly<Record<LimitName, Limit>> = inForce

export type LimitValues = Readonly<Partial<Record<LimitName, number>>>

/** The values of the settings, from here on; what they do not name has its default. */
export function setLimits(values: LimitValues): void {
  for (const [name, limit] of Object.entries(inForce)) limit.value = values[name as LimitName] ?? limit.default // the keys of the table
}

export function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(table, name)
}

// Every error a client can meet: one closed table, one class. A code is never renamed or reused.
// Messages say what was found, what was expected, and what to do; they never hold SQL, paths of the program or stacks.

/** Whose fault it is: `client` asked wrongly, `server` is wrong or busy, `file` is damaged or foreign, `text` is odd. */
export type Fault = 'client' | 'server' | 'file' | 'text'

interface ErrorKind {
  readonly status: number
  readonly fault: Fault
  readonly meaning: string
}

export const errorTable = {
  BAD_PAGE_SIZE: { status: 400, fault: 'client', meaning: '`first` or `last` is not a whole number from 1 to 100, or both were given.' },
  BAD_CURSOR: { status: 400, fault: 'client', meaning: 'A cursor was not made by this connection in this order, or a number not by this subscription.' },
  BAD_ID: { status: 400, fault: 'client', meaning: 'A global id is malformed; an unknown id is answered with null instead.' },
  BAD_DATE: { status: 400, fault: 'client', meaning: 'A date is not EDTF level 0: YYYY, YYYY-MM or YYYY-MM-DD.' },
  BAD_ARGUMENT: { status: 400, fault: 'client', meaning: 'An argument is outside its range; the message names the range.' },
  BAD_TEXT: { status: 400, fault: 'client', meaning: 'A text holds a NUL character or a lone surrogate where none can be.' },
  EMPTY_TEXT: { status: 400, fault: 'client', meaning: 'An article has no text: no letter and no digit, or a page without a main text.' },
  ARTICLE_TOO_LARGE: { status: 413, fault: 'client', meaning: 'The text, the page or the file of one article is too large.' },
  HTML_TOO_DEEP: { status: 400, fault: 'client', meaning: 'The elements of a page nest too deeply.' },
  HTML_TOO_COMPLEX: { status: 400, fault: 'client', meaning: 'A page has too many elements, entities and words, too deep within each other.' },
  EMPTY_SEARCH: { status: 400, fault: 'client', meaning: 'A search text holds no letter and no digit.' },
  LIST_TOO_LONG: { status: 400, fault: 'client', meaning: 'A list argument holds more than 100 values.' },
  GRAPHQL_PARSE_FAILED: { status: 400, fault: 'client', meaning: 'The document is not GraphQL; the message and `locations` say where.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, fault: 'client', meaning: 'The document does not fit the schema; at most five errors are listed.' },
  OPERATION_RESOLUTION_FAILURE: { status: 400, fault: 'client', meaning: 'The document has several operations, or none of the name asked for.' },
  PERSISTED_QUERY_NOT_FOUND: { status: 404, fault: 'client', meaning: 'The server has no document of this hash, and was not sent it or answers listed documents alone.' },
  BAD_VARIABLES: { status: 400, fault: 'client', meaning: 'A variable does not fit its declared type.' },
  QUERY_TOO_LARGE: { status: 400, fault: 'client', meaning: 'The operation has too many tokens.' },
  QUERY_TOO_DEEP: { status: 400, fault: 'client', meaning: 'The operation, its brackets or a filter nests too deeply.' },
  QUERY_TOO_COMPLEX: { status: 400, fault: 'client', meaning: 'The predicted cost of the operation is above the limit.' },
  TOO_MANY_FIELDS: { status: 400, fault: 'client', meaning: 'The operation selects too many fields, fragments expanded.' },
  TOO_MANY_ALIASES: { status: 400, fault: 'client', meaning: 'The operation has too many aliases.' },
  TOO_MANY_DIRECTIVES: { status: 400, fault: 'client', meaning: 'The operation has too many directives.' },
  RESULT_TOO_LARGE: { status: 200, fault: 'client', meaning: 'The answer has too many objects or too much text; where it stopped, the rest is null, and `truncated` is set beside the code.' },
  QUERY_TIMEOUT: { status: 200, fault: 'server', meaning: 'The work took longer than its deadline and was stopped.' },
  BATCHING_OFF: { status: 400, fault: 'client', meaning: 'The body is a list of operations; send one a request.' },
  BAD_REQUEST: { status: 400, fault: 'client', meaning: 'The HTTP request or its body is malformed.' },
  BAD_ENCODING: { status: 400, fault: 'client', meaning: 'A body is not well-formed UTF-8, or a file not what its declared or detected encoding allows.' },
  REQUEST_TOO_LARGE: { status: 413, fault: 'client', meaning: 'The body of the request is too large.' },
  URL_TOO_LONG: { status: 414, fault: 'client', meaning: 'The address of the request is too long.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, fault: 'client', meaning: 'The body is not application/json in UTF-8.' },
  NOT_ACCEPTABLE: { status: 406, fault: 'client', meaning: 'The client accepts no JSON, or asks for a subscription and accepts no stream of events.' },
  WRITING_OFF: { status: 403, fault: 'client', meaning: 'A change was asked of who makes none: a server without `ONRECORD_TOKEN`, or `onrecord query`.' },
  UNAUTHENTICATED: { status: 401, fault: 'client', meaning: 'A change needs the token of the server in the header Authorization; it is missing or wrong.' },
  CROSS_SITE: { status: 403, fault: 'client', meaning: 'A page of another site asks for a change, and its origin is not among those that may.' },
  WRONG_HOST: { status: 421, fault: 'client', meaning: 'The request names a host that this server does not answer to; see `--allowed-hosts`.' },
  RATE_LIMITED: { status: 429, fault: 'client', meaning: 'This client has asked too much, or too much that was refused; the header Retry-After says for how long to wait.' },
  METHOD_NOT_ALLOWED: { status: 405, fault: 'client', meaning: 'The address does not answer to this HTTP method.' },
  NOT_FOUND: { status: 404, fault: 'client', meaning: 'There is nothing at this address, or no article of this id.' },
  INTERNAL: { status: 500, fault: 'server', meaning: 'A fault of ours; the log has the details under the requestId.' },
  BUSY: { status: 503, fault: 'server', meaning: 'Another process writes to the database file, or too many ask, wait or listen already; try again.' },
  READ_ONLY: { status: 403, fault: 'file', meaning: 'The database file or its folder cannot be written.' },
  DISK_FULL: { status: 507, fault: 'file', meaning: 'The disk has no room for the database file to grow; nothing of this change was stored.' },
  DISK_LOW: { status: 507, fault: 'file', meaning: 'The disk has so little room left that nothing more is stored; reading goes on.' },
  DISK_FAILED: { status: 500, fault: 'file', meaning: 'The system failed to read or write the database file.' },
  FILE_NOT_FOUND: { status: 500, fault: 'file', meaning: 'A file does not exist or cannot be read.' },
  BAD_FILE: { status: 400, fault: 'text', meaning: 'A file to be read is not what it seems: broken JSON, XML with a DTD, a broken archive, or no regular file.' },
  FILE_TOO_LARGE: { status: 413, fault: 'text', meaning: 'A file to be read is too large for its kind.' },
  DAMAGED_FILE: { status: 500, fault: 'file', meaning: 'The database file is damaged.' },
  FOREIGN_FILE: { status: 500, fault: 'file', meaning: 'The file is not a database of On Record.' },
  OLDER_FILE: { status: 500, fault: 'file', meaning: 'The database file was made by an On Record of before the first release; it is to be built anew.' },
  NEWER_FILE: { status: 500, fault: 'file', meaning: 'The database file was made by a newer version of On Record.' },
  BAD_READING: { status: 400, fault: 'text', meaning: 'A Reading does not fit its format or its article; the message names path and line.' },
  BAD_SETTING: { status: 500, fault: 'client', meaning: 'A setting or option of the command has an impossible value.' },
  PORT_IN_USE: { status: 500, fault: 'client', meaning: 'Another process listens on the port.' },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof errorTable

/** Values a client can act on, beside the sentence: the limit, the actual value, the argument. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** The one error class. Anything else that is thrown is a fault of ours and reaches no client. */
export class OnRecordError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.name = 'OnRecordError'
    this.code = code
    this.details = details
  }
}

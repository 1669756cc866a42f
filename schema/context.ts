// What every resolver is handed. What the schema may not import from above comes in here as functions.
import type { Graph } from '../db/file/open.ts'

export interface Context {
  readonly graph: Graph
  /** Where changes are taken; only resolvers of mutations ask for it. */
  readonly writing?: Writing
  /** Where subscriptions are answered; only their resolvers ask for it. */
  readonly follow?: Follow
}

/** What is sent in to be read: a text or a page, and what is known of it. */
export interface ArticleInput {
  readonly text?: string
  readonly html?: string
  readonly title?: string
  readonly publisher?: string
  readonly author?: string
  readonly publishedOn?: string
  readonly url?: string
  readonly language?: string
}

/** The changes. Each answers when it is safely stored, and is refused with an OnRecordError. */
export interface Writing {
  /** Answers the article's key, and whether the graph had it already; then nothing has changed. */
  readArticle(input: ArticleInput): Promise<{ readonly key: string; readonly known: boolean }>
  /** False where there is no such article. */
  removeArticle(key: string): Promise<boolean>
}

/** What one follows as it comes in, by growing numbers. All of it is called inside a read transaction. */
export interface Followed<Row> {
  /** The number given last. */
  last(): number
  after(number: number): { readonly numbers: readonly number[]; readonly upTo: number }
  row(number: number): Row | undefined
}

export interface Arrival<Row> {
  readonly number: number
  /** Undefined where it was removed since. */
  row(): Row | undefined
}

/** What came in after a number, then what comes; without a number only what comes. Throws BAD_CURSOR. */
export type Follow = <Row>(followed: Followed<Row>, after: string | null) => AsyncIterable<Arrival<Row>>

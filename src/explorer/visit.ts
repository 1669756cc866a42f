// What a page is given, and what it is: a function from a visit to a page.
import type { Here } from './here.ts'
import type { Page } from './layout.ts'
import type { Panel, Variables } from './panel.ts'

export interface Visit {
  readonly here: Here
  /** What follows the page's own name in the path: a slug or an id; empty where nothing does. */
  readonly name: string
  /** Whether the server takes articles from who has its token. */
  readonly takesArticles: boolean
  /** Whether the server tells of its schema. */
  readonly tellsSchema: boolean
  /** Asks one of the operations in src/explorer/operations. */
  panel<Data>(operation: string, variables?: Variables): Promise<Panel<Data>>
}

export type Render = (visit: Visit) => Promise<Page>

// Which page stands at which address: the first part of the path, and whether a slug or an id follows.
import { aboutPage } from './pages/about.ts'
import { articlePage } from './pages/article.ts'
import { entityPage } from './pages/entity.ts'
import { graphPage } from './pages/graph.ts'
import { home } from './pages/home.ts'
import { pairPage } from './pages/pair.ts'
import { pathPage } from './pages/path.ts'
import { schemaPage } from './pages/schema.ts'
import { searchPage } from './pages/search.ts'
import { statementPage } from './pages/statement.ts'
import { timelinePage } from './pages/timeline.ts'
import type { Render } from './visit.ts'

interface Route {
  readonly render: Render
  readonly takesName: boolean
}

export const routes: ReadonlyMap<string, Route> = new Map([
  ['', { render: home, takesName: false }],
  ['search', { render: searchPage, takesName: false }],
  ['e', { render: entityPage, takesName: true }],
  ['s', { render: statementPage, takesName: true }],
  ['a', { render: articlePage, takesName: true }],
  ['graph', { render: graphPage, takesName: false }],
  ['path', { render: pathPage, takesName: false }],
  ['timeline', { render: timelinePage, takesName: false }],
  ['pair', { render: pairPage, takesName: false }],
  ['schema', { render: schemaPage, takesName: false }],
  ['about', { render: aboutPage, takesName: false }],
])

// Which page stands at which address: the first part of the path, and whether a slug or an id follows.
import { articlePage } from './pages/article.ts'
import { entityPage } from './pages/entity.ts'
import { home } from './pages/home.ts'
import { searchPage } from './pages/search.ts'
import { statementPage } from './pages/statement.ts'
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
])

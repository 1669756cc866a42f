// Which page stands at which address: the first part of the path, and whether a slug or an id follows.
import type { Render } from './visit.ts'
import { home } from './pages/home.ts'
import { statementPage } from './pages/statement.ts'

interface Route {
  readonly render: Render
  readonly takesName: boolean
}

export const routes: ReadonlyMap<string, Route> = new Map([
  ['', { render: home, takesName: false }],
  ['s', { render: statementPage, takesName: true }],
])

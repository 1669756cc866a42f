// Home.
import type { Visit } from '../visit.ts'
import { html } from '../html.ts'
import { searchForm, type Page } from '../layout.ts'

export async function home({ here }: Visit): Promise<Page> {
  return { title: 'Who said what', at: '/', class: 'home', body: html`<div class="column"><h1>Who said what, and where it stands written</h1>${searchForm(here, true)}</div>` }
}

// Nothing is here: what was looked for, and where to look instead.
import type { Visit } from '../visit.ts'
import { html } from '../html.ts'
import { searchForm, type Page } from '../layout.ts'

/** `what`: a sentence that says what there is none of. */
export async function notFound({ here }: Pick<Visit, 'here'>, what = 'There is no page at this address.'): Promise<Page> {
  return {
    title: 'Not found',
    status: 404,
    class: 'lost',
    at: '/',
    body: html`<div class="column"><h1>Nothing here</h1><p class="lead">${what} What you look for may have another name.</p>${searchForm(here, true)}</div>`,
  }
}

// The foot of a list: how much of it is shown, and the way to the rest.
import type { Here } from './here.ts'
import { elsewhere } from './here.ts'
import { html, type Html, type Value } from './html.ts'
import { truncated } from './panel.ts'
import { figure } from './words.ts'

export interface Listed {
  readonly totalCount: number
  readonly totalCountExact: boolean
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** "1,204", or "more than 10,000". */
export function total({ totalCount, totalCountExact }: Pick<Listed, 'totalCount' | 'totalCountExact'>): string {
  return totalCountExact ? figure(totalCount) : `more than ${figure(totalCount - 1)}`
}

export function more(list: Listed, shown: number, here: Here, parameter = 'after'): Value {
  const isFirst = !here.search.has(parameter)
  if (isFirst && !list.pageInfo.hasNextPage) return null
  return html`${isFirst && truncated(`Showing ${shown} of ${total(list)}.`)}<nav class="walk" aria-label="Pages of the list">${!isFirst && html`<a rel="prev" href="${elsewhere(here, { [parameter]: null })}">From the beginning</a>`}${next(list, here, parameter)}</nav>`
}

function next({ pageInfo: { hasNextPage, endCursor } }: Listed, here: Here, parameter: string): Html | null {
  return hasNextPage ? html`<a rel="next" href="${elsewhere(here, { [parameter]: endCursor })}">More</a>` : null
}

// Names of entities: each with the shape of its kind, each a link to its page.
import type { Who } from './answers.ts'
import { entityAddress } from './here.ts'
import { attribute, html, type Html, type Value } from './html.ts'
import { kindWords } from './words.ts'
import type { EntityKind } from '../model/vocabulary.ts'

/** A shape for each kind, so that colour is never all there is. */
const shapes: Readonly<Record<EntityKind, Html>> = {
  PERSON: html`<circle cx="8" cy="5" r="3"/><path d="M2.5 14a5.5 5.5 0 0 1 11 0z"/>`,
  COUNTRY: html`<path d="M3 1.5h1.5v13H3zM5.5 2.5h8l-2 3 2 3h-8z"/>`,
  ORGANISATION: html`<path d="M8 1.5l6.5 4v1.5h-13v-1.5zM3 8h2v4.5H3zM7 8h2v4.5H7zM11 8h2v4.5h-2zM1.5 13.5h13v1.5h-13z"/>`,
  PLACE: html`<path d="M8 1a5 5 0 0 0-5 5c0 3.8 5 9 5 9s5-5.2 5-9a5 5 0 0 0-5-5zm0 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z"/>`,
  EVENT: html`<path d="M3 3h2V1.5h1.5V3h3V1.5H11V3h2v11H3zm1.5 4v5.5h7V7z"/>`,
  GROUP: html`<circle cx="5" cy="5.5" r="2.3"/><circle cx="11" cy="5.5" r="2.3"/><path d="M.8 13.5a4.2 4.2 0 0 1 7.2-3 4.2 4.2 0 0 1 7.2 3z"/>`,
  TOPIC: html`<path d="M6 1.5h1.700L7.300 5h3.5l.4-3.5h1.700L12.5 5H15v1.5h-2.7l-.4 3H15V11h-3.300l-.4 3.5H9.600L10 11H6.5l-.4 3.5H4.400L4.800 11H1.5V9.5h3.5l.4-3H1.5V5h4.100zm.9 5l-.4 3h3.6l.4-3z"/>`,
}

/** Once on each page, for `icon` to use. */
export const iconShapes = html`<svg width="0" height="0" class="hidden" aria-hidden="true">${Object.entries(shapes).map(([kind, shape]) => html`<symbol id="icon-${kind}" viewBox="0 0 16 16">${shape}</symbol>`)}</svg>`

export function icon(kind: EntityKind): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#icon-${kind}"/></svg>`
}

/** `part`: the role it plays here, which colours it. */
export function who({ slug, name, kind }: Who, part?: Part): Html {
  return html`<a class="who${part && ` ${part}`}" href="${entityAddress(slug)}"${attribute('title', kindWords[kind].one)}>${icon(kind)}&#8288;<bdi>${name}</bdi></a>`
}

export type Part = 'by' | 'to' | 'at' | 'about'

/** "A, B and C". */
export function whoList(all: readonly Who[], part?: Part): Value {
  return all.map((each, index) => [index === 0 ? null : index === all.length - 1 ? ' and ' : ', ', who(each, part)])
}

export function nameList(all: readonly Who[]): string {
  return all.map((each, index) => `${index === 0 ? '' : index === all.length - 1 ? ' and ' : ', '}${each.name}`).join('')
}

/** Those of both lists, each once. */
export function together(...lists: readonly (readonly Who[])[]): readonly Who[] {
  return [...new Map(lists.flat().map(each => [each.slug, each])).values()]
}

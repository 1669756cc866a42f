// Pages about one or two entities take a slug or a name: whom is meant, or who may be.
import type { Who } from './answers.ts'
import { elsewhere, type Here } from './here.ts'
import { html, type Html, type Value } from './html.ts'
import { operation } from './operations.ts'
import { empty, section, type Panel } from './panel.ts'
import { who } from './people.ts'
import type { Visit } from './visit.ts'

/** The names of the parameters, with the words of their boxes. */
export type Boxes = readonly (readonly [parameter: string, words: string])[]

interface WhomAnswer {
  readonly one: Who | null
  readonly likeOne: { readonly nodes: readonly Who[] } | null
  readonly other?: Who | null
  readonly likeOther?: { readonly nodes: readonly Who[] } | null
}

export interface Meant {
  /** In the order of the boxes; null where nobody, or more than one, is meant. */
  readonly ends: readonly (Who | null)[]
  /** What helps to choose; nothing where everybody is found. */
  readonly choices: Value
}

/** One or two boxes. Asks nothing where one of them is empty. */
export async function whom(visit: Visit, boxes: Boxes): Promise<Meant> {
  const { here } = visit
  const given = boxes.map(([parameter]) => here.search.get(parameter)?.trim() ?? '')
  if (given.some(text => !/[\p{L}\p{N}]/u.test(text))) return { ends: given.map(() => null), choices: null }
  const [one = '', other = one] = given
  const panel = await visit.panel<WhomAnswer>('Whom', { one, other, both: given.length > 1 })
  const { data } = panel
  const found = [
    meant(one, data?.one, data?.likeOne?.nodes),
    ...(given.length > 1 ? [meant(other, data?.other, data?.likeOther?.nodes)] : []),
  ]
  if (found.every(each => each !== null)) return { ends: found, choices: null }
  const likes = [data?.likeOne?.nodes ?? [], data?.likeOther?.nodes ?? []]
  return { ends: found, choices: choose(panel, here, boxes.flatMap(([parameter], index) => (found[index] ? [] : [[parameter, given[index] ?? '', likes[index] ?? []] as const]))) }
}

/** The one of that slug, or of that very name. */
function meant(text: string, bySlug: Who | null | undefined, alike: readonly Who[] = []): Who | null {
  if (bySlug) return bySlug
  const named = alike.filter(each => each.name.toLowerCase() === text.toLowerCase())
  return named.length === 1 ? named[0] ?? null : null
}

function choose(panel: Panel<WhomAnswer>, here: Here, open: readonly (readonly [parameter: string, text: string, alike: readonly Who[]])[]): Html {
  return section(panel, here, { class: 'choices', label: 'Whom do you mean?' }, () => open.map(([parameter, text, alike]) => (alike.length === 0
    ? empty('Nobody and nothing here goes by “', html`<bdi>${text}</bdi>`, '”, or by a name like it.')
    : html`<h2>Whom do you mean by “<bdi>${text}</bdi>”?</h2><ul class="rows">${alike.map(each => html`<li>${who(each)} <a class="button" href="${elsewhere(here, { [parameter]: each.slug })}">This one<span class="hidden">: ${each.name}</span></a></li>`)}</ul>`)))
}

/** The form of such a page: a box for each, and whatever else it asks. */
export function boxesForm({ path, search }: Here, boxes: Boxes, ends: readonly (Who | null)[], button: string, more: Value = null): Html {
  return html`<form class="ends" action="${path}">
${boxes.map(([parameter, words], index) => html`<div class="whom"><label>${words} <input name="${parameter}" value="${ends[index]?.name ?? search.get(parameter) ?? ''}" maxlength="300" autocomplete="off" dir="auto" data-suggest="${operation('SuggestWhom')}" data-takes="slug" required></label></div>`)}
${more}<button type="submit" class="button primary">${button}</button>
</form>`
}

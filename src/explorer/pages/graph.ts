// The picture around one: whom it is bound to, how, and by whose word. The whole view is its address; a table below says the same in words.
import type { Who } from '../answers.ts'
import { address, elsewhere, entityAddress, type Here } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { total, type Listed } from '../more.ts'
import { empty, section, truncated, type Panel } from '../panel.ts'
import { who } from '../people.ts'
import { bondsOf, picture, weights, type Bond, type Tied } from '../picture.ts'
import { statementRow, type StatementListed } from '../statement-row.ts'
import type { Visit } from '../visit.ts'
import { boxesForm, whom } from '../whom.ts'
import { figure, kindWords, labelWords, modalityWords } from '../words.ts'
import type { EntityKind, Modality, Voice } from '../../model/vocabulary.ts'

interface BondAnswer {
  readonly __typename: 'Relationship' | 'Statement'
  readonly id: string
  readonly label: string
  readonly voice: Voice
  readonly modality: Modality
  readonly subject?: Who
  readonly object?: Who | null
  readonly speakers?: readonly Who[]
  readonly addressees?: readonly Who[]
  readonly targets?: readonly Who[]
}
interface GraphAnswer {
  readonly neighbourhood: { readonly totalCount: number; readonly truncated: boolean; readonly nodes: readonly Who[]; readonly ties: readonly BondAnswer[] } | null
  readonly opened?: {
    readonly nodes: readonly (Who & {
      readonly neighbours: Pick<Listed, 'totalCount' | 'totalCountExact'> & { readonly edges: readonly { readonly node: Who; readonly ties: readonly BondAnswer[] }[] }
    })[]
  }
}
interface NodeAnswer {
  readonly entity: (Who & {
    readonly description: string | null
    readonly neighbours: Pick<Listed, 'totalCount' | 'totalCountExact'>
    readonly statements: Pick<Listed, 'totalCount' | 'totalCountExact'> & { readonly nodes: readonly StatementListed[] }
  }) | null
}

interface Wanted {
  readonly focus: Who
  readonly depth: number
  readonly kinds: readonly EntityKind[]
  readonly withClaims: boolean
  readonly from: string | null
  readonly to: string | null
  readonly first: number
  readonly opened: readonly string[]
  readonly hidden: ReadonlySet<string>
  readonly at: string
}

/** Entities at first, and at most. */
const usual = 40
const cap = 150
const boxes = [['focus', 'Around']] as const

export async function graphPage(visit: Visit): Promise<Page> {
  const { here } = visit
  const { ends: [focus = null], choices } = await whom(visit, boxes)
  const wanted = focus && wantedOf(focus, here.search)
  const parts = wanted && await drawn(visit, wanted)
  return {
    title: focus ? `Around ${focus.name}` : 'The graph around somebody',
    at: '/graph',
    class: 'graph-page',
    body: html`<h1>${focus ? html`Around <bdi>${focus.name}</bdi>` : 'The graph around somebody'}</h1>
${boxesForm(here, boxes, [focus], 'Draw', dates(here.search))}
${choices}${parts}`,
  }
}

function dates(search: URLSearchParams): Value {
  return [['from', 'from'], ['to', 'to']].map(([name = '', words]) => html`<label class="narrow">${words} <input name="${name}" value="${search.get(name) ?? ''}" placeholder="2015-11" pattern="\\d{4}(-\\d{2}(-\\d{2})?)?" title="A year, a month or a day, such as 2015, 2015-11 or 2015-11-16" maxlength="10"></label>`)
}

function wantedOf(focus: Who, search: URLSearchParams): Wanted {
  const kinds = list(search, 'kinds').filter((each): each is EntityKind => each in kindWords)
  const first = Number(search.get('first'))
  return {
    focus,
    depth: search.get('hops') === '2' ? 2 : 1,
    kinds,
    withClaims: search.get('claims') !== 'no',
    from: search.get('from') || null,
    to: search.get('to') || null,
    first: Number.isInteger(first) && first > 1 && first <= cap ? first : usual,
    opened: list(search, 'opened').slice(0, 5),
    hidden: new Set(list(search, 'hidden')),
    at: search.get('at') ?? focus.slug,
  }
}

function list(search: URLSearchParams, name: string): readonly string[] {
  return (search.get(name) ?? '').split(',').filter(Boolean)
}

async function drawn(visit: Visit, wanted: Wanted): Promise<Html> {
  const { focus, depth, kinds, withClaims, from, to, first, opened, at } = wanted
  const filter = { ...(!withClaims && { voice: ['ARTICLE'] }), ...((from || to) && { on: { from, to } }) }
  const panel = await visit.panel<GraphAnswer>('Graph', { focus: focus.slug, depth, kinds: kinds.length > 0 ? kinds : null, filter, first, opened, opens: opened.length > 0 })
  const card = await visit.panel<NodeAnswer>('GraphNode', { slug: at, filter })
  return html`${filters(visit.here, wanted)}<div class="graph-and-card">${section(panel, visit.here, { class: 'drawn', label: 'The graph' }, data => view(data, wanted, visit.here))}${aside(card, wanted, visit.here)}</div>`
}

function filters(here: Here, { kinds, depth, withClaims }: Wanted): Html {
  const way = (changes: Parameters<typeof elsewhere>[1], words: string, isOn: boolean) => html`<li><a href="${elsewhere(here, changes)}"${isOn && html` aria-current="true"`}>${words}</a></li>`
  const toggled = (kind: EntityKind) => (kinds.includes(kind) ? kinds.filter(each => each !== kind) : [...kinds, kind]).join(',')
  return html`<nav class="switches" aria-label="What the picture shows"><ul>
${way({ hops: null }, 'One step', depth === 1)}${way({ hops: 2 }, 'Two steps', depth === 2)}
${way({ claims: null }, 'With claims', withClaims)}${way({ claims: 'no' }, 'Only the articles’ own word', !withClaims)}
${(Object.keys(kindWords) as EntityKind[]).map(kind => way({ kinds: toggled(kind) }, kindWords[kind].many, kinds.includes(kind)))}
</ul></nav>`
}

function view({ neighbourhood, opened }: GraphAnswer, wanted: Wanted, here: Here): Value {
  if (!neighbourhood) return null
  const { focus, hidden, at } = wanted
  const known = [...new Map([...neighbourhood.nodes, ...(opened?.nodes ?? []).flatMap(each => [each, ...each.neighbours.edges.map(({ node }) => node)])].map(each => [each.slug, each])).values()]
  const nodes = known.filter(({ slug }) => !hidden.has(slug)).slice(0, cap)
  const shown = new Set(nodes.map(each => each.slug))
  const ties = [...neighbourhood.ties, ...(opened?.nodes ?? []).flatMap(each => each.neighbours.edges.flatMap(edge => edge.ties))]
  const bonds = bondsOf(ties.flatMap(tied)).filter(({ from, to }) => shown.has(from.slug) && shown.has(to.slug))
  if (nodes.length < 2) return empty('Nobody is tied to ', html`<bdi>${focus.name}</bdi>`, ' in this way. ', html`<a href="${address('/graph', { focus: focus.slug })}">Show every tie</a>.`)
  return [
    html`<div class="tools"><label class="find">Find in the picture <input type="search" data-find autocomplete="off"></label><span class="zoom" data-zoom></span></div>`,
    html`<div class="canvas" tabindex="0" role="region" aria-label="Picture; scroll to see all of it">${picture({ nodes, bonds, focus: focus.slug, current: at, addressOf: ({ slug }) => elsewhere(here, { at: slug === focus.slug ? null : slug }) })}</div>`,
    html`<p class="facts legend"><span class="own-mark sample">solid</span>: the article’s own word · <span class="claim-mark sample">dashed</span>: somebody claims it · circle: person · square: country · diamond: organisation · triangle: event · pentagon: place · hexagon: group · octagon: topic</p>`,
    left(neighbourhood, nodes.length, known.length, wanted, here),
    table(nodes, bonds),
  ]
}

/** A tie binds its two sides; a saying each speaker with each whom it is said to or aimed at. */
function tied(bond: BondAnswer): readonly Tied[] {
  const { id, voice, subject, object, speakers = [], addressees = [], targets = [] } = bond
  const label = labelWords(bond.label, modalityWords(bond))
  const isOwn = voice === 'ARTICLE'
  if (subject) return object ? [{ from: subject, to: object, label, isOwn, id }] : []
  return speakers.flatMap(from => [...addressees, ...targets].map(to => ({ from, to, label, isOwn, id })))
}

function left({ totalCount, nodes, truncated: isCut }: NonNullable<GraphAnswer['neighbourhood']>, shown: number, known: number, { first, hidden }: Wanted, here: Here): Value {
  const most = Math.min(cap, first + usual)
  return [
    known - hidden.size > cap && truncated(`A picture holds at most ${cap}; the rest of what was opened is left out.`),
    isCut && totalCount > nodes.length && truncated(`Showing the ${shown} with the strongest ties; ${figure(totalCount - nodes.length)} more are in reach. `, most > first && html`<a href="${elsewhere(here, { first: most })}">Show ${most - first} more</a>`),
    isCut && totalCount <= nodes.length && truncated('Some ties between these are left out: there are more than 500.'),
    hidden.size > 0 && html`<p class="facts">${hidden.size} hidden. <a href="${elsewhere(here, { hidden: null })}">Show them again</a></p>`,
  ]
}

function table(nodes: readonly Who[], bonds: readonly Bond[]): Html {
  const ties = weights(bonds)
  const sorted = bonds.toSorted((a, b) => (ties.get(b.from.slug) ?? 0) - (ties.get(a.from.slug) ?? 0) || b.ties - a.ties)
  return html`<details class="twin"><summary>The same as a table: ${nodes.length} in the picture, ${bonds.length} connections</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Table of connections"><table><thead><tr><th scope="col">From</th><th scope="col">What binds them</th><th scope="col">To</th><th scope="col">Whose word</th><th scope="col">Ties</th></tr></thead>
<tbody>${sorted.map(({ from, to, labels, ties: count, isOwn }) => html`<tr><td>${who(from)}</td><td dir="auto">${labels.slice(0, 5).join(', ')}${labels.length > 5 && ` and ${labels.length - 5} more`}</td><td>${who(to)}</td><td>${isOwn ? 'article' : html`<span class="claim-mark">claimed</span>`}</td><td class="number"><a href="${address('/pair', { a: from.slug, b: to.slug })}">${figure(count)}<span class="hidden"> ties of ${from.name} and ${to.name}</span></a></td></tr>`)}</tbody></table></div></details>`
}

/** The card of the one that was pressed: what there is of it, and what to do with it. */
function aside(panel: Panel<NodeAnswer>, { focus, opened, hidden }: Wanted, here: Here): Html {
  return section(panel, here, { class: 'node-card', label: 'Whom you look at' }, ({ entity }) => entity && html`
<p class="eyebrow">${kindWords[entity.kind].one}</p>
<h2 class="card-name"><a href="${entityAddress(entity.slug)}"><bdi>${entity.name}</bdi></a></h2>
${entity.description && html`<p class="facts">${entity.description}</p>`}
<p class="facts">${total(entity.neighbours)} in reach · ${total(entity.statements)} ${entity.statements.totalCount === 1 ? 'statement' : 'statements'} by, to or about</p>
<p class="actions">${entity.slug !== focus.slug && [
    opened.includes(entity.slug) ? html`<a class="button" href="${elsewhere(here, { opened: opened.filter(each => each !== entity.slug).join(',') })}">Close</a>` : opened.length < 5 && html`<a class="button primary" href="${elsewhere(here, { opened: [...opened, entity.slug].join(',') })}">Open up to 20 more</a>`,
    html`<a class="button" href="${elsewhere(here, { hidden: [...hidden, entity.slug].join(','), at: null })}">Hide</a>`,
    html`<a class="button" href="${address('/graph', { focus: entity.slug })}">Put in the middle</a>`,
    html`<a class="button" href="${address('/path', { from: focus.slug, to: entity.slug })}">Path from ${focus.name}</a>`,
    html`<a class="button" href="${address('/pair', { a: focus.slug, b: entity.slug })}">Face to face</a>`,
  ]}<a class="button" href="${address('/timeline', { entity: entity.slug })}">Timeline</a></p>
${entity.statements.nodes.length === 0 ? empty('Nothing is said by it, to it or about it.') : entity.statements.nodes.map(each => statementRow(each))}`)
}

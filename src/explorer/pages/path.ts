// The ways between two: each as a sentence whose steps open to the words that they rest on. Claims count as links, or not: the answer changes.
import type { Source, Who } from '../answers.ts'
import { address, elsewhere, type Here } from '../here.ts'
import { html, joined, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { total, type Listed } from '../more.ts'
import { empty, section, truncated } from '../panel.ts'
import { icon, who } from '../people.ts'
import { bondsOf, picture } from '../picture.ts'
import { source } from '../statement-row.ts'
import { evidence, word, type TieLine } from '../tie.ts'
import type { Visit } from '../visit.ts'
import { boxesForm, whom } from '../whom.ts'
import { labelWords, modalityWords } from '../words.ts'

interface Hop {
  readonly from: Who
  readonly to: Who
  readonly forwards: boolean
  readonly tie: TieLine
}
interface Way { readonly length: number; readonly hops: readonly Hop[] }
interface PathAnswer {
  readonly paths: { readonly searched: 'COMPLETE' | 'LENGTH_LIMIT' | 'NODE_BUDGET' | 'DEADLINE'; readonly paths: readonly Way[] } | null
  readonly articles: Pick<Listed, 'totalCount' | 'totalCountExact'> & { readonly nodes: readonly Source[] }
}
interface Asked {
  readonly from: Who
  readonly to: Who
  readonly most: number
  readonly withClaims: boolean
  readonly without: readonly string[]
}

const boxes = [['from', 'From'], ['to', 'To']] as const
const longest = 6

export async function pathPage(visit: Visit): Promise<Page> {
  const { here } = visit
  const { ends: [from = null, to = null], choices } = await whom(visit, boxes)
  const given = Number(here.search.get('most'))
  const most = Number.isInteger(given) && given >= 1 && given <= longest ? given : 5
  const withClaims = here.search.get('claims') !== 'no'
  const without = (here.search.get('without') ?? '').split(',').filter(slug => slug !== '' && slug !== from?.slug && slug !== to?.slug)
  const isOne = from !== null && from.slug === to?.slug
  const ways = isOne ? empty(`Both are ${from.name}; choose two.`) : from && to ? await found(visit, { from, to, most, withClaims, without }) : null
  return {
    title: from && to ? `From ${from.name} to ${to.name}` : 'How are two connected?',
    at: '/path',
    class: 'path-page',
    body: html`<h1>${from && to ? html`How are <bdi>${from.name}</bdi> and <bdi>${to.name}</bdi> connected?` : 'How are two connected?'}</h1>
${boxesForm(here, boxes, [from, to], 'Find the way', [
    html`<label class="narrow">Steps, at most <select name="most">${[2, 3, 4, 5, 6].map(each => html`<option${each === most && html` selected`}>${each}</option>`)}</select></label>`,
    !withClaims && html`<input type="hidden" name="claims" value="no">`,
  ])}
${from && to && html`<p class="actions"><a class="button" href="${address(here.path, { ...Object.fromEntries(here.search), from: to.slug, to: from.slug })}">Swap the two</a><a class="button" href="${address('/pair', { a: from.slug, b: to.slug })}">What they say to each other</a></p>`}
${choices}${ways}`,
  }
}

async function found(visit: Visit, asked: Asked): Promise<Html> {
  const { from, to, most, withClaims, without } = asked
  const panel = await visit.panel<PathAnswer>('PathBetween', {
    from: from.slug,
    to: to.slug,
    maxLength: most,
    filter: withClaims ? null : { voice: ['ARTICLE'] },
    exclude: without.map(slug => ({ slug })),
  })
  return section(panel, visit.here, { class: 'ways', label: 'The ways between the two' }, ({ paths, articles }) => [
    switches(visit.here, asked),
    paths && paths.paths.map((way, index) => wayOf(way, index, visit.here, without)),
    paths && outcome(paths.searched, paths.paths.length, asked, visit.here),
    paths?.paths.length === 0 && both(articles, asked),
    paths && paths.paths.length > 0 && drawn(paths.paths, asked),
  ])
}

function switches(here: Here, { withClaims, without }: Asked): Html {
  return html`<nav class="switches" aria-label="What counts as a link"><ul>
<li><a href="${elsewhere(here, { claims: null })}"${withClaims && html` aria-current="true"`}>Claims count as links</a></li>
<li><a href="${elsewhere(here, { claims: 'no' })}"${!withClaims && html` aria-current="true"`}>Only what articles report themselves</a></li>
</ul></nav>
${without.length > 0 && html`<p class="facts">Not through: ${joined(without.map(slug => html`<bdi>${slug}</bdi> <a href="${elsewhere(here, { without: without.filter(each => each !== slug).join(',') })}">allow<span class="hidden"> ${slug} again</span></a>`), ', ')}.</p>`}`
}

function wayOf({ length, hops }: Way, index: number, here: Here, without: readonly string[]): Html {
  const first = hops[0]
  return html`<article class="way" aria-label="Way ${index + 1}">
<p class="way-sentence">${first && who(first.from)}${hops.map(hop => [' ', arrow(hop), ' ', who(hop.to), ' ', chip(hop.tie)])}</p>
<p class="facts">${length} ${length === 1 ? 'step' : 'steps'}${hops.slice(0, -1).map(({ to }) => html` · <a href="${elsewhere(here, { without: [...without, to.slug].join(',') })}">Not through <bdi>${to.name}</bdi></a>`)}</p>
<ol class="hops">${hops.map(hop => html`<li><details><summary>${icon(hop.from.kind)}<bdi>${hop.from.name}</bdi> ${arrow(hop)} ${icon(hop.to.kind)}<bdi>${hop.to.name}</bdi> ${chip(hop.tie)}</summary><p>${word(hop.tie)}</p>${evidence(hop.tie)}</details></li>`)}</ol>
</article>`
}

/** It points the way that the deed or the saying goes. */
function arrow({ forwards, tie }: Hop): Html {
  return html`<span class="tie ${tie.voice === 'ARTICLE' ? 'own' : 'claim'}"><span class="arrow${!forwards && ' back'}"><span class="tie-label" dir="auto">${tie.label}</span></span></span>`
}

function chip(tie: TieLine): Value {
  const words = modalityWords(tie)
  return words && html`<span class="chip">${words}</span>`
}

function outcome(searched: NonNullable<PathAnswer['paths']>['searched'], ways: number, { from, to, most, withClaims }: Asked, here: Here): Value {
  const link = withClaims ? 'link' : 'link by the articles’ own word'
  switch (searched) {
    case 'COMPLETE':
      return ways === 0 && empty(`There is no ${link} between ${from.name} and ${to.name}: everything that the one can reach was looked through.`)
    case 'LENGTH_LIMIT':
      return ways === 0 && empty(`There is no ${link} between ${from.name} and ${to.name} within ${most} ${most === 1 ? 'step' : 'steps'}. `, most < longest && html`<a href="${elsewhere(here, { most: longest })}">Look up to ${longest} steps far.</a>`)
    case 'NODE_BUDGET':
      return truncated('There is too much around the two to look through all of it; other ways may exist. ', html`<a href="${elsewhere(here, { most: 3 })}">Look for short ways only</a>, or leave somebody out.`)
    case 'DEADLINE':
      return html`<div class="notice timed-out" role="status"><strong>This took too long and was stopped.</strong> ${ways === 0 ? 'A way' : 'Another way'} may well exist: <a href="${elsewhere(here, { most: 3 })}">look for short ways only</a>.</div>`
    default:
      return searched satisfies never
  }
}

/** The nearest that two come who are not connected. */
function both({ nodes, totalCount, totalCountExact }: PathAnswer['articles'], { from, to }: Asked): Html {
  return nodes.length === 0
    ? html`<p>No article mentions both.</p>`
    : html`<p>The closest they come: ${totalCount === 1 ? 'one article mentions' : `${total({ totalCount, totalCountExact })} articles mention`} both <bdi>${from.name}</bdi> and <bdi>${to.name}</bdi>.</p><ul class="rows">${nodes.map(article => html`<li>${source({ article })}</li>`)}</ul>`
}

function drawn(ways: readonly Way[], { from, to }: Asked): Html {
  const hops = ways.flatMap(way => way.hops)
  const all = [...new Map([from, to, ...hops.flatMap(hop => [hop.from, hop.to])].map(each => [each.slug, each])).values()]
  const bonds = bondsOf(hops.map(hop => ({ from: hop.forwards ? hop.from : hop.to, to: hop.forwards ? hop.to : hop.from, label: labelWords(hop.tie.label, modalityWords(hop.tie)), isOwn: hop.tie.voice === 'ARTICLE', id: hop.tie.id })))
  return html`<figure class="drawn small"><figcaption class="hidden">The same ways as a picture</figcaption>${picture({ nodes: all, bonds, focus: from.slug, addressOf: ({ slug }) => address('/graph', { focus: slug }) })}</figure>`
}

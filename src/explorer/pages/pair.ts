// Two, face to face: what each says to and about the other, what each does to the other, and where both take part.
import type { RelationshipLine, Source, Who, Words } from '../answers.ts'
import { address, passageAddress } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { total, type Listed } from '../more.ts'
import { empty, section, truncated } from '../panel.ts'
import { who } from '../people.ts'
import { claimRow } from '../relationship-row.ts'
import { source, statementRow, type StatementListed } from '../statement-row.ts'
import { standing, word } from '../tie.ts'
import type { Visit } from '../visit.ts'
import { boxesForm, whom } from '../whom.ts'
import { dateWords } from '../words.ts'
import type { Modality, Voice } from '../../model/vocabulary.ts'

type Some<Node> = Pick<Listed, 'totalCount' | 'totalCountExact'> & { readonly nodes: readonly Node[] }
type Deed = RelationshipLine & {
  readonly startsOn: string | null
  readonly claimedBy: readonly Who[]
  readonly evidence: readonly Words[]
  readonly sentence: { readonly position: number }
  readonly article: Source
}
interface PairAnswer extends Readonly<Record<'aToB' | 'aOfB' | 'bToA' | 'bOfA', Some<StatementListed>>>, Readonly<Record<'aDoes' | 'bDoes', Some<Deed>>> {
  readonly events: Some<Who & { readonly startsOn: string | null; readonly voice: Voice; readonly modality: Modality }>
  /** Those of the events in which an article itself has both. */
  readonly told: { readonly nodes: readonly { readonly slug: string }[] }
  readonly articles: Some<Source>
}

const boxes = [['a', 'One'], ['b', 'The other']] as const

export async function pairPage(visit: Visit): Promise<Page> {
  const { here } = visit
  const { ends: [a = null, b = null], choices } = await whom(visit, boxes)
  const isOne = a !== null && a.slug === b?.slug
  const panel = a && b && !isOne ? await visit.panel<PairAnswer>('Pair', { a: a.slug, b: b.slug }) : null
  return {
    title: a && b ? `${a.name} and ${b.name}` : 'Two, face to face',
    at: '/pair',
    class: 'pair-page',
    body: html`<h1>${a && b ? html`<bdi>${a.name}</bdi> <span class="joint">and</span> <bdi>${b.name}</bdi>` : 'Two, face to face'}</h1>
${boxesForm(here, boxes, [a, b], 'Put them face to face')}
${choices}
${isOne && empty(`Both are ${a.name}; choose two.`)}
${a && b && panel && section(panel, here, { class: 'pair', label: 'Between the two' }, data => html`
<p class="actions"><a class="button" href="${address('/path', { from: a.slug, to: b.slug })}">How are they connected?</a><a class="button" href="${address('/pair', { a: b.slug, b: a.slug })}">Swap the two</a></p>
<div class="facing">${side(a, b, data.aToB, data.aOfB, data.aDoes)}${side(b, a, data.bToA, data.bOfA, data.bDoes)}</div>
${shared(data, a, b)}`)}`,
  }
}

function side(one: Who, other: Who, to: Some<StatementListed>, of: Some<StatementListed>, does: Some<Deed>): Html {
  const isSilent = to.nodes.length + of.nodes.length + does.nodes.length === 0
  return html`<section aria-label="${one.name} of ${other.name}"><p class="side-name">${who(one)}</p>
${isSilent && empty(`${one.name} says nothing to or about ${other.name}, and does nothing to them, in any article here.`)}
${list(`Says to ${other.name}`, to, each => statementRow(each))}
${list(`Says about ${other.name}`, of, each => statementRow(each))}
${list(`Does`, does, deed)}</section>`
}

function list<Node>(words: string, { nodes, ...counted }: Some<Node>, draw: (node: Node) => Html): Value {
  return nodes.length > 0 && html`<h2>${words} <span class="count">${total(counted)}</span></h2>${nodes.map(draw)}${counted.totalCount > nodes.length && truncated(`Showing ${nodes.length} of ${total(counted)}.`)}`
}

function deed(each: Deed): Html {
  const [first] = each.evidence
  return html`<article class="deed"><p>${claimRow(each)}${each.startsOn && html` <span class="facts">${dateWords(each.startsOn)}</span>`}</p><p>${word(each)}</p>
${first && html`<p class="evidence" dir="auto"><a href="${passageAddress(each.article.slug, each.sentence.position, first)}">${each.evidence.map(({ text }) => text).join(' … ')}</a></p>`}
<p class="facts">${source({ article: each.article })}</p></article>`
}

function shared({ events, told, articles }: PairAnswer, a: Who, b: Who): Html {
  const own = new Set(told.nodes.map(event => event.slug))
  return html`<div class="shared"><section aria-label="Events of both"><h2>Where both take part <span class="count">${total(events)}</span></h2>
${events.nodes.length === 0 ? empty('No event is known in which both take part.') : html`<ul class="rows">${events.nodes.map(event => html`<li>${who(event)}${event.startsOn && html` <span class="facts">${dateWords(event.startsOn)}</span>`}${standing({ voice: own.has(event.slug) ? event.voice : 'CLAIMED', modality: event.modality })}</li>`)}</ul>`}
${events.totalCount > events.nodes.length && truncated(`Showing ${events.nodes.length} of ${total(events)}.`)}</section>
<section aria-label="Articles with both"><h2>Articles that mention both <span class="count">${total(articles)}</span></h2>
${articles.nodes.length === 0 ? empty(`No article mentions both ${a.name} and ${b.name}.`) : html`<ul class="rows">${articles.nodes.map(article => html`<li>${source({ article })}</li>`)}</ul>`}
${articles.totalCount > articles.nodes.length && truncated(`Showing ${articles.nodes.length} of ${total(articles)}.`)}</section></div>`
}

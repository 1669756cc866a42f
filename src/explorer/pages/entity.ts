// An entity: what it says, what is said about it, and what articles say that it does; beside them its names, its ties and its articles.
import type { RelationshipLine, Source, Span, Who, Words } from '../answers.ts'
import { address, elsewhere, passageAddress } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { more, total, type Listed } from '../more.ts'
import { empty, section, type Panel } from '../panel.ts'
import { icon, who, whoList } from '../people.ts'
import { claimRow } from '../relationship-row.ts'
import { source, statementRow, type StatementListed } from '../statement-row.ts'
import type { Visit } from '../visit.ts'
import { dateWords, deedModality, figure, kindWords, spanWords } from '../words.ts'
import type { Modality, Voice } from '../../model/vocabulary.ts'
import { notFound } from './not-found.ts'

type Counted = Pick<Listed, 'totalCount' | 'totalCountExact'>
interface Placed extends Span {
  readonly sentence: { readonly position: number }
  readonly article: { readonly slug: string; readonly title: string }
}

interface EntityAnswer extends Who {
  readonly named: boolean
  readonly description: string | null
  readonly wikidataId: string | null
  readonly background: readonly string[]
  readonly country: Who | null
  readonly speaksFor: Who | null
  readonly aliases: readonly { readonly name: string; readonly count: number; readonly first: Placed }[]
  readonly possiblySameAs: readonly { readonly entity: Who; readonly basis: { readonly reason: string; readonly confidence: number } }[]
  readonly offices?: readonly { readonly title: string; readonly of: Who | null; readonly startsOn: string | null; readonly endsOn: string | null; readonly evidence: readonly (Placed & Words)[] }[]
  readonly capital?: string | null
  readonly partOf?: Who | null
  readonly startsOn?: string | null
  readonly endsOn?: string | null
  readonly voice?: Voice
  readonly modality?: Modality
  readonly claimedBy?: readonly Who[]
  readonly place?: Who | null
  readonly participants?: Counted & { readonly nodes: readonly Who[] }
  readonly members?: Counted & { readonly nodes: readonly Who[] }
  readonly articles: { readonly pageInfo: { readonly hasNextPage: boolean }; readonly nodes: readonly Source[] }
}
interface CountsAnswer {
  readonly entity: Readonly<Partial<Record<Tab | `${Tab}Together`, Counted>>> | null
}

interface Tabbed<List> {
  readonly entity: { readonly statements?: List; readonly relationships?: List; readonly together?: List } | null
}
type Statements = Listed & { readonly nodes: readonly StatementListed[] }
type Deeds = Listed & { readonly nodes: readonly (RelationshipLine & { readonly evidence: readonly Words[]; readonly startsOn: string | null; readonly place: Who | null; readonly sentence: { readonly position: number }; readonly article: Source })[] }
interface TiesAnswer { readonly entity: { readonly neighbours: Counted & { readonly edges: readonly { readonly weight: number; readonly node: Who }[] } } | null }

const tabs = ['says', 'about', 'does'] as const
type Tab = (typeof tabs)[number]
const tabWords: Readonly<Record<Tab, string>> = { says: 'Says', about: 'Is said about', does: 'Does and takes part' }
const operationsOf: Readonly<Record<Tab, string>> = { says: 'EntitySays', about: 'EntitySaidAbout', does: 'EntityDoes' }

/** Rows of a list. */
const first = 20

export async function entityPage(visit: Visit): Promise<Page> {
  const slug = visit.name
  const head = await visit.panel<{ readonly entity: EntityAnswer | null }>('EntityPage', { slug })
  const entity = head.data?.entity ?? null
  if (!entity && !head.trouble) return notFound(visit, `Nobody and nothing here goes by “${slug}”.`)
  const rollUp = visit.here.search.has('all') && (entity === null || entity.kind === 'COUNTRY')
  const counts = await visit.panel<CountsAnswer>('EntityCounts', { slug, rollUp })
  const countOf = (tab: Tab): Counted | undefined => counts.data?.entity?.[rollUp ? `${tab}Together` as const : tab]
  const asked = visit.here.search.get('tab')
  // Where none is asked for: the first that has something; the first where it took too long to count.
  const tab = tabs.find(each => each === asked) ?? tabs.find(each => countOf(each)?.totalCount !== 0) ?? 'says'
  const list = await visit.panel(operationsOf[tab], { slug, rollUp, first, after: visit.here.search.get('after') })
  const ties = await visit.panel<TiesAnswer>('EntityTies', { slug })
  return {
    title: entity?.name ?? slug,
    class: 'entity-page',
    body: html`<header class="entity-head">${entity ? heading(entity) : html`<h1><bdi>${slug}</bdi></h1>`}</header>
${section(counts, visit.here, { class: 'entity-tabs', label: 'What to show' }, () => [tabList(tab, countOf, rollUp, visit), entity?.kind === 'COUNTRY' && together(rollUp, visit)])}
<div class="main-and-rail">
${tab === 'does' ? does(list as Panel<Tabbed<Deeds>>, visit) : said(list as Panel<Tabbed<Statements>>, tab, entity?.name ?? slug, visit)}
<div class="rail">${section(ties, visit.here, { class: 'ties', label: 'Strongest connections' }, data => strongest(data, slug))}${section(head, visit.here, { class: 'known', label: 'Names and articles' }, () => entity && known(entity))}</div>
</div>`,
  }
}

function heading(entity: EntityAnswer): Html {
  const { slug, kind, name, named, country, speaksFor } = entity
  return html`<p class="eyebrow">${icon(kind)} ${kindWords[kind].one}${!named && ', unnamed'}${country && [' · ', who(country)]}${speaksFor && speaksFor.slug !== country?.slug && [' · speaks for ', who(speaksFor)]}</p>
<h1><bdi>${name}</bdi></h1>
${lines(entity).map(line => html`<p class="lead">${line}</p>`)}
<p class="actions"><a class="button" href="${address('/graph', { focus: slug })}">Graph</a><a class="button" href="${address('/timeline', { entity: slug })}">Timeline</a><a class="button" href="${address('/path', { from: slug })}">Path to somebody</a></p>`
}

function tabList(tab: Tab, countOf: (tab: Tab) => Counted | undefined, rollUp: boolean, { here }: Visit): Html {
  return html`<nav class="tabs" aria-label="What to show"><ul>${tabs.map(each => {
    const counted = countOf(each)
    return html`<li><a href="${address(here.path, { tab: each, all: rollUp })}"${each === tab && html` aria-current="page"`}>${tabWords[each]}${counted && html` <span class="count">${total(counted)}</span>`}</a></li>`
  })}</ul></nav>`
}

function together(rollUp: boolean, { here }: Visit): Html {
  return html`<p class="facts">${rollUp
    ? html`With what its government, its capital and its officials say and do. <a href="${elsewhere(here, { all: null, after: null })}">Only what is said of the country by its name</a>`
    : html`<a href="${elsewhere(here, { all: true, after: null })}">Together with its government, its capital and its officials</a>`}</p>`
}

/** What there is to know of it in a line or two. */
function lines(entity: EntityAnswer): readonly Value[] {
  const { offices = [], description, capital, partOf, startsOn, endsOn, place, voice, modality, claimedBy = [], participants, members } = entity
  // With its time and without it an office is two; here it is one.
  const different = [...Map.groupBy(offices, ({ title, of }) => `${title} ${of?.slug}`).values()].flatMap(same => same.slice(0, 1))
  const span = spanWords(startsOn, endsOn)
  return [
    offices.length > 0 && different.slice(0, 4).map(({ title, of, startsOn: from, endsOn: until, evidence: [passage] }, index) => [index > 0 && ' · ', passage ? html`<a class="plain" href="${at(passage)}" title="${passage.text}">${title}</a>` : title, of && [' of ', who(of)], (from || until) && html` <span class="facts">${spanWords(from, until)}</span>`]),
    offices.length === 0 && description,
    capital && ['Capital: ', capital],
    partOf && ['Part of ', who(partOf)],
    (span || place || modality !== undefined) && [voice === 'ARTICLE' ? null : voice && html`<span class="voice claim-mark">${claimedBy.length > 0 ? ['According to ', whoList(claimedBy)] : 'Hearsay'}</span> `, span, place && [span && ', ', who(place)], modality && deedModality[modality] && html` <span class="chip">${deedModality[modality]}</span>`],
    participants && participants.nodes.length > 0 && ['With ', whoList(participants.nodes), participants.totalCount > participants.nodes.length && ` and ${participants.totalCount - participants.nodes.length} more`],
    members && members.nodes.length > 0 && ['Members: ', whoList(members.nodes), members.totalCount > members.nodes.length && ` and ${members.totalCount - members.nodes.length} more`],
  ].filter(line => line !== null && line !== undefined && line !== false && line !== '')
}

function said(panel: Panel<Tabbed<Statements>>, tab: Tab, name: string, { here }: Visit): Html {
  return section(panel, here, { class: 'list', label: tab === 'says' ? 'Says' : 'Is said about' }, ({ entity }) => {
    const list = entity?.together ?? entity?.statements
    if (!list) return null
    if (list.nodes.length === 0) return empty(tab === 'says' ? `No article has ${name} say anything.` : `Nobody is read to say anything to or about ${name}.`)
    return html`${list.nodes.map(each => statementRow(each))}${more(list, list.nodes.length, here)}`
  })
}

function does(panel: Panel<Tabbed<Deeds>>, { here }: Visit): Html {
  return section(panel, here, { class: 'list', label: 'Does and takes part' }, ({ entity }) => {
    const list = entity?.together ?? entity?.relationships
    if (!list) return null
    if (list.nodes.length === 0) return empty('No article says anything of this kind in its own words. What others claim stands under “is said about”.')
    return html`<p class="facts">What the articles report in their own words.</p>${list.nodes.map(deed => html`<article class="deed"><p>${claimRow(deed)}${deed.place && deed.place.slug !== deed.object?.slug && html` <span class="facts">in ${who(deed.place)}</span>`}${deed.startsOn && html` <span class="facts">${dateWords(deed.startsOn)}</span>`}</p>
${deed.evidence[0] && html`<p class="evidence" dir="auto"><a href="${passageAddress(deed.article.slug, deed.sentence.position, deed.evidence[0])}">${deed.evidence.map(({ text }) => text).join(' … ')}</a></p>`}
<p class="facts">${source(deed)}</p></article>`)}${more(list, list.nodes.length, here)}`
  })
}

function strongest({ entity }: TiesAnswer, slug: string): Value {
  if (!entity) return null
  const { edges } = entity.neighbours
  if (edges.length === 0) return [html`<h2>Strongest connections</h2>`, empty('No connection to anybody is known.')]
  const most = edges[0]?.weight ?? 1
  return html`<h2>Strongest connections</h2><ol class="bars">${edges.map(({ node, weight }) => html`<li>${who(node)}<meter min="0" max="${most}" value="${weight}" aria-label="Ties">${weight}</meter><a class="facts" href="${address('/pair', { a: slug, b: node.slug })}">${figure(weight)}<span class="hidden"> ties with ${node.name}</span></a></li>`)}</ol>`
}

/** Its names, each with a link to where it stands, who else it may be, and where it is mentioned. */
function known({ aliases, possiblySameAs, articles, background, wikidataId }: EntityAnswer): Html {
  return html`<section aria-label="Names"><h2>As articles say</h2><ul class="names">${aliases.slice(0, 24).map(({ name, count, first: place }) => html`<li><a class="plain" href="${at(place)}" title="First in: ${place.article.title}"><bdi>${name}</bdi></a> <span class="facts">${figure(count)}</span></li>`)}</ul>
${aliases.length > 24 && html`<p class="notice truncated">Showing 24 of ${aliases.length} names.</p>`}</section>
${possiblySameAs.length > 0 && html`<section aria-label="Possibly the same"><h2>Possibly the same as</h2><ul class="rows">${possiblySameAs.slice(0, 6).map(({ entity, basis }) => html`<li>${who(entity)} <span class="facts">${Math.round(basis.confidence * 100)} %: ${basis.reason}</span></li>`)}</ul></section>`}
<section aria-label="Articles"><h2>Mentioned in</h2><ul class="rows">${articles.nodes.map(article => html`<li>${source({ article })}</li>`)}</ul>${articles.pageInfo.hasNextPage && html`<p class="notice truncated">Showing the latest ${articles.nodes.length} articles; there are more.</p>`}</section>
<p class="facts">Made by rules from the articles’ text; mistakes happen, and each line leads to its words.${background.length > 0 && ` From general knowledge, not from an article: ${background.join(', ')}.`}${wikidataId && html` Wikidata: ${wikidataId}.`}</p>`
}

function at({ article, sentence, start, end }: Placed): string {
  return passageAddress(article.slug, sentence.position, { start, end })
}


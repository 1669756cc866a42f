// Search: names, statements and articles at once, or statements alone with counts of who, how and when to narrow them by.
import type { Source, Who, Words } from '../answers.ts'
import { articleAddress, elsewhere, entityAddress, passageAddress } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { more, total, type Listed } from '../more.ts'
import { empty, section, truncated } from '../panel.ts'
import { icon, who } from '../people.ts'
import { statementRow, type StatementListed } from '../statement-row.ts'
import { standing } from '../tie.ts'
import type { Visit } from '../visit.ts'
import { dateWords, figure, kindWords, voiceWords } from '../words.ts'
import type { EntityKind, Modality, SpeechAct, Voice } from '../../model/vocabulary.ts'
import { speechActs, voices } from '../../model/vocabulary.ts'

type Counted = { readonly totalCount: number; readonly totalCountExact: boolean }
type Node =
  | (Who & { readonly __typename: 'Person' | 'Country' | 'Organisation' | 'Place' | 'Event' | 'Group' | 'Topic'; readonly description: string | null; readonly country: Who | null; readonly voice?: Voice; readonly modality?: Modality })
  | (Source & { readonly __typename: 'Article' })
  | (StatementListed & { readonly __typename: 'Statement' })
interface SearchAnswer {
  readonly search: (Listed & {
    readonly edges: readonly {
      readonly node: Node
      readonly snippet: (Words & { readonly before: string; readonly after: string; readonly article: { readonly slug: string; readonly title: string }; readonly sentence: { readonly position: number } }) | null
    }[]
  }) | null
}
type Groups<Key> = readonly { readonly count: number; readonly keys: readonly (Key | null)[] }[]
interface StatementsAnswer {
  readonly statements: Listed & { readonly nodes: readonly StatementListed[] }
}
interface FacetsAnswer {
  readonly statements: {
    readonly speakers: Groups<Who>
    readonly targets: Groups<Who>
    readonly acts: Groups<{ readonly value: SpeechAct }>
    readonly voices: Groups<{ readonly value: Voice }>
    readonly years: Groups<{ readonly value: string }>
  }
}

const kinds = ['PERSON', 'COUNTRY', 'ORGANISATION', 'PLACE', 'EVENT', 'GROUP', 'TOPIC', 'STATEMENT', 'ARTICLE'] as const
type Kind = (typeof kinds)[number]

/** Rows of a page. */
const first = 20

export async function searchPage(visit: Visit): Promise<Page> {
  const { search } = visit.here
  const text = (search.get('q') ?? '').trim()
  const kind = kinds.find(each => each === search.get('in')) ?? null
  const hasWords = /[\p{L}\p{N}]/u.test(text)
  return {
    title: hasWords ? `“${text}”` : 'Search',
    at: '/search',
    class: 'search-page',
    body: html`<h1 class="hidden">Search</h1>${kind === 'STATEMENT' || (!hasWords && kind === null && search.size > 0 && !search.has('q'))
      ? await statements(visit, hasWords ? text : null)
      : hasWords ? await everything(visit, text, kind) : nothing(visit)}`,
  }
}

function nothing({ here }: Visit): Html {
  return html`<div class="column">${empty('Type a name, or words that somebody may have said or an article may hold. ', html`<a href="${elsewhere(here, { q: null, in: 'STATEMENT' })}">Or look through all statements.</a>`)}</div>`
}

async function everything(visit: Visit, text: string, kind: Kind | null): Promise<Html> {
  const { here } = visit
  const counts = await visit.panel<Readonly<Record<Kind, Counted | null>>>('SearchKinds', { text })
  const found = await visit.panel<SearchAnswer>('Search', { text, in: kind && [kind], first, after: here.search.get('after') })
  return html`<div class="facets-and-list">
${section(counts, here, { class: 'facets', label: 'Kinds' }, data => html`<h2>Kind</h2><ul class="facet">
${facet('Everything', null, kind === null, elsewhere(here, { in: null, after: null }))}
${kinds.map(each => (data[each] === null || (data[each].totalCount === 0 && kind !== each) ? null : facet(kindName(each), total(data[each]), kind === each, elsewhere(here, { in: each, after: null }))))}</ul>`)}
${section(found, here, { class: 'list', label: 'Results' }, ({ search }) => {
    if (!search) return null
    if (search.edges.length === 0) return empty(`Nothing is found for “${text}”. `, kind !== 'ARTICLE' && html`<a href="${elsewhere(here, { in: 'ARTICLE', after: null })}">Look inside the texts</a>`, kind !== null && [' or ', html`<a href="${elsewhere(here, { in: null, after: null })}">everywhere</a>`], '.')
    return html`<p class="facts">${total(search)} found for “<bdi>${text}</bdi>”</p>${search.edges.map(({ node, snippet }) => result(node, snippet, text))}${more(search, search.edges.length, here)}`
  })}
</div>`
}

type Snippet = NonNullable<SearchAnswer['search']>['edges'][number]['snippet']

function result(node: Node, snippet: Snippet, text: string): Html {
  if (node.__typename === 'Statement') return statementRow(node, words => marked(words, text))
  const place = snippet && html`<p class="evidence" dir="auto"><a href="${passageAddress(snippet.article.slug, snippet.sentence.position, snippet)}">${node.__typename === 'Article' ? marked(snippet.text.slice(0, 300), text) : ['… ', snippet.before.replace(/^\S+\s/, ''), html`<mark>${snippet.text}</mark>`, wholeWords(snippet.after), ' …']}</a></p>`
  if (node.__typename === 'Article') {
    return html`<article class="found"><p class="found-name"><a href="${articleAddress(node.slug)}"><bdi>${node.title}</bdi></a></p>${place}<p class="facts">Article${node.publisher && [' · ', html`<bdi>${node.publisher}</bdi>`]}${node.publishedOn && ` · ${dateWords(node.publishedOn)}`}</p></article>`
  }
  const kind = node.__typename.toUpperCase() as EntityKind // the types of entities are named as their kinds
  return html`<article class="found"><p class="found-name"><a class="who" href="${entityAddress(node.slug)}">${icon(kind)}&#8288;<bdi>${node.name}</bdi></a> <span class="facts">${kindWords[kind].one}${node.country && [' · ', who(node.country)]}${node.description && [' · ', node.description]}</span>${node.voice && node.modality && standing({ voice: node.voice, modality: node.modality })}</p>${place}</article>`
}

/** Without what is left of a word that was cut. */
function wholeWords(text: string): string {
  const end = text.lastIndexOf(' ')
  return end < 0 ? text : text.slice(0, end)
}

/** The words that were asked for, whole or begun, wherever they stand. */
function marked(words: string, text: string): Value {
  const asked = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const parts: Value[] = []
  let end = 0
  for (const { 0: word, index } of words.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!asked.some(each => word.toLowerCase().startsWith(each))) continue
    parts.push(words.slice(end, index), html`<mark>${word}</mark>`)
    end = index + word.length
  }
  return [...parts, words.slice(end)]
}

function kindName(kind: Kind): string {
  return kind === 'STATEMENT' ? 'Statements' : kind === 'ARTICLE' ? 'Articles' : kindWords[kind].many
}

function facet(words: Value, number: string | null, isChosen: boolean, href: string): Html {
  return html`<li><a href="${href}"${isChosen && html` aria-current="true"`}><span>${words}</span>${number !== null && html`<span class="count">${number}</span>`}</a></li>`
}

/** Statements alone: what narrows them is in the address, each by a name of its own. */
async function statements(visit: Visit, text: string | null): Promise<Html> {
  const { here } = visit
  const given = (name: string) => here.search.get(name)
  const by = given('by')
  const at = given('at')
  const about = given('about')
  const to = given('to')
  const act = Object.keys(speechActs).find(each => each === given('act'))
  const voice = Object.keys(voices).find(each => each === given('voice'))
  const year = /^\d{4}$/.exec(given('year') ?? '')?.[0]
  const filter = {
    ...(text !== null && { text }),
    ...(by && { speaker: { slug: by } }),
    ...(at && { target: { slug: at } }),
    ...(about && { about: { slug: about } }),
    ...(to && { addressee: { slug: to } }),
    ...(act && { act }),
    ...(voice && { voice }),
    ...(year && { or: [{ madeOn: { from: year, to: year } }, { not: { madeOn: { from: '0001', to: '9999' } }, article: { publishedOn: { from: year, to: year } } }] }),
  }
  const panel = await visit.panel<StatementsAnswer>('SearchStatements', { filter, first, after: given('after') })
  // More than are counted one by one are not grouped either: it would take too long for whoever only looks.
  const isGrouped = panel.data?.statements.totalCountExact === true
  const facets = isGrouped ? await visit.panel<FacetsAnswer>('StatementFacets', { filter }) : null
  const narrowed = Object.entries({ by, at, about, to, act, voice, year }).flatMap(([name, value]) => (value ? [name] : []))
  const off = narrowed.length > 0 && html`<p class="facts">Narrowed: ${narrowed.map(name => html`<a class="chip" href="${elsewhere(here, { [name]: null, after: null, in: 'STATEMENT' })}"><span class="hidden">Take off: </span><bdi>${given(name)}</bdi> ×</a> `)}</p>`
  return html`<div class="facets-and-list"><div class="facets"><h2>Statements</h2>${off}
${facets
    ? section(facets, here, { class: 'counts', label: 'Narrow them' }, ({ statements: groups }) => [
      facetList('Who says it', groups.speakers, 'by', here, ({ slug, name, kind }) => [slug, [icon(kind), html`<bdi>${name}</bdi>`]]),
      facetList('At whom', groups.targets, 'at', here, ({ slug, name, kind }) => [slug, [icon(kind), html`<bdi>${name}</bdi>`]]),
      facetList('What they do by it', groups.acts, 'act', here, ({ value }) => [value, value.toLowerCase()]),
      facetList('Whose word', groups.voices, 'voice', here, ({ value }) => [value, voiceWords[value]]),
      facetList('Year', groups.years, 'year', here, ({ value }) => [value, value]),
    ])
    : panel.data && truncated('More than can be counted by who, how and when: narrow them by words first.')}
</div>
${section(panel, here, { class: 'list', label: 'Statements' }, ({ statements: list }) => (list.nodes.length === 0
    ? empty('No statement is like that. ', html`<a href="${elsewhere(here, { by: null, at: null, about: null, to: null, act: null, voice: null, year: null, after: null, in: 'STATEMENT' })}">Take everything off</a>`, '.')
    : html`<p class="facts">${total(list)} statement${list.totalCount !== 1 && 's'}${text !== null && html` with “<bdi>${text}</bdi>”`}</p>${list.nodes.map(each => statementRow(each, words => (text === null ? words : marked(words, text))))}${more(list, list.nodes.length, here)}`))}</div>`
}

function facetList<Key>(title: string, groups: Groups<Key>, name: string, here: Visit['here'], describe: (key: Key) => readonly [string, Value]): Value {
  const rows = groups.flatMap(({ count, keys: [key] }) => (key ? [{ count, described: describe(key) }] : []))
  if (rows.length === 0) return null
  return html`<h3>${title}</h3><ul class="facet">${rows.map(({ count, described: [value, words] }) => facet(words, figure(count), here.search.get(name) === value, elsewhere(here, { [name]: here.search.get(name) === value ? null : value, in: 'STATEMENT', after: null })))}</ul>`
}

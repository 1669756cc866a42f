// What one is part of, by date, in two lanes: when it happened, and when it was said. What bears no date stands below and is never dropped.
import type { RelationshipLine, Source, Who, Words } from '../answers.ts'
import { address, elsewhere, entityAddress, passageAddress, statementAddress, type Here } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { total, type Listed } from '../more.ts'
import { empty, section, truncated } from '../panel.ts'
import { nameList, who } from '../people.ts'
import { claimRow } from '../relationship-row.ts'
import { source, statementRow, type StatementListed } from '../statement-row.ts'
import { standing } from '../tie.ts'
import type { Visit } from '../visit.ts'
import { boxesForm, whom } from '../whom.ts'
import { dateWords, deedModality, labelWords } from '../words.ts'
import type { Modality, Voice } from '../../model/vocabulary.ts'

type Some<Node> = Pick<Listed, 'totalCount' | 'totalCountExact'> & { readonly nodes: readonly Node[] }
type Deed = RelationshipLine & { readonly startsOn: string | null; readonly endsOn: string | null; readonly evidence: readonly Words[]; readonly sentence: { readonly position: number }; readonly article: Source }
type Event = Who & { readonly startsOn: string | null; readonly endsOn: string | null; readonly voice: Voice; readonly modality: Modality }
interface TimelineAnswer {
  readonly entity: (Who & {
    readonly statements: Some<StatementListed>
    readonly relationships: Some<Deed>
    readonly undatedStatements?: Some<StatementListed>
    readonly undatedRelationships?: Some<Deed>
  }) | null
  readonly events: Some<Event>
}

/** One thing on the line. */
interface Dated {
  readonly lane: 'happened' | 'said'
  readonly from: string
  readonly to: string
  readonly isOwn: boolean
  readonly words: string
  readonly href: string
  readonly row: Html
}

const boxes = [['entity', 'Of']] as const
/** Of statements, of relationships and of events. */
const first = 60
const width = 1000

export async function timelinePage(visit: Visit): Promise<Page> {
  const { here } = visit
  const { ends: [entity = null], choices } = await whom(visit, boxes)
  const [from, to] = [here.search.get('from'), here.search.get('to')]
  const panel = entity && await visit.panel<TimelineAnswer>('Timeline', { slug: entity.slug, on: { from: from || '0001', to: to || null }, undated: !from && !to, first })
  return {
    title: entity ? `Timeline of ${entity.name}` : 'A timeline',
    at: '/timeline',
    class: 'timeline-page',
    body: html`<h1>${entity ? html`Timeline of <bdi>${entity.name}</bdi>` : 'A timeline'}</h1>
${boxesForm(here, boxes, [entity], 'Show', [['from', from], ['to', to]].map(([name, value]) => html`<label class="narrow">${name} <input name="${name}" value="${value ?? ''}" placeholder="2015-11" pattern="\\d{4}(-\\d{2}(-\\d{2})?)?" title="A year, a month or a day, such as 2015, 2015-11 or 2015-11-16" maxlength="10"></label>`))}
${choices}
${entity && panel && section(panel, here, { class: 'timeline', label: 'Timeline' }, data => data.entity && body(data.entity, data.events, here))}`,
  }
}

function body(entity: NonNullable<TimelineAnswer['entity']>, events: Some<Event>, here: Here): Value {
  const all = [
    ...entity.statements.nodes.map(said),
    ...entity.relationships.nodes.map(done),
    ...events.nodes.map(happened),
  ].filter(each => each !== null).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const cut = [['statements', entity.statements], ['relationships', entity.relationships], ['events', events]] as const
  return [
    html`<p class="actions"><a class="button" href="${address('/graph', { focus: entity.slug })}">As a graph</a>${(here.search.has('from') || here.search.has('to')) && html`<a class="button" href="${address('/timeline', { entity: entity.slug })}">All dates</a>`}</p>`,
    all.length === 0 ? empty('Nothing with a date is known of ', html`<bdi>${entity.name}</bdi>`, ' in this time.') : [lanes(all, here), chronicle(all)],
    cut.map(([words, some]) => some.totalCount > some.nodes.length && truncated(`Showing the first ${some.nodes.length} of ${total(some)} dated ${words}; narrow the dates to see the others.`)),
    undated(entity.undatedStatements, entity.undatedRelationships),
  ]
}

function said(statement: StatementListed): Dated | null {
  const { id, madeOn, voice, speakers, label, text } = statement
  return madeOn === null ? null : { lane: 'said', from: madeOn, to: madeOn, isOwn: voice === 'ARTICLE', words: `${nameList(speakers) || 'Hearsay'} ${label}: ${text.slice(0, 80)}`, href: statementAddress(id), row: statementRow(statement) }
}

function done(deed: Deed): Dated | null {
  const from = deed.startsOn ?? deed.endsOn
  const [passage] = deed.evidence
  if (from === null) return null
  const href = passage ? passageAddress(deed.article.slug, deed.sentence.position, passage) : entityAddress(deed.subject.slug)
  return { lane: 'happened', from, to: deed.endsOn ?? from, isOwn: deed.voice === 'ARTICLE', words: [deed.subject.name, labelWords(deed.label, deedModality[deed.modality]), deed.object?.name].join(' '), href, row: deedRow(deed, href) }
}

function deedRow(deed: Deed, href: string): Html {
  return html`<article class="deed"><p>${claimRow(deed)}</p><p class="evidence" dir="auto"><a href="${href}">${deed.evidence.map(({ text }) => text).join(' … ')}</a></p><p class="facts">${source({ article: deed.article })}</p></article>`
}

function happened(event: Event): Dated | null {
  const from = event.startsOn ?? event.endsOn
  return from === null ? null : { lane: 'happened', from, to: event.endsOn ?? from, isOwn: event.voice === 'ARTICLE', words: labelWords(event.name, deedModality[event.modality]), href: entityAddress(event.slug), row: html`<article class="deed"><p>${who(event)}${standing(event)}</p></article>` }
}

/** First and last moment of an EDTF date of a year, a month or a day. */
function span(date: string): readonly [number, number] {
  const [year = 0, month, day] = date.split('-').map(Number)
  const begin = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const end = day ? Date.UTC(year, (month ?? 1) - 1, day + 1) : month ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1)
  return [begin, end]
}

/** The picture: dots for days, bars for what lasts or is known to a month or a year only. */
function lanes(all: readonly Dated[], here: Here): Html {
  const begin = Math.min(...all.map(each => span(each.from)[0]))
  const end = Math.max(...all.map(each => span(each.to)[1]))
  const margin = 30
  const x = (moment: number) => Math.round((margin + ((moment - begin) / Math.max(1, end - begin)) * (width - 2 * margin)) * 10) / 10
  const rows = { happened: stacked(all.filter(each => each.lane === 'happened'), x), said: stacked(all.filter(each => each.lane === 'said'), x) }
  const heights = { happened: 34 + 13 * rows.happened.depth, said: 34 + 13 * rows.said.depth }
  const height = heights.happened + heights.said + 30
  return html`<figure class="canvas" tabindex="0" role="region" aria-label="Two lanes by date; the list below says the same"><svg class="lanes" viewBox="0 0 ${width} ${height}" role="group" aria-label="When it happened, and when it was said">
${ticks(begin, end).map(({ moment, words, date }) => html`<g><line class="tick" x1="${x(moment)}" y1="0" x2="${x(moment)}" y2="${height - 22}"/><a href="${elsewhere(here, { from: date, to: date })}"><text class="date" x="${x(moment) + 3}" y="${height - 8}">${words}</text></a></g>`)}
${([['happened', 'When it happened', 0], ['said', 'When it was said', heights.happened]] as const).map(([lane, words, top]) => html`<g><text class="lane-name" x="4" y="${top + 16}">${words}</text>${rows[lane].marks.length === 0 && html`<text class="date" x="4" y="${top + 34}">Nothing with a date.</text>`}${rows[lane].marks.map(({ each, left, right, level }) => mark(each, left, right, top + 30 + 13 * level))}</g>`)}
</svg></figure>`
}

function mark({ words, href, isOwn, from, to }: Dated, left: number, right: number, y: number): Html {
  const label = `${dateWords(from)}${to === from ? '' : ` to ${dateWords(to)}`}: ${words}${isOwn ? '' : ' (claimed)'}`
  const isDay = from.length === 10 && to === from
  return html`<a class="moment ${isOwn ? 'own' : 'claim'}" href="${href}" aria-label="${label}"><title>${label}</title>${isDay ? html`<circle cx="${(left + right) / 2}" cy="${y}" r="5"/>` : html`<rect x="${left}" y="${y - 4}" width="${Math.max(10, right - left)}" height="8" rx="4"/>`}</a>`
}

interface Mark { readonly each: Dated; readonly left: number; readonly right: number; readonly level: number }

/** What would cover another is put below it, at most eight deep; deeper ones share the last level. */
function stacked(all: readonly Dated[], x: (moment: number) => number): { readonly marks: readonly Mark[]; readonly depth: number } {
  const ends: number[] = []
  const marks = all.map((each): Mark => {
    const [left, right] = [x(span(each.from)[0]), x(span(each.to)[1])]
    const free = ends.findIndex(end => end <= left)
    const level = free >= 0 ? free : Math.min(ends.length, 7)
    ends[level] = Math.max(right, left + 12)
    return { each, left, right, level }
  })
  return { marks, depth: Math.max(1, ends.length) }
}

/** Years, months or days, whichever gives a few. */
function ticks(begin: number, end: number): readonly { readonly moment: number; readonly words: string; readonly date: string }[] {
  const days = (end - begin) / 86_400_000
  const length = days > 800 ? 4 : days > 40 ? 7 : 10
  const found = new Map<string, number>()
  for (let moment = begin; moment < end; moment += 86_400_000 * (length === 4 ? 300 : length === 7 ? 25 : 1)) {
    const date = new Date(moment).toISOString().slice(0, length)
    found.set(date, Math.max(begin, span(date)[0]))
  }
  const every = Math.ceil(found.size / 9)
  return [...found].filter((_, index) => index % every === 0).map(([date, moment]) => ({ moment, words: dateWords(date), date }))
}

function chronicle(all: readonly Dated[]): Html {
  const byDate = Map.groupBy(all, each => each.from)
  return html`<ol class="chronicle">${[...byDate].map(([date, some]) => html`<li><h2><time datetime="${date}">${dateWords(date)}</time></h2>${some.map(({ row }) => row)}</li>`)}</ol>`
}

function undated(statements: Some<StatementListed> | undefined, relationships: Some<Deed> | undefined): Value {
  if (!statements || !relationships || statements.totalCount + relationships.totalCount === 0) return null
  return html`<details class="more undated" open><summary>Without a date: ${total(statements)} statements, ${total(relationships)} relationships</summary>
${statements.nodes.map(each => statementRow(each))}${statements.totalCount > statements.nodes.length && truncated(`Showing ${statements.nodes.length} of ${total(statements)} statements.`)}
${relationships.nodes.map(each => deedRow(each, each.evidence[0] ? passageAddress(each.article.slug, each.sentence.position, each.evidence[0]) : entityAddress(each.subject.slug)))}${relationships.totalCount > relationships.nodes.length && truncated(`Showing ${relationships.nodes.length} of ${total(relationships)} relationships.`)}
</details>`
}

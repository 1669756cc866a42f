// A statement: who says what to whom about whom, whose word it is, and its words in the article in the same colours.
import type { MarkedSentence, Source, Span, Who, Why, Words } from '../answers.ts'
import { articleAddress, elsewhere, entityAddress, sentenceAddress, statementAddress } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import type { Paint } from '../paint.ts'
import { section } from '../panel.ts'
import { paragraphs } from '../passages.ts'
import { nameList, who, whoList, type Part } from '../people.ts'
import { claimRow, type Claim } from '../relationship-row.ts'
import { frame, headline, spoken, type Frame } from '../statement-card.ts'
import type { Visit } from '../visit.ts'
import { dateWords, sayingModality, statementKindWords } from '../words.ts'
import { notFound } from './not-found.ts'

interface Parts extends Frame {
  readonly about: readonly Who[]
  readonly source: Words | null
  readonly cue: Words | null
  readonly content: readonly Words[]
}
interface Outer extends Parts { readonly reportedIn?: Outer | { readonly id: string } | null }
interface Inner extends Parts { readonly reports?: readonly Inner[] }

interface Around extends MarkedSentence {
  readonly statements: readonly { readonly id: string; readonly label: string; readonly speakers: readonly Who[]; readonly content: readonly Span[] }[]
}

interface StatementAnswer extends Outer, Inner {
  readonly attribution: 'EXPLICIT' | 'COREFERENCE' | 'INFERRED' | 'UNATTRIBUTED'
  readonly madeOn: string | null
  readonly dated: Words | null
  readonly via: Who | null
  readonly basis: Why
  readonly relationships: readonly (Claim & { readonly evidence: readonly Span[] })[]
  readonly article: Source & { readonly author: string | null; readonly supplied: readonly string[]; readonly sha256: string; readonly reader: string }
  readonly sentence: { readonly position: number; readonly around: readonly Around[] }
}

export async function statementPage(visit: Visit): Promise<Page> {
  const panel = await visit.panel<{ readonly node: StatementAnswer | Record<string, never> | null }>('StatementPage', { id: visit.name })
  const node = panel.data?.node
  const statement = node && 'id' in node ? node as StatementAnswer : null // an empty object is a node of another type
  if (!statement && (!panel.trouble || panel.trouble.code === 'BAD_ID')) return notFound(visit, 'There is no statement of this id.')
  const isAlone = visit.here.search.has('alone')
  return {
    title: statement ? `${headline(statement)}: ${statement.text.slice(0, 60)}` : 'Statement',
    class: 'statement-page',
    body: section(panel, visit.here, { class: isAlone ? 'alone' : 'two', label: 'Statement' }, () => statement && [
      html`<div class="card-side">${card(statement, visit, isAlone)}</div>`,
      isAlone ? null : html`<div class="text-side">${context(statement)}</div>`,
    ]),
  }
}

function card(statement: StatementAnswer, visit: Visit, isAlone: boolean): Html {
  return html`<article class="statement" aria-label="${headline(statement)}">
<p class="eyebrow">${standing(statement)}</p>
<h1>${frame(statement)}</h1>
${spoken(statement)}
${nesting(statement)}
<dl class="parts">
${row('Who', 'by', statement.speakers.length > 0 ? [whoList(statement.speakers, 'by'), inTheText(statement.source, statement.speakers)] : html`<span class="nobody">Nobody is named: hearsay</span>`)}
${row('To whom', 'to', statement.addressees.length > 0 ? whoList(statement.addressees, 'to') : null)}
${row('Aimed at', 'at', statement.targets.length > 0 ? whoList(statement.targets, 'at') : null)}
${row('About', 'about', statement.about.length > 0 ? html`<ul class="about-list">${statement.about.map(each => html`<li>${who(each, 'about')}</li>`)}</ul>` : null)}
${row('Through', 'via', statement.via && who(statement.via))}
${row('When', 'when', statement.madeOn || statement.dated ? [statement.madeOn && dateWords(statement.madeOn), statement.dated && html` <q class="in-text">${statement.dated.text}</q>`] : null)}
${row('How', 'how', `${statementKindWords[statement.kind]}.`)}
</dl>
${statement.relationships.length > 0 && html`<section class="claims"><h2>What it claims</h2><ul class="rows">${statement.relationships.map(each => html`<li>${claimRow(each)}</li>`)}</ul></section>`}
<p class="actions">${isAlone
    ? html`<a class="button primary" href="${statementAddress(statement.id)}">See it in the article</a>`
    : html`<a class="button primary down" href="#passage">To its words</a><a class="button" href="${elsewhere(visit.here, { alone: true })}">Alone</a>`}<a class="button" href="${sentenceAddress(statement.article.slug, statement.sentence.position)}">Whole article</a></p>
<details class="more"><summary>Why it is here</summary><p>${statement.basis.reason} <span class="facts">Rule <code>${statement.basis.rule}</code>, sure to ${Math.round(statement.basis.confidence * 100)} %. Read by ${statement.article.reader}.</span></p></details>
<details class="more"><summary>Cite it</summary><pre data-copy tabindex="0"><code>${citation(statement, visit.here.origin)}</code></pre></details>
</article>`
}

/** Whose word it is that this was said. */
function standing({ voice, reportedIn, modality }: StatementAnswer): Value {
  const saying = sayingModality[modality]
  const outer = reportedIn && 'speakers' in reportedIn ? reportedIn : null
  return [
    voice === 'ARTICLE'
      ? html`<span class="voice own-mark">The article reports it</span>`
      : html`<span class="voice claim-mark">${outer && outer.speakers.length > 0 ? ['According to ', nameList(outer.speakers)] : 'Hearsay'}</span>`,
    saying && html` <span class="chip">${saying}</span>`,
  ]
}

function row(words: string, part: Part | 'via' | 'when' | 'how', value: Value): Value {
  return value !== null && value !== undefined && value !== false && html`<div class="part part-${part}"><dt>${words}</dt><dd>${value}</dd></div>`
}

/** How the article names the speakers, where it is not by their name alone. */
function inTheText(source: Words | null, speakers: readonly Who[]): Value {
  return source && !speakers.some(each => each.name === source.text) && html` <q class="in-text" dir="auto">${source.text}</q>`
}

/** What it is known through and what is said inside it, as cards within each other. */
function nesting(statement: StatementAnswer): Value {
  const outer: Outer[] = []
  let isDeeper = false
  for (let each = statement.reportedIn; each; each = 'speakers' in each ? each.reportedIn : null) {
    if ('speakers' in each) outer.unshift(each)
    else isDeeper = true
  }
  const inner = statement.reports ?? []
  if (outer.length === 0 && inner.length === 0) return null
  const self = html`<div class="nested self" aria-current="true">${nestedLine(statement, false)}${inner.map(nestedInner)}</div>`
  return html`<section class="nesting"><h2>Said inside one another</h2>
${isDeeper && html`<p class="notice truncated">It is known through more levels than are shown; open the outermost to see them.</p>`}
<div class="nested own"><p class="level">The article</p>${outer.reduceRight<Html>((inside, each) => html`<div class="nested">${nestedLine(each)}${inside}</div>`, self)}</div></section>`
}

function nestedInner(each: Inner): Html {
  return html`<div class="nested">${nestedLine(each)}${(each.reports ?? []).map(nestedInner)}</div>`
}

/** The statement of the page is not repeated: its words stand above. */
function nestedLine(statement: Parts, isOther = true): Html {
  const words = headline(statement)
  return html`<p class="nested-line">${isOther ? html`<a href="${statementAddress(statement.id)}"><bdi>${words}</bdi></a>` : html`<strong><bdi>${words}</bdi></strong>`}${sayingModality[statement.modality] && html` <span class="chip">${sayingModality[statement.modality]}</span>`}</p>${isOther && html`
<p class="nested-text" dir="auto">${statement.text}</p>`}`
}

function citation(statement: StatementAnswer, origin: string): string {
  const { article, content } = statement
  return [
    `“${statement.text}”`,
    `${headline(statement)}${statement.madeOn ? `, ${dateWords(statement.madeOn)}` : ''}.`,
    `In: “${article.title}”${[article.author, article.publisher, article.publishedOn].filter(Boolean).map(each => `, ${each}`).join('')}${article.supplied.includes('publishedOn') ? ' (date supplied)' : ''}.`,
    `Characters ${content.map(({ start, end }) => `${start}–${end}`).join(', ')} of the text with SHA-256 ${article.sha256}.`,
    `${origin}${statementAddress(statement.id)}`,
  ].join('\n')
}

function context(statement: StatementAnswer): Html {
  const { article, sentence: { around } } = statement
  const first = around[0]
  const last = around.at(-1)
  const others = new Map(around.flatMap(each => each.statements).filter(each => each.id !== statement.id).map(each => [each.id, each]))
  const order = around.flatMap(each => each.statements.map(({ id }) => id))
  const at = order.indexOf(statement.id)
  return html`<article class="sheet" aria-label="The article">
<header><p class="eyebrow"><a href="${articleAddress(article.slug)}">In the article</a></p>${!first?.headline && html`<p class="sheet-title"><bdi>${article.title}</bdi></p>`}
<p class="facts">${[article.publisher, article.author].filter(Boolean).join(' · ')}${article.publishedOn && [(article.publisher ?? article.author) && ' · ', dateWords(article.publishedOn), article.supplied.includes('publishedOn') && ' (supplied)']}</p></header>
${first && first.position > 1 && html`<p class="gap"><a href="${sentenceAddress(article.slug, first.position - 1)}">What stands before</a></p>`}
<div class="text">${paragraphs(around, paints(statement, others.values()), each => each.statements.filter(({ id }) => id !== statement.id).map(other => html`<a class="to-statement" href="${statementAddress(other.id)}" title="${nameList(other.speakers) || 'Hearsay'}: ${other.label}"><span class="hidden">Statement: ${nameList(other.speakers) || 'hearsay'}, ${other.label}</span><span aria-hidden="true">❝</span></a>`))}</div>
${last && html`<p class="gap"><a href="${sentenceAddress(article.slug, last.position)}">Read on in the article</a></p>`}
<nav class="walk" aria-label="Statements of the article">${neighbour(order[at - 1], 'prev', 'Statement before')}${neighbour(order[at + 1], 'next', 'Next statement')}</nav>
</article>`
}

function neighbour(id: string | undefined, rel: string, words: string): Value {
  return id !== undefined && html`<a rel="${rel}" href="${statementAddress(id)}">${words}</a>`
}

/** The statement's own words, whom it names in its sentences, and faintly what else is said around it. */
function paints(statement: StatementAnswer, others: Iterable<Around['statements'][number]>): readonly Paint[] {
  const { source, cue, dated, content, sentence } = statement
  const own: readonly (Span | null)[] = [source, cue, ...content]
  const touches = (sentence: Span) => own.some(span => span && span.start < sentence.end && span.end > sentence.start)
  const parts = new Map<string, Part>([
    ...statement.about.map(each => [each.slug, 'about'] as const),
    ...statement.targets.map(each => [each.slug, 'at'] as const),
    ...statement.addressees.map(each => [each.slug, 'to'] as const),
    ...statement.speakers.map(each => [each.slug, 'by'] as const),
  ])
  return [
    ...[...others].flatMap(other => other.content.map(span => ({ ...span, class: 'other-content' }))),
    ...content.map(({ start, end }, index) => ({ start, end, class: 'content', at: `${start}-${end}`, ...(index === 0 && { id: 'passage' }) })),
    ...[[source, 'words-by'], [cue, 'words-cue'], [dated, 'words-when']].flatMap(([span, name]) =>
      (span && typeof span === 'object' ? [{ start: span.start, end: span.end, class: String(name) }] : [])),
    ...sentence.around.flatMap(each => each.mentions.map(({ entity, passage }) => {
      const part = touches(each.passage) ? parts.get(entity.slug) : undefined
      return { ...passage, class: part ? `mention words-${part}` : 'mention', href: entityAddress(entity.slug), title: entity.name }
    })),
  ]
}


// An article as it is stored, with what was read in it as layers that can be taken off: names by kind, statements, the passage one came for.
import type { MarkedSentence, Source, Span, Words } from '../answers.ts'
import { articleAddress, elsewhere, entityAddress, outside, sentencesOnPage, statementAddress } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import type { Page } from '../layout.ts'
import { total } from '../more.ts'
import type { Paint } from '../paint.ts'
import { empty, section } from '../panel.ts'
import { paragraphs } from '../passages.ts'
import { frame, headline, type Frame } from '../statement-card.ts'
import type { Visit } from '../visit.ts'
import { count, dateWords, kindWords, sayingModality } from '../words.ts'
import type { EntityKind } from '../../model/vocabulary.ts'
import { notFound } from './not-found.ts'

type Counted = { readonly totalCount: number; readonly totalCountExact: boolean }
interface Sentence extends MarkedSentence {
  readonly statements: readonly (Frame & { readonly content: readonly Span[] })[]
}
interface ArticleAnswer extends Source {
  readonly id: string
  readonly author: string | null
  readonly url: string | null
  readonly supplied: readonly string[]
  readonly language: string
  readonly sha256: string
  readonly readAt: string
  readonly reader: string
  readonly mentions: Counted
  readonly statements: Counted
  readonly relationships: Counted
  readonly versions: Counted & { readonly nodes: readonly { readonly slug: string; readonly title: string; readonly publishedOn: string | null; readonly readAt: string }[] }
  readonly remarks: { readonly totalCount: number; readonly nodes: readonly { readonly rule: string; readonly message: string; readonly passage: Words | null }[] }
  readonly sentences: readonly Sentence[]
}

/** What can be taken off, by its name in the address. */
const layers: readonly { readonly name: string; readonly words: string; readonly kinds: readonly EntityKind[] }[] = [
  { name: 'statements', words: 'Statements', kinds: [] },
  { name: 'people', words: 'People', kinds: ['PERSON', 'GROUP'] },
  { name: 'countries', words: 'Countries and places', kinds: ['COUNTRY', 'PLACE'] },
  { name: 'organisations', words: 'Organisations', kinds: ['ORGANISATION'] },
  { name: 'events', words: 'Events and topics', kinds: ['EVENT', 'TOPIC'] },
]

export async function articlePage(visit: Visit): Promise<Page> {
  const { here, name: slug } = visit
  const from = Math.max(1, Math.min(99_999, Math.floor(Number(here.search.get('from') ?? 1)) || 1))
  const panel = await visit.panel<{ readonly article: ArticleAnswer | null }>('ArticlePage', { slug, from, to: from + sentencesOnPage - 1 })
  const article = panel.data?.article
  if (!article && !panel.trouble) return notFound(visit, `There is no article “${slug}”.`)
  const hidden = new Set((here.search.get('hide') ?? '').split(','))
  return {
    title: article?.title ?? slug,
    class: 'article-page',
    body: section(panel, here, { class: 'reader', label: 'Article' }, () => article && [head(article), versionsOf(article), switches(hidden, visit), text(article, from, hidden, visit), side(article), foot(article)]),
  }
}

function head({ title, publisher, author, publishedOn, supplied, url }: ArticleAnswer): Html {
  const link = outside(url)
  const told = (field: string) => supplied.includes(field) && html` <span class="facts" title="Not from the text itself: it was told when the article was brought in.">(supplied)</span>`
  return html`<header class="article-head"><p class="eyebrow">Article</p><h1 dir="auto">${title}</h1>
<p class="facts">${[publisher && [html`<bdi>${publisher}</bdi>`, told('publisher')], author && [html`<bdi>${author}</bdi>`, told('author')], publishedOn && [dateWords(publishedOn), told('publishedOn')], link ? html`<a href="${link}" rel="noopener nofollow">where it was published</a>` : url && html`<span>${url}</span>`].filter(Boolean).map((each, index) => [index > 0 && ' · ', each])}</p></header>`
}

/** What else came from the same address: of what was corrected since, all of it counts. */
function versionsOf({ versions }: ArticleAnswer): Value {
  if (versions.nodes.length === 0) return null
  return html`<aside class="notice versions" aria-label="Other versions"><p>The same address gave ${versions.totalCount === 1 ? 'another text' : `${total(versions)} other texts`}, which ${versions.totalCount === 1 ? 'counts' : 'count'} as well:</p>
<ul class="rows">${versions.nodes.map(({ slug, title, publishedOn, readAt }) => html`<li><a href="${articleAddress(slug)}"><bdi>${title}</bdi></a> <span class="facts">${publishedOn && [dateWords(publishedOn), ' · ']}read on ${dateWords(readAt.slice(0, 10))}</span></li>`)}</ul>${versions.totalCount > versions.nodes.length && html`<p class="notice truncated">Showing ${versions.nodes.length} of ${total(versions)}.</p>`}</aside>`
}

function switches(hidden: ReadonlySet<string>, { here }: Visit): Html {
  return html`<nav class="switches" aria-label="What is marked"><ul>${layers.map(({ name, words }) => {
    const isOn = !hidden.has(name)
    const others = layers.filter(each => (each.name === name ? isOn : hidden.has(each.name))).map(each => each.name).join(',')
    return html`<li><a class="switch layer-${name}${isOn && ' on'}" href="${elsewhere(here, { hide: others })}"><span class="hidden">${isOn ? 'Take off: ' : 'Mark: '}</span>${words}</a></li>`
  })}</ul></nav>`
}

function text({ slug, sentences, statements, mentions }: ArticleAnswer, from: number, hidden: ReadonlySet<string>, { here }: Visit): Html {
  if (sentences.length === 0) return html`<div class="sheet">${empty(from > 1 ? html`The article ends before its sentence ${from}. <a href="${articleAddress(slug)}">To its beginning</a>` : 'There is no sentence in it.')}</div>`
  const at = /^(\d{1,9})-(\d{1,9})$/.exec(here.search.get('at') ?? '')
  const wanted: readonly Paint[] = at ? [{ start: Number(at[1]), end: Number(at[2]), class: 'content', id: 'at' }] : []
  const isMarked = (kind: EntityKind) => layers.some(({ name, kinds }) => kinds.includes(kind) && !hidden.has(name))
  const paints: readonly Paint[] = [
    ...wanted,
    ...(hidden.has('statements') ? [] : sentences.flatMap(each => each.statements.flatMap(({ id, content }) => content.map(span => ({ ...span, class: 'other-content', at: id }))))),
    // Where its layer is off a name is no link: one that cannot be seen would help nobody.
    ...sentences.flatMap(each => each.mentions.map(({ entity, passage }) => ({
      ...passage, ...(isMarked(entity.kind) ? { class: `mention kind-${entity.kind.toLowerCase()}`, href: entityAddress(entity.slug) } : { class: 'mention' }), title: `${entity.name}, ${kindWords[entity.kind].one.toLowerCase()}`, at: `${passage.start}-${passage.end}`,
    }))),
  ]
  const behind = (sentence: Sentence): Value => !hidden.has('statements') && sentence.statements.map(each => html`<a class="to-statement" href="${statementAddress(each.id)}" title="${headline(each)}"><span class="hidden">Statement: ${headline(each)}</span><span aria-hidden="true">❝</span></a>`)
  const last = sentences.at(-1)?.position ?? from
  const isFull = sentences.length === sentencesOnPage
  return html`<article class="sheet" aria-label="Text">
${from > 1 && html`<p class="gap"><a href="${elsewhere(here, { from: Math.max(1, from - sentencesOnPage), at: null })}">The ${sentencesOnPage} sentences before</a></p>`}
<div class="text">${paragraphs(sentences, paints, behind)}</div>
${(isFull || from > 1) && html`<p class="notice truncated">Sentences ${from} to ${last}${isFull && '; there may be more'}. The whole article has ${total(statements)} statements and ${total(mentions)} mentions.</p>`}
${isFull && html`<nav class="walk" aria-label="Pages of the article"><a rel="next" href="${elsewhere(here, { from: last + 1, at: null })}">Read on</a></nav>`}
</article>`
}

function side({ sentences, statements }: ArticleAnswer): Html {
  const said = sentences.flatMap(({ position, statements }) => statements.map(statement => ({ position, statement })))
  return html`<nav class="said-here" aria-label="Statements in this text"><h2>${said.length < statements.totalCount ? `${said.length} of ${total(statements)} statements` : count(said.length, 'statement')}</h2>
${said.length === 0 ? empty('Nobody is read to say anything here.') : html`<ol>${said.map(({ position, statement }) => html`<li data-sentence="${position}"><p class="said-frame">${frame(statement)}${sayingModality[statement.modality] && html` <span class="chip">${sayingModality[statement.modality]}</span>`}</p>
<p class="said-words${statement.voice !== 'ARTICLE' && ' claimed'}" dir="auto"><a href="${statementAddress(statement.id)}">${statement.text.length > 110 ? `${statement.text.slice(0, statement.text.lastIndexOf(' ', 110))} …` : statement.text}</a></p></li>`)}</ol>`}</nav>`
}

function foot({ sha256, reader, readAt, language, mentions, statements, relationships, remarks }: ArticleAnswer): Html {
  return html`<footer class="article-foot"><details class="more"><summary>About this reading</summary>
<p>${total(mentions)} mentions, ${total(statements)} statements, ${total(relationships)} relationships. Read by ${reader} on ${dateWords(readAt.slice(0, 10))}; language ${language}.</p>
<p class="facts">SHA-256 of the text: <code>${sha256}</code></p></details>
${remarks.totalCount > 0 && html`<details class="more"><summary>${count(remarks.totalCount, 'remark')} of the reader</summary><ul class="rows">${remarks.nodes.map(({ rule, message, passage }) => html`<li>${message} ${passage && html`<q class="in-text" dir="auto">${passage.text}</q> `}<code>${rule}</code></li>`)}</ul>${remarks.totalCount > remarks.nodes.length && html`<p class="notice truncated">Showing ${remarks.nodes.length} of ${remarks.totalCount}.</p>`}</details>`}
</footer>`
}


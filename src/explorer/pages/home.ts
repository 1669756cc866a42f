// Home: the search box, how much there is, three questions that this very graph answers, who is heard most, and a box for an article of one's own.
import type { Who } from '../answers.ts'
import { address, articleAddress } from '../here.ts'
import { html, type Html, type Value } from '../html.ts'
import { searchForm, type Page } from '../layout.ts'
import { total } from '../more.ts'
import { operation } from '../operations.ts'
import { empty, section } from '../panel.ts'
import { who } from '../people.ts'
import type { Visit } from '../visit.ts'
import { count, dateWords, kindWords } from '../words.ts'
import type { EntityKind } from '../../model/vocabulary.ts'

type Counted = { readonly totalCount: number; readonly totalCountExact: boolean }

interface HomeAnswer {
  readonly statistics: {
    readonly articles: number
    readonly sentences: number
    readonly statements: number
    readonly relationships: number
    readonly entitiesByKind: readonly { readonly kind: EntityKind; readonly count: number }[]
  }
  readonly articles: {
    readonly nodes: readonly { readonly slug: string; readonly title: string; readonly publisher: string | null; readonly publishedOn: string | null; readonly statements: Counted }[]
  }
}
interface MostHeardAnswer { readonly entities: { readonly nodes: readonly (Who & { readonly statements: Counted })[] } }
interface QuestionsAnswer {
  readonly latest: { readonly nodes: readonly { readonly speakers: readonly Who[]; readonly addressees: readonly Who[] }[] }
  readonly accusations: { readonly nodes: readonly unknown[] }
  readonly people: { readonly nodes: readonly Who[] }
  readonly organisations: { readonly nodes: readonly Who[] }
}

export async function home(visit: Visit): Promise<Page> {
  const { here } = visit
  const all = await visit.panel<HomeAnswer>('Home')
  const isEmpty = all.data?.statistics.articles === 0
  const questions = isEmpty ? null : await visit.panel<QuestionsAnswer>('HomeQuestions')
  const heard = isEmpty ? null : await visit.panel<MostHeardAnswer>('MostHeard')
  return {
    title: 'Who said what, to whom, about whom',
    at: '/',
    class: 'home',
    body: html`<div class="column hero">
<h1>Who said what, to whom,<br> and where it stands written</h1>
${searchForm(here, true)}
</div>
${questions && section(questions, here, { class: 'questions', label: 'Questions' }, asQuestions)}
${section(all, here, { class: 'latest', label: 'Articles' }, data => [facts(data), isEmpty
    ? empty('There is no article yet. Add one below, read a folder with ', html`<code>onrecord read FOLDER</code>`, ', or build the sample with ', html`<code>onrecord seed</code>`, '.')
    : articles(data)])}
${heard && section(heard, here, { class: 'heard', label: 'Heard most' }, mostHeard)}
${addArticle(visit, isEmpty)}`,
  }
}

function facts({ statistics: { articles: number, statements, relationships, entitiesByKind } }: HomeAnswer): Html {
  return html`<ul class="figures">
${figure(number, 'article')}${figure(statements, 'statement')}${figure(relationships, 'relationship')}
${entitiesByKind.filter(each => ['PERSON', 'COUNTRY', 'ORGANISATION', 'EVENT'].includes(each.kind)).map(each => figure(each.count, kindWords[each.kind].one.toLowerCase(), kindWords[each.kind].many.toLowerCase()))}
</ul>`
}

function figure(number: number, one: string, many?: string): Html {
  const words = count(number, one, many)
  const gap = words.indexOf(' ')
  return html`<li><strong>${words.slice(0, gap)}</strong>${words.slice(gap)}</li>`
}

function asQuestions({ latest, accusations, people, organisations }: QuestionsAnswer): Html {
  const pair = mostFrequent(latest.nodes)
  const [person] = people.nodes
  const [organisation] = organisations.nodes
  const asked: readonly (Html | null)[] = [
    pair ? question(address('/pair', { a: pair.speaker.slug, b: pair.addressee.slug }), `What did ${pair.speaker.name} tell ${pair.addressee.name}?`, 'and the other way about') : null,
    accusations.nodes.length > 0 ? question(address('/search', { in: 'STATEMENT', act: 'ACCUSE' }), 'Who accused whom, and of what?', 'the accusation is the article’s word, what it says is not') : null,
    person && organisation ? question(address('/path', { from: person.slug, to: organisation.slug }), `How are ${person.name} and ${organisation.name} connected?`, 'link by link, each with its words') : null,
  ]
  return html`<h2>Ask it</h2><ul class="asked">${asked.filter(each => each !== null).map(each => html`<li>${each}</li>`)}</ul>`
}

/** Of those who spoke to somebody of late, the pair that did so most often. */
function mostFrequent(latest: QuestionsAnswer['latest']['nodes']): { readonly speaker: Who; readonly addressee: Who } | null {
  const pairs = latest.flatMap(({ speakers: [speaker], addressees: [addressee] }) => (speaker && addressee && speaker.slug !== addressee.slug ? [{ speaker, addressee }] : []))
  const groups = [...Map.groupBy(pairs, ({ speaker, addressee }) => `${speaker.slug} ${addressee.slug}`).values()].sort((a, b) => b.length - a.length)
  return groups[0]?.[0] ?? null
}

function question(href: string, words: string, beside: string): Html {
  return html`<a class="question" href="${href}"><span class="question-words"><bdi>${words}</bdi></span><span class="facts">${beside}</span></a>`
}

function articles({ articles: { nodes } }: HomeAnswer): Html {
  return html`<h2>Latest articles</h2><ul class="rows">${nodes.map(({ slug, title, publisher, publishedOn, statements }) => html`<li class="article-row"><a href="${articleAddress(slug)}"><bdi>${title}</bdi></a><span class="facts">${publisher && [html`<bdi>${publisher}</bdi>`, ' · ']}${publishedOn && [dateWords(publishedOn), ' · ']}${total(statements)} statement${statements.totalCount !== 1 && 's'}</span></li>`)}</ul>`
}

function mostHeard({ entities: { nodes } }: MostHeardAnswer): Value {
  const speaking = nodes.filter(each => each.statements.totalCount > 0)
  if (speaking.length === 0) return [html`<h2>Heard most</h2>`, empty('Nobody says anything yet.')]
  const most = Math.max(...speaking.map(each => each.statements.totalCount))
  return html`<h2>Heard most</h2><ol class="bars">${speaking.map(each => html`<li>${who(each)}<meter min="0" max="${most}" value="${each.statements.totalCount}" aria-label="Statements">${each.statements.totalCount}</meter><span class="facts">${total(each.statements)}</span></li>`)}</ol>`
}

/** The form works with the script alone: what it sends is the mutation of any client, with the token in a header. */
function addArticle({ takesArticles }: Visit, isOpen: boolean): Html {
  return html`<section class="panel add" aria-label="Add an article"><details${isOpen && html` open`}><summary><h2>Add an article</h2></summary>
${takesArticles
    ? html`<form data-read="${operation('ReadArticle')}">
<p class="facts">Paste a text, choose a file of plain text or HTML, or drop one here. It is read here, on this machine, and you see at once what was found in it.</p>
<label for="text">Text</label><textarea id="text" name="text" rows="9" required></textarea>
<div class="fields">
<p><label for="title">Title <span class="facts">(its first line, where empty)</span></label><input id="title" name="title" maxlength="500"></p>
<p><label for="publisher">Publisher</label><input id="publisher" name="publisher" maxlength="200"></p>
<p><label for="publishedOn">Published on</label><input id="publishedOn" name="publishedOn" placeholder="2015-11-16" pattern="\\d{4}(-\\d{2}(-\\d{2})?)?"></p>
<p><label for="token">Token of the server</label><input id="token" name="token" type="password" required autocomplete="off"></p>
</div>
<p class="actions"><button class="button primary" type="submit">Read it</button><label class="button" for="file">Choose a file</label><input class="hidden" id="file" type="file" accept=".txt,.html,.htm,text/plain,text/html"></p>
<p role="status" class="notice" hidden></p>
<noscript><p class="notice">Adding an article here needs JavaScript; <code>onrecord read FILE</code> does not.</p></noscript>
</form>`
    : html`<p class="notice empty">This server takes no articles: start it with a secret in <code>ONRECORD_TOKEN</code>, or read files with <code>onrecord read FILE</code>.</p>`}
</details></section>`
}

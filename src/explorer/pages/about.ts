// What this is, how much there is in it, and what one request may ask.
import { html } from '../html.ts'
import type { Page } from '../layout.ts'
import { section } from '../panel.ts'
import type { Visit } from '../visit.ts'
import { count, figure, kindWords } from '../words.ts'
import type { EntityKind } from '../../model/vocabulary.ts'

interface AboutAnswer {
  readonly statistics: Readonly<Record<'articles' | 'sentences' | 'mentions' | 'statements' | 'relationships' | 'remarks' | 'entities' | 'dataVersion', number>> & {
    readonly entitiesByKind: readonly { readonly kind: EntityKind; readonly count: number }[]
    readonly reader: string
  }
  readonly limits: readonly { readonly name: string; readonly value: number; readonly unit: string; readonly meaning: string; readonly refusal: string | null }[]
}

export async function aboutPage(visit: Visit): Promise<Page> {
  const panel = await visit.panel<AboutAnswer>('About')
  return {
    title: 'About',
    at: '/about',
    class: 'about-page',
    body: html`<div class="column wide"><h1>About this graph</h1>
<p class="lead">On Record reads news articles and keeps who said what, to whom, about whom. Each fact leads to the words it rests on; what somebody claims is never shown as the article’s own word.</p>
<p>Nothing leaves this machine: no page and no script asks another host, and nothing is counted or sent anywhere. The graph is one SQLite file. Who has the server’s token can add and remove articles; everybody else can only read.</p>
${section(panel, visit.here, { class: 'state', label: 'State' }, ({ statistics, limits }) => html`
<h2>What there is</h2>
<dl class="lines">${([
    ['Articles', statistics.articles, `with ${count(statistics.sentences, 'sentence')} and ${count(statistics.mentions, 'mention')}`],
    ['Statements', statistics.statements, 'who said something'],
    ['Relationships', statistics.relationships, 'offices, places, membership, and who did what to whom'],
    ['Entities', statistics.entities, statistics.entitiesByKind.filter(each => each.count > 0).map(each => count(each.count, kindWords[each.kind].one.toLowerCase(), kindWords[each.kind].many.toLowerCase())).join(', ')],
    ['Remarks', statistics.remarks, 'what the reader found odd or left out'],
  ] as const).map(([words, number, meaning]) => html`<div><dt>${words} <strong>${figure(number)}</strong></dt><dd>${meaning}</dd></div>`)}
<div><dt>Reader</dt><dd><code>${statistics.reader}</code></dd></div>
<div><dt>Version of the data</dt><dd>${statistics.dataVersion}; it grows with every change. The state of the server as JSON: <a href="/health">/health</a></dd></div></dl>
<h2>What one request may ask</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Table of limits"><table><thead><tr><th scope="col">Limit</th><th scope="col">At most</th><th scope="col">What it counts</th><th scope="col">Refused as</th></tr></thead>
<tbody>${limits.map(({ name, value, unit, meaning, refusal }) => html`<tr><td><code>${name}</code></td><td class="number">${figure(value)} ${unit}</td><td>${meaning}</td><td>${refusal && html`<code>${refusal}</code>`}</td></tr>`)}</tbody></table></div>`)}</div>`,
  }
}

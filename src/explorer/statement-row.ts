// A statement as a line of a list: who said it to whom is the place's word, what was said is the speaker's, and a press away are its words.
import type { Source, StatementLine } from './answers.ts'
import { articleAddress, statementAddress } from './here.ts'
import { html, type Html, type Value } from './html.ts'
import { nameList } from './people.ts'
import { frame } from './statement-card.ts'
import { dateWords, sayingModality } from './words.ts'

export type StatementListed = StatementLine & { readonly article: Source }

/** Characters of a statement in a list. */
const shown = 320

export function statementRow(statement: StatementListed, marked: (text: string) => Value = text => text): Html {
  const { id, kind, text, voice, modality, claimedBy } = statement
  const chip = sayingModality[modality]
  const cut = text.length > shown ? `${text.slice(0, text.lastIndexOf(' ', shown) || shown)} …` : text
  return html`<article class="said${voice !== 'ARTICLE' && ' said-claimed'}">
<p class="said-frame">${voice !== 'ARTICLE' && html`<span class="voice claim-mark">${claimedBy.length > 0 ? ['According to ', nameList(claimedBy)] : 'Hearsay'}</span> `}${frame(statement)}${chip && html` <span class="chip">${chip}</span>`}</p>
<blockquote class="spoken ${kind.toLowerCase()}" dir="auto"><a href="${statementAddress(id)}">${kind === 'DIRECT' && '“'}${marked(cut)}${kind === 'DIRECT' && '”'}</a></blockquote>
<p class="facts">${source(statement)}</p>
</article>`
}

export function source({ article: { slug, title, publisher, publishedOn }, madeOn = null }: { readonly article: Source; readonly madeOn?: string | null }): Value {
  return [
    html`<a href="${articleAddress(slug)}"><bdi>${title}</bdi></a>`,
    publisher && [' · ', html`<bdi>${publisher}</bdi>`],
    publishedOn && [' · ', dateWords(publishedOn)],
    madeOn && madeOn !== publishedOn && [' · said ', dateWords(madeOn)],
  ]
}

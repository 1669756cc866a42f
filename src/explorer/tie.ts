// A tie of two entities with the words it rests on, as the answer of a walk has it.
import type { Source, Who, Words } from './answers.ts'
import { passageAddress, statementAddress } from './here.ts'
import { html, type Html, type Value } from './html.ts'
import { nameList } from './people.ts'
import { source } from './statement-row.ts'
import { deedModality } from './words.ts'
import type { Modality, Voice } from '../model/vocabulary.ts'

export interface TieLine {
  readonly __typename: 'Relationship' | 'Statement'
  readonly id: string
  readonly label: string
  readonly voice: Voice
  readonly modality: Modality
  readonly claimedBy: readonly Who[]
  readonly evidence: readonly (Words & { readonly sentence: { readonly position: number } })[]
  readonly article: Source
}

/** Whose word it is. */
export function word({ voice, claimedBy }: Pick<TieLine, 'voice' | 'claimedBy'>): Html {
  return voice === 'ARTICLE'
    ? html`<span class="voice own-mark">The article reports it</span>`
    : html`<span class="voice claim-mark">${claimedBy.length > 0 ? ['According to ', nameList(claimedBy)] : 'Hearsay'}</span>`
}

/** Behind an event in a list: that it is nobody's but a claimant's word, and that it is only planned, or not so. */
export function standing({ voice, modality }: { readonly voice: Voice; readonly modality: Modality }): Html {
  return html`${voice !== 'ARTICLE' && html` <span class="voice claim-mark">only claimed</span>`}${deedModality[modality] && html` <span class="chip">${deedModality[modality]}</span>`}`
}

/** Its words, each a link to where it stands; of a statement to its own page. */
export function evidence({ __typename, id, evidence: passages, article }: Pick<TieLine, '__typename' | 'id' | 'evidence' | 'article'>): Value {
  const [first] = passages
  const href = __typename === 'Statement' || !first ? statementAddress(id) : passageAddress(article.slug, first.sentence.position, first)
  return html`<p class="evidence" dir="auto"><a href="${href}">${passages.map(({ text }) => text).join(' … ')}</a></p><p class="facts">${source({ article })}</p>`
}

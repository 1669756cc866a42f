// A relationship in one line: a solid arrow where it is the article's own word, a dashed one where somebody claims it.
import type { RelationshipLine } from './answers.ts'
import { html, type Html } from './html.ts'
import { who } from './people.ts'
import { deedModality } from './words.ts'

export type Claim = RelationshipLine

export function claimRow({ subject, object, label, voice, modality }: Claim): Html {
  const chip = deedModality[modality]
  return html`<span class="tie ${voice === 'ARTICLE' ? 'own' : 'claim'}">${who(subject)} <span class="arrow"><span class="tie-label" dir="auto">${label}</span></span> ${object && who(object)}${chip && html` <span class="chip">${chip}</span>`}</span>`
}

// A statement in its two parts: the frame, which is the place's own word (who said, to whom), and what was said, which is the speaker's claim.
import type { StatementLine } from './answers.ts'
import { html, type Html, type Value } from './html.ts'
import { nameList, together, whoList } from './people.ts'

/** What it takes to say who said it to whom. */
export type Frame = Pick<StatementLine, 'id' | 'kind' | 'label' | 'text' | 'voice' | 'modality' | 'speakers' | 'addressees' | 'targets'>

/** "Vladimir Putin told David Cameron", with links. */
export function frame({ speakers, addressees, targets, label }: Frame): Value {
  const others = targets.filter(each => !addressees.some(({ slug }) => slug === each.slug))
  return [
    speakers.length > 0 ? whoList(speakers, 'by') : html`<span class="nobody">Hearsay</span>`,
    html` <span class="cue" dir="auto">${label}</span> `,
    whoList(addressees, 'to'),
    addressees.length > 0 && others.length > 0 && html` <span class="joint">of</span> `,
    whoList(others, 'at'),
  ]
}

/** The same as plain words. */
export function headline({ speakers, addressees, targets, label }: Frame): string {
  return [nameList(speakers) || 'Hearsay:', label, nameList(together(addressees, targets))].filter(Boolean).join(' ')
}

/** What was said; quotation marks where the article has them around it. */
export function spoken({ kind, text }: Frame): Html {
  return html`<blockquote class="spoken ${kind.toLowerCase()}" dir="auto"><p>${kind === 'DIRECT' ? `“${text}”` : text}</p></blockquote>`
}


// A panel: one named operation, what it answered, and the sentence for each way in which it did not.
import type { Answer, AnswerError, Ask } from './ask.ts'
import { drawer, type Asked } from './drawer.ts'
import type { Here } from './here.ts'
import { html, type Html, type Value } from './html.ts'
import { errorTable, type ErrorCode } from '../model/errors.ts'
import { operation } from './operations.ts'

export type Variables = Asked['variables']

/** Why a panel has not all of its data: four ways that are not the same, beside "there is none". */
export type Trouble =
  | { readonly kind: 'timed-out' | 'refused' | 'failed'; readonly message: string; readonly code: string }

export interface Panel<Data> extends Asked {
  /** Null where nothing was answered; fields of it may be null where a deadline struck. */
  readonly data: Data | null
  readonly trouble: Trouble | null
}

export async function askPanel<Data>(ask: Ask, name: string, variables: Variables): Promise<Panel<Data>> {
  const query = operation(name)
  const started = performance.now()
  const answer = await ask({ query, variables })
  const milliseconds = performance.now() - started
  const data = (answer.data ?? null) as Data | null // the operation's own shape: tests/explorer holds it
  return { name, query, variables, answer, data, trouble: troubleOf(answer), milliseconds }
}

/** A section with what `draw` makes of the data, the sentence for what is amiss, and the drawer with the operation. */
export function section<Data>(panel: Panel<Data>, here: Here, attributes: { readonly class: string; readonly label: string }, draw: (data: Data) => Value): Html {
  return html`<section class="panel ${attributes.class}" aria-label="${attributes.label}">
${panel.trouble && notice(panel.trouble)}
${panel.data !== null && draw(panel.data)}
${drawer(panel, here)}
</section>`
}

/** There is nothing to show, and that is the answer. */
export function empty(...sentence: readonly Value[]): Html {
  return html`<p class="notice empty">${sentence}</p>`
}

/** There is more than is shown. */
export function truncated(...sentence: readonly Value[]): Html {
  return html`<p class="notice truncated">${sentence}</p>`
}

function notice({ kind, message, code }: Trouble): Html {
  const heading = { 'timed-out': 'This took too long and was stopped.', 'refused': 'This was refused.', 'failed': 'This failed.' }[kind]
  const advice = {
    'timed-out': 'What is missing here may well exist: narrow the question, or open the query below.',
    'refused': 'Nothing was looked up; the sentence says what to change.',
    'failed': 'It is a fault of the server and not of your question.',
  }[kind]
  return html`<div class="notice ${kind}" role="status"><strong>${heading}</strong> ${message} <span class="advice">${advice}</span> <code>${code}</code></div>`
}

function troubleOf({ errors }: Answer): Trouble | null {
  const error = errors?.[0]
  if (!error) return null
  const code = codeOf(error)
  return { kind: code === 'QUERY_TIMEOUT' ? 'timed-out' : isRefusal(code) ? 'refused' : 'failed', message: error.message, code }
}

function codeOf({ extensions }: AnswerError): string {
  return String(extensions?.['code'] ?? 'INTERNAL')
}

/** Whoever asked can do something about it. */
function isRefusal(code: string): boolean {
  return code in errorTable && errorTable[code as ErrorCode].fault === 'client' // its keys are the codes
}

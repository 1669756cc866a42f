// Sentences of an article as they stand in it, line breaks included, with marks over them.
import type { MarkedSentence } from './answers.ts'
import { html, type Html, type Value } from './html.ts'
import { painted, type Paint } from './paint.ts'

/** `behind`: what follows a sentence, such as links to what is said in it. Paragraphs are the text's lines. */
export function paragraphs<Sentence extends Pick<MarkedSentence, 'position' | 'headline' | 'passage'>>(
  sentences: readonly Sentence[], paints: readonly Paint[], behind: (sentence: Sentence) => Value = () => null,
): Html {
  const found: { readonly headline: boolean; readonly content: Value[] }[] = []
  let end: number | null = null
  for (const sentence of sentences) {
    const { passage, headline } = sentence
    const gap = end === null ? '' : passage.before.slice(Math.max(0, passage.before.length - (passage.start - end)))
    const words = html`<span class="sentence" id="sentence-${sentence.position}" data-start="${passage.start}">${painted(passage.text, passage.start, paints)}</span>${behind(sentence)}`
    const last = found.at(-1)
    if (!last || headline !== last.headline || gap.includes('\n')) found.push({ headline, content: [words] })
    else last.content.push(painted(gap, end ?? 0, paints), words)
    end = passage.end
  }
  return html`${found.map(({ headline, content }) => html`<p dir="auto"${headline && html` class="headline"`}>${content}</p>`)}`
}

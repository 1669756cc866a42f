// Whose words stand where: the sources with what each says, and which sentences are no more than quotation.
import { byWord } from '../by-word.ts'
import type { Draft, Stretch } from '../draft.ts'
import type { Syntax } from '../syntax.ts'

/** The sources by their words, with what each of them says. */
export function sourcesOf({ attributions }: Draft): ReadonlyMap<number, readonly Stretch[]> {
  const found = new Map<number, Stretch[]>()
  for (const { source, content } of attributions) {
    if (!source) continue
    const known = found.get(source.head)
    if (known) known.push(...content)
    else found.set(source.head, [...content])
  }
  return found
}

/** Who says the very words that a place stands in: of a quotation, or of a paragraph behind a name and a colon. */
export function speakersOf({ attributions, tokens }: Draft, { quotationAt, word }: Syntax): (at: number) => number | undefined {
  const byQuotation = new Map<number, number>()
  const turns = byWord<number>(tokens.length)
  for (const { source, cue, quotations, content } of attributions) {
    if (!source) continue
    for (const quotation of quotations) byQuotation.set(quotation, source.head)
    if (cue && word(cue.head) === ':' && quotations.length === 0) for (const { from, to } of content) for (let at = from; at < to; at++) turns[at] = source.head
  }
  return at => byQuotation.get(quotationAt(at)) ?? turns[at]
}

/** "It was Hale" */
export function isSingledOut(syntax: Syntax, at: number): boolean {
  const from = syntax.nounAt(at)?.from ?? at
  return syntax.word(from - 2) === 'it' && /^(?:is|was)$/u.test(syntax.word(from - 1))
}

/** For each sentence, how many before it and itself are no more than quotation. */
export function quotedSentences({ sentences }: Draft, { quotationAt }: Syntax): Uint32Array {
  const before = new Uint32Array(sentences.length)
  let count = 0
  for (const [index, { from, to }] of sentences.entries()) {
    if (quotationAt(from) >= 0 && quotationAt(from) === quotationAt(to - 1)) count++
    before[index] = count
  }
  return before
}

/** Who tells the words that a place stands in, quoted or not: of the innermost saying that holds it. */
export function tellersOf({ attributions, tokens }: Draft): (at: number) => number | undefined {
  const tellers = byWord<number>(tokens.length)
  const told = attributions.flatMap(({ source, content }) => (source ? content.map(stretch => ({ stretch, head: source.head })) : []))
  // The longer first, so that what stands inside another overwrites it.
  for (const { stretch: { from, to }, head } of told.sort((one, other) => other.stretch.to - other.stretch.from - (one.stretch.to - one.stretch.from))) tellers.fill(head, from, to)
  return at => tellers[at]
}

// Quotations that no cue says the speaker of: a paragraph of nothing but quotation goes on from who spoke in the one before; of others it is
// only remarked that nobody is named.
import type { ReadRemark } from '../../model/reading.ts'
import { isTitle } from '../attribution/title.ts'
import type { Attributed, Draft, Quotation } from '../draft.ts'
import type { Syntax } from '../syntax.ts'
import { markOf } from './marks.ts'
import { quotationsIn } from './quoted.ts'

/** Shorter ones are names, titles and words at arm's length. */
const fewestWords = 3
/** Shorter ones infer no speaker. */
const fewestToInfer = 6

/** Quotations of some length that are in nobody's content. */
export function unattributed(syntax: Syntax, said: readonly Attributed[]): readonly Quotation[] {
  const held = new Set(said.flatMap(({ content }) => content.flatMap(stretch => quotationsIn(syntax, stretch))))
  return syntax.quotations.filter((quotation, index) => quotation.depth === 0 && !held.has(index) && wordsIn(syntax, quotation) >= fewestWords && !isTitle(syntax, quotation))
}

/** The attribution of a quotation that fills its paragraph, to be said by who spoke last in the one before. */
export function standsAlone(draft: Draft, syntax: Syntax, quotation: Quotation): Attributed | undefined {
  if (wordsIn(syntax, quotation) < fewestToInfer) return undefined
  const first = syntax.sentenceAt(quotation.from)
  const last = syntax.sentenceAt(quotation.to - 1)
  const alone = first.from >= quotation.from - 1 && quotation.to + 2 >= last.to && first.paragraph === last.paragraph
    && syntax.sentenceAt(first.from - 1).paragraph === first.paragraph - 1 && syntax.sentenceAt(last.to).paragraph !== first.paragraph
  if (!alone || draft.sentences[draft.tokens[quotation.from]?.sentence ?? 0]?.headline) return undefined
  return { content: [{ from: quotation.from, to: quotation.to }], quotations: [], rule: 'QUOTATION_ALONE', reason: 'The paragraph is a quotation without a cue; who spoke in the paragraph before is taken to go on.', confidence: 0.5 }
}

export function remarkOf(draft: Draft, quotation: Quotation): ReadRemark {
  return { rule: 'UNATTRIBUTED_QUOTATION', message: 'No words say whose this quotation is; it is no statement here.', passage: markOf(draft, quotation) }
}

function wordsIn(syntax: Syntax, { from, to }: Quotation): number {
  let words = 0
  for (let at = from; at < to; at++) if (/\p{L}/u.test(syntax.word(at))) words++
  return words
}

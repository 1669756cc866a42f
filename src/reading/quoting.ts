// "The Star quoted Mr Hale, a senator, as saying that …": who relays, whose words they are, and the saying itself.
import type { NounPhrase, Stretch, VerbGroup } from './draft.ts'
import { frames } from './lexicon/cues.ts'
import type { Syntax } from './syntax.ts'

export interface Quoting {
  /** "quoted" */
  readonly by: VerbGroup
  /** "Mr Hale, a senator," with "Mr Hale" as the one that it is about. */
  readonly whom: NounPhrase
}

/** Words between the two verbs. */
const reach = 24
const quotes: ReadonlySet<string> = new Set(['quote', 'misquote', 'cite', 'report', 'describe', 'portray', 'depict'])

/** Of a participle behind "as". */
export function quotingOf(syntax: Syntax, saying: VerbGroup): Quoting | undefined {
  const as = saying.from - 1
  if (saying.form !== 'participle' || syntax.word(as) !== 'as') return undefined
  const { from: start } = syntax.sentenceAt(as)
  for (let at = as - 1; at > Math.max(start, as - reach); at--) {
    if (syntax.quotationAt(at) !== syntax.quotationAt(as)) return undefined
    const by = syntax.verbAt(at)
    if (!by || !quotes.has(syntax.token(by.head)?.lemma ?? '')) continue
    const noun = syntax.nounAt(by.to)
    if (by.passive || noun?.from !== by.to || noun.to > as) return undefined
    return { by, whom: { from: noun.from, to: syntax.word(as - 1) === ',' ? as - 1 : as, head: noun.head } }
  }
  return undefined
}

/** Of the verb that relays: from "as" to behind the saying. */
export function sayingOf(syntax: Syntax, by: VerbGroup): Stretch | undefined {
  if (!quotes.has(syntax.token(by.head)?.lemma ?? '')) return undefined
  const { to: end } = syntax.sentenceAt(by.head)
  for (let at = by.to; at < Math.min(end, by.to + reach) && syntax.quotationAt(at) < 0; at++) {
    const saying = syntax.word(at) === 'as' ? syntax.verbAt(at + 1) : undefined
    const found = saying && frames.get(syntax.token(saying.head)?.lemma ?? '')
    if (saying && (found?.has('say') || found?.has('tell')) && quotingOf(syntax, saying)?.by === by) return { from: at, to: saying.to }
  }
  return undefined
}

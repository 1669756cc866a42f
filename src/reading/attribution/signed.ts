// Quotations that bear their speaker's name: “…” — Ann Reed; “REED: …”.
import type { Attributed, Quotation } from '../draft.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { endOfGrown } from '../whole-phrase.ts'
import { trimmed } from './trimmed.ts'

type Found = Omit<Attributed, 'quotations'>

/** No signature is longer, in words. */
const longestSignature = 25

/** The attribution that a quotation's own beginning or the words behind it make. */
export function signedOf(syntax: Syntax, quotation: Quotation): Found | undefined {
  return transcribed(syntax, quotation) ?? signature(syntax, quotation)
}

/** A name and a colon inside the marks, as in a transcript. */
function transcribed(syntax: Syntax, { from, to }: Quotation): Found | undefined {
  const noun = syntax.nounAt(from)
  const { from: start, paragraph } = syntax.sentenceAt(from)
  // “Night Train: The Last Journey” inside a sentence is a title.
  if (start < from - 1 || (start > 0 && syntax.sentenceAt(start - 1).paragraph === paragraph)) return undefined
  if (!noun || noun.from !== from || !isNameLike(syntax.token(noun.head)?.text ?? '') || syntax.word(noun.to) !== ':') return undefined
  const content = trimmed(syntax, { from: noun.to + 1, to })
  if (content.to - content.from < 3) return undefined
  return {
    source: { from: noun.from, to: noun.to, head: noun.head },
    cue: { from: noun.to, to: noun.to + 1, head: noun.to },
    content: [content],
    rule: 'TRANSCRIPT',
    reason: 'A name and a colon begin the quotation, as in a transcript.',
    confidence: 0.9,
  }
}

/** A dash and a name behind the marks, in the same line or as the next. */
function signature(syntax: Syntax, { from, to, closed }: Quotation): Found | undefined {
  const sentence = syntax.sentenceAt(from)
  const dash = to + 1
  if (!closed || sentence.from < from - 1 || !isDash(syntax.word(dash))) return undefined
  const noun = syntax.nounAt(dash + 1)
  const signed = syntax.sentenceAt(dash)
  if (!noun || noun.from !== dash + 1 || syntax.token(noun.head)?.tag !== 'PROPN') return undefined
  const end = endOfGrown(syntax, noun, signed.to)
  const last = /^[.]?$/u.test(syntax.word(end)) || syntax.sentenceAt(end).paragraph !== signed.paragraph
  if (!last || signed.to - dash > longestSignature) return undefined
  return {
    source: { from: noun.from, to: end, head: noun.head },
    cue: { from: dash, to: dash + 1, head: dash },
    content: [{ from, to }],
    rule: 'SIGNATURE',
    reason: 'A dash and a name stand behind the quotation, as its signature.',
    confidence: 0.9,
  }
}

function isNameLike(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

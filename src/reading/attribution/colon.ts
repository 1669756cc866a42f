// A name and a colon before what it says: "HALE: I never said so", “Reed: “…””, "The ministry: Kelt bombed Harl".
import type { Attributed } from '../draft.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { grown } from '../whole-phrase.ts'
import { hasVerb, trimmed } from './trimmed.ts'

/** What stands before a colon without speaking: "Image: …", "Correction: …". */
const labels = new Set(
  `interesting incidentally reminder clarification intriguing image images photo photos picture video videos audio credit caption source sources file map chart graphic illustration gallery q question note notes correction corrections update updated exclusive breaking unconfirmed confirmed developing
  opinion analysis editorial watch listen read related more poll live topic subject date location venue contact website email e-mail tel phone fact facts summary background details highlights tip tips warning court q&a interview politics sport sports business world weather travel science health review name age city home hometown job occupation profession pay party born review profile obituary transcript explainer comment football cricket letters quiz recap factbox timeline watchlist`.split(/\s+/u),
)

/** "HALE: I never said so", “Reed: “…””. */
export function colon(syntax: Syntax, at: number, start: number, end: number, written: ReadonlySet<string>): Omit<Attributed, 'quotations'> | undefined {
  if (syntax.word(at) !== ':' || at + 1 >= end) return undefined
  const reporter = reporterBefore(syntax, at, start)
  if (reporter) return reporter
  const before = syntax.word(at - 1) === ')' ? openingOf(syntax, at - 1, start) : at
  const noun = syntax.nounAt(before - 1)
  if (!noun || noun.to !== before) return undefined
  const { from, head } = grown(syntax, noun, start)
  const isName = (syntax.token(noun.head)?.tag === 'PROPN' || isSpelt(syntax.token(noun.head)?.text ?? '', written)) && syntax.token(noun.from)?.tag !== 'DET'
  if (!isName && !(isSpokesperson(syntax, head) && hasVerb(syntax, { from: at + 1, to: end }))) return undefined
  // "Unconfirmed: …", "16:00 Breaking: …"
  if ((noun.from === noun.head || syntax.token(noun.head - 1)?.tag === 'NUM') && labels.has(syntax.word(noun.head))) return undefined
  // "Kelt and Ostland: how an old quarrel ended": what the text is about.
  if (/^(?:how|why|what|when|where|who|inside|from)$/u.test(syntax.word(at + 1)) && syntax.word(end - 1) !== '?' && syntax.sentenceAt(end).paragraph !== syntax.sentenceAt(at).paragraph) return undefined
  const quotation = syntax.quotation(at + 1)
  // "Acme Tools AG: Statement on its recall": what the text is.
  if (!quotation && /^(?:statement|results|announcement|profile|notice|response|report|update)$/u.test(syntax.word(at + 1)) && !hasVerb(syntax, { from: at + 1, to: end })) return undefined
  if (syntax.tokens.slice(from, at).some(({ lower }) => /^(?:vs?\.?|versus)$/u.test(lower))) return undefined // "Roe v. Wade: the court erred"
  // “Signs of change – Dan Hale: “…””
  if (from !== start && !(quotation && isDash(syntax.word(from - 1)))) return undefined
  // “Reed: ‘Hateful Words’ Have No Place Here”: the marks hold a part of what she says.
  const part = quotation && quotation.to - quotation.from < 3 && quotation.to + 2 < end
  const content = quotation && !part ? { from: quotation.from, to: quotation.to } : trimmed(syntax, { from: at + 1, to: end })
  // "HALE: You did. All of us heard it": a short sentence that begins a turn.
  if (content.to - content.from < 3 && (quotation || syntax.sentenceAt(end).paragraph !== syntax.sentenceAt(at).paragraph)) return undefined
  return {
    source: { from, to: at, head },
    cue: { from: at, to: at + 1, head: at },
    content: [content],
    rule: 'NAME_AND_COLON',
    reason: 'A name and a colon stand before the words, as in a transcript or headline.',
    confidence: quotation ? 0.9 : 0.7,
  }
}

/** "Our reporter Ann Reed is in Harl: “The wall went at six.”" */
function reporterBefore(syntax: Syntax, at: number, start: number): Omit<Attributed, 'quotations'> | undefined {
  const quotation = syntax.quotation(at + 1)
  const who = quotation ? syntax.nounAt(start) : undefined
  if (!quotation || who?.from !== start || syntax.token(who.head)?.tag !== 'PROPN') return undefined
  const verb = syntax.verbAt(who.to)
  const place = verb?.from === who.to && syntax.word(verb.head) === 'is' && /^(?:in|at|on|outside|inside|near)$/u.test(syntax.word(verb.to)) ? syntax.nounAt(verb.to + 1) : undefined
  if (place?.from !== (verb?.to ?? 0) + 1 || place.to !== at) return undefined
  return {
    source: { from: who.from, to: who.to, head: who.head },
    cue: { from: at, to: at + 1, head: at },
    content: [{ from: quotation.from, to: quotation.to }],
    rule: 'NAME_AND_COLON',
    reason: 'Who is there, and a colon, stand before the words.',
    confidence: 0.85,
  }
}

/** "The ministry: Kelt bombed Harl": a body, or somebody whose part it is to speak. */
function isSpokesperson(syntax: Syntax, head: number): boolean {
  const noun = syntax.token(head)
  return noun?.tag === 'NOUN' && (kindOfSpeaker(noun.lemma, noun.lower) === 'ORGANISATION' || spokespeople.has(noun.lemma))
}

const spokespeople = new Set(['spokesman', 'spokeswoman', 'spokesperson', 'official', 'minister', 'president', 'mayor', 'governor', 'premier', 'police', 'prosecutor', 'witness', 'lawyer', 'doctor', 'expert', 'analyst', 'scientist', 'source'])

/** "HALE" where the text has "Hale" too. */
function isSpelt(word: string, written: ReadonlySet<string>): boolean {
  return /^\p{Lu}{3,}$/u.test(word) && written.has(word.charAt(0) + word.slice(1).toLowerCase())
}

/** The bracket that a closing one closes: "Rep. Dan Hale (R-Ohio):". */
function openingOf(syntax: Syntax, close: number, start: number): number {
  for (let at = close - 1; at > Math.max(start, close - 8); at--) if (syntax.word(at) === '(') return at
  return close
}

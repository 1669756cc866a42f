// Which attributions are statements: those that somebody makes, or that the text gives as hearsay. Advice to the reader, talk of "you" and "we",
// and deeds that only look like words are left out.
import type { SpeechAct } from '../../model/vocabulary.ts'
import type { Attributed } from '../draft.ts'
import { documents } from '../lexicon/documents.ts'
import { deeds } from '../lexicon/speech-acts.ts'
import type { Syntax } from '../syntax.ts'
import type { CueShape } from './cue-shape.ts'
import type { Voices } from './speakers.ts'

/** Pronouns that in an article's own voice mean nobody in particular, or no person. */
const impersonal = new Set(['you', 'we', 'one', 'i', 'it', 'this', 'that', 'there', 'which', 'what'])
/** Nouns without a possessor that still say that somebody said so: "reports that …", not "the idea that …". */
const told: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['REPORT', 'ACCUSE', 'SUGGEST', 'WARN', 'FEAR', 'DENY', 'SAY', 'CONFIRM', 'PREDICT', 'CRITICISE', 'ANNOUNCE'])

export function isStatement(syntax: Syntax, { source, content, rule }: Attributed, shape: CueShape, act: SpeechAct, { speakers }: Voices): boolean {
  if (content.some(({ from, to }) => isQuoted(syntax, from, to))) return true
  if (shape.verb && deeds.has(shape.head.lemma) && !isClause(syntax, content[0]?.from ?? 0)) return false
  if (speakers.length > 0) return true
  if (source) return !impersonal.has(syntax.word(source.head)) && !documents.has(syntax.token(source.head)?.lemma ?? '')
  if (shape.verb) return shape.passive || rule === 'HEARSAY_VERB'
  return rule !== 'NOUN_OF_SAYING' || told.has(act)
}

/** Whether a quotation of some words lies in a stretch. */
function isQuoted(syntax: Syntax, from: number, to: number): boolean {
  let quoted = 0
  for (let at = from; at < to && quoted < 3; at++) if (syntax.quotationAt(at) >= 0) quoted++
  return quoted === 3
}

function isClause(syntax: Syntax, at: number): boolean {
  return /^(?:that|whether|if|how|what|why|when|where|who)$/u.test(syntax.word(at))
}

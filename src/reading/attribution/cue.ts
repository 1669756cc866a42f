// Verbs that may attribute, with their subject and what stands beside them.
import type { Stretch, VerbGroup } from '../draft.ts'
import { bearsParticle, onlyClauses, onlyWithParticle, toSomebody } from '../lexicon/cue-habits.ts'
import { frames, type Frame } from '../lexicon/cues.ts'
import { isDocument } from '../lexicon/documents.ts'
import { isTimeNoun, timeWords } from '../lexicon/time-words.ts'
import { takingPart } from '../set-in.ts'
import { speaks, subjectBehind, subjectOf, type Subject } from '../subject.ts'
import type { Syntax } from '../syntax.ts'
import { isTime } from '../whole-phrase.ts'
import { issuedBefore } from './issued.ts'

export interface VerbCue extends Stretch {
  readonly verb: VerbGroup
  readonly lemma: string
  readonly frames: ReadonlySet<Frame>
  readonly subject: Subject | undefined
  /** The subject and the cue together: "Ms Reed said", "said Ms Reed, a lawyer". */
  readonly unit: Stretch
}

/** The cues of a sentence by their first word. */
export type Cues = ReadonlyMap<number, VerbCue>

/** The cue that a verb is; undefined where it is none. */
export function verbCueOf(syntax: Syntax, verb: VerbGroup): VerbCue | undefined {
  const head = syntax.token(verb.head)
  if (!head || head.tag === 'AUX' || (verb.passive && !isSaidBy(syntax, verb, head.lemma))) return undefined
  if (isAside(syntax, verb) || (head.lemma === 'quote' && syntax.word(verb.from - 1) === 'i' && syntax.word(verb.from - 2) === 'and')) return undefined
  const lemma = head.lemma
  const found = frames.get(lemma) ?? (onlyWithParticle.has(lemma) ? (answering.has(lemma) ? pointing : talking) : undefined)
  if (!found) return undefined
  const next = syntax.word(verb.to)
  // "went on strike": no saying; "said nothing": no words.
  if ((lemma === 'go' && next === 'on' && /^(?:strike|sale|trial|display|holiday|leave|air)$/u.test(syntax.word(verb.to + 1))) || (lemma === 'say' && /^(?:nothing|little)$/u.test(next) && /^[.,;]?$/u.test(syntax.word(verb.to + 1)))) return undefined
  // "four people thought to have been on it were safe": what is held of them.
  if (/^(?:thought|believed|said|known|reported|understood)$/u.test(syntax.word(verb.from)) && verb.from === verb.head && next === 'to' && /^(?:have|be)$/u.test(syntax.word(verb.to + 1)) && isHeldOf(syntax, verb.from)) return undefined
  // "a suite of related groups": an adjective.
  if (isAttributive(syntax, verb)) return undefined
  // "insisted on Monday", "pushed for ten years": when, and not what.
  const particle = bearsParticle(lemma, next) && !(next === 'on' && timeWords.has(syntax.word(verb.to + 1))) && !(next === 'for' && isTimeAt(syntax, verb.to + 1)) && syntax.quotationAt(verb.to) === syntax.quotationAt(verb.head)
  if (onlyWithParticle.has(lemma) && (!particle || (lemma === 'put' && !isWording(syntax, verb)))) return undefined
  // "Readers can expect a show with “more of everything”": the article's own word to them.
  if (verb.modal !== undefined && /^(?:can|could|should|must)$/u.test(verb.modal) && foreseen.has(lemma)) return undefined
  const to = verb.to + (particle ? 1 : 0)
  if (isPartaken(syntax, verb)) return undefined
  const own = setIn(syntax, verb, subjectOfCue(syntax, verb, found))
  const issued = issuedBefore(syntax, verb, own)
  const subject = issued?.by ?? own
  if (subject?.by === 'relative' && isMute(syntax, subject)) return undefined
  // "In a message posted on Telegram, a spokesman said": of the message.
  if (!subject && syntax.token(verb.to)?.tag === 'ADP' && isDocument(syntax.token(verb.from - 1))) return undefined
  // "They may contain “…”": only what is written does.
  if (lemma === 'contain' && !(subject && isDocument(syntax.token(subject.head)))) return undefined
  // "a leader labelled “weak” | is gone": what he is called, and no word of his.
  if (naming.has(lemma) && verb.form === 'finite' && verb.from === verb.head && isNamed(syntax, verb.to)) return undefined
  // "joined the others to see if …": what for, and no saying.
  if (subject?.by === 'shared' && verb.form === 'infinitive' && purposes.has(lemma)) return undefined
  // "met in Harl to discuss it": what for.
  if (subject?.by === 'shared' && verb.form === 'infinitive' && lemma === 'discuss' && isMetBefore(syntax, verb)) return undefined
  // "a row over who backed it": a question.
  if (!subject && (verb.form !== 'finite' || syntax.word(verb.from - 1) === 'who' || isNamedBy(syntax, verb))) return undefined
  const behind = subject?.by === 'behind'
  const from = subject && (subject.by === 'before' || subject.by === 'relative') ? subject.from : verb.from
  return { from: issued?.from ?? verb.from, to, verb, lemma, frames: found, subject, unit: { from, to: behind ? subject.to : to } }
}

/** "two officials briefed on the plan told the paper": what they are, before the verb that says what they do. */
function isPartaken(syntax: Syntax, { from, head, to }: VerbGroup): boolean {
  if (from !== head || syntax.token(to)?.tag !== 'ADP' || syntax.nounAt(from - 1)?.to !== from) return false
  const { from: start } = syntax.sentenceAt(from)
  for (let at = to; at < to + 12; at++) {
    if (/^[,;:.]$/u.test(syntax.word(at)) || syntax.quotationAt(at) >= 0) return false
    const next = syntax.verbAt(at)
    if (!next) continue
    const last = next.from === at && next.form === 'finite' ? syntax.nounAt(at - 1) : undefined
    return last?.to === at && takingPart(syntax, last, start)?.to === from
  }
  return false
}

/** The verb of a meeting, a journey or a sitting next before. */
function isMetBefore(syntax: Syntax, { from }: VerbGroup): boolean {
  for (let at = from - 1; at > from - 12; at--) {
    const verb = syntax.verbAt(at)
    if (verb) return verb.modal === undefined && /^(?:meet|gather|convene|assemble|come|travel|fly|sit|hold|return|reconvene)$/u.test(syntax.token(verb.head)?.lemma ?? '')
    if (syntax.word(at) === ',') return false
  }
  return false
}

/** "four people | thought", and not "what many people | thought". */
function isHeldOf(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at - 1)
  return noun?.to === at && syntax.token(noun.head)?.tag !== 'PRON' && syntax.word(noun.from - 1) !== 'what'
}

/** A past form between a preposition and a noun. */
function isAttributive(syntax: Syntax, { from, head, to }: VerbGroup): boolean {
  return from === head && /^(?:of|with|in|for|by|from|on|about|to|into)$/u.test(syntax.word(from - 1)) && /(?:ed|en|wn)$/u.test(syntax.word(head)) && syntax.nounAt(to)?.from === to
}

function isTimeAt(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at) ?? syntax.nounAt(at + 1)
  return noun !== undefined && noun.from <= at + 1 && syntax.word(noun.head).endsWith('s') && isTimeNoun(syntax.word(noun.head))
}

/** "a shirt that says": what stands before "that" is nobody, and nothing that anybody wrote. */
export function isMute(syntax: Syntax, { head, from }: Subject): boolean {
  if (!/^(?:that|which)$/u.test(syntax.word(head))) return false
  const before = syntax.nounAt(syntax.word(from - 1) === ',' ? from - 2 : from - 1)
  return before !== undefined && !speaks(syntax, before.head)
}

/** A quotation right behind the verb, and the sentence's own verb behind that. */
function isNamed(syntax: Syntax, at: number): boolean {
  const quotation = syntax.quotation(at)
  return quotation !== undefined && syntax.word(quotation.to - 1) !== ',' && syntax.verbAt(quotation.to + 1)?.form === 'finite'
}

/** "as Ms Reed put it", "she put it this way: “…”"; not "put it on the table". */
function isWording(syntax: Syntax, { to }: VerbGroup): boolean {
  // "put it well when she said that …": what she said follows.
  return syntax.word(to + 2) !== 'when' && (/^(?:[,.:;]|this|thus|like|more|bluntly|simply|plainly|best|well|mildly|succinctly)$/u.test(syntax.word(to + 1)) || syntax.quotationAt(to + 1) >= 0)
}

/** "the law, dubbed “the harbour act” by its friends": whose word it is stands behind the marks. */
function isNamedBy(syntax: Syntax, { to }: VerbGroup): boolean {
  const mark = /^(?:the|an?|as|of)$/u.test(syntax.word(to)) ? to + 1 : to
  const quotation = syntax.quotation(mark)
  return quotation !== undefined && syntax.word(quotation.to + 1) === 'by'
}

/** "ruled the harbour", "added two rooms": an object, of a verb that attributes only clauses and quotations; not "added a day later". */
export function hasOtherSense(syntax: Syntax, { head, to }: VerbGroup): boolean {
  const noun = onlyClauses.has(syntax.token(head)?.lemma ?? '') ? syntax.nounAt(to) : undefined
  return noun !== undefined && noun.from === to && !isTime(syntax, noun) && !isTimeNoun(syntax.word(noun.head))
}

const naming = new Set(['call', 'label', 'brand', 'dub', 'name', 'describe', 'deem', 'list', 'title'])
const foreseen = new Set(['expect', 'find', 'see', 'hear', 'read', 'learn', 'imagine', 'remember', 'note'])
const purposes = new Set(['see', 'show', 'note', 'find', 'hear', 'know', 'learn', 'add', 'read', 'post'])
const talking: ReadonlySet<Frame> = new Set(['judge'])
/** "point out", "go on", "shoot back", "cut in": verbs of saying with their particle. */
const answering = new Set(['point', 'go', 'shoot', 'fire', 'hit', 'cut', 'chime', 'blurt', 'put'])
/** "fired back", "chimed in" */
export function answers(syntax: Syntax, { head, to }: VerbGroup): boolean {
  const lemma = syntax.token(head)?.lemma ?? ''
  return answering.has(lemma) && lemma !== 'put' && bearsParticle(lemma, syntax.word(to))
}
const pointing: ReadonlySet<Frame> = new Set(['say', 'judge'])

/** "When asked about it, …", "Asked if he would go, …": what was asked, not what was answered. */
function isAside(syntax: Syntax, verb: VerbGroup): boolean {
  const { from: start } = syntax.sentenceAt(verb.head)
  if (verb.form !== 'finite' || verb.from !== verb.head || !/(?:ed|en|wn|ld)$/u.test(syntax.word(verb.head))) return false
  // "who once described": an adverb.
  const joint = syntax.word(verb.from - 1)
  return verb.from === start || /^(?:when|if|as|until|than)$/u.test(joint) || (joint === 'once' && !/^(?:her|him|it|them)$/u.test(syntax.word(verb.to)) && !syntax.nounAt(verb.from - 2) && !/^(?:who|which|that)$/u.test(syntax.word(verb.from - 2)))
}

/** "Reed, police said, attacked": not "Reed, police", but police of Reed. */
function setIn(syntax: Syntax, verb: VerbGroup, subject: Subject | undefined): Subject | undefined {
  const noun = subject?.by === 'before' ? syntax.nounAt(verb.from - 1) : undefined
  const next = syntax.word(verb.to) === ',' ? syntax.verbAt(verb.to + 1) : undefined
  const isSetIn = noun && noun.from > (subject?.from ?? 0) && syntax.word(noun.from - 1) === ',' && next?.form === 'finite' && next.from === verb.to + 1
  return isSetIn ? { ...noun, by: 'before' } : subject
}

function subjectOfCue(syntax: Syntax, verb: VerbGroup, found: ReadonlySet<Frame>): Subject | undefined {
  if (verb.passive) return agentOf(syntax, verb)
  const saying = found.has('say') || found.has('tell')
  if (!saying || verb.form !== 'finite' || !isAfterContent(syntax, verb.from)) return subjectOf(syntax, verb)
  // "Ms Reed, a lawyer, told the paper", "Mr Hale, a senator, tweeted a warning": what stands behind is not who says it.
  // "came late, told the crowd that it was over": whom it was said to.
  if (syntax.word(verb.from - 1) === ',' && toSomebody.has(syntax.token(verb.head)?.lemma ?? '')) return subjectOf(syntax, verb)
  // "hosts a show, writes a weekly column": what, and not who.
  const written = /^(?:write|pen)$/u.test(syntax.token(verb.head)?.lemma ?? '') && /^(?:an?|no)$/u.test(syntax.word(verb.to)) && isDocument(syntax.token(syntax.nounAt(verb.to)?.head ?? -1))
  const behind = written ? undefined : subjectBehind(syntax, verb)
  const before = behind && syntax.word(verb.from - 1) === ',' && syntax.quotationAt(verb.from - 2) < 0 ? subjectOf(syntax, verb) : undefined
  const named = behind !== undefined && /^(?:say|report)$/u.test(syntax.token(verb.head)?.lemma ?? '') && /^[.,]?$/u.test(syntax.word(behind.to))
  return before && before.by !== 'shared' && !named ? before : (behind ?? subjectOf(syntax, verb))
}

/** "was asked by the judge whether …", "it is asserted by the town that …". */
function isSaidBy(syntax: Syntax, verb: VerbGroup, lemma: string): boolean {
  if (syntax.word(verb.to) !== 'by') return false
  const noun = syntax.nounAt(verb.to + 1)
  // "was described by one aide as “…”"
  if (noun?.from === verb.to + 1 && /^(?:as|for)$/u.test(syntax.word(noun.to)) && frames.get(lemma)?.has('judge') && syntax.quotationAt(noun.to + 1) >= 0) return true
  if (undergone.has(lemma)) return verb.form === 'finite' && noun?.from === verb.to + 1 && speaks(syntax, noun.head)
  return /^(?:ask|tell|inform|warn|remind|assure)$/u.test(lemma) || (syntax.word(verb.from - 1) === 'it' && noun?.from === verb.to + 1 && syntax.word(noun.to) === 'that')
}

/** Verbs whose passive tells whose word it is: "was rejected by Ms Reed". */
export const undergone: ReadonlySet<string> = new Set(['accuse', 'blame', 'reject', 'deny', 'dismiss', 'challenge', 'dispute', 'contest', 'refute', 'condemn', 'denounce', 'criticise', 'criticize', 'ridicule', 'mock', 'rebuke', 'welcome', 'praise', 'hail', 'applaud', 'confirm'])

/** Behind "by". */
function agentOf(syntax: Syntax, verb: VerbGroup): Subject | undefined {
  const noun = syntax.nounAt(verb.to + 1)
  return noun && noun.from === verb.to + 1 ? { from: noun.from, to: noun.to, head: noun.head, by: 'behind' } : undefined
}

/** Whether a quotation or a comma stands just before: the place where "said Ms Reed" follows what she said. */
function isAfterContent(syntax: Syntax, from: number): boolean {
  const { from: start } = syntax.sentenceAt(from)
  return from > start && (syntax.word(from - 1) === ',' || syntax.quotationAt(from - 1) >= 0)
}

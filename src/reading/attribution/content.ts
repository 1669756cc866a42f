// What a cue holds: the words behind it, before it, or around it.
import type { Stretch } from '../draft.ts'
import { asksSomebody, onlyClauses, onlyQuotations, toSomebody } from '../lexicon/cue-habits.ts'
import { contentNouns } from '../lexicon/complements.ts'
import { nounsOfThat } from '../lexicon/cue-nouns.ts'
import { isTimeNoun, timeWords } from '../lexicon/time-words.ts'
import type { Syntax } from '../syntax.ts'
import type { VerbCue } from './cue.ts'
import { isPartOfDay } from '../whole-phrase.ts'
import { clauseAt, isClauseAround } from './clause-at.ts'
import { isTitle } from './title.ts'

/** What follows a cue, by its first words. */
export type Opening = 'that' | 'question' | 'quotation' | 'clause' | 'infinitive' | 'noun' | 'none'

export interface Behind extends Stretch {
  readonly opening: Opening
  /** "asked the minister to go": a noun phrase and what it is to do. */
  readonly request?: boolean
}

const asides = new Set(['on', 'in', 'at', 'during', 'after', 'before', 'to', 'via', 'through', 'from', 'over', 'following'])
/** What they hold is no noun: "said the man" is nothing that anybody says. */
const saidWhole = new Set(['say', 'tell', 'add', 'warn', 'remind', 'inform', 'assure', 'conclude'])
const questions = new Set(['whether', 'if', 'what', 'how', 'why', 'who', 'where', 'when', 'which'])
const occasion = /^(?:interviews?|statements?|speech(?:es)?|tweets?|letters?|conference|briefing|e-?mails?|rally|rallies|debate|posts?|calls?|memo|message|appearance|address|remarks|testimony|twitter|facebook|article|op-ed|column|essay|editorial|book|blog|report|hearing|meeting|event|reporters|journalists|press|news|television|tv|radio|cnn|nbc|abc|cbs|msnbc|fox|phone|telephone)$/u

/** What follows the cue within its sentence; `opening` is "none" where nothing does that could be content. */
export function behind(syntax: Syntax, cue: VerbCue): Behind {
  const { to: end } = syntax.sentenceAt(cue.verb.head)
  const first = cue.subject?.by === 'behind' ? cue.unit.to : cue.to
  const from = behindWith(syntax, cue, first, end) ?? afterAsides(syntax, cue, first, end)
  const opening = openingOf(syntax, cue, from, end)
  // "commanded the party to “do the right thing”"
  const asked = opening === 'clause' ? syntax.nounAt(from) : undefined
  if (asked?.from === from && syntax.word(asked.to) === 'to' && syntax.quotationAt(asked.to + 1) >= 0) return { from, to: end, opening: 'noun', request: true }
  const noun = opening === 'noun' ? syntax.nounAt(from) : undefined
  const verb = noun && syntax.verbAt(noun.to)
  return { from, to: end, opening, request: verb?.form === 'infinitive' && verb.from === noun?.to }
}

/** "responded to Ms Reed with, “…”": the quotation. */
function behindWith(syntax: Syntax, { lemma }: VerbCue, from: number, end: number): number | undefined {
  if (!/^(?:respond|reply|answer|counter|retort|react|follow)$/u.test(lemma)) return undefined
  const to = syntax.word(from) === 'to' ? from + 1 : from
  const noun = syntax.nounAt(to)
  const at = (noun?.from === to ? noun.to : from) + 1
  const mark = /^[,:]$/u.test(syntax.word(at)) ? at + 1 : at
  return syntax.word(at - 1) === 'with' && mark < end && syntax.quotationAt(mark) >= 0 ? mark : undefined
}

function openingOf(syntax: Syntax, { frames, subject, lemma, to }: VerbCue, from: number, end: number): Opening {
  // "Nothing the mayor said “will help us,” she said": the marks begin with the verb of what he said.
  const verb = from === to && syntax.quotationAt(from) >= 0 ? syntax.verbAt(from + 1) : undefined
  if (verb?.form === 'finite' && verb.from === from + 1 && subject?.by === 'before' && syntax.nounAt(subject.from - 1)?.to === subject.from) return 'none'
  // "which she described as “unfair”"
  if (syntax.word(from) === 'as' && frames.has('judge') && syntax.quotationAt(from + 1) >= 0) return 'noun'
  const first = openingAt(syntax, from, end)
  const opening = first === 'noun' && saidWhole.has(lemma) && isClauseAround(syntax, from, end) ? 'clause' : first
  // "people who endorsed the plan sounded tired": the verb is that of the people.
  // "somebody who answers no questions can’t win"
  if (opening === 'clause' && subject?.by === 'relative' && /^(?:answer|ask|read|press)$/u.test(lemma) && syntax.nounAt(from)) return 'noun'
  return opening === 'clause' && subject?.by === 'relative' && !(frames.has('say') || frames.has('tell') || frames.has('think') || frames.has('show')) && syntax.nounAt(from) ? 'noun' : opening
}

function openingAt(syntax: Syntax, at: number, end: number): Opening {
  const token = syntax.token(at)
  if (!token || at >= end) return 'none'
  if (syntax.quotationAt(at) >= 0) return 'quotation'
  if (token.lower === 'to' && syntax.quotationAt(at + 1) >= 0) return 'infinitive'
  if (token.lower === ':') return syntax.quotationAt(at + 1) >= 0 || at + 1 < end ? 'quotation' : 'none'
  // "would not say to whom": asked for with its preposition.
  if (token.tag === 'ADP' && /^(?:whom|which|what)$/u.test(syntax.word(at + 1))) return 'question'
  if (token.tag === 'PUNCT' || isMeanwhile(syntax, at)) return 'none'
  if (token.lower === 'that' && token.tag !== 'DET') return 'that'
  if (token.lower === 'that') return clauseAt(syntax, at + 1, end) || clauseAt(syntax, at, end) ? 'that' : 'noun'
  // "said when asked about it"
  if (token.lower === 'when' && /^(?:asked|pressed|questioned|reached|told|contacted)$/u.test(syntax.word(at + 1))) return 'none'
  if (questions.has(token.lower)) return 'question'
  const verb = syntax.verbAt(at)
  if (verb?.form === 'infinitive' && verb.from === at) return 'infinitive'
  if (clauseAt(syntax, at, end)) return 'clause'
  return syntax.nounAt(at) || token.tag === 'DET' || token.tag === 'ADJ' || token.tag === 'NUM' || token.tag === 'PRON' || verb?.form === 'participle' ? 'noun' : 'none'
}

/** "said | as the rain fell": when it was said. */
function isMeanwhile(syntax: Syntax, at: number): boolean {
  if (!/^(?:as|while)$/u.test(syntax.word(at))) return false
  const noun = syntax.nounAt(at + 1)
  return noun !== undefined && syntax.verbAt(noun.to)?.form === 'finite'
}

/** Behind whom it was said to, when and on what occasion: "told reporters on Monday in an interview with the paper". */
function afterAsides(syntax: Syntax, cue: VerbCue, from: number, end: number): number {
  let at = from
  if (cue.subject?.by !== 'behind') at = afterAddressee(syntax, cue, at, end)
  const first = thatBehindAdverbials(syntax, cue, at, end)
  if (first !== undefined) return first
  for (let steps = 0; steps < 8 && at < end; steps++) {
    const next = afterAside(syntax, at, end)
    if (next === undefined) break
    at = next
  }
  const that = thatBehind(syntax, at, end) ?? thatBehindAside(syntax, at, end)
  if (that !== undefined) return that
  // "The office said in the year to May, | prices rose"
  if (at > from && syntax.word(at) === ',' && cue.subject?.by === 'before' && cue.subject.from === syntax.sentenceAt(at).from && saidWhole.has(cue.lemma) && !toSomebody.has(cue.lemma) && syntax.nounAt(at + 1)?.from === at + 1 && clauseAt(syntax, at + 1, end)) return at + 1
  // "said, and I quote, “…”"
  if (syntax.word(at) === ',' && syntax.word(at + 1) === 'and' && syntax.word(at + 2) === 'i' && syntax.word(at + 3) === 'quote') at += 4
  // "said, however, that"
  if (syntax.word(at) === ',' && syntax.token(at + 1)?.tag === 'ADV' && syntax.word(at + 2) === ',') at += 3
  if (at > from && syntax.word(at) === ',' && /^(?:that|what|how|why|whether)$/u.test(syntax.word(at + 1))) at++
  // "said, “…”" and "said, however, that …"
  else if (syntax.word(at) === ',' && syntax.quotationAt(at + 1) >= 0) at++
  return at
}

/** "said Sunday in Madison, Wisconsin, that": the "that" behind when and where. */
function thatBehind(syntax: Syntax, from: number, end: number): number | undefined {
  const first = syntax.token(from)
  if (!first || !/^(?:ADP|ADV|NUM)$/u.test(first.tag) && first.lower !== ',') return undefined
  for (let at = from; at < Math.min(end, from + 16); at++) {
    if (syntax.word(at) === 'that' && syntax.token(at)?.tag === 'SCONJ') return isOfContent(syntax, at) || syntax.word(at - 1) === 'and' ? undefined : at
    if (syntax.verbAt(at) || syntax.quotationAt(at) >= 0) return undefined
  }
  return undefined
}

/** "warned of signs that": of the signs, and not said. */
function isOfContent(syntax: Syntax, that: number): boolean {
  const noun = syntax.nounAt(that - 1)
  return syntax.word(that) === 'that' && noun?.to === that && /^(?:of|about)$/u.test(syntax.word(noun.from - 1)) && contentNouns.has(syntax.word(noun.head))
}

/** "said late on Tuesday night that", "through a lawyer that", "under oath that": phrases that a preposition binds, and times, alone between. */
function thatBehindAdverbials(syntax: Syntax, { frames }: VerbCue, from: number, end: number): number | undefined {
  for (let at = from; at < Math.min(end, from + 12); ) {
    const token = syntax.token(at)
    if (!token || syntax.verbAt(at) || syntax.quotationAt(at) >= 0) return undefined
    // "a lawyer that had left" is one who had.
    if (token.lower === 'that') return at > from && (token.tag !== 'DET' || ((frames.has('say') || frames.has('tell')) && clauseAt(syntax, at + 1, end))) && !syntax.verbAt(at + 1) && !isOfContent(syntax, at) ? at : undefined
    const noun = syntax.nounAt(at)
    const isBound = noun?.from === at && (isTime(syntax, at) || (at > from && syntax.token(at - 1)?.tag === 'ADP' && !nounsOfThat.has(syntax.word(noun.head))))
    if (isBound) at = noun.to
    else if (noun ? isTimeNoun(token.lower) && syntax.token(at - 1)?.tag === 'NUM' : /^(?:ADP|ADV|NUM)$/u.test(token.tag) || /^(?:late|early)$/u.test(token.lower)) at++
    else return undefined
  }
  return undefined
}

/** "said, in a talk with The Star printed on Monday, that": the "that" behind what commas set off. */
function thatBehindAside(syntax: Syntax, from: number, end: number): number | undefined {
  const first = syntax.token(from + 1)
  if (syntax.word(from) !== ',' || first?.tag !== 'ADP') return undefined
  for (let at = from + 1; at < Math.min(end, from + 24); at++) {
    if (syntax.quotationAt(at) >= 0) return undefined
    if (syntax.word(at) === ',' && syntax.word(at + 1) === 'that' && syntax.token(at + 1)?.tag === 'SCONJ') return at + 1
  }
  return undefined
}

function afterAddressee(syntax: Syntax, cue: VerbCue, from: number, end: number): number {
  const noun = syntax.nounAt(from)
  if (!noun || noun.from !== from) return from
  // "asked Ms Reed whether", "warned them that"; but "urged Mr Hale to go" asks for what he is to do.
  if (asksSomebody.has(cue.lemma)) return /^(?:that|whether|if|what|how|why|when|where|about)$/u.test(syntax.word(noun.to)) || syntax.quotationAt(noun.to) >= 0 ? noun.to : from
  if (!toSomebody.has(cue.lemma)) return from
  let to = noun.to
  // "told The Star of Newark", "told Ms Reed, a lawyer, that"
  for (let steps = 0; steps < 4; steps++) {
    const word = syntax.word(to)
    const next = syntax.nounAt(to + 1)
    if (!next || next.from !== to + 1 || next.to > end) break
    if (!/^(?:of|and|from|at|for|in|with)$/u.test(word) || clauseAt(syntax, to + 1, Math.min(end, next.to + 2))) break
    to = next.to
  }
  const word = syntax.word(to)
  if (to < end && !/^(?:that|to|how|what|why|whether|if|about|of|on|in|at|during|after|last|this|,|\.|:|;)$/u.test(word) && syntax.quotationAt(to) < 0 && !isTime(syntax, to)) {
    // "told Ms Reed he would go", but "warned the army had left"
    return syntax.verbAt(to)?.form === 'finite' ? from : to
  }
  return to
}

function isTime(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  const word = syntax.word(noun ? noun.head : at)
  if (noun && isPartOfDay(syntax, noun)) return true
  return timeWords.has(word) || (isTimeNoun(word) && noun !== undefined && /^(?:this|last|next|earlier|that|the|one|every|each)$/u.test(syntax.word(noun.from)))
}

function afterAside(syntax: Syntax, at: number, end: number): number | undefined {
  const token = syntax.token(at)
  if (!token || syntax.quotationAt(at) >= 0) return undefined
  const noun = syntax.nounAt(at)
  if (noun && noun.from === at && isTime(syntax, at)) return noun.to
  if (/^(?:earlier|later|recently|again|then|today|yesterday|ago|afterwards?|back|directly|anonymously|outside|publicly|simply|bluntly|flatly|repeatedly)$/u.test(token.lower)) return at + 1
  // "wondered aloud if", "said again that"
  if (token.tag === 'ADV' && /^(?:that|if|whether|how|why)$/u.test(syntax.word(at + 1))) return at + 1
  if (!asides.has(token.lower)) return undefined
  // "on “The Hour” that …": the name of a programme.
  const show = syntax.quotation(at + 1)
  if (show && show.from === at + 2 && isTitle(syntax, show) && show.to + 1 < end) return show.to + 1
  const next = syntax.nounAt(at + 1)
  if (!next || next.from !== at + 1 || next.to > end) return undefined
  if (isTime(syntax, next.from) || syntax.quotationAt(next.to) >= 0 || occasion.test(syntax.word(next.head)) || (token.lower === 'to' && syntax.token(next.head)?.tag === 'PROPN')) {
    let to = next.to
    for (let steps = 0; steps < 3; steps++) {
      const more = syntax.nounAt(to + 1)
      if (!/^(?:with|of|for|in|at|by|from|on|to|about)$/u.test(syntax.word(to)) || !more || more.from !== to + 1 || isOfContent(syntax, more.to)) break
      if (clauseAt(syntax, to + 1, Math.min(end, more.to + 2)) && isTime(syntax, to + 1)) break
      to = more.to
    }
    // "on “The Hour” that …": the name of a programme.
    const title = syntax.quotation(to)
    if (title && title.to + 1 < end && /^(?:that|on|in|at)$/u.test(syntax.word(title.to + 1))) return title.to + 1
    return to
  }
  return undefined
}

/** Whether what follows can be the content of this verb. */
export function isContent(cue: VerbCue, { opening, request }: Behind): boolean {
  const { frames, lemma } = cue
  if (onlyQuotations.has(lemma) && opening !== 'quotation') return false
  switch (opening) {
    case 'none':
      return false
    case 'quotation':
    case 'that':
    case 'question':
      return true
    case 'clause':
      return frames.has('say') || frames.has('tell') || frames.has('think') || frames.has('show') || frames.has('judge')
    case 'infinitive':
      return frames.has('will') || frames.has('tell') || (frames.has('think') && !onlyClauses.has(lemma))
    case 'noun':
      if (request === true && asksSomebody.has(lemma)) return true
      // "warned against reading too much into it"
      if (onlyClauses.has(lemma)) return lemma === 'warn' && cue.to > cue.verb.to
      return frames.has('judge') || frames.has('will') || frames.has('say') || (frames.has('think') && !onlyClauses.has(lemma))
  }
}

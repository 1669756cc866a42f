// Content that stands before its cue: “…,” Ms Reed said; "The plan failed, she said: “We lost.”"
import type { Quotation, Stretch } from '../draft.ts'
import { frames } from '../lexicon/cues.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isTimeNoun, timeWords } from '../lexicon/time-words.ts'
import type { Subject } from '../subject.ts'
import { isClosingMark, isDash, type Syntax } from '../syntax.ts'
import { relatives } from '../whole-phrase.ts'
import { isContent, type Behind } from './content.ts'
import { hasOtherSense, type VerbCue } from './cue.ts'
import { isNameInside } from './title.ts'
import { hasVerb, trimmed } from './trimmed.ts'

export interface Left {
  readonly stretch: Stretch
  /** Whether a quotation ends it, of so many words. */
  readonly quoted: boolean
  readonly words: number
  /** Whether that quotation begins the sentence. */
  readonly opens: boolean
}

/** A quotation of fewer words before a clause is a title: on “The Hour,” Ms Reed said that … */
const fewestWords = 4

/** Content that ends just before the cue and its subject. */
export function contentBefore(syntax: Syntax, cue: VerbCue): Left | undefined {
  // "a tenant, who lives in Harl, had been told by her insurer that …": what stands before is told.
  if (cue.verb.passive) return undefined
  const { from: start } = syntax.sentenceAt(cue.verb.head)
  // “…,” as Ms Reed said on Monday
  const at = syntax.word(cue.unit.from - 1) === 'as' ? cue.unit.from - 2 : cue.unit.from - 1
  if (at < start || cue.subject === undefined || cue.subject.by === 'shared' || cue.subject.by === 'relative' || syntax.word(cue.subject.from) === 'who') return undefined
  // "…, an account Mr Hale denies": what it is that he denies.
  if (/^an?$/u.test(syntax.word(cue.subject.from)) && isNounAndName(syntax, cue.subject)) return undefined
  // "Asked for the accounts, she did not reply": what was asked.
  if (/^(?:asked|pressed|questioned)$/u.test(syntax.word(start)) || (syntax.word(start) === 'when' && syntax.word(start + 1) === 'asked')) return undefined
  // "As the judge, Tom Hale, said, …": who he is.
  if (syntax.word(start) === 'as' && syntax.nounAt(start + 1)?.from === start + 1 && !hasVerb(syntax, { from: start, to: at })) return undefined
  // "According to two diplomats, Kelt had agreed to leave": who says so.
  if (syntax.word(start) === 'according' && syntax.word(start + 1) === 'to' && isOneSource(syntax, start, at)) return undefined
  // "…, as residents reported air strikes": what they reported stands behind.
  if (at === cue.unit.from - 2 && cue.subject.by === 'before' && isReported(syntax, cue.to)) return undefined
  // "…, as the crowd laughed": what happens meanwhile.
  if (at === cue.unit.from - 2 && /^(?:laugh|smile|cheer|roar|chuckle|begin|start|finish|shout|yell|scream|chant)$/u.test(cue.lemma)) return undefined
  const quotation = syntax.quotation(at)
  // "headlines (“Mayor Out,” wrote The Star)"
  if (quotation && syntax.word(quotation.from - 2) === '(') return { stretch: trimmed(syntax, { from: quotation.from, to: at }), quoted: true, words: quotation.to - quotation.from, opens: true }
  // "In an interview with “The Hour,” Ms Reed pointed to it"; but "Mr Hale sang it on his show, “The Hour,” the paper reported".
  if (quotation && isNameInside(syntax, quotation)) return hasOwnVerb(syntax, { from: start, to: quotation.from }) ? { stretch: trimmed(syntax, { from: start, to: at }), quoted: false, words: 0, opens: false } : undefined
  if (quotation && (at === quotation.to || isClosingMark(syntax.word(at)))) {
    // "When somebody shouted, “Go,” Mr Hale joked": the other's words.
    const other = quotation.from - 1 > start ? syntax.verbAt(quotation.from - (syntax.word(quotation.from - 2) === ',' ? 3 : 2)) : undefined
    if (other && /^(?:say|shout|ask|yell|cry|tell|call|scream)$/u.test(syntax.token(other.head)?.lemma ?? '')) return undefined
    const begin = beginOf(syntax, quotation, start)
    return { stretch: trimmed(syntax, { from: begin, to: at }), quoted: true, words: quotation.to - quotation.from, opens: begin === quotation.from }
  }
  if (!isAsideMark(syntax.word(at))) return undefined
  // “…”, he said: the comma behind the mark.
  const before = syntax.quotation(at - 1)
  const stretch = trimmed(syntax, { from: before && before.from - 1 <= start ? before.from : start, to: at })
  return stretch.to > stretch.from ? { stretch, quoted: before !== undefined && syntax.word(at) === ',', words: before ? before.to - before.from : 0, opens: before !== undefined && before.from - 1 <= start } : undefined
}

/** "According to Ms Reed, who left in May": no comma but before what is said of her. */
function isOneSource(syntax: Syntax, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (syntax.word(at) === ',' && !/^(?:who|whose|which)$/u.test(syntax.word(at + 1))) return false
  return true
}

/** An object with no time in it: "air strikes", and not "Tuesday", nor "reporters" behind "told". */
function isReported(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  const token = noun?.from === at ? syntax.token(noun.head) : undefined
  return token?.tag === 'NOUN' && !isTimeNoun(token.lower) && !timeWords.has(token.lower) && kindOfSpeaker(token.lemma, token.lower) === 'TOPIC' && syntax.quotationAt(at) < 0
}

/** "an account Hale": two things side by side. */
function isNounAndName(syntax: Syntax, { from, head }: Subject): boolean {
  let at = head
  while (at > from && syntax.token(at)?.tag === 'PROPN') at--
  return at < head && at > from && syntax.token(at)?.tag === 'NOUN' && kindOfSpeaker(syntax.token(at)?.lemma ?? '', syntax.word(at)) === 'TOPIC'
}

/** Where content begins that ends with this quotation: with what leads up to it in its sentence, where that is said as well. */
function beginOf(syntax: Syntax, quotation: Quotation, start: number): number {
  const mark = quotation.from - 1
  // "The town “needs them. It always did,” Ms Reed said": the marks hold more than the end of the sentence.
  const first = mark < start ? syntax.sentenceAt(mark).from : start
  if (mark <= first || isIntroduction(syntax, first, mark) || (mark < start && !isLedUpTo(syntax, first, quotation))) return quotation.from
  // "those who fear it (they call it “a swamp,” Ms Reed wrote)"
  for (let at = mark - 1; at >= first && syntax.word(at) !== ')'; at--) if (syntax.word(at) === '(') return at + 1
  return first
}

/** Words that go on inside the marks, none of which tells whose they are. */
function isLedUpTo(syntax: Syntax, from: number, quotation: Quotation): boolean {
  if (!/^\p{Ll}/u.test(syntax.token(quotation.from)?.text ?? '')) return false
  for (let at = from; at < quotation.from - 1; at++) {
    const held = frames.get(syntax.token(syntax.verbAt(at)?.head ?? -1)?.lemma ?? '')
    if (syntax.quotationAt(at) >= 0 || (held && (held.has('say') || held.has('tell') || held.has('judge') || held.has('think')))) return false
  }
  return true
}

/** Whether the words before a quotation only lead to it: "On Monday, “…"; "Then: “…". */
function isIntroduction(syntax: Syntax, start: number, mark: number): boolean {
  const before = syntax.word(mark - 1)
  if (before === ':') return true
  return before === ',' && /^\p{Lu}/u.test(syntax.token(mark + 1)?.text ?? '') && mark - start < 12
}

/** Whether what stands before the cue is its content, and not only where or when it was said. */
export function isBefore(syntax: Syntax, cue: VerbCue, left: Left, right: Behind): boolean {
  if (cue.subject?.by === 'behind') return true
  // "Known as “the lion of the coast,” he has ruled the harbour": the verb has an object, and another sense.
  if (left.quoted && !left.opens && right.opening === 'noun' && hasOtherSense(syntax, cue.verb)) return false
  // "The plan failed, she said: “We lost.”", "If it rains, he wrote, “we stay”": the clause is as much hers as the marks.
  if (!left.quoted && right.opening === 'quotation' && cue.frames.has('say') && syntax.word(cue.unit.from - 1) === ',' && isWholeClause(syntax, left.stretch)) return true
  if (isConditionBefore(syntax, cue, left)) return true
  // "When he came, she reminded them of it": a clause under another, and no words.
  if (!left.quoted && !goesOn(syntax, right) && isOnlyUnder(syntax, left.stretch)) return false
  // "people do not fear noise, they fear being alone": no words before such a verb, where it has its object.
  if (!left.quoted && right.from === cue.to && (right.opening === 'noun' || syntax.word(cue.to).endsWith('ing')) && !(cue.frames.has('say') || cue.frames.has('tell') || cue.frames.has('show'))) return false
  if (!isContent(cue, right)) return true
  if (left.quoted && isUnderAnother(syntax, cue, right)) return false
  // “Although he spoke of a “long friendship,” he said they had never met”: a quotation inside another clause.
  if (left.quoted) return left.opens ? !(isClause(right) && left.words < fewestWords) : !(isClause(right) || right.opening === 'infinitive' || (right.opening === 'quotation' && !goesOn(syntax, right)))
  return goesOn(syntax, right) || (right.opening === 'noun' && hasVerb(syntax, left.stretch))
}

/** "When Mr Hale called it “a swamp,” she was quoting the mayor": the marks belong to the clause that the sentence begins, and what is said stands behind. */
function isUnderAnother(syntax: Syntax, { verb }: VerbCue, { opening }: Behind): boolean {
  return opening === 'noun' && /^(?:when|while|although|though|after|because|since)$/u.test(syntax.word(syntax.sentenceAt(verb.head).from))
}

/** A subject with its verb, or a condition, where a sentence begins. */
function isWholeClause(syntax: Syntax, { from, to }: Stretch): boolean {
  if (from !== syntax.sentenceAt(from).from) return false
  const first = /^(?:and|but|so|still|yet)$/u.test(syntax.word(from)) ? from + 1 : from
  if (/^(?:if|unless)$/u.test(syntax.word(first))) return hasVerb(syntax, { from, to })
  const noun = syntax.nounAt(first)
  const verb = noun?.from === first ? syntax.verbAt(noun.to) : undefined
  const held = frames.get(syntax.token(verb?.head ?? -1)?.lemma ?? '')
  // "He said he had seen nothing, and, when asked, he said: “…”" is another's or another saying; "Eyebrows raised, she asked: “…”" says nothing.
  return verb?.form === 'finite' && verb.to < to && !held?.has('say') && !held?.has('tell')
}

/** "If the truce holds, the council says, | people could go home": both sides of a saying that commas set in. */
export function isConditionBefore(syntax: Syntax, { frames: held, subject, to, verb }: VerbCue, { quoted, stretch }: Left): boolean {
  if (quoted || !held.has('say') || subject?.by !== 'before' || syntax.word(to) !== ',' || !isOnlyUnder(syntax, stretch)) return false
  return hasVerb(syntax, { from: to + 1, to: syntax.sentenceAt(verb.head).to }) && syntax.quotationAt(to + 1) < 0 && !/^(?:who|which|and|but|when|as)$/u.test(syntax.word(to + 1)) && syntax.verbAt(to + 1) === undefined
}

/** Whether a stretch is nothing but a clause that hangs on the one behind it. */
function isOnlyUnder(syntax: Syntax, { from, to }: Stretch): boolean {
  if (from !== syntax.sentenceAt(from).from || !/^(?:when|while|although|though|after|before|because|since|once|if|as)$/u.test(syntax.word(from))) return false
  for (let at = from; at < to; at++) if (syntax.word(at) === ',' || syntax.quotationAt(at) >= 0) return false
  return hasVerb(syntax, { from, to })
}

function isClause({ opening }: Behind): boolean {
  return opening === 'that' || opening === 'clause' || opening === 'question'
}

/** "Sooner or later, Ms Reed said, “it pays”": a quotation that begins within a sentence goes on with what stands before. */
function goesOn(syntax: Syntax, { from, opening }: Behind): boolean {
  return opening === 'quotation' && syntax.word(from - 1) === ',' && /^\p{Ll}/u.test(syntax.token(from + 1)?.text ?? '')
}

/** "Kelt, he said, bombed", "Kelt – he said – bombed", "Kelt (he said) bombed" */
export function isAsideMark(word: string): boolean {
  return word === ',' || word === '(' || word === ')' || isDash(word)
}

/** A finite verb that is not that of "who" or "which". */
function hasOwnVerb(syntax: Syntax, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) {
    const verb = syntax.verbAt(at)
    if (verb?.form === 'finite' && !relatives.has(syntax.word(verb.from - 1))) return true
  }
  return false
}

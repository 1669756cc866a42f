// Attributions by verbs: "Ms Reed said that …", "…, said Ms Reed", "Mr Hale, who praised the plan, vowed to go".
import type { Attributed, NounPhrase, Stretch } from '../draft.ts'
import { isDocument } from '../lexicon/documents.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isTimeNoun, timeWords } from '../lexicon/time-words.ts'
import { quotingOf, sayingOf } from '../quoting.ts'
import type { Subject } from '../subject.ts'
import { isClosingMark, isDash, type Syntax } from '../syntax.ts'
import { behind, isContent, type Behind } from './content.ts'
import { relatives } from '../whole-phrase.ts'
import { hasOtherSense, type Cues, type VerbCue } from './cue.ts'
import { extentBehind } from './extent.ts'
import { shortened } from './source.ts'
import { isNameInside } from './title.ts'
import { trimmed } from './trimmed.ts'

export interface Sided {
  readonly cue: VerbCue
  readonly content: readonly Stretch[]
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

interface Left {
  readonly stretch: Stretch
  /** Whether a quotation ends it, of so many words. */
  readonly quoted: boolean
  readonly words: number
  /** Whether that quotation begins the sentence. */
  readonly opens: boolean
}

/** A quotation of fewer words before a clause is a title: on “The Hour,” Ms Reed said that … */
const fewestWords = 4

/** The attribution of a verb; without content where only a following quotation can give it one. */
export function attributionOf(syntax: Syntax, cue: VerbCue, cues: Cues): Sided | undefined {
  const right = behind(syntax, cue)
  const parenthetical = cue.frames.has('say') || cue.frames.has('tell') || cue.frames.has('think') || cue.frames.has('show')
  const left = parenthetical ? contentBefore(syntax, cue) : undefined
  if (left && isBefore(syntax, cue, left, right)) {
    const rest = relayed(syntax, cue) ?? restBehind(syntax, cue, right, left, cues)
    return {
      cue,
      content: rest ? [left.stretch, rest] : [left.stretch],
      rule: 'CONTENT_BEFORE',
      reason: `The words stand before ${quoted(syntax, cue)}, which says whose they are.`,
      confidence: left.quoted ? 0.95 : 0.85,
    }
  }
  const told = right.opening === 'none' ? relayedBefore(syntax, cue, cues) : undefined
  if (told) return { cue, content: [told], rule: 'CONTENT_BEFORE', reason: `The words stand before ${quoted(syntax, cue)}, which says whose they are.`, confidence: 0.85 }
  const charged = chargedInRelative(syntax, cue)
  if (charged) return { cue, content: charged, rule: 'CONTENT_BEHIND', reason: `${quoted(syntax, cue)} is followed by what “which” is charged with.`, confidence: 0.8 }
  const opened = openedByAs(syntax, cue)
  if (opened) return { cue, content: [opened], rule: 'CONTENT_BEHIND', reason: `“As … ${syntax.token(cue.verb.head)?.text ?? ''}” is followed by what is said.`, confidence: 0.85 }
  if ((cue.subject?.by === 'behind' && !cue.verb.passive) || !isContent(cue, right)) return undefined
  const extent = extentBehind(syntax, cue, right, cues)
  if (extent.to <= extent.from) return undefined
  return { cue, content: [extent], rule: 'CONTENT_BEHIND', reason: `${quoted(syntax, cue)} is followed by what is said.`, confidence: right.opening === 'noun' ? 0.7 : 0.9 }
}

/** “…,” The Star quoted | Mr Hale as saying: what The Star says of the words. */
function relayed(syntax: Syntax, { verb }: VerbCue): Stretch | undefined {
  const saying = sayingOf(syntax, verb)
  return saying && { from: verb.to, to: saying.to }
}

/** “…,” The Star quoted Mr Hale as | saying: the words before the verb that relays them. */
function relayedBefore(syntax: Syntax, { verb }: VerbCue, cues: Cues): Stretch | undefined {
  const outer = cues.get(quotingOf(syntax, verb)?.by.from ?? -1)
  return outer && contentBefore(syntax, outer)?.stretch
}

/** "Kelt, which Ostland accuses | of arming the rebels, left": of whom it is said, and what. */
function chargedInRelative(syntax: Syntax, { lemma, subject, to, verb }: VerbCue): readonly Stretch[] | undefined {
  const relative = (subject?.from ?? 0) - 1
  if (!/^(?:accuse|blame|suspect)$/u.test(lemma) || subject?.by !== 'before' || !/^(?:which|whom|who)$/u.test(syntax.word(relative)) || !/^(?:of|for)$/u.test(syntax.word(to))) return undefined
  const { to: end } = syntax.sentenceAt(verb.head)
  let close = to
  while (close < end && !/^[,;:]$/u.test(syntax.word(close)) && !isDash(syntax.word(close))) close++
  return [{ from: relative, to: relative + 1 }, trimmed(syntax, { from: to, to: close })]
}

/** "As Ms Reed told the paper, | the road is shut": the clause that stands behind the comma. */
function openedByAs(syntax: Syntax, { unit, verb, to, frames, subject }: VerbCue): Stretch | undefined {
  const { from: start, to: end } = syntax.sentenceAt(verb.head)
  if (unit.from !== start + 1 || syntax.word(start) !== 'as' || subject?.by !== 'before' || verb.form !== 'finite' || !(frames.has('say') || frames.has('tell'))) return undefined
  const noun = syntax.nounAt(to)
  const comma = frames.has('tell') && noun?.from === to ? noun.to : to
  if (syntax.word(comma) !== ',') return undefined
  const stretch = trimmed(syntax, { from: comma + 1, to: end })
  return syntax.quotationAt(comma + 1) < 0 && hasVerb(syntax, stretch) ? stretch : undefined
}

/** Whether what stands before the cue is its content, and not only where or when it was said. */
function isBefore(syntax: Syntax, cue: VerbCue, left: Left, right: Behind): boolean {
  if (cue.subject?.by === 'behind') return true
  // "Known as “the lion of the coast,” he has ruled the harbour": the verb has an object, and another sense.
  if (left.quoted && !left.opens && right.opening === 'noun' && hasOtherSense(syntax, cue.verb)) return false
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

function quoted(syntax: Syntax, { from, to }: Stretch): string {
  return `“${syntax.tokens.slice(from, to).map(token => token.text).join(' ')}”`
}

/** Content that ends just before the cue and its subject. */
function contentBefore(syntax: Syntax, cue: VerbCue): Left | undefined {
  const { from: start } = syntax.sentenceAt(cue.verb.head)
  // “…,” as Ms Reed said on Monday
  const at = syntax.word(cue.unit.from - 1) === 'as' ? cue.unit.from - 2 : cue.unit.from - 1
  if (at < start || cue.subject === undefined || cue.subject.by === 'shared' || cue.subject.by === 'relative' || syntax.word(cue.subject.from) === 'who') return undefined
  // "…, an account Mr Hale denies": what it is that he denies.
  if (/^an?$/u.test(syntax.word(cue.subject.from)) && isNounAndName(syntax, cue.subject)) return undefined
  // "Asked for the accounts, she did not reply": what was asked.
  if (/^(?:asked|pressed|questioned)$/u.test(syntax.word(start)) || (syntax.word(start) === 'when' && syntax.word(start + 1) === 'asked')) return undefined
  // "According to two diplomats, Kelt had agreed to leave": who says so.
  if (syntax.word(start) === 'according' && syntax.word(start + 1) === 'to' && isOneSource(syntax, start, at)) return undefined
  // "…, as residents reported air strikes": what they reported stands behind.
  if (at === cue.unit.from - 2 && cue.subject.by === 'before' && isReported(syntax, cue.to)) return undefined
  // "…, as the crowd laughed": what happens meanwhile.
  if (at === cue.unit.from - 2 && /^(?:laugh|smile|cheer|roar|chuckle|begin|start|finish|shout|yell|scream|chant)$/u.test(cue.lemma)) return undefined
  const quotation = syntax.quotation(at)
  // "In an interview with “The Hour,” Ms Reed pointed to it"; but "Mr Hale sang it on his show, “The Hour,” the paper reported".
  if (quotation && isNameInside(syntax, quotation)) return hasOwnVerb(syntax, { from: start, to: quotation.from }) ? { stretch: trimmed(syntax, { from: start, to: at }), quoted: false, words: 0, opens: false } : undefined
  if (quotation && (at === quotation.to || isClosingMark(syntax.word(at)))) {
    // "When somebody shouted, “Go,” Mr Hale joked": the other's words.
    const other = quotation.from - 1 > start ? syntax.verbAt(quotation.from - (syntax.word(quotation.from - 2) === ',' ? 3 : 2)) : undefined
    if (other && /^(?:say|shout|ask|yell|cry|tell|call|scream)$/u.test(syntax.token(other.head)?.lemma ?? '')) return undefined
    const from = quotation.from - 1 > start && !isIntroduction(syntax, start, quotation.from - 1) ? start : quotation.from
    return { stretch: trimmed(syntax, { from, to: at }), quoted: true, words: quotation.to - quotation.from, opens: quotation.from - 1 <= start }
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

/** Whether the words before a quotation only lead to it: "On Monday, “…"; "Then: “…". */
function isIntroduction(syntax: Syntax, start: number, mark: number): boolean {
  const before = syntax.word(mark - 1)
  if (before === ':') return true
  return before === ',' && /^\p{Lu}/u.test(syntax.token(mark + 1)?.text ?? '') && mark - start < 12
}

/** What goes on behind "…, Ms Reed said, …". */
function restBehind(syntax: Syntax, cue: VerbCue, right: Behind, left: Left, cues: Cues): Stretch | undefined {
  const { to: end } = syntax.sentenceAt(cue.verb.head)
  const at = right.from
  if (right.opening === 'that' && syntax.word(at - 1) === ',') return extentBehind(syntax, cue, right, cues)
  // "…,” said Ms Reed, who waited in a “long line”: within what is told of her.
  if (right.opening === 'quotation' && cue.subject?.by === 'behind' && /^(?:DET|ADP|ADJ|CCONJ)$/u.test(syntax.token(at - 1)?.tag ?? '')) return undefined
  if (right.opening === 'quotation') return extentBehind(syntax, cue, { ...right, opening: 'quotation' }, cues)
  if (right.opening === 'that' && left.quoted) return undefined
  // "The plan, she wrote in The Star, | would fail"
  const place = /^(?:in|on|at|to|for|during)$/u.test(syntax.word(at)) ? syntax.nounAt(at + 1) : undefined
  if (place && place.from === at + 1 && syntax.word(place.to) === ',' && syntax.verbAt(place.to + 1)?.form === 'finite' && !hasVerb(syntax, left.stretch)) return extentBehind(syntax, cue, { from: place.to + 1, to: end, opening: 'clause' }, cues)
  if (!isAsideMark(syntax.word(at)) || at + 1 >= end || (syntax.word(at) !== ',' && !closes(syntax.word(at), syntax.word(cue.unit.from - 1)))) return undefined
  const next = cues.get(at + 1)
  // “…, says Ann Day, | reports The Star”
  if (next?.verb.form === 'participle' || next?.subject?.by === 'behind' || /^(?:who|which|whose|adding|as|while|when|after|before)$/u.test(syntax.word(at + 1))) return undefined
  if (left.quoted && syntax.quotationAt(at + 1) < 0) return undefined
  const follows = syntax.verbAt(at + 1)
  if (follows?.from === at + 1 && follows.form === 'finite') return extentBehind(syntax, cue, { from: at + 1, to: end, opening: 'clause' }, cues)
  // A clause that was whole before is not gone on with by a new one of its own.
  if (hasVerb(syntax, left.stretch) && syntax.quotationAt(at + 1) < 0 && !/^(?:and|but|because|that|so|if|or|with|for|to|from)$/u.test(syntax.word(at + 1))) return undefined
  return extentBehind(syntax, cue, { from: at + 1, to: end, opening: 'clause' }, cues)
}

/** "Kelt, he said, bombed", "Kelt – he said – bombed", "Kelt (he said) bombed" */
function isAsideMark(word: string): boolean {
  return word === ',' || word === '(' || word === ')' || isDash(word)
}

function closes(mark: string, opening: string): boolean {
  return mark === ')' ? opening === '(' : isDash(mark) && isDash(opening)
}

function hasVerb(syntax: Syntax, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) if (syntax.verbAt(at)?.form === 'finite') return true
  return false
}

/** A finite verb that is not that of "who" or "which". */
function hasOwnVerb(syntax: Syntax, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) {
    const verb = syntax.verbAt(at)
    if (verb?.form === 'finite' && !relatives.has(syntax.word(verb.from - 1))) return true
  }
  return false
}

/** "a headline that said": the headline. */
function documentOf(syntax: Syntax, { by, from, head }: Subject): NounPhrase | undefined {
  if (by !== 'relative' || !/^(?:that|which)$/u.test(syntax.word(head)) || syntax.word(from - 1) === ',') return undefined
  const noun = syntax.nounAt(from - 1)
  return noun && noun.to === from && isDocument(syntax.token(noun.head)) ? noun : undefined
}

/** As the draft keeps it. */
export function attributed(syntax: Syntax, { cue, content, rule, reason, confidence }: Sided, quotations: readonly number[]): Attributed {
  const { subject } = cue
  return {
    ...(subject && { source: documentOf(syntax, subject) ?? shortened(syntax, { from: subject.from, to: subject.to, head: subject.head }) }),
    cue: { from: cue.from, to: cue.to, head: cue.verb.head },
    content,
    quotations,
    rule: subject?.by === 'shared' ? `${rule}_SHARED` : rule,
    reason,
    confidence,
  }
}

// Attributions by verbs: "Ms Reed said that …", "…, said Ms Reed", "Mr Hale, who praised the plan, vowed to go".
import type { Attributed, NounPhrase, Stretch, VerbGroup } from '../draft.ts'
import { isDocument } from '../lexicon/documents.ts'
import { quotingOf, sayingOf } from '../quoting.ts'
import { subjectOf, type Subject } from '../subject.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { contentBefore, isAsideMark, isBefore, type Left, isConditionBefore } from './before.ts'
import { behind, isContent, type Behind } from './content.ts'
import { undergone, type Cues, type VerbCue } from './cue.ts'
import { extentBehind } from './extent.ts'
import { shortened } from './source.ts'
import { hasVerb, trimmed } from './trimmed.ts'

export interface Sided {
  readonly cue: VerbCue
  readonly content: readonly Stretch[]
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

/** The attribution of a verb; without content where only a following quotation can give it one. */
export function attributionOf(syntax: Syntax, cue: VerbCue, cues: Cues): Sided | undefined {
  const met = undergoneBefore(syntax, cue)
  if (met) return { cue, content: met, rule: 'CONTENT_BEFORE', reason: `What stands before ${quoted(syntax, cue)} is what “by” tells whose word it meets.`, confidence: 0.75 }
  const right = behind(syntax, cue)
  const parenthetical = cue.frames.has('say') || cue.frames.has('tell') || cue.frames.has('think') || cue.frames.has('show')
  const left = parenthetical ? contentBefore(syntax, cue) : undefined
  if (left && isBefore(syntax, cue, left, right)) {
    const rest = relayed(syntax, cue) ?? restBehind(syntax, cue, right, left, cues)
    // "However, Ms Reed said that …": no words of hers; they are in "Still, she said, it was late".
    const isAdverb = !left.quoted && left.stretch.to - left.stretch.from === 1 && syntax.token(left.stretch.from)?.tag === 'ADV'
    if (rest || !isAdverb) {
      return {
        cue,
        content: rest ? [left.stretch, rest] : [left.stretch],
        rule: 'CONTENT_BEFORE',
        reason: `The words stand before ${quoted(syntax, cue)}, which says whose they are.`,
        confidence: left.quoted ? 0.95 : 0.85,
      }
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
  return [{ from: relative, to: relative + 1 }, chargeAt(syntax, verb, to)]
}

/** "of arming the rebels": to the next mark. */
function chargeAt(syntax: Syntax, verb: VerbGroup, from: number): Stretch {
  const { to: end } = syntax.sentenceAt(verb.head)
  let close = from
  while (close < end && !/^[,;:]$/u.test(syntax.word(close)) && !isDash(syntax.word(close))) close++
  return trimmed(syntax, { from, to: close })
}

/** "Her death was confirmed | by her daughter", "Ms Reed was accused by the mayor | of lying": what meets with the word, and what it is charged with. */
function undergoneBefore(syntax: Syntax, { verb, lemma, subject }: VerbCue): readonly Stretch[] | undefined {
  if (!verb.passive || !undergone.has(lemma) || subject?.by !== 'behind') return undefined
  const object = subjectOf(syntax, verb)
  const from = object?.from ?? verb.from
  // "That | was rejected", "That | claim was rejected": to the tagger no word of a noun phrase.
  const before = { from: /^(?:that|this)$/u.test(syntax.word(from - 1)) ? from - 1 : from, to: object?.to ?? verb.from }
  if (before.to <= before.from || object?.by === 'behind') return undefined
  return /^(?:accuse|blame)$/u.test(lemma) && /^(?:of|for)$/u.test(syntax.word(subject.to)) ? [before, chargeAt(syntax, verb, subject.to)] : [before]
}

/** "As Ms Reed told the paper, | the road is shut": the clause that stands behind the comma. */
function openedByAs(syntax: Syntax, { unit, verb, to, frames, subject }: VerbCue): Stretch | undefined {
  const { from: start, to: end } = syntax.sentenceAt(verb.head)
  if (syntax.word(start) !== 'as' || !(unit.from === start + 1 || isDescribed(syntax, start + 1, unit.from)) || subject?.by !== 'before' || verb.form !== 'finite' || !(frames.has('say') || frames.has('tell'))) return undefined
  const noun = syntax.nounAt(to)
  const comma = frames.has('tell') && noun?.from === to ? noun.to : to
  if (syntax.word(comma) !== ',') return undefined
  const stretch = trimmed(syntax, { from: comma + 1, to: end })
  return syntax.quotationAt(comma + 1) < 0 && hasVerb(syntax, stretch) ? stretch : undefined
}

function quoted(syntax: Syntax, { from, to }: Stretch): string {
  return `“${syntax.tokens.slice(from, to).map(token => token.text).join(' ')}”`
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
  if (hasVerb(syntax, left.stretch) && !isConditionBefore(syntax, cue, left) && syntax.quotationAt(at + 1) < 0 && !/^(?:and|but|because|that|so|if|or|with|for|to|from)$/u.test(syntax.word(at + 1))) return undefined
  return extentBehind(syntax, cue, { from: at + 1, to: end, opening: 'clause' }, cues)
}

function closes(mark: string, opening: string): boolean {
  return mark === ')' ? opening === '(' : isDash(mark) && isDash(opening)
}

/** "a headline that said": the headline. */
function documentOf(syntax: Syntax, { by, from, head }: Subject): NounPhrase | undefined {
  if (by !== 'relative' || !/^(?:that|which)$/u.test(syntax.word(head)) || syntax.word(from - 1) === ',') return undefined
  const noun = syntax.nounAt(from - 1)
  return noun && noun.to === from && isDocument(syntax.token(noun.head)) ? noun : undefined
}

/** "As | the judge, | Tom Hale, said": a noun phrase and a comma. */
function isDescribed(syntax: Syntax, from: number, name: number): boolean {
  const noun = syntax.nounAt(from)
  return noun?.from === from && noun.to === name - 1 && syntax.word(name - 1) === ','
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

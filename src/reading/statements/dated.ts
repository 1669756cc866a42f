// When something was said, by the words of a date beside its cue: "told reporters on Tuesday", "On Monday, Ms Reed said".
import type { Mark } from '../../model/passage.ts'
import type { Attributed, Draft, Stretch } from '../draft.ts'
import { datesOf, type DatedPhrase } from '../dates.ts'
import { firstFrom } from '../first-from.ts'
import type { Syntax } from '../syntax.ts'

export interface Dated {
  readonly madeOn?: string
  readonly dated?: Mark
}

/** How far from its cue a date may stand, in words. */
const reach = 12

/** Finds the date of each saying. */
export function datesOfSayings(draft: Draft, syntax: Syntax): (said: Attributed) => Dated {
  const { text, tokens } = draft
  const phrases = datesOf(draft)
  return ({ cue, source, content }) => {
    if (!cue) return {}
    const sentence = syntax.sentenceAt(cue.head)
    const unit = { from: Math.min(cue.from, source?.from ?? cue.from), to: Math.max(cue.to, source?.to ?? cue.to) }
    const from = Math.max(sentence.from, unit.from - reach)
    const to = Math.min(sentence.to, unit.to + reach)
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
    for (let at = firstFrom(phrases, start, phrase => phrase.start); at < phrases.length; at++) {
      const phrase = phrases[at]
      if (!phrase || phrase.end > end) break
      // "ahead of today’s meeting" dates the meeting.
      if ((source && holds(tokens, source, phrase)) || (content.some(stretch => holds(tokens, stretch, phrase)) && !isBeforeCharge(text, tokens[cue.head]?.lemma ?? '', phrase)) || /^[’']s/u.test(text.slice(phrase.end, phrase.end + 2))) continue
      if (!isBeside(syntax, tokens, { from, to }, unit, cue, phrase)) continue
      // "has said since 2009" tells of no one saying.
      if (phrase.startsOn === phrase.endsOn) return { madeOn: phrase.startsOn, dated: { start: phrase.start, end: phrase.end, text: phrase.text } }
    }
    return {}
  }
}

/** "accused Kelt | on Tuesday | of bombing": the day of the charge. */
function isBeforeCharge(text: string, lemma: string, { end }: DatedPhrase): boolean {
  return lemma === 'accuse' && /^ of \p{L}+ing\b/u.test(text.slice(end, end + 24))
}

/** Whether no other verb, and no comma behind the cue, stands between the date and the saying. */
function isBeside(syntax: Syntax, tokens: Draft['tokens'], window: Stretch, unit: Stretch, cue: Stretch, { start, end }: DatedPhrase): boolean {
  // "Kelt, which sent troops in 1989, said": a clause of its own between who speaks and the verb.
  if (syntax.verbAt(cue.from)?.form === 'finite' && syntax.word(cue.from - 1) === ',') {
    let relative = unit.from
    while (relative < cue.from && !/^(?:which|who|whose|whom)$/u.test(syntax.word(relative))) relative++
    if (relative < cue.from && (tokens[relative]?.start ?? 0) < start && end <= (tokens[cue.from]?.start ?? 0)) return false
  }
  for (let at = window.from; at < window.to; at++) {
    const token = tokens[at]
    if (!token) return false
    const inUnit = at >= unit.from && at < unit.to
    const between = (token.start >= end && at < unit.from) || (at >= unit.to && token.end <= start)
    if (inUnit || !between) continue
    if (syntax.verbAt(at)?.form === 'finite' || syntax.quotationAt(at) >= 0 || (at >= unit.to && /^[,;:]$/u.test(token.lower))) return false
  }
  return true
}

function holds(tokens: Draft['tokens'], { from, to }: Stretch, { start, end }: DatedPhrase): boolean {
  return (tokens[from]?.start ?? 0) < end && start < (tokens[to - 1]?.end ?? 0)
}

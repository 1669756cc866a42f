// When something was said, by the words of a date beside its cue: "told reporters on Tuesday", "On Monday, Ms Reed said".
import type { Mark } from '../../model/passage.ts'
import type { Attributed, Draft, Stretch } from '../draft.ts'
import { datesIn, type DatedPhrase } from '../dates.ts'
import type { Syntax } from '../syntax.ts'

export interface Dated {
  readonly madeOn?: string
  readonly dated?: Mark
}

/** How far from its cue a date may stand, in words. */
const reach = 12

/** Finds the date of each saying. */
export function datesOf({ text, metadata, tokens }: Draft, syntax: Syntax): (said: Attributed) => Dated {
  const phrases = datesIn(text, metadata.publishedOn)
  return ({ cue, source, content }) => {
    if (!cue) return {}
    const sentence = syntax.sentenceAt(cue.head)
    const unit = { from: Math.min(cue.from, source?.from ?? cue.from), to: Math.max(cue.to, source?.to ?? cue.to) }
    const from = Math.max(sentence.from, unit.from - reach)
    const to = Math.min(sentence.to, unit.to + reach)
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0]
    for (let at = firstBehind(phrases, start); at < phrases.length; at++) {
      const phrase = phrases[at]
      if (!phrase || phrase.end > end) break
      // "ahead of today’s meeting" dates the meeting.
      if (content.some(stretch => holds(tokens, stretch, phrase)) || /^[’']s/u.test(text.slice(phrase.end, phrase.end + 2))) continue
      return { dated: { start: phrase.start, end: phrase.end, text: phrase.text }, ...(phrase.startsOn === phrase.endsOn && { madeOn: phrase.startsOn }) }
    }
    return {}
  }
}

function holds(tokens: Draft['tokens'], { from, to }: Stretch, { start, end }: DatedPhrase): boolean {
  return (tokens[from]?.start ?? 0) < end && start < (tokens[to - 1]?.end ?? 0)
}

function firstBehind(phrases: readonly DatedPhrase[], start: number): number {
  let low = 0
  let high = phrases.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

// When a deed was done, by a date in its clause: "bombed the port on Monday", "On Monday Russia bombed". A date that may be another's is left out.
import type { Mark } from '../../model/passage.ts'
import type { ReadStatement } from '../../model/reading.ts'
import { datesOf, type DatedPhrase } from '../dates.ts'
import type { Draft, Stretch } from '../draft.ts'
import { firstFrom } from '../first-from.ts'
import { eventNouns } from '../lexicon/event-nouns.ts'
import { syntaxOf, type Syntax } from '../syntax.ts'
import type { Deed } from './deed.ts'

export interface When {
  readonly startsOn?: string
  readonly endsOn?: string
  readonly dated?: Mark
}

/** How far from the deed a date may stand, in words. */
const reach = 10

/** Finds the date of a deed with those who do and suffer it; a saying has the date of its statement. */
export function datesOfDeeds(draft: Draft): (deed: Deed, sides: readonly Stretch[], saying: ReadStatement | undefined) => When {
  const { tokens } = draft
  const syntax = syntaxOf(draft)
  const phrases = datesOf(draft)
  return (deed, sides, saying) => {
    if (saying?.madeOn !== undefined) return { startsOn: saying.madeOn, endsOn: saying.madeOn, ...(saying.dated && { dated: saying.dated }) }
    // Of "accused on Monday of bombing" the day is that of the accusation.
    if (deed.within) return {}
    const sentence = syntax.sentenceAt(deed.head)
    const inside = [deed.label, ...sides].filter(({ from, to }) => from >= sentence.from && to <= sentence.to)
    const unit = { from: Math.min(...inside.map(({ from }) => from)), to: Math.max(...inside.map(({ to }) => to)) }
    const [start, end] = [tokens[Math.max(sentence.from, unit.from - reach)]?.start ?? 0, tokens[Math.min(sentence.to, unit.to + reach) - 1]?.end ?? 0]
    for (let at = firstFrom(phrases, start, phrase => phrase.start); at < phrases.length; at++) {
      const phrase = phrases[at]
      if (!phrase || phrase.end > end) break
      if (isOf(draft, syntax, unit, sentence, sides, phrase)) return { startsOn: phrase.startsOn, endsOn: phrase.endsOn, dated: { start: phrase.start, end: phrase.end, text: phrase.text } }
    }
    return {}
  }
}

function isOf({ text, tokens }: Draft, syntax: Syntax, unit: Stretch, sentence: Stretch, sides: readonly Stretch[], { start, end }: DatedPhrase): boolean {
  const from = firstFrom(tokens, start, token => token.start)
  const to = firstFrom(tokens, end, token => token.start)
  // "Sunday’s talks", "the men arrested on Sunday": theirs.
  if (/^[’']s/u.test(text.slice(end, end + 2)) || sides.some(side => side.from < to && from < side.to)) return false
  const preposition = /^(?:on|in|at|during|since|from|between)$/u.test(syntax.word(from - 1)) ? from - 1 : from
  if (to <= unit.from) {
    // Only at the beginning of the clause: "said on Monday that Russia had bombed" tells when it was said.
    const opens = preposition === sentence.from || /^(?:[,;“"]|that|and|but)$/u.test(syntax.word(preposition - 1))
    return opens && isFree(syntax, to, unit.from, /^[;:]$/u)
  }
  // "after the talks on Monday"
  const isEvents = preposition > unit.to && eventNouns.has(syntax.word(preposition - 1))
  return from < unit.to || (!isEvents && isFree(syntax, unit.to, preposition, /^[,;:]$/u))
}

/** No verb, quotation or stop between. */
function isFree(syntax: Syntax, from: number, to: number, stops: RegExp): boolean {
  for (let at = from; at < to; at++) if (syntax.verbAt(at) || syntax.quotationAt(at) !== syntax.quotationAt(to) || stops.test(syntax.word(at))) return false
  return true
}

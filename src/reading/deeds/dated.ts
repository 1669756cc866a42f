// When a deed was done, by a date in its clause: "bombed the port on Monday", "On Monday Russia bombed". A date that may be another's is left out.
import type { Mark } from '../../model/passage.ts'
import type { ReadStatement } from '../../model/reading.ts'
import { datesIn, datesOf, type DatedPhrase } from '../dates.ts'
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

interface Telling {
  /** Whose words tell of it. */
  readonly statement?: ReadStatement
  /** The statement that it is. */
  readonly saying?: ReadStatement
}

type Dated = Pick<Deed, 'head' | 'label' | 'modality' | 'within'>

/** How far from the deed a date may stand, in words. */
const reach = 10
/** How much of its sentence is read anew around a date that is counted from another day, in UTF-16 units. */
const around = 200

/** Finds the date of a deed with those who do and suffer it; a saying has the date of its statement. */
export function datesOfDeeds(draft: Draft): (deed: Dated, sides: readonly Stretch[], telling: Telling) => When {
  const { tokens } = draft
  const syntax = syntaxOf(draft)
  const phrases = datesOf(draft)
  return (deed, sides, { saying, statement }) => {
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
      if (isOf(draft, syntax, { ...deed, unit, sides }, sentence, phrase)) return whenSaid(draft, deed, phrase, statement)
    }
    return {}
  }
}

/** Told by somebody's words it is counted from when they were said, and what is past was before: “I met her on Monday,” she said in 2009. */
function whenSaid(draft: Draft, { modality }: Dated, phrase: DatedPhrase, statement: ReadStatement | undefined): When {
  const madeOn = statement?.madeOn
  const counted = statement && madeOn !== undefined ? countedFrom(draft, phrase, statement.kind, madeOn) : phrase
  if (!counted) return {}
  const { startsOn, endsOn } = counted
  const exact = Math.min(startsOn.length, madeOn?.length ?? 0)
  const isPast = modality === 'ACTUAL' || modality === 'NEGATED'
  if (isPast && madeOn !== undefined && startsOn.slice(0, exact) > madeOn.slice(0, exact)) return {}
  return { startsOn, endsOn, dated: { start: phrase.start, end: phrase.end, text: phrase.text } }
}

/** Absent where only a year or month is known from which to count. "Yesterday" in reported speech is that of the article. */
function countedFrom({ text, sentences, tokens, metadata }: Draft, phrase: DatedPhrase, kind: ReadStatement['kind'], madeOn: string): DatedPhrase | undefined {
  if (/[12]\d{3}|century/u.test(phrase.text) || madeOn === metadata.publishedOn) return phrase
  if (madeOn.length < 10) return undefined
  if (kind === 'INDIRECT' && !phrase.rule.startsWith('DATE-WEEKDAY')) return phrase
  const sentence = sentences[tokens[firstFrom(tokens, phrase.start, token => token.start)]?.sentence ?? -1]
  if (!sentence) return undefined
  const begin = Math.max(sentence.start, phrase.start - around)
  return datesIn(text.slice(begin, Math.min(sentence.end, phrase.end + around)), madeOn).find(({ start }) => start === phrase.start - begin)
}

interface Told extends Dated {
  readonly unit: Stretch
  readonly sides: readonly Stretch[]
}

function isOf({ text, tokens }: Draft, syntax: Syntax, { head, label, unit, sides }: Told, sentence: Stretch, { start, end }: DatedPhrase): boolean {
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
  if (from >= unit.to) return !isEvents && isFree(syntax, unit.to, preposition, /^[,;:]$/u)
  // "Reed, who was elected in 2014, met Hale": of the nearer verb.
  const between = from < head ? { from: unit.from, to: from } : { from: head, to: from }
  return verbsIn(syntax, between).every(verb => verb.to > label.from && verb.from < label.to)
}

function verbsIn(syntax: Syntax, { from, to }: Stretch): readonly Stretch[] {
  const found: Stretch[] = []
  for (let at = from; at < to; at++) {
    const verb = syntax.verbAt(at)
    if (verb && found.at(-1) !== verb) found.push(verb)
  }
  return found
}

/** No verb, quotation or stop between. */
function isFree(syntax: Syntax, from: number, to: number, stops: RegExp): boolean {
  for (let at = from; at < to; at++) if (syntax.verbAt(at) || syntax.quotationAt(at) !== syntax.quotationAt(to) || stops.test(syntax.word(at))) return false
  return true
}

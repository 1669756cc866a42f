// Deeds of films, dreams and drills, and of what goes round: "bombed Harl in the film", "A rumour went round. Kelt had bombed Harl."
import type { NounPhrase, Stretch } from '../draft.ts'
import { frames } from '../lexicon/cues.ts'
import { claimNouns, fictions, goingRound, inventions, mock, rumours, unreal, viewNouns } from '../lexicon/complements.ts'
import type { Syntax } from '../syntax.ts'

/** How far behind a deed the fiction is named, in words. */
const reach = 20

/** Whether a deed is done only in what is invented or played. */
export function isInvented(syntax: Syntax, head: number, within: Stretch, isForce: boolean): boolean {
  const sentence = syntax.sentenceAt(head)
  const from = Math.max(sentence.from, within.from)
  const to = Math.min(sentence.to, within.to, head + reach)
  const saying = frames.has(syntax.token(head)?.lemma ?? '')
  const verb = syntax.verbAt(head)
  for (let at = verb?.to ?? head + 1; at < to; at++) {
    if (syntax.quotationAt(at) !== syntax.quotationAt(head) || syntax.verbAt(at)?.form === 'finite' || (syntax.word(at) === ',' && !/^(?:in|during)$/u.test(syntax.word(at + 1)))) break
    if (isIn(syntax, at, false, isForce) && (!saying || isForce)) return true
  }
  return isIn(syntax, from, true, isForce)
}

/** "in the film", "during a drill"; at the start of a sentence with its comma. */
function isIn(syntax: Syntax, at: number, opens: boolean, isForce: boolean): boolean {
  const noun = /^(?:in|during|on)$/u.test(syntax.word(at)) ? syntax.nounAt(at + 1) : undefined
  if (noun?.from !== at + 1 || (opens && syntax.word(noun.to) !== ',' && syntax.nounAt(noun.to)?.from !== noun.to)) return false
  const word = syntax.word(noun.head)
  if (inventions.has(word) || (opens && fictions.has(word)) || (isForce && mock.has(word))) return true
  // "in a video game", "in an imagined future"
  return /^(?:game|history|future|past|world|universe|scenario|war|attack|conflict|timeline|country|city)$/u.test(word) && unreal.has(syntax.word(noun.head - 1))
}

/** "A rumour went round. | Kelt had bombed Harl": what the rumour says. */
export function isRumoured(syntax: Syntax, head: number): boolean {
  const verb = syntax.verbAt(head)
  const { from: start } = syntax.sentenceAt(head)
  const before = syntax.sentenceAt(start - 1)
  if (start === 0 || before.paragraph !== syntax.sentenceAt(head).paragraph) return false
  const subject = syntax.nounAt(before.from)
  if (!subject) return false
  if (isAnnounced(syntax, subject, before.to)) return true
  if (syntax.word(verb?.from ?? head) !== 'had') return false
  // "A rumour spread": one phrase to the tagger.
  if (syntax.word(subject.head) === 'spread' && isRumour(syntax, subject.head - 1)) return true
  if (!isRumour(syntax, subject.head)) return false
  const round = syntax.verbAt(subject.to) ?? syntax.verbAt(subject.to + 1)
  if (round?.form !== 'finite') return false
  return goingRound.has(syntax.token(round.head)?.lemma ?? '') || /^(?:a?round|viral|the rounds?)/u.test(`${syntax.word(round.to)} ${syntax.word(round.to + 1)}`)
}

/** The first word of a sentence may be a name's to the tagger: "Rumours". */
function isRumour(syntax: Syntax, at: number): boolean {
  return rumours.has(syntax.word(at).replace(/s$/u, ''))
}

/** "The theory? | Kelt bombed Harl.", "Her claim is simple. | Kelt bombed Harl.": what the claim is follows. */
function isAnnounced(syntax: Syntax, { to, head }: NounPhrase, end: number): boolean {
  const word = syntax.word(head)
  if (!claimNouns.has(word) && !viewNouns.has(word) && !/^(?:argument|case|message|rumou?r|verdict)$/u.test(word)) return false
  if (syntax.word(to) === '?') return true
  return /^(?:is|was)$/u.test(syntax.word(to)) && plain.has(syntax.word(to + 1)) && to + 2 === end - 1
}

const plain: ReadonlySet<string> = new Set(['simple', 'clear', 'grave', 'serious', 'blunt', 'plain', 'straightforward', 'stark', 'explosive', 'damning', 'bold', 'startling', 'this'])

// Deeds of films, dreams and drills, and of what goes round: "bombed Harl in the film", "A rumour went round. Kelt had bombed Harl."
import type { NounPhrase, Stretch } from '../draft.ts'
import { frames } from '../lexicon/cues.ts'
import { boardGames, claimNouns, fictions, goingRound, inventions, mock, rumours, unreal, viewNouns } from '../lexicon/complements.ts'
import type { Syntax } from '../syntax.ts'

/** How far behind a deed the fiction is named, in words. */
const reach = 20

/** Whether a deed is done only in what is invented or played. */
export function isInvented(syntax: Syntax, head: number, within: Stretch, isForce: boolean): boolean {
  const sentence = syntax.sentenceAt(head)
  const from = Math.max(sentence.from, within.from)
  const to = Math.min(sentence.to, within.to, head + reach)
  if (isPlayed(syntax, sentence.from, head)) return true
  const saying = frames.has(syntax.token(head)?.lemma ?? '')
  const verb = syntax.verbAt(head)
  for (let at = verb?.to ?? head + 1; at < to; at++) {
    if (syntax.quotationAt(at) !== syntax.quotationAt(head) || syntax.verbAt(at)?.form === 'finite' || (syntax.word(at) === ',' && !/^(?:in|during)$/u.test(syntax.word(at + 1)))) break
    if (isIn(syntax, at, false, isForce) && (!saying || isForce)) return true
  }
  return isIn(syntax, from, true, isForce)
}

/** "plays a teacher who | jails the oligarchs", "the novel follows a spy who | kills Hale": what a part or a story does. */
function isPlayed(syntax: Syntax, start: number, head: number): boolean {
  for (let at = start; at < head; at++) {
    const verb = syntax.verbAt(at)
    if (!verb) continue
    at = verb.to - 1
    const lemma = syntax.token(verb.head)?.lemma ?? ''
    if (!staging.has(lemma) || syntax.quotationAt(verb.head) !== syntax.quotationAt(head)) continue
    const object = syntax.nounAt(verb.to)
    if (object?.from !== verb.to) continue
    // "plays a teacher who", and not "plays for a club that"
    if (/^(?:play|portray)$/u.test(lemma) && /^(?:who|that)$/u.test(syntax.word(object.to)) && object.to < head) return true
    const subject = syntax.nounAt(verb.from - 1) ?? (syntax.word(verb.from - 1) === ',' ? syntax.nounAt(start) : undefined)
    if (lemma !== 'play' && subject && inventedStories.has(syntax.word(subject.head)) && syntax.word(subject.to) !== 'of') return true
  }
  return false
}

const staging: ReadonlySet<string> = new Set(['play', 'portray', 'tell', 'follow', 'depict', 'imagine', 'dramatise', 'dramatize', 'recount', 'chronicle'])
const inventedStories: ReadonlySet<string> = new Set([...inventions, 'play', 'drama', 'thriller', 'sitcom', 'tale'])

/** "in the film", "during a drill"; at the start of a sentence with its comma. */
function isIn(syntax: Syntax, at: number, opens: boolean, isForce: boolean): boolean {
  const noun = /^(?:in|during|on|at)$/u.test(syntax.word(at)) ? syntax.nounAt(at + 1) : undefined
  // "In the series “The Harbour”, …"
  const title = noun && opens ? syntax.quotation(noun.to) : undefined
  const end = title ? (syntax.word(title.to - 1) === ',' ? title.to - 1 : title.to + 1) : noun?.to
  if (noun?.from !== at + 1 || end === undefined || (opens && syntax.word(end) !== ',' && syntax.nounAt(end)?.from !== end)) return false
  const word = syntax.word(noun.head)
  if (syntax.word(at) === 'at') return isForce && !opens && boardGames.has(word)
  if (inventions.has(word) || (opens && fictions.has(word)) || (isForce && (mock.has(word) || boardGames.has(word)))) return true
  // "In that scenario, …"
  if (opens && word === 'scenario') return true
  // "in a video game", "in an imagined future", "in an imagined 2050"
  if (opens && unreal.has(syntax.word(noun.head)) && syntax.token(noun.head + 1)?.tag === 'NUM') return true
  if (opens && /^\d{4}$/u.test(word) && unreal.has(syntax.word(noun.head - 1))) return true
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
  // "The charge against him is grave."
  const about = /^(?:against|of|about)$/u.test(syntax.word(to)) ? syntax.nounAt(to + 1) : undefined
  const at = about?.from === to + 1 ? about.to : to
  return /^(?:is|was)$/u.test(syntax.word(at)) && plain.has(syntax.word(at + 1)) && at + 2 === end - 1
}

const plain: ReadonlySet<string> = new Set(['simple', 'clear', 'grave', 'serious', 'blunt', 'plain', 'straightforward', 'stark', 'explosive', 'damning', 'bold', 'startling', 'this'])

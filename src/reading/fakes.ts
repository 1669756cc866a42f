// Videos, letters and posts that are not what they seem: whoever is shown in them said and did nothing of it.
import type { NounPhrase, VerbGroup } from './draft.ts'
import { isDocument } from './lexicon/documents.ts'
import { fakes, forgeries, impostors, isShown, madeUp, showing } from './lexicon/fakes.ts'
import type { Syntax } from './syntax.ts'

/** Words between the commas of "which experts say was doctored". */
const longestAside = 8
/** How far before a verb the fake may stand that it is done in, in words. */
const reach = 30

/** "a doctored video", "the forged letter", "a deepfake" */
export function isFake(syntax: Syntax, phrase: NounPhrase): boolean {
  const { from, head } = phrase
  const token = syntax.token(head)
  if (!token || forgeries.has(token.lemma)) return token !== undefined
  if (!isDocument(token) && !isShown(token)) return false
  if (isCalledFake(syntax, phrase)) return true
  for (let at = from; at < head; at++) if (fakes.has(syntax.word(at))) return true
  return false
}

/** The fake in which a verb is done: "in a fake video, she says", "a forged letter has her saying", "a hoax with her saying", "says in a fake video". */
export function fakeOver(syntax: Syntax, verb: VerbGroup): NounPhrase | undefined {
  const { from: start } = syntax.sentenceAt(verb.head)
  const quotation = syntax.quotationAt(verb.head)
  for (let at = verb.from - 1; at >= Math.max(start, verb.from - reach); at--) {
    const noun = syntax.nounAt(at)
    if (!noun) continue
    at = noun.from
    if (syntax.quotationAt(at) === quotation && isStoryAt(syntax, noun)) return noun
    if (syntax.quotationAt(at) === quotation && (isFake(syntax, noun) || isFoundFake(syntax, noun)) && holds(syntax, noun, verb)) return noun
  }
  const behind = /^(?:in|on)$/u.test(syntax.word(verb.to)) ? syntax.nounAt(verb.to + 1) : undefined
  return behind?.from === verb.to + 1 && (isFake(syntax, behind) || madeUp.has(syntax.word(behind.head))) ? behind : undefined
}

/** "In the film, she says": a film may show who there is, but nobody knows that it does. */
function isStoryAt(syntax: Syntax, { from, to, head }: NounPhrase): boolean {
  return madeUp.has(syntax.word(head)) && /^(?:in|on)$/u.test(syntax.word(from - 1)) && from - 1 === syntax.sentenceAt(head).from && syntax.word(to) === ','
}

/** "a fake Mr Reed": somebody else. */
export function isImpostor(syntax: Syntax, { from, head }: NounPhrase): boolean {
  if (syntax.token(head)?.tag !== 'PROPN') return false
  for (let at = from; at < head; at++) if (fakes.has(syntax.token(at)?.text ?? '') || impostors.has(syntax.token(at)?.text ?? '')) return true
  return false
}

/** Behind the second comma of "An image, which was doctored, | shows". */
function endOfAside(syntax: Syntax, comma: number): number {
  let at = comma + 1
  while (at < comma + longestAside && syntax.word(at) !== ',') at++
  return at + 1
}

/** "An image, which was doctored, | shows" */
function isCalledFake(syntax: Syntax, { to }: NounPhrase): boolean {
  if (syntax.word(to) !== ',') return false
  for (let at = to + 1; at < to + longestAside && syntax.word(at) !== ','; at++) if (fakes.has(syntax.word(at)) || forgeries.has(syntax.word(at))) return !/^(?:not|n['’]t|never)$/u.test(syntax.word(at - 1))
  return false
}

/** "The video in which she says so | was doctored" */
function isFoundFake(syntax: Syntax, { to, head }: NounPhrase): boolean {
  const token = syntax.token(head)
  if (syntax.word(to) !== 'in' || syntax.word(to + 1) !== 'which' || !token || !(isDocument(token) || isShown(token))) return false
  const last = syntax.word(syntax.sentenceAt(head).to - 2)
  return fakes.has(last) || forgeries.has(last)
}

/** Whether what stands between a fake and a verb behind it puts the verb into the fake. */
function holds(syntax: Syntax, { from, to }: NounPhrase, verb: VerbGroup): boolean {
  const next = syntax.word(to)
  if (/^(?:in|on)$/u.test(syntax.word(from - 1))) return next === ',' || syntax.nounAt(to)?.from === to
  if (next === 'where' || (next === 'in' && syntax.word(to + 1) === 'which')) return true
  const person = /^(?:of|with)$/u.test(next) ? syntax.nounAt(to + 1) : undefined
  if (person?.to === verb.from && verb.form === 'participle') return true
  const shows = syntax.verbAt(person?.from === to + 1 ? person.to : next === ',' ? endOfAside(syntax, to) : to)
  if (!shows || shows === verb || verb.form === 'finite') return false
  for (let at = shows.to; at < verb.from; at++) if (syntax.verbAt(at)?.form === 'finite') return false
  return showing.has(syntax.token(shows.head)?.lemma ?? '')
}

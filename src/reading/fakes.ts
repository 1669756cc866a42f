// Videos, letters and posts that are not what they seem: whoever is shown in them said and did nothing of it.
import type { NounPhrase, VerbGroup } from './draft.ts'
import { isDocument } from './lexicon/documents.ts'
import { fakes, forgeries, isShown, showing } from './lexicon/fakes.ts'
import type { Syntax } from './syntax.ts'

/** How far before a verb the fake may stand that it is done in, in words. */
const reach = 30

/** "a doctored video", "the forged letter", "a deepfake" */
export function isFake(syntax: Syntax, { from, head }: NounPhrase): boolean {
  const token = syntax.token(head)
  if (!token || forgeries.has(token.lemma)) return token !== undefined
  if (!isDocument(token) && !isShown(token)) return false
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
    if (syntax.quotationAt(at) === quotation && (isFake(syntax, noun) || isFoundFake(syntax, noun)) && holds(syntax, noun, verb)) return noun
  }
  const behind = /^(?:in|on)$/u.test(syntax.word(verb.to)) ? syntax.nounAt(verb.to + 1) : undefined
  return behind?.from === verb.to + 1 && isFake(syntax, behind) ? behind : undefined
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
  const shows = syntax.verbAt(person?.from === to + 1 ? person.to : to)
  if (!shows || shows === verb || verb.form === 'finite') return false
  for (let at = shows.to; at < verb.from; at++) if (syntax.verbAt(at)?.form === 'finite') return false
  return showing.has(syntax.token(shows.head)?.lemma ?? '')
}

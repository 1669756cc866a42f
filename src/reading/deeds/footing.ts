// Whether the words that tell of a deed stand on their own, or under others that only speak of it: "no evidence that Kelt bombed Harl".
import { clausesOf } from '../clauses.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Draft, NounPhrase, Stretch } from '../draft.ts'
import { fakeOver } from '../fakes.ts'
import { opinions } from '../lexicon/cue-nouns.ts'
import { isTimeWord, sayingVerbs } from '../lexicon/clause-words.ts'
import { beliefs, clearing, contentNouns, factAdjectives, factJoints, factNouns, factVerbs, fictions, supposing, timeNouns } from '../lexicon/complements.ts'
import { forgeries } from '../lexicon/fakes.ts'
import { claiming } from '../lexicon/governing-verbs.ts'
import { syntaxOf, type Syntax } from '../syntax.ts'
import { holdersOf } from './nominal.ts'
import { isInvented, isRumoured } from './invented.ts'
import { isSetAside } from './set-aside.ts'

/** How far before a clause the word that it hangs on may stand, in words. */
const reach = 24

/** Asks of a deed's verb or noun, within the words that are somebody's or the article's own. */
export function footingIn(draft: Draft): (head: number, within: Stretch, isForce?: boolean) => boolean {
  const syntax = syntaxOf(draft)
  const clauses = clausesOf(draft)
  const byVerb = new Map(clauses.map(clause => [clause.verb.head, clause]))
  const holders = holdersOf(clauses)
  const cues = new Set(draft.attributions.map(({ cue }) => cue?.head))
  return (head, within, isForce = false) => {
    if (isSetAside(syntax, cues, head, within) || isInvented(syntax, head, within, isForce) || isRumoured(syntax, head)) return false
    const seen = new Set<Clause>()
    let clause = byVerb.get(head) ?? holders.get(head)
    for (; clause && !seen.has(clause); clause = clauses[clause.governor ?? -1]) {
      if (clause.verb.head < within.from) break
      seen.add(clause)
      if (fakeOver(syntax, clause.verb) || isCleared(syntax, clauses, clause) || !isOnItsOwn(syntax, clauses, byVerb, clause, within)) return false
    }
    return true
  }
}

/** "cleared of killing", "not guilty of killing" */
function isCleared(syntax: Syntax, clauses: readonly Clause[], { verb, governor }: Clause): boolean {
  if (verb.form !== 'participle' || syntax.word(verb.from - 1) !== 'of') return false
  const before = syntax.word(verb.from - 2)
  return before === 'innocent' || (before === 'guilty' && syntax.word(verb.from - 3) === 'not') || clearing.has(lemmaOf(syntax, clauses[governor ?? -1]?.verb.head ?? -1))
}

function isOnItsOwn(syntax: Syntax, clauses: readonly Clause[], byVerb: ReadonlyMap<number, Clause>, clause: Clause, within: Stretch): boolean {
  const first = clause.subjects.reduce((from, phrase) => Math.min(from, phrase.from), clause.verb.from)
  const { from: start } = syntax.sentenceAt(first)
  const floor = Math.max(start, within.from)
  const at = beforeAdverbials(syntax, first - 1, floor)
  if (isSpokenOf(syntax, clause.subjects[0])) return false
  if (at < floor) return true
  if ((at === start && supposing.has(lemmaOf(syntax, at))) || beliefs.has(syntax.word(at))) return false
  // "Claims Kelt bombed Harl are false"
  if (at === first - 1 && contentNouns.has(syntax.word(at)) && syntax.token((syntax.nounAt(at)?.from ?? at) - 1)?.tag !== 'ADP') return false
  // "reports of Kelt bombing Harl"
  if (syntax.word(first - 1) === 'of' && contentNouns.has(syntax.word(first - 2)) && clause.verb.form === 'participle') return false
  // "Imagine a world in which Kelt bombs Harl"
  if (syntax.word(at) === 'which' && syntax.word(at - 1) === 'in' && supposing.has(lemmaOf(syntax, start))) return false
  // "lists cases in which Kelt bombed Harl"
  if (syntax.word(at) === 'which' && syntax.word(at - 1) === 'in' && (isOnlyTold(syntax.word(syntax.word(at - 2) === ',' ? at - 3 : at - 2)) || isOnlyTold(syntax.word(syntax.nounAt(start)?.head ?? -1)))) return false
  // "It is widely assumed Kelt bombed Harl"
  const held = syntax.verbAt(at)
  if (held?.passive && held.to === at + 1 && opinions.has(syntax.word(at)) && syntax.word(held.from - 1) === 'it') return false
  const reporter = clauses[clause.reportedBy ?? -1]?.verb.head ?? -1
  // What is asked for or announced, and not told as done, is so already by its form.
  if (reporter >= floor && isUndone(syntax, clause.verb) && (sayingVerbs.has(lemmaOf(syntax, reporter)) || claiming.has(lemmaOf(syntax, reporter)))) return true
  // "That Kelt bombed Harl is denied"
  if (syntax.word(at) === 'that' && at === start && within.from <= start) return isFact(syntax, at, start, clause)
  if (syntax.word(at) === 'that') return at <= floor || (!contentNouns.has(syntax.word(at - 1)) && beforeAdverbials(syntax, at - 1, floor) < floor) || isFact(syntax, at, start, clause)
  // "There were claims that rebels bombed Harl and Kelt | invaded Varan": as the clause before.
  const before = floor === start && /^(?:and|or)$/u.test(syntax.word(at)) ? clauseBefore(syntax, byVerb, at, floor) : undefined
  if (before && !isOnItsOwn(syntax, clauses, byVerb, before, within)) return false
  // "There were claims that 12 died when Kelt | bombed Harl": as what happened when it did.
  const whole = floor === start && syntax.word(first - 1) === 'when' && hasContent(syntax, start, first) ? clauseBefore(syntax, byVerb, first - 1, floor) : undefined
  if (whole && !isOnItsOwn(syntax, clauses, byVerb, whole, within)) return false
  // "may have bombed an airliner that crashed after | leaving Harl": whose word that is, theirs or the article's, nothing tells.
  const then = floor > start && clause.verb.form === 'participle' && /^(?:after|before|since)$/u.test(syntax.word(clause.verb.from - 1)) ? clauseBefore(syntax, byVerb, clause.verb.from - 1, floor) : undefined
  if (then && /^(?:that|which|who)$/u.test(syntax.word(then.verb.from - 1))) return false
  // "one claimed by the Front that killed": no clause begins behind "by".
  return reporter < floor || syntax.token(first - 1)?.tag === 'ADP' || factVerbs.has(lemmaOf(syntax, reporter))
}

/** "claims that" among the words before. */
function hasContent(syntax: Syntax, from: number, to: number): boolean {
  for (let at = Math.max(from, to - reach); at < to; at++) if (contentNouns.has(syntax.word(at)) && syntax.word(at + 1) === 'that') return true
  return false
}

/** Of the nearest finite verb before, where no comma parts the two. */
function clauseBefore(syntax: Syntax, byVerb: ReadonlyMap<number, Clause>, from: number, floor: number): Clause | undefined {
  for (let at = from - 1; at >= Math.max(floor, from - reach); at--) {
    if (/^[,;:]$/u.test(syntax.word(at))) return undefined
    const verb = syntax.verbAt(at)
    if (verb?.form === 'finite') return byVerb.get(verb.head)
  }
  return undefined
}

/** "cases in which", "A hoax made the rounds in which" */
function isOnlyTold(word: string): boolean {
  return contentNouns.has(word) || fictions.has(word) || forgeries.has(word)
}

/** "The claim Kelt bombed Harl": one phrase to the tagger. */
function isSpokenOf(syntax: Syntax, subject: NounPhrase | undefined): boolean {
  if (!subject || syntax.token(subject.head)?.tag !== 'PROPN') return false
  // "That Kelt bombed Harl is denied"
  if (syntax.word(subject.from) === 'that' && subject.from < subject.head) return true
  for (let at = subject.from; at < subject.head; at++) if (contentNouns.has(syntax.word(at)) && syntax.token(at + 1)?.tag === 'PROPN') return true
  return false
}

/** "would pull out", "withdraw" of "demanded that Kelt withdraw" */
function isUndone(syntax: Syntax, { modal, from, head }: Clause['verb']): boolean {
  const verb = syntax.token(head)
  return modal !== undefined || (from === head && verb !== undefined && verb.lower === verb.lemma)
}

/** Back over "on Monday", "in March", commas and adverbs. */
function beforeAdverbials(syntax: Syntax, from: number, start: number): number {
  let at = from
  while (at >= Math.max(start, from - reach)) {
    const token = syntax.token(at)
    const noun = syntax.nounAt(at)
    if (token?.lower === 'that') return at
    if (noun && noun.to === at + 1 && syntax.token(noun.from - 1)?.tag === 'ADP') at = noun.from - 2
    else if (noun && noun.to === at + 1 && isTimeWord(syntax.word(noun.head))) at = noun.from - 1
    else if (token && (token.lower === ',' || token.tag === 'ADP' || token.tag === 'NUM' || isTimeWord(token.lower) || /^(?:late|early|least|most)$/u.test(token.lower) || (token.tag === 'ADV' && !syntax.verbAt(at)))) at--
    else return at
  }
  return at
}

/** Of the clause behind "that": whether what it hangs on takes it for a fact, or no more than picks a thing out of many. */
function isFact(syntax: Syntax, that: number, start: number, clause: Clause): boolean {
  const before = syntax.word(that - 1)
  if (factJoints.has(before) || factAdjectives.has(before)) return true
  if (isResult(syntax, that, start)) return true
  const noun = syntax.nounAt(that - 1)
  if (noun && noun.to === that) {
    const lead = syntax.word(noun.from - 1)
    if (factNouns.has(syntax.word(noun.head))) return true
    if (timeNouns.has(syntax.word(noun.head)) && noun.head === noun.from + 1 && syntax.word(noun.from) === 'the') return lead !== 'in' && lead !== 'at'
    // "the missiles that Kelt fired at Harl": the thing is the clause's own.
    const isWhole = clause.arguments.some(({ preposition }) => preposition === undefined)
    if (syntax.token(noun.from - 1)?.tag !== 'ADP' && !isTimeWord(syntax.word(noun.head)) && !isWhole && !contentNouns.has(syntax.word(noun.head))) return true
  }
  const at = beforeAdverbials(syntax, that - 1, start)
  const verb = syntax.verbAt(at)
  const lemma = lemmaOf(syntax, verb?.head ?? -1)
  if (lemma !== 'be') return factVerbs.has(lemma)
  // "it was on Monday that", "the result is that"
  const subject = syntax.nounAt((verb?.from ?? 0) - 1)
  return subject !== undefined && (at < that - 1 ? syntax.word(subject.head) === 'it' : factNouns.has(syntax.word(subject.head)))
}

/** "so angry that", "with such force that" */
function isResult(syntax: Syntax, that: number, start: number): boolean {
  for (let at = that - 2; at >= Math.max(start, that - 5); at--) {
    if (syntax.verbAt(at)) return false
    if (syntax.word(at) === 'so' || syntax.word(at) === 'such') return !beliefs.has(syntax.word(that - 1)) && !contentNouns.has(syntax.word(that - 1))
  }
  return false
}

function lemmaOf(syntax: Syntax, at: number): string {
  return syntax.token(at)?.lemma ?? ''
}

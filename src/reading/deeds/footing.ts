// Whether the words that tell of a deed stand on their own, or under others that only speak of it: "no evidence that Kelt bombed Harl".
import { structureOf } from '../clauses.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Draft, Stretch } from '../draft.ts'
import { fakeOver } from '../fakes.ts'
import { isTimeWord, sayingVerbs } from '../lexicon/clause-words.ts'
import { beliefs, claimNouns, clearing, contentNouns, factAdjectives, factJoints, factNouns, factVerbs, fictions, supposing, timeNouns, viewNouns } from '../lexicon/complements.ts'
import { wordsOfSaying } from '../lexicon/cue-nouns.ts'
import { frames } from '../lexicon/cues.ts'
import { claiming } from '../lexicon/governing-verbs.ts'
import { isClitic } from '../passes/03-phrases.ts'
import { isDash, syntaxOf, type Syntax } from '../syntax.ts'
import { holdersOf } from './nominal.ts'

/** How far before a clause the word that it hangs on may stand, in words. */
const reach = 24
/** How far from a deed words are looked for that set its clause aside, in words. */
const farthest = 60

/** Asks of a deed's verb or noun, within the words that are somebody's or the article's own. */
export function footingIn(draft: Draft): (head: number, within: Stretch) => boolean {
  const syntax = syntaxOf(draft)
  const { clauses } = structureOf(draft, () => false)
  const byVerb = new Map(clauses.map(clause => [clause.verb.head, clause]))
  const holders = holdersOf(clauses)
  const cues = new Set(draft.attributions.map(({ cue }) => cue?.head))
  return (head, within) => {
    if (isSetAside(syntax, cues, head, within)) return false
    const seen = new Set<Clause>()
    let clause = byVerb.get(head) ?? holders.get(head)
    for (; clause && !seen.has(clause); clause = clauses[clause.governor ?? -1]) {
      if (clause.verb.head < within.from) break
      seen.add(clause)
      if (fakeOver(syntax, clause.verb) || isCleared(syntax, clauses, clause) || !isOnItsOwn(syntax, clauses, clause, within)) return false
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

function isOnItsOwn(syntax: Syntax, clauses: readonly Clause[], clause: Clause, within: Stretch): boolean {
  const first = clause.subjects.reduce((from, phrase) => Math.min(from, phrase.from), clause.verb.from)
  const { from: start } = syntax.sentenceAt(first)
  const floor = Math.max(start, within.from)
  const at = beforeAdverbials(syntax, first - 1, floor)
  if (at < floor) return true
  if ((at === start && supposing.has(lemmaOf(syntax, at))) || beliefs.has(syntax.word(at))) return false
  // "lists cases in which Kelt bombed Harl"
  if (syntax.word(at) === 'which' && syntax.word(at - 1) === 'in' && contentNouns.has(syntax.word(at - 2))) return false
  const reporter = clauses[clause.reportedBy ?? -1]?.verb.head ?? -1
  // What is asked for or announced, and not told as done, is so already by its form.
  if (reporter >= floor && isUndone(syntax, clause.verb) && (sayingVerbs.has(lemmaOf(syntax, reporter)) || claiming.has(lemmaOf(syntax, reporter)))) return true
  if (syntax.word(at) === 'that') return at <= floor || (!contentNouns.has(syntax.word(at - 1)) && beforeAdverbials(syntax, at - 1, floor) < floor) || isFact(syntax, at, start, clause)
  // "one claimed by the Front that killed": no clause begins behind "by".
  return reporter < floor || syntax.token(first - 1)?.tag === 'ADP' || factVerbs.has(lemmaOf(syntax, reporter))
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
    else if (token && (token.lower === ',' || token.tag === 'ADP' || token.tag === 'NUM' || isTimeWord(token.lower) || /^(?:late|early)$/u.test(token.lower) || (token.tag === 'ADV' && !syntax.verbAt(at)))) at--
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

/** Told by words around the clause: "The charge: …", "per the mayor", "in his view", "…, or so he says", "…, a claim that he made". */
function isSetAside(syntax: Syntax, cues: ReadonlySet<number | undefined>, head: number, within: Stretch): boolean {
  const sentence = syntax.sentenceAt(head)
  const from = Math.max(sentence.from, within.from, head - farthest)
  const to = Math.min(sentence.to, within.to, head + farthest)
  const quotation = syntax.quotationAt(head)
  for (let at = from; at < to; at++) {
    if (syntax.quotationAt(at) !== quotation) continue
    const opens = at === from || /^[,;:]$/u.test(syntax.word(at - 1))
    if (opens && isViewAt(syntax, at)) return true
    if (at < head && syntax.word(at) === ':' && isOfWords(syntax, from, at)) return true
    if (isSaidAside(syntax, cues, at, sentence)) return true
    if (at > head && syntax.word(at - 1) === ',' && (isSaidBehind(syntax, at) || isAccountBehind(syntax, at) || isClaim(syntax, at))) return true
  }
  return false
}

/** "Kelt (or so he says) bombed", "Kelt, the mayor said, bombed", "Kelt – if he is right – bombed", where that is no attribution. */
function isSaidAside(syntax: Syntax, cues: ReadonlySet<number | undefined>, at: number, { from, to }: Stretch): boolean {
  const mark = syntax.word(at - 1)
  if (at <= from || !(mark === ',' || mark === '(' || isDash(mark))) return false
  const first = syntax.word(at) === 'or' && syntax.word(at + 1) === 'so' ? at + 2 : syntax.word(at) === 'as' || syntax.word(at) === 'if' || syntax.word(at) === 'so' ? at + 1 : at
  const noun = syntax.nounAt(first)
  const verb = noun?.from === first ? syntax.verbAt(noun.to) : undefined
  if (!noun || verb?.form !== 'finite' || verb.from !== noun.to || cues.has(verb.head)) return false
  const lemma = lemmaOf(syntax, verb.head)
  if (!(sayingVerbs.has(lemma) || frames.get(lemma)?.has('think') || syntax.word(at) === 'if' || (first > at && (lemma === 'go' || lemma === 'put')))) return false
  let end = verb.to
  for (let noun = syntax.nounAt(end) ?? syntax.nounAt(end + 1); end < to && !isAsideEnd(syntax, end) && !syntax.verbAt(end); noun = syntax.nounAt(end) ?? syntax.nounAt(end + 1)) end = Math.max(end + 1, noun?.to ?? 0)
  return mark === ',' ? syntax.word(end) === ',' : end >= to || isAsideEnd(syntax, end)
}

function isAsideEnd(syntax: Syntax, at: number): boolean {
  return /^[,;).]$/u.test(syntax.word(at)) || isDash(syntax.word(at))
}

/** "per the mayor", "in the view of the mayor", "in her words", "for Mr Hale,", "in the film,", "if true,", "to hear him tell it," */
function isViewAt(syntax: Syntax, at: number): boolean {
  const next = syntax.word(at + 1)
  if (syntax.word(at) === 'if' && /^(?:true|confirmed|correct)$/u.test(next)) return true
  if ((syntax.word(at) === 'to' && next === 'hear') || (syntax.word(at) === 'as' && next === 'far')) return true
  const noun = syntax.nounAt(at + 1)
  if (!noun || noun.from !== at + 1) return false
  if (syntax.word(noun.to) === ',' && ((syntax.word(at) === 'for' && syntax.token(noun.head)?.tag === 'PROPN') || (syntax.word(at) === 'in' && fictions.has(syntax.word(noun.head))))) return true
  if (syntax.word(at) === 'per') return syntax.token(noun.head)?.tag === 'PROPN' || syntax.word(noun.from) === 'the'
  if (syntax.word(at) !== 'in' || !viewNouns.has(syntax.word(noun.head))) return false
  if (syntax.word(noun.to) === 'of' || syntax.token(noun.from)?.tag === 'PRON' || /^(?:his|her|its|their|my|our)$/u.test(syntax.word(noun.from))) return true
  for (let each = noun.from; each < noun.to; each++) {
    const token = syntax.token(each)
    if (token && isClitic(token)) return true
  }
  return false
}

/** "Charged: …", "The accusation: …", "His claim was simple: …" */
function isOfWords(syntax: Syntax, from: number, colon: number): boolean {
  for (let at = from; at < colon; at++) {
    const word = syntax.word(at)
    if (contentNouns.has(word) || wordsOfSaying.has(word) || beliefs.has(word)) return true
    const verb = syntax.verbAt(at)
    const found = verb?.head === at && verb.form === 'finite' ? frames.get(lemmaOf(syntax, at)) : undefined
    if (found && (found.has('say') || found.has('judge') || found.has('think'))) return true
  }
  return false
}

/** "…, or so he says", "…, if he is to be believed" */
function isSaidBehind(syntax: Syntax, at: number): boolean {
  const first = syntax.word(at) === 'or' && syntax.word(at + 1) === 'so' ? at + 2 : syntax.word(at) === 'if' ? at + 1 : at
  const noun = syntax.nounAt(first)
  const verb = noun?.from === first && first > at ? syntax.verbAt(noun.to) : undefined
  if (!verb) return false
  return syntax.word(at) === 'if' ? syntax.word(verb.head) === 'believed' : sayingVerbs.has(lemmaOf(syntax, verb.head))
}

/** "…, the ministry’s account goes" */
function isAccountBehind(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  const verb = noun?.from === at && viewNouns.has(syntax.word(noun.head)) ? syntax.verbAt(noun.to) : undefined
  return verb !== undefined && lemmaOf(syntax, verb.head) === 'go'
}

/** "…, a claim that he made" */
function isClaim(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  if (noun?.from !== at || !/^an?$/u.test(syntax.word(at))) return false
  for (let each = at + 1; each < noun.to; each++) if (claimNouns.has(syntax.word(each))) return true
  return false
}

function lemmaOf(syntax: Syntax, at: number): string {
  return syntax.token(at)?.lemma ?? ''
}

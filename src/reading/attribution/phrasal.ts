// Attributions without a verb of saying: "according to Ms Reed", "his claim that …", "reportedly", "is expected to", "Hale: …".
import type { Attributed, NounPhrase, Stretch } from '../draft.ts'
import { bindsContent, hearsay, isMade, nounsOfThat, opinions, wordsOfSaying } from '../lexicon/cue-nouns.ts'
import { frames } from '../lexicon/cues.ts'
import { isClitic } from '../passes/03-phrases.ts'
import { saysSomething, subjectOf } from '../subject.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { accordingTo, inWordsOf } from './according.ts'
import { colon } from './colon.ts'
import { relayedBy } from './relayed.ts'
import { trimmed } from './trimmed.ts'

type Found = Omit<Attributed, 'quotations'>

/** The attributions of a sentence that no verb of saying makes. */
export function phrasalOf(syntax: Syntax, { from, to }: Stretch, written: ReadonlySet<string>): readonly Found[] {
  const found: Found[] = []
  for (let at = from; at < to; at++) {
    if (syntax.quotationAt(at) >= 0) continue
    const one = accordingTo(syntax, at, from, to) ?? inWordsOf(syntax, at, to) ?? noun(syntax, at, to) ?? wordWas(syntax, at, to) ?? opinion(syntax, at, from, to) ?? adverb(syntax, at, from, to) ?? colon(syntax, at, from, to, written)
    if (one) found.push(one)
  }
  return found
}

/** "Obama’s claim that …", "his criticism of the plan", "the belief that …". */
function noun(syntax: Syntax, at: number, end: number): Found | undefined {
  const word = syntax.word(at)
  if (syntax.token(at)?.tag !== 'NOUN' && syntax.token(at)?.tag !== 'PROPN') return undefined
  const phrase = syntax.nounAt(at)
  if (!phrase || phrase.head !== at) return undefined
  // "said in its report that": the saying is told.
  const told = /^(?:in|on|at)$/u.test(syntax.word(phrase.from - 1)) ? syntax.verbAt(phrase.from - 2) : undefined
  if (told && saysSomething(syntax, told)) return undefined
  const next = syntax.word(at + 1)
  // "her comments before a panel that “…”"
  const place = /^(?:during|before|in|at|on|to)$/u.test(next) && nounsOfThat.has(word) ? syntax.nounAt(at + 2) : undefined
  const far = place?.from === at + 2 && syntax.word(place.to) === 'that' && syntax.quotationAt(place.to + 1) >= 0 && possessorOf(syntax, phrase) ? place.to : undefined
  if (far !== undefined) return nounAttribution(syntax, phrase, far, trimmed(syntax, { from: far, to: endOfNounContent(syntax, far, end, { that: true }) }), possessorOf(syntax, phrase))
  const maker = next === 'that' ? makerOf(syntax, phrase) : undefined
  const that = next === 'that' && (nounsOfThat.has(word) || maker !== undefined)
  const possessor = maker ?? possessorOf(syntax, phrase)
  if (!that && !(possessor && bindsContent(word, next))) return undefined
  const infinitive = next === 'to' && syntax.verbAt(at + 1)?.form === 'infinitive'
  const from = that || infinitive ? at + 1 : at + 2
  const content = trimmed(syntax, { from, to: endOfNounContent(syntax, from, end, { that }) })
  return nounAttribution(syntax, phrase, from, content, possessor)
}

function nounAttribution(syntax: Syntax, phrase: NounPhrase, from: number, content: Stretch, possessor: ReturnType<typeof possessorOf>): Found | undefined {
  if (content.to <= content.from || isRejected(syntax, content)) return undefined
  const at = phrase.head
  return {
    ...(possessor && { source: possessor.source }),
    cue: { from: possessor ? possessor.cue : phrase.from, to: from, head: at },
    content: [content],
    rule: 'NOUN_OF_SAYING',
    reason: `The noun “${syntax.token(at)?.text ?? ''}” holds what is said or held.`,
    confidence: possessor ? 0.75 : 0.6,
  }
}

/** "allegations that | the government rejects": of the allegations, and not what they are. */
function isRejected(syntax: Syntax, { from, to }: Stretch): boolean {
  const noun = syntax.word(from) === 'that' ? syntax.nounAt(from + 1) : undefined
  const verb = noun?.from === from + 1 ? syntax.verbAt(noun.to) : undefined
  return verb?.from === noun?.to && verb?.to === to && !verb.passive && /^(?:reject|deny|dismiss|dispute|refute|contest|make|raise|repeat|call|describe)$/u.test(syntax.token(verb.head)?.lemma ?? '')
}

/** "Ms Reed’s response was: “…”", "His only comment was “…”" */
function wordWas(syntax: Syntax, at: number, end: number): Found | undefined {
  const phrase = wordsOfSaying.has(syntax.word(at)) ? syntax.nounAt(at) : undefined
  const possessor = phrase?.head === at ? possessorOf(syntax, phrase) : undefined
  if (!possessor) return undefined
  const behind = endOfWordWas(syntax, at + 1, end, phrase?.from === syntax.sentenceAt(at).from)
  const mark = behind === undefined ? end : /^[:,]$/u.test(syntax.word(behind)) ? behind + 1 : behind
  const quotation = syntax.quotation(mark)
  if (behind === undefined || !quotation || mark >= end || quotation.from !== mark + 1 || syntax.word(quotation.to - 1) === ',') return undefined
  return {
    source: possessor.source,
    cue: { from: possessor.cue, to: Math.max(behind, at + 1), head: at },
    content: [{ from: quotation.from, to: quotation.to }],
    rule: 'NOUN_OF_SAYING',
    reason: `The noun “${syntax.token(at)?.text ?? ''}” is said to be these words.`,
    confidence: 0.9,
  }
}

/** Behind "to the town was blunt" of "her message to the town was blunt: “…”"; "Her answer: “…”" needs no verb where it begins the sentence. */
function endOfWordWas(syntax: Syntax, from: number, end: number, opens: boolean): number | undefined {
  let at = from
  for (let steps = 0; steps < 2 && /^(?:to|for|on|about|of|in|at)$/u.test(syntax.word(at)); steps++) {
    const noun = syntax.nounAt(at + 1)
    if (!noun || noun.from !== at + 1 || noun.to >= end) return undefined
    at = noun.to
  }
  const verb = syntax.verbAt(at)
  if (!verb) return opens && syntax.word(at) === ':' ? at : undefined
  if (verb.from !== at || verb.negated || syntax.token(verb.from)?.lemma !== 'be') return undefined
  if (verb.head > verb.from && syntax.word(verb.to) !== ':') return undefined
  if (syntax.word(verb.to) !== ':' && syntax.quotationAt(verb.to) < 0 && syntax.word(verb.to) !== ',') {
    let last = verb.to
    while (last < verb.to + 4 && /^(?:ADJ|ADV|PUNCT|CCONJ)$/u.test(syntax.token(last)?.tag ?? '') && syntax.word(last) !== ':' && syntax.quotationAt(last) < 0) last++
    return syntax.word(last) === ':' ? last : undefined
  }
  return verb.to
}

/** "Ms Reed made the point that …": the verb's subject, and a cue that begins with the verb. */
function makerOf(syntax: Syntax, { from, head }: NounPhrase): { readonly source: Stretch & { readonly head: number }; readonly cue: number } | undefined {
  const verb = syntax.verbAt(from - 1)
  if (!verb || verb.passive || !isMade(syntax.token(verb.head)?.lemma ?? '', syntax.word(head))) return undefined
  const subject = subjectOf(syntax, verb)
  return subject && { source: { from: subject.from, to: subject.to, head: subject.head }, cue: verb.from }
}

function possessorOf(syntax: Syntax, { from, head }: NounPhrase): { readonly source: Stretch & { readonly head: number }; readonly cue: number } | undefined {
  if (/^(?:his|her|their|its|my|our)$/u.test(syntax.word(from))) return { source: { from, to: from + 1, head: from }, cue: from + 1 }
  for (let at = head - 1; at > from; at--) {
    const token = syntax.token(at)
    if (token && isClitic(token)) return { source: { from, to: at + 1, head: at - 1 }, cue: at + 1 }
  }
  return undefined
}

/** Not "and | left", "on the | no-fly list", "rather than | run", nor "have the town | pay". */
function isOfSentence(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at - 1)
  if (noun && /^(?:have|let|make|help|see|watch)$/u.test(syntax.word(noun.from - 1))) return false
  return syntax.quotationAt(at - 1) >= 0 || (!/^(?:ADP|PART|CCONJ|SCONJ)$/u.test(syntax.token(at - 1)?.tag ?? '') && !(syntax.verbAt(at - 1) && syntax.word(at).endsWith('ing')) && !/^(?:the|an?|its|his|her|their|our|my|your|no|['’]s?|than)$/u.test(syntax.word(at - 1)))
}

function endOfNounContent(syntax: Syntax, from: number, end: number, { that }: { readonly that: boolean }): number {
  let verbs = 0
  /** Clauses whose verb is still to come. */
  let under = that ? 1 : 0
  for (let at = from; at < end; at++) {
    if ((at > from || !that) && (/^(?:who|which|whose|that|what|how|whether|if|where|when|why|because)$/u.test(syntax.word(at)) || syntax.token(at)?.tag === 'SCONJ') && syntax.quotationAt(at) < 0) under++
    const quotation = syntax.quotation(at)
    if (quotation) {
      // "called her plans to build in York | “a disgrace”": somebody’s word for them.
      if (!that && at > from && syntax.nounAt(at - 1)?.to === at) return at
      // "comments that the crew “should be glad” | drew fire": the verb of the clause is among the quoted words.
      for (let inside = Math.max(at, quotation.from); verbs === 0 && inside < Math.min(end, quotation.to); inside++) if (syntax.verbAt(inside)?.form === 'finite') [verbs, under] = [1, Math.max(0, under - 1)]
      // "his claim that it “was rigged,” | though he offered no proof"
      if (syntax.word(quotation.to - 1) === ',' && quotation.to < end) return quotation.to
      at = Math.min(end, quotation.to)
      continue
    }
    const word = syntax.word(at)
    if (/^[,;:]$/u.test(word) || isDash(word)) return at
    // "dismissed the idea that it is weak | and said", "… | as “absurd”"
    const next = /^(?:and|but)$/u.test(word) ? syntax.verbAt(at + 1) : undefined
    if (next?.form === 'finite' && next.from === at + 1 && saysSomething(syntax, next)) return at
    if (word === 'as' && verbs > 0 && syntax.quotationAt(at + 1) >= 0) return at
    const verb = syntax.verbAt(at)
    // "dismissed claims that he would go | by tweeting that …"
    if (verb?.form === 'participle' && syntax.word(at - 1) === 'by' && saysSomething(syntax, verb)) return at - 1
    if (verb && verb.from === at) {
      // A clause has one finite verb; the next is the sentence's own: "the claim that he lied | was denied", "the decision to close what he built | was wrong".
      if (verb.form === 'finite' && under > 0) under--
      else if (verb.form === 'finite' && isOfSentence(syntax, at)) return at
      if (verb.form === 'finite') verbs++
      at = verb.to - 1
    }
  }
  return end
}

/** "Ms Reed is expected to go", "It is believed that …": what somebody unnamed holds. */
function opinion(syntax: Syntax, at: number, start: number, end: number): Found | undefined {
  const verb = syntax.verbAt(at)
  if (!verb || verb.from !== at || verb.form !== 'finite') return undefined
  const head = syntax.token(verb.head)
  const raising = head?.lemma === 'seem' || head?.lemma === 'appear'
  // "denied being quoted as saying"
  if (syntax.token(syntax.verbAt(verb.from - 1)?.head ?? -1)?.lemma === 'deny') return undefined
  const relayed = verb.passive ? relayedBy(syntax, verb) : undefined
  if (!raising && !relayed && !(verb.passive && opinions.has(syntax.word(verb.head)))) return undefined
  const next = syntax.word(verb.to)
  if (!relayed && next !== 'to' && next !== 'that' && next !== 'as' && !(raising && /^(?:ADJ|ADV|VERB)$/u.test(syntax.token(verb.to)?.tag ?? ''))) return undefined
  const subject = subjectOf(syntax, verb)
  if (!subject || subject.from < start) return undefined
  const rest = trimmed(syntax, { from: relayed?.from ?? verb.to, to: endOfOpinion(syntax, relayed?.to ?? verb.to, end) })
  if (rest.to <= rest.from) return undefined
  const expletive = subject.to - subject.from === 1 && syntax.word(subject.from) === 'it' && next === 'that'
  return {
    ...(relayed?.source && { source: relayed.source }),
    cue: { from: verb.from, to: verb.to, head: verb.head },
    content: expletive ? [rest] : [{ from: subject.from, to: subject.to }, rest],
    rule: 'HEARSAY_VERB',
    reason: `“${syntax.token(verb.head)?.text ?? ''}” gives it as what is held, without saying by whom.`,
    confidence: 0.6,
  }
}

function endOfOpinion(syntax: Syntax, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const quotation = syntax.quotation(at)
    if (quotation) at = Math.min(end - 1, quotation.to)
    else if (/^[,;:]$/u.test(syntax.word(at)) || isDash(syntax.word(at)) || /^(?:but|while|although|though)$/u.test(syntax.word(at))) return at
  }
  return end
}

/** "Russia reportedly bombed …": the clause around the adverb. */
function adverb(syntax: Syntax, at: number, start: number, end: number): Found | undefined {
  if (!hearsay.has(syntax.word(at)) || frames.has(syntax.token(syntax.verbAt(at)?.head ?? -1)?.lemma ?? '')) return undefined
  let from = at
  while (from > start && !isClauseMark(syntax, from - 1)) from--
  // "Allegedly, Hale had left"
  let to = at === start && syntax.word(at + 1) === ',' ? at + 2 : at + 1
  // "allegedly killed Hale and | attacked Reed": of the same subject.
  while (to < end && (!isClauseMark(syntax, to) || goesOnBehind(syntax, to))) to++
  const content = [trimmed(syntax, { from, to: at }), trimmed(syntax, { from: at + 1, to })].filter(stretch => stretch.to > stretch.from)
  if (content.length === 0) return undefined
  return { cue: { from: at, to: at + 1, head: at }, content, rule: 'HEARSAY_ADVERB', reason: `“${syntax.token(at)?.text ?? ''}” gives the clause as told by somebody unnamed.`, confidence: 0.7 }
}

/** "…, and | attacked", "…, | attacked": a verb of the same subject, and none that says so. */
function goesOnBehind(syntax: Syntax, mark: number): boolean {
  if (!/^(?:and|,)$/u.test(syntax.word(mark))) return false
  const at = syntax.word(mark) === ',' && syntax.word(mark + 1) === 'and' ? mark + 2 : mark + 1
  const verb = syntax.verbAt(at)
  return verb?.from === at && verb.form === 'finite' && !(syntax.word(mark) === ',' && saysSomething(syntax, verb))
}

function isClauseMark(syntax: Syntax, at: number): boolean {
  return /^[,;:.]$/u.test(syntax.word(at)) || isDash(syntax.word(at)) || syntax.quotationAt(at) >= 0 || /^(?:and|but|while|that|who|which)$/u.test(syntax.word(at))
}

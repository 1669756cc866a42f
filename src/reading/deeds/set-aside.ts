// Words around a clause that set it aside, so that the article does not tell it: "per the mayor", "in the film", "…, it seems", "…: police".
import { isAsked } from '../asked.ts'
import type { Stretch } from '../draft.ts'
import { sayingVerbs } from '../lexicon/clause-words.ts'
import { beliefs, claimNouns, contentNouns, fictions, tellings, viewNouns } from '../lexicon/complements.ts'
import { opinions, wordsOfSaying } from '../lexicon/cue-nouns.ts'
import { frames } from '../lexicon/cues.ts'
import { isDocument } from '../lexicon/documents.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isClitic } from '../passes/03-phrases.ts'
import { isDash, type Syntax } from '../syntax.ts'

/** How far from a deed words are looked for that set its clause aside, in words. */
const farthest = 60

/** Told by words around the clause: "The charge: …", "per the mayor", "in his view", "…, or so he says", "…, a claim that he made". */
export function isSetAside(syntax: Syntax, cues: ReadonlySet<number | undefined>, head: number, within: Stretch): boolean {
  const sentence = syntax.sentenceAt(head)
  const from = Math.max(sentence.from, within.from, head - farthest)
  const to = Math.min(sentence.to, within.to, head + farthest)
  if (isDisowned(syntax, sentence.to) || isAsked(syntax, head)) return true
  const quotation = syntax.quotationAt(head)
  for (let at = from; at < to; at++) {
    if (syntax.quotationAt(at) !== quotation) continue
    const opens = at === from || /^[,;:]$/u.test(syntax.word(at - 1))
    if (opens && (isViewAt(syntax, at) || (isTellingAt(syntax, at) && !frames.has(lemmaOf(syntax, head))))) return true
    if (at < head && syntax.word(at) === ':' && isOfWords(syntax, from, at)) return true
    if (at > head && (syntax.word(at) === ':' || isDash(syntax.word(at))) && isWhoSays(syntax, at + 1, sentence.to)) return true
    if (isSaidAside(syntax, cues, at, sentence)) return true
    if (at > head && syntax.word(at - 1) === ',' && (isSaidBehind(syntax, at) || isAccountBehind(syntax, at) || isClaim(syntax, at) || isDeniedBehind(syntax, at))) return true
    if (at > head && (/^[,;]$/u.test(syntax.word(at - 1)) || isDash(syntax.word(at - 1))) && isDisowned(syntax, at)) return true
  }
  return false
}

/** "Kelt bombed Harl. | So says the mayor", "| That is what the mayor says", "| At least, that is the official story", "| That is not true" */
function isDisowned(syntax: Syntax, next: number): boolean {
  if (!beginsDisowning.has(syntax.word(next))) return false
  const words = Array.from({ length: disowningWords }, (_, step) => syntax.word(next + step))
  const end = words.findIndex(word => /^[.!?]$/u.test(word))
  const said = words.slice(0, end < 0 ? undefined : end).filter(word => word !== ',').join(' ').replaceAll('at least ', '')
  return disowning.some(patterns => patterns.every(pattern => pattern.test(said)))
}

const disowningWords = 12
/** The first word of all that the patterns read, before the comma and "at least" are left out. */
const beginsDisowning: ReadonlySet<string> = new Set(['or', 'so', 'that', 'this', 'it', 'none', 'at', ','])
const isOfSomebody = / (?:says?|said|claims?|claimed|thinks?|thought|believes?|believed|seems|seemed|ha(?:s|d|ve) it)\b/u
/** Of each, all patterns fit; one that joined them would take far longer to prove linear. */
const disowning: readonly (readonly RegExp[])[] = [
  [/^(?:or )?so (?:says?|said|claims?|claimed|goes)\b/u],
  [/^(?:or )?so (?:the|his|her|their) (?:old |official )?(?:story|tale|legend|account|theory|rumou?r|saying|argument|thinking|telling) (?:goes|went)\b/u],
  [/^or so /u, isOfSomebody],
  [/^(?:or )?(?:that|this) (?:is|was|['’]s) what /u, isOfSomebody],
  [/^(?:or )?(?:that|this) (?:is|was|['’]s) how /u, / (?:tells?|told|sees?|saw)\b/u],
  [/^(?:or )?(?:that|this) (?:is|was|['’]s) (?:the|her|his|their|one) (?:official )?(?:story|version|claim|theory|line|account|view)\b/u],
  [/^(?:that|this|it) (?:is|was|['’]s) (?:simply |all )?(?:not true|not so|untrue|false|fiction|nonsense|a (?:lie|myth|hoax|fabrication))\b/u],
  [/^none of (?:that|this|it) (?:is true|was true|happened|ever happened)\b/u],
]

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
  if ((syntax.word(at) === 'to' && /^(?:hear|quote|cite|paraphrase)$/u.test(next)) || (syntax.word(at) === 'as' && next === 'far') || (syntax.word(at) === 'from' && next === 'what')) return true
  const noun = syntax.nounAt(at + 1)
  if (!noun || noun.from !== at + 1) return false
  if (syntax.word(noun.to) === ',' && ((/^(?:for|to)$/u.test(syntax.word(at)) && isHolder(syntax, noun.head)) || (/^(?:in|on)$/u.test(syntax.word(at)) && fictions.has(syntax.word(noun.head))))) return true
  // "In Reed’s telling,", "As Reed has it,"
  const clitic = syntax.token(noun.to)
  if (/^(?:in|by)$/u.test(syntax.word(at)) && clitic && isClitic(clitic) && viewNouns.has(syntax.word(noun.to + 1))) return true
  if (syntax.word(at) === 'as' && isHavingIt(syntax, noun.to)) return true
  if (syntax.word(at) === 'per') return syntax.token(noun.head)?.tag === 'PROPN' || syntax.word(noun.from) === 'the'
  if (!/^(?:in|on|by|to|from)$/u.test(syntax.word(at)) || !viewNouns.has(syntax.word(noun.head))) return false
  if (syntax.word(noun.to) === 'of' || syntax.token(noun.from)?.tag === 'PRON' || /^(?:all|most|some|his|her|its|their|my|our)$/u.test(syntax.word(noun.from))) return true
  for (let each = noun.from; each < noun.to; each++) {
    const token = syntax.token(each)
    if (token && isClitic(token)) return true
  }
  return false
}

/** "has it", "would have it", "tells it" */
function isHavingIt(syntax: Syntax, at: number): boolean {
  const verb = syntax.verbAt(at)
  return verb?.from === at && /^(?:have|tell|put|see)$/u.test(lemmaOf(syntax, verb.head)) && syntax.word(verb.to) === 'it'
}

/** "In the report,", "on Russian television,": what is told there. */
function isTellingAt(syntax: Syntax, at: number): boolean {
  const noun = /^(?:in|on)$/u.test(syntax.word(at)) ? syntax.nounAt(at + 1) : undefined
  return noun?.from === at + 1 && syntax.word(noun.to) === ',' && tellings.has(syntax.word(noun.head))
}

/** "for Mr Hale,", "for the prosecution," */
function isHolder(syntax: Syntax, at: number): boolean {
  const token = syntax.token(at)
  return token !== undefined && (token.tag === 'PROPN' || kindOfSpeaker(token.lemma, token.lower) !== 'TOPIC')
}

/** "Kelt bombed Harl: police": nothing but who says so behind the colon. */
function isWhoSays(syntax: Syntax, at: number, end: number): boolean {
  const noun = syntax.nounAt(at)
  const token = syntax.token(noun?.head ?? -1)
  if (!noun || !token || noun.from !== at || (noun.to < end && !/^[.!?]$/u.test(syntax.word(noun.to)))) return false
  return token.tag === 'PROPN' || kindOfSpeaker(token.lemma, token.lower) !== 'TOPIC' || isDocument(token)
}

/** "Charged: …", "The accusation: …", "His claim was simple: …" */
function isOfWords(syntax: Syntax, from: number, colon: number): boolean {
  // "A banner read: …"
  if (/^reads?$/u.test(syntax.word(colon - 1))) return true
  for (let at = from; at < colon; at++) {
    const word = syntax.word(at)
    if (contentNouns.has(word) || viewNouns.has(word) || wordsOfSaying.has(word) || beliefs.has(word) || (at === colon - 1 && isDocument(syntax.token(at)))) return true
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
  const plain = first === at ? syntax.nounAt(at) : undefined
  if (plain?.from === at) return isHeardOf(syntax, plain.to)
  return verb !== undefined && (syntax.word(at) === 'if' || sayingVerbs.has(lemmaOf(syntax, verb.head)))
}

/** "…, which it denies", "…, something the ministry has denied", "…, as is widely believed" */
function isDeniedBehind(syntax: Syntax, at: number): boolean {
  if (syntax.word(at) === 'as') {
    const verb = syntax.verbAt(at + 1)
    return verb?.from === at + 1 && verb.passive && opinions.has(syntax.word(verb.head))
  }
  if (!/^(?:which|something)$/u.test(syntax.word(at))) return false
  const noun = syntax.nounAt(at + 1)
  const verb = noun?.from === at + 1 ? syntax.verbAt(noun.to) : undefined
  return verb !== undefined && !verb.negated && /^(?:deny|dispute|reject|contest)$/u.test(lemmaOf(syntax, verb.head))
}

/** "…, it seems", "…, it is alleged", "…, she was told" */
function isHeardOf(syntax: Syntax, at: number): boolean {
  const verb = syntax.verbAt(at)
  if (verb?.from !== at || !(/^[,.;)]?$/u.test(syntax.word(verb.to)) || syntax.word(verb.head) === 'led')) return false
  return verb.passive ? (syntax.word(verb.head) === 'led' && syntax.word(verb.to + 1) === 'believe') || opinions.has(syntax.word(verb.head)) || lemmaOf(syntax, verb.head) === 'tell' : /^(?:seem|appear)$/u.test(lemmaOf(syntax, verb.head))
}

/** "…, the ministry’s account goes" */
function isAccountBehind(syntax: Syntax, at: number): boolean {
  // "…, goes the theory"
  const behind = syntax.word(at) === 'goes' || syntax.word(at) === 'went' ? syntax.nounAt(at + 1) : undefined
  if (behind?.from === at + 1) return viewNouns.has(syntax.word(behind.head)) || claimNouns.has(syntax.word(behind.head)) || syntax.word(behind.head) === 'legend'
  const noun = syntax.nounAt(at)
  const verb = noun?.from === at && viewNouns.has(syntax.word(noun.head)) ? syntax.verbAt(noun.to) : undefined
  return verb !== undefined && lemmaOf(syntax, verb.head) === 'go'
}

/** "…, a claim that he made" */
function isClaim(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  if (noun?.from !== at || !/^(?:an?|the)$/u.test(syntax.word(at))) return false
  for (let each = at + 1; each < noun.to; each++) if (claimNouns.has(syntax.word(each))) return true
  return false
}

function lemmaOf(syntax: Syntax, at: number): string {
  return syntax.token(at)?.lemma ?? ''
}

// How far content reaches within its sentence.
import type { Stretch } from '../draft.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { frames } from '../lexicon/cues.ts'
import { sayingOf } from '../quoting.ts'
import { chargeBehind } from './charge.ts'
import { afterAdverbs, isClauseEnd } from './clause-end.ts'
import type { Behind } from './content.ts'
import type { Cues, VerbCue } from './cue.ts'
import { isCutJoined } from './joined.ts'
import { isTime } from '../whole-phrase.ts'
import { trimmed } from './trimmed.ts'

/** Content that begins behind its cue: to where its clause ends, or another's words begin. */
export function extentBehind(syntax: Syntax, cue: VerbCue, { from, opening }: Behind, cues: Cues): Stretch {
  const { to: end } = syntax.sentenceAt(cue.verb.head)
  const clause = opening === 'that' || opening === 'clause' || opening === 'question' || opening === 'quotation'
  const held = cue.frames.has('say') || cue.frames.has('think') || cue.frames.has('show')
  const short = (opening === 'noun' || (opening === 'clause' && !held)) && !cue.frames.has('tell') && (cue.frames.has('judge') || cue.frames.has('will') || cue.frames.has('show'))
  let to = end
  const saying = sayingOf(syntax, cue.verb)
  for (let at = Math.max(from, saying && saying.from > from ? saying.to : from) + 1; at < end; at++) {
    const quotation = syntax.quotation(at)
    if (quotation) {
      // "does not blame him: | “Somebody has to pay,”": words of their own, which no "not" takes back.
      if (cue.verb.negated && syntax.word(at - 1) === ':' && quotation.from === at + 1) {
        to = at - 1
        break
      }
      // "He defends it: | “We go on. We stay,” he says": the same over more than a sentence.
      if (quotation.to >= end && syntax.word(at - 1) === ':' && saysBehind(syntax, quotation.to + 1)) {
        to = at - 1
        break
      }
      const after = Math.max(at, Math.min(end, quotation.to)) + 1
      // "They want to “go on,” | Ms Reed said", "He defends it: | “We go on,” he says": the words that follow say whose it is.
      if (after < end && isMainClause(after, cues)) {
        to = syntax.word(at - 1) === ':' ? at - 1 : after
        break
      }
      // "Ms Reed, who calls it “weak,” | said", "For one who calls it “weak,” | Ms Reed did well": behind the clause its noun, or a new one.
      if (cue.subject?.by === 'relative' && syntax.word(after - 2) === ',' && after < end && goesOnWithout(syntax, after)) {
        to = after
        break
      }
      if (leadsToOwnWords(syntax, after, end) || (syntax.word(after - 2) === ',' && isNamedBehind(syntax, after))) {
        to = after
        break
      }
      // "the mayor, whom he called “weak,” | or", "what she called a “swamp,” | voiced": somebody's word for what was spoken of.
      if (syntax.word(after - 2) === ',' && syntax.quotationAt(after) < 0 && cue.subject?.by === 'before' && cue.frames.has('judge') && /^(?:whom|what|which|who)$/u.test(syntax.word(cue.unit.from - 1))) {
        to = after
        break
      }
      // "told them it was “over,” | though he refused to go": the comma inside the marks, and the article's own word.
      if (syntax.word(after - 2) === ',' && /^(?:though|although)$/u.test(syntax.word(after)) && syntax.quotationAt(after) < 0) {
        to = after
        break
      }
      // "the crowd, chanting “…,” | filled the square", "said it was “the best,” | and left": the comma, and a verb of the sentence's own.
      const own = syntax.word(after - 2) === ',' && syntax.quotationAt(after) < 0 ? syntax.verbAt(/^(?:and|but|then)$/u.test(syntax.word(after)) ? after + 1 : after) : undefined
      if (own?.form === 'finite' && (own.from === after ? cue.verb.form === 'participle' : own.from === after + 1)) {
        to = after
        break
      }
      // "anybody who wants to win | “owes it to them”"
      if (cue.subject?.by === 'relative' && !clause && at === quotation.from - 1 && syntax.verbAt(quotation.from)?.from === quotation.from && syntax.verbAt(quotation.from)?.form === 'finite') {
        to = at
        break
      }
      // "hailed it as “fantastic,” | telling reporters", "called it “fantastic,” | the crowd cheered": the comma inside the marks.
      const comma = syntax.word(after - 2) === ',' && syntax.quotationAt(after) < 0
      const next = cues.get(after)
      if (comma && ((next?.verb.form === 'participle' && !next.verb.passive) || isAccordingTo(syntax, after) || (cue.frames.has('judge') && !cue.frames.has('say') && isNewSubject(syntax, after)))) {
        to = after
        break
      }
      at = after - 1
      continue
    }
    // "the deal that Kelt threatens to suspend | was signed"
    const own = opening === 'infinitive' && syntax.verbAt(at - 1)?.form === 'infinitive' ? syntax.verbAt(at) : undefined
    if (own?.form === 'finite' && own.from === at && syntax.token(at)?.tag === 'AUX') {
      to = at
      break
    }
    const charge = chargeBehind(syntax, cue, from, at)
    if (charge !== undefined) at = charge
    else if (isCut(syntax, cue, at, cues) || (short && isClauseEnd(syntax, from, at, end) && !isAside(syntax, cue, at, end) && !isAccompanied(syntax, from, at, cues)) || (!clause && (isNewClause(syntax, at) || isMainVerb(syntax, cue, at)))) {
      to = at
      break
    }
  }
  return trimmed(syntax, { from, to })
}

/** "will urge Mr Hale, from a friend’s point of view, to go": what stands between the commas ends nothing. */
function isAside(syntax: Syntax, { frames }: VerbCue, comma: number, end: number): boolean {
  if (!frames.has('will') || syntax.word(comma) !== ',') return false
  for (let at = comma + 1; at < Math.min(end, comma + 12); at++) {
    if (syntax.word(at) === ',') return syntax.verbAt(at + 1)?.form === 'infinitive' && syntax.word(at + 1) === 'to'
    if (syntax.verbAt(at)?.form === 'finite') return false
  }
  // "…, from a friend’s point of view, | to go": the second comma.
  return syntax.word(comma + 1) === 'to' && syntax.verbAt(comma + 1)?.form === 'infinitive' && hasCommaBefore(syntax, comma)
}

/** "accused the army of bombing one town, while sparing another": what goes with a deed that is told belongs to it. */
function isAccompanied(syntax: Syntax, from: number, at: number, cues: Cues): boolean {
  const joint = syntax.word(at) === ',' ? at + 1 : at
  if (!/^(?:while|after|before|when|since)$/u.test(syntax.word(joint))) return false
  const verb = syntax.verbAt(joint + 1)
  if (verb?.form !== 'participle' || verb.from !== joint + 1 || cues.has(verb.from)) return false
  for (let before = at - 1; before > Math.max(from, at - 25); before--) if (syntax.verbAt(before)) return true
  return isGerund(syntax, from, at)
}

/** "of bombing", where the tagger has a noun. */
function isGerund(syntax: Syntax, from: number, to: number): boolean {
  for (let at = Math.max(from, to - 25); at < to; at++) if (/^(?:of|for)$/u.test(syntax.word(at)) && syntax.word(at + 1).endsWith('ing')) return true
  return false
}

function hasCommaBefore(syntax: Syntax, comma: number): boolean {
  const { from: start } = syntax.sentenceAt(comma)
  for (let at = comma - 1; at > Math.max(start, comma - 12); at--) if (syntax.word(at) === ',') return true
  return false
}

/** Whether somebody else's words, or other words of the same speaker, begin at `at`. */
function isCut(syntax: Syntax, cue: VerbCue, at: number, cues: Cues): boolean {
  const word = syntax.word(at)
  if (word === ',' || isDash(word)) {
    const next = afterAdverbs(syntax, at + 1)
    const other = cues.get(next)
    if (other?.verb.form === 'participle' && !other.verb.passive) return true
    if ((isAccordingTo(syntax, at + 1) && syntax.word(at - 1) !== 'that') || (word === ',' && isUnder(syntax, cue) && (isNewSubject(syntax, at + 1) || isSubjectOfCue(at + 1, cues) || isBehindOccasion(syntax, at + 1, cues)))) return true
    // "…, without giving details": what is not said.
    if (syntax.word(at + 1) === 'without' && /^(?:giving|naming|elaborating|offering|providing|citing|specifying|saying|explaining|identifying|mentioning|presenting|producing)$/u.test(syntax.word(at + 2))) return true
    // "The board, saying it was too low, refused", "refused, saying it was too low, and raised its forecast": the sentence's own verb.
    if (cue.verb.form === 'participle' && word === ',' && isOwnVerb(syntax, cue, at + 1)) return true
    // "Mr Hale, who thinks it lost, called for …"
    if (cue.subject?.by === 'relative' && syntax.verbAt(next)?.form === 'finite') return true
    // "…, to which Ms Reed replied"
    if (isDescribed(syntax, at + 1, cues) || isAccompaniment(syntax, at + 1, cues)) return true
    if (/^(?:which|whom)$/u.test(syntax.word(at + 2)) && syntax.token(at + 1)?.tag === 'ADP' && hasSayingBefore(syntax, at + 3, cues)) return true
    // "urged them to stay, allegations that the town rejects": what the article calls it.
    if (word === ',' && /^(?:claims|allegations|accusations|charges|suggestions)$/u.test(syntax.word(at + 1)) && /^(?:that|which|he|she|they|it|denied|rejected)$/u.test(syntax.word(at + 2))) return true
    if (joints.has(syntax.word(at + 1))) return isCutJoined(syntax, cue, at + 1, cues)
    return isMainClause(at + 1, cues)
  }
  // "dismissed rumours that he would go | by tweeting that …"
  if (word === 'by' && cues.get(at + 1)?.verb.form === 'participle') return true
  // "an official who came to discuss the plan | said"
  const main = cues.get(at)
  if (main?.verb.form === 'finite' && main.subject?.by === 'before' && main.subject.from < cue.from && cue.from < main.subject.to) return true
  // "calls it what it is | (Ann Reed once said, “…”)"
  if (word === '(' && isSubjectOfCue(at + 1, cues)) return true
  if (word === ';') return hasSayingBefore(syntax, at + 1, cues)
  // "said she had rung her | and that the two agreed": one goes on.
  if (word === 'and' && syntax.word(at + 1) === 'that' && syntax.token(at + 1)?.tag === 'SCONJ' && isFirstCue(cue, cues)) return false
  return joints.has(word) && isCutJoined(syntax, cue, at, cues)
}

/** A finite verb, also behind "and" or "but", that goes on with the subject of a participle that commas set in. */
function isOwnVerb(syntax: Syntax, { subject, verb, to }: VerbCue, from: number): boolean {
  if (syntax.word(verb.from - 1) !== ',' || (subject?.by !== 'shared' && subject?.by !== 'before')) return false
  for (let at = to; at < from - 1; at++) if (syntax.word(at) === ',' && syntax.quotationAt(at) < 0) return false
  const first = /^(?:and|but)$/u.test(syntax.word(from)) ? from + 1 : from
  const own = syntax.verbAt(first)
  // "…, distracted from his work": no verb of the sentence's own.
  return own?.form === 'finite' && own.from === first && own.modal === undefined && !(own.from === own.head && /(?:ed|en|wn)$/u.test(syntax.word(own.head)) && syntax.token(own.to)?.tag === 'ADP')
}

/** Whether no other cue stands before it in its sentence, in whose words it may stand. */
function isFirstCue({ from }: VerbCue, cues: Cues): boolean {
  for (const [at] of cues) if (at < from) return false
  return true
}

function isAccordingTo(syntax: Syntax, at: number): boolean {
  return syntax.word(at) === 'according' && syntax.word(at + 1) === 'to'
}

/** "After Mr Hale refused to go, | Ms Reed blamed him": the first word of the sentence puts the clause of the cue under another. */
function isUnder(syntax: Syntax, { subject, unit, verb }: VerbCue): boolean {
  const { from: opening } = syntax.sentenceAt(verb.head)
  const start = /^(?:and|but)$/u.test(syntax.word(opening)) ? opening + 1 : opening
  // "Although in March she said …"
  const noun = syntax.token(start + 1)?.tag === 'ADP' ? syntax.nounAt(start + 2) : undefined
  const first = noun?.from === start + 2 && isTime(syntax, noun) ? noun.to : start + 1
  return subject?.by === 'before' && unit.from === first && /^(?:after|when|while|although|though|because|since|once|if|as)$/u.test(syntax.word(start))
}

/** "Ms Reed, a judge, blamed": the first cue behind has its subject here. */
function isSubjectOfCue(from: number, cues: Cues): boolean {
  for (let at = from; at < from + 12; at++) {
    const other = cues.get(at)
    if (other) return other.unit.from === from && other.subject?.by === 'before' && other.verb.form === 'finite'
  }
  return false
}

/** "…, at the town hall this week | Ms Reed said": when and where, and the subject of a cue. */
function isBehindOccasion(syntax: Syntax, from: number, cues: Cues): boolean {
  let at = from
  for (let steps = 0; steps < 3; steps++) {
    const isPlace = syntax.token(at)?.tag === 'ADP'
    const noun = syntax.nounAt(isPlace ? at + 1 : at)
    if (!noun || noun.from !== (isPlace ? at + 1 : at) || (!isPlace && !isTime(syntax, noun))) break
    at = noun.to
  }
  return at > from && isSubjectOfCue(syntax.word(at) === ',' ? at + 1 : at, cues)
}

/** A noun phrase and its finite verb: a clause of its own. */
function isNewSubject(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  return noun?.from === at && syntax.verbAt(noun.to)?.form === 'finite'
}

function goesOnWithout(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  return syntax.verbAt(noun?.from === at ? noun.to : at)?.form === 'finite'
}

/** "he says", "says Ms Reed", right behind a quotation. */
function saysBehind(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  const verb = syntax.verbAt(noun?.from === at ? noun.to : at)
  const says = verb?.form === 'finite' ? frames.get(syntax.token(verb.head)?.lemma ?? '') : undefined
  return verb !== undefined && (says?.has('say') === true || says?.has('tell') === true) && (noun?.from === at || syntax.nounAt(verb.to)?.from === verb.to)
}

/** "…, with one of her leaflets asking": another’s words beside what is done. */
function isAccompaniment(syntax: Syntax, at: number, cues: Cues): boolean {
  if (syntax.word(at) !== 'with') return false
  for (let next = at + 2; next < at + 12; next++) {
    const other = cues.get(next)
    if (other) return other.verb.form === 'participle' && other.subject?.from === at + 1 && (other.frames.has('say') || other.frames.has('tell'))
  }
  return false
}

/** "…,” a line that draws cheers": what the article calls the words. */
function isNamedBehind(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  return noun?.from === at && syntax.token(at)?.tag === 'DET' && wordsFor.has(syntax.word(noun.head)) && syntax.verbAt(noun.to)?.form !== 'finite'
}

const wordsFor = new Set(['line', 'remark', 'comment', 'claim', 'statement', 'phrase', 'charge', 'reference', 'message', 'slogan', 'promise', 'pledge', 'refrain', 'accusation', 'assertion', 'description', 'jab', 'swipe', 'sentiment', 'suggestion', 'warning'])

/** "…, but he gave her a compliment: “…”": a colon and words of their own behind a new subject; the marks before it are the end of what was said. */
function leadsToOwnWords(syntax: Syntax, joint: number, end: number): boolean {
  if (!/^(?:and|but|then|while)$/u.test(syntax.word(joint)) || !isNewSubject(syntax, joint + 1)) return false
  for (let at = joint + 1; at < end; at++) {
    if (syntax.word(at) === ':') return syntax.quotation(at + 1)?.from === at + 2 && /^\p{Lu}/u.test(syntax.token(at + 2)?.text ?? '')
    if (syntax.quotationAt(at) >= 0 || /^[,;]$/u.test(syntax.word(at))) return false
  }
  return false
}

/** "Mr Hale, whom she called “weak”": somebody’s word for what was spoken of. */
function isDescribed(syntax: Syntax, at: number, cues: Cues): boolean {
  if (!/^(?:which|whom|who)$/u.test(syntax.word(at))) return false
  const noun = syntax.nounAt(at + 1)
  const cue = noun?.from === at + 1 ? cues.get(noun.to) : undefined
  if (!cue || cue.subject?.from !== noun?.from) return false
  const next = syntax.word(cue.to) === 'as' ? cue.to + 1 : cue.to
  return syntax.quotationAt(next) >= 0 || syntax.quotationAt(next + 1) >= 0
}

/** "When asked about the plan, Ms Reed said …": the comma before the words of the main clause. */
function isMainClause(from: number, cues: Cues): boolean {
  for (let at = from; at < from + 12; at++) {
    const other = cues.get(at)
    if (!other) continue
    return other.unit.from === from && (other.subject?.by === 'before' || (at === from && other.subject?.by === 'behind' && !other.verb.passive)) && other.verb.modal === undefined && (other.frames.has('say') || other.frames.has('tell')) && other.verb.form === 'finite'
  }
  return false
}

const joints = new Set(['and', 'but', 'while', 'though', 'although', 'whereas', 'as', 'then', 'yet', 'before', 'after'])

function hasSayingBefore(syntax: Syntax, from: number, cues: Cues): boolean {
  for (let at = from; at < from + 25 && !/^[;.]$/u.test(syntax.word(at)); at++) if (cues.get(at)?.frames.has('say')) return true
  return false
}

/** "vowed to go | and he has long prepared for it" */
function isNewClause(syntax: Syntax, at: number): boolean {
  if (!/^(?:and|but)$/u.test(syntax.word(at))) return false
  return isNewSubject(syntax, at + 1)
}

/** "people who backed the plan | sounded tired": behind a relative clause its noun's own verb. */
function isMainVerb(syntax: Syntax, cue: VerbCue, at: number): boolean {
  const verb = cue.subject?.by === 'relative' ? syntax.verbAt(at) : undefined
  return verb !== undefined && verb.from === at && verb.form === 'finite' && syntax.token(at - 1)?.tag !== 'PRON' && !/^(?:that|which|who|and|or)$/u.test(syntax.word(at - 1))
}

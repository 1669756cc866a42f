// Whether a clause begins somewhere that no "that" opens: a subject and its verb, whatever stands between.
import { bindsContent } from '../lexicon/cue-nouns.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { relatives } from '../whole-phrase.ts'
import { isNameInside } from './title.ts'

/** Whether a subject and a finite verb begin here: "the army had left", "on Monday the army left". */
export function clauseAt(syntax: Syntax, from: number, end: number): boolean {
  let nouns = /^(?:DET|PRON|ADJ)$/u.test(syntax.token(from)?.tag ?? '') && syntax.quotationAt(from + 1) >= 0 ? 1 : 0
  let commas = 0
  // Behind a participle that is set in: "the law, dubbed".
  let named = false
  for (let at = from; at < Math.min(end, from + 30); at++) {
    const token = syntax.token(at)
    if (!token) return false
    // "said the plan “amounts to …": the verb stands inside the quotation.
    const quotation = syntax.quotation(at)
    if (quotation && named) {
      at = quotation.to
      continue
    }
    if (quotation) return nouns > 0 && syntax.word(quotation.from - 2) !== '(' && !isNameInside(syntax, quotation)
    const verb = syntax.verbAt(at)
    if (verb) {
      // "learning at the university and was not there": of what stands before.
      if (verb.form === 'finite' && nouns > 0 && syntax.token(from)?.tag === 'ADP' && /^(?:and|or)$/u.test(syntax.word(verb.from - 1))) return false
      if (verb.form === 'finite' && !(syntax.word(verb.from - 1) === ',' && isReducedAt(syntax, verb.from, end))) return nouns > 0 && !/^(?:who|which|that)$/u.test(syntax.word(verb.from - 1))
      // "said her refusal to go | was a mistake"
      if (verb.form === 'infinitive' && !bindsContent(syntax.word(verb.from - 1), 'to')) return false
      named ||= verb.form === 'finite'
      at = verb.to - 1
      continue
    }
    const noun = syntax.nounAt(at)
    if (noun) {
      nouns++
      at = noun.to - 1
    } else if (token.tag === 'PRON' || (token.tag === 'DET' && syntax.verbAt(at + 1))) nouns++
    else if (/^[;:.?!]$/u.test(token.lower) || isDash(token.lower)) return false
    else if (token.lower === ',' && nouns > 0 && isReducedAt(syntax, at + 1, end)) commas++
    else if (token.lower === ',' && nouns > 0 && !syntax.nounAt(at + 1)) return nouns > 1 && commas > 0 && syntax.verbAt(at + 1)?.form === 'finite'
    // "announced his plan last year, | he has said": the next clause has a subject of its own.
    else if (token.lower === ',' && syntax.token(from)?.tag !== 'ADP' && beginsClause(syntax, at + 1)) return false
    // "said Mr Hale, the mayor, came": the clause goes on behind the second comma.
    else if (token.lower === ',') commas++
    else if (/^(?:who|which|whose)$/u.test(token.lower) || (nouns > 0 && at > from && /^(?:when|because)$/u.test(token.lower))) return false
    else if (token.tag === 'SCONJ' && at > from) return false
  }
  return false
}

/** "the man, who was 46, | had been arrested", "people who want to leave | should go": a subject, with clauses that hang on it, and its verb. */
export function isClauseAround(syntax: Syntax, from: number, end: number): boolean {
  // Verbs of such clauses that are still to come.
  let under = 0
  for (let at = from; at < Math.min(end, from + 40); at++) {
    const token = syntax.token(at)
    if (!token || syntax.quotationAt(at) >= 0 || /^[;:.?!]$/u.test(token.lower) || isDash(token.lower)) return false
    if (relatives.has(token.lower) || (token.lower === 'that' && at > from && syntax.nounAt(at - 1)?.to === at)) {
      under++
      continue
    }
    if (token.tag === 'SCONJ' || (token.lower === ',' && (/^(?:and|but|or|so|while|as|when)$/u.test(syntax.word(at + 1)) || (under === 0 && !relatives.has(syntax.word(at + 1)) && beginsClause(syntax, at + 1))))) return false
    const verb = syntax.verbAt(at)
    if (!verb) continue
    const isJoined = /^(?:and|or|but)$/u.test(syntax.word(verb.from - 1))
    if (verb.form === 'finite' && !isJoined) {
      if (under === 0) return at > from
      under--
    }
    at = verb.to - 1
  }
  return false
}

/** "the law, dubbed “…” by its backers, | would …": a participle behind a comma, and the verb behind the next. */
function isReducedAt(syntax: Syntax, from: number, end: number): boolean {
  const verb = syntax.verbAt(from)
  if (!verb || verb.from !== from || from !== verb.head || !/(?:ed|en|wn)$/u.test(syntax.word(from))) return false
  for (let at = from + 1; at < end; at++) if (syntax.word(at) === ',' && syntax.quotationAt(at) < 0) return syntax.verbAt(at + 1)?.form === 'finite'
  return false
}

function beginsClause(syntax: Syntax, at: number): boolean {
  const noun = syntax.nounAt(at)
  return noun !== undefined && noun.from === at && syntax.verbAt(noun.to)?.form === 'finite'
}

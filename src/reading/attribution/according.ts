// Sources that "according to" and "in the words of" name, with what is told of them behind the name.
import type { Attributed, NounPhrase } from '../draft.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { endOfGrown } from '../whole-phrase.ts'
import { hasVerb, trimmed } from './trimmed.ts'

type Found = Omit<Attributed, 'quotations'>

/** "According to Ms Reed, …", "…, according to Ms Reed". */
export function accordingTo(syntax: Syntax, at: number, start: number, end: number): Found | undefined {
  if (syntax.word(at) !== 'according' || syntax.word(at + 1) !== 'to') return undefined
  const noun = syntax.nounAt(at + 2)
  if (!noun || noun.from !== at + 2) return undefined
  const to = behindTrait(syntax, behindName(syntax, noun, endOfGrown(syntax, noun, end), end), end)
  const cue = { from: at, to: at + 2, head: at }
  const before = trimmed(syntax, { from: start, to: syntax.word(at - 1) === '(' ? at - 1 : at })
  const behind = trimmed(syntax, { from: syntax.word(to) === ')' ? to + 1 : to, to: end })
  // "She was ill, but according to her biographer, | she sang": the clause that "but" begins.
  const isJoined = /^(?:and|but|so|yet|while|because|though|although)$/u.test(syntax.word(at - 1)) && syntax.word(to) === ',' && hasVerb(syntax, behind)
  // "said that, according to its count, the party won": the clause that "that" begins.
  const opens = isJoined || before.to <= before.from || (at - start < 3 && /^(?:and|but|so|still)$/u.test(syntax.word(start))) || /^that(?: ,)?$/u.test(syntax.word(at - 1) === ',' ? `${syntax.word(at - 2)} ,` : syntax.word(at - 1))
  // "a report which, according to the paper, warned of cracks": the clause that "which" begins.
  const relative = /^(?:which|who)$/u.test(syntax.word(at - 2)) && syntax.word(at - 1) === ',' && syntax.word(to) === ',' ? { from: at - 2, to: at - 1 } : undefined
  if (relative) {
    let close = to + 1
    while (close < end && !(syntax.word(close) === ',' && syntax.quotationAt(close) < 0)) close++
    return { source: { from: noun.from, to, head: noun.head }, cue, content: [relative, trimmed(syntax, { from: to, to: close })], rule: 'ACCORDING_TO', reason: '“According to” names whose words these are.', confidence: 0.9 }
  }
  const content = opens ? [behind] : (syntax.word(to) === ',' || syntax.word(to) === ')' || isDash(syntax.word(to))) && to + 1 < end && !hasVerb(syntax, before) ? [before, behind] : [before]
  if (content.every(stretch => stretch.to <= stretch.from)) return undefined
  return { source: { from: noun.from, to, head: noun.head }, cue, content, rule: 'ACCORDING_TO', reason: '“According to” names whose words these are.', confidence: 0.95 }
}

/** "In the words of the mayor, “…”". */
export function inWordsOf(syntax: Syntax, at: number, end: number): Found | undefined {
  if (syntax.word(at) !== 'in' || syntax.word(at + 1) !== 'the' || syntax.word(at + 2) !== 'words' || syntax.word(at + 3) !== 'of') return undefined
  const noun = syntax.nounAt(at + 4)
  if (!noun || noun.from !== at + 4) return undefined
  const to = behindName(syntax, noun, endOfGrown(syntax, noun, end), end)
  const mark = /^[,:]$/u.test(syntax.word(to)) ? to + 1 : to
  const quotation = syntax.quotation(mark)
  if (!quotation || quotation.from > mark + 1) return undefined
  return { source: { from: noun.from, to, head: noun.head }, cue: { from: at, to: at + 4, head: at + 2 }, content: [{ from: quotation.from, to: quotation.to }], rule: 'IN_WORDS_OF', reason: '“In the words of” names whose words these are.', confidence: 0.95 }
}

/** "according to the coach, Ola Berg, …": the name of whoever the words before the comma describe belongs to them. */
function behindName(syntax: Syntax, { head }: NounPhrase, to: number, end: number): number {
  const token = syntax.token(head)
  // "Sen. Tom Hale, R-Texas, …"
  if (token?.tag === 'PROPN' && syntax.word(to) === ',' && /^[DIR]-\p{Lu}/u.test(syntax.token(to + 1)?.text ?? '') && /^[,.]?$/u.test(syntax.word(to + 2))) return to + 2
  // "the accused, a crane driver aged 46, …"
  if (token?.tag === 'NOUN' && syntax.word(to) === ',' && /^an?$/u.test(syntax.word(to + 1))) {
    for (let at = to + 2; at < Math.min(end, to + mostOfTrait); at++) {
      if (syntax.word(at) === ',') return kindOfSpeaker(syntax.token(syntax.nounAt(to + 2)?.head ?? -1)?.lemma ?? '', '') === 'PERSON' ? at : to
      if ((syntax.verbAt(at)?.form === 'finite' && syntax.word(at) !== 'aged') || syntax.quotationAt(at) >= 0) break
    }
  }
  const name = syntax.word(to) === ',' ? syntax.nounAt(to + 1) : undefined
  if (token?.tag !== 'NOUN' || token.lower !== token.lemma || kindOfSpeaker(token.lemma, token.lower) !== 'PERSON') return to
  if (!name || name.from !== to + 1 || syntax.token(name.head)?.tag !== 'PROPN' || !/^[,.]$/u.test(syntax.word(name.to)) || syntax.verbAt(name.to + 1)?.form === 'finite') return to
  const last = endOfGrown(syntax, name, end)
  // "Ola Berg, QC, …"
  return syntax.word(last) === ',' && /^\p{Lu}{2,4}$/u.test(syntax.token(last + 1)?.text ?? '') && syntax.word(last + 2) === ',' ? last + 2 : last
}

/** Words of such a clause, at most. */
const mostOfTrait = 16

/** "according to two officials | briefed on the matter, …", "people | familiar with the talks, …", "interviews | with his friends, …": what they are belongs to them, up to the comma. */
function behindTrait(syntax: Syntax, to: number, end: number): number {
  const { tag, lower = '' } = syntax.token(to) ?? {}
  if (!/^(?:familiar|close|privy|aware|with|from|for|by|on|in|at|during)$/u.test(lower) && !(/^(?:VERB|ADJ)$/u.test(tag ?? '') && /(?:ed|ing|sent|held|shown|given)$/u.test(lower))) return to
  for (let at = to + 1; at < Math.min(end, to + mostOfTrait); at++) {
    if (syntax.word(at) === ',') return at
    // "minutes of a meeting on 3 March seen by the paper"
    if ((syntax.verbAt(at)?.form === 'finite' && syntax.word(at + 1) !== 'by') || syntax.quotationAt(at) >= 0) return to
  }
  return to
}

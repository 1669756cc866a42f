// Whether what a clause tells is told as done.
import type { Modality } from '../../model/vocabulary.ts'
import type { Clause } from '../clauses/clause.ts'
import type { Draft, NounPhrase } from '../draft.ts'
import { firstFrom } from '../first-from.ts'
import { rejecting } from '../lexicon/complements.ts'
import { claiming, holdingBack, implying, planning, presupposing } from '../lexicon/governing-verbs.ts'
import { isNegation } from '../passes/03-phrases.ts'
import { isClosingMark } from '../syntax.ts'
import { lemmasOf } from './patterns.ts'

export function modalityOf(draft: Draft, clauses: readonly Clause[], clause: Clause): Modality {
  let told: Modality | undefined
  let formal: Modality | undefined
  let below: Clause | undefined
  const seen = new Set<Clause>()
  for (let at: Clause | undefined = clause; at && !seen.has(at); at = at.governor === undefined ? undefined : clauses[at.governor]) {
    seen.add(at)
    if (isNegated(draft, at) || isMissed(draft, at) || isOfNobody(draft, at) || (at !== clause && isRuledOut(draft, at))) return 'NEGATED'
    const leading = leadingOf(draft.tokens, clauses, at)
    if (leading && isNegated(draft, leading)) return 'NEGATED'
    const modal = at.verb.modal ?? (leading && (leading.verb.modal ?? loneModal(draft.tokens, leading)))
    const head = draft.tokens[at.verb.head]
    const lemmas = head ? lemmasOf(head) : []
    // "refused to say whether Reed would meet Hale": not told either way.
    if (isQuestioned(draft.tokens, at)) return 'POSSIBLE'
    // "went on to attack" did.
    const goesOn = lemmas.includes('go') && draft.tokens[at.verb.to]?.lower === 'on'
    // "rejected calls to resign", "denied plans to attack"
    if (below?.noun && lemmas.some(lemma => rejecting.has(lemma) || /^(?:resist|ignore|rebuff)$/u.test(lemma))) return 'NEGATED'
    below = at
    const outer = at === clause || goesOn ? undefined : planning.find(({ verbs }) => lemmas.some(lemma => verbs.has(lemma)))?.modality
    if (outer === 'NEGATED') return outer
    told ??= outer ?? (modal === undefined ? undefined : isGuessed(draft.tokens, at.verb) ? 'POSSIBLE' : (modals.get(modal) ?? 'POSSIBLE'))
    const form = inItsForm(draft, clauses, at)
    if (form === 'NEGATED') return form
    formal ??= form
  }
  // "urged to leave" is asked for, though its "to" alone would be a plan.
  return told ?? formal ?? 'ACTUAL'
}

/** "whether Reed |", "whether or not Reed |" */
function isQuestioned(tokens: Draft['tokens'], { subjects, verb }: Clause): boolean {
  const first = Math.min(subjects[0]?.from ?? verb.from, verb.from)
  return tokens[first - 1]?.lower === 'whether' || (tokens[first - 1]?.lower === 'not' && tokens[first - 3]?.lower === 'whether')
}

const modals: ReadonlyMap<string, Modality> = new Map([
  ...['will', 'would', 'shall', '’ll', "'ll", '’d', "'d"].map(modal => [modal, 'PLANNED'] as const),
  ...['should', 'must'].map(modal => [modal, 'REQUESTED'] as const),
])

/** "will bomb" of "will bomb Harl and | invade Kelt": what a bare verb goes on with. */
function leadingOf(tokens: Draft['tokens'], clauses: readonly Clause[], { verb, joined }: Clause): Clause | undefined {
  for (let at = joined; at !== undefined && isBare(tokens, verb); at = clauses[at]?.joined) {
    const first = clauses[at]
    if (first && ((first.verb.from < first.verb.head && isBareForm(tokens, first.verb)) || loneModal(tokens, first) !== undefined)) return first
  }
  return undefined
}

/** "may" of "may free Harl and | kill": its own verb is another word to the tagger. */
function loneModal(tokens: Draft['tokens'], { verb }: Clause): string | undefined {
  const word = tokens[verb.head]?.lower ?? ''
  return /^(?:can|could|may|might|must|shall|should|will|would)$/u.test(word) ? word : undefined
}

function isBare(tokens: Draft['tokens'], verb: Clause['verb']): boolean {
  return verb.from === verb.head && verb.form === 'finite' && isBareForm(tokens, verb)
}

function isBareForm(tokens: Draft['tokens'], { head }: Clause['verb']): boolean {
  const token = tokens[head]
  return token?.tag === 'VERB' && token.lower === token.lemma
}

/** "became the first woman to lead Kelt" did. */
function isAchieved(tokens: Draft['tokens'], clauses: readonly Clause[], noun: NounPhrase): boolean {
  if (!tokens.slice(noun.from, noun.head).some(({ lower }) => firsts.has(lower))) return false
  const outer = clauses[firstFrom(clauses, noun.from, ({ verb }) => verb.from) - 1]
  return outer?.arguments.some(({ preposition, phrases }) => preposition === undefined && phrases.includes(noun)) === true && outer.verb.form === 'finite' && outer.verb.modal === undefined && !outer.verb.negated && /^(?:is|was|became)$/u.test(tokens[outer.verb.head]?.lower ?? '')
}

const firsts: ReadonlySet<string> = new Set(['first', 'second', 'third', 'last', 'latest', 'only', 'youngest', 'oldest'])

/** "must have attacked", "would have attacked"; "will have attacked" is to come. */
function isGuessed(tokens: Draft['tokens'], { from, head, modal }: Clause['verb']): boolean {
  if (modal === undefined || /^(?:will|shall|['’]ll)$/u.test(modal)) return false
  for (let at = from; at < head; at++) if (tokens[at]?.lower === 'have') return true
  return false
}

/** What is "to" be done is not told as done: "efforts to destroy", "flew to meet"; but "continued to send". */
function inItsForm({ tokens, sentences }: Draft, clauses: readonly Clause[], clause: Clause): Modality | undefined {
  const { verb, governor, noun, conditional } = clause
  if (conditional || isOnlyLikely(tokens, clause) || isJoinedToLikely(tokens, clauses, clause) || isUnderIf(tokens, sentences, verb.head) || isInverted(tokens, clause) || isAsked(tokens, sentences[tokens[verb.head]?.sentence ?? -1]?.to ?? 0)) return 'POSSIBLE'
  if (isSubjunctive(tokens, clauses, clause)) return 'REQUESTED'
  for (let at = verb.from + 1; at < verb.head; at++) {
    if (tokens[at]?.lower === 'to') return tokens[at - 1]?.lower === 'had' ? (tokens[at + 1]?.lower === 'have' ? 'POSSIBLE' : undefined) : tokens[at - 1]?.lemma === 'have' ? 'REQUESTED' : 'PLANNED'
  }
  // "stopped Kelt joining"
  if (verb.form === 'participle' && noun && /^(?:stop|prevent)$/u.test(tokens[noun.from - 1]?.lemma ?? '')) return 'NEGATED'
  if (verb.form === 'participle') return behindPreposition(tokens, clauses, verb.from, governor)
  if (verb.form !== 'infinitive' || isPerfect(tokens, verb)) return undefined
  if (noun && isAchieved(tokens, clauses, noun)) return undefined
  if (noun) return trials.has(tokens[noun.head]?.lemma ?? '') ? 'POSSIBLE' : 'PLANNED'
  const outer = clauses[governor ?? -1]
  const head = outer && tokens[outer.verb.head]
  return head && lemmasOf(head).some(lemma => implying.has(lemma)) ? undefined : 'PLANNED'
}

/** "is said to have attacked": as done, in the words of whoever says so. */
export function isPerfect(tokens: Draft['tokens'], { form, from, head }: Clause['verb']): boolean {
  return form === 'infinitive' && head > from + 1 && tokens[from]?.lower === 'to' && tokens[from + 1]?.lower === 'have'
}

/** "Had Kelt attacked Harl, …" */
function isInverted(tokens: Draft['tokens'], { subjects }: Clause): boolean {
  const before = tokens[(subjects[0]?.from ?? 0) - 1]
  return before !== undefined && /^(?:Had|Should)$/u.test(before.text) && tokens[(subjects[0]?.from ?? 0) - 2]?.sentence !== before.sentence
}

/** A question mark ends the sentence, or its quotation. */
function isAsked(tokens: Draft['tokens'], end: number): boolean {
  let at = end - 1
  while (at > end - 4 && isClosingMark(tokens[at]?.text ?? '')) at--
  return tokens[at]?.text === '?'
}

/** "demanded that Kelt withdraw": asked for, and not told as done. */
export function isSubjunctive(tokens: Draft['tokens'], clauses: readonly Clause[], { verb, subjects, reportedBy }: Clause): boolean {
  const head = tokens[verb.head]
  const first = tokens[subjects[0]?.head ?? -1]
  const outer = tokens[clauses[reportedBy ?? -1]?.verb.head ?? -1]
  if (!head || !first || !outer || verb.modal !== undefined) return false
  // "be" after "that Kelt"; of other verbs the form is that of "they withdraw", with one who does it.
  if (tokens[verb.from]?.lower === 'be') return true
  const isOne = subjects.length === 1 && (first.tag === 'PROPN' || /^(?:he|she|it)$/u.test(first.lower) || first.lower === first.lemma) && !/^(?:i|you|we|they|these|those)$/u.test(first.lower)
  return verb.from === verb.head && head.tag === 'VERB' && head.lower === head.lemma && (isOne || lemmasOf(outer).some(lemma => asking.has(lemma))) && !both.has(head.lower)
}

const asking: ReadonlySet<string> = new Set(['demand', 'insist', 'urge', 'request', 'ask', 'require', 'recommend', 'propose', 'suggest'])
/** Past forms like the bare one. */
const both: ReadonlySet<string> = new Set(['put', 'cut', 'hit', 'set', 'let', 'shut', 'cost', 'hurt', 'beat', 'split', 'quit', 'cast', 'spread', 'burst', 'come', 'become', 'run', 'overcome', 'overrun', 'bid', 'read'])

/** "without attacking" is not done, "in favour of attacking" need not be; "by attacking" is, and "accused of" says whose word it is. */
function behindPreposition(tokens: Draft['tokens'], clauses: readonly Clause[], from: number, governor: number | undefined): Modality | undefined {
  const before = tokens[from - 1]?.lower ?? ''
  if (before === 'without' || (before === 'of' && tokens[from - 2]?.lower === 'instead')) return 'NEGATED'
  const head = tokens[clauses[governor ?? -1]?.verb.head ?? -1]
  if (before === 'from' && head && lemmasOf(head).some(lemma => holdingBack.has(lemma))) return 'NEGATED'
  if (!open.has(before)) return undefined
  return head && lemmasOf(head).some(lemma => claiming.has(lemma) || presupposing.has(lemma)) ? undefined : 'POSSIBLE'
}

const open: ReadonlySet<string> = new Set(['of', 'against', 'about', 'on', 'for', 'before', 'at', 'to', 'than', 'towards', 'toward', 'over'])

const trials: ReadonlySet<string> = new Set(['attempt', 'bid', 'try'])

/** "almost attacked", "no longer attacks", "came close to attacking", "did everything but attack" */
function isMissed({ tokens }: Draft, { verb }: Clause): boolean {
  if (isAlmost(tokens, verb)) return true
  for (let at = verb.from - 1; at < verb.head; at++) if (tokens[at]?.lower === 'no' && tokens[at + 1]?.lower === 'longer') return true
  if (tokens[verb.head]?.lemma === 'come' && /^(?:close|near)$/u.test(tokens[verb.to]?.lower ?? '')) return true
  return tokens[verb.from - 1]?.lower === 'but' && /^(?:everything|anything|all)$/u.test(tokens[verb.from - 2]?.lower ?? '')
}

function isAlmost(tokens: Draft['tokens'], { from, head }: Clause['verb']): boolean {
  for (let at = from - 1; at < head; at++) if (/^(?:almost|nearly)$/u.test(tokens[at]?.lower ?? '')) return true
  return false
}

/** "ruled out attacking", "stopped short of attacking" */
function isRuledOut({ tokens }: Draft, { verb }: Clause): boolean {
  const behind = `${tokens[verb.to]?.lower ?? ''} ${tokens[verb.to + 1]?.lower ?? ''}`
  return (tokens[verb.head]?.lemma === 'rule' && behind.startsWith('out ')) || (tokens[verb.head]?.lemma === 'stop' && behind === 'short of')
}

/** "probably attacked", "Perhaps Kelt attacked" */
function isOnlyLikely(tokens: Draft['tokens'], { verb, subjects }: Clause): boolean {
  for (let at = verb.from - 1; at < verb.head; at++) if (likely.has(tokens[at]?.lower ?? '')) return true
  const first = (subjects[0]?.from ?? 0) - 1
  return likely.has(tokens[tokens[first]?.lower === ',' ? first - 1 : first]?.lower ?? '')
}

/** "probably attacked Harl and | invaded Kelt", "may have attacked Harl and | invaded Kelt", "almost attacked Harl and | invaded Kelt" */
function isJoinedToLikely(tokens: Draft['tokens'], clauses: readonly Clause[], { verb, joined }: Clause): boolean {
  for (let at = joined; at !== undefined && verb.modal === undefined; at = clauses[at]?.joined) {
    const first = clauses[at]
    if (first && (isOnlyLikely(tokens, first) || isAlmost(tokens, first.verb) || (verb.from === verb.head && isGuessed(tokens, first.verb)))) return true
  }
  return false
}

const likely: ReadonlySet<string> = new Set(['probably', 'perhaps', 'maybe', 'possibly', 'likely', 'presumably', 'conceivably', 'arguably'])

/** "If the mayor is right, Kelt attacked Harl": behind the comma of a sentence that "if" begins. */
function isUnderIf(tokens: Draft['tokens'], sentences: Draft['sentences'], head: number): boolean {
  const from = sentences[tokens[head]?.sentence ?? -1]?.from ?? head
  return tokens[from]?.lower === 'if' && head - from < longestCondition && tokens.slice(from, head).some(({ lower }) => lower === ',')
}

/** Words of a condition and what hangs on it, at most. */
const longestCondition = 40

/** "No soldier attacked", "neither Kelt nor Ostland attacked", "attacked nobody"; but "no fewer than ten soldiers attacked". */
function isOfNobody({ tokens }: Draft, { subjects, arguments: all, verb }: Clause): boolean {
  // "bought nothing from Kelt"; but "did nothing but bomb"
  if (/^(?:nothing|nobody)$/u.test(wordAt(tokens, verb.to)) && !/^(?:but|except|less|short|more)$/u.test(wordAt(tokens, verb.to + 1))) return true
  if (subjects.some(({ from }) => isNobody(tokens, from))) return true
  return all.some(({ preposition, phrases }) => (preposition === undefined || preposition === 'by') && phrases.some(({ from }) => isNobody(tokens, from)))
}

function isNobody(tokens: Draft['tokens'], from: number): boolean {
  const before = wordAt(tokens, from - 1)
  const first = wordAt(tokens, from)
  if (first === 'nobody' || first === 'none' || first === 'neither' || before === 'neither' || before === 'nor') return true
  const no = first === 'no' ? wordAt(tokens, from + 1) : before === 'no' ? first : undefined
  if (no !== undefined) return !/^(?:fewer|less|more|doubt|matter|sooner|later)$/u.test(no)
  return (before === 'not' && (first === 'one' || first === 'a')) || (first === 'not' && wordAt(tokens, from + 1) === 'one')
}

function wordAt(tokens: Draft['tokens'], at: number): string {
  return at < 0 ? '' : (tokens[at]?.lower ?? '')
}

/** "did not attack", "not to attack" */
export function isNegated({ tokens }: Draft, clause: Clause): boolean {
  const { verb } = clause
  return verb.negated || (verb.form !== 'finite' && isNegation(tokens[verb.from - 1])) || isNegatedInFront(tokens, clause)
}

/** "Never had Kelt attacked Harl", "At no time has …": what stands before an auxiliary that stands before its subject. */
function isNegatedInFront(tokens: Draft['tokens'], { subjects }: Clause): boolean {
  const at = (subjects[0]?.from ?? 0) - 1
  const { lower = '', sentence } = tokens[at] ?? {}
  if (!auxiliary.test(lower)) return false
  const words: string[] = []
  for (let before = at - 1; before >= at - 3 && tokens[before]?.sentence === sentence; before--) words.unshift(tokens[before]?.lower ?? '')
  return negation.test(words.join(' '))
}
const auxiliary = /^(?:had|has|have|did|does|do|was|were|is|are)$/u
const negation = /(?:^|\s)(?:never|nowhere|not (?:once|ever)|(?:at|in|on|under|by) no \w+|neither|nor)$/u

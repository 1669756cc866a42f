// Quotations that no verb of saying attributes: what stands right beside them tells who speaks, whatever the verb.
// “…,” beamed Tom Hale; Said Ann Reed, “…”; Mr Hale leaned in: “…”; From the report: “…”; in Ms Reed’s words, “…”.
import type { Attributed, NounPhrase, Quotation, Stretch, VerbGroup } from '../draft.ts'
import { isOfSaying } from '../lexicon/cue-nouns.ts'
import { frames } from '../lexicon/cues.ts'
import { saysSomething, speaks, subjectOf, type Subject } from '../subject.ts'
import { isDash, type Syntax } from '../syntax.ts'
import { endOfGrown, grown } from '../whole-phrase.ts'
import { behind as contentBehind } from './content.ts'
import { answers, hasOtherSense, isMute, verbCueOf } from './cue.ts'
import { endOfRest } from './quoted.ts'
import { isFigure, isNameInside } from './title.ts'

type Found = Omit<Attributed, 'quotations'>
type Headed = Stretch & { readonly head: number }

/** A shorter one is no speech, but behind a colon. */
const fewestWords = 3
/** How far from the marks a verb is looked for, in words. */
const reach = 40

/** The attribution that the words beside a quotation make; those behind it go first. */
export function besideOf(syntax: Syntax, quotation: Quotation): Found | undefined {
  if (quotation.depth > 0 || (isAWord(syntax, quotation) && !isAnswer(syntax, quotation))) return undefined
  const called = calledBy(syntax, quotation)
  if (called) return called
  if (isNameInside(syntax, quotation)) return undefined
  // The “Friends of the Market”, a group of neighbours, collected money: a name; an article titled “Who Wins Where”.
  if (/^(?:the|an?|his|her|its|their|our|titled|entitled|headlined|captioned|dubbed|nicknamed)$/u.test(syntax.word(quotation.from - 2)) || isAttribute(syntax, quotation)) return undefined
  const one = behind(syntax, quotation) ?? before(syntax, quotation)
  return one && { ...one, content: one.content.map(({ from, to }) => ({ from, to: to === quotation.to ? endOfRest(syntax, quotation) : to })) }
}

/** A name, a figure or a word at arm's length. */
function isAWord(syntax: Syntax, quotation: Quotation): boolean {
  return quotation.to - quotation.from < fewestWords || isFigure(syntax, quotation)
}

/** “replied with a single word: “Gladly.””: a sentence, however short. */
function isAnswer(syntax: Syntax, { from, to }: Quotation): boolean {
  return syntax.word(from - 2) === ':' && /^\p{L}/u.test(syntax.word(from)) && /^[.!?]$/u.test(syntax.word(to - 1))
}

/** Mr Hale has been called “the father of the harbour” by historians. */
export function calledBy(syntax: Syntax, { from, to, closed, depth }: Quotation): Found | undefined {
  if (depth > 0) return undefined
  const noun = closed && syntax.word(to + 1) === 'by' ? syntax.nounAt(to + 2) : undefined
  if (!noun || noun.from !== to + 2 || !speaks(syntax, noun.head)) return undefined
  let at = from - 2
  while (at > from - 5 && /^(?:the|an?|as|of|for)$/u.test(syntax.word(at))) at--
  const verb = syntax.verbAt(at)
  if (!verb || verb.head !== at || !(verb.passive || verb.from === verb.head) || frames.get(syntax.token(at)?.lemma ?? '')?.has('judge') !== true) return undefined
  return attributed(syntax, { from: noun.from, to: endOfGrown(syntax, noun, syntax.sentenceAt(noun.head).to), head: noun.head }, verb, { from, to })
}

/** They wear “Not This Time” badges: the noun behind the marks bears the words. */
function isAttribute(syntax: Syntax, { to, closed }: Quotation): boolean {
  return closed && syntax.token(to + 1)?.tag === 'NOUN' && /\p{L}/u.test(syntax.word(to - 1)) && syntax.verbAt(to + 2)?.form !== 'finite'
}

function behind(syntax: Syntax, { from, to, closed }: Quotation): Found | undefined {
  const { from: start, to: end } = syntax.sentenceAt(to)
  if (!closed || !(isEnd(syntax.word(to - 1)) || (syntax.word(to + 1) === ',' && from - 1 === start))) return undefined
  const at = syntax.word(to + 1) === ',' ? to + 2 : to + 1
  if (at >= end || syntax.quotationAt(at) >= 0) return undefined
  // It was “no danger,” the mayor left: into a sentence only a verb of saying reaches back.
  const opens = from - 1 <= start
  // "When Mr Reed used the words, “…,” he meant her": the marks belong to the clause that the sentence begins.
  if (!opens && syntax.word(to + 1) !== ',' && startsUnder(syntax, start, from)) return undefined
  const verb = syntax.verbAt(at)
  if (verb) {
    const noun = isDeed(syntax, verb) && verb.form === 'finite' && verb.from === at ? syntax.nounAt(verb.to) : undefined
    if (!noun || noun.from !== verb.to || !speaks(syntax, noun.head) || syntax.verbAt(noun.to)?.form === 'finite') return undefined
    return attributed(syntax, { from: noun.from, to: endOfGrown(syntax, noun, end), head: noun.head }, verb, { from, to })
  }
  const noun = syntax.nounAt(at)
  if (!noun || noun.from !== at || !speaks(syntax, noun.head)) return undefined
  const own = verbOf(syntax, noun, end)
  return own && (opens || (saysSomething(syntax, own) && !hasOtherSense(syntax, own))) ? attributed(syntax, { from: noun.from, to: endOfGrown(syntax, noun, own.from), head: noun.head }, own, { from, to }) : undefined
}

/** Whether a sentence begins with a clause under another, whose verb leads to the marks. */
function startsUnder(syntax: Syntax, start: number, from: number): boolean {
  if (!/^(?:when|while|although|though|after|because|since)$/u.test(syntax.word(start))) return false
  let leads = false
  for (let at = from - 2; at > start; at--) {
    if (syntax.quotationAt(at) >= 0 || (syntax.word(at) === ',' && at < from - 2)) return false
    leads ||= syntax.verbAt(at)?.form === 'finite'
  }
  return leads
}

/** The verb of the phrase that follows the marks: “Ms Reed, wearing a hat and “Hale” badges, said”. */
function verbOf(syntax: Syntax, noun: NounPhrase, end: number): VerbGroup | undefined {
  for (let at = noun.to; at < Math.min(end, noun.to + reach); at++) {
    const quotation = syntax.quotation(at)
    if (quotation) {
      at = quotation.to
      continue
    }
    const verb = syntax.verbAt(at)
    if (verb?.form === 'finite' && isDeed(syntax, verb) && !/^(?:who|which|that|and|but)$/u.test(syntax.word(verb.from - 1))) return verb
    if (/^[;:]$/u.test(syntax.word(at))) return undefined
    if (verb) at = verb.to - 1
  }
  return undefined
}

function before(syntax: Syntax, { from, to }: Quotation): Found | undefined {
  const mark = from - 1
  const own = syntax.sentenceAt(mark)
  // “… Here they are: ⏎ “Who began it?”: the colon is in somebody's words.
  if (mark > 0 && syntax.quotationAt(mark - 1) >= 0) return undefined
  if (mark > own.from) return leadingTo(syntax, own.from, mark, { from, to })
  // A paragraph that ends with a colon leads to the one behind it.
  const last = syntax.sentenceAt(mark - 1)
  return mark > 0 && syntax.word(mark - 1) === ':' && last.paragraph === own.paragraph - 1 ? leadingTo(syntax, last.from, mark, { from, to }) : undefined
}

/** What stands between the sentence's start and the opening mark. */
function leadingTo(syntax: Syntax, start: number, mark: number, words: Stretch): Found | undefined {
  const joint = syntax.word(mark - 1)
  const capital = /^\p{Lu}/u.test(syntax.token(words.from)?.text ?? '')
  if (joint !== ',' && !capital) return inWords(syntax, mark, words) ?? verbBefore(syntax, start, mark, words, true)
  if (joint !== ':' && !(capital && (joint === ',' || isDash(joint) || joint === 'that' || syntax.verbAt(mark - 1)?.head === mark - 1)) && !inWordsOf(syntax, mark)) return undefined
  return inverted(syntax, start, mark, words) ?? inRemark(syntax, mark, words) ?? inWords(syntax, mark, words) ?? (joint === ':' ? named(syntax, start, mark, words) : undefined) ?? verbBefore(syntax, start, mark, words)
}

/** "Said Ann Reed, who grew up here, “…”" */
function inverted(syntax: Syntax, start: number, mark: number, words: Stretch): Found | undefined {
  const verb = syntax.verbAt(start)
  const noun = verb && verb.from === start && verb.to === start + 1 ? syntax.nounAt(verb.to) : undefined
  if (!verb || !noun || noun.from !== verb.to || !speaks(syntax, noun.head)) return undefined
  return attributed(syntax, { from: noun.from, to: endOfGrown(syntax, noun, mark), head: noun.head }, verb, words)
}

function inWordsOf(syntax: Syntax, mark: number): NounPhrase | undefined {
  const last = syntax.word(mark - 1) === ',' ? mark - 2 : mark - 1
  const noun = syntax.nounAt(last)
  return noun && noun.head === last && syntax.word(last) === 'words' && syntax.word(noun.from - 1) === 'in' ? noun : undefined
}

/** "in Ms Reed’s words, “…”" */
function inWords(syntax: Syntax, mark: number, words: Stretch): Found | undefined {
  const noun = inWordsOf(syntax, mark)
  if (!noun) return undefined
  let owner = noun.head - 1
  while (owner > noun.from && !/^['’]s?$/u.test(syntax.word(owner))) owner--
  const head = owner > noun.from ? owner - 1 : noun.from
  if (!speaks(syntax, head)) return undefined
  return found({ from: noun.from, to: owner > noun.from ? owner + 1 : noun.from + 1, head }, { from: noun.from - 1, to: noun.head + 1, head: noun.head }, words)
}

/** "convicted him for his remark, “…”": the words of whose the remark is. */
function inRemark(syntax: Syntax, mark: number, words: Stretch): Found | undefined {
  const last = /^[,:]$/u.test(syntax.word(mark - 1)) ? mark - 2 : mark - 1
  const noun = syntax.nounAt(last)
  if (!noun || noun.head !== last || !/^(?:his|her)$/u.test(syntax.word(noun.from)) || !/^(?:remark|comment|claim|statement|tweet|boast|quip|joke)$/u.test(syntax.word(last)) || !/^(?:for|over|about|by|after)$/u.test(syntax.word(noun.from - 1))) return undefined
  return found({ from: noun.from, to: noun.from + 1, head: noun.from }, { from: last, to: last + 1, head: last }, words)
}

/** "From the report: “…”", "Here’s Ms Reed in 1992: “…”", "… does not surprise the pollster Tom Hale: “…”": a colon behind who speaks. */
function named(syntax: Syntax, start: number, mark: number, words: Stretch): Found | undefined {
  const colon = mark - 1
  const cue = { from: colon, to: colon + 1, head: colon }
  const leads = /^(?:from|here)$/u.test(syntax.word(start)) || (syntax.word(start) === 'more' && syntax.word(start + 1) === 'from')
  if (leads) {
    for (let at = start; at < Math.min(mark, start + 5); at++) {
      const noun = syntax.nounAt(at)
      if (noun && speaks(syntax, noun.head)) return found({ from: noun.from, to: endOfGrown(syntax, noun, colon), head: noun.head }, cue, words)
    }
  }
  const noun = syntax.nounAt(colon - 1)
  if (!noun || noun.to !== colon || !speaks(syntax, noun.head)) return undefined
  // "The plan drew a rebuke from Ms Reed: “…”"
  const word = syntax.word(noun.from - 1) === 'from' ? syntax.nounAt(noun.from - 2) : undefined
  if (word && word.to === noun.from - 1 && isOfSaying(syntax.word(word.head))) return found({ from: noun.from, to: colon, head: noun.head }, { from: word.from, to: noun.from, head: word.head }, words)
  const whole = grown(syntax, noun, start)
  if (whole.from === start) return found({ from: whole.from, to: colon, head: whole.head }, cue, words)
  // The object speaks where the subject cannot: "the surge does not surprise".
  const verb = syntax.verbAt(whole.from - 1)
  const subject = verb && subjectOf(syntax, verb)
  return syntax.token(noun.head)?.tag === 'PROPN' && subject && !speaks(syntax, subject.head) ? found({ from: whole.from, to: colon, head: whole.head }, cue, words) : undefined
}

/** The last verb before the mark whose subject can speak; a verb of saying goes first, and no other is looked at where `saying`. */
function verbBefore(syntax: Syntax, start: number, mark: number, words: Stretch, saying = false): Found | undefined {
  let other: { readonly verb: VerbGroup; readonly subject: Subject } | undefined
  for (let at = mark - 1; at >= Math.max(start, mark - reach); at--) {
    if (syntax.quotationAt(at) >= 0) {
      // Ms Reed said it was “no matter,” but he gave an answer: “…”: the marks before are of her words, and these of his.
      if (other) return attributed(syntax, other.subject, other.verb, words)
      continue
    }
    const verb = syntax.verbAt(at)
    if (!verb) continue
    at = verb.from
    // "told the council when asked": what was asked.
    if (verb.passive || !isDeed(syntax, verb) || /^(?:when|if|once)$/u.test(syntax.word(verb.from - 1))) continue
    const subject = subjectOf(syntax, verb)
    // "that keeping Mr Hale in jail will make": he is kept, and does nothing.
    // "wears a shirt that reads “…”": nobody says it.
    if (subject?.by === 'relative' && isMute(syntax, subject)) return undefined
    if (!subject || syntax.verbAt(subject.from - 1)?.form === 'participle') continue
    // "Mr Hale, whom she called “weak,” answered: “…”": her word for him. But "…, to which Mr Hale replied in a note: “…”"
    if (/^(?:whom|what|which)$/u.test(syntax.word(subject.from - 1)) && !(saysSomething(syntax, verb) && syntax.token(subject.from - 2)?.tag === 'ADP')) continue
    if (saysSomething(syntax, verb) || answers(syntax, verb)) return attributed(syntax, subject, verb, wholeOf(syntax, verb, mark, words))
    if (!saying && subject.by !== 'relative' && verb.form !== 'infinitive' && speaks(syntax, subject.head)) other ??= { verb, subject }
  }
  return other && attributed(syntax, other.subject, other.verb, words)
}

/** No mere "is", and no "Lynch" or "Sachs" of a headline. */
function isDeed(syntax: Syntax, { head }: VerbGroup): boolean {
  const token = syntax.token(head)
  return token?.tag === 'VERB' && (/^\p{Ll}/u.test(token.text) || (head === syntax.sentenceAt(head).from && !/^\p{Lu}{2}/u.test(token.text)))
}

/** "proclaimed in July – falsely – that people “cannot come”": what is said begins before the marks. */
function wholeOf(syntax: Syntax, verb: VerbGroup, mark: number, words: Stretch): Stretch {
  const cue = /^[,:]$/u.test(syntax.word(mark - 1)) ? undefined : verbCueOf(syntax, verb)
  const from = cue ? contentBehind(syntax, cue).from : mark
  return from < mark && syntax.nounAt(from) !== undefined ? { from, to: words.to } : words
}

function isEnd(word: string): boolean {
  return /^(?:[,.?!…]|\.\.+)$/u.test(word) || isDash(word)
}

function attributed(syntax: Syntax, source: Headed, verb: VerbGroup, words: Stretch): Found {
  // "does not blame him: “…”": no cue, as what is denied is not that the words were said.
  const cue = verb.negated && words.from > verb.to ? undefined : { from: verb.from, to: verb.to, head: verb.head }
  return found({ from: source.from, to: source.to, head: source.head }, cue, words, syntax.token(verb.head)?.text)
}

function found(source: Headed, cue: Headed | undefined, { from, to }: Stretch, verb?: string): Found {
  return {
    source,
    ...(cue && { cue }),
    content: [{ from, to }],
    rule: 'BESIDE_QUOTATION',
    reason: verb === undefined ? 'It stands right beside the quotation and says whose it is.' : `It stands right beside the quotation, with “${verb}” as its verb.`,
    confidence: 0.8,
  }
}

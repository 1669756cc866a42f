// Subjects that stand before what commas, dashes or brackets set in: "Ms Reed, a lawyer for the group, | said".
import type { NounPhrase, Stretch, VerbGroup } from './draft.ts'
import { isDocument } from './lexicon/documents.ts'
import { companyHeads, namedBodies } from './lexicon/name-words.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import { isDash, type Syntax } from './syntax.ts'
import { grown, isName, isTime, reach, relatives, startsClause } from './whole-phrase.ts'

interface Before extends Stretch {
  readonly head: number
  readonly by: 'before'
}

/** What is set in behind a name and says when or how is kept with it up to so many words. */
const longestAside = 8

/** "Ms Reed, a lawyer for the group, said", "Mr Hale (R-Ohio) said": the noun phrase before what is set in. */
export function beforeInsertion(syntax: Syntax, close: number, start: number, last = close): Before | undefined {
  const mark = syntax.word(close)
  const opens = (word: string): boolean => (mark === ')' ? word === '(' : mark === ',' ? word === ',' : isDash(word))
  for (let at = close - 1; at > Math.max(start, close - reach); at--) {
    const quotation = syntax.quotation(at)
    if (quotation && (quotation.to - quotation.from > 8 || last === close)) return undefined
    if (quotation || !opens(syntax.word(at))) continue
    // "Ed Reed (D), a senator, said": the name before the brackets.
    const left = mark === ',' && syntax.word(at - 1) === ')' ? openBefore(syntax, at - 1) : at
    const noun = syntax.nounAt(left - 1)
    if (!noun || noun.to !== left || isTime(syntax, noun) || isInsideAddition(syntax, noun)) continue
    if (mark === ',' && !isSetIn(syntax, at + 1, close)) continue
    // "after the vote in Ohio, Gov. Dan Hale (R), said": not what is set in, but who says it.
    const inside = mark === ',' ? syntax.nounAt(at + 1) : undefined
    const isNamed = inside?.from === at + 1 && isName(syntax, inside.head)
    // "closed in Oslo, Tom Berg, a lawyer, said"; but "Ann Reed, 30, of Kelt, Ostland, who works there, said"
    const isPlaceBefore = isNamed && syntax.word(inside.to) === ',' && syntax.token(inside.to + 1)?.tag === 'DET' && inside.to < close && syntax.token(noun.from - 1)?.tag === 'ADP' && isName(syntax, noun.head)
    const hangs = syntax.token(noun.from - 1)?.tag === 'ADP' || syntax.verbAt(noun.from - 1)?.form === 'participle'
    // "A lawyer for the company, Southern Hydro, said": the name is the company's, and who speaks stands before the preposition.
    const outer = isNamed && hangs && isBody(syntax, noun) && isBodysName(syntax, inside) ? grown(syntax, noun, start) : undefined
    if (outer && outer.head < noun.head && kindOfSpeaker(syntax.token(outer.head)?.lemma ?? '', syntax.word(outer.head)) === 'PERSON') return { from: outer.from, to: close, head: outer.head, by: 'before' }
    if (isPlaceBefore || (isNamed && (inside.to === close || syntax.word(inside.to) === '(') && hangs && !isName(syntax, noun.head))) {
      // "one of its managers, Mr Hale, said": where words and a name are one.
      const { from } = syntax.word(noun.from - 1) === 'of' ? grown(syntax, noun, start) : inside
      return { from: startsClause(syntax, from, start) ? from : inside.from, to: close, head: inside.head, by: 'before' }
    }
    const whole = grown(syntax, noun, start)
    // "Ms Reed, during a meeting in York, England, | said": who says it stands before the preposition.
    if (mark === ',' && syntax.token(whole.from - 1)?.tag === 'ADP' && syntax.word(whole.from - 2) === ',') continue
    // "an official, speaking on condition of anonymity, said": what he does meanwhile is not who he is.
    if (mark === ',' && syntax.verbAt(at + 1)?.form === 'participle') return { ...whole, by: 'before' }
    // "Ms Reed, in a long letter to the council of the town, said": how, and not who.
    if (mark === ',' && close - at > longestAside && /^(?:in|during|after|before|at|on|with|by|through)$/u.test(syntax.word(at + 1)) && isName(syntax, whole.head)) return { ...whole, by: 'before' }
    return { from: whole.from, to: mark === ',' ? (last > close ? last + 1 : close) : close + 1, head: whole.head, by: 'before' }
  }
  return undefined
}

/** "Ann Reed, a judge who last year had left it to others, | said": the name that begins the sentence, where all that stands behind it is set in. */
export function nameAtStart(syntax: Syntax, close: number, start: number): Before | undefined {
  const from = /^(?:as|but|and)$/u.test(syntax.word(start)) ? start + 1 : start
  const noun = syntax.nounAt(from)
  if (!noun || noun.from !== from || noun.to >= close || close - from > reach || syntax.word(noun.to) !== ',' || !isName(syntax, noun.head) || isTime(syntax, noun)) return undefined
  const first = syntax.token(noun.to + 1)
  const owner = first?.tag === 'PROPN' ? syntax.nounAt(noun.to + 1) : undefined
  const isOwned = owner !== undefined && syntax.token(owner.head)?.tag === 'NOUN' && owner.to === close
  if (first?.tag !== 'DET' && !/^(?:who|when|whose)$/u.test(first?.lower ?? '') && !isOwned) return undefined
  // "Ted Reed, when asked, said": when, and not who.
  return { from: noun.from, to: first?.lower === 'when' ? noun.to : close, head: noun.head, by: 'before' }
}

/** "the company", "its union" */
function isBody(syntax: Syntax, { from, head }: NounPhrase): boolean {
  const token = syntax.token(head)
  return /^(?:the|its|their|his|her)$/u.test(syntax.word(from)) && token?.tag === 'NOUN' && (namedBodies.has(token.lower) || kindOfSpeaker(token.lemma, token.lower) === 'ORGANISATION')
}

/** "Unite", "Southern Hydro": one word, or the last is one of companies. */
function isBodysName(syntax: Syntax, { from, to, head }: NounPhrase): boolean {
  return to - from === 1 || companyHeads.has(syntax.word(head)) || namedBodies.has(syntax.word(head))
}

/** The bracket that a short one closes. */
function openBefore(syntax: Syntax, close: number): number {
  return [2, 3, 4].map(back => close - back).find(at => syntax.word(at) === '(') ?? close
}

/** "after the vote, Gov. Dan Hale (R-Ohio), said": a name that begins behind a comma. */
export function nameBeforeBrackets(syntax: Syntax, close: number, start: number): Before | undefined {
  const open = openBefore(syntax, close)
  const noun = syntax.nounAt(open - 1)
  if (!noun || noun.to !== open || noun.from - 1 <= start || syntax.word(noun.from - 1) !== ',' || noun.to - noun.from <= 2 || !isName(syntax, noun.head)) return undefined
  // "The bill’s sponsor, Sen. Dan Hale (R-Ohio), said"
  const { from } = grown(syntax, noun, start)
  return { from, to: close + 1, head: noun.head, by: 'before' }
}

/** "Ms Reed, 30, of York, England, who …", "Mr Hale, who lives near the capital, York, …": an age, a place, what a clause says. */
function isInsideAddition(syntax: Syntax, { from, head }: NounPhrase): boolean {
  if (syntax.word(from - 1) === ',') {
    const left = syntax.nounAt(from - 2)
    // But "resigned as chairman of Kelt Steel, Tom Berg, a lawyer, said"
    if (left && syntax.word(left.from - 1) === 'of' && syntax.token(left.from - 2)?.tag === 'NOUN') return false
    // But "In York, Ann Reed, a judge, said": the sentence begins with where.
    return syntax.token(head)?.tag === 'NUM' || (left !== undefined && left.to === from - 1 && isName(syntax, head) && isName(syntax, left.head) && /^(?:of|in|from|near)$/u.test(syntax.word(left.from - 1)) && left.from - 1 > syntax.sentenceAt(from).from)
  }
  for (let at = from - 1; at > from - 16 && syntax.token(at) && !/^[,;:.]$/u.test(syntax.word(at)); at--) {
    if (/^(?:who|which)$/u.test(syntax.word(at))) return syntax.word(at - 1) === ','
  }
  return false
}

/** Whether the words between two commas belong to the noun before them, or are an aside ("however", "for example"). */
function isSetIn(syntax: Syntax, from: number, to: number): boolean {
  const first = syntax.token(from)
  if (!first || /^(?:and|or)$/u.test(first.lower)) return false
  if (relatives.has(first.lower) || first.lower === 'whose' || first.lower === 'whom' || first.tag === 'ADP' || syntax.verbAt(from)?.form === 'participle') return true
  // "The memo, obtained by The Star, warned"
  const done = syntax.verbAt(from)
  if (done && done.from === from && done.head === from && done.to < to && isPastForm(syntax, from)) return true
  for (let at = from; at < to; at++) {
    if (relatives.has(syntax.word(at)) && syntax.verbAt(at + 1)) return true
    const verb = syntax.verbAt(at)
    if (verb?.form === 'finite' && !isReduced(syntax, verb)) return false
  }
  return true
}
/** A past form that may as well be a participle: "the accord adopted in Paris". */
export function isReduced(syntax: Syntax, verb: VerbGroup): boolean {
  return verb.from === verb.head && isPastForm(syntax, verb.head) && syntax.nounAt(verb.from - 1)?.to === verb.from
}

function isPastForm(syntax: Syntax, at: number): boolean {
  return /(?:ed|en|wn|ng|nt|de|ld|ught)$/u.test(syntax.word(at))
}

/** "four people involved in the talks | said", "two officials briefed on the plan | told": the people before one participle and the phrases that hang on it. */
export function takingPart(syntax: Syntax, last: NounPhrase, start: number): NounPhrase | undefined {
  let at = last.from - 1
  for (let steps = 0; steps < 3 && at > start + 1; steps++) {
    if (!/^(?:in|on|at|by|with|from|to|for|about|near|under|over|during|after|of)$/u.test(syntax.word(at))) return undefined
    const done = syntax.token(at - 1)
    if (done && /^(?:VERB|ADJ)$/u.test(done.tag) && isPastForm(syntax, at - 1)) {
      const noun = syntax.nounAt(at - 2)
      const head = noun && syntax.token(noun.head)
      return noun && head && noun.to === at - 1 && head.tag === 'NOUN' && syntax.verbAt(at - 1)?.form !== 'participle' && kindOfSpeaker(head.lemma, head.lower) !== 'TOPIC' && startsClause(syntax, noun.from, start) ? noun : undefined
    }
    const before = syntax.nounAt(at - 1)
    if (!before || before.to !== at) return undefined
    at = before.from - 1
  }
  return undefined
}

/** "a study published on Tuesday in Nature | says", "a report released by the ministry | found": the document before one participle and the phrases that hang on it. */
export function publishedBefore(syntax: Syntax, last: NounPhrase, start: number): NounPhrase | undefined {
  let at = last.from - 1
  for (let steps = 0; steps < 4 && at > start; steps++) {
    if (syntax.token(at)?.tag === 'ADP') at--
    const verb = syntax.verbAt(at)
    if (verb) {
      const noun = verb.head === at && verb.from === at && made.has(syntax.word(at)) ? syntax.nounAt(at - 1) : undefined
      return noun && noun.to === at && noun.from >= start && isDocument(syntax.token(noun.head)) && startsClause(syntax, noun.from, start) ? noun : undefined
    }
    const before = syntax.nounAt(at)
    if (!before || before.to !== at + 1) return undefined
    at = before.from - 1
  }
  return undefined
}

const made: ReadonlySet<string> = new Set(['published', 'released', 'issued', 'conducted', 'commissioned', 'carried', 'seen', 'obtained', 'prepared', 'led', 'compiled', 'filed', 'unveiled', 'posted', 'sent'])

/** "A diplomat who was there, and who asked not to be named, | said": the noun phrase that begins the sentence. */
export function describedTwice(syntax: Syntax, close: number, start: number): Before | undefined {
  const noun = syntax.nounAt(start)
  if (noun?.from !== start || syntax.word(noun.to) !== 'who' || close - start > 2 * reach) return undefined
  for (let at = noun.to; at < close; at++) if (syntax.word(at) === ',' && syntax.word(at + 1) === 'and' && syntax.word(at + 2) === 'who') return { ...noun, by: 'before' }
  return undefined
}

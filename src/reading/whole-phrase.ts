// Noun phrases with what belongs to them: “the head of the group”, “Ms Reed, a lawyer for the ministry”, “those who left”.
import type { NounPhrase, Stretch, VerbGroup } from './draft.ts'
import { frames } from './lexicon/cues.ts'
import { isDocument } from './lexicon/documents.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import { isTimeNoun, timeWords } from './lexicon/time-words.ts'
import { isDash, type Syntax } from './syntax.ts'

/** A relative clause of more words says more than who somebody is. */
const longestRelative = 12
/** What hangs on a noun phrase is no longer, in words. */
const longestAddition = 18
/** How far a subject is looked for, in words. */
export const reach = 60
const binding = new Set(['of', 'for', 'from', 'in', 'at', 'with', 'on', 'near', 'behind', 'against', 'around', 'to', 'within', 'outside', 'inside', 'across', 'like', 'including', 'about', 'between', 'among', 'under'])
export const relatives = new Set(['who', 'which', 'that'])
/** "nobody in the ministry" */
const anyone = /^(?:one|nobody|somebody|someone|everybody|everyone|anybody|anyone)$/u
const joining = new Set(['and', 'or', 'nor', '&'])
/** A noun phrase with what hangs on its right: "a spokesman for the group, which …". Index behind its last word. */
export function endOfGrown(syntax: Syntax, noun: NounPhrase, end: number): number {
  let to = noun.to
  for (let step = 0; step < 12; step++) {
    const next = endOfPart(syntax, to, end)
    if (next === undefined || next - noun.to > longestAddition) break
    to = next
  }
  return to
}

function endOfPart(syntax: Syntax, to: number, end: number): number | undefined {
  const word = syntax.word(to)
  if (to >= end || syntax.quotationAt(to) >= 0) return undefined
  // "of the group", "and Mr Hale"; never "on Monday".
  if (binding.has(word) || word === 'by' || (joining.has(word) && isName(syntax, to + 1) && syntax.token(to - 1)?.tag === 'PROPN')) {
    const noun = syntax.nounAt(to + 1)
    return noun && noun.from === to + 1 && noun.to <= end && !isTime(syntax, noun) && !isOccasion(syntax, noun) ? noun.to : undefined
  }
  if (word === '(') {
    for (let at = to + 1; at < Math.min(end, to + 8); at++) if (syntax.word(at) === ')') return at + 1
  }
  if (word === ',') return endOfApposition(syntax, to + 1, end)
  const by = isDocument(syntax.token(to - 1)) ? makerBehind(syntax, to, end) : undefined
  if (by) return by.to
  if (relatives.has(word) && syntax.verbAt(to + 1)) {
    const last = endOfClause(syntax, to + 1, end)
    return last - to > longestRelative ? undefined : last
  }
  return undefined
}

/** "a plea filed by Ms Reed", "an email sent out by her team": whoever made the document that ends before `at`. */
function makerBehind(syntax: Syntax, at: number, end: number): NounPhrase | undefined {
  if (!isParticiple(syntax, syntax.verbAt(at), at)) return undefined
  const by = /^(?:out|up|around|online)$/u.test(syntax.word(at + 1)) ? at + 2 : at + 1
  const noun = syntax.word(by) === 'by' ? syntax.nounAt(by + 1) : undefined
  return noun?.from === by + 1 && noun.to <= end ? noun : undefined
}

/** One word, as "filed" or "written". */
function isParticiple(syntax: Syntax, verb: VerbGroup | undefined, at: number): boolean {
  return verb !== undefined && verb.from === at && verb.head === at && /(?:ed|en|wn|de|ld|nt|ught)$/u.test(syntax.word(at))
}

/** ", a lawyer for the group": to the comma or the sentence's end; what has a finite verb of its own is none, except after "who". */
function endOfApposition(syntax: Syntax, from: number, end: number): number | undefined {
  const first = syntax.token(from)
  if (!first || syntax.quotationAt(from) >= 0) return undefined
  const noun = syntax.nounAt(from)
  const relative = relatives.has(first.lower) || first.lower === 'whose'
  if (!relative && !(noun && noun.from === from && isApposition(syntax, noun)) && first.tag !== 'NUM') return undefined
  const to = endOfClause(syntax, from, end)
  // "said Ms Reed, | who said that …": words of their own.
  if (relative) return to - from > longestRelative || says(syntax, from + 1) || syntax.quotationAt(to) >= 0 ? undefined : to
  for (let at = from; at < to; at++) if (syntax.verbAt(at)?.form === 'finite' && !relatives.has(syntax.word(at - 1))) return undefined
  return to
}

function isApposition(syntax: Syntax, { from, head }: NounPhrase): boolean {
  const first = syntax.token(from)
  const noun = syntax.token(head)
  return first !== undefined && noun !== undefined && (first.tag === 'DET' || first.tag === 'NUM' || noun.tag === 'NOUN' || /^(?:his|her|their|its)$/u.test(first.lower)) && !isTimeNoun(noun.lower)
}

/** "another friend" of "another friend, Ann Reed, said", and not "the weather" of "On the weather, Ann Reed said". */
function isSomebody(syntax: Syntax, { head }: NounPhrase): boolean {
  const noun = syntax.token(head)
  return noun !== undefined && kindOfSpeaker(noun.lemma, noun.lower) !== 'TOPIC'
}

function says(syntax: Syntax, at: number): boolean {
  const verb = syntax.verbAt(at)
  const found = verb?.form === 'finite' ? frames.get(syntax.token(verb.head)?.lemma ?? '') : undefined
  return found?.has('say') === true && !/^(?:ask|agree|write)$/u.test(syntax.token(verb?.head ?? -1)?.lemma ?? '')
}

/** To the next comma, dash, semicolon, quotation or the sentence's end. */
function endOfClause(syntax: Syntax, from: number, end: number): number {
  let at = from
  for (; at < Math.min(end, from + reach); at++) {
    const word = syntax.word(at)
    if (/^[,;:.?!]$/u.test(word) || isDash(word) || syntax.quotationAt(at) >= 0) break
  }
  return at
}

/** "the leaders" of "the leaders of Kelt and Ostland", "an army" of "an army of workers and …"; of "the head of Kelt and Ms Reed" there are two. */
function groupOf(syntax: Syntax, { from, head }: NounPhrase, start: number): NounPhrase | undefined {
  const whole = syntax.word(from - 1) === 'of' ? syntax.nounAt(from - 2) : undefined
  const token = syntax.token(whole?.head ?? -1)
  if (!whole || token?.tag !== 'NOUN' || whole.to !== from - 1 || !startsClause(syntax, whole.from, start)) return undefined
  const kind = kindOfSpeaker(token.lemma, token.lower)
  return kind === 'GROUP' || (kind === 'ORGANISATION' && syntax.token(head)?.tag === 'NOUN') ? whole : undefined
}

/** A noun phrase with what hangs on its left: "the head of the group", "Mr Hale and Ms Reed", "those who left". */
export function grown(syntax: Syntax, noun: NounPhrase, start: number): Stretch & { readonly head: number } {
  let { from, head } = noun
  let beforeComma: { readonly from: number; readonly head: number } | undefined
  for (let step = 0; step < 12; step++) {
    const before = from - 1
    if (before <= start) break
    const word = syntax.word(before)
    const left = syntax.nounAt(before - 1)
    const touches = left !== undefined && left.to === before && !isTime(syntax, left) && !(left.to - left.from === 1 && isPersonal(syntax, left) && !anyone.test(syntax.word(left.from)))
    // "sources close to Mr Hale"
    const near = /^(?:to|with)$/u.test(word) && syntax.token(before - 1)?.tag === 'ADJ' && !left ? syntax.nounAt(before - 2) : undefined
    const close = near?.to === before - 1 ? near : undefined
    if (touches && (binding.has(word) || (word === 'by' && isDocument(syntax.token(left.head)))) && !isObject(syntax, left)) {
      from = left.from
      head = left.head
    } else if (close && !isTime(syntax, close) && !isObject(syntax, close)) {
      from = close.from
      head = close.head
    } else if (joining.has(word) && left?.to === before && groupOf(syntax, left, start)) {
      // "the leaders of Kelt and Ostland"
      const whole = groupOf(syntax, left, start) ?? left
      from = whole.from
      head = whole.head
    } else if (joining.has(word) && left?.to === before && !isTime(syntax, left) && startsClause(syntax, left.from, start)) {
      from = firstOfList(syntax, left.from, start)
      // "Ann Reed, curator and director of the museum, said": the list says what she is.
      const first = syntax.nounAt(from)
      if (first && from < left.from && isName(syntax, first.head) && !isName(syntax, left.head) && !isName(syntax, head)) head = first.head
    } else if (word === ',' && touches && !isBarePlural(syntax, noun) && isApposition(syntax, { from, to: noun.to, head }) && isName(syntax, left.head) && !binding.has(syntax.word(left.from - 1)) && syntax.token(left.from - 1)?.tag !== 'ADP' && !isObject(syntax, left)) {
      // "Kelt bombed Harl, the army said", "Harl was bombed by Kelt, the army said": whom another verb is about.
      // "…, a government in Syria, the official said": that name says where, not who.
      from = left.from
      head = left.head
    } else if (word === ',' && touches && isName(syntax, head) && isName(syntax, left.head) && /^(?:of|in|from|at|near)$/u.test(syntax.word(left.from - 1))) {
      // "of Columbia, South Carolina"
      beforeComma ??= { from, head }
      from = left.from
      head = left.head
    } else if (word === ',' && touches && isName(syntax, head) && isApposition(syntax, left) && isSomebody(syntax, left) && !/^(?:outside|inside|near|earlier|later)$/u.test(syntax.word(left.from)) && (left.from <= start || syntax.quotationAt(left.from - 1) >= 0)) {
      // “…,” another friend, Ann Reed, told the paper
      from = left.from
      head = left.head
    } else {
      // "Donors who lost money said | they felt relief": no object.
      if (/^(?:he|she|they|we|i)$/u.test(syntax.word(noun.head))) break
      const relative = word === 'by' ? participleBefore(syntax, before, start) : relativeBefore(syntax, before, start)
      if (!relative) break
      from = relative.from
      head = relative.head
    }
  }
  // "In front of the club in York, Mr Hale said": what hangs on nothing but a preposition says where.
  if (beforeComma && syntax.token(from - 1)?.tag === 'ADP') return { ...beforeComma, to: noun.to }
  return { from, to: noun.to, head }
}

/** "the ambassador, Ann Reed, | officials said": several, and so not she. */
function isBarePlural(syntax: Syntax, { from, to }: NounPhrase): boolean {
  const token = syntax.token(from)
  return to === from + 1 && token?.tag === 'NOUN' && token.lower !== token.lemma && token.lower.endsWith('s')
}

/** "artists, writers and actors": from the first of them. */
function firstOfList(syntax: Syntax, last: number, start: number): number {
  let from = last
  for (let steps = 0; steps < 6 && from - 1 > start && syntax.word(from - 1) === ','; steps++) {
    const left = syntax.nounAt(from - 2)
    // "In a statement, Ann Reed and Tom Hale said": where, and not one of them.
    if (!left || left.to !== from - 1 || left.from < start || isTime(syntax, left) || syntax.verbAt(left.from - 1) || (isName(syntax, from) && !isName(syntax, left.head) && /^(?:in|on|at|during|after|before|throughout|since|amid|despite|under)$/u.test(syntax.word(left.from - 1)))) break
    from = left.from
  }
  return from
}

/** "people who lost their homes said": where the phrase is the object of a relative clause, the noun that the clause hangs on. */
export function relativeBefore(syntax: Syntax, before: number, start: number): NounPhrase | undefined {
  for (let at = before; at > Math.max(start, before - longestRelative); at--) {
    if (syntax.token(at)?.tag === 'PUNCT' || syntax.quotationAt(at) >= 0) return undefined
    if (!relatives.has(syntax.word(at))) continue
    const noun = syntax.nounAt(at - 1)
    return at < before && syntax.verbAt(at + 1) && noun?.to === at ? noun : undefined
  }
  return undefined
}

/** "A communique agreed by the leaders condemned": where the phrase says by whom something is made, what is made. */
function participleBefore(syntax: Syntax, by: number, start: number): NounPhrase | undefined {
  const at = /^(?:out|up|around|online)$/u.test(syntax.word(by - 1)) ? by - 2 : by - 1
  const verb = syntax.verbAt(at)
  const noun = verb && syntax.nounAt(verb.from - 1)
  return noun && noun.to === at && noun.from >= start && isParticiple(syntax, verb, at) ? noun : undefined
}

/** "gave the prize to the head": a phrase with a verb before it is that verb's object, and no beginning of a subject. */
function isObject(syntax: Syntax, noun: NounPhrase): boolean {
  const verb = syntax.verbAt(noun.from - 1)
  // "said | the general in charge had left": a clause of its own.
  return verb !== undefined && !(noun.from === verb.to && /^(?:say|claim|think|believe|argue|insist|add|admit)$/u.test(syntax.token(verb.head)?.lemma ?? '')) && !relatives.has(syntax.word(verb.from - 1))
}

export function startsClause(syntax: Syntax, from: number, start: number): boolean {
  if (from <= start) return true
  const word = syntax.word(from - 1)
  return word === ',' || isDash(word) || syntax.quotationAt(from - 1) >= 0 || syntax.token(from - 1)?.tag === 'SCONJ' || /^(?:but|and|that|while|when|as|both)$/u.test(word)
}

export function isName(syntax: Syntax, at: number): boolean {
  return syntax.token(at)?.tag === 'PROPN'
}

function isPersonal(syntax: Syntax, { head }: NounPhrase): boolean {
  return syntax.token(head)?.tag === 'PRON'
}

export function isTime(syntax: Syntax, { head, from }: NounPhrase): boolean {
  const word = syntax.word(head)
  // "Varen Today": a paper.
  if (head > from && /^To(?:day|night)$/u.test(syntax.token(head)?.text ?? '') && isName(syntax, head - 1)) return false
  return timeWords.has(word) || (isTimeNoun(word) && syntax.token(head)?.tag !== 'PROPN' && (head === from || /^(?:this|last|next|that|the|one|earlier|every|each|two|three|\p{N}+)$/u.test(syntax.word(from))))
}

/** "Tuesday morning" */
export function isPartOfDay(syntax: Syntax, { head, from }: NounPhrase): boolean {
  return head === from + 1 && timeWords.has(syntax.word(from)) && isTimeNoun(syntax.token(head)?.text ?? '')
}

/** Where and how something is said: no part of who says it. */
function isOccasion(syntax: Syntax, { head }: NounPhrase): boolean {
  return /^(?:interview|statement|speech|tweet|letter|conference|briefing|email|e-mail|rally|debate|post|call|memo|message|appearance|address|remarks|testimony|press|twitter|facebook)$/u.test(syntax.word(head))
}

// The words that say who does what a verb says: its subject, with what belongs to it.
import type { NounPhrase, Stretch, VerbGroup } from './draft.ts'
import { disagree } from './agreement.ts'
import { controllerOf } from './controlled.ts'
import { asksSomebody, toSomebody } from './lexicon/cue-habits.ts'
import { frames } from './lexicon/cues.ts'
import { isDocument } from './lexicon/documents.ts'
import { kindOfSpeaker } from './lexicon/speakers.ts'
import { isLegalForm } from './names/legal-form.ts'
import { isJoinedClosely, isQuotedBehind, isSimpleAndNear } from './nearer-clause.ts'
import { beforeInsertion, describedTwice, isReduced, nameAtStart, nameBeforeBrackets, publishedBefore, takingPart } from './set-in.ts'
import { isClosingMark, isDash, type Syntax } from './syntax.ts'
import { endOfGrown, grown, startsClause, isPartOfDay, isTime, reach, relativeBefore, relatives } from './whole-phrase.ts'

export interface Subject extends Stretch {
  readonly head: number
  /** How it was found: before the verb, behind it, shared with an earlier verb. */
  readonly by: 'before' | 'behind' | 'shared' | 'relative'
}

/** Words that begin a clause under another. */
const subordinating = new Set(['that', 'if', 'when', 'because', 'although', 'though', 'while', 'as', 'where', 'how', 'why', 'what', 'whether', 'after', 'before', 'since', 'until', 'unless'])
const clauseJoining = new Set(['and', 'but', 'or', 'then', 'yet'])

/** The subject of a verb; undefined where the text gives none. */
export function subjectOf(syntax: Syntax, verb: VerbGroup, depth = 0): Subject | undefined {
  const known = subjects.get(verb) ?? []
  subjects.set(verb, known)
  if (known[depth] === undefined) known[depth] = wholeSubject(syntax, verb, depth) ?? null
  return known[depth] ?? undefined
}

/** By how deep it is asked for; null: none. Of a row of verbs that share one each asks all before it, which ask all before them. */
const subjects = new WeakMap<VerbGroup, (Subject | null)[]>()

function wholeSubject(syntax: Syntax, verb: VerbGroup, depth: number): Subject | undefined {
  const subject = nearSubject(syntax, verb, depth)
  // "Acme Tools, | Inc. (NASDAQ: ACME) announced"
  const company = subject && subject.by !== 'behind' && syntax.word(subject.from - 1) === ',' && isLegalForm(syntax.token(subject.from)?.text ?? '') ? syntax.nounAt(subject.from - 2) : undefined
  return subject && company?.to === subject.from - 1 ? { ...subject, from: company.from, head: company.head } : subject
}

function nearSubject(syntax: Syntax, verb: VerbGroup, depth: number): Subject | undefined {
  if (depth > 6) return undefined
  const { from: start } = syntax.sentenceAt(verb.head)
  const shared = (): Subject | undefined => sharedSubject(syntax, verb, start, depth)
  // "keeps talking about", "began by saying": of the verb just before.
  const governing = verb.form === 'participle' ? syntax.verbAt(verb.from - (syntax.word(verb.from - 1) === 'by' ? 2 : 1)) : undefined
  if (governing && governing !== verb && /^(?:keep|begin|start|continue|open|end|finish)$/u.test(syntax.token(governing.head)?.lemma ?? '')) return subjectOf(syntax, governing, depth + 1)
  const controller = verb.form === 'finite' ? undefined : controllerOf(syntax, verb, start)
  if (controller && (syntax.word(verb.from - 1) === 'as' || speaks(syntax, controller.head))) return { ...controller, by: 'shared' }
  // "his warning that": his.
  if (verb.form === 'participle' && verb.from === verb.head && /^(?:his|her|their)$/u.test(syntax.word(verb.from - 1)) && verb.from - 1 >= start) return { from: verb.from - 1, to: verb.from, head: verb.from - 1, by: 'shared' }
  if (verb.form !== 'finite') {
    const found = besideParticiple(syntax, verb, start) ?? shared() ?? (verb.form === 'participle' ? beforeComma(syntax, verb, start) : undefined)
    // "refused | to discuss": of who refuses.
    const before = verb.form === 'infinitive' && found?.by === 'shared' ? syntax.verbAt(verb.from - 1) : undefined
    const own = before?.form === 'finite' && before.to === verb.from ? subjectOf(syntax, before, depth + 1) : undefined
    return own && syntax.token(own.head)?.tag !== 'PRON' ? { ...own, by: 'shared' } : found
  }
  const adverbs = beforeAdverbs(syntax, verb.from - 1, start)
  // "A friend of Ann Reed's said"
  const at = /^['’]s$/u.test(syntax.word(adverbs)) && syntax.word((syntax.nounAt(adverbs - 1)?.from ?? 0) - 1) === 'of' ? adverbs - 1 : adverbs
  if (at < start) return undefined
  const word = syntax.word(at)
  const told = word === ',' ? beforeSaying(syntax, at, start) : undefined
  if (told) return told
  if (relatives.has(word) && isRelative(syntax, at)) return { from: at, to: at + 1, head: at, by: 'relative' }
  // "would neither confirm | nor deny that …"
  if (clauseJoining.has(word) || syntax.word(verb.from) === 'nor') return shared()
  if (word === ',' || word === ')' || isDash(word)) return (word === ',' && syntax.word(at - 1) === ')' ? nameBeforeBrackets(syntax, at - 1, start) : undefined) ?? beforeInsertion(syntax, at, start) ?? (word === ',' && syntax.word(at - 1) === ')' ? beforeInsertion(syntax, at - 1, start) : undefined) ?? (word === ',' ? (nameAtStart(syntax, at, start) ?? describedTwice(syntax, at, start)) : undefined) ?? (word === ',' && toSomebody.has(syntax.token(verb.head)?.lemma ?? '') ? shared() : undefined)
  // “…, star of ‘The Show,’ thanked”: the comma inside the mark.
  if (isClosingMark(word) && syntax.word(at - 1) === ',') return beforeInsertion(syntax, at - 1, start, at) ?? nameAtStart(syntax, at, start)
  const noun = syntax.nounAt(at)
  if (!noun || noun.to !== at + 1 || isTime(syntax, noun)) {
    // "an official who asked not to be named said"
    const relative = noun ? undefined : (relativeBefore(syntax, at, start) ?? describedBefore(syntax, at, start))
    return relative && { from: grown(syntax, relative, start).from, to: verb.from, head: relative.head, by: 'before' }
  }
  // "Ms Reed, who as a minister | ordered it"
  if (syntax.word(noun.from - 1) === 'as' && relatives.has(syntax.word(noun.from - 2)) && isRelative(syntax, noun.from - 2)) return { from: noun.from - 2, to: noun.from - 1, head: noun.from - 2, by: 'relative' }
  // "what aide Ann Reed | called"
  if (syntax.word(noun.from) === 'what' && noun.from < noun.head) return { from: noun.from + 1, to: noun.to, head: noun.head, by: 'before' }
  const document = publishedBefore(syntax, noun, start) ?? takingPart(syntax, noun, start)
  if (document) return { ...document, to: verb.from, by: 'before' }
  const whole = grown(syntax, noun, start)
  // "a source speaking to The Star | said": who speaks, and not to whom.
  const speaking = doneByNoun(syntax, whole.from, start)
  if (speaking) return { ...speaking, to: verb.from, by: 'before' }
  const first = beginsBeforeJoint(syntax, whole.from, start)
  return isReduced(syntax, verb) && isObjectOf(syntax, whole.from, start) ? undefined : { ...(first ? { ...first, to: whole.to } : whole), by: 'before' }
}

/** "Delegates from forty island | and coastal states walked out": the first noun phrase, where a preposition binds the rest to it. */
function beginsBeforeJoint(syntax: Syntax, from: number, start: number): NounPhrase | undefined {
  if (!/^(?:and|or)$/u.test(syntax.word(from - 1))) return undefined
  const first = syntax.nounAt(start)
  if (first?.from !== start || isTime(syntax, first) || !/^(?:from|of|in|for)$/u.test(syntax.word(first.to)) || !speaks(syntax, first.head) || from - start > most) return undefined
  // "Former Secretary of State and frontrunner Ann Reed" is one.
  const word = syntax.word(first.head)
  if (!word.endsWith('s') || kindOfSpeaker(word.slice(0, -1), word) !== 'GROUP') return undefined
  for (let at = first.to; at < from; at++) if (syntax.verbAt(at) || /^[,;:]$/u.test(syntax.word(at)) || syntax.quotationAt(at) >= 0) return undefined
  return first
}

/** Words of such a subject, at most. */
const most = 16

/** "The police, she said, | told her": the noun phrase before a saying that commas set in. */
function beforeSaying(syntax: Syntax, close: number, start: number): Subject | undefined {
  let open = close - 1
  while (open > Math.max(start, close - 8) && syntax.word(open) !== ',') open--
  const who = syntax.nounAt(open + 1)
  const verb = who?.from === open + 1 ? syntax.verbAt(who.to) : undefined
  const noun = verb?.form === 'finite' && verb.to === close && saysSomething(syntax, verb) && syntax.quotationAt(open) < 0 ? syntax.nounAt(open - 1) : undefined
  return noun && noun.to === open && !isTime(syntax, noun) ? { ...grown(syntax, noun, start), by: 'before' } : undefined
}

/** "most of those surveyed | said": the noun phrase right before one past participle. */
function describedBefore(syntax: Syntax, at: number, start: number): NounPhrase | undefined {
  const verb = syntax.verbAt(at)
  const isDescribing = verb && verb.from === at && verb.head === at && /(?:ed|en|wn)$/u.test(syntax.word(at)) && !/^(?:seem|appear|look|remain|feel)$/u.test(syntax.token(at)?.lemma ?? '')
  const noun = isDescribing ? syntax.nounAt(at - 1) : undefined
  return noun && noun.to === at && noun.from >= start && (speaks(syntax, noun.head) || syntax.word(noun.head) === 'those') ? noun : undefined
}

/** The noun phrase right before a participle that governs what begins here: "a source speaking to", "a woman holding". */
function doneByNoun(syntax: Syntax, from: number, start: number): (Stretch & { readonly head: number }) | undefined {
  const last = syntax.token(from - 1)?.tag === 'ADP' ? from - 2 : from - 1
  const near = syntax.verbAt(last)
  // "campaigners trying to save a library | have accused"
  const verb = near?.form === 'infinitive' ? syntax.verbAt(near.from - 1) : near
  const noun = verb?.form === 'participle' && verb.from === verb.head && syntax.word(verb.head).endsWith('ing') ? syntax.nounAt(verb.from - 1) : undefined
  const whole = noun && noun.to === verb?.from && noun.from >= start && !isTime(syntax, noun) ? grown(syntax, noun, start) : undefined
  return whole && speaks(syntax, whole.head) && startsClause(syntax, whole.from, start) ? whole : undefined
}

/** Whether the phrase that begins here is the object of a verb or preposition, and so no subject; a clause may follow "said". */
function isObjectOf(syntax: Syntax, from: number, start: number): boolean {
  if (from - 1 < start) return false
  const verb = syntax.verbAt(from - 1)
  const found = verb && frames.get(syntax.token(verb.head)?.lemma ?? '')
  if (verb) return !(found?.has('say') || found?.has('tell') || found?.has('think') || found?.has('show'))
  return syntax.token(from - 1)?.tag === 'ADP' && !/^(?:as|than|like|after|before|since|until|although|though|because|while|if|when|unless|whereas|once|that|whether)$/u.test(syntax.word(from - 1))
}

/** "with Mr Hale saying …", "a banner reading …": the noun phrase that touches the participle. */
function besideParticiple(syntax: Syntax, verb: VerbGroup, start: number): Subject | undefined {
  const noun = syntax.nounAt(verb.from - 1)
  if (verb.form !== 'participle' || !noun || noun.from < start || noun.to !== verb.from || isTime(syntax, noun)) return undefined
  const whole = grown(syntax, noun, start)
  // "a hat reading “…”"
  if (syntax.token(verb.head)?.lemma === 'read' && syntax.token(noun.head)?.tag === 'NOUN' && (syntax.quotationAt(verb.to) >= 0 || syntax.quotationAt(verb.to + 1) >= 0)) return { ...noun, by: 'before' }
  if (syntax.word(whole.from - 1) === 'with') return { ...whole, by: 'before' }
  // "a petition by Ann Reed challenging it"
  if (syntax.word(noun.from - 1) === 'by' && syntax.token(noun.head)?.tag === 'PROPN' && isDocument(syntax.token(noun.from - 2))) return { ...noun, by: 'before' }
  // "with Mr Hale saying it was “weak” and Ms Reed calling it “strong”"
  if (/^(?:and|while)$/u.test(syntax.word(whole.from - 1)) && syntax.quotationAt(whole.from - 2) >= 0 && speaks(syntax, whole.head)) return { ...whole, by: 'before' }
  if (isWho(syntax, noun, whole, start) && says(syntax, verb)) return { ...whole, by: 'before' }
  // "with marchers and onlookers chanting"
  const first = syntax.word(whole.from - 1) === 'and' ? syntax.nounAt(whole.from - 2) : undefined
  return first && syntax.word(first.from - 1) === 'with' ? { ...whole, from: first.from, by: 'before' } : undefined
}

/** "Ms Reed, calling it a farce, left": who stands before the comma, at the start of the clause. */
function beforeComma(syntax: Syntax, verb: VerbGroup, start: number): Subject | undefined {
  for (let at = verb.from - 1; at > Math.max(start, verb.from - 15); at--) {
    if (syntax.verbAt(at)?.form === 'finite' || syntax.quotationAt(at) >= 0) return undefined
    const noun = syntax.word(at) === ',' ? syntax.nounAt(at - 1) : undefined
    if (!noun || noun.to !== at || isTime(syntax, noun)) continue
    const whole = grown(syntax, noun, start)
    return startsClause(syntax, whole.from, start) && speaks(syntax, whole.head) ? { ...whole, by: 'shared' } : undefined
  }
  return undefined
}

/** "a chorus of voters urging him", and not "wrote to voters urging": people who do what the participle right behind them says. */
function isWho(syntax: Syntax, noun: NounPhrase, { from, head }: Stretch & { readonly head: number }, start: number): boolean {
  const token = syntax.token(noun.head)
  const kind = token?.tag === 'NOUN' ? kindOfSpeaker(token.lemma, token.lower) : undefined
  if (isDocument(syntax.token(head)) || (kind !== 'PERSON' && kind !== 'GROUP')) return false
  const other = syntax.verbAt(from - 1)
  const lemma = syntax.token(other?.head ?? -1)?.lemma ?? ''
  return from > start && syntax.word(noun.from - 1) !== 'to' && !(other && (toSomebody.has(lemma) || asksSomebody.has(lemma) || /^(?:address|email|meet|leave|greet|thank)$/u.test(lemma)))
}

function says(syntax: Syntax, { head }: VerbGroup): boolean {
  const found = frames.get(syntax.token(head)?.lemma ?? '')
  return found !== undefined && (found.has('say') || found.has('tell') || found.has('judge'))
}

/** The subject behind its verb: “…,” said Ms Reed, a lawyer. */
export function subjectBehind(syntax: Syntax, verb: VerbGroup): Subject | undefined {
  const { to: end } = syntax.sentenceAt(verb.head)
  const noun = syntax.nounAt(verb.to)
  if (!noun || noun.from !== verb.to || isTime(syntax, noun) || isPartOfDay(syntax, noun)) return undefined
  // "it may appeal, ask the court": no subject of a bare verb.
  const bare = syntax.token(verb.head)
  if (verb.from === verb.head && bare?.lower === bare?.lemma && syntax.word(noun.from) === 'the' && syntax.token(noun.head)?.tag === 'PROPN' && syntax.word(noun.to) !== 'and' && !syntax.word(noun.head).endsWith('s')) return undefined
  // "…, interrupted me": an object.
  if (/^(?:me|him|them|us)$/u.test(syntax.word(noun.from))) return undefined
  // "…, said he would go", "…, said he “hopes”": a clause of its own.
  if ((syntax.verbAt(noun.to)?.form === 'finite' && !isNaming(syntax, noun.to)) || syntax.quotationAt(noun.to) >= 0) return undefined
  return { from: noun.from, to: endOfGrown(syntax, noun, end), head: noun.head, by: 'behind' }
}

/** "said the chief | known as Bob" */
function isNaming(syntax: Syntax, at: number): boolean {
  return /^(?:known|identified|named|dubbed|nicknamed|described)$/u.test(syntax.word(at)) && syntax.verbAt(at)?.from === at
}

function beforeAdverbs(syntax: Syntax, from: number, start: number): number {
  let at = from
  for (let steps = 0; at > start && steps < 12; steps++) {
    const token = syntax.token(at)
    if (!token) break
    const noun = syntax.nounAt(at)
    if (token.tag === 'ADV' || /^(?:himself|herself|itself|themselves|both|all|each)$/u.test(token.lower)) at--
    else if (noun && isTime(syntax, noun) && noun.to === at + 1 && noun.from > start) {
      // "Mr Hale on Monday said"
      at = noun.from - 1
      if (/^(?:on|in|at|last|this|during|early|late)$/u.test(syntax.word(at)) && at > start) at--
    } else break
  }
  return at
}

/** "who", but not in "over who supported it"; "that" and "which" where a noun stands before them. */
function isRelative(syntax: Syntax, at: number): boolean {
  if (syntax.word(at) === 'who') return syntax.token(at - 1)?.tag !== 'ADP'
  const before = syntax.word(at - 1) === ',' ? at - 2 : at - 1
  return syntax.nounAt(before) !== undefined
}

/** The subject of the verb before, which this one goes on with: "praised the plan and called for more", "…, adding that …". */
function sharedSubject(syntax: Syntax, verb: VerbGroup, start: number, depth: number): Subject | undefined {
  let nearest: Subject | undefined
  let under: Subject | undefined
  const says = frames.has(syntax.token(verb.head)?.lemma ?? '')
  for (let at = verb.from - 1; at >= Math.max(start, verb.from - reach * 2); at--) {
    const before = syntax.verbAt(at)
    if (!before) continue
    at = before.from
    if (before.form !== 'finite' || syntax.quotationAt(before.head) !== syntax.quotationAt(verb.head)) continue
    // A verb inside a relative clause or a that-clause is not the one that goes on, unless this one follows it closely.
    if (relatives.has(syntax.word(before.from - 1)) && verb.from - before.to > 3) continue
    const own = subjectOf(syntax, before, depth + 1)
    // "…,” said Ms Reed, adding"; but in "Ms Reed, a lawyer, emailed supporters, telling" she stands before.
    const behind = own?.by !== 'before' && saysSomething(syntax, before) && (syntax.word(before.from - 1) === ',' || syntax.quotationAt(before.from - 1) >= 0) ? subjectBehind(syntax, before) : undefined
    const subject = behind ?? own
    // "praised those who left but said", "apologised to those whose letters were lost, but denied"
    if ((before.to === verb.from - 1 && own?.by === 'relative' && says && syntax.word(before.to) === 'but') || (syntax.word(own?.from ?? -1) === 'whose' && /^(?:and|but)$/u.test(syntax.word(verb.from - 1)))) continue
    // "posted a comment of her own": a noun that the tagger has for a verb.
    if (!subject || (subject.by === 'before' && !/^(?:he|she|they|i|we)$/u.test(syntax.word(subject.head)) && isObjectOf(syntax, subject.from, start) && syntax.verbAt(subject.from - 1))) continue
    // "whether it is asking for rain, attacking": "it" says nothing.
    if (verb.form === 'participle' && syntax.word(subject.head) === 'it' && syntax.token(before.head)?.lemma === 'be') continue
    // "insists the party has lost, and admit": of one, and of several.
    if (verb.form === 'finite' && disagree(syntax, subject, verb)) continue
    // "where workers had met, chanting": they chant, and not who told of it.
    if (verb.form === 'participle' && /^(?:chant|shout|yell|scream)$/u.test(syntax.token(verb.head)?.lemma ?? '') && kindOfSpeaker(syntax.token(subject.head)?.lemma ?? '', syntax.word(subject.head)) === 'GROUP') return { ...subject, by: 'shared' }
    // "said Kelt had been passed over and had accused Ostland": Kelt had both done.
    if (verb.form === 'finite' && verb.from < verb.head && syntax.word(verb.from) === 'had' && syntax.word(before.from) === 'had' && before.from < before.head && speaks(syntax, subject.head)) return { ...subject, by: 'shared' }
    // "she laughed and admitted"
    if (before.to === verb.from - 1 && syntax.word(before.to) !== ',') return { ...subject, by: 'shared' }
    // "refused to say on whom Ms Reed would call, adding"
    if ((subordinating.has(syntax.word(subject.from - 1)) || /^(?:whom?|which)$/u.test(syntax.word(subject.from - 1))) && subject.from > start) {
      under ??= { ...subject, by: 'shared' }
      continue
    }
    // "Kelt warned of losses after Acme Tools cut its forecast and said": the nearer clause, where no comma parts the two.
    if (verb.form === 'finite' && under && before.to < verb.from && speaks(syntax, under.head) && syntax.token(under.head)?.tag !== 'PRON' && isJoinedClosely(syntax, under, verb)) return under
    // "it got so late that Mr Hale thanked them and called it a day": the clause whose verb stands nearest, where no words of the main one’s are told.
    if (verb.form === 'finite' && under && !saysSomething(syntax, before) && !speaks(syntax, subject.head) && speaks(syntax, under.head)) return under
    // "told them that Mr Hale handed her a box and said, “…”": he, whose clause stands nearest and is told in the same tense.
    if (verb.form === 'finite' && under && verb.from === verb.head && syntax.token(under.head)?.tag !== 'PRON' && speaks(syntax, under.head) && isQuotedBehind(syntax, verb) && syntax.word(verb.from - 1) === 'and' && isSimpleAndNear(syntax, under, verb)) return under
    // "heard that Mr Hale had set up a firm and approved its bills": what one hears is not what one does.
    if (verb.form === 'finite' && under && syntax.token(before.head)?.lemma === 'hear') return under
    // "said that he had won, and added": what is said is gone on with by who said it.
    if (says && verb.form === 'participle' && under && !speaks(syntax, subject.head) && speaks(syntax, under.head)) return under
    if (!says || (saysSomething(syntax, before) && (verb.form !== 'participle' || speaks(syntax, subject.head)))) return { ...subject, by: 'shared' }
    nearest ??= { ...subject, by: 'shared' }
  }
  return nearest ?? under
}

/** Whether a word can mean somebody who speaks: a name, a person, a body, a document. */
export function speaks(syntax: Syntax, at: number): boolean {
  const token = syntax.token(at)
  const noun = syntax.nounAt(at)
  if (!token || (noun && isTime(syntax, noun))) return false
  if (token.tag === 'PROPN') return true
  if (token.tag === 'PRON') return /^(?:he|him|she|they|them|i|we|who|his|her|their)$/u.test(token.lower)
  return kindOfSpeaker(token.lemma, token.lower) !== 'TOPIC' || isDocument(token)
}

/** Whether a verb is one of saying or telling. */
export function saysSomething(syntax: Syntax, { head }: VerbGroup): boolean {
  const found = frames.get(syntax.token(head)?.lemma ?? '')
  return found !== undefined && (found.has('say') || found.has('tell'))
}

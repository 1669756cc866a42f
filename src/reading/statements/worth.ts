// Which attributions are statements: those that somebody makes, or that the text gives as hearsay. Advice to the reader, talk of "you" and "we",
// and deeds that only look like words are left out.
import type { EntityKind, SpeechAct } from '../../model/vocabulary.ts'
import type { Attributed, Stretch } from '../draft.ts'
import { isAsked } from '../asked.ts'
import { onlyClauses, telephoned } from '../lexicon/cue-habits.ts'
import { isNameInside, isTitle } from '../attribution/title.ts'
import { audiences, isDocument } from '../lexicon/documents.ts'
import { isTimeNoun } from '../lexicon/time-words.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { deeds } from '../lexicon/speech-acts.ts'
import { saysSomething } from '../subject.ts'
import type { Syntax } from '../syntax.ts'
import type { CueShape } from './cue-shape.ts'
import { quotationsIn } from './quoted.ts'
import type { Found, Voices } from './speakers.ts'

/** Pronouns that in an article's own voice mean nobody in particular, or no person. */
const impersonal = new Set(['you', 'we', 'one', 'i', 'it', 'this', 'that', 'there', 'which', 'what'])
/** Nouns without a possessor that still say that somebody said so: "reports that …", not "the idea that …". */
const told: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['REPORT', 'ACCUSE', 'SUGGEST', 'WARN', 'FEAR', 'DENY', 'SAY', 'CONFIRM', 'PREDICT', 'CRITICISE', 'ANNOUNCE'])

/** What is told to them they hear. */
const hearing = new Set(['court', 'jury', 'jurors', 'inquest', 'tribunal', 'inquiry', 'hearing', 'panel', 'committee', 'commission', 'judge', 'trial'])

const means = new Set(['telephone', 'phone', 'email', 'e-mail', 'letter', 'text', 'video', 'radio', 'satellite'])

export function isStatement(found: Found, { source, content, rule }: Attributed, shape: CueShape, act: SpeechAct, { speakers }: Voices): boolean {
  const { syntax, cast } = found
  // "a communique agreed by the leaders": no words of its; "said by telephone".
  if (shape.verb && !shape.passive && syntax.word(shape.to) === 'by' && !means.has(syntax.word(shape.to + 1))) return false
  // "did not reply to questions": no words at all.
  if (shape.verb?.negated === true && /^(?:reply|respond)$/u.test(shape.head.lemma)) return false
  // "if you tell people “no”": what anybody may say.
  if (source && source.to - source.from === 1 && syntax.word(source.head) === 'you') return false
  // "why would any sane person think so": nobody.
  if (source && syntax.word(source.from) === 'any' && syntax.word(source.from + 1) !== 'of') return false
  // "as if to say “…”"
  if (shape.verb?.form === 'infinitive' && syntax.word(shape.from - 1) === 'if' && syntax.word(shape.from - 2) === 'as') return false
  // "warned jurors not to discuss the case"
  if (shape.verb?.form === 'infinitive' && syntax.word(shape.verb.from - 1) === 'not' && rule.endsWith('_SHARED')) return false
  if (isOtherDeed(found, shape, content[0], speakers)) return false
  if (isAudience(syntax, shape, content[0]) && !content.some(stretch => isQuoted(syntax, stretch))) return false
  // "chose “safe and dull”": a pick.
  if (shape.verb && /^(?:choose|pick|elect|opt)$/u.test(shape.head.lemma) && syntax.verbAt(content[0]?.from ?? -1)?.form !== 'infinitive') return false
  if (isSummoned(syntax, shape, content[0], source) || isPlea(syntax, shape, content[0]) || isOfPlace(found, rule, content, speakers)) return false
  if (isTitled(syntax, shape, content[0]) || isFavourite(syntax, shape, content[0])) return false
  if (content.some(stretch => isQuoted(syntax, stretch))) return !isOfThing(found, content, shape, speakers, source?.head)
  // "Hale killed Reed, the court heard": what somebody told it; "…, a report found".
  const isTold = source !== undefined && (shape.head.lemma === 'hear' ? hearing.has(syntax.word(source.head)) : /^(?:find|conclude|reveal|show|suggest)$/u.test(shape.head.lemma) && isDocument(syntax.token(source.head)))
  if (rule === 'CONTENT_BEFORE' && isTold && hasFinite(syntax, content[0])) return true
  // "did not reply to questions": no words at all.
  if (shape.verb && rule !== 'HEARSAY_VERB' && deeds.has(shape.head.lemma) && !isClause(syntax, content[0]?.from ?? 0)) return false
  // "has written eleven novels": that there are words, and not what they say.
  if (shape.verb && shape.particle === '' && /^(?:write|pen)$/u.test(shape.head.lemma) && (content[0]?.from ?? 0) >= shape.to && syntax.nounAt(content[0]?.from ?? -1)?.from === content[0]?.from && !hasFinite(syntax, content[0])) return false
  if (shape.verb && shape.particle === '' && isAdverbial(syntax, content[0])) return false
  if (shape.verb && /^(?:speak|talk)$/u.test(shape.head.lemma) && /^(?:to|with)$/u.test(shape.particle)) return false
  if (shape.particle === 'for' && /^(?:speak|talk)$/u.test(shape.head.lemma) && isSomebodyOrTime(syntax, content[0])) return false
  // "Kelt bombed Harl, Varan radio said": whatever said it, these are its words and not the article's.
  if (rule === 'CONTENT_BEFORE' && /^(?:say|report|announce)$/u.test(shape.head.lemma) && hasFinite(syntax, content[0])) return true
  // "According to the minutes, the pump had failed": whatever tells so.
  if (rule === 'ACCORDING_TO' && content.some(stretch => hasFinite(syntax, stretch))) return true
  if (speakers.length > 0) return isClause(syntax, content[0]?.from ?? 0) || !speakers.every(ref => cast.isIntroduced(ref) && isThing(syntax, cast.entity(ref)?.kind, source?.head))
  // "one of them said"
  if (source) return !(impersonal.has(syntax.word(source.head)) && syntax.word(source.head + 1) !== 'of') && !isDocument(syntax.token(source.head))
  if (shape.verb) return shape.passive || rule === 'HEARSAY_VERB'
  return rule !== 'NOUN_OF_SAYING' || told.has(act)
}

/** Verbs of saying that say nothing with what stands beside them. */
function isOtherDeed({ syntax, cast }: Found, { head, verb, particle, to, from }: CueShape, content: Stretch | undefined, speakers: readonly string[]): boolean {
  if (!verb || !content) return false
  if (isAsked(syntax, from)) return true
  // "demanded that he explain himself"
  if (content.to === content.from + 1 && /^(?:him|her|it|my)self$|^(?:them|our|your)selves$/u.test(syntax.word(content.from))) return true
  const noun = syntax.nounAt(content.from)
  const isObject = content.from === to && noun?.from === to && syntax.quotationAt(to) < 0
  // "holding the country hostage"
  if (head.lemma === 'hold' && isObject && (syntax.word(noun.head) === 'hostage' || syntax.word(noun.to) === 'hostage')) return true
  // "is recalling eleven batches", "recalled its ambassador"
  if (head.lemma === 'recall' && isObject && !hasFinite(syntax, noun) && speakers.length > 0 && speakers.every(ref => /^(?:ORGANISATION|COUNTRY)$/u.test(cast.entity(ref)?.kind ?? ''))) return true
  // "would report the leader to the ombudsman": a complaint, and no words.
  if (head.lemma === 'report' && isObject && syntax.word(noun.to) === 'to' && syntax.nounAt(noun.to + 1)?.from === noun.to + 1) return true
  // "a lawyer who advised the government"
  if (/^(?:advise|command)$/u.test(head.lemma) && isObject && noun.to >= content.to) return true
  // "who commands troops in the east": no order.
  if (head.lemma === 'command' && isObject && !Array.from({ length: content.to - content.from }, (_, step) => content.from + step).some(at => syntax.verbAt(at))) return true
  // "quoting reference 4417"
  if (head.lemma === 'quote' && isObject && /^(?:reference|number|incident|code)$/u.test(syntax.word(noun.from))) return true
  // "said declaring an emergency would have cost lives": what he speaks of.
  const before = syntax.verbAt(from - 1)
  if (verb.form === 'participle' && head.lower.endsWith('ing') && before?.form === 'finite' && before.to === from && saysSomething(syntax, before) && isObject && syntax.verbAt(noun.to)?.form === 'finite') return true
  const quotation = syntax.quotation(content.from)
  if (!quotation || /^[,:]$/u.test(syntax.word(quotation.from - 2))) return false
  // "would respond “in kind”", "would go on “until nobody is left”"
  return (verb.modal !== undefined && /^(?:respond|react)$/u.test(head.lemma) && quotation.to - quotation.from < 4) || (head.lemma === 'go' && particle === 'on' && content.from >= to)
}

/** "called the strike", "called an election for May", "a man called Ola Berg": a thing or a name, and no word about it. */
function isSummoned(syntax: Syntax, { head, verb, particle, passive, to }: CueShape, content: Stretch | undefined, source: Stretch | undefined): boolean {
  // "what he called an insult"
  if (syntax.word((source?.from ?? 0) - 1) === 'what') return false
  if (head.lemma !== 'call' || !verb || passive || particle !== '' || !content || content.from < to) return false
  // "should call 101", "called police three times"
  if (syntax.token(content.from)?.tag === 'NUM' && syntax.token(content.from + 1)?.tag !== 'NOUN') return true
  const noun = syntax.nounAt(content.from)
  if (noun?.from !== content.from || syntax.quotationAt(content.from) >= 0) return false
  // "called Ms Reed to congratulate her": by telephone.
  if (syntax.word(noun.to) === 'to' && telephoned.has(syntax.word(noun.to + 1))) return true
  if (/^(?:once|twice|again)$/u.test(syntax.word(noun.to)) || (syntax.token(noun.to)?.tag === 'NUM' && syntax.word(noun.to + 1) === 'times')) return true
  // "a man called Ola Berg, who left": his name.
  if (/^an?$/u.test(syntax.word(source?.from ?? -1)) && source?.to === verb.from && noun.to >= content.to && syntax.token(noun.head)?.tag === 'PROPN' && syntax.token(noun.from)?.tag === 'PROPN') return true
  // "called Ms Reed, a senator, “weak”": the words may be cut at the comma.
  const end = (noun.to >= content.to && (syntax.word(noun.to) !== ',' || isThingCalled(syntax, noun))) || /^[.;]$/u.test(syntax.word(noun.to)) || /^(?:ADP|ADV|SCONJ)$/u.test(syntax.token(noun.to)?.tag ?? '') || isTimeNoun(syntax.word(noun.to)) || /^(?:last|next|this|late|early)$/u.test(syntax.word(noun.to))
  // "called it, in a speech, “weak”", "called the head of the office corrupt"
  return end && !hasFinite(syntax, content) && quotationsIn(syntax, content).length === 0 && syntax.token(content.to - 1)?.tag !== 'ADJ' && syntax.word(noun.to) !== 'as'
}

/** "an election," but not "Ms Reed," nor "him,". */
function isThingCalled(syntax: Syntax, { from, to, head }: Stretch & { readonly head: number }): boolean {
  const token = syntax.token(head)
  return token?.tag === 'NOUN' && /^an?$/u.test(syntax.word(from)) && kindOfSpeaker(token.lemma, token.lower) === 'TOPIC' && syntax.token(to + 1)?.tag !== 'DET'
}

/** "pleaded anonymity"; but "pleaded guilty", "pleaded for calm", "pleaded that he was ill". */
function isPlea(syntax: Syntax, { head, particle }: CueShape, content: Stretch | undefined): boolean {
  return head.lemma === 'plead' && particle === '' && content !== undefined && !/^(?:guilty|innocent)$/u.test(syntax.word(content.from)) && syntax.quotationAt(content.from) < 0 && syntax.verbAt(content.from)?.form !== 'infinitive' && !isClause(syntax, content.from) && !hasFinite(syntax, content)
}

/** "Manila: The president speaks. The senators stay away.": where it is, and not who says so. */
function isOfPlace({ syntax, cast }: Found, rule: string, content: readonly Stretch[], speakers: readonly string[]): boolean {
  const first = content[0]
  if (rule !== 'NAME_AND_COLON' || !first || speakers.length === 0 || syntax.quotationAt(first.from) >= 0 || syntax.sentenceAt(first.from).from === syntax.sentenceAt(first.to - 1).from) return false
  return speakers.every(ref => /^(?:PLACE|COUNTRY)$/u.test(cast.entity(ref)?.kind ?? ''))
}

/** "The jukebox added songs such as “…”", "who wrote novels such as “…”": a title or a name within what is done. */
function isOfThing({ syntax, cast }: Found, content: readonly Stretch[], { head, verb, particle, to }: CueShape, speakers: readonly string[], source: number | undefined): boolean {
  const first = content[0]
  if (!first || !verb || particle !== '' || first.from < to || syntax.quotationAt(first.from) >= 0 || syntax.nounAt(first.from)?.from !== first.from) return false
  // "wrote novels such as “…”", and not "wrote they may hold “…”"
  if (/^(?:write|pen)$/u.test(head.lemma)) return !beginsClause(syntax, first.from)
  return onlyClauses.has(head.lemma) && speakers.length > 0 && !hasFinite(syntax, first) && speakers.every(ref => cast.isIntroduced(ref) && isThing(syntax, cast.entity(ref)?.kind, source))
}

/** "spoke for an hour", "speaking for the ministry": how long, or for whom; and not "spoke for the bill". */
function isSomebodyOrTime(syntax: Syntax, content: Stretch | undefined): boolean {
  const token = syntax.token(syntax.nounAt(content?.from ?? -1)?.head ?? -1)
  return token !== undefined && (token.tag === 'PROPN' || isTimeNoun(token.lower) || kindOfSpeaker(token.lemma, token.lower) !== 'TOPIC')
}

/** "likes “The Walking Bread”": what he watches, and no word of his. */
function isFavourite(syntax: Syntax, { verb, head }: CueShape, content: Stretch | undefined): boolean {
  const quotation = content && verb ? syntax.quotation(content.from) : undefined
  return quotation !== undefined && /^(?:like|love|hate|dislike|see|hear|know|remember|appreciate)$/u.test(head.lemma) && quotation.to - quotation.from > 1 && isTitle(syntax, quotation)
}

/** "they may hold", and not "a book called" */
function beginsClause(syntax: Syntax, from: number): boolean {
  const noun = syntax.nounAt(from)
  const verb = noun?.from === from ? syntax.verbAt(noun.to) : undefined
  return verb?.form === 'finite' && !/^(?:call|title|entitle|name|dub)$/u.test(syntax.token(verb.head)?.lemma ?? '')
}

/** "a book called “Songs of the Coast”": its title, and nobody's word. */
function isTitled(syntax: Syntax, { verb, head }: CueShape, content: Stretch | undefined): boolean {
  if (!verb || verb.from !== verb.head || !content || !/^(?:call|title|entitle|name|dub)$/u.test(head.lemma)) return false
  const thing = syntax.nounAt(verb.from - 1)
  const token = thing?.to === verb.from ? syntax.token(thing.head) : undefined
  const quotation = syntax.quotation(syntax.word(verb.to) === 'the' ? verb.to + 1 : verb.to)
  return token?.tag === 'NOUN' && quotation !== undefined && /^(?:TOPIC|ORGANISATION)$/u.test(kindOfSpeaker(token.lemma, token.lower)) && isTitle(syntax, quotation)
}

/** Whether a quotation of some words, and no title, lies in a stretch. */
function isQuoted(syntax: Syntax, stretch: Stretch): boolean {
  return quotationsIn(syntax, stretch).some(index => {
    const quotation = syntax.quotations[index]
    return quotation !== undefined && !isNameInside(syntax, quotation) && Math.min(quotation.to, stretch.to) - Math.max(quotation.from, stretch.from) > 1
  })
}

/** "responded by saying so", "added to his lead": how, not what. */
function isAdverbial(syntax: Syntax, first: Stretch | undefined): boolean {
  if (!first || syntax.token(first.from)?.tag !== 'ADP' || syntax.verbAt(first.from) || /^(?:whom|which|what)$/u.test(syntax.word(first.from + 1))) return false
  return !hasFinite(syntax, first)
}

function hasFinite(syntax: Syntax, stretch: Stretch | undefined): boolean {
  for (let at = stretch?.from ?? 0; at < (stretch?.to ?? 0); at++) if (syntax.verbAt(at)?.form === 'finite') return true
  return false
}

/** "his smile", "the sentence": things say nothing unless they are written. */
function isThing(syntax: Syntax, kind: EntityKind | undefined, head: number | undefined): boolean {
  return kind === 'TOPIC' && head !== undefined && !isDocument(syntax.token(head))
}

function isClause(syntax: Syntax, at: number): boolean {
  return /^(?:that|whether|if|how|what|why|when|where|who)$/u.test(syntax.word(at))
}

/** "addressed big, boisterous rallies", "addressed the nation": whom he spoke to, and not what of. */
function isAudience(syntax: Syntax, shape: CueShape, first: Stretch | undefined): boolean {
  if (shape.head.lemma !== 'address' || !first || first.from < shape.to) return false
  const { to: end } = syntax.sentenceAt(first.from)
  // The commas of "big, boisterous rallies" are no end.
  for (let at = first.from; at < Math.min(end, first.from + 8); at++) {
    const token = syntax.token(at)
    const head = token?.tag === 'NOUN' || token?.tag === 'PROPN' ? syntax.token(syntax.nounAt(at)?.head ?? at) : undefined
    if (head) return audiences.has(head.lemma) || kindOfSpeaker(head.lemma, head.lower) !== 'TOPIC'
    if (token && !/^(?:DET|ADJ|NUM|PRON)$/u.test(token.tag) && token.text !== ',') return false
  }
  return false
}

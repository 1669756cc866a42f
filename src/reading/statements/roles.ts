// Whom something is said to, through what, and whom it is aimed at.
import type { SpeechAct } from '../../model/vocabulary.ts'
import type { Attributed, DraftMention, NounPhrase, Stretch } from '../draft.ts'
import { isDocument, occasions } from '../lexicon/documents.ts'
import type { CueShape } from './cue-shape.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { phrasesIn } from './phrases.ts'
import { meaningOf, type Found } from './speakers.ts'

/** What comes behind the verb is whom it is said to: "told Mr Cameron", "thanked Mr Cameron". */
const toObject = new Set(`tell remind inform assure reassure notify convince persuade brief advise warn instruct alert caution ask urge order command press pressure implore beg
  beseech encourage challenge invite thank congratulate promise threaten request lobby counsel exhort petition`.split(/\s+/u))
/** What comes behind the verb is what it is aimed at. */
const aimed: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['ACCUSE', 'CONDEMN', 'CRITICISE', 'PRAISE', 'THANK', 'URGE', 'ORDER', 'THREATEN', 'REFUSE', 'AGREE', 'WARN', 'APOLOGISE', 'CONDOLE', 'OFFER'])
/** Of these, those that take whom they are aimed at only as a person or body that is to act or to suffer. */
const personal: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['URGE', 'ORDER', 'WARN', 'APOLOGISE', 'CONDOLE', 'OFFER', 'THREATEN'])

export interface Roles {
  readonly addressees: readonly string[]
  readonly targets: readonly string[]
  readonly via: string | undefined
}

export const noRoles: Roles = { addressees: [], targets: [], via: undefined }

export function rolesOf(found: Found, { content }: Attributed, shape: CueShape, act: SpeechAct): Roles {
  const addressees: string[] = []
  const targets: string[] = []
  const { head, object, particle } = shape
  const first = content.find(({ from }) => from >= shape.to)
  if (shape.verb && shape.passive) {
    // "Mr Cameron was told", "the Kremlin was accused of": what stands before is whom it meets.
    const patient = found.syntax.nounAt(shape.from - 1)
    if (patient) {
      const refs = refsOf(found, patient, false)
      if (toObject.has(head.lemma)) addressees.push(...refs)
      if (aimed.has(act)) targets.push(...refs)
    }
  } else if (shape.verb) {
    const behind = object ?? (particle !== '' && particle !== 'out' && first ? phraseAt(found, first.from) : undefined)
    const isPerson = behind !== undefined && (object === undefined || toObject.has(head.lemma) || aimed.has(act))
    if (behind && isPerson) {
      const refs = refsOf(found, behind, act !== 'URGE' && act !== 'ORDER')
      const people = refs.filter(ref => isActor(found, ref))
      if (object && toObject.has(head.lemma)) addressees.push(...people)
      if (aimed.has(act)) targets.push(...(personal.has(act) ? people : refs))
    }
  } else if (first && aimed.has(act)) {
    // "his criticism of the plan"
    const phrase = phraseAt(found, first.from)
    if (phrase) targets.push(...refsOf(found, phrase, true).filter(ref => !personal.has(act) || isActor(found, ref)))
  }
  const aside = asideOf(found, shape)
  return { addressees: [...new Set([...addressees, ...aside.addressees])], targets: [...new Set(targets)], via: aside.via }
}

function phraseAt({ syntax }: Found, at: number): NounPhrase | undefined {
  const noun = syntax.nounAt(at)
  return noun?.from === at && syntax.verbAt(noun.to)?.form !== 'finite' ? noun : undefined
}

/** Whom the phrases of a list mean; where one means nobody and `owner` is set, whose it is: "Mr Hale’s plan". */
function refsOf(found: Found, source: Stretch & { readonly head: number }, owner: boolean): readonly string[] {
  const { syntax, cast } = found
  const { to: end } = syntax.sentenceAt(source.head)
  const refs: string[] = []
  for (const phrase of phrasesIn(syntax, { from: source.from, to: end, head: source.head })) {
    const one = cast.meant(phrase.head) ?? somebody(found, phrase)
    const meant = one ?? (owner ? cast.within(phrase).findLast(({ mention }) => mention.form !== 'ADJECTIVE') : undefined)
    if (meant) refs.push(meant.mention.entity)
  }
  return refs
}

/** A person or body that nobody has met before: "reporters", "the ministry". */
function somebody(found: Found, phrase: NounPhrase): DraftMention | undefined {
  const token = found.syntax.token(phrase.head)
  return token?.tag === 'NOUN' && kindOfSpeaker(token.lemma, token.lower) !== 'TOPIC' ? meaningOf(found, phrase, phrase) : undefined
}

function isActor({ cast }: Found, ref: string): boolean {
  const kind = cast.entity(ref)?.kind
  return kind === 'PERSON' || kind === 'ORGANISATION' || kind === 'GROUP' || kind === 'COUNTRY'
}

/** "to reporters", "in an interview with the paper", "in a statement", "on Twitter". */
function asideOf(found: Found, { from, verb, beside }: CueShape): { readonly addressees: readonly string[]; readonly via: string | undefined } {
  const { syntax, cast } = found
  const addressees: string[] = []
  let via: string | undefined
  if (!verb) return { addressees, via }
  // "released a statement saying"
  const issued = from < verb.from ? syntax.nounAt(verb.from - 1) ?? syntax.nounAt(verb.from - 2) : undefined
  if (issued && issued.from > from && isDocument(syntax.token(issued.head))) via = (cast.meant(issued.head) ?? cast.introduce(issued, 'TOPIC')).mention.entity
  for (let at = beside.from; at < beside.to; at++) {
    const noun = syntax.nounAt(at)
    if (!noun || noun.from !== at) continue
    const preposition = syntax.word(at - 1)
    const lemma = syntax.token(noun.head)?.lemma ?? ''
    const one = cast.meant(noun.head)
    if (preposition === 'to' && (at - 1 === beside.from || isMedium(syntax.word(at - 2)))) {
      const meant = one ?? somebody(found, noun)
      if (meant && isActor(found, meant.mention.entity)) addressees.push(meant.mention.entity)
    } else if (preposition === 'with' && isMedium(syntax.word(at - 2))) {
      if (one && isActor(found, one.mention.entity)) addressees.push(one.mention.entity)
    } else if (/^(?:in|via|through|on)$/u.test(preposition)) {
      if (preposition !== 'on' && isDocument(syntax.token(noun.head)) && !occasions.has(lemma)) via ??= (one ?? cast.introduce(noun, 'TOPIC')).mention.entity
      else if (preposition !== 'in' && one && isOutlet(found, one)) via ??= one.mention.entity
    }
    at = noun.to - 1
  }
  return { addressees, via }
}

function isMedium(word: string): boolean {
  return isDocument({ lemma: word, lower: word }) || occasions.has(word) || word === 'remarks' || word === 'comments'
}

function isOutlet({ cast }: Found, { mention }: DraftMention): boolean {
  return cast.entity(mention.entity)?.kind === 'ORGANISATION' && mention.form === 'NAME'
}

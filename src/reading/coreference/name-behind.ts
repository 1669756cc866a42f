// The name that stands behind what somebody is: "the team's coach, Ola Berg,", "Secretary of State Ann Reed".
import type { DraftMention, NounPhrase } from '../draft.ts'
import type { TitleMatch } from '../gazetteer.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isDash } from '../syntax.ts'
import type { Scene } from './scene.ts'

const binding = new Set(['of', 'for', 'to', 'at', 'in', 'on', 'from', 'with'])
/** How many phrases may stand between: "the head of the office for trade of the town, Ann Reed,". */
const mostBetween = 3

/** The name of the one person whom the phrase describes, where it follows at once or behind a comma. */
export function nameBehind(scene: Scene, phrase: NounPhrase, title: TitleMatch | undefined): DraftMention | undefined {
  const { syntax } = scene
  const head = syntax.token(phrase.head)
  if (!head || head.lower !== head.lemma || (!title && head.tag !== 'NOUN') || !(title || kindOfSpeaker(head.lemma, head.lower) === 'PERSON')) return undefined
  let { to } = phrase
  // "His deputy, known as Commander Roe,"
  const called = calledBehind(scene, to) ?? (syntax.word(to) === ',' && /^(?:known|named|identified)$/u.test(syntax.word(to + 1)) ? calledBehind(scene, to + 1) : undefined)
  if (called) return called
  for (let step = 0; step <= mostBetween; step++) {
    if (syntax.word(to) === ',') return behindComma(scene, to + 1)
    const noun = binding.has(syntax.word(to)) ? syntax.nounAt(to + 1) : undefined
    if (!noun || noun.from !== to + 1) return undefined
    const inner = personAt(scene, noun)
    if (inner) return title && (isWholeTitle(scene, phrase, inner) || (isCapital(head.text) && isComplement(scene, noun, inner))) ? inner : undefined
    const person = scene.named(syntax.nounAt(noun.to)?.head ?? -1)
    if (person && person.from === noun.to && isPerson(scene, person)) return title && isCapital(head.text) ? person : undefined
    const token = syntax.token(noun.head)
    // "a lawyer for the coach, Ola Berg,": the nearer of two people has the name.
    if (!token || (token.tag === 'NOUN' && kindOfSpeaker(token.lemma, token.lower) === 'PERSON')) return undefined
    to = noun.to
  }
  return undefined
}

/** "a teacher | named Ann Reed", "a man known as Ola Berg", "identified by police as Ola Berg" */
function calledBehind(scene: Scene, from: number): DraftMention | undefined {
  const { syntax } = scene
  const word = syntax.word(from)
  // "named | by local media | as Ann Reed"
  const by = syntax.word(from + 1) === 'by' ? syntax.nounAt(from + 2) : undefined
  const as = by?.from === from + 2 ? by.to : from + 1
  const to = syntax.word(as) === 'as' && /^(?:named|identified|known)$/u.test(word) ? as + 1 : word === 'who' && /^identif(?:ies|ied) (?:him|her)self as$/u.test(syntax.tokens.slice(from + 1, from + 4).map(token => token.lower).join(' ')) ? from + 4 : word === 'named' || word === 'called' ? from + 1 : from
  const noun = to > from ? syntax.nounAt(to) : undefined
  // "One lawmaker called Hale “a prince”"
  const ends = noun && (/^[,.;)]$/u.test(syntax.word(noun.to)) || syntax.verbAt(noun.to)?.form === 'finite')
  return noun?.from === to && ends ? personAt(scene, noun) : undefined
}

/** "former secretary of state | Ann Reed": a title that begins in the phrase and ends at the name. */
function isWholeTitle({ gazetteer, words }: Scene, { from, head }: NounPhrase, person: DraftMention): boolean {
  for (let at = from; at <= head; at++) if (at + (gazetteer.titleAt(words, at)?.length ?? 0) === person.from) return true
  return false
}

/** ", Ola Berg," with a mark behind it, and no list of names. */
function behindComma(scene: Scene, from: number): DraftMention | undefined {
  const { syntax } = scene
  const noun = syntax.nounAt(from)
  const person = noun?.from === from ? personAt(scene, noun) : undefined
  if (!person || syntax.quotationAt(from) !== syntax.quotationAt(from - 2)) return undefined
  // ", Ola Berg of the Varen Institute,"
  const home = /^(?:of|from|at|with)$/u.test(syntax.word(person.to)) ? syntax.nounAt(person.to + 1) : undefined
  const near = home?.from === person.to + 1 ? home.to : person.to
  // "of the London School of Hygiene"
  const rest = near > person.to && syntax.word(near) === 'of' ? syntax.nounAt(near + 1) : undefined
  const to = rest?.from === near + 1 ? rest.to : near
  const mark = syntax.word(to)
  if (mark === ',') {
    const next = syntax.nounAt(to + 1)
    return /^(?:and|or|nor)$/u.test(syntax.word(to + 1)) || (next?.from === to + 1 && personAt(scene, next) && syntax.verbAt(next.to)?.form !== 'finite') ? undefined : person
  }
  return /^[.;:()?!]?$/u.test(mark) || isDash(mark) || syntax.sentenceAt(from).to <= to ? person : undefined
}

/** "of | Education Ann Reed", "to | the United States Ann Reed": words before the name that are no title of its own, as "of | President Ann Reed" has. */
function isComplement({ gazetteer, words, syntax }: Scene, { from }: NounPhrase, person: DraftMention): boolean {
  if (person.from <= from) return false
  for (let at = from; at < person.from; at++) {
    const word = words[at] ?? ''
    if (/^(?:the|and)$/u.test(word)) continue
    if (!isCapital(word) || gazetteer.titleAt(words, at) || kindOfSpeaker(syntax.token(at)?.lemma ?? '', word.toLowerCase()) === 'PERSON') return false
  }
  return true
}

function personAt(scene: Scene, noun: NounPhrase): DraftMention | undefined {
  const person = scene.named(noun.head)
  return person && person.from >= noun.from && isPerson(scene, person) ? person : undefined
}

function isPerson(scene: Scene, { mention }: DraftMention): boolean {
  return mention.form === 'NAME' && scene.history.figure(mention.entity)?.entity.kind === 'PERSON'
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

// Descriptions: who "the Russian president", "a spokeswoman for the bank", "the two men" and "the company" are.
import type { EntityKind } from '../../model/vocabulary.ts'
import type { NounPhrase, VerbGroup } from '../draft.ts'
import type { TitleMatch } from '../gazetteer.ts'
import { makingSomebody } from '../lexicon/governing-verbs.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { appointing } from '../lexicon/tenure.ts'
import { isName } from '../whole-phrase.ts'
import { epithetOf, pointedAt } from './epithets.ts'
import type { Figure } from './history.ts'
import { bearerIn, besideBody, bodyOf, namelessBody } from './bodies.ts'
import { agedOf } from './aged.ts'
import { countryIn, genderIn, holderOf } from './holders.ts'
import { homesIn, isMember } from './homes.ts'
import { nameBehind } from './name-behind.ts'
import { isNeverShort, isShortFor } from './short-titles.ts'
import { twoOf } from './pairs.ts'
import { apartIn, roleOf } from './role.ts'
import type { Meant, Scene } from './scene.ts'
import { isToldAlike } from './told-alike.ts'

/** Whom a noun phrase without a name means; undefined where it means nobody. */
export function descriptionOf(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const { syntax } = scene
  const head = syntax.token(phrase.head)
  if (!head || scene.named(phrase.head) || (head.tag !== 'NOUN' && head.tag !== 'PROPN')) return undefined
  const definite = /^(?:the|this|that|these|those|both)$/u.test(syntax.word(phrase.from))
  const two = definite ? twoOf(scene, phrase) : undefined
  if (two) return two
  const bearer = bearerIn(scene, phrase) ?? besideBody(scene, phrase)
  if (bearer) return bearer
  const apposed = appositionOf(scene, phrase)
  if (apposed) return apposed
  const subject = subjectSaidToBe(scene, phrase)
  if (subject) return predicateOf(scene, phrase, subject)
  if (isSaidOfObject(scene, phrase)) return undefined
  const title = titleOf(scene, phrase)
  const behind = namedBehind(scene, phrase, title)
  if (behind) return behind
  if (isOfPronounBehind(scene, phrase)) return undefined
  const aged = definite ? (agedOf(scene, phrase) ?? pointedAt(scene, phrase)) : undefined
  if (aged) return aged
  const kind = kindOfSpeaker(head.lemma, head.lower)
  if (definite || (title && isOfficeOfOne(title) && isOwned(scene, phrase))) {
    const known = (title || kind === 'PERSON' || isMember(scene.gazetteer, scene.words, phrase.head) ? holderOf(scene, phrase, title) : undefined) ?? bodyOf(scene, phrase) ?? sameNounOf(scene, phrase, title)
    const other = known ?? epithetOf(scene, phrase, title) ?? namelessBody(scene, phrase)
    if (other) return other
  }
  // "Geologists had warned", to the tagger a name.
  const isGroup = head.tag === 'PROPN' && phrase.from === phrase.head && syntax.sentenceAt(phrase.head).from === phrase.head && head.lower !== 'others' && !/^(?:of|for|from|in|at|with)$/u.test(syntax.word(phrase.to)) && /[^s]s$/u.test(head.lower) && scene.isForemost(phrase.head) && kindOfSpeaker(head.lower.slice(0, -1), head.lower) === 'GROUP'
  if (isGroup) return unnamedOf(scene, phrase, undefined, 'GROUP')
  if (head.tag === 'PROPN' && !title) return undefined
  const several = !isSingular(head.lower, head.lemma) || head.lower === 'people' || head.lower === 'police'
  if (!(title || kindOfSpeaker(head.lemma, head.lemma) === 'PERSON' || head.lower === 'people' || head.lower === 'police')) return undefined
  // "sank into a chair", "in his head": no office.
  if (/^(?:chair|head)$/u.test(head.lower) && phrase.head - phrase.from < 2 && syntax.word(phrase.to) !== 'of' && !scene.isForemost(phrase.head) && !scene.speaks(phrase.head)) return undefined
  // "took the crew | hostage"
  if (/^(?:hostage|captive|prisoner)$/u.test(head.lower) && phrase.from === phrase.head) return undefined
  // One person has an article, an owner or a number before the noun: "the source", "her aide"; "secretary" alone is an office.
  if (!several && !/^(?:DET|NUM|PRON)$/u.test(syntax.token(phrase.from)?.tag ?? '') && !syntax.word(phrase.head - 1).endsWith('s') && !isOwned(scene, phrase)) return undefined
  return unnamedOf(scene, phrase, title, several ? 'GROUP' : 'PERSON')
}

/** "finance minister", "prime minister": of which a country has one. */
function isOfficeOfOne({ title }: TitleMatch): boolean {
  return title.unique === true && /^(?:MINISTER|HEAD_OF_STATE|HEAD_OF_GOVERNMENT)$/u.test(title.kind)
}

/** "his finance minister", "Kelt’s finance minister" */
function isOwned({ syntax }: Scene, { from, head }: NounPhrase): boolean {
  if (/^(?:his|her|its|their)$/u.test(syntax.word(from))) return true
  for (let at = from + 1; at < head; at++) if (/^['’]s?$/u.test(syntax.word(at)) && syntax.token(at)?.start === syntax.token(at - 1)?.end) return true
  return false
}

/** "Born in Keta, the daughter of a fisherman, | she trained": what is said of her, and nobody else. */
function isOfPronounBehind({ syntax }: Scene, { from, to, head }: NounPhrase): boolean {
  const token = syntax.token(head)
  if (token?.tag !== 'NOUN' || !isSingular(token.lower, token.lemma) || !/^(?:the|a|an)$/u.test(syntax.word(from)) || (syntax.word(from - 1) !== ',' && syntax.sentenceAt(from).from !== from)) return false
  let end = to
  for (let steps = 0; steps < 3 && /^(?:of|for|in|from|at)$/u.test(syntax.word(end)); steps++) {
    const noun = syntax.nounAt(end + 1)
    if (noun?.from !== end + 1) return false
    end = noun.to
  }
  return syntax.word(end) === ',' && /^s?he$/u.test(syntax.word(end + 1)) && syntax.verbAt(end + 2)?.form === 'finite'
}

/** "president" of "the former Russian president", "Secretary of State" of "the Secretary of State". */
function titleOf({ gazetteer, words }: Scene, phrase: NounPhrase): TitleMatch | undefined {
  for (let at = phrase.from; at <= phrase.head; at++) {
    const title = gazetteer.titleAt(words, at)
    if (title && at + title.length > phrase.head) return title
  }
  return undefined
}

/** "Ms Reed, a spokeswoman for the bank,": what stands behind the comma is she. */
function appositionOf(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const { syntax } = scene
  if (syntax.word(phrase.from - 1) !== ',') return undefined
  // "Ola Berg, 54, a teacher"
  const age = syntax.token(phrase.from - 2)?.tag === 'NUM' && syntax.word(phrase.from - 3) === ','
  const before = scene.named(syntax.nounAt(phrase.from - (age ? 4 : 2))?.head ?? -1)
  const figure = before && scene.history.figure(before.mention.entity)
  const head = syntax.token(phrase.head)
  if (!figure || !head || figure.entity.kind !== 'PERSON' || !(kindOfSpeaker(head.lemma, head.lower) === 'PERSON' || titleOf(scene, phrase)) || !isSingular(head.lower, head.lemma)) return undefined
  const first = syntax.token(phrase.from)
  if (first?.tag !== 'DET' && !/^(?:of|at|for|,|and)$/u.test(syntax.word(phrase.to)) && first?.tag !== 'NOUN' && first?.tag !== 'ADJ') return undefined
  learn(scene, figure, phrase)
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'APPOSITION', reason: `It stands behind the name of ${figure.entity.name} and says what they are.`, confidence: 0.85 })
}

/** "described Ann Reed as | the leader", "called her | a liar": what somebody is said to be by another, and nobody else. */
function isSaidOfObject({ syntax }: Scene, { from: first }: NounPhrase): boolean {
  // "make her | governor": she, and no governor of hers.
  const making = syntax.word(first) === 'her' ? syntax.verbAt(first - 1) : undefined
  if (making?.to === first && !making.passive && makingSomebody.has(syntax.token(making.head)?.lemma ?? '')) return true
  // "called her “an ungrateful daughter”"
  const from = /^["“‘'`]$/u.test(syntax.word(first - 1)) ? first - 1 : first
  const isAs = syntax.word(from - 1) === 'as'
  const noun = syntax.nounAt(isAs ? from - 2 : from - 1)
  if (!noun || noun.to !== (isAs ? from - 1 : from)) return false
  const verb = syntax.verbAt(noun.from - 1) ?? (syntax.word(noun.from - 1) === 'to' ? syntax.verbAt(noun.from - 2) : undefined)
  return verb !== undefined && !verb.passive && (isAs ? describing : naming).has(syntax.token(verb.head)?.lemma ?? '')
}

const naming: ReadonlySet<string> = new Set(['call', 'label', 'brand', 'dub', 'deem', 'pronounce', 'declare'])
const describing: ReadonlySet<string> = new Set(['describe', 'portray', 'depict', 'regard', 'view', 'see', 'paint', 'cast', 'present', 'characterise', 'characterize', 'hail', 'dismiss', 'denounce', 'deride', 'condemn', 'praise', 'brand', 'mock', 'blast', 'refer'])

interface SaidToBe {
  readonly figure: Figure
  readonly verb: VerbGroup
  readonly negated: boolean
}

/** Of whom "is a lawyer", "serves as a judge" or "was sworn in as president" is said. */
function subjectSaidToBe(scene: Scene, { from }: NounPhrase): SaidToBe | undefined {
  const { syntax, history, subjectBefore } = scene
  const isAs = syntax.word(from - 1) === 'as'
  const appointed = isAs ? appointedBefore(scene, from - 1) : undefined
  if (appointed) return appointed
  let at = from - (isAs ? 2 : 1)
  // "is not now a lawyer", "served briefly as", "was sworn in as", "shows himself as"
  for (let steps = 0; steps < 2 && !syntax.verbAt(at) && (/^(?:ADV|PART|ADP)$/u.test(syntax.token(at)?.tag ?? '') || syntax.word(at).endsWith('self')); steps++) at--
  const verb = syntax.verbAt(at)
  if (!verb || !(isAs || being.has(syntax.word(verb.head)))) return undefined
  const figure = history.figure(subjectBefore(verb.to) ?? '')
  return figure && { figure, verb, negated: verb.negated || syntax.tokens.slice(verb.to, from).some(({ lower }) => lower === 'not' || lower === 'never') }
}

/** "named Ann Reed as": whoever is named. */
function appointedBefore({ syntax, history, named }: Scene, as: number): SaidToBe | undefined {
  const noun = syntax.nounAt(as - 1)
  const verb = noun && noun.to === as ? syntax.verbAt(noun.from - 1) : undefined
  const figure = noun && verb && !verb.passive && appointing.has(syntax.token(verb.head)?.lemma ?? '') ? history.figure(named(noun.head)?.mention.entity ?? '') : undefined
  return verb && figure && { figure, verb, negated: verb.negated }
}

const being: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'become', 'became', 'becomes', 'remains', 'remained'])

/** "Ann Reed is a lawyer": what she is said to be is she; what she is not, or may be, and what a country is, is nobody. */
function predicateOf(scene: Scene, phrase: NounPhrase, { figure, verb, negated }: SaidToBe): Meant | undefined {
  const head = scene.syntax.token(phrase.head)
  // "qualified to be president": what she is not yet.
  if (!head || negated || verb.modal !== undefined || scene.syntax.word(verb.from) === 'to' || figure.plural === isSingular(head.lower, head.lemma) || !/^(?:PERSON|GROUP)$/u.test(figure.entity.kind) || kindOfSpeaker(head.lemma, head.lower) !== 'PERSON') return undefined
  // Of who was president, or shows himself as one, the article may soon call another so.
  if (verb.to === phrase.from && !/^(?:was|were|had)$/u.test(scene.syntax.word(verb.from))) learn(scene, figure, phrase)
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'SAID_TO_BE', reason: `It is what ${figure.entity.name} is said to be.`, confidence: 0.85 })
}

/** "The team's coach, Ola Berg,": what stands before the name is he. */
function namedBehind(scene: Scene, phrase: NounPhrase, title: TitleMatch | undefined): Meant | undefined {
  const name = nameBehind(scene, phrase, title)
  const figure = name && scene.history.figure(name.mention.entity)
  const gender = genderIn(scene, phrase, title)
  if (!figure || (gender !== undefined && figure.gender !== undefined && gender !== figure.gender)) return undefined
  // "the justice secretary … The secretary, Ola Berg,": one.
  const before = /^the$/u.test(scene.syntax.word(phrase.from)) ? describedSo(scene, phrase) : undefined
  if (before && (before.gender === undefined || figure.gender === undefined || before.gender === figure.gender)) scene.join(before, figure)
  learn(scene, figure, phrase)
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'NAME_BEHIND', reason: `The name of ${figure.entity.name} stands behind it.`, confidence: 0.85 })
}

/** The one person without a name whom the article spoke of by this noun, or by a title that ends so. */
function describedSo(scene: Scene, phrase: NounPhrase): Figure | undefined {
  const noun = scene.syntax.token(phrase.head)?.lemma ?? ''
  const alike = scene.history.recent().filter(figure => !figure.entity.named && !figure.plural && figure.entity.kind === 'PERSON' && figure.last?.quotation === -1 && isToldAlike(scene, phrase, figure) && [...figure.roles].some(role => role === noun || isShortFor(noun, role)))
  return alike.length === 1 ? alike[0] : undefined
}

/** What a description tells of somebody: the role, the gender, the country. */
function learn(scene: Scene, figure: Figure, phrase: NounPhrase): void {
  const head = scene.syntax.token(phrase.head)
  const title = titleOf(scene, phrase)
  // "Tom Hale, a former judge": another is the judge.
  const was = title && apartIn(title) === '' && isOfThePast(scene, phrase) ? 'former ' : ''
  if (head && !(title && isNeverShort(title))) figure.roles.add(title ? `${was}${apartIn(title)}${head.lemma}` : head.lemma)
  if (title) figure.roles.add(`${was}${roleOf(title)}`)
  for (const home of homesIn(scene.gazetteer, scene.words, { from: phrase.from, to: phrase.head })) figure.homes.add(home)
  const land = title && countryIn(scene, phrase)
  if (land !== undefined) figure.lands.add(land)
  figure.gender ??= genderIn(scene, phrase, title)
}

/** "a retired customs officer" */
function isOfThePast({ syntax }: Scene, { from, head }: NounPhrase): boolean {
  for (let at = from; at < head; at++) if (/^(?:former|retired|late|ex|one-time|onetime|then)$/u.test(syntax.word(at))) return true
  return false
}

/** "the official" after "a US official". */
function sameNounOf(scene: Scene, phrase: NounPhrase, title: TitleMatch | undefined): Meant | undefined {
  const head = scene.syntax.token(phrase.head)
  // "the prime minister" is not "a former minister".
  const role = title && title.title.name.includes(' ') ? roleOf(title) : head?.lemma
  const alike = scene.history.recent().filter(figure => !figure.entity.named && head !== undefined && role !== undefined && figure.roles.has(role) && isToldAlike(scene, phrase, figure) && figure.plural === !isSingular(head.lower, head.lemma))
  // "the soldiers" who seized the station, and not the two hundred of another country spoken of since in passing.
  const known = phrase.to - phrase.from === 2 ? alike.reduce<Figure | undefined>((one, other) => (one && one.count >= other.count ? one : other), undefined) : alike[0]
  return known && scene.mean(known, phrase, 'NOMINAL', { rule: 'SAME_NOUN', reason: 'The article spoke of them by the same noun before.', confidence: 0.75 })
}

/** "a US official", "two diplomats": somebody of this article alone. */
function unnamedOf(scene: Scene, phrase: NounPhrase, title: TitleMatch | undefined, kind: EntityKind): Meant | undefined {
  const { syntax, draft } = scene
  const first = syntax.token(phrase.from)
  const head = syntax.token(phrase.head)
  const next = syntax.nounAt(phrase.to)
  // "columnist | Ann Reed": a title of the name behind it.
  if (!first || !head || (next && next.from === phrase.to && isName(syntax, next.from)) || scene.named(phrase.to)) return undefined
  const from = first.tag === 'DET' || /^(?:his|her|their|its|my|our)$/u.test(first.lower) ? Math.min(phrase.from + 1, phrase.head) : phrase.from
  const words = draft.text.slice(syntax.token(from)?.start, head.end).split(/\s+/u).join(' ')
  const country = countryIn(scene, phrase)
  const lower = words.toLowerCase()
  const known = kind === 'GROUP' ? scene.history.recent().find(({ entity, plural }) => plural && !entity.named && entity.name.toLowerCase() === lower) : undefined
  if (known) return scene.mean(known, phrase, 'NOMINAL', { rule: 'SAME_NOUN', reason: 'The article spoke of them in the same words before.', confidence: 0.6 })
  const ref = `unnamed-${first.start}`
  const figure = scene.introduce(
    { ref, kind, name: words.charAt(0).toUpperCase() + words.slice(1), named: false, ...(country !== undefined && { country }) },
    genderIn(scene, phrase, title),
    kind === 'GROUP',
  )
  if (!title || !isNeverShort(title)) figure.roles.add(head.lemma)
  for (let at = phrase.from; at < phrase.head; at++) {
    const tied = scene.named(at)
    if (tied) figure.tied.add(tied.mention.entity)
  }
  if (title?.title.name.includes(' ')) figure.roles.add(roleOf(title))
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'UNNAMED', reason: 'The article speaks of them without a name.', confidence: 0.8 })
}

function isSingular(lower: string, lemma: string): boolean {
  return lower === lemma
}

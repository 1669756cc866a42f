// Who holds an office that is told without a name: "the Russian president", "the spokesman".
import type { NounPhrase } from '../draft.ts'
import type { TitleMatch } from '../gazetteer.ts'
import type { Gender } from '../knowledge.ts'
import { genderOfNoun } from '../lexicon/descriptions.ts'
import { memory, salience, type Figure } from './history.ts'
import { homesIn, isMember } from './homes.ts'
import { isNamedAgain } from './main-person.ts'
import { namedLater } from './later.ts'
import { roleOf } from './role.ts'
import type { Meant, Scene } from './scene.ts'
import { isShortFor, mayBeShort } from './short-titles.ts'
import { isToldAlike } from './told-alike.ts'

/** "the Russian president": who holds the office in this article, else whoever of that country or role was last spoken of. */
export function holderOf(scene: Scene, phrase: NounPhrase, title: TitleMatch | undefined): Meant | undefined {
  const place = scene.placeOf(phrase.head)
  const country = countryIn(scene, phrase) ?? (title ? countryBehind(scene, phrase) : undefined)
  const gender = genderIn(scene, phrase, title)
  const role = (title && roleOf(title)) ?? scene.syntax.token(phrase.head)?.lemma ?? ''
  const fits = (figure: Figure): boolean =>
    figure.entity.kind === 'PERSON' && (gender === undefined || figure.gender === undefined || figure.gender === gender) && (country === undefined || figure.entity.country === undefined || figure.entity.country === country)
  const homes = homesIn(scene.gazetteer, scene.words, { from: phrase.from, to: phrase.head })
  const isFrom = (figure: Figure): boolean => homes.some(home => figure.homes.has(home))
  // "Ms Reed asked whether the senator knew": another senator.
  const teller = scene.tellerBefore(phrase.head)
  const people = scene.history.recent().filter(figure => fits(figure) && figure.entity.ref !== teller && (homes.length === 0 || figure.homes.size === 0 || isFrom(figure)))
  const local = homes.length > 0 && (title || isMember(scene.gazetteer, scene.words, phrase.head)) ? people.find(figure => isFrom(figure) && (!title || figure.roles.has(role) || !hasOtherTitle(figure, role))) : undefined
  if (local) return scene.mean(local, phrase, 'NOMINAL', { rule: 'OFFICE_OF_PLACE', reason: `${local.entity.name} is the one of that place.`, confidence: 0.8 })
  const plain = title?.title.name.toLowerCase() ?? role
  const called = people.some(({ roles }) => roles.has(role)) || title?.modifiers.some(({ past }) => past) !== true ? role : plain
  // "President Hale" is not "the president of Kelt" in an article that is far more of another country.
  const isElsewhere = country !== undefined && scene.history.recent().some(({ entity, count }) => entity.kind === 'COUNTRY' && entity.ref !== country && count > 2 * (scene.history.figure(country)?.count ?? 0))
  const bearers = people.filter(figure => figure.roles.has(called) && isToldAlike(scene, phrase, figure) && (country === undefined || figure.entity.country === country || figure.lands.has(country) || (figure.entity.country === undefined && !isElsewhere)))
  const holders = title && (isNamedOnly(title) || title.title.name.endsWith('Minister')) ? ofLand(bearers, country, place.sentence) : bearers
  // "The Ohio senator", of two whose states the article does not tell, is neither.
  const holder = homes.length > 0 && holders.length > 1 ? undefined : holders[0]
  if (holder) return scene.mean(holder, phrase, 'NOMINAL', { rule: 'HOLDER_OF_TITLE', reason: `The article calls ${holder.entity.name} so.`, confidence: 0.85 })
  // "the aide" after "a former aide", who was named since.
  const noun = scene.syntax.token(phrase.head)?.lemma ?? ''
  const so = title && homes.length === 0 ? people.filter(figure => figure.entity.named && figure.roles.has(noun) && isToldAlike(scene, phrase, figure)) : []
  if (so[0] && so.length === 1) return scene.mean(so[0], phrase, 'NOMINAL', { rule: 'HOLDER_OF_TITLE', reason: `The article calls ${so[0].entity.name} so.`, confidence: 0.75 })
  const one = title && mayBeShort(title) && phrase.to - phrase.from === 2 && homes.length === 0 ? people.filter(figure => figure.entity.named && [...figure.roles].some(full => isShortFor(role, full))) : []
  if (one[0] && one.length === 1) return scene.mean(one[0], phrase, 'NOMINAL', { rule: 'HOLDER_OF_TITLE', reason: `${one[0].entity.name} alone has a title that ends so.`, confidence: 0.75 })
  const later = title && homes.length === 0 ? namedLater(scene, phrase, title, country) : undefined
  if (later && fits(later)) return scene.mean(later, phrase, 'NOMINAL', { rule: 'HOLDER_OF_TITLE', reason: `The article calls ${later.entity.name} so further on.`, confidence: 0.75 })
  // "Kelt’s president", "his prime minister": whoever was last spoken of is hardly he.
  if (!title || !isNamedOnly(title) || !/^(?:the|this|that)$/u.test(scene.syntax.word(phrase.from))) return undefined
  const compatriot = country === undefined ? undefined : people.find(figure => figure.entity.named && figure.entity.country === country && !hasOtherTitle(figure, role))
  if (compatriot) return scene.mean(compatriot, phrase, 'NOMINAL', { rule: 'TITLE_OF_COUNTRY', reason: `${compatriot.entity.name} is the one of that country whom the article speaks of.`, confidence: 0.7 })
  // "She wrote to the president": whoever this sentence has spoken of is another.
  const nearest = people
    .filter(figure => figure.entity.named && (figure.count > 1 || country !== undefined || (figure.last?.subject === true && isNamedAgain(scene, figure))) && (figure.entity.name.includes(' ') || figure.entity.honorific !== undefined || figure.roles.size > 0) && !hasOtherTitle(figure, role) && figure.last?.sentence !== place.sentence && place.sentence - (figure.last?.sentence ?? 0) <= memory && (country === undefined || figure.entity.country === undefined))
    .toSorted((one, other) => salience(other, place) - salience(one, place))[0]
  if (!nearest) return undefined
  // "Sir Ola Berg left. The prime minister slept": of whom nobody else can be, it is told.
  if (people.filter(figure => figure.entity.named && figure.last).length === 1) nearest.roles.add(role)
  return scene.mean(nearest, phrase, 'NOMINAL', { rule: 'TITLE_NEAREST', reason: `Nobody else of those last spoken of can be so called but ${nearest.entity.name}.`, confidence: 0.5 })
}

/** Of several who bear a title those of the country; without one those whom the article gives none, unless another was spoken of just now. */
function ofLand(holders: readonly Figure[], country: string | undefined, sentence: number): readonly Figure[] {
  const isOf = (figure: Figure): boolean => (country === undefined ? figure.lands.size === 0 && figure.entity.country === undefined : figure.lands.has(country) || figure.entity.country === country)
  const [latest] = holders
  if (!latest || holders.length === 1 || isOf(latest) || (country === undefined && sentence - (latest.last?.sentence ?? 0) <= 1)) return holders
  const own = holders.filter(figure => figure.entity.named && isOf(figure))
  return own.length > 0 ? own : holders
}

/** Offices that the article would have explained, were they not somebody's it spoke of: "the president", "the PM". */
function isNamedOnly({ title }: TitleMatch): boolean {
  return /^(?:HEAD_OF_STATE|HEAD_OF_GOVERNMENT|ROYAL)$/u.test(title.kind)
}

/** "the former president" may be whom the article calls president. */
function hasOtherTitle({ roles }: Figure, role: string): boolean {
  return [...roles].some(other => other !== role && `former ${other}` !== role)
}

/** The country that an adjective or owner in the phrase names. */
export function countryIn(scene: Scene, { from, head }: NounPhrase): string | undefined {
  for (let at = from; at < head; at++) {
    const ref = scene.named(at)?.mention.entity
    if (ref !== undefined && scene.history.figure(ref)?.entity.kind === 'COUNTRY') return ref
  }
  return undefined
}

/** "Kelt" of "the president of Kelt". */
function countryBehind(scene: Scene, { to }: NounPhrase): string | undefined {
  const noun = scene.syntax.word(to) === 'of' ? scene.syntax.nounAt(to + 1) : undefined
  const ref = noun?.from === to + 1 ? scene.named(noun.head)?.mention.entity : undefined
  return ref !== undefined && scene.history.figure(ref)?.entity.kind === 'COUNTRY' ? ref : undefined
}

export function genderIn({ syntax }: Scene, phrase: NounPhrase, title: TitleMatch | undefined): Gender | undefined {
  return title?.title.gender ?? genderOfNoun.get(syntax.token(phrase.head)?.lemma ?? '')
}

// Two people at once: "the two men", "both leaders", "the couple", "the brothers", "the Hales".
import type { NounPhrase } from '../draft.ts'
import type { Gender } from '../knowledge.ts'
import { genderOfNoun, kin, pairedOffices, pairs, spouses } from '../lexicon/descriptions.ts'
import { memory, type Figure } from './history.ts'
import type { Meant, Scene } from './scene.ts'

/** Whom a phrase with "the" means that tells of two; undefined where it does not, or they are not in sight. */
export function twoOf(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const word = scene.syntax.word(phrase.head)
  if (pairs.has(word) && isPair(scene, phrase)) return pairOf(scene, phrase, people(scene, phrase, genderOf(scene, phrase)).slice(0, 2))
  if (phrase.to - phrase.from !== 2) return undefined
  if (kin.has(word)) return pairOf(scene, phrase, family(people(scene, phrase, genderOfNoun.get(word.replace(/s$/u, '')))))
  if (word === 'couple') return pairOf(scene, phrase, couple(people(scene, phrase, undefined)))
  if (scene.syntax.token(phrase.head)?.tag !== 'PROPN' || !word.endsWith('s')) return undefined
  return pairOf(scene, phrase, people(scene, phrase, undefined, 5 * memory).filter(figure => [`${surnameOf(figure)}s`, `${surnameOf(figure)}es`].includes(word)))
}

/** With no more than two in sight. */
function isPair({ syntax }: Scene, { from, head }: NounPhrase): boolean {
  if (syntax.word(from) === 'both') return true
  for (let at = from; at < head; at++) if (syntax.word(at) === 'two') return true
  return syntax.word(head) === 'pair' || syntax.word(head) === 'duo'
}

function genderOf({ syntax }: Scene, { head }: NounPhrase): Gender | undefined {
  const word = syntax.word(head)
  return genderOfNoun.get(syntax.token(head)?.lemma ?? '') ?? (word === 'men' ? 'm' : word === 'women' ? 'f' : undefined)
}

/** Those with a name who may be meant, the latest first. */
function people(scene: Scene, phrase: NounPhrase, gender: Gender | undefined, sentences = memory): readonly Figure[] {
  const place = scene.placeOf(phrase.head)
  // "Ann Reed, who sat between the two men": she is none of them.
  const isBetween = scene.syntax.word(phrase.from - 1) === 'between'
  // "both ministers": nobody whom the article calls something else.
  const word = scene.syntax.word(phrase.head)
  const office = pairedOffices.has(word) ? word.slice(0, -1) : undefined
  return scene.history
    .recent()
    .filter(({ entity, last, gender: own, roles }) => !(office !== undefined && roles.size > 0 && ![...roles].some(role => role.endsWith(office))) && !(isBetween && last?.sentence === place.sentence && last.subject) && entity.kind === 'PERSON' && entity.named && last !== undefined && place.sentence - last.sentence <= sentences && (gender === undefined || own === undefined || own === gender))
}

/** Those who share a surname with another, where all who do are of one family. */
function family(figures: readonly Figure[]): readonly Figure[] {
  const namesakes = figures.filter(one => figures.some(other => other !== one && surnameOf(other) === surnameOf(one)))
  return new Set(namesakes.map(surnameOf)).size === 1 ? namesakes : []
}

/** Somebody called a wife or husband and the one spoken of beside; or else two of one surname. */
function couple(figures: readonly Figure[]): readonly Figure[] {
  const spouse = figures.find(({ roles }) => [...roles].some(role => spouses.has(role)))
  const other = spouse && figures.find(figure => figure !== spouse && (figure.gender === undefined || figure.gender !== spouse.gender))
  return spouse && other ? [spouse, other] : family(figures)
}

function surnameOf({ entity }: Figure): string {
  const words = entity.name.split(' ')
  return words.length > 1 ? (words.at(-1)?.toLowerCase() ?? '') : ''
}

function pairOf(scene: Scene, phrase: NounPhrase, both: readonly Figure[]): Meant | undefined {
  const [one, other] = both
  if (!one || !other || both.length > 2) return undefined
  const ref = `pair-${[one.entity.ref, other.entity.ref].toSorted().join('-')}`
  const figure = scene.history.figure(ref) ?? scene.introduce({ ref, kind: 'GROUP', name: nameOf(one, other), named: false }, undefined, true)
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'PAIR', reason: `They are the two last spoken of, ${one.entity.name} and ${other.entity.name}.`, confidence: 0.75 })
}

/** "Hale and Roe"; of one surname "Jane and Peter Hale". */
function nameOf(one: Figure, other: Figure): string {
  const [first, second] = [one, other].map(({ entity }) => entity.name.split(' ')).toSorted((a, b) => a.join(' ').localeCompare(b.join(' '), 'en'))
  if (first && second && first.length > 1 && first.at(-1) === second.at(-1)) return `${first.slice(0, -1).join(' ')} and ${second.join(' ')}`
  return [one, other].map(({ entity }) => entity.name.split(' ').at(-1) ?? entity.name).toSorted().join(' and ')
}

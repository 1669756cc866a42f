// Words that only tell more of whoever was just spoken of: "the Irishman", "the retired trawlerman", "the former Belgian minister".
import type { NounPhrase } from '../draft.ts'
import type { TitleMatch } from '../gazetteer.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { genderOfNoun } from '../lexicon/descriptions.ts'
import { distance, memory, type Figure } from './history.ts'
import { countryIn, genderIn } from './holders.ts'
import { mainPerson } from './main-person.ts'
import type { Meant, Scene } from './scene.ts'

/** Sentences, without those that are quoted, behind which nobody is meant so. */
const farthest = 2

/** The one person who did or said what was told last, where the words can only tell more of them; undefined where there are two. */
export function epithetOf(scene: Scene, phrase: NounPhrase, title: TitleMatch | undefined): Meant | undefined {
  const { syntax } = scene
  const { head } = phrase
  if (syntax.word(phrase.from) !== 'the' || syntax.quotationAt(head) >= 0 || !(scene.speaks(head) || scene.isForemost(head)) || !isEpithet(scene, phrase, title)) return undefined
  const figure = foremost(scene, phrase, title)
  if (!figure) return undefined
  figure.roles.add(syntax.token(head)?.lemma ?? '')
  figure.gender ??= genderIn(scene, phrase, title)
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'EPITHET', reason: `It tells more of ${figure.entity.name}, who was foremost just before.`, confidence: 0.7 })
}

/** “People trusted this man,” the prosecutor said: whom the article is of, where somebody else says so. */
export function pointedAt(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const { syntax } = scene
  const gender = genderOfNoun.get(syntax.word(phrase.head))
  if (phrase.to - phrase.from !== 2 || syntax.word(phrase.from) !== 'this' || !/^(?:man|woman)$/u.test(syntax.word(phrase.head)) || gender === undefined || syntax.quotationAt(phrase.head) < 0 || /^s?he$/u.test(syntax.word(scene.toldBy(phrase.head)))) return undefined
  const figure = mainPerson(scene, gender)
  if (!figure?.last || distance(figure.last, scene.placeOf(phrase.head)) > memory || scene.othersThan(phrase.head).has(figure.entity.ref)) return undefined
  return scene.mean(figure, phrase, 'NOMINAL', { rule: 'EPITHET', reason: `The article is of ${figure.entity.name}, and another says so.`, confidence: 0.65 })
}

/** Whether the words tell where somebody is from, how old they are or what they once were, and no office of another. */
function isEpithet({ syntax, gazetteer, words }: Scene, { from, to, head }: NounPhrase, title: TitleMatch | undefined): boolean {
  const token = syntax.token(head)
  // "the former president of Kelt", "the Danish doctor who left": told apart from others.
  if (!token || token.lower !== token.lemma || /^(?:of|for|who|whose|that|at|in|from|and|or)$/u.test(syntax.word(to))) return false
  if (isOfPeople({ gazetteer, words }, head)) return to - from === 2
  let isTold = false
  let isPast = false
  for (let at = from + 1; at < head; at++) {
    const word = syntax.word(at)
    if (word.endsWith('-year-old')) isTold = true
    if (past.has(word)) isPast = true
    if (past.has(word) || word.endsWith('-born') || isOfPeople({ gazetteer, words }, at)) isTold = true
  }
  return isTold && (title ? isPast || title.title.unique !== true : kindOfSpeaker(token.lemma, token.lower) === 'PERSON')
}

const past: ReadonlySet<string> = new Set(['former', 'retired', 'one-time', 'onetime', 'ex', 'veteran'])

/** "Irishman", "Danish" */
function isOfPeople({ gazetteer, words }: Pick<Scene, 'gazetteer' | 'words'>, at: number): boolean {
  return gazetteer.match(words, at)?.entries.some(({ kind, by, plural }) => kind === 'COUNTRY' && by === 'demonym' && plural !== true) === true
}

function foremost(scene: Scene, phrase: NounPhrase, title: TitleMatch | undefined): Figure | undefined {
  const place = scene.placeOf(phrase.head)
  const others = scene.othersThan(phrase.head)
  const gender = genderIn(scene, phrase, title)
  const country = countryIn(scene, phrase)
  // Of those without a name whoever does something: "He said that he would report the leader".
  const near = scene.history.recent().filter(({ entity, last, gender: own, plural }) => entity.kind === 'PERSON' && !plural && last !== undefined && (entity.named || last.subject) && last.quotation < 0 && distance(last, place) <= farthest && (gender === undefined || own === undefined || own === gender))
  const latest = Math.max(...near.map(({ last }) => last?.sentence ?? -1))
  const [one, another] = near.filter(({ last }) => last?.sentence === latest)
  if (!one?.entity.named || another || latest === place.sentence || one.last?.subject !== true || others.has(one.entity.ref)) return undefined
  // "The Danish grocer cut its forecast" may be a company.
  return country === undefined || one.entity.country === country || one.lands.has(country) || (one.entity.country === undefined && scene.speaks(phrase.head)) ? one : undefined
}

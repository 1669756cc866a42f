// "the 49-year-old": whose age the article gave, or whoever was last told of.
import type { NounPhrase } from '../draft.ts'
import type { Figure } from './history.ts'
import type { Meant, Scene } from './scene.ts'

/** Sentences behind which nobody is meant without their age. */
const farthest = 2

/** Who "the 49-year-old" is. */
export function agedOf(scene: Scene, phrase: NounPhrase): Meant | undefined {
  const figure = phrase.to - phrase.from === 2 ? whoIsAged(scene, phrase.head) : undefined
  return figure && scene.mean(figure, phrase, 'NOMINAL', { rule: 'AGE', reason: `The article gives ${figure.entity.name} that age, or they are foremost here.`, confidence: 0.65 })
}

/** Whom the article gave the age that a word tells behind the name; else, where it gave it nobody, the person foremost just before. */
export function whoIsAged(scene: Scene, at: number): Figure | undefined {
  const { syntax, history } = scene
  const age = /^(?<years>\d{1,3})-year-old$/u.exec(syntax.word(at))?.groups?.['years']
  if (age === undefined || syntax.word(at - 1) !== 'the') return undefined
  const told = history.figure(agesIn(scene).get(age) ?? '')
  if (told?.last) return told
  const { sentence } = scene.placeOf(at)
  // "threw a bottle at Hale after | the 43-year-old had left": whoever was named last.
  if (/^(?:after|when|because|before|since)$/u.test(syntax.word(at - 2))) return history.recent().find(({ entity, last }) => entity.kind === 'PERSON' && entity.named && last?.sentence === sentence && last.quotation < 0)
  // “What if Hale had left?” the 43-year-old asked: not Hale.
  const others = scene.othersThan(at)
  const isNear = ({ entity, last }: Figure): boolean => entity.kind === 'PERSON' && entity.named && last !== undefined && last.subject && last.quotation < 0 && !others.has(entity.ref) && sentence - last.sentence <= farthest
  // The first subject of the last sentence, and not that of a clause inside it.
  return history.recent().filter(isNear).toSorted(({ last: one }, { last: other }) => (other?.sentence ?? 0) - (one?.sentence ?? 0) || (one?.at ?? 0) - (other?.at ?? 0))[0]
}

const known = new WeakMap<Scene, ReadonlyMap<string, string>>()

/** "Ola Berg, 49,": by the age, of two the first. */
function agesIn(scene: Scene): ReadonlyMap<string, string> {
  const ages = known.get(scene) ?? new Map(scene.draft.mentions.toReversed().flatMap(({ to, mention }) => (mention.form === 'NAME' && scene.syntax.word(to) === ',' && /^\d{1,3}$/u.test(scene.syntax.word(to + 1)) ? [[scene.syntax.word(to + 1), mention.entity] as const] : [])))
  known.set(scene, ages)
  return ages
}

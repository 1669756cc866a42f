// Who was spoken of so far, and how much: what a pronoun or "the president" may mean.
import type { ReadEntity } from '../../model/reading.ts'
import type { EntityKind } from '../../model/vocabulary.ts'
import type { Gender } from '../knowledge.ts'

/** One place where somebody was spoken of. */
export interface Spoken {
  readonly ref: string
  readonly at: number
  readonly sentence: number
  /** How many sentences before it are no more than quotation: what is far off in a long quotation is near where the article goes on. */
  readonly quotedBefore: number
  readonly paragraph: number
  /** Subject of a verb there. */
  readonly subject: boolean
  /** The source of an attribution there. */
  readonly speaks: boolean
  /** Index of the quotation that holds it; -1 outside all. */
  readonly quotation: number
  /** By a pronoun. */
  readonly leans: boolean
  /** Of a body or country, in words for something else: "the Danish retailer", "the Post reporter". */
  readonly beside: boolean
  /** By those who are of it: "Republicans". */
  readonly people: boolean
}

export interface Figure {
  readonly entity: ReadEntity
  gender: Gender | undefined
  readonly plural: boolean
  /** The titles and nouns that the article gave: "prime minister", "spokesman". */
  readonly roles: Set<string>
  /** The places that the article gave with an office: "Ohio" of "Ohio governor". */
  readonly homes: Set<string>
  /** The bodies, countries and people that the words name with which somebody without a name was first spoken of: "a Treasury official". */
  readonly tied: Set<string>
  /** The countries that the article gave with an office: Spain of "the Spanish prime minister". */
  readonly lands: Set<string>
  last: Spoken | undefined
  /** The last that was not beside something else: of "Denmark voted. Danish ships left" the first. */
  lastAlone: Spoken | undefined
  /** The last that was neither so nor by its people. */
  lastAsOne: Spoken | undefined
  count: number
}

/** Sentences behind which nobody is remembered by a pronoun. */
export const memory = 6
/** How many figures are looked at. */
const most = 40

export interface History {
  figure(ref: string): Figure | undefined
  add(entity: ReadEntity, gender: Gender | undefined, plural: boolean): Figure
  speak(spoken: Spoken): void
  /** One turns out to be the other, who is called all that he was. */
  join(one: Figure, other: Figure): void
  /** Those last spoken of, the latest first. */
  recent(): readonly Figure[]
}

export function historyOf(): History {
  const figures = new Map<string, Figure>()
  /** The latest first. */
  const order: Figure[] = []
  return {
    figure: ref => figures.get(ref),
    add: (entity, gender, plural) => {
      const known = figures.get(entity.ref)
      if (known) return known
      const figure: Figure = { entity, gender, plural, roles: new Set(), homes: new Set(), lands: new Set(), tied: new Set(), last: undefined, lastAlone: undefined, lastAsOne: undefined, count: 0 }
      figures.set(entity.ref, figure)
      return figure
    },
    speak: spoken => {
      const figure = figures.get(spoken.ref)
      if (!figure) return
      // "Ann Reed, a lawyer, said": the subject is she, though "a lawyer" is the last that was said of her.
      const same = figure.last?.sentence === spoken.sentence && figure.last.quotation === spoken.quotation ? figure.last : undefined
      figure.last = same ? { ...spoken, subject: same.subject || spoken.subject, speaks: same.speaks || spoken.speaks } : spoken
      if (!spoken.beside) figure.lastAlone = figure.last
      if (!spoken.beside && !spoken.people) figure.lastAsOne = figure.last
      figure.count++
      const before = order.indexOf(figure)
      if (before >= 0) order.splice(before, 1)
      else if (order.length === most) order.pop()
      order.unshift(figure)
    },
    join: (one, other) => {
      figures.set(one.entity.ref, other)
      for (const part of ['roles', 'homes', 'lands'] as const) for (const word of one[part]) other[part].add(word)
      other.gender ??= one.gender
      other.count += one.count
      const at = order.indexOf(one)
      if (at >= 0) order.splice(at, 1)
    },
    recent: () => order,
  }
}

/** How near and how much spoken of, for a pronoun at this place; higher is likelier. */
export function salience({ entity, last, count }: Figure, place: Place): number {
  if (!last) return -Infinity
  return (
    -distance(last, place) +
    (last.subject ? (entity.named && entity.kind === 'PERSON' && last.sentence === place.sentence ? 1.15 : 0.9) : 0) +
    (last.speaks ? 0.8 : 0) +
    (last.paragraph === place.paragraph ? 0.4 : 0) +
    0.25 * Math.log2(1 + count) -
    (last.quotation === place.quotation ? 0 : 0.9) -
    // “a woman from Harl” of somebody's words, whom nothing else speaks of.
    (!entity.named && count === 1 && last.quotation >= 0 && last.quotation !== place.quotation ? 0.9 : 0)
  )
}

export type Place = Pick<Spoken, 'sentence' | 'quotedBefore' | 'paragraph' | 'quotation'>

/** In sentences; of what the article tells, without those that are no more than quotation. */
export function distance(last: Spoken, place: Place): number {
  const between = place.sentence - last.sentence
  return place.quotation >= 0 ? between : Math.max(Math.min(between, 1), between - (place.quotedBefore - last.quotedBefore))
}

export function isOf(kinds: readonly EntityKind[], { entity }: Figure): boolean {
  return kinds.includes(entity.kind)
}

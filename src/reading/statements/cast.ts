// Whom words mean: the draft's mentions by their place, and those that this pass must add for speakers that nobody has met yet.
import type { ReadEntity } from '../../model/reading.ts'
import type { EntityKind, MentionForm } from '../../model/vocabulary.ts'
import { byWord } from '../by-word.ts'
import { placeOf } from '../deeds/mark.ts'
import type { Draft, DraftMention, Stretch } from '../draft.ts'
import { firstFrom } from '../first-from.ts'

export interface Cast {
  /** The longest mention that is about this word; or else the longest that holds it. */
  meant(at: number): DraftMention | undefined
  /** All that lie within a stretch, in the order of the text. */
  within(stretch: Stretch): readonly DraftMention[]
  entity(ref: string): ReadEntity | undefined
  /** Whether it is an entity that this pass made. */
  isIntroduced(ref: string): boolean
  /** An entity without a name for words that mean nobody known; the one already made where the words are the same. */
  introduce(stretch: Stretch & { readonly head: number }, kind: EntityKind): DraftMention
  /** One more mention; nothing where these words are one already. */
  refer(stretch: Stretch, entity: string, form: MentionForm, rule: string, reason: string, confidence: number): void
  /** Gives the draft what was added, of new entities only those that are used. */
  settle(used: ReadonlySet<string>): void
}

/** Begins the refs of entities that this pass makes. */
const newRef = 'unnamed-'

export function castOf(draft: Draft): Cast {
  const { text } = draft
  const known = new Map(draft.entities.map(entity => [entity.ref, entity]))
  const sorted = draft.mentions.toSorted((one, other) => one.from - other.from || other.to - one.to)
  // Not every cast is asked for it.
  let taken: Map<number, DraftMention> | undefined
  const takenPlaces = (): Map<number, DraftMention> => (taken ??= new Map(sorted.map(one => [placeOf(one.mention), one])))
  const heads = byWord<DraftMention>(draft.tokens.length)
  const holders = byWord<DraftMention>(draft.tokens.length)
  for (const one of sorted) {
    const { from, to, head } = one
    const other = heads[head]
    if (!other || other.to - other.from < to - from) heads[head] = one
    for (let at = from; at < to; at++) holders[at] ??= one
  }
  const introduced: ReadEntity[] = []
  const turns = new Map<string, string>()
  const added: DraftMention[] = []

  const add = (one: DraftMention): DraftMention => {
    added.push(one)
    takenPlaces().set(placeOf(one.mention), one)
    heads[one.head] ??= one
    return one
  }
  return {
    meant: at => heads[at] ?? holders[at],
    within: ({ from, to }) => {
      const found: DraftMention[] = []
      for (let at = firstFrom(sorted, from, one => one.from); at < sorted.length; at++) {
        const one = sorted[at]
        if (!one || one.from >= to) break
        if (one.to <= to) found.push(one)
      }
      return found
    },
    entity: ref => known.get(ref),
    isIntroduced: ref => ref.startsWith(newRef),
    introduce: ({ from, to, head }, kind) => {
      const mark = markOf(draft, { from, to })
      const same = takenPlaces().get(placeOf(mark))
      if (same) return same
      // "PRESENTER: …": the same at each turn.
      const turn = draft.tokens[to]?.text === ':' && draft.sentences[draft.tokens[from]?.sentence ?? -1]?.from === from ? mark.text.toLowerCase() : undefined
      const ref = turns.get(turn ?? '') ?? `${newRef}${mark.start}-${mark.end}`
      if (!known.has(ref)) {
        const entity: ReadEntity = { ref, kind, name: nameOf(mark.text), named: false }
        known.set(ref, entity)
        introduced.push(entity)
        if (turn !== undefined) turns.set(turn, ref)
      }
      return add({ from, to, head, mention: { ...mark, entity: ref, form: 'NOMINAL', rule: 'UNNAMED_SPEAKER', reason: 'The text speaks of them without a name.', confidence: 0.7 } })
    },
    refer: (stretch, entity, form, rule, reason, confidence) => {
      const mark = markOf(draft, stretch)
      if (!takenPlaces().has(placeOf(mark))) add({ ...stretch, head: stretch.from, mention: { ...mark, entity, form, rule, reason, confidence } })
    },
    settle: used => {
      const kept = introduced.filter(({ ref }) => used.has(ref))
      const left = new Set(introduced.filter(({ ref }) => !used.has(ref)).map(({ ref }) => ref))
      draft.entities = [...draft.entities, ...kept]
      draft.mentions = [...draft.mentions, ...added.filter(({ mention }) => !left.has(mention.entity))].toSorted((one, other) => one.from - other.from || other.to - one.to)
    },
  }

  function markOf({ tokens: words }: Draft, { from, to }: Stretch): { readonly start: number; readonly end: number; readonly text: string } {
    const start = words[from]?.start ?? 0
    const end = words[to - 1]?.end ?? start
    return { start, end, text: text.slice(start, end) }
  }
}

/** Words as a name: without their article, on one line. */
function nameOf(words: string): string {
  const bare = words.replace(/^(?:the|an|a|this|that|these|those|some(?!\sof\s))\s(?=\S)/iu, '').split(/\s/u).filter(word => word !== '').join(' ')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

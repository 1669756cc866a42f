// Whether a deed goes on with what somebody was said to have done: "Reed says that Kelt bombed Harl. | It killed Hale." Nobody knows whose word it is.
import type { ReadRelationship } from '../../model/reading.ts'
import { byWord } from '../by-word.ts'
import type { Draft, DraftMention } from '../draft.ts'
import type { Deed } from './deed.ts'
import type { Said } from './said.ts'

export interface Story {
  /** Asked of a deed in the article's own voice. */
  goesOn(deed: Deed): boolean
  /** A deed that is not the article's fact. */
  add(deed: Pick<Deed, 'head'>, relationship: Pick<ReadRelationship, 'type' | 'subject'>): void
}

export function storyIn(draft: Draft, said: Said): Story {
  const { tokens } = draft
  const sentenceOf = (at: number): number => tokens[at]?.sentence ?? -1
  const mentionAt = byWord<DraftMention>(tokens.length)
  const last = new Map<string, DraftMention>()
  const carried = new Set<DraftMention>()
  /** Whether a pronoun means somebody by what a statement of another in the sentence before says of them. */
  const isCarried = ({ mention, head }: DraftMention, previous: DraftMention | undefined): boolean => {
    if (mention.form !== 'PRONOUN' || !previous || sentenceOf(head) - sentenceOf(previous.head) > 1) return false
    const statement = said.around(previous.head)
    return statement ? !statement.speakers.includes(mention.entity) && sentenceOf(previous.head) < sentenceOf(head) : carried.has(previous)
  }
  for (const found of draft.mentions) {
    if (isCarried(found, last.get(found.mention.entity))) carried.add(found)
    mentionAt[found.head] = found
    last.set(found.mention.entity, found)
  }
  const told = new Set<string>()
  return {
    goesOn: ({ actors, head, type, label }) => {
      const actor = actors[0]
      if (!actor) return false
      const found = mentionAt[actor.head]
      if (found && carried.has(found)) return true
      // "It killed Hale": the deed itself.
      if (tokens[actor.head]?.lower === 'it') return told.has(`${sentenceOf(head) - 1} ${type}`)
      const goes = found && tokens.slice(label.from, label.to).some(({ lower }) => further.has(lower))
      return goes === true && told.has(`${sentenceOf(head) - 1} ${found.mention.entity}`)
    },
    add: ({ head }, { type, subject }) => {
      told.add(`${sentenceOf(head)} ${type}`).add(`${sentenceOf(head)} ${subject}`)
    },
  }
}

/** "then killed Hale", "also killed Hale" */
const further: ReadonlySet<string> = new Set(['then', 'also', 'later', 'afterwards', 'subsequently'])

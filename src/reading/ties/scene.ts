// What those who look for ties share: who is meant where, and which words tell of it.
import type { ReadEntity } from '../../model/reading.ts'
import type { Structure } from '../clauses/clause.ts'
import type { Cast } from '../deeds/cast.ts'
import type { Draft, NounPhrase, Stretch } from '../draft.ts'

export interface Scene {
  readonly draft: Draft
  readonly cast: Cast
  readonly structure: Structure
}

export interface Meant {
  readonly entity: ReadEntity
  readonly words: Stretch
}

/** The event that the phrase names. */
export function eventOf({ cast }: Scene, phrase: NounPhrase | undefined): Meant | undefined {
  const entity = phrase && entityAt(cast, phrase.head)
  return phrase && entity?.kind === 'EVENT' ? { entity, words: phrase } : undefined
}

/** Those whom the phrases mean, one for each of a pair; nobody through something of theirs. */
export function sidesOf(scene: Scene, phrases: readonly NounPhrase[]): readonly Meant[] {
  const { cast } = scene
  return phrases.slice(0, mostSides).flatMap(phrase => {
    const found = cast.find(phrase, 'actor')
    if (!found || found.by === 'owner' || !sides.has(found.entity.kind)) return []
    return membersOf(scene, found.entity).map(entity => ({ entity, words: found.words }))
  })
}

/** The two of "the two men"; else the entity itself. */
export function membersOf({ cast }: Scene, entity: ReadEntity): readonly ReadEntity[] {
  const members = entity.ref.startsWith('pair-') ? pairOf(cast, entity.ref) : []
  return members.length === 2 ? members : [entity]
}

/** The two whom a pair's name is made of: `pair-ann-reed-omar-hale`. */
function pairOf(cast: Cast, ref: string): readonly ReadEntity[] {
  const parts = ref.slice('pair-'.length).split('-')
  for (let cut = 1; cut < Math.min(parts.length, longestRef); cut++) {
    const one = cast.entity(parts.slice(0, cut).join('-'))
    const other = cast.entity(parts.slice(cut).join('-'))
    if (one && other) return [one, other]
  }
  return []
}

export function entityAt(cast: Cast, head: number): ReadEntity | undefined {
  const found = cast.mentionAt(head)
  return found && cast.entity(found.mention.entity)
}

const sides: ReadonlySet<string> = new Set(['PERSON', 'GROUP', 'ORGANISATION', 'COUNTRY'])
/** Of a list of those who take part no more are taken. */
const mostSides = 12
/** Parts of a pair's name, at most. */
const longestRef = 60

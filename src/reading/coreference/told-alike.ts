// Whether a description may mean somebody without a name of whom the article spoke before, by the words before the noun.
import type { NounPhrase } from '../draft.ts'
import type { Figure } from './history.ts'
import type { Scene } from './scene.ts'

/** "the Treasury official" is not "a Pentagon official", nor "the senior official" a junior one; "the official" may be either. */
export function isToldAlike({ syntax, named }: Scene, { from, head }: NounPhrase, { entity, tied }: Figure): boolean {
  if (entity.named || head - from < 2) return true
  const own = entity.name.toLowerCase().split(' ')
  if (own.length < 2) return true
  for (let at = head - 1; at > from; at--) {
    const { tag = '', lower = '' } = syntax.token(at) ?? {}
    // "the minister's spokesman": whose he is may be told otherwise.
    if (/^['’]s?$/u.test(lower)) return true
    const ref = named(at)?.mention.entity
    if (ref !== undefined ? tied.size > 0 && !tied.has(ref) : (tag === 'NOUN' || ranks.has(lower)) && !own.includes(lower)) return false
  }
  return true
}

const ranks: ReadonlySet<string> = new Set(['senior', 'junior', 'first', 'second', 'third', 'other', 'local', 'foreign'])

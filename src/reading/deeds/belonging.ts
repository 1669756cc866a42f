// Ties that last, told by a verb: who can belong to what, and since when. "joined NATO in 2004", "founded the firm", "worked for Hale".
import type { Draft, Token } from '../draft.ts'
import { beginning, ofPeople } from '../lexicon/tie-verbs.ts'
import type { Cast, Player } from './cast.ts'
import type { When } from './dated.ts'
import type { Deed, ToldType } from './deed.ts'
import { lemmasOf } from './patterns.ts'

const belonging: ReadonlySet<ToldType> = new Set(['MEMBER_OF', 'AFFILIATED_WITH', 'LEADS'])

/** Whether such a tie may be that of this side: one person with one body, or with another person where the verb is of people. */
export function mayBelong({ tokens }: Draft, cast: Cast, { type, head }: Deed, side: Player, as: 'actor' | 'target'): boolean {
  if (!belonging.has(type)) return true
  return !isOfMany(cast, side) && !isThey(tokens, side) && (as === 'actor' || side.entity.kind !== 'PERSON' || isOne(tokens[head], ofPeople))
}

/** Whether the words are for several, or for people by the name of their body: "embassies", "joined Democrats", "an Orlando Republican". */
function isOfMany(cast: Cast, { entity, words }: Player): boolean {
  if (!entity.named) return /(?:[^s]s|men|people)$/u.test(entity.name.split(/ (?:in|of|at|for|from) /u)[0] ?? '')
  return cast.mentionAt(words.to - 1)?.mention.rule === 'KNOWN_DEMONYM'
}

/** "they" are people oftener than the body last spoken of. */
function isThey(tokens: readonly Token[], { entity, words }: Player): boolean {
  return entity.kind !== 'PERSON' && words.to === words.from + 1 && /^(?:they|them)$/u.test(tokens[words.from]?.lower ?? '')
}

/** The day of what is done in a day and lasts is that of its beginning. Of "applied to join in May" it may be that of the applying. */
export function lastingFrom({ tokens }: Draft, { type, head, label, modality }: Deed, when: When): When {
  if (!belonging.has(type) || !isOne(tokens[head], beginning)) return when
  if (modality !== 'ACTUAL' && tokens.slice(label.from, head).some(({ lower }) => lower === 'to')) return {}
  const { startsOn, dated } = when
  return startsOn === undefined || !dated ? {} : { startsOn, dated }
}

function isOne(verb: Token | undefined, lemmas: ReadonlySet<string>): boolean {
  return verb !== undefined && lemmasOf(verb).some(lemma => lemmas.has(lemma))
}

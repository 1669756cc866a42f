// Which noun phrases stand for somebody who can do or suffer a deed.
import type { Clause } from '../clauses.ts'
import type { Draft, NounPhrase } from '../draft.ts'
import { actorNouns } from '../lexicon/actor-nouns.ts'
import { isTimeWord } from '../lexicon/clause-words.ts'

/** Those of the phrases that may act. */
export function actorsAmong(draft: Draft, phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  return phrases.filter(phrase => isActor(draft, phrase))
}

export function targetsAmong(draft: Draft, clause: Clause, phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const direct = actorsAmong(draft, phrases)
  if (direct.length > 0) return direct
  // "lift a ban on the Islamic Salvation Front": what the thing is of, in, on or against.
  const last = phrases.at(-1)
  if (!last) return []
  const behind = clause.arguments.filter(argument => argument.at >= last.to && !(clause.passive && argument.preposition === 'by'))
  for (const { preposition, phrases: led } of behind) {
    if (!leading.has(preposition ?? '')) continue
    const targets = actorsAmong(draft, led)
    if (targets.length > 0) return targets
  }
  return []
}

const leading: ReadonlySet<string> = new Set(['of', 'in', 'on', 'against', 'at', 'from', 'to', 'with', 'between', 'for', 'into', 'by'])

/** Whether the words stand for somebody: a name, people or a body, somebody's ("Danish websites"), a pronoun. */
export function isActor({ tokens }: Pick<Draft, 'tokens'>, { from, to, head }: NounPhrase): boolean {
  const main = tokens[head]
  if (!main) return false
  if (persons.has(main.lower)) return true
  if (main.tag === 'PROPN' && !isTimeWord(main.lower)) return true
  if (actorNouns.has(main.lower) || actorNouns.has(main.lemma)) return true
  for (let at = from; at < to; at++) {
    const token = tokens[at]
    if (token && (token.tag === 'PROPN' || token.tag === 'ADJ') && /^\p{Lu}/u.test(token.text) && !isTimeWord(token.lower) && (at > 0 && tokens[at - 1]?.sentence === token.sentence || token.tag === 'PROPN')) return true
  }
  return false
}

const persons: ReadonlySet<string> = new Set('he she they it him her them we us i me you who whom everyone everybody others'.split(' '))

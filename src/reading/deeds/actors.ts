// Which noun phrases stand for somebody who can do or suffer a deed.
import type { Clause } from '../clauses/clause.ts'
import type { Draft, NounPhrase, Token } from '../draft.ts'
import { actorNouns, things } from '../lexicon/actor-nouns.ts'
import { isTimeWord } from '../lexicon/clause-words.ts'
import { longest } from '../spelling.ts'
import type { ToldType } from './deed.ts'

/** Those of the phrases that may act. */
export function actorsAmong(draft: Draft, phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  return phrases.filter(phrase => isActor(draft, phrase))
}

/** Whom a deed on these things is done to: "a ban on the Islamic Salvation Front"; of what follows the thing, only what is tied to it. */
export function targetsAmong(draft: Draft, { type, phrases, thing }: { readonly type: ToldType; readonly phrases: readonly NounPhrase[]; readonly thing?: boolean }, clause: Clause): readonly NounPhrase[] {
  const direct = actorsAmong(draft, phrases)
  const last = phrases.at(-1)
  const leading = thing === true && type === 'CONCEDE' ? reachingOfThings : reaching.get(type)
  if (direct.length > 0 || !last || !leading) return direct
  let from = last.to
  for (const { preposition, at, phrases: led } of clause.arguments) {
    if (at !== from || preposition === undefined) continue
    if (clause.passive && preposition === 'by') return []
    // "complained about the conduct of the army": who behaves so is blamed.
    if (!leading.has(preposition) && !(preposition === 'of' && conduct.has(draft.tokens[last.head]?.lemma ?? ''))) {
      // "the killing of civilians by Syrian troops"
      if (preposition !== 'of') return []
      from = led.at(-1)?.to ?? from
      continue
    }
    const targets = actorsAmong(draft, led)
    if (targets.length > 0) return targets
    from = led.at(-1)?.to ?? from
  }
  return []
}

const conduct: ReadonlySet<string> = new Set(['conduct', 'behaviour', 'behavior', 'policy', 'handling', 'action', 'record', 'stance', 'decision', 'refusal', 'failure', 'role', 'attitude', 'remark', 'comment', 'plan', 'move', 'leadership', 'silence', 'greed', 'cruelty'])

const prepositions = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** "crimes committed by the army", "the curfew imposed in Harl": what the thing's own verb ties to it. */
export function throughVerb(draft: Draft, type: ToldType, things: readonly NounPhrase[], clauses: readonly Clause[], from: number): readonly NounPhrase[] {
  const leading = type === 'CONCEDE' ? reachingOfThings : reaching.get(type)
  const heads = new Set(things.map(({ head }) => head))
  for (const { verb, passive, subjects, arguments: all } of clauses.slice(from + 1, from + 1 + nearestClauses)) {
    const own = subjects[0]
    if (!own || !heads.has(own.head) || verb.from - own.to > 1 || verb.from !== verb.head) continue
    for (const { preposition, phrases } of all) {
      // "positions held by the rebels" are theirs, whatever is done to them.
      const isHeld = passive && preposition === 'by' && holding.has(draft.tokens[verb.head]?.lemma ?? '')
      if (preposition === undefined || !(isHeld || leading?.has(preposition))) continue
      const targets = actorsAmong(draft, phrases)
      if (targets.length > 0) return targets
    }
  }
  return []
}

const nearestClauses = 4
const holding: ReadonlySet<string> = new Set(['hold', 'control', 'occupy', 'own', 'run', 'use', 'operate', 'man', 'defend'])

/** Deeds that reach through a thing to whose it is. To support a fight against somebody, or to condemn an attack on them, does not. */
const reaching: ReadonlyMap<ToldType, ReadonlySet<string>> = new Map([
  ['ACCUSE', prepositions('by')],
  ['SUPPORT', prepositions('by')],
  ['REJECT', prepositions('of by from to')],
  ['COERCE', prepositions('of in on from at against into')],
  ['ASSAULT', prepositions('of in on at against into')],
  ['CONCEDE', prepositions('of on')],
  ['RETREAT', prepositions('from of in on')],
  ['SANCTION', prepositions('of from to on against')],
  ['PROTEST', prepositions('of by at in against')],
  ['THREATEN', prepositions('of on in against')],
  ['AID', prepositions('of in')],
  ['REQUEST', prepositions('of from')],
  ['MOBILIZE', prepositions('of with in near')],
  // "fled the city of"
  ['LEFT', prepositions('of')],
])

/** "lifted a curfew in Harl"; but who "released a letter from" somebody frees nobody. */
const reachingOfThings = prepositions('of on in for from against')

/** Whether the phrase is about somebody: a name, people or a body, a pronoun. */
export function isSomebody({ tokens }: Pick<Draft, 'tokens'>, { head }: NounPhrase): boolean {
  const main = tokens[head]
  if (!main) return false
  return isPronoun(main) || (main.tag === 'PROPN' && !isTimeWord(main.lower)) || isPeopleNoun(main)
}

/** "troops", "deserters", "activist": a noun of people or of a body that acts. */
export function isPeopleNoun({ lower, lemma, tag }: Token): boolean {
  if (actorNouns.has(lower) || actorNouns.has(lemma)) return true
  if (tag !== 'NOUN' || lower.length < 6 || lower.length > longest || things.has(lower)) return false
  return endingsOfPeople.some(ending => lower.endsWith(ending))
}

const endingsOfPeople = ['ist', 'ists', 'ian', 'ians', 'eers', 'ers', 'ors', 'man', 'men', 'woman', 'women']

/** Whether the words name somebody at all, as their owner or origin too: "Danish websites". */
export function isActor(draft: Pick<Draft, 'tokens'>, phrase: NounPhrase): boolean {
  if (isSomebody(draft, phrase)) return true
  for (let at = phrase.from; at < phrase.to; at++) {
    const token = draft.tokens[at]
    // "court order", "rebel stronghold"
    if (token && at < phrase.head && actorNouns.has(token.lower)) return true
    if (!token || !/^\p{Lu}/u.test(token.text) || isTimeWord(token.lower)) continue
    if (token.tag === 'PROPN' || (token.tag === 'ADJ' && (phrase.to === phrase.from + 1 || draft.tokens[at - 1]?.sentence === token.sentence))) return true
  }
  return false
}

const persons: ReadonlySet<string> = new Set('he she they it him her them we us i me you who whom everyone everybody others'.split(' '))

/** "us", but not "US". */
export function isPronoun(token: Token | undefined): boolean {
  return token !== undefined && persons.has(token.lower) && token.text !== 'US'
}

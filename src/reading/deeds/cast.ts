// Whom a noun phrase means: an entity found before, whose thing it is, or people the text does not name.
import type { ReadEntity } from '../../model/reading.ts'
import type { EntityKind } from '../../model/vocabulary.ts'
import { byWord } from '../by-word.ts'
import type { Draft, DraftMention, NounPhrase, Stretch, Token } from '../draft.ts'
import { bodies, forcesOfState, machines, places, plurals, quantities } from '../lexicon/actor-kinds.ts'
import { settlements } from '../lexicon/place-nouns.ts'
import { isPeopleNoun, isPronoun } from './actors.ts'
import { firstAtOrAfter, markOf, placeOf } from './mark.ts'

export interface Player {
  readonly entity: ReadEntity
  /** The words that mean it. */
  readonly words: Stretch
  /** "head": the phrase means it; "owner": the phrase is about something of it, "Danish websites"; "stranger": nobody has named them. */
  readonly by: 'head' | 'owner' | 'stranger'
}

export interface Cast {
  /** Who the phrase means; what it means as a thing done to: "an ISIL tank" is ISIL's. */
  find(phrase: NounPhrase, as: 'actor' | 'target'): Player | undefined
  /** Adds an entity with its mention; not where the same words mean something already. */
  add(entity: ReadEntity, mention: DraftMention): Player | undefined
  entity(ref: string): ReadEntity | undefined
  /** The mention about this token. */
  mentionAt(head: number): DraftMention | undefined
  /** The entities and mentions that were added. */
  readonly entities: readonly ReadEntity[]
  readonly mentions: readonly DraftMention[]
}

/** Of a name, no more words are looked at. */
const longestName = 12

export function castOf(draft: Draft): Cast {
  const byRef = new Map(draft.entities.map(entity => [entity.ref, entity]))
  const byHead = byWord<DraftMention>(draft.tokens.length)
  // Not every cast is asked for it.
  const met = draft.mentions
  let taken: Set<number> | undefined
  const takenPlaces = (): Set<number> => (taken ??= new Set(met.map(({ mention }) => placeOf(mention))))
  for (const found of draft.mentions) {
    const known = byHead[found.head]
    // Of mentions about one word the longest: "Russian president", not "president".
    if (!known || found.to - found.from > known.to - known.from) byHead[found.head] = found
  }
  // "the Liberation Tigers" of the name "Liberation Tigers of Tamil Eelam".
  const covering = byWord<DraftMention>(draft.tokens.length)
  for (const found of draft.mentions) if (found.mention.form === 'NAME') for (let at = found.from; at < Math.min(found.to, found.from + longestName); at++) covering[at] = found
  const entities: ReadEntity[] = []
  const mentions: DraftMention[] = []
  const peopleAt = new Map<string, ReadEntity>()

  const playerOf = (found: DraftMention, phrase: NounPhrase, by: Player['by']): Player | undefined => {
    const entity = byRef.get(found.mention.entity)
    return entity && { entity, words: { from: Math.min(found.from, phrase.from), to: Math.max(found.to, phrase.to) }, by }
  }
  const add: Cast['add'] = (entity, found) => {
    const place = placeOf(found.mention)
    if (takenPlaces().has(place)) return undefined
    takenPlaces().add(place)
    if (!byRef.has(entity.ref)) {
      entities.push(entity)
      byRef.set(entity.ref, entity)
    }
    mentions.push(found)
    byHead[found.head] = found
    return { entity, words: found, by: 'head' }
  }
  const find: Cast['find'] = (given, as) => {
    const phrase = counted(draft, given)
    const own = byHead[phrase.head] ?? covering[phrase.head]
    // "Palestinians" are people, and not their country.
    if (own && isPeoples(own, byRef.get(own.mention.entity))) {
      takenPlaces().delete(placeOf(own.mention))
      return strangerOf(phrase, own, 'GROUP', as)
    }
    if (own) return playerOf(own, phrase, 'head')
    const main = draft.tokens[phrase.head]
    if (!main || isPronoun(main)) return undefined
    const isPeople = isPeopleNoun(main) || isNation(main)
    const owner = ownerOf(draft, byHead, phrase)
    const entity = owner && byRef.get(owner.mention.entity)
    // "a Russian airliner" is from Russia, and not Russia.
    if (!isPeople && as === 'target' && owner?.mention.form === 'ADJECTIVE') return strangerOf(phrase, owner, 'TOPIC')
    if (owner && entity && (isPeople ? entity.kind === 'COUNTRY' && forcesOfState.has(main.lemma) : as === 'target' && owns(entity.kind))) return playerOf(owner, phrase, 'owner')
    return isPeople ? strangerOf(phrase, owner, kindOf(draft, phrase), as) : as === 'target' && main.tag === 'NOUN' ? strangerOf(phrase, undefined, 'TOPIC') : undefined
  }

  /** An unnamed entity for "Sudanese rebels"; "the rebels" after it are the same. */
  const strangerOf = (bare: NounPhrase, origin: DraftMention | undefined, kind: EntityKind, as: 'actor' | 'target' = 'target'): Player | undefined => {
    const phrase = kind === 'TOPIC' ? bare : withWhereabouts(draft, bare, byHead, as)
    const mark = markOf(draft, phrase)
    const main = draft.tokens[phrase.head]
    const key = `${main?.lemma} ${origin?.mention.entity ?? ''}`
    const first = draft.tokens[phrase.from]?.lower ?? ''
    const known = first === 'the' ? (peopleAt.get(key) ?? peopleAt.get(`${main?.lemma}`)) : undefined
    if (!main) return undefined
    const country = origin && byRef.get(origin.mention.entity)?.kind === 'COUNTRY' ? origin.mention.entity : undefined
    const entity = known ?? { ref: `unnamed-${mark.start}`, kind, name: nameOf(draft, phrase), named: false, ...(country !== undefined && { country }) }
    const player = add(entity, { ...phrase, mention: { ...mark, entity: entity.ref, form: 'NOMINAL', rule: 'MENTION_OF_ACTOR', reason: 'Somebody or something that does or suffers a deed, and is not named.', confidence: 0.7 } })
    if (player && !known) {
      peopleAt.set(key, entity)
      peopleAt.set(main.lemma, entity)
    }
    return player && { ...player, by: 'stranger' }
  }

  return { find, add, entity: ref => byRef.get(ref), mentionAt: head => (head < 0 ? undefined : byHead[head]), entities, mentions }
}

/** "refugees" of "tens of thousands of refugees", "Harl" of "the town of Harl". */
function counted({ tokens, nounPhrases }: Draft, phrase: NounPhrase): NounPhrase {
  let found = phrase
  for (let steps = 0; steps < 3; steps++) {
    const noun = tokens[found.head]?.lower ?? ''
    const isSort = settlements.has(noun)
    if (!(isSort || quantities.has(noun)) || tokens[found.to]?.lower !== 'of') break
    const next = nounPhrases[firstAtOrAfter(nounPhrases, found.to + 1)]
    if (next?.from !== found.to + 1 || (isSort && tokens[next.from]?.tag !== 'PROPN')) break
    found = next
  }
  return found
}

/** With where those are from who are not named: "rebels in the Ivory Coast". */
function withWhereabouts({ tokens, nounPhrases }: Draft, phrase: NounPhrase, byHead: readonly (DraftMention | undefined)[], as: 'actor' | 'target'): NounPhrase {
  const preposition = tokens[phrase.to]?.lower ?? ''
  if (preposition !== 'of' && !(preposition === 'in' || (as === 'actor' && whereabouts.has(preposition)))) return phrase
  const next = nounPhrases[firstAtOrAfter(nounPhrases, phrase.to + 1)]
  const found = next && byHead[next.head]
  return next?.from === phrase.to + 1 && found?.mention.form === 'NAME' && found.to === next.to && found.head === next.head ? { ...phrase, to: next.to } : phrase
}

const whereabouts: ReadonlySet<string> = new Set(['from', 'across', 'throughout', 'near', 'at', 'around', 'inside'])

/** Whose it is: "Israel's militia", "a Russian airliner", "FSA targets". */
function ownerOf({ tokens }: Draft, byHead: readonly (DraftMention | undefined)[], { from, head }: NounPhrase): DraftMention | undefined {
  for (let at = head - 1; at >= from; at--) {
    const found = byHead[at]
    if (!found || found.from < from) continue
    const next = tokens[found.to]
    const genitive = next !== undefined && /^['’]s?$/u.test(next.lower)
    if (genitive || found.mention.form === 'ADJECTIVE' || found.mention.form === 'NAME') return found
  }
  return undefined
}

function isPeoples({ mention }: DraftMention, entity: ReadEntity | undefined): boolean {
  return mention.rule === 'KNOWN_DEMONYM' && mention.form === 'NAME' && mention.text.endsWith('s') && (entity?.kind === 'COUNTRY' || entity?.kind === 'PLACE')
}

/** "Bosnian Serbs": a people without an entity. */
function isNation({ tag, text, lower }: Token): boolean {
  return tag === 'PROPN' && lower.endsWith('s') && lower.length > 4 && text !== text.toUpperCase()
}

/** Whoever these are, what bears their name is theirs; what bears the name of a place or an event is not. */
function owns(kind: EntityKind): boolean {
  return kind === 'PERSON' || kind === 'COUNTRY' || kind === 'ORGANISATION' || kind === 'GROUP'
}

function kindOf({ tokens }: Draft, { head }: NounPhrase): EntityKind {
  const main = tokens[head]
  if (!main) return 'GROUP'
  if (places.has(main.lemma)) return 'PLACE'
  const many = main.lower !== main.lemma || plurals.has(main.lower) || isNation(main)
  if (machines.has(main.lower)) return tokens[head - 1]?.lower === 'think' ? 'ORGANISATION' : 'TOPIC'
  if (bodies.has(main.lemma) && !many) return 'ORGANISATION'
  return many || quantities.has(main.lower) ? 'GROUP' : 'PERSON'
}

function nameOf(draft: Draft, phrase: NounPhrase): string {
  const first = draft.tokens[phrase.from]
  const from = first && (first.tag === 'DET' || first.tag === 'PRON') && phrase.from < phrase.head ? phrase.from + 1 : phrase.from
  const words = markOf(draft, { from, to: phrase.to }).text.replace(/\s/gu, ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

// Events that an article speaks of only in passing: "a two-day summit", "their talks in Harl". They enter where a tie names them.
import type { ReadEntity } from '../../model/reading.ts'
import type { Modality } from '../../model/vocabulary.ts'
import type { Clause, Structure } from '../clauses/clause.ts'
import { datesOf, type DatedPhrase } from '../dates.ts'
import { firstAtOrAfter, markOf } from '../deeds/mark.ts'
import { modalityOf } from '../deeds/modality.ts'
import { holdersOf, modalityOfNoun } from '../deeds/nominal.ts'
import type { Said } from '../deeds/said.ts'
import { innerOf } from '../deeds/verbal.ts'
import { lemmasOf } from '../deeds/patterns.ts'
import type { Draft, DraftMention, NounPhrase } from '../draft.ts'
import { eventNouns, uncertain, upcoming } from '../lexicon/event-nouns.ts'
import { doing } from '../lexicon/governing-verbs.ts'
import { gathering, partaking, rows, unsure, wanted } from '../lexicon/event-sorts.ts'
import { dateOf } from './occasions.ts'

export interface Passing {
  readonly entities: readonly ReadEntity[]
  readonly mentions: readonly DraftMention[]
}

/** Words that leave it open which event is meant, but not that it was. */
const soft: ReadonlySet<string> = new Set(['new', 'other', 'recent', 'previous', 'past', 'another'])

/** "will attend a summit" */
function isAttended(draft: Draft, clauses: Structure['clauses'], holder: Clause | undefined): boolean {
  const verb = holder && draft.tokens[holder.verb.head]
  return holder !== undefined && verb !== undefined && lemmasOf(verb).some(lemma => partaking.has(lemma) || gathering.has(lemma)) && modalityOf(draft, clauses, holder) === 'PLANNED'
}

/** What is condemned or ended was; to demand it or to prevent it tells nothing. */
const assuming: ReadonlySet<string> = new Set(['condemn', 'discuss', 'end', 'stop', 'halt', 'suspend'])
const nothing = { lemma: '', lower: '' }

export function eventNounAt({ tokens }: Pick<Draft, 'tokens'>, head: number): string | undefined {
  const lower = tokens[head]?.lower ?? ''
  return lower === 'events' ? 'events' : eventNouns.get(lower)
}

export function passingEvents(draft: Draft, { clauses, nominals }: Structure, said: Said): Passing {
  const taken = new Set(draft.mentions.map(({ head }) => head))
  const holders = holdersOf(clauses)
  const dates = datesOf(draft)
  const entities: ReadEntity[] = []
  const mentions: DraftMention[] = []
  const last = lastKnown(draft)
  for (const { phrase } of nominals) {
    const noun = eventNounAt(draft, phrase.head)
    if (noun === undefined || taken.has(phrase.head)) continue
    const definite = isDefinite(draft, phrase)
    const holder = holders.get(phrase.head)
    if (!isTold(draft, phrase, noun, definite, holder)) continue
    // "claims to have attended a summit", "accused of attending one": where nobody's words are told, nobody says that there was one.
    if (!definite && holder && innerOf(draft, clauses, holder).within?.voice === 'CLAIMED' && !said.around(phrase.head)) continue
    const isKnown = definite && holder !== undefined && lemmasOf(draft.tokens[holder.verb.head] ?? nothing).some(lemma => assuming.has(lemma))
    const unclear = modalityOfNoun(draft, clauses, phrase, holder) ?? (isKnown ? 'ACTUAL' : isAttended(draft, clauses, holder) ? 'PLANNED' : undefined)
    const isWanted = wanted.has(leadOf(draft, phrase))
    if (unclear === undefined && !isWanted) continue
    // "the summit" is the one spoken of before.
    const bare = definite && phrase.head - phrase.from <= 1
    let ref = bare ? last(noun, phrase.from) : undefined
    if (ref === undefined) {
      const dated = dateOf(draft, dates, phrase)
      const modality: Modality = isWanted || isToCome(draft, phrase, dated) ? 'PLANNED' : (unclear ?? 'ACTUAL')
      const entity = entityOf(draft, phrase, noun, said, definite || dated !== undefined, modality, dated)
      entities.push(entity)
      ref = entity.ref
    }
    last.set(noun, ref)
    const mark = markOf(draft, phrase)
    mentions.push({ ...phrase, mention: { ...mark, entity: ref, form: 'NOMINAL', rule: 'MENTION_IN_PASSING', reason: `“${mark.text.replace(/\s/gu, ' ')}” names something that happens, and a tie to it is told.`, confidence: 0.6 } })
  }
  return { entities, mentions }
}

/** The event of this noun that was spoken of last before a token: those of the article and those met in passing. */
function lastKnown(draft: Draft): ((noun: string, before: number) => string | undefined) & { set(noun: string, ref: string): void } {
  const passing = new Map<string, string>()
  const events = new Set(draft.entities.filter(({ kind }) => kind === 'EVENT').map(({ ref }) => ref))
  const byNoun = new Map<string, DraftMention[]>()
  for (const found of draft.mentions) {
    const noun = events.has(found.mention.entity) ? eventNounAt(draft, found.head) : undefined
    if (noun === undefined) continue
    const known = byNoun.get(noun)
    if (known) known.push(found)
    else byNoun.set(noun, [found])
  }
  const find = (noun: string, before: number): string | undefined => {
    const known = byNoun.get(noun)
    return passing.get(noun) ?? known?.[Math.max(0, firstAtOrAfter(known, before) - 1)]?.mention.entity
  }
  return Object.assign(find, { set: (noun: string, ref: string) => void passing.set(noun, ref) })
}

function isDefinite({ tokens }: Draft, { from, to }: NounPhrase): boolean {
  if (/^(?:the|this|these|those|that)$/u.test(tokens[from]?.lower ?? '') || tokens[from]?.tag === 'PRON') return true
  for (let at = from; at < to; at++) if (/^['’]s?$/u.test(tokens[at]?.lower ?? '')) return true
  return rows.has(leadOf({ tokens }, { from, to, head: from }))
}

/** The noun that leads on to the phrase: "threat" of "the threat of an attack". */
function leadOf({ tokens }: Pick<Draft, 'tokens'>, { from }: NounPhrase): string {
  return /^(?:of|for)$/u.test(tokens[from - 1]?.lower ?? '') ? (tokens[from - 2]?.lower ?? '') : ''
}

function isTold(draft: Draft, phrase: NounPhrase, noun: string, definite: boolean, holder: Clause | undefined): boolean {
  const { tokens } = draft
  if (unsure.has(leadOf(draft, phrase)) || eventNounAt(draft, phrase.to) !== undefined) return false
  for (let at = phrase.from; at < phrase.head; at++) {
    const lower = tokens[at]?.lower ?? ''
    if (uncertain.has(lower) && !soft.has(lower)) return false
  }
  // "tragic events", but not all events.
  if (noun === 'events') return definite && tokens[phrase.head - 1]?.tag === 'ADJ'
  const isPlural = tokens[phrase.head]?.lower !== noun
  // "began meeting", "war with": no one event.
  if (!isPlural && !definite && noun !== 'talks' && phrase.to - phrase.from === 1) return false
  if (!isPlural || definite || (noun === 'talks' && /^(?:between|with|in|on|over)$/u.test(tokens[phrase.to]?.lower ?? '')) || phrase.head - phrase.from > 1) return true
  // "attacks" may be any: only where somebody does them.
  const verb = holder && tokens[holder.verb.head]
  return verb !== undefined && lemmasOf(verb).some(lemma => doing.has(lemma))
}

function isToCome({ tokens, metadata }: Draft, { from, head }: NounPhrase, dated: DatedPhrase | undefined): boolean {
  for (let at = from; at < head; at++) if (upcoming.has(tokens[at]?.lower ?? '')) return true
  return dated !== undefined && metadata.publishedOn !== undefined && dated.startsOn.slice(0, metadata.publishedOn.length) > metadata.publishedOn
}

function entityOf(draft: Draft, phrase: NounPhrase, noun: string, said: Said, known: boolean, modality: Modality, dated: DatedPhrase | undefined): ReadEntity {
  const start = draft.tokens[phrase.from]?.start ?? 0
  const from = draft.tokens[phrase.from]?.tag === 'DET' || draft.tokens[phrase.from]?.tag === 'PRON' ? Math.min(phrase.from + 1, phrase.head) : phrase.from
  const words = markOf(draft, { from, to: phrase.to }).text.replace(/\s/gu, ' ')
  const statement = said.around(phrase.head)
  return {
    ref: `${noun}-${start}`,
    kind: 'EVENT',
    name: words.slice(0, 1).toUpperCase() + words.slice(1),
    named: false,
    ...(dated && { startsOn: dated.startsOn, endsOn: dated.endsOn, dated: { start: dated.start, end: dated.end, text: dated.text } }),
    ...(statement && { voice: known ? 'PRESUPPOSED' : 'CLAIMED', statement: statement.ref }),
    ...(modality !== 'ACTUAL' && { modality }),
  }
}

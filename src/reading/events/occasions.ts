// Events as entities: "the Paris attacks", "the G20 summit", "a 2012 meeting", and what an article comes back to, "the election".
import type { ReadEntity, ReadStatement } from '../../model/reading.ts'
import type { Modality } from '../../model/vocabulary.ts'
import { datesOf, type DatedPhrase } from '../dates.ts'
import { firstAtOrAfter, markOf } from '../deeds/mark.ts'
import { saidIn, tokenAt, type Said } from '../deeds/said.ts'
import type { Draft, DraftMention, NounPhrase, Token } from '../draft.ts'
import { isTimeWord } from '../lexicon/clause-words.ts'
import { wanted } from '../lexicon/event-sorts.ts'
import { eventNouns, suffered, uncertain, unique, upcoming } from '../lexicon/event-nouns.ts'

interface Occasion {
  readonly phrase: NounPhrase
  readonly noun: string
  /** What tells it apart: its words without article, day and adjectives; empty for "the attacks". */
  readonly title: string
}

/** An article must come back to an event that it does not name. */
const leastMentions = 2

/** Adds the events to the draft, with their mentions. */
export function addOccasions(draft: Draft): void {
  const known = new Set(draft.mentions.map(({ head }) => head))
  const dates = datesOf(draft)
  const groups: Occasion[][] = []
  const byTitle = new Map<string, Occasion[]>()
  const last = new Map<string, Occasion[]>()
  for (const phrase of draft.nounPhrases) {
    const occasion = known.has(phrase.head) ? undefined : occasionOf(draft, phrase)
    if (!occasion) continue
    const key = `${occasion.noun} ${occasion.title.toLowerCase()}`
    // "the attacks" are those spoken of last.
    const group = occasion.title === '' ? last.get(occasion.noun) : byTitle.get(key)
    if (group) group.push(occasion)
    else {
      const begun = [occasion]
      groups.push(begun)
      byTitle.set(key, begun)
      last.set(occasion.noun, begun)
    }
    if (occasion.title !== '') last.set(occasion.noun, byTitle.get(key) ?? [])
  }
  const said = saidIn(draft)
  const byRef = new Map(draft.entities.map(entity => [entity.ref, entity]))
  const entities: ReadEntity[] = []
  const mentions: DraftMention[] = []
  for (const group of groups) {
    if (group[0]?.title === '' && group.length < leastMentions) continue
    const entity = entityOf(draft, byRef, said, dates, group)
    if (!entity) continue
    entities.push(entity)
    for (const { phrase } of group) mentions.push(mentionOf(draft, entity, phrase))
  }
  draft.entities = [...draft.entities, ...entities]
  draft.mentions = [...draft.mentions, ...mentions].sort((one, other) => one.from - other.from || other.to - one.to)
}

function occasionOf({ tokens }: Draft, phrase: NounPhrase): Occasion | undefined {
  const main = tokens[phrase.head]
  const noun = main && eventNouns.get(main.lower)
  if (!noun) return undefined
  const words: string[] = []
  let owned = false
  for (let at = phrase.from; at < phrase.head; at++) {
    const token = tokens[at]
    if (!token || uncertain.has(token.lower)) return undefined
    if (/^['’]s?$/u.test(token.lower)) owned = true
    if (isTelling(token)) words.push(token.text)
  }
  const first = tokens[phrase.from]
  // "their meeting", "Obama's visit": of somebody, and told as a deed.
  if (first?.tag === 'PRON' || (owned && words.length > 0)) return undefined
  if (words.length === 0 && first?.lower !== 'the' && !owned) return undefined
  return { phrase, noun, title: words.join(' ') }
}

/** A name or a year. */
function isTelling(token: Token): boolean {
  if (isTimeWord(token.lower)) return false
  return (token.tag === 'NUM' && /^(?:1[89]|20)\d\d$/u.test(token.text)) || (/^\p{Lu}/u.test(token.text) && (token.tag === 'PROPN' || token.tag === 'ADJ'))
}

function entityOf(draft: Draft, byRef: ReadonlyMap<string, ReadEntity>, said: Said, dates: readonly DatedPhrase[], group: readonly Occasion[]): ReadEntity | undefined {
  const first = group[0]
  if (!first) return undefined
  const { phrase, noun, title } = first
  const statement = teller(said, group)
  // When, where and whether it is, only those may say whose word it is.
  const own = group.filter(each => said.around(each.phrase.head) === statement)
  const dated = own.map(each => dateOf(draft, dates, each.phrase)).find(each => each !== undefined)
  const voice = statement && voiceOf(draft, statement, first, dated !== undefined)
  const place = own.map(each => placeOf(draft, byRef, each)).find(each => each !== undefined)
  const modality = modalityOf(draft, own[0] ?? first, dated)
  const name = nameOf(draft, first)
  const named = unique.test(name) || (/\b(?:1[89]|20)\d\d\b/u.test(title) && title.trim().length > 4)
  return {
    ref: `${noun}-${draft.tokens[phrase.from]?.start ?? 0}`,
    kind: 'EVENT',
    name,
    named,
    ...(place !== undefined && { place }),
    ...(dated && { startsOn: dated.startsOn, endsOn: dated.endsOn, dated: { start: dated.start, end: dated.end, text: dated.text } }),
    ...voice,
    ...(modality !== 'ACTUAL' && { modality }),
  }
}

/** "G20 summit" of "the big G20 summit". */
function nameOf(draft: Draft, { phrase, title }: Occasion): string {
  const main = draft.tokens[phrase.head]?.text ?? ''
  const words = title === '' ? main : `${title} ${main}`
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** The date inside the phrase or right behind it: "Sunday’s attack", "the meeting on Monday". */
export function dateOf({ tokens }: Draft, dates: readonly DatedPhrase[], { from, to }: NounPhrase): DatedPhrase | undefined {
  const start = tokens[from]?.start ?? 0
  const behind = tokens[to]?.lower === 'on' ? to + 1 : to
  const reach = tokens[behind]?.start ?? start
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const next = dates[low]
  return next && next.start <= reach && tokens[from]?.sentence === tokens[tokenAt({ tokens }, next.start)]?.sentence ? next : undefined
}

/** The first whose words speak of it; absent where the article itself does. */
function teller(said: Said, group: readonly Occasion[]): ReadStatement | undefined {
  const statements = group.map(({ phrase }) => said.around(phrase.head))
  return statements.includes(undefined) ? undefined : statements[0]
}

function voiceOf({ tokens }: Draft, statement: ReadStatement, { phrase }: Occasion, isDated: boolean): Pick<ReadEntity, 'voice' | 'statement'> {
  // What has a date or an article is spoken of as known.
  const definite = isDated || /^(?:the|this|these|those|that)$/u.test(tokens[phrase.from]?.lower ?? '')
  return { voice: definite ? 'PRESUPPOSED' : 'CLAIMED', statement: statement.ref }
}

function placeOf(draft: Draft, byRef: ReadonlyMap<string, ReadEntity>, { phrase, noun }: Occasion): string | undefined {
  if (!suffered.has(noun)) return undefined
  const found = draft.mentions[firstAtOrAfter(draft.mentions, phrase.from)]
  const entity = found && found.to <= phrase.head ? byRef.get(found.mention.entity) : undefined
  return entity?.kind === 'PLACE' && found?.mention.form === 'NAME' ? entity.ref : undefined
}

function modalityOf(draft: Draft, { phrase }: Occasion, dated: DatedPhrase | undefined): Modality {
  const { publishedOn } = draft.metadata
  for (let at = phrase.from; at < phrase.head; at++) if (upcoming.has(draft.tokens[at]?.lower ?? '')) return 'PLANNED'
  // "the need for talks"
  if (draft.tokens[phrase.from - 1]?.lower === 'for' && wanted.has(draft.tokens[phrase.from - 2]?.lower ?? '')) return 'PLANNED'
  return dated && publishedOn !== undefined && dated.startsOn.slice(0, publishedOn.length) > publishedOn ? 'PLANNED' : 'ACTUAL'
}

function mentionOf(draft: Draft, entity: ReadEntity, phrase: NounPhrase): DraftMention {
  const mark = markOf(draft, phrase)
  const form = entity.named ? 'NAME' : 'NOMINAL'
  return { ...phrase, mention: { ...mark, entity: entity.ref, form, rule: 'MENTION_OF_EVENT', reason: `“${mark.text.replace(/\s/gu, ' ')}” names something that happens.`, confidence: 0.7 } }
}

// How an office is held: "the former president", "the next president", "the self-styled king", "president of Kelt until 2012".
import type { Modality } from '../../model/vocabulary.ts'
import { datesIn, datesOf } from '../dates.ts'
import type { Cast } from '../deeds/cast.ts'
import type { When } from '../deeds/dated.ts'
import type { Deed, ToldType } from '../deeds/deed.ts'
import { markOf } from '../deeds/mark.ts'
import type { Draft, NounPhrase, Stretch, Token } from '../draft.ts'
import { firstFrom } from '../first-from.ts'
import { isTimeNoun } from '../lexicon/time-words.ts'
import { asides, calledSo, coming, comingEnd, former, gone, perhaps } from '../lexicon/tenure.ts'

export interface Tenure {
  readonly isPast?: boolean
  readonly modality?: Modality
  /** The first word that says so. */
  readonly from?: number
}

/** What stands before a role, or right behind it, says how it is held. Absent where that is only somebody's word: "self-styled", "alleged". */
export function tenureOf({ tokens }: Draft, cast: Cast, phrase: NounPhrase, role: Stretch): Tenure | undefined {
  const wordAt = (at: number): string => tokens[at]?.lower ?? ''
  // "the “president” of Kelt"
  if (/^["“‘']$/u.test(wordAt(role.from - 1)) && /^["”’']$/u.test(wordAt(role.to))) return undefined
  // "who identified himself as Colonel Ola Berg"
  if (wordAt(phrase.from - 1) === 'as' && /^(?:him|her)self$/u.test(wordAt(phrase.from - 2))) return undefined
  const aside = wordAt(phrase.from - 2) === ',' && cast.mentionAt(phrase.from - 3)?.mention.form === 'NAME' ? asides.get(wordAt(phrase.from - 1)) : undefined
  if (aside === 'past') return { isPast: true, from: phrase.from - 1 }
  if (aside === 'perhaps') return { modality: 'POSSIBLE', from: phrase.from - 1 }
  if (aside === 'not') return undefined
  let tenure: Tenure = comingEnd.test(wordAt(role.to - 1)) || coming.has(wordAt(role.to)) ? { modality: 'PLANNED' } : {}
  for (let at = role.to - 1; at >= phrase.from - Number(isFirst(tokens, phrase.from - 1)); at--) {
    const word = wordAt(at)
    // "the former minister’s aide": it was the minister.
    if (/^['’]s?$/u.test(word)) return tenure
    const name = cast.mentionAt(at)
    if (name?.mention.form === 'NAME' && name.to <= role.from) continue
    if (calledSo.has(word)) return undefined
    const from = Math.min(at, role.from)
    // "Last month President Reed left"
    if (word === 'last' && isTimeNoun(wordAt(at + 1))) continue
    if (former.has(word) || gone.has(word)) tenure = { isPast: true, from }
    else if (perhaps.has(word)) tenure = { modality: 'POSSIBLE', from }
    else if (coming.has(word) && tenure.modality !== 'POSSIBLE') tenure = { modality: 'PLANNED', from }
  }
  return former.has(wordAt(phrase.from - 1)) ? { isPast: true, from: phrase.from - 1 } : tenure
}

/** No verb of whoever stands before it: "Suspected Hamas leader Ann Reed", not "Hale suspected Hamas leader Ann Reed". */
function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return at >= 0 && (before?.sentence !== tokens[at]?.sentence || !/^(?:NOUN|PROPN|PRON|AUX|ADV)$/u.test(before?.tag ?? ''))
}

export interface Ending {
  readonly isPast: boolean
  readonly when: When
}

/** How far the words go that say until when. */
const reach = 6

/** "until 2012", "from 2003 to 2010", "(2003–2010)" at a token. Absent where nothing ends. */
export function endingAt(draft: Draft, at: number): Ending | undefined {
  const { tokens, metadata } = draft
  const first = tokens[at]
  if (!first || !/^(?:until|till|from|between|\()$/u.test(first.lower)) return undefined
  let to = at + 1
  while (to <= at + reach && tokens[to]?.sentence === first.sentence && !/^[,.;:)]$/u.test(tokens[to]?.text ?? '.')) to++
  const words = markOf(draft, { from: at, to })
  if (/^(?:until|till)$/u.test(first.lower)) {
    // A date that is only an edge is none; what ends is dated as what happens.
    const date = datesIn(`in${words.text.slice(first.text.length)}`, metadata.publishedOn)[0]
    if (!date) return /^\S+\s+(?:recently|his|her|their|he|she|they)\b/u.test(words.text) ? { isPast: true, when: {} } : undefined
    const end = date.end - 'in'.length + first.text.length
    return { isPast: isBefore(date.endsOn, metadata.publishedOn), when: { endsOn: date.endsOn, dated: { start: words.start, end: words.start + end, text: words.text.slice(0, end) } } }
  }
  const dates = datesOf(draft)
  const { startsOn, endsOn, start, end, text } = dates[firstFrom(dates, words.start, date => date.start)] ?? { startsOn: '', endsOn: '', start: words.end, end: 0, text: '' }
  if (start > (tokens[at + 1]?.start ?? 0) || startsOn === endsOn) return undefined
  return { isPast: isBefore(endsOn, metadata.publishedOn), when: { startsOn, endsOn, dated: { start, end, text } } }
}

/** What somebody is who led, spoke for or belonged to. */
const roles: ReadonlyMap<ToldType, string> = new Map([['LEADS', 'Leader'], ['REPRESENTS', 'Representative'], ['MEMBER_OF', 'Member']])

/** Of "led Kelt until 2012", "had led", "once led" and "led Kelt for ten years": that it is over, and since when. */
export function overOf(draft: Draft, { type, label, modality }: Deed, actor: Stretch, target: Stretch | undefined): When & { readonly role?: string } {
  const role = roles.get(type)
  const { tokens } = draft
  const first = tokens[label.from]?.lower ?? ''
  if (role === undefined || !target) return {}
  // "Kelt was led by Reed until 2012"
  const to = Math.max(label.to, actor.to, target.to)
  const ending = endingAt(draft, to) ?? endingAt(draft, draft.sentences[tokens[label.from]?.sentence ?? -1]?.from ?? to)
  const behind = tokens.slice(to, to + 4).map(({ lower }) => lower)
  const isTold = modality === 'ACTUAL' && /(?:ed|had|was|were)$/u.test(first)
  const isLong = behind[0] === 'for' && behind.some(word => /^(?:year|decade|month)s?$/u.test(word))
  // "led Kelt until 2012", whenever that was told.
  const isOver = ending ? ending.isPast || (isTold && ending.when.endsOn !== undefined) : isTold && (first === 'had' || isLong || /^(?:until|till)$/u.test(behind[0] ?? '') || /^(?:once|formerly|previously)$/u.test(tokens[label.from - 1]?.lower ?? ''))
  return { ...(isOver && { role: `Former ${role}` }), ...ending?.when }
}

function isBefore(date: string, publishedOn = ''): boolean {
  return date.slice(0, publishedOn.length) < publishedOn.slice(0, date.length)
}

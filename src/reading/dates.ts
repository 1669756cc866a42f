// The words of a text that name a date, resolved against the day of its publication and never against today.
// Rules look only at windows around words of the calendar; of rules that meet, the one that begins first and reaches furthest wins.
import type { Draft } from './draft.ts'
import { partsOf, span } from './dates/calendar.ts'
import { monthFamily } from './dates/months.ts'
import { relativeFamily } from './dates/relative.ts'
import type { DateRule, Family, Found } from './dates/rule.ts'
import { tenseAround } from './dates/tense.ts'
import { weekdayFamily } from './dates/weekdays.ts'
import { yearFamily } from './dates/years.ts'

export interface DatedPhrase {
  readonly start: number
  readonly end: number
  readonly text: string
  /** EDTF level 0, no more exact than the words; the same as `endsOn` for a single day, month or year. */
  readonly startsOn: string
  readonly endsOn: string
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

interface Candidate {
  readonly start: number
  readonly end: number
  readonly rule: DateRule
  readonly part: Found['part']
}

export const dateFamilies: readonly Family[] = [monthFamily, yearFamily, weekdayFamily, relativeFamily]

/** How far around a word of the calendar its phrase may reach, in UTF-16 units. */
const before = 48
const after = 72
/** Before a date that is only the edge of something. */
const edge = /(?:^|[^\p{L}\p{N}])(?:(?<since>[Ss]ince)|[Bb]efore|[Aa]fter|[Uu]ntil|[Tt]ill|[Bb]y)\s{1,2}$/u
const edgeReach = 12

/** Sorted, not overlapping. `publishedOn` is EDTF level 0; without it, words that need one are left out. */
export function datesIn(text: string, publishedOn: string | undefined): readonly DatedPhrase[] {
  const published = partsOf(publishedOn)
  const candidates = dateFamilies.flatMap(family => windowsOf(text, family.anchor).flatMap(window => candidatesIn(text, window, family)))
  return furthestFirst(candidates).flatMap(({ start, end, rule, part }) => {
    const dated = rule.resolve({ part, published, tense: () => tenseAround(text, start, end) })
    if (!dated) return []
    return atEdge(text, publishedOn, { start, end, text: text.slice(start, end), rule: rule.id, reason: rule.reason, confidence: rule.confidence, ...dated })
  })
}

const found = new WeakMap<Draft['tokens'], readonly DatedPhrase[]>()

/** The dates of a draft; found once. */
export function datesOf(draft: Draft): readonly DatedPhrase[] {
  const known = found.get(draft.tokens) ?? datesIn(draft.text, draft.metadata.publishedOn)
  found.set(draft.tokens, known)
  return known
}

interface Window {
  readonly from: number
  readonly to: number
}

/** Windows that meet are one, so that no stretch is read twice. */
function windowsOf(text: string, anchor: RegExp): readonly Window[] {
  const windows: { from: number; to: number }[] = []
  for (const { index, 0: word } of text.matchAll(anchor)) {
    const from = Math.max(0, index - before)
    const to = Math.min(text.length, index + word.length + after)
    const last = windows.at(-1)
    if (last && from <= last.to) last.to = to
    else windows.push({ from, to })
  }
  return windows
}

function candidatesIn(text: string, { from, to }: Window, { rules }: Family): readonly Candidate[] {
  const words = text.slice(from, to)
  const candidates: Candidate[] = []
  for (const rule of rules) {
    for (const match of matchesOf(rule.pattern, words)) {
      const [start, end] = [from + match.index, from + match.index + match[0].length]
      // What touches a cut may be half a word.
      const isCut = (start === from && from > 0) || (end === to && to < text.length)
      if (!isCut) candidates.push({ start, end, rule, part: match.groups ?? {} })
    }
  }
  return candidates
}

/** As `matchAll`, which makes a new expression at each call; none of ours matches nothing. */
function matchesOf(pattern: RegExp, words: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) matches.push(match)
  return matches
}

function furthestFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end)
  let taken = 0
  return sorted.filter(({ start, end }) => {
    if (start < taken) return false
    taken = end
    return true
  })
}

/** "since Monday" lasts until the publication; "before Monday" is no date, but "before Monday's talks" dates the talks. */
function atEdge(text: string, publishedOn: string | undefined, phrase: DatedPhrase): readonly DatedPhrase[] {
  const { start, end } = phrase
  const found = edge.exec(text.slice(Math.max(0, start - edgeReach), start))
  if (!found || /^[’']s/.test(text.slice(end, end + 2))) return [phrase]
  const sinceThen = found.groups?.['since'] && publishedOn !== undefined ? span(phrase.startsOn, publishedOn) : null
  if (!sinceThen) return []
  const from = start - found[0].length + found[0].search(/[Ss]ince/)
  return [{ ...phrase, ...sinceThen, start: from, text: text.slice(from, end), rule: 'DATE-SINCE', reason: `From then until the publication. ${phrase.reason}`, confidence: Math.min(phrase.confidence, 0.8) }]
}

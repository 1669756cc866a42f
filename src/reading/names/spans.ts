// The names of a text: runs of capitals cut at what is known, and what is known outside them.
import type { Draft, DraftSentence, Token } from '../draft.ts'
import { gazetteerFor, type GazetteerEntry } from '../gazetteer.ts'
import { isTimeWord } from '../lexicon/clause-words.ts'
import { bodiesOf, bodyHeads, businesses, eventHeads, lettersBehind, matters, namedBodies, neverGiven, placeHeads, suffixes } from '../lexicon/name-words.ts'
import { kindOfSpeaker } from '../lexicon/speakers.ts'
import { isBranch, isStation } from './branches.ts'
import { guess, isRole, nothing, writtenIn } from './guess.ts'
import { beginsName, isOneOfPeople, isPersonAfterAll, knownAt, ownedBody, type Names, type Search } from './known.ts'
import { capitalsOf } from './runs.ts'
import { shipAt, shipsIn } from './ships.ts'
import type { NameSpan, TitleBefore } from './span.ts'
import { isOfName, titleAt } from './titles.ts'
import { isInDictionary } from '../tagger.ts'

/** In the order of the text; none overlaps another, but an adjective may stand before a name. */
export function nameSpansOf(draft: Draft): readonly NameSpan[] {
  const { words } = draft
  const gazetteer = gazetteerFor(draft.knowledge)
  const search: Search = { draft, words, ...writtenIn(draft, gazetteer), gazetteer, capitals: capitalsOf(draft) }
  const shouting = draft.sentences.filter(({ from }) => search.capitals.shouts(from))
  const spans = spansIn(search, draft.sentences.filter(({ from }) => !search.capitals.shouts(from)))
  if (shouting.length === 0) return inOrder(spans)
  // Where every word has a capital, names are those that the rest of the text has.
  const names = namesOf(draft, spans)
  return inOrder([...spans, ...spansIn({ ...search, names }, shouting)])
}

function inOrder(spans: readonly NameSpan[]): readonly NameSpan[] {
  return spans.toSorted((one, other) => one.from - other.from || other.to - one.to)
}

function spansIn(search: Search, sentences: readonly DraftSentence[]): readonly NameSpan[] {
  const { draft } = search
  const spans: NameSpan[] = []
  const ships = shipsIn(search)
  for (const { from, to } of sentences) {
    let title: TitleBefore | undefined
    let honorific: { readonly name: string; readonly gender?: 'f' | 'm' } | undefined
    for (let at = from; at < to; ) {
      const ship = ships.size > 0 ? shipAt(search, ships, at) : undefined
      if (ship !== undefined) {
        at = ship
        continue
      }
      const called = isCapitalAt(draft, at) && isCapitalAt(draft, at + 1) ? (search.gazetteer.honorificAt(search.words, at) ?? chiefAt(search, at)) : undefined
      // "Sri Lanka"
      if (called && (search.gazetteer.match(search.words, at)?.length ?? 0) < 2) {
        honorific = called
        at++
        continue
      }
      const office = titleAt(search, at, to)
      if (office) {
        title = title && title.to === at ? { from: title.from, to: office.to, match: office.match } : office
        at = office.to
        continue
      }
      const titled = title !== undefined || honorific !== undefined
      const found = spanAt(search, at, to, titled)
      const span = found && withLetters(draft, found, titled)
      if (!span) {
        title = undefined
        honorific = undefined
        at++
        continue
      }
      const named = span.form === 'NAME' && !span.known
      spans.push(!named || !(title || honorific) ? span : {
        ...span,
        kind: 'PERSON',
        rule: 'NAME_AFTER_TITLE',
        reason: 'A title or form of address stands before the name.',
        confidence: 0.95,
        ...(honorific && { honorific: honorific.name, ...(honorific.gender && { gender: honorific.gender }) }),
        ...(title && { title }),
      })
      const inner = namesake(search, span)
      if (inner) spans.push(inner)
      title = undefined
      honorific = undefined
      at = span.to
    }
  }
  return spans
}

/** "Chief Bola Martins": a form of address, where no title begins so and nothing that somebody is chief of stands before. */
function chiefAt({ draft: { tokens, sentences }, words, gazetteer }: Search, at: number): { readonly name: string } | undefined {
  if (words[at] !== 'Chief' || gazetteer.titleAt(words, at) || (tokens[at - 1]?.capital && tokens[at - 1]?.sentence === tokens[at]?.sentence && sentences[tokens[at]?.sentence ?? -1]?.from !== at - 1)) return undefined
  return { name: 'Chief' }
}

/** "Fiona Ames KC", "Julian Smith MP": letters that only a person has behind the name. */
function withLetters({ tokens }: Draft, span: NameSpan, titled: boolean): NameSpan {
  if (span.known || span.form !== 'NAME' || !(span.kind === 'PERSON' || span.kind === undefined || span.rule === 'NAME_LIKE_A_PERSON' || titled) || !(titled || span.to - span.from > 1)) return span
  let to = lettersBehind.has(tokens[span.to - 1]?.text ?? '') ? span.to - 1 : span.to
  if (to - span.from < (titled ? 1 : 2)) return span
  const from = to
  while (lettersBehind.has(tokens[to]?.text ?? '')) to++
  // "Harl Vale MP | Ann Reed": whose seat it is.
  if (to === from || (tokens[to]?.capital && tokens[to]?.sentence === tokens[from]?.sentence)) return span
  return { ...span, to, head: to - 1, ...(span.kind === undefined && { kind: 'PERSON' as const, rule: 'NAME_BEFORE_LETTERS', reason: 'Letters that a person bears stand behind the name.', confidence: 0.85 }) }
}

function spanAt(search: Search, at: number, end: number, titled: boolean): NameSpan | undefined {
  const { draft, capitals } = search
  const token = draft.tokens[at]
  const shouts = capitals.shouts(at)
  if (!token || (!shouts && !token.opensName) || !/^[\p{L}\p{N}]/u.test(token.text)) return undefined
  if (isOneOfPeople(search, at) || isKinBefore(search, at)) return undefined
  const known = token.opensName ? knownAt(search, at, end) : undefined
  if (!known && !shouts && !token.capital) return undefined
  // "the National Assembly": what the knowledge has may begin with an article.
  const first = known?.from ?? at
  const run = capitals.runAt(first)
  if (shouts) return known ?? writtenElsewhere(search, at, end)
  // "Department of State Services" goes on behind "of".
  const runEnd = Math.min(end, Math.max(run?.to ?? first, known ? (capitals.runAt(known.to - 1)?.to ?? 0) : 0))
  if (known && known.to >= runEnd) return titled && isPersonAfterAll(search, known, titled) ? unknown(search, at, known.to, end) : known
  if (!run) return known
  if (known && !beginsName(search, known, runEnd)) return known
  return unknown(search, first, runEnd, end)
}

/** "Dad Ola Berg", "Ex-wife Ann", "Co-author Ann Reed": what somebody is, with the capital of a sentence's first word; but "Sister Ann". */
function isKinBefore({ draft: { tokens, sentences }, words, gazetteer }: Search, at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next?.capital || sentences[token.sentence]?.from !== at || !gazetteer.isGivenName(next.text) || gazetteer.isGivenName(token.text) || gazetteer.match(words, at)) return false
  return /^(?:ex|co)-/u.test(token.lower) || (kindOfSpeaker(token.lower, token.lower) === 'PERSON' && !/^(?:father|mother|sister|brother)$/u.test(token.lower))
}

function namesOf({ tokens }: Draft, spans: readonly NameSpan[]): Names {
  const names = new Map<string, Map<string, string[]>>()
  const add = (words: string[]): void => {
    const first = words[0] ?? ''
    const name = words.join(' ')
    const known = names.get(first)
    if (!known) names.set(first, new Map([[name, words]]))
    else if (!known.has(name)) known.set(name, words)
  }
  for (const span of spans) {
    if (span.known || !span.kind) continue
    const words = tokens.slice(span.from, span.to).map(token => token.text)
    add(words)
    if (span.kind === 'PERSON' && words.length > 1) add(words.slice(-1))
  }
  return new Map([...names].map(([first, known]) => [first, [...known.values()].toSorted((one, other) => other.length - one.length)]))
}

/** "Hale Goes to Court": a name that the text has where capitals tell. */
function writtenElsewhere({ names, words, draft }: Search, at: number, end: number): NameSpan | undefined {
  const name = names?.get(words[at] ?? '')?.find(one => at + one.length <= end && one.every((word, index) => words[at + index] === word))
  if (!name) return undefined
  const to = at + name.length
  return { from: at, to, head: headOf(draft.tokens, at, to), kind: undefined, form: 'NAME', rule: 'NAME_IN_HEADLINE', reason: 'The article has this name where capitals tell.', confidence: 0.85 }
}

/** "Hale administration": the person in the name of a body. */
function namesake({ draft: { tokens }, gazetteer, words }: Search, span: NameSpan): NameSpan | undefined {
  const last = tokens[span.to - 1]?.text ?? ''
  if (span.known?.kind !== 'ORGANISATION' || span.to - span.from < 2 || !/^(?:regime|administration|government|campaign|presidency)$/u.test(last)) return undefined
  const to = span.to - 1
  // "the Chinese government" bears nobody's name.
  if (tokens[span.from]?.tag !== 'PROPN' || gazetteer.match(words.slice(span.from, to), 0)) return undefined
  return { from: span.from, to, head: to - 1, kind: 'PERSON', form: 'NAME', rule: 'NAMESAKE', reason: 'The body bears the name of whoever leads it.', confidence: 0.8 }
}

/** A name that nothing is known of: cut where a known one follows, gone on with "of …", and its kind guessed from its words and those around it. */
function unknown(search: Search, at: number, runEnd: number, end: number): NameSpan | undefined {
  const { draft, words, gazetteer } = search
  if (isDescribed(search, at, runEnd)) return unknown(search, at + 1, runEnd, end)
  if (at + 1 < runEnd && (isHome(words[at] ?? '') || isBusinessAtStart(search, at))) return knownAt(search, at + 1, end) ?? unknown(search, at + 1, runEnd, end)
  let to = at + 1
  let cut = false
  while (to < runEnd) {
    const follows = gazetteer.match(words, to)
    const titled = gazetteer.titleAt(words, to)
    if (titled && !bodyHeads.has(draft.tokens[to]?.lower ?? '') && !isOfName(draft, to, titled) && !isSurnameOfTitle(search, at, to)) break
    if (gazetteer.honorificAt(words, to)) break
    if (isFullName(search, at, to, runEnd)) {
      cut = to - at >= 3
      break
    }
    if (follows && to + follows.length >= runEnd && (isBranch(search, at, to, follows.entries) || isStation(words, to))) return { from: at, to: runEnd, head: runEnd - 1, kind: 'ORGANISATION', form: 'NAME', rule: 'NAME_OF_BODY', reason: 'A body’s name stands before the place where it is.', confidence: 0.75 }
    if (follows && follows.entries.every(entry => !entry.ambiguous) && to + follows.length >= runEnd && isOfNation(search, at, to, follows.entries)) return { from: at, to: runEnd, head: runEnd - 1, kind: 'ORGANISATION', form: 'NAME', rule: 'NAME_OF_BODY', reason: 'What a body is for stands before the country that it is of.', confidence: 0.75 }
    if (follows && follows.entries.every(entry => !entry.ambiguous) && to + follows.length >= runEnd && !isSurname(search, at, to)) break
    to++
  }
  if (to > at + 1 && to < runEnd && draft.tokens[to - 1]?.lower === 'and') to--
  to = withOf(draft, at, to, end)
  const head = headOf(draft.tokens, at, to)
  const { kind, rule, reason, confidence } = cut ? nothing : guess(draft.tokens, gazetteer, search, { from: at, to, head })
  const owned = kind === 'ORGANISATION' ? ownedBody(search, at, to) : undefined
  if (owned) return owned
  // "the Ardley research institute"
  if (!cut && to - at === 1 && words[at - 1]?.toLowerCase() === 'the' && words[to] === 'research' && /^(?:institute|centre|center|laboratory|foundation|group)$/u.test(words[to + 1] ?? '')) return { from: at, to: to + 2, head: to + 1, kind: 'ORGANISATION', form: 'NAME', rule: 'NAME_BEFORE_BODY', reason: `“${words[to + 1] ?? ''}” follows it.`, confidence: 0.8 }
  if (!cut && isBeforeBody(draft.tokens, at, to)) return { from: at, to, head, kind: 'ORGANISATION', form: 'NAME', rule: 'NAME_BEFORE_BODY', reason: `“${words[to] ?? ''}” follows it.`, confidence: 0.8 }
  return { from: at, to, head, kind, form: 'NAME', rule, reason, confidence }
}

/** "Natural Heritage England", "Transport Scotland": what it is for, and a country. */
function isOfNation({ draft: { tokens }, words }: Search, at: number, to: number, entries: readonly GazetteerEntry[]): boolean {
  return matters.has(words[to - 1]?.toLowerCase() ?? '') && tokens[at - 1]?.capital !== true && entries.some(({ kind, by, known }) => by !== 'demonym' && (kind === 'COUNTRY' || (kind === 'PLACE' && nations.has(known.name))))
}

const nations: ReadonlySet<string> = new Set(['England', 'Scotland', 'Wales', 'Northern Ireland'])

/** "Oslo-based", "Nasdaq-listed" before a name, as bodies have it. */
function isHome(word: string): boolean {
  return /^\p{Lu}.*-(?:based|listed|headquartered|owned|backed)$/u.test(word)
}

/** "Carmaker | Nordvik", where a sentence begins. */
function isBusinessAtStart({ draft: { tokens } }: Search, at: number): boolean {
  return tokens[at - 1]?.sentence !== tokens[at]?.sentence && businesses.has(tokens[at]?.lower ?? '')
}

/** "Billionaire | Omar Reed", "Iron | Mike Hale": a word of the dictionary before a given and a family name. */
function isDescribed({ draft: { tokens }, gazetteer }: Search, at: number, end: number): boolean {
  const [first, second, last] = [tokens[at], tokens[at + 1], tokens[end - 1]]
  if (!first || !second || !last || end - at < 3 || end - at > 4 || first.text.endsWith('.')) return false
  if (!gazetteer.isGivenName(second.text) || gazetteer.isGivenName(first.text) || isInDictionary(second.lower) || !isInDictionary(first.lower) || neverGiven.has(first.lower)) return false
  return !bodyHeads.has(last.lower) && !eventHeads.has(last.lower) && !placeHeads.has(last.lower) && (!placeHeads.has(first.lower) || first.lower === 'state')
}

/** "the opposition | Red Front | party", "the Harl Today newspaper": several capitals behind an article and before a word for a body that bears such a name. */
function isBeforeBody(tokens: readonly Token[], at: number, to: number): boolean {
  if (to - at < 2 || !/^(?:party|newspaper|magazine|union|militia|movement|coalition|website|daily|weekly|airline|charity)$/u.test(tokens[to]?.lower ?? '') || /^(?:NOUN|PROPN)$/u.test(tokens[to + 1]?.tag ?? '')) return false
  for (let before = at - 1; before > at - 5; before--) {
    const token = tokens[before]
    if (/^(?:the|its|their|['’]s)$/u.test(token?.lower ?? '')) return true
    if (!/^(?:ADJ|NOUN|PROPN)$/u.test(token?.tag ?? '')) return false
  }
  return false
}

/** "Martin Luther King", "Steve King": a title that ends a name which a given name begins. */
function isSurnameOfTitle({ draft: { tokens }, gazetteer }: Search, from: number, at: number): boolean {
  const next = tokens[at + 1]
  // "Martin Luther King Boulevard"
  if (titledSurnames.has(tokens[at]?.text ?? '') && gazetteer.isGivenName(tokens[from]?.text ?? '') && placeHeads.has(next?.lower ?? '') && next?.capital) return true
  return titledSurnames.has(tokens[at]?.text ?? '') && gazetteer.isGivenName(tokens[from]?.text ?? '') && !(next && isCapitalAt({ tokens }, at + 1) && next.sentence === tokens[at]?.sentence && !suffixes.has(next.lower))
}

const titledSurnames: ReadonlySet<string> = new Set(['King', 'Prince', 'Bishop', 'Judge', 'Dean', 'Pope', 'Duke', 'Major', 'Marshal', 'Knight', 'Abbot', 'Cardinal', 'Provost', 'Baron', 'Sheikh', 'Sultan', 'Emir', 'Constable', 'Deacon'])

/** "Varen County Recorder | Ann Reed", "director of Lake Affairs | Ann Reed": a given and a family name behind what cannot belong to them. */
function isFullName({ draft: { tokens }, gazetteer }: Search, from: number, at: number, end: number): boolean {
  const last = tokens[end - 1]?.lower ?? ''
  if (end - at < 2 || end - at > 3 || !gazetteer.isGivenName(tokens[at]?.text ?? '') || gazetteer.isGivenName(tokens[from]?.text ?? '')) return false
  if (bodyHeads.has(last) || eventHeads.has(last) || placeHeads.has(last)) return false
  return at - from >= 3 || (/^(?:of|for)$/u.test(tokens[from - 1]?.lower ?? '') && isRole(tokens, gazetteer, from - 1))
}

/** A known place that ends a person's name: "Jack London". */
function isSurname({ draft, gazetteer }: Search, at: number, to: number): boolean {
  return to - at <= 2 && gazetteer.isGivenName(draft.tokens[at]?.text ?? '')
}

/** "Ministry | of Defence", "Council | on Foreign Relations". */
function withOf({ tokens }: Draft, from: number, to: number, end: number): number {
  // "the advocacy group Citizens | for Clean Rivers"
  const isCalled = namedBodies.has(tokens[from - 1]?.lower ?? '') && isInDictionary(tokens[from]?.lower ?? '')
  if (!(isCalled || bodiesOf.has(tokens[to - 1]?.lower ?? '')) || !/^(?:of|on|for)$/u.test(tokens[to]?.lower ?? '')) return to
  let next = to + 1
  if (tokens[next]?.lower === 'the') next++
  const first = next
  while (next < Math.min(end, first + 6)) {
    const token = tokens[next]
    if (!token) break
    const joins = next > first && isCapitalAt({ tokens }, next + 1) && (token.lower === 'and' || (token.text === ',' && isOfMatters(tokens, next)))
    if ((!token.capital && !joins) || isTimeWord(token.lower)) break
    next++
  }
  return next > first ? next : to
}

/** "Culture | , Media and Sport": a list of what a body is for, and not of others beside it. */
function isOfMatters(tokens: readonly Token[], comma: number): boolean {
  return matters.has(tokens[comma - 1]?.lower ?? '') && matters.has(tokens[comma + 1]?.lower ?? '') && (tokens[comma + 2]?.lower === 'and' || tokens[comma + 2]?.text === ',')
}

function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at++) if (/^(?:of|on|for)$/u.test(tokens[at]?.lower ?? '')) return at - 1
  const last = tokens[to - 1]?.lower ?? ''
  return /^(?:jr|jr\.|sr|sr\.|ii|iii|iv)$/u.test(last) && to - from > 1 ? to - 2 : to - 1
}

function isCapitalAt({ tokens }: Pick<Draft, 'tokens'>, at: number): boolean {
  const token = tokens[at]
  return token?.capital === true
}

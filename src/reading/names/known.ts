// What the knowledge has of a name, where the words around do not speak against it.
import type { Draft } from '../draft.ts'
import type { Gazetteer, GazetteerEntry } from '../gazetteer.ts'
import type { Place } from '../knowledge.ts'
import { companyEnds } from '../lexicon/company-or-town.ts'
import { bodyHeads, eventHeads, neverGiven, placeHeads, stateBodies } from '../lexicon/name-words.ts'
import { isBranch } from './branches.ts'
import { choose, countryBefore, countryEntry, countryOf, elsewhereOf, isOfArticle, isLikely, isOfEveryState, ofCountry, stateBefore } from './choice.ts'
import { isCommonBody } from './common-bodies.ts'
import type { Written } from './guess.ts'
import type { Capitals } from './runs.ts'
import type { NameSpan } from './span.ts'

/** Names by their first word, the longest first. */
export type Names = ReadonlyMap<string, readonly (readonly string[])[]>

export interface Search extends Written {
  readonly names?: Names
  readonly draft: Draft
  readonly words: readonly string[]
  readonly gazetteer: Gazetteer
  readonly capitals: Capitals
}

/** What the knowledge has, where the words around do not speak against it. */
export function knownAt(search: Search, at: number, end: number): NameSpan | undefined {
  const { gazetteer, words, draft, capitals, written } = search
  const match = gazetteer.match(words, at)
  if (!match || at + match.length > end) return undefined
  const to = at + match.length
  // "the Canton of Ticino": what sort of place it is.
  if (match.length === 1 && placeHeads.has(words[at]?.toLowerCase() ?? '') && words[to] === 'of' && draft.tokens[to + 1]?.capital && match.entries.every(({ kind }) => kind === 'PLACE')) return undefined
  // "the National Institutes of Health": no newspaper.
  const longer = words[at]?.toLowerCase() === 'the' ? gazetteer.match(words, at + 1) : undefined
  if (longer && longer.length + 1 > match.length) return knownAt(search, at + 1, end)
  const behind = match.entries.some(({ kind }) => kind === 'PLACE') && words[to] === ',' ? around(gazetteer, words, at, to + 1) : undefined
  const country = match.entries.some(({ kind }) => kind === 'ORGANISATION') ? countryBefore(gazetteer, words, at) : undefined
  const own = country && !(ofSeat.has(words[to] ?? '') && country.kind === 'COUNTRY') ? ofCountry(match.entries, country, words.slice(at, to).join(' ')) : undefined
  // "In Kenya | the Treasury slept"
  if (country && own === 'another') return bodyOf(country, words, words[at]?.toLowerCase() === 'the' ? at + 1 : at, to)
  const entry = own === 'another' || !own ? (placeOf(match.entries, behind) ?? choose(match.entries, draft, at, to, written)) : own
  if (!entry) return undefined
  if (behind && entry.kind === 'PLACE' && isElsewhere(entry.known, behind)) return namesakePlace(search, behind, at, to)
  const token = draft.tokens[at]
  if (entry.ambiguous && !isLikely(entry, draft, at, to, capitals, written)) return undefined
  const state = entry.ambiguous && !country ? stateBefore(gazetteer, words, at) : undefined
  // "the Ohio Senate race" is for a seat in that of the country.
  if (state && isOfEveryState(entry, words.slice(at, to)) && !ofRace.has(words[to] ?? '')) return bodyOf(state, words, at, to)
  const common = entry.kind === 'ORGANISATION' && words[at] !== 'State' && isCommonBody(words.slice(at, to).join(' '))
  // "the state's Justice Department" is not that of the country.
  if (common && entry.known.country !== undefined && /^['’]s$/u.test(words[at - 1] ?? '') && ofParts.has(words[at - 2] ?? '')) return ofPart(at, to)
  const elsewhere = (entry.ambiguous || common) && !country ? (seatOf(search, entry, to) ?? elsewhereOf(entry, draft)) : undefined
  // "the High Court" of an article that names nothing else of the country
  if (common && entry.known.type === 'COURT' && !country && !elsewhere && entry.known.country !== undefined && !isOfArticle(entry, draft)) return { ...ofPart(words[at]?.toLowerCase() === 'the' ? at + 1 : at, to), rule: 'NAME', reason: `Many countries have such a court, and the article names nothing else of that of ${entry.name}.`, confidence: 0.6 }
  if (elsewhere && isOfEveryState(entry, words.slice(at, to))) return { ...bodyOf(elsewhere, words, at, to), reason: `The article is of ${elsewhere.name}, or says that it sits there.`, confidence: 0.7 }
  if (elsewhere && (to - at < (words[at]?.toLowerCase() === 'the' ? 3 : 2) || entry.kind !== 'ORGANISATION' || entry.by === 'demonym')) return undefined
  if (!token) return undefined
  const next = draft.tokens[to]
  const adjective = entry.by === 'demonym' && !entry.plural && next !== undefined && /^(?:NOUN|ADJ|PROPN|NUM|VERB)$/u.test(next.tag)
  const article = token.lower === 'the' && to - at > 1 ? 1 : 0
  const stretch = { from: at + article, to, head: to - 1, kind: entry.kind }
  if (elsewhere) return { ...stretch, form: 'NAME', rule: 'NAME', reason: `It is hardly ${entry.name}, which bears the name too: the article is of another country.`, confidence: 0.6 }
  return {
    ...stretch,
    known: entry,
    form: adjective ? 'ADJECTIVE' : 'NAME',
    rule: entry.by === 'demonym' ? 'KNOWN_DEMONYM' : entry.by === 'capital' || entry.by === 'metonym' ? 'KNOWN_METONYM' : 'KNOWN_NAME',
    reason: entry.by === 'capital' || entry.by === 'metonym' ? `It stands for the government of ${entry.name} here.` : `It is known as a name of ${entry.name}.`,
    confidence: entry.ambiguous ? 0.75 : 0.95,
  }
}

/** Behind "the Dane said", "met a Swede": somebody of the country, and not it; of "the British", "the Swiss" and "the Chinese" all. */
export function isOneOfPeople({ gazetteer, words, draft }: Search, at: number): boolean {
  if (isOneOfParty(gazetteer, draft, at)) return true
  if (!/^(?:the|a|an|one|another|this)$/u.test((words[at - 1] ?? '').toLowerCase())) return false
  const match = gazetteer.match(words, at)
  const to = at + (match?.length ?? 0)
  const next = draft.tokens[to]
  if (!match?.entries.some(({ kind, by, plural }) => (kind === 'COUNTRY' || kind === 'PLACE') && by === 'demonym' && !plural) || /(?:s|sh|ch|ese)$/u.test(words[to - 1] ?? '')) return false
  return next !== undefined && (/^(?:VERB|AUX|ADP|ADV)$/u.test(next.tag) || /^[.?!]$/u.test(next.text) || (next.text === ',' && draft.tokens[to + 1]?.tag !== 'ADJ'))
}

/** "the Ohio Republican | said": one member, and not the party. */
function isOneOfParty(gazetteer: Gazetteer, { tokens, words }: Draft, at: number): boolean {
  const next = tokens[at + 1]
  if (next?.tag !== 'VERB' && next?.tag !== 'AUX') return false
  const match = gazetteer.match(words, at)
  if (match?.length !== 1 || !match.entries.some(({ kind, by, plural }) => kind === 'ORGANISATION' && by === 'demonym' && !plural)) return false
  let from = at - 1
  // "the Wisconsin | Republican", "the New Jersey | Democrat"
  for (let steps = 0; steps < 3 && (tokens[from]?.tag === 'PROPN' || tokens[from]?.tag === 'ADJ'); steps++) from--
  return /^(?:the|a|an|one|another|this)$/u.test((words[from] ?? '').toLowerCase()) && tokens[from - 1]?.lower !== ',' && !/^(?:is|was|be|as)$/u.test(tokens[from - 1]?.lower ?? '')
}

/** "in Helsinki" behind "the Supreme Court": the country where a court sits, if that is another. */
function seatOf({ gazetteer, words }: Search, entry: GazetteerEntry, to: number): GazetteerEntry | undefined {
  const seat = entry.kind === 'ORGANISATION' && entry.known.type === 'COURT' && words[to] === 'in' ? gazetteer.match(words, to + 1)?.entries[0] : undefined
  const country = seat && seat.kind !== 'ORGANISATION' && !seat.ambiguous ? countryOf(seat) : undefined
  return country !== undefined && country !== countryOf(entry) ? countryEntry(gazetteer, country) : undefined
}

/** "N.H." of "Plymouth, N.H.": the state or country that a place is said to be in; "Paris, Ukraine and Syria" is a list. */
function around({ match }: Gazetteer, words: readonly string[], from: number, at: number): GazetteerEntry | undefined {
  const found = match(words, at)
  const state = found?.entries.find(entry => entry.kind === 'PLACE' && (entry.known.type === 'STATE' || entry.known.type === 'REGION'))
  if (!found || state || words[from - 1] === ',' || /^(?:and|or|,)$/u.test(words[at + found.length] ?? '')) return state
  return found.entries.find(entry => entry.kind === 'COUNTRY' && entry.by !== 'demonym' && entry.by !== 'capital')
}

function isElsewhere({ type, country }: Place, behind: GazetteerEntry): boolean {
  return type === 'SEA' || (type === 'CITY' && country !== undefined && country !== countryOf(behind))
}

/** Of several of the name the one that is there. */
function placeOf(entries: readonly GazetteerEntry[], behind: GazetteerEntry | undefined): GazetteerEntry | undefined {
  const places = behind ? entries.filter(entry => entry.kind === 'PLACE' && countryOf(entry) === countryOf(behind)) : []
  return places.length === 1 ? places[0] : undefined
}

/** "Plymouth, N.H.": no place that the knowledge has. */
function namesakePlace({ gazetteer, words }: Search, behind: GazetteerEntry, at: number, to: number): NameSpan {
  const country = countryEntry(gazetteer, countryOf(behind))
  return {
    from: at,
    to,
    head: to - 1,
    kind: 'PLACE',
    called: `${words.slice(at, to).map(word => word.charAt(0) + (/^\p{Lu}+$/u.test(word) ? word.slice(1).toLowerCase() : word.slice(1))).join(' ')}, ${behind.name}`,
    ...(country && { country }),
    form: 'NAME',
    rule: 'NAMESAKE_PLACE',
    reason: `It is said to be in ${behind.name}, and the place that is known by its name is elsewhere.`,
    confidence: 0.9,
  }
}

/** "Russia's Security Council seat": of the one body that has seats for countries. */
const ofSeat: ReadonlySet<string> = new Set(['seat', 'membership', 'veto', 'bid', 'presidency', 'resolution', 'vote'])
const ofRace: ReadonlySet<string> = new Set(['race', 'races', 'seat', 'seats', 'candidate', 'candidates', 'primary', 'primaries', 'contest', 'nominee', 'nomination', 'campaign', 'bid', 'hopeful', 'election'])

/** Words for a part of a country that has bodies of its own. */
const ofParts: ReadonlySet<string> = new Set(['state', 'province', 'county', 'region', 'city', 'territory'])

function ofPart(from: number, to: number): NameSpan {
  return { from, to, head: to - 1, kind: 'ORGANISATION', form: 'NAME', rule: 'BODY_OF_COUNTRY', reason: 'It is that of a part of a country.', confidence: 0.8 }
}

/** "France's | Defence Ministry", "the Iraqi Interior Ministry": a body whose name says only what it is, behind the country that it is of or with its people's name. */
export function ownedBody({ gazetteer, words }: Search, at: number, to: number): NameSpan | undefined {
  if (!stateBodies.has(words[to - 1]?.toLowerCase() ?? '')) return undefined
  const first = gazetteer.match(words, at)
  const within = first?.entries.find(({ kind, by }) => kind === 'COUNTRY' && by !== 'capital' && by !== 'metonym')
  const from = first && within ? at + first.length : at
  if (from >= to || !isCommonBody(words.slice(from, to).join(' '))) return undefined
  const country = within ?? countryBefore(gazetteer, words, at)
  if (!country) return undefined
  const { called, ...body } = bodyOf(country, words, from, to)
  // "U.S. District Court" is called as it is written.
  return within || !(/^['’]s$/u.test(words[at - 1] ?? '') || country.by === 'demonym') ? { ...body, from: at } : { ...body, ...(called !== undefined && { called }) }
}

/** Whether a known name only begins a longer one: "Paris Hilton", "Boston University", "Chicago Tribune". */
export function beginsName({ draft, gazetteer, words }: Search, known: NameSpan, runEnd: number): boolean {
  const last = draft.tokens[runEnd - 1]?.lower ?? ''
  if (known.form === 'ADJECTIVE' && known.known?.by === 'demonym' && !bodyHeads.has(last)) return false
  // "the Independent | Vermont senator", "The Age of Reed": no newspaper, whose name is one word behind an article.
  if (known.known?.kind === 'ORGANISATION' && known.known.known.type === 'MEDIA' && known.known.name.startsWith('The ') && known.to - known.from === 1 && known.to < runEnd && !gazetteer.titleAt(words, known.to)) return true
  // "Pacific Crown": no sea.
  if (known.known?.kind === 'PLACE' && known.known.known.type === 'SEA' && known.to - known.from === 1 && runEnd - known.to === 1 && !placeHeads.has(last) && /^\p{Lu}\p{Ll}{3}/u.test(words[known.to] ?? '') && draft.tokens[known.from]?.tag !== 'ADJ' && !gazetteer.match(words, known.to)) return true
  // "BBC Radio | Leeds"
  if (known.known?.kind === 'ORGANISATION' && known.known.known.type === 'MEDIA' && words[known.to] === 'Radio' && runEnd - known.to === 2) return true
  const next = gazetteer.match(words, known.to)
  if (next && known.to + next.length >= runEnd) return isBranch({ gazetteer, words }, known.from, known.to, next.entries)
  if (gazetteer.titleAt(words, known.to)) return false
  // "NRC Handelsblad": letters that several bear, and a longer name.
  if (known.known?.ambiguous && known.kind === 'ORGANISATION' && /^\p{Lu}{2,5}$/u.test(words[known.from] ?? '') && known.to - known.from === 1 && !next && !neverGiven.has((words[known.to] ?? '').toLowerCase()) && !gazetteer.isGivenName(words[known.to] ?? '') && /^\p{Lu}\p{Ll}{3,}$/u.test(words[known.to] ?? '')) return true
  if (bodyHeads.has(last) || placeHeads.has(last) || eventHeads.has(last)) return true
  // "Sandhurst Leisure"
  if (known.kind === 'PLACE' && companyEnds.has(last)) return true
  const first = draft.tokens[known.from]?.text ?? ''
  return known.to - known.from === 1 && gazetteer.isGivenName(first) && (known.kind !== 'ORGANISATION' || (known.known?.ambiguous === true && runEnd - known.to === 1))
}

/** "Mr London", "President Washington". */
export function isPersonAfterAll({ draft }: Search, known: NameSpan, titled: boolean): boolean {
  return titled && known.kind === 'PLACE' && known.to - known.from === 1 && draft.tokens[known.from - 1]?.lower !== 'of'
}

/** "the Canadian | Senate", "the Kentucky | House": of a country or state whose own the knowledge has not. */
function bodyOf(country: GazetteerEntry, words: readonly string[], at: number, to: number): NameSpan {
  const people = country.kind === 'COUNTRY' ? (country.known.demonyms?.[0] ?? country.name) : country.name
  return {
    from: at,
    to,
    head: to - 1,
    kind: 'ORGANISATION',
    called: `${people} ${words.slice(at, to).join(' ').replace(/ (?=['’]s\b)/gu, '')}`,
    ...(country.kind === 'COUNTRY' && { country }),
    form: 'NAME',
    rule: 'BODY_OF_COUNTRY',
    reason: `It is that of ${country.name}.`,
    confidence: 0.85,
  }
}

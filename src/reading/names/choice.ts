// Which of those that bear a known name is meant, and whether anybody is: "Moscow" as Russia or the city, "Georgia", "Turkey", "Chad".
import type { Draft, Token } from '../draft.ts'
import { gazetteerFor, type Gazetteer, type GazetteerEntry } from '../gazetteer.ts'
import type { OrganisationType } from '../knowledge.ts'
import { placePrepositions, spokenTo } from '../lexicon/name-words.ts'
import { isCommonBody } from './common-bodies.ts'
import type { Capitals } from './runs.ts'

/** Of several that bear the name: a capital is its country where it acts, and a place where somebody is in it. */
export function choose(entries: readonly GazetteerEntry[], draft: Draft, at: number, to: number, written: ReadonlySet<string>): GazetteerEntry | undefined {
  const capital = entries.find(entry => entry.by === 'capital')
  if (capital) return actsHere(draft, at, to) ? (unionOf(capital, draft, written) ?? capital) : (entries.find(entry => entry.kind === 'PLACE') ?? capital)
  // "(AFP)", "told AFP": a news agency goes without an article, and "the AFP" is the police.
  const agency = entries.find(entry => entry.kind === 'ORGANISATION' && entry.known.type === 'MEDIA')
  if (agency && draft.tokens[at - 1]?.lower !== 'the') return agency
  // "the Labor Party", "the Treasury": that of the country which the article names most.
  if (entries.length > 1 && entries.every(isOfOneState)) return mostNamed(entries, draft)
  // "Congolese", "Dominican": of the country that the article names or the capital of which it names.
  if (entries.length > 1 && entries.every(entry => entry.kind === 'COUNTRY' && entry.by === 'demonym')) return entries.find(entry => isWritten(entry, written)) ?? entries[0]
  // Georgia is the country only in an article that has something else of it.
  const place = entries.find(entry => entry.kind === 'PLACE')
  const [first] = entries
  if (place && first?.kind === 'COUNTRY' && first.ambiguous && !hasMoreOf(first, written)) return place
  return first
}

function isWritten(entry: GazetteerEntry, written: ReadonlySet<string>): boolean {
  if (entry.kind !== 'COUNTRY') return false
  const { name, aliases = [], capital } = entry.known
  return [name, ...aliases, ...(capital === undefined ? [] : [capital])].some(words => words.split(' ').every(word => written.has(word)))
}

/** "an agreement with Brussels": the European Union, where the article names it, and nothing else of Belgium. */
function unionOf(capital: GazetteerEntry, { knowledge }: Draft, written: ReadonlySet<string>): GazetteerEntry | undefined {
  if (capital.kind !== 'COUNTRY' || capital.known.capital !== 'Brussels' || !ofUnion.some(word => written.has(word))) return undefined
  if ([capital.name, ...(capital.known.demonyms ?? [])].some(word => written.has(word) || written.has(`${word}s`))) return undefined
  const known = gazetteerFor(knowledge).organisationOf('European Union')
  return known && { kind: 'ORGANISATION', known, name: known.name, by: 'metonym', plural: false, ambiguous: false }
}

/** Of one of these words the European Union is not far. */
const ofUnion = ['EU', 'European', 'Commission', 'commissioner', 'eurozone', 'bloc', 'euro', 'euros', 'MEPs', 'Strasbourg', 'Eurosceptic', 'Eurosceptics']

const ofStates = new Set<OrganisationType>(['GOVERNMENT', 'AGENCY', 'COURT', 'LEGISLATURE', 'MILITARY'])

/** "Canadian", "South Korea’s" before a word. */
export function countryBefore({ match }: Gazetteer, words: readonly string[], at: number): GazetteerEntry | undefined {
  const end = /^['’]s$/u.test(words[at - 1] ?? '') ? at - 1 : at
  for (const length of [3, 2, 1]) {
    const found = end >= length ? match(words, end - length) : undefined
    const country = found?.length === length ? found.entries.find(({ kind, by }) => kind === 'COUNTRY' && by !== 'capital' && by !== 'metonym') : undefined
    if (country) return country
  }
  return undefined
}

/** "Kentucky" before a word: a state of a country. */
export function stateBefore({ match }: Gazetteer, words: readonly string[], at: number): GazetteerEntry | undefined {
  const end = /^['’]s$/u.test(words[at - 1] ?? '') ? at - 1 : at
  for (const length of [2, 1]) {
    const found = end >= length ? match(words, end - length) : undefined
    const state = found?.length === length ? found.entries.find(entry => entry.kind === 'PLACE' && entry.known.type === 'STATE') : undefined
    if (state) return state
  }
  return undefined
}

/** Of the bodies of states that bear a name that of this country; "another" where they are all of others: "the Canadian Senate" is not that of the US. */
export function ofCountry(entries: readonly GazetteerEntry[], country: GazetteerEntry, name: string): GazetteerEntry | 'another' | undefined {
  if (country.kind !== 'COUNTRY' || /^\p{Lu}{2,}$/u.test(name)) return undefined
  const bodies = entries.filter(entry => entry.kind === 'ORGANISATION')
  const own = bodies.find(({ known }) => known.country === country.known.iso2)
  if (own) return own
  if (bodies.length !== entries.length) return undefined
  // "Kelt's Security Council" is not that of the United Nations.
  const bare = name.replace(/^(?:.*['’]s|the) /u, '')
  if ((isCommonBody(bare) && bodies.every(({ known }) => known.country === undefined)) || /^(?:Football|Rugby|Cricket|Olympic|Medical|Bar|Red Cross|Tennis|Athletics) ?(?:Association|Federation|Union|Committee|Society)?$/u.test(bare)) return 'another'
  return bodies.every(({ known, ambiguous }) => (ofStates.has(known.type) || (known.type === 'PARTY' && ambiguous)) && known.country !== undefined) ? 'another' : undefined
}

/** "Supreme Court", "Senate", "Ministry of Defence", "Labour Party": what the like of it is called in many countries, and no nickname. */
export function isOfEveryState(entry: GazetteerEntry, words: readonly string[]): boolean {
  if (entry.kind !== 'ORGANISATION') return false
  if (isParty(entry)) return words.at(-1) === 'Party'
  return entry.known.type === 'COURT' || entry.known.type === 'LEGISLATURE' ? /^(?:Court|Senate|House|Parliament|Representatives|Commons)$/u.test(words.at(-1) ?? '') : words[0] === 'Ministry'
}

function isParty(entry: GazetteerEntry): boolean {
  return entry.kind === 'ORGANISATION' && entry.known.type === 'PARTY'
}

function mostNamed(entries: readonly GazetteerEntry[], draft: Draft): GazetteerEntry | undefined {
  const { all: counts } = countriesIn(draft)
  const countOf = (entry: GazetteerEntry): number => counts.get(countryOf(entry) ?? '') ?? 0
  return entries.toSorted((one, other) => countOf(other) - countOf(one))[0]
}

/** The word before a list of names: "in" of "in Porto, Lima and Hanoi". */
function beforeList(tokens: readonly Token[], at: number): number {
  let first = at - 1
  while (/^(?:and|,)$/u.test(tokens[first]?.lower ?? '') && tokens[first - 1]?.tag === 'PROPN') {
    first--
    while (tokens[first]?.tag === 'PROPN') first--
  }
  return first
}

/** "Georgian", "Tbilisi": that the article has something else of a country. */
function hasMoreOf(entry: GazetteerEntry, written: ReadonlySet<string>): boolean {
  return entry.kind === 'COUNTRY' && [entry.known.capital ?? '', ...(entry.known.demonyms ?? [])].some(word => written.has(word))
}

/** "Moscow launched", "talks with Moscow", "accused Moscow": no preposition of place before, and a verb behind, or a partner's preposition or a verb of speaking to somebody before. */
function actsHere({ tokens }: Draft, at: number, to: number): boolean {
  const before = tokens[beforeList(tokens, at)]?.lower ?? ''
  if (/^(?:in|at|near|from|of|outside|around|to|through|for|,)$/u.test(before)) return false
  const next = tokens[to]
  if (next?.text === ',' && tokens[to + 1]?.lower === 'which' && tokens[at - 1]?.sentence !== tokens[at]?.sentence) return goesOnToAct(tokens, to + 2)
  return /^(?:with|between|by|against)$/u.test(before) || tokens[at - 1]?.lower === 'and' || spokenTo.has(tokens[at - 1]?.lemma ?? '') || next?.tag === 'VERB' || next?.tag === 'AUX'
}

/** "Moscow, which bombed Harl, | accused": a verb of speaking to somebody behind the clause. */
function goesOnToAct(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 25 && tokens[at]?.sentence === tokens[from]?.sentence; at++) if (tokens[at]?.text === ',') return spokenTo.has(tokens[at + 1]?.lemma ?? '') || /^(?:said|says|denied|denies|called|has|wants)$/u.test(tokens[at + 1]?.lower ?? '')
  return false
}

/** A name that is a common word as well: only where it is written as a name among other words. */
export function isLikely(entry: GazetteerEntry, { tokens, knowledge }: Draft, at: number, to: number, capitals: Capitals, written: ReadonlySet<string>): boolean {
  const text = tokens[at]?.text ?? ''
  const { isGivenName: isFirstName } = gazetteerFor(knowledge)
  const before = tokens[at - 1]?.lower ?? ''
  const starts = at === 0 || tokens[at - 1]?.sentence !== tokens[at]?.sentence || before === ':'
  // "Amnesty for fishermen", "Shelter for the Homeless": the thing, and not who bears its name.
  if (entry.kind === 'ORGANISATION' && entry.known.type === 'NGO' && to - at === 1 && tokens[to]?.lower === 'for') return false
  // "John Lewis": a shop only where shops are spoken of.
  if (entry.kind === 'ORGANISATION' && entry.known.type === 'COMPANY' && to - at === 2 && isFirstName(text)) return trade.some(word => written.has(word))
  // "Lynchburg, VA,": two letters behind a town are those of a state.
  if (/^\p{Lu}{2}\.?$/u.test(text) && before === ',' && tokens[at - 2]?.tag === 'PROPN' && /^[,.;)]?$/u.test(tokens[to]?.text ?? '')) return false
  // "TOTAL DISGRACE", "CAR BOMB IN HARL": where words are written in capitals, these tell nothing.
  if (to - at === 1 && /^\p{Lu}{2,}$/u.test(text) && (isLoud(tokens, at, at - 1) || isLoud(tokens, at, to))) return false
  if (to - at > 1 || /^\p{Lu}{2,}$/u.test(text)) return !(starts && text === 'IS')
  if (entry.kind === 'PLACE' || entry.kind === 'COUNTRY') return placePrepositions.has(before) || /^(?:from|of|to|and)$/u.test(before) || !starts || hasMoreOf(entry, written)
  // "Labour’s Ann Reed"
  if (entry.kind === 'ORGANISATION' && entry.known.type === 'PARTY' && /^['’]s$/u.test(tokens[to]?.text ?? '') && isFirstName(tokens[to + 1]?.text ?? '')) return true
  // "Amnesty has called for", in a text that has no such word.
  const speaks = starts && /^(?:VERB|AUX)$/u.test(tokens[to]?.tag ?? '') && !written.has(text.toLowerCase()) && !tokens.some((token, index) => token.text === text && tokens[index - 1]?.tag === 'PROPN' && tokens[index - 1]?.sentence === token.sentence)
  return (!starts || speaks) && !capitals.shouts(at) && (before === 'the' || entry.known.name.length > 3)
}

/** "DISGRACE", "THE": a word of no name in capitals, in the same sentence. */
function isLoud(tokens: readonly Token[], at: number, beside: number): boolean {
  const token = tokens[beside]
  return token !== undefined && token.sentence === tokens[at]?.sentence && /^\p{Lu}{3,}$/u.test(token.text)
}

const trade = ['shop', 'shops', 'store', 'stores', 'retailer', 'retailers', 'shopping', 'shoppers', 'shares', 'company']

/** Parliaments, courts, ministries and parties of one state. */
const ofOneState = new Set<OrganisationType>([...ofStates, 'PARTY'])
/** How often an article names each country; `sure` without bodies whose names many countries' have: "the Defense Department". */
interface Counts {
  readonly all: ReadonlyMap<string, number>
  readonly sure: ReadonlyMap<string, number>
}

/** Bodies that an article may name wherever it plays. */
const ofTheWorld = new Set<OrganisationType>(['COMPANY', 'MEDIA', 'NGO'])

const counted = new WeakMap<Draft, Counts>()

/** The other country that an article is so much of that "Congress" or "the Labour Party" is hardly that of this one. */
export function elsewhereOf(entry: GazetteerEntry, draft: Draft): GazetteerEntry | undefined {
  if (!isOfOneState(entry)) return undefined
  const { all, sure } = countriesIn(draft)
  const counts = entry.ambiguous ? all : sure
  const own = counts.get(entry.known.country ?? '') ?? 0
  const [most, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0] as const)
  return count > Math.max(1, own * 4) ? countryEntry(gazetteerFor(draft.knowledge), most) : undefined
}

/** Whether the article names something else of the country whose body it is. */
export function isOfArticle(entry: GazetteerEntry, draft: Draft): boolean {
  return countriesIn(draft).sure.has(countryOf(entry) ?? '')
}

/** Its ISO code. */
export function countryOf(entry: GazetteerEntry): string | undefined {
  return entry.kind === 'COUNTRY' ? entry.known.iso2 : entry.known.country
}

export function countryEntry(gazetteer: Gazetteer, iso2: string | undefined): GazetteerEntry | undefined {
  const known = gazetteer.countryOf(iso2 ?? '')
  return known && { kind: 'COUNTRY', known, name: known.name, by: 'name', plural: false, ambiguous: false }
}

function isOfOneState(entry: GazetteerEntry): entry is GazetteerEntry & { readonly kind: 'ORGANISATION' } {
  return entry.kind === 'ORGANISATION' && entry.known.country !== undefined && ofOneState.has(entry.known.type)
}

function countriesIn(draft: Draft): Counts {
  const counts = counted.get(draft) ?? countsOf(draft, gazetteerFor(draft.knowledge))
  counted.set(draft, counts)
  return counts
}

/** How often an article names a country, its people, places and bodies, of those names that can be nothing else. */
function countsOf({ words, tokens }: Draft, gazetteer: Gazetteer): Counts {
  const all = new Map<string, number>()
  const sure = new Map<string, number>()
  for (let at = 0; at < words.length; at++) {
    const found = tokens[at]?.tag === 'PROPN' || tokens[at]?.tag === 'ADJ' ? gazetteer.match(words, at) : undefined
    if (!found) continue
    const [entry] = found.entries
    const country = !entry || entry.ambiguous ? undefined : countryOf(entry)
    if (entry && country !== undefined && !(entry.kind === 'ORGANISATION' && ofTheWorld.has(entry.known.type))) {
      all.set(country, (all.get(country) ?? 0) + 1)
      if (entry.kind !== 'ORGANISATION' || !isCommonBody(words.slice(at, at + found.length).join(' '))) sure.set(country, (sure.get(country) ?? 0) + 1)
    }
    at += found.length - 1
  }
  return { all, sure }
}

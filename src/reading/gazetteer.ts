// Finds what is known in the words of a text: names of the world, titles, given names. Built once from the knowledge; each look-up
// goes at most as far as the longest known name, whatever the text is. Words are those of the tokeniser: "U.S.", "al-Assad", "'s", "&".
import { byWord } from './by-word.ts'
import { givenNamesOf, type GivenNameLookup } from './given-names.ts'
import type { Country, Honorific, Knowledge, Known, Modifier, Organisation, Place, Title } from './knowledge.ts'
import { phrasesOf, type Phrases } from './known-phrases.ts'

/** How an entry was met. `capital` stands for a government, `demonym` also for a member: "Russian", "Democrats". */
export type MatchedBy = 'name' | 'alias' | 'demonym' | 'capital' | 'metonym'

interface Matched {
  readonly name: string
  readonly by: MatchedBy
  /** Several people: "Russians", "Tories". */
  readonly plural: boolean
  /** Also something else in the world, or a common word: the words around it must decide. */
  readonly ambiguous: boolean
}

export type GazetteerEntry =
  | (Matched & { readonly kind: 'COUNTRY'; readonly known: Country })
  | (Matched & { readonly kind: 'ORGANISATION'; readonly known: Organisation })
  | (Matched & { readonly kind: 'PLACE'; readonly known: Place })

export interface NameMatch {
  /** In words. */
  readonly length: number
  /** All that bear this name: Moscow is a PLACE and, as a capital, Russia. */
  readonly entries: readonly GazetteerEntry[]
}

export interface TitleMatch {
  /** In words, modifiers among them. */
  readonly length: number
  readonly title: Title
  /** "former", "deputy"; in the order of the text. */
  readonly modifiers: readonly Modifier[]
}

export interface Gazetteer extends GivenNameLookup {
  /** The longest known name that starts at a word. Case counts: "us" is never the US. */
  match(words: readonly string[], at: number): NameMatch | undefined
  /** The longest title that starts at a word, in any case: "former Foreign Minister", "president". */
  titleAt(words: readonly string[], at: number): TitleMatch | undefined
  honorificAt(words: readonly string[], at: number): Honorific | undefined
  countryOf(iso2: string): Country | undefined
  organisationOf(name: string): Organisation | undefined
}

const built = new WeakMap<Knowledge, Gazetteer>()

/** The look-ups over this knowledge, built at the first call. */
export function gazetteerFor(knowledge: Knowledge): Gazetteer {
  const known = built.get(knowledge) ?? gazetteerOf(knowledge)
  built.set(knowledge, known)
  return known
}

/** "former acting deputy" has three. */
const mostModifiers = 4

export function gazetteerOf(knowledge: Knowledge): Gazetteer {
  const { countries, organisations, places, offices } = knowledge
  const names = phrasesOf<GazetteerEntry>('as written')
  const titles = phrasesOf<Title>('any case')
  const modifiers = phrasesOf<Modifier>('any case')
  const honorifics = phrasesOf<Honorific>('any case')
  addCountries(names, countries, places)
  for (const known of organisations) addKnown(names, known, known.members, how => ({ kind: 'ORGANISATION', known, ...how }))
  for (const known of places) addKnown(names, known, known.demonyms, how => ({ kind: 'PLACE', known, ...how }))
  for (const title of offices.titles) for (const name of namesOf(title)) titles.add(name, title)
  for (const modifier of offices.modifiers) for (const name of namesOf(modifier)) modifiers.add(name, modifier)
  for (const honorific of offices.honorifics) for (const name of namesOf(honorific)) honorifics.add(name, honorific)
  const byIso2 = new Map(countries.map(country => [country.iso2, country]))
  const byName = new Map(organisations.map(organisation => [organisation.name, organisation]))

  return {
    match: onceAt((words, at) => {
      const found = names.longestAt(words, at)
      if (!found) return undefined
      // One entry may bear a name in two spellings: "ISIS" and "Isis".
      const entries = found.values.filter((entry, index, all) => all.findIndex(other => other.known === entry.known) === index)
      return { length: found.length, entries }
    }),
    // "6 p.m." is no prime minister.
    titleAt: onceAt((words, at) => (isHour(words, at) ? undefined : titleAt(titles, modifiers, words, at))),
    honorificAt: (words, at) => honorifics.longestAt(words, at)?.values[0],
    ...givenNamesOf(knowledge.givenNames),
    countryOf: iso2 => byIso2.get(iso2),
    organisationOf: name => byName.get(name),
  }
}

/** "p.m.", "6 PM" */
function isHour(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  return word === 'p.m.' || word === 'pm' || (word.length < 5 && /^p\.?m\.?$/iu.test(word) && /^\d/u.test(words[at - 1] ?? ''))
}

/** Of fewer words nothing is remembered: they are a few of a text's, and asked of once. */
const leastRemembered = 10

/** Looks once at each word of a text: several passes ask for the same. */
function onceAt<Found>(look: (words: readonly string[], at: number) => Found | undefined): (words: readonly string[], at: number) => Found | undefined {
  const looked = new WeakMap<readonly string[], (Found | null | undefined)[]>()
  return (words, at) => {
    if (words.length < leastRemembered) return look(words, at)
    let known = looked.get(words)
    if (!known) looked.set(words, (known = byWord(words.length)))
    const found = known[at] === undefined ? (look(words, at) ?? null) : known[at]
    known[at] = found
    return found ?? undefined
  }
}

/** With or without modifiers, whichever is longer: "Vice President" is a title, "Deputy" another, "Deputy Defence Secretary" a third's deputy. */
function titleAt(titles: Phrases<Title>, modifiers: Phrases<Modifier>, words: readonly string[], at: number, depth = 0): TitleMatch | undefined {
  const plain = titles.longestAt(words, at)
  const modifier = modifiers.longestAt(words, at)
  const rest = modifier && depth < mostModifiers ? titleAt(titles, modifiers, words, at + modifier.length, depth + 1) : undefined
  if (modifier?.values[0] && rest && modifier.length + rest.length > (plain?.length ?? 0)) {
    return { length: modifier.length + rest.length, title: rest.title, modifiers: [modifier.values[0], ...rest.modifiers] }
  }
  return plain?.values[0] && { length: plain.length, title: plain.values[0], modifiers: [] }
}

type Names = Phrases<GazetteerEntry>

function addCountries(names: Names, countries: readonly Country[], places: readonly Place[]): void {
  const cities = new Map(places.map(place => [`${place.country} ${place.name}`, place]))
  for (const known of countries) {
    const entry = (how: Matched): GazetteerEntry => ({ kind: 'COUNTRY', known, ...how })
    addKnown(names, known, known.demonyms, entry)
    for (const metonym of known.metonyms ?? []) names.add(metonym, entry(matched(known, 'metonym', metonym)))
    const capital = cities.get(`${known.iso2} ${known.capital}`)
    for (const name of capital ? namesOf(capital) : []) {
      names.add(name, entry({ ...matched(known, 'capital', name), ambiguous: capital?.ambiguous?.includes(name) ?? false }))
    }
  }
}

/** Its name, its other names, and its people. */
function addKnown(names: Names, known: Known, people: readonly string[] = [], entry: (how: Matched) => GazetteerEntry): void {
  for (const name of namesOf(known)) names.add(name, entry(matched(known, name === known.name ? 'name' : 'alias', name)))
  for (const person of people) {
    const how = matched(known, 'demonym', person)
    names.add(person, entry(how))
    const plural = pluralOf(person)
    if (plural) names.add(plural, entry({ ...how, plural: true }))
  }
}

function matched(known: Known, by: MatchedBy, as: string): Matched {
  return { name: known.name, by, plural: false, ambiguous: known.ambiguous?.includes(as) ?? false }
}

function namesOf({ name, aliases = [] }: { readonly name: string; readonly aliases?: readonly string[] }): readonly string[] {
  return [name, ...aliases]
}

/** "Russians", "Tories", "Frenchmen"; none for "British" and "Chinese", which are their own. */
function pluralOf(person: string): string | undefined {
  if (/(?:s|sh|ch|ese)$/u.test(person)) return undefined
  if (/m[ae]n$/u.test(person) && /(?:sh|ch|wo)m[ae]n$/u.test(person)) return person.replace(/man$/u, 'men')
  return /[^aeiou]y$/u.test(person) ? person.replace(/y$/u, 'ies') : `${person}s`
}

// Who a person's name means in one article: full names make people, surnames and given names alone mean one of them.
import type { Draft } from '../draft.ts'
import type { Gazetteer } from '../gazetteer.ts'
import type { Gender } from '../knowledge.ts'
import { kinOfOne } from '../lexicon/descriptions.ts'
import { lettersBehind, particles, suffixes } from '../lexicon/name-words.ts'
import type { NameSpan } from './span.ts'
import { isSurnameFirst } from './surname-first.ts'

export interface Person {
  /** Canonical: the fullest name of the article, without titles. */
  readonly name: string
  /** Known by one name alone. */
  readonly alone: boolean
  readonly gender?: Gender | undefined
}

/** The person of each span that means one. */
export function peopleOf(draft: Draft, spans: readonly NameSpan[], gazetteer: Gazetteer): ReadonlyMap<NameSpan, Person> {
  const words = new Map(spans.map(span => [span, nameWords(draft, span)]))
  const full = fullNames(spans, words, gazetteer)
  const bySurname = new Map<string, Person[]>()
  const byGiven = new Map<string, Person[]>()
  for (const [key, person] of full) {
    const [given = '', ...rest] = key.split(' ')
    const surname = rest.at(-1) ?? ''
    push(bySurname, surname, person)
    // "Bashar al-Assad … Assad"
    if (/^[ae]l-./u.test(surname)) push(bySurname, surname.slice(3), person)
    if (isSurnameFirst(person.name.split(' '), gazetteer)) push(bySurname, given, person)
    push(byGiven, given, person)
  }
  for (const span of spans) {
    const [word = '', ...more] = words.get(span) ?? []
    const key = word.toLowerCase()
    // "Mr Kim": whom the article calls so by the first word of a name is called by a surname.
    if (span.honorific !== undefined && more.length === 0 && !bySurname.has(key)) for (const person of byGiven.get(key) ?? []) push(bySurname, key, person)
  }
  const people = new Map<NameSpan, Person>()
  const kin = new Set(spans.flatMap(span => (isOfKin(draft, span) ? (full.get(keyOf(words.get(span) ?? [])) ?? []) : [])))
  const alone = new Map<string, Person>()
  const lastSpoken = new Map<Person, number>()
  const spoken = new Map<Person, number>()
  for (const [index, span] of spans.entries()) {
    const parts = words.get(span) ?? []
    const shared = sharedName(draft, span, parts, spans[index + 1], words, gazetteer)
    if (shared && !byGiven.has(parts[0]?.toLowerCase() ?? '')) {
      push(byGiven, parts[0]?.toLowerCase() ?? '', shared)
      push(bySurname, shared.name.split(' ').at(-1)?.toLowerCase() ?? '', shared)
    }
    const person = parts.length > 1 ? (isPerson(span) ? (endingSo(bySurname, parts) ?? full.get(keyOf(parts))) : undefined) : singleOf(span, parts[0] ?? '', { bySurname, byGiven, kin, alone, lastSpoken, spoken, written: draft.written })
    if (!person) continue
    people.set(span, person)
    lastSpoken.set(person, span.from)
    spoken.set(person, (spoken.get(person) ?? 0) + 1)
  }
  return people
}

/** "De Wever" after "Bart De Wever": a surname of several words, whose first is no given name. */
function endingSo(bySurname: ReadonlyMap<string, readonly Person[]>, parts: readonly string[]): Person | undefined {
  if (!particles.has(parts[0]?.toLowerCase() ?? '')) return undefined
  const end = ` ${parts.join(' ')}`.toLowerCase()
  const bearers = (bySurname.get(parts.at(-1)?.toLowerCase() ?? '') ?? []).filter(({ name }) => name.toLowerCase().endsWith(end))
  return bearers.length === 1 ? bearers[0] : undefined
}

/** "Jane and Peter Hale": she has his surname. */
function sharedName({ tokens }: Draft, span: NameSpan, parts: readonly string[], next: NameSpan | undefined, words: ReadonlyMap<NameSpan, readonly string[]>, { isGivenName, genderOf }: Gazetteer): Person | undefined {
  const [given = ''] = parts
  if (parts.length !== 1 || span.known || !next || next.from !== span.to + 1 || tokens[span.to]?.lower !== 'and' || !isPerson(next) || next.title || next.honorific !== undefined) return undefined
  const [other = '', ...rest] = words.get(next) ?? []
  const surname = rest.at(-1)
  if (surname === undefined || given === other || !isGivenName(given) || !isGivenName(other)) return undefined
  return { name: `${given} ${surname}`, alone: false, gender: genderOf(given) }
}

interface Known {
  readonly bySurname: ReadonlyMap<string, readonly Person[]>
  readonly byGiven: ReadonlyMap<string, readonly Person[]>
  /** Named as somebody's wife or brother. */
  readonly kin: ReadonlySet<Person>
  readonly alone: Map<string, Person>
  /** All words of the text. */
  readonly written: ReadonlySet<string>
  readonly lastSpoken: ReadonlyMap<Person, number>
  /** How often each was named so far. */
  readonly spoken: ReadonlyMap<Person, number>
}

/** "Clinton", "Mrs Clinton", "Hillary": of those who bear it the one whom the title fits and who was spoken of last. */
function singleOf(span: NameSpan, word: string, known: Known): Person | undefined {
  const { bySurname, byGiven, kin, alone, written } = known
  const lower = word.toLowerCase()
  if (span.form === 'ADJECTIVE' || (span.kind === 'ORGANISATION' && span.called !== undefined)) return undefined
  const bearers = (bySurname.get(lower) ?? []).filter(person => span.gender === undefined || person.gender === undefined || person.gender === span.gender)
  const titled = span.kind === 'PERSON'
  // A place that bears the name of somebody here is still a place behind "in".
  // "given by Roche", of an article on Declan Roche: he, and no firm.
  const isSurname = span.known?.kind === 'ORGANISATION' && span.called === undefined && span.to === span.from + 1 && /\p{Ll}/u.test(word) && bearers.length > 0 && !isWrittenOut(span.known.name, written)
  if (span.known && !isSurname && !(bearers.length > 0 && span.known.kind === 'PLACE' && span.rule !== 'NAME_IN' && titled)) return undefined
  // "his wife, Jane Hale, … Hale said": he, whose name she bears.
  const heads = span.gender === undefined ? bearers.filter(person => !kin.has(person)) : bearers
  const bearer = bearerOf(heads.length > 0 ? heads : bearers, known, span.from)
  if (bearer) return bearer
  const given = byGiven.get(lower) ?? []
  // “Maria”, “Chen” of Chen Wei; but an unknown “Mr Maria” is somebody else.
  if (given.length === 1 && span.title === undefined && span.honorific === undefined) return given[0]
  if (!titled) return alone.get(lower)
  const person = alone.get(lower) ?? { name: word, alone: true, gender: span.gender }
  alone.set(lower, person)
  return person
}

/** "Bloomberg News", where the text has both words: the firm may be meant by the first. */
function isWrittenOut(name: string, written: ReadonlySet<string>): boolean {
  const parts = name.replace(/^The /u, '').split(' ')
  return parts.length > 1 && parts.every(part => written.has(part))
}

/** "his wife, | Jane Hale", "Her first husband, the conductor | Sir Adrian Hale", "Jane Hale, | his wife": whose kin somebody is. */
function isOfKin({ tokens }: Draft, { from, to, title }: NameSpan): boolean {
  const isKin = (noun: number): boolean => kinOfOne.has(tokens[noun]?.lower ?? '')
  const isOwn = (noun: number): boolean => isKin(noun) && [1, 2].some(step => ofOne.test(tokens[noun - step]?.lower ?? ''))
  // "his brother Lars Hale", who has no title for it
  for (const before of [from - 1, (title?.from ?? from) - 1]) {
    const at = tokens[before]?.text === ',' ? before - 1 : before
    if (isOwn(at) || (tokens[before]?.lower === 'the' && tokens[before - 1]?.text === ',' && isOwn(before - 2))) return true
  }
  return tokens[to]?.text === ',' && ofOne.test(tokens[to + 1]?.lower ?? '') && (isKin(to + 2) || isKin(to + 3))
}
const ofOne = /^(?:his|her)$/u

/** In words: behind so many, who was spoken of last is no longer nearer than whom the article is about. */
const farOff = 100

/** The one spoken of last; far behind that whom the article has named oftener so far. */
function bearerOf(bearers: readonly Person[], { lastSpoken, spoken }: Known, at: number): Person | undefined {
  const last = latest(bearers, lastSpoken)
  if (!last || bearers.length === 1 || at - (lastSpoken.get(last) ?? at) <= farOff) return last
  return bearers.reduce((one, other) => ((spoken.get(other) ?? 0) > (spoken.get(one) ?? 0) ? other : one), last)
}

function latest(people: readonly Person[], lastSpoken: ReadonlyMap<Person, number>): Person | undefined {
  let [found] = people
  for (const person of people) if (found && (lastSpoken.get(person) ?? -1) > (lastSpoken.get(found) ?? -1)) found = person
  return found
}

/** "Hillary Rodham Clinton" and "Hillary Clinton" are one: the same first and last words. The name most often written is canonical. */
function fullNames(spans: readonly NameSpan[], words: ReadonlyMap<NameSpan, readonly string[]>, gazetteer: Gazetteer): ReadonlyMap<string, Person> {
  const written = new Map<string, Map<string, number>>()
  const genders = new Map<string, Gender>()
  for (const span of spans) {
    const parts = words.get(span) ?? []
    if (parts.length < 2 || !isPerson(span)) continue
    const key = keyOf(parts)
    const counts = written.get(key) ?? new Map<string, number>()
    const name = parts.join(' ')
    counts.set(name, (counts.get(name) ?? 0) + 1)
    written.set(key, counts)
    const gender = span.gender ?? span.title?.match.title.gender ?? (isSurnameFirst(parts, gazetteer) ? undefined : gazetteer.genderOf(parts[0] ?? ''))
    if (gender) genders.set(key, gender)
  }
  return new Map(
    [...written].map(([key, counts]) => {
      const [name = ''] = [...counts].toSorted(([one, times], [other, often]) => Number(isShouted(one)) - Number(isShouted(other)) || often - times || other.length - one.length)[0] ?? []
      return [key, { name, alone: false, gender: genders.get(key) }]
    }),
  )
}

/** "PETER HALE:" of a transcript, where he is Peter Hale elsewhere. */
function isShouted(name: string): boolean {
  return name === name.toUpperCase()
}

function isPerson({ kind }: NameSpan): boolean {
  return kind === 'PERSON'
}

/** First and last word; a suffix is none. */
function keyOf(parts: readonly string[]): string {
  const bare = parts.filter(part => !suffixes.has(part.toLowerCase()))
  return `${bare[0] ?? ''} ${bare.at(-1) ?? ''}`.toLowerCase()
}

/** The words of the name itself. */
function nameWords({ tokens }: Draft, { from, to }: NameSpan): readonly string[] {
  let end = to
  while (end > from + 1 && lettersBehind.has(tokens[end - 1]?.text ?? '')) end--
  return tokens.slice(from, end).map(token => token.text)
}

/** Of more people of one name nobody can tell who is meant by it alone; what names thousands is no article. */
const mostBearers = 50

function push(map: Map<string, Person[]>, key: string, person: Person): void {
  const known = map.get(key)
  if (known && known.length < mostBearers) known.push(person)
  else if (!known) map.set(key, [person])
}

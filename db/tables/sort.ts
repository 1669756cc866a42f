// The default order of every list: the newest article first, then the order of its text. Made from content, compared bytewise, unique.
import { daysOf } from '../../src/model/dates.ts'
import type { Keys } from '../../src/model/identity.ts'
import type { ReadMention, ReadStatement, Reading } from '../../src/model/reading.ts'
import { articleDigits } from '../../src/model/keys.ts'
import { firstIndex, startOfRelationship, startOfStatement } from './derived.ts'

/** Characters of an article's place, with which those of its parts begin. */
export const articleSortLength = 13

/** An article's place in the order; undated ones come last. */
export function articleSort(key: string, publishedOn: string | undefined): string {
  const day = publishedOn ? daysOf(publishedOn)?.from : undefined
  return digits(day ? fromTheEnd(day) : 99_999_999, 5) + digits(parseInt(key.slice(0, articleDigits), 16), 8)
}

/** Where the articles of these days stand, those of the last day first: at or behind the first place and before the second. */
export function placesOfDays(from: string | null, to: string | null): { readonly first: string | null; readonly end: string | null } {
  return { first: to === null ? null : digits(fromTheEnd(to), 5), end: from === null ? null : digits(fromTheEnd(from) + 1, 5) }
}

/** A number for each day, less for later ones. */
function fromTheEnd(day: string): number {
  return 99_999_999 - Number(day.replaceAll('-', ''))
}

/** A mention's place: a longer one before one inside it. No two mentions of an article have the same span. */
export function mentionSort(article: string, { start, end }: ReadMention): string {
  return article + (digits(start) + digits(nowhere - end))
}

/** The places of a Reading's statements by `ref`, and of its relationships in their order: where each begins, then its number among those that begin there. */
export interface Sorts {
  readonly statements: ReadonlyMap<string, string>
  readonly relationships: readonly string[]
}

/** Statements that begin together: one before those inside it, then by cue. Relationships: by where subject and object are next mentioned. The key has the last word. */
export function sortsOf(article: string, reading: Reading, keys: Keys): Sorts {
  const depths = depthsOf(reading.statements)
  const mentions = Map.groupBy(reading.mentions.toSorted((one, other) => one.start - other.start), mention => mention.entity)
  const nextMention = (entity: string | undefined, from: number): number => {
    const own = mentions.get(entity ?? '') ?? []
    return own[firstIndex(own, mention => mention.start >= from)]?.start ?? nowhere
  }
  const statements = reading.statements.map((statement): Place => {
    const { start } = statement.cue ?? statement.content[0] ?? { start: nowhere }
    return { start: startOfStatement(statement), after: digits(depths.get(statement.ref) ?? 0) + digits(start) + (keys.statements.get(statement.ref) ?? '') }
  })
  const relationships = reading.relationships.map((relationship, index): Place => {
    const start = startOfRelationship(relationship)
    return { start, after: digits(nextMention(relationship.subject, start)) + digits(nextMention(relationship.object, start)) + (keys.relationships[index] ?? '') }
  })
  const placed = placesOf(article, statements, 0)
  return { statements: new Map(reading.statements.map(({ ref }, index) => [ref, placed[index] ?? ''])), relationships: placesOf(article, relationships, 1) }
}

interface Place {
  readonly start: number
  /** The order of those that begin together, as text. */
  readonly after: string
}

/** Even numbers are statements', odd ones relationships': a tie is known by its place, whichever of them it is. */
function placesOf(article: string, places: readonly Place[], odd: 0 | 1): readonly string[] {
  const sorts: string[] = []
  let before: Place | undefined
  let number = 0
  for (const [place, index] of places.map((each, at) => [each, at] as const).sort(([one], [other]) => one.start - other.start || (one.after < other.after ? -1 : 1))) {
    number = before?.start === place.start ? number + 1 : 0
    sorts[index] = article + (digits(place.start) + digits(number * 2 + odd))
    before = place
  }
  return sorts
}

/** The place of a remark, which has no key: its position in the Reading tells apart what begins together. */
export function remarkSort(article: string, start: number, position: number): string {
  return placeOfRemarks(article, start) + digits(position)
}

/** What the places of all remarks begin with that begin there. */
export function placeOfRemarks(article: string, start: number): string {
  return article + digits(start)
}

/** Behind every text: an article has at most 1,000,000 bytes. */
const nowhere = 9_999_999

/** In the order of their code points, so that texts of them are ordered as the numbers are. Base 64 makes every index a third shorter. */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** All pairs of digits: of most numbers two are all there is to do. */
const pairs = Array.from({ length: 4096 }, (_, number) => alphabet.charAt(number >> 6) + alphabet.charAt(number & 63))

/** A number in so many digits of base 64; four hold every offset, and `nowhere`. */
function digits(number: number, length = 4): string {
  let text = ''
  for (let rest = number, left = length; left > 0; left -= 2) {
    text = (left > 1 ? pairs[rest % 4096] ?? '' : alphabet.charAt(rest % 64)) + text
    rest = Math.floor(rest / 4096)
  }
  return text
}

/** How many statements each is known through. */
function depthsOf(statements: readonly ReadStatement[]): ReadonlyMap<string, number> {
  const outer = new Map(statements.map(({ ref, reportedIn }) => [ref, reportedIn]))
  const depths = new Map<string, number>()
  for (const { ref } of statements) {
    const chain: string[] = []
    for (let next: string | undefined = ref; next !== undefined && !depths.has(next); next = outer.get(next)) chain.push(next)
    for (const each of chain.toReversed()) depths.set(each, (depths.get(outer.get(each) ?? '') ?? -1) + 1)
  }
  return depths
}

// The default order of every list: the newest article first, then the order of its text. Made from content, compared bytewise, unique.
import { daysOf } from '../src/model/dates.ts'
import type { ReadMention, ReadRelationship, ReadStatement, Reading } from '../src/model/reading.ts'
import { articleDigits } from '../src/model/keys.ts'
import { firstIndex, startOfRelationship, startOfStatement } from './derived.ts'

/** An article's place in the order; undated ones come last. */
export function articleSort(key: string, publishedOn: string | undefined): string {
  const day = publishedOn ? daysOf(publishedOn)?.from.replaceAll('-', '') : undefined
  return digits(day ? 99_999_999 - Number(day) : 99_999_999, 5) + digits(parseInt(key.slice(0, articleDigits), 16), 8)
}

/** A mention's place: a longer one before one inside it. No two mentions of an article have the same span. */
export function mentionSort(article: string, { start, end }: ReadMention): string {
  return article + digits(start) + digits(nowhere - end)
}

/** How the parts of one Reading are ordered: by where they begin, and what begins together as below; `key` has the last word. */
export interface Sorts {
  /** A statement before those inside it, then by cue. */
  readonly statement: (statement: ReadStatement, key: string) => string
  /** By where subject and object are next mentioned. */
  readonly relationship: (relationship: ReadRelationship, key: string) => string
}

export function sortsOf(article: string, reading: Reading): Sorts {
  const depths = depthsOf(reading.statements)
  const mentions = Map.groupBy(reading.mentions.toSorted((one, other) => one.start - other.start), mention => mention.entity)
  const nextMention = (entity: string | undefined, from: number): number => {
    const own = mentions.get(entity ?? '') ?? []
    return own[firstIndex(own, mention => mention.start >= from)]?.start ?? nowhere
  }
  return {
    statement(statement, key) {
      const { start } = statement.cue ?? statement.content[0] ?? { start: nowhere }
      return article + digits(startOfStatement(statement)) + digits(depths.get(statement.ref) ?? 0) + digits(start) + ownPart(key)
    },
    relationship(relationship, key) {
      const start = startOfRelationship(relationship)
      return article + digits(start) + digits(nextMention(relationship.subject, start)) + digits(nextMention(relationship.object, start)) + ownPart(key)
    },
  }
}

/** The place of a remark, which has no key: its position in the Reading tells apart what begins together. */
export function remarkSort(article: string, start: number, position: number): string {
  return article + digits(start) + digits(position)
}

/** Behind every text: an article has at most 1,000,000 bytes. */
const nowhere = 9_999_999

/** Without the digits of the article, which the article's own place has. */
function ownPart(key: string): string {
  return key.slice(8)
}

/** In the order of their code points, so that texts of them are ordered as the numbers are. Base 64 makes every index a third shorter. */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** A number in so many digits of base 64; four hold every offset, and `nowhere`. */
function digits(number: number, length = 4): string {
  let text = ''
  for (let rest = number, left = length; left > 0; left--) {
    text = alphabet.charAt(rest % 64) + text
    rest = Math.floor(rest / 64)
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

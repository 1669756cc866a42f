// How near the reader's Reading of the seed comes to the reviewed one. Entities are the same where they are meant by the same words.
import { seedArticles } from '../seed/seed-articles.ts'
import type { Span } from '../src/model/passage.ts'
import type { Reading, ReadRelationship, ReadStatement } from '../src/model/reading.ts'
import { theReader } from '../src/reader.ts'

export interface Score {
  /** Of what the reader has, the share that is right. 0 to 1. */
  readonly precision: number
  /** Of what the reviewed Reading has, the share that was found. 0 to 1. */
  readonly recall: number
}

export interface SeedScores {
  /** Named, by their mentions and kind. */
  readonly entities: Score
  /** By their exact words and whom they mean. */
  readonly mentions: Score
  /** At least half of the words are the same, and so are the speakers. */
  readonly statements: Score
  /** The same type between the same two. */
  readonly relationships: Score
  /** Of the relationships that both have: told in the same voice and modality. Precision and recall are one. */
  readonly voice: Score
}

export function readSeed(): { readonly text: string; readonly reviewed: Reading; readonly read: Reading } {
  const [article] = seedArticles()
  if (!article) throw new Error('The seed has no article.')
  const { text, metadata, reading: reviewed } = article
  return { text, reviewed, read: theReader().read(text, metadata) }
}

export function seedScores(): SeedScores {
  const { reviewed, read } = readSeed()
  const same = alignment(read, reviewed)
  const refOf = (ref: string | undefined): string | undefined => (ref === undefined ? undefined : (same.get(ref) ?? `? ${ref}`))
  const isSaid = (one: ReadStatement, other: ReadStatement): boolean =>
    overlap(one.content, other.content) >= 0.5 && isSubset(other.speakers, one.speakers.map(ref => refOf(ref) ?? ''))
  const isDone = (one: ReadRelationship, other: ReadRelationship): boolean =>
    one.type === other.type && refOf(one.subject) === other.subject && refOf(one.object) === other.object
  const spoken = new Set(reviewed.mentions.map(({ entity }) => entity))
  const known = reviewed.entities.filter(({ named, ref }) => named && spoken.has(ref))
  const found = read.entities.filter(({ named, ref }) => named && read.mentions.some(({ entity }) => entity === ref))
  const both = read.relationships.flatMap(one => {
    const other = reviewed.relationships.find(each => isDone(one, each))
    return other ? [{ one, other }] : []
  })
  const told = both.filter(({ one, other }) => one.voice === other.voice && one.modality === other.modality).length / both.length
  return {
    entities: {
      precision: share(found, one => known.some(other => refOf(one.ref) === other.ref && one.kind === other.kind)),
      recall: share(known, other => found.some(one => refOf(one.ref) === other.ref && one.kind === other.kind)),
    },
    mentions: {
      precision: share(read.mentions, one => reviewed.mentions.some(other => isSameSpan(one, other) && refOf(one.entity) === other.entity)),
      recall: share(reviewed.mentions, other => read.mentions.some(one => isSameSpan(one, other) && refOf(one.entity) === other.entity)),
    },
    statements: {
      precision: share(read.statements, one => reviewed.statements.some(other => isSaid(one, other))),
      recall: share(reviewed.statements, other => read.statements.some(one => isSaid(one, other))),
    },
    relationships: {
      precision: share(read.relationships, one => reviewed.relationships.some(other => isDone(one, other))),
      recall: share(reviewed.relationships, other => read.relationships.some(one => isDone(one, other))),
    },
    voice: { precision: told, recall: told },
  }
}

/** The reviewed entity of each that was read: the one with which it has most mentions in common. */
export function alignment(read: Reading, reviewed: Reading): ReadonlyMap<string, string> {
  const common = new Map<string, Map<string, number>>()
  for (const one of read.mentions) {
    for (const other of reviewed.mentions) {
      if (!(one.start < other.end && other.start < one.end)) continue
      const counts = common.get(one.entity) ?? new Map<string, number>()
      counts.set(other.entity, (counts.get(other.entity) ?? 0) + (isSameSpan(one, other) ? 2 : 1))
      common.set(one.entity, counts)
    }
  }
  return new Map([...common].map(([ref, counts]) => [ref, [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '']))
}

function share<Item>(items: readonly Item[], isRight: (item: Item) => boolean): number {
  return items.length === 0 ? 1 : items.filter(isRight).length / items.length
}

function isSameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end
}

function isSubset(wanted: readonly string[], found: readonly string[]): boolean {
  return wanted.length === found.length && wanted.every(ref => found.includes(ref))
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The characters that two sets of spans have in common, as a share of the larger set. */
function overlap(some: readonly Span[], others: readonly Span[]): number {
  let common = 0
  for (const one of some) for (const other of others) common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start))
  return common / Math.max(length(some), length(others), 1)
}

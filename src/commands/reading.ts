// `onrecord reading`: what the reader makes of articles, one JSON object a line, nothing stored. Beside the Reading each line tells the
// statements and events as evaluations of readers expect them: spans and names instead of references.
import { exitCodes, lineOf } from '../exit.ts'
import { articleOf } from '../input/article.ts'
import { articlesIn, reach } from '../input/articles.ts'
import { OnRecordError } from '../model/errors.ts'
import type { Mark, Span } from '../model/passage.ts'
import type { ReadMention, ReadRelationship, Reading, ReadStatement } from '../model/reading.ts'
import { ploverOf } from './plover-events.ts'
import { printable } from './printable.ts'
import { theReader } from '../reader.ts'
import { say } from '../say.ts'

/** Answers the exit code. */
export async function printReadings(paths: readonly string[]): Promise<number> {
  let refused = 0
  for await (const found of articlesIn(reach(paths))) {
    try {
      const { text, metadata } = articleOf(found.article())
      const line = readingLine(found.id, text, theReader().read(text, metadata))
      if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await new Promise(resolve => { process.stdout.once('drain', resolve) })
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      refused++
      say(`onrecord: ${printable(`${found.input}: ${lineOf(error)}`)}`)
    }
  }
  return refused > 0 ? exitCodes.foundFalse : exitCodes.done
}

export interface ReadingLine {
  readonly id: string
  readonly statements: readonly {
    /** The words beside this statement: "he" where the article says "he said". */
    readonly speakers: readonly Span[]
    readonly cue: readonly Span[] | null
    readonly content: readonly Span[]
    readonly speakerNames: readonly string[]
  }[]
  readonly events: readonly { readonly actor: Span; readonly target: Span | null; readonly code: string }[]
  readonly reading: Reading
}

/**
 * As PolNeAR spans attributions: one for a word, so that what is said inside another's words is left out; the quotation marks at the edges of
 * content, and the comma that closes an apposition, are in.
 */
function readingLine(id: string, text: string, reading: Reading): ReadingLine {
  const entities = new Map(reading.entities.map(entity => [entity.ref, entity]))
  const mentions = Map.groupBy(reading.mentions, mention => mention.entity)
  return {
    id,
    statements: outermost(reading.statements).map(({ source, cue, content, speakers }) => ({
      speakers: source ? [withComma(text, source)] : [],
      cue: cue ? [spanOf(cue)] : null,
      content: content.map(mark => withMarks(text, mark)),
      speakerNames: speakers.flatMap(ref => (entities.get(ref)?.named ? [entities.get(ref)?.name ?? ''] : [])),
    })),
    events: ploverOf(reading.relationships).flatMap(({ relationship, code }) => {
      const { actor, target } = sidesOf(relationship, mentions)
      return actor ? [{ actor: spanOf(actor), target: target && spanOf(target), code }] : []
    }),
    reading,
  }
}

/** Those inside no other; of a hedge over a saying ("reportedly said") the saying. */
function outermost(statements: readonly ReadStatement[]): readonly ReadStatement[] {
  const hedges = new Set(statements.flatMap(({ ref, rule }) => (rule === 'HEARSAY_OVER_SAYING' ? [ref] : [])))
  return statements.filter(({ ref, reportedIn }) => !hedges.has(ref) && (reportedIn === undefined || hedges.has(reportedIn)))
}

const opening = /(?:["“‘«'„]|''|``)$/u
const closing = /^[,.!?…]{0,3}(?:''|["”’»'“])/u

function withMarks(text: string, { start, end }: Mark): Span {
  const before = opening.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0
  const after = closing.exec(text.slice(end, end + 5))?.[0].length ?? 0
  return { start: start - before, end: end + after }
}

function withComma(text: string, { start, end, text: words }: Mark): Span {
  return { start, end: words.includes(',') && text[end] === ',' ? end + 1 : end }
}

interface Sides {
  readonly actor: ReadMention | null
  readonly target: ReadMention | null
}

/** The evidence reaches from one side to the other: of their mentions in it the two that stand farthest apart. */
function sidesOf({ subject, object, evidence }: ReadRelationship, mentions: ReadonlyMap<string, readonly ReadMention[]>): Sides {
  const actors = candidates(mentions.get(subject) ?? [], evidence)
  if (object === undefined) return { actor: actors[0] ?? null, target: null }
  const targets = candidates(mentions.get(object) ?? [], evidence)
  let best: Sides = { actor: actors[0] ?? null, target: targets[0] ?? null }
  let farthest = 0
  for (const actor of actors) {
    for (const target of targets) {
      const apart = Math.abs(actor.start + actor.end - target.start - target.end)
      if (apart > farthest) best = { actor, target }
      farthest = Math.max(farthest, apart)
    }
  }
  return best
}

/** The mentions in the evidence; names rather than pronouns; else the nearest mention before. None where there is none so far. */
function candidates(own: readonly ReadMention[], evidence: ReadRelationship['evidence']): readonly ReadMention[] {
  const end = Math.max(...evidence.map(mark => mark.end))
  const before = own.filter(mention => mention.start < end)
  const inside = before.filter(mention => evidence.some(mark => mention.start >= mark.start && mention.end <= mark.end))
  const named = inside.filter(hasWords)
  if (named.length > 0) return named.slice(0, mostCandidates)
  const nearest = before.findLast(hasWords) ?? inside[0] ?? before.at(-1)
  return nearest ? [nearest] : []
}

/** Of one entity in the evidence of one deed, so many mentions are looked at. */
const mostCandidates = 20

function hasWords({ form }: ReadMention): boolean {
  return form !== 'PRONOUN'
}

function spanOf({ start, end }: Mark | Span): Span {
  return { start, end }
}

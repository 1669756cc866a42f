// Readings enter the graph, or an article leaves it: each wholly or not at all. The result does not depend on the order in which articles
// arrive, nor on which enter together.
import { checkMetadata } from '../../src/model/check-metadata.ts'
import { checkReading } from '../../src/model/check-reading.ts'
import { OnRecordError } from '../../src/model/errors.ts'
import { articleIdentity, keysOf, type Identity } from '../../src/model/identity.ts'
import { articleDigits } from '../../src/model/keys.ts'
import type { ReadingProblem } from '../../src/model/reading-problem.ts'
import type { ArticleMetadata, Reading } from '../../src/model/reading.ts'
import { addArticle, addParts, dropArticle } from './article-rows.ts'
import { newBatch, remember, type Batch } from './batch.ts'
import { addEntities, dropEntities, settle, writeSome } from './entities.ts'
import { indexNew, lastIndexed } from '../tables/full-text.ts'
import { leaving } from './leaving.ts'
import type { Graph } from '../file/open.ts'
import { requireRoom } from '../file/room.ts'
import { articleSort, sortsOf } from '../tables/sort.ts'
import { sql } from '../sql.ts'
import { countRows, lowerCounts } from '../tables/tallies.ts'

export interface Applied {
  /** The article's key: SHA-256 of its text. */
  readonly key: string
  /** True where the graph had the article before; then nothing has changed. */
  readonly known: boolean
}

/** An article as it enters. The text must have entered (`enterText`). The Reading is asked for once, when its turn comes: it may be made then. */
export interface ArticleToApply {
  readonly text: string
  readonly metadata: ArticleMetadata
  readonly reading: Reading
}

/** Articles of one transaction, at most: more gain nothing, and keep other writers waiting. */
const mostTogether = 250
/** KB of pages that each article of a batch changes: they stay in memory until its end, and would leave no room for others, which would be read again and again. */
const changedBy = 200

/**
 * Adds an article and its Reading. The text must have entered (`enterText`). An article known already changes nothing.
 * Throws BAD_READING where the Reading does not fit its format's rules or its text, or the metadata does not fit its own.
 */
export function apply(graph: Graph, text: string, metadata: ArticleMetadata, reading: Reading, readAt: string): Applied {
  const [entered] = applyTogether(graph, [{ text, metadata, reading }], readAt)
  if (entered instanceof OnRecordError) throw entered
  if (!entered) throw new Error('An article entered without a word.')
  return entered
}

/**
 * Adds many articles, up to 250 in one transaction: what became of each, in their order. One that is refused (what `apply` throws) stays
 * out by itself; where the file fails, this throws, and the transactions before that stay.
 */
export function applyAll(graph: Graph, articles: readonly ArticleToApply[], readAt: string): readonly (Applied | OnRecordError)[] {
  const entered: (Applied | OnRecordError)[] = []
  for (let from = 0; from < articles.length; from += mostTogether) {
    entered.push(...applyTogether(graph, articles.slice(from, from + mostTogether), readAt))
  }
  return entered
}

function applyTogether(graph: Graph, articles: readonly ArticleToApply[], readAt: string): readonly (Applied | OnRecordError)[] {
  requireRoom(graph.path)
  graph.makeRoom(articles.length * changedBy)
  const { batch, entered } = graph.transaction(() => {
    const batch = newBatch(graph)
    const last = lastIndexed(graph)
    // One after the other, so that no more than one Reading need be in memory.
    const entered = articles.map(({ text, metadata, reading }) => {
      writeSome(batch)
      return refusalOf(text, metadata, reading) ?? enter(batch, text, metadata, reading, readAt)
    })
    if (batch.articles.size > 0) {
      settle(batch)
      countRows(graph, batch.written, batch.articles.size)
      indexNew(graph, last)
    }
    return { batch, entered }
  })
  // Once it is stored: a commit counts changes, too.
  if (batch.articles.size > 0) remember(batch)
  return entered
}

/** Why an article cannot enter, whatever the graph holds; null where it may. */
function refusalOf(text: string, metadata: ArticleMetadata, reading: Reading): OnRecordError | null {
  return misfit('metadata', checkMetadata(metadata)) ?? misfit('Reading', checkReading(reading, text))
}

function misfit(what: string, [problem]: readonly ReadingProblem[]): OnRecordError | null {
  return problem ? new OnRecordError('BAD_READING', `The ${what} does not fit at /${problem.path.join('/')}: ${problem.message}`) : null
}

/** The article's rows; what its entities show, are called and count follows when all articles of the batch are in. */
function enter(batch: Batch, text: string, metadata: ArticleMetadata, reading: Reading, readAt: string): Applied | OnRecordError {
  const { graph } = batch
  const key = reading.sha256
  const digits = key.slice(0, articleDigits)
  const other = batch.articles.get(digits) ?? graph.one<Identity>(sql`SELECT key, slug FROM article WHERE key > ${digits} AND key < ${`${digits}g`}`)
  if (other) return other.key === key ? { key, known: true } : sameDigits(digits, other.slug)
  const sort = articleSort(key, metadata.publishedOn)
  const keys = keysOf(reading)
  const identity = articleIdentity(key, metadata.title)
  const articleId = addArticle(batch, identity, sort, text, metadata, reading, readAt)
  batch.articles.set(digits, identity)
  const entities = addEntities(batch, articleId, sort, reading, keys)
  addParts({ batch, articleId, sort, sorts: sortsOf(sort, reading, keys), publishedOn: metadata.publishedOn ?? null, reading, keys, entities })
  return { key, known: false }
}

/** The first digits of an article's key stand alone in slugs and in keys of its parts, so no two articles may share them. */
function sameDigits(digits: string, slug: string): OnRecordError {
  return new OnRecordError('BAD_TEXT', `The SHA-256 of the text begins with ${digits}, as that of the article ${slug} does, and articles are told apart by these digits; change a character of the text, or remove the other.`)
}

/** Takes an article out, with everything that only it supported. False where the graph has no such article. */
export function remove(graph: Graph, key: string): boolean {
  return leaving(graph, () => {
    const article = graph.one<{ id: number }>(sql`SELECT id FROM article WHERE key = ${key}`)
    if (!article) return false
    lowerCounts(graph, article.id)
    dropEntities(graph, article.id, () => dropArticle(graph, article.id))
    return true
  })
}

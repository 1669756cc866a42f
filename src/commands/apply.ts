// `onrecord apply`: a Reading that a person has reviewed takes the place of the machine's. `onrecord remove`: articles leave the graph.
import { existsSync } from 'node:fs'
import { bySlug, byKeys } from '../../db/tables/lookup.ts'
import { textsOf } from '../../db/tables/texts.ts'
import { remove } from '../../db/entering/apply.ts'
import { missing } from '../../db/file/file-errors.ts'
import { openForWriting, type Graph } from '../../db/file/open.ts'
import { replace } from '../../db/entering/replace.ts'
import type { ArticleRow } from '../../db/tables/rows.ts'
import { exitCodes } from '../exit.ts'
import { articleOf } from '../input/article.ts'
import { readText } from './json-file.ts'
import { OnRecordError } from '../model/errors.ts'
import { articleIdentity } from '../model/identity.ts'
import { parseId } from '../model/ids.ts'
import { enterText } from '../model/passage.ts'
import type { ArticleMetadata } from '../model/reading.ts'
import { loadMetadata, loadReading, loadShape } from './reading-file.ts'
import { say } from '../say.ts'

export interface ApplyOptions {
  readonly text?: string
  readonly metadata?: string
}

/** Answers the exit code. Throws BAD_READING with file, line and path of what does not fit. */
export function applyReading(database: string, file: string, options: ApplyOptions): number {
  const graph = options.text === undefined ? openMade(database) : openForWriting(database, { mayBeEmpty: true })
  try {
    const text = options.text === undefined ? textOfReading(graph, file) : enterText(readText(options.text))
    const reading = { ...loadReading(file, text), reader: 'reviewed' }
    const known = byKeys(graph, 'article', [reading.sha256]).get(reading.sha256)
    const metadata = options.metadata === undefined ? (known ? metadataOf(known) : articleOf({ text }).metadata) : loadMetadata(options.metadata)
    const had = replace(graph, text, metadata, reading, new Date().toISOString())
    say(`${had ? 'Replaced the Reading of' : 'Added'} ${articleIdentity(reading.sha256, metadata.title).slug}: reviewed, ${reading.statements.length} statements, ${reading.relationships.length} relationships.`)
    return exitCodes.done
  } finally {
    graph.close()
  }
}

/** The text of the article that the Reading is of. */
function textOfReading(graph: Graph, file: string): string {
  const { sha256 } = loadShape(file)
  const row = byKeys(graph, 'article', [sha256]).get(sha256)
  const text = row && textsOf(graph, [row.id]).get(row.id)
  if (!row || text === undefined) {
    throw new OnRecordError('BAD_READING', `${file}: No article of the graph has a text with the sha256 "${sha256}"; give its text with --text FILE, or "onrecord read" it first.`, { file })
  }
  return text
}

function metadataOf({ title, publisher, author, url, published_on, language, supplied }: ArticleRow): ArticleMetadata {
  return {
    title,
    publisher: publisher ?? undefined,
    author: author ?? undefined,
    url: url ?? undefined,
    publishedOn: published_on ?? undefined,
    language,
    supplied: JSON.parse(supplied) as string[], // db/entering/apply.ts has written it
  }
}

/** Answers the exit code: 1 where one of them is not there; the others are removed all the same. */
export function removeArticles(database: string, names: readonly string[]): number {
  const graph = openMade(database)
  try {
    const unknown = names.filter(name => {
      const article = articleNamed(graph, name)
      if (article && remove(graph, article.key)) {
        say(`Removed ${article.slug}.`)
        return false
      }
      say(`onrecord: The graph has no article with the id or slug ${JSON.stringify(name)}.`)
      return true
    })
    return unknown.length > 0 ? exitCodes.foundFalse : exitCodes.done
  } finally {
    graph.close()
  }
}

/** What is wanted of it can only be in a graph that is there; another made for that would hide a wrong path. */
function openMade(database: string): Graph {
  if (!existsSync(database)) throw missing(database)
  return openForWriting(database)
}

function articleNamed(graph: Graph, name: string): ArticleRow | null {
  const bySlugOrKey = bySlug(graph, 'article', name) ?? byKeys(graph, 'article', [name]).get(name)
  return bySlugOrKey ?? byKeys(graph, 'article', [keyOfId(name)]).get(keyOfId(name)) ?? null
}

/** Of a global id; empty where it is none of an article. */
function keyOfId(id: string): string {
  try {
    const { type, key } = parseId(id)
    return type === 'Article' ? key : ''
  } catch {
    return ''
  }
}

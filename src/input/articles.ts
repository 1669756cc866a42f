// The articles in files, one after the other: what each holds by its kind, and for what cannot be read, why. Dumps stream in flat memory.
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'
import type { ArticleInput } from './article-input.ts'
import { collected, linesOf, unpacked } from './bytes.ts'
import { decoded } from './charset.ts'
import { filesIn, noFile, unreadable, type FileFound } from './files.ts'
import { articleOfJson, descriptionOfJson, parsedJson, type JsonArticle } from './json-article.ts'
import { kindOf } from './kind.ts'

export interface ArticleFound {
  /** Where it stands: the file, with the line or the place where it holds many. */
  readonly input: string
  /** Its own id where it has one, else `input`. */
  readonly id: string
  /** Throws where its part of the file cannot be read; the rest still can. */
  article(): ArticleInput
}

export interface Reached {
  readonly files: readonly FileFound[]
  /** Bytes read so far, as they lie on the disk. */
  bytes: number
}

/** Begins with the files, so that whoever shows progress knows how much there is. */
export function reach(paths: readonly string[]): Reached {
  return { files: filesIn(paths), bytes: 0 }
}

export async function* articlesIn(reached: Reached): AsyncGenerator<ArticleFound> {
  for (const file of reached.files) {
    const refused = (error: unknown): ArticleFound => ({ input: file.path, id: file.path, article: () => { throw error } })
    if ('error' in file) {
      yield refused(file.error)
      continue
    }
    const before = reached.bytes
    try {
      yield* articlesOfFile(file, reached)
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error
      yield refused(error)
    }
    reached.bytes = Math.max(reached.bytes, before + file.size)
  }
}

async function* articlesOfFile({ path, beside }: { readonly path: string; readonly beside?: string }, reached: Reached): AsyncGenerator<ArticleFound> {
  const stream = path === '-' ? process.stdin : await streamOf(path)
  stream.on('data', (chunk: Buffer) => { reached.bytes += chunk.length }).pause()
  try {
    const { head, bytes } = await unpacked(stream, path)
    const kind = kindOf(path, head)
    const description = beside === undefined ? {} : descriptionOfJson(decoded(await collected(await streamOf(beside), 'documentBytes'), 'text'))
    const one = (article: () => ArticleInput, id: string = path): ArticleFound => ({ input: path, id, article: () => ({ ...article(), ...description }) })
    switch (kind) {
      case 'binary': throw new OnRecordError('BAD_FILE', `${path} is no text: it holds NUL bytes. Expected text, Markdown, HTML, JSON, JSON Lines or a feed.`)
      case 'lines': return yield* articlesOfLines(path, bytes)
      case 'feed': return yield* articlesOfFeed(path, decoded(await collected(bytes, 'feedBytes'), 'xml'))
      case 'json': {
        const json = decoded(await collected(bytes, 'feedBytes'), 'text')
        const value = parsedJson(json)
        if (isFeed(value)) return yield* articlesOfFeed(path, json)
        if (Array.isArray(value)) return yield* articlesOfArray(path, value)
        const { id, article } = articleOfJson(value)
        return yield one(() => article, id)
      }
      case 'html': {
        const html = decoded(await collected(bytes, 'documentBytes'), 'html')
        return yield one(() => ({ html }))
      }
      case 'markdown': {
        const markdown = decoded(await collected(bytes, 'documentBytes'), 'text')
        const { articleOfMarkdown } = await import('./markdown.ts')
        return yield one(() => articleOfMarkdown(markdown))
      }
      case 'text': {
        const text = decoded(await collected(bytes, 'documentBytes'), 'text')
        return yield one(() => ({ text }))
      }
      default: return kind satisfies never
    }
  } finally {
    stream.destroy()
  }
}

/** Opened without waiting: a pipe put in the file's place since it was looked at is seen here. */
async function streamOf(path: string): Promise<Readable> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    if ((await handle.stat()).isFile()) return handle.createReadStream()
    await handle.close()
    throw noFile(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

async function* articlesOfLines(path: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<ArticleFound> {
  let number = 0
  for await (const line of linesOf(bytes)) {
    number++
    const input = `${path}:${number}`
    if (line?.every(byte => byte === 0x20 || byte === 0x0d || byte === 0x09)) continue
    yield articleAt(input, () => {
      if (!line) throw limitPassed('documentBytes', limits.documentBytes.value + 1, 'The line is too long', 'Expected one article a line.')
      return articleOfJson(parsedJson(utf8(line)))
    })
  }
}

function* articlesOfArray(path: string, values: readonly unknown[]): Generator<ArticleFound> {
  for (const [index, value] of values.entries()) yield articleAt(`${path}:${index + 1}`, () => articleOfJson(value))
}

/** One of many: what is wrong with it is wrong with it alone. */
function articleAt(input: string, read: () => JsonArticle): ArticleFound {
  try {
    const { id, article } = read()
    return { input, id: id ?? input, article: () => article }
  } catch (error) {
    return { input, id: input, article: () => { throw error } }
  }
}

/** JSON Lines are UTF-8, always. */
function utf8(line: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line)
  } catch {
    throw new OnRecordError('BAD_ENCODING', 'The line is not well-formed UTF-8, which JSON Lines are written in; convert the file to UTF-8.')
  }
}

async function* articlesOfFeed(path: string, feed: string): AsyncGenerator<ArticleFound> {
  const { itemsOfFeed } = await import('./feed.ts')
  for (const [index, item] of itemsOfFeed(feed).entries()) {
    const input = `${path}:${index + 1}`
    yield { input, id: item.id ?? input, article: () => item.article() }
  }
}

function isFeed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'version' in value && String(value.version).startsWith('https://jsonfeed.org/')
}

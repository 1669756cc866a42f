// Bytes of files: unpacked as they come, never more in memory than one document. A small archive may hold any number of bytes.
import { createGunzip } from 'node:zlib'
import { pipeline, type Readable } from 'node:stream'
import { OnRecordError } from '../model/errors.ts'
import { limitPassed } from '../model/limit-passed.ts'
import { limits } from '../model/limits.ts'

/** Bytes looked at to tell what a file is. */
const headSize = 65_536
const newline = 0x0a

export interface Opened {
  /** Its beginning, unpacked. */
  readonly head: Buffer
  /** All of it, the head included. */
  readonly bytes: AsyncIterable<Buffer>
}

/** The bytes of a file, unpacked where it is a gzip archive. Throws BAD_FILE where the archive is broken. */
export async function unpacked(file: Readable, name: string): Promise<Opened> {
  const packed = await peeked(file)
  if (packed.head[0] !== 0x1f || packed.head[1] !== 0x8b) return packed
  const gunzip = createGunzip()
  pipeline(packed.bytes, gunzip, () => {}) // what goes wrong is told where the bytes are read
  return peeked(told(gunzip, name))
}

/** The whole of a document. Throws ARTICLE_TOO_LARGE or FILE_TOO_LARGE as soon as it is passed. */
export async function collected(bytes: AsyncIterable<Buffer>, limit: 'documentBytes' | 'feedBytes'): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of bytes) {
    size += part.length
    parts.push(part)
    if (size > limits[limit].value) {
      throw limitPassed(limit, size, 'The file is too large, unpacked', limit === 'feedBytes' ? 'Split it.' : 'Is it one article? Many go into JSON Lines, one a line.')
    }
  }
  return Buffer.concat(parts)
}

/** Its lines without their ends; null for one that is longer than a document may be, which is skipped. */
export async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = []
  let size = 0
  const line = (): Buffer | null => {
    const whole = size > limits.documentBytes.value ? null : Buffer.concat(parts)
    parts = []
    size = 0
    return whole
  }
  const add = (part: Buffer): void => {
    size += part.length
    if (size > limits.documentBytes.value) parts = []
    else parts.push(part)
  }
  for await (const chunk of bytes) {
    let from = 0
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, end))
      yield line()
      from = end + 1
    }
    add(chunk.subarray(from))
  }
  if (size > 0) yield line()
}

async function peeked(source: AsyncIterable<Buffer>): Promise<Opened> {
  const rest = source[Symbol.asyncIterator]()
  const parts: Buffer[] = []
  let size = 0
  while (size < headSize) {
    const next = await rest.next()
    if (next.done) break
    parts.push(next.value)
    size += next.value.length
  }
  const head = Buffer.concat(parts)
  return { head, bytes: joined(head, rest) }
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield head
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function* told(gunzip: Readable, name: string): AsyncGenerator<Buffer> {
  try {
    yield* gunzip
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new OnRecordError('BAD_FILE', `The archive ${name} is broken (${why}); pack it again.`)
  }
}

// The thread of src/server/writer.ts. The connection is opened with the first change that gets so far, and so is the reader loaded where it was not before.
import { parentPort, workerData } from 'node:worker_threads'
import { remove } from '../../db/entering/apply.ts'
import { openForWriting, type Graph } from '../../db/file/open.ts'
import type { ArticleInput } from '../../schema/context.ts'
import { monotonicTime } from './clock.ts'
import { readSetting, settings } from '../config.ts'
import { articleOf } from '../input/article.ts'
import { OnRecordError, type ErrorCode, type ErrorDetails } from '../model/errors.ts'
import { setLimits } from '../model/limits.ts'
import { readArticle } from './read-article.ts'
import { readText } from '../read-text.ts'
import { requireSame, type WhichFile } from '../which-file.ts'

/** The file, and which one it must be. */
export interface Opened {
  readonly path: string
  readonly file: WhichFile
}
/** `at`: when it was asked, in monotonic time. */
export type Asked = { readonly id: number; readonly at: number } & Change
/** Loads the reader, and is told when that is done. */
export type Beginning = 'begin'
export type Ready = 'ready'
export type Change = { readonly read: ArticleInput } | { readonly remove: string }
/** `known`: whether the article was in the graph before. */
export interface Changed {
  readonly key: string
  readonly known: boolean
}
interface Refused {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}
type Outcome = { readonly changed: Changed } | { readonly refused: Refused } | { readonly fault: Error }
export type Answered = { readonly id: number } & Outcome

const { path, file } = workerData as Opened // src/server/writer.ts
let graph: Graph | undefined
/** Of the last change for which another process did not leave the file free in time. */
let busy: { readonly at: number; readonly refused: Refused } | undefined

setLimits(readSetting(settings.limits, process.env))

/** One after another. */
let last = Promise.resolve()
parentPort?.on('message', (asked: Asked | Beginning | null) => {
  if (asked === 'begin') void getReady()
  else last = last.then(() => take(asked))
})

/** Beside what is asked: who needs no reader need not wait for it. */
async function getReady(): Promise<void> {
  const { text, metadata } = articleOf({ text: 'The office said that it rained.' }) // its model of English is loaded with the first sentence
  await readText(text, metadata)
  parentPort?.postMessage('ready' satisfies Ready) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
}

async function take(asked: Asked | null): Promise<void> {
  if (asked) return answer({ id: asked.id, ...await attempt(asked) })
  graph?.close()
  parentPort?.close()
}

async function attempt(asked: Asked): Promise<Outcome> {
  // Whoever waited through that has waited as long; to try for each again would keep the last waiting for minutes.
  if (busy && asked.at <= busy.at) return { refused: busy.refused }
  try {
    return { changed: await make(asked) }
  } catch (error) {
    if (error instanceof OnRecordError) {
      const refused = { code: error.code, message: error.message, details: error.details }
      if (error.code === 'BUSY') busy = { at: monotonicTime(), refused }
      return { refused }
    }
    return { fault: error instanceof Error ? error : new Error(String(error)) }
  }
}

async function make(change: Change): Promise<Changed> {
  requireSame(path, file)
  graph ??= openForWriting(path)
  const changed = 'remove' in change
    ? { key: change.remove, known: remove(graph, change.remove) }
    : await readArticle(graph, change.read, new Date().toISOString())
  // It may have gone in between: what is stored in no file that anybody finds is not acknowledged.
  requireSame(path, file)
  return changed
}

function answer(message: Answered): void {
  parentPort?.postMessage(message) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread has no origin
}

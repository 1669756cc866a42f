// `onrecord read`: articles of files into the graph, one after the other, stored in batches while the next are read on a thread beside. One
// that cannot be read stops no other.
// Killed at any moment each article is wholly in or out; run again, what is in is known by its text and goes by quickly.
import { appendFileSync, closeSync, existsSync, openSync } from 'node:fs'
import { applyAll } from '../../db/entering/apply.ts'
import { byKeys } from '../../db/tables/lookup.ts'
import { openForReading, openForWriting, type Graph } from '../../db/file/open.ts'
import { exitCodes } from '../exit.ts'
import { explained } from './explain.ts'
import { articleOf, type Article } from '../input/article.ts'
import type { ArticleInput } from '../input/article-input.ts'
import { articlesIn, reach, type ArticleFound } from '../input/articles.ts'
import { errorTable, OnRecordError, type ErrorCode } from '../model/errors.ts'
import { articleIdentity } from '../model/identity.ts'
import { sha256 } from '../model/keys.ts'
import type { Reading } from '../model/reading.ts'
import { printable } from './printable.ts'
import { progressOn } from './progress.ts'
import { readAhead } from './read-ahead.ts'
import { isEnglish } from '../reading/language.ts'
import { say } from '../say.ts'

export interface ReadOptions {
  readonly dryRun: boolean
  readonly explain: boolean
  readonly report?: string
  /** What is said of the articles beside their text; a file's own word goes before it. */
  readonly described: ArticleInput
}

/** What is being read. */
interface Asked extends Article {
  readonly found: ArticleFound
  readonly key: string
  /** Its slug where the graph has it already; it is then read to be explained. */
  readonly known: string | null
}

/** What waits to be stored together. */
interface Waiting extends Asked {
  readonly reading: Reading // made of JSON each time
}

type Outcome =
  | { readonly outcome: 'read'; readonly article: string; /** Where it is another than English. */ readonly language?: string }
  | { readonly outcome: 'known'; readonly article: string }
  | { readonly outcome: 'refused'; readonly code: ErrorCode; readonly message: string }

/** Articles, UTF-16 code units of their texts, and milliseconds after which a batch is stored: Readings of long texts are large. */
const batchSize = 50
const batchLength = 500_000
const batchTime = 1000
/** Articles and code units asked for ahead: enough to read while a batch is stored. */
const aheadSize = 50
const aheadLength = 250_000

/** Answers the exit code. */
export async function read(database: string, paths: readonly string[], options: ReadOptions): Promise<number> {
  const reached = reach(paths)
  if (options.described.title !== undefined && reached.files.length !== 1) {
    throw new OnRecordError('BAD_SETTING', `--title is given for ${reached.files.length} files; it must be given for one article, as each has its own.`)
  }
  const interrupted = onInterrupt(() => paths.includes('-') && process.stdin.destroy())
  const ledger = openLedger(options.report)
  const graph = options.dryRun ? (existsSync(database) ? openForReading(database) : null) : openForWriting(database, { mayBeEmpty: true })
  const progress = progressOn(process.stderr)
  const total = reached.files.some(file => file.path === '-') ? undefined : reached.files.reduce((sum, file) => sum + ('size' in file ? file.size : 0), 0)
  const ahead = readAhead()
  const asked: Asked[] = []
  const waiting: Waiting[] = []
  /** Keys of the texts asked for or waiting. */
  const taken = new Set<string>()
  let [askedLength, waitingLength] = [0, 0]
  /** Where the last article stands that was come to, and the last that was stored. */
  let [last, lastStored] = ['', '']
  let stored = performance.now()

  const store = (): void => {
    const entered = graph && !options.dryRun ? applyAll(graph, waiting, new Date().toISOString()) : []
    for (const [index, { found, key, metadata }] of waiting.entries()) {
      ledger.note(found, attempt(() => {
        const one = entered[index]
        if (one instanceof OnRecordError) throw one
        // Another process may have read it since it was looked for.
        const { slug } = articleIdentity(key, metadata.title)
        return one?.known ? { outcome: 'known', article: slug } : { outcome: 'read', article: slug, ...(!isEnglish(metadata.language) && { language: metadata.language }) }
      }))
      taken.delete(key)
      lastStored = found.input
    }
    waiting.length = 0
    waitingLength = 0
    stored = performance.now()
  }
  const ask = (found: ArticleFound): Outcome | null => {
    const { text, metadata } = articleOf({ ...options.described, ...given(found.article()) })
    const key = sha256(text)
    const known = taken.has(key) ? articleIdentity(key, metadata.title).slug : slugOf(graph, key)
    if (known !== null && !options.explain) return { outcome: 'known', article: known }
    ahead.ask({ text, metadata })
    asked.push({ found, key, known, text, metadata })
    askedLength += text.length
    if (known === null) taken.add(key)
    return null
  }
  const isFarAhead = (): boolean => asked.length > aheadSize || (asked.length > 1 && askedLength > aheadLength)
  /** The next Reading joins what waits to be stored. */
  const take = async (): Promise<void> => {
    const article = asked.shift()
    if (!article) return
    const { found, known, text, metadata } = article
    const json = await ahead.next()
    const made = (): Reading => JSON.parse(json) as Reading // src/commands/read-ahead-thread.ts
    askedLength -= text.length
    if (options.explain) {
      progress.end()
      process.stdout.write(`${explained(text, metadata, made(), process.stdout)}\n`)
    }
    if (known === null) {
      waiting.push({ ...article, get reading() { return made() } })
      waitingLength += text.length
    } else ledger.note(found, { outcome: 'known', article: known })
    if (waiting.length >= batchSize || waitingLength >= batchLength || performance.now() - stored > batchTime) store()
    progress.show({ ...ledger.counts, read: ledger.counts.read + waiting.length }, total && reached.bytes / total)
  }
  const finish = async (): Promise<void> => {
    while (asked.length > 0) await take()
    store()
  }

  try {
    for await (const found of articlesIn(reached)) {
      if (interrupted.asked) break
      const outcome = attempt(() => ask(found))
      if (outcome) ledger.note(found, outcome)
      last = found.input
      while (ahead.isReady() || isFarAhead()) await take()
      // Signals and a closed output are heard between articles only.
      if (interrupted.due()) await new Promise(resolve => { setImmediate(resolve) })
    }
    await finish()
  } catch (error) {
    if (interrupted.asked) await finish() // standard input was closed by us
    else {
      progress.end()
      // Of what was stored before nothing is lost.
      if (ledger.counts.read > 0) for (const line of [...ledger.summary(options.dryRun), goOn(lastStored)]) say(line)
      throw error
    }
  } finally {
    progress.end()
    interrupted.forget()
    ledger.close()
    graph?.close()
    await ahead.close()
  }
  for (const line of ledger.summary(options.dryRun)) say(line)
  if (interrupted.asked) {
    say(goOn(last))
    return exitCodes.interrupted
  }
  return ledger.counts.refused > 0 ? exitCodes.foundFalse : exitCodes.done
}

function goOn(last: string): string {
  return `Stopped after ${printable(last) || 'nothing'}. Run the same command again to go on: what is in is known.`
}

function slugOf(graph: Graph | null, key: string): string | null {
  return (graph && byKeys(graph, 'article', [key]).get(key)?.slug) ?? null
}

/** Without the fields that are not there, so that they hide none of what is said of all. */
function given(article: ArticleInput): ArticleInput {
  return Object.fromEntries(Object.entries(article).filter(([, value]) => value !== undefined))
}

/** What is wrong with the article is its outcome. What is wrong with the database or with us ends the command. */
function attempt<Found extends Outcome | null>(work: () => Found): Found | Outcome {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    const { fault } = errorTable[error.code]
    if (error.code !== 'FILE_NOT_FOUND' && (fault === 'file' || fault === 'server')) throw error
    return { outcome: 'refused', code: error.code, message: error.message }
  }
}

/** The first Ctrl-C is noted, and ends the waiting for input; a second ends at once. */
function onInterrupt(stopWaiting: () => void) {
  let checked = performance.now()
  const state = {
    asked: false,
    due: (): boolean => {
      if (performance.now() - checked < 50) return false
      checked = performance.now()
      return true
    },
    forget: () => process.off('SIGINT', hear),
  }
  const hear = (): void => {
    if (state.asked) process.exit(exitCodes.interrupted)
    state.asked = true
    stopWaiting()
  }
  process.on('SIGINT', hear)
  return state
}

/** Inputs named for each sort of refusal. */
const named = 3

/** Counts what became of each article, keeps the refusals in groups, and writes the report. */
function openLedger(report: string | undefined) {
  const file = report === undefined ? null : reporting(report, () => openSync(report, 'w'))
  const counts = { read: 0, known: 0, refused: 0 }
  let foreign = 0
  const refusals = new Map<ErrorCode, { count: number; readonly examples: string[] }>()
  return {
    counts,
    note({ input, id }: ArticleFound, outcome: Outcome): void {
      counts[outcome.outcome]++
      if (outcome.outcome === 'read' && outcome.language !== undefined) foreign++
      if (file !== null) reporting(report, () => appendFileSync(file, `${JSON.stringify({ input, id, ...outcome })}\n`))
      if (outcome.outcome !== 'refused') return
      const group = refusals.get(outcome.code) ?? { count: 0, examples: [] }
      group.count++
      if (group.count <= named) group.examples.push(`    ${printable(`${input}: ${outcome.message}`)}`)
      refusals.set(outcome.code, group)
    },
    summary(dryRun: boolean): readonly string[] {
      const { read, known, refused } = counts
      const groups = [...refusals].sort(([, one], [, other]) => other.count - one.count).flatMap(([code, { count, examples }]) =>
        [`  ${count} ${code}`, ...examples, ...(count > named ? [`    … and ${count - named} more.`] : [])])
      return [`${dryRun ? 'Nothing is stored; would be read' : 'Read'}: ${amount(read)}. Known already: ${amount(known)}. Refused: ${amount(refused)}.`, ...(foreign > 0 ? [`  ${amount(foreign)} of those read ${foreign > 1 ? 'are' : 'is'} in another language than English: nothing but the sentences.`] : []), ...groups]
    },
    close(): void {
      if (file !== null) closeSync(file)
    },
  }
}

function reporting<Result>(report: string | undefined, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new OnRecordError('FILE_NOT_FOUND', `The report cannot be written to "${report}"${code}; give --report a file that may be written, where there is room.`)
  }
}

function amount(count: number): string {
  return count.toLocaleString('en-GB')
}

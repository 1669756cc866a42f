// The only file that knows the engine. Opens a graph's file, checks that it is ours and sound, and hands out statements prepared once.
// Trap: opening a damaged or foreign file succeeds in SQLite; only the first read fails. So everything is read once here.
import Sqlite from 'better-sqlite3'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { OnRecordError } from '../../src/model/errors.ts'
import { foldName } from '../../src/model/keys.ts'
import { createDeadline, type TimeLimit } from './deadline.ts'
import { damagedFile, missing, ofFile } from './file-errors.ts'
import { checkHeader } from './header.ts'
import { keeping } from './kept.ts'
import { abandoned, applicationId, migrate, newestVersion } from './migrate.ts'
import type { Sql } from '../sql.ts'

/** Below this SQLite may damage a WAL file when two connections checkpoint (fixed in 3.51.3). */
const oldestSqlite = [3, 51, 3] as const
/** Files up to this size, in bytes, are checked at every start; larger ones only after an unclean stop. */
const checkedAtStart = 128 * 1024 * 1024
/** Statements kept prepared, a handle: the oldest goes. */
const keptStatements = 500
/** Pages that a handle for writing, or one that is seldom asked, keeps in memory, in KB; another for reading keeps 16 MB. */
const smallCache = 4096
/** Pages that a copy takes before it looks up. */
const pagesAtOnce = 2048
/** In ms; for another process that writes. */
const patience = 2000

/** A handle on the graph's file. Statements run synchronously; rows are plain objects. */
export interface Graph {
  readonly path: string
  readonly sqliteVersion: string
  all<Row>(query: Sql): readonly Row[]
  one<Row>(query: Sql): Row | undefined
  /** Changes rows; answers the rowid of an inserted one and how many changed. */
  run(query: Sql): { readonly id: number; readonly changes: number }
  /** Runs the work in one transaction of the handle's kind. Reading: one snapshot, stopped when its time has passed. Within another it is part of that one. */
  transaction<Result>(work: () => Result, limit?: TimeLimit): Result
  /** Keeps so many KB of pages more in memory from now on. */
  makeRoom(more: number): void
  /** Throws what `transaction` throws when its deadline has passed; for loops between statements. */
  checkDeadline(): void
  /** Runs the work of a transaction that answers what it has when QUERY_TIMEOUT is thrown: so soon that this share of the time is left for the rest. */
  leavingTime<Result>(share: number, work: () => Result): Result
  /** Copies the graph as it is now into a new file, while others write; what they write meanwhile is not in it. */
  copyTo(file: string): Promise<void>
  /** Is told of each statement as it runs, for tests and logs. */
  onStatement: ((text: string, query: Sql) => void) | null
  /** How the engine goes about a statement, a line for each step. */
  planOf(query: Sql): readonly string[]
  close(): void
}

/**
 * Opens for reading only; several processes may. `pagesChecked` false: another process of ours has just done it.
 * `isSeldomAsked`: pages are kept for what is asked often; of what goes through much of the file they save hardly a tenth.
 * Throws FILE_NOT_FOUND, FOREIGN_FILE, OLDER_FILE, NEWER_FILE, DAMAGED_FILE.
 */
export function openForReading(path: string, { pagesChecked = true, isSeldomAsked = false } = {}): Graph {
  if (!existsSync(path)) throw missing(path)
  const unclean = sizeOf(path, '-wal') > 0
  checkHeader(path)
  const engine = guarded(path, () => openReadOnly(path))
  return guarded(path, () => {
    if (checkVersion(engine, path) < newestVersion()) {
      shut(engine, path)
      openForWriting(path).close()
      return openForReading(path)
    }
    engine.pragma('query_only = ON')
    if (isSeldomAsked) engine.pragma(`cache_size = -${smallCache}`)
    if (pagesChecked) checkPages(engine, path, unclean)
    return graphOn(engine, path, 'BEGIN')
  }, engine)
}

/**
 * Opens for writing, making the file and its folder where there are none and migrating an older one. One writer at a time: BUSY.
 * `pagesChecked` false leaves a damaged file to whoever wants to know where it is damaged. `mayBeEmpty` goes on with a file in which
 * there is nothing: another process is making it at this moment, or was stopped when it did.
 */
export function openForWriting(path: string, { pagesChecked = true, mayBeEmpty = false } = {}): Graph {
  const isNew = !existsSync(path) || (mayBeEmpty && sizeOf(path) === 0)
  if (isNew) guarded(path, () => mkdirSync(dirname(path), { recursive: true }))
  else checkHeader(path)
  const unclean = sizeOf(path, '-wal') > 0
  const engine = guarded(path, () => new Sqlite(path, { timeout: patience }))
  return guarded(path, () => {
    if (!isNew && !(mayBeEmpty && isBlank(engine))) checkVersion(engine, path)
    // An empty WAL file that its last reader left is made anew: without permission to, this says so now and not at the first change.
    if (!isNew) accessSync(path, constants.W_OK)
    switchToWal(engine)
    engine.pragma('synchronous = FULL')
    engine.pragma('foreign_keys = ON') // of what enters (db/entering/leaving.ts)
    engine.pragma('journal_size_limit = 67108864')
    // A page that many articles touch goes from the WAL to the file once for all of them: after 64 MB, as the limit above.
    engine.pragma('wal_autocheckpoint = 16384')
    // Up to 96 MB while a transaction has changed as much: a page that was written out too early is written again, and with it every sum of the WAL behind it.
    engine.pragma('cache_spill = 24576')
    migrate(engine, path)
    engine.pragma(`cache_size = -${smallCache}`)
    // What a statement would need to undo itself alone, pages as they were, is gathered in memory: as temporary files it is as much as goes to the WAL.
    engine.pragma('temp_store = MEMORY')
    if (!isNew && pagesChecked) checkPages(engine, path, unclean)
    return graphOn(engine, path, 'BEGIN IMMEDIATE')
  }, engine)
}

function graphOn(engine: Sqlite.Database, path: string, begin: string): Graph {
  engine.pragma('trusted_schema = OFF')
  engine.pragma('cell_size_check = ON')
  engine.pragma('mmap_size = 0')
  const sqliteVersion = requireSqlite(engine)
  const deadline = createDeadline()
  // Statements that may run long hold `alive()`.
  engine.function('alive', { deterministic: false, directOnly: true }, () => {
    deadline.check()
    return 1
  })

  engine.function('fold', { deterministic: true, directOnly: true }, text => foldName(String(text)))

  const statement = keeping(keptStatements, text => engine.prepare(text))
  const graph: Graph = {
    path,
    sqliteVersion,
    onStatement: null,
    all<Row>(query: Sql): readonly Row[] {
      deadline.check()
      graph.onStatement?.(query.text, query)
      try {
        return statement(query.text).all(...query.values) as Row[] // the row type stands beside the SQL
      } catch (error) {
        throw ofFile(path, error)
      }
    },
    one<Row>(query: Sql): Row | undefined {
      deadline.check()
      graph.onStatement?.(query.text, query)
      try {
        return statement(query.text).get(...query.values) as Row | undefined // as above
      } catch (error) {
        throw ofFile(path, error)
      }
    },
    run(query) {
      graph.onStatement?.(query.text, query)
      const { changes, lastInsertRowid } = guarded(path, () => statement(query.text).run(...query.values))
      return { id: Number(lastInsertRowid), changes }
    },
    transaction(work, limit) {
      if (engine.inTransaction) return work()
      guarded(path, () => statement(begin).run())
      let isDone = false
      try {
        const result = limit ? deadline.within(work, limit) : work()
        guarded(path, () => statement('COMMIT').run())
        isDone = true
        return result
      } finally {
        if (!isDone && engine.inTransaction) asFarAsPossible(() => engine.exec('ROLLBACK'))
      }
    },
    planOf: query => guarded(path, () => engine.prepare(`EXPLAIN QUERY PLAN ${query.text}`).all(...query.values) as { detail: string }[]).map(step => step.detail), // as SQLite answers it
    makeRoom(more) {
      engine.pragma(`cache_size = -${smallCache + more}`)
    },
    checkDeadline: deadline.check,
    leavingTime: deadline.leaving,
    async copyTo(file) {
      // A snapshot that is held: else the engine begins anew after each change of another process, and may never end.
      engine.exec('BEGIN; SELECT 1 FROM sqlite_schema')
      try {
        await engine.backup(file, { progress: () => pagesAtOnce })
      } finally {
        engine.exec('ROLLBACK')
      }
    },
    close() {
      if (!engine.open) return
      if (!engine.readonly) asFarAsPossible(() => engine.pragma('optimize'))
      shut(engine, path)
    },
  }
  return graph
}

/** A WAL file in a folder that cannot be written needs a shared-memory file that cannot be made: then the whole file is read into memory. */
function openReadOnly(path: string): Sqlite.Database {
  try {
    const engine = new Sqlite(path, { readonly: true, timeout: patience })
    try {
      engine.prepare('SELECT count(*) FROM sqlite_schema').get()
      return engine
    } catch (error) {
      engine.close()
      throw error
    }
  } catch (error) {
    const code = error instanceof Sqlite.SqliteError ? error.code : ''
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test(code) || sizeOf(path, '-wal') > 0) throw error
    const bytes = readFileSync(path)
    // Bytes 18 and 19 of the header say "WAL" (2), which a file in memory cannot have; 1 is the rollback journal.
    bytes.writeUInt16BE(0x0101, 18)
    return new Sqlite(bytes, { readonly: true })
  }
}

/** The file's schema version, once it is known to be ours and no newer than us. */
function checkVersion(engine: Sqlite.Database, path: string): number {
  const id = Number(engine.pragma('application_id', { simple: true }))
  if (id !== applicationId) {
    throw new OnRecordError('FOREIGN_FILE', `${path} is a SQLite database of another program (application_id ${id}, expected ${applicationId}); name another file with --db or ONRECORD_DB.`)
  }
  const version = Number(engine.pragma('user_version', { simple: true }))
  const ours = newestVersion()
  if (version > ours) {
    throw new OnRecordError('NEWER_FILE', `${path} has schema version ${version}, this On Record knows versions up to ${ours}; use the newer program that made it.`)
  }
  if (version <= abandoned) {
    throw new OnRecordError('OLDER_FILE', `${path} has schema version ${version}, of before the first release, which nothing reads any more; build it anew: "onrecord seed --force", then "onrecord read".`)
  }
  return version
}

/** Whether nobody has made anything in it, so that it is nobody's. */
function isBlank(engine: Sqlite.Database): boolean {
  return engine.pragma('application_id', { simple: true }) === 0 && engine.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
}

/** Two that make one file at once are in each other's way, and the engine waits for no other here. */
function switchToWal(engine: Sqlite.Database, until = performance.now() + patience): void {
  try {
    engine.pragma('journal_mode = WAL')
  } catch (error) {
    if (performance.now() > until || !(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    switchToWal(engine, until)
  }
}

function checkPages(engine: Sqlite.Database, path: string, unclean: boolean): void {
  if (!unclean && sizeOf(path) > checkedAtStart) return
  const answer = engine.pragma('quick_check(1)', { simple: true })
  if (answer !== 'ok') throw damagedFile(path)
}

function requireSqlite(engine: Sqlite.Database): string {
  const version = String(engine.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  const difference = oldestSqlite.map((part, index) => (parts[index] ?? 0) - part).find(each => each !== 0) ?? 0
  if (difference < 0) throw new OnRecordError('INTERNAL', `SQLite ${version} is too old; ${oldestSqlite.join('.')} or newer is needed: run "npm ci" again.`)
  return version
}

function sizeOf(path: string, tail = ''): number {
  return guarded(path, () => statSync(path + tail, { throwIfNoEntry: false })?.size ?? 0)
}

/** Closes. A reader that is the last cannot take the WAL file away that it leaves; a writer that opens and closes can. */
function shut(engine: Sqlite.Database, path: string): void {
  engine.close()
  if (!engine.readonly || !existsSync(`${path}-wal`)) return
  asFarAsPossible(() => {
    const writer = new Sqlite(path, { fileMustExist: true, timeout: 0 })
    try {
      writer.pragma('user_version')
    } finally {
      writer.close()
    }
  })
}

/** For what ends the work on a file: where it is busy, damaged or not ours to write, the next who opens it does the rest. */
function asFarAsPossible(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
  }
}

/** Turns what the engine throws into our own errors; closes the handle where one is given. */
function guarded<Result>(path: string, work: () => Result, engine?: Sqlite.Database): Result {
  try {
    return work()
  } catch (error) {
    if (engine && sizeOf(path, '-wal') === 0) shut(engine, path)
    else engine?.close()
    throw ofFile(path, error)
  }
}

// Brings a file to the newest schema. Migrations run in order, all in one transaction with the version: a file has all of them or nothing, and
// who makes a file is not met half way by who opens it.
// A file that holds a graph is copied first.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { placeBeside, putInPlace, takeAway } from './put-in-place.ts'

/** "OnRc": marks a SQLite file as a graph of ours. */
export const applicationId = 0x4f_6e_52_63
/** The last schema version of before the first release, which no migration leads from. */
export const abandoned = 3

/** What migrating needs of a handle of the driver. */
interface Engine {
  pragma(text: string, options?: { readonly simple: boolean }): unknown
  exec(statements: string): unknown
  prepare(statement: string): { run(value: string): unknown }
  transaction(work: () => void): { immediate(): void }
}

export function newestVersion(): number {
  return abandoned + migrations().length
}

/** `files`: the migrations, which lead from `abandoned` on. */
export function migrate(engine: Engine, path: string, files = migrations()): void {
  const version = (): number => Number(engine.pragma('user_version', { simple: true }))
  if (version() === abandoned + files.length) return // without asking for the lock, which another writer may hold
  if (version() > abandoned) keepCopy(engine, path, version)
  engine.transaction(() => {
    for (const [index, file] of files.entries()) {
      if (version() > abandoned + index) continue
      engine.exec(readFileSync(file, 'utf8'))
      engine.pragma(`application_id = ${applicationId}`)
      engine.pragma(`user_version = ${abandoned + index + 1}`)
    }
  }).immediate()
}

/** Beside the file, as `graph.db.v2`: absent or whole. Where another process migrates meanwhile, it has kept one. */
function keepCopy(engine: Engine, path: string, version: () => number): void {
  const before = version()
  const copy = `${path}.v${before}`
  const beside = placeBeside(copy)
  try {
    engine.prepare('VACUUM INTO ?').run(beside)
    if (version() === before) putInPlace(beside, copy)
  } finally {
    takeAway(beside)
  }
}

export function migrations(): readonly string[] {
  const folder = join(import.meta.dirname, '../migrations')
  return readdirSync(folder).filter(file => file.endsWith('.sql')).sort().map(file => join(folder, file))
}

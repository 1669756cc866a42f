// Builds the seed database: beside its place first, then moved there whole, so that a stop halfway leaves nothing half-built.
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ofFile } from '../db/file-errors.ts'
import { openForReading } from '../db/open.ts'
import { buildSeed } from '../seed/seed.ts'
import { OnRecordError } from './model/errors.ts'
import { say } from './say.ts'

/** `onrecord seed`. */
export function seed(path: string, { force }: { force: boolean }): void {
  if (existsSync(path)) {
    if (!force) throw new OnRecordError('BAD_SETTING', `There is a database at ${path} already; "onrecord seed --force" replaces it by the seed.`)
    requireOurs(path)
  }
  say(`Seeded ${path}: ${build(path)}.`)
}

/** Only a graph is ever replaced, damaged or not; never a file of somebody else's that was named by mistake. */
function requireOurs(path: string): void {
  try {
    openForReading(path).close()
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    if (error.code === 'FOREIGN_FILE') throw new OnRecordError('FOREIGN_FILE', `${error.message} It is not replaced: remove it yourself if it is not needed.`)
    if (error.code === 'NEWER_FILE') throw error
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    accessSync(dirname(path), constants.W_OK)
  } catch (error) {
    throw ofFile(path, error)
  }
}

/** Answers in words what was loaded. */
export function build(path: string): string {
  makeFolder(path)
  const beside = `${path}.${process.pid}.new`
  try {
    const counts: Readonly<Record<string, unknown>> = { ...buildSeed(beside) }
    for (const tail of ['-wal', '-shm']) rmSync(path + tail, { force: true })
    renameSync(beside, path)
    return Object.entries(counts).flatMap(([name, count]) => (typeof count === 'number' ? [`${name} ${count.toLocaleString('en-GB')}`] : [])).join(', ')
  } finally {
    for (const tail of ['', '-wal', '-shm']) rmSync(beside + tail, { force: true })
  }
}

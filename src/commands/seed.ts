// Builds the seed database: beside its place first, then moved there whole, so that a stop halfway leaves nothing half-built.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { ofFile } from '../../db/file/file-errors.ts'
import { placeBeside, putInPlace, takeAway } from '../../db/file/put-in-place.ts'
import { buildSeed } from '../../seed/seed.ts'
import { OnRecordError } from '../model/errors.ts'
import { requireReplaceable } from './replaceable.ts'
import { say } from '../say.ts'

/** `onrecord seed`. */
export function seed(path: string, { force }: { force: boolean }): void {
  if (existsSync(path)) {
    if (!force) throw new OnRecordError('BAD_SETTING', `There is a database at ${path} already; "onrecord seed --force" replaces it by the seed.`)
    requireReplaceable(path)
  }
  say(`Seeded ${path}: ${build(path)}.`)
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
  const beside = placeBeside(path)
  try {
    const counts: Readonly<Record<string, unknown>> = { ...buildSeed(beside) }
    putInPlace(beside, path)
    return Object.entries(counts).flatMap(([name, count]) => (typeof count === 'number' ? [`${name} ${count.toLocaleString('en-GB')}`] : [])).join(', ')
  } finally {
    takeAway(beside)
  }
}

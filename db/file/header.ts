// The first bytes of a file, looked at before the engine is: it takes an empty file for a database, and makes one of it.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { OnRecordError } from '../../src/model/errors.ts'
import { ofFile, unreadable } from './file-errors.ts'

/** Throws FOREIGN_FILE for what is no SQLite file, and FILE_NOT_FOUND for what cannot be read. */
export function checkHeader(path: string): void {
  const foreign = (what: string): OnRecordError => new OnRecordError('FOREIGN_FILE', `${path} is ${what}; name another file with --db or ONRECORD_DB.`)
  if (!statSync(path).isFile()) throw foreign('no file')
  const header = Buffer.alloc(100)
  const file = openToRead(path)
  try {
    const length = readSync(file, header, 0, 100, 0)
    if (length === 0) throw foreign('empty and no database: remove it to have one built there')
    if (length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw foreign('not a database of On Record')
  } catch (error) {
    throw ofFile(path, error)
  } finally {
    closeSync(file)
  }
}

function openToRead(path: string): number {
  try {
    return openSync(path, 'r')
  } catch {
    throw unreadable(path)
  }
}

// What goes wrong with the file, in words: from the codes of the engine and of the operating system to errors of ours.
import { OnRecordError } from '../../src/model/errors.ts'

const another = 'name another file with --db or ONRECORD_DB'

/** The error of ours for what was thrown at work on the file; a fault of our own stays what it is. */
export function ofFile(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new OnRecordError('BUSY', `Another process writes to ${path}; try again when it has finished.`)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) {
    return new OnRecordError('DISK_FULL', `There is no room for ${path} to grow; nothing of this change was stored. Free some of the disk and try again.`)
  }
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM)|EACCES$|EPERM$|EROFS$)/.test(code)) {
    return new OnRecordError('READ_ONLY', `${path} or its folder cannot be written; change its permissions or ${another}.`)
  }
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code)) return damagedFile(path)
  if (/^(SQLITE_IOERR|EIO$)/.test(code)) {
    return new OnRecordError('DISK_FAILED', `The system could not read or write ${path} (${code}); nothing of a change was acknowledged. Look at its disk; if this stays, put a backup on another, or ${another}.`)
  }
  if (/^(EEXIST|ENOTDIR)$/.test(code)) return new OnRecordError('FILE_NOT_FOUND', `There can be no database at ${path}, which is below a file; ${another}.`)
  return error
}

export function missing(path: string): OnRecordError {
  return new OnRecordError('FILE_NOT_FOUND', `There is no database at ${path}; "onrecord seed" makes one.`)
}

export function unreadable(path: string): OnRecordError {
  return new OnRecordError('FILE_NOT_FOUND', `${path} cannot be read; change its permissions or ${another}.`)
}

export function damagedFile(path: string): OnRecordError {
  return new OnRecordError('DAMAGED_FILE', `${path} is damaged; "onrecord verify" says where, as far as it can be read. Restore a backup, or build it anew with "onrecord seed --force".`)
}

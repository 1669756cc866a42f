// What a command may put another database in the place of: only a graph, damaged or not; never a file of somebody else that was named by mistake.
import { existsSync } from 'node:fs'
import { openForReading } from '../../db/file/open.ts'
import { OnRecordError } from '../model/errors.ts'

/** Throws FOREIGN_FILE and NEWER_FILE for what is to stay. Answers whether another process has the file open. */
export function requireReplaceable(path: string): { readonly isOpen: boolean } {
  try {
    openForReading(path).close()
    return { isOpen: existsSync(`${path}-shm`) } // who closes it last takes that away
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error
    if (error.code === 'FOREIGN_FILE') throw new OnRecordError('FOREIGN_FILE', `${error.message} It is not replaced: remove it yourself if it is not needed.`)
    if (error.code === 'NEWER_FILE') throw error
    return { isOpen: false } // damaged: nobody can tell, and nobody can work with it
  }
}

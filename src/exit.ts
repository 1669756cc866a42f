// How the commands end: an exit code for each sort of error, and its one line on stderr.
import { OnRecordError, type ErrorCode } from './model/errors.ts'

export const exitCodes = {
  done: 0,
  foundFalse: 1,
  wrongUse: 2,
  badFile: 65,
  inputOutput: 74,
  interrupted: 130,
} as const

const ofCode: Partial<Record<ErrorCode, number>> = {
  BAD_SETTING: exitCodes.wrongUse,
  DAMAGED_FILE: exitCodes.badFile,
  FOREIGN_FILE: exitCodes.badFile,
  OLDER_FILE: exitCodes.badFile,
  NEWER_FILE: exitCodes.badFile,
  BAD_ENCODING: exitCodes.badFile,
  FILE_NOT_FOUND: exitCodes.inputOutput,
  READ_ONLY: exitCodes.inputOutput,
  DISK_FULL: exitCodes.inputOutput,
  DISK_LOW: exitCodes.inputOutput,
  DISK_FAILED: exitCodes.inputOutput,
  BUSY: exitCodes.inputOutput,
  PORT_IN_USE: exitCodes.inputOutput,
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof OnRecordError) return ofCode[error.code] ?? exitCodes.foundFalse
  return isSystemError(error) ? exitCodes.inputOutput : exitCodes.foundFalse
}

/** One line. A fault of ours keeps its stack, because somebody must find it. */
export function lineOf(error: unknown): string {
  if (error instanceof OnRecordError || isSystemError(error)) return error.message
  return error instanceof Error ? `A fault of ours: ${error.stack ?? error.message}` : `A fault of ours: ${String(error)}`
}

/** Of the operating system: no such file, no space, no permission. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

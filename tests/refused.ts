import { OnRecordError, type ErrorCode } from '../src/model/errors.ts'

/** The refusal that work ends in; what does not end in one fails. */
export function refusalOf(work: () => unknown): OnRecordError {
  try {
    work()
  } catch (error) {
    if (error instanceof OnRecordError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

/** Its code and its sentence. */
export function refusal(work: () => unknown): [ErrorCode, string] {
  const { code, message } = refusalOf(work)
  return [code, message]
}

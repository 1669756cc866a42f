// Writes the sentence of a limit that was passed.
import { OnRecordError, type ErrorDetails } from './errors.ts'
import { limits, type LimitName } from './limits.ts'

/** `what` is the sentence's beginning: what was found; `advice`: what to change. */
export function limitPassed(name: LimitName, actual: number, what: string, advice: string, more: ErrorDetails = {}): OnRecordError {
  const { value, unit, refusal } = limits[name]
  if (refusal === null) throw new TypeError(`The limit ${name} refuses nothing.`)
  const limit = `the limit is ${value.toLocaleString('en-GB')} ${unit}`
  return new OnRecordError(refusal, `${what}; ${limit}. ${advice}`, { limit: value, actual, limitName: name, ...more })
}

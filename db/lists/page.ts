// Which part of a list is asked for.
import { OnRecordError } from '../../src/model/errors.ts'
import type { PageArguments } from '../../src/model/filter.ts'
import { limits } from '../../src/model/limits.ts'


export interface Page {
  readonly size: number
  readonly backwards: boolean
  readonly cursor: string | null
}

/** Checks page arguments: whole numbers from 1 to 100, `first` or `last` but not both. Throws BAD_PAGE_SIZE, BAD_ARGUMENT. */
export function pageOf({ first, after, last, before }: PageArguments): Page {
  for (const [argument, size] of [['first', first], ['last', last]] as const) {
    if (isGiven(size)) requireSize(size, limits.pageSize.value, argument)
  }
  if (isGiven(first) && isGiven(last)) {
    throw new OnRecordError('BAD_PAGE_SIZE', 'first and last are both given; give one of them, to page forwards or backwards.', { argument: 'last' })
  }
  const backwards = isGiven(last) || (!isGiven(first) && isGiven(before) && !isGiven(after))
  if (isGiven(backwards ? after : before)) {
    throw new OnRecordError('BAD_ARGUMENT', `${backwards ? 'after goes with first' : 'before goes with last'}; page in one direction.`, { argument: backwards ? 'after' : 'before' })
  }
  return { size: (backwards ? last : first) ?? limits.defaultPageSize.value, backwards, cursor: (backwards ? before : after) ?? null }
}

/** How many are asked for, where at least one and at most `largest` can be. Throws BAD_PAGE_SIZE. */
export function requireSize(size: number, largest: number, argument = 'first'): number {
  if (Number.isInteger(size) && size >= 1 && size <= largest) return size
  throw new OnRecordError('BAD_PAGE_SIZE', `${argument} is ${size}; expected a whole number from 1 to ${largest}.`, { argument, limit: largest, actual: size })
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined
}

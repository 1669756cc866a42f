// What came in after a number, then what comes. Whoever follows looks by themselves each half a second, and at once when told that
// something came: another process may write to the same file.
import type { Archive } from '../execution/archive.ts'
import type { Arrival, Followed, Writing } from '../../schema/context.ts'
import { OnRecordError } from '../model/errors.ts'

/** In ms; how late what another process wrote is told at most. */
export const interval = 500

/** Wakes whoever waits for the next to come. */
export interface Bell {
  ring(): void
  /** Answers when it rings, when it is time to look, or when the signal says that nobody waits any more. */
  wait(signal: AbortSignal): Promise<void>
}

export function createBell(lookingEach = interval): Bell {
  const waiting = new Set<() => void>()
  return {
    ring() {
      for (const wake of waiting) wake()
    },
    wait: signal => new Promise(resolve => {
      const wake = (): void => {
        clearTimeout(timer)
        waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(wake, lookingEach)
      waiting.add(wake)
      signal.addEventListener('abort', wake)
    }),
  }
}

/** Changes that ring when they are made. */
export function ringing(writing: Writing, bell: Bell): Writing {
  return {
    async readArticle(input) {
      const read = await writing.readArticle(input)
      if (!read.known) bell.ring()
      return read
    },
    removeArticle: key => writing.removeArticle(key),
  }
}

/** Ends with the signal. The first stretch is read before the first is asked for, so that what is refused is refused at once. */
export function follow<Row>(archive: Pick<Archive, 'read'>, bell: Bell, followed: Followed<Row>, after: string | null, signal: AbortSignal): AsyncIterable<Arrival<Row>> {
  const [from, first] = archive.read(() => {
    const start = after === null ? followed.last() : numberOf(after, followed.last())
    return [start, followed.after(start)] as const
  })
  return arrivals(archive, bell, followed, from, first, signal)
}

async function* arrivals<Row>(archive: Pick<Archive, 'read'>, bell: Bell, followed: Followed<Row>, from: number, first: ReturnType<Followed<Row>['after']>, signal: AbortSignal): AsyncGenerator<Arrival<Row>> {
  let reached = from
  let next = first
  while (!signal.aborted) {
    for (const number of next.numbers) yield { number, row: () => followed.row(number) }
    if (next.upTo === reached) await bell.wait(signal)
    // Others get their turn between two stretches of a long past.
    else await new Promise(resolve => { setImmediate(resolve) })
    reached = next.upTo
    if (!signal.aborted) next = archive.read(() => followed.after(reached))
  }
}

function numberOf(after: string, last: number): number {
  const number = /^\d{1,15}$/.test(after) ? Number(after) : Infinity
  if (number <= last) return number
  throw new OnRecordError('BAD_CURSOR', `${JSON.stringify(after.slice(0, 40))} is no number that this subscription has given; the last is ${last}. Give the "number" of an event, or "0" for all from the beginning.`, { argument: 'after' })
}

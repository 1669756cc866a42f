// How much each client may ask in a while: points that come back steadily, and refusals. Each process counts for itself; a restart forgets.
// An operation is taken while one point is left and may then leave a debt: one that costs more than the burst is answered, and waited for.
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { errorTable, type ErrorCode } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import { limitPassed } from '../model/limit-passed.ts'
import type { Asker } from './shares.ts'

/** Of one request. */
export interface Client {
  readonly asker: Asker
  /** Throws RATE_LIMITED where no whole point, or no refusal, is left. */
  admit(): void
  charge(points: number): void
  refused(): void
}

/** Where nothing is counted. */
export function anybody({ socket }: IncomingMessage): Client {
  return { asker: socket, admit() {}, charge() {}, refused() {} }
}

/** Whether an error of this code counts as a refusal of the client. One for asking too often does not: it would never end. */
export function isAskedWrongly(code: unknown): boolean {
  return typeof code === 'string' && code !== 'RATE_LIMITED' && Object.hasOwn(errorTable, code) && errorTable[code as ErrorCode].fault === 'client' // a key of the table
}

interface Account {
  points: number
  refusals: number
  /** When both were reckoned last, in ms. */
  at: number
}

/** Clients remembered; the one that was silent for longest is forgotten. */
const remembered = 10_000
const minute = 60_000

/** `trustProxy`: clients are told apart by the last address of X-Forwarded-For, which the proxy before us has written. */
export function createRates({ trustProxy, now = () => performance.now() }: { readonly trustProxy: boolean; readonly now?: () => number }): (request: IncomingMessage) => Client {
  const accounts = new Map<string, Account>()

  const accountOf = (name: string): Account => {
    const account = accounts.get(name) ?? { points: limits.rateBurst.value, refusals: limits.rateRefusals.value, at: now() }
    const passed = (now() - account.at) / minute
    account.points = Math.min(limits.rateBurst.value, account.points + passed * limits.ratePoints.value)
    account.refusals = Math.min(limits.rateRefusals.value, account.refusals + passed * limits.rateRefusals.value)
    account.at = now()
    accounts.delete(name)
    accounts.set(name, account)
    if (accounts.size > remembered) for (const oldest of accounts.keys()) {
      accounts.delete(oldest)
      break
    }
    return account
  }

  return request => {
    const name = nameOf(request, trustProxy)
    return {
      asker: accountOf(name),
      admit() {
        const { points, refusals } = accountOf(name)
        if (points < 1) throw tooMuch('ratePoints', 'points', points, limits.ratePoints.value, 'Ask less often, or for less at once')
        if (refusals < 1) throw tooMuch('rateRefusals', 'refused requests', refusals, limits.rateRefusals.value, 'Read the sentences of the refusals, and ask otherwise')
      },
      charge(points) {
        accountOf(name).points -= points
      },
      refused() {
        accountOf(name).refusals -= 1
      },
    }
  }
}

/** `left`: less than the 1 that it takes. */
function tooMuch(limit: 'ratePoints' | 'rateRefusals', what: string, left: number, aMinute: number, advice: string): Error {
  const retryAfter = Math.max(1, Math.ceil(((1 - left) / aMinute) * 60))
  return limitPassed(limit, Math.ceil(aMinute - left), `This client has used up its ${what}`, `${advice}; the next is answered in ${retryAfter} s.`, { retryAfter })
}

/** An address; of IPv6 the first half, for whoever has one address there has all of that half. */
function nameOf({ socket, headers }: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : undefined
  const address = (forwarded || socket.remoteAddress || '').slice(0, 45).replace(/^::ffff:(?=[\d.]+$)/i, '')
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  return [...groups, ...Array<string>(missing).fill('0')].slice(0, 4).join(':')
}

// What the explorer's pages ask is asked as any client asks: in its turn and within the same limits. Whoever looks is charged for what a page
// holds, not for what it could: the questions are ours, and their bounds far above most answers. What takes long is charged in full, up to a whole burst:
// how much a long article could hold is no fault of who opens it on a day when the server is slow. The search box is charged likewise.
import type { ExecutionResult } from 'graphql'
import type { Asking, Question } from '../execution/answer.ts'
import type { Ask } from '../explorer/ask.ts'
import { operation } from '../explorer/operations.ts'
import { objectsIn } from './observe.ts'
import { OnRecordError } from '../model/errors.ts'
import { limits } from '../model/limits.ts'
import type { Client } from './rates.ts'
import { toGraphQLError, withoutHttp } from '../execution/refusal.ts'
import type { Turns } from './turns.ts'

export interface Asked {
  /** Answers queries alone. */
  answer(question: Question, asking: Required<Pick<Asking, 'charge' | 'release'>>): ExecutionResult | Promise<ExecutionResult>
  readonly inTurn: Turns
  readonly isGone: () => boolean
}

/** For one page: whoever is let in with its first question is let in with all. */
export function askAs(client: Client, { answer, inTurn, isGone }: Asked): Ask {
  let admitted = false
  return async question => {
    const bill = billOf(client)
    try {
      if (!admitted) client.admit()
      admitted = true
      const result = await inTurn(async release => answer(question, {
        charge: bill.charge,
        release() {
          bill.tookLong()
          release()
        },
      }), isGone, client.asker)
      return { ...result, errors: result?.errors?.map(withoutHttp), extensions: { cost: { requested: bill.settle(result?.data) } } }
    } catch (error) {
      if (error instanceof OnRecordError) return { errors: [toGraphQLError(error)] }
      throw error
    }
  }
}

const asOneTypes = new Set(['Suggest', 'SuggestWhom'].map(operation))

/** Whether it is what the search box asks with each letter: charged as pages are, or whoever has typed a long name could not look for it any more. */
export function isAskedAsOneTypes(query: unknown): boolean {
  return typeof query === 'string' && query.length < 1000 && asOneTypes.has(query)
}

export interface Bill {
  charge(points: number): void
  tookLong(): void
  /** Charges for what is answered; for what that could be where it took long. Answers the latter. */
  settle(data: unknown): number
}

export function billOf(client: Client): Bill {
  let requested = 0
  let isLong = false
  return {
    charge(points) { requested = points },
    tookLong() { isLong = true },
    settle(data) {
      client.charge(isLong ? Math.min(requested, limits.rateBurst.value) : Math.max(1, objectsIn(data)))
      return requested
    },
  }
}

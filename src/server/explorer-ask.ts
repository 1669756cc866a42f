// What the explorer's pages ask is asked as any client asks: in its turn and within the same limits. Whoever looks is charged for what a page
// holds, not for what it could: the questions are ours, and their bounds far above most answers. What takes long is charged in full.
import type { ExecutionResult } from 'graphql'
import type { Asking, Question } from '../execution/answer.ts'
import type { Ask } from '../explorer/ask.ts'
import { objectsIn } from './observe.ts'
import { OnRecordError } from '../model/errors.ts'
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
    let requested = 0
    let isLong = false
    const charge = (points: number): void => { requested = points }
    try {
      if (!admitted) client.admit()
      admitted = true
      const result = await inTurn(async release => answer(question, {
        charge,
        release() {
          isLong = true
          release()
        },
      }), isGone, client.asker)
      client.charge(isLong ? requested : Math.max(1, objectsIn(result?.data)))
      return { ...result, errors: result?.errors?.map(withoutHttp), extensions: { cost: { requested } } }
    } catch (error) {
      if (error instanceof OnRecordError) return { errors: [toGraphQLError(error)] }
      throw error
    }
  }
}

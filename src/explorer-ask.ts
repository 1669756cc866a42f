// What the explorer's pages ask is asked as any client asks: in its turn, within the same limits, and charged to whoever looks.
import type { Answerer } from './answer.ts'
import type { Ask } from './explorer/ask.ts'
import { OnRecordError } from './model/errors.ts'
import type { Client } from './rates.ts'
import { toGraphQLError } from './refusal.ts'
import type { Turns } from './turns.ts'

export function askAs(client: Client, { answer, inTurn, isGone }: { readonly answer: Answerer; readonly inTurn: Turns; readonly isGone: () => boolean }): Ask {
  return async question => {
    let requested = 0
    const charge = (points: number): void => {
      requested = points
      client.charge(points)
    }
    try {
      const result = await inTurn(async () => answer(question, charge), isGone)
      return { ...result, extensions: { cost: { requested } } }
    } catch (error) {
      if (error instanceof OnRecordError) return { errors: [toGraphQLError(error)] }
      throw error
    }
  }
}

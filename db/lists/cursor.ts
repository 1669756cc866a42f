// Cursors: opaque to clients. They hold where a row stands, not how many came before it, and are bound to what is listed and in which
// order: a nested list takes the cursor of the root list of the same noun in the same order, for the place is the same in both.
import { createHash } from 'node:crypto'
import { OnRecordError } from '../../src/model/errors.ts'
import { limits } from '../../src/model/limits.ts'

/** Where a row stands: what its order compares, then its `sort`. */
export type Position = readonly (string | number)[]

/** What cursors are bound to, in six letters: the noun, the order, and whatever else their positions depend on. */
export function boundTo(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 6)
}

export function encodeCursor(order: string, position: Position): string {
  return Buffer.from(JSON.stringify([order, ...position]), 'utf8').toString('base64url')
}

/** A row in its place of a list. Its cursor is made when it is asked for; a getter of each object's own would take ten times as long to make. */
export class Placed<Row> {
  readonly node: Row
  readonly #order: string
  readonly #position: Position

  constructor(node: Row, order: string, position: Position) {
    this.node = node
    this.#order = order
    this.#position = position
  }

  get cursor(): string {
    return encodeCursor(this.#order, this.#position)
  }
}

/** Throws BAD_CURSOR where the cursor is none, or comes from a list in another order. */
export function decodeCursor(cursor: string, order: string, length: number, argument: string): Position {
  const parts = parse(cursor)
  const position = parts?.slice(1)
  if (!position || position.length !== length || parts?.[0] !== order) {
    throw new OnRecordError('BAD_CURSOR', `${argument} is "${cursor.slice(0, 40)}", which is no cursor of this list in this order; use a cursor that the same list answered, with the same orderBy.`, { argument })
  }
  return position
}

function parse(cursor: string): Position | null {
  if (cursor.length > limits.textLength.value || !/^[\w-]+$/.test(cursor)) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isPosition = Array.isArray(value) && value.every(part => typeof part === 'string' || Number.isFinite(part))
    return isPosition ? (value as Position) : null // checked the line before
  } catch {
    return null
  }
}

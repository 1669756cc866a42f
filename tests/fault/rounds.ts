// How often and how strictly a fault is tried: a few times in `npm test`, as often as it takes in `npm run faults`.
import type { TestContext } from 'vitest'

export const isFull = process.env['FAULTS'] === 'full'

export function rounds(quick: number, full: number): number {
  return isFull ? full : quick
}

/** What the table of `npm run faults` tells of a test beside its name and its outcome. */
export interface Tried {
  readonly times: number
  /** Acknowledged, and not there afterwards. */
  readonly lost?: number
  /** In the file, but not whole: found by `verify`. */
  readonly halfStored?: number
  readonly seen?: string
}

export function tried({ task }: TestContext, what: Tried): void {
  task.meta.tried = what
}

declare module 'vitest' {
  interface TaskMeta {
    tried?: Tried
  }
}

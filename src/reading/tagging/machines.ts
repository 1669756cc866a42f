// wink's machines: each knows rows of tags in which one is another ("to" and a noun: a verb). As tables, which answer faster than wink's own objects.

/** What a machine sees of a word. */
export interface Seen {
  /** Number of the tag that it has by itself. */
  readonly tag: number
  /** Words such as "that" have a number of their own, which is seen in place of their tag; 0 where there is none. */
  readonly hint: number
  /** The tags that it may have, a bit for each. */
  readonly mayBe: number
}

export interface Machine {
  /** Where each state goes on what is seen; 0 where nowhere. */
  readonly next: Uint16Array
  /** The state that is reached if nothing more follows; 0 for none. */
  readonly otherwise: Uint16Array
  /** Where a row ends: the tag that its marked word is given. Below 0 whatever the word may be, else only if it may be that. */
  readonly given: Int8Array
  /** Which word of the row that is. */
  readonly marked: Uint8Array
}

/** Tags have numbers below this; hints stand behind them. */
const tags = 32
const width = 128
/** As wink writes them: hints count from here, and this means “anything else”. A row with what is no number is never seen. */
const firstHint = 1_080_000
const anythingElse = '2070003'

export function machinesOf(written: readonly string[]): readonly Machine[] {
  return written.map(json => {
    const [, last, transitions, names, marks] = JSON.parse(json) as Written
    const machine = { next: new Uint16Array((last + 1) * width), otherwise: new Uint16Array(last + 1), given: new Int8Array(last + 1), marked: new Uint8Array(last + 1) }
    for (const [state, row] of Object.entries(transitions)) {
      for (const [seen, next] of Object.entries(row)) {
        if (seen === anythingElse) machine.otherwise[Number(state)] = next
        else if (!Number.isNaN(Number(seen))) machine.next[Number(state) * width + numberOf(Number(seen))] = next
      }
    }
    for (const [state, name] of Object.entries(names)) machine.given[Number(state)] = Number(name)
    for (const [state, [from]] of Object.entries(marks)) machine.marked[Number(state)] = from
    return machine
  })
}

/** Version, last state, transitions, the tag given at an end, and from where and up to which word it is. */
type Written = readonly [number, number, Readonly<Record<string, Readonly<Record<string, number>>>>, Readonly<Record<string, string>>, Readonly<Record<string, readonly [number, number]>>]

function numberOf(seen: number): number {
  return seen < tags ? seen : tags + seen - firstHint
}

/** Changes tags where the machine knows better: rows that touch nowhere, each as long as can be. */
export function runMachine({ next, otherwise, given, marked }: Machine, words: readonly Seen[], tagNow: number[]): void {
  for (let from = 0; from < words.length; from++) {
    let found = 0
    let end = from
    for (let state = 0, at = from; at < words.length; at++) {
      const hint = words[at]?.hint ?? 0
      state = next[state * width + (hint > 0 ? tags + hint : (tagNow[at] ?? 0))] ?? 0
      if (state === 0) break
      const reached = given[state] === 0 ? (otherwise[state] ?? 0) : state
      if (reached !== 0) [found, end] = [reached, at]
      if (reached === state) break
    }
    if (found === 0) continue
    const at = from + (marked[found] ?? 0)
    const tag = given[found] ?? 0
    if (tag < 0) tagNow[at] = -tag
    else if (((words[at]?.mayBe ?? 0) & (1 << tag)) !== 0) tagNow[at] = tag
    from = end
  }
}

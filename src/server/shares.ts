// What each of those who ask has taken of the server of late: who takes far more than the others goes behind them (src/server/turns.ts), and who asked
// what was stopped to be begun anew elsewhere (src/server/aside.ts) is not given as long again.
import { limits } from '../model/limits.ts'

/** Who is told apart from others: a client where clients are counted (src/server/rates.ts), else a connection. */
export type Asker = object

export interface Shares {
  /** In ms of processor time, where all are answered; `inVain`: of work that was begun anew elsewhere. */
  took(asker: Asker, time: number, inVain?: boolean): void
  /** Whether it took far more than the others. */
  isGreedy(asker: Asker): boolean
  /** In ms: how long its next query may take where all are answered. */
  promptTime(asker: Asker): number
}

interface Share {
  time: number
  inVain: number
}

interface Span {
  readonly shares: Map<Asker, Share>
  time: number
}

/** In ms. What was taken is remembered for one such span and what has passed of the next. */
const span = 1000
/** How many times as much as one of them takes in the mean is far more; less than so many ms is never. */
const far = { times: 3, least: 50 } as const
/** In ms: so long any query may take, where the limit is not less. */
const leastPrompt = 5

export function createShares(now: () => number = () => performance.now()): Shares {
  let began = now()
  let [last, current] = [emptySpan(), emptySpan()]

  const goOn = (): void => {
    const passed = now() - began
    if (passed < span) return
    last = passed < 2 * span ? current : emptySpan()
    current = emptySpan()
    began = now()
  }

  const sum = (asker: Asker, of: keyof Share): number => (last.shares.get(asker)?.[of] ?? 0) + (current.shares.get(asker)?.[of] ?? 0)

  return {
    took(asker, time, inVain = false) {
      goOn()
      const share = current.shares.get(asker) ?? { time: 0, inVain: 0 }
      current.shares.set(asker, share)
      if (inVain) share.inVain += time
      else {
        share.time += time
        current.time += time
      }
    },
    isGreedy(asker) {
      goOn()
      const time = sum(asker, 'time')
      return time > far.least && time * Math.max(last.shares.size, current.shares.size) > far.times * (last.time + current.time)
    },
    promptTime(asker) {
      goOn()
      const most = limits.promptTime.value
      return Math.max(Math.min(most, leastPrompt), most - sum(asker, 'inVain'))
    },
  }
}

function emptySpan(): Span {
  return { shares: new Map(), time: 0 }
}

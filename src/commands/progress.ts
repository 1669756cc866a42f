// How far a long command is: one line rewritten on a terminal, else a line every few seconds.
import { styleText } from 'node:util'

export interface Counts {
  readonly read: number
  readonly known: number
  readonly refused: number
}

export interface Progress {
  /** `share` is how much of the input is behind, 0 to 1; undefined where nobody knows. */
  show(counts: Counts, share: number | undefined): void
  /** Takes the line away, so that others may write. */
  end(): void
}

const rewritten = 100
const repeated = 5000

export function progressOn(stream: NodeJS.WriteStream): Progress {
  const begun = performance.now()
  const every = stream.isTTY ? rewritten : repeated
  let last = begun
  let shown = false
  return {
    show(counts, share) {
      const now = performance.now()
      if (now - last < every) return
      last = now
      const line = lineOf(counts, share, (now - begun) / 1000)
      stream.write(stream.isTTY ? `\r${styleText('dim', line.slice(0, widthOf(stream) - 1), { stream })}\u001B[K` : `${line}\n`)
      shown = stream.isTTY
    },
    end() {
      if (shown) stream.write('\r\u001B[K')
      shown = false
    },
  }
}

/** In columns. A terminal that nobody has given a size says 0. */
export function widthOf(stream: NodeJS.WriteStream): number {
  return stream.columns > 0 ? stream.columns : 80
}

function lineOf({ read, known, refused }: Counts, share: number | undefined, seconds: number): string {
  const rate = `${amount((read + known + refused) / seconds)} a second`
  const left = share === undefined || share < 0.01 ? [] : [`${time((seconds * (1 - share)) / share)} left`]
  return [`${amount(read)} read`, `${amount(known)} known`, `${amount(refused)} refused`, rate, ...left].join(' · ')
}

function amount(count: number): string {
  return Math.round(count).toLocaleString('en-GB')
}

function time(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`
}

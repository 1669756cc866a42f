// How much memory garbage may take where many articles are read or many requests answered: little, in a process that may run beside others for hours.
import { PerformanceObserver } from 'node:perf_hooks'
import { config } from 'node:process'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

const megabyte = 1_048_576
/** Node's types know not all of how it was built. */
const hasMaglev = 'v8_enable_maglev' in config.variables && config.variables.v8_enable_maglev === 1

/**
 * New objects get no more room than they have, where V8 would go to 32 MB, twice. `growth`: by how much old ones may outgrow what
 * is in use before all of them are looked through, in percent.
 */
export function keepMemorySmall(growth = 20): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  setFlagsFromString('--semi-space-growth-factor=1')
}

/**
 * For a process that reads articles, many or few, and ends; before the rest is loaded. docs/decisions.md has what it saves.
 * What an article is made into takes some 4 MB: a thread that begins hereafter has room for it, and does not look through it while all of it is in use.
 */
export function prepareForReading(): void {
  keepMemorySmall()
  setFlagsFromString('--min-semi-space-size=8')
  // TurboFan compiles once more what Maglev has compiled: a quarter of the time of the first articles, for code that is hardly faster.
  if (hasMaglev) setFlagsFromString('--no-turbofan')
}

/**
 * For a thread that answers requests: its new objects get up to so much room, twice, in MB, whenever they fill it; as much again where
 * much is made in one go, before this is told of it.
 * V8 has one such setting for all threads: while there is room left here, others may grow as well.
 * Trap: while little is asked V8 takes the room back down to one megabyte. If it may never grow again, objects of requests that are not answered
 * yet count as old, and each request costs twice as much.
 */
export function holdNewSpace(most: number): void {
  const hold = (): void => {
    const size = getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? 0
    setFlagsFromString(`--semi-space-growth-factor=${size < 2 * most * megabyte ? 2 : 1}`)
  }
  hold()
  new PerformanceObserver(hold).observe({ entryTypes: ['gc'] })
}

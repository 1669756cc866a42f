// A database file that appears whole or not at all: it is made beside its place, and moved there when it is on the disk.
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What the engine keeps beside a file. */
const tails = ['-wal', '-shm', '-journal']

/** Where the file of this place is made. What processes that were killed have left there is taken away. */
export function placeBeside(path: string): string {
  const folder = dirname(path)
  for (const file of readdirSync(folder)) {
    const maker = file.startsWith(`${basename(path)}.`) ? /^\.(\d+)\.new(-wal|-shm|-journal)?$/.exec(file.slice(basename(path).length))?.[1] : undefined
    if (maker !== undefined && !isRunning(Number(maker))) rmSync(join(folder, file), { force: true })
  }
  return `${path}.${process.pid}.new`
}

/** From then on it is at its place, also after a loss of power. */
export function putInPlace(beside: string, path: string): void {
  sync(beside, 'r+')
  for (const tail of tails) rmSync(path + tail, { force: true })
  renameSync(beside, path)
  sync(dirname(path), 'r')
}

/** For what did not get so far. */
export function takeAway(beside: string): void {
  for (const tail of ['', ...tails]) rmSync(beside + tail, { force: true })
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH' // EPERM: it runs, as somebody else
  }
}

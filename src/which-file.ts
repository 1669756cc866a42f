// Which file it is that stands at a path. Who has one open goes on with it after it was removed or replaced, where nobody would ever find what is written.
import { statSync } from 'node:fs'
import { OnRecordError } from './model/errors.ts'

/** The database and what the engine keeps beside it while it is open, by the numbers that the file system gives them. */
export type WhichFile = Readonly<Record<string, string>>

const tails = ['', '-wal', '-shm']
/** In ms; how often a server looks. */
const pause = 1000

export function whichFile(path: string): WhichFile {
  return Object.fromEntries(tails.flatMap(tail => {
    const there = statSync(path + tail, { throwIfNoEntry: false })
    return there ? [[path + tail, `${there.dev}/${there.ino}`]] : []
  }))
}

/** Throws FILE_NOT_FOUND where one of them is gone, or is another. */
export function requireSame(path: string, opened: WhichFile): void {
  const now = whichFile(path)
  const [other] = Object.entries(opened).find(([file, number]) => now[file] !== number) ?? []
  if (other !== undefined) throw new OnRecordError('FILE_NOT_FOUND', `${other} was removed or replaced while the server had it open; nothing was changed. Start the server anew.`)
}

/** Calls once, when the file that is there now is not there any more. */
export function whenGone(path: string, tell: () => void): void {
  const opened = whichFile(path)
  const watch = setInterval(() => {
    try {
      requireSame(path, opened)
    } catch {
      clearInterval(watch)
      tell()
    }
  }, pause)
  watch.unref()
}

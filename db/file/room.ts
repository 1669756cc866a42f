// Room on the disk is looked at before a graph grows: when it is used up, not even taking articles out or writing the WAL back can be done.
import { statSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { OnRecordError } from '../../src/model/errors.ts'
import { limits } from '../../src/model/limits.ts'

const mebibyte = 2 ** 20

/** Throws DISK_LOW where the change would have to take the last of it. */
export function requireRoom(path: string): void {
  const { bavail, bsize } = statfsSync(dirname(path))
  const free = bavail * bsize
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const { value } = limits.diskReserve
  const reserve = value === 0 ? 0 : Math.max(value * mebibyte, 2 * log)
  if (free >= reserve) return
  const message = `The disk of ${path} has ${Math.floor(free / mebibyte)} MiB left, and ${Math.ceil(reserve / mebibyte)} MiB must stay free; nothing was stored. Free some of it and try again.`
  throw new OnRecordError('DISK_LOW', message, { limit: Math.ceil(reserve / mebibyte), actual: Math.floor(free / mebibyte), limitName: 'diskReserve' })
}

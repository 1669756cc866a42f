// A copy of a graph, made while others read and write: absent or whole, and looked through before it is called a backup.
import { statSync } from 'node:fs'
import { OnRecordError } from '../../src/model/errors.ts'
import { damagedFile, ofFile } from './file-errors.ts'
import { openForReading, type Graph } from './open.ts'
import { placeBeside, putInPlace, takeAway } from './put-in-place.ts'
import { sql } from '../sql.ts'
import { statistics, type Statistics } from './statistics.ts'

export interface BackedUp extends Statistics {
  readonly bytes: number
}

/** What the copy holds. A file that is at the place already is replaced. */
export async function backUp(graph: Graph, file: string): Promise<BackedUp> {
  try {
    const beside = placeBeside(file)
    try {
      await graph.copyTo(beside)
      const held = lookThrough(beside, graph.path)
      const { size: bytes } = statSync(beside)
      putInPlace(beside, file)
      return { ...held, bytes }
    } finally {
      takeAway(beside)
    }
  } catch (error) {
    throw ofFile(file, error)
  }
}

/** What the copy has to tell, once each of its pages is known to be sound: those of a large file are not checked when it is opened. */
function lookThrough(copy: string, path: string): Statistics {
  try {
    const graph = openForReading(copy)
    try {
      const [answer] = graph.all<{ quick_check: string }>(sql`PRAGMA quick_check(1)`)
      if (answer?.quick_check !== 'ok') throw damagedFile(path)
      return statistics(graph)
    } finally {
      graph.close()
    }
  } catch (error) {
    throw error instanceof OnRecordError && error.code === 'DAMAGED_FILE' ? damagedFile(path) : error
  }
}

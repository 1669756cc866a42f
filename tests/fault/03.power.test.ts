// F03: power is lost. What of the WAL had not reached the disk is missing or wrong from some byte on: cut off, flipped, or a sector of zeros.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apply } from '../../db/entering/apply.ts'
import { openForWriting, type Graph } from '../../db/file/open.ts'
import { sql } from '../../db/sql.ts'
import { verify } from '../../db/verify/verify.ts'
import { enter, scratch } from '../graph-dump.ts'
import { draftOf, threeArticles } from '../reading-builder.ts'
import { rounds, tried } from './rounds.ts'

const folder = scratch()
const [before, damaged] = [folder.path('before.db'), folder.path('damaged.db')]
let open: Graph
let log: Buffer
/** Keys in the order in which they were stored. */
const keys: string[] = []
afterAll(() => {
  open.close()
  folder.remove()
})

beforeAll(() => {
  const graph = openForWriting(before)
  for (const article of threeArticles()) keys.push(enter(graph, article).key)
  graph.close()
  open = openForWriting(before)
  for (let index = 0; index < 20; index++) {
    const { text, metadata, reading } = draftOf([`Report ${index}`, `Ship ${index} left the harbour.`]).done()
    keys.push(apply(open, text, metadata, reading, '2026-01-01T00:00:00.000Z').key)
  }
  log = readFileSync(`${before}-wal`)
})

const faults: Readonly<Record<string, (bytes: Buffer, at: number) => Buffer>> = {
  'cut off': (bytes, at) => bytes.subarray(0, at),
  'a bit flipped': (bytes, at) => bytes.fill(bytes[at]! ^ (1 << (at % 8)), at, at + 1),
  'a sector of zeros': (bytes, at) => bytes.fill(0, at - (at % 512), at - (at % 512) + 512),
}

test('F03: after a loss of power the file holds the first of what was stored, in order, and is sound', context => {
  const times = rounds(9, 300)
  let halfStored = 0
  const kept = new Set<number>()
  for (let round = 0; round < times; round++) {
    const harm = Object.values(faults)[round % 3]!
    copyFileSync(before, damaged)
    writeFileSync(`${damaged}-wal`, harm(Buffer.from(log), Math.floor(Math.random() * log.length)))
    const graph = openForWriting(damaged)
    const stored = graph.all<{ key: string }>(sql`SELECT key FROM article ORDER BY id`).map(row => row.key)
    expect(stored).toEqual(keys.slice(0, stored.length))
    expect(stored.length).toBeGreaterThanOrEqual(3)
    kept.add(stored.length)
    halfStored += verify(graph).length
    graph.close()
    for (const tail of ['', '-wal', '-shm']) rmSync(damaged + tail, { force: true })
  }
  tried(context, { times, lost: 0, halfStored, seen: `from ${Math.min(...kept)} to ${Math.max(...kept)} of ${keys.length} articles` })
  expect(halfStored).toBe(0)
})

// F09, F22, F23: many at one file at once, for long. Quick forms stand in tests/31, 33, 66 and 67; these take minutes.
import { execFile } from 'node:child_process'
import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { backUp } from '../../db/file/backup.ts'
import { openForReading, openForWriting } from '../../db/file/open.ts'
import { sql } from '../../db/sql.ts'
import { statistics } from '../../db/file/statistics.ts'
import { verify } from '../../db/verify/verify.ts'
import { copySeed } from '../seeded.ts'
import { dump, enter, scratch } from '../graph-dump.ts'
import { draftOf } from '../reading-builder.ts'
import { isFull, tried } from './rounds.ts'

const folder = scratch()
afterAll(folder.remove)
const launcher = new URL('../../src/onrecord.js', import.meta.url).pathname
const notice = (index: number, length = 1) => draftOf([`Notice ${index}`, `${`Bridge ${index} is open. `.repeat(length)}`]).done()
function findingsIn(path: string): readonly string[] {
  const graph = openForReading(path)
  const findings = verify(graph).map(each => each.message)
  graph.close()
  return findings
}
const turn = () => new Promise(resolve => { setImmediate(resolve) })

test.runIf(isFull)('F09: eight that read 200 articles each into one file lose none, and each is answered while they do', async context => {
  const path = folder.path('eight.db')
  copySeed(path)
  const state = { running: 8 }
  const ends = Array.from({ length: 8 }, async (_, writer) => {
    const file = folder.path(`of-${writer}.jsonl`)
    writeFileSync(file, Array.from({ length: 200 }, (__, index) => JSON.stringify({ text: `Minister ${writer} speaks\n\nMinister ${writer} said that ship ${index} would sail.` })).join('\n'))
    // One that waited too long is told so, and goes on when it is run again.
    let again = 0
    for (let code = 74; code === 74; again++) code = await new Promise(resolve => { execFile(process.execPath, [launcher, 'read', file, '--db', path], error => resolve(Number(error?.code ?? 0))) })
    state.running--
    return again - 1
  })
  const reader = openForReading(path)
  const times: number[] = []
  while (state.running > 0) {
    const began = performance.now()
    reader.transaction(() => statistics(reader))
    times.push(performance.now() - began)
    await new Promise(resolve => { setTimeout(resolve, 5) })
  }
  const again = (await Promise.all(ends)).reduce((sum, each) => sum + each, 0)
  const lost = 1601 - statistics(reader).articles
  reader.close()
  const halfStored = findingsIn(path).length
  times.sort((one, other) => one - other)
  tried(context, { times: 8, lost, halfStored, seen: `${again} told BUSY and run again; reads ${times[Math.floor(times.length * 0.99)]!.toFixed(1)} ms at the 99th of 100` })
  expect([lost, halfStored]).toEqual([0, 0])
})

test.runIf(isFull)('F22: beside a reader that stays, 3,000 changes leave a WAL of 64 MB at most', context => {
  const path = folder.path('wal.db')
  copySeed(path)
  const [reader, writer] = [openForReading(path), openForWriting(path)]
  let longest = 0
  for (let index = 0; index < 3000; index++) {
    enter(writer, notice(index, 40))
    reader.transaction(() => reader.one(sql`SELECT count(*) FROM article`))
    longest = Math.max(longest, statSync(`${path}-wal`).size)
  }
  reader.close()
  writer.close()
  expect(findingsIn(path)).toEqual([])
  tried(context, { times: 3000, lost: 0, halfStored: 0, seen: `at most ${(longest / 2 ** 20).toFixed(1)} MiB` })
  expect(longest).toBeLessThan(66 * 2 ** 20)
})

test.runIf(isFull)('F23: backups while 1,000 changes are made are each the graph of one moment, and restore to it', async context => {
  const path = folder.path('changing.db')
  copySeed(path)
  const [reader, writer] = [openForReading(path), openForWriting(path)]
  const sizes: number[] = []
  let halfStored = 0
  for (let round = 0; round < 20; round++) {
    const file = folder.path(`backup-${round}.db`)
    const state = { isDone: false }
    const before = statistics(reader).articles
    const backing = backUp(reader, file).finally(() => { state.isDone = true })
    for (let index = 0; index < 50 || !state.isDone; index++) {
      enter(writer, notice(round * 1000 + index, 200))
      await turn()
    }
    expect((await backing).articles).toBe(before)
    const restored = folder.path('restored.db')
    copyFileSync(file, restored)
    const [one, other] = [openForReading(file), openForReading(restored)]
    halfStored += verify(one).length
    sizes.push(statSync(file).size)
    expect(dump(other)).toEqual(dump(one))
    one.close()
    other.close()
  }
  reader.close()
  writer.close()
  tried(context, { times: 20, lost: 0, halfStored, seen: `of ${(sizes[0]! / 1e6).toFixed(1)} to ${(sizes.at(-1)! / 1e6).toFixed(1)} MB` })
  expect(halfStored).toBe(0)
})

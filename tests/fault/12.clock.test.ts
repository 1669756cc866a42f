// F12: whatever the clock on the wall says. By faketime, which is skipped where it is not installed.
import Sqlite from 'better-sqlite3'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openForReading } from '../../db/file/open.ts'
import { verify } from '../../db/verify/verify.ts'
import { copySeed } from '../seeded.ts'
import { scratch } from '../graph-dump.ts'
import { post } from '../sample.ts'
import { notRead, readIn, serveProcess } from '../writing.ts'
import { isFull, tried } from './rounds.ts'

const folder = scratch()
afterAll(folder.remove)
const launcher = new URL('../../src/onrecord.js', import.meta.url).pathname
const library = ['/usr/lib', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').filter(each => each.endsWith('-linux-gnu')).map(each => `/usr/lib/${each}`) : [])]
  .map(each => join(each, 'faketime/libfaketime.so.1')).find(existsSync)

describe.skipIf(library === undefined)('by faketime (skipped where it is not installed)', () => {
  /** The clock is what the file says, at every look; time that only grows is left alone, as a real change of the clock leaves it. */
  const clock = (file: string) => ({ LD_PRELOAD: library!, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' })

  test('F12: a clock that jumps back a day, ten years ahead or stands still keeps no change waiting, and no deadline', async context => {
    const [path, time] = [folder.path('clock.db'), folder.path('time')]
    copySeed(path)
    writeFileSync(time, '+0')
    const server = await serveProcess(path, { env: clock(time) })
    const jumps = isFull ? ['-1d', '+10y', '2030-01-01 00:00:00', '+0'] : ['-1d']
    const years: Readonly<Record<string, number>> = { '+10y': new Date().getFullYear() + 10, '2030-01-01 00:00:00': 2030 }
    try {
      const other = new Sqlite(path)
      for (const [index, jump] of jumps.entries()) {
        other.exec('BEGIN IMMEDIATE')
        expect(await readIn(server.url, { text: `Too late ${index}.`, ...notRead })).toMatchObject({ code: 'BUSY' })
        other.exec('ROLLBACK')
        writeFileSync(time, jump)
        const { known, article } = await readIn(server.url, { text: `Report ${index}\nIt rained.`, ...notRead })
        expect(known).toBe(false)
        const { body } = await post(server.url, { query: 'query ($id: ID!) { node(id: $id) { ... on Article { readAt } } }', variables: { id: article!['id'] } })
        const { readAt } = body.data!['node'] as { readAt: string }
        expect(new Date(readAt).getFullYear()).toBe(years[jump] ?? new Date(Date.now() - 86_400_000 * (jump === '-1d' ? 1 : 0)).getFullYear())
        expect((await post(server.url, { query: '{ paths(from: {slug: "free-syrian-army"}, to: {slug: "barack-obama"}) { searched } }' })).body.errors).toBeUndefined()
      }
      other.close()
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
    }
    const graph = openForReading(path)
    expect(verify(graph)).toEqual([])
    graph.close()
    tried(context, { times: jumps.length, lost: 0, halfStored: 0 })
  })

  test.runIf(isFull)('F12: a text is read the same at any time and in any zone', context => {
    const text = 'Summit in Lund\n\nThe minister said on Monday that the talks would end tomorrow, 29 February.\n'
    const article = folder.path('article.txt')
    writeFileSync(article, text)
    const zones = ['UTC', 'Pacific/Apia', 'America/St_Johns', 'Europe/Berlin']
    const read = (TZ: string, at: string) => spawnSync(process.execPath, [launcher, 'reading', article], { encoding: 'utf8', env: { TZ, ...(at !== '' && { LD_PRELOAD: library!, FAKETIME: at }) } }).stdout
    const first = read('UTC', '')
    expect(first).toContain('minister')
    for (const zone of zones) for (const at of ['', '-1d', '+10y', '@2026-03-29 00:59:59']) expect(read(zone, at)).toBe(first)
    tried(context, { times: zones.length * 4 })
  })
})

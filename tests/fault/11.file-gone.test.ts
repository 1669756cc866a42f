// F11: a server whose file is gone ends within 5 s and says why; it never goes on with a file that nobody else sees.
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { copySeed } from '../seeded.ts'
import { scratch } from '../graph-dump.ts'
import { serveProcess } from '../writing.ts'
import { isFull, rounds, tried } from './rounds.ts'

const folder = scratch()
afterAll(folder.remove)

const changes: readonly (readonly [string, (path: string) => void])[] = [
  ['database that was removed', path => rmSync(path)],
  ['WAL that was removed', path => rmSync(`${path}-wal`)],
  ['database that another took the place of', path => {
    copyFileSync(path, `${path}.other`)
    renameSync(`${path}.other`, path)
  }],
  ['shared memory that was removed', path => rmSync(`${path}-shm`)],
]

test.concurrent.for(changes.slice(0, rounds(2, 4)))('F11: a %s ends the server with a sentence within seconds', async ([what, change], context) => {
  const path = folder.path(`${what.replaceAll(' ', '-')}.db`)
  copySeed(path)
  const server = await serveProcess(path, { takesChanges: false })
  change(path)
  const began = performance.now()
  expect(await server.ended).toBe(74)
  const took = performance.now() - began
  expect(took).toBeLessThan(isFull ? 5000 : 15_000)
  tried(context, { times: 1, seen: `${Math.round(took)} ms` })
  expect(server.said()).toMatch(/^onrecord: \S+\.db was removed or replaced while it was served; the server ends, .*\.$/m)
})

// Several workers on one port: one graph, one writer, one end.
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copySeed } from './seeded.ts'
import { post } from './sample.ts'
import { bearer, listen, notRead, readDocument, readIn, serveProcess, underWay, type ServingProcess } from './writing.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-workers-'))
const path = join(folder, 'graph.db')
let here: ServingProcess
beforeAll(async () => {
  copySeed(path)
  here = await serveProcess(path, { workers: 2 })
  await until(() => workersOf(here).length === 2)
})
afterAll(async () => {
  await here.end('SIGKILL') // where the last test has not
  rmSync(folder, { recursive: true })
})

function workersOf({ child: { pid } }: ServingProcess): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
}
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!await isSo()) await pause(20)
}
/** Over a connection of its own, so that the next worker answers. */
async function articles(): Promise<number> {
  const { body } = await post(here.url, { query: '{ statistics { articles } }' }, { connection: 'close' })
  return (body.data!['statistics'] as { articles: number }).articles
}
let count = 0
const fresh = () => ({ text: `Notice ${++count}\nThe library opens at nine.`, ...notRead })

describe('two workers', () => {
  test('share a port, and a change that one is asked for is there for both at once', async () => {
    const before = await articles()
    for (let change = 1; change <= 4; change++) {
      await readIn(here.url, fresh())
      expect([await articles(), await articles(), await articles()]).toEqual([before + change, before + change, before + change])
    }
  })

  test('changes asked of both at once are made one after another, all of them', async () => {
    const before = await articles()
    const read = await Promise.all(Array.from({ length: 6 }, () => readIn(here.url, fresh())))
    expect(read.map(({ __typename }) => __typename)).toEqual(Array(6).fill('ReadArticleSuccess'))
    expect(await articles()).toBe(before + 6)
  })

  test('each tells its followers of what came in through the other', async () => {
    const streams = await Promise.all(Array.from({ length: 4 }, () => listen(here.url, 'subscription { articleRead { article { title } } }')))
    await readIn(here.url, fresh())
    for (const stream of streams) {
      const [event] = await stream.take(1)
      expect(JSON.parse(event!.data)).toEqual({ data: { articleRead: { article: { title: `Notice ${count}` } } } })
      stream.close()
    }
  })

  test('refuse as one process does', async () => {
    expect(await readIn(here.url, { text: '' })).toMatchObject({ __typename: 'BadArticleError', code: 'EMPTY_TEXT' })
    const { body } = await post(here.url, { query: '{ nothing }' })
    expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('one that dies is replaced; meanwhile the other answers', async () => {
    const [one, other] = workersOf(here)
    process.kill(one!, 'SIGKILL')
    await until(() => !workersOf(here).includes(one!))
    // The one connection that it may have been handed since is ended.
    expect(await articles().catch(articles)).toBeGreaterThan(0)
    await until(() => workersOf(here).length === 2)
    expect(workersOf(here)).toContain(other)
    expect(here.said()).toMatch(new RegExp(`"event":"worker ended","pid":${one},"code":null,"signal":"SIGKILL"`))
    await until(async () => (await Promise.all([articles(), articles(), articles(), articles()])).every(Boolean))
    await readIn(here.url, fresh())
  })

  test('one that ends with a connection that it was handed and had not taken takes nobody with it who waits', async () => {
    await until(() => workersOf(here).length === 2)
    const [one] = workersOf(here)
    process.kill(one!, 'SIGSTOP') // so it takes none of what it is handed
    const answers = Array.from({ length: 4 }, () => fetch(`${here.url}/health`, { headers: { connection: 'close' } }).then(response => response.status, () => 'ended'))
    const settled = new Set<unknown>()
    for (const answer of answers) void answer.then(() => settled.add(answer))
    await until(() => settled.size === 3)
    process.kill(one!, 'SIGKILL')
    expect((await Promise.all(answers)).toSorted()).toEqual([200, 200, 200, 'ended'])
    await until(() => workersOf(here).length === 2)
  })

  test('end together when told to, each answering what it was asked', async () => {
    const own = join(folder, 'own.db')
    copySeed(own)
    const there = await serveProcess(own, { workers: 2 })
    await until(() => workersOf(there).length === 2)
    const pids = workersOf(there)
    await readIn(there.url, fresh()) // the first change takes long: it loads the reader
    const answers = Array.from({ length: 8 }, () => fetch(`${there.url}/health`).then(response => response.status))
    const change = await underWay(there.url, { query: readDocument, variables: { input: fresh() } }, bearer)
    there.child.kill('SIGTERM')
    expect((await change.finish()).text).toContain('"ReadArticleSuccess"')
    expect(await Promise.all(answers)).toEqual(Array(8).fill(200))
    expect(await there.ended).toBe(0)
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  test('one that is told to end as it begins has answered what it was handed by then', async () => {
    const own = join(folder, 'beginning.db')
    copySeed(own)
    const there = await serveProcess(own, { workers: 2, takesChanges: false })
    const pid = there.child.pid!
    await until(() => workersOf(there).length === 2)
    process.kill(pid, 'SIGSTOP') // so the second has no answer when it asks for its share of the port
    await until(() => isWaiting(workersOf(there)[1]!, own))
    const answers = Array.from({ length: 8 }, () => fetch(`${there.url}/health`).then(response => response.status))
    await until(() => connectedTo(there.url) === 8)
    process.kill(pid, 'SIGTERM')
    process.kill(pid, 'SIGCONT')
    expect(await Promise.all(answers)).toEqual(Array(8).fill(200))
    expect(await there.ended).toBe(0)
  })

  test('end with their primary, however it ends', async () => {
    const pids = workersOf(here)
    await here.end('SIGKILL')
    await until(() => pids.every(pid => !isRunning(pid)))
  })
})

/** It has opened the file, and has nothing to do: it waits for its primary. */
function isWaiting(pid: number, file: string): boolean {
  return readdirSync(`/proc/${pid}/fd`).some(fd => linkOf(`/proc/${pid}/fd/${fd}`) === file) && /\) S /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}
function linkOf(path: string): string | null {
  try {
    return readlinkSync(path)
  } catch {
    return null // closed by now
  }
}
/** Connections to the port, as their clients see them. */
function connectedTo(url: string): number {
  const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0')
  return readFileSync('/proc/net/tcp', 'utf8').split('\n').filter(line => new RegExp(`^ *\\d+: \\w+:\\w+ 0100007F:${port} 01 `).test(line)).length
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

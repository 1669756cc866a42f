// Who takes far more of the server than the others goes behind them, and is not given as long again for what is begun anew elsewhere.
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { processorTime } from '../db/file/deadline.ts'
import { copySeed } from './seeded.ts'
import { openArchive, type Archive } from '../src/execution/archive.ts'
import { createLog } from '../src/log.ts'
import { setLimits } from '../src/model/limits.ts'
import { createAside } from '../src/server/aside.ts'
import { anybody, createRates } from '../src/server/rates.ts'
import { createServer } from '../src/server/server.ts'
import { createShares } from '../src/server/shares.ts'
import { createTurns } from '../src/server/turns.ts'

afterEach(() => setLimits({}))

test('who asks is told apart as clients are, where these are counted, else by connection', () => {
  const from = (remoteAddress: string) => ({ socket: { remoteAddress }, headers: {} }) as IncomingMessage
  const clientOf = createRates({ trustProxy: false })
  const [here, there] = [from('203.0.113.1'), from('203.0.113.2')]
  expect([clientOf(here).asker === clientOf(from('203.0.113.1')).asker, clientOf(here).asker === clientOf(there).asker]).toEqual([true, false])
  expect([anybody(here).asker === anybody(here).asker, anybody(here).asker === anybody(from('203.0.113.1')).asker]).toEqual([true, false])
})

describe('shares', () => {
  const people = Array.from({ length: 10 }, () => ({}))
  const [one] = people as [object]

  test('who takes far more than the others is greedy, until it has rested', () => {
    let time = 0
    const shares = createShares(() => time)
    for (const each of people) shares.took(each, 20)
    shares.took(one, 200)
    expect(people.map(shares.isGreedy)).toEqual(people.map(each => each === one))
    time = 1500
    expect(shares.isGreedy(one)).toBe(true)
    for (const each of people) shares.took(each, 5)
    time = 2999
    expect(shares.isGreedy(one)).toBe(false)
  })

  test('among many who take as much nobody is, nor is who asks alone, nor who takes little', () => {
    const shares = createShares(() => 0)
    for (const each of people) shares.took(each, 300)
    expect(people.some(shares.isGreedy)).toBe(false)
    const alone = createShares(() => 0)
    alone.took(one, 1000)
    expect(alone.isGreedy(one)).toBe(false)
    const little = createShares(() => 0)
    for (const each of people) little.took(each, 1)
    little.took(one, 48)
    expect(little.isGreedy(one)).toBe(false)
  })

  test('what was worked in vain shortens what its next query may take, for a while, and never to nothing', () => {
    let time = 0
    const shares = createShares(() => time)
    expect(shares.promptTime(one)).toBe(50)
    shares.took(one, 30, true)
    expect([shares.promptTime(one), shares.promptTime({})]).toEqual([20, 50])
    shares.took(one, 60, true)
    expect([shares.promptTime(one), shares.isGreedy(one)]).toEqual([5, false])
    setLimits({ promptTime: 0 })
    expect(shares.promptTime(one)).toBe(0)
    setLimits({})
    time = 2000
    expect(shares.promptTime(one)).toBe(50)
  })
})

test('who takes far more has its turn behind the others, and one in a while before them', async () => {
  setLimits({ operationWait: 600_000, operationsWaiting: 1000 })
  const [greedy, ...others] = Array.from({ length: 11 }, () => ({})) as [object, ...object[]]
  const shares = createShares(() => 0)
  for (const each of others) shares.took(each, 20)
  shares.took(greedy, 1000)
  const inTurn = createTurns(shares)
  const order: string[] = []
  const ask = (name: string, asker: object) => inTurn(async () => order.push(name), () => false, asker)
  await Promise.all([
    ...Array.from({ length: 3 }, () => ask('greedy', greedy)),
    ...Array.from({ length: 40 }, (_, index) => ask('other', others[index % 10]!)),
  ])
  expect(order.flatMap((name, index) => (name === 'greedy' ? [index] : []))).toEqual([32, 41, 42])
})

test('over HTTP a connection whose query took long is given less with the next; another is not', async () => {
  setLimits({ promptTime: 20 })
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-shares-'))
  const path = join(folder, 'graph.db')
  copySeed(path)
  const archive = openArchive(path)
  const given: (number | undefined)[] = []
  const slow: Archive = {
    ...archive,
    read: (work, after) => archive.read(() => {
      given.push(after)
      for (const until = processorTime() + 40; processorTime() < until;) { /* works */ }
      return work()
    }, after),
  }
  const aside = createAside(path)
  const server = createServer({ archive: slow, aside, config: { corsOrigins: [] }, log: createLog(() => {}) })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  const body = JSON.stringify({ query: '{ articles { totalCount } }' })
  const asking = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  const answers = (count: number) => new Promise<string>(resolve => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(asking.repeat(count)))
    socket.setEncoding('utf8').on('data', part => {
      text += part
      if (text.split('"totalCount":1').length === count + 1) socket.destroy()
    }).on('close', () => resolve(text))
  })
  try {
    // What is sent in one go is begun one right after the other.
    expect((await answers(2)).match(/HTTP\/1.1 200/g)).toHaveLength(2)
    expect((await answers(1)).match(/HTTP\/1.1 200/g)).toHaveLength(1)
    expect(given).toEqual([20, 5, 20])
  } finally {
    await new Promise(resolve => { server.close(resolve) })
    await aside.close()
    archive.close()
    rmSync(folder, { recursive: true })
  }
})

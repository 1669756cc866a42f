// A server in the open: whom it answers to, how much one client may ask, and what happens when all together ask too much.
import { mkdtempSync, rmSync } from 'node:fs'
import { request as rawRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { processorTime } from '../db/file/deadline.ts'
import { copySeed } from './seeded.ts'
import { answeredHosts } from '../src/server/hosts.ts'
import { setLimits } from '../src/model/limits.ts'
import { createRates } from '../src/server/rates.ts'
import { createShares } from '../src/server/shares.ts'
import { createTurns } from '../src/server/turns.ts'
import { counters, post, sampleToken, startSample } from './sample.ts'
import { serveProcess } from './writing.ts'

const bearer = { authorization: `Bearer ${sampleToken}` }
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  setLimits({})
  for (const stop of stops.splice(0)) await stop()
})
async function start(config: object = {}): Promise<string> {
  const { url, stop } = await startSample({ config: { corsOrigins: [], token: sampleToken, ...config } })
  stops.push(stop)
  return url
}

interface Got { readonly status: number; readonly code: unknown; readonly headers: IncomingHttpHeaders }
const document = '{ hello }'
/** node:http, which sends any header as it is told. */
function send(url: string, headers: Record<string, string>, query = document): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', part => { text += part })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, code: JSON.parse(text).errors?.[0]?.extensions.code, headers: response.headers }))
    })
    request.on('error', reject)
    request.end(JSON.stringify({ query }))
  })
}

describe('hosts', () => {
  test('B06: on loopback only loopback is answered to, at whatever port, for every address', async () => {
    const url = await start()
    for (const host of ['localhost', 'localhost:4000', '127.0.0.1', '127.0.0.1:1', '[::1]:80', 'LOCALHOST']) expect([host, (await send(url, { host })).status]).toEqual([host, 200])
    for (const host of ['evil.example', 'evil.example:4000', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.0.1', 'localhost.']) {
      expect([host, await send(url, { host })]).toMatchObject([host, { status: 421, code: 'WRONG_HOST' }])
    }
    for (const host of ['evil.example#localhost', 'evil.example@localhost', 'localhost/evil.example', '%6c%6f%63alhost', 'localhost:', 'localhost:x', 'localhost\\evil']) expect([host, await send(url, { host })]).toMatchObject([host, { status: 400, code: 'BAD_REQUEST' }])
    const health = await new Promise<number | undefined>(resolve => { rawRequest(`${url}/health`, { headers: { host: 'evil.example' } }, response => resolve(response.resume().statusCode)).end() })
    expect(health).toBe(421)
  })

  test('further names are settings, and elsewhere than on loopback all are answered to', async () => {
    const url = await start({ allowedHosts: ['news.example'] })
    expect((await send(url, { host: 'news.example:443' })).status).toBe(200)
    expect((await send(url, { host: 'other.example' })).status).toBe(421)
    expect(answeredHosts({ host: '0.0.0.0', allowedHosts: [] })).toBeNull()
    expect(answeredHosts({ host: '0.0.0.0', allowedHosts: ['news.example'] })).toContain('news.example')
    expect(answeredHosts({ host: '127.8.8.8', allowedHosts: [] })).toContain('127.8.8.8')
  })

  test('B05: a change that a page of another site asks for is refused, token or not', async () => {
    const url = await start({ corsOrigins: ['https://news.example'] })
    const before = counters.mutations
    for (const site of ['cross-site', 'same-site']) {
      expect(await send(url, { ...bearer, 'sec-fetch-site': site, 'origin': 'https://evil.example' }, 'mutation { count }')).toMatchObject({ status: 403, code: 'CROSS_SITE' })
    }
    expect(counters.mutations).toBe(before)
    expect((await send(url, { 'sec-fetch-site': 'cross-site' })).status).toBe(200)
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'cross-site', 'origin': 'https://news.example' }, {}] as Record<string, string>[]) {
      expect((await send(url, { ...bearer, ...headers }, 'mutation { count }')).status).toBe(200)
    }
    expect(counters.mutations).toBe(before + 3)
  })
})

describe('rates', () => {
  const people = '{ people(first: 100) { nodes { id } } }' // 101 points
  test('B12: who has used up the points waits, is told how long, and nobody else with him', async () => {
    setLimits({ rateBurst: 300, ratePoints: 60 })
    const url = await start({ mode: 'public' })
    for (let i = 0; i < 3; i++) expect((await send(url, {}, people)).status).toBe(200)
    const { status, code, headers } = await send(url, {})
    expect([status, code]).toEqual([429, 'RATE_LIMITED'])
    expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(4)
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })

  test('an operation dearer than the burst is answered, and paid for', async () => {
    setLimits({ rateBurst: 50, ratePoints: 1 })
    const url = await start({ mode: 'public' })
    expect((await send(url, {}, people)).status).toBe(200)
    const { status, headers } = await send(url, {})
    expect([status, Number(headers['retry-after'])]).toEqual([429, 52 * 60])
  })

  test('thirty refusals a minute, and then a client waits', () => {
    let time = 0
    const clientOf = createRates({ trustProxy: false, now: () => time })
    const client = clientOf({ socket: { remoteAddress: '203.0.113.1' }, headers: {} } as IncomingMessage)
    for (let i = 0; i < 30; i++) {
      client.admit()
      client.refused()
    }
    expect(() => client.admit()).toThrow(expect.objectContaining({ code: 'RATE_LIMITED', details: expect.objectContaining({ limitName: 'rateRefusals', limit: 30, retryAfter: 2 }) }))
    time += 1999
    expect(() => client.admit()).toThrow()
    time += 1
    client.admit()
  })

  test('being told to wait is no refusal: it would never end', async () => {
    setLimits({ rateRefusals: 1 })
    const url = await start({ mode: 'public' })
    await send(url, {}, '{ nothing }')
    for (let i = 0; i < 10; i++) {
      const { status, headers } = await send(url, {})
      expect([status, Number(headers['retry-after']) <= 60]).toEqual([429, true])
    }
  })

  test('refusals of every kind count', async () => {
    for (const refused of [{ query: '{' }, { query: '{ nothing }' }, { query: '{ people(first: 0) { totalCount } }' }, { query: 'query ($n: Int!) { people(first: $n) { totalCount } }' }, { query: 'mutation { count }' }, [], { query: 7 }]) {
      setLimits({ rateRefusals: 1 })
      const url = await start({ mode: 'public' })
      await post(url, refused)
      expect([refused, (await send(url, {})).status]).toEqual([refused, 429])
    }
  })

  test('nothing is counted in the local mode', async () => {
    setLimits({ rateBurst: 1, ratePoints: 1, rateRefusals: 1 })
    const url = await start()
    for (let i = 0; i < 5; i++) expect((await send(url, {}, people)).status).toBe(200)
  })

  test('what a client says of its address counts only where a proxy is trusted, and then the last word', async () => {
    setLimits({ rateBurst: 1, ratePoints: 1 })
    const spoofed = await start({ mode: 'public' })
    expect((await send(spoofed, {})).status).toBe(200)
    for (let i = 0; i < 20; i++) expect((await send(spoofed, { 'x-forwarded-for': `203.0.113.${i}` })).status).toBe(429)
    const behind = await start({ mode: 'public', trustProxy: true })
    for (let i = 0; i < 5; i++) expect((await send(behind, { 'x-forwarded-for': `203.0.113.${i}` })).status).toBe(200)
    for (let i = 0; i < 5; i++) expect((await send(behind, { 'x-forwarded-for': `198.51.100.${i}, 203.0.113.1` })).status).toBe(429)
  })

  test('points come back steadily, and never above the burst', () => {
    let time = 0
    const clientOf = createRates({ trustProxy: false, now: () => time })
    const from = (remoteAddress: string) => clientOf({ socket: { remoteAddress }, headers: {} } as IncomingMessage)
    from('203.0.113.1').charge(1000)
    expect(() => from('203.0.113.1').admit()).toThrow(/used up its points/)
    time += 60_000
    from('203.0.113.1').charge(1000)
    expect(() => from('203.0.113.1').admit()).toThrow()
    expect(() => from('203.0.113.1').admit()).toThrow()
    time += 31
    from('203.0.113.1').admit()
  })

  test('an address of IPv6 stands for its half of the network, and one of IPv4 is the same in both spellings', () => {
    const clientOf = createRates({ trustProxy: false, now: () => 0 })
    const from = (remoteAddress: string) => clientOf({ socket: { remoteAddress }, headers: {} } as IncomingMessage)
    from('2001:db8::1').charge(1000)
    expect(() => from('2001:DB8:0:0:9:9:9:9').admit()).toThrow()
    from('2001:db8:0:1::1').admit()
    from('::ffff:203.0.113.7').charge(1000)
    expect(() => from('203.0.113.7').admit()).toThrow()
    from('::1').charge(1000)
    expect(() => from('::2').admit()).toThrow()
  })

  test('a flood of addresses fills no memory: the longest silent are forgotten', () => {
    const clientOf = createRates({ trustProxy: true, now: () => 0 })
    const from = (address: string) => clientOf({ socket: {}, headers: { 'x-forwarded-for': address } } as unknown as IncomingMessage)
    from('first').charge(1000)
    for (let i = 0; i < 10_000; i++) from(`198.51.${i >> 8}.${i & 255}`).charge(1)
    from('first').admit()
  })
})

describe('connections', () => {
  const open = (url: string) => new Promise<Socket>(resolve => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => resolve(socket))
    socket.on('error', () => {})
  })
  const answers = (socket: Socket) => new Promise<boolean>(resolve => {
    socket.on('data', () => resolve(true)).on('close', () => resolve(false))
    socket.write('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n')
  })

  test('one address holds so many and no more, until it closes one; in the local mode nobody counts', async () => {
    setLimits({ connectionsOfOne: 5 })
    const url = await start({ mode: 'public' })
    const sockets = await Promise.all(Array.from({ length: 8 }, () => open(url)))
    const taken = await Promise.all(sockets.map(answers))
    expect(taken.filter(Boolean)).toHaveLength(5)
    sockets[taken.indexOf(true)]!.destroy()
    await expect.poll(async () => answers(await open(url))).toBe(true)
    const local = await start()
    expect(await Promise.all(Array.from({ length: 8 }, async () => answers(await open(local))))).not.toContain(false)
  })
})

describe('turns', () => {
  const quick = async () => 'done'
  const here = () => false
  const me = {}
  const busy = (ms: number) => {
    const until = performance.now() + ms
    while (performance.now() < until) { /* works */ }
  }

  test('what comes together and finds room is all done, in order', async () => {
    setLimits({ operationWait: 60_000 })
    const inTurn = createTurns()
    const order: number[] = []
    await Promise.all(Array.from({ length: 96 }, (_, i) => inTurn(async () => order.push(i), here, me)))
    expect(order).toEqual(Array.from({ length: 96 }, (_, i) => i))
  })

  test('what finds no room is refused at once, with when to come again', async () => {
    setLimits({ operationsRunning: 2, operationsWaiting: 3, operationWait: 60_000 })
    const inTurn = createTurns()
    const open: (() => void)[] = []
    const slow = () => inTurn(() => new Promise<void>(resolve => open.push(resolve)), here, me)
    const taken = Array.from({ length: 5 }, slow)
    await expect.poll(() => open.length).toBe(2)
    await new Promise(resolve => { setTimeout(resolve, 20) })
    expect(open).toHaveLength(2)
    await expect(inTurn(quick, here, me)).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationsWaiting', limit: 3, actual: 4, retryAfter: 1 } })
    while (open.length > 0) {
      open.shift()!()
      await new Promise(resolve => { setTimeout(resolve, 5) })
    }
    await Promise.all(taken)
    await expect(inTurn(quick, here, me)).resolves.toBe('done')
  })

  test('what has waited too long is told so, and who is gone is not worked for', async () => {
    setLimits({ operationsRunning: 1, operationWait: 30 })
    const inTurn = createTurns()
    let open = (): void => {}
    const first = inTurn(() => new Promise<void>(resolve => { open = resolve }), here, me)
    const late = inTurn(quick, here, me)
    late.catch(() => {})
    await new Promise(resolve => { setTimeout(resolve, 60) })
    let worked = 0
    const gone = inTurn(async () => ++worked, () => true, me)
    open()
    await first
    await expect(late).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationWait', limit: 30 } })
    await expect(gone).resolves.toBeUndefined()
    expect(worked).toBe(0)
  })

  test('what waits in vain is told so at its time, whatever runs or is before it', async () => {
    setLimits({ operationsRunning: 1, operationWait: 30 })
    const shares = createShares(() => 0)
    const [greedy, ...others] = Array.from({ length: 11 }, () => ({})) as [object, ...object[]]
    for (const each of others) shares.took(each, 20)
    shares.took(greedy, 1000)
    const inTurn = createTurns(shares)
    let open = (): void => {}
    const first = inTurn(() => new Promise<void>(resolve => { open = resolve }), here, me)
    const waiting = [greedy, ...others, greedy].map(asker => inTurn(quick, here, asker))
    for (const each of waiting) await expect(each).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationWait', limit: 30, retryAfter: 1 } })
    open()
    await first
  })

  test('who takes far more gives way where there is no room', async () => {
    setLimits({ operationsRunning: 1, operationsWaiting: 3, operationWait: 60_000 })
    const shares = createShares(() => 0)
    const [greedy, ...others] = Array.from({ length: 11 }, () => ({})) as [object, ...object[]]
    for (const each of others) shares.took(each, 20)
    shares.took(greedy, 1000)
    const inTurn = createTurns(shares)
    let open = (): void => {}
    const first = inTurn(() => new Promise<void>(resolve => { open = resolve }), here, me)
    const [kept, last] = [inTurn(async () => 'kept', here, greedy), inTurn(quick, here, greedy)]
    const one = inTurn(quick, here, me)
    await expect(inTurn(quick, here, greedy)).rejects.toMatchObject({ code: 'BUSY' })
    const two = inTurn(quick, here, me)
    await expect(last).rejects.toMatchObject({ code: 'BUSY', details: { limitName: 'operationsWaiting', limit: 3 } })
    open()
    expect(await Promise.all([first, kept, one, two])).toEqual([undefined, 'kept', 'done', 'done'])
  })

  test('who would wait too long, by how turns pass, is told so as it comes', async () => {
    setLimits({ operationWait: 300, operationsWaiting: 10_000 })
    const inTurn = createTurns()
    const all = Array.from({ length: 1000 }, () => inTurn(async () => busy(3), here, me))
    const ended = Promise.allSettled(all)
    expect(inTurn.fullness(me)).toBeNull() // nothing is known yet
    await Promise.all(all.slice(0, 20))
    expect(inTurn.fullness(me)).toMatchObject({ code: 'BUSY', details: { limitName: 'operationWait', limit: 300, retryAfter: 1 } })
    await ended
    await expect(inTurn(quick, here, me)).resolves.toBe('done')
    expect(inTurn.fullness(me)).toBeNull()
  })

  test('however much comes in between two stretches, work has most of the time', async () => {
    setLimits({ operationWait: 600_000, operationsWaiting: 10_000 })
    const inTurn = createTurns()
    let [floods, isOver] = [0, false]
    const flood = (): void => {
      for (const until = processorTime() + 10; processorTime() < until;) { /* works */ }
      floods++
      if (!isOver) setImmediate(flood)
    }
    setImmediate(flood)
    await Promise.all(Array.from({ length: 120 }, () => inTurn(async () => busy(2), here, me)))
    isOver = true
    expect(floods).toBeLessThan(36) // with two to each it would be sixty
  })

  test('one turn that takes long makes nobody be refused who comes behind forty', async () => {
    setLimits({ operationWait: 500 })
    const inTurn = createTurns()
    const all = [1, 4, 4, 120, ...Array<number>(40).fill(0)].map(ms => inTurn(async () => busy(ms), here, me))
    await all[3]
    expect(inTurn.fullness(me)).toBeNull()
    await Promise.all(all)
  })

  test('of connections that come together more than one is let in between two stretches', async () => {
    setLimits({ operationWait: 600_000, operationsWaiting: 10_000 })
    const inTurn = createTurns()
    let [done, came] = [0, 0]
    const meanwhile: number[] = []
    const sockets: Socket[] = []
    const server = createServer(socket => {
      inTurn.letIn()
      sockets.push(socket)
      if (++came === 60) meanwhile.push(done)
    })
    await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
    const { port } = server.address() as AddressInfo
    for (let index = 0; index < 60; index++) sockets.push(connect(port, '127.0.0.1'))
    await Promise.all(Array.from({ length: 200 }, () => inTurn(async () => {
      busy(4)
      done++
    }, here, me)))
    expect(meanwhile[0]).toBeLessThan(40)
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => { server.close(resolve) })
  })

  test('work that fails gives its place free, and so does what waits elsewhere', async () => {
    setLimits({ operationsRunning: 1, operationsWaiting: 1, operationWait: 60_000 })
    const inTurn = createTurns()
    await expect(inTurn(async () => { throw new Error('no') }, here, me)).rejects.toThrow('no')
    let end = (): void => {}
    const elsewhere = inTurn(release => {
      release()
      return new Promise<void>(resolve => { end = resolve })
    }, here, me)
    for (let i = 0; i < 5; i++) await expect(inTurn(quick, here, me)).resolves.toBe('done')
    end()
    await elsewhere
  })

  test('between two stretches of work what has come in is read', async () => {
    setLimits({ operationWait: 60_000 })
    const inTurn = createTurns()
    let done = 0
    const all = Array.from({ length: 20 }, () => inTurn(async () => {
      busy(6)
      done++
    }, here, me))
    await new Promise(resolve => { setTimeout(resolve, 0) })
    expect(done).toBeLessThan(10)
    await Promise.all(all)
    expect(done).toBe(20)
  })

  test.each([
    ['GET', 'GET /graphql?query={hello} HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['POST', `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${JSON.stringify({ query: document }).length}\r\n\r\n${JSON.stringify({ query: document })}`],
    ['POST for the type of GraphQL', `POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: application/graphql-response+json, application/json\r\nContent-Type: application/json\r\nContent-Length: ${JSON.stringify({ query: document }).length}\r\n\r\n${JSON.stringify({ query: document })}`],
  ])('over HTTP it is 503 with Retry-After (%s), on a connection that goes on', async (name, asking) => {
    setLimits({ operationsRunning: 1, operationsWaiting: 0 })
    const url = await start()
    const sockets = await Promise.all(Array.from({ length: 30 }, () => new Promise<Socket>(resolve => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () => resolve(socket))
    })))
    // On connections that the server has accepted, what is written together is read together.
    const send = (socket: Socket, bytes: string) => new Promise<string>(resolve => {
      socket.once('data', part => resolve(String(part)))
      socket.write(bytes)
    })
    const health = 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n'
    await Promise.all(sockets.map(socket => send(socket, health)))
    const answers = await Promise.all(sockets.map(socket => send(socket, asking)))
    const busy = answers.filter(answer => !answer.startsWith('HTTP/1.1 200'))
    expect(busy.length).toBeGreaterThan(0)
    expect(busy.length).toBeLessThan(30)
    for (const answer of busy) expect(answer).toMatch(/^HTTP\/1\.1 503 (?=[^]*X-Content-Type-Options: nosniff\r\n)[^]*Retry-After: 1\r\n[^]*"code":"BUSY"/)
    for (const answer of busy) expect(answer).toContain(name === 'POST for the type of GraphQL' ? 'application/graphql-response+json; charset=utf-8' : 'application/json; charset=utf-8')
    for (const socket of sockets) expect(await send(socket, health)).toMatch(/^HTTP\/1\.1 200 /)
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-open-'))
  const path = join(folder, 'graph.db')
  beforeAll(() => copySeed(path))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(['public', 'hardened'])('%s: who looks at page after page is charged for what they hold, not for what they could', async mode => {
    // However slow the machine is.
    const server = await serveProcess(path, { env: { ONRECORD_MODE: mode, ONRECORD_LIMITS: 'promptTime=60000' } })
    try {
      const pages = ['/', '/search?q=putin', '/e/vladimir-putin', '/graph?focus=vladimir-putin', '/path?from=vladimir-putin&to=david-cameron', '/about']
      for (const page of pages) expect([page, (await fetch(server.url + page)).status]).toEqual([page, 200])
      expect((await fetch(`${server.url}/schema`)).status).toBe(mode === 'hardened' ? 404 : 200)
      expect((await post(server.url, { query: '{ entities { totalCount } }' })).status).toBe(mode === 'hardened' ? 404 : 200)
      // For as long as there are points.
      let status = 200
      for (let asked = 0; asked < 200 && status === 200; asked++) ({ status } = await fetch(`${server.url}/graph?focus=vladimir-putin`))
      expect(status).toBe(429)
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
    }
  })
  test('what takes long is charged for what it could hold, pages too', async () => {
    const server = await serveProcess(path, { env: { ONRECORD_MODE: 'public', ONRECORD_LIMITS: 'promptTime=0' } })
    try {
      expect((await fetch(`${server.url}/graph?focus=vladimir-putin`)).status).toBe(200)
      expect((await fetch(`${server.url}/about`)).status).toBe(429)
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
    }
  })
})

// A server in the open: whom it answers to, how much one client may ask, and what happens when all together ask too much.
import { mkdtempSync, rmSync } from 'node:fs'
import { request as rawRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { copySeed } from './seeded.ts'
import { answeredHosts } from '../src/server/hosts.ts'
import { setLimits } from '../src/model/limits.ts'
import { createRates } from '../src/server/rates.ts'
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

describe('turns over HTTP', () => {
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
    const server = await serveProcess(path, { takesChanges: false, env: { ONRECORD_MODE: mode, ONRECORD_LIMITS: 'promptTime=60000' } })
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
    const server = await serveProcess(path, { takesChanges: false, env: { ONRECORD_MODE: 'public', ONRECORD_LIMITS: 'promptTime=0' } })
    try {
      expect((await fetch(`${server.url}/graph?focus=vladimir-putin`)).status).toBe(200)
      expect((await fetch(`${server.url}/about`)).status).toBe(429)
    } finally {
      expect(await server.end('SIGTERM')).toBe(0)
    }
  })
})

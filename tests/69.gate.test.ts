// Refusals before HTTP is looked at (src/server/gate.ts): only of what Node's parser, too, would have taken for one message, and never instead of an answer.
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { setLimits } from '../src/model/limits.ts'
import { createGate } from '../src/server/gate.ts'
import { startSample } from './sample.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

interface Guarded {
  readonly port: number
  /** Answers that wait: each is let go by its function. */
  readonly held: (() => void)[]
  isFull: boolean
  isHolding: boolean
  refused: number
}

/** A server that answers each request with its `X-Id` and the bytes of its body, behind a gate that refuses while it is full. */
async function guarded(): Promise<Guarded> {
  const here = { held: [] as (() => void)[], isFull: true, isHolding: false, refused: 0 }
  const gate = createGate(() => {
    if (!here.isFull) return null
    here.refused++
    return Buffer.from('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy')
  })
  const server = createServer((request: IncomingMessage, response) => {
    gate.found(request, response)
    let length = 0
    request.on('data', (chunk: Buffer) => { length += chunk.length })
    request.on('end', () => {
      const answer = (): void => { response.end(`${request.headers['x-id']} ${length}`) }
      if (here.isHolding) here.held.push(answer)
      else answer()
    })
  })
  server.on('connection', gate.watch)
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  stops.push(() => new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  }))
  return Object.assign(here, { port: (server.address() as AddressInfo).port })
}

/** A connection, and the bodies of the answers that have come. */
async function opened(port: number): Promise<{ readonly socket: Socket; readonly bodies: () => string[] }> {
  let text = ''
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true).setEncoding('latin1').on('data', part => { text += part }).on('error', () => {})
  await new Promise(resolve => { socket.once('connect', resolve) })
  stops.push(async () => void socket.destroy())
  return { socket, bodies: () => [...text.matchAll(/\r\n\r\n([\w ]+?)(?=HTTP\/1\.1|$)/g)].map(match => match[1]!) }
}

function plain(id: string, body = 'x'.repeat(10), ...lines: string[]): string {
  return ['POST /graphql HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', `X-Id: ${id}`, ...lines, `Content-Length: ${body.length}`, '', body].join('\r\n')
}

async function asked(one: Awaited<ReturnType<typeof opened>>, message: string): Promise<string> {
  const before = one.bodies().length
  one.socket.write(message)
  await expect.poll(one.bodies, { timeout: 10_000 }).toHaveLength(before + 1)
  return one.bodies().at(-1)!
}

describe('the gate', () => {
  test('refuses a plain request that is there as a whole, but for the first of a connection', async () => {
    const here = await guarded()
    const one = await opened(here.port)
    expect([await asked(one, plain('a')), await asked(one, plain('b')), await asked(one, plain('c', 'y'.repeat(2000), 'Accept: */*', 'Connection: keep-alive'))]).toEqual(['a 10', 'busy', 'busy'])
    here.isFull = false
    expect(await asked(one, plain('d'))).toBe('d 10')
    here.isFull = true
    expect(await asked(one, plain('e'))).toBe('busy')
  })

  test.each([
    ['another address', plain('x').replace('/graphql', '/health')],
    ['another method', 'GET /graphql HTTP/1.1\r\nHost: localhost\r\nX-Id: x\r\n\r\n'],
    ['a coded body', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Id: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n'],
    ['another form of answer', plain('x', 'abc', 'Accept: text/event-stream')],
    ['the last of its connection', plain('x', 'abc', 'Connection: close')],
    ['a wish before the body', plain('x', 'abc', 'TE: trailers')],
    ['a head that is not plain', plain('x', 'abc', 'X-Name: Zoë')],
    ['no space behind a colon', plain('x', 'abc', 'X-Name:y')],
    ['a tab in a head', plain('x', 'abc', 'X-Name: \ty')],
  ])('leaves to Node what asks for %s', async (_, message) => {
    const here = await guarded()
    const one = await opened(here.port)
    await asked(one, plain('first'))
    expect(await asked(one, Buffer.from(message).toString('latin1'))).toMatch(/^x \d+$/)
    expect(here.refused).toBe(0)
  })

  test.each([
    ['two lengths', plain('x', 'abc', 'Content-Length: 3')],
    ['two lengths that differ', plain('x', 'abc', 'Content-Length: 2')],
    ['a length and a coding', plain('x', 'abc', 'Transfer-Encoding: chunked')],
    ['a length that is none', plain('x', 'abc').replace('Length: 3', 'Length: 3, 3')],
    ['a line feed alone', plain('x', 'abc').replace('X-Id: x\r\n', 'X-Id: x\n')],
    ['a folded line', plain('x', 'abc').replace('X-Id: x\r\n', 'X-Id: x\r\n y\r\n')],
  ])('leaves %s to Node, which closes the connection', async (_, message) => {
    const here = await guarded()
    const one = await opened(here.port)
    await asked(one, plain('first'))
    const closed = new Promise(resolve => { one.socket.on('close', resolve) })
    one.socket.write(message)
    await closed
    expect(here.refused).toBe(0)
  })

  test('never answers before what came earlier, nor within a message', async () => {
    const here = await guarded()
    const one = await opened(here.port)
    await asked(one, plain('first'))
    here.isFull = false
    here.isHolding = true
    one.socket.write(plain('a'))
    await expect.poll(() => here.held).toHaveLength(1)
    here.isFull = true
    // While one waits, the next comes by halves; its second half looks like a message.
    one.socket.write(`POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Id: b\r\nContent-Length: ${plain('c').length}\r\n\r\n`)
    await new Promise(resolve => { setTimeout(resolve, 50) })
    here.held[0]!()
    await expect.poll(one.bodies).toHaveLength(2)
    one.socket.write(plain('c'))
    await expect.poll(() => here.held).toHaveLength(2)
    here.held[1]!()
    await expect.poll(one.bodies).toEqual(['first 10', 'a 10', `b ${plain('c').length}`])
    expect(here.refused).toBe(0)
  })

  test('whatever is sent, cut wherever, each message has its own answer or a refusal, in order', async () => {
    const here = await guarded()
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    let answered = 0
    for (let round = 0; round < 50; round++) {
      const one = await opened(here.port)
      const expected: string[] = []
      let bytes = ''
      const [wild, may] = [round % 5, (percent: number) => random(100) < percent * wild] // some are polite
      for (let index = 0; index < 12; index++) {
        const [id, length] = [`${round}n${index}`, random(60)]
        const body = random(2) === 0 ? plain(id, 'z'.repeat(length)) : 'x'.repeat(length)
        const message = [
          ...Array<string>(12).fill(plain(id, body)), plain(id, body, 'X-Name:y'), plain(id, body).replace('/graphql', '/'),
          `POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Id: ${id}\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n${body.length > 0 ? '0\r\n\r\n' : '\r\n'}`,
        ][random(15)]!
        expected.push(`${id} ${body.length}`)
        bytes += message
        if (may(6)) continue // goes with the next
        while (bytes.length > 0) {
          const part = may(8) ? [1 + random(bytes.length), bytes.indexOf('\r\n\r\n') + 4, bytes.length - 1 || 1][random(3)]! : bytes.length
          here.isFull = random(2) === 0
          one.socket.write(bytes.slice(0, part))
          bytes = bytes.slice(part)
          await new Promise(resolve => { setTimeout(resolve, random(2)) })
        }
        if (!may(10)) await expect.poll(one.bodies, { interval: 1, timeout: 10_000 }).toHaveLength(expected.length)
      }
      one.socket.write(bytes)
      await expect.poll(one.bodies, { interval: 1, timeout: 10_000 }).toHaveLength(expected.length)
      expect(one.bodies().map((body, index) => (body === 'busy' ? expected[index] : body))).toEqual(expected)
      answered += one.bodies().filter(body => body !== 'busy').length
    }
    expect(here.refused).toBeGreaterThan(20)
    expect(answered).toBeGreaterThan(200)
  })
})

test('a server that is full says so to who connected meanwhile as Node would, and without it', async () => {
  setLimits({ operationsRunning: 1, operationsWaiting: 4, operationWait: 60_000 })
  const { server, url, stop } = await startSample()
  stops.push(stop, async () => setLimits({}))
  const found = new Map<number | undefined, number>()
  server.on('request', ({ socket: { remotePort } }: IncomingMessage) => { found.set(remotePort, (found.get(remotePort) ?? 0) + 1) })
  const body = JSON.stringify({ query: '{ hello }' })
  const asking = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
  const open = async (): Promise<Socket> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').setNoDelay(true).setEncoding('utf8').on('error', () => {})
    await new Promise(resolve => { socket.once('connect', resolve) })
    stops.push(async () => void socket.destroy())
    return socket
  }
  const likened = (answer: string): string => answer.replace(/Date: .*/, 'Date').replace(/\d+ operations run and \d+ wait/, 'some').replace(/"actual":\d+/, '"actual"')
  const byNode = new Set<string>()
  const byGate = new Set<string>()
  // They ask anew as they are answered, and are more than may wait.
  for (const socket of await Promise.all(Array.from({ length: 12 }, open))) {
    socket.on('data', (answer: unknown) => {
      if (String(answer).startsWith('HTTP/1.1 503')) byNode.add(likened(String(answer)))
      socket.write(asking)
    })
    socket.write(asking)
  }
  await expect.poll(() => byNode.size).toBe(1)
  // Of those that connect some find that others wait.
  for (let tries = 0; byGate.size === 0; tries++) {
    expect(tries).toBeLessThan(200)
    const late = await open()
    for (let index = 0; index < 10; index++) {
      const before = found.get(late.localPort)
      late.write(asking)
      const answer = String(await new Promise(resolve => { late.once('data', resolve) }))
      if (found.get(late.localPort) === before) byGate.add(likened(answer))
    }
    late.destroy()
  }
  expect([...byGate]).toEqual([...byNode])
})

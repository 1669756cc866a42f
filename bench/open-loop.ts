// Asks a server at a rate that the server has no say in, as the world does: `node open-loop.ts '{"address", "bodies", "rate", "seconds"}'`.
// Without a rate each connection asks again when it is answered. Prints what came of it as JSON. Its own HTTP, as fetch takes longer than the server.
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

export interface Asked {
  readonly address: string
  /** A file of bodies, one a line, sent in turn. */
  readonly bodies: string
  /** Requests a second; 0: as fast as they are answered. */
  readonly rate: number
  readonly seconds: number
  readonly connections: number
  readonly token?: string
}

export interface Came {
  /** A second, answered with 200 and no errors. */
  readonly perSecond: number
  /** A second, sent. */
  readonly sent: number
  readonly refused: number
  /** Other answers, errors in answers, connections that broke. */
  readonly failed: number
  /** How many failed with each code or status, or because the connection broke. */
  readonly causes: Readonly<Record<string, number>>
  /** Still under way, or waiting for a connection, when the time was over. */
  readonly unanswered: number
  /** Of answers, in ms from when the request was due. */
  readonly p50: number
  readonly p99: number
  readonly longest: number
  /** Of refusals, in ms from when the request was sent. */
  readonly refusedP50: number
  readonly refusedP99: number
}

interface Request {
  readonly due: number
  sent: number
}

const asked = JSON.parse(process.argv[2] ?? '{}') as Asked // bench/load.ts
const { hostname, port } = new URL(asked.address)
const head = `Host: ${hostname}\r\nContent-Type: application/json\r\n${asked.token ? `Authorization: Bearer ${asked.token}\r\n` : ''}`
const messages = readFileSync(asked.bodies, 'utf8').split('\n').filter(Boolean).map(body => Buffer.from(`POST /graphql HTTP/1.1\r\n${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`))
/** Used in turn, as those of many people are, and with when each may be used no more: a server says how long it keeps a connection, and who asks at that very moment is not answered. */
const idle: { readonly socket: Socket; readonly until: number }[] = []
const requests = new Map<Socket, Request>()
const queue: Request[] = []
const answered: number[] = []
const refusals: number[] = []
const causes: Record<string, number> = {}
let [open, sent, failed, next] = [0, 0, 0, 0]
let isOver = false

function begin(request: Request): void {
  const first = idle.shift()
  if (first && first.until > performance.now()) return send(first.socket, request)
  first?.socket.end()
  if (open >= asked.connections) return void queue.push(request)
  open++
  const made = connect(Number(port), hostname, () => send(made, request))
  let current: Request | undefined
  let text = ''
  made.setNoDelay(true)
  made.on('data', piece => {
    text += piece.toString('latin1')
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = /\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1]
    if (length === undefined ? !text.endsWith('\r\n0\r\n\r\n') : text.length < end + 4 + Number(length)) return
    current = requests.get(made)
    if (current) take(current, Number(text.slice(9, 12)), text)
    requests.delete(made)
    const closes = /\nconnection: close/i.test(text.slice(0, end))
    const kept = Number(/\nkeep-alive: timeout=(\d+)/i.exec(text.slice(0, end))?.[1] ?? Infinity) * 1000
    text = ''
    if (closes) return void made.end()
    const waiting = queue.shift() ?? (asked.rate === 0 && !isOver ? { due: performance.now(), sent: 0 } : undefined)
    if (waiting) send(made, waiting)
    else idle.push({ socket: made, until: performance.now() + kept - 1000 })
  })
  made.on('error', () => {})
  made.on('close', () => {
    open--
    if (requests.delete(made) && !isOver) fail('broken')
    const at = idle.findIndex(({ socket }) => socket === made)
    if (at >= 0) idle.splice(at, 1)
    const waiting = queue.shift() ?? (asked.rate === 0 && !isOver ? { due: performance.now(), sent: 0 } : undefined)
    if (waiting && !isOver) begin(waiting)
  })
}

function send(socket: Socket, request: Request): void {
  request.sent = performance.now()
  sent++
  requests.set(socket, request)
  socket.write(messages[next++ % messages.length] ?? '')
}

function take(request: Request, status: number, text: string): void {
  const now = performance.now()
  if (status === 200 && !text.includes('"errors":[')) answered.push(now - request.due)
  else if (status === 503 || status === 429) refusals.push(now - request.sent)
  else fail(/"code":"(\w+)"/.exec(text)?.[1] ?? String(status))
}

function fail(cause: string): void {
  failed++
  causes[cause] = (causes[cause] ?? 0) + 1
}

function at(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

const began = performance.now()
const end = began + asked.seconds * 1000
if (asked.rate === 0) for (let index = 0; index < asked.connections; index++) begin({ due: performance.now(), sent: 0 })
let due = 0
const tick = setInterval(() => {
  const now = Math.min(performance.now(), end)
  for (; asked.rate > 0 && began + due * 1000 / asked.rate < now; due++) begin({ due: began + due * 1000 / asked.rate, sent: 0 })
  if (now < end) return
  clearInterval(tick)
  // What is under way may still be answered, but it counts only by its time.
  setTimeout(() => {
    isOver = true
    const came: Came = {
      perSecond: answered.length / asked.seconds, sent: sent / asked.seconds, refused: refusals.length / asked.seconds, failed, causes, unanswered: queue.length + requests.size,
      p50: at(answered, 0.5), p99: at(answered, 0.99), longest: at(answered, 1), refusedP50: at(refusals, 0.5), refusedP99: at(refusals, 0.99),
    }
    process.stdout.write(JSON.stringify(came), () => process.exit())
  }, 300)
}, 1)

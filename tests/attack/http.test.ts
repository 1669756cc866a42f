// Attacks by HTTP and as a browser would be made to: bodies, encodings, methods, connections. The laws are in tests/60.http.test.ts and
// tests/69.open.test.ts; here it is what they cost a server in a process of its own, and what its log then holds.
import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect } from 'vitest'
import { ask, attack, isFull, refused, send, sendBytes, startVictim, tellsNothing, token, type Reply, type Victim } from './attack.ts'

let victim: Victim
beforeAll(async () => { victim = await startVictim({ takesChanges: true }) })
afterAll(async () => {
  expect(victim.log()).not.toContain(token)
  expect(await victim.end()).toBe(0)
})
const articles = async () => JSON.parse((await send(victim, undefined, { method: 'GET', path: '/health' })).text).articles as number
const change = { query: 'mutation { readArticle(input: {text: "Anna Berg said that tea was cold."}) { __typename } }' }
const bearer = { authorization: `Bearer ${token}` }

/** What raw bytes got, as a reply. */
async function raw(bytes: string | Uint8Array, patience?: number): Promise<Reply> {
  const { answer, ms } = await sendBytes(victim, bytes, patience)
  tellsNothing(answer)
  const [head = '', text = ''] = answer.split('\r\n\r\n', 2)
  return { status: Number(head.split(' ')[1] ?? 0), text, headers: {}, ms }
}

attack(() => victim, 'B03', 'methods: HEAD to TRACE, a change by GET, methods that are none', async () => {
  const replies: Reply[] = []
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE']) {
    const reply = await send(victim, undefined, { method, headers: { 'x-secret': 'echo-me' } })
    expect([method, reply.status, reply.text.includes('echo-me')]).toEqual([method, 405, false])
    replies.push(reply)
  }
  const byGet = await send(victim, undefined, { method: 'GET', path: `/graphql?query=${encodeURIComponent(change.query)}`, headers: bearer })
  expect([byGet.status, ...refused(byGet)]).toEqual([405, expect.stringMatching(/^(METHOD_NOT_ALLOWED|BAD_REQUEST)$/)])
  for (const method of ['HACK', 'GET\u0000', 'CONNECT x:1', '']) replies.push(await raw(`${method} /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, 500))
  return [...replies, byGet]
})

attack(() => victim, 'B04', 'a change by forms, plain text, no type, two types; with the token', async () => {
  const before = await articles()
  const replies: Reply[] = []
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/graphql', 'application/json;charset=utf-7', 'application/json, text/plain', 'APPLICATION/JSON/x', 'application/json+x']) {
    const reply = await send(victim, change, { headers: { ...bearer, 'content-type': type } })
    expect([type, reply.status, ...refused(reply)]).toEqual([type, 415, 'UNSUPPORTED_MEDIA_TYPE'])
    replies.push(reply)
  }
  expect(await articles()).toBe(before)
  return replies
})

attack(() => victim, 'B06', 'another host than loopback, in the head and in the target', async () => {
  const replies: Reply[] = []
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'evil.example:4000']) {
    const reply = await send(victim, { query: '{ __typename }' }, { headers: { host } })
    expect([host, reply.status, ...refused(reply)]).toEqual([host, 421, 'WRONG_HOST'])
    replies.push(reply)
  }
  const absolute = await raw('GET http://evil.example/graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  expect([absolute.status, absolute.text]).toEqual([421, expect.stringContaining('"WRONG_HOST"')])
  const two = await raw('GET /health HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  expect(two.status).toBe(400)
  const none = await raw('GET /health HTTP/1.1\r\nConnection: close\r\n\r\n')
  expect(none.status).toBe(400)
  return [...replies, absolute, two, none]
})

attack(() => victim, 'B07', 'bodies above the limit, of 30 MB, of false and double lengths, and smuggled requests', async () => {
  const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
  const over = await send(victim, JSON.stringify({ query: `{ __typename } #${'x'.repeat(102_400)}` }))
  expect([over.status, ...refused(over)]).toEqual([413, 'REQUEST_TOO_LARGE'])
  const chunked = await send(victim, Buffer.alloc(200_000, ' '), { headers: { 'transfer-encoding': 'chunked' } })
  expect(chunked.status).toBe(413)
  const replies = [over, chunked]
  for (const [bytes, status] of [
    [`${head}Content-Length: 30000000\r\n\r\n{`, 413], [`${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}`, 400], [`${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    [`${head}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n`, 400], [`${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`, 400], [`${head}Content-Length: -1\r\n\r\n`, 400], [`${head}Content-Length: 1e3\r\n\r\n`, 400],
    [`${head}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n`, 400], [`${head}X: a\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n`, 400], [`GET /health HTTP/1.1\r\nHost: localhost\r\nX: \u0000\r\n\r\n`, 400],
  ] as const) {
    const reply = await raw(bytes)
    expect([bytes.slice(90, 160), reply.status]).toEqual([bytes.slice(90, 160), status])
    replies.push(reply)
  }
  const flood = Buffer.concat([Buffer.from(`${head}Transfer-Encoding: chunked\r\n\r\n`), ...Array.from({ length: 300 }, () => Buffer.from(`186a0\r\n${' '.repeat(100_000)}\r\n`))])
  const endless = await raw(flood)
  expect(endless.status === 413 || endless.status === 0).toBe(true) // cut off in the midst of it, the answer may be lost
  return [...replies, endless]
})

attack(() => victim, 'B08', 'bodies that are no UTF-8, are packed, or begin with a mark', async () => {
  const good = '{"query":"{ __typename }"}'
  const replies: Reply[] = []
  for (const body of [Buffer.from([0x7b, 0xff, 0x7d]), Buffer.from([0x22, 0xc0, 0xaf, 0x22]), Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), Buffer.from(good, 'utf16le'), gzipSync(good), Buffer.from(`\uFEFF${good}`)]) {
    const reply = await send(victim, body)
    expect([body.subarray(0, 6), reply.status, refused(reply)[0]]).toEqual([body.subarray(0, 6), 400, expect.stringMatching(/^BAD_(ENCODING|REQUEST)$/)])
    replies.push(reply)
  }
  const bomb = gzipSync(Buffer.alloc(5_000_000, 'a'))
  for (const coding of ['gzip', 'br', 'deflate, gzip', 'identity, x']) {
    const reply = await send(victim, bomb, { headers: { 'content-encoding': coding } })
    expect([coding, ...refused(reply)]).toEqual([coding, 'BAD_ENCODING'])
    replies.push(reply)
  }
  return replies
})

const crowd = isFull ? 2000 : 400
/** More than so many hold all the connections that one address may have. */
const asks = crowd < 450
/** When something has come to the socket, which is left there, or it is closed. */
const answered = (socket: Socket) => socket.destroyed || Promise.race(['readable', 'close'].map(event => new Promise(resolve => { socket.once(event, resolve) })))
attack(() => victim, 'B09', `slow clients: ${crowd} half heads, bodies of a byte at a time, readers that take nothing`, async () => {
  const { port } = new URL(victim.url)
  const sockets: Socket[] = []
  const open = (bytes: string): Promise<Socket> => new Promise(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(bytes)
      resolve(socket)
    })
    socket.on('error', () => resolve(socket))
    sockets.push(socket)
  })
  const whole = '{ articles { nodes { text sentences { passage { text before(chars: 1000) after(chars: 1000) } } } } }'
  try {
    await Promise.all(Array.from({ length: crowd }, (_, i) => open(i % 4 === 0
      ? `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`
      : 'GET /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')))
    // Who takes nothing of the answers: they wait in the sockets, and the operations hold no place.
    const deaf = Array.from({ length: 40 }, () => open(`GET /graphql?query=${encodeURIComponent(whole)} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(5)).then(answered))
    await Promise.all(deaf)
    // Two hundred at once are more than may wait: until those that do have had their turn, others are refused as well.
    if (asks) await expect.poll(async () => (await ask(victim, '{ statistics { articles } }')).status).toBe(200)
    const drip = setInterval(() => sockets.forEach(socket => socket.writable && socket.write('x')), 500)
    const replies: Reply[] = []
    const until = performance.now() + (isFull ? 12_000 : 2500)
    while (performance.now() < until) {
      if (asks) replies.push(await ask(victim, '{ statistics { articles } }'))
      await new Promise(resolve => { setTimeout(resolve, 100) })
    }
    clearInterval(drip)
    for (const { status } of replies) expect(status).toBe(200)
    // Those that were half sent are cut off by now: heads after 5 s, bodies after 10 s.
    if (isFull) expect(sockets.slice(0, crowd).filter(socket => !socket.destroyed && socket.readyState === 'open')).toEqual([])
    return replies
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}, { memory: 120 })

attack(() => victim, 'B10', 'heads of 20 KB, 2,000 lines, and thousands of requests in one go', async () => {
  const many = await raw(`GET /health HTTP/1.1\r\nHost: localhost\r\n${Array.from({ length: 3000 }, (_, i) => `X-${i}: y\r\n`).join('')}\r\n`)
  expect(many.status).toBe(431)
  const long = await raw(`GET /health HTTP/1.1\r\nHost: localhost\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`)
  expect(long.status).toBe(431)
  const address = await send(victim, undefined, { method: 'GET', path: `/graphql?query={__typename}&x=${'y'.repeat(9000)}` })
  expect([address.status, ...refused(address)]).toEqual([414, 'URL_TOO_LONG'])
  const count = isFull ? 20_000 : 2000
  const started = performance.now()
  const { answer: pipelined } = await sendBytes(victim, 'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(count - 1) + 'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 60_000, 60_000)
  const statuses = pipelined.match(/HTTP\/1\.1 \d+/g) ?? []
  expect(statuses.length).toBeLessThan(100) // the connection is closed
  expect([...new Set(statuses)].filter(status => !/ (200|503)$/.test(status))).toEqual([])
  const { answer: few } = await sendBytes(victim, 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(9) + 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
  expect(few.match(/HTTP\/1\.1 200/g)).toHaveLength(10)
  return [many, long, address, { status: 200, text: '', headers: {}, ms: (performance.now() - started) / count }]
}, { memory: 100 })

attack(() => victim, 'B11', 'fifty fields that fail', async () => {
  const reply = await ask(victim, `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: node(id: "${'x'.repeat(200)}") { id }`).join(' ')} }`)
  expect(JSON.parse(reply.text).errors).toHaveLength(20)
  expect(reply.text.length).toBeLessThan(16_384)
  return [reply]
})

attack(() => victim, 'B13', 'guesses at the token: no hint, and none of it in the log', async () => {
  const before = await articles()
  const replies: Reply[] = []
  const guesses = ['', 'Bearer', 'Bearer ', `Bearer ${token}x`, `Bearer ${token.slice(0, -1)}`, `Bearer ${token.toUpperCase()}`, `Basic ${token}`, token, `Bearer ${'y'.repeat(4000)}`, 'Bearer null', 'Bearer undefined', `Bearer ${token}, Bearer x`, ...Array.from({ length: 100 }, (_, i) => `Bearer guess-number-${i}`)]
  for (const authorization of guesses) {
    const reply = await send(victim, change, { headers: { authorization } })
    expect([authorization, reply.status, ...refused(reply), reply.headers['www-authenticate']]).toEqual([authorization, 401, 'UNAUTHENTICATED', 'Bearer'])
    expect(reply.text).not.toContain(token)
    if (authorization.length > 20) expect(reply.text).not.toContain(authorization.slice(7))
    replies.push(reply)
  }
  const inAddress = await send(victim, undefined, { method: 'POST', path: `/graphql?token=${token}&access_token=${token}`, headers: { 'content-type': 'application/json' } })
  expect(inAddress.status).toBe(400)
  expect(await articles()).toBe(before)
  expect(JSON.parse((await send(victim, change, { headers: bearer })).text)).toEqual({ data: { readArticle: { __typename: 'ReadArticleSuccess' } } })
  expect(await articles()).toBe(before + 1)
  expect(victim.log()).not.toContain('guess-number')
  return [...replies, inAddress]
}, { memory: 200 }) // the reader is loaded for the one change

attack(() => victim, 'B14', 'names and texts that would forge lines of the log', async () => {
  const before = victim.log().length
  const replies: Reply[] = []
  for (const name of ['a\r\n{"level":"error","event":"forged"}', '\u001B[31mred', '\u202Edesrever', '\u2028x']) {
    for (const body of [{ query: 'query A { __typename }', operationName: name }, { query: `{ node(id: ${JSON.stringify(name)}) { id } }` }]) replies.push(await send(victim, body, { headers: { 'user-agent': 'x\tforged' } }))
  }
  const written = victim.log().slice(before)
  // Slow operations are logged with their text, escaped: a line for each, of ours.
  expect(written).not.toMatch(/\u202E|\u2028/)
  expect(written).not.toContain('\u001B')
  for (const line of written.split('\n').slice(0, -1).filter(each => each.startsWith('{"time"'))) expect((JSON.parse(line) as { event: string }).event).not.toBe('forged')
  return replies
})

attack(() => victim, 'B16', `subscriptions: ${isFull ? '450' : '300'} at once`, async () => {
  const { port } = new URL(victim.url)
  const path = `/graphql?query=${encodeURIComponent('subscription { articleRead { number } }')}`
  const subscribe = () => new Promise<{ socket: Socket; status: number }>(resolve => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`))
    socket.once('data', part => resolve({ socket, status: Number(String(part).split(' ')[1]) }))
    socket.on('error', () => resolve({ socket, status: 0 })).on('close', () => resolve({ socket, status: 0 }))
  })
  const sockets = await Promise.all(Array.from({ length: isFull ? 450 : 300 }, subscribe))
  try {
    const held = () => sockets.filter(({ status }) => status === 200).length
    const letGo = () => { for (const { socket, status } of sockets) if (status !== 200) socket.destroy() }
    letGo()
    expect(held()).toBeLessThanOrEqual(100)
    // Whom a machine that does much else kept waiting for a turn comes again.
    for (let again = 0; held() < 100 && again < 1000; again++) {
      sockets.push(await subscribe())
      letGo()
    }
    for (let again = 0; again < 1000 && sockets.at(-1)?.status !== 503; again++) sockets.push(await subscribe())
    expect([held(), sockets.at(-1)?.status]).toEqual([100, 503])
    const statuses = sockets.map(each => each.status)
    expect([...new Set(statuses)].filter(status => ![200, 503, 408, 0].includes(status))).toEqual([]) // 0: more connections than are held; 408: a machine that does much else
    return [await ask(victim, '{ __typename }')]
  } finally {
    for (const { socket } of sockets) socket.destroy()
  }
}, { cpu: 5000 }) // for all of them

attack(() => victim, 'B15', 'paths of files, encoded and not', async () => {
  const replies: Reply[] = []
  for (const path of ['/.git/config', '/..%2f..%2fetc/passwd', '/static/..\\..\\x', '/explorer.js/../../package.json', '/%00', '/%ff', '/e/%2e%2e%2f', '/s/%00', '/a/..%5c..%5c', '//evil.example/', '/graphql/', '/graphql%00', '/wp-login.php', '/server-status', '/e/__proto__', '/s/constructor', `/e/${'x'.repeat(7000)}`]) {
    const reply = await send(victim, undefined, { method: 'GET', path, isBare: true })
    expect([path, [302, 400, 404, 421].includes(reply.status)]).toEqual([path, true])
    tellsNothing(reply.text.replace(/<script[^>]*src="[^"]*"/g, ''))
    expect(reply.text).not.toMatch(/root:|"dependencies"/)
    replies.push(reply)
  }
  return replies
})

import { serverAudits } from 'graphql-http'
import { request as rawRequest } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { counters, post, sampleToken, startSample, type Answer } from './sample.ts'

let sample: Awaited<ReturnType<typeof startSample>>
beforeAll(async () => { sample = await startSample() })
afterAll(() => sample.stop())

const bearer = { authorization: `Bearer ${sampleToken}` }
const codes = async (body: object) => (await post(sample.url, body)).body.errors?.map(error => error.extensions['code'])
const big = (size: number) => JSON.stringify({ query: `{ hello } #${'x'.repeat(size)}` })
const ofLength = (length: number) => fetch(`${sample.url}/graphql?query={hello}&x=`.padEnd(sample.url.length + length, 'x'))

describe('GraphQL over HTTP', () => {
  test('all 61 audits of the specification pass', async () => {
    const audits = serverAudits({ url: `${sample.url}/graphql` })
    const results = await Promise.all(audits.map(audit => audit.fn()))
    expect(audits).toHaveLength(61)
    expect(results.filter(result => result.status !== 'ok').map(result => `${result.id} ${result.name}`)).toEqual([])
  })

  test('a query is answered inside one read transaction, a mutation is not', async () => {
    const before = counters.reads
    expect((await post(sample.url, { query: '{ hello }' })).body).toEqual({ data: { hello: 'Hello, you.' } })
    expect(counters.reads).toBe(before + 1)
    expect((await post(sample.url, { query: 'mutation { count }' }, bearer)).body).toEqual({ data: { count: counters.mutations } })
    expect(counters.reads).toBe(before + 1)
  })

  test('a query by GET is answered, with variables', async () => {
    const search = new URLSearchParams({ query: 'query ($n: String) { hello(name: $n) }', variables: '{"n":"Пу"}' })
    const response = await fetch(`${sample.url}/graphql?${search}`)
    expect(await response.json()).toEqual({ data: { hello: 'Hello, Пу.' } })
  })

  test('broken variables and encodings in the address are refused', async () => {
    expect(await codeOf(await fetch(`${sample.url}/graphql?query={hello}&variables={`))).toEqual([400, 'BAD_REQUEST'])
    expect(await codeOf(await fetch(`${sample.url}/graphql?query={hello}&x=%ff`))).toEqual([400, 'BAD_ENCODING'])
  })

  test('a document of several operations needs a name', async () => {
    const query = 'query A { hello } query B { hello }'
    expect((await post(sample.url, { query })).body.errors?.[0]).toMatchObject({ message: expect.stringContaining('it holds A, B'), extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })
    expect((await post(sample.url, { query, operationName: 'B' })).body.data).toEqual({ hello: 'Hello, you.' })
  })

  test('a bad document that is sent again is refused in the same way', async () => {
    const send = async (type: string) => {
      const response = await fetch(`${sample.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', accept: type }, body: '{"query":"{ hullo }"}' })
      return [response.status, await response.text()]
    }
    for (const type of ['application/json', 'application/graphql-response+json']) expect(await send(type)).toEqual(await send(type))
    expect((await send('application/json'))[0]).toBe(200)
    expect((await send('application/graphql-response+json'))[0]).toBe(400)
  })

  test('each step of a bad document has its code', async () => {
    expect(await codes({ query: '{' })).toEqual(['GRAPHQL_PARSE_FAILED'])
    expect(await codes({ query: '{ a b c d e f g h }' })).toEqual(Array(5).fill('GRAPHQL_VALIDATION_FAILED'))
    expect(await codes({ query: 'query ($n: String!) { hello(name: $n) }' })).toEqual(['BAD_VARIABLES'])
    expect(await codes({ query: 7 })).toEqual(['BAD_REQUEST'])
  })
})

describe('methods and bodies', () => {
  test('B03: only GET and POST answer, and a mutation only to POST', async () => {
    const before = counters.mutations
    for (const method of ['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const { status, headers, text } = await sendPlain({ method })
      expect([method, status, headers['allow']]).toEqual([method, 405, 'GET, POST'])
      expect(text).not.toContain('X-Echo')
    }
    expect(await codeOf(await fetch(`${sample.url}/graphql?query=mutation{count}`))).toEqual([405, 'METHOD_NOT_ALLOWED'])
    expect(counters.mutations).toBe(before)
  })

  test('B04: a body that is not JSON by its type is refused, and nothing runs', async () => {
    const before = counters.mutations
    const body = JSON.stringify({ query: 'mutation { count }' })
    const send = (parts: Parameters<typeof sendPlain>[0]) => sendPlain({ ...parts, headers: { ...bearer, ...parts.headers } })
    const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/graphql', 'application/json;charset=utf-7', 'application/json, text/plain', '']
    for (const type of types) {
      const { status, code } = await send({ method: 'POST', headers: type === '' ? {} : { 'content-type': type }, body })
      expect([type, status, code]).toEqual([type, 415, 'UNSUPPORTED_MEDIA_TYPE'])
    }
    expect((await send({ method: 'POST', headers: { 'content-type': ['application/json', 'text/plain'] }, body })).status).toBe(415)
    expect(counters.mutations).toBe(before)
    expect((await send({ method: 'POST', headers: { 'content-type': 'application/json; charset="UTF-8"' }, body })).status).toBe(200)
  })

  test('B07: a body above the limit is refused unread, whatever it says of its length', async () => {
    const exact = big(102_400 - big(0).length)
    expect(exact).toHaveLength(102_400)
    const json = { 'content-type': 'application/json' }
    expect((await sendPlain({ method: 'POST', headers: json, body: exact })).status).toBe(200)
    expect(await sendPlain({ method: 'POST', headers: json, body: `${exact} ` })).toMatchObject({ status: 413, code: 'REQUEST_TOO_LARGE' })
    expect(await sendPlain({ method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body: `${exact} ` })).toMatchObject({ status: 413 })
    const before = process.memoryUsage().arrayBuffers
    expect(await raw(`POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 30000000\r\n\r\n{`)).toMatch(/^HTTP\/1.1 413/)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000)
    expect(await raw('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}')).toMatch(/^HTTP\/1.1 400/)
    expect(await raw('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n')).toMatch(/^HTTP\/1.1 400/)
  })

  test('B08: bytes that are not plain UTF-8 are refused', async () => {
    const text = '{"query":"{ hello }"}'
    const bodies = {
      invalid: Buffer.from([0x7b, 0xff, 0x7d]),
      overlong: Buffer.from([0x22, 0xc0, 0xaf, 0x22]),
      utf16: Buffer.from(`\uFEFF${text}`, 'utf16le'),
      gzip: Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
      mark: Buffer.from(`\uFEFF${text}`),
    }
    for (const [name, body] of Object.entries(bodies)) {
      expect([name, await sendPlain({ method: 'POST', headers: { 'content-type': 'application/json' }, body })]).toMatchObject([name, { status: 400, code: 'BAD_ENCODING' }])
    }
    expect(await sendPlain({ method: 'POST', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body: text })).toMatchObject({ code: 'BAD_ENCODING' })
  })

  test('A08: a list of operations is refused, whatever its length', async () => {
    for (const body of [[], [{ query: '{ hello }' }], [[{}]]]) expect((await post(sample.url, body)).body.errors?.[0]?.extensions['code']).toBe('BATCHING_OFF')
  })

  test('an address above 8 KB is refused', async () => {
    expect((await ofLength(8192)).status).toBe(200)
    expect(await codeOf(await ofLength(8193))).toEqual([414, 'URL_TOO_LONG'])
  })
})

describe('errors', () => {
  test('B10: what we did not mean to throw is masked, whatever NODE_ENV says, and logged under its id', async () => {
    const kept = process.env['NODE_ENV']
    process.env['NODE_ENV'] = 'development'
    try {
      for (const how of ['error', 'range', 'string', 'sqlite', 'promise']) {
        const { status, body } = await post(sample.url, { query: `{ hello fail(how: "${how}") }` })
        const [error] = body.errors ?? []
        expect([how, status, error?.extensions['code']]).toEqual([how, 200, 'INTERNAL'])
        expect(JSON.stringify(body)).not.toMatch(/secret|SELECT|\.ts|stack|srv|RangeError/)
        const line = sample.lines.find(each => each.includes(String(error?.extensions['requestId'])))
        expect(line).toBeDefined()
        if (how === 'error') expect(line).toContain('secret')
      }
    } finally {
      process.env['NODE_ENV'] = kept
    }
  })

  test('an error of ours stands at its path with code and details, beside the other fields', async () => {
    const { status, body } = await post(sample.url, { query: '{ hello fail(how: "ours") }' })
    expect(status).toBe(200)
    expect(body.data).toEqual({ hello: 'Hello, you.', fail: null })
    expect(body.errors).toMatchObject([{ message: 'The id "x" is malformed; take ids from answers.', path: ['fail'], extensions: { code: 'BAD_ID', argument: 'id' } }])
    expect(body.errors?.[0]?.extensions).not.toHaveProperty('http')
  })

  test('B11: of 50 errors 20 are answered', async () => {
    const query = `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: fail(how: "ours")`).join(' ')} }`
    expect((await post(sample.url, { query })).body.errors).toHaveLength(20)
  })

  test('B14: nothing in the log can forge or hide a line', async () => {
    sample.lines.length = 0
    await post(sample.url, { query: 'query ($n: String!) { a: fail(how: $n) }', variables: { n: 'error' } })
    const { createLog } = await import('../src/log.ts')
    const lines: string[] = []
    createLog(line => lines.push(line)).info('x', { text: 'a\r\nb\u001B[31m\u202Ec' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^[\x20-\x7E]+\n$/)
    expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'x', text: 'a\r\nb\u001B[31m\u202Ec' })
  })
})

describe('around GraphQL', () => {
  test('/health tells status and version', async () => {
    const response = await fetch(`${sample.url}/health`)
    expect(await response.json()).toMatchObject({ status: 'ok', version: '0.1.0', articles: 1 })
    expect((await fetch(`${sample.url}/health`, { method: 'POST' })).status).toBe(405)
  })

  test('pages are read, and take nothing', async () => {
    for (const path of ['/', '/search?text=x', '/e/somebody', '/explorer.css', '/schema.graphql']) {
      const response = await fetch(sample.url + path, { method: 'POST', body: 'x' })
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD'])
      expect(await codeOf(await fetch(sample.url + path, { method: 'DELETE' }))).toEqual([405, 'METHOD_NOT_ALLOWED'])
    }
    expect((await fetch(`${sample.url}/nowhere`, { method: 'POST' })).status).toBe(404)
  })

  test('a Host that is none is refused in JSON, without a stack', async () => {
    for (const host of ['a b', '[', 'x:99999']) {
      const answer = await new Promise<string>((resolve, reject) => {
        const socket = connect(Number(new URL(sample.url).port), '127.0.0.1', () => socket.write(`GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))
        let said = ''
        socket.on('data', chunk => { said += String(chunk) }).on('end', () => resolve(said)).on('error', reject)
      })
      expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/)
      expect(answer).not.toMatch(/node_modules|at new URL/)
    }
  })

  test('a target that is a whole address is asked at that address, whatever the header says', async () => {
    const ask = async (target: string, host = 'elsewhere.example') => raw(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
    expect(await ask('http://localhost/graphql?query=%7Bhello%7D')).toMatch(/^HTTP\/1\.1 200 [^]*"hello":"Hello, you\."/)
    expect(await ask('HTTP://127.0.0.1:80/health')).toMatch(/^HTTP\/1\.1 200 [^]*"status":"ok"/)
    expect(await ask('http://localhost')).toMatch(/<title>.*On Record</)
    expect(await ask('http://elsewhere.example/health', 'localhost')).toMatch(/^HTTP\/1\.1 421 [^]*"code":"WRONG_HOST"/)
    expect(await ask('http://me@localhost/health', 'localhost')).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/)
    expect(await ask('ftp://localhost/health', 'localhost')).toMatch(/^HTTP\/1\.1 404 [^]*"code":"NOT_FOUND"/)
  })

  test('answers are JSON alone: no streams, and who accepts no JSON is told', async () => {
    const ask = (accept: string) => fetch(`${sample.url}/graphql?query=%7B__typename%7D`, { headers: { accept } })
    for (const accept of ['text/event-stream', 'multipart/mixed', 'text/plain']) {
      const response = await ask(accept)
      expect([accept, response.status, (await response.json() as Answer['body']).errors?.[0]?.extensions['code']]).toEqual([accept, 406, 'NOT_ACCEPTABLE'])
    }
    const apollo = await ask('multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9')
    expect([apollo.status, apollo.headers.get('content-type')]).toEqual([200, 'application/graphql-response+json; charset=utf-8'])
  })

  test('the top is the page of the explorer', async () => {
    const response = await fetch(sample.url, { redirect: 'manual' })
    // What the page asks does not fit the schema of these tests, and it says so; tests/explorer has the real one.
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
  })

  test('a request without a document is told what to send', async () => {
    for (const response of [await fetch(`${sample.url}/graphql`), await fetch(`${sample.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"q": "{ hello }"}' })]) {
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('send a GraphQL document as "query"'), extensions: { code: 'BAD_REQUEST' } }] })
    }
  })

  test('any other address is a 404 in JSON', async () => {
    for (const path of ['/.git', '/graphqlx', '/graphql/x', '/..%2f', '//', '/health/']) {
      expect([path, ...await codeOf(await fetch(`${sample.url}${path}`))]).toEqual([path, 404, 'NOT_FOUND'])
    }
  })

  test('every answer bears the security headers', async () => {
    for (const path of ['/graphql?query={hello}', '/health', '/nothing']) {
      const { headers } = await fetch(`${sample.url}${path}`)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  })

  test('B05: no page of another origin may read answers unless its origin is listed', async () => {
    const origins = ['https://news.example', 'null', 'https://news.example.evil.example', 'http://news.example']
    for (const origin of origins) expect((await post(sample.url, { query: '{ hello }' }, { origin })).headers.get('access-control-allow-origin')).toBeNull()
    const open = await startSample({ config: { corsOrigins: ['https://news.example'] } })
    try {
      const allowed = await Promise.all(origins.map(async origin => (await post(open.url, { query: '{ hello }' }, { origin })).headers))
      expect(allowed.map(headers => headers.get('access-control-allow-origin'))).toEqual(['https://news.example', null, null, null])
      expect(allowed.every(headers => headers.get('vary') === 'Origin' && headers.get('access-control-allow-credentials') === null)).toBe(true)
      const preflight = (origin: string) => fetch(`${open.url}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
      expect((await preflight('https://news.example')).status).toBe(204)
      expect((await preflight('https://evil.example')).status).toBe(405)
    } finally {
      await open.stop()
    }
  })
})

async function codeOf(response: Response): Promise<[number, unknown]> {
  const { errors } = await response.json() as { errors: { extensions: { code: string } }[] }
  return [response.status, errors[0]?.extensions.code]
}

/** node:http itself, for what fetch would not send. */
function sendPlain({ method, headers = {}, body }: { method: string; headers?: Record<string, string | string[]>; body?: string | Buffer }): Promise<{ status: number; headers: Record<string, unknown>; text: string; code: unknown }> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(`${sample.url}/graphql`, { method, headers: { 'X-Echo': '1', ...headers } }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', part => { text += part })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text, code: text.startsWith('{') ? JSON.parse(text).errors?.[0]?.extensions?.code : null }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Bytes as they are; answers what comes back before the socket closes or one second passes. */
function raw(bytes: string): Promise<string> {
  return new Promise(resolve => {
    let answer = ''
    const socket = connect(Number(new URL(sample.url).port), '127.0.0.1', () => socket.write(bytes))
    socket.setTimeout(1000, () => socket.destroy())
    socket.on('data', data => { answer += String(data) }).on('error', () => {}).on('close', () => resolve(answer))
  })
}

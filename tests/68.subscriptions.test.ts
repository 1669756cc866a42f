// Subscriptions over SSE: numbered, resumable, bounded; whoever wrote to the file.
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remove } from '../db/entering/apply.ts'
import { openForWriting, type Graph } from '../db/file/open.ts'
import { createBell, interval } from '../src/server/follow.ts'
import { ordinaryPace } from '../src/server/subscriptions.ts'
import { enter } from './graph-dump.ts'
import { draftOf, threeArticles } from './reading-builder.ts'
import { post } from './sample.ts'
import { listen, listening, notRead, readIn, serveProcess, startWriting, type Event, type Listening, type WritingServer } from './writing.ts'

let here: WritingServer
/** Another connection to the file, as another process has. */
let other: Graph
const three = threeArticles()
beforeAll(async () => {
  here = await startWriting()
  other = openForWriting(here.path)
})
afterAll(async () => {
  other.close()
  await here.stop()
})

const articleRead = 'subscription ($after: String) { articleRead(after: $after) { number article { title } } }'
const payload = ({ data }: Event) => JSON.parse(data).data as { articleRead: { number: string; article: { title: string } } }
const numbers = (events: readonly Event[]) => events.map(event => Number(payload(event).articleRead.number))
const titles = (events: readonly Event[]) => events.map(event => payload(event).articleRead.article.title)
const refusal = async (response: Response) => [response.status, (await response.json() as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]
const last = async ({ url } = here) => {
  const { statistics } = (await post(url, { query: '{ statistics { lastArticleRead lastStatementMade } }' })).body.data as { statistics: { lastArticleRead: string; lastStatementMade: string } }
  return statistics
}
/** A number that has begun to grow, once it has been the same for so long, in ms. */
async function atRest(count: () => number, long: number): Promise<number> {
  for (let before = 0; ;) {
    const now = count()
    if (now > 0 && now === before) return now
    before = now
    await pause(long)
  }
}
let count = 0
const fresh = () => ({ text: `Notice ${++count}\nThe library opens at nine.`, ...notRead })

async function using(stream: Promise<Listening>, work: (stream: Listening) => Promise<void>): Promise<void> {
  const opened = await stream
  try {
    await work(opened)
  } finally {
    opened.close()
  }
}

describe('what comes in', () => {
  test('is told as it comes, not only at the next look, with its number as the id of the event', async () => {
    const own = await startWriting({ bell: createBell(3_600_000) })
    try {
      await using(listen(own.url, articleRead), async stream => {
        expect([stream.response.status, stream.response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
        for (let time = 0; time < 6; time++) {
          await readIn(own.url, fresh())
          const [event] = await stream.take(1)
          const { number } = payload(event!).articleRead
          expect(event).toEqual({ id: number, event: 'next', data: JSON.stringify({ data: { articleRead: { number, article: { title: `Notice ${count}` } } } }) })
          expect(number).toBe((await last(own)).lastArticleRead)
        }
      })
    } finally {
      await own.stop()
    }
  })

  test('is told at the next look, which comes each half a second, where another process wrote it; and a known one is not told again', async () => {
    expect(interval).toBe(500) // docs/decisions.md: twice a second
    await using(listen(here.url, articleRead), async stream => {
      enter(other, three[0])
      enter(other, three[0])
      enter(other, three[1])
      expect(titles(await stream.take(2))).toEqual([three[0].metadata.title, three[1].metadata.title])
    })
  })

  test('comes after a number without gap or double, while more is being written', async () => {
    const { lastArticleRead: start } = await last()
    const write = async (total: number) => { for (let index = 0; index < total; index++) await readIn(here.url, fresh()) }
    await write(20)
    const writing = write(40)
    await using(listen(here.url, articleRead, { variables: { after: start } }), async stream => {
      const early = await stream.take(30)
      await using(listen(here.url, articleRead, { variables: { after: early.at(-1)!.id } }), async resumed => {
        const all = [...early, ...await resumed.take(30)]
        expect(numbers(all)).toEqual(Array.from({ length: 60 }, (_, index) => Number(start) + 1 + index))
        expect(titles(all)).toEqual(Array.from({ length: 60 }, (_, index) => `Notice ${count - 59 + index}`))
      })
    })
    await writing
  })

  test('what was removed again is left out, and no number comes twice', async () => {
    const { lastArticleRead: start } = await last()
    const { key } = enter(other, three[2])
    remove(other, key)
    await readIn(here.url, fresh())
    await using(listen(here.url, articleRead, { variables: { after: start } }), async stream => {
      expect(numbers(await stream.take(1))).toEqual([Number(start) + 2])
    })
  })

  test('an EventSource asks by GET and goes on where it was, whatever its address says', async () => {
    const { lastArticleRead: start } = await last()
    const wanted = fresh()
    await readIn(here.url, wanted)
    const abort = new AbortController()
    const search = new URLSearchParams({ query: articleRead, variables: '{"after":"0"}' })
    const response = await fetch(`${here.url}/graphql?${search}`, { headers: { 'accept': 'text/event-stream', 'last-event-id': start }, signal: abort.signal })
    expect(titles(await listening(response, () => {}).take(1))).toEqual([`Notice ${count}`])
    abort.abort()
  })

  test('statements are told with what surrounds them, those that the filter asks for', async () => {
    const document = `subscription ($after: String, $filter: StatementFilter) {
      statementMade(filter: $filter, after: $after) { number statement { text speakers { slug } cue { text } article { title } } }
    }`
    const { lastStatementMade: after } = await last()
    const filter = { speaker: { slug: 'cleo-marsh' } }
    await using(listen(here.url, document, { variables: { after, filter } }), async stream => {
      enter(other, draftOf(['Marsh and Oduya differ', 'Marsh said the dam is safe.', 'Oduya said the dam leaks.', 'Marsh denied that it leaks.'])
        .entity('marsh', 'PERSON', 'Cleo Marsh', { background: ['name'] }, 'Marsh').entity('oduya', 'PERSON', 'Ben Oduya', { background: ['name'] }, 'Oduya')
        .statement('a', 'the dam is safe', { speakers: ['marsh'] }).statement('b', 'the dam leaks', { speakers: ['oduya'] }, 'said')
        .statement('c', 'it leaks', { act: 'DENY', speakers: ['marsh'] }, 'denied').done())
      const events = await stream.take(2)
      const made = events.map(({ data }) => (JSON.parse(data) as { data: { statementMade: { number: string; statement: object } } }).data.statementMade)
      expect(made).toEqual([
        { number: String(Number(after) + 1), statement: { text: 'the dam is safe', speakers: [{ slug: 'cleo-marsh' }], cue: null, article: { title: 'Marsh and Oduya differ' } } },
        { number: String(Number(after) + 3), statement: { text: 'it leaks', speakers: [{ slug: 'cleo-marsh' }], cue: { text: 'denied' }, article: { title: 'Marsh and Oduya differ' } } },
      ])
    })
  })

  test('F01: a server that was killed and started again goes on behind the number', async () => {
    const first = await serveProcess(here.path, { takesChanges: false })
    const { lastArticleRead: start } = await last()
    const stream = await listen(first.url, articleRead, { variables: { after: start } })
    await readIn(here.url, fresh())
    const [seen] = await stream.take(1)
    const rest = stream.take().catch(() => [])
    await first.end('SIGKILL')
    expect(await rest).toEqual([]) // no "complete": the client knows that it was cut off
    await readIn(here.url, fresh()) // while nobody listened
    const second = await serveProcess(here.path, { takesChanges: false })
    await using(listen(second.url, articleRead, { headers: { 'last-event-id': seen!.id! } }), async resumed => {
      await readIn(here.url, fresh())
      expect(titles([seen!, ...await resumed.take(2)])).toEqual([2, 1, 0].map(back => `Notice ${count - back}`))
      const ending = second.end('SIGTERM')
      expect(await resumed.take()).toEqual([{ id: undefined, event: 'complete', data: '' }])
      expect(await ending).toBe(0)
    })
  })
})

describe('what is refused', () => {
  const ask = (query: string, accept: string, variables: object = {}) => fetch(`${here.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify({ query, variables }),
  })

  test('a subscription without a stream, and a stream of anything else', async () => {
    for (const accept of ['application/json', '*/*', 'application/graphql-response+json, application/json']) {
      expect(await refusal(await ask(articleRead, accept))).toEqual([406, 'NOT_ACCEPTABLE'])
    }
    expect(await refusal(await fetch(`${here.url}/graphql?${new URLSearchParams({ query: articleRead })}`))).toEqual([406, 'NOT_ACCEPTABLE'])
    expect(await refusal(await ask('{ __typename }', 'text/event-stream'))).toEqual([406, 'NOT_ACCEPTABLE'])
    expect(await refusal(await ask('mutation { removeArticle(id: "x") { __typename } }', 'text/event-stream'))).toEqual([406, 'NOT_ACCEPTABLE'])
    const both = await ask('{ __typename }', 'text/event-stream, application/json')
    expect([both.headers.get('content-type'), await both.json()]).toEqual(['application/json; charset=utf-8', { data: { __typename: 'Query' } }])
  })

  test('a document or an argument that is wrong, before the stream begins', async () => {
    const wrong: readonly (readonly [query: string, code: string, variables?: object])[] = [
      ['subscription {', 'GRAPHQL_PARSE_FAILED'],
      ['subscription { articleRead { title } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { a: articleRead { number } b: articleRead { number } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription A { articleRead { number } } subscription B { articleRead { number } }', 'OPERATION_RESOLUTION_FAILURE'],
      [articleRead, 'BAD_VARIABLES', { after: 7 }],
      ...['x', '-1', '1.5', '999999999', '9'.repeat(400), ''].map(after => [articleRead, 'BAD_CURSOR', { after }] as const),
      ['subscription { statementMade(filter: {id: "x"}) { number } }', 'BAD_ID'],
      ['subscription { statementMade(filter: {article: {publishedOn: {from: "soon"}}}) { number } }', 'BAD_DATE'],
      [`subscription { articleRead { article { ${'entities(first: 100) { nodes { statements(first: 100) { nodes { id } } } }'} } } }`, 'QUERY_TOO_COMPLEX'],
      [`subscription { articleRead { article { ${'sentences { statements { article { '.repeat(5)}id${' } } }'.repeat(5)} } } }`, 'QUERY_TOO_DEEP'],
    ]
    for (const [query, code, variables] of wrong) {
      const response = await ask(query, 'text/event-stream', variables)
      expect([query, ...await refusal(response)]).toEqual([query, 400, code])
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    }
  })

  test('the 101st subscription, until another ends', async () => {
    const open = await Promise.all(Array.from({ length: 100 }, () => listen(here.url, articleRead)))
    try {
      const response = await ask(articleRead, 'text/event-stream')
      expect([response.headers.get('retry-after'), ...await refusal(response)]).toEqual(['10', 503, 'BUSY'])
      await readIn(here.url, fresh())
      for (const stream of open) expect(titles(await stream.take(1))).toEqual([`Notice ${count}`])
    } finally {
      for (const stream of open) stream.close()
    }
    await expect.poll(async () => {
      const stream = await listen(here.url, articleRead)
      stream.close()
      return stream.response.status
    }).toBe(200)
  })
})

describe('how a stream ends', () => {
  test('whoever takes nothing gets nothing more: what is left is read when it is asked for', async () => {
    const own = await startWriting()
    try {
      fill(own.path, 25, 800_000)
      const body = JSON.stringify({ query: 'subscription { articleRead(after: "0") { article { title text } } }' })
      const socket = connect(Number(new URL(own.url).port), '127.0.0.1')
      socket.write(`POST /graphql HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
      socket.pause()
      expect(await atRest(own.reads, 500)).toBeLessThan(20) // of 26 events
      let events = 0
      socket.setEncoding('utf8').on('data', part => { events += String(part).split('event: next').length - 1 }).resume()
      await expect.poll(() => events).toBe(26)
      socket.destroy()
    } finally {
      await own.stop()
    }
  })

  test('a quiet stream bears a comment now and then, and none when it has ended', async () => {
    expect(ordinaryPace()).toEqual({ heartbeat: 15_000, patience: 30_000 }) // docs/api.md, docs/settings.md
    const own = await startWriting({ pace: { heartbeat: 60, patience: 30_000 } })
    try {
      const abort = new AbortController()
      const began = performance.now()
      const response = await fetch(`${own.url}/graphql?${new URLSearchParams({ query: articleRead })}`, { headers: { accept: 'text/event-stream' }, signal: abort.signal })
      let said = ''
      for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
        said += part
        if (said.length >= 15) break // the first is sent at once
      }
      expect([said.slice(0, 15), performance.now() - began > 150]).toEqual([':\n\n'.repeat(5), true])
      abort.abort()
      const [stream] = [await listen(own.url, articleRead)]
      own.stopping.abort()
      expect(await stream.take()).toEqual([{ id: undefined, event: 'complete', data: '' }])
    } finally {
      await own.stop()
    }
  })

  test('whoever takes nothing for long is cut off, and goes on behind what was taken', async () => {
    const own = await startWriting({ pace: { heartbeat: 50, patience: 400 } })
    try {
      fill(own.path, 25, 800_000)
      const query = 'subscription { articleRead(after: "0") { number article { text } } }'
      const socket = connect(Number(new URL(own.url).port), '127.0.0.1')
      const gone = new Promise(resolve => { socket.on('error', () => {}).on('close', resolve) })
      socket.write(`GET /graphql?${new URLSearchParams({ query })} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`)
      socket.pause()
      await expect.poll(own.reads).toBeGreaterThan(0)
      await expect.poll(own.connections).toBe(0) // the server has cut it off; here, where nothing is taken, nobody has heard
      const sent = own.reads()
      expect(sent).toBeLessThan(20) // of 26 events
      let said = ''
      socket.setEncoding('utf8').on('data', part => { said += String(part) }).resume()
      await gone
      expect(own.reads()).toBe(sent)
      const seen = [...said.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))
      expect(said).not.toContain('event: complete')
      expect(seen).toEqual(seen.map((_, index) => index + 1))
      await using(listen(own.url, articleRead, { headers: { 'last-event-id': String(seen.at(-2)) } }), async resumed => {
        expect(numbers(await resumed.take(27 - seen.length))).toEqual(Array.from({ length: 27 - seen.length }, (_, index) => seen.length + index))
      })
      expect(own.lines).toEqual([])
    } finally {
      await own.stop()
    }
  })

  test('F15: clients that go away at any moment leave nothing open', async () => {
    const own = await startWriting()
    try {
      fill(own.path, 5, 200_000)
      await Promise.all(Array.from({ length: 90 }, async (_, index) => {
        const abort = new AbortController()
        setTimeout(() => abort.abort(), index * 3)
        const query = 'subscription { articleRead(after: "0") { number article { text } } }'
        await fetch(`${own.url}/graphql?${new URLSearchParams({ query })}`, { headers: { accept: 'text/event-stream' }, signal: abort.signal }).then(response => response.text()).catch(() => {})
      }))
      const streams = await Promise.all(Array.from({ length: 100 }, () => listen(own.url, articleRead)))
      expect(streams.map(stream => stream.response.status)).toEqual(streams.map(() => 200))
      expect(own.lines).toEqual([])
      for (const stream of streams) stream.close()
    } finally {
      await own.stop()
    }
  })

  test('at the end of the server each stream is told that it is complete', async () => {
    const own = await startWriting()
    try {
      const stream = await listen(own.url, articleRead)
      own.stopping.abort()
      expect(await stream.take()).toEqual([{ id: undefined, event: 'complete', data: '' }])
    } finally {
      await own.stop()
    }
  })
})

/** Long articles, in which nothing is marked. */
function fill(path: string, articles: number, length: number): void {
  const graph = openForWriting(path)
  for (let index = 0; index < articles; index++) enter(graph, draftOf([`Volume ${index}`, 'The tide turned at noon. '.repeat(length / 25)]).done())
  graph.close()
}

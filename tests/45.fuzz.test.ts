// Operations at random over HTTP, valid ones and spoilt ones: answered or refused with a code, soon, as JSON, never with a fault of ours.
// A few hundred by a fixed seed in `npm test`, 5,000 of each by new seeds in `npm run faults`. A failing one prints its seed and its text.
import { parse, validate } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../schema/index.ts'
import { errorTable } from '../src/model/errors.ts'
import type { Data } from './ask.ts'
import { isFull, rounds, tried } from './fault/rounds.ts'
import { randomOperation, spoilt, spoiltVariables, type Known } from './random-operations.ts'
import { startWriting, type WritingServer } from './writing.ts'

let here: WritingServer
let known: Known
beforeAll(async () => {
  here = await startWriting({ token: null })
  const { body } = await ask('{ entities(first: 60) { nodes { id slug name } pageInfo { endCursor } } statements(first: 20) { nodes { id } pageInfo { endCursor } } relationships(first: 20) { nodes { id } pageInfo { startCursor } } articles { nodes { id slug } pageInfo { endCursor } } }')
  const data = body['data'] as Record<string, { nodes: { id: string; slug?: string; name?: string }[]; pageInfo: { endCursor?: string; startCursor?: string } }>
  const nodes = Object.values(data).flatMap(each => each.nodes)
  known = {
    ids: [...nodes.map(each => each.id), 'QXJ0aWNsZTow', 'no id'],
    slugs: [...nodes.flatMap(each => each.slug ?? []), 'nobody'],
    words: [...nodes.flatMap(each => each.name ?? []), 'Putin', 'the', 'Syria', 'said', 'obma', '“tragic”', 'نیویورک', 'x'],
    cursors: [...Object.values(data).flatMap(({ pageInfo }) => [pageInfo.endCursor ?? pageInfo.startCursor ?? '']), 'no cursor'],
  }
})
afterAll(() => here.stop())

interface Answered {
  readonly status: number
  readonly body: Data
  /** Processor time of this process, client included, in ms. */
  readonly time: number
}

async function ask(query: string, variables: Data = {}): Promise<Answered> {
  const before = process.cpuUsage()
  const response = await fetch(`${here.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) })
  const text = await response.text()
  const { user, system } = process.cpuUsage(before)
  return { status: response.status, body: JSON.parse(text) as Data, time: (user + system) / 1000 }
}

/** What holds of every answer. */
function requireCivil(answered: Answered, what: string): readonly string[] {
  const { status, body, time } = answered
  expect([status, what]).toEqual([expect.toBeOneOf([200, 400, 403, 404, 405, 406, 413]), what])
  expect(time, what).toBeLessThan(1000)
  const errors = (body['errors'] ?? []) as { message: string; extensions?: { code?: string } }[]
  for (const { message, extensions } of errors) {
    expect([message, extensions?.code, what]).toEqual([expect.not.stringMatching(/Cannot return null|SQLITE|fault of ours/), expect.toBeOneOf(Object.keys(errorTable).filter(code => code !== 'INTERNAL')), what])
  }
  expect([here.lines.filter(line => line.includes('"level":"error"')), what]).toEqual([[], what])
  return errors.map(error => error.extensions?.code ?? '')
}

const first = isFull ? Math.floor(Math.random() * 2 ** 30) : 20_151_116
const seeds = (count: number) => Array.from({ length: count }, (_, index) => first + index * 7919)

test('A19: valid operations at random are answered, the same with arguments written out and in variables', async context => {
  const times = rounds(100, 5000)
  const counts = { answered: 0, refused: 0, slowest: 0 }
  const codes = new Map<string, number>()
  for (const seed of seeds(times)) {
    const { inline, document, variables } = randomOperation(schema, seed, known)
    const what = `seed ${seed}: ${inline}`
    expect([validate(schema, parse(inline)).map(error => error.message), what]).toEqual([[], what])
    expect([validate(schema, parse(document)).map(error => error.message), what]).toEqual([[], what])
    const [written, given] = [await ask(inline), await ask(document, variables)]
    const found = requireCivil(written, what)
    requireCivil(given, what)
    for (const code of new Set(found)) codes.set(code, (codes.get(code) ?? 0) + 1)
    if (written.body['data']) counts.answered++
    else counts.refused++
    counts.slowest = Math.max(counts.slowest, written.time, given.time)
    const outcome = ({ status, body }: Answered) => ({ status, data: body['data'] ?? null, errors: ((body['errors'] ?? []) as Data[]).map(error => [error['message'], error['path'], error['extensions']]) })
    expect({ ...outcome(given), what }).toEqual({ ...outcome(written), what })
  }
  tried(context, { times, seen: `${counts.answered} with data, ${counts.refused} refused (${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}); slowest ${Math.round(counts.slowest)} ms` })
  expect(counts.answered).toBeGreaterThan(times / 2)
})

test('A19: spoilt operations and variables are refused with a code, or answered', async context => {
  const times = rounds(120, 5000)
  const counts = { answered: 0, slowest: 0 }
  const codes = new Map<string, number>()
  for (const seed of seeds(times)) {
    const { inline, document, variables } = randomOperation(schema, seed, known)
    const ofVariables = seed % 3 === 0
    const text = ofVariables ? document : spoilt(inline, seed)
    const answered = await ask(text, ofVariables ? spoiltVariables(variables, seed) : {})
    for (const code of new Set(requireCivil(answered, `seed ${seed}: ${text}`))) codes.set(code, (codes.get(code) ?? 0) + 1)
    if (answered.body['data']) counts.answered++
    counts.slowest = Math.max(counts.slowest, answered.time)
  }
  tried(context, { times, seen: `${counts.answered} with data; ${[...codes].map(([code, count]) => `${code} ${count}`).join(', ')}; slowest ${Math.round(counts.slowest)} ms` })
  expect(codes.size).toBeGreaterThan(3) // which ones, chance decides
})

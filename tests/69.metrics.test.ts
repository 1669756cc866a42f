// What a server tells of itself: metrics over all workers, the cost of an operation to who asks for it, slow operations in the log.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { copySeed } from './seeded.ts'
import { createMetrics, metricsText } from '../src/server/metrics.ts'
import { post, sampleToken, startSample } from './sample.ts'
import { serveProcess, type ServingProcess } from './writing.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-metrics-'))
const path = join(folder, 'graph.db')
let here: ServingProcess
beforeAll(async () => {
  copySeed(path)
  here = await serveProcess(path, { workers: 2, takesChanges: false, env: { ONRECORD_SLOW: '0' } })
  await ofBoth() // both have begun
})
afterAll(async () => {
  await here.end('SIGTERM')
  rmSync(folder, { recursive: true })
})

async function metrics(url = here.url): Promise<ReadonlyMap<string, number>> {
  const response = await fetch(`${url}/metrics`, { headers: { connection: 'close' } })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
  const lines = (await response.text()).split('\n')
  for (const line of lines) expect(line).toMatch(/^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? -?[\d.e+-]+|)$/)
  return new Map(lines.filter(line => line !== '' && !line.startsWith('#')).map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

/** As soon as neither worker is left out, as one is that is busy for long. */
async function ofBoth(): Promise<ReadonlyMap<string, number>> {
  for (;;) {
    const found = await metrics()
    if ([...found.keys()].filter(key => key.startsWith('process_resident')).length === 2) return found
  }
}

const query = '{ statements(first: 5) { nodes { text speakers { name } } } }'

describe('/metrics', () => {
  test('counts what all workers answered, whichever is asked', async () => {
    for (let asked = 0; asked < 6; asked++) await post(here.url, { query }, { connection: 'close' })
    await post(here.url, { query: '{ nothing }' }, { connection: 'close' })
    for (let time = 0; time < 2; time++) {
      const found = await ofBoth()
      expect(found.get('onrecord_operations_total{outcome="answered"}')).toBe(6)
      expect(found.get('onrecord_operations_total{outcome="refused"}')).toBe(1)
      expect(found.get('onrecord_requests_total{path="graphql",outcome="answered"}')).toBe(7)
      expect(found.get('onrecord_request_duration_seconds_count{path="graphql"}')).toBe(7)
      expect(found.get('onrecord_request_duration_seconds_bucket{path="graphql",le="+Inf"}')).toBe(7)
      expect(found.get('onrecord_operation_cost_points_count')).toBe(6)
      expect(found.get('onrecord_documents_total{known="yes"}')).toBeGreaterThanOrEqual(4) // each worker knows its own
      expect(found.get('onrecord_sql_statements_total')).toBeGreaterThanOrEqual(12)
      expect(found.get('onrecord_slow_operations_total')).toBe(7)
      expect(found.get('onrecord_data_version')).toBe(1)
      expect(found.get('onrecord_requests_in_flight')).toBe(1) // this one
      for (const each of ['process_resident_memory_bytes', 'process_cpu_seconds_total']) expect([...found.keys()].filter(key => key.startsWith(`${each}{worker="`))).toHaveLength(2)
    }
  })

  test('is for who sends the token, where anybody may ask', async () => {
    const open = await startSample({ config: { corsOrigins: [], token: sampleToken, mode: 'public' } })
    try {
      const asked = (headers = {}) => fetch(`${open.url}/metrics`, { headers }).then(response => response.status)
      expect([await asked(), await asked({ authorization: 'Bearer wrong-wrong-wrong-wrong' }), await asked({ authorization: `Bearer ${sampleToken}` })]).toEqual([404, 404, 200])
    } finally {
      await open.stop()
    }
  })

  test('buckets hold what is not above their bound, and all below', () => {
    const counted = createMetrics()
    for (const cost of [1, 10, 11, 20_000]) counted.observe('onrecord_operation_cost_points', cost)
    expect(metricsText([counted.state(), { 'onrecord_operation_cost_points_count': 1 }]).split('\n').filter(line => line.includes('cost'))).toEqual([
      '# HELP onrecord_operation_cost_points What operations could cost, as counted before they were executed.',
      '# TYPE onrecord_operation_cost_points histogram',
      ...[[10, 2], [30, 3], [100, 3], [300, 3], [1000, 3], [3000, 3], [10_000, 3], ['+Inf', 4]].map(([bound, count]) => `onrecord_operation_cost_points_bucket{le="${bound}"} ${count}`),
      'onrecord_operation_cost_points_sum 20022',
      'onrecord_operation_cost_points_count 5',
    ])
  })
})

describe('an operation', () => {
  test('tells what it cost to who asks for it, and to nobody else', async () => {
    const explained = (await post(here.url, { query, extensions: { explain: true } })).body as { data: unknown; extensions?: { cost: { predicted: number; actual: number; limit: number }; milliseconds: number; statements: number } }
    const objects = (value: unknown): number => (typeof value !== 'object' || value === null ? 0 : (Array.isArray(value) ? 0 : 1) + Object.values(value).reduce<number>((sum, each) => sum + objects(each), 0))
    expect(explained.extensions).toEqual({ cost: { predicted: expect.any(Number), actual: objects(explained.data), limit: 10_000 }, milliseconds: expect.any(Number), statements: expect.any(Number) })
    const { cost, statements } = explained.extensions!
    expect(cost.predicted).toBeGreaterThanOrEqual(5)
    expect(statements).toBeGreaterThanOrEqual(2)
    expect((await post(here.url, { query })).body).toEqual({ data: explained.data })
    const byAddress = await (await fetch(`${here.url}/graphql?${new URLSearchParams({ query, extensions: '{"explain":true}' })}`)).json() as typeof explained
    expect(byAddress.extensions?.cost).toEqual(cost)
  })

  test('that is slow is logged with the plans of its statements, without anybody’s values', async () => {
    await post(here.url, { query: 'query Slow($slug: String!) { entity(slug: $slug) { name } }', operationName: 'Slow', variables: { slug: 'no-such-entity' } })
    const line = here.said().split('\n').find(each => each.includes('"operationName":"Slow"'))
    const { event, cost, query: text, statements, plans } = JSON.parse(line ?? '{}')
    expect({ event, cost, text, statements }).toEqual({ event: 'slow operation', cost: expect.any(Number), text: expect.stringContaining('query Slow'), statements: 1 })
    expect(plans).toEqual([{ sql: expect.stringMatching(/^SELECT .* FROM entity e WHERE e\.slug = \+?\?$/), plan: [expect.stringMatching(/^SEARCH e USING INDEX/)] }])
    expect(line).not.toContain('no-such-entity')
  })
})

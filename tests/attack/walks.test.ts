// Attacks by what a graph can hold: an entity that everybody is tied to, and another beside it.
import { afterAll, beforeAll, expect } from 'vitest'
import { applyAll } from '../../db/entering/apply.ts'
import { openForWriting } from '../../db/file/open.ts'
import { draftOf } from '../reading-builder.ts'
import { ask, attack, isFull, startVictim, type Reply, type Victim } from './attack.ts'

/** Neighbours of each of the two hubs; they share a tenth. */
const neighbours = isFull ? 50_000 : 1000
const anArticle = 250

let victim: Victim
beforeAll(async () => { victim = await startVictim({ build }) }, 900_000)
afterAll(async () => { expect(await victim.end()).toBe(0) })

function build(path: string): void {
  const graph = openForWriting(path)
  let batch: ReturnType<typeof article>[] = []
  const flush = (): void => {
    applyAll(graph, batch, '2015-11-16T08:00:00.000Z')
    batch = []
  }
  for (let hub = 0; hub < 2; hub++) {
    for (let from = 0; from < neighbours; from += anArticle) {
      batch.push(article(hub, from + hub * neighbours * 0.9))
      if (batch.length === 20) flush()
    }
  }
  flush()
  graph.close()
}

function article(hub: number, from: number) {
  const centre = `Hub ${'AB'[hub]}`
  const others = Array.from({ length: anArticle }, (_, i) => `Other ${String(from + i).padStart(6, '0')}x`)
  const draft = draftOf(others.map(other => `${centre} met ${other}.`))
  draft.entity('hub', 'PERSON', centre, {}, centre)
  for (const [i, other] of others.entries()) {
    draft.entity(`o${i}`, 'PERSON', other, {}, other)
    draft.relationship('hub', `o${i}`, `${centre} met ${other}.`)
  }
  return draft.done()
}

const data = ({ text }: Reply) => (JSON.parse(text) as { data: Record<string, any>; errors?: unknown }).data // oxlint-disable-line typescript/no-explicit-any -- an answer's shape is its query's
const slugs = ['hub-a', 'hub-b']

attack(() => victim, 'A13', `paths between two hubs of ${neighbours.toLocaleString('en-GB')}: over whom they share, over nobody, to themselves, seven hops`, async () => {
  const paths = (from: string, to: string, rest = '') => ask(victim, `{ paths(from: {slug: "${from}"}, to: {slug: "${to}"}${rest}) { searched paths { length } } }`)
  const replies: Reply[] = []
  for (const [from, to] of [slugs, slugs.toReversed()] as [string, string][]) {
    const reply = await paths(from, to, ', first: 10, maxLength: 6')
    expect(data(reply)['paths'].searched).toMatch(/^(COMPLETE|LENGTH_LIMIT|NODE_BUDGET|DEADLINE)$/)
    replies.push(reply)
  }
  const excluded = await paths('hub-a', 'other-000001x', ', maxLength: 6, exclude: [{slug: "hub-b"}]')
  expect(data(excluded)['paths'].paths[0].length).toBe(1)
  const self = await paths('hub-a', 'hub-a')
  expect(data(self)['paths']).toEqual({ searched: 'COMPLETE', paths: [] })
  const seven = await paths('hub-a', 'hub-b', ', maxLength: 7')
  expect(seven.text).toContain('BAD_ARGUMENT')
  return [...replies, excluded, self, seven]
}, { memory: 150, cpu: 3000 })

attack(() => victim, 'A14', 'the neighbourhood of a hub, one and two steps', async () => {
  const replies: Reply[] = []
  for (const depth of [1, 2]) for (const slug of slugs) {
    const reply = await ask(victim, `{ neighbourhood(of: {slug: "${slug}"}, depth: ${depth}, first: 150) { nodes { slug } truncated totalCount } }`)
    const found = data(reply)['neighbourhood']
    if (depth === 1 || found) {
      expect(found.nodes).toHaveLength(150)
      expect([found.truncated, found.totalCount > 150]).toEqual([true, true])
    } else expect(reply.text).toContain('QUERY_TIMEOUT')
    replies.push(reply)
  }
  return replies
}, { memory: 150, cpu: 3000 })

attack(() => victim, 'A15', 'counts of everything, twenty times in one operation', async () => {
  const reply = await ask(victim, `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: relationships(filter: {minConfidence: 0.0${i}}) { totalCount } b${i}: entities { totalCount }`).join(' ')} }`)
  if (!data(reply)) expect(reply.text).toContain('QUERY_TIMEOUT') // on a machine that does much else
  for (const count of Object.values(data(reply) ?? {}) as { totalCount: number }[]) expect(count.totalCount).toBeLessThanOrEqual(10_001)
  return [reply]
}, { memory: 100, cpu: 3000 })

attack(() => victim, 'A24', 'pages through a hub, the deepest that one operation may ask', async () => {
  const replies: Reply[] = []
  for (const query of [
    '{ entity(slug: "hub-a") { neighbours(first: 100) { totalCount nodes { neighbours(first: 90) { nodes { slug } } } } } }', '{ articles(first: 100) { nodes { mentions(first: 95) { nodes { passage { text before(chars: 1000) after(chars: 1000) } } } } } }',
    '{ entities(first: 100) { nodes { relationships(first: 45) { nodes { subject { slug } } } } } }', '{ articles(first: 100) { nodes { text } } }',
  ]) {
    const reply = await ask(victim, query)
    expect([query, reply.status]).toEqual([query, expect.toSatisfy((status: number) => status === 200 || status === 400)])
    expect(reply.text.length).toBeLessThan(6_000_000)
    replies.push(reply)
  }
  return replies
}, { memory: 250, cpu: 3000 })

// Articles of every sort, in any order, alone and together, removed, brought again and read anew: one graph.
import { array, assert, infiniteStream, integer, nat, property, type Stream } from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { applyAll, remove } from '../db/entering/apply.ts'
import { leaving } from '../db/entering/leaving.ts'
import type { Graph } from '../db/file/open.ts'
import { replace } from '../db/entering/replace.ts'
import { verify } from '../db/verify/verify.ts'
import { OnRecordError } from '../src/model/errors.ts'
import { anyArticle } from './any-article.ts'
import { rounds } from './fault/rounds.ts'
import { dump, enter, scratch, withGraph } from './graph-dump.ts'
import type { Article } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)
const readAt = '2026-01-01T00:00:00.000Z'

/** All of them, or what refused one. */
function enterAll(graph: Graph, articles: readonly Article[]): void {
  for (const entered of applyAll(graph, articles, readAt)) if (entered instanceof OnRecordError) throw entered
}

function sound(graph: Graph): Record<string, string[]> {
  expect(verify(graph)).toEqual([])
  return dump(graph)
}

/** Some steps that lead from nothing to the graph of the articles, by whatever way. */
function wander(graph: Graph, seeds: readonly number[], stream: Stream<number>): void {
  const next = (below: number): number => stream.next().value! % below
  const articles = seeds.map((seed, index) => anyArticle(seed, index))
  const shuffled = articles.map(article => [next(1000), article] as const).toSorted(([one], [other]) => one - other).map(([, article]) => article)
  const otherwise = new Set<Article>()
  for (let steps = next(6); steps > 0; steps--) {
    const at = next(articles.length)
    const article = articles[at]!
    const key = article.reading.sha256
    const some = shuffled.slice(at, at + 1 + next(12))
    const kind = next(3)
    if (kind === 0) enterAll(graph, some)
    else if (kind === 1) {
      const { text, metadata, reading } = anyArticle(seeds[at]!, at, 1 + next(3))
      replace(graph, text, metadata, reading, readAt)
      otherwise.add(article)
    } else leaving(graph, () => {
      if (next(2) === 0) enterAll(graph, some)
      remove(graph, key)
      if (next(2) === 0) enterAll(graph, [...some, ...some])
    })
    if (next(3) === 0) remove(graph, key)
  }
  if (next(2) === 0) enterAll(graph, shuffled)
  else for (const article of shuffled) enter(graph, article)
  for (const { text, metadata, reading } of otherwise) replace(graph, text, metadata, reading, readAt)
}

describe('whatever way articles come by', () => {
  test('they make one graph: alone, together, removed, brought again, read anew', () => {
    assert(property(array(integer(), { minLength: 2, maxLength: 20 }), infiniteStream(nat()), (seeds, stream) => {
      const plain = withGraph(folder, seeds.map((seed, index) => anyArticle(seed, index)), sound)
      const together = withGraph(folder, [], graph => {
        enterAll(graph, seeds.map((seed, index) => anyArticle(seed, index)).toReversed())
        return sound(graph)
      })
      expect(together).toEqual(plain)
      const wandered = withGraph(folder, [], graph => {
        wander(graph, seeds, stream)
        return sound(graph)
      })
      expect(wandered).toEqual(plain)
    }), { numRuns: rounds(10, 1000) })
  })
})

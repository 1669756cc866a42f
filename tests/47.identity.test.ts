// Who may be whom across articles: who is a candidate and why, who must never be one, and that nothing depends on who came first.
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { processorTime } from '../db/file/deadline.ts'
import { applyAll } from '../db/entering/apply.ts'
import { matchesOf } from '../db/matching/candidates.ts'
import { nameRules } from '../db/matching/name-rules.ts'
import type { Graph } from '../db/file/open.ts'
import { sql } from '../db/sql.ts'
import { verify } from '../db/verify/verify.ts'
import type { ReadEntity } from '../src/model/reading.ts'
import type { EntityKind } from '../src/model/vocabulary.ts'
import { graphOf as askable } from './ask.ts'
import { scratch, withGraph } from './graph-dump.ts'
import { draftOf, type Article, type Draft } from './reading-builder.ts'

const folder = scratch()
afterAll(folder.remove)

/** An article that speaks of these alone; each is one sentence. */
function articleOf(title: string, people: readonly (readonly [string, Partial<ReadEntity>?])[], kind: EntityKind = 'PERSON', more: (draft: Draft) => Draft = each => each): Article {
  const draft = draftOf([title, ...people.map(([name]) => `${name} came to the harbour.`)])
  for (const [index, [name, rest]] of people.entries()) draft.entity(`e${index}`, kind, name, rest, name)
  return more(draft).done()
}

const apart = (names: readonly string[], kind: EntityKind = 'PERSON'): readonly Article[] => names.map((name, index) => articleOf(`Paper ${index}`, [[name]], kind))

/** All pairs, each as "slug ~ slug RULE confidence", seen from both sides. */
function pairsOf(graph: Graph): readonly string[] {
  const slugs = new Map(graph.all<{ id: number; slug: string }>(sql`SELECT id, slug FROM entity`).map(({ id, slug }) => [id, slug]))
  return [...matchesOf(graph, [...slugs.keys()])].flatMap(([id, matches]) =>
    matches.map(({ other_id: other, rule, confidence }) => `${slugs.get(id)} ~ ${slugs.get(other)} ${rule} ${confidence}`)).sort()
}

/** The pairs of these articles, each once; both sides must say the same, in every order of arrival tried. */
function candidates(articles: readonly Article[]): readonly string[] {
  const [first = [], ...others] = [articles, articles.toReversed(), [...articles.slice(1), ...articles.slice(0, 1)]].map(order =>
    withGraph(folder, order, graph => {
      expect(verify(graph)).toEqual([])
      return pairsOf(graph)
    }))
  for (const other of others) expect(other).toEqual(first)
  const turned = first.map(pair => pair.replace(/^(\S+) ~ (\S+)/, '$2 ~ $1')).sort()
  expect(turned).toEqual(first)
  return first.filter(pair => /^(\S+) ~ (\S+)/.exec(pair)!.slice(1).every((slug, index, [one = '', other = '']) => slug !== '' && index < 2 && one < other))
}

describe('candidates across articles', () => {
  test.each<[string, readonly string[], EntityKind, string]>([
    ['a surname alone', ['Tarn', 'Bo Tarn'], 'PERSON', 'bo-tarn ~ tarn I-SURNAME 0.35'],
    ['a surname alone with its particle', ['Le Marn', 'Odile Le Marn'], 'PERSON', 'le-marn ~ odile-le-marn I-SURNAME 0.35'],
    ['an initial', ['B. Tarn', 'Bo Tarn'], 'PERSON', 'b-tarn ~ bo-tarn I-INITIAL 0.5'],
    ['a pet name', ['Bill Tarn', 'William Tarn'], 'PERSON', 'bill-tarn ~ william-tarn I-NICKNAME 0.65'],
    ['a middle name', ['Ada Brigit Vell', 'Ada Vell'], 'PERSON', 'ada-brigit-vell ~ ada-vell I-MIDDLE 0.75'],
    ['a middle initial', ['Ada B. Vell', 'Ada Brigit Vell'], 'PERSON', 'ada-b-vell ~ ada-brigit-vell I-MIDDLE 0.75'],
    ['a surname in two transliterations', ['Oleh Zelensky', 'Oleh Zelenskiy'], 'PERSON', 'oleh-zelenskiy ~ oleh-zelensky I-SPELLING 0.55'],
    ['a surname that begins otherwise', ['Omar Gaddafi', 'Omar Qaddafi'], 'PERSON', 'omar-gaddafi ~ omar-qaddafi I-SPELLING 0.55'],
    ['a given name in two transliterations', ['Mohammed Tarn', 'Muhammad Tarn'], 'PERSON', 'mohammed-tarn ~ muhammad-tarn I-SPELLING 0.55'],
    ['an acronym', ['WTO', 'World Trade Organization'], 'ORGANISATION', 'world-trade-organization ~ wto I-ACRONYM 0.6'],
    ['an acronym that leaves words out', ['FBI', 'Federal Bureau of Investigation'], 'ORGANISATION', 'fbi ~ federal-bureau-of-investigation I-ACRONYM 0.6'],
    ['an organisation in two spellings', ['World Trade Organisation', 'World Trade Organization'], 'ORGANISATION', 'world-trade-organisation ~ world-trade-organization I-SPELLING 0.55'],
    ['a place in two spellings', ['Sevastopol', 'Sebastopol'], 'PLACE', 'sebastopol ~ sevastopol I-SPELLING 0.55'],
  ])('%s', (_, names, kind, expected) => {
    expect(candidates(apart(names, kind))).toEqual([expected])
  })

  test('two of one name who were told apart', () => {
    const articles = ['baker', 'painter'].map(distinguisher => articleOf(distinguisher, [['Bo Tarn', { distinguisher }]]))
    expect(candidates(articles)).toEqual(['bo-tarn-baker ~ bo-tarn-painter I-NAMESAKE 0.4'])
  })

  test('two known by one surname alone, each bound to its article', () => {
    const articles = ['aaaa', 'bbbb'].map(distinguisher => articleOf(distinguisher, [['Tarn', { distinguisher }]]))
    expect(candidates(articles)).toEqual(['tarn-aaaa ~ tarn-bbbb I-SURNAME 0.35'])
  })

  test.each<[string, readonly string[], EntityKind]>([
    ['different given names', ['Ada Tarn', 'Bo Tarn'], 'PERSON'],
    ['given names that begin and sound alike', ['Jean Tarn', 'Joan Tarn'], 'PERSON'],
    ['a man’s and a woman’s form of a name', ['Mario Tarn', 'Maria Tarn'], 'PERSON'],
    ['another initial', ['A. Tarn', 'Bo Tarn'], 'PERSON'],
    ['middle names that contradict each other', ['Bo W. Tarn', 'Bo H. W. Tarn', 'Bo Karl Tarn'], 'PERSON'],
    ['surnames that sound alike and are spelt otherwise', ['Bo Smith', 'Bo Schmidt'], 'PERSON'],
    ['a given name that is another’s surname', ['Tarn Vell', 'Bo Tarn'], 'PERSON'],
    ['letters that are no acronym of it', ['WTO', 'World Health Organization'], 'ORGANISATION'],
    ['organisations with the same initials', ['World Trade Organization', 'Western Transit Office'], 'ORGANISATION'],
    ['places that sound alike', ['Lund', 'Lindau'], 'PLACE'],
    ['topics', ['Climate change', 'Climate changes'], 'TOPIC'],
  ])('never: %s', (_, names, kind) => {
    expect(candidates(apart(names, kind))).toEqual([])
  })

  test('never: two of whom one article speaks, even where a third is both', () => {
    const both = articleOf('Both', [['Tarn'], ['Bo Tarn']])
    expect(candidates([both])).toEqual([])
    expect(candidates([both, articleOf('One', [['B. Tarn']])])).toEqual(['b-tarn ~ bo-tarn I-INITIAL 0.5', 'b-tarn ~ tarn I-SURNAME 0.35'])
  })

  test('never: a man and a woman, different kinds, and those that are unnamed', () => {
    expect(candidates([articleOf('A', [['Tarn', { honorific: 'Mrs' }]]), articleOf('B', [['Bo Tarn', { honorific: 'Mr' }]])])).toEqual([])
    expect(candidates([articleOf('A', [['Tarn']]), articleOf('B', [['Bo Tarn']], 'ORGANISATION')])).toEqual([])
    expect(candidates([articleOf('A', [['official', { named: false }]]), articleOf('B', [['official', { named: false }]])])).toEqual([])
  })
})

describe('what is known beside the names', () => {
  const norland = (draft: Draft): Draft => draft.entity('n', 'COUNTRY', 'Norland', { background: ['name'] })
  const inOffice = (title: string, name: string, role: string): Article => articleOf(title, [[name]], 'PERSON', draft =>
    norland(draft).relationship('e0', 'n', 'came to the harbour', { type: 'HOLDS_OFFICE', role }))
  const basis = (articles: readonly Article[]): readonly (readonly [string, number])[] => withGraph(folder, articles, graph =>
    matchesOf(graph, [graph.one<{ id: number }>(sql`SELECT id FROM entity WHERE slug = 'tarn'`)!.id]).values().next().value!.map(({ reason, confidence }) => [reason, confidence] as const))

  test('the same office weighs more than the same title, and either more than a country', () => {
    expect(basis([inOffice('A', 'Tarn', 'Minister'), inOffice('B', 'Bo Tarn', 'minister')])).toEqual([['One is known by the surname alone; both are Minister of Norland.', 0.68]])
    const of = (title: string, name: string, country: string): Article => articleOf(title, [[name, { country: 'c', background: ['country'] }]], 'PERSON', draft => draft.entity('c', 'COUNTRY', country, { background: ['name'] }))
    expect(basis([of('A', 'Tarn', 'Norland'), of('B', 'Bo Tarn', 'Norland')])).toEqual([['One is known by the surname alone; both are of Norland.', 0.45]])
    expect(basis([of('A', 'Tarn', 'Norland'), of('B', 'Bo Tarn', 'Sudland')])).toEqual([])
  })

  test('a common neighbour that is no country ranks one before the other', () => {
    const met = (title: string, name: string, other: string, kind: EntityKind = 'PERSON'): Article => articleOf(title, [[name]], 'PERSON', draft =>
      draft.entity('o', kind, other, { background: ['name'] }).relationship('e0', 'o', 'came to the harbour'))
    const found = basis([met('A', 'Tarn', 'Ada Vell'), met('B', 'Zoe Tarn', 'Ada Vell'), met('C', 'Bo Tarn', 'Cy Marn')])
    expect(found).toEqual([['One is known by the surname alone; both have to do with one other in common.', 0.45], ['One is known by the surname alone.', 0.35]])
    expect(basis([met('A', 'Tarn', 'Norland', 'COUNTRY'), met('B', 'Bo Tarn', 'Norland', 'COUNTRY')])).toEqual([['One is known by the surname alone.', 0.35]])
  })

  test('what a Reading says stands beside it, and the surer of both is told', () => {
    const article = articleOf('A', [['Tarn'], ['Harbour Man']], 'PERSON', draft => draft.match('e0', 'e1'))
    expect(basis([article, articleOf('B', [['Bo Tarn']])])).toEqual([['For a test.', 0.9], ['One is known by the surname alone.', 0.35]])
  })
})

describe('a graph of 2,000 Smiths', () => {
  const givenOf = (index: number): string => ['Ada', 'Bo', 'Cy', 'Dag', 'Eve', 'Finn', 'Gro', 'Hal', 'Ida', 'Jon'][index % 10]! + 'bcdfglmnrt'[Math.floor(index / 10) % 10]! + 'aeiou'[Math.floor(index / 100) % 5]! + 'klmr'[Math.floor(index / 500)]!
  const smiths = Array.from({ length: 2000 }, (_, index) => `${givenOf(index)} Smith`)
  const articles = Array.from({ length: 40 }, (_, index) => articleOf(`Smiths ${index}`, smiths.slice(index * 50, index * 50 + 50).map(name => [name])))

  test('asks few statements of bounded work, and tells nothing by the surname alone', () => {
    withGraph(folder, [], graph => {
      applyAll(graph, [...articles, ...apart(['Smith', 'Adabak Q. Smith', 'Q. Smith'])], '2026-01-01T00:00:00.000Z')
      const page = graph.all<{ id: number; slug: string }>(sql`SELECT id, slug FROM entity ORDER BY slug LIMIT 100`)
      expect(new Set(smiths).size).toBe(2000)
      let statements = 0
      graph.onStatement = () => { statements++ }
      const began = processorTime()
      const found = matchesOf(graph, page.map(({ id }) => id))
      expect(processorTime() - began).toBeLessThan(400)
      expect(statements).toBeLessThanOrEqual(5)
      for (const matches of found.values()) expect(matches.length).toBeLessThanOrEqual(60)
      const idOf = (slug: string): number => graph.one<{ id: number }>(sql`SELECT id FROM entity WHERE slug = ${slug}`)!.id
      expect(matchesOf(graph, [idOf('smith')]).get(idOf('smith'))).toEqual([])
      expect(matchesOf(graph, [idOf('adabak-q-smith')]).get(idOf('adabak-q-smith'))?.[0]).toMatchObject({ slug: 'adabak-smith', rule: 'I-MIDDLE' })
    })
  })
})

test('a page of many asks no statement for each', () => {
  const query = '{ entities(first: 100) { nodes { slug possiblySameAs { entity { slug } basis { rule reason confidence } } } } }'
  const counts = [2, 40].map(count => {
    const graph = askable(Array.from({ length: count }, (_, index) => apart([`Tarn${'aeiou'[index % 5]}b`, `Bo Tarn${'aeiou'[index % 5]}b`])[index % 2]!))
    const { length } = graph.statements(query)
    graph.close()
    return length
  })
  expect(counts[1]).toBeLessThanOrEqual(counts[0]! + 2)
})

test('docs/identity.md lists every rule with its confidence, and no other', () => {
  const text = readFileSync(new URL('../docs/identity.md', import.meta.url), 'utf8')
  const documented = [...text.matchAll(/^\| `(I-[A-Z]+)` \| ([\d.]+) \|/gm)].map(([, rule, confidence]) => [rule, Number(confidence)])
  expect(documented).toEqual(Object.entries(nameRules))
})

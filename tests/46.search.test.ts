// Search among many: what is cut is said, a limit on kinds is never passed over, and of texts those that answer best come first.
import { afterAll, describe, expect, test } from 'vitest'
import { relevance } from '../db/search/relevance.ts'
import { graphOf } from './ask.ts'
import { draftOf } from './reading-builder.ts'

const people = Array.from({ length: 295 }, (_, index) => `Alpha Person${String(index).padStart(4, '0')}`)
const lands = Array.from({ length: 5 }, (_, index) => `Alphz Land${index}`)
let draft = draftOf([...people, ...lands].map(name => `${name} was there.`))
for (const name of people) draft = draft.entity(name, 'PERSON', name, {}, name)
for (const name of lands) draft = draft.entity(name, 'COUNTRY', name, {}, name)
const many = graphOf([draft.done()])
afterAll(() => many.close())

test('five countries are found among three hundred names that begin alike', () => {
  const { countries, all } = many.ask(`{
    countries: search(text: "al", in: [COUNTRY]) { totalCount totalCountExact edges { node { ... on Country { name } } } }
    all: search(text: "alpha") { totalCount totalCountExact }
  }`)
  expect(countries).toMatchObject({ totalCount: 5, totalCountExact: true })
  expect(countries.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual(lands)
  expect(all.totalCountExact).toBe(false)
})

describe('how well a text answers', () => {
  const rare = { having: 1, among: 1000 }
  const order = (words: readonly string[], texts: readonly string[], sought = rare): readonly string[] => {
    const scores = relevance(words.map(word => ({ word, ...sought })), texts)
    return texts.map((text, index) => ({ text, score: scores[index]! })).sort((one, other) => other.score - one.score).map(each => each.text)
  }

  test('more for a word that stands there more often, less for a longer text', () => {
    const [once, twice, long] = ['tea was served then', 'tea or tea, she asked', 'tea was served then, and they went on to speak of other things, as they used to']
    expect(order(['tea'], [long, once, twice])).toEqual([twice, once, long])
  })

  test('more for a rare word than for a common one', () => {
    const [one, other] = ['gold gold tea', 'gold tea tea']
    const words = [{ word: 'gold', having: 400, among: 1000 }, { word: 'tea', having: 3, among: 1000 }]
    const [first = 0, second = 0] = relevance(words, [one, other])
    expect(second).toBeGreaterThan(first)
    expect(relevance([{ word: 'gold', having: 999, among: 1000 }], [one]).every(score => score > 0 && score < 0.01)).toBe(true)
  })

  test.each([
    ['tea', 'team steam tea-time Tea', 2], ['Árni', 'arni ARNI árni arnica', 3], ['foo-bar', 'foo bar, foo: bar foobar foo-barn', 2], ['2015', '12015 2015', 1], ['ﬁn', 'fin ﬁn', 1], ['они', 'они, кони они', 2],
  ])('%s stands in "%s" %i times', (word, text, times) => {
    const [score = NaN] = relevance([{ word, ...rare }], [text])
    const [same = NaN] = relevance([{ word: 'y', ...rare }], [Array.from({ length: times }, () => 'y').join(' ').padEnd(text.length)])
    expect(score).toBeCloseTo(same, 9)
  })
})

test('of texts that are many, those that came in last are ranked, and it is said that there are more', () => {
  const told = Array.from({ length: 520 }, (_, index) => `Ada Vell said that the bridge of stone ${index === 3 || index === 515 ? 'the bridge ' : ''}Nr${index}x is closed.`)
  const saying = draftOf(['Much is said', ...told])
  saying.entity('v', 'PERSON', 'Ada Vell', {}, 'Ada Vell')
  for (const [index, line] of told.entries()) saying.statement(`s${index}`, line.slice('Ada Vell said that '.length, -1), { speakers: ['v'] })
  const graph = graphOf([saying.done()])
  try {
    const { search } = graph.ask('{ search(text: "bridge of stone", in: [STATEMENT], first: 1) { totalCount totalCountExact nodes { ... on Statement { text } } } }')
    expect(search).toEqual({ totalCount: 200, totalCountExact: false, nodes: [{ text: expect.stringContaining('Nr515x') }] })
    const few = graph.ask('{ search(text: "Nr3x", in: [STATEMENT]) { totalCount totalCountExact nodes { ... on Statement { text } } } }').search
    expect(few).toEqual({ totalCount: 1, totalCountExact: true, nodes: [{ text: expect.stringContaining('Nr3x') }] })
  } finally {
    graph.close()
  }
})

test('what ranking a text costs does not depend on how many have its words: the engine is asked for no rank', () => {
  const ranked = [...many.statements('{ search(text: "was there", in: [STATEMENT, ARTICLE]) { nodes { __typename } } }')].filter(text => /(statement|article)_text\b/.test(text))
  expect(ranked.length).toBeGreaterThan(0)
  expect(ranked.filter(text => /\brank\b|bm25/.test(text))).toEqual([])
})

// What very many say is found article after article, and where next to nothing fits among all that there is: the same rows, in the same order.
import { afterAll, describe, expect, test } from 'vitest'
import { graphOf, type Data } from './ask.ts'
import { draftOf, type Article } from './reading-builder.ts'

/** One speaker an article, the newest first. */
const speakers = ['palace', 'ann', 'ben', 'norland', 'ben'] as const
const warned = new Set([40, 41, 700, 702])
const count = 720

function article(index: number): Article {
  const speaker = speakers[index % speakers.length]!
  const day = new Date(Date.UTC(2020, 0, 1) - index * 86_400_000).toISOString().slice(0, 10)
  const draft = draftOf([`Number ${index}`, `${index}x was said by Norland, the Palace, Ann Arl, its leader, and Ben Bo.`], { title: `Number ${index}`, publishedOn: day })
  return draft.entity('norland', 'COUNTRY', 'Norland', {}, 'Norland').entity('palace', 'ORGANISATION', 'Palace', { speaksFor: 'norland', background: ['speaksFor'] }, 'Palace')
    .entity('ann', 'PERSON', 'Ann Arl', {}, 'Ann Arl').entity('ben', 'PERSON', 'Ben Bo', {}, 'Ben Bo')
    .relationship('ann', 'norland', 'Ann Arl, its leader', { type: 'HOLDS_OFFICE', role: 'Leader' }).relationship(speaker, 'ben', 'and Ben Bo', { type: warned.has(index) ? 'THREATEN' : 'CONSULT' })
    .statement('s', `${index}x`, { speakers: [speaker], act: warned.has(index) ? 'WARN' : 'SAY', about: ['ben'] }).done()
}

const indices = Array.from({ length: count }, (_, index) => index)
const graph = graphOf(indices.map(article))
afterAll(() => graph.close())

const speaks = (index: number): boolean => speakers[index % speakers.length] !== 'ben'

function pages(list: string, what: string, nameOf: (node: Data) => string, backwards: boolean): string[] {
  const found: string[] = []
  for (let cursor: string | null = null, more = true; more;) {
    const page: string = backwards ? `last: 50, before: ${JSON.stringify(cursor)}` : `first: 50, after: ${JSON.stringify(cursor)}`
    const { nodes, pageInfo }: Data = graph.ask(`{ country(slug: "norland") { list: ${list.replace('PAGE', page)} { nodes { ${what} } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`)['country'].list
    if (backwards) found.unshift(...nodes.map(nameOf))
    else found.push(...nodes.map(nameOf))
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage
  }
  return found
}

describe('what a country and all who speak for it say', () => {
  test.each([false, true])('is walked through, page after page, backwards: %s', backwards => {
    const said = pages('statements(role: SPEAKER, rollUp: true, PAGE)', 'text', node => String(node['text']), backwards)
    expect(said).toEqual(indices.filter(speaks).map(index => `${index}x`))
  })

  test.each([
    ['{act: [WARN]}', (index: number) => warned.has(index)],
    ['{act: [DENY]}', () => false],
    ['{text: "702x"}', (index: number) => index === 702],
    ['{about: {slug: ["ben-bo"]}, act: [WARN]}', (index: number) => warned.has(index)],
    ['{speaker: {slug: ["palace"]}, article: {publishedOn: {to: "2018-06-01"}}}', (index: number) => speakers[index % speakers.length] === 'palace' && index >= 579],
  ])('that fits %s is found, from either end, however far away', (filter, fits) => {
    const wanted = indices.filter(index => speaks(index) && fits(index)).map(index => `${index}x`)
    for (const [page, texts] of [['first: 1', wanted.slice(0, 1)], ['last: 1', wanted.slice(-1)], ['first: 100', wanted]] as const) {
      const { country } = graph.ask(`{ country(slug: "norland") { statements(role: SPEAKER, rollUp: true, filter: ${filter}, ${page}) { totalCount nodes { text } groups(by: ACT) { count } } } }`)
      expect([page, country.statements.nodes.map((node: Data) => node['text'])]).toEqual([page, texts])
      expect([country.statements.totalCount, country.statements.groups.reduce((sum: number, each: Data) => sum + each['count'], 0)]).toEqual([wanted.length, wanted.length])
    }
  })

  test('and does', () => {
    const wanted = indices.filter(index => speaks(index) && warned.has(index)).map(index => `Number ${index}`)
    for (const [page, titles] of [['first: 1', wanted.slice(0, 1)], ['last: 1', wanted.slice(-1)], ['first: 100', wanted]] as const) {
      const { country } = graph.ask(`{ country(slug: "norland") { relationships(rollUp: true, direction: OUT, filter: {type: THREATEN}, ${page}) { totalCount nodes { article { title } } } } }`)
      expect([page, country.relationships]).toEqual([page, { totalCount: wanted.length, nodes: titles.map(title => ({ article: { title } })) }])
    }
  })
})

test('a page of what many say looks at no more articles than it takes; what next to nothing fits is looked for among all statements', () => {
  const statements = (filter: string): readonly string[] => [...graph.statements(`{ country(slug: "norland") { statements(role: SPEAKER, rollUp: true, first: 1${filter}) { nodes { text } } } }`)]
  const windows = (texts: readonly string[]): number => texts.filter(text => text.startsWith('SELECT sort FROM article')).length
  const ofAll = (texts: readonly string[]): readonly string[] => texts.filter(text => text.includes('+s.sort AS sort'))
  expect([windows(statements('')), ofAll(statements(''))]).toEqual([1, []])
  const rare = ofAll(statements(', filter: {act: [DENY]}'))
  expect(rare).toEqual([expect.stringMatching(/FROM statement s WHERE s\.act = \+\? AND EXISTS/)])
})

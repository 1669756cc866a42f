// What very many say is found article after article, and where next to nothing fits among all that there is: the same rows, in the same order.
import { array, assert, boolean, constantFrom, integer, oneof, property, subarray, type Arbitrary } from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { graphOf, type Data } from './ask.ts'
import { draftOf, type Article } from './reading-builder.ts'

interface Said {
  readonly index: number
  readonly speaker: string
  readonly about: string
  readonly act: string
  /** When the article was published, and in each second one the statement made. */
  readonly day: string
}

const speakers = ['palace', 'ann', 'ben', 'norland', 'ben']
const rareActs: Readonly<Record<number, string>> = { 40: 'WARN', 41: 'WARN', 250: 'PRAISE', 570: 'DENY', 700: 'WARN', 702: 'WARN', 713: 'DENY' }

/** One statement an article, the newest first. */
const all: readonly Said[] = Array.from({ length: 720 }, (_, index) => ({
  index, speaker: speakers[index % speakers.length]!, about: index % 97 === 0 ? 'ann' : 'ben', act: rareActs[index] ?? (index % 3 === 0 ? 'ASK' : 'SAY'),
  day: new Date(Date.UTC(2020, 0, 1) - index * 86_400_000).toISOString().slice(0, 10),
}))

function articleOf({ index, speaker, about, act, day }: Said): Article {
  const draft = draftOf([`Number ${index}`, `${index}x was said by Norland, the Palace, Ann Arl, its leader, and Ben Bo.`], { title: `Number ${index}`, publishedOn: day })
  return draft.entity('norland', 'COUNTRY', 'Norland', {}, 'Norland').entity('palace', 'ORGANISATION', 'Palace', { speaksFor: 'norland', background: ['speaksFor'] }, 'Palace')
    .entity('ann', 'PERSON', 'Ann', {}, 'Ann Arl').entity('ben', 'PERSON', 'Ben', {}, 'Ben Bo')
    .relationship('ann', 'norland', 'Ann Arl, its leader', { type: 'HOLDS_OFFICE', role: 'Leader' }).relationship(speaker, 'ben', 'and Ben Bo', { type: act === 'WARN' ? 'THREATEN' : 'CONSULT' })
    .statement('s', `${index}x`, { speakers: [speaker], act: act as 'SAY', about: [about], ...(index % 2 === 0 && { madeOn: day }) }).done()
}

const graph = graphOf(all.map(articleOf))
afterAll(() => graph.close())

const ofCountry = all.filter(({ speaker }) => speaker !== 'ben')
const textOf = ({ index }: Said): string => `${index}x`

function ask(list: string, filter: object, page: object, what: string): Data {
  return graph.ask(`query ($filter: ${list.startsWith('statements') ? 'StatementFilter' : 'RelationshipFilter'}, $first: Int, $after: String, $last: Int, $before: String) {
    country(slug: "norland") { list: ${list.replace(')', ', filter: $filter, first: $first, after: $after, last: $last, before: $before)')} { ${what} } } }`, { filter, ...page })['country'].list
}

/** The texts of pages of that size, as many as there are. */
function pages(filter: object, size: number, backwards: boolean, most: number): string[] {
  const found: string[] = []
  for (let cursor: string | null = null, more = true, count = 0; more && count < most; count++) {
    const { nodes, pageInfo } = ask('statements(role: SPEAKER, rollUp: true)', filter, backwards ? { last: size, before: cursor } : { first: size, after: cursor }, 'nodes { text } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }')
    const texts = nodes.map((node: Data) => node['text'])
    found[backwards ? 'unshift' : 'push'](...texts)
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor
    more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage
  }
  return found
}

describe('what a country and all who speak for it say', () => {
  test.each([false, true])('is walked through, page after page, backwards: %s', backwards => {
    expect(pages({}, 50, backwards, 100)).toEqual(ofCountry.map(textOf))
  })

  const condition: Arbitrary<readonly [filter: object, fits: (said: Said) => boolean]> = oneof(
    subarray(['WARN', 'DENY', 'PRAISE', 'THANK', 'ASK'], { minLength: 1, maxLength: 2 }).map(acts => [{ act: acts }, (said: Said) => acts.includes(said.act)] as const),
    constantFrom('palace', 'ann', 'ben').map(slug => [{ speaker: { slug: [slug] } }, (said: Said) => said.speaker === slug] as const),
    constantFrom('ann', 'ben').map(slug => [{ about: { slug: [slug] } }, (said: Said) => said.about === slug] as const),
    constantFrom(10, 500, 710).map(index => [{ article: { publishedOn: { to: all[index]!.day } } }, (said: Said) => said.index >= index] as const),
    constantFrom(9, 499, 715).map(index => [{ madeOn: { from: all[719]!.day, to: all[index]!.day } }, (said: Said) => said.index >= index && said.index % 2 === 0] as const),
    constantFrom(7, 702, 719).map(index => [{ text: `${index}x` }, (said: Said) => said.index === index] as const),
  )

  test('is found that fits a filter, wherever it stands, from either end, and counted', () => {
    assert(property(array(condition, { minLength: 1, maxLength: 3 }), integer({ min: 1, max: 3 }), boolean(), boolean(), (conditions, size, backwards, isOpposite) => {
      const [first, ...others] = conditions.map(([filter]) => filter)
      const filter = isOpposite ? { ...first, and: others.map(other => ({ not: other })) } : { ...first, and: others }
      const wanted = ofCountry.filter(said => conditions.every(([, fits], index) => fits(said) !== (isOpposite && index > 0))).map(textOf)
      const most = 4
      expect([filter, pages(filter, size, backwards, most)]).toEqual([filter, backwards ? wanted.slice(-size * most) : wanted.slice(0, size * most)])
      const { totalCount, groups } = ask('statements(role: SPEAKER, rollUp: true)', filter, {}, 'totalCount groups(by: ACT) { count }')
      expect([filter, totalCount, groups.reduce((sum: number, each: Data) => sum + each['count'], 0)]).toEqual([filter, wanted.length, wanted.length])
    }), { numRuns: 150 })
  })

  test('and does, in any role', () => {
    const warnings = ofCountry.filter(({ act }) => act === 'WARN').map(({ index }) => `Number ${index}`)
    for (const [page, titles] of [[{ first: 1 }, warnings.slice(0, 1)], [{ last: 1 }, warnings.slice(-1)], [{ first: 100 }, warnings]] as const) {
      const { totalCount, nodes } = ask('relationships(direction: OUT, rollUp: true)', { type: ['THREATEN'] }, page, 'totalCount nodes { article { title } }')
      expect([page, totalCount, nodes.map((node: Data) => node['article'].title)]).toEqual([page, warnings.length, titles])
    }
  })
})

test('a page of what many say looks at no more articles than it takes; what next to nothing fits is looked for among all statements', () => {
  const statements = (filter: string): readonly string[] => [...graph.statements(`{ country(slug: "norland") { statements(role: SPEAKER, rollUp: true, first: 1${filter}) { nodes { text } } } }`)]
  const windows = (texts: readonly string[]): number => texts.filter(text => text.startsWith('SELECT sort FROM article')).length
  const ofAll = (texts: readonly string[]): readonly string[] => texts.filter(text => text.includes('+s.sort AS sort'))
  expect([windows(statements('')), ofAll(statements(''))]).toEqual([1, []])
  expect(ofAll(statements(', filter: {act: [THANK]}'))).toEqual([expect.stringContaining('fitting CROSS JOIN statement s NOT INDEXED ON s.id = fitting.id')])
})

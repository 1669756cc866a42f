// The same articles in any order are the same graph, from text to answer: nothing that was read before changes what is read, and who may
// be the same is told alike.
import { expect, test } from 'vitest'
import { openForReading } from '../db/file/open.ts'
import { verify } from '../db/verify/verify.ts'
import { articleOf } from '../src/input/article.ts'
import { theReader } from '../src/reader.ts'
import { graphOf, type Data } from './ask.ts'
import { dump } from './graph-dump.ts'

/** Of people who share surnames, first names or nothing; of a country, an office, a group that nobody names. */
const texts = [
  'Ferry to sail\n\nMayor Ada Venn told reporters on Monday that the ferry “will sail again”. Venn thanked France.',
  'Contract row\n\nGovernor Bo Venn accused the French government of breaking a contract. “We signed it,” Bo Venn said.',
  'Harbour closed\n\nMayor Venn said the harbour would stay closed, according to a US official. The official met Tarn.',
  'Pier opens\n\nMs A. Venn opened the pier with Cy Tarn, president of Harbour Watch, who said it was safe.',
  'Watch warns\n\nHarbour Watch warned that the pier may fall. Cyrus Tarn denied it, and the United States condemned the warning.',
  'Talks in Paris\n\nAda Venn met Bo Venn in Paris on 3 March 2024. They agreed to reopen the ferry, Cy Tarn said.',
]
/** Each comes first once, last once, and before and behind every other. */
const orders = [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 0, 4, 1, 5, 3], [3, 5, 1, 4, 0, 2], [1, 3, 0, 5, 2, 4], [4, 2, 5, 0, 3, 1]] as const

const query = `{
  entities(first: 100) { nodes { slug kind name possiblySameAs { entity { slug } basis { rule reason confidence } } } }
  statements(first: 100) { nodes { id text speakers { slug } targets { slug } } }
  relationships(first: 100) { nodes { id type label subject { slug } object { slug } } }
  search(text: "venn", first: 20) { edges { score node { __typename } } }
}`

/** Reads them one after the other: their tables, and the answer. */
function madeIn(order: readonly number[]): { readonly tables: Record<string, string[]>; readonly answer: Data } {
  const asked = graphOf(order.map(index => {
    const { text, metadata } = articleOf({ text: texts[index]!, publishedOn: `2024-03-0${index + 4}` })
    return { text, metadata, reading: theReader().read(text, metadata) }
  }))
  const graph = openForReading(asked.path)
  try {
    expect(verify(graph)).toEqual([])
    return { tables: dump(graph), answer: asked.ask(query) }
  } finally {
    graph.close()
    asked.close()
  }
}

test('a company is one whatever its legal form, in any order', () => {
  const forms = ['Plant shut\n\nAcme Robotics Inc. said on Monday that it would shut its plant.', 'Plant sold\n\nMayor Bo Venn thanked Acme Robotics Ltd for the plant.', 'Robots sold\n\nAcme Robotics sued Lind Motor, Inc., in Paris. Lind Motor did not answer.']
  const named = [[0, 1, 2], [2, 1, 0], [1, 2, 0]].map(order => {
    const asked = graphOf(order.map(index => {
      const { text, metadata } = articleOf({ text: forms[index]!, publishedOn: '2024-03-04' })
      return { text, metadata, reading: theReader().read(text, metadata) }
    }))
    try {
      return asked.ask('{ entities(first: 20) { nodes { slug kind articles(first: 5) { totalCount } } } }')
    } finally {
      asked.close()
    }
  })
  for (const each of named) expect(each).toEqual({ entities: { nodes: expect.arrayContaining([{ slug: 'acme-robotics', kind: 'ORGANISATION', articles: { totalCount: 3 } }, { slug: 'lind-motor', kind: 'ORGANISATION', articles: { totalCount: 1 } }]) } })
})

test('six articles in six orders are one graph, with one answer to each question', () => {
  const [first, ...others] = orders.map(madeIn)
  for (const other of others) expect(other).toEqual(first)
})

test('people of one surname stay apart; who may be the same is told from both sides, with its basis', () => {
  const { entities } = madeIn([3, 1, 5, 0, 2, 4]).answer as { entities: { nodes: Person[] } }
  const people = new Map(entities.nodes.filter(({ kind, slug }) => kind === 'PERSON' && slug.includes('venn')).map(each => [each.slug.replace(/-[0-9a-f]{12}$/, ''), each]))
  expect([...people.keys()].sort()).toEqual(['a-venn', 'ada-venn', 'bo-venn', 'venn'])
  const told = (slug: string) => people.get(slug)!.possiblySameAs.map(({ entity, basis: { rule } }) => `${entity.slug.replace(/-[0-9a-f]{12}$/, '')} ${rule}`).sort()
  expect(told('venn')).toEqual(['a-venn I-SURNAME', 'ada-venn I-SURNAME', 'bo-venn I-SURNAME'])
  expect(told('ada-venn')).toEqual(['a-venn I-INITIAL', 'venn I-SURNAME'])
  expect(told('bo-venn')).toEqual(['venn I-SURNAME'])
  for (const { slug, possiblySameAs } of people.values()) {
    for (const { entity, basis } of possiblySameAs) {
      const other = entities.nodes.find(each => each.slug === entity.slug)
      expect(other?.possiblySameAs).toContainEqual({ entity: { slug }, basis })
      expect(basis).toEqual({ rule: expect.any(String), reason: expect.stringMatching(/\.$/), confidence: expect.any(Number) })
    }
  }
})

interface Person {
  readonly slug: string
  readonly kind: string
  readonly possiblySameAs: readonly { readonly entity: { readonly slug: string }; readonly basis: { readonly rule: string } }[]
}

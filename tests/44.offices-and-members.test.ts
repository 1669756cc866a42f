// What very many articles say again: offices are told once each, and an edge shows some of the relationships that make somebody a member.
import { afterAll, describe, expect, test } from 'vitest'
import { graphOf } from './ask.ts'
import { draftOf, type Article } from './reading-builder.ts'

const lines = ['Ann Arl, the leader of Norland, joined the League.', 'Ann Arl took part in the summit.']
const article = (day: number, office: { readonly role?: string; readonly startsOn?: string } = { role: 'Leader' }, subject = 'a'): Article => draftOf([`Notice ${day}`, ...lines], { publishedOn: `2024-03-${String(day).padStart(2, '0')}` })
  .entity('a', 'PERSON', 'Ann Arl', {}, 'Ann Arl').entity('n', 'COUNTRY', 'Norland', {}, 'Norland').entity('l', 'ORGANISATION', 'League', {}, 'League').entity('s', 'EVENT', 'Summit', { modality: 'ACTUAL', voice: 'ARTICLE' }, 'the summit')
  .relationship('a', 'n', 'the leader of Norland', { type: 'HOLDS_OFFICE', ...office })
  .relationship(subject, 'l', 'joined the League', { type: 'MEMBER_OF' }).relationship(subject, 's', 'took part in the summit', { type: 'PARTICIPATED_IN' })
  .done()

const graph = graphOf([
  ...Array.from({ length: 7 }, (_, index) => article(index + 1)), article(8, { role: 'Former Leader' }), article(9, { role: 'Leader', startsOn: '2019' }), article(10, { role: 'Leader', startsOn: '2019' }), article(11, {}, 'n'),
])
afterAll(graph.close)

describe('offices', () => {
  test('stand once each, what articles say most often first, with the words of the newest that says so', () => {
    const { offices } = graph.ask('{ person(slug: "ann-arl") { offices { title of { name } startsOn count evidence { article { title } text } relationship { article { title } } } } }')['person']
    const words = (title: string) => ({ evidence: [{ article: { title }, text: 'the leader of Norland' }], relationship: { article: { title } } })
    const of = { name: 'Norland' }
    expect(offices).toEqual([
      { title: 'Leader', of, startsOn: null, count: 7, ...words('Notice 7') },
      { title: 'Leader', of, startsOn: '2019', count: 2, ...words('Notice 10') },
      { title: 'the leader of Norland', of, startsOn: null, count: 1, ...words('Notice 11') },
      { title: 'Former Leader', of, startsOn: null, count: 1, ...words('Notice 8') },
    ])
  })

  test('are found for all persons of a page in one statement, by an index that has only them', () => {
    const own = graph.statements('{ people(first: 5) { nodes { offices { title count } } } }').filter(text => text.includes('HOLDS_OFFICE'))
    expect(own).toHaveLength(1)
    expect(planOf(own[0]!)).toContain('SEARCH h USING COVERING INDEX relationship_office (subject_id=?)')
  })
})

describe('what makes somebody a member', () => {
  test.each([['organisation(slug: "league")', 'members', 'joined the League'], ['event(slug: "summit")', 'participants', 'took part in the summit']])('%s: %s, of each at most so many, the newest first', (of, field, label) => {
    const ask = (rest: string) => graph.ask(`{ ${of} { ${field} { edges { node { slug } relationships${rest} { label article { title } } } } } }`)
    const edges = (newest: readonly number[]) => ({ [field]: { edges: [
      { node: { slug: 'ann-arl' }, relationships: newest.map(day => ({ label, article: { title: `Notice ${day}` } })) },
      { node: { slug: 'norland' }, relationships: [{ label, article: { title: 'Notice 11' } }] },
    ] } })
    expect(Object.values(ask(''))).toEqual([edges([10, 9, 8, 7, 6])])
    expect(Object.values(ask('(first: 2)'))).toEqual([edges([10, 9])])
    expect(Object.values(ask('(first: 100)'))).toEqual([edges([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])])
    for (const first of [0, 101]) expect(graph.codes(`{ ${of} { ${field} { edges { relationships(first: ${first}) { label } } } } }`)).toEqual(['BAD_PAGE_SIZE'])
  })

  test('is found by an index of what binds the two, and so are they', () => {
    const texts = graph.statements('{ organisation(slug: "league") { members { totalCount edges { relationships { label } } } } }').filter(text => text.includes('MEMBER_OF'))
    expect(texts.length).toBeGreaterThan(1)
    for (const text of texts) expect(planOf(text)).toMatch(/COVERING INDEX relationship_member \(object_id=\? AND type=\?/)
  })
})

function planOf(text: string): string {
  const values = Array.from({ length: text.split('?').length - 1 }, () => null)
  return graph.archive.graph.all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${text}`, values }).map(({ detail }) => detail).join('\n')
}

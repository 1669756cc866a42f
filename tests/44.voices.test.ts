// A country's word is also its government's and its officials'; an event has a voice as well as a statement.
import { afterAll, expect, test } from 'vitest'
import { graphOf } from './ask.ts'
import { draftOf } from './reading-builder.ts'

const seed = graphOf()
afterAll(() => seed.close())

const names = (nodes: readonly { readonly name: string }[]) => nodes.map(node => node.name)

test('what the Kremlin is accused of is found under Russia, as a claim', () => {
  const { country } = seed.ask(`{ country(slug: "russia") {
    own: relationships(filter: { type: ASSAULT, object: { slug: "free-syrian-army" } }) { totalCount }
    rolledUp: relationships(rollUp: true, direction: OUT, filter: { type: ASSAULT, object: { slug: "free-syrian-army" } }) { nodes { subject { name } voice claimedBy { name } } groups(by: VOICE) { count } }
    asObject: relationships(rollUp: true, direction: IN, filter: { type: ACCUSE }) { totalCount }
  } }`)
  expect(country.own.totalCount).toBe(0)
  expect(country.rolledUp.nodes).toEqual([{ subject: { name: 'Kremlin' }, voice: 'CLAIMED', claimedBy: [{ name: 'United States' }, { name: 'Free Syrian Army' }] }])
  expect(country.rolledUp.groups).toEqual([{ count: 1 }])
  expect(country.asObject.totalCount).toBe(2)
})

test('what two say, or is said of two, who both speak for a country is rolled up once', () => {
  const lines = ['Norland', 'The Palace of Norland and Norland were accused, said Ann Arl.', 'The Palace told Norland so.']
  const article = draftOf(lines).entity('n', 'COUNTRY', 'Norland', {}, 'Norland').entity('p', 'ORGANISATION', 'The Palace', { speaksFor: 'n', background: ['speaksFor'] }, 'The Palace').entity('a', 'PERSON', 'Ann Arl', {}, 'Ann Arl')
    .statement('s', 'The Palace of Norland and Norland were accused', { speakers: ['a'], about: ['n', 'p'], targets: ['n', 'p'] }, 'said').statement('t', 'so', { speakers: ['p', 'n'], addressees: ['n'] }, 'told')
  const graph = graphOf([article.done()])
  try {
    for (const [role, label] of [['ABOUT', 'said'], ['TARGET', 'said'], ['SPEAKER', 'told']]) {
      for (const rest of ['', ', last: 5', ', orderBy: {field: CONFIDENCE}', ', filter: {minConfidence: 0.1}', ', filter: {minConfidence: 0.1}, orderBy: {field: ACT, direction: DESC}']) {
        const { country } = graph.ask(`{ country(slug: "norland") { statements(role: [${role}], rollUp: true${rest}) { totalCount nodes { label } groups(by: [ACT]) { count } } } }`)
        expect([role, rest, country.statements]).toEqual([role, rest, { totalCount: 1, nodes: [{ label }], groups: [{ count: 1 }] }])
      }
    }
  } finally {
    graph.close()
  }
})

test('what its former leader says and does is not the country’s', () => {
  const article = draftOf(['Norland', 'The leader of Norland, Ann Arl, said yes.', 'The former leader of Norland, Ben Bo, said no, and met Ann Arl.'])
    .entity('n', 'COUNTRY', 'Norland', {}, 'Norland').entity('a', 'PERSON', 'Ann Arl', {}, 'Ann Arl').entity('b', 'PERSON', 'Ben Bo', {}, 'Ben Bo')
    .relationship('a', 'n', 'The leader of Norland', { type: 'HOLDS_OFFICE', role: 'Leader' }).relationship('b', 'n', 'The former leader of Norland', { type: 'HOLDS_OFFICE', role: 'Former Leader' })
    .relationship('b', 'a', 'met Ann Arl').statement('y', 'yes', { speakers: ['a'] }).statement('z', 'no', { speakers: ['b'] })
  const graph = graphOf([article.done()])
  try {
    const { country } = graph.ask('{ country(slug: "norland") { statements(rollUp: true, role: SPEAKER) { nodes { text } } relationships(rollUp: true, direction: OUT) { nodes { label } } } }')
    expect(country).toEqual({ statements: { nodes: [{ text: 'yes' }] }, relationships: { nodes: [{ label: 'The leader of Norland' }] } })
  } finally {
    graph.close()
  }
})

test('whose word counts as a country’s is told: the Kremlin’s and an official’s, not an army’s that it only harbours', () => {
  const { kremlin, officials, army } = seed.ask(`{
    kremlin: organisation(slug: "kremlin") { speaksFor { slug } background }
    officials: entities(filter: { named: false, speaks: { act: SAY }, kind: PERSON }) { nodes { name speaksFor { slug } } }
    army: organisation(slug: "free-syrian-army") { country { slug } speaksFor { slug } }
  }`)
  expect(kremlin).toEqual({ speaksFor: { slug: 'russia' }, background: expect.arrayContaining(['speaksFor']) })
  expect(officials.nodes).toEqual([{ name: 'Source', speaksFor: null }, { name: 'US official', speaksFor: { slug: 'united-states' } }])
  expect(army).toEqual({ country: { slug: 'syria' }, speaksFor: null })
})

test('events are limited by voice, modality and claimant, and what is no event never fits', () => {
  const { claimed, planned, byIntelligence, none } = seed.ask(`{
    claimed: events(filter: { voice: CLAIMED }) { nodes { name } }
    planned: entities(filter: { modality: PLANNED, voice: ARTICLE }) { nodes { name kind: __typename } }
    byIntelligence: events(filter: { accordingTo: { name: { eq: "British intelligence" } } }) { nodes { name modality claimedBy { name } } }
    none: people(filter: { voice: ARTICLE }) { totalCount }
  }`)
  expect(names(claimed.nodes)).toEqual(['Alleged bombing of FSA targets', 'Ceasefire', 'Suspected bombing of a Russian airliner', 'United Nations talks'])
  expect(planned.nodes).toEqual([{ name: 'Meeting of Cameron and Putin', kind: 'Event' }, { name: 'Monday meeting of five', kind: 'Event' }])
  expect(byIntelligence.nodes).toEqual([{ name: 'Suspected bombing of a Russian airliner', modality: 'POSSIBLE', claimedBy: [{ name: 'British intelligence' }] }])
  expect(none.totalCount).toBe(0)
})

test('a filter of a thousand conditions is refused by its cost, at every use of the variable that holds it', () => {
  const filter = { or: Array.from({ length: 90 }, () => ({ mentionedIn: { mentions: { slug: 'q' } } })) }
  const once = 'query ($f: EntityFilter) { a: entities(filter: $f) { totalCount } }'
  expect(seed.codes(once, { f: filter })).toEqual([])
  const often = `query ($f: EntityFilter) { ${Array.from({ length: 10 }, (_, index) => `a${index}: entities(filter: $f) { totalCount }`).join(' ')} }`
  expect(seed.codes(often, { f: filter })).toEqual(['QUERY_TOO_COMPLEX'])
})

test('a filter of more words than a query uses is refused, not shortened', () => {
  const text = (words: number) => `{ articles(filter: { text: "${Array.from({ length: words }, () => 'the').join(' ')}" }) { totalCount } }`
  expect(seed.ask(text(16)).articles.totalCount).toBe(1)
  expect(seed.codes(text(17))).toEqual(['BAD_ARGUMENT'])
})

test('what happened in a town is found through the places in it', () => {
  const { events } = seed.ask('{ events(filter: { place: { or: [{ slug: "sochi" }, { partOf: { slug: "sochi" } }] } }) { nodes { name } } }')
  expect(names(events.nodes)).toEqual(['2012 meeting of Cameron and Putin in Sochi'])
})

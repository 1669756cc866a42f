// How the engine finds the rows of every statement that answering takes: by an index, in the order wanted. What sorts, or goes along a whole
// index, is listed with its reason. The statements are collected while operations of every kind run.
import { readFileSync, readdirSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { apply } from '../db/entering/apply.ts'
import { openForWriting } from '../db/file/open.ts'
import { seedArticles } from '../seed/seed-articles.ts'
import { graphOf } from './ask.ts'
import { scratch } from './graph-dump.ts'

const seed = graphOf()
const folder = scratch()
afterAll(() => {
  seed.close()
  folder.remove()
})

const page = 'edges { cursor node { id } } pageInfo { endCursor hasNextPage }'
const statementFilters = [
  '{}', '{speaker: {slug: ["david-cameron"]}}', '{speaker: {slug: ["david-cameron"]}, about: {slug: ["syria"]}}', '{act: [SAY]}', '{act: [SAY, WARN, DENY]}', '{voice: [CLAIMED]}',
  '{voice: [ARTICLE]}', '{speaker: {country: {slug: ["russia"]}}}', '{speaker: {kind: [PERSON]}}', '{madeOn: {from: "2015", to: "2015"}}', '{text: "talks"}', '{article: {publishedOn: {from: "2015"}}}',
  '{addressee: {kind: [PERSON]}, modality: [ACTUAL]}', '{reportedIn: {speaker: {kind: [PERSON]}}}', '{relationships: {type: [ACCUSE]}}', '{accordingTo: {kind: [ORGANISATION]}}', '{minConfidence: 0.5}',
]
const relationshipFilters = [
  '{}', '{subject: {slug: ["russia"]}}', '{object: {slug: ["russia"]}}', '{with: {slug: ["russia"]}}', '{type: [ACCUSE]}', '{voice: [CLAIMED]}', '{statement: {act: [SAY]}}', '{place: {slug: ["syria"]}}',
  '{on: {from: "2015"}}', '{on: {from: "2015", to: "2016"}}', '{text: "talks"}', '{subject: {kind: [PERSON]}}', '{article: {publisher: ["Example"]}}',
]
const entityFilters = [
  '{}', '{kind: [PERSON]}', '{name: {startsWith: "da"}}', '{name: {matches: "camer"}}', '{country: {slug: ["russia"]}}', '{speaks: {act: [SAY]}}', '{spokenOf: {act: [SAY]}}', '{subjectOf: {type: [ACCUSE]}}',
  '{mentionedIn: {publishedOn: {from: "2015"}}}', '{iso2: ["RU"]}', '{voice: [CLAIMED]}', '{slug: ["russia", "syria"]}',
]
const operations = [
  ...readdirSync(new URL('../src/questions/', import.meta.url)).map(file => readFileSync(new URL(`../src/questions/${file}`, import.meta.url), 'utf8')),
  ...statementFilters.map(filter => `{ statements(filter: ${filter}, first: 2) { ${page} totalCount groups(by: [SPEAKER, ACT]) { count } speakers: groups(by: [SPEAKER]) { count } } }`),
  ...relationshipFilters.map(filter => `{ relationships(filter: ${filter}, first: 2) { ${page} totalCount groups(by: [TYPE]) { count } } }`),
  ...entityFilters.map(filter => `{ entities(filter: ${filter}, first: 2) { ${page} totalCount groups(by: [KIND]) { count } } }`),
  ...['NAME', 'MENTIONS', 'STATEMENTS', 'SAID_ABOUT', 'RELATIONSHIPS', 'ARTICLES'].map(field => `{ entities(orderBy: {field: ${field}, direction: DESC}, first: 2) { ${page} } }`),
  ...['ASC', 'DESC'].flatMap(direction => [
    ...['CONFIDENCE', 'ACT', 'PUBLISHED_ON', 'MADE_ON', 'SPEAKER'].map(field => `{ statements(orderBy: {field: ${field}, direction: ${direction}}, first: 2) { ${page} } }`),
    ...['CONFIDENCE', 'TYPE', 'PUBLISHED_ON', 'STARTS_ON'].map(field => `{ relationships(orderBy: {field: ${field}, direction: ${direction}}, first: 2) { ${page} } }`),
    ...['PUBLISHED_ON', 'TITLE', 'PUBLISHER', 'STATEMENTS', 'MENTIONS'].map(field => `{ articles(orderBy: {field: ${field}, direction: ${direction}}, first: 2) { ${page} } }`),
  ]),
  `{ articles(first: 2, filter: {url: ["https://post.example/a"]}) { nodes { versions(first: 2) { ${page} totalCount } } totalCount } }`,
  `{ articles(filter: {publishedOn: {from: "2015"}}, first: 2) { ${page} totalCount groups(by: [PUBLISHER]) { count } } }`,
  `{ entity(slug: "russia") { mentions(first: 2) { ${page} totalCount } statements(first: 2) { ${page} totalCount } relationships(first: 2) { ${page} totalCount } articles(first: 2) { ${page} totalCount }
     neighbours(first: 2) { edges { weight ties { __typename } node { slug } } totalCount } possiblySameAs { __typename } } }`,
  '{ country(slug: "russia") { statements(rollUp: true, first: 2) { nodes { id } totalCount } people(first: 2) { nodes { id } totalCount } relationships(rollUp: true, first: 2) { nodes { id } } } }',
  ...['{about: {slug: ["russia"]}}', '{speaker: {slug: ["russia"]}, about: {slug: ["syria"]}}', '{target: {slug: ["russia"]}, madeOn: {from: "2015"}}', '{about: {kind: [PERSON]}}'].flatMap(filter => [
    `{ entity(slug: "david-cameron") { statements(filter: ${filter}, first: 2) { ${page} totalCount groups(by: [ACT]) { count } } said: statements(role: [SPEAKER], filter: ${filter}, first: 2) { ${page} totalCount } } }`,
    `{ people(first: 5) { nodes { statements(filter: ${filter}, first: 2) { ${page} totalCount } } } country(slug: "france") { statements(rollUp: true, filter: ${filter}, first: 2) { ${page} totalCount } } }`,
  ]),
  ...['russia', 'france'].map(slug => `{ country(slug: "${slug}") { statements(rollUp: true, filter: {text: "talks"}, first: 2) { ${page} totalCount groups(by: [ACT]) { count } } relationships(rollUp: true, filter: {text: "talks"}, first: 2) { ${page} } statements(filter: {text: "talks"}, first: 2) { ${page} } articles(filter: {text: "talks"}, first: 2) { ${page} totalCount } } }`.replace('} statements(filter', '} own: statements(filter')),
  ...['{reportedIn: {speaker: {slug: ["russia"]}}}', '{and: [{speaker: {slug: ["russia"]}}, {speaker: {slug: ["syria"]}}]}'].map(filter => `{ entity(slug: "david-cameron") { statements(filter: ${filter}, first: 2) { ${page} totalCount } } }`),
  ...['{mentions: {slug: ["russia"]}}', '{mentions: {kind: [COUNTRY]}}', '{and: [{mentions: {slug: ["russia"]}}, {mentions: {slug: ["syria"]}}]}'].map(filter => `{ articles(filter: ${filter}, first: 2) { ${page} totalCount } entity(slug: "david-cameron") { articles(filter: ${filter}, first: 2) { ${page} totalCount } } }`),
  ...['{subject: {slug: ["russia"]}}', '{with: {slug: ["russia"]}}', '{object: {kind: [PERSON]}}'].map(filter => `{ entity(slug: "syria") { relationships(filter: ${filter}, first: 2) { ${page} totalCount } } entities(first: 5) { nodes { relationships(filter: ${filter}, first: 2) { ${page} } } } }`),
  '{ entity(slug: "russia") { neighbours(first: 2, filter: {voice: [ARTICLE], modality: [ACTUAL]}) { edges { weight } totalCount } } }',
  '{ neighbourhood(of: {slug: "russia"}, depth: 2) { nodes { slug } ties { __typename } totalCount } }',
  `{ people(first: 5) { nodes { offices { title } } } events(first: 5) { nodes { participants(first: 2) { ${page.replace('cursor', 'cursor relationships { label }')} totalCount } } } }`,
  '{ paths(from: {slug: "russia"}, to: {slug: "france"}, maxLength: 4) { searched paths { hops { from { slug } to { slug } } } } }',
  '{ search(text: "Camerron talks", first: 3) { nodes { __typename } totalCount } }',
]

/** What may be gone through as a whole, with the reason. */
const gone: readonly (readonly [RegExp, string])[] = [
  [/^SCAN \w+ VIRTUAL TABLE INDEX [13]:$/, 'a JSON list that is bound, or gathered to the left: parents, ids, days'],
  [/^SCAN (\(subquery-\d+\)|CONSTANT ROW|n|b|voice|who|day|gathered|office)$/, 'the rows of a selection within, which has steps of its own'],
  [/^SCAN (\w+_text( EXISTS)? VIRTUAL TABLE INDEX \d+:=?M\d>?|v VIRTUAL TABLE INDEX 259:)$/, 'a full-text index, asked for its words, or whether one row has them'],
  [/^SCAN step$/, 'the values of an order, each found behind the one before, until the page is full'],
  [/^SCAN relationship USING COVERING INDEX relationship_dated$/, 'what has a date at all, of relationships few'],
  [/^SCAN [ersa] USING (COVERING )?INDEX /, 'an index in the order of the list, until the page or the count is full'],
]

/** A count, which goes through the rows of a table as they lie, until it is full. */
const counting = /^SELECT p\.value AS parent, \(SELECT count\(\*\) FROM \(SELECT [ersa]\.id FROM \w+ [ersa] WHERE .* LIMIT \+\?\)\) AS n FROM json_each\(\+\?\) p$/

/** What may be sorted: a part of the statement, with the reason. */
const sorted: readonly (readonly [RegExp, string])[] = [
  [/PARTITION BY parent ORDER BY n DESC/, 'groups, of at most 10,000 rows'],
  [/(count\(\*\)|json_group_array\(id\) AS ids) FROM \(SELECT DISTINCT id FROM/, 'the rows of several stretches, each once, until so many are counted as a count goes to'],
  [/ UNION SELECT id, sort FROM| UNION ALL SELECT \* FROM \(SELECT/, 'the first rows of several stretches, merged: as many as the page has, of each'],
  [/^SELECT DISTINCT id, sort FROM \(/, 'the rows of very many stretches in some articles, of which no more follow once there are enough'],
  [/ FROM tie t | tie t ON | neighbour [nt] /, 'ties of the entities asked for, counted and put in order; stopped by the deadline where they have too many'],
  [/ORDER BY e\.(mentions|statements|said_about|relationships|articles|folded) (ASC|DESC), e\.slug/, 'equals, by their slug'],
  [/ORDER BY \+k\.n DESC, e\.slug IS NULL, e\.slug/, 'those who have no fewer than the last wanted: equals by their slug'],
  [/ORDER BY a\.sort, [sr]\.sentence, [sr]\.sort LIMIT/, 'what stands in one article'],
  [/FROM alias a |alias_text|statement_text|article_text|relationship_text|alias_trigram/, 'hits of a search, of which only so many are looked at'],
  [/json_group_array\(id\) FROM \(SELECT (DISTINCT )?[esr]\.id/, 'rows that few entities, an article or a word lead to, put in the order of the list'],
  [/\(SELECT DISTINCT [esr]\.id FROM/, 'rows that few entities lead to, each once, at most 10,000'],
  [/e\.iso2 = |e\.country_id IN|e\.id IN \(SELECT \w+ FROM alias|made_on >= \+\? AND made_on <=/, 'the rows of a code, a name, a country or of days, counted'],
  [/ORDER BY office\.count DESC/, 'the different offices of the persons of a page'],
  [/WHERE (\w\.)?(statement_id|reported_in_id|subject_id|entity_id|article_id) (=|IN)/, 'what hangs on the rows of a page'],
]

test('every plan is by an index, or listed with its reason', () => {
  const texts = new Set(operations.flatMap(operation => [...seed.statements(operation)]))
  expect(texts.size).toBeGreaterThan(100)
  // A file of which the planner knows no statistics: it takes every table for a long one.
  const graph = openForWriting(folder.path('plans.db'))
  for (const { text, metadata, reading } of seedArticles()) apply(graph, text, metadata, reading, '2015-11-16T08:00:00.000Z')
  const strays = [...texts].filter(text => /^\s*(SELECT|WITH)/.test(text)).flatMap(text => {
    const values = Array.from({ length: text.split('?').length - 1 }, () => null)
    const words = text.replaceAll(/\s+/g, ' ')
    return graph.all<{ detail: string; parent: number }>({ text: `EXPLAIN QUERY PLAN ${text}`, values }).flatMap(({ detail, parent }) => {
      if (/^SCAN [ersa]$/.test(detail) && counting.test(words)) return []
      if (detail.startsWith('SCAN')) return gone.some(([step]) => step.test(detail.trim())) ? [] : [`${detail}: ${words}`]
      if (/TEMP B-TREE/.test(detail) && parent === 0 && /ORDER BY [pi]\.key, \w+\.\w+$/.test(words)) return [] // the rows of the pages themselves, parent by parent
      if (/TEMP B-TREE/.test(detail)) return sorted.some(([part]) => part.test(words)) ? [] : [`${detail}: ${words}`]
      return /AUTOMATIC/.test(detail) ? [`${detail}: ${words}`] : []
    })
  })
  graph.close()
  expect(strays).toEqual([])
})

test('a row of somebody’s own is found by its id, not among all that a condition leads to', () => {
  const texts = seed.statements('{ entity(slug: "david-cameron") { statements(role: [SPEAKER], filter: {reportedIn: {speaker: {slug: ["russia"]}}}) { totalCount nodes { id } } } }')
  const found = [...texts].filter(text => text.includes('reported_in_id IN'))
  expect(found).not.toEqual([])
  const graph = openForWriting(folder.path('rows.db'))
  for (const text of found) {
    const plan = graph.all<{ detail: string }>({ text: `EXPLAIN QUERY PLAN ${text}`, values: Array.from({ length: text.split('?').length - 1 }, () => null) }).map(({ detail }) => detail)
    expect(plan).toContainEqual('SEARCH s USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plan).not.toContainEqual(expect.stringContaining('statement_reported'))
  }
  graph.close()
})

test('each value that is compared or limits is hidden from the planner, which would else prepare its statement anew on every call', () => {
  const compared = /(=|<|>|\bLIKE|\bMATCH|\bLIMIT|\bBETWEEN|\bAND|\bIN \()\s*\?/i
  expect(compared.test('SELECT 1 FROM entity WHERE id = ?')).toBe(true)
  const texts = new Set(operations.flatMap(operation => [...seed.statements(operation)]))
  expect([...texts].filter(text => compared.test(text))).toEqual([])
})

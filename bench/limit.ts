// `node bench/limit.ts FILE`: about the best that this machine can do with SQLite and node:http: the workloads' answers from hand-written
// statements, prepared once, in one read transaction for each request. POST /q1 with the variables. `=+?` keeps SQLite from preparing anew.
import Sqlite from 'better-sqlite3'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { firstMentionId } from '../db/tables/mentions.ts'
import { globalId } from '../src/model/ids.ts'
import type { Data, Variables } from './workloads.ts'

type Row = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- as selected beside it
const engine = new Sqlite(process.argv[2] ?? '', { readonly: true })
engine.pragma('mmap_size = 0')
const all = (text: string): ((...values: unknown[]) => Row[]) => {
  const prepared = engine.prepare(text)
  return (...values) => prepared.all(...values) as Row[] // rows are objects
}
const one = (text: string): ((...values: unknown[]) => Row | undefined) => {
  const prepared = engine.prepare(text)
  return (...values) => prepared.get(...values) as Row | undefined // likewise
}
const begin = engine.prepare('BEGIN')
const commit = engine.prepare('COMMIT')

const entityBySlug = one('SELECT id, key, slug, name, kind FROM entity WHERE slug = +?')
const nameById = one('SELECT slug, name FROM entity WHERE id = +?')
const about = all(`SELECT e.slug, e.name, e.kind FROM statement_entity p JOIN entity e ON e.id = p.entity_id
  WHERE p.statement_id = +? AND p.role = 'ABOUT' ORDER BY p.ordinal`)
const speakers = all(`SELECT e.slug, e.name FROM statement_entity p JOIN entity e ON e.id = p.entity_id
  WHERE p.statement_id = +? AND p.role = 'SPEAKER' ORDER BY p.ordinal`)
const statementsBy = all(`SELECT s.id, s.key, s.text, s.kind, s.made_on, s.article_id FROM statement_entity p CROSS JOIN statement s ON s.id = p.statement_id
  WHERE p.entity_id = +? AND p.role = 'SPEAKER' ORDER BY p.sort LIMIT +?`)
const articleById = one('SELECT slug, title FROM article WHERE id = +?')
// Of the orders of these tables the quickest, by trial: what stands in the index of one is looked for in that of the other before a row is read.
const page = all(`SELECT s.id, s.key, s.text, s.kind, s.made_on, s.article_id, s.content, a.sort
  FROM statement_entity a CROSS JOIN statement_entity p ON p.entity_id = +? AND p.role = 'SPEAKER' AND p.sort = a.sort CROSS JOIN statement s ON s.id = p.statement_id
  WHERE a.entity_id = +? AND a.role = 'ABOUT' AND s.made_on >= +? AND s.made_on <= +? ORDER BY a.sort LIMIT 21`)
const peopleOf = all(`SELECT id, slug, name FROM entity WHERE country_id = +? AND kind = 'PERSON' ORDER BY slug LIMIT 10`)
const articleBySlug = one('SELECT id, slug, title, text, published_on, publisher FROM article WHERE slug = +?')
const sentencesOf = all('SELECT position, start, end FROM sentence WHERE article_id = +? ORDER BY position')
const mentionsOf = all(`SELECT m.start, m.end, e.slug, e.name, e.kind FROM mention m CROSS JOIN entity e ON e.id = m.entity_id WHERE m.id >= +? AND m.id < +? ORDER BY m.start, m.end DESC`)
const statementsIn = all('SELECT id, key, kind, text, content FROM statement WHERE article_id = +? ORDER BY sort')
const search = all(`SELECT s.id, s.key, s.text, s.made_on FROM (SELECT rowid AS id, rank FROM statement_text WHERE statement_text MATCH +? ORDER BY rank LIMIT 20) f
  JOIN statement s ON s.id = f.id ORDER BY f.rank, s.sort`)
const neighbours = all(`SELECT e.slug, e.name, e.kind, x.weight FROM (SELECT to_id, count(DISTINCT sort) AS weight FROM tie WHERE from_id = +? GROUP BY to_id) x
  JOIN entity e ON e.id = x.to_id ORDER BY x.weight DESC, e.slug LIMIT 50`)
const adjacent = engine.prepare('SELECT DISTINCT to_id FROM tie WHERE from_id = +? AND hop = 1').pluck()
const top = all(`SELECT e.slug, e.name, count(*) AS count FROM entity e CROSS JOIN statement_entity p ON p.entity_id = e.id AND p.role = 'SPEAKER' CROSS JOIN statement s ON s.id = p.statement_id
  WHERE e.country_id = +? AND s.made_on >= +? AND s.made_on <= +? GROUP BY e.id ORDER BY count(*) DESC, e.slug LIMIT 10`)

const idOf = (slug: unknown): number => Number(entityBySlug(slug)?.['id'])
const spans = (json: string): unknown => (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }))
const statementId = (key: string): string => globalId('Statement', key)

const answers: Readonly<Record<string, (variables: Variables) => Data>> = {
  q1({ slug }) {
    const person = entityBySlug(slug)
    if (!person) return { person: null }
    const nodes = statementsBy(person['id'], 10).map(({ id, key, text, kind, made_on, article_id }) =>
      ({ id: statementId(key), text, kind, madeOn: made_on, article: articleById(article_id), about: about(id) }))
    return { person: { id: globalId('Entity', person['key']), slug: person['slug'], name: person['name'], kind: person['kind'], statements: { nodes } } }
  },
  q2({ speaker, about: theme, from, to }) {
    const rows = page(idOf(speaker), idOf(theme), from, to)
    const hasNextPage = rows.length > 20
    if (hasNextPage) rows.pop()
    const nodes = rows.map(({ key, text, kind, made_on, article_id, content }) =>
      ({ id: statementId(key), text, kind, madeOn: made_on, content: spans(content), article: articleById(article_id) }))
    return { statements: { nodes, pageInfo: { endCursor: rows.at(-1)?.['sort'] ?? null, hasNextPage } } }
  },
  q3({ slug }) {
    const country = entityBySlug(slug)
    if (!country) return { country: null }
    const nodes = peopleOf(country['id']).map(person => ({
      slug: person['slug'], name: person['name'],
      statements: { nodes: statementsBy(person['id'], 5).map(({ id, key, text, made_on }) => ({ id: statementId(key), text, madeOn: made_on, about: about(id) })) },
    }))
    return { country: { slug: country['slug'], name: country['name'], people: { nodes } } }
  },
  q4({ slug }) {
    const article = articleBySlug(slug)
    if (!article) return { article: null }
    const mentions = mentionsOf(firstMentionId(article['id']), firstMentionId(article['id'] + 1))
    let next = 0
    const sentences = sentencesOf(article['id']).map(({ position, start, end }) => {
      const own: Data[] = []
      for (; next < mentions.length && mentions[next]?.['start'] < end; next++) {
        const { start: from, end: to, slug: entity, name, kind } = mentions[next] as Row // within the list
        own.push({ passage: { start: from, end: to }, entity: { slug: entity, name, kind } })
      }
      return { position, passage: { start, end, text: article['text'].slice(start, end) }, mentions: own }
    })
    const nodes = statementsIn(article['id']).map(({ id, key, kind, text, content }) => ({ id: statementId(key), kind, text, content: spans(content), speakers: speakers(id) }))
    return { article: { slug: article['slug'], title: article['title'], publishedOn: article['published_on'], publisher: article['publisher'], sentences, statements: { nodes } } }
  },
  q5({ text }) {
    const nodes = search(String(text).split(' ').map(word => `"${word}"`).join(' ')).map(({ id, key, text: said, made_on }) =>
      ({ id: statementId(key), text: said, madeOn: made_on, speakers: speakers(id) }))
    return { search: { nodes } }
  },
  q6({ slug }) {
    return { entity: { neighbours: { edges: neighbours(idOf(slug)).map(({ weight, ...node }) => ({ weight, node })) } } }
  },
  q7({ from, to }) {
    const path = shortest(idOf(from), idOf(to), 6)?.map(id => nameById(id))
    return { paths: { paths: path ? [{ hops: path.slice(1).map((next, index) => ({ from: path[index], to: next })) }] : [] } }
  },
  q8({ country, from, to }) {
    return { statements: { groups: top(idOf(country), from, to).map(({ count, ...key }) => ({ count, keys: [key] })) } }
  },
}

/** From both ends, one step at a time from where less is to be looked at. */
function shortest(from: number, to: number, most: number): readonly number[] | null {
  const sides = [new Map([[from, 0]]), new Map([[to, 0]])] as const
  const fronts = [[from], [to]]
  for (let step = 0; step < most; step++) {
    const side = (fronts[0]?.length ?? 0) <= (fronts[1]?.length ?? 0) ? 0 : 1
    const [seen, other] = [sides[side], sides[1 - side] ?? sides[1]]
    const next: number[] = []
    for (const at of fronts[side] ?? []) {
      for (const near of adjacent.all(at) as number[]) { // plucked ids
        if (seen.has(near)) continue
        seen.set(near, at)
        if (other.has(near)) return [...backTo(sides[0], near).toReversed(), ...backTo(sides[1], near).slice(1)]
        next.push(near)
      }
    }
    if (next.length === 0) return null
    fronts[side] = next
  }
  return null
}

function backTo(seen: ReadonlyMap<number, number>, start: number): readonly number[] {
  const way: number[] = []
  for (let at = start; at !== 0; at = seen.get(at) ?? 0) way.push(at)
  return way
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    begin.run()
    const data = answers[request.url?.slice(1) ?? '']?.(JSON.parse(Buffer.concat(chunks).toString()) as Variables) // what the bench sends
    commit.run()
    const body = Buffer.from(JSON.stringify({ data }))
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
  })
})
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`)) // listens on TCP

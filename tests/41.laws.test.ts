// Laws of every answer, on the seed: passages slice back, claims stay claims, pages make the list, work follows the shape of the question.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedArticles, type SeedArticle } from '../seed/seed-articles.ts'
import { schema } from '../schema/index.ts'
import { sha256 } from '../src/model/keys.ts'
import type { GraphQLEnumType } from 'graphql'
import type { Context } from '../schema/context.ts'
import { graphOf, type Asked, type Data } from './ask.ts'

const [original] = seedArticles() as [SeedArticle]
let seed: Asked
let slugs: readonly string[]
beforeAll(() => {
  seed = graphOf()
  slugs = seed.ask('{ entities(first: 100) { nodes { slug } } }')['entities'].nodes.map((each: Data) => each['slug'])
})
afterAll(() => seed.close())

/** The seed's article with a line more, so that it is another article with the same people. */
function another(number: number): SeedArticle {
  const line = `\nEdition ${number}.`
  const text = original.text + line
  const start = original.text.length + 1
  return {
    text,
    metadata: { ...original.metadata, title: `Edition ${number}`, publisher: `Paper ${number % 3}` },
    reading: { ...original.reading, sha256: sha256(text), sentences: [...original.reading.sentences, { start, end: text.length, text: text.slice(start) }] },
  }
}

/** Every object of an answer. */
function* objects(value: unknown): Generator<Data> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Data
  for (const inner of Object.values(value)) yield* objects(inner)
}

const passage = 'fragment P on Passage { __typename start end text before(chars: 7) after(chars: 7) article { slug } sentence { passage { start end } } }'
const tie = `fragment T on Tie { __typename id label voice modality claimedBy { slug } evidence { ...P } article { slug } basis { rule reason confidence } }`
const statement = `fragment S on Statement { ...T text content { ...P } quotations { ...P } cue { ...P } source { ...P } dated { ...P } sentence { passage { ...P } } reportedIn { id } reports { id } }`
const relationship = `fragment R on Relationship { ...T subject { slug } object { slug } statement { id voice speakers { slug } } saying { id } dated { ...P } sentence { passage { ...P } } }`

/** Answers that together reach every passage. */
function* everything(): Generator<Data> {
  yield seed.ask(`{ articles(first: 1) { nodes { sentences(to: 20) { passage { ...P } } remarks(first: 100) { nodes { passage { ...P } } } } } } ${passage}`)
  yield seed.ask(`{ articles(first: 1) { nodes { sentences(to: 8) { mentions { passage { ...P } } } } } } ${passage}`)
  yield seed.ask(`{ articles(first: 1) { nodes { sentences(from: 9) { mentions { passage { ...P } } } } } } ${passage}`)
  yield seed.ask(`{ statements(first: 50) { nodes { ...S } } } ${statement} ${tie} ${passage}`)
  yield seed.ask(`{ relationships(first: 50) { nodes { ...R } } } ${relationship} ${tie} ${passage}`)
  yield seed.ask(`{ relationships(last: 50) { nodes { ...R } } } ${relationship} ${tie} ${passage}`)
  yield seed.ask(`{ entities(first: 100) { nodes { aliases { name count first { ...P } } ... on Event { dated { ...P } } ... on Person { offices { evidence { ...P } } } } } } ${passage}`)
  for (const text of ['putin', 'they', 'syria', 'head', 'isil', 'attacks']) yield seed.ask(`query ($text: String!) { search(text: $text, first: 100) { edges { snippet { ...P } } } } ${passage}`, { text })
  for (const slug of slugs) {
    yield seed.ask(`query ($slug: String!) { entity(slug: $slug) { neighbours(first: 20) { edges { weight ties(first: 20) { ...T } } } } } ${tie} ${passage}`, { slug })
  }
}

describe('passages', () => {
  test('every passage that can be reached is verbatim, in its sentence, and so are the words around it', () => {
    const { text } = original
    let count = 0
    for (const each of [...everything()].flatMap(data => [...objects(data)])) {
      if (each['__typename'] !== 'Passage') continue
      count++
      const { start, end, sentence } = each as { start: number; end: number; sentence: Data }
      expect([each['text'], each['before'], each['after']]).toEqual([text.slice(start, end), text.slice(Math.max(0, start - 7), start), text.slice(end, end + 7)])
      expect(end).toBeGreaterThan(start)
      expect(sentence['passage'].start <= start && start < sentence['passage'].end).toBe(true)
    }
    expect(count).toBeGreaterThan(900)
  })

  test('everything that is found has evidence, in the order of the text, and a reason', () => {
    for (const each of [...everything()].flatMap(data => [...objects(data)])) {
      if (!('evidence' in each)) continue
      expect(each['evidence'].length).toBeGreaterThan(0)
      if (each['__typename'] === 'Statement') expect(each['evidence'].map((mark: Data) => mark['start'])).toEqual(each['evidence'].map((mark: Data) => mark['start']).toSorted((a: number, b: number) => a - b))
      if ('basis' in each) expect(each['basis'].reason).not.toBe('')
    }
  })

  test("a statement's text is its content, and its article's text hashes to its id", () => {
    const { statements, articles } = seed.ask('{ statements(first: 50) { nodes { text content { text } } } articles { nodes { text sha256 } } }') as Record<string, { nodes: Data[] }>
    for (const each of statements!.nodes) expect(each['text']).toBe(each['content'].map((mark: Data) => mark['text']).join(' … '))
    for (const each of articles!.nodes) expect(sha256(each['text'])).toBe(each['sha256'])
  })
})

describe('whose word it is', () => {
  const own = { voice: ['ARTICLE'] }
  const tied = 'ties(first: 50) { id voice claimedBy { slug } ... on Relationship { statement { id } } ... on Statement { reportedIn { id } } }'

  test('a claim has a statement and the claimants of that statement; the article’s own word has neither', () => {
    const nodes = ['first', 'last'].flatMap(side => seed.ask(`{ relationships(${side}: 50) { nodes { voice claimedBy { slug } statement { speakers { slug } } } } }`)['relationships'].nodes as Data[])
    for (const each of nodes) {
      expect(each['statement'] === null).toBe(each['voice'] === 'ARTICLE')
      expect(each['claimedBy']).toEqual(each['statement']?.speakers ?? [])
    }
    for (const each of seed.ask('{ statements(first: 50) { nodes { voice claimedBy { slug } reportedIn { speakers { slug } reports { id } } id } } }')['statements'].nodes as Data[]) {
      expect(each['reportedIn'] === null).toBe(each['voice'] === 'ARTICLE')
      expect(each['claimedBy']).toEqual(each['reportedIn']?.speakers ?? [])
      if (each['reportedIn']) expect(each['reportedIn'].reports).toContainEqual({ id: each['id'] })
    }
  })

  test('an event that is claimed is never under the article’s voice, and names its claimants', () => {
    const events = seed.ask('{ events(first: 100) { nodes { slug voice claimedBy { slug } participants { totalCount nodes { slug } } } } }')['events'].nodes as Data[]
    const claimed = events.filter(each => each['voice'] !== 'ARTICLE')
    expect(claimed.map(each => each['voice']).toSorted()).toEqual(['CLAIMED', 'CLAIMED', 'CLAIMED', 'CLAIMED', 'PRESUPPOSED', 'PRESUPPOSED', 'PRESUPPOSED'])
    for (const each of claimed) {
      expect([each['slug'], each['participants'].totalCount, each['participants'].nodes]).toEqual([each['slug'], 0, []]) // nobody takes part by default in what is only claimed
      expect(each['claimedBy'].length).toBeGreaterThan(0)
      const { search } = seed.ask('query ($text: String!, $voice: [Voice!]) { search(text: $text, voice: $voice, in: [EVENT], first: 100) { nodes { ... on Event { slug } } } }', { text: each['slug'].replaceAll('-', ' '), ...own })
      expect(search.nodes).not.toContainEqual({ slug: each['slug'] })
    }
    expect(seed.ask('{ search(text: "alleged bombing", in: EVENT) { nodes { ... on Event { voice } } } }')['search'].nodes).toContainEqual({ voice: 'CLAIMED' })
  })

  test.each(['CLAIMED', 'ARTICLE', 'PRESUPPOSED'])('walks limited to %s meet nothing else', voice => {
    const filter = { voice: [voice] }
    const met: Data[] = []
    for (const slug of slugs) {
      const { entity, neighbourhood } = seed.ask(`query ($slug: String!, $filter: TieFilter, $r: RelationshipFilter, $s: StatementFilter) {
        entity(slug: $slug) {
          neighbours(first: 30, filter: $filter) { totalCount edges { weight ${tied} } }
          relationships(first: 100, filter: $r) { nodes { id voice } groups(by: VOICE) { keys { ... on GroupValue { value } } } }
          statements(first: 100, filter: $s) { nodes { id voice } groups(by: VOICE) { keys { ... on GroupValue { value } } } }
        }
        neighbourhood(of: {slug: $slug}, depth: 2, first: 100, filter: $filter) { nodes { slug } ties { id voice } }
      }`, { slug, filter, r: filter, s: filter })
      for (const edge of entity.neighbours.edges) expect(edge.ties.length).toBe(Math.min(50, edge.weight))
      for (const { keys } of [...entity.relationships.groups, ...entity.statements.groups]) expect(keys).toEqual([{ value: voice }])
      met.push(...[...objects([entity, neighbourhood])].filter(each => 'voice' in each))
    }
    expect(new Set(met.map(each => each['voice']))).toEqual(new Set([voice]))
  })

  test('every path over the article’s own word consists of it, and its weakest hop is the weakest', () => {
    const some = ['barack-obama', 'david-cameron', 'islamic-state', 'free-syrian-army', 'kremlin', 'syria', 'paris', 'sochi', 'angela-merkel', 'assad-regime']
    const rank = (hop: Data) => (hop['tie'].voice === 'ARTICLE' ? 4 : 0) + (hop['tie'].modality === 'ACTUAL' ? 2 : 0) + hop['tie'].basis.confidence
    for (const from of some) for (const to of some) {
      const hop = '{ from { slug } to { slug } forwards tie { id voice modality evidence { text } basis { confidence } __typename ... on Relationship { type subject { slug } object { slug } } ... on Statement { speakers { slug } addressees { slug } targets { slug } } } }'
      const { open, closed } = seed.ask(`query ($from: String!, $to: String!) {
        open: paths(from: {slug: $from}, to: {slug: $to}) { searched paths { length hops ${hop} weakest ${hop} } }
        closed: paths(from: {slug: $from}, to: {slug: $to}, filter: {voice: ARTICLE}) { searched paths { length hops { tie { voice } } } } }`, { from, to })
      for (const { hops } of closed.paths) expect(hops.every((each: Data) => each['tie'].voice === 'ARTICLE')).toBe(true)
      for (const { length, hops, weakest } of open.paths) {
        expect([hops.length, hops[0].from.slug, hops.at(-1).to.slug]).toEqual([length, from, to])
        expect(new Set([from, ...hops.map((each: Data) => each['to'].slug)]).size).toBe(length + 1)
        expect(rank(weakest)).toBe(Math.min(...hops.map(rank)))
        for (const each of hops) {
          const [near, far] = each.forwards ? [each.from, each.to] : [each.to, each.from]
          const { tie: by } = each
          expect(by.type).not.toBe('RELATED_TO')
          if (by.__typename === 'Relationship') expect([by.subject, by.object]).toEqual([near, far])
          else expect([by.speakers, [...by.addressees, ...by.targets]]).toEqual([expect.arrayContaining([near]), expect.arrayContaining([far])])
        }
      }
      if (from === to) expect(open).toEqual({ searched: 'COMPLETE', paths: [] })
    }
  })
})

/** What the annotation forbids: as fact, as done, or at all. Each is a question whose answer never holds it. */
describe('never answered', () => {
  const found = (filter: Data) => seed.ask('query ($filter: RelationshipFilter) { relationships(first: 100, filter: $filter) { nodes { label voice modality subject { slug } object { slug } claimedBy { slug } } } }', { filter })['relationships'].nodes as Data[]
  const is = (...slug: string[]) => ({ slug })
  const fact = { voice: ['ARTICLE'] }

  test.each<[string, Data]>([
    ['bombs on the FSA as fact', { type: 'ASSAULT', ...fact, subject: is('kremlin', 'russia', 'vladimir-putin'), object: { or: [is('free-syrian-army'), { name: { matches: 'fsa' } }] } }],
    ['the sparing of Islamic State as fact', { type: 'ASSAULT', ...fact, subject: is('kremlin', 'russia'), object: { name: { matches: 'isl' } } }],
    ['the bombing of the airliner as fact or as done', { type: 'ASSAULT', subject: is('islamic-state'), object: { name: { matches: 'airliner' } }, or: [{ voice: 'ARTICLE' }, { modality: 'ACTUAL' }] }],
    ['a crash at Sharm el-Sheikh', { type: ['HAPPENED_IN', 'LOCATED_IN'], subject: { name: { matches: 'crash' } }, or: [{ object: is('sharm-el-sheikh', 'egypt') }, { place: is('sharm-el-sheikh', 'egypt') }] }],
    ['the agreement as fact', { type: 'AGREE', ...fact, subject: is('barack-obama', 'vladimir-putin') }],
    ['thanks without “reportedly”', { text: 'thanked', ...fact }],
    ['shared intelligence without “reportedly”', { type: 'COOPERATE', ...fact }],
    ['pressure on Assad as done', { type: ['REQUEST', 'COERCE'], subject: is('vladimir-putin'), object: is('assad-regime'), or: [{ voice: 'ARTICLE' }, { modality: 'ACTUAL' }] }],
    ['that Cameron has urged', { type: 'REQUEST', subject: is('david-cameron'), modality: 'ACTUAL' }],
    ['a cause of the refugees as fact, or claimed by Cameron', { type: 'CAUSED', or: [fact, { accordingTo: is('david-cameron') }] }],
    ['who attacked Paris', { with: is('paris-attacks-2015'), and: [{ with: { or: [is('islamic-state'), { name: { matches: 'jihadists' } }] } }] }],
    ['Putin in the Monday meeting', { type: 'PARTICIPATED_IN', subject: is('vladimir-putin'), object: { slug: null, speaks: null, name: { matches: 'monday' } } }],
    ['a past meeting of the five', { type: 'CONSULT', modality: 'ACTUAL', subject: is('david-cameron', 'matteo-renzi', 'angela-merkel', 'laurent-fabius'), object: is('barack-obama', 'matteo-renzi', 'angela-merkel', 'laurent-fabius') }],
    ['a conflict of Obama and Putin', { and: [{ with: is('barack-obama') }, { with: is('vladimir-putin') }], not: { type: ['CONSULT'] } }],
    ['what happened in 2013, or in the days of reading', { on: { from: '2015-11-17' } }],
    ['what happened in 2013', { on: { from: '2013', to: '2013' } }],
    ['Cameron’s employer', { with: { name: { matches: 'british intelligence' } }, and: [{ with: is('david-cameron') }] }],
  ])('%s', (_, filter) => {
    expect(found(filter)).toEqual([])
  })

  test('that Cameron has urged, as a statement', () => {
    const { statements } = seed.ask('{ statements(filter: {act: URGE, speaker: {slug: "david-cameron"}}) { nodes { modality madeOn } } }')
    expect(statements.nodes).toEqual([{ modality: 'PLANNED', madeOn: null }])
  })

  test('“the two men” as Obama and Putin', () => {
    const { mentions } = seed.ask('{ articles(first: 1) { nodes { mentions(filter: {text: "the two men"}, first: 2) { nodes { entity { ... on Group { members { nodes { slug } edges { relationships { evidence { text } } } } } } } } } } }')['articles'].nodes[0]
    expect(mentions.nodes[0].entity.members.nodes.map((each: Data) => each['slug'])).toEqual(['david-cameron', 'vladimir-putin'])
  })

  test('names that no sentence holds, and words that mean nobody', () => {
    const names = (text: string) => seed.ask('query ($text: String!) { search(text: $text, in: [PERSON, PLACE, ORGANISATION, COUNTRY, TOPIC, GROUP, EVENT]) { edges { score snippet { text } node { __typename ... on Entity { slug } } } } }', { text })['search'].edges as Data[]
    for (const absent of ['François Hollande', 'Antalya', 'Turkey', 'MI6', 'GCHQ', 'Levant', 'Sunday', 'Federation']) {
      expect([absent, names(absent).filter(each => each['score'] >= 0.99 && !/russia|islamic/.test(each['node'].slug))]).toEqual([absent, []])
    }
    const one = ['IS', 'ISIL', 'Isil', 'Daesh', 'Islamic State in Iraq and the Levant'].map(name => names(name)[0]?.['node'].slug)
    expect(one).toEqual(Array(5).fill('islamic-state'))
    expect(seed.ask('{ nodes: entities(filter: {name: {eq: "PM"}, kind: [PERSON, PLACE]}) { totalCount } }')['nodes'].totalCount).toBe(0)
  })

  test('the source as somebody named', () => {
    const { entities } = seed.ask('{ entities(filter: {name: {eq: "Source"}}) { nodes { named possiblySameAs { entity { slug named } basis { confidence } } } } }')
    expect(entities.nodes).toMatchObject([{ named: false, possiblySameAs: [{ entity: { named: false }, basis: { confidence: 0.5 } }] }])
  })
})

interface Walked {
  readonly ids: readonly string[]
  readonly cursors: readonly string[]
}

/** The whole list, page by page, with what pages must say of themselves on the way. `page` answers one connection. */
function walked(page: (args: Data) => Data, size: number, backwards = false): Walked {
  const ids: string[] = []
  const cursors: string[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < 300; pages++) {
    const { edges, nodes, pageInfo, totalCount } = page(backwards ? { last: size, before: cursor } : { first: size, after: cursor })
    expect(edges.map((edge: Data) => edge['node'])).toEqual(nodes)
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null])
    expect(backwards ? pageInfo.hasNextPage : (pageInfo.hasPreviousPage ?? false)).toBe(pages > 0)
    const own = edges.map((edge: Data) => JSON.stringify(edge.node))
    if (backwards) { ids.unshift(...own); cursors.unshift(...edges.map((edge: Data) => edge['cursor'])) }
    else { ids.push(...own); cursors.push(...edges.map((edge: Data) => edge['cursor'])) }
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor
    if (backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage) {
      expect(edges).toHaveLength(size)
      continue
    }
    expect([ids.length, new Set(ids).size, new Set(cursors).size]).toEqual([totalCount, totalCount, totalCount])
    return { ids, cursors }
  }
  throw new Error('A walk has no end.')
}

const connection = (node: string) => `edges { cursor node { ${node} } } nodes { ${node} } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } totalCount`
const both = '$first: Int, $after: String, $last: Int, $before: String'
const page = 'first: $first, after: $after, last: $last, before: $before'

describe('pages', () => {
  const orders = (name: string) => (schema.getType(name) as GraphQLEnumType).getValues().flatMap(({ name: field }) => ['ASC', 'DESC'].map(direction => ({ field, direction })))
  const root = (noun: string, order: string) => (orderBy: Data | null) => (args: Data) =>
    seed.ask(`query (${both}, $orderBy: ${order}) { list: ${noun}(${page}, orderBy: $orderBy) { ${connection('id')} } }`, { ...args, orderBy })['list']

  test.each([
    ['entities', 'EntityOrder'], ['people', 'EntityOrder'], ['events', 'EntityOrder'], ['statements', 'StatementOrder'], ['relationships', 'RelationshipOrder'], ['articles', 'ArticleOrder'],
  ])('of %s make the list, in every order, size and direction', (noun, order) => {
    const list = root(noun, order)
    const whole = walked(list(null), 100).ids
    for (const size of [1, 2, 3, 7]) for (const backwards of [false, true]) expect(walked(list(null), size, backwards).ids).toEqual(whole)
    for (const orderBy of orders(`${order}Field`)) {
      const ordered = walked(list(orderBy), 100).ids
      expect(ordered.toSorted()).toEqual(whole.toSorted())
      for (const size of [3, 7]) for (const backwards of [false, true]) expect(walked(list(orderBy), size, backwards).ids).toEqual(ordered)
    }
  })

  test.each([
    ['entity(slug: "vladimir-putin")', 'mentions', 'id'], ['entity(slug: "vladimir-putin")', 'statements', 'id'], ['entity(slug: "syria")', 'relationships', 'id'],
    ['entity(slug: "syria")', 'articles', 'id'], ['country(slug: "russia")', 'people', 'id'], ['country(slug: "russia")', 'organisations', 'id'], ['country(slug: "russia")', 'places', 'id'],
    ['country(slug: "russia")', 'statements(rollUp: true, PAGE)', 'id'], ['articles { nodes', 'entities', 'id'], ['articles { nodes', 'mentions', 'id'],
    ['articles { nodes', 'statements', 'id'], ['articles { nodes', 'relationships', 'id'],
    ['events(filter: {name: {matches: "monday"}}) { nodes', 'participants', 'id'], ['events(filter: {name: {matches: "monday"}}) { nodes', 'participants(voice: [ARTICLE, CLAIMED], PAGE)', 'id'],
  ])('of %s %s make the list', (parent, field, node) => {
    const own = field.includes('PAGE') ? field.replace('PAGE', page) : `${field}(${page})`
    const query = (arguments_: string) => `query (${both}) { parent: ${parent} { ${parent.startsWith('events') ? '... on Event {' : ''} list: ${own}${arguments_} { ${connection(node)} } ${parent.startsWith('events') ? '}' : ''} ${parent.includes('{ nodes') ? '} }' : '}'} }`
    const ask = (args: Data): Data => {
      const { parent: found } = seed.ask(query(''), args)
      return (found.nodes ? found.nodes[0] : found).list
    }
    const whole = walked(ask, 100).ids
    expect(whole.length).toBeGreaterThan(0)
    for (const size of [1, 2, 3, 7]) for (const backwards of [false, true]) expect(walked(ask, size, backwards).ids).toEqual(whole)
  })

  test.each([
    ['neighbours', 'query ($first: Int, $after: String) { parent: entity(slug: "vladimir-putin") { list: neighbours(first: $first, after: $after) { edges { weight cursor node { id } } nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } totalCount } } }'],
    ['remarks', `query ($first: Int, $after: String) { parent: articles { nodes { list: remarks(first: $first, after: $after) { ${connection('message passage { start }')} } } } }`],
    ['search', `query ($first: Int, $after: String) { list: search(text: "syria", first: $first, after: $after) { ${connection('__typename ... on Node { id }')} } }`],
  ])('of %s make the list, forwards', (_, query) => {
    const ask = (args: Data): Data => {
      const data = seed.ask(query, args)
      return data['list'] ?? data['parent'].list ?? data['parent'].nodes[0].list
    }
    const whole = walked(ask, 100).ids
    expect(whole.length).toBeGreaterThan(5)
    for (const size of [1, 2, 3, 7]) expect(walked(ask, size).ids).toEqual(whole)
  })

  test('every cursor of a list goes on behind its row, in a nested list and in the root list of the same things', () => {
    const entity = (args: Data) => seed.ask(`query (${both}) { entities(first: 5, filter: {slug: "vladimir-putin"}) { nodes { list: relationships(${page}) { ${connection('id')} } } } }`, args)['entities'].nodes[0].list
    const all = root('relationships', 'RelationshipOrder')(null)
    const { ids, cursors } = walked(entity, 100)
    const everything = walked(all, 100)
    for (const [index, cursor] of cursors.entries()) {
      expect(entity({ first: 100, after: cursor }).nodes.map((node: Data) => JSON.stringify(node))).toEqual(ids.slice(index + 1))
      expect(entity({ last: 100, before: cursor }).nodes.map((node: Data) => JSON.stringify(node))).toEqual(ids.slice(0, index))
      expect(JSON.stringify(all({ first: 1, after: cursor }).nodes[0] ?? null)).toBe(everything.ids[everything.ids.indexOf(ids[index]!) + 1] ?? 'null')
    }
  })

  test('a cursor of other things, another order, another search or another limit of ties is refused', () => {
    const cursors: Record<string, string> = {
      entities: seed.ask('{ entities(first: 1) { pageInfo { endCursor } } }')['entities'].pageInfo.endCursor,
      byName: seed.ask('{ entities(first: 1, orderBy: {field: NAME}) { pageInfo { endCursor } } }')['entities'].pageInfo.endCursor,
      byNameDown: seed.ask('{ entities(first: 1, orderBy: {field: NAME, direction: DESC}) { pageInfo { endCursor } } }')['entities'].pageInfo.endCursor,
      statements: seed.ask('{ statements(first: 1) { pageInfo { endCursor } } }')['statements'].pageInfo.endCursor,
      search: seed.ask('{ search(text: "putin", first: 1) { pageInfo { endCursor } } }')['search'].pageInfo.endCursor,
      neighbours: seed.ask('{ entity(slug: "syria") { neighbours(first: 1) { pageInfo { endCursor } } } }')['entity'].neighbours.pageInfo.endCursor,
    }
    const takers: Record<string, string> = {
      entities: '{ entities(after: $c) { totalCount nodes { id } } }', byName: '{ entities(after: $c, orderBy: {field: NAME}) { nodes { id } } }',
      byNameDown: '{ entities(after: $c, orderBy: {field: NAME, direction: DESC}) { nodes { id } } }', statements: '{ statements(after: $c) { nodes { id } } }',
      search: '{ search(text: "putin", after: $c) { totalCount } }', neighbours: '{ entity(slug: "syria") { neighbours(after: $c) { nodes { id } } } }',
      otherSearch: '{ search(text: "syria", after: $c) { totalCount } }', otherTies: '{ entity(slug: "syria") { neighbours(after: $c, filter: {voice: ARTICLE}) { nodes { id } } } }',
    }
    for (const [from, c] of Object.entries(cursors)) for (const [to, query] of Object.entries(takers)) {
      expect([from, to, seed.codes(`query ($c: String) ${query}`, { c })]).toEqual([from, to, from === to ? [] : ['BAD_CURSOR']])
    }
  })
})

describe('the same question', () => {
  test.each<[string, string, Data]>([
    ['entities(filter: {kind: PERSON, speaks: {act: [SAY, THANK]}}, orderBy: {field: NAME, direction: DESC}, first: 3) { nodes { slug } }', 'entities(filter: $filter, orderBy: $orderBy, first: $first) { nodes { slug } }',
      { filter: ['EntityFilter', { kind: 'PERSON', speaks: { act: ['SAY', 'THANK'] } }], orderBy: ['EntityOrder', { field: 'NAME', direction: 'DESC' }], first: ['Int', 3] }],
    ['paths(from: {slug: "paris"}, to: {slug: "france"}, exclude: [{slug: "russia"}], filter: {not: {voice: CLAIMED}}) { searched paths { length } }', 'paths(from: $from, to: $to, exclude: $exclude, filter: $filter) { searched paths { length } }',
      { from: ['EntityRef!', { slug: 'paris' }], to: ['EntityRef!', { slug: 'france' }], exclude: ['[EntityRef!]', [{ slug: 'russia' }]], filter: ['TieFilter', { not: { voice: 'CLAIMED' } }] }],
    ['events(filter: {on: {from: "2015-11", to: "2015-11"}}) { nodes { slug startsOn } }', 'events(filter: {on: {from: $from, to: $to}}) { nodes { slug startsOn } }', { from: ['PartialDate', '2015-11'], to: ['PartialDate', '2015-11'] }],
    ['statements(filter: {text: "t hey"}) { nodes { text } groups(by: [ACT, SPEAKER]) { count keys { ... on Entity { slug } ... on GroupValue { value } } } }', 'statements(filter: {text: $text}) { nodes { text } groups(by: $by) { count keys { ... on Entity { slug } ... on GroupValue { value } } } }',
      { text: ['String', 't hey'], by: ['[StatementGrouping!]!', ['ACT', 'SPEAKER']] }],
  ])('has the same answer written out and with variables: %s', (inline, withVariables, variables) => {
    const declared = Object.entries(variables).map(([name, [type]]) => `$${name}: ${type}`).join(', ')
    const values = Object.fromEntries(Object.entries(variables).map(([name, [, value]]) => [name, value]))
    const written = seed.ask(`{ list: ${inline} }`)
    expect(seed.ask(`query (${declared}) { list: ${withVariables} }`, values)).toEqual(written)
    expect(JSON.stringify(written)).not.toMatch(/"(nodes|paths)":\[\]/)
  })

  test('has the same answer, and ids, whatever order the articles came in', () => {
    const articles = [0, 1, 2, 3].map(another)
    const query = `{ entities(first: 100) { nodes { id slug kind name mentions { totalCount } aliases { name count first { start article { slug } } } ... on Event { voice startsOn } } }
      statements(first: 100) { nodes { id } } relationships(first: 100) { nodes { id } } articles { nodes { id mentions(first: 100) { nodes { id } } } }
      search(text: "syria putin", first: 100) { edges { cursor node { ... on Node { id } } } } search2: search(text: "Putin", first: 100) { edges { score cursor node { ... on Node { id } } } }
      neighbourhood(of: {slug: "vladimir-putin"}, first: 100) { totalCount nodes { id } ties { id } } }`
    const [one, other] = [graphOf(articles), graphOf(articles.toReversed())]
    expect(other.ask(query)).toEqual(one.ask(query))
    one.close()
    other.close()
  })
})

describe('statements for the database', () => {
  let small: Asked
  let large: Asked
  beforeAll(() => {
    small = graphOf([another(0), another(1)])
    large = graphOf(Array.from({ length: 9 }, (_, number) => another(number)))
  })
  afterAll(() => {
    small.close()
    large.close()
  })

  const questions: [string, string][] = [
    ['four levels of lists', '{ entities(first: 5, filter: {kind: PERSON}, orderBy: {field: MENTIONS, direction: DESC}) { totalCount nodes { slug statements(first: 4) { totalCount nodes { text speakers { name statements(first: 2) { nodes { about { slug articles(first: 2) { totalCount nodes { title } } } } } } } } } } }'],
    ['everything of ties', '{ entities(first: 20) { nodes { neighbours(first: 3) { totalCount edges { weight node { slug country { slug } } ties(first: 3) { label claimedBy { slug } evidence { text sentence { position } before after } article { title } ... on Relationship { sentence { position } subject { slug } object { slug } place { slug } statement { text } saying { act } dated { text } } ... on Statement { sentence { position } speakers { slug } reports { id } relationships { id } reportedIn { id } via { slug } } } } } } } }'],
    ['groups, nested', '{ entities(first: 20) { nodes { statements(first: 1) { groups(by: [ABOUT, ARTICLE]) { count keys { ... on Entity { slug statements(first: 1) { totalCount } ... on Event { dated { text } } } ... on Article { slug statements(first: 1) { totalCount } } ... on GroupValue { value } } } } relationships(first: 1) { groups(by: [SUBJECT, TYPE], first: 4) { keys { ... on Entity { slug country { slug } } } } } } } }'],
    ['one field under two aliases with other arguments', '{ entities(first: 20) { nodes { a: statements(first: 1, role: SPEAKER) { totalCount nodes { id } } b: statements(first: 2, role: ABOUT, filter: {voice: ARTICLE}) { totalCount nodes { id } } } } }'],
    ['one fragment in two places', '{ entities(first: 9) { nodes { ...E } } statements(first: 9) { nodes { speakers { ...E } about { ...E } relationships { subject { ...E } } } } } fragment E on Entity { slug country { slug } aliases { name first { text } } mentions(first: 1) { totalCount nodes { passage { text } } } relationships(first: 1) { nodes { label evidence { text } } } }'],
    ['fragments on concrete types', '{ entities(first: 100) { nodes { __typename ... on Person { offices { title of { slug } evidence { text } } } ... on Event { dated { text } claimedBy { slug } place { slug } partOf { slug } participants(first: 2) { totalCount edges { relationships { label } node { slug } } } } ... on Group { members(first: 2) { totalCount nodes { slug } } } ... on Organisation { members(first: 2) { nodes { slug } } speaksFor { slug } } possiblySameAs { entity { slug } } ... on Place { partOf { slug } } } } }'],
    ['a union', '{ search(text: "putin", first: 40) { edges { snippet { text article { title } } node { ... on Person { offices { title } articles(first: 1) { nodes { title } } } ... on Statement { speakers { slug } article { title } evidence { text } } ... on Article { text statements(first: 2) { nodes { id } } } } } } }'],
    ['articles and their sentences', '{ articles(first: 5) { nodes { text remarks(first: 2) { nodes { passage { text } } } sentences(to: 9) { passage { text } mentions { entity { slug } passage { text } } statements { cue { text } source { text } } relationships { object { slug } } } entities(first: 3) { nodes { slug } } mentions(first: 3) { nodes { entity { slug } } } } } }'],
    ['a neighbourhood', '{ neighbourhood(of: {slug: "vladimir-putin"}, depth: 2, first: 20) { nodes { slug country { slug } } ties { evidence { text } claimedBy { slug } article { title } ... on Statement { reports { text } } } } }'],
    ['things by their ids', '{ nodes(ids: [IDS]) { ... on Entity { aliases { name } } ... on Statement { evidence { text } speakers { slug } } ... on Relationship { evidence { text } claimedBy { slug } } ... on Article { text } ... on Mention { passage { text } entity { slug } } } }'],
  ]
  const statementsOf = (graph: Asked, query: string) => {
    const ids = seed.ask('{ statements(first: 3) { nodes { id } } relationships(first: 3) { nodes { id } } entities(first: 3) { nodes { id } } articles { nodes { id mentions(first: 3) { nodes { id } } } } }')
    const listed = [...objects(ids)].flatMap(each => (typeof each['id'] === 'string' ? [JSON.stringify(each['id'])] : []))
    return graph.statements(query.replace('IDS', listed.join(', ')))
  }

  test.each(questions)('follow the shape of the question, not the rows: %s', (_, query) => {
    const count = (graph: Asked) => statementsOf(graph, query).length
    const most = (query.match(/\{/g) ?? []).length * 2 + 12 // rows, counts, texts: a few for a level
    expect(count(large)).toBeLessThanOrEqual(count(small) + 2) // a sort of row that the few rows lacked
    expect(count(large)).toBeLessThan(most)
  })

  test('begin at the parents, not at all rows, and ask the deadline at rows of every table that may be long', () => {
    const { graph } = large.archive.context() as Context // what resolvers get
    const texts = new Set(questions.flatMap(([, query]) => statementsOf(large, query)))
    expect(texts.size).toBeGreaterThan(30)
    for (const text of texts) {
      expect(text).not.toMatch(/(?<!\(|\(\w+\.\w+ & 63 OR )alive\(\)/) // a bare one is asked once for each row of the outermost table only
      const values = Array.from(text.matchAll(/\?/g), () => null)
      const first = graph.all<{ detail: string; parent: number }>({ text: `EXPLAIN QUERY PLAN ${text}`, values }).find(step => step.parent === 0)
      if (/FROM json_each\(\+\?\) p\b/.test(text) && !text.startsWith('SELECT * FROM')) expect([text, first?.detail]).toEqual([text, expect.stringMatching(/^SCAN p\b/)])
    }
  })

  test('fields answer the same alone and among others', () => {
    const fields = ['label', 'voice', 'claimedBy { slug }', 'evidence { text start }', 'article { title }', 'basis { reason }', '... on Statement { text evidence { end } }', '... on Relationship { type evidence { end } }']
    const ask = (selection: string) => seed.ask(`{ entities(first: 30) { nodes { neighbours(first: 3) { edges { ties(first: 2) { id ${selection} } } } } } }`)
    const together = ask(fields.join(' '))
    for (const field of fields) expect(together).toMatchObject(ask(field))
  })
})

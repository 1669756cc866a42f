// Random small graphs, asked through the schema, against a plain model in memory: lists, their filters, orders and groups, and search.
import { array, boolean, constantFrom, integer, option, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { graphOf, type Data } from './ask.ts'
import { cast, words } from './made-up.ts'
import { aFilter, asking, byPlace, fits, folded, isRange, overGraphs, type Noun, type Thing, type World } from './plain-model.ts'
import { draftOf } from './reading-builder.ts'

describe('A19: a random graph answers as a plain model does', () => {
  test('filters, nested through every noun, with counts', () => {
    overGraphs((world, graph, ask) => {
      for (const noun of ['entity', 'statement', 'relationship', 'article'] as const) {
        const { field, type, select, nameOf } = asking[noun]
        ask(aFilter(noun), filter => {
          const data = graph.ask(`query ($filter: ${type}) { ${field}(filter: $filter, first: 100) { totalCount nodes { ${select} } } }`, { filter })[field]
          const wanted = world[noun].filter(thing => fits(world, thing, filter))
          expect(data.nodes.map(nameOf).toSorted()).toEqual(wanted.map(thing => thing.name).toSorted())
          expect(data.totalCount).toBe(wanted.length)
          // Lists are by slug, or from the newest article on in the order of its text.
          if (noun !== 'entity') expect(data.nodes.map(nameOf)).toEqual(wanted.toSorted(byPlace).map(thing => thing.name))
        })
      }
      ask(aFilter('mention'), filter => {
        const { articles } = graph.ask('query ($filter: MentionFilter) { articles { nodes { title mentions(filter: $filter, first: 50) { totalCount nodes { passage { start } } } } } }', { filter })
        for (const { title, mentions } of articles.nodes) {
          const wanted = world.mention.filter(each => (each['article'] as Thing).name === title && fits(world, each, filter))
          expect(mentions.nodes.map((node: Data) => `${title}/${node['passage'].start}`)).toEqual(wanted.toSorted(byPlace).map(each => each.name))
          expect(mentions.totalCount).toBe(wanted.length)
        }
      })
    }, 60, 12)
  })

  // The day stands in the index of who has a role, and in the statement.
  test('days of statements beside who has a role in them', () => {
    const days = record({ from: constantFrom(null, '2014', '2015', '2015-11', '2015-11-15'), to: constantFrom(null, '2014-12-31', '2015-10', '2015-11', '2015-12-31', '2016') }).filter(isRange)
    overGraphs((world, graph, ask) => {
      ask(tuple(constantFrom('speaker', 'addressee', 'target', 'about'), constantFrom<Data>({ name: { eq: 'Anna Berg' } }, { kind: ['PERSON'] }, { kind: ['COUNTRY', 'GROUP'] }), days), ([role, who, madeOn]) => {
        const filter = { [role]: who, madeOn }
        const { statements } = graph.ask('query ($filter: StatementFilter) { statements(filter: $filter, first: 100) { totalCount nodes { label } groups(by: KIND, first: 10) { count } } }', { filter })
        const wanted = world.statement.filter(thing => fits(world, thing, filter)).toSorted(byPlace).map(thing => thing.name)
        expect(statements.nodes.map((node: Data) => node['label'])).toEqual(wanted)
        expect(statements.totalCount).toBe(wanted.length)
        expect(statements.groups.reduce((sum: number, each: Data) => sum + each['count'], 0)).toBe(wanted.length)
        const { entities } = graph.ask('query ($role: [StatementRole!], $filter: StatementFilter) { entities(first: 100) { nodes { name statements(role: $role, filter: $filter, first: 50) { totalCount nodes { label } } } } }', { role: [role.toUpperCase()], filter: { madeOn } })
        for (const { name, statements: own } of entities.nodes) {
          const said = world.statement.filter(thing => (thing[role] as Thing[]).some(one => one.name === name) && fits(world, thing, { madeOn })).toSorted(byPlace).map(thing => thing.name)
          expect([name, own.totalCount, own.nodes.map((node: Data) => node['label'])]).toEqual([name, said.length, said])
        }
      })
    }, 30, 8)
  })

  // Found by the rows of the one, by those of the other, or by an index of pairs, whichever has least to look at.
  test('what somebody says about another, and does to another: of one, and of all at once', () => {
    const who = constantFrom<Data | null>(null, { name: { eq: 'Anna Berg' } }, { name: { eq: 'Norland' } }, { kind: ['PERSON'] }, { kind: ['COUNTRY', 'GROUP'] }, { slug: ['nobody'] })
    const sides = { OUT: ['subject'], IN: ['object'], ANY: ['subject', 'object'] }
    const roles = constantFrom(['speaker'], ['about'], ['addressee', 'target'], ['speaker', 'about'], ['speaker', 'addressee', 'target', 'about'])
    const statement = record({ speaker: who, about: who, target: who, madeOn: constantFrom(null, { from: '2015' }) })
    const asked = record({ role: roles, statement, direction: constantFrom('OUT', 'IN', 'ANY'), relationship: record({ subject: who, object: who, with: who }), orderBy: constantFrom(null, { field: 'CONFIDENCE', direction: 'ASC' }) })
    const select = `statements(role: $role, filter: $statement, orderBy: $said, first: 30) { totalCount nodes { label } groups(by: KIND, first: 10) { count } }
      relationships(direction: $direction, filter: $relationship, orderBy: $done, first: 30) { totalCount nodes { label } groups(by: VOICE, first: 10) { count } }`
    const declared = '$role: [StatementRole!], $direction: Direction, $statement: StatementFilter, $relationship: RelationshipFilter, $said: StatementOrder, $done: RelationshipOrder'
    overGraphs((world, graph, ask) => {
      ask(asked, ({ role, statement, direction, relationship, orderBy }) => {
        const variables = { role: role.map(each => each.toUpperCase()), direction, statement, relationship, said: orderBy, done: orderBy }
        const all = graph.ask(`query (${declared}) { entities(first: 50) { nodes { slug name ${select} } } }`, variables)['entities'].nodes as Data[]
        for (const own of all) {
          const thing = world.entity.find(each => each.name === own['name']) as Thing
          const said = world.statement.filter(each => role.some(one => (each[one] as Thing[]).includes(thing)) && fits(world, each, statement))
          const done = world.relationship.filter(each => sides[direction].some(side => each[side] === thing) && fits(world, each, relationship))
          const alone = graph.ask(`query ($slug: String!, ${declared}) { entity(slug: $slug) { slug name ${select} } }`, { ...variables, slug: own['slug'] })['entity']
          expect(alone).toEqual(own)
          for (const [found, wanted] of [[own['statements'], said], [own['relationships'], done]] as const) {
            const names = (found.nodes as Data[]).map(node => node['label'] as string)
            const placed = wanted.toSorted(byPlace)
            expect([own['name'], names]).toEqual([own['name'], (orderBy ? placed.toSorted((one, other) => Number(one['confidence']) - Number(other['confidence'])) : placed).map(each => each.name)])
            expect(found.totalCount).toBe(wanted.length)
            expect((found.groups as Data[]).reduce((sum, each) => sum + Number(each['count']), 0)).toBe(wanted.length)
          }
        }
      })
    }, 25, 8)
  })

  test('what one says about another, and does to another, is looked up, however much either says and does', () => {
    const graph = graphOf()
    try {
      for (const [list, index] of [
        ['statements(role: [SPEAKER], filter: {about: {slug: "russia"}})', 'said_about own'], ['statements(role: [ABOUT], filter: {speaker: {slug: "russia"}})', 'said_about own'],
        ['relationships(direction: OUT, filter: {object: {slug: "russia"}})', 'tie own'], ['relationships(filter: {subject: {slug: "russia"}})', 'tie own'], ['relationships(filter: {with: {slug: "russia"}})', 'tie own'],
      ] as const) {
        const texts = [...graph.statements(`{ entity(slug: "united-kingdom") { list: ${list} { totalCount nodes { __typename } } } }`)].filter(text => /FROM .*\b(statement_entity|relationship|said_about|tie)\b/s.test(text))
        expect(texts).not.toEqual([])
        expect([list, texts.filter(text => !text.includes(index) || /\bstatement_entity\b|WHERE r\./.test(text))]).toEqual([list, []])
      }
      const both = [...graph.statements('{ articles(filter: {and: [{mentions: {slug: "russia"}}, {mentions: {slug: "syria"}}]}) { totalCount } }')].filter(text => text.includes('count(*)'))
      expect(both).toEqual([expect.stringMatching(/FROM appearance own WHERE .*FROM appearance also/s)])
    } finally {
      graph.close()
    }
  })

  // Of few rows each is looked for among those that hold the words; of many, those are gathered.
  test('words among what one says, however much that is', () => {
    const said = Array.from({ length: 1100 }, (_, index) => ({ label: `claim${index}x`, words: index % 7 === 0 ? 'the harbour is shut' : 'the road is open' }))
    const draft = draftOf(['Much is said', ...said.map(({ label, words }, index) => `Ada Bell ${label} ${words} to ${index % 2 === 0 ? 'Cal Dorn' : 'Eva Finch'}.`)])
    for (const name of ['Ada Bell', 'Cal Dorn', 'Eva Finch']) draft.entity(name, 'PERSON', name, {}, name)
    for (const [index, { label, words }] of said.entries()) draft.statement(label, `${label} ${words}`, { speakers: ['Ada Bell'], addressees: [index % 2 === 0 ? 'Cal Dorn' : 'Eva Finch'] }, label)
    const graph = graphOf([draft.done()])
    try {
      for (const [slug, wanted] of [['ada-bell', said], ['cal-dorn', said.filter((_, index) => index % 2 === 0)]] as const) {
        const holding = wanted.filter(({ words }) => words.includes('harbour')).map(({ label }) => label)
        const { person } = graph.ask('query ($slug: String!) { person(slug: $slug) { statements(filter: {text: "harbour shut"}, first: 100) { totalCount nodes { label } groups(by: KIND) { count } pageInfo { endCursor hasNextPage } } } }', { slug })
        expect(person.statements).toMatchObject({ totalCount: holding.length, groups: [{ count: holding.length }], pageInfo: { hasNextPage: holding.length > 100 } })
        expect(person.statements.nodes.map((node: Data) => node['label'])).toEqual(holding.slice(0, 100))
        const rest = graph.ask('query ($slug: String!, $after: String) { person(slug: $slug) { statements(filter: {text: "harbour shut"}, first: 100, after: $after) { nodes { label } } } }', { slug, after: person.statements.pageInfo.endCursor })['person'].statements
        expect(rest.nodes.map((node: Data) => node['label'])).toEqual(holding.slice(100))
      }
      const texts = (slug: string) => [...graph.statements(`{ person(slug: "${slug}") { statements(filter: {text: "harbour"}) { nodes { label } } } }`)].filter(text => text.includes('statement_text'))
      expect(texts('ada-bell')).toEqual([expect.stringContaining('json_group_array(id) FROM (SELECT rowid AS id FROM statement_text')])
      expect(texts('cal-dorn')).toEqual([expect.stringContaining('EXISTS (SELECT 1 FROM statement_text')])
      // However much holds them, whatever they stand under: gathering is no step during which nobody asks how long it takes.
      for (const filter of ['{text: "harbour"}', '{or: [{text: "harbour"}]}', '{not: {text: "harbour"}}']) {
        const gathering = [`{ statements(filter: ${filter}) { totalCount } }`, `{ people { nodes { statements(filter: ${filter}) { totalCount } } } }`].flatMap(query => graph.statements(query)).flatMap(text => text.match(/SELECT rowid AS id FROM statement_text WHERE .*/gs) ?? [])
        expect([filter, gathering.length]).toEqual([filter, 2])
        for (const text of gathering) expect(text).toMatch(/^SELECT rowid AS id FROM statement_text WHERE statement_text MATCH \+\? AND \(rowid & 63 OR alive\(\)\)/)
      }
    } finally {
      graph.close()
    }
  })

  // Of more speakers than have their statements merged in order, all are gathered.
  test('days of what forty people said', () => {
    const dates = ['2014', '2014-12-31', '2015', '2015-10', '2015-11', '2015-11-15', '2015-12', '2016-01-01', undefined]
    const people = Array.from({ length: 40 }, (_, index) => ({ name: `Ada Nr${index}x`, label: `claim${index}x`, madeOn: dates[index % dates.length] }))
    const draft = draftOf(['Forty speak', ...people.map(each => `${each.name} made ${each.label}.`)])
    for (const { name, label, madeOn } of people) draft.entity(name, 'PERSON', name, {}, name).statement(label, label, { speakers: [name], ...(madeOn && { madeOn }) }, label)
    const graph = graphOf([draft.done()])
    try {
      for (const range of [{}, ...[null, '2014', '2015', '2015-11', '2015-11-15', '2016'].flatMap(from => [null, '2014', '2015-10', '2015-11-15', '2016'].map(to => ({ from, to }))).filter(isRange)]) {
        const wanted = people.filter(({ madeOn }) => fits({} as World, { noun: 'statement', name: '', place: '', from: madeOn ?? null, to: madeOn ?? null }, { madeOn: range }))
        const { statements } = graph.ask('query ($filter: StatementFilter) { statements(filter: $filter, first: 50) { totalCount nodes { label } groups(by: SPEAKER, first: 100) { count keys { ... on Entity { name } } } } }', { filter: { speaker: { kind: ['PERSON'] }, madeOn: range } })
        expect([range, statements.nodes.map((node: Data) => node['label'])]).toEqual([range, wanted.map(each => each.label)])
        expect(statements.totalCount).toBe(wanted.length)
        expect(statements.groups.map((each: Data) => each['keys'][0].name).toSorted()).toEqual(wanted.map(each => each.name).toSorted())
      }
    } finally {
      graph.close()
    }
  })

  test('orders, what is missing last both ways, and their pages', () => {
    const last = '\u{10FFFF}'
    const keys: Readonly<Record<'entity' | 'statement' | 'relationship' | 'article', Readonly<Record<string, (thing: Thing, world: World) => string | number | null>>>> = {
      entity: {
        NAME: each => folded(each.name), KIND: each => String(each['kind']), STARTS_ON: each => each['from'] as string | null, COUNTRY: each => (each['country'] ? folded((each['country'] as Thing).name) : null), MENTIONS: each => Number(each['mentions']),
        ARTICLES: each => (each['articles'] as Set<Thing>).size, STATEMENTS: (each, world) => world.statement.filter(one => (one['speaker'] as Thing[]).includes(each)).length,
        SAID_ABOUT: (each, world) => world.statement.filter(one => ['addressee', 'target', 'about'].some(role => (one[role] as Thing[]).includes(each))).length,
        RELATIONSHIPS: (each, world) => world.relationship.filter(one => one['subject'] === each || one['object'] === each).length,
      },
      statement: {
        MADE_ON: each => each['from'] as string | null, PUBLISHED_ON: each => (each['article'] as Thing)['from'] as string | null, SPEAKER: each => { const [first] = each['speaker'] as Thing[]; return first ? folded(first.name) : null },
        ACT: each => String(each['act']), CONFIDENCE: each => Number(each['confidence']), RELATIONSHIPS: each => (each['relationships'] as Thing[]).length,
      },
      relationship: {
        STARTS_ON: each => each['from'] as string | null, PUBLISHED_ON: each => (each['article'] as Thing)['from'] as string | null, SUBJECT: each => folded((each['subject'] as Thing).name),
        OBJECT: each => (each['object'] ? folded((each['object'] as Thing).name) : null), TYPE: each => String(each['type']), CONFIDENCE: each => Number(each['confidence']),
      },
      article: {
        PUBLISHED_ON: each => each['from'] as string | null, TITLE: each => each.name, PUBLISHER: each => each['publisher'] as string | null,
        STATEMENTS: (each, world) => world.statement.filter(one => one['article'] === each).length, MENTIONS: (each, world) => world.mention.filter(one => one['article'] === each).length,
      },
    }
    overGraphs((world, graph, ask) => {
      for (const noun of ['entity', 'statement', 'relationship', 'article'] as const) {
        const { field, order, select, nameOf } = asking[noun]
        ask(record({ by: constantFrom(...Object.keys(keys[noun])), direction: constantFrom('ASC', 'DESC'), size: integer({ min: 1, max: 4 }), backwards: boolean() }), ({ by, direction, size, backwards }) => {
          const query = `query ($orderBy: ${order}, $first: Int, $after: String, $last: Int, $before: String) { ${field}(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) { nodes { ${select} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
          const names: string[] = []
          for (let cursor: string | null = null, more = true; more;) {
            const { nodes, pageInfo }: Data = graph.ask(query, { orderBy: { field: by, direction }, ...(backwards ? { last: size, before: cursor } : { first: size, after: cursor }) })[field]
            if (backwards) names.unshift(...nodes.map(nameOf))
            else names.push(...nodes.map(nameOf))
            cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor
            more = backwards ? pageInfo.hasPreviousPage : pageInfo.hasNextPage
          }
          const key = keys[noun][by]!
          const valueOf = (thing: Thing) => key(thing, world) ?? (direction === 'ASC' ? last : '')
          const place = (thing: Thing) => (noun === 'entity' ? slugs.get(thing.name)! : thing.place)
          const slugs = new Map((noun === 'entity' ? graph.ask('{ entities(first: 100) { nodes { name slug } } }')['entities'].nodes as Data[] : []).map(each => [each['name'], each['slug']]))
          const wanted = world[noun].toSorted((one, other) => {
            const [a, b] = [valueOf(one), valueOf(other)]
            const compared = typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(a), Buffer.from(String(b)))
            return compared === 0 ? (place(one) < place(other) ? -1 : 1) : direction === 'ASC' ? compared : -compared
          })
          expect([by, direction, names]).toEqual([by, direction, wanted.map(thing => thing.name)])
        })
      }
    }, 30, 8)
  })

  test('what a country’s government and officials say and do, and who are members', () => {
    const sides = { OUT: ['subject'], IN: ['object'], ANY: ['subject', 'object'] }
    overGraphs((world, graph, ask) => {
      const roles = array(constantFrom('speaker', 'addressee', 'target', 'about'), { minLength: 1, maxLength: 3 }).map(some => [...new Set(some)])
      const asked = record({ role: option(roles), direction: constantFrom('OUT', 'IN', 'ANY'), statement: aFilter('statement'), relationship: aFilter('relationship'), size: integer({ min: 1, max: 3 }), backwards: boolean(), voice: constantFrom<string[]>(['ARTICLE'], ['CLAIMED', 'PRESUPPOSED']), modality: constantFrom<string[]>(['ACTUAL'], ['PLANNED', 'NEGATED', 'ACTUAL']) })
      ask(asked, ({ role, direction, statement, relationship, size, backwards, voice, modality }) => {
        for (const country of world.entity.filter(each => each['kind'] === 'COUNTRY')) {
          const leads = (each: Thing) => each['object'] === country && each['type'] === 'LEADS' && each['voice'] === 'ARTICLE' && each['modality'] === 'ACTUAL'
          const voices = new Set([country, ...world.entity.filter(each => each['speaksFor'] === country), ...world.relationship.filter(leads).map(each => each['subject'] as Thing)])
          const said = world.statement.filter(each => (role ?? ['speaker', 'addressee', 'target', 'about']).some(one => (each[one] as Thing[]).some(who => voices.has(who))) && fits(world, each, statement))
          const done = world.relationship.filter(each => sides[direction].some(side => voices.has(each[side] as Thing)) && fits(world, each, relationship))
          for (const [field, wanted, argument, filter] of [['statements', said, `role: $role`, statement], ['relationships', done, `direction: $direction`, relationship]] as const) {
            const type = field === 'statements' ? 'StatementFilter' : 'RelationshipFilter'
            const declared = field === 'statements' ? '$role: [StatementRole!]' : '$direction: Direction'
            const labels: string[] = []
            for (let cursor: string | null = null, more = true; more;) {
              const page: Data = graph.ask(`query ($slug: String!, $filter: ${type}, $first: Int, $after: String, $last: Int, $before: String, ${declared}) { country(slug: $slug) { list: ${field}(rollUp: true, ${argument}, filter: $filter, first: $first, after: $after, last: $last, before: $before) { totalCount nodes { label } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
                { slug: country['slug'], filter, role: role?.map(each => each.toUpperCase()), direction, ...(backwards ? { last: size, before: cursor } : { first: size, after: cursor }) })['country'].list
              const names = (page['nodes'] as Data[]).map(node => node['label'] as string)
              if (backwards) labels.unshift(...names)
              else labels.push(...names)
              expect(page['totalCount']).toBe(wanted.length)
              cursor = backwards ? page['pageInfo'].startCursor : page['pageInfo'].endCursor
              more = backwards ? page['pageInfo'].hasPreviousPage : page['pageInfo'].hasNextPage
            }
            expect(labels).toEqual(wanted.toSorted(byPlace).map(each => each.name))
          }
        }
        const { organisations } = graph.ask('query ($voice: [Voice!], $modality: [Modality!]) { organisations { nodes { name members(voice: $voice, modality: $modality, first: 50) { totalCount edges { node { name } relationships { label } } } } } }', { voice, modality })
        for (const { name, members } of organisations.nodes) {
          const links = world.relationship.filter(each => (each['object'] as Thing | null)?.name === name && each['type'] === 'MEMBER_OF' && voice.includes(String(each['voice'])) && modality.includes(String(each['modality'])))
          const wanted = [...Map.groupBy(links, each => (each['subject'] as Thing).name)].map(([member, own]) => [member, own.toSorted(byPlace).map(each => each.name)])
          expect(Object.fromEntries((members.edges as Data[]).map(edge => [edge['node'].name, edge['relationships'].map((each: Data) => each['label'])]))).toEqual(Object.fromEntries(wanted))
          expect(members.totalCount).toBe(wanted.length)
        }
      })
    }, 30, 6)
  })

  test('groups by one key and by two', () => {
    const keysOf: Readonly<Record<'statement' | 'relationship' | 'entity' | 'article', Readonly<Record<string, (thing: Thing) => readonly (string | null)[]>>>> = {
      statement: {
        ...Object.fromEntries(['SPEAKER', 'ADDRESSEE', 'TARGET', 'ABOUT'].map(role => [role, (each: Thing) => { const names = (each[role.toLowerCase()] as Thing[]).map(one => one.name); return names.length > 0 ? names : [null] }])),
        ACT: each => [String(each['act'])], VOICE: each => [String(each['voice'])], MODALITY: each => [String(each['modality'])], ARTICLE: each => [(each['article'] as Thing).name], PUBLISHER: each => [(each['article'] as Thing)['publisher'] as string | null],
        YEAR: each => [cut(each['dated'], 4)], MONTH: each => [cut(each['dated'], 7)], DAY: each => [cut(each['dated'], 10)], KIND: each => [each['quoted'] ? 'DIRECT' : 'INDIRECT'],
      },
      relationship: {
        TYPE: each => [String(each['type'])], SUBJECT: each => [(each['subject'] as Thing).name], OBJECT: each => [(each['object'] as Thing | null)?.name ?? null], VOICE: each => [String(each['voice'])], MODALITY: each => [String(each['modality'])],
        CLAIMANT: each => { const names = ((each['statement'] as Thing | null)?.['speaker'] as Thing[] | undefined ?? []).map(one => one.name); return names.length > 0 ? names : [null] }, ARTICLE: each => [(each['article'] as Thing).name],
        YEAR: each => [cut(each['dated'], 4)], MONTH: each => [cut(each['dated'], 7)], DAY: each => [cut(each['dated'], 10)],
      },
      entity: { KIND: each => [String(each['kind'])], COUNTRY: each => [(each['country'] as Thing | null)?.name ?? null] },
      article: { PUBLISHER: each => [each['publisher'] as string | null], YEAR: each => [cut(each['from'], 4)], MONTH: each => [cut(each['from'], 7)] },
    }
    function cut(value: unknown, length: number): string | null {
      return typeof value === 'string' && value.length >= length ? value.slice(0, length) : null
    }
    const groupings = { statement: 'StatementGrouping', relationship: 'RelationshipGrouping', entity: 'EntityGrouping', article: 'ArticleGrouping' }
    overGraphs((world, graph, ask) => {
      for (const noun of ['statement', 'relationship', 'entity', 'article'] as const) {
        const { field, type } = asking[noun]
        const by = array(constantFrom(...Object.keys(keysOf[noun])), { minLength: 1, maxLength: 2 }).map(some => [...new Set(some)])
        ask(record({ by, filter: aFilter(noun) }), ({ by: chosen, filter }) => {
          const { groups } = graph.ask(`query ($filter: ${type}, $by: [${groupings[noun]}!]!) { ${field}(filter: $filter) { groups(by: $by, first: 100) { count keys { ... on Entity { name } ... on Article { title } ... on GroupValue { value } } } } }`, { filter, by: chosen })[field]
          const counts = new Map<string, number>()
          for (const thing of world[noun].filter(each => fits(world, each, filter))) {
            const combinations = chosen.map(key => keysOf[noun][key]!(thing)).reduce<(string | null)[][]>((all, next) => all.flatMap(one => next.map(other => [...one, other])), [[]])
            for (const keys of combinations) counts.set(JSON.stringify(keys), (counts.get(JSON.stringify(keys)) ?? 0) + 1)
          }
          const answered = (groups as Data[]).map(({ keys, count }) => [JSON.stringify(keys.map((key: Data | null) => (key === null ? null : (key['name'] ?? key['title'] ?? key['value'])))), count] as const)
          expect(answered.length).toBe(counts.size)
          expect(Object.fromEntries(answered)).toEqual(Object.fromEntries(counts))
          expect(answered.map(([, count]) => count)).toEqual(answered.map(([, count]) => count).toSorted((one, other) => other - one))
        })
      }
    }, 40, 8)
  })

  // Kept, not counted: of whole years, of everybody or a country.
  test('who speaks most, equals by their slug', () => {
    overGraphs((world, graph, ask) => {
      const days = constantFrom(null, '2015', '2015-01-01', '2015-11', '2015-12-31', '2016')
      const country = constantFrom('norland', 'sudland', 'nobody')
      const speaker = constantFrom<(slug: string) => Data | null>(() => null, slug => ({ country: { slug: [slug] } }), slug => ({ country: { slug: [slug] }, kind: ['PERSON'] }), () => ({ country: { kind: ['COUNTRY'] } }), () => ({}))
      ask(tuple(country, speaker, option(record({ from: days, to: days }).filter(isRange)), integer({ min: 1, max: 10 })), ([slug, speakerOf, madeOn, first]) => {
        const filter = { speaker: speakerOf(slug), madeOn }
        const counts = new Map<Thing | null, number>()
        for (const each of world.statement.filter(thing => fits(world, thing, filter))) {
          const speakers = each['speaker'] as Thing[]
          for (const one of speakers.length > 0 ? speakers : [null]) counts.set(one, (counts.get(one) ?? 0) + 1)
        }
        const slugOf = (thing: Thing | null) => (thing === null ? '\u{10FFFF}' : String(thing['slug']))
        const wanted = [...counts].toSorted(([one, n], [other, m]) => m - n || (slugOf(one) < slugOf(other) ? -1 : 1)).slice(0, first).map(([one, n]) => [one?.name ?? null, n])
        const { groups } = graph.ask('query ($filter: StatementFilter, $first: Int) { statements(filter: $filter) { groups(by: SPEAKER, first: $first) { count keys { ... on Entity { name } } } } }', { filter, first })['statements']
        expect((groups as Data[]).map(({ keys: [key], count }) => [key?.name ?? null, count])).toEqual(wanted)
      })
    }, 40, 12)
  })

  test('who speaks most is told without looking at any statement', () => {
    const graph = graphOf()
    try {
      for (const filter of ['{}', '{madeOn: {from: "2014", to: "2015-12-31"}}', '{speaker: {country: {slug: "russia"}}}', '{speaker: {country: {slug: "russia"}}, madeOn: {from: "2015"}}']) {
        const texts = graph.statements(`{ statements(filter: ${filter}) { groups(by: SPEAKER) { count } } }`)
        expect([filter, [...texts].filter(text => /\bstatement(_entity)? /.test(text))]).toEqual([filter, []])
      }
    } finally {
      graph.close()
    }
  })

  test('search: statements and articles that hold every word, names that begin so, all within its limits', () => {
    overGraphs((world, graph, ask) => {
      const names = cast.map(each => each.name).filter(name => name !== 'crowd')
      const text = array(constantFrom(...words, 'nothing', ...names.map(name => name.slice(0, 4)), ...names), { minLength: 1, maxLength: 2 }).map(some => some.join(' '))
      const kinds = constantFrom('PERSON', 'COUNTRY', 'GROUP', 'PLACE', 'ORGANISATION', 'EVENT', 'STATEMENT', 'ARTICLE')
      const limits = record({
        in: option(array(kinds, { minLength: 1, maxLength: 4 })), voice: option(array(constantFrom('ARTICLE', 'CLAIMED', 'PRESUPPOSED'), { maxLength: 2 })),
        modality: option(array(constantFrom('ACTUAL', 'PLANNED', 'POSSIBLE', 'NEGATED'), { maxLength: 3 })), accordingTo: option(aFilter('entity'), { freq: 1 }),
      })
      ask(record({ text, limits }), ({ text: asked, limits: given }) => {
        const { search } = graph.ask(`query ($text: String!, $in: [SearchKind!], $voice: [Voice!], $modality: [Modality!], $accordingTo: EntityFilter) {
          search(text: $text, in: $in, voice: $voice, modality: $modality, accordingTo: $accordingTo, first: 100) { totalCount totalCountExact nodes { __typename ... on Entity { name kind } ... on Statement { label } ... on Article { title } } } }`, { text: asked, ...given })
        const { in: among, ...rest } = given
        const may = (kind: string) => among === null || (among as readonly string[]).includes(kind)
        const holds = (of: string) => folded(asked).split(' ').every(word => folded(of).split(/[^\p{L}\p{N}]+/u).includes(word))
        const found = (type: string, field: string) => (search.nodes as Data[]).filter(node => node['__typename'] === type).map(node => node[field] as string).toSorted()
        const wanted = (noun: Noun, kind: string, fit: (thing: Thing) => boolean) => (may(kind) ? world[noun].filter(fit).map(thing => thing.name).toSorted() : [])
        expect([asked, found('Statement', 'label')]).toEqual([asked, wanted('statement', 'STATEMENT', thing => holds(String(thing['text'])) && fits(world, thing, rest))])
        expect([asked, found('Article', 'title')]).toEqual([asked, wanted('article', 'ARTICLE', thing => holds(`${thing.name} ${String(thing['text'])}`))])
        const entities = (search.nodes as Data[]).filter(node => node['kind'] !== undefined)
        expect(entities.filter(node => !may(node['kind']))).toEqual([])
        const begin = world.entity.filter(thing => may(String(thing['kind'])) && folded(thing.name).startsWith(folded(asked)) && thing['kind'] !== 'EVENT')
        expect(entities.map(node => node['name'])).toEqual(expect.arrayContaining(begin.map(thing => thing.name)))
        expect([search.totalCount, search.totalCountExact]).toEqual([search.nodes.length, true])
      })
    }, 30, 12)
  })
})

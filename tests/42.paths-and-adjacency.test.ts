// Random small graphs, asked through the schema, against a plain model in memory: neighbours, surroundings and paths, and the adjacency that paths go by.
import { array, assert, boolean, constant, constantFrom, integer, nat, oneof, option, property, record, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjacencyOf } from '../db/walks/adjacency.ts'
import { followed, read, type Adjacency } from '../db/walks/adjacency-reading.ts'
import { applyAll, remove } from '../db/entering/apply.ts'
import { tellChange } from '../db/tables/changes.ts'
import { processorTime } from '../db/file/deadline.ts'
import { openForWriting } from '../db/file/open.ts'
import { replace } from '../db/entering/replace.ts'
import { sql } from '../db/sql.ts'
import { statistics } from '../db/file/statistics.ts'
import { extend, put, stretchesOf, take, type Stretches } from '../db/walks/stretches.ts'
import { slugOf } from '../src/model/keys.ts'
import { setLimits } from '../src/model/limits.ts'
import { graphOf, type Data } from './ask.ts'
import { aFilter, boundOf, fits, list, overGraphs, tiesOf, type Thing } from './plain-model.ts'
import { draftOf } from './reading-builder.ts'

/** By row id the neighbours of whoever has any, in their order, with their weights. */
function listsOf({ starts, ends, neighbours, hops }: Stretches): ReadonlyMap<number, readonly (readonly number[])[]> {
  const lists = Array.from(starts, (start, id) => [id, Array.from(neighbours.subarray(start, ends[id]), (far, at) => [far, hops[start + at]!])] as const)
  return new Map(lists.filter(([, list]) => list.length > 0))
}

describe('A19: a random graph is walked as a plain model is', () => {
  const kinds = option(array(constantFrom('PERSON', 'COUNTRY', 'GROUP', 'PLACE', 'ORGANISATION'), { maxLength: 4 }))
  const nothing = (given: unknown) => (given === null ? null : list(given))

  test('neighbours with their weights and ties, and the surroundings one and two steps away', () => {
    overGraphs((world, graph, ask) => {
      const slugs = new Map((graph.ask('{ entities(first: 100) { nodes { name slug } } }')['entities'].nodes as Data[]).map(each => [each['name'] as string, each['slug'] as string]))
      ask(record({ filter: option(aFilter('tie')), kind: kinds, size: integer({ min: 1, max: 3 }), depth: constantFrom(1, 2) }), ({ filter, kind, size, depth: steps }) => {
        const ties = tiesOf(world, filter ?? {})
        const bound = boundOf(ties)
        const isKind = (thing: Thing) => nothing(kind)?.includes(thing['kind']) ?? true
        for (const centre of world.entity) {
          const near = [...bound.get(centre) ?? []].filter(([other]) => isKind(other))
            .toSorted(([one, a], [other, b]) => b.size - a.size || (slugs.get(one.name)! < slugs.get(other.name)! ? -1 : 1))
          const variables = { slug: slugs.get(centre.name), filter, kind, depth: steps }
          const answered: Data[] = []
          for (let after: string | null = null, more = true; more;) {
            const { neighbours }: Data = graph.ask('query ($slug: String!, $filter: TieFilter, $kind: [EntityKind!], $first: Int, $after: String) { entity(slug: $slug) { neighbours(filter: $filter, kind: $kind, first: $first, after: $after) { totalCount edges { cursor weight node { name } ties(first: 50) { label } } pageInfo { hasNextPage endCursor } } } }', { ...variables, first: size, after })['entity']
            answered.push(...neighbours.edges)
            expect(neighbours.totalCount).toBe(near.length)
            after = neighbours.pageInfo.endCursor
            more = neighbours.pageInfo.hasNextPage
          }
          expect(answered.map(edge => [edge['node'].name, edge['weight']])).toEqual(near.map(([other, own]) => [other.name, own.size]))
          for (const [index, edge] of answered.entries()) expect(edge['ties'].map((each: Data) => each['label']).toSorted()).toEqual([...near[index]![1]].map(each => each.name).toSorted())

          const reached = new Set([centre, ...near.map(([other]) => other)])
          if (steps === 2) for (const [one] of near) for (const [other] of bound.get(one) ?? []) if (isKind(other)) reached.add(other)
          const { neighbourhood } = graph.ask('query ($slug: String!, $filter: TieFilter, $kind: [EntityKind!], $depth: Int) { neighbourhood(of: {slug: $slug}, depth: $depth, filter: $filter, kind: $kind) { totalCount truncated nodes { name } ties { label } } }', variables)
          expect(neighbourhood.nodes.map((node: Data) => node['name']).toSorted()).toEqual([...reached].map(each => each.name).toSorted())
          expect(neighbourhood.nodes.slice(0, 1 + near.length).map((node: Data) => node['name'])).toEqual([centre.name, ...near.map(([other]) => other.name)])
          expect([neighbourhood.totalCount, neighbourhood.truncated]).toEqual([reached.size, false])
          const drawn = ties.filter(({ pairs }) => pairs.some(([one, other]) => reached.has(one) && reached.has(other)))
          expect(neighbourhood.ties.map((each: Data) => each['label']).toSorted()).toEqual(drawn.map(each => each.tie.name).toSorted())
        }
      })
    }, 20, 6)
  })

  test('paths: all of the shortest, simple, within the limits of the walk', () => {
    overGraphs((world, graph, ask) => {
      const named = new Map(world.entity.map(each => [each.name, each]))
      const slugs = new Map((graph.ask('{ entities(first: 100) { nodes { name slug } } }')['entities'].nodes as Data[]).map(each => [each['name'] as string, each['slug'] as string]))
      if (world.entity.length < 2) return
      const one = constantFrom(...world.entity.map(each => each.name))
      ask(record({ from: one, to: one, filter: option(aFilter('tie'), { freq: 2 }), maxLength: integer({ min: 1, max: 6 }), first: integer({ min: 1, max: 10 }), exclude: array(one, { maxLength: 1 }), through: option(aFilter('entity'), { freq: 1 }) }), question => {
        const { from, to, filter, maxLength, first, exclude, through } = question
        const hops = tiesOf(world, filter ?? {}).filter(({ tie: each }) => each['type'] !== 'RELATED_TO')
        const bound = boundOf(hops)
        const ways: string[][] = []
        const goal = named.get(to)!
        const walk = (way: Thing[]): void => {
          const at = way.at(-1)!
          if (at === goal) { ways.push(way.map(each => each.name)); return }
          if (way.length > 6) return
          for (const next of bound.get(at)?.keys() ?? []) {
            if (way.includes(next) || exclude.includes(next.name)) continue
            if (next === goal || through === null || fits(world, next, through)) walk([...way, next])
          }
        }
        if (from !== to && !exclude.includes(from) && !exclude.includes(to)) walk([named.get(from)!])
        const within = ways.filter(way => way.length - 1 <= maxLength)
        const { paths } = graph.ask(`query ($from: EntityRef!, $to: EntityRef!, $filter: TieFilter, $maxLength: Int, $first: Int, $exclude: [EntityRef!], $through: EntityFilter) {
          paths(from: $from, to: $to, filter: $filter, maxLength: $maxLength, first: $first, exclude: $exclude, through: $through) { searched paths { length hops { from { name } to { name } tie { label voice modality basis { confidence } } } } } }`,
        { from: { slug: slugs.get(from) }, to: { slug: slugs.get(to) }, filter, maxLength, first, exclude: exclude.map(name => ({ slug: slugs.get(name) })), through })
        const answered = (paths.paths as Data[]).map(path => [from, ...path['hops'].map((hop: Data) => hop['to'].name as string)])
        expect(answered.map(way => way.length)).toEqual(within.map(way => way.length).toSorted((a, b) => a - b).slice(0, first))
        for (const way of answered) expect(within).toContainEqual(way)
        expect(new Set(answered.map(way => way.join('/'))).size).toBe(answered.length)
        if (answered.length < first && paths.searched === 'COMPLETE') expect(ways).toHaveLength(answered.length)
        if (answered.length === first || from === to) expect(paths.searched).toBe('COMPLETE')
        expect(['COMPLETE', 'LENGTH_LIMIT']).toContain(paths.searched)
        const strength = (each: Thing) => (each['voice'] === 'ARTICLE' ? 4 : 0) + (each['modality'] === 'ACTUAL' ? 2 : 0) + Number(each['confidence'])
        for (const hop of (paths.paths as Data[]).flatMap(path => path['hops'] as Data[])) {
          const between = [...bound.get(named.get(hop['from'].name)!)!.get(named.get(hop['to'].name)!)!]
          const best = Math.max(...between.map(strength))
          expect(between.filter(each => strength(each) === best).map(each => each.name)).toContain(hop['tie'].label)
        }
      })
    }, 40, 12)
  })

  test('paths by the adjacency in memory are those by statements, whatever is left out', () => {
    const seed = graphOf()
    const slugs = (seed.ask('{ entities(first: 40, orderBy: {field: RELATIONSHIPS, direction: DESC}) { nodes { slug } } }')['entities'].nodes as Data[]).map(each => each['slug'] as string)
    const one = constantFrom(...slugs)
    const asked = 'query ($from: EntityRef!, $to: EntityRef!, $maxLength: Int, $first: Int, $exclude: [EntityRef!], $through: EntityFilter) { paths(from: $from, to: $to, maxLength: $maxLength, first: $first, exclude: $exclude, through: $through) { searched paths { hops { from { slug } to { slug } } } } }'
    const outcomes = new Set<string>()
    for (const bounds of [{}, { pathFanOut: 10 }, { pathFanOut: 10, pathSteps: 1000 }, { pathEntities: 100 }]) {
      setLimits(bounds)
      try {
        assert(property(record({ from: one, to: one, maxLength: integer({ min: 1, max: 6 }), first: integer({ min: 1, max: 10 }), exclude: array(one, { maxLength: 3 }) }), ({ from, to, maxLength, first, exclude }) => {
          const question = { from: { slug: from }, to: { slug: to }, maxLength, first, exclude: exclude.map(slug => ({ slug })) }
          const inMemory = seed.ask(asked, question)
          // Everybody is such, which only statements know.
          expect(inMemory).toEqual(seed.ask(asked, { ...question, through: { not: { slug: ['nobody'] } } }))
          outcomes.add(inMemory['paths'].searched as string)
          // Whatever is left out: what is called complete is what is found where nothing is.
          setLimits({})
          const whole = seed.ask(asked, question)
          setLimits(bounds)
          if (inMemory['paths'].searched === 'COMPLETE') expect(inMemory).toEqual(whole)
        }), { numRuns: 40, seed: 1 })
      } finally {
        setLimits({})
      }
    }
    expect(outcomes).toEqual(new Set(['COMPLETE', 'LENGTH_LIMIT', 'NODE_BUDGET']))
    const statements = seed.statements(`{ paths(from: {slug: "${slugs[0]}"}, to: {slug: "${slugs[30]}"}) { searched } }`)
    expect([...statements].filter(text => text.includes('neighbour'))).toEqual([])
    seed.close()
  })

  test('the adjacency in memory follows articles that come, go and are read anew: paths are those by statements', () => {
    // Names in no order, of whom most come late: each gets a place among the slugs of those who are there.
    const names = ['Ona', 'Kel', 'Bram', 'Zoe', 'Ada', 'Tuk', 'Mio', 'Yal', 'Cem', 'Rue', 'Fia', 'Hob', 'Ivo', 'Nel', 'Bo', 'Max']
    const who = integer({ min: 0, max: names.length - 1 })
    const ties = array(tuple(who, who, boolean()), { minLength: 1, maxLength: 12 })
    const articleOfTies = (title: string, told: readonly (readonly [number, number, boolean])[], isWhole = true) => {
      const lines = told.map(([one, other]) => `${names[one]} met ${names[other]}.`)
      const draft = draftOf([title, ...lines])
      for (const index of new Set(told.flatMap(([one, other]) => [one, other]))) draft.entity(`e${index}`, 'PERSON', names[index]!, {}, names[index]!)
      for (const [index, [one, other, isStep]] of told.entries()) {
        if (isWhole || index % 2 === 0) draft.relationship(`e${one}`, `e${other}`, lines[index]!, { type: isStep ? 'CONSULT' : 'RELATED_TO', label: `met ${index}` })
      }
      return draft.done()
    }
    const change = oneof(
      { weight: 4, arbitrary: record({ come: array(ties, { minLength: 1, maxLength: 2 }) }) },
      { weight: 3, arbitrary: record({ go: nat() }) },
      { weight: 1, arbitrary: record({ readAnew: nat() }) },
      { weight: 1, arbitrary: constant({ untold: true }) },
    )
    const asked = 'query ($from: EntityRef!, $to: EntityRef!, $through: EntityFilter) { paths(from: $from, to: $to, first: 10, maxLength: 6, through: $through) { searched paths { hops { from { slug } to { slug } } } } }'
    const at = '2026-01-01T00:00:00.000Z'
    let [found, followings] = [0, 0]
    assert(property(array(tuple(change, array(tuple(who, who), { maxLength: 4 })), { minLength: 8, maxLength: 30 }), ties, (steps, first) => {
      const seed = graphOf([articleOfTies('First', first)])
      const { graph } = seed.archive
      const writing = openForWriting(seed.path)
      const here: { readonly title: string; readonly told: typeof first }[] = []
      let readings = 0
      let mayReadAnew = 1
      const slugs = names.map(name => slugOf(name))
      // Another that is read while all of it changes.
      const began = statistics(graph).dataVersion
      const slow = read(graph, { slugsAtOnce: 2, entitiesAtOnce: 2 })
      let slowly = slow.next()
      try {
        for (const [index, [step, questions]] of steps.entries()) {
          if ('come' in step) {
            const coming = step.come.map((told, place) => ({ title: `Paper ${index} ${place}`, told }))
            here.push(...coming)
            applyAll(writing, coming.map(({ title, told }) => articleOfTies(title, told)), at)
          } else if ('untold' in step) {
            writing.run(sql`DELETE FROM change`)
            mayReadAnew++
          } else {
            const place = ('go' in step ? step.go : step.readAnew) % (here.length || 1)
            const article = here[place] && articleOfTies(here[place].title, here[place].told, false)
            if (article && 'go' in step) remove(writing, article.reading.sha256)
            else if (article) replace(writing, article.text, article.metadata, article.reading, at)
            if ('go' in step) here.splice(place, 1)
          }
          if (!slowly.done) slowly = slow.next()
          for (const [from, to] of questions) {
            const question = { from: { slug: slugs[from] }, to: { slug: slugs[to] } }
            graph.onStatement = text => { if (text.includes('from_id AS near, to_id AS far')) readings++ }
            const inMemory = seed.ask(asked, question)
            graph.onStatement = null
            expect(inMemory).toEqual(seed.ask(asked, { ...question, through: { not: { slug: ['nobody'] } } }))
            found += (inMemory['paths']?.paths as Data[] | undefined)?.length ?? 0
          }
        }
        expect(readings).toBeLessThanOrEqual(mayReadAnew)
        while (!slowly.done) slowly = slow.next()
        const atOnce = read(graph)
        let whole = atOnce.next()
        while (!whole.done) whole = atOnce.next()
        if (followed(graph, slowly.value, began, statistics(graph).dataVersion)) {
          followings++
          expect(listsOf(slowly.value)).toEqual(listsOf(whole.value))
        } else expect(mayReadAnew).toBeGreaterThan(1)
      } finally {
        writing.close()
        seed.close()
      }
    }), { numRuns: 20, seed: 1 })
    expect(found).toBeGreaterThan(500)
    expect(followings).toBeGreaterThan(2)
  })

  test('many who came since and stand side by side cost each one look', () => {
    const seed = graphOf([])
    const writing = openForWriting(seed.path)
    const come = (from: number, to: number): void => {
      writing.run(sql`WITH RECURSIVE n (id) AS (SELECT ${from} UNION ALL SELECT id + 1 FROM n WHERE id < ${to})
        INSERT INTO entity (id, key, slug, named, kind, name, folded) SELECT id, 'm' || id, 'm' || id, 1, 'PERSON', 'M', 'm' FROM n`)
      tellChange(writing, [], from - 1)
    }
    const whole = (made: Generator<undefined, Adjacency>) => {
      let step = made.next()
      while (!step.done) step = made.next()
      return step.value
    }
    try {
      come(1, 2)
      const adjacency = whole(read(writing))
      const before = statistics(writing).dataVersion
      come(3, 3000)
      const after = statistics(writing).dataVersion
      expect(followed(writing, adjacency, before, after)).toBe(true)
      const order = ({ ranks }: Adjacency) => Array.from({ length: 3000 }, (_, index) => index + 1).sort((one, other) => ranks[one]! - ranks[other]!)
      expect(order(adjacency)).toEqual(order(whole(read(writing))))
      come(3001, 30_000)
      const worked = processorTime()
      expect(followed(writing, adjacency, after, after + 1)).toBe(false)
      expect(processorTime() - worked).toBeLessThan(500)
    } finally {
      writing.close()
      seed.close()
    }
  })

  test('stretches of neighbours stay in order, whoever comes and goes, grows and moves', () => {
    // The ranks of thirty go up with their numbers, those of the others, who come later, down.
    const stretches = stretchesOf(Float64Array.from({ length: 30 }, (_, id) => id), new Uint32Array(30), [])
    extend(stretches, 99)
    for (let id = 30; id < 100; id++) stretches.ranks[id] = -id
    const model = new Map<number, Map<number, number>>()
    const who = nat({ max: 99 })
    const rooms = new Set<number>()
    assert(property(array(record({ near: who, far: who, hops: nat({ max: 3 }) }), { minLength: 300, maxLength: 400 }), changes => {
      for (const { near, far, hops } of changes) {
        take(stretches, near, far)
        if (hops > 0) put(stretches, near, far, hops)
        const own = model.get(near) ?? new Map<number, number>()
        model.set(near, own.set(far, hops))
      }
      rooms.add(stretches.neighbours.length)
      const lists = listsOf(stretches)
      for (const [near, own] of model) {
        const expected = [...own].filter(([, hops]) => hops > 0).sort(([a, one], [b, other]) => other - one || stretches.ranks[a]! - stretches.ranks[b]!)
        expect(lists.get(near) ?? []).toEqual(expected)
      }
    }), { numRuns: 30, seed: 1, endOnFailure: true })
    expect(rooms.size).toBeGreaterThan(3)
  })

  test('a path of three steps from hub to hub is found without looking at all whom they met', () => {
    const pairs: [string, string, string][] = [['Start', 'met', 'Near'], ['Near', 'met', 'Far'], ['Near', 'saw', 'Far'], ['Far', 'met', 'Goal'], ['Goal', 'met', 'Friend']]
    for (const hub of ['Near', 'Far']) for (let index = 0; index < 300; index++) pairs.push([hub, 'met', `${hub} ${String(index).padStart(3, '0')}`])
    const lines = pairs.map(words => `${words.join(' ')}.`)
    const draft = draftOf(lines)
    for (const name of new Set(pairs.flatMap(([one, , other]) => [one, other]))) draft.entity(name, 'PERSON', name, {}, name)
    for (const [index, [one, , other]] of pairs.entries()) draft.relationship(one, other, lines[index]!)
    const graph = graphOf([draft.done()])
    try {
      const between = (from: string, to: string, first: number) => graph.ask('query ($from: String!, $to: String!, $first: Int) { paths(from: {slug: $from}, to: {slug: $to}, first: $first) { searched paths { hops { to { name } } } } }', { from, to, first })['paths']
      while (!adjacencyOf(graph.archive.graph)) { /* a share of it is read each time */ }
      expect(between('start', 'goal', 1)).toEqual({ searched: 'COMPLETE', paths: [{ hops: [{ to: { name: 'Near' } }, { to: { name: 'Far' } }, { to: { name: 'Goal' } }] }] })
      expect(adjacencyOf(graph.archive.graph)?.reached.length).toBe(3)
      // Of more paths than there are all are looked for.
      expect(between('start', 'goal', 2).paths).toHaveLength(1)
      expect(adjacencyOf(graph.archive.graph)?.reached.length).toBeGreaterThan(600)
    } finally {
      graph.close()
    }
  })

  test('the paths over one more of two who have met are found without looking at all whom their neighbours met', () => {
    const pairs: [string, string, string][] = [['Start', 'met', 'Goal'], ...['Ada', 'Eva'].flatMap((each): [string, string, string][] => [['Start', 'saw', each], [each, 'met', 'Goal'], [each, 'saw', 'Goal'], [each, 'met', `Friend of ${each}`]])]
    const lines = pairs.map(words => `${words.join(' ')}.`)
    const draft = draftOf(lines)
    for (const name of new Set(pairs.flatMap(([one, , other]) => [one, other]))) draft.entity(name, 'PERSON', name, {}, name)
    for (const [index, [one, , other]] of pairs.entries()) draft.relationship(one, other, lines[index]!)
    const graph = graphOf([draft.done()])
    const query = (first: number, rest = '') => `{ paths(from: {slug: "start"}, to: {slug: "goal"}, first: ${first}${rest}) { searched paths { hops { to { name } } } } }`
    const widenings = (first: number, rest = '') => graph.statements(query(first, rest)).filter(text => text.includes('t.from_id AS near')).length
    try {
      for (const rest of ['', ', filter: {relationshipType: [CONSULT]}']) {
        expect(graph.ask(query(3, rest))['paths']).toEqual({ searched: 'COMPLETE', paths: [['Goal'], ['Ada', 'Goal'], ['Eva', 'Goal']].map(names => ({ hops: names.map(name => ({ to: { name } })) })) })
      }
      const byStatements = ', filter: {relationshipType: [CONSULT]}'
      expect([widenings(3, byStatements), widenings(4, byStatements)]).toEqual([1, expect.toSatisfy((count: number) => count > 1)])
      const reached = (first: number) => {
        graph.ask(query(first))
        return adjacencyOf(graph.archive.graph)?.reached.length
      }
      expect([reached(3), reached(4)]).toEqual([4, 6])
    } finally {
      graph.close()
    }
  })

  test('two who are bound to the same are found over these alone, the strongest first', () => {
    const others = Array.from({ length: 90 }, (_, index) => `Other ${String(index).padStart(2, '0')}`)
    const pairs = others.flatMap((other, index): [string, string, string][] => [
      ...(index < 60 ? [['Left', 'met', other]] : []), ...(index % 7 === 0 && index < 60 ? [['Left', 'saw', other]] : []), ...(index >= 40 ? [['Right', 'met', other]] : []),
    ] as [string, string, string][])
    const lines = pairs.map(words => `${words.join(' ')}.`)
    const draft = draftOf(lines)
    for (const name of new Set(pairs.flatMap(([one, , other]) => [one, other]))) draft.entity(name, 'PERSON', name, {}, name)
    for (const [index, [one, , other]] of pairs.entries()) draft.relationship(one, other, lines[index]!)
    const graph = graphOf([draft.done()])
    const asking = (rest: string): string => `{ paths(from: {slug: "left"}, to: {slug: "right"}, maxLength: 6${rest}) { searched paths { hops { to { name } } } } }`
    // With a filter of who is between, the search goes by statements; with one of ties, which count otherwise, it widens; without, it goes by memory.
    const [some, all, kept] = [', through: {kind: [PERSON]}', ', filter: {relationshipType: [CONSULT]}', ''].map(rest => asking(`, first: 4, exclude: [{slug: "other-41"}]${rest}`)) as [string, string, string]
    const widening = (query: string): string[] => graph.statements(query).filter(text => text.includes('t.to_id AS far'))
    expect([widening(some), widening(all).length > 0]).toEqual([[], true])
    expect(graph.ask(some)).toEqual(graph.ask(kept))
    expect(graph.ask(some)).toEqual(graph.ask(all))
    expect(graph.ask(some)['paths'].paths.map(({ hops }: { hops: { to: { name: string } }[] }) => hops[0]!.to.name)).toEqual(['Other 42', 'Other 49', 'Other 56', 'Other 40'])
    // Who wants more than there are looks further.
    setLimits({ paths: 30 })
    expect(graph.ask(asking(', first: 30, exclude: [{slug: "other-41"}], through: {kind: [PERSON]}'))['paths'].paths).toHaveLength(19)
    setLimits({})
    graph.close()
  })

  test('the shortest path goes over the weakest neighbour of somebody with many', () => {
    const strong = Array.from({ length: 600 }, (_, index) => `Strong ${String(index).padStart(3, '0')}`)
    const pairs: [string, string, string][] = strong.flatMap(other => [['Hub', 'met', other], ['Hub', 'saw', other]])
    pairs.push(['Hub', 'met', 'Weak'], ['Weak', 'met', 'Start'], ['Start', 'met', 'Detour'], ['Detour', 'met', 'Strong 000'])
    const lines = pairs.map(words => `${words.join(' ')}.`)
    const draft = draftOf(lines)
    for (const name of new Set(pairs.flatMap(([one, , other]) => [one, other]))) draft.entity(name, 'PERSON', name, {}, name)
    for (const [index, [one, , other]] of pairs.entries()) draft.relationship(one, other, lines[index]!)
    const graph = graphOf([draft.done()])
    const between = (rest: string) => graph.ask(`{ one: paths(from: {slug: "start"}, to: {slug: "hub"}, first: 1${rest}) { searched paths { length } } other: paths(from: {slug: "hub"}, to: {slug: "start"}, first: 1${rest}) { searched paths { length } } }`)
    const found = { searched: 'COMPLETE', paths: [{ length: 2 }] }
    for (const rest of ['', ', through: {kind: [PERSON]}', ', filter: {relationshipType: [CONSULT]}']) expect(between(rest)).toEqual({ one: found, other: found })
    graph.close()
  })

  test('ways that were found before the deadline are answered, with who is on them', () => {
    const pairs = [['Start', 'Goal'], ['Start', 'Ada'], ['Ada', 'Goal']] as const
    const lines = pairs.map(([one, other]) => `${one} met ${other}.`)
    const draft = draftOf(lines)
    for (const name of new Set(pairs.flat())) draft.entity(name, 'PERSON', name, {}, name)
    for (const [index, [one, other]] of pairs.entries()) draft.relationship(one, other, lines[index]!)
    const graph = graphOf([draft.done()])
    const time = 1000
    const found = (spent: number) => {
      let [widened, isHeld] = [0, false]
      graph.archive.graph.onStatement = text => {
        if (!/CROSS JOIN neighbour t ON t\.from_id = p\.value/.test(text) || ++widened < 2 || isHeld) return
        isHeld = true
        // By the clock it may take four times as long, which on a busy machine passes first.
        const [until, end] = [processorTime() + spent * time, performance.now() + 4 * (spent - 0.03) * time]
        while (processorTime() < until && performance.now() < end) { /* works */ }
      }
      return graph.ask('{ paths(from: {slug: "start"}, to: {slug: "goal"}, through: {kind: [PERSON]}) { searched paths { hops { from { name } to { name } tie { label } } } } }')['paths']
    }
    setLimits({ operationTime: time })
    try {
      const direct = { hops: [{ from: { name: 'Start' }, to: { name: 'Goal' }, tie: { label: expect.any(String) } }] }
      expect(found(0)).toEqual({ searched: 'COMPLETE', paths: [direct, { hops: [expect.anything(), expect.anything()] }] })
      expect(found(0.95)).toEqual({ searched: 'DEADLINE', paths: [direct] })
    } finally {
      setLimits({})
      graph.close()
    }
  })
})

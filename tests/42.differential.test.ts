// Random small graphs, asked through the schema, against a plain model in memory that shares no line with what it checks.
import { array, assert, boolean, constant, constantFrom, integer, nat, oneof, option, property, record, tuple, type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followed, read, type Adjacency } from '../db/adjacency-reading.ts'
import { applyAll, remove } from '../db/apply.ts'
import { tellChange } from '../db/changes.ts'
import { processorTime } from '../db/deadline.ts'
import { openForWriting } from '../db/open.ts'
import { replace } from '../db/replace.ts'
import { sql } from '../db/sql.ts'
import { statistics } from '../db/statistics.ts'
import { extend, put, stretchesOf, take, type Stretches } from '../db/stretches.ts'
import { sha256, slugOf } from '../src/model/keys.ts'
import { setLimits } from '../src/model/limits.ts'
import { graphOf, type Asked, type Data } from './ask.ts'
import { chooser } from './chooser.ts'
import { rounds } from './fault/rounds.ts'
import { articleOf, cast, claimOf, labelOf, papers, reporterOf, words, type Paper } from './made-up.ts'
import { draftOf } from './reading-builder.ts'

type Noun = 'entity' | 'statement' | 'relationship' | 'mention' | 'article'
/** A thing of the model. `name` is what an answer calls it, unique among its noun. */
interface Thing {
  readonly noun: Noun
  readonly name: string
  /** Its place in the order that lists have by themselves. */
  readonly place: string
  [field: string]: unknown
}
type World = Readonly<Record<Noun, readonly Thing[]>>

/** By row id the neighbours of whoever has any, in their order, with their weights. */
function listsOf({ starts, ends, neighbours, hops }: Stretches): ReadonlyMap<number, readonly (readonly number[])[]> {
  const lists = Array.from(starts, (start, id) => [id, Array.from(neighbours.subarray(start, ends[id]), (far, at) => [far, hops[start + at]!])] as const)
  return new Map(lists.filter(([, list]) => list.length > 0))
}

/** What the papers say, as plain objects that refer to each other. */
function worldOf(all: readonly Paper[]): World {
  const entities = new Map<string, Thing>()
  const world: Record<Noun, Thing[]> = { entity: [], statement: [], relationship: [], mention: [], article: [] }
  const entity = (index: number, paper: number): Thing => {
    const { name: own, kind, ...rest } = cast[index] as { name: string; kind: string; country?: string; iso2?: string; startsOn?: string; endsOn?: string }
    const name = own === 'crowd' ? `Crowd ${paper}` : own
    const known = entities.get(name)
    if (known) return known
    const made: Thing = { noun: 'entity', name, kind, place: '', named: own !== 'crowd', iso2: rest.iso2 ?? null, from: rest.startsOn ?? null, to: rest.endsOn ?? null, country: null, articles: new Set<Thing>(), mentions: 0 }
    entities.set(name, made)
    world.entity.push(made)
    if (rest.country) made['country'] = entity(cast.findIndex(each => each.name === rest.country), paper)
    return made
  }
  for (const [number, paper] of all.entries()) {
    const { text } = articleOf(paper, number)
    const day = paper.publishedOn === null ? '00000000' : `${paper.publishedOn}-01-01`.slice(0, 10).replaceAll('-', '')
    const place = `${String(99999999 - Number(day)).padStart(8, '0')}${sha256(text)}`
    const article: Thing = { noun: 'article', name: `Paper ${number}`, place, publisher: paper.publisher, from: paper.publishedOn, to: paper.publishedOn, text }
    world.article.push(article)
    const at = (label: string) => `${place}${String(text.search(new RegExp(`${label}(?!\\d)`))).padStart(7, '0')}`
    const used = new Set([...paper.said.flatMap(each => [...each.speakers, ...each.addressees, ...each.targets, ...each.about]), ...paper.done.flatMap(each => [each.subject, ...(each.object === null ? [] : [each.object]), ...(each.place ? [5] : [])])])
    const mentioned = [...paper.mentions, ...(used.has(9) && !paper.mentions.includes(9) ? [9] : [])]
    let offset = text.indexOf('\n') + 1
    for (const index of mentioned) {
      const who = entity(index, number)
      ;(who['articles'] as Set<Thing>).add(article)
      who['mentions'] = (who['mentions'] as number) + 1
      world.mention.push({ noun: 'mention', name: `Paper ${number}/${offset}`, place: `${place}${String(offset).padStart(7, '0')}`, entity: who, article, form: 'NAME', text: cast[index]!.name })
      offset += `${cast[index]!.name} appeared.\n`.length
    }
    const said = paper.said.map((each, index): Thing => {
      const label = labelOf.said(number, index)
      const people = (list: readonly number[]) => list.map(one => entity(one, number))
      const quoted = text.indexOf(`” ${label}.`)
      const start = quoted >= 0 ? text.lastIndexOf('“', quoted) + 1 : text.indexOf(`${label} `)
      return {
        noun: 'statement', name: label, place: `${place}${String(start).padStart(7, '0')}`, article, speaker: people(each.speakers), addressee: people(each.addressees), target: people(each.targets), about: people(each.about),
        act: each.act, modality: each.modality, quoted: each.quoted, from: each.madeOn, to: each.madeOn, confidence: each.confidence, text: each.words.join(' '), reportedIn: null, voice: 'ARTICLE', relationships: [] as Thing[],
        dated: each.madeOn ?? paper.publishedOn,
      }
    })
    for (const [index, each] of paper.said.entries()) {
      const reporter = reporterOf(each, index)
      if (reporter !== null) Object.assign(said[index]!, { reportedIn: said[reporter], voice: 'CLAIMED' })
    }
    world.statement.push(...said)
    for (const [index, each] of paper.done.entries()) {
      const claim = claimOf(each, paper)
      const label = labelOf.done(number, index)
      const made: Thing = {
        noun: 'relationship', name: label, place: at(label), article, type: each.type, subject: entity(each.subject, number), object: each.object === null ? null : entity(each.object, number), where: each.place ? entity(5, number) : null,
        modality: each.modality, voice: claim === null ? 'ARTICLE' : each.voice, statement: claim === null ? null : said[claim], from: each.on?.[0] ?? null, to: each.on?.[1] ?? null, confidence: each.confidence, text: `${label} ${each.word}`,
        dated: each.on?.[0] ?? null,
      }
      world.relationship.push(made)
      if (claim !== null) (said[claim]!['relationships'] as Thing[]).push(made)
    }
    for (const index of used) entity(index, number)
  }
  return world
}

const list = (value: unknown) => (Array.isArray(value) ? value : [value]) as unknown[]
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The first and the last day of a partial date. */
function span(date: string): readonly [string, string] {
  if (date.length === 10) return [date, date]
  if (date.length === 4) return [`${date}-01-01`, `${date}-12-31`]
  return [`${date}-01`, `${date}-${new Date(Number(date.slice(0, 4)), Number(date.slice(5)), 0).getDate()}`]
}

function overlaps(thing: Thing, { from, to }: { from?: string | null; to?: string | null }): boolean {
  if (!from && !to) return true
  if (thing['from'] === null) return false
  const [first, last] = [span(String(thing['from']))[0], span(String(thing['to']))[1]]
  return (!from || last >= span(from)[0]) && (!to || first <= span(to)[1])
}

/** Null and {} say nothing, and so does what is made of them alone. */
function saysNothing(filter: Data): boolean {
  return Object.entries(filter).every(([field, value]) => {
    if (value === null || value === undefined) return true
    if (field === 'and') return (value as Data[]).every(saysNothing)
    if (field === 'or') return (value as Data[]).some(saysNothing)
    if (field === 'not') return saysNothing(value)
    return ['on', 'madeOn', 'publishedOn', 'name'].includes(field) && Object.values(value as Data).every(each => each === null || each === undefined)
  })
}

function fits(world: World, thing: Thing, filter: Data): boolean {
  const is = (other: unknown, inner: Data) => other !== null && fits(world, other as Thing, inner)
  const any = (others: unknown, inner: Data) => (others as Thing[]).some(other => fits(world, other, inner))
  const says = (role: string, inner: Data) => world.statement.some(each => (each[role] as Thing[]).includes(thing) && fits(world, each, inner))
  return Object.entries(filter).every(([field, value]) => {
    if (value === null || value === undefined) return true
    switch (field) {
      case 'and': return (value as Data[]).every(each => fits(world, thing, each))
      case 'or': return (value as Data[]).some(each => fits(world, thing, each))
      case 'not': return saysNothing(value) || !fits(world, thing, value)
      case 'kind': return thing.noun === 'entity' ? list(value).includes(thing['kind']) : list(value).includes(thing.noun.toUpperCase())
      case 'named': case 'quoted': return thing[field] === value
      case 'iso2': return list(value).some(code => String(code).toUpperCase() === thing['iso2'])
      case 'act': case 'type': case 'voice': case 'modality': case 'publisher': case 'form': return list(value).includes(thing[field])
      case 'relationshipType': return thing.noun === 'relationship' && list(value).includes(thing['type'])
      case 'name': return (!value.eq || folded(thing.name) === folded(value.eq)) && (!value.startsWith || folded(thing.name).startsWith(folded(value.startsWith))) && (!value.matches || (value.matches.length < 3 ? folded(thing.name).startsWith(folded(value.matches)) : folded(thing.name).includes(folded(value.matches))))
      case 'country': case 'subject': case 'object': case 'article': case 'entity': return is(thing[field], value)
      case 'place': return is(thing['where'], value)
      case 'with': return is(thing['subject'], value) || is(thing['object'], value)
      case 'speaker': case 'addressee': case 'target': case 'about': case 'relationships': return any(thing[field], value)
      case 'reportedIn': case 'statement': return is(thing[field], value)
      case 'accordingTo': {
        const by = (thing.noun === 'statement' ? thing['reportedIn'] : thing['statement']) as Thing | null
        return by !== null && any(by['speaker'], value)
      }
      case 'speaks': return says('speaker', value)
      case 'addressed': return says('addressee', value)
      case 'targeted': return says('target', value)
      case 'spokenOf': return says('about', value)
      case 'subjectOf': return world.relationship.some(each => each['subject'] === thing && fits(world, each, value))
      case 'objectOf': return world.relationship.some(each => each['object'] === thing && fits(world, each, value))
      case 'mentionedIn': return [...thing['articles'] as Set<Thing>].some(each => fits(world, each, value))
      case 'mentions': return world.entity.some(each => (each['articles'] as Set<Thing>).has(thing) && fits(world, each, value))
      case 'on': case 'madeOn': case 'publishedOn': return overlaps(thing, value)
      case 'minConfidence': return (thing['confidence'] as number) >= value
      case 'text': return thing.noun === 'mention' ? folded(String(thing['text'])).includes(folded(value)) : String(value).split(' ').every(word => String(thing['text']).split(/[^\p{L}\p{N}]+/u).includes(word))
      default: throw new Error(`The model knows no ${field}.`)
    }
  })
}

/** A filter of the noun with one or two fields, and filters in it down to the depth. */
function filterOf(noun: Noun | 'tie', seed: number, depth: number): Data {
  const { next, one, many } = chooser(seed)
  const inner = (other: Noun | 'tie') => (depth <= 1 ? one(null, {}) : filterOf(other, next(2 ** 31), depth - 1))
  const dates = () => ({ from: one(null, '2015', '2015-11', '2015-11-15'), to: one(null, '2015-10', '2015-11', '2015-12-31', '2016') })
  const sure = () => one(0, 0.5, 0.75, 1)
  const voice = () => many('ARTICLE', 'CLAIMED', 'PRESUPPOSED')
  const modality = () => many('ACTUAL', 'PLANNED', 'POSSIBLE', 'NEGATED')
  const text = () => one(...words, 'tea bridge', 'nothing')
  const fields: Readonly<Record<Noun | 'tie', Readonly<Record<string, () => unknown>>>> = {
    entity: {
      kind: () => many('PERSON', 'COUNTRY', 'EVENT', 'GROUP', 'TOPIC'), named: () => one(true, false), iso2: () => one<unknown>('NO', 'su', ['NO', 'SU']),
      name: () => one({ eq: 'Anna Berg' }, { eq: 'arni' }, { startsWith: 's' }, { startsWith: 'ÁR' }, { matches: 'land' }, { matches: 'no' }, { matches: 'our' }, { matches: 'b', startsWith: 'b' }),
      country: () => inner('entity'), speaks: () => inner('statement'), addressed: () => inner('statement'), targeted: () => inner('statement'), spokenOf: () => inner('statement'),
      subjectOf: () => inner('relationship'), objectOf: () => inner('relationship'), mentionedIn: () => inner('article'), on: dates,
    },
    statement: {
      speaker: () => inner('entity'), addressee: () => inner('entity'), target: () => inner('entity'), about: () => inner('entity'), act: () => many('SAY', 'ACCUSE', 'THANK'), voice, modality,
      accordingTo: () => inner('entity'), reportedIn: () => inner('statement'), relationships: () => inner('relationship'), madeOn: dates, article: () => inner('article'), text, quoted: () => one(true, false), minConfidence: sure,
    },
    relationship: {
      type: () => many('CONSULT', 'ASSAULT', 'MEMBER_OF'), voice, modality, subject: () => inner('entity'), object: () => inner('entity'), with: () => inner('entity'), place: () => inner('entity'),
      accordingTo: () => inner('entity'), statement: () => inner('statement'), text, on: dates, article: () => inner('article'), minConfidence: sure,
    },
    mention: { text: () => one('land', 'Anna', 'ARNI', 'o'), form: () => many('NAME', 'VERB'), entity: () => inner('entity'), article: () => inner('article') },
    article: { publisher: () => many('Post', 'Известия'), publishedOn: dates, mentions: () => inner('entity'), text },
    tie: { kind: () => many('RELATIONSHIP', 'STATEMENT'), voice, modality, accordingTo: () => inner('entity'), article: () => inner('article'), on: dates, minConfidence: sure, relationshipType: () => many('CONSULT', 'RELATED_TO'), act: () => many('SAY', 'THANK') },
  }
  const own = Object.entries(fields[noun])
  const logic: readonly (readonly [string, () => unknown])[] = [['not', () => inner(noun)], ['and', () => Array.from({ length: next(3) }, () => inner(noun) ?? {})], ['or', () => Array.from({ length: next(3) }, () => inner(noun) ?? {})]]
  return Object.fromEntries(Array.from({ length: next(5) === 0 ? next(3) : 1 }, () => {
    const [field, value] = one(...own, ...logic)
    return [field, value()]
  }))
}

function aFilter(noun: Noun | 'tie'): Arbitrary<Data> {
  return tuple(integer({ min: 1, max: 5 }), integer()).map(([depth, seed]) => filterOf(noun, seed, depth))
}

const asking = {
  entity: { field: 'entities', type: 'EntityFilter', order: 'EntityOrder', select: 'name', nameOf: (node: Data) => node['name'] },
  statement: { field: 'statements', type: 'StatementFilter', order: 'StatementOrder', select: 'label', nameOf: (node: Data) => node['label'] },
  relationship: { field: 'relationships', type: 'RelationshipFilter', order: 'RelationshipOrder', select: 'label', nameOf: (node: Data) => node['label'] },
  article: { field: 'articles', type: 'ArticleFilter', order: 'ArticleOrder', select: 'title', nameOf: (node: Data) => node['title'] },
} as const

/** Runs a property over graphs, each asked several questions, for a few seconds, or a minute in `npm run faults`; a failing seed is printed. */
function overGraphs(question: (world: World, graph: Asked, ask: <T>(one: Arbitrary<T>, check: (value: T) => void) => void) => void, runs: number, questions: number): void {
  assert(property(papers, integer(), (all, seed) => {
    const graph = graphOf(all.map(articleOf))
    try {
      question(worldOf(all), graph, (one, check) => assert(property(one, check), { numRuns: questions, seed }))
    } finally {
      graph.close()
    }
  }), { numRuns: rounds(runs, 20 * runs), endOnFailure: false, interruptAfterTimeLimit: rounds(1500, 60_000) })
}

const byPlace = (one: Thing, other: Thing) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0)

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
    const days = record({ from: constantFrom(null, '2014', '2015', '2015-11', '2015-11-15'), to: constantFrom(null, '2014-12-31', '2015-10', '2015-11', '2015-12-31', '2016') })
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

  // Of more speakers than have their statements merged in order, all are gathered.
  test('days of what forty people said', () => {
    const dates = ['2014', '2014-12-31', '2015', '2015-10', '2015-11', '2015-11-15', '2015-12', '2016-01-01', undefined]
    const people = Array.from({ length: 40 }, (_, index) => ({ name: `Ada Nr${index}x`, label: `claim${index}x`, madeOn: dates[index % dates.length] }))
    const draft = draftOf(['Forty speak', ...people.map(each => `${each.name} made ${each.label}.`)])
    for (const { name, label, madeOn } of people) draft.entity(name, 'PERSON', name, {}, name).statement(label, label, { speakers: [name], ...(madeOn && { madeOn }) }, label)
    const graph = graphOf([draft.done()])
    try {
      for (const range of [{}, ...[null, '2014', '2015', '2015-11', '2015-11-15', '2016'].flatMap(from => [null, '2014', '2015-10', '2015-11-15', '2016'].map(to => ({ from, to })))]) {
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

  /** The ties that fit, each with the pairs that it binds, forwards. */
  function tiesOf(world: World, filter: Data): readonly { readonly tie: Thing; readonly pairs: readonly (readonly [Thing, Thing])[] }[] {
    const pairsOf = (each: Thing): (readonly [Thing, Thing])[] => {
      if (each.noun === 'relationship') return each['object'] === null ? [] : [[each['subject'] as Thing, each['object'] as Thing]]
      return (each['speaker'] as Thing[]).flatMap(speaker => [...each['addressee'] as Thing[], ...each['target'] as Thing[]].map(other => [speaker, other] as const))
    }
    return [...world.relationship, ...world.statement].filter(each => fits(world, each, filter)).map(each => ({ tie: each, pairs: pairsOf(each).filter(([one, other]) => one !== other) }))
  }

  /** Whom each is tied to, with the ties. */
  function boundOf(ties: ReturnType<typeof tiesOf>): ReadonlyMap<Thing, ReadonlyMap<Thing, ReadonlySet<Thing>>> {
    const bound = new Map<Thing, Map<Thing, Set<Thing>>>()
    for (const { tie: one, pairs } of ties) for (const [a, b] of pairs) for (const [from, to] of [[a, b], [b, a]] as const) {
      const own = bound.get(from) ?? new Map<Thing, Set<Thing>>()
      bound.set(from, own.set(to, (own.get(to) ?? new Set<Thing>()).add(one)))
    }
    return bound
  }
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
})

// What papers say (tests/made-up.ts) as a plain model in memory, asked as the schema is: it shares no line with what it checks.
import { assert, integer, property, tuple, type Arbitrary } from 'fast-check'
import { sha256, slugOf } from '../src/model/keys.ts'
import { graphOf, type Asked, type Data } from './ask.ts'
import { chooser } from './chooser.ts'
import { rounds } from './fault/rounds.ts'
import { articleOf, cast, claimOf, labelOf, papers, raid, referredBy, reporterOf, sayingOf, usedIn, words, type Paper } from './made-up.ts'

export type Noun = 'entity' | 'statement' | 'relationship' | 'mention' | 'article'
/** A thing of the model. `name` is what an answer calls it, unique among its noun. */
export interface Thing {
  readonly noun: Noun
  readonly name: string
  /** Its place in the order that lists have by themselves. */
  readonly place: string
  [field: string]: unknown
}
export type World = Readonly<Record<Noun, readonly Thing[]>>


/** What the papers say, as plain objects that refer to each other. */
export function worldOf(all: readonly Paper[]): World {
  const entities = new Map<string, Thing>()
  const world: Record<Noun, Thing[]> = { entity: [], statement: [], relationship: [], mention: [], article: [] }
  const entity = (index: number, paper: number): Thing => {
    const { name: own, kind, ...rest } = cast[index] as { name: string; kind: string; iso2?: string; startsOn?: string; endsOn?: string }
    const name = own === 'crowd' ? `Crowd ${paper}` : own
    const known = entities.get(name)
    if (known) return known
    const made: Thing = {
      noun: 'entity', name, kind, place: '', slug: slugOf(name), named: own !== 'crowd', iso2: rest.iso2 ?? null, from: rest.startsOn ?? null, to: rest.endsOn ?? null, country: null, speaksFor: null, partOf: null, where: null, articles: new Set<Thing>(), mentions: 0,
      voice: kind === 'EVENT' ? 'ARTICLE' : null, modality: kind === 'EVENT' ? 'ACTUAL' : null, statement: null,
    }
    entities.set(name, made)
    world.entity.push(made)
    for (const [field, other] of referredBy(index)) made[field === 'place' ? 'where' : field] = entity(other, paper)
    return made
  }
  const standings: { readonly strength: number; readonly place: string; readonly fields: Partial<Thing> }[] = []
  for (const [number, paper] of all.entries()) {
    const { text } = articleOf(paper, number)
    const day = paper.publishedOn === null ? '00000000' : `${paper.publishedOn}-01-01`.slice(0, 10).replaceAll('-', '')
    const place = `${String(99999999 - Number(day)).padStart(8, '0')}${sha256(text)}`
    const article: Thing = { noun: 'article', name: `Paper ${number}`, place, publisher: paper.publisher, url: paper.url, from: paper.publishedOn, to: paper.publishedOn, text }
    world.article.push(article)
    const at = (label: string) => `${place}${String(text.search(new RegExp(`${label}(?!\\d)`))).padStart(7, '0')}`
    const used = new Set(usedIn(paper))
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
        kind: each.quoted ? 'DIRECT' : 'INDIRECT', attribution: each.speakers.length > 0 ? each.known : 'UNATTRIBUTED', via: each.via === null ? null : entity(each.via, number),
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
      const saying = sayingOf(each, paper)
      const label = labelOf.done(number, index)
      const made: Thing = {
        noun: 'relationship', name: label, place: at(label), article, type: each.type, subject: entity(each.subject, number), object: each.object === null ? null : entity(each.object, number), where: each.place ? entity(5, number) : null,
        modality: each.modality, voice: claim === null ? 'ARTICLE' : each.voice, statement: claim === null ? null : said[claim], saying: saying === null ? null : said[saying], from: each.on?.[0] ?? null, to: each.on?.[1] ?? null, confidence: each.confidence, text: `${label} ${each.word}`,
        dated: each.on?.[0] ?? null,
      }
      world.relationship.push(made)
      if (claim !== null) (said[claim]!['relationships'] as Thing[]).push(made)
    }
    for (const index of used) entity(index, number)
    if (used.has(raid)) {
      const claim = claimOf(paper.raid, paper)
      const voice = claim === null ? 'ARTICLE' : paper.raid.voice
      standings.push({ strength: ['ARTICLE', 'PRESUPPOSED', 'CLAIMED'].indexOf(voice), place, fields: { voice, modality: paper.raid.modality, statement: claim === null ? null : said[claim] } })
    }
  }
  // One article that says it itself suffices; of equals the newest tells.
  const [first] = standings.toSorted((one, other) => one.strength - other.strength || (one.place < other.place ? -1 : 1))
  if (first) Object.assign(entities.get('Raid')!, first.fields)
  return world
}

export const list = (value: unknown) => (Array.isArray(value) ? value : [value]) as unknown[]
export const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The first and the last day of a partial date. */
function span(date: string): readonly [string, string] {
  if (date.length === 10) return [date, date]
  if (date.length === 4) return [`${date}-01-01`, `${date}-12-31`]
  return [`${date}-01`, `${date}-${new Date(Number(date.slice(0, 4)), Number(date.slice(5)), 0).getDate()}`]
}

interface Range {
  readonly from?: string | null
  readonly to?: string | null
}

/** What ends before it begins is refused (tests/43.bad-input.test.ts). */
export function isRange({ from, to }: Range): boolean {
  return !from || !to || span(from)[0] <= span(to)[1]
}

const ranges = [null, '2015', '2015-11', '2015-11-15'].flatMap(from => [null, '2015-10', '2015-11', '2015-12-31', '2016'].map(to => ({ from, to }))).filter(isRange)

function overlaps(thing: Thing, { from, to }: Range): boolean {
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

export function fits(world: World, thing: Thing, filter: Data): boolean {
  const is = (other: unknown, inner: Data) => other !== null && fits(world, other as Thing, inner)
  const any = (others: unknown, inner: Data) => (others as Thing[]).some(other => fits(world, other, inner))
  const says = (role: string, inner: Data) => world.statement.some(each => (each[role] as Thing[]).includes(thing) && fits(world, each, inner))
  return Object.entries(filter).every(([field, value]) => {
    if (value === null || value === undefined) return true
    switch (field) {
      case 'and': return (value as Data[]).every(each => fits(world, thing, each))
      case 'or': return (value as Data[]).some(each => fits(world, thing, each))
      case 'not': return saysNothing(value) || !fits(world, thing, value)
      case 'kind': return list(value).includes(thing['kind'] ?? '') || (thing.noun !== 'entity' && list(value).includes(thing.noun.toUpperCase()))
      case 'named': case 'quoted': return thing[field] === value
      case 'iso2': return list(value).some(code => String(code).toUpperCase() === thing['iso2'])
      case 'act': case 'type': case 'attribution': case 'slug': case 'voice': case 'modality': case 'publisher': case 'url': case 'form': return list(value).includes(thing[field])
      case 'relationshipType': return thing.noun === 'relationship' && list(value).includes(thing['type'])
      case 'name': return (!value.eq || folded(thing.name) === folded(value.eq)) && (!value.startsWith || folded(thing.name).startsWith(folded(value.startsWith))) && (!value.matches || (value.matches.length < 3 ? folded(thing.name).startsWith(folded(value.matches)) : folded(thing.name).includes(folded(value.matches))))
      case 'country': case 'partOf': case 'via': case 'saying': case 'subject': case 'object': case 'article': case 'entity': return is(thing[field], value)
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
  const dates = () => one(...ranges)
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
      partOf: () => inner('entity'), place: () => inner('entity'), accordingTo: () => inner('entity'), voice, modality, slug: () => many('anna-berg', 'norland', 'raid', 'nobody'),
    },
    statement: {
      speaker: () => inner('entity'), addressee: () => inner('entity'), target: () => inner('entity'), about: () => inner('entity'), act: () => many('SAY', 'ACCUSE', 'THANK'), voice, modality,
      accordingTo: () => inner('entity'), reportedIn: () => inner('statement'), via: () => inner('entity'), attribution: () => many('EXPLICIT', 'COREFERENCE', 'INFERRED', 'UNATTRIBUTED'), kind: () => many('DIRECT', 'INDIRECT', 'MIXED'), relationships: () => inner('relationship'), madeOn: dates, article: () => inner('article'), text, quoted: () => one(true, false), minConfidence: sure,
    },
    relationship: {
      type: () => many('CONSULT', 'ASSAULT', 'MEMBER_OF', 'LEADS'), voice, modality, subject: () => inner('entity'), object: () => inner('entity'), with: () => inner('entity'), place: () => inner('entity'),
      accordingTo: () => inner('entity'), statement: () => inner('statement'), saying: () => inner('statement'), text, on: dates, article: () => inner('article'), minConfidence: sure,
    },
    mention: { text: () => one('land', 'Anna', 'ARNI', 'o'), form: () => many('NAME', 'VERB'), entity: () => inner('entity'), article: () => inner('article') },
    article: { publisher: () => many('Post', 'Известия'), url: () => many('https://post.example/a', 'https://post.example/b'), publishedOn: dates, mentions: () => inner('entity'), text },
    tie: { kind: () => many('RELATIONSHIP', 'STATEMENT'), voice, modality, accordingTo: () => inner('entity'), article: () => inner('article'), on: dates, minConfidence: sure, relationshipType: () => many('CONSULT', 'RELATED_TO'), act: () => many('SAY', 'THANK') },
  }
  const own = Object.entries(fields[noun])
  const logic: readonly (readonly [string, () => unknown])[] = [['not', () => inner(noun)], ['and', () => Array.from({ length: next(3) }, () => inner(noun) ?? {})], ['or', () => Array.from({ length: next(3) }, () => inner(noun) ?? {})]]
  return Object.fromEntries(Array.from({ length: next(5) === 0 ? next(3) : 1 }, () => {
    const [field, value] = one(...own, ...logic)
    return [field, value()]
  }))
}

export function aFilter(noun: Noun | 'tie'): Arbitrary<Data> {
  return tuple(integer({ min: 1, max: 5 }), integer()).map(([depth, seed]) => filterOf(noun, seed, depth))
}

export const asking = {
  entity: { field: 'entities', type: 'EntityFilter', order: 'EntityOrder', select: 'name', nameOf: (node: Data) => node['name'] },
  statement: { field: 'statements', type: 'StatementFilter', order: 'StatementOrder', select: 'label', nameOf: (node: Data) => node['label'] },
  relationship: { field: 'relationships', type: 'RelationshipFilter', order: 'RelationshipOrder', select: 'label', nameOf: (node: Data) => node['label'] },
  article: { field: 'articles', type: 'ArticleFilter', order: 'ArticleOrder', select: 'title', nameOf: (node: Data) => node['title'] },
} as const

/** Runs a property over graphs, each asked several questions, for a few seconds, or a minute in `npm run faults`; a failing seed is printed. */
export function overGraphs(question: (world: World, graph: Asked, ask: <T>(one: Arbitrary<T>, check: (value: T) => void) => void) => void, runs: number, questions: number): void {
  assert(property(papers, integer(), (all, seed) => {
    const graph = graphOf(all.map(articleOf))
    try {
      question(worldOf(all), graph, (one, check) => assert(property(one, check), { numRuns: questions, seed }))
    } finally {
      graph.close()
    }
  }), { numRuns: rounds(runs, 20 * runs), endOnFailure: false, interruptAfterTimeLimit: rounds(1500, 60_000) })
}

export const byPlace = (one: Thing, other: Thing) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0)

/** The ties that fit, each with the pairs that it binds, forwards. */
export function tiesOf(world: World, filter: Data): readonly { readonly tie: Thing; readonly pairs: readonly (readonly [Thing, Thing])[] }[] {
  const pairsOf = (each: Thing): (readonly [Thing, Thing])[] => {
    if (each.noun === 'relationship') return each['object'] === null ? [] : [[each['subject'] as Thing, each['object'] as Thing]]
    return (each['speaker'] as Thing[]).flatMap(speaker => [...each['addressee'] as Thing[], ...each['target'] as Thing[]].map(other => [speaker, other] as const))
  }
  return [...world.relationship, ...world.statement].filter(each => fits(world, each, filter)).map(each => ({ tie: each, pairs: pairsOf(each).filter(([one, other]) => one !== other) }))
}

/** Whom each is tied to, with the ties. */
export function boundOf(ties: ReturnType<typeof tiesOf>): ReadonlyMap<Thing, ReadonlyMap<Thing, ReadonlySet<Thing>>> {
  const bound = new Map<Thing, Map<Thing, Set<Thing>>>()
  for (const { tie: one, pairs } of ties) for (const [a, b] of pairs) for (const [from, to] of [[a, b], [b, a]] as const) {
    const own = bound.get(from) ?? new Map<Thing, Set<Thing>>()
    bound.set(from, own.set(to, (own.get(to) ?? new Set<Thing>()).add(one)))
  }
  return bound
}

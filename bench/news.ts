// A made-up archive of news for measuring, the same for the same size, however far it is read: an article has about 20 sentences, 40 mentions,
// 8 statements and 10 relationships, and a cast of 12 drawn by Zipf's law, so that some are in thousands of articles and most in a few.
import type { ArticleToApply } from '../db/entering/apply.ts'
import { sha256 } from '../src/model/keys.ts'
import type { Mark } from '../src/model/passage.ts'
import { readingFormat, type ReadEntity, type ReadMention, type ReadRelationship, type ReadStatement } from '../src/model/reading.ts'
import type { EntityKind, Modality, RelationshipType, SpeechAct } from '../src/model/vocabulary.ts'
import { between, pick, randomFrom, title, wordOf, zipf } from './random.ts'

/** How many there are of a kind in an archive of so many articles, how many of them an article has, and how popularity falls. */
const kinds = {
  PERSON: { count: (articles: number) => 500 + Math.floor(articles / 2), cast: 4, exponent: 1 },
  COUNTRY: { count: () => 200, cast: 3, exponent: 0.9 },
  ORGANISATION: { count: (articles: number) => 100 + Math.floor(articles * 0.15), cast: 2, exponent: 1 },
  PLACE: { count: (articles: number) => 100 + Math.floor(articles / 10), cast: 2, exponent: 1 },
  EVENT: { count: (articles: number) => 50 + Math.floor(articles / 20), cast: 1, exponent: 1 },
} as const satisfies Partial<Record<EntityKind, { count: (articles: number) => number; cast: number; exponent: number }>>
type Kind = keyof typeof kinds

const bodies = ['Council', 'Union', 'Bank', 'Agency', 'Party', 'Group']
const occasions = ['Summit', 'Talks', 'Accord', 'Crisis', 'Attack']
const acts: readonly SpeechAct[] = ['SAY', 'SAY', 'SAY', 'ACCUSE', 'DENY', 'PROMISE', 'WARN', 'ASK', 'PRAISE', 'URGE']
const types: readonly RelationshipType[] = ['ACCUSE', 'CONSULT', 'SUPPORT', 'REJECT', 'ASSAULT', 'SANCTION', 'COOPERATE', 'MEMBER_OF', 'LEADS', 'LOCATED_IN', 'PARTICIPATED_IN', 'AID', 'AGREE', 'THREATEN', 'REQUEST', 'AFFILIATED_WITH', 'RELATED_TO']
const modalities: readonly Modality[] = ['ACTUAL', 'ACTUAL', 'ACTUAL', 'ACTUAL', 'ACTUAL', 'ACTUAL', 'ACTUAL', 'PLANNED', 'POSSIBLE', 'NEGATED']
const words = Array.from({ length: 8000 }, (_, rank) => wordOf(420 + (rank * 4787) % 8000))
const drawWord = zipf(words.length, 1)
const drawCountry = zipf(kinds.COUNTRY.count(), 0.8)
const firstDay = Date.UTC(2010, 0, 1)
const days = 16 * 365 + 4

interface Somebody {
  readonly kind: Kind
  readonly rank: number
  readonly name: string
}

/** Answers the articles of an archive of this size by number, from 0. */
export function archiveOf(articles: number): (number: number) => ArticleToApply {
  const draws = (Object.keys(kinds) as Kind[]).map(kind => ({ kind, draw: zipf(kinds[kind].count(articles), kinds[kind].exponent) })) // the keys of the table
  return number => {
    const random = randomFrom(number)
    const cast = draws.flatMap(({ kind, draw }) => {
      const ranks = new Set<number>()
      while (ranks.size < kinds[kind].cast) ranks.add(draw(random))
      return [...ranks].map((rank): Somebody => ({ kind, rank, name: nameOf(kind, rank) }))
    })
    return write(cast, random)
  }
}

function nameOf(kind: Kind, rank: number): string {
  switch (kind) {
    case 'PERSON': return `${title(wordOf((rank * 37) % 400))} ${title(wordOf(8420 + rank))}`
    case 'COUNTRY': return `${title(wordOf(20 + rank))}ia`
    case 'ORGANISATION': return `${title(wordOf(500 + rank))} ${bodies[rank % bodies.length]}`
    case 'PLACE': return `${title(wordOf(500 + rank))}ville`
    case 'EVENT': return `${title(wordOf(500 + rank))} ${occasions[rank % occasions.length]} ${2005 + (rank % 20)}`
  }
}

/** Of which country somebody is: the same in every article. */
function countryOf({ kind, rank }: Somebody): number | null {
  return kind === 'COUNTRY' ? null : drawCountry(randomFrom(rank * 8 + kinds[kind].cast + 1_000_000))
}

function write(cast: readonly Somebody[], random: () => number): ArticleToApply {
  const people = cast.filter(each => each.kind === 'PERSON')
  const sentences: (Mark & { headline?: boolean })[] = []
  const mentions: ReadMention[] = []
  const statements: ReadStatement[] = []
  let text = ''
  const put = (piece: string): Mark => {
    const mark = { start: text.length, end: text.length + piece.length, text: piece }
    text += piece
    return mark
  }
  const mention = (each: Somebody): Mark => {
    const mark = put(each.name)
    mentions.push({ ...mark, entity: refOf(each), form: 'NAME', rule: 'N1', reason: 'A name of the archive.', confidence: 0.9 })
    return mark
  }
  /** So many words with some names among them; answers the names. */
  const writeWords = (length: number, names: number): readonly Somebody[] => {
    const places = new Set<number>()
    while (places.size < names) places.add(between(0, length - 1, random))
    const named: Somebody[] = []
    for (let place = 0; place < length; place++) {
      if (place > 0) text += ' '
      if (!places.has(place)) {
        text += words[drawWord(random)]
        continue
      }
      const each = pick(cast, random)
      mention(each)
      named.push(each)
    }
    return named
  }
  const since = (start: number): Mark => ({ start, end: text.length, text: text.slice(start) })

  writeWords(between(5, 9, random), 0)
  text += ' '
  mention(cast[0] ?? pick(cast, random))
  const headline = text
  sentences.push({ ...since(0), headline: true })
  const day = new Date(firstDay + Math.floor(random() * days) * 86_400_000).toISOString().slice(0, 10)
  const length = between(16, 24, random)
  const sayings = new Set<number>()
  while (sayings.size < between(6, 10, random)) sayings.add(between(0, length - 1, random))
  for (let index = 0; index < length; index++) {
    text += index % 4 === 0 ? '\n\n' : ' '
    const start = text.length
    if (sayings.has(index)) {
      const speaker = pick(people, random)
      const addressee = random() < 0.5 ? pick(cast, random) : null
      const source = mention(speaker)
      text += ' '
      const cue = put(addressee ? 'told' : 'said')
      text += ' '
      if (addressee) {
        mention(addressee)
        text += ' '
      }
      text += 'that '
      const from = text.length
      const named = writeWords(between(8, 18, random), pick([1, 1, 2, 3], random))
      const about = new Set(named.filter(each => each !== speaker).map(refOf))
      statements.push({
        ref: `s${statements.length}`, kind: 'INDIRECT', act: pick(acts, random), source, cue, content: [since(from)], quotations: [], speakers: [refOf(speaker)],
        addressees: addressee && addressee !== speaker ? [refOf(addressee)] : [], targets: [], about: [...about], attribution: 'EXPLICIT', modality: 'ACTUAL', madeOn: day,
        rule: 'S1', reason: 'A name and a verb of saying.', confidence: 0.9,
      })
    } else writeWords(between(10, 22, random), pick([1, 2, 2, 3], random))
    text += '.'
    sentences.push(since(start))
  }
  const digest = sha256(text)
  return {
    text,
    metadata: { title: headline, publisher: `Wire ${between(1, 40, random)}`, language: 'en', publishedOn: day, supplied: ['publishedOn', 'publisher'] },
    reading: {
      format: readingFormat, sha256: digest, reader: 'made up', sentences, entities: entitiesOf(cast), mentions, statements,
      relationships: relationshipsOf(cast, sentences, statements, random), possiblySame: [], remarks: [],
    },
  }
}

/** The cast, and the countries that they are of, which the article need not name. */
function entitiesOf(cast: readonly Somebody[]): readonly ReadEntity[] {
  const entities = new Map<string, ReadEntity>()
  for (const each of cast) {
    const country = countryOf(each)
    const home = country === null ? null : { kind: 'COUNTRY', rank: country, name: nameOf('COUNTRY', country) } as const
    if (home && !entities.has(refOf(home))) entities.set(refOf(home), { ref: refOf(home), kind: 'COUNTRY', name: home.name, named: true, background: ['name'] })
    entities.set(refOf(each), { ref: refOf(each), kind: each.kind, name: each.name, named: true, ...(home && { country: refOf(home), background: ['country'] }) })
  }
  return [...entities.values()]
}

/** Three in ten are claimed by one of the statements. */
function relationshipsOf(cast: readonly Somebody[], sentences: readonly Mark[], statements: readonly ReadStatement[], random: () => number): readonly ReadRelationship[] {
  const relationships = new Map<string, ReadRelationship>()
  const count = between(8, 12, random)
  while (relationships.size < count) {
    const [subject, object] = [pick(cast, random), pick(cast, random)]
    if (subject === object) continue
    const type = pick(types, random)
    const claim = random() < 0.3 ? pick(statements, random) : null
    const evidence = claim ? claim.content : [pick(sentences, random)]
    relationships.set(`${refOf(subject)} ${type} ${refOf(object)}`, {
      type, label: type.toLowerCase().replaceAll('_', ' '), subject: refOf(subject), object: refOf(object), modality: pick(modalities, random), evidence,
      ...(claim ? { voice: 'CLAIMED', statement: claim.ref } : { voice: 'ARTICLE' }), rule: 'R1', reason: 'A verb between two names.', confidence: 0.9,
    })
  }
  return [...relationships.values()]
}

function refOf({ kind, rank }: Somebody): string {
  return `${kind.toLowerCase()}-${rank}`
}

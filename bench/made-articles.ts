// Articles of nobody for measuring: as long and as full of names as those of a newspaper, the same for the same number. A few names are
// in most of them ("the hubs"), many in some, and about one in four is new, as names in a large archive are.
import { sha256 } from '../src/model/keys.ts'
import type { Mark } from '../src/model/passage.ts'
import { readingFormat, type ArticleMetadata, type Reading, type ReadEntity, type ReadMention, type ReadRelationship, type ReadStatement } from '../src/model/reading.ts'
import type { EntityKind, RelationshipType, SpeechAct } from '../src/model/vocabulary.ts'
import { pick, randomFrom, title, wordOf } from './random.ts'

export interface MadeArticle {
  readonly text: string
  readonly metadata: ArticleMetadata
  readonly reading: Reading
}

const sentencesOfArticle = 40
const entitiesOfArticle = 40
const relationshipsOfArticle = 30
const kinds: readonly EntityKind[] = ['PERSON', 'COUNTRY', 'ORGANISATION', 'PERSON', 'PLACE', 'PERSON', 'ORGANISATION', 'PERSON', 'TOPIC', 'PERSON']
const acts: readonly SpeechAct[] = ['SAY', 'SAY', 'SAY', 'WARN', 'DENY', 'URGE', 'ANNOUNCE']
const types: readonly RelationshipType[] = ['CONSULT', 'SUPPORT', 'ACCUSE', 'MEMBER_OF', 'LOCATED_IN', 'RELATED_TO', 'HOLDS_OFFICE', 'REJECT']
const words = Array.from({ length: 4000 }, (_, index) => wordOf(index + 400))

export function madeArticle(number: number): MadeArticle {
  const random = randomFrom(number)
  const cast = castOf(number, random)
  const names = cast.map(each => each.name)
  const any = (): number => Math.floor(random() * random() * cast.length) // the first of the cast are spoken of most
  const reading = { sentences: [] as Mark[], mentions: [] as ReadMention[], statements: [] as ReadStatement[], relationships: [] as ReadRelationship[] }
  let text = ''
  const write = (piece: string): Mark => {
    const mark = { start: text.length, end: text.length + piece.length, text: piece }
    text += piece
    return mark
  }
  const mention = (entity: number): Mark => {
    const name = names[entity] ?? ''
    const short = random() < 0.4 && cast[entity]?.kind === 'PERSON' ? (name.split(' ').at(-1) ?? name) : name
    const mark = write(short)
    reading.mentions.push({ ...mark, entity: `e${entity}`, form: 'NAME', ...basis('N1', 'A name of the article.') })
    return mark
  }
  for (let index = 0; index < sentencesOfArticle; index++) {
    if (index > 0) text += index % 5 === 0 ? '\n\n' : ' '
    const start = text.length
    const [one, other, third] = [any(), any(), index] // each of the cast once at least
    const source = mention(one)
    text += ' '
    const verb = write(index % 2 === 0 ? 'told' : 'met')
    text += ' '
    mention(other)
    text += index % 2 === 0 ? ' that ' : ' before '
    const from = text.length
    const how = 4 + Math.floor(random() * 5)
    text += `${Array.from({ length: how }, () => words[Math.floor(random() ** 3 * words.length)]).join(' ')} `
    mention(third)
    text += ` ${words[Math.floor(random() ** 3 * words.length)]}`
    const content = { start: from, end: text.length, text: text.slice(from) }
    text += '.'
    const sentence = { start, end: text.length, text: text.slice(start) }
    reading.sentences.push(sentence)
    if (index % 2 === 0) {
      reading.statements.push({
        ref: `s${index}`, kind: 'INDIRECT', act: pick(acts, random), source, cue: verb, content: [content], quotations: [], speakers: [`e${one}`], addressees: [`e${other}`],
        targets: [], about: [`e${third}`], attribution: 'EXPLICIT', modality: 'ACTUAL', ...basis('S1', 'A name and a verb of saying.'),
      })
    }
    if (index < relationshipsOfArticle) {
      reading.relationships.push({
        type: pick(types, random), label: verb.text, subject: `e${one}`, object: `e${index % 2 === 0 ? third : other}`, voice: index % 2 === 0 ? 'CLAIMED' : 'ARTICLE',
        ...(index % 2 === 0 && { statement: `s${index}` }), modality: 'ACTUAL', evidence: [sentence], ...basis('R1', 'A verb between two names.'),
      })
    }
  }
  const day = new Date(Date.UTC(2000, 0, 1 + (number * 7919) % 7000)).toISOString().slice(0, 10) // archives do not come in the order of their dates
  return {
    text,
    metadata: { title: text.slice(0, 60), publisher: `Paper ${number % 20}`, language: 'en', publishedOn: day, supplied: ['publishedOn', 'publisher'] },
    reading: { format: readingFormat, sha256: sha256(text), reader: 'made up', entities: cast, possiblySame: [], remarks: [], ...reading },
  }
}

/** 12 of 60 hubs, the rest from a long tail whose end nobody else has; the country first, which the people are of. */
function castOf(number: number, random: () => number): readonly ReadEntity[] {
  const ranks = new Set([1])
  while (ranks.size < 12) ranks.add(Math.floor(random() ** 2 * 60))
  while (ranks.size < 30) ranks.add(60 + Math.floor(random() ** 4 * 200_000))
  while (ranks.size < entitiesOfArticle) ranks.add(1_000_000 + number * 100 + ranks.size)
  return [...ranks].map((rank, index): ReadEntity => {
    const kind = kinds[rank % kinds.length] ?? 'PERSON'
    if (index > 37) return { ref: `e${index}`, kind: 'PERSON', name: `${wordOf(rank % 400)} official`, named: false, country: 'e0', background: ['country'] }
    const name = kind === 'PERSON' || kind === 'ORGANISATION' ? `${title(wordOf(rank * 31 % 8000))} ${title(wordOf(rank))}` : title(wordOf(rank))
    return {
      ref: `e${index}`, kind, name, named: true,
      ...(kind === 'PERSON' && { country: 'e0', description: 'a minister', background: ['country'] }),
      ...(kind === 'COUNTRY' && { iso2: 'NX', capital: 'Lund', demonyms: ['Norlander'], background: ['iso2', 'capital', 'demonyms'] }),
    }
  })
}

function basis(rule: string, reason: string): { readonly rule: string; readonly reason: string; readonly confidence: number } {
  return { rule, reason, confidence: 0.9 }
}

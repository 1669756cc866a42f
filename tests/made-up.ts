// Small graphs of people who do not exist: a plain description of facts, and the texts and Readings that say them.
import { array, boolean, constantFrom, integer, option, record, tuple, type Arbitrary } from 'fast-check'
import type { SeedArticle } from '../seed/seed-articles.ts'
import { sha256 } from '../src/model/keys.ts'
import type { Mark } from '../src/model/passage.ts'
import type { ReadEntity, ReadMention, ReadRelationship, ReadSentence, ReadStatement } from '../src/model/reading.ts'
import type { Attribution, Modality, RelationshipType, SpeechAct, Voice } from '../src/model/vocabulary.ts'

/** Everybody there can be; `crowd` is unnamed, so that each article has its own. */
export const cast = [
  { name: 'Anna Berg', kind: 'PERSON', country: 'Norland' }, { name: 'Boris Falk', kind: 'PERSON', country: 'Sudland' }, { name: 'Norland', kind: 'COUNTRY', iso2: 'NO' },
  { name: 'Sudland', kind: 'COUNTRY', iso2: 'SU' }, { name: 'Concord', kind: 'ORGANISATION', country: 'Norland', speaksFor: 'Sudland', partOf: 'Union' }, { name: 'Harbour', kind: 'PLACE', country: 'Sudland', partOf: 'Norland' },
  { name: 'Summit', kind: 'EVENT', startsOn: '2015-11', endsOn: '2015-12', place: 'Harbour' }, { name: 'Treaty', kind: 'TOPIC' }, { name: 'Árni', kind: 'PERSON' }, { name: 'crowd', kind: 'GROUP' },
  { name: 'Raid', kind: 'EVENT', partOf: 'Summit' }, { name: 'Union', kind: 'ORGANISATION' },
] as const
/** What of the cast refers to another of it, by name. */
export const referring = ['country', 'speaksFor', 'place', 'partOf'] as const

/** Whom each refers to, by field. */
export function referredBy(index: number): readonly (readonly [field: typeof referring[number], index: number])[] {
  const fields = cast[index] as Partial<Record<typeof referring[number], string>>
  return referring.flatMap(field => (fields[field] === undefined ? [] : [[field, cast.findIndex(each => each.name === fields[field])] as const]))
}

/** The event whose voice is another in each paper. */
export const raid = cast.findIndex(each => each.name === 'Raid')
export const words = ['tea', 'bridge', 'they', 'river', 'gold'] as const

export interface Said {
  readonly speakers: readonly number[]
  readonly addressees: readonly number[]
  readonly targets: readonly number[]
  readonly about: readonly number[]
  readonly act: SpeechAct
  readonly modality: Modality
  readonly quoted: boolean
  readonly madeOn: string | null
  readonly confidence: number
  readonly words: readonly string[]
  readonly via: number | null
  /** How the speaker is known, where there is one. */
  readonly known: Attribution
  /** The statement before it that reports it, counted back; null: the article's own word. */
  readonly within: number | null
}
export interface Done {
  readonly type: RelationshipType
  readonly subject: number
  readonly object: number | null
  readonly modality: Modality
  readonly on: readonly [string, string] | null
  readonly place: boolean
  readonly confidence: number
  readonly word: string
  readonly voice: Voice
  /** Which statement claims it, where there are any. */
  readonly by: number
  /** Which statement it is, where there are any. */
  readonly saying: number | null
}
/** Whose word the raid is. */
export interface Standing {
  readonly voice: Voice
  readonly by: number
  readonly modality: Modality
}
export interface Paper {
  readonly publisher: string | null
  readonly url: string | null
  readonly publishedOn: string | null
  readonly mentions: readonly number[]
  readonly said: readonly Said[]
  readonly done: readonly Done[]
  readonly raid: Standing
}

const who = integer({ min: 0, max: cast.length - 1 })
const some = (maxLength: number) => array(who, { maxLength }).map(list => [...new Set(list)])
const date = constantFrom('2015', '2015-10', '2015-11', '2015-11-15', '2015-11-16', '2016-02')
const sure = constantFrom(0.25, 0.5, 0.75, 1)
const modality = constantFrom<Modality[]>('ACTUAL', 'PLANNED', 'POSSIBLE', 'NEGATED')

export const papers: Arbitrary<readonly Paper[]> = array(record({
  publisher: option(constantFrom('Post', 'Известия')),
  url: option(constantFrom('https://post.example/a', 'https://post.example/b')),
  publishedOn: option(date),
  mentions: array(who, { maxLength: 5 }),
  said: array(record({
    speakers: some(2), addressees: some(2), targets: some(1), about: some(2), act: constantFrom<SpeechAct[]>('SAY', 'ACCUSE', 'THANK'), modality, quoted: boolean(), madeOn: option(date), confidence: sure,
    words: array(constantFrom(...words), { minLength: 1, maxLength: 3 }), within: option(integer({ min: 1, max: 3 })), via: option(who, { freq: 1 }), known: constantFrom<Attribution[]>('EXPLICIT', 'COREFERENCE', 'INFERRED'),
  }), { maxLength: 4 }),
  done: array(record({
    type: constantFrom<RelationshipType[]>('CONSULT', 'ASSAULT', 'MEMBER_OF', 'RELATED_TO', 'LEADS'), subject: who, object: option(who, { freq: 6 }), modality,
    on: option(tuple(date, date).map(([one, other]) => (one <= other.slice(0, one.length) ? [one, other] as const : [one, one] as const))), place: boolean(), confidence: sure,
    word: constantFrom(...words), voice: constantFrom<Voice[]>('ARTICLE', 'ARTICLE', 'CLAIMED', 'PRESUPPOSED'), by: integer({ min: 0, max: 3 }),
    saying: option(integer({ min: 0, max: 3 }), { freq: 1 }),
  }), { maxLength: 6 }),
  raid: record({ voice: constantFrom<Voice[]>('ARTICLE', 'CLAIMED', 'PRESUPPOSED'), by: integer({ min: 0, max: 3 }), modality }),
}), { minLength: 1, maxLength: 4 })

export const labelOf = { said: (paper: number, index: number) => `uttered${paper}x${index}`, done: (paper: number, index: number) => `deed${paper}x${index}` }

/** The article that says so, a sentence for each fact. Names of facts are their labels, which occur once in the whole graph. */
export function articleOf(paper: Paper, number: number): SeedArticle {
  let text = ''
  const sentences: ReadSentence[] = []
  const write = (line: string): number => {
    const start = text.length + (text ? 1 : 0)
    text += `${text ? '\n' : ''}${line}`
    sentences.push({ start, end: text.length, text: line })
    return start
  }
  const basis = (confidence: number) => ({ rule: 'REVIEWED', reason: 'Made up.', confidence })
  const markIn = (start: number, line: string, part: string): Mark => {
    const at = start + line.indexOf(part)
    return { start: at, end: at + part.length, text: part }
  }
  write(`Paper ${number}.`)
  const used = usedIn(paper)
  const crowd = used.includes(9) && !paper.mentions.includes(9) ? [9] : []
  const mentions = [...paper.mentions, ...crowd].map((entity): ReadMention => {
    const line = `${cast[entity]!.name} appeared.`
    return { ...markIn(write(line), line, cast[entity]!.name), entity: `e${entity}`, form: 'NAME', ...basis(1) }
  })
  const statements = paper.said.map((each, index): ReadStatement => {
    const content = each.words.join(' ')
    const line = each.quoted ? `“${content}” ${labelOf.said(number, index)}.` : `${labelOf.said(number, index)} ${content}.`
    const start = write(line)
    const mark = markIn(start, line, content)
    const refs = (list: readonly number[]) => list.map(entity => `e${entity}`)
    return {
      ref: `s${index}`, kind: each.quoted ? 'DIRECT' : 'INDIRECT', act: each.act, cue: markIn(start, line, labelOf.said(number, index)), content: [mark], quotations: each.quoted ? [mark] : [],
      speakers: refs(each.speakers), addressees: refs(each.addressees), targets: refs(each.targets), about: refs(each.about), attribution: each.speakers.length > 0 ? each.known : 'UNATTRIBUTED', ...(each.via !== null && { via: `e${each.via}` }),
      modality: each.modality, ...(each.madeOn && { madeOn: each.madeOn }), ...(reporterOf(each, index) !== null && { reportedIn: `s${reporterOf(each, index)}` }), ...basis(each.confidence),
    }
  })
  const relationships = paper.done.map((each, index): ReadRelationship => {
    const line = `${labelOf.done(number, index)} ${each.word}.`
    const start = write(line)
    const claim = claimOf(each, paper)
    return {
      type: each.type, label: labelOf.done(number, index), subject: `e${each.subject}`, ...(each.object !== null && { object: `e${each.object}` }), voice: claim === null ? 'ARTICLE' : each.voice,
      ...(claim !== null && { statement: `s${claim}` }), ...(sayingOf(each, paper) !== null && { saying: `s${sayingOf(each, paper)}` }), modality: each.modality, ...(each.on && { startsOn: each.on[0], endsOn: each.on[1] }), ...(each.place && { place: 'e5' }),
      evidence: [{ start, end: start + line.length, text: line }], ...basis(each.confidence),
    }
  })
  const there = new Set(used)
  for (const index of there) for (const [, other] of referredBy(index)) there.add(other)
  const entities = [...there].map((index): ReadEntity => {
    const { name, kind, iso2, startsOn, endsOn } = cast[index] as { name: string; kind: ReadEntity['kind']; iso2?: string; startsOn?: string; endsOn?: string }
    const claim = index === raid ? claimOf(paper.raid, paper) : null
    return {
      ref: `e${index}`, kind, name: name === 'crowd' ? `Crowd ${number}` : name, named: name !== 'crowd', ...(iso2 && { iso2 }), ...(startsOn && { startsOn }), ...(endsOn && { endsOn }),
      ...Object.fromEntries(referredBy(index).map(([field, other]) => [field, `e${other}`])),
      ...(index === raid && { modality: paper.raid.modality }), ...(claim !== null && { voice: paper.raid.voice, statement: `s${claim}` }),
    }
  })
  const { publisher, url, publishedOn } = paper
  return {
    text,
    metadata: { title: `Paper ${number}`, language: 'en', supplied: [], ...(publisher && { publisher }), ...(url && { url }), ...(publishedOn && { publishedOn }) },
    reading: { format: 'on-record/reading/1', sha256: sha256(text), reader: 'made up', sentences, entities, mentions, statements, relationships, possiblySame: [], remarks: [] },
  }
}

/** The index of the statement that reports it, or null. */
export function reporterOf({ within }: Said, index: number): number | null {
  return within !== null && index - within >= 0 ? index - within : null
}

/** Who has a part in what a paper says. */
export function usedIn({ mentions, said, done }: Paper): readonly number[] {
  return [...new Set([...mentions, ...said.flatMap(each => [...each.speakers, ...each.addressees, ...each.targets, ...each.about, ...(each.via === null ? [] : [each.via])]),
    ...done.flatMap(each => [each.subject, ...(each.object === null ? [] : [each.object]), ...(each.place ? [5] : [])])])]
}

/** The index of the statement that it is, or null. */
export function sayingOf({ saying }: Done, { said }: Paper): number | null {
  return saying === null || said.length === 0 ? null : saying % said.length
}

/** The index of the statement that claims it, or null where it is the article's own word. */
export function claimOf({ voice, by }: Done | Standing, { said }: Paper): number | null {
  return voice === 'ARTICLE' || said.length === 0 ? null : by % said.length
}

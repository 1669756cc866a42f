// Builds small articles with their Readings from words: offsets are looked up in the text. Each line is a sentence, none is empty.
import { sha256 } from '../src/model/keys.ts'
import type { Mark } from '../src/model/passage.ts'
import {
  readingFormat, type ArticleMetadata, type ReadEntity, type ReadMatch, type ReadMention, type ReadRelationship, type ReadRemark, type ReadStatement,
  type Reading,
} from '../src/model/reading.ts'
import type { EntityKind, MentionForm } from '../src/model/vocabulary.ts'

export interface Article {
  readonly text: string
  readonly metadata: ArticleMetadata
  readonly reading: Reading
}

const basis = { rule: 'REVIEWED', reason: 'For a test.', confidence: 0.9 }

type StatementParts = Partial<Omit<ReadStatement, 'ref' | 'content' | 'quotations' | 'cue' | 'source' | 'dated'>>
type RelationshipParts = Partial<Omit<ReadRelationship, 'evidence' | 'dated'>>

export interface Draft {
  /** Where the words stand, for the nth time counted from 0. */
  mark(words: string, nth?: number): Mark
  /** Mentions are given by their words. */
  entity(ref: string, kind: EntityKind, name: string, rest?: Partial<ReadEntity>, ...mentions: readonly string[]): Draft
  mention(entity: string, words: string, nth?: number, form?: MentionForm): Draft
  /** INDIRECT; EXPLICIT where it has a speaker. */
  statement(ref: string, content: string, parts?: StatementParts, cue?: string): Draft
  relationship(subject: string, object: string | undefined, evidence: string, parts?: RelationshipParts): Draft
  match(entity: string, other: string): Draft
  remark(message: string, words?: string): Draft
  done(): Article
}

export function draftOf(lines: readonly string[], metadata: Partial<ArticleMetadata> = {}): Draft {
  const text = lines.join('\n')
  const entities: ReadEntity[] = []
  const mentions: ReadMention[] = []
  const statements: ReadStatement[] = []
  const relationships: ReadRelationship[] = []
  const possiblySame: ReadMatch[] = []
  const remarks: ReadRemark[] = []

  const mark = (words: string, nth = 0): Mark => {
    let start = text.indexOf(words)
    for (let count = 0; count < nth; count++) start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`The text has no ${JSON.stringify(words)}.`)
    return { start, end: start + words.length, text: words }
  }
  const draft: Draft = {
    mark,
    entity(ref, kind, name, rest = {}, ...words) {
      entities.push({ ref, kind, name, named: true, ...rest })
      for (const each of words) draft.mention(ref, each)
      return draft
    },
    mention(entity, words, nth = 0, form = 'NAME') {
      mentions.push({ entity, form, ...mark(words, nth), ...basis })
      return draft
    },
    statement(ref, content, parts = {}, cue) {
      const speakers = parts.speakers ?? []
      statements.push({
        ref, kind: 'INDIRECT', act: 'SAY', content: [mark(content)], quotations: [], cue: cue === undefined ? undefined : mark(cue),
        addressees: [], targets: [], about: [], attribution: speakers.length > 0 ? 'EXPLICIT' : 'UNATTRIBUTED', modality: 'ACTUAL', ...basis, ...parts, speakers,
      })
      return draft
    },
    relationship(subject, object, evidence, parts = {}) {
      relationships.push({ type: 'CONSULT', label: evidence, subject, object, voice: 'ARTICLE', modality: 'ACTUAL', evidence: [mark(evidence)], ...basis, ...parts })
      return draft
    },
    match(entity, other) {
      possiblySame.push({ entity, other, ...basis })
      return draft
    },
    remark(message, words) {
      remarks.push({ rule: 'S1', message, passage: words === undefined ? undefined : mark(words) })
      return draft
    },
    done: () => ({
      text,
      metadata: { title: lines[0]!, language: 'en', supplied: [], ...metadata },
      reading: {
        format: readingFormat, sha256: sha256(text), reader: 'builder 1', sentences: sentencesOf(lines),
        entities, mentions, statements, relationships, possiblySame, remarks,
      },
    }),
  }
  return draft
}

function sentencesOf(lines: readonly string[]): Reading['sentences'] {
  let start = 0
  return lines.map((text, index) => {
    const sentence = { start, end: start + text.length, text, ...(index === 0 ? { headline: true } : {}) }
    start = sentence.end + 1
    return sentence
  })
}

/** Three articles that share people and disagree: kinds that change, background against own, a claim here that is a fact there. */
export function threeArticles(): readonly [Article, Article, Article] {
  return [summit(), denial(), aftermath()]
}

function summit(): Article {
  const draft = draftOf([
    'Ada Vell meets Bo Tarn at the summit',
    'President Vell met Mr Tarn in Lund on Sunday.',
    'Mr Tarn said that the Vell army bombed the bridge.',
    'An official told Mr Tarn that Vell reportedly thanked the Guard.',
    'Someone close to the talks left early 🕊.',
  ], { publishedOn: '2015-11-16', publisher: 'Gazette', supplied: ['publishedOn'] })
  return draft
    .entity('vell', 'PERSON', 'Ada Vell', { country: 'norland', honorific: 'President', description: 'President of Norland', background: ['country', 'description'] }, 'Ada Vell', 'President Vell')
    .mention('vell', 'Vell', 3)
    .entity('tarn', 'PERSON', 'Bo Tarn', { country: 'sudland', background: ['country'] }, 'Bo Tarn', 'Mr Tarn')
    .mention('tarn', 'Mr Tarn', 1).mention('tarn', 'Mr Tarn', 2)
    .entity('norland', 'COUNTRY', 'Norland', { iso2: 'NX', capital: 'Lund', demonyms: ['Norlander'], background: ['name', 'iso2', 'capital', 'demonyms'] })
    .entity('sudland', 'COUNTRY', 'Sudland', { iso2: 'SX', background: ['name', 'iso2'] })
    .entity('lund', 'PLACE', 'Lund', { country: 'norland', coordinates: { latitude: 1.5, longitude: 2 }, background: ['country', 'coordinates'] }, 'Lund')
    .entity('summit', 'EVENT', 'Lund summit', { startsOn: '2015-11-15', dated: draft.mark('Sunday'), place: 'lund', background: ['name'] }, 'the summit')
    .entity('bombing', 'EVENT', 'Bridge bombing', { voice: 'CLAIMED', statement: 's1', background: ['name'] })
    .mention('bombing', 'bombed', 0, 'VERB')
    .entity('army', 'ORGANISATION', 'Norland Army', { speaksFor: 'norland', background: ['name', 'speaksFor'] }, 'the Vell army')
    .entity('official', 'PERSON', 'official', { named: false, speaksFor: 'norland', background: ['speaksFor'] }, 'An official')
    .entity('guard', 'ORGANISATION', 'The Guard', { partOf: 'army', background: ['partOf'] }, 'the Guard')
    .entity('someone', 'PERSON', 'someone close to the talks', { named: false }, 'Someone close to the talks')
    .statement('s1', 'the Vell army bombed the bridge', { speakers: ['tarn'], about: ['army', 'bombing'] }, 'said')
    .statement('s2', 'Vell reportedly thanked the Guard', { speakers: ['official'], addressees: ['tarn'], about: ['vell'] }, 'told')
    .statement('s3', 'thanked the Guard', { act: 'THANK', speakers: ['vell'], targets: ['guard'], reportedIn: 's4', attribution: 'EXPLICIT' }, 'thanked')
    .statement('s4', 'reportedly thanked the Guard', { act: 'REPORT', reportedIn: 's2' }, 'reportedly')
    .relationship('vell', 'tarn', 'met Mr Tarn', { place: 'lund' })
    .relationship('army', 'bombing', 'bombed the bridge', { type: 'PARTICIPATED_IN', voice: 'CLAIMED', statement: 's1' })
    .relationship('vell', 'guard', 'thanked the Guard', { type: 'SUPPORT', voice: 'CLAIMED', statement: 's4', saying: 's3' })
    .relationship('vell', 'norland', 'President', { type: 'HOLDS_OFFICE', role: 'President' })
    .relationship('someone', undefined, 'left early', { type: 'LEFT' })
    .match('someone', 'official')
    .remark('It is not said who is close.', 'Someone').remark('Nothing else.')
    .done()
}

function denial(): Article {
  const draft = draftOf([
    'Norland denies it all',
    'Norland bombed no bridge, Ada Vell told The Guard on Tuesday.',
    'Vell of Norland is a poet, the bridge bombing was on Monday.',
  ], { publishedOn: '2015-11-18' })
  return draft
    .entity('norland', 'COUNTRY', 'Norland', { iso2: 'NO', capital: 'Oslund', background: ['capital', 'iso2'] }, 'Norland')
    .mention('norland', 'Norland', 1).mention('norland', 'Norland', 2)
    .entity('a', 'PERSON', 'Ada Vell', { description: 'a poet', country: 'norland' }, 'Ada Vell')
    .mention('a', 'Vell', 1)
    .entity('paper', 'TOPIC', 'The Guard', {}, 'The Guard')
    .entity('b', 'EVENT', 'Bridge bombing', { startsOn: '2015-11-16', endsOn: '2015-11-17', dated: draft.mark('Monday') }, 'the bridge bombing')
    .statement('d', 'Norland bombed no bridge', { act: 'DENY', speakers: ['a'], addressees: ['paper'], about: ['b'], madeOn: '2015-11-17' }, 'told')
    .relationship('norland', 'b', 'bombed no bridge', { type: 'ASSAULT', voice: 'CLAIMED', statement: 'd', modality: 'NEGATED' })
    .relationship('a', 'norland', 'of Norland', { type: 'RELATED_TO' })
    .match('paper', 'norland')
    .done()
}

function aftermath(): Article {
  const draft = draftOf([
    'Lund after the bombing',
    'Lund is a country of its own now, says Bo Tarn, minister of peace and minister of war.',
    'ADA VELL, who may have ordered the Bridge Bombing of 2015, wept.',
    'An official shrugged.',
  ])
  return draft
    .entity('lund', 'COUNTRY', 'Lund', {}, 'Lund').mention('lund', 'Lund', 1)
    .entity('tarn', 'PERSON', 'Bo Tarn', { country: 'lund' }, 'Bo Tarn')
    .entity('vell', 'PERSON', 'ADA VELL', { honorific: 'Ms', background: ['honorific'] }, 'ADA VELL')
    .entity('bombing', 'EVENT', 'Bridge Bombing', { voice: 'PRESUPPOSED', statement: 'q', startsOn: '2015', dated: draft.mark('2015') }, 'the Bridge Bombing')
    .entity('official', 'PERSON', 'official', { named: false }, 'An official')
    .statement('q', 'Lund is a country of its own now', { speakers: ['tarn'], targets: ['lund'], about: ['lund', 'lund'] }, 'says')
    .relationship('tarn', 'lund', 'minister of peace and minister of war', { type: 'HOLDS_OFFICE', role: 'minister of peace' })
    .relationship('tarn', 'lund', 'minister of peace and minister of war', { type: 'HOLDS_OFFICE', role: 'minister of war' })
    .relationship('vell', 'bombing', 'ordered', { type: 'CAUSED', modality: 'POSSIBLE' })
    .relationship('lund', 'lund', 'of its own', { type: 'RELATED_TO' })
    .remark('A country?', 'Lund')
    .done()
}

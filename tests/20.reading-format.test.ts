// The format between text and graph: its schema says what the vocabularies say, and each law of a Reading is seen to fail once.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { assert, json, property } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedArticles } from '../seed/seed-articles.ts'
import { checkReading } from '../src/model/check-reading.ts'
import metadataSchema from '../src/model/article-metadata.schema.json' with { type: 'json' }
import { OnRecordError } from '../src/model/errors.ts'
import { sha256 } from '../src/model/keys.ts'
import schema from '../src/model/reading.schema.json' with { type: 'json' }
import { readingFormat, type Reading } from '../src/model/reading.ts'
import * as vocabulary from '../src/model/vocabulary.ts'
import { loadMetadata, loadReading } from '../src/commands/reading-file.ts'

const [{ text, reading }] = seedArticles() as [ReturnType<typeof seedArticles>[number]]

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'onrecord-')) })
afterAll(() => rmSync(folder, { recursive: true }))

describe('the schema', () => {
  const { entity, mention, statement, relationship } = schema.$defs

  test.each([
    ['entity kinds', entity.properties.kind, vocabulary.entityKinds],
    ['voices of events', entity.properties.voice, vocabulary.voices],
    ['modalities of events', entity.properties.modality, vocabulary.modalities],
    ['mention forms', mention.properties.form, vocabulary.mentionForms],
    ['statement kinds', statement.properties.kind, vocabulary.statementKinds],
    ['speech acts', statement.properties.act, vocabulary.speechActs],
    ['attributions', statement.properties.attribution, vocabulary.attributions],
    ['modalities of statements', statement.properties.modality, vocabulary.modalities],
    ['relationship types', relationship.properties.type, vocabulary.relationshipTypes],
    ['voices of relationships', relationship.properties.voice, vocabulary.voices],
    ['modalities of relationships', relationship.properties.modality, vocabulary.modalities],
  ])('%s are the words of the vocabulary, in its order', (_, found, words) => {
    expect(found.enum).toEqual(Object.keys(words))
  })

  test('the format is the one the types name', () => {
    expect(schema.properties.format.const).toBe(readingFormat)
  })

  test('is one, and so is that of metadata', () => {
    const ajv = new Ajv2020()
    for (const each of [schema, metadataSchema]) expect([ajv.validateSchema(each), ajv.errors]).toEqual([true, null])
    expect(ajv.validateSchema({ type: 'text' })).toBe(false)
  })

  test('every property is described with a full stop, and every object is closed', () => {
    for (const object of [schema, ...Object.values(schema.$defs)]) {
      if (!('properties' in object)) continue
      expect(object.additionalProperties, object.description).toBe(false)
      for (const [name, described] of Object.entries(object.properties)) {
        expect((described as { description?: string }).description, name).toMatch(/\.$/u)
      }
    }
  })
})

describe('a Reading that fits', () => {
  test('loads as it was written', () => {
    expect(loadReading(written(JSON.stringify(reading)), text)).toEqual(reading)
  })

  test('may be empty', () => {
    expect(loadReading(written(JSON.stringify(emptyReading(''))), '')).toEqual(emptyReading(''))
  })

  test('counts offsets in UTF-16 code units', () => {
    const spoken = '🇸🇾 Putin spoke.'
    const start = spoken.indexOf('Putin')
    const good = {
      ...emptyReading(spoken),
      sentences: [{ start: 0, end: spoken.length, text: spoken }],
      entities: [{ ref: 'putin', kind: 'PERSON', name: 'Putin', named: true }],
      mentions: [{ start, end: start + 5, text: 'Putin', entity: 'putin', form: 'NAME', rule: 'REVIEWED', reason: 'The name.', confidence: 1 }],
    } satisfies Reading
    expect(checkReading(good, spoken)).toEqual([])
  })
})

type Draft = Record<string, any> // eslint-disable-line typescript/no-explicit-any -- corrupted on purpose

/** What is done to the seed's Reading; the path and words of the refusal; words of the line it points at. */
const corruptions: readonly [string, (draft: Draft) => void, string, RegExp, RegExp][] = [
  // the schema's
  ['a missing property', d => { delete d['mentions'][3].form }, '/mentions/3', /"form" is missing/, /\{/],
  ['a property that is none', d => { d['entities'][0].nationality = 'US' }, '/entities/0/nationality', /no property of this; expected one of ref, kind/, /nationality/],
  ['a word outside the vocabulary', d => { d['relationships'][0].type = 'MET_WITH' }, '/relationships/0/type', /"MET_WITH"; expected one of HOLDS_OFFICE/, /MET_WITH/],
  ['another format', d => { d['format'] = 'on-record/reading/2' }, '/format', /expected "on-record\/reading\/1"/, /reading\/2/],
  ['an offset that is no number', d => { d['sentences'][2].start = '173' }, '/sentences/2/start', /"173"; expected an integer/, /"173"/],
  ['a Wikidata id that is none', d => { d['entities'][0].wikidataId = '76' }, '/entities/0/wikidataId', /does not fit: Wikidata item/, /"76"/],
  ['a speaker twice', d => { d['statements'][0].speakers.push('vladimir-putin') }, '/statements/0/speakers', /duplicate/, /speakers/],
  ['a confidence above 1', d => { d['mentions'][0].confidence = 1.5 }, '/mentions/0/confidence', /must be <= 1/, /1\.5/],
  // the text's
  ['a Reading of another text', d => { d['sha256'] = '0'.repeat(64) }, '/sha256', /Read this text again/, /sha256/],
  ['a mention that is not verbatim', d => { d['mentions'][4].start = 56 }, '/mentions/4', /has "utin" at 56 to 60; expected "Putin": these words are at 55 to 60/, /\{/],
  ['a sentence that is not verbatim', d => { d['sentences'][0].text = 'Obama meets Putin' }, '/sentences/0', /these words are nowhere near/, /\{/],
  ['a source that is not verbatim', d => { d['statements'][0].source.text = 'Puttin' }, '/statements/0/source', /expected "Puttin"/, /source/],
  ['a cue that is not verbatim', d => { d['statements'][0].cue.text = 'said' }, '/statements/0/cue', /expected "said"/, /cue/],
  ['content that is not verbatim', d => { d['statements'][0].content[0].end = 170 }, '/statements/0/content/0', /expected "Russian Federation was/, /\{/],
  ['a quotation that is not verbatim', d => { d['statements'][0].quotations[0].text = 'closely co-operate' }, '/statements/0/quotations/0', /expected "closely co-operate"/, /\{/],
  ['a date whose words are not verbatim', d => { find(d, 'obama-putin-meeting').dated.text = 'Monday' }, '/entities/32/dated', /these words are at 2529 to 2535/, /dated/],
  ['evidence that is not verbatim', d => { d['relationships'][0].evidence[0].end = 53 }, '/relationships/0/evidence/0', /expected "Barack Obama/, /\{/],
  ['a remark that is not verbatim', d => { d['remarks'][0].passage.end = 89 }, '/remarks/0/passage', /expected "Russian Federation"/, /passage/],
  ['an offset beyond the text', d => { Object.assign(d['mentions'][0], { start: 9000, end: 9012 }) }, '/mentions/0', /has "" at 9000 to 9012/, /\{/],
  ['sentences out of order', d => { d['sentences'].reverse() }, '/sentences/1', /expected sentences in the order of the text/, /\{/],
  ['a mark in no sentence', d => { d['sentences'].pop() }, '/entities/50/dated', /"last month" at 2838 begins in no sentence/, /dated/],
  ['the same words as two mentions', d => { d['mentions'].push({ ...d['mentions'][0], entity: 'putin-dacha' }) }, '/mentions/129', /is also mention 0/, /\{/],
  // words that are no passages
  ['half a character in a name', d => { d['entities'][0].name = 'Obama \uD83C' }, '/entities/0/name', /half a character/, /Obama/],
  ['a NUL in a reason', d => { d['statements'][0].reason = 'Be\0cause' }, '/statements/0/reason', /a NUL character/, /cause/],
  ['half a character in a demonym', d => { d['entities'][1].demonyms = ['Russian', '\uDC00'] }, '/entities/1/demonyms/1', /half a character/, /udc00/],
  // refs
  ['a ref given twice', d => { d['entities'][1].ref = 'barack-obama' }, '/entities/1/ref', /"barack-obama" is given twice/, /barack-obama/],
  ['a statement ref given twice', d => { d['statements'][1].ref = 'st1' }, '/statements/1/ref', /"st1" is given twice/, /st1/],
  ['a mention of nobody', d => { d['mentions'][0].entity = 'nobody' }, '/mentions/0/entity', /No entity of this Reading has the ref "nobody"/, /nobody/],
  ['a country that is none', d => { d['entities'][0].country = 'paris' }, '/entities/0/country', /"paris" is of kind PLACE; expected COUNTRY/, /"paris"/],
  ['a voice of no country', d => { find(d, 'kremlin').speaksFor = 'sochi' }, '/entities/18/speaksFor', /"sochi" is of kind PLACE; expected COUNTRY/, /sochi/],
  ['a place that is none', d => { find(d, 'russian-air-campaign').place = 'kremlin' }, '/entities/33/place', /is of kind ORGANISATION; expected PLACE or COUNTRY/, /kremlin/],
  ['a part of nothing', d => { find(d, 'putin-dacha').partOf = 'crimea' }, '/entities/26/partOf', /"crimea"/, /crimea/],
  ['parts in a circle', d => { find(d, 'sochi').partOf = 'putin-dacha' }, '/entities/25/partOf', /leads back to itself/, /putin-dacha/],
  ['a speaker who is nobody', d => { d['statements'][0].speakers = ['nobody'] }, '/statements/0/speakers/0', /"nobody"/, /nobody/],
  ['an addressee who is nobody', d => { d['statements'][0].addressees = ['nobody'] }, '/statements/0/addressees/0', /"nobody"/, /nobody/],
  ['a target that is nobody', d => { d['statements'][0].targets = ['nobody'] }, '/statements/0/targets/0', /"nobody"/, /nobody/],
  ['about nobody', d => { d['statements'][0].about = ['nobody'] }, '/statements/0/about/0', /"nobody"/, /nobody/],
  ['said through nothing', d => { d['statements'][0].via = 'telegram' }, '/statements/0/via', /"telegram"/, /telegram/],
  ['reported in no statement', d => { d['statements'][0].reportedIn = 'st99' }, '/statements/0/reportedIn', /No statement of this Reading has the ref "st99"/, /st99/],
  ['reports in a circle', d => { statement(d, 'st18').reportedIn = 'st20' }, '/statements/15/reportedIn', /"st18" leads back to itself by way of "st20", "st19", "st18"/, /st20/],
  ['a subject that is nobody', d => { d['relationships'][0].subject = 'nobody' }, '/relationships/0/subject', /"nobody"/, /nobody/],
  ['an object that is nobody', d => { d['relationships'][0].object = 'nobody' }, '/relationships/0/object', /"nobody"/, /nobody/],
  ['a deed at no place', d => { d['relationships'][0].place = 'kremlin' }, '/relationships/0/place', /expected PLACE or COUNTRY/, /kremlin/],
  ['a saying that is none', d => { d['relationships'][0].saying = 'st99' }, '/relationships/0/saying', /"st99"/, /st99/],
  ['a match with itself', d => { d['possiblySame'][0].other = 'source-s7' }, '/possiblySame/0/other', /compared with itself/, /source-s7/],
  ['a match with nobody', d => { d['possiblySame'][0].other = 'nobody' }, '/possiblySame/0/other', /"nobody"/, /nobody/],
  // entities
  ['an event field on a person', d => { d['entities'][0].startsOn = '2009' }, '/entities/0/startsOn', /is of kind PERSON and bears `startsOn`; expected that only of kind EVENT/, /startsOn/],
  ['a country code on a place', d => { find(d, 'paris').iso2 = 'FR' }, '/entities/24/iso2', /only of kind COUNTRY/, /iso2/],
  ['an unnamed entity without a mention', d => { d['mentions'] = d['mentions'].filter((m: Draft) => m['entity'] !== 'source-s7') }, '/entities/8/named', /"source-s7" has no mention/, /named/],
  ['background of a field that is not there', d => { d['entities'][0].background = ['capital'] }, '/entities/0/background/0', /names "capital"/, /capital/],
  ['an event claimed by no statement', d => { delete find(d, 'ceasefire').statement }, '/entities/37', /`statement` is missing/, /\{/],
  ['an event of the article’s own with a statement', d => { find(d, 'airliner-crash').statement = 'st18' }, '/entities/50/statement', /expected no statement/, /st18/],
  ['an event on no day', d => { find(d, 'airliner-crash').startsOn = '2015-13' }, '/entities/50/startsOn', /no date of the calendar/, /2015-13/],
  ['an event that ends before it starts', d => { find(d, 'airliner-crash').endsOn = '2015-09' }, '/entities/50/endsOn', /expected it not to end before it starts/, /2015-09/],
  // statements and relationships
  ['no content', d => { d['statements'][1].content = [] }, '/statements/1/content', /fewer than 1/, /content/],
  ['a quotation outside the content', d => { statement(d, 'st3').quotations.push({ start: 1284, end: 1286, text: 'It' }) }, '/statements/2/quotations/2', /lies in no span of the content/, /\{/],
  ['DIRECT where words stand outside the quotation', d => { d['statements'][0].kind = 'DIRECT' }, '/statements/0/kind', /expected MIXED/, /DIRECT/],
  ['INDIRECT where there is a quotation', d => { statement(d, 'st4').kind = 'INDIRECT' }, '/statements/3/kind', /expected DIRECT/, /INDIRECT/],
  ['MIXED where there is no quotation', d => { statement(d, 'st8').kind = 'MIXED' }, '/statements/7/kind', /expected INDIRECT/, /MIXED/],
  ['a speaker where nobody is named', d => { statement(d, 'st11').speakers = ['david-cameron'] }, '/statements/10/attribution', /UNATTRIBUTED and has the speaker/, /UNATTRIBUTED/],
  ['nobody where a speaker is named', d => { d['statements'][0].speakers = [] }, '/statements/0/attribution', /EXPLICIT and has no speaker/, /EXPLICIT/],
  ['said on no day', d => { d['statements'][0].madeOn = '2015-02-30' }, '/statements/0/madeOn', /no date of the calendar/, /2015-02-30/],
  ['no evidence', d => { d['relationships'][0].evidence = [] }, '/relationships/0/evidence', /fewer than 1/, /evidence/],
  ['a claim of nobody', d => { d['relationships'][0].voice = 'CLAIMED' }, '/relationships/0', /The voice is CLAIMED and `statement` is missing/, /\{/],
  ['a claim in the article’s own voice', d => { d['relationships'][0].statement = 'st1' }, '/relationships/0/statement', /expected no statement, or the voice CLAIMED/, /st1/],
  ['a deed on no day', d => { d['relationships'][0].endsOn = '2015-00' }, '/relationships/0/endsOn', /no date of the calendar/, /2015-00/],
]

describe('a Reading that does not fit is refused with file, line and path', () => {
  test.each(corruptions)('%s', (_, corrupt, path, sentence, pointedAt) => {
    const draft = structuredClone(reading) as Draft
    corrupt(draft)
    const file = written(JSON.stringify(draft, null, 2))
    const { code, message } = refusal(() => loadReading(file, text))
    expect(code).toBe('BAD_READING')
    const problem = message.split('\n').find(line => line.includes(`: ${path}: `)) ?? message
    expect(problem).toMatch(sentence)
    const line = Number(/:(\d+): \//.exec(problem)?.[1])
    expect(readFileSync(file, 'utf8').split('\n')[line - 1]).toMatch(pointedAt)
  })

  test('a Reading in memory is told that it lacks evidence, content or confidence, without a schema', () => {
    const draft = structuredClone(reading) as Draft
    draft['relationships'][0].evidence = []
    draft['statements'][1].content = []
    draft['mentions'][0].confidence = Number.NaN
    expect(checkReading(draft as Reading, text).map(problem => problem.path.join('/')))
      .toEqual(['statements/1/content', 'relationships/0/evidence', 'mentions/0/confidence'])
  })

  test('only the first five problems are told, the rest counted', () => {
    const draft = structuredClone(reading) as Draft
    for (const mention of draft['mentions']) mention.entity = 'nobody'
    const { message } = refusal(() => loadReading(written(JSON.stringify(draft)), text))
    expect(message.split('\n')).toHaveLength(6)
    expect(message).toMatch(/… and \d+ more\.$/)
  })
})

describe('a file that is no JSON or not there', () => {
  test('broken syntax is told with its line', () => {
    const { code, message } = refusal(() => loadReading(written('{\n  "format": "on-record/reading/1",\n  "sha256": oops\n}'), text))
    expect(code).toBe('BAD_READING')
    expect(message).toMatch(/\.json:3: The file is not JSON \(invalid symbol\)/)
  })

  test.each(['', '// a comment\n{}', '{"a": 1,}', `${'['.repeat(100_000)}`, '\uFEFF{}'])('%.20s is no JSON', source => {
    expect(refusal(() => loadReading(written(source), text)).message).toMatch(/\.json:\d+: The file is not JSON/)
  })

  test.each(['null', '[]', '"Reading"', '7', '{"__proto__": {}}', '{"constructor": 1}'])('%s is JSON and no Reading', source => {
    expect(refusal(() => loadReading(written(source), text)).code).toBe('BAD_READING')
  })

  test('any JSON at all is refused with sentences, and never throws anything else', () => {
    assert(property(json(), source => {
      expect(refusal(() => loadReading(written(source), text)).code).toBe('BAD_READING')
    }), { numRuns: 200 })
  })

  test('a missing file is named', () => {
    const { code, message } = refusal(() => loadReading(join(folder, 'nowhere.json'), text))
    expect(code).toBe('FILE_NOT_FOUND')
    expect(message).toContain('nowhere.json')
  })
})

describe('metadata', () => {
  test.each([
    [{ title: 'T', language: 'en', supplied: ['publisher'] }, /:1: \/supplied\/0: `supplied` names "publisher", which is not given/],
    [{ title: 'T', language: 'en', supplied: [], publishedOn: '2015-11-31' }, /\/publishedOn: "2015-11-31" is no date of the calendar/],
    [{ title: 'T', language: 'en', supplied: [], publishedOn: 'Monday' }, /\/publishedOn: Found "Monday"/],
    [{ language: 'en', supplied: [] }, /"title" is missing/],
    [{ title: 'T', language: 'en', supplied: [], date: '2015' }, /\/date: "date" is no property of this; expected one of title, publisher/],
  ])('%j is refused', (metadata, sentence) => {
    const { code, message } = refusal(() => loadMetadata(written(JSON.stringify(metadata))))
    expect(code).toBe('BAD_READING')
    expect(message).toMatch(sentence)
  })
})

function emptyReading(of: string): Reading {
  return { format: readingFormat, sha256: sha256(of), reader: 'nobody 1', sentences: [], entities: [], mentions: [], statements: [], relationships: [], possiblySame: [], remarks: [] }
}

function written(source: string): string {
  const file = join(folder, 'reading.json')
  writeFileSync(file, source)
  return file
}

function refusal(load: () => unknown): OnRecordError {
  try {
    load()
  } catch (error) {
    if (error instanceof OnRecordError) return error
    throw error
  }
  throw new Error('It was not refused.')
}

function find(draft: Draft, ref: string): Draft {
  return draft['entities'].find((entity: Draft) => entity['ref'] === ref)
}

function statement(draft: Draft, ref: string): Draft {
  return draft['statements'].find((each: Draft) => each['ref'] === ref)
}

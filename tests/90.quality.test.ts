// The rules against the reviewed Reading of the seed: what they find may not fall (tests/quality.json holds the floors), what is
// forbidden is never said.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { alignment, readSeed, seedScores, type Score } from '../bench/seed-score.ts'
import type { ReadRelationship } from '../src/model/reading.ts'

const floors = JSON.parse(readFileSync(new URL('quality.json', import.meta.url), 'utf8')) as Record<string, Score>
const scores = Object.entries(seedScores()) as readonly (readonly [string, Score])[]
const { text, read, reviewed } = readSeed()
const same = alignment(read, reviewed)

const meant = (ref: string | undefined): string | undefined => (ref === undefined ? undefined : (same.get(ref) ?? ref))
const facts = read.relationships.map(one => ({ ...one, subject: meant(one.subject), object: meant(one.object) }))
const told = (wanted: Partial<ReadRelationship>): readonly ReadRelationship[] =>
  facts.filter(one => Object.entries(wanted).every(([field, value]) => one[field as keyof ReadRelationship] === value)) as readonly ReadRelationship[]

test.each(scores)('%s are found as well as before', (kind, { precision, recall }) => {
  const floor = floors[kind]
  expect(floor, `${kind} has no floor in tests/quality.json`).toBeDefined()
  expect(precision).toBeGreaterThanOrEqual(floor?.precision ?? 1)
  expect(recall).toBeGreaterThanOrEqual(floor?.recall ?? 1)
})

describe('what the seed names', () => {
  const named = reviewed.entities.filter(({ named, kind, ref }) => named && /^(?:PERSON|COUNTRY|ORGANISATION)$/.test(kind) && reviewed.mentions.some(({ entity, form }) => entity === ref && form === 'NAME'))

  test.each(named.map(({ name, ref, kind }) => [name, ref, kind] as const))('%s is found, and is one', (_, ref, kind) => {
    const found = read.entities.filter(entity => same.get(entity.ref) === ref && entity.named)
    expect(found.map(entity => entity.kind)).toEqual([kind])
  })

  const pairs = reviewed.statements.flatMap(({ quotations, speakers }) => quotations.map(mark => [mark.text.slice(0, 50), mark, speakers] as const))

  test('of all pairs of quotation marks only “deeper” is nobody’s quotation', () => {
    const marked = [...text.matchAll(/“(?<words>[^”]*)”/g)].map(match => match.groups?.['words'] ?? '')
    expect(marked).toHaveLength(10)
    expect(marked.filter(words => !pairs.some(([, mark]) => mark.text.includes(words)))).toEqual(['deeper'])
  })

  test.each(pairs)('“%s” stands in a statement of the right speaker, or in a remark', (_, mark, speakers) => {
    const around = read.statements.filter(({ content }) => content.some(({ start, end }) => start <= mark.start + 1 && end >= mark.end - 1))
    const remarked = read.remarks.some(({ passage }) => passage && passage.start <= mark.start + 1 && passage.end >= mark.end - 1)
    expect(remarked || around.some(statement => statement.speakers.map(meant).toSorted().join() === speakers.toSorted().join())).toBe(true)
  })
})

describe('what is forbidden', () => {
  test('that the Kremlin bombed the FSA is an accusation', () => {
    expect(told({ type: 'ASSAULT', object: 'free-syrian-army' }).map(({ voice }) => voice)).toEqual(['CLAIMED'])
  })

  test('that ISIL was spared is nobody’s plain word', () => {
    expect(told({ subject: 'kremlin', object: 'islamic-state' }).filter(({ voice }) => voice !== 'CLAIMED')).toEqual([])
  })

  test('that ISIL bombed the airliner is claimed, and possible', () => {
    const bombed = told({ type: 'ASSAULT', subject: 'islamic-state' })
    expect(bombed.map(({ voice, modality }) => [voice, modality])).toEqual([['CLAIMED', 'POSSIBLE']])
  })

  test('the airliner did not crash in Sharm el-Sheikh', () => {
    expect(facts.filter(({ type, subject, object }) => /^(?:HAPPENED_IN|LOCATED_IN)$/.test(type) && object === 'sharm-el-sheikh' && subject !== 'sharm-el-sheikh')).toEqual([])
  })

  test('that Obama and Putin agreed is the official’s word, that Putin thanked is hearsay', () => {
    expect(told({ type: 'AGREE' }).filter(({ voice }) => voice === 'ARTICLE' ).filter(({ subject }) => subject === 'barack-obama' || subject === 'vladimir-putin')).toEqual([])
    expect(told({ subject: 'vladimir-putin', object: 'david-cameron' }).filter(({ voice }) => voice === 'ARTICLE')).toEqual([])
  })

  test('that Putin put pressure is asked for, that Cameron urges is planned', () => {
    expect(told({ subject: 'vladimir-putin', object: 'assad-regime' }).map(({ voice, modality }) => [voice, modality])).toEqual([['CLAIMED', 'REQUESTED']])
    expect(told({ subject: 'david-cameron', object: 'vladimir-putin' }).filter(({ type }) => type === 'REQUEST').map(({ modality }) => modality)).toEqual(['PLANNED'])
  })

  test('no sentence says who committed the attacks', () => {
    expect(facts.filter(({ subject, object }) => subject === 'islamic-state' && object === 'paris-attacks')).toEqual([])
  })

  test('Putin is not at Monday’s meeting, which is yet to come', () => {
    const there = facts.filter(({ type, object }) => type === 'PARTICIPATED_IN' && object === 'monday-meeting')
    expect(there.map(({ subject }) => subject)).not.toContain('vladimir-putin')
    expect(new Set(there.map(({ modality }) => modality))).toEqual(new Set(['PLANNED']))
  })

  test('the two men are Cameron and Putin', () => {
    const mention = read.mentions.find(one => one.text === 'the two men')
    expect(meant(mention?.entity)).toBe('cameron-and-putin')
  })

  test('nobody is called PM, Mr, Sunday or Federation, and the Levant is no place of its own', () => {
    const names = read.entities.filter(({ named }) => named).map(({ name }) => name)
    for (const never of ['PM', 'Moscow', 'the Levant', 'Levant', 'Mr', 'Sunday', 'Monday', 'Head-to-Head', 'Federation', 'David', 'François Hollande', 'Antalya', 'Turkey']) expect(names).not.toContain(never)
    expect(names.filter(name => /^(?:IS|ISIL|Isil|Daesh|Islamic State.*)$/.test(name))).toEqual(['Islamic State'])
  })

  test('dates rest on the day of publication', () => {
    const dates = [...read.statements.flatMap(({ madeOn }) => madeOn ?? []), ...read.relationships.flatMap(({ startsOn, endsOn }) => [startsOn ?? [], endsOn ?? []].flat()), ...read.entities.flatMap(({ startsOn, endsOn }) => [startsOn ?? [], endsOn ?? []].flat())]
    expect(dates.length).toBeGreaterThan(0)
    for (const date of dates) expect(date.slice(0, 4)).toMatch(/^201[2-5]$/)
    expect(read.entities.find(({ name }) => name === '2012 meeting')?.startsOn).toBe('2012')
    expect(text).not.toContain('2013')
  })

  test('British intelligence is no organisation', () => {
    expect(read.entities.find(({ name }) => name === 'British intelligence')?.kind).toBe('TOPIC')
  })
})

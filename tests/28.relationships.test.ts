// Ties that last: offices, spokespeople, members, where things are.
import { describe, expect, test } from 'vitest'
import type { ReadStatement } from '../src/model/reading.ts'
import type { Draft } from '../src/reading/draft.ts'
import { findEvents } from '../src/reading/passes/08-events.ts'
import { findRelationships } from '../src/reading/passes/09-relationships.ts'
import { draftWith, type Name } from './named-draft.ts'

const names: readonly Name[] = [
  { kind: 'COUNTRY', name: 'Varania', also: ['Varanian'] },
  { kind: 'PLACE', name: 'Harl' },
  { kind: 'PERSON', name: 'Dana Hale', also: ['Hale', 'The Varanian president'] },
  { kind: 'PERSON', name: 'Omar Reed', also: ['Reed'] },
  { kind: 'ORGANISATION', name: 'Red Front' },
  { kind: 'ORGANISATION', name: 'Harbour Board' },
]

function read(text: string, statements: readonly ReadStatement[] = []): Draft {
  const draft = draftWith(text, names)
  draft.statements = statements
  findEvents(draft)
  findRelationships(draft)
  return draft
}

/** "HOLDS_OFFICE Hale → Varania, Prime Minister" */
function ties(text: string): readonly string[] {
  const { entities, relationships } = read(text)
  const nameOf = (ref: string | undefined): string => entities.find(entity => entity.ref === ref)?.name ?? '-'
  return relationships.map(({ type, subject, object, role }) => `${type} ${nameOf(subject)} → ${nameOf(object)}${role === undefined ? '' : `, ${role}`}`)
}

describe('offices', () => {
  test('before a name', () => {
    expect(ties('Varanian Prime Minister Dana Hale slept.')).toEqual(['HOLDS_OFFICE Dana Hale → Varania, Prime Minister'])
    expect(ties('Defence Secretary Dana Hale slept.')).toEqual(['HOLDS_OFFICE Dana Hale → -, Defence Secretary'])
    expect(ties('Harbour Board chairman Omar Reed slept.')).toEqual(['HOLDS_OFFICE Omar Reed → Harbour Board, Chairman'])
  })

  test('beside a name, on either side', () => {
    expect(ties('Dana Hale, the president of Varania, slept.')).toEqual(['HOLDS_OFFICE Dana Hale → Varania, President'])
    expect(ties('Dana Hale, Varania’s foreign minister, slept.')).toEqual(['HOLDS_OFFICE Dana Hale → Varania, Foreign Minister'])
    expect(ties('The director of the Harbour Board, Omar Reed, slept.')).toEqual(['HOLDS_OFFICE Omar Reed → Harbour Board, Director'])
  })

  test('in place of a name', () => {
    expect(ties('Hale came. The Varanian president slept.')).toEqual(['HOLDS_OFFICE Dana Hale → Varania, President'])
  })

  test('a former office is called so', () => {
    expect(ties('Former Varanian President Dana Hale slept.')).toEqual(['HOLDS_OFFICE Dana Hale → Varania, Former President'])
    expect(ties('Dana Hale, the former president of Varania, slept.')).toEqual(['HOLDS_OFFICE Dana Hale → Varania, Former President'])
  })

  test('not where a list only looks like it', () => {
    expect(ties('They saw Omar Reed, the president of Varania, and Dana Hale.')).toEqual([])
    expect(ties('A president slept.')).toEqual([])
  })

  test('said often, it is one tie with its first passages', () => {
    const { relationships } = read('President Dana Hale came. President Dana Hale slept. President Dana Hale woke. President Dana Hale left.')
    expect(relationships.map(({ evidence }) => evidence.length)).toEqual([3])
  })

  test('inside somebody’s words it is taken for granted', () => {
    const text = 'He said President Dana Hale slept.'
    const statement: ReadStatement = {
      ref: 's1', kind: 'INDIRECT', act: 'SAY', content: [{ start: 8, end: 33, text: text.slice(8, 33) }], quotations: [], speakers: [], addressees: [], targets: [], about: [],
      attribution: 'UNATTRIBUTED', modality: 'ACTUAL', rule: 'GIVEN', reason: 'Given by the test.', confidence: 1,
    }
    expect(read(text, [statement]).relationships).toMatchObject([{ type: 'HOLDS_OFFICE', voice: 'PRESUPPOSED', statement: 's1' }])
  })
})

test('heads, spokespeople and members', () => {
  expect(ties('Omar Reed, the head of the Red Front, slept.')).toEqual(['LEADS Omar Reed → Red Front, Head'])
  expect(ties('Omar Reed, a spokesman for the Harbour Board, slept.')).toEqual(['REPRESENTS Omar Reed → Harbour Board'])
  expect(ties('Omar Reed, a spokesman for Dana Hale, slept.')).toEqual(['REPRESENTS Omar Reed → Dana Hale'])
  expect(ties('Omar Reed, a member of the Red Front, slept.')).toEqual(['MEMBER_OF Omar Reed → Red Front'])
  expect(ties('Red Front fighters shelled Harl.')).toEqual(['ASSAULT Red Front fighters → Harl', 'MEMBER_OF Red Front fighters → Red Front'])
  expect(ties('Omar Reed leads the Red Front.')).toEqual(['LEADS Omar Reed → Red Front'])
})

test('where something is, and whose somebody is', () => {
  expect(ties('They slept in Harl, Varania.')).toEqual(['LOCATED_IN Harl → Varania'])
  expect(ties('They saw Harl, Varania and the sea.')).toEqual([])
  expect(ties('Dana Hale of the Red Front slept.')).toEqual(['AFFILIATED_WITH Dana Hale → Red Front'])
  expect(ties('They left before the Red Front summit in Harl.')).toEqual(['HAPPENED_IN Red Front summit → Harl'])
})

test('coming and going', () => {
  expect(ties('Reed fled Varania in May.')).toEqual(['LEFT Omar Reed → Varania'])
  expect(ties('Reed left Hale.')).toEqual([])
})

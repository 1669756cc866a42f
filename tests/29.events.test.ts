// Who did what to whom: deeds told by verbs and nouns, their modality and voice, and events as entities.
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { sha256 } from '../src/model/keys.ts'
import { readingFormat, type Reading, type ReadStatement } from '../src/model/reading.ts'
import type { Draft } from '../src/reading/draft.ts'
import { findEvents } from '../src/reading/passes/08-events.ts'
import { findRelationships } from '../src/reading/passes/09-relationships.ts'
import { draftWith, publishedOn, type Name } from './named-draft.ts'

const names: readonly Name[] = [
  { kind: 'COUNTRY', name: 'Varania', also: ['Varanian'] },
  { kind: 'COUNTRY', name: 'Ostland' },
  { kind: 'COUNTRY', name: 'Kelt' },
  { kind: 'ORGANISATION', name: 'Red Front' },
  { kind: 'ORGANISATION', name: 'United Nations' },
  { kind: 'PLACE', name: 'Harl' },
  { kind: 'PERSON', name: 'Dana Hale', also: ['Hale'] },
  { kind: 'PERSON', name: 'Omar Reed', also: ['Reed'] },
  { kind: 'PERSON', name: 'Lena Voss', also: ['Voss'] },
]

function read(text: string, statements: (draft: Draft) => readonly ReadStatement[] = () => []): Draft {
  const draft = draftWith(text, names)
  draft.statements = statements(draft)
  findEvents(draft)
  return draft
}

/** "ASSAULT Varania → Ostland", with the modality where it is not ACTUAL. */
function deeds(text: string): readonly string[] {
  return told(read(text))
}

function told({ entities, relationships }: Draft): readonly string[] {
  const nameOf = (ref: string | undefined): string => entities.find(entity => entity.ref === ref)?.name ?? '-'
  return relationships.map(({ type, subject, object, modality }) => `${type} ${nameOf(subject)} → ${nameOf(object)}${modality === 'ACTUAL' ? '' : ` ${modality}`}`)
}

function statementOf(draft: Draft, ref: string, cue: string, content: string, speaker: string): ReadStatement {
  const mark = (words: string) => ({ start: draft.text.indexOf(words), end: draft.text.indexOf(words) + words.length, text: words })
  return {
    ref, kind: 'INDIRECT', act: 'ACCUSE', cue: mark(cue), content: [mark(content)], quotations: [], speakers: [speaker], addressees: [], targets: [], about: [],
    attribution: 'EXPLICIT', modality: 'ACTUAL', rule: 'GIVEN', reason: 'Given by the test.', confidence: 1,
  }
}

describe('who does it to whom', () => {
  test('an active verb, with its particles and prepositions', () => {
    expect(deeds('Varania attacked Ostland with missiles.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('Varania broke off relations with Ostland on Friday.')).toEqual(['SANCTION Varania → Ostland'])
    expect(deeds('The United Nations carried out air strikes against Ostland.')).toEqual(['ASSAULT United Nations → Ostland'])
    expect(deeds('Varania handed three suspects over to Kelt.')).toEqual(['COOPERATE Varania → Kelt'])
  })

  test('a passive verb turns them round', () => {
    expect(deeds('Ostland was bombed by Varania.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('Dana Hale is being investigated by Omar Reed.')).toEqual(['ACCUSE Omar Reed → Dana Hale'])
    expect(deeds('Ostland was bombed.')).toEqual([])
  })

  test('what "its decision" is to do, is done by whoever is blamed for it', () => {
    expect(deeds('Dana Hale blasted the United Nations for its decision not to sue Omar Reed.')).toEqual(['ACCUSE Dana Hale → United Nations', 'ACCUSE United Nations → Omar Reed NEGATED'])
  })

  test('"no matter" denies nothing, and no verb behind "to" ends in s', () => {
    expect(deeds('Dana Hale endorsed Omar Reed no matter what.')).toEqual(['SUPPORT Dana Hale → Omar Reed'])
    expect(deeds('Dana Hale drew thousands to rallies in Ostland.')).toEqual([])
  })

  test('of two states "attacked" is force', () => {
    expect(deeds('Varania attacked Ostland.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('Ostland was attacked by Varania.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('Varania attacked Ostland over its laws.')).toEqual(['ACCUSE Varania → Ostland'])
    expect(deeds('Varania attacked Ostland in a speech.')).toEqual(['ACCUSE Varania → Ostland'])
    expect(deeds('Varania sharply attacked Ostland.')).toEqual(['ACCUSE Varania → Ostland'])
    expect(deeds('Dana Hale attacked Omar Reed.')).toEqual(['ACCUSE Dana Hale → Omar Reed'])
  })

  test('a subject that is a list, or stands before an insertion, or is taken up by "who"', () => {
    expect(deeds('Varania, Ostland and Kelt criticised the Red Front.')).toEqual(['ACCUSE Varania → Red Front', 'ACCUSE Ostland → Red Front', 'ACCUSE Kelt → Red Front'])
    expect(deeds('Varania, a small country in the north, has invaded Ostland.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('The speech pleased Dana Hale, who praised Omar Reed.')).toEqual(['SUPPORT Dana Hale → Omar Reed'])
    expect(deeds('Varania left the table and accused Ostland.')).toEqual(['ACCUSE Varania → Ostland'])
  })

  test('two who do it together do it to one another; more take part in one event', () => {
    expect(deeds('Varania and Ostland signed a treaty.')).toEqual(['SUPPORT Varania → Ostland'])
    const draft = read('Hale, Reed and Voss will meet in Harl.')
    expect(told(draft)).toEqual(['Dana Hale', 'Omar Reed', 'Lena Voss'].map(name => `PARTICIPATED_IN ${name} → Meeting of Dana Hale, Omar Reed and Lena Voss PLANNED`))
    expect(draft.mentions.filter(({ mention }) => mention.form === 'VERB').map(({ mention }) => mention.text)).toEqual(['meet'])
  })

  test('a noun tells it too', () => {
    expect(deeds('The air strikes by Varania on Ostland went on.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('Varania’s invasion of Ostland surprised many.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('The talks between Varania and Ostland failed.')).toEqual(['CONSULT Varania → Ostland'])
    expect(deeds('Reed called for talks between Varania and Ostland.')).toEqual([])
  })

  test('people without a name enter with their words', () => {
    const draft = read('Local rebels shelled Harl on Sunday. The rebels then fled Varania.')
    expect(told(draft)).toEqual(['ASSAULT Local rebels → Harl', 'LEFT Local rebels → Varania'])
    expect(draft.entities.find(({ name }) => name === 'Local rebels')).toMatchObject({ kind: 'GROUP', named: false })
    expect(draft.mentions.filter(({ mention }) => mention.rule === 'MENTION_OF_ACTOR').map(({ mention }) => mention.text)).toEqual(['Local rebels', 'The rebels'])
  })

  test('what is not told is not read', () => {
    expect(deeds('Hale called Reed on Sunday to say so.')).not.toContain('REQUEST Dana Hale → Omar Reed')
    expect(deeds('Hale insisted that Reed would not resign.')).not.toContain('REQUEST Dana Hale → Omar Reed')
    expect(deeds('Varania sent men to Harl to oversee a truce between Ostland and Kelt.')).not.toContain('AGREE Ostland → Kelt PLANNED')
    expect(deeds('Varania beat Ostland in the final.')).toEqual([])
    expect(deeds('Hale warned that Reed was losing ground.')).toEqual([])
    expect(deeds('The court voted to hold Reed in contempt.')).toEqual([])
    expect(deeds('Reed described the shooting of a man during a clash between Varania and Ostland.')).toEqual(['ASSAULT Varania → Ostland'])
    expect(deeds('Reed attacked Hale in a debate.')).toEqual(['ACCUSE Omar Reed → Dana Hale'])
    expect(deeds('Varania will continue to support the fight against Ostland.')).toEqual([])
    expect(deeds('Varania condemned the attacks in Ostland.')).toEqual([])
    expect(deeds('Hale met relatives of those killed by Varania and thanked Reed.')).toContain('SUPPORT Dana Hale → Omar Reed')
  })
})

describe('modality', () => {
  test.each([
    ['Varania did not attack Ostland with tanks.', 'ASSAULT Varania → Ostland NEGATED'],
    ['Varania will invade Ostland.', 'ASSAULT Varania → Ostland PLANNED'],
    ['Varania plans to invade Ostland.', 'ASSAULT Varania → Ostland PLANNED'],
    ['Varania may have bombed Ostland.', 'ASSAULT Varania → Ostland POSSIBLE'],
    ['Reed flew to Harl to thank Hale.', 'SUPPORT Omar Reed → Dana Hale PLANNED'],
    ['Varania continued to bomb Ostland.', 'ASSAULT Varania → Ostland'],
    ['Varania refused to help Ostland.', 'REJECT Varania → Ostland'],
    ['Varania agreed to help Ostland.', 'AGREE Varania → Ostland'],
    ['Varania threatened to bomb Ostland.', 'THREATEN Varania → Ostland'],
    ['Reed urged Hale to resign.', 'REQUEST Omar Reed → Dana Hale'],
    ['Reed said that Varania must withdraw.', 'REQUEST Omar Reed → Varania'],
    ['Did Varania invade Ostland?', 'ASSAULT Varania → Ostland POSSIBLE'],
    ['Reed demanded that Varania withdraw its troops.', 'RETREAT Varania → - REQUESTED'],
    ['Varania will help Kelt invade Ostland.', 'ASSAULT Kelt → Ostland PLANNED'],
    ['Reed asked Hale not to resign.', 'REQUEST Omar Reed → Dana Hale'],
    ['Varania promised not to bomb Ostland.', 'AGREE Varania → Ostland'],
    ['Varania is willing to send nurses to Ostland.', 'AGREE Varania → Ostland'],
    ['Hale insisted that Reed must resign.', 'REQUEST Dana Hale → Omar Reed'],
    ['Teachers gathered to demand the resignation of Hale.', 'REQUEST Teachers → Dana Hale'],
  ])('%s', (text, expected) => {
    expect(deeds(text)).toContain(expected)
  })
})

describe('voice', () => {
  const text = 'Reed accused Varania of bombing Ostland. Voss thanked Varania for helping Kelt.'
  test('an accusation is the article’s word, what it accuses of is the accuser’s, thanks take their deed for granted', () => {
    const { relationships } = read(text, draft => [statementOf(draft, 's1', 'accused', 'bombing Ostland', 'Omar Reed'), statementOf(draft, 's2', 'thanked', 'helping Kelt', 'Lena Voss')])
    expect(relationships.map(({ type, subject, voice, statement, saying }) => [type, subject, voice, statement, saying])).toEqual([
      ['ACCUSE', 'Omar Reed', 'ARTICLE', undefined, 's1'],
      ['ASSAULT', 'Varania', 'CLAIMED', 's1', undefined],
      ['SUPPORT', 'Lena Voss', 'ARTICLE', undefined, 's2'],
      ['AID', 'Varania', 'PRESUPPOSED', 's2', undefined],
    ])
  })

  test('where nobody’s statement was found, what is only claimed is left out', () => {
    expect(told(read(text))).toEqual(['ACCUSE Omar Reed → Varania', 'SUPPORT Lena Voss → Varania'])
  })

  test('inside somebody’s words a deed is theirs', () => {
    const { relationships } = read('Reed said Varania had bombed Ostland.', draft => [statementOf(draft, 's1', 'said', 'Varania had bombed Ostland', 'Omar Reed')])
    expect(relationships.map(({ type, voice, statement }) => [type, voice, statement])).toEqual([['ASSAULT', 'CLAIMED', 's1']])
    const asked = read('Reed asked: “Did Varania invade Ostland?”', draft => [statementOf(draft, 's1', 'asked', 'Did Varania invade Ostland?', 'Omar Reed')])
    expect(asked.relationships.map(({ type, voice, modality }) => [type, voice, modality])).toEqual([['ASSAULT', 'CLAIMED', 'POSSIBLE']])
  })
})

describe('events as entities', () => {
  const events = (text: string) => read(text).entities.filter(({ kind }) => kind === 'EVENT')

  test('with a name, and again without it', () => {
    const draft = read('The Harl bombings shook Varania. The bombings came without warning.')
    expect(draft.entities.filter(({ kind }) => kind === 'EVENT')).toMatchObject([{ name: 'Harl bombings', named: false, place: 'Harl' }])
    expect(draft.mentions.filter(({ mention }) => mention.rule === 'MENTION_OF_EVENT').map(({ mention }) => mention.text)).toEqual(['The Harl bombings', 'The bombings'])
  })

  test('with its date', () => {
    expect(events('They met at the Harl summit on Monday.')).toMatchObject([{ name: 'Harl summit', startsOn: '2016-03-14', endsOn: '2016-03-14', dated: { text: 'Monday' } }])
    expect(events('They fear the 2019 Varanian election.')).toMatchObject([{ name: '2019 Varanian election', named: true, modality: 'PLANNED' }])
  })

  test('what the article tells of has no date or place from somebody’s words', () => {
    const words = 'the raid on Monday was long'
    const said = (text: string) => read(text, draft => [{ ...statementOf(draft, 's1', 'said', words, 'Omar Reed'), act: 'SAY' }]).entities.filter(({ kind }) => kind === 'EVENT')
    expect(said(`The raid woke Hale. Reed said ${words}.`)).toEqual([{ ref: 'raid-0', kind: 'EVENT', name: 'Raid', named: false }])
    expect(said(`Reed said ${words}. The raid woke Hale.`)).toEqual([{ ref: 'raid-10', kind: 'EVENT', name: 'Raid', named: false }])
    expect(said(`Reed said ${words}. The raid on Tuesday woke Hale.`)).toMatchObject([{ name: 'Raid', startsOn: '2016-03-15' }])
    const place = read('Reed said the Harl bombings were long. The bombings woke Hale.', draft => [statementOf(draft, 's1', 'said', 'the Harl bombings were long', 'Omar Reed')])
    expect(place.entities.filter(({ kind }) => kind === 'EVENT')).toEqual([{ ref: 'bombing-10', kind: 'EVENT', name: 'Harl bombings', named: false }])
  })

  test('not where none need have been', () => {
    expect(events('There was no Harl summit. A possible Harl attack was feared. The attack was not described.')).toEqual([])
  })

  test('it can be condemned and attended', () => {
    expect(deeds('Hale condemned the Harl bombings. Reed attended the Kelt summit.')).toEqual(['ACCUSE Dana Hale → Harl bombings', 'PARTICIPATED_IN Omar Reed → Kelt summit'])
  })
})

test('what is read fits the format, whatever the text', () => {
  const fragments = ['Hale, Reed and Voss met ', 'the Harl summit, ', 'Varania bombed ', 'and ', 'who ', '“', 'of the rebels ', 'was attacked by ', 'to help ', 'President Dana Hale of ', 'Ostland. ', ', ']
  let seed = 7
  for (let round = 0; round < 200; round++) {
    let text = ''
    for (let part = 0; part < 12; part++) {
      seed = (seed * 48271) % 2147483647
      text += fragments[seed % fragments.length]
    }
    const draft = read(text)
    findRelationships(draft)
    const reading: Reading = {
      format: readingFormat, sha256: sha256(text), reader: 'test', sentences: draft.sentences.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })), entities: draft.entities,
      mentions: draft.mentions.map(({ mention }) => mention), statements: [], relationships: draft.relationships, possiblySame: [], remarks: [],
    }
    expect(checkReading(reading, text), text).toEqual([])
  }
  expect(publishedOn).toBe('2016-03-16')
})

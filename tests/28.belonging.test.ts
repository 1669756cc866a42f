// Who belongs to what, by a verb: joined, works for, founded, married.
import { expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { theReader } from '../src/reader.ts'

function ties(text: string): readonly string[] {
  const reading = theReader().read(text, { title: 'A title', language: 'en', publishedOn: '2016-03-16', supplied: ['publishedOn'] })
  expect(checkReading(reading, text)).toEqual([])
  const names = new Map(reading.entities.map(({ ref, name }) => [ref, name]))
  return reading.relationships.filter(({ type }) => type === 'MEMBER_OF' || type === 'AFFILIATED_WITH' || type === 'LEADS').map(({ type, subject, object, label, voice, modality, startsOn, endsOn }) => {
    const when = startsOn === undefined ? '' : ` ${startsOn} to ${endsOn ?? '…'}`
    return `${names.get(subject)} ${label} ${names.get(object ?? '')}: ${type}${voice === 'ARTICLE' ? '' : ` ${voice}`}${modality === 'ACTUAL' ? '' : ` ${modality}`}${when}`
  })
}

test.each([
  ['Dan Hale joined the Labour Party in 2004.', ['Dan Hale joined Labour Party: MEMBER_OF 2004 to …']],
  ['Norway joined NATO.', ['Norway joined NATO: MEMBER_OF']],
  ['Norway is a member of NATO.', ['Norway member of NATO NATO: MEMBER_OF']],
  ['Dan Hale is a member of the Labour Party.', ['Dan Hale member of the Labour Party Labour Party: MEMBER_OF']],
  ['Dan Hale will join NATO.', ['Dan Hale will join NATO: MEMBER_OF PLANNED']],
  ['Dan Hale never joined the Labour Party.', ['Dan Hale never joined Labour Party: MEMBER_OF NEGATED']],
  ['Ann Reed said Dan Hale had joined the Labour Party.', ['Dan Hale had joined Labour Party: MEMBER_OF CLAIMED']],
  ['Dan Hale sits on the board of Microsoft.', ['Dan Hale sits on Board of Microsoft: MEMBER_OF']],
  ['Dan Hale works for Microsoft.', ['Dan Hale works for Microsoft: AFFILIATED_WITH']],
  ['Ann Reed, who worked for Dan Hale, left.', ['Ann Reed worked for Dan Hale: AFFILIATED_WITH']],
  ['Dan Hale teaches at Georgetown University.', ['Dan Hale teaches at Georgetown University: AFFILIATED_WITH']],
  ['Dan Hale founded Microsoft in 1975.', ['Dan Hale founded Microsoft: AFFILIATED_WITH 1975 to …']],
  ['Microsoft, which was founded by Dan Hale, grew.', ['Dan Hale founded Microsoft: AFFILIATED_WITH']],
  ['Microsoft acquired Nokia in 2014.', ['Microsoft acquired Nokia: AFFILIATED_WITH 2014 to …']],
  ['Ann Reed married Dan Hale in 1962.', ['Ann Reed married Dan Hale: AFFILIATED_WITH 1962 to …']],
  ['Ann Reed became the first woman to lead the Labour Party.', ['Ann Reed to lead Labour Party: LEADS']],
  ['Ann Reed may become the first woman to lead the Labour Party.', ['Ann Reed to lead Labour Party: LEADS POSSIBLE']],
  ['Turkey blocked Sweden from joining NATO.', ['Sweden joining NATO: MEMBER_OF NEGATED']],
  ['Turkey kept Sweden from joining NATO.', ['Sweden joining NATO: MEMBER_OF NEGATED']],
  ['Turkey stopped Sweden joining NATO.', ['Sweden joining NATO: MEMBER_OF NEGATED']],
  ['Sweden was barred from joining NATO.', ['Sweden joining NATO: MEMBER_OF NEGATED']],
  ['Sweden applied to join NATO in May 2014.', ['Sweden applied to join NATO: MEMBER_OF PLANNED']],
  ['Ann Reed, a neurobiologist at the University of Varen, left.', ['Ann Reed neurobiologist at the University of Varen University of Varen: AFFILIATED_WITH']],
  ['Ann Reed, an expert in animal behaviour at the Harl Institute, left.', ['Ann Reed expert in animal behaviour at the Harl Institute Harl Institute: AFFILIATED_WITH']],
  ['Ann Reed, an expert on Syria at the Harl Institute, left.', ['Ann Reed expert on Syria at the Harl Institute Harl Institute: AFFILIATED_WITH']],
  ['Ann Reed of the Oslo-based Harl Institute left.', ['Ann Reed of Harl Institute: AFFILIATED_WITH']],
  ['Ann Reed from the Ardley research institute said so.', ['Ann Reed from Ardley research institute: AFFILIATED_WITH']],
  ['On Monday Conservative Sir Ola Berg left.', ['Ola Berg Conservative Sir Ola Berg Conservative Party: MEMBER_OF']],
  ['Sen. Ed Hale (R-Ohio) left.', ['Ed Hale Ed Hale (R-Ohio) Republican Party: MEMBER_OF']],
  ['Rep. Tom Roe (D) left.', ['Tom Roe Tom Roe (D) Democratic Party: MEMBER_OF']],
  ['Ola Berg (Con) left.', ['Ola Berg Ola Berg (Con) Conservative Party: MEMBER_OF']],
  ['Labour’s Ann Reed left.', ['Ann Reed Labour’s Ann Reed Labour Party: MEMBER_OF']],
  ['On Monday Labour group leader Cllr Ann Reed left.', ['Ann Reed Labour group leader Labour Party: MEMBER_OF']],
])('%s', (text, expected) => {
  expect(ties(text)).toEqual(expected)
})

test.each([
  'Dan Hale joined Democrats at the rally.',
  'Dan Hale joined other senators.',
  'Republicans fear Mrs. Reed.',
  'The film The Harbour (R) left.',
  'Ann Reed, a patient at the Harl Hospital, left.',
  'Kelt bought Ann Reed from Varen United.',
  'Dan Hale joined Ann Reed.',
  'The Labour Party grew. They worked for Microsoft.',
  'Dan Hale founded Ann Reed.',
  'Dan Hale served in embassies.',
  'Dan Hale sat for an interview on Fox News.',
  'Dan Hale studies the habits of whales at Georgetown University.',
  'Dan Hale joined forces with Microsoft.',
])('nobody belongs: %s', text => {
  expect(ties(text)).toEqual([])
})

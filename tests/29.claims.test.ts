// Nothing claimed is told as a fact: deeds under words that only speak of them, through the whole reader.
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { theReader } from '../src/reader.ts'

const reader = theReader()

/** The dates of meetings. */
function meetings(text: string): readonly (string | undefined)[] {
  const whole = `News item\n\nOmar Reed, Dana Hale and Lena Voss live in Harl.\n\n${text}\n`
  const reading = reader.read(whole, { title: 'News item', publishedOn: '2024-03-13', language: 'en', supplied: ['publishedOn'] })
  return reading.relationships.filter(({ type }) => type === 'CONSULT').map(({ startsOn }) => startsOn)
}

/** "Dana Hale → Omar Reed", with whose word it is where it is not the article's, and the modality where it is not ACTUAL. */
function killings(text: string): readonly string[] {
  const whole = `News item\n\nOmar Reed, Dana Hale and Lena Voss live in Harl.\n\n${text}\n`
  const reading = reader.read(whole, { title: 'News item', publishedOn: '2024-03-13', language: 'en', supplied: ['publishedOn'] })
  expect(checkReading(reading, whole)).toEqual([])
  const nameOf = (ref: string | undefined): string => reading.entities.find(entity => entity.ref === ref)?.name ?? '-'
  return reading.relationships
    .filter(({ type }) => type === 'ASSAULT')
    .map(({ subject, object, voice, statement, modality }) => {
      const speakers = reading.statements.find(({ ref }) => ref === statement)?.speakers.map(nameOf).join(', ')
      return `${nameOf(subject)} → ${nameOf(object)}${voice === 'ARTICLE' ? '' : ` by ${speakers === '' ? 'nobody' : speakers}`}${modality === 'ACTUAL' ? '' : ` ${modality}`}`
    })
}

const own = ['Omar Reed → Dana Hale']
const voss = ['Omar Reed → Dana Hale by Lena Voss']

describe('what is denied', () => {
  test.each([
    ['denied', 'Lena Voss denied that Omar Reed had killed Dana Hale.', ['Omar Reed → Dana Hale by Lena Voss NEGATED']],
    ['in the present', 'Lena Voss denies that Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale by Lena Voss NEGATED']],
    ['dismissed as others’ words', 'Lena Voss dismissed reports that Omar Reed had killed Dana Hale.', []],
    ['a claim that is rejected', 'Lena Voss rejected the claim that Omar Reed killed Dana Hale.', []],
    ['called a lie', 'Lena Voss called the report that Omar Reed killed Dana Hale a lie.', []],
    ['said wrongly', 'Lena Voss wrongly said that Omar Reed killed Dana Hale.', []],
    ['what happened as it is claimed', 'There were claims that twelve people died when Omar Reed killed Dana Hale.', []],
    ['what happened as something else was claimed', 'He repeated the claims in March, when Omar Reed killed Dana Hale.', own],
    ['feared', 'It is feared that Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale by nobody POSSIBLE']],
    ['signs of it', 'Lena Voss warned on Monday of signs that Omar Reed killed Dana Hale.', []],
    ['asked', 'Asked whether Omar Reed killed Dana Hale, Lena Voss slept.', []],
    ['asked by somebody', 'When asked by a judge if Omar Reed killed Dana Hale, the mayor, Lena Voss, slept.', []],
    ['of nobody', 'Omar Reed killed nobody.', []],
    ['not said', 'Lena Voss did not say that Omar Reed killed Dana Hale.', []],
  ])('%s', (_, text, expected) => {
    expect(killings(text)).toEqual(expected)
  })
})

describe('a date or an aside between the saying and its words', () => {
  test.each([
    'Lena Voss said on March 3 that Omar Reed killed Dana Hale.',
    'Lena Voss said in March 2024 that Omar Reed killed Dana Hale.',
    'Lena Voss said on 3 March 2024 that Omar Reed killed Dana Hale.',
    'Lena Voss said two days ago that Omar Reed killed Dana Hale.',
    'Lena Voss said, in a talk with The Star printed on Monday, that Omar Reed killed Dana Hale.',
    'Lena Voss said late on Tuesday night that Omar Reed killed Dana Hale.',
    'Lena Voss said at 3 pm that Omar Reed killed Dana Hale.',
    'Lena Voss said through a lawyer that Omar Reed killed Dana Hale.',
    'Lena Voss said under oath that Omar Reed killed Dana Hale.',
  ])('%s', text => {
    expect(killings(text)).toEqual(voss)
  })
})

describe('a saying behind the clause', () => {
  test.each([
    ['Omar Reed killed Dana Hale, the police said.', ['Omar Reed → Dana Hale by Police']],
    ['Omar Reed killed Dana Hale, the indictment says.', ['Omar Reed → Dana Hale by Indictment']],
    ['Omar Reed killed Dana Hale, a jury heard on Tuesday.', ['Omar Reed → Dana Hale by Jury']],
    ['Omar Reed killed Dana Hale, a study published on Tuesday in Nature says.', ['Omar Reed → Dana Hale by Study']],
    ['Omar Reed killed Dana Hale, a report released in March by the ministry found.', ['Omar Reed → Dana Hale by Report']],
    ['Omar Reed killed Dana Hale, as Lena Voss reported losses in Harl.', own],
    ['Omar Reed killed Dana Hale, Harl radio reported.', ['Omar Reed → Dana Hale by Harl radio']],
    ['Omar Reed killed Dana Hale, or so Lena Voss says.', []],
    ['Omar Reed killed Dana Hale, if Lena Voss is to be believed.', []],
    ['Omar Reed killed Dana Hale, a claim Lena Voss made.', []],
    ['Omar Reed killed Dana Hale, in the view of Lena Voss.', []],
  ])('%s', (text, expected) => {
    expect(killings(text)).toEqual(expected)
  })
})

describe('a saying set in', () => {
  test.each([
    ['Omar Reed, Lena Voss said, killed Dana Hale.', voss],
    ['Omar Reed – Lena Voss insisted – killed Dana Hale.', voss],
    ['Omar Reed — Lena Voss told reporters on Monday — killed Dana Hale.', voss],
    ['Omar Reed -- according to Lena Voss -- killed Dana Hale.', voss],
    ['Omar Reed (according to Lena Voss) killed Dana Hale.', voss],
    ['Omar Reed (Lena Voss said) killed Dana Hale.', voss],
    ['Omar Reed killed Dana Hale (Lena Voss said).', voss],
    ['Omar Reed, Lena Voss insisted on Monday, killed Dana Hale.', voss],
    ['Omar Reed, police said, killed Dana Hale.', ['Omar Reed → Dana Hale by Police']],
    ['Omar Reed – or so Lena Voss says – killed Dana Hale.', []],
    ['Omar Reed (if Lena Voss is right) killed Dana Hale.', []],
    ['Omar Reed, so the story goes, killed Dana Hale.', []],
  ])('%s', (text, expected) => {
    expect(killings(text)).toEqual(expected)
  })
})

describe('what is only spoken of', () => {
  test.each([
    'The jury was told that Omar Reed killed Dana Hale.',
    'In the view of Lena Voss, Omar Reed killed Dana Hale.',
    'Per Lena Voss, Omar Reed killed Dana Hale.',
    'There is no evidence that Omar Reed killed Dana Hale.',
    'It is not true that Omar Reed killed Dana Hale.',
    'The idea that Omar Reed killed Dana Hale is absurd.',
    'One theory is that Omar Reed killed Dana Hale.',
    'Lena Voss is sure that Omar Reed killed Dana Hale.',
    'Lena Voss has no proof that Omar Reed killed Dana Hale.',
    'Lena Voss made it clear that Omar Reed killed Dana Hale.',
    'Lena Voss pretended that Omar Reed killed Dana Hale.',
    'Suppose Omar Reed killed Dana Hale.',
    'A tweet saying Omar Reed killed Dana Hale was deleted.',
    'The accusation: Omar Reed killed Dana Hale.',
    'Her claim was simple: Omar Reed killed Dana Hale.',
    'No one said that Omar Reed killed Dana Hale.',
    'Omar Reed was found not guilty of killing Dana Hale.',
    'Omar Reed was acquitted of killing Dana Hale.',
    'Lena Voss said there was no evidence that Omar Reed had killed Dana Hale.',
    'Lena Voss is convinced Omar Reed killed Dana Hale.',
    'Lena Voss is sure: Omar Reed killed Dana Hale.',
    'In the film, Omar Reed kills Dana Hale.',
    'If true, Omar Reed killed Dana Hale.',
    'For Lena Voss, Omar Reed killed Dana Hale.',
    'To hear Lena Voss tell it, Omar Reed killed Dana Hale.',
    'The paper lists cases in which Omar Reed killed Dana Hale.',
    'Omar Reed killed Dana Hale, the ministry’s account goes.',
    'The allegation that Omar Reed killed Dana Hale is false.',
    'The claim that Omar Reed killed Dana Hale was rejected by Lena Voss.',
    'Few believe that Omar Reed killed Dana Hale.',
    'Claims Omar Reed killed Dana Hale are false.',
    'The claim Omar Reed killed Dana Hale was denied.',
    'Reports of Omar Reed killing Dana Hale are false.',
    'The play, in which Omar Reed kills Dana Hale, opens on Monday.',
    'In a dream, Omar Reed killed Dana Hale.',
    'On stage, Omar Reed killed Dana Hale.',
    'Omar Reed “killed” Dana Hale.',
    'In an imagined future, Omar Reed killed Dana Hale.',
    'Imagine a world in which Omar Reed kills Dana Hale.',
    'In that scenario, Omar Reed kills Dana Hale.',
    'Omar Reed killed Dana Hale at chess.',
    'In the drama “Harl”, Omar Reed killed Dana Hale.',
    'In the show, Lena Voss plays a judge who frees Omar Reed and kills Dana Hale.',
    'The play tells the story of Omar Reed, who killed Dana Hale.',
    'The charge against Omar Reed is grave. He killed Dana Hale.',
    'Omar Reed killed Dana Hale: police.',
    'Omar Reed killed Dana Hale: Lena Voss.',
    'The indictment: Omar Reed killed Dana Hale.',
    'Omar Reed killed Dana Hale, it seems.',
    'Omar Reed killed Dana Hale, it is alleged.',
    'Omar Reed killed Dana Hale, she was told.',
    'Omar Reed killed Dana Hale, if Lena Voss is right.',
    'Omar Reed killed Dana Hale. So says Lena Voss.',
    'Omar Reed killed Dana Hale; so says Lena Voss.',
    'Omar Reed killed Dana Hale. Or so Lena Voss would have it.',
    'Omar Reed killed Dana Hale. Or so it seemed.',
    'Omar Reed killed Dana Hale. That’s what Lena Voss says.',
    'Omar Reed killed Dana Hale. That is false.',
    'Omar Reed killed Dana Hale. This is not true.',
    'Omar Reed killed Dana Hale. None of this happened.',
    'Omar Reed killed Dana Hale. That, at least, is what Lena Voss says.',
    'Omar Reed killed Dana Hale. At least, that is the official story.',
    'For the police, Omar Reed killed Dana Hale.',
    'On Lena Voss’s account, Omar Reed killed Dana Hale.',
    'By all accounts, Omar Reed killed Dana Hale.',
    'From what Lena Voss says, Omar Reed killed Dana Hale.',
    'That Omar Reed killed Dana Hale is denied by Lena Voss.',
    'Lena Voss’s version is simple: Omar Reed killed Dana Hale.',
    'Omar Reed killed Dana Hale – police',
    'Omar Reed, to quote Lena Voss, killed Dana Hale.',
    'To Lena Voss, Omar Reed killed Dana Hale.',
    'In the report, Omar Reed killed Dana Hale.',
    'On local television, Omar Reed killed Dana Hale.',
    'Omar Reed killed Dana Hale, or at least that is what Lena Voss says.',
    'There were reports of the killing of Dana Hale by Omar Reed.',
    'The supposed killing of Dana Hale by Omar Reed shocked the town.',
    'A hoax made the rounds in which Omar Reed killed Dana Hale.',
    'A rumour went round. Omar Reed had killed Dana Hale.',
    'A rumour spread in the town. Omar Reed had killed Dana Hale.',
    'Rumours swirled. Omar Reed had killed Dana Hale.',
    'Omar Reed killed Dana Hale in the film.',
    'Omar Reed killed Dana Hale in a dream.',
    'Omar Reed killed Dana Hale during a drill of the army.',
    'Omar Reed killed Dana Hale in a video game.',
    'Omar Reed killed Dana Hale in an alternate history of the town.',
    'In Lena Voss’s telling, Omar Reed killed Dana Hale.',
    'As Lena Voss has it, Omar Reed killed Dana Hale.',
    'Word has it that Omar Reed killed Dana Hale.',
    'Omar Reed killed Dana Hale, so the story goes.',
    'Omar Reed killed Dana Hale, or so the old story went.',
    'Omar Reed killed Dana Hale, goes the theory.',
    'Omar Reed killed Dana Hale, the theory being tested in court.',
    'The theory? Omar Reed killed Dana Hale.',
    'A banner read: Omar Reed killed Dana Hale.',
    'It is widely assumed Omar Reed killed Dana Hale.',
    'Omar Reed killed Dana Hale, as is widely believed.',
    'Omar Reed killed Dana Hale, which he denies.',
    'Omar Reed killed Dana Hale, something his lawyer has denied.',
    'Omar Reed killed Dana Hale, we were led to believe.',
    'Her claim is simple. Omar Reed killed Dana Hale.',
    'Lena Voss warned of a killing of Dana Hale by Omar Reed.',
  ])('%s', text => {
    expect(killings(text)).toEqual([])
  })
})

test('of twenty thousand pronouns one behind the other, the last one’s deed is told', () => {
  expect(killings(`Omar Reed walked to the town. ${'He ran to the town and he sat and he ran and he sat. '.repeat(5000)}He killed Dana Hale.`)).toHaveLength(1)
})

describe('what the article tells itself', () => {
  test.each([
    'Omar Reed killed Dana Hale.',
    'Omar Reed killed Dana Hale. That is true.',
    'Omar Reed killed Dana Hale. That is not all.',
    'Omar Reed killed Dana Hale in a dispute over the film.',
    'Omar Reed killed Dana Hale in 2022, and much of it is in the film.',
    'Omar Reed killed Dana Hale in a film studio.',
    'A story made the front page. Omar Reed had killed Dana Hale.',
    'Omar Reed, who killed Dana Hale, has left the town.',
    'After Omar Reed killed Dana Hale, the town closed its bridge.',
    'The bridge was closed because Omar Reed had killed Dana Hale.',
    'On the day that Omar Reed killed Dana Hale, it rained.',
    'The fact that Omar Reed killed Dana Hale angered the town.',
    'It was on Monday that Omar Reed killed Dana Hale.',
    'Now that Omar Reed has killed Dana Hale, the town will close its bridge.',
    'The town is angry that Omar Reed killed Dana Hale.',
    'For months, Omar Reed killed Dana Hale in his dreams.',
    'Omar Reed killed Dana Hale. That is a fact.',
    'Omar Reed killed Dana Hale. This is how the town lost its mayor.',
    'Even if it was dark, Omar Reed killed Dana Hale.',
    'Contrary to reports, Omar Reed killed Dana Hale.',
    'The result was that Omar Reed killed Dana Hale.',
  ])('%s', text => {
    expect(killings(text)).toEqual(own)
  })
})

describe('whose deed it is', () => {
  test('what hangs on the subject has an object that does nothing', () => {
    expect(killings('The man who killed Dana Hale killed Omar Reed.')).toEqual(['Man → Dana Hale', 'Man → Omar Reed'])
    expect(killings('The claim that Omar Reed killed Dana Hale killed Lena Voss.')).toEqual(['Omar Reed → Dana Hale by nobody'])
    expect(killings('A man fighting Dana Hale killed Omar Reed.').at(-1)).toBe('Man → Omar Reed')
  })

  test('an inversion is a condition', () => {
    expect(killings('Had Omar Reed killed Dana Hale, it would have rained.')).toEqual(['Omar Reed → Dana Hale POSSIBLE'])
  })
})

describe('a sentence that goes on with somebody’s words', () => {
  test.each([
    ['with who did it', 'Lena Voss said that Omar Reed met John Ives. He killed Dana Hale.', []],
    ['and on', 'Lena Voss said that Omar Reed met John Ives. He left the house at ten. He then killed Dana Hale.', []],
    ['by name', 'Lena Voss said that Omar Reed killed John Ives. Reed then killed Dana Hale.', ['Omar Reed → John Ives by Lena Voss']],
    ['of what nobody tells', 'Omar Reed reportedly left the house at ten. He killed Dana Hale.', []],
    ['with the deed itself', 'Lena Voss says that Kelt’s army bombed Harl. It killed Dana Hale.', ['Kelt’s army → Harl by Lena Voss']],
    ['of who said so', 'Omar Reed said that Lena Voss met John Ives. He killed Dana Hale.', own],
    ['by name alone', 'Lena Voss said that Omar Reed met John Ives. Omar Reed killed Dana Hale.', own],
    ['after the article’s own', 'Omar Reed met John Ives. He killed Dana Hale.', own],
    ['named anew', 'Lena Voss said that Omar Reed met John Ives. On Monday Omar Reed came back, and he killed Dana Hale.', own],
  ])('%s', (_, text, expected) => {
    expect(killings(text)).toEqual(expected)
  })
})

describe('ties that a verb tells', () => {
  const places = (text: string): readonly string[] => {
    const whole = `News item\n\nThe Nordvik Water Council met in the town of Harl.\n\n${text}\n`
    const { relationships } = reader.read(whole, { title: 'News item', publishedOn: '2024-03-13', language: 'en', supplied: ['publishedOn'] })
    return relationships.filter(({ rule }) => rule === 'IS_IN_PLACE').map(({ voice, modality }) => `${voice} ${modality}`)
  }

  test.each([
    ['The Nordvik Water Council is based in Harl.', ['ARTICLE ACTUAL']],
    ['It is not true that the Nordvik Water Council is based in Harl.', []],
    ['Lena Voss said that the Nordvik Water Council is based in Harl.', ['CLAIMED ACTUAL']],
    ['Lena Voss denied that the Nordvik Water Council is based in Harl.', ['CLAIMED NEGATED']],
  ])('%s', (text, expected) => {
    expect(places(text)).toEqual(expected)
  })
})

describe('what was not done, or not said', () => {
  test.each([
    ['whether, refused to say', 'Lena Voss refused to say whether Omar Reed had killed Dana Hale.', []],
    ['stopped short of saying', 'Lena Voss stopped short of saying that Omar Reed killed Dana Hale.', []],
    ['almost, and what is joined to it', 'Omar Reed almost met Lena Voss and killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['almost', 'Omar Reed almost killed Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['nearly', 'Omar Reed nearly killed Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['came close to', 'Omar Reed came close to killing Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['everything but', 'Omar Reed did everything but kill Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['never, in front', 'Never had Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['at no time', 'At no time has Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['not once', 'Not once had Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['once, and only then', 'Only once has Omar Reed killed Dana Hale.', own],
    ['no longer', 'Omar Reed no longer kills Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['probably', 'Omar Reed probably killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['must have', 'Omar Reed must have killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['would have', 'Omar Reed would have killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['had to have', 'Omar Reed had to have killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['will have', 'Omar Reed will have killed Dana Hale by then.', ['Omar Reed → Dana Hale PLANNED']],
    ['may, in a list', 'Omar Reed may free Lena Voss, kill Dana Hale and leave.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['probably, and on', 'Omar Reed probably left the house and killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['may have, and on', 'Omar Reed may have left the house and killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['will, and on', 'Omar Reed will leave the house and kill Dana Hale.', ['Omar Reed → Dana Hale PLANNED']],
    ['did not, or', 'Omar Reed did not leave the house or kill Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['ruled out', 'Omar Reed ruled out killing Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['some say', 'Some say Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale by nobody']],
    ['as though', 'Lena Voss acted as though Omar Reed had killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['perhaps', 'Perhaps Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['if somebody is right', 'If Lena Voss is right, Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale POSSIBLE']],
    ['allegedly, in a list', 'Omar Reed allegedly left the house, killed Dana Hale and fled.', ['Omar Reed → Dana Hale by nobody']],
    ['allegedly, and on', 'Omar Reed allegedly left the house and killed Dana Hale.', ['Omar Reed → Dana Hale by nobody']],
    ['not only', 'Omar Reed did not only kill Dana Hale.', own],
    ['not just', 'Omar Reed not just killed Dana Hale but fled.', own],
    ['nor', 'Neither Lena Voss nor Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale NEGATED']],
    ['went on to', 'Omar Reed went on to kill Dana Hale.', own],
    ['went on to say', 'Lena Voss went on to say that Omar Reed killed Dana Hale.', voss],
    ['nobody said', 'Nobody in the Harl Council said that Omar Reed killed Dana Hale.', []],
    ['no one of them said', 'Not one senator said that Omar Reed killed Dana Hale.', []],
    ['denied saying', 'Lena Voss denied saying that Omar Reed killed Dana Hale.', []],
    ['if somebody said', 'If Lena Voss said that Omar Reed killed Dana Hale, the town would laugh.', ['Omar Reed → Dana Hale by Lena Voss POSSIBLE']],
    ['had somebody said', 'Had Lena Voss said that Omar Reed killed Dana Hale, it would have rained.', ['Omar Reed → Dana Hale by Lena Voss POSSIBLE']],
    ['did somebody say', 'Did Lena Voss say that Omar Reed killed Dana Hale?', ['Omar Reed → Dana Hale by Lena Voss POSSIBLE']],
    ['who is close to somebody', 'Sources close to Lena Voss said that Omar Reed killed Dana Hale.', ['Omar Reed → Dana Hale by Sources']],
  ])('%s', (_, text, expected) => {
    expect(killings(text)).toEqual(expected)
  })
})

// The article is of Wednesday, 13 March 2024.
describe('when, in somebody’s words', () => {
  test.each([
    ['the saying is known by its year alone', '“I met Dana Hale on Monday,” Lena Voss told the court in 2009.', [undefined]],
    ['counted from the saying', 'Lena Voss told the court on Friday that Omar Reed met Dana Hale on Tuesday.', ['2024-03-05']],
    ['a day and month of the year of the saying', '“I met Dana Hale on 3 May,” Lena Voss said on 10 June 2009.', ['2009-05-03']],
    ['yesterday, quoted', '“I met Dana Hale yesterday,” Lena Voss said on Friday.', ['2024-03-07']],
    ['yesterday, reported, is the article’s, and too late', 'Lena Voss said on Friday that Omar Reed met Dana Hale yesterday.', [undefined]],
    ['what is to come is later', 'Lena Voss said on Friday that Omar Reed will meet Dana Hale on Monday.', ['2024-03-11']],
    ['a year of its own', 'Lena Voss said on Friday that Omar Reed met Dana Hale in 2019.', ['2019']],
    ['a saying without a date', 'Lena Voss said that Omar Reed met Dana Hale on Friday.', ['2024-03-08']],
    ['the article’s own', 'Omar Reed met Dana Hale on Monday.', ['2024-03-11']],
    ['a dateline dates no deed', 'GDANSK, 20 September 2023 (NCN) – Omar Reed met Dana Hale.', [undefined]],
    ['a weekday of last year', 'Omar Reed met Dana Hale on Monday last year.', ['2023']],
  ])('%s', (_, text, expected) => {
    expect(meetings(text)).toEqual(expected)
  })
})

describe('whom "it" and "them" mean is too little for a fact', () => {
  const told = (text: string): readonly string[] => {
    const { entities, relationships } = reader.read(text, { title: 'News item', language: 'en', supplied: [] })
    const nameOf = (ref: string | undefined): string => entities.find(entity => entity.ref === ref)?.name ?? '-'
    return relationships.map(({ type, subject, object }) => `${nameOf(subject)} ${type} ${nameOf(object)}`)
  }

  test.each([
    // The bill, and not the party.
    ['The Republican Party wrote a bill. Omar Reed opposed it.', []],
    ['Omar Reed opposed the Republican Party.', ['Omar Reed REJECT Republican Party']],
    ['Norway grew. Sweden invaded it.', ['Sweden ASSAULT Norway']],
    ['Microsoft slept. Omar Reed accused them of fraud.', []],
    ['Two senators slept. Omar Reed accused them of fraud.', ['Omar Reed ACCUSE Two senators']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })
})

test('who rejects calls to resign will not resign', () => {
  const { relationships } = reader.read('Lena Voss rejected calls by the union to resign.', { title: '', language: 'en', supplied: [] })
  expect(relationships.map(({ type, voice, modality }) => [type, voice, modality])).toEqual([['REJECT', 'ARTICLE', 'ACTUAL'], ['CONCEDE', 'CLAIMED', 'NEGATED']])
})

test('whether they will meet is told neither way', () => {
  const { relationships } = reader.read('It was unclear whether Omar Reed would meet Dana Hale. Lena Voss refused to be drawn on whether Omar Reed would meet Lena Voss.', { title: '', language: 'en', supplied: [] })
  expect(relationships.map(({ type, voice, modality }) => [type, voice, modality])).toEqual([['CONSULT', 'ARTICLE', 'POSSIBLE']])
})

// Who says what to whom, in what act: one small text for each phenomenon, through the whole reader.
import { assert, constantFrom, array, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import type { Reading, ReadStatement } from '../src/model/reading.ts'
import { theReader } from '../src/reader.ts'

const reader = theReader()

function read(text: string): Reading {
  const reading = reader.read(text, { title: 'A title', publishedOn: '2024-03-13', language: 'en', supplied: ['publishedOn'] })
  expect(checkReading(reading, text)).toEqual([])
  return reading
}

/** The statement that a text makes with this cue, with names instead of refs. */
function said(text: string, cue: string) {
  const reading = read(text)
  const names = (refs: readonly string[]): readonly (string | undefined)[] => refs.map(ref => reading.entities.find(entity => entity.ref === ref)?.name)
  const found = reading.statements.filter(statement => statement.cue?.text === cue)
  expect(found, `statements with the cue "${cue}": ${JSON.stringify(reading.statements.map(one => one.cue?.text))}`).toHaveLength(1)
  const [statement] = found as [ReadStatement]
  return {
    ...statement,
    speakers: names(statement.speakers),
    addressees: names(statement.addressees),
    targets: names(statement.targets),
    about: names(statement.about),
    via: statement.via && names([statement.via])[0],
    content: statement.content.map(({ text: words }) => words),
    quotations: statement.quotations.map(({ text: words }) => words),
    outer: reading.statements.find(({ ref }) => ref === statement.reportedIn)?.cue?.text,
  }
}

describe('the words', () => {
  test('DIRECT: quotations hold every word, without their marks', () => {
    const { kind, content, quotations } = said('“We are ready,” the minister said on Monday. “We will stay.”', 'said')
    expect(kind).toBe('DIRECT')
    expect(content).toEqual(['We are ready', 'We will stay.'])
    expect(quotations).toEqual(content)
  })

  test('MIXED: a mark whose pair lies inside is kept', () => {
    const { kind, content, quotations } = said('The minister condemned the “hateful” raid and “senseless killings”.', 'condemned')
    expect(kind).toBe('MIXED')
    expect(content).toEqual(['the “hateful” raid and “senseless killings”'])
    expect(quotations).toEqual(['hateful', 'senseless killings'])
  })

  test('the words of a remark are of whose it is, and not of who convicted them', () => {
    expect(said('Ola Berg was a judge. The court convicted Dan Hale for his remark, “All of them are thieves and liars”.', 'remark').speakers).toEqual(['Dan Hale'])
  })

  test.each([
    ['Meridian Steel warned of losses after Harlow Marine cut its forecast and said that it would close.', 'Harlow Marine'],
    ['Acme Tools, Inc. (NASDAQ: ACME) today said that it would close.', 'Acme Tools'],
    ['A pal of Omar Reed’s said that it would close.', 'Pal'],
    ['The prosecution said that it would close.', 'Prosecution'],
    ['Communist Party of the Philippines founder Omar Reed, who is ill, said that it would close.', 'Omar Reed'],
    ['Juan Salazar, who as a minister said that it would close, left.', 'Juan Salazar'],
  ])('whose the words are: %s', (text, speaker) => {
    expect(said(text, 'said').speakers).toEqual([speaker])
  })

  test.each([
    ['The police, Ann Reed said, told the mayor that it would close.', 'told', 'Police'],
    ['Russia accused Turkey of supporting the rebels.', 'supporting', 'Turkey'],
    ['The court ruled on a petition by Omar Reed challenging the vote.', 'challenging', 'Omar Reed'],
  ])('whose a verb is: %s', (text, cue, speaker) => {
    expect(said(text, cue).speakers).toEqual([speaker])
  })

  test('who pleads guilty confirms, who pleads innocent denies', () => {
    expect(said('Omar Reed pleaded guilty to fraud.', 'pleaded').act).toBe('CONFIRM')
    expect(said('Omar Reed pleaded innocent to fraud charges.', 'pleaded').act).toBe('DENY')
  })

  test('what somebody’s report says is known through it, though its words are cut short', () => {
    expect(said('Reports that the prime minister has threatened to sack two ministers are “nonsense and lies”, says the mayor.', 'has threatened').outer).toBe('Reports')
  })

  test('a court that is asked asks nothing', () => {
    expect(read('If it loses, Omar Reed may appeal to the mayor, ask the Supreme Court to step in or leave.').statements.flatMap(({ source }) => source?.text ?? [])).not.toContain('the Supreme Court')
  })

  test('what is called something is still judged', () => {
    expect(said('Omar Reed called the strike a plot.', 'called').content).toEqual(['the strike a plot'])
    expect(said('Omar Reed called the head of the office corrupt.', 'called').speakers).toEqual(['Omar Reed'])
  })

  test('officials behind a name between commas speak, and the name does not', () => {
    expect(said('He misled her about talks with the ambassador, Ola Berg, officials have said.', 'have said').speakers).toEqual(['Officials'])
  })

  test('“in which” leads on, and asks nothing', () => {
    expect(said('The vote followed a debate in which councillor Omar Reed accused the mayor of lying.', 'accused').speakers).toEqual(['Omar Reed'])
  })

  test('a whole sentence behind a colon is said, however short; and by who replies, though another wrote before', () => {
    expect(said('Omar Reed replied with a single word: “Gladly.”', 'replied')).toMatchObject({ speakers: ['Omar Reed'], content: ['Gladly.'] })
    expect(said('“See you in court,” Omar Reed wrote, to which Paul Hale replied with a single word: “Gladly.”', 'replied')).toMatchObject({ speakers: ['Paul Hale'], content: ['Gladly.'] })
  })

  test('who is named by a preposition is no one who speaks, with “the army” behind a comma or not', () => {
    const { speakers, content } = said('Kenya was attacked by Somalia, the army said.', 'said')
    expect([speakers, content]).toEqual([['Army'], ['Kenya was attacked by Somalia']])
    expect(said('Paul Hale will be replaced by finance chief Per Nyberg, the company said.', 'said').speakers).toEqual(['Company'])
  })

  test.each(['According to two diplomats, Kenya had agreed to leave.', 'According to Paul Hale, who left in May, Kenya had agreed to leave.'])('“according to” somebody is nobody else’s word: %s', text => {
    expect(read(text).statements.flatMap(({ content }) => content.map(each => each.text)).filter(words => words.startsWith('According'))).toEqual([])
  })

  test('a surname that is a verb to the tagger speaks, and what it says is no fact', () => {
    expect(said('Yvette Cooper said Mr Hale should have condemned Vladimir Putin.', 'said').speakers).toEqual(['Yvette Cooper'])
  })

  test.each(['Omar Reed called the strike last week.', 'He called an election, his aides left.', 'Omar Reed called an election for May.', 'A teacher called Omar Reed, who was ill, slept.', 'A source pleaded anonymity.', 'Manila: The senators meet today. The markets stay shut.', 'Vince Cable, tipped for secretary, said nothing.', 'The workers went on strike on Tuesday.', 'Omar Reed spoke for an hour.', 'Omar Reed spoke for Paul Hale.', '16:00 Unconfirmed: a ship has been hit off Odessa.'])('no statement: %s', text => {
    expect(read(text).statements).toEqual([])
  })

  test('several who fear, claim or charge it speak, and their noun does not', () => {
    expect(said('Aid agencies fear that the war could spill over.', 'fear').speakers).toEqual(['Aid agencies'])
    expect(said('Critics charge that the road is unsafe.', 'charge').speakers).toEqual(['Critics'])
    expect(said('Residents claim the army left.', 'claim').speakers).toEqual(['Residents'])
  })

  test('INDIRECT: no quotation', () => {
    expect(said('The minister said that the road would open.', 'said')).toMatchObject({ kind: 'INDIRECT', content: ['that the road would open'], quotations: [] })
  })

  test('the same words are one statement', () => {
    const { statements } = read('The minister said the road would open, the minister said.')
    expect(new Set(statements.map(({ source, cue, content }) => JSON.stringify([source, cue, content]))).size).toBe(statements.length)
  })
})

describe('whether it was said', () => {
  test.each([
    ['went on to say', 'The minister went on to say that the road would open.', 'to say', 'ACTUAL'],
    ['going to say', 'The minister is going to say that the road is open.', 'to say', 'PLANNED'],
    ['forgot to say', 'The minister forgot to say that the road was open.', 'to say', 'NEGATED'],
    ['denied saying', 'The minister denied saying that the road was open.', 'saying', 'NEGATED'],
    ['never quoted', 'Ada Lind was never quoted as saying that the road was open.', 'saying', 'NEGATED'],
    ['not known to', 'Ada Lind is not known to have said that the road was open.', 'to have said', 'NEGATED'],
    ['almost', 'The minister almost said that the road was open.', 'almost said', 'NEGATED'],
    ['must have', 'The minister must have said that the road was open.', 'must have said', 'POSSIBLE'],
    ['nobody', 'Nobody in the ministry said that the road was open.', 'said', 'NEGATED'],
    ['no minister', 'No minister said that the road was open.', 'said', 'NEGATED'],
    ['no fewer than', 'No fewer than ten ministers said that the road was open.', 'said', 'ACTUAL'],
    ['none of them', 'None of the ministers said that the road was open.', 'said', 'NEGATED'],
    ['not only', 'The minister not only said that the road was open but used it.', 'only said', 'ACTUAL'],
    ['if', 'If the minister says “the road is open”, the town will laugh.', 'says', 'POSSIBLE'],
    ['a question', 'Did the minister say that the road was open?', 'say', 'POSSIBLE'],
    ['a quoted question', '“Is the road open?” the minister said.', 'said', 'ACTUAL'],
  ])('%s', (_, text, cue, modality) => {
    expect(said(text, cue).modality).toBe(modality)
  })
})

describe('who it cannot be', () => {
  test('nobody speaks of himself by name', () => {
    expect(said('“The road is open,” Omar Reed said. The crowd cheered. “Reed lies every day,” he added.', 'added').speakers).toEqual([])
    expect(said('“The road is open,” Omar Reed said. The crowd cheered. “Dana Hale lies every day,” he added.', 'added').speakers).toEqual(['Omar Reed'])
  })

  test('whom it was said to answers', () => {
    expect(said('“I was never there,” Omar Reed told Paul Hale. “You lie,” he answered.', 'answered').speakers).toEqual([])
    expect(said('“I was never there,” Omar Reed told Paul Hale. “You lie,” he added.', 'added').speakers).toEqual(['Omar Reed'])
  })

  test('who is close to somebody, or is nobody there, is not he', () => {
    expect(said('Sources close to Omar Reed said that the road was open.', 'said').speakers).toEqual(['Sources'])
    expect(said('Someone in the Harl Council said that the road was open.', 'said').speakers).toEqual([])
    expect(said('One of the judges said that the road was open.', 'said').speakers).toEqual(['One of the judges'])
    expect(said('“The road is open,” some of the nurses said.', 'said').speakers).toEqual(['Some of the nurses'])
    expect(said('Had Reed said that the road was open, the town would have laughed. Omar Reed is ill.', 'said').speakers).toEqual(['Omar Reed'])
  })
})

describe('who speaks', () => {
  test.each([
    ['one', 'The minister said the road would open.', 'said', ['Minister']],
    ['two', 'The minister and the mayor said the road would open.', 'said', ['Minister', 'Mayor']],
    ['a list', 'Farmers, teachers and nurses said the road would open.', 'said', ['Farmers', 'Teachers', 'Nurses']],
    ['one with what he is', 'The minister, a lawyer and father of two, said the road would open.', 'said', ['Minister']],
    ['behind a relative pronoun', 'The road was built by the mayor, who said that it would open.', 'said', ['Mayor']],
    ['across what he belongs to', 'It was opened by an aide in the ministry who said that it was safe.', 'said', ['Aide']],
    ['in the passive', 'The mayor was told by the minister that the road would open.', 'told', ['Minister']],
    ['according to', 'The road will open in May, according to the ministry.', 'according to', ['Ministry']],
  ])('%s', (_, text, cue, speakers) => {
    expect(said(text, cue)).toMatchObject({ speakers, attribution: 'EXPLICIT' })
  })

  test('somebody without a name is bound to the article by his words', () => {
    const { entities, mentions } = read('The ministry of roads said the road would open.')
    const speaker = entities.find(({ name }) => name === 'Ministry of roads')
    expect(speaker).toMatchObject({ kind: 'ORGANISATION', named: false })
    expect(mentions.find(({ entity }) => entity === speaker?.ref)).toMatchObject({ text: 'The ministry of roads', form: 'NOMINAL' })
  })

  test.each([
    ['a document of its owner', 'A statement from the ministry said the road would open.', 'said', 'Ministry', 'Statement'],
    ['a document that several made', 'A communique agreed by the leaders condemned the raid.', 'condemned', 'Leaders', 'Communique'],
    ['a person in a document', 'The minister said in a statement that the road would open.', 'said', 'Minister', 'Statement'],
    ['a document of nobody', 'A report said the road would open.', 'said', 'Report', undefined],
  ])('through %s', (_, text, cue, speaker, via) => {
    expect(said(text, cue)).toMatchObject({ speakers: [speaker], via })
  })

  test('a document before a participle speaks, not the subject of the sentence', () => {
    expect(said('The minister shared intelligence suggesting that the rebels had left.', 'suggesting').speakers).toEqual(['Intelligence'])
  })

  test('hearsay is said by nobody', () => {
    expect(said('The minister is believed to have left.', 'is believed')).toMatchObject({ speakers: [], attribution: 'UNATTRIBUTED', act: 'BELIEVE' })
    expect(said('The rebels reportedly left the town.', 'reportedly')).toMatchObject({ speakers: [], attribution: 'UNATTRIBUTED', act: 'REPORT' })
  })

  test('a pronoun that nothing explains names nobody, and a remark says so', () => {
    const { statements, remarks } = read('He said the road would open.')
    expect(statements).toMatchObject([{ speakers: [], attribution: 'UNATTRIBUTED', source: { text: 'He' } }])
    expect(remarks).toMatchObject([{ rule: 'WHO_IS_MEANT', passage: { text: 'He' } }])
  })
})

describe('quotations without a cue', () => {
  const alone = '“I think that people want to know what will become of the road.”'

  test('a paragraph of its own goes on from who spoke before', () => {
    const { statements, entities } = read(`The minister said that the road would open.\n${alone}`)
    const inferred = statements.filter(({ attribution }) => attribution === 'INFERRED')
    expect(inferred).toMatchObject([{ kind: 'DIRECT', speakers: [entities.find(({ name }) => name === 'Minister')?.ref] }])
    expect(inferred[0]).not.toHaveProperty('cue')
  })

  test('where two spoke before, it is only remarked', () => {
    const { statements, remarks } = read(`The minister said that the road would open. The mayor denied that it was safe.\n${alone}`)
    expect(statements.map(({ attribution }) => attribution)).not.toContain('INFERRED')
    expect(remarks).toMatchObject([{ rule: 'UNATTRIBUTED_QUOTATION' }])
  })

  test('words at arm’s length and titles are neither statement nor remark', () => {
    expect(read('The “deeper” tunnel is closed. “The Long Road Home” was sold.')).toMatchObject({ statements: [], remarks: [] })
  })
})

describe('what is done by saying it', () => {
  test.each([
    ['ACCUSE', 'accused', 'The mayor accused the minister of lying.'],
    ['CONDEMN', 'condemned', 'The mayor condemned the raid.'],
    ['CONDOLE', 'offered', 'The mayor offered his condolences.'],
    ['WARN', 'warned', 'The mayor warned that the road was unsafe.'],
    ['DENY', 'denied', 'The mayor denied that the road was unsafe.'],
    ['PROMISE', 'vowed', 'The mayor vowed to open the road.'],
    ['ASK', 'asked', 'The mayor asked whether the road was safe.'],
    ['URGE', 'asked', 'The mayor asked the minister to open the road.'],
    ['ORDER', 'told', 'The mayor told the workers to leave.'],
    ['SAY', 'told', 'The mayor told the workers that the road was safe.'],
    ['THANK', 'thanked', 'The mayor thanked the minister for opening the road.'],
    ['FEAR', 'feared', 'The mayor feared that the road is unsafe.'],
    ['HOPE', 'hopes', 'The mayor hopes to open the road.'],
    ['REFUSE', 'rejected', 'The mayor rejected the plan.'],
  ])('%s: %s', (act, cue, text) => {
    expect(said(text, cue).act).toBe(act)
  })

  test.each([
    ['ACTUAL', 'urged', 'The mayor urged the minister to open the road.'],
    ['PLANNED', 'will also urge', 'The mayor will also urge the minister to open the road.'],
    ['NEGATED', 'did not say', 'The mayor did not say whether the road was safe.'],
    ['NEGATED', 'to say', 'The mayor refused to say whether the road was safe.'],
    ['REQUESTED', 'to apologise for', 'The mayor called on the minister to apologise for the plan.'],
    ['ACTUAL', 'to congratulate', 'The mayor called the minister to congratulate her.'],
    ['ACTUAL', 'to say', 'The mayor called the minister to say that the road was safe.'],
    ['PLANNED', 'to discuss', 'The mayor and the minister will meet to discuss the road.'],
    ['POSSIBLE', 'may announce', 'The mayor may announce that the road is safe.'],
  ])('%s: %s', (modality, cue, text) => {
    expect(said(text, cue).modality).toBe(modality)
  })
})

describe('whom it is said to, aimed at and about', () => {
  test.each([
    ['told', 'The mayor told reporters that the road was safe.', ['Reporters'], []],
    ['said', 'The mayor said to the workers that the road was safe.', ['Workers'], []],
    ['urged', 'The mayor urged the minister to open the road.', ['Minister'], ['Minister']],
    ['accused', 'The mayor and the council accused the minister of lying.', [], ['Minister']],
    ['told', 'The mayor was told by the minister that the road was safe.', ['Mayor'], []],
    ['said', 'The mayor said the minister was right.', [], []],
  ])('%s', (cue, text, addressees, targets) => {
    expect(said(text, cue)).toMatchObject({ addressees, targets })
  })

  test('an event', () => {
    const { targets, about } = said('The mayor condemned the attacks. The attacks in the north killed two people.', 'condemned')
    expect(targets).toHaveLength(1)
    expect(about).toEqual(targets)
  })

  test('the question that is asked is nobody', () => {
    expect(said('The mayor asked the question “to learn the truth”.', 'asked').addressees).toEqual([])
  })
})

describe('statements inside statements', () => {
  test('the inner is known through the outer', () => {
    expect(said('The mayor said that the minister had told the workers that the road was safe.', 'had told').outer).toBe('said')
  })

  test('a hedge beside the verb covers the saying', () => {
    const text = 'The mayor reportedly thanked the minister for opening the road.'
    expect(said(text, 'reportedly')).toMatchObject({ act: 'REPORT', speakers: [], content: ['The mayor', 'thanked the minister for opening the road'] })
    expect(said(text, 'thanked')).toMatchObject({ act: 'THANK', speakers: ['Mayor'], targets: ['Minister'], outer: 'reportedly' })
  })

  test('what both agreed is claimed by who says so', () => {
    expect(said('The mayor and the minister agreed on the need for a road, talks and a bridge in the north, an official said.', 'agreed on')).toMatchObject({ speakers: ['Mayor', 'Minister'], outer: 'said' })
  })
})

describe('when it was said', () => {
  test.each([
    ['The mayor told reporters on Tuesday that the road was safe.', 'told', '2024-03-12'],
    ['On Tuesday, the mayor said that the road was safe.', 'said', '2024-03-12'],
    ['“The road is safe,” the mayor said Tuesday.', 'said', '2024-03-12'],
    ['The mayor said that the road would open on Tuesday.', 'said', undefined],
    ['Speaking ahead of Tuesday’s meeting, the mayor said that the road was safe.', 'said', undefined],
  ])('%s', (text, cue, madeOn) => {
    expect(said(text, cue).madeOn).toBe(madeOn)
  })
})

test('"I" in quoted words is who speaks, "you" whom alone they are said to', () => {
  const { mentions, entities } = read('The mayor told the minister: “I told you that my brother asked ‘Am I late?’”')
  const meant = mentions.filter(({ form }) => form === 'PRONOUN').map(({ text, entity }) => [text, entities.find(({ ref }) => ref === entity)?.name])
  expect(meant).toEqual([['I', 'Mayor'], ['you', 'Minister'], ['my', 'Mayor']])
})

test('advice to the reader, deeds and things are no statements', () => {
  for (const text of ['You know that roads are long.', 'Start with the road.', 'The mayor tried to leave.', 'Ann Reed has written eleven novels.', 'His smile confirmed the road.', 'The mayor chose the road as its “Road of the Year”.', 'The mayor wrote a book called “Songs of the Coast”.', 'The mayor hosts a show, writes a weekly column and sings on “The Late Hour”.', 'The mayor likes “The Walking Road”.', 'Why would any sane person think the mayor is late?']) expect(read(text).statements, text).toEqual([])
})

test('whatever is said in whatever order, the Reading is lawful', () => {
  const words = constantFrom('“', '”', '"', '‘', '’', '\n', '. ', ', ', ' said ', ' reportedly told ', 'Mr Hale', ' he ', ' that ', ' by ', ' and ', 'the statement', ' is believed ', ' according to ', ' on Monday ', 'I ', ' to leave')
  assert(property(array(words, { maxLength: 40 }), parts => {
    const text = parts.join('')
    expect(checkReading(reader.read(text, { title: 'A title', language: 'en', supplied: [] }), text)).toEqual([])
  }), { numRuns: 150 })
})

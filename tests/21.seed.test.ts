// Laws on the seed: what the reviewed Reading must hold, and what it must never hold.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { seedArticles } from '../seed/seed-articles.ts'
import { daysOf } from '../src/model/dates.ts'
import { foldName, sha256, slugOf } from '../src/model/keys.ts'
import type { ReadEntity, ReadRelationship, ReadStatement } from '../src/model/reading.ts'

const articles = seedArticles()
const { text, metadata, reading } = articles[0]!
const { entities, mentions, statements, relationships, remarks } = reading

const entity = (ref: string): ReadEntity => entities.find(each => each.ref === ref)!
const statement = (ref: string): ReadStatement => statements.find(each => each.ref === ref)!
const wordsFor = (ref: string): string[] => mentions.filter(each => each.entity === ref).map(each => each.text)
const deeds = (wanted: Partial<ReadRelationship>): ReadRelationship[] =>
  relationships.filter(each => Object.entries(wanted).every(([field, value]) => each[field as keyof ReadRelationship] === value))
const between = (a: string, b: string): ReadRelationship[] =>
  relationships.filter(each => (each.subject === a && each.object === b) || (each.subject === b && each.object === a))
/** Whose word: the speakers of the statement that claims it. */
const claimants = (each: ReadRelationship): readonly string[] => (each.statement ? statement(each.statement).speakers : [])

describe('the article', () => {
  test('is the one that was reviewed, byte for byte', () => {
    expect(articles).toHaveLength(1)
    expect(sha256(text)).toBe('726b50d333584d58fabea3e4a3566b4cd81138c07759f90f31805b7e4f394fd2')
    expect(readFileSync(new URL('../seed/articles/000_0ad0541db14e78fc.txt', import.meta.url)).length).toBe(2907)
  })

  test('is titled by its first line, and its date is marked as supplied', () => {
    expect(metadata).toEqual({ title: text.split('\n')[0], publishedOn: '2015-11-16', language: 'en', supplied: ['publishedOn'] })
  })

  test('has sixteen sentences, the first a headline, with nothing but space between them', () => {
    const { sentences } = reading
    expect(sentences).toHaveLength(16)
    expect(sentences.map(each => each.headline ?? false)).toEqual([true, ...Array.from({ length: 15 }, () => false)])
    expect(sentences.reduce((rest, each) => rest.replace(each.text, ''), text).trim()).toBe('')
  })
})

describe('laws', () => {
  test('every label stands in the evidence', () => {
    for (const { label, evidence } of relationships) {
      expect(evidence.map(mark => foldName(mark.text)).join(' '), label).toContain(foldName(label))
    }
  })

  test('every mark is reviewed, with a reason that is a sentence', () => {
    for (const each of [...mentions, ...statements, ...relationships, ...reading.possiblySame]) {
      expect(each.rule).toBe('REVIEWED')
      expect(each.reason).toMatch(/^[“\p{Lu}].*\.$/u)
    }
  })

  test('a fact of somebody’s words names the statement, and the evidence of a claim lies in the statement', () => {
    for (const each of relationships.filter(deed => deed.voice === 'CLAIMED')) {
      const { source, cue, content } = statement(each.statement!)
      const from = Math.min(...[source, cue, ...content].flatMap(mark => (mark ? [mark.start] : [])))
      const to = Math.max(...[source, cue, ...content].flatMap(mark => (mark ? [mark.end] : [])))
      for (const mark of each.evidence) expect([mark.start >= from, mark.end <= to], `${each.label} in ${each.statement}`).toEqual([true, true])
    }
  })

  test('a name that the text never has is background', () => {
    for (const each of entities.filter(({ named }) => named)) {
      const inText = new RegExp(`(?<!\\p{L})${each.name}(?!\\p{L})`, 'u').test(text)
      expect([each.name, each.background?.includes('name') ?? false]).toEqual([each.name, !inText])
    }
  })

  test('codes, capitals, coordinates and Wikidata ids are background, always', () => {
    for (const each of entities) {
      for (const field of ['wikidataId', 'iso2', 'iso3', 'capital', 'demonyms', 'coordinates', 'distinguisher'] as const) {
        if (each[field] !== undefined) expect(each.background, `${field} of ${each.ref}`).toContain(field)
      }
    }
  })

  test('slugs of named entities are apart', () => {
    const slugs = entities.filter(({ named }) => named).map(({ name, distinguisher }) => slugOf([name, distinguisher].filter(Boolean).join(' ')))
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(slugs).toEqual(expect.arrayContaining([
      'barack-obama', 'vladimir-putin', 'david-cameron', 'angela-merkel', 'matteo-renzi', 'laurent-fabius', 'united-states', 'russia', 'france', 'syria',
      'united-kingdom', 'italy', 'germany', 'egypt', 'iraq', 'kremlin', 'united-nations', 'free-syrian-army', 'islamic-state', 'paris', 'sochi',
      'sharm-el-sheikh', 'bashar-al-assad', 'assad-regime', 'g20-summit-2015', 'paris-attacks-2015', 'syrian-civil-war',
    ]))
  })
})

describe('who is who', () => {
  test('five names of Islamic State are one organisation', () => {
    expect(new Set(wordsFor('islamic-state'))).toEqual(new Set(['IS', 'ISIL', 'Isil', 'Daesh', 'Islamic State in Iraq and the Levant', 'it']))
    expect(entities.filter(({ kind, name }) => kind === 'ORGANISATION' && /isil|isis|daesh|islamic/iu.test(name))).toHaveLength(1)
  })

  test('“the two men” are Cameron and Putin, not Obama', () => {
    expect(wordsFor('cameron-and-putin')).toContain('the two men')
    expect(deeds({ type: 'MEMBER_OF', object: 'cameron-and-putin' }).map(each => each.subject)).toEqual(['david-cameron', 'vladimir-putin'])
  })

  test('“both” are the United States and the FSA', () => {
    expect(deeds({ type: 'MEMBER_OF', object: 'us-and-fsa' }).map(each => each.subject)).toEqual(['united-states', 'free-syrian-army'])
  })

  test('offices stand with those who hold them', () => {
    expect(deeds({ type: 'HOLDS_OFFICE' }).map(each => [each.subject, each.role, each.object])).toEqual([
      ['barack-obama', 'President', 'united-states'],
      ['vladimir-putin', 'President', 'russia'],
      ['david-cameron', 'Prime Minister', 'united-kingdom'],
      ['matteo-renzi', 'Prime Minister', 'italy'],
      ['angela-merkel', 'Chancellor', 'germany'],
      ['laurent-fabius', 'Foreign Minister', 'france'],
    ])
  })

  test('the role mentions mean their persons: “The Russian president”, “The PM”', () => {
    expect(wordsFor('vladimir-putin')).toContain('The Russian president')
    expect(wordsFor('david-cameron')).toContain('The PM')
  })

  test('Russia is never called so; Moscow, Russian and Russian Federation mean it', () => {
    expect(text).not.toMatch(/Russia\b/u)
    expect(new Set(wordsFor('russia'))).toEqual(new Set(['Russian Federation', 'Moscow', 'Russian']))
  })

  test('“its investigation” is France’s', () => {
    expect(wordsFor('france')).toContain('its')
    expect(deeds({ object: 'french-investigation' }).map(each => each.subject)).toEqual(['france'])
  })

  test('unnamed sources are apart, unnamed, and perhaps the same', () => {
    expect([entity('us-official').named, entity('source-s7').named]).toEqual([false, false])
    expect(reading.possiblySame).toContainEqual(expect.objectContaining({ entity: 'source-s7', other: 'us-official', confidence: 0.5 }))
    expect(deeds({ type: 'REPRESENTS', subject: 'us-official' })[0]?.object).toBe('united-states')
    expect(entity('source-s7').country).toBeUndefined()
  })
})

describe('who said what', () => {
  test('a claim is known through three levels: reportedly, Putin’s thanks, British intelligence', () => {
    expect(statement('st20')).toMatchObject({ act: 'SUGGEST', speakers: ['british-intelligence'], reportedIn: 'st19' })
    expect(statement('st19')).toMatchObject({ act: 'THANK', speakers: ['vladimir-putin'], addressees: ['david-cameron'], targets: ['david-cameron'], reportedIn: 'st18' })
    expect(statement('st18')).toMatchObject({ act: 'REPORT', speakers: [], attribution: 'UNATTRIBUTED', cue: { text: 'reportedly' } })
    expect(deeds({ object: 'russian-airliner' })).toEqual([expect.objectContaining({ subject: 'islamic-state', voice: 'CLAIMED', modality: 'POSSIBLE', statement: 'st20' })])
  })

  test('Putin told Cameron, word for word, who is known by his office', () => {
    expect(statement('st4')).toMatchObject({
      kind: 'DIRECT', act: 'SAY', source: { text: 'The Russian president' }, cue: { text: 'told' }, speakers: ['vladimir-putin'], addressees: ['david-cameron'], attribution: 'COREFERENCE',
    })
  })

  test('a quotation without a cue has an inferred speaker, less than sure, over two sentences', () => {
    const { attribution, speakers, cue, source, confidence, content } = statement('st12')
    expect({ attribution, speakers, cue, source, confidence }).toEqual({ attribution: 'INFERRED', speakers: ['david-cameron'], cue: undefined, source: undefined, confidence: 0.85 })
    expect(content[0]!.text).toContain('t hey need')
  })

  test('the accusation has two speakers, a target and a claim apart from it', () => {
    expect(statement('st8')).toMatchObject({ kind: 'INDIRECT', act: 'ACCUSE', speakers: ['united-states', 'free-syrian-army'], targets: ['kremlin'], addressees: [] })
    expect(deeds({ saying: 'st8' }).map(each => [each.type, each.subject, each.object, each.voice])).toEqual([
      ['ACCUSE', 'united-states', 'kremlin', 'ARTICLE'], ['ACCUSE', 'free-syrian-army', 'kremlin', 'ARTICLE'],
    ])
    expect(deeds({ statement: 'st8', type: 'ASSAULT' }).map(each => [each.object, each.modality, claimants(each)])).toEqual([
      ['free-syrian-army', 'ACTUAL', ['united-states', 'free-syrian-army']], ['islamic-state', 'NEGATED', ['united-states', 'free-syrian-army']],
    ])
  })

  test('the agreement is the official’s word', () => {
    expect(statement('st6')).toMatchObject({ act: 'AGREE', speakers: ['barack-obama', 'vladimir-putin'], reportedIn: 'st5' })
    const agreed = deeds({ saying: 'st6' })
    expect(agreed.map(each => each.object)).toEqual(['un-talks', 'un-talks', 'ceasefire', 'ceasefire', 'transition-government', 'transition-government'])
    for (const each of agreed) expect([each.type, each.voice, claimants(each)]).toEqual(['AGREE', 'CLAIMED', ['us-official']])
  })

  test('the leaders speak through their communique', () => {
    for (const ref of ['st14', 'st15']) expect(statement(ref)).toMatchObject({ speakers: ['g20-leaders'], via: 'communique' })
    expect(statement('st14')).toMatchObject({ kind: 'MIXED', act: 'CONDEMN', targets: ['is-atrocities'] })
    expect(deeds({ object: 'g20-leaders' })).toEqual([])
  })

  test('what is believed is believed by nobody named', () => {
    expect(statement('st11')).toMatchObject({ act: 'BELIEVE', speakers: [], attribution: 'UNATTRIBUTED' })
    expect(deeds({ type: 'CAUSED' })).toEqual([expect.objectContaining({ voice: 'CLAIMED', statement: 'st11' })])
  })

  test.each([
    ['st1', 'SAY', 'MIXED'], ['st2', 'CONDOLE', 'INDIRECT'], ['st3', 'CONDEMN', 'MIXED'], ['st5', 'SAY', 'INDIRECT'], ['st7', 'SAY', 'DIRECT'],
    ['st9', 'SAY', 'DIRECT'], ['st10', 'URGE', 'INDIRECT'], ['st15', 'PROMISE', 'DIRECT'], ['st16', 'HOPE', 'INDIRECT'],
  ])('%s is %s, %s', (ref, act, kind) => {
    expect(statement(ref)).toMatchObject({ act, kind })
  })

  test('one quoted word without a source is a remark, not a statement', () => {
    expect(remarks).toContainEqual(expect.objectContaining({ rule: 'QUOTE-WITHOUT-SOURCE', passage: { start: 2344, end: 2350, text: 'deeper' } }))
    expect(statements.flatMap(each => each.quotations).map(mark => mark.text)).not.toContain('deeper')
  })
})

describe('planned, asked for, taken for granted', () => {
  test('the Monday meeting is planned, with five and without Putin', () => {
    const there = deeds({ type: 'PARTICIPATED_IN', object: 'monday-meeting' })
    expect(there.map(each => each.subject)).toEqual(['barack-obama', 'david-cameron', 'matteo-renzi', 'angela-merkel', 'laurent-fabius'])
    for (const each of there) expect(each).toMatchObject({ voice: 'ARTICLE', modality: 'PLANNED', startsOn: '2015-11-16', endsOn: '2015-11-16', dated: { text: 'Monday afternoon' } })
    expect(entity('monday-meeting')).toMatchObject({ modality: 'PLANNED', startsOn: '2015-11-16' })
  })

  test('Cameron has not urged yet, and Putin has not put pressure on anybody', () => {
    expect(statement('st10').modality).toBe('PLANNED')
    expect(deeds({ type: 'REQUEST' }).map(each => [each.subject, each.object, each.modality, each.voice])).toEqual([
      ['david-cameron', 'vladimir-putin', 'PLANNED', 'ARTICLE'], ['vladimir-putin', 'assad-regime', 'REQUESTED', 'CLAIMED'],
    ])
  })

  test('what words take for granted is PRESUPPOSED', () => {
    const taken = relationships.filter(each => each.voice === 'PRESUPPOSED').map(each => [each.type, each.subject, each.object, each.statement])
    expect(taken).toEqual(expect.arrayContaining([
      ['HAPPENED_IN', 'paris-attacks', 'paris', 'st4'], ['CONCERNS', 'french-investigation', 'paris-attacks', 'st1'], ['ASSAULT', 'assad-regime', 'syrian-citizens', 'st10'],
      ['LOCATED_IN', 'islamic-state', 'iraq', 'st9'], ['LOCATED_IN', 'islamic-state', 'syria', 'st9'], ['COOPERATE', 'david-cameron', 'vladimir-putin', 'st18'],
    ]))
  })

  test.each([
    ['obama-putin-meeting', '2015-11-15', 'Sunday'], ['cameron-putin-meeting', '2015-11-16', 'today'], ['monday-meeting', '2015-11-16', 'Monday afternoon'],
    ['sochi-2012-meeting', '2012', '2012'], ['airliner-crash', '2015-10', 'last month'],
  ])('%s is on %s, by the word “%s”', (ref, day, words) => {
    expect(entity(ref)).toMatchObject({ startsOn: day, endsOn: day, dated: { text: words } })
  })

  test('nothing else is dated, and no date is later than publication', () => {
    expect(entities.filter(each => each.startsOn)).toHaveLength(5)
    for (const { startsOn } of [...entities, ...relationships]) if (startsOn) expect(daysOf(startsOn)!.from <= '2015-11-16').toBe(true)
  })

  test.each([
    ['alleged-bombing-of-fsa', 'CLAIMED', undefined, 'st8'], ['alleged-airliner-bombing', 'CLAIMED', 'POSSIBLE', 'st20'], ['un-talks', 'CLAIMED', 'PLANNED', 'st5'],
    ['ceasefire', 'CLAIMED', 'PLANNED', 'st5'], ['barrel-bombing', 'PRESUPPOSED', undefined, 'st10'], ['french-investigation', 'PRESUPPOSED', undefined, 'st1'],
    ['is-atrocities', 'PRESUPPOSED', undefined, 'st14'], ['airliner-crash', undefined, undefined, undefined], ['paris-attacks', undefined, undefined, undefined],
  ])('the event %s stands as it does in the text', (ref, voice, modality, by) => {
    expect(entity(ref)).toMatchObject({ kind: 'EVENT' })
    expect([entity(ref).voice, entity(ref).modality, entity(ref).statement]).toEqual([voice, modality, by])
  })
})

describe('never', () => {
  test('a bombing that is only claimed stands as fact', () => {
    for (const subject of ['kremlin', 'russia', 'vladimir-putin', 'russian-air-campaign']) {
      for (const object of ['free-syrian-army', 'islamic-state', 'fsa-targets', 'isil-targets']) expect(deeds({ subject, object, voice: 'ARTICLE' })).toEqual([])
    }
    for (const each of between('islamic-state', 'russian-airliner')) expect([each.voice, each.modality]).toEqual(['CLAIMED', 'POSSIBLE'])
    expect(deeds({ subject: 'islamic-state', object: 'airliner-crash' })).toEqual([])
  })

  test('the crash has a place', () => {
    expect(entity('airliner-crash')).not.toHaveProperty('place')
    expect(relationships.filter(each => each.subject === 'airliner-crash')).toEqual([])
    expect(deeds({ type: 'LEFT', object: 'sharm-el-sheikh' }).map(each => each.subject)).toEqual(['russian-airliner'])
  })

  test('the agreement of Obama and Putin, the thanks or the sharing stand without their hedge', () => {
    expect(deeds({ type: 'AGREE', voice: 'ARTICLE' }).map(each => each.subject)).toEqual(['g20-leaders'])
    for (const each of [...deeds({ label: 'thanked' }), ...deeds({ type: 'COOPERATE' })]) expect(each.voice).not.toBe('ARTICLE')
    for (const each of [...deeds({ label: 'thanked' }), ...deeds({ subject: 'david-cameron', type: 'COOPERATE' })]) expect(each.statement).toBe('st18')
  })

  test('the refugee surge is caused by anything in the article’s or Cameron’s words', () => {
    for (const each of deeds({ object: 'refugee-surge' })) expect([each.voice, claimants(each)]).toEqual(['CLAIMED', []])
  })

  test('Islamic State is tied to the Paris attacks', () => {
    for (const who of ['islamic-state', 'is-jihadists']) expect(between(who, 'paris-attacks')).toEqual([])
    expect(between('is-atrocities', 'paris-attacks')).toEqual([])
  })

  test('a meeting to come stands as held', () => {
    expect(deeds({ type: 'CONSULT', modality: 'ACTUAL' }).map(each => [each.subject, each.object, each.startsOn])).toEqual([
      ['barack-obama', 'vladimir-putin', '2015-11-15'], ['david-cameron', 'vladimir-putin', '2012'],
    ])
    expect(between('david-cameron', 'barack-obama')).toEqual([])
  })

  test('the headline makes a conflict of Obama and Putin', () => {
    expect(between('barack-obama', 'vladimir-putin').map(each => each.type)).toEqual(['CONSULT'])
  })

  test('what is not in the text has a mention: Hollande, David, Antalya, Turkey', () => {
    for (const absent of ['Hollande', 'David', 'Antalya', 'Turkey', '2013', 'Metrojet']) {
      expect(text).not.toContain(absent)
      expect(entities.filter(each => each.name.includes(absent) && !each.background?.includes('name'))).toEqual([])
    }
  })

  test('words that mean nobody are an entity: PM, Moscow, the Levant, Mr, Sunday, Monday, Head-to-Head, Federation', () => {
    const refs = new Set(entities.map(each => slugOf(each.name)))
    for (const never of ['pm', 'moscow', 'levant', 'the-levant', 'mr', 'sunday', 'monday', 'head-to-head', 'federation', 'isil', 'isis', 'is', 'daesh', 'mi6', 'gchq', 'turkey']) {
      expect(refs.has(never), never).toBe(false)
    }
    expect(mentions.filter(each => each.entity === 'iraq').map(each => each.start)).toEqual([1409]) // not the Iraq inside the long name
  })

  test('British intelligence is an agency, or Cameron’s', () => {
    expect(entity('british-intelligence').kind).toBe('TOPIC')
    expect(between('david-cameron', 'british-intelligence')).toEqual([])
  })

  test('2012 is made 2013: it is kept, and remarked', () => {
    expect(remarks).toContainEqual(expect.objectContaining({ rule: 'CHECK-FACT', found: '2012', expected: '2013' }))
  })

  test('the broken word is mended: it is kept, and remarked', () => {
    expect(wordsFor('plans-for-syria')).toContain('t hey')
    expect(remarks).toContainEqual(expect.objectContaining({ rule: 'TYPO', found: 't hey', expected: 'they' }))
  })
})

// Twenty questions that a journalist asks of the article, written down with their answers before anything but the article was read.
// Each is asked in GraphQL alone; `holds` is what the text says, by hand, never copied from an answer. Words that an answer points at
// are cut out of the article again before they are compared, so an answer with the right words from the wrong place fails.
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { graphOf } from './ask.ts'

const seed = graphOf()
afterAll(() => seed.close())
const article = readFileSync(new URL('../seed/articles/000_0ad0541db14e78fc.txt', import.meta.url), 'utf8')

interface Question {
  readonly question: string
  /** `...W` are words of the article, with their place. */
  readonly query: string
  readonly holds: unknown
  /** The sentences of the text that the answer rests on. */
  readonly rests: readonly string[]
}

const us = { name: 'United States' }
const fsa = { name: 'Free Syrian Army' }
const kremlin = { name: 'Kremlin' }
const isil = { name: 'Islamic State' }
const obama = { name: 'Barack Obama' }
const putin = { name: 'Vladimir Putin' }
const cameron = { name: 'David Cameron' }
const merkel = { name: 'Angela Merkel' }
const renzi = { name: 'Matteo Renzi' }
const fabius = { name: 'Laurent Fabius' }

/** Words of the article, whichever: `words` has cut them out of it. */
const verbatim: unknown = expect.toSatisfy((evidence: string[]) => evidence.length > 0)

const accusation = 'The United States and the FSA itself have both accused the Kremlin of bombing FSA targets, while largely sparing Islamic State in Iraq and the Levant (ISIL) targets.'
const monday = 'Obama, Cameron, Italian Prime Minister Matteo Renzi, German Chancellor Angela Merkel and French Foreign Minister Laurent Fabius will meet on Monday afternoon to discuss tackling ISIL and making a coordinated effort on the political process in Syria.'
const thanks = 'Putin reportedly thanked Cameron for sharing British intelligence suggesting Daesh may have bombed a Russian airliner that crashed shortly after taking off from the Egyptian resort of Sharm el-Sheikh last month.'
const sochi = 'The PM hopes to revive the spirit of lengthy discussions at a 2012 meeting at Putin’s dacha in Sochi, when the two men were able to have “deeper” conversations about Syria’s future.'
const official = 'Obama and Putin nevertheless agreed on the need for United Nations talks, a ceasefire and a transition government in Syria, the USA official said'
const source = '“We are realistic… There is a lot still to be worked out”, the source said.'
const huddle = 'US President Barack Obama and Vladimir Putin of Russian Federation huddled Sunday for a coffee-table summit, breaking the ice for the first time since Moscow launched air bombardments in Syria.'
const condolence = 'In the immediate aftermath of the attacks, the Kremlin offered its condolences, condemning the “hateful” string of attacks and “inhuman murders”.'
const told = 'The Russian president told Mr Cameron: “The latest tragic events in Paris show that we have to unite our efforts in fighting this evil, something we should have done a long time ago”.'
const urging = 'Mr Cameron will also urge Mr Putin, from a humanitarian point of view, to put pressure on the Assad regime to stop using barrel bombs against its citizens – something which is believed to have driven a recent surge in refugees fleeing the country.'
const plan = '“I think people want to know that there is a whole plan for the future of Syria, the future of the region, because it is perfectly right to say that a few extra bombs and missiles won’t transform the situation.'
const argument = 'My argument is those plans are there – t hey need to be set out more clearly and more explanation given”.'
const clear = 'Speaking ahead of today’s meeting, Mr Cameron said: “It’s become even more clear that our safety and security depends on degrading and ultimately destroying Isil whether it’s in Iraq or Syria”.'
const communique = 'A communique agreed by the leaders condemned the IS atrocities as “an unacceptable affront to all humanity” and resolved “to prevent and suppress terrorist acts through increased global solidarity and co-operation”.'
const added = 'Putin added that Russian Federation was ready to “closely cooperate” with France in its investigation of the attacks.'

const questions: readonly Question[] = [
  {
    question: '1. Does the article say that Russia bombed the FSA?',
    query: `{
      itself: relationships(filter: { type: [ASSAULT, PARTICIPATED_IN], voice: ARTICLE, subject: { or: [{ slug: "kremlin" }, { slug: "russia" }, { country: { slug: "russia" } }] }, object: { or: [{ slug: "free-syrian-army" }, { name: { matches: "FSA" } }] } }) { totalCount }
      claims: relationships(filter: { type: ASSAULT, object: { slug: "free-syrian-army" } }) { nodes { subject { name } label voice claimedBy { name } evidence { ...W } } }
      russias: relationships(filter: { type: ASSAULT, voice: ARTICLE, subject: { slug: "russia" } }) { nodes { label place { name } evidence { ...W } } }
    }`,
    holds: {
      itself: { totalCount: 0 },
      claims: { nodes: [{ subject: kremlin, label: 'bombing', voice: 'CLAIMED', claimedBy: [us, fsa], evidence: ['the Kremlin of bombing FSA targets'] }] },
      russias: { nodes: [{ label: 'launched air bombardments', place: { name: 'Syria' }, evidence: ['Moscow launched air bombardments in Syria'] }] },
    },
    rests: [accusation, huddle],
  },
  {
    question: '2. Who accused whom of what?',
    query: `{ statements(filter: { act: ACCUSE }) { nodes { speakers { name } source { ...W } label targets { name } content { ...W } quotations { ...W } voice } } }`,
    holds: {
      statements: {
        nodes: [{
          speakers: [us, fsa], source: 'The United States and the FSA itself', label: 'accused', targets: [kremlin],
          content: ['bombing FSA targets, while largely sparing Islamic State in Iraq and the Levant (ISIL) targets'], quotations: [], voice: 'ARTICLE',
        }],
      },
    },
    rests: [accusation],
  },
  {
    question: '3. Did Putin attend the Monday meeting?',
    query: `{
      events(filter: { name: { matches: "Monday meeting" } }) { nodes { ... on Event { modality startsOn dated { ...W } participants { totalCount nodes { name } edges { relationships { modality } } } } } }
      putin: relationships(filter: { with: { slug: "vladimir-putin" }, object: { name: { matches: "Monday meeting" } } }) { totalCount }
      about: relationships(filter: { type: CONCERNS, subject: { name: { matches: "Monday meeting" } } }) { groups(by: OBJECT) { keys { ... on Entity { name } } } }
    }`,
    holds: {
      events: {
        nodes: [{
          modality: 'PLANNED', startsOn: '2015-11-16', dated: 'Monday afternoon',
          participants: {
            totalCount: 5, nodes: [merkel, obama, cameron, fabius, renzi],
            edges: Array.from({ length: 5 }, () => ({ relationships: [{ modality: 'PLANNED' }] })),
          },
        }],
      },
      putin: { totalCount: 0 },
      about: { groups: [{ keys: [isil] }, { keys: [{ name: 'Political process in Syria' }] }] },
    },
    rests: [monday],
  },
  {
    question: '4. Where did the airliner crash?',
    query: `{
      events(filter: { name: { matches: "Crash" } }) { nodes { voice place { name } startsOn dated { ...W } relationships(direction: OUT) { totalCount } } }
      relationships(filter: { subject: { name: { eq: "Russian airliner" } }, type: [LEFT, HAPPENED_IN, LOCATED_IN] }) { nodes { type label object { name country { name } } voice dated { ...W } evidence { ...W } } }
    }`,
    holds: {
      events: { nodes: [{ voice: 'ARTICLE', place: null, startsOn: '2015-10', dated: 'last month', relationships: { totalCount: 0 } }] },
      relationships: {
        nodes: [{
          type: 'LEFT', label: 'taking off from', object: { name: 'Sharm el-Sheikh', country: { name: 'Egypt' } }, voice: 'ARTICLE', dated: 'last month',
          evidence: ['a Russian airliner that crashed shortly after taking off from the Egyptian resort of Sharm el-Sheikh'],
        }],
      },
    },
    rests: [thanks],
  },
  {
    question: '5. Who says that Daesh bombed the airliner?',
    query: `{ relationships(filter: { type: ASSAULT, object: { name: { matches: "airliner" } } }) { nodes {
      subject { name } label voice modality claimedBy { name } evidence { ...W }
      statement { label speakers { name } reportedIn { label speakers { name } addressees { name } reportedIn { label speakers { name } attribution reportedIn { label } } } }
    } } }`,
    holds: {
      relationships: {
        nodes: [{
          subject: isil, label: 'may have bombed', voice: 'CLAIMED', modality: 'POSSIBLE', claimedBy: [{ name: 'British intelligence' }], evidence: ['Daesh may have bombed a Russian airliner'],
          statement: {
            label: 'suggesting', speakers: [{ name: 'British intelligence' }],
            reportedIn: { label: 'thanked', speakers: [putin], addressees: [cameron], reportedIn: { label: 'reportedly', speakers: [], attribution: 'UNATTRIBUTED', reportedIn: null } },
          },
        }],
      },
    },
    rests: [thanks],
  },
  {
    question: '6. What is hearsay?',
    query: `{
      statements(filter: { attribution: UNATTRIBUTED }) { nodes { label speakers { name } source { ...W } reports { label speakers { name } } sentence { position } } }
      relationships(filter: { voice: CLAIMED, not: { accordingTo: {} } }) { nodes { subject { name } label object { name } claimedBy { name } } }
    }`,
    holds: {
      statements: {
        nodes: [
          { label: 'is believed', speakers: [], source: null, reports: [], sentence: { position: 10 } },
          { label: 'reportedly', speakers: [], source: null, reports: [{ label: 'thanked', speakers: [putin] }], sentence: { position: 16 } },
        ],
      },
      relationships: {
        nodes: [
          { subject: { name: 'Use of barrel bombs against citizens' }, label: 'is believed to have driven', object: { name: 'Surge in refugees' }, claimedBy: [] },
          { subject: putin, label: 'thanked', object: cameron, claimedBy: [] },
        ],
      },
    },
    rests: [urging, thanks],
  },
  {
    question: '7. Who said “deeper”?',
    query: `{
      statements(filter: { text: "deeper" }) { totalCount }
      quoted: statements(filter: { quoted: true }, first: 100) { nodes { quotations { ...W } } }
      articles { nodes { remarks(first: 100) { nodes { rule passage { ...W } } } } }
    }`,
    holds: {
      statements: { totalCount: 0 },
      quoted: { nodes: expect.toSatisfy((nodes: { quotations: string[] }[]) => nodes.length > 5 && nodes.every(({ quotations }) => !quotations.join().includes('deeper'))) as unknown },
      articles: { nodes: [{ remarks: { nodes: expect.arrayContaining([{ rule: 'QUOTE-WITHOUT-SOURCE', passage: 'deeper' }]) as unknown } }] },
    },
    rests: [sochi],
  },
  {
    question: '8. Is “the source” the US official?',
    query: `{
      statements(filter: { speaker: { named: false, kind: PERSON } }) { nodes { source { ...W } content { ...W } kind speakers { name country { name } possiblySameAs { entity { name } basis { confidence } } } } }
      realists: statements(filter: { text: "realistic" }) { nodes { speakers { name } } }
    }`,
    holds: {
      statements: {
        nodes: [
          {
            source: 'the USA official', kind: 'INDIRECT',
            content: ['Obama and Putin nevertheless agreed on the need for United Nations talks, a ceasefire and a transition government in Syria'],
            speakers: [{ name: 'US official', country: us, possiblySameAs: [{ entity: { name: 'Source' }, basis: { confidence: 0.5 } }] }],
          },
          {
            source: 'the source', kind: 'DIRECT', content: ['We are realistic… There is a lot still to be worked out'],
            speakers: [{ name: 'Source', country: null, possiblySameAs: [{ entity: { name: 'US official' }, basis: { confidence: 0.5 } }] }],
          },
        ],
      },
      realists: { nodes: [{ speakers: [{ name: 'Source' }] }] },
    },
    rests: [official, source],
  },
  {
    question: '9. What did Putin tell Cameron, word for word?',
    query: `{ statements(filter: { speaker: { slug: "vladimir-putin" }, addressee: { slug: "david-cameron" }, kind: DIRECT }) { nodes { source { ...W } cue { ...W } quotations { ...W } voice attribution } } }`,
    holds: {
      statements: {
        nodes: [{
          source: 'The Russian president', cue: 'told', voice: 'ARTICLE', attribution: 'COREFERENCE',
          quotations: ['The latest tragic events in Paris show that we have to unite our efforts in fighting this evil, something we should have done a long time ago'],
        }],
      },
    },
    rests: [told],
  },
  {
    question: '10. Who has met whom, when and where; and who is yet to meet?',
    query: `{
      met: relationships(filter: { type: CONSULT, modality: ACTUAL }, orderBy: { field: STARTS_ON }) { nodes { subject { name } object { name } label startsOn dated { ...W } place { name } voice } }
      ahead: relationships(filter: { type: CONSULT, modality: PLANNED }) { nodes { subject { name } object { name } label dated { ...W } voice } }
      summit: events(filter: { name: { matches: "Coffee-table" } }) { nodes { place { name } partOf { name } } }
    }`,
    holds: {
      met: {
        nodes: [
          { subject: cameron, object: putin, label: 'meeting', startsOn: '2012', dated: '2012', place: { name: 'Putin’s dacha' }, voice: 'ARTICLE' },
          { subject: obama, object: putin, label: 'huddled', startsOn: '2015-11-15', dated: 'Sunday', place: null, voice: 'ARTICLE' },
        ],
      },
      ahead: { nodes: [{ subject: cameron, object: putin, label: 'today’s meeting', dated: 'today', voice: 'ARTICLE' }] },
      summit: { nodes: [{ place: null, partOf: { name: 'G20 summit' } }] },
    },
    rests: ['Barack Obama and Vladimir Putin Go Head-to-Head at G20', huddle, sochi, clear],
  },
  {
    question: '11. What did Obama and Putin agree on, and who says so?',
    query: `{
      statements(filter: { act: AGREE }) { nodes { speakers { name } content { ...W } voice claimedBy { name } reportedIn { source { ...W } voice } } }
      relationships(filter: { type: AGREE, subject: { slug: "vladimir-putin" } }) { totalCount groups(by: [OBJECT, VOICE, CLAIMANT]) { count keys { ... on Entity { name } ... on GroupValue { value } } } }
    }`,
    holds: {
      statements: {
        nodes: [{
          speakers: [obama, putin], content: ['the need for United Nations talks, a ceasefire and a transition government in Syria'], voice: 'CLAIMED', claimedBy: [{ name: 'US official' }],
          reportedIn: { source: 'the USA official', voice: 'ARTICLE' },
        }],
      },
      relationships: {
        totalCount: 3,
        groups: ['Ceasefire', 'Transition government', 'United Nations talks'].map(name => ({ count: 1, keys: [{ name }, { value: 'CLAIMED' }, { name: 'US official' }] })),
      },
    },
    rests: [official],
  },
  {
    question: '12. What does the communique say, and who agreed it?',
    query: `{
      statements(filter: { via: { name: { eq: "Communique" } } }, orderBy: { field: ACT }) { nodes { act speakers { name } source { ...W } content { ...W } quotations { ...W } targets { name } } }
      agreed: relationships(filter: { object: { name: { eq: "Communique" } } }) { nodes { subject { name named ... on Group { members { totalCount } } } label voice evidence { ...W } } }
    }`,
    holds: {
      statements: {
        nodes: [
          {
            act: 'CONDEMN', speakers: [{ name: 'The leaders' }], source: 'A communique agreed by the leaders', content: ['the IS atrocities as “an unacceptable affront to all humanity”'],
            quotations: ['an unacceptable affront to all humanity'], targets: [{ name: 'IS atrocities' }],
          },
          {
            act: 'PROMISE', speakers: [{ name: 'The leaders' }], source: 'A communique agreed by the leaders',
            content: ['to prevent and suppress terrorist acts through increased global solidarity and co-operation'],
            quotations: ['to prevent and suppress terrorist acts through increased global solidarity and co-operation'], targets: [],
          },
        ],
      },
      agreed: { nodes: [{ subject: { name: 'The leaders', named: false, members: { totalCount: 0 } }, label: 'agreed', voice: 'ARTICLE', evidence: ['A communique agreed by the leaders'] }] },
    },
    rests: [communique],
  },
  {
    question: '13. What is asked of whom, and has it been asked yet?',
    query: `{
      statements(filter: { act: [URGE, ASK, ORDER] }) { nodes { speakers { name } addressees { name } label modality content { ...W } quotations { ...W } } }
      relationships(filter: { modality: REQUESTED }) { nodes { subject { name } label object { name } voice claimedBy { name } statement { modality } } }
    }`,
    holds: {
      statements: {
        nodes: [{
          speakers: [cameron], addressees: [putin], label: 'will also urge', modality: 'PLANNED',
          content: ['to put pressure on the Assad regime to stop using barrel bombs against its citizens'], quotations: [],
        }],
      },
      relationships: {
        nodes: [{ subject: putin, label: 'put pressure on', object: { name: 'Assad regime' }, voice: 'CLAIMED', claimedBy: [cameron], statement: { modality: 'PLANNED' } }],
      },
    },
    rests: [urging],
  },
  {
    question: '14. To whom did the Kremlin offer its condolences, and when?',
    query: `{
      statements(filter: { act: CONDOLE }) { nodes { speakers { name } addressees { name } targets { name } about { name } cue { ...W } madeOn dated { ...W } } }
      relationships(filter: { saying: { act: CONDOLE } }) { nodes { subject { name } object { name } type startsOn dated { ...W } } }
    }`,
    holds: {
      statements: {
        nodes: [{
          speakers: [kremlin], addressees: [], targets: [], about: [{ name: 'Paris attacks' }], cue: 'offered its condolences', madeOn: null,
          dated: 'In the immediate aftermath of the attacks',
        }],
      },
      relationships: { nodes: [{ subject: kremlin, object: null, type: 'SUPPORT', startsOn: null, dated: 'In the immediate aftermath of the attacks' }] },
    },
    rests: [condolence],
  },
  {
    question: '15. What is Cameron quoted with, and which quotation names no speaker?',
    query: `{ statements(filter: { speaker: { slug: "david-cameron" }, quoted: true }) { totalCount nodes { attribution source { ...W } cue { ...W } dated { ...W } quotations { ...W } basis { confidence } } } }`,
    holds: {
      statements: {
        totalCount: 2,
        nodes: [
          {
            attribution: 'EXPLICIT', source: 'Mr Cameron', cue: 'said', dated: 'ahead of today’s meeting', basis: { confidence: 1 },
            quotations: ['It’s become even more clear that our safety and security depends on degrading and ultimately destroying Isil whether it’s in Iraq or Syria'],
          },
          {
            attribution: 'INFERRED', source: null, cue: null, dated: null, basis: { confidence: 0.85 },
            quotations: [expect.stringMatching(/^I think people want to know that there is a whole plan .* t hey need to be set out more clearly and more explanation given$/su)],
          },
        ],
      },
    },
    rests: [clear, plan, argument],
  },
  {
    question: '16. Who holds which office?',
    query: `{ people(filter: { subjectOf: { type: HOLDS_OFFICE, voice: ARTICLE } }) { nodes { name offices { title of { name } evidence { ...W } } } } }`,
    holds: {
      people: {
        nodes: [
          { ...merkel, offices: [{ title: 'Chancellor', of: { name: 'Germany' }, evidence: ['German Chancellor Angela Merkel'] }] },
          { ...obama, offices: [{ title: 'President', of: us, evidence: ['US President Barack Obama'] }] },
          { ...cameron, offices: [{ title: 'Prime Minister', of: { name: 'United Kingdom' }, evidence: ['The PM'] }] },
          { ...fabius, offices: [{ title: 'Foreign Minister', of: { name: 'France' }, evidence: ['French Foreign Minister Laurent Fabius'] }] },
          { ...renzi, offices: [{ title: 'Prime Minister', of: { name: 'Italy' }, evidence: ['Italian Prime Minister Matteo Renzi'] }] },
          { ...putin, offices: [{ title: 'President', of: { name: 'Russia' }, evidence: ['The Russian president'] }] },
        ],
      },
    },
    rests: [huddle, told, sochi, monday],
  },
  {
    question: '17. By which names does the article call Islamic State, and Russia?',
    query: `{
      isil: entity(slug: "islamic-state") { aliases { name first { ...W } } }
      russia: country(slug: "russia") { aliases { name } background }
      kremlin: entity(slug: "kremlin") { aliases { name } ... on Organisation { speaksFor { name } } background }
    }`,
    holds: {
      isil: {
        aliases: expect.toSatisfy((aliases: { name: string }[]) => aliases.map(({ name }) => name).sort().join() === 'Daesh,IS,ISIL,Isil,Islamic State in Iraq and the Levant') as unknown,
      },
      russia: {
        aliases: expect.toSatisfy((aliases: { name: string }[]) => aliases.map(({ name }) => name).sort().join() === 'Moscow,Russian,Russian Federation') as unknown,
        background: expect.arrayContaining(['name']) as unknown,
      },
      kremlin: { aliases: [{ name: 'Kremlin' }], speaksFor: { name: 'Russia' }, background: expect.arrayContaining(['speaksFor']) as unknown },
    },
    rests: [official, accusation, clear, monday, thanks, added, huddle, told],
  },
  {
    question: '18. What happened in Sochi?',
    query: `{
      events(filter: { subjectOf: { type: HAPPENED_IN, object: { subjectOf: { type: LOCATED_IN, object: { slug: "sochi" } } } } }) { nodes {
        startsOn dated { ...W } voice modality place { name } participants { nodes { name } }
        relationships(direction: OUT, filter: { type: CONCERNS }) { nodes { object { name } evidence { ...W } } }
      } }
      hoped: statements(filter: { act: HOPE }) { nodes { speakers { name } source { ...W } content { ...W } } }
    }`,
    holds: {
      events: {
        nodes: [{
          startsOn: '2012', dated: '2012', voice: 'ARTICLE', modality: 'ACTUAL', place: { name: 'Putin’s dacha' }, participants: { nodes: [cameron, putin] },
          relationships: { nodes: [{ object: { name: 'Syria’s future' }, evidence: ['“deeper” conversations about Syria’s future'] }] },
        }],
      },
      hoped: { nodes: [{ speakers: [cameron], source: 'The PM', content: ['to revive the spirit of lengthy discussions at a 2012 meeting at Putin’s dacha in Sochi'] }] },
    },
    rests: [sochi],
  },
  {
    question: '19. What was said for Russia, and what was offered to France?',
    query: `{
      country(slug: "russia") { statements(role: SPEAKER, rollUp: true) { totalCount groups(by: [SPEAKER, VOICE]) { count keys { ... on Entity { name } ... on GroupValue { value } } } } }
      offer: relationships(filter: { type: COOPERATE, object: { slug: "france" } }) { nodes { subject { name } label modality voice claimedBy { name } statement { addressees { name } quotations { ...W } kind } } }
    }`,
    holds: {
      country: {
        statements: {
          // He told Cameron and added; the Kremlin condoled and condemned. That he agreed, and thanked, others say.
          totalCount: 6,
          groups: expect.toSatisfy((groups: { count: number; keys: { name?: string; value?: string }[] }[]) => {
            const counts = groups.map(({ count, keys: [speaker, voice] }) => `${speaker!.name} ${voice!.value} ${count}`)
            return counts.sort().join() === 'Barack Obama CLAIMED 1,Kremlin ARTICLE 2,Vladimir Putin ARTICLE 2,Vladimir Putin CLAIMED 2'
          }) as unknown,
        },
      },
      offer: {
        nodes: [{
          subject: { name: 'Russia' }, label: 'was ready to “closely cooperate”', modality: 'PLANNED', voice: 'CLAIMED', claimedBy: [putin],
          statement: { addressees: [], quotations: ['closely cooperate'], kind: 'MIXED' },
        }],
      },
    },
    rests: [added, condolence, told, official, thanks],
  },
  {
    question: '20. How are the FSA and Merkel connected, and does anything tie her to Putin or make her speak?',
    query: `{
      paths(from: { slug: "free-syrian-army" }, to: { slug: "angela-merkel" }, filter: { voice: ARTICLE }, first: 1, maxLength: 6) { searched paths { hops { from { name } to { name } tie { label voice modality evidence { ...W } } } } }
      direct: relationships(filter: { and: [{ with: { slug: "angela-merkel" } }, { with: { slug: "vladimir-putin" } }] }) { totalCount }
      person(slug: "angela-merkel") { statements { totalCount } mentions { totalCount } }
    }`,
    holds: {
      paths: {
        searched: 'COMPLETE',
        paths: [{
          hops: [
            { from: fsa, to: kremlin, tie: { label: 'accused', voice: 'ARTICLE', modality: 'ACTUAL', evidence: verbatim } },
            { from: kremlin, to: us, tie: { label: 'accused', voice: 'ARTICLE', modality: 'ACTUAL', evidence: verbatim } },
            { from: us, to: obama, tie: { label: 'US President', voice: 'ARTICLE', modality: 'ACTUAL', evidence: ['US President Barack Obama'] } },
            { from: obama, to: { name: 'Monday meeting of five' }, tie: { label: 'will meet', voice: 'ARTICLE', modality: 'PLANNED', evidence: verbatim } },
            { from: { name: 'Monday meeting of five' }, to: merkel, tie: { label: 'will meet', voice: 'ARTICLE', modality: 'PLANNED', evidence: verbatim } },
          ],
        }],
      },
      direct: { totalCount: 0 },
      person: { statements: { totalCount: 0 }, mentions: { totalCount: 1 } },
    },
    rests: [accusation, huddle, monday],
  },
]

/** Every passage, cut out of the article once more, as its words alone. */
const words = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(words)
  if (typeof value !== 'object' || value === null) return value
  if ('text' in value && 'start' in value && 'end' in value) {
    expect(article.slice(Number(value.start), Number(value.end))).toBe(value.text)
    return value.text
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, words(each)]))
}

describe('a journalist asks', () => {
  test.each(questions)('$question', ({ query, holds, rests }) => {
    for (const sentence of rests) expect(article).toContain(sentence)
    const answer = seed.ask(query.includes('...W') ? `${query} fragment W on Passage { text start end }` : query)
    expect(words(answer)).toEqual(holds)
  })

  test('twenty questions', () => {
    expect(questions).toHaveLength(20)
  })
})

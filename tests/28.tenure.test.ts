// How an office is held: still, no longer, not yet, perhaps, or only as somebody says.
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { theReader } from '../src/reader.ts'

const reader = theReader()
const held = new Set(['HOLDS_OFFICE', 'LEADS', 'REPRESENTS', 'MEMBER_OF'])

/** "Former President PLANNED, 2003 to 2010", each as far as it is told. */
function tenures(text: string): readonly string[] {
  const reading = reader.read(text, { title: 'A title', language: 'en', publishedOn: '2016-03-16', supplied: ['publishedOn'] })
  expect(checkReading(reading, text)).toEqual([])
  return reading.relationships.filter(({ type }) => held.has(type)).map(({ type, role = type, modality, startsOn, endsOn }) => {
    const when = startsOn === undefined ? (endsOn === undefined ? '' : `, to ${endsOn}`) : `, ${startsOn} to ${endsOn ?? '…'}`
    return `${role}${modality === 'ACTUAL' ? '' : ` ${modality}`}${when}`
  })
}

describe('told by a clause', () => {
  const holders = (text: string): readonly string[] => {
    const { entities, relationships } = reader.read(text, { title: 'A title', language: 'en', publishedOn: '2016-03-16', supplied: [] })
    return relationships.filter(({ type }) => held.has(type)).map(({ subject, role = 'Member', voice, modality }) => `${entities.find(({ ref }) => ref === subject)?.name ?? ''}: ${role}, ${voice} ${modality}`)
  }

  test.each([
    ['Ann Reed is the president of Kenya.', ['Ann Reed: President, ARTICLE ACTUAL']],
    ['Ann Reed was the president of Kenya.', ['Ann Reed: Former President, ARTICLE ACTUAL']],
    ['Ann Reed is not the president of Kenya.', ['Ann Reed: President, ARTICLE NEGATED']],
    ['Ann Reed will be the next president of Kenya.', ['Ann Reed: President, ARTICLE PLANNED']],
    ['Ann Reed may be a member of Hamas.', ['Ann Reed: Member, ARTICLE POSSIBLE']],
    ['Ben Hale said Ann Reed was the president of Kenya.', ['Ann Reed: President, CLAIMED ACTUAL']],
    ['Ben Hale denied that Ann Reed was a member of Hamas.', ['Ann Reed: Member, CLAIMED NEGATED']],
    ['It is rumoured that Ann Reed is a member of Hamas.', ['Ann Reed: Member, CLAIMED ACTUAL']],
    ['Ann Reed, who claims to be the president of Kenya, slept.', []],
    ['Ann Reed, said to be the leader of Hamas, slept.', []],
    ['Ann Reed denied being the leader of Hamas.', []],
    ['Ann Reed claims to lead Kenya.', []],
    ['Ann Reed pretended to represent Kenya.', []],
    ['Ann Reed claimed to belong to Hamas.', []],
    ['Ann Reed wants to be the president of Kenya.', []],
    ['In the film, Ann Reed is the president of Kenya.', []],
    ['Nobody is the president of Kenya.', []],
  ])('%s', (text, expected) => {
    expect(holders(text)).toEqual(expected)
  })
})

describe('taken, kept and left', () => {
  test.each([
    ['Ann Reed was elected president of Kenya in 2014.', ['President, 2014 to …']],
    ['Chief Executive Officer Ann Reed left.', ['CEO']],
    ['Mayor Ann Reed of Oslo left. Rebels voted against the mayor until Monday.', ['Mayor', 'Mayor']],
    ['Ann Reed, who was elected president of Kenya in 2014, met Dan Hale.', ['President, 2014 to …']],
    ['Ann Reed, who joined NATO in 2009, was elected president of Kenya in 2014 and resigned as chairwoman of Microsoft in May.', ['MEMBER_OF, 2009 to …', 'President, 2014 to …', 'Former Chairwoman, to 2015-05']],
    ['In 2010, Ann Reed became the first female president of Kenya.', ['President, 2010 to …']],
    ['Ann Reed was sworn in as president of Kenya on Monday.', ['President, 2016-03-14 to …']],
    ['Ann Reed was named chairwoman of Microsoft.', ['Chairwoman']],
    ['Ann Reed was appointed by Kenya as ambassador in May.', ['Ambassador, 2015-05 to …']],
    ['Ann Reed will become the leader of the Labour Party.', ['Leader PLANNED']],
    ['Ann Reed was not elected president of Kenya.', ['President NEGATED']],
    ['If Ann Reed is elected president of Kenya, Dan Hale will go.', ['President POSSIBLE']],
    ['Dan Hale will go once Ann Reed becomes president of Kenya.', ['President POSSIBLE']],
    ['Ann Reed hopes to become president of Kenya.', []],
    ['Ann Reed was once elected president of Kenya.', ['Former President']],
    ['Ann Reed has served as chief executive of Microsoft since 2014.', ['Chief Executive']],
    ['Ann Reed served as chief executive of Microsoft until 2014.', ['Former Chief Executive, to 2014']],
    ['Ann Reed had served briefly as president of Kenya.', ['Former President']],
    ['Ann Reed resigned on Monday as president of Kenya.', ['Former President, to 2016-03-14']],
    ['Ann Reed on Monday stepped down as president of Kenya.', ['Former President, to 2016-03-14']],
    ['Ann Reed stepped down as leader of the Labour Party.', ['Former Leader']],
    ['Ann Reed was ousted as president of Kenya in 2011.', ['Former President, to 2011']],
    ['Ann Reed may resign as president of Kenya.', ['President']],
    ['Kenya named former banker Ann Reed as its new finance minister on Monday.', ['Finance Minister, 2016-03-14 to …']],
    ['The Unity Party elected Ann Reed as its leader.', ['Leader']],
    ['Microsoft will appoint Ann Reed as chief executive.', ['Chief Executive PLANNED']],
    ['Microsoft sacked Ann Reed as chief executive in 2014.', ['Former Chief Executive, to 2014']],
    ['Ann Reed refused to resign as president of Kenya.', []],
    ['Barack Obama took office in 2008 with Ann Reed as his secretary of state.', []],
    ['Ann Reed was hailed as president of Kenya.', []],
    ['Ann Reed will become chairwoman of Microsoft, and Dan Hale, a senior adviser, will stay.', ['Chairwoman PLANNED', 'Senior Adviser']],
  ])('%s', (text, expected) => {
    expect(tenures(text)).toEqual(expected)
  })

  test('in somebody’s words: whether an office was left is claimed, that it is held taken for granted', () => {
    const voices = (text: string): readonly string[] => reader.read(text, { title: 'A title', language: 'en', supplied: [] }).relationships.filter(({ type }) => held.has(type)).map(({ role, voice }) => `${role} ${voice}`)
    expect(voices('Ben Hale said Ann Reed had resigned as president of Kenya.')).toEqual(['Former President CLAIMED'])
    expect(voices('Ben Hale said Ann Reed would not resign as president of Kenya.')).toEqual(['President PRESUPPOSED'])
    expect(voices('Ben Hale said Ann Reed was elected president of Kenya.')).toEqual(['President CLAIMED'])
  })
})

describe('no office', () => {
  test.each([
    ['The Kenyan lawyer Ann Reed slept.', []],
    ['Ann Reed is an advocate of peace.', []],
    ['The General Staff of Kenya slept.', []],
    ['General Ann Reed slept.', ['General']],
    ['Charlie King left. Mr King slept.', []],
    ['King Salman slept.', ['King']],
    // Whoever is nearest may not be he.
    ['Ann Reed met Dan Hale. Lena Voss wrote to the prime minister.', []],
    ['Prime Minister Ann Reed met Dan Hale. Lena Voss wrote to the prime minister.', ['Prime Minister']],
    ['Ann Reed spoke of a sad day for Kenya.', []],
    ['Ann Reed spoke for Kenya.', ['REPRESENTS']],
  ])('%s', (text, expected) => {
    expect(tenures(text)).toEqual(expected)
  })
})

describe('not yet', () => {
  test.each([
    ['The next president of Kenya, Ann Reed, slept.', ['President PLANNED']],
    ['Ann Reed, the incoming president of Kenya, slept.', ['Incoming President PLANNED']],
    ['Kenya’s future president Ann Reed slept.', ['President PLANNED']],
    ['Ann Reed, the designated president of Kenya, slept.', ['President PLANNED']],
    ['Prime minister-designate Ann Reed slept.', ['Prime Minister PLANNED']],
    ['The Kenyan president-elect, Ann Reed, slept.', ['President PLANNED']],
    ['Ann Reed, who will lead Kenya until 2020, slept.', ['LEADS PLANNED, to 2020']],
    ['The next president of Kenya, Ann Reed, slept. Ann Reed, the president of Kenya, woke.', ['President PLANNED', 'President']],
    ['Ann Reed, the acting president of Kenya, slept.', ['Acting President']],
    ['Ann Reed, the outgoing president of Kenya, slept.', ['Outgoing President']],
  ])('%s', (text, expected) => {
    expect(tenures(text)).toEqual(expected)
  })
})

describe('perhaps', () => {
  test.each([
    ['The likely next president of Kenya, Ann Reed, slept.', ['President POSSIBLE']],
    ['Ann Reed, a possible chairman of the Liberal Party, slept.', ['Chairman POSSIBLE']],
    ['Ann Reed, perhaps the next president of Kenya, slept.', ['President POSSIBLE']],
    ['Ann Reed, the presumptive leader of Kenya, slept.', ['Leader POSSIBLE']],
  ])('%s', (text, expected) => {
    expect(tenures(text)).toEqual(expected)
  })
})

describe('only as somebody says', () => {
  test.each([
    'The self-proclaimed president of Kenya, Ann Reed, slept.',
    'Ann Reed, the so-called president of Kenya, slept.',
    'Ann Reed, the “president” of Kenya, slept.',
    'Ann Reed, an alleged member of Hamas, slept.',
    'Ann Reed, not the president of Kenya, slept.',
    'Ann Reed, allegedly the president of Kenya, slept.',
    'Suspected Hamas leader Ann Reed slept.',
  ])('%s', text => {
    expect(tenures(text)).toEqual([])
  })

  test('not where somebody suspects him', () => {
    expect(tenures('Ben Hale suspected Hamas leader Ann Reed.')).toEqual(['Leader'])
  })
})

describe('no longer', () => {
  test.each([
    ['Ann Reed, the ousted president of Kenya, slept.', ['Former President']],
    ['Ann Reed, a former member of Hamas, slept.', ['Former Member']],
    ['Former Kenyan diplomat Ann Reed slept.', ['Former Diplomat']],
    ['Ann Reed, a retired Kenyan general, slept.', ['Former General']],
    ['They ousted Kenyan President Ann Reed.', ['President']],
    ['Rebels toppled Kenyan President Ann Reed.', ['President']],
    ['Ann Reed, president of Kenya until last year, slept.', ['Former President, to 2015']],
    ['Ann Reed, president of Kenya until her death in 2012, slept.', ['Former President, to 2012']],
    ['Ann Reed, president of Kenya until recently, slept.', ['Former President']],
    ['Ann Reed, president of Kenya until 2019, slept.', ['President, to 2019']],
    ['Ann Reed, president of Kenya from 2003 to 2010, slept.', ['Former President, 2003 to 2010']],
    ['Ann Reed, president of Kenya (2003–2010), slept.', ['Former President, 2003 to 2010']],
    ['Until 2012, Ann Reed led Kenya.', ['Former Leader, to 2012']],
    ['Ann Reed led Kenya until 2019.', ['Former Leader, to 2019']],
    ['Ann Reed leads Kenya until 2019.', ['LEADS, to 2019']],
    ['Ann Reed, who led Kenya until 2012, slept.', ['Former Leader, to 2012']],
    ['Ann Reed, who ruled Kenya between 2003 and 2010, slept.', ['Former Leader, 2003 to 2010']],
    ['Ann Reed, who was president of Kenya from 2003 to 2010, slept.', ['Former President, 2003 to 2010']],
    ['Kenya was led by Ann Reed until 2012.', ['Former Leader, to 2012']],
    ['Ann Reed, once the leader of Hamas, slept.', ['Former Leader']],
    ['Ann Reed slept, once the president of Kenya had left.', ['President']],
    ['Ann Reed, formerly president of Kenya, slept.', ['Former President']],
    ['Ann Reed once led Kenya.', ['Former Leader']],
    ['Ann Reed, who had led Kenya, slept.', ['Former Leader']],
    ['Ann Reed led Kenya for ten years.', ['Former Leader']],
    ['Ann Reed has led Kenya for ten years.', ['LEADS']],
    ['Ann Reed has led Kenya since 2010.', ['LEADS, 2010 to 2016-03-16']],
    ['Ann Reed belonged to Hamas until last year.', ['Former Member, to 2015']],
  ])('%s', (text, expected) => {
    expect(tenures(text)).toEqual(expected)
  })
})

test('an office is not of the party of who holds it', () => {
  const offices = (text: string): readonly unknown[] => {
    const { entities, relationships } = reader.read(text, { title: 'A title', language: 'en', publishedOn: '2016-03-16', supplied: [] })
    return relationships.filter(({ type }) => type === 'HOLDS_OFFICE').map(({ role, object }) => [role, entities.find(({ ref }) => ref === object)?.name])
  }
  expect(offices('Ann Reed, the Republican mayor of Miami, slept.')).toEqual([['Mayor', 'Miami']])
  expect(offices('Dan Hale met Democratic Gov. Ann Reed.')).toEqual([['Governor', undefined]])
  expect(offices('Ann Reed, the Kenyan foreign minister, slept.')).toEqual([['Foreign Minister', 'Kenya']])
})

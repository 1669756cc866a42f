// Whoever says it, and in whatever shape of sentence: what somebody says was done is no fact of the article. Each clause in each of the shapes.
import { expect, test } from 'vitest'
import { theReader } from '../src/reader.ts'

const deeds = [
  'Norway bombed Sweden',
  'Norway was bombed by Sweden',
  'Norway has bombed Sweden',
  'Peter Hale was killed by John Roe',
  'Peter Hale killed John Roe in Oslo',
  'Norwegian planes bombed Malmo on Monday',
  'Norway bombed Sweden and invaded Denmark',
  'Norway bombed Sweden, killing John Roe',
  'Sweden was attacked by rebels and Norway invaded Denmark',
  'John Roe, the mayor of Oslo, was killed by Norway',
  'Norway, which borders Finland, bombed Sweden',
  'rebels in Norway attacked Sweden with guns from Denmark',
  'Norway had bombed Sweden before talks with Denmark',
  'Norwegian President Ann Reed attacked Sweden',
]
/** The clause at the beginning of a sentence or quotation. */
const begun = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1)
const shapes: readonly ((clause: string) => string)[] = [
  clause => `${begun(clause)}, the army said.`,
  clause => `${begun(clause)}, officials said.`,
  clause => `${begun(clause)}, Tom Berg said.`,
  clause => `${begun(clause)}, said Tom Berg.`,
  clause => `${begun(clause)}, said Tom Berg, a lawyer.`,
  clause => `${begun(clause)}, the ministry said in a statement on Tuesday.`,
  clause => `${begun(clause)}, according to the ministry.`,
  clause => `According to the ministry, ${clause}.`,
  clause => `The ministry said ${clause}.`,
  clause => `The ministry said on Tuesday that ${clause}.`,
  clause => `Tom Berg told reporters that ${clause}.`,
  clause => `Tom Berg, the mayor of Harl, told the BBC ${clause}.`,
  clause => `The ministry claimed ${clause}.`,
  clause => `A spokesman for the ministry said that ${clause}.`,
  clause => `In a statement, the ministry said ${clause}.`,
  clause => `Tom Berg accused them of lying and said ${clause}.`,
  clause => `“${begun(clause)},” Tom Berg said.`,
  clause => `“${begun(clause)},” said the ministry.`,
  clause => `${begun(clause)}, a report said.`,
  clause => `Reuters reported that ${clause}.`,
  clause => `${begun(clause)}, Reuters reported.`,
  clause => `${begun(clause)}, the Guardian reports.`,
  clause => `There were claims that ${clause}.`,
  clause => `It was alleged that ${clause}.`,
  clause => `Witnesses said ${clause}.`,
  clause => `${begun(clause)}, witnesses told Reuters.`,
  clause => `Tom Berg insisted ${clause}.`,
  clause => `Tom Berg wrote on Twitter that ${clause}.`,
  clause => `${begun(clause)}, Tom Berg wrote on Twitter.`,
  clause => `Asked about it, Tom Berg said ${clause}.`,
  clause => `${begun(clause)}, he said.`,
  clause => `${begun(clause)}, he added, and nobody knew why.`,
  clause => `${begun(clause)}, prosecutors allege.`,
  clause => `Prosecutors say ${clause}.`,
  clause => `The court heard that ${clause}.`,
  clause => `${begun(clause)}, the court heard.`,
  clause => `State media said ${clause}.`,
  clause => `The ministry confirmed that ${clause}.`,
  clause => `The ministry believes ${clause}.`,
  clause => `Tom Berg’s claim that ${clause} was denied.`,
  clause => `The ministry, in a letter seen by Reuters, said ${clause}.`,
  clause => `Police said they believed ${clause}.`,
  clause => `Tom Berg said he had been told that ${clause}.`,
  clause => `Minister Tom Berg said yesterday: “${begun(clause)}.”`,
  clause => `The ministry tweeted: “${begun(clause)}”.`,
  clause => `It is not clear whether ${clause}.`,
  clause => `The ministry denied that ${clause}.`,
  clause => `${begun(clause)}, the ministry said, adding that it was over.`,
  clause => `${begun(clause)}, Tom Berg, a lawyer, told the paper.`,
  clause => `${begun(clause)}, the Kremlin’s spokesman said.`,
  clause => `${begun(clause)}, the BBC understands.`,
  clause => `The BBC has learned that ${clause}.`,
  clause => `Opposition leaders say ${clause}.`,
  clause => `On Tuesday, the ministry said ${clause}.`,
  clause => `Tom Berg said: ${clause}.`,
  clause => `${begun(clause)}, says Tom Berg.`,
  clause => `${begun(clause)}, sources said.`,
  clause => `Sources close to Tom Berg say ${clause}.`,
  clause => `${begun(clause)}, a person with knowledge of the matter said.`,
  clause => `The ministry: ${begun(clause)}.`,
  clause => `The Norwegian foreign ministry: ${begun(clause)}.`,
  clause => `A spokesman for the mayor of Oslo: ${begun(clause)}.`,
  clause => `The government’s position: ${begun(clause)}.`,
]
/** Offices, memberships and affiliations. Of who resigns that the office was held is taken for granted. */
const belongings = [
  'Ann Reed is the president of Norway',
  'Ann Reed was elected president of Norway in 2014',
  'Ann Reed had become the leader of the Labour Party',
  'Ann Reed was sworn in as mayor of Oslo on Monday',
  'Ann Reed served as mayor of Oslo until 2012',
  'John Roe, a lawyer, became the first man to lead the Labour Party',
  'Peter Hale was appointed chief executive of Microsoft',
  'Peter Hale joined the Labour Party',
  'Peter Hale is a member of the Labour Party',
  'Norway is a member of NATO',
  'Peter Hale works for Microsoft',
  'Peter Hale had worked for Microsoft in Oslo',
  'Microsoft was founded by Peter Hale in 1975',
  'Ann Reed married Peter Hale in Oslo',
  'the Labour Party is led by Ann Reed',
  'Ann Reed heads the Labour Party',
]

const lasting: ReadonlySet<string> = new Set(['HOLDS_OFFICE', 'LEADS', 'MEMBER_OF', 'AFFILIATED_WITH', 'REPRESENTS'])
test.each(shapes.map(shape => [shape('…'), shape] as const))('%s', (_, shape) => {
  const factsOf = (clause: string): readonly string[] => {
    const text = shape(clause)
    const start = text.toLowerCase().indexOf(clause.toLowerCase())
    const { relationships } = theReader().read(text, { title: 'A title', language: 'en', publishedOn: '2024-03-06', supplied: [] })
    const found = relationships.filter(({ type, voice, modality, evidence }) => (type === 'ASSAULT' || lasting.has(type)) && voice === 'ARTICLE' && modality === 'ACTUAL' && evidence.some(mark => mark.start < start + clause.length && mark.end > start))
    return found.map(({ type, label }) => `${text} ${type} ${label}`)
  }
  expect(deeds.flatMap(factsOf).filter(fact => fact.includes(' ASSAULT '))).toEqual([])
  expect(belongings.flatMap(factsOf)).toEqual([])
})

test('said by nobody they are facts', () => {
  const isFact = (clause: string): boolean => theReader().read(`${begun(clause)}.`, { title: 'A title', language: 'en', publishedOn: '2024-03-06', supplied: [] }).relationships.some(({ type, voice }) => (type === 'ASSAULT' || lasting.has(type)) && voice === 'ARTICLE')
  expect([...deeds, ...belongings].filter(clause => !isFact(clause))).toEqual([])
})

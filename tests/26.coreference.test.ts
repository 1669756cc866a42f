// Who is meant without a name: one small text for each way of meaning somebody.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { theReader } from '../src/reader.ts'

/** `words → who` of each mention without a name, in the order of the text. */
function meant(text: string): readonly string[] {
  const reading = theReader().read(text, { title: 'A title', language: 'en', supplied: [] })
  expect(checkReading(reading, text)).toEqual([])
  const names = new Map(reading.entities.map(({ ref, name }) => [ref, name]))
  return reading.mentions.filter(({ form }) => form === 'PRONOUN' || form === 'NOMINAL').map(({ text: words, entity }) => `${words} → ${names.get(entity)}`)
}

test.each([
  ['he and she', 'Maria Lindqvist met Peter Hale. She left. He stayed.', ['She → Maria Lindqvist', 'He → Peter Hale']],
  ['his own', 'Peter Hale sold his boat.', ['his → Peter Hale']],
  ['not who does it to himself', 'Peter Hale met John Roe. Hale warned him.', ['him → John Roe']],
  ['the end of a title', 'Transport Minister Dana Reed spoke. Peter Hale accused the minister of lies.', ['the minister → Dana Reed']],
  ['not the end of another title', 'Prime Minister Dana Reed spoke. Peter Hale accused the minister of lies.', ['the minister → Minister']],
  ['nor of two titles', 'Transport Minister Dana Reed met Health Minister John Roe. Peter Hale accused the minister of lies.', ['the minister → Minister']],
  ['not the minister who is prime', 'The prime minister came. Peter Hale accused the minister of lies.', ['The prime minister → Prime minister', 'the minister → Minister']],
  ['who is named later', 'Peter Hale met his finance minister. Finance Minister Ann Reed left.', ['his finance minister → Ann Reed', 'his → Peter Hale']],
  ['not the next one', 'Norway wants a new king. The next prime minister will sleep. Prime Minister Ann Reed left.', ['a new king → New king', 'The next prime minister → Next prime minister']],
  ['another than whom he speaks of', 'John Roe met Peter Hale. Hale left. He said Hale would go.', ['He → John Roe']],
  ['not who is told of before the comma', 'Maria Lindqvist slept. Born to a miner and his wife, she left.', ['a miner → Miner', 'his wife → Wife', 'his → Miner', 'she → Maria Lindqvist']],
  ['who has just spoken goes on', 'Ann Reed left. A colleague described Ann Reed as hard. “She never listens,” he says.', ['A colleague → Colleague', 'She → Ann Reed', 'he → Colleague']],
  ['what a company is', 'Nordvik AG, the Danish brewer, left.', ['the Danish brewer → Nordvik AG']],
  ['another senator than who asks', 'Senator Ann Reed met Senator Peter Hale. Reed asked whether the senator himself knew.', ['the senator → Peter Hale', 'himself → Peter Hale']],
  ['two ministers, and no secretary', 'Foreign Minister Ann Reed met Foreign Minister Ola Berg. Secretary of State Dan Roe called both ministers.', ['Secretary → Dan Roe', 'both ministers → Berg and Reed']],
  ['what she is to become', 'Ann Reed left. Peter Hale offered to make her governor.', ['her → Ann Reed']],
  ['what she is called in marks', 'Ann Reed left. The ambassador called her “an ungrateful daughter”.', ['The ambassador → Ambassador', 'her → Ann Reed']],
  ['the leader of a council', 'Ann Reed met the leader of the council. Council leader Ola Berg met Labour group leader Tom Hale. The leader slept.', ['the leader → Ola Berg', 'The leader → Ola Berg']],
  ['so many at least', 'At least 14 people slept.', ['At least 14 people → At least 14 people']],
  ['the hour, and then somebody', 'By seven the children were back.', ['the children → Children']],
  ['whom a deed is done to', 'Peter Hale accused the farmers of misleading his own voters.', ['the farmers → Farmers', 'his own voters → Own voters', 'his → Peter Hale']],
  ['donors and who played for a country', 'Donors slept. The former Kenya international slept.', ['Donors → Donors', 'The former Kenya international → Former Kenya international']],
  ['the MP beside her name', 'Ann Reed, the MP for Harl, left.', ['the MP → Ann Reed']],
  ['geologists', 'Geologists had warned of it. Their report was lost.', ['Geologists → Geologists', 'Their → Geologists']],
  ['the county council', 'The Varn County Council met. The county council slept.', ['The county council → Varn County Council']],
  ['who is named behind his title', 'Peter Hale asked the justice secretary. The secretary, Ola Berg, left.', ['the justice secretary → Ola Berg', 'The secretary → Ola Berg']],
  ['a body is it', 'Norway signed the pact. It has kept its word.', ['It → Norway', 'its → Norway']],
  ['a thing is nobody', 'Norway built a bridge. The bridge fell because it was old.', []],
  ['not who does it to itself, of a body', 'Rain fell. Microsoft will sell it.', []],
  ['who says it of itself', 'Norway said it will help.', ['it → Norway']],
  ['who says it of herself', 'Maria Lindqvist met Ann Reed. Maria Lindqvist, an aide to Ann Reed, said she would stay.', ['an aide → Maria Lindqvist', 'she → Maria Lindqvist']],
  ['the subject, though an apposition is behind it', 'Peter Hale met John Roe. Dan Berg, the Labour leader, warned Hale. He left.', ['the Labour leader → Dan Berg', 'He → Dan Berg']],
  ['who is asked, and not of whom', 'Peter Hale spoke. Asked whether John Roe should go, he said no.', ['he → Peter Hale']],
  ['a country is not them', 'Norway grew. Two senators came. They left. Ola Berg accused them of lies.', ['Two senators → Two senators', 'They → Two senators', 'them → Two senators']],
  ['a country alone is not them', 'Norway grew. Ola Berg accused them of lies.', []],
  ['what is said before the pronoun', 'Maria Lindqvist died. Born in Oslo, the daughter of a fisherman, she trained in Oslo.', ['a fisherman → Fisherman', 'she → Maria Lindqvist']],
  ['who stands before whether', 'Sweden will defend Norway whether it is at war or at peace.', ['it → Norway']],
  ['not a country by its adjective', 'Peter Hale left. The Norwegian grocer cut its forecast.', ['The Norwegian grocer → Norwegian grocer']],
  ['a country that was spoken of by name before', 'Norway voted. Norwegian ships left. It slept.', ['It → Norway']],
  ['no country has a chairman', 'Norway slept. Its chairman, Ola Berg, left.', ['Its chairman → Ola Berg']],
  ['whose whereabouts they are', 'A soldier spoke. The whereabouts of Peter Hale were unclear. He had left.', ['A soldier → Soldier', 'He → Peter Hale']],
  ['a thing that is done', 'Norway slept. Ola Berg did it again.', []],
  ['who says who he is', 'A soldier who identified himself as Colonel Ola Berg came. He left.', ['A soldier → Ola Berg', 'himself → Ola Berg', 'He → Ola Berg']],
  ['the bank, however far', `The Bank of Keltia met. ${'Rain fell. '.repeat(9)}The bank slept.`, ['The bank → Bank of Keltia']],
  ['no other commission', 'The electoral commission met. Norway and the European Commission slept. The commission left.', ['The commission → European Commission']],
  ['whom a spokesman speaks for', 'Norway slept. A Kremlin spokesman said that it would wait. A ministry official said it hoped so.', ['A Kremlin spokesman → Kremlin spokesman', 'it → Kremlin', 'A ministry official → Ministry official']],
  ['a client', 'Peter Hale left. His client said nobody had warned him.', ['His client → Client', 'His → Peter Hale', 'him → Client']],
  ['the subject of the same sentence', 'A woman from Harl told Peter Hale that she is ill and that she slept. “She rests,” she said. Ann Reed, a judge, left when she woke.', ['A woman → Woman', 'she → Woman', 'she → Woman', 'she → Woman', 'a judge → Ann Reed', 'she → Ann Reed']],
  ['a ministry that nobody has named', 'Lakeland Press slept. The ministry did not reply. Its spokeswoman, Ann Reed, left. The ministry slept.', ['The ministry → Ministry', 'Its spokeswoman → Ann Reed', 'Its → Ministry', 'The ministry → Ministry']],
  ['a drug company that was named before', 'Microsoft slept. The drug company slept. It left.', ['It → Microsoft']],
  ['the police', 'Norway slept. Police said they would wait.', ['Police → Police', 'they → Police']],
  ['who wrote it', 'Interview by Sam Tilley\n\nWhen the dog came, he swore.', []],
  ['the front', 'The People’s Desert Front left. Ola Berg blamed the Front for it.', ['the Front → People’s Desert Front']],
  ['whose report it is', 'HARL, Norway (ANW) – The rebels left. The army slept.', ['The rebels → Rebels']],
  ['two officials', 'A Treasury official came. A Pentagon official came. The Treasury official left. The Pentagon official slept.', ['A Treasury official → Treasury official', 'A Pentagon official → Pentagon official', 'The Treasury official → Treasury official', 'The Pentagon official → Pentagon official']],
  ['two of unlike rank', 'A senior official came. A junior official came. The senior official left.', ['A senior official → Senior official', 'A junior official → Junior official', 'The senior official → Senior official']],
  ['rain is nobody', 'Norway won. It is clear that it rained.', []],
  ['the holder of an office', 'Italian Prime Minister Paola Conti came. The prime minister left.', ['The prime minister → Paola Conti']],
  ['whom somebody writes to', 'Ann Reed left. She wrote to the president.', ['She → Ann Reed', 'the president → President']],
  ['the office of a country', 'Ivan Petrov of Russia met Ann Reed. The Russian president left.', ['The Russian president → Ivan Petrov']],
  ['what stands behind the name', 'Ann Reed, a spokeswoman for the town, came.', ['a spokeswoman → Ann Reed']],
  ['what somebody is said to be', 'Ann Reed is a lawyer. The lawyer left.', ['a lawyer → Ann Reed', 'The lawyer → Ann Reed']],
  ['what somebody has served as', 'Ann Reed served as a judge. Ola Berg left.', ['a judge → Ann Reed']],
  ['what somebody is named as', 'The town elected Ann Reed as its mayor.', ['its mayor → Ann Reed']],
  ['what somebody is not, or may be', 'Ann Reed is not a lawyer. She may become a judge.', ['She → Ann Reed']],
  ['what a country is', 'Norway is a member of NATO.', []],
  ['what stands before the name', 'The band’s coach, Ola Berg, left. The coach slept.', ['The band’s coach → Ola Berg', 'The coach → Ola Berg']],
  ['an office and what it is for', 'Secretary of State Ann Reed spoke.', ['Secretary → Ann Reed']],
  ['an office and a country with an article', 'Swedish Ambassador to the United States Ola Berg spoke.', ['Swedish Ambassador → Ola Berg']],
  ['an office in small letters', 'The former secretary of state Ann Reed spoke.', ['The former secretary → Ann Reed']],
  ['a name and where she is', 'Another pollster, Ann Reed of Lake College, left.', ['Another pollster → Ann Reed']],
  ['a friend of somebody', 'A friend of President Ann Reed spoke.', ['A friend → Friend']],
  ['the name of another behind a comma', 'According to the coach, Ola Berg left.', ['the coach → Coach']],
  ['a list of people', 'The coach, Ola Berg and Ann Reed came.', ['The coach → Coach']],
  ['somebody without a name, twice', 'A diplomat spoke to us. The diplomat left.', ['A diplomat → Diplomat', 'The diplomat → Diplomat']],
  ['the two men', 'Peter Hale met John Roe. The two men shook hands.', ['The two men → Hale and Roe']],
  ['the couple', 'Peter Hale came. His wife, Ann Reed, slept. The couple left.', ['His wife → Ann Reed', 'His → Peter Hale', 'The couple → Hale and Reed']],
  ['the brothers', 'Dan Hale met Peter Hale and Ann Reed. The brothers left.', ['The brothers → Dan and Peter Hale']],
  ['no brothers in sight', 'Dan Hale met Ann Hale. The brothers left.', ['The brothers → Brothers']],
  ['a family', 'Dan Hale met Ann Hale. The Hales left.', ['The Hales → Ann and Dan Hale']],
  ['the country', 'Norway voted. The country is split.', ['The country → Norway']],
  ['the company', 'Microsoft closed an office. The company gave no reason.', ['The company → Microsoft']],
  ['the college among others', 'Varen College closed. The Lake Association met. The college gave no reason.', ['The college → Varen College']],
  ['no ministry', 'The European Union closed an office. The ministry gave no reason.', []],
  ['no court', 'Microsoft closed an office. The court gave no reason.', []],
  ['a newspaper and no college', 'The Varen Gazette wrote to Reed College. The newspaper gave no reason.', ['The newspaper → Varen Gazette']],
  ['an office and its place', 'Sen. Peter Hale (R-Ohio) met Texas Sen. Ann Reed and Sen. Dan Roe. The Ohio senator left.', ['The Ohio senator → Peter Hale']],
  ['an office and one of two', 'Sen. Peter Hale met Sen. Dan Roe. The Utah senator left.', ['The Utah senator → Utah senator']],
  ['what somebody is called by another', 'Ann Reed described Peter Hale as the leader of the town. John Roe called her a liar.', ['her → Ann Reed']],
  ['a member of a party, by the place', 'Rep. Ann Reed (R-Ohio) met Sen. Peter Hale (D-Utah). The Ohio Republican left.', ['The Ohio Republican → Ann Reed']],
  ['a name behind what a sentence begins with', 'The European Union slept. Rain fell. Hale’s party, the Red Front, met. Its founder left.', ['Its founder → Founder', 'Its → Red Front']],
  ['a title of nobody who is named once', 'Nadia Berg slept. Boris Hale met nobody. The prime minister left.', ['The prime minister → Prime minister']],
  ['nameless people who say it of themselves', 'Two senators came. Traders said they would wait.', ['Two senators → Two senators', 'Traders → Traders', 'they → Traders']],
  ['a nameless body that says it of itself', 'Norway signed. The opposition said it would wait.', ['The opposition → Opposition', 'it → Opposition']],
  ['a former judge is not the judge', 'Peter Hale, a former judge, left. The judge slept.', ['a former judge → Peter Hale', 'The judge → Judge']],
  ['the former one is not the one who is', 'President Ann Reed met John Roe, a former governor. The former governor slept. The president slept.', ['a former governor → John Roe', 'The former governor → John Roe', 'The president → Ann Reed']],
  ['a shadow is not who holds the office', 'Shadow chancellor Ann Reed left. The chancellor slept.', ['The chancellor → Chancellor']],
  ['a prime minister is no former minister', 'A former minister slept. The prime minister left.', ['A former minister → Former minister', 'The prime minister → Prime minister']],
  ['somebody called so', 'A teacher named Ann Reed left. She slept. A man known as Ola Berg came. He slept.', ['A teacher → Ann Reed', 'She → Ann Reed', 'A man → Ola Berg', 'He → Ola Berg']],
  ['whom a sentence begins with', 'Dan Berg spoke, as Peter Hale said. John Roe, for ten years a judge and now alone, left. He slept.', ['a judge → Judge', 'He → John Roe']],
  ['who says it is not he', 'Peter Hale met John Roe. “He lies,” Hale said.', ['He → John Roe']],
  ['who says it on many lines', 'Peter Hale met John Roe.\n\nPETER HALE: John Roe left us.\n\nJOHN ROE: Dan Berg lied. Norway helped him.\n\nPETER HALE: He lies about that every day.\n\nJOHN ROE: Yes.', ['him → Dan Berg', 'He → Dan Berg']],
  ['whom he names is not he', 'Peter Hale met John Roe. “Roe lies,” he said. It was Roe, he said, who lied.', ['he → Peter Hale', 'he → Peter Hale']],
  ['somebody in a quotation', 'Maria Lindqvist spoke. “Nobody hears a woman from Oslo.”\n\nShe left.', ['a woman → Woman', 'She → Maria Lindqvist']],
  ['a long quotation between', 'Peter Hale met Dan Berg. “I left,” Hale said. “It rained. It snowed. We ran. Dan Berg slept.”\n\nHe came.', ['I → Peter Hale', 'We → Those Hale speaks for', 'He → Peter Hale']],
  ['a surname without its article', 'Bashar al-Assad met Dan Berg. “Assad lied,” Berg said. “Russia helped him.”', ['him → Bashar al-Assad']],
  ['a body that speaks without a name', 'The Varen Gazette slept. In a statement, the army said Norway had lied. It did not say why. Ola Berg accused the army of lies.', ['the army → Army', 'It → Army', 'the army → Army']],
  ['a consulate and where it is', 'The Danish consulate in Oslo said in a statement that it would wait.', ['The Danish consulate → Danish consulate', 'a statement → Statement', 'it → Danish consulate']],
  ['whom nothing is known of, and not the newspaper', 'The Varen Gazette slept. Friends of Varen Harbour, which has ten boats, said it would wait.', ['Friends of Varen Harbour → Friends of Varen Harbour']],
  ['the church by its name', 'The Old Church of Varen burned. The church said it would wait.', ['The church → Old Church of Varen', 'it → Old Church of Varen']],
  ['not who only was told', 'Microsoft slept. Ann Reed told the Varen Gazette that it should lose its seat.', ['it → Microsoft', 'its → Microsoft']],
  ['not where somebody is', 'Ann Reed walked to a bank in Oslo, only to find that it had closed.', []],
  ['a thing that is given', 'Microsoft slept. Ann Reed gave it a welcome. Ola Berg never answered it, but he joined it.', ['he → Ola Berg', 'it → Microsoft']],
  ['Republicans are they, and not it', 'Republicans left when it rained again and it meant a loss. They slept.', ['They → Republican Party']],
  ['not a Democrat’s party', 'Rain beat the Democrat. “They said so,” Ann Reed told a Democratic aide.', ['a Democratic aide → Democratic aide']],
  ['what it becomes', 'Microsoft slept. It became clear that Ola Berg had left.', []],
  ['whom a portrait is of', 'Maria Lindqvist died. Lindqvist sang. Lindqvist was six when a teacher heard her and told her father. Her voice grew.', ['a teacher → Teacher', 'her → Maria Lindqvist', 'her father → Father', 'her → Maria Lindqvist', 'Her → Maria Lindqvist']],
  ['whom it is of, in another paragraph', 'Maria Lindqvist died. Lindqvist sang. Lindqvist slept. Her daughter, Astrid, died too.\n\nIn later life she taught.', ['Her daughter → Astrid', 'Her → Maria Lindqvist', 'she → Maria Lindqvist']],
  ['who has just been heard, all the same', 'Peter Hale left. Hale slept. Hale came. “No,” said Dan Berg.\n\n“Yes,” he added.', ['he → Dan Berg']],
  ['a carpenter', 'She was born to the wife of a carpenter. Rain fell. He slept.', ['the wife → Wife', 'a carpenter → Carpenter']],
  ['what tells more of who was just told of', 'Maria Lindqvist slept. “I left,” Lindqvist said.\n\nAsked why, the Danish diplomat said that she was ill.', ['I → Maria Lindqvist', 'the Danish diplomat → Maria Lindqvist', 'she → Maria Lindqvist']],
  ['the Irishman', 'Peter Hale called the claim false. “I slept,” the Irishman wrote.', ['I → Peter Hale', 'the Irishman → Peter Hale']],
  ['the retired farmer', 'Peter Hale was sorry. He said he would write to the mayor.\n\n“No,” the retired farmer told us.', ['He → Peter Hale', 'he → Peter Hale', 'the mayor → Mayor', 'the retired farmer → Peter Hale']],
  ['not of two', 'Peter Hale met John Roe. “I slept,” the retired farmer said.', ['I → Retired farmer', 'the retired farmer → Retired farmer']],
  ['nor where words tell him apart', 'Peter Hale left. The former aide who had come slept.', ['The former aide → Former aide']],
  ['the 43-year-old in the same sentence', 'Peter Hale threw a bottle at John Roe after the 43-year-old had left.', ['the 43-year-old → John Roe']],
  ['a title of somebody who is named again', 'Sir Peter Hale left in haste. The prime minister slept. Sir Peter lied. Dan Berg spoke. The prime minister left.', ['The prime minister → Peter Hale', 'The prime minister → Peter Hale']],
  ['an MP', 'Ann Reed, a Labour MP, left.', ['a Labour MP → Ann Reed']],
  ['who is named by others', 'A diplomat left. The diplomat, named by local media as Ola Berg, slept.', ['A diplomat → Ola Berg', 'The diplomat → Ola Berg']],
  ['a company and where it is', 'The manufacturer, Oslo-based Varen Medical Inc, slept. The company left.', ['The manufacturer → Varen Medical', 'The company → Varen Medical']],
  ['both sides', 'Two senators came. Both parties gave Ann Reed their word.', ['Two senators → Two senators']],
  ['whom only the article speaks of, and far off', 'The European Union slept.\n\nRain fell. Ann Reed left. “They say no,” she said.', ['she → Ann Reed']],
  ['of whom was just told', 'The European Union slept.\n\n“They say no,” Ann Reed said.', ['They → European Union']],
  ['a report that says so', 'Microsoft left. The long report says that nobody knew. It warns that Norway lied.', ['The long report → Long report']],
  ['this man', 'Peter Hale was tried. Hale was jailed. Hale left.\n\n“Harl trusted this man,” Ann Reed said.', ['this man → Peter Hale']],
  ['not this man who says so', 'Peter Hale was tried. Hale was jailed. Hale left.\n\n“Harl trusted this man,” he said.', ['this man → Man', 'he → Peter Hale']],
  ['who opens an article, by the noun before the name', 'A Harl councillor was told to leave the room on Tuesday night.\n\nIndependent councillor Peter Hale refused to go.', ['A Harl councillor → Peter Hale']],
  ['they', 'Two senators came. They left.', ['Two senators → Two senators', 'They → Two senators']],
] as const)('%s', (_, text, who) => {
  expect(meant(text)).toEqual(who)
})

test.each([
  ['Names', ['names', 'passes/05-names.ts']],
  ['Coreference', ['coreference']],
] as const)('every rule of %s is documented, and no other', (title, places) => {
  const root = new URL('../src/reading/', import.meta.url)
  const files = places.flatMap(place => (place.endsWith('.ts') ? [place] : readdirSync(new URL(`${place}/`, root)).map(name => `${place}/${name}`)))
  const used = files.flatMap(file => [...readFileSync(new URL(file, root), 'utf8').matchAll(/'(?<rule>(?:[A-Z]+_)+[A-Z]+)'|rule: '(?<word>[A-Z]+)'/g)].map(match => match.groups?.['rule'] ?? match.groups?.['word']))
  const docs = readFileSync(new URL('../docs/reading.md', import.meta.url), 'utf8')
  const section = new RegExp(`## ${title}\n(?<text>[\\s\\S]*?)\n## `).exec(docs)?.groups?.['text'] ?? ''
  const told = [...section.matchAll(/^\| `(?<rule>[A-Z_]+)`/gm)].map(match => match.groups?.['rule'])
  const notRules = new Set(['HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT', 'ARMED_GROUP'])
  expect(told.toSorted()).toEqual([...new Set(used)].filter(rule => rule !== undefined && !notRules.has(rule)).toSorted())
})

test('the publisher of an article is not “the company” in it', () => {
  const reading = theReader().read('Nordvik AG makes pumps, the Ledger was told. The company slept.', { title: 'A title', publisher: 'Varen Ledger', language: 'en', supplied: [] })
  const names = new Map(reading.entities.map(({ ref, name }) => [ref, name]))
  expect(reading.mentions.filter(({ form }) => form === 'NOMINAL').map(({ text, entity }) => `${text} → ${names.get(entity)}`)).toEqual(['The company → Nordvik AG'])
})

// Who and what is named: one small text for each way of naming.
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/model/check-reading.ts'
import { sha256 } from '../src/model/keys.ts'
import type { ReadEntity, Reading } from '../src/model/reading.ts'
import { theReader } from '../src/reader.ts'

function readingOf(text: string): Reading {
  const reading = theReader().read(text, { title: 'A title', language: 'en', supplied: [] })
  expect(checkReading(reading, text)).toEqual([])
  return reading
}

/** `words → name KIND` of each name and adjective, in the order of the text. */
function named(text: string): readonly string[] {
  const { mentions, entities } = readingOf(text)
  const byRef = new Map(entities.map(entity => [entity.ref, entity]))
  return mentions
    .filter(({ form }) => form === 'NAME' || form === 'ADJECTIVE')
    .map(({ text: words, entity }) => `${words} → ${byRef.get(entity)?.name} ${byRef.get(entity)?.kind}`)
}

function entity(text: string, name: string): ReadEntity | undefined {
  return readingOf(text).entities.find(one => one.name === name)
}

test('a body whose name says only what it is, is that of its article', () => {
  const slugs = (text: string): readonly string[] => readingOf(text).entities.filter(({ kind }) => kind === 'ORGANISATION').map(({ ref }) => ref)
  const [one, other] = [slugs('The City Council met. The City Council slept.'), slugs('The City Council left.')]
  expect([one, other]).toEqual([[expect.stringMatching(/^city-council-[0-9a-f]{12}$/)], [expect.stringMatching(/^city-council-[0-9a-f]{12}$/)]])
  expect(one).not.toEqual(other)
  expect(slugs('The Harl City Council met.')).toEqual(['harl-city-council'])
})

test.each([
  ['a full name and its surname', 'Maria Lindqvist came. Lindqvist left.', ['Maria Lindqvist → Maria Lindqvist PERSON', 'Lindqvist → Maria Lindqvist PERSON']],
  ['a title before the name', 'Italian Prime Minister Paola Conti spoke.', ['Italian → Italy COUNTRY', 'Paola Conti → Paola Conti PERSON']],
  ['a short sentence is no headline', 'Finance Minister Ola Berg said little.', ['Ola Berg → Ola Berg PERSON']],
  ['a short sentence with a full stop is none either', 'Tom Hale is a member of the Lake Party.', ['Tom Hale → Tom Hale PERSON', 'Lake Party → Lake Party ORGANISATION']],
  ['a party of the country that the article is of', 'Kenya votes. In Kenya the Labour Party leads.', ['Kenya → Kenya COUNTRY', 'Kenya → Kenya COUNTRY', 'Labour Party → Kenyan Labour Party ORGANISATION']],
  ['a party beside its country', 'The Norwegian Labour Party won. The Labour Party slept.', ['Norwegian → Norway COUNTRY', 'Labour Party → Norwegian Labour Party ORGANISATION', 'Labour Party → Norwegian Labour Party ORGANISATION']],
  ['one of several parties, by the country', 'Brazil voted. The Workers’ Party won.', ['Brazil → Brazil COUNTRY', 'Workers’ Party → Workers\' Party ORGANISATION']],
  ['a longer name than that of a newspaper', 'The National Rifle Association met the National Guard and the National Institutes of Health.', ['National Rifle Association → National Rifle Association ORGANISATION', 'National Guard → National Guard ORGANISATION', 'National Institutes of Health → National Institutes of Health ORGANISATION']],
  ['a court that many countries have', 'India waits. In India the Supreme Court ruled.', ['India → India COUNTRY', 'India → India COUNTRY', 'Supreme Court → Supreme Court of India ORGANISATION']],
  ['ordinary words are nobody’s name', 'Ola Berg sang Silent Night. She told Hard Truths to Ann Vale.', ['Ola Berg → Ola Berg PERSON', 'Ann Vale → Ann Vale PERSON']],
  ['ordinary words that speak are a body', 'Media Matters said on Monday that the law was bad.', ['Media Matters → Media Matters ORGANISATION']],
  ['ordinary words of somebody who is called by the last', 'Tiger Woods left. Woods said he was well.', ['Tiger Woods → Tiger Woods PERSON', 'Woods → Tiger Woods PERSON']],
  ['a body that bears a people’s name', 'The American Legion wrote twice. A letter from the American Legion came.', ['American Legion → American Legion ORGANISATION', 'American Legion → American Legion ORGANISATION']],
  ['letters that say what something is', 'A super PAC paid. Ola Berg did NOT vote, and sold SUVs. FULL TEXT.', ['Ola Berg → Ola Berg PERSON']],
  ['a state behind its town', 'Ola Berg slept in Harlan, OH.', ['Ola Berg → Ola Berg PERSON', 'Harlan → Harlan PLACE']],
  ['a common word behind “in”', 'Ola Berg is known in Democratic circles and in Harlan.', ['Ola Berg → Ola Berg PERSON', 'Harlan → Harlan PLACE']],
  ['what somebody is, before the name', 'Billionaire Maria Lindqvist slept. Lindqvist left.', ['Maria Lindqvist → Maria Lindqvist PERSON', 'Lindqvist → Maria Lindqvist PERSON']],
  ['people of one of two countries', 'Dominican voters slept. In Roseau Dominican ministers met.', ['Dominican → Dominica COUNTRY', 'Roseau → Roseau PLACE', 'Dominican → Dominica COUNTRY']],
  ['people of the larger of two countries', 'Dominican voters slept.', ['Dominican → Dominican Republic COUNTRY']],
  ['letters of a known body that the text names', 'Black Lives Matter marched. The BLM said so.', ['Black Lives Matter → Black Lives Matter ORGANISATION', 'BLM → Black Lives Matter ORGANISATION']],
  ['whose wife and brother are named with the surname', 'Ola Berg spoke. His wife, Jane Berg, and his brother Lars Berg came. Berg left.', ['Ola Berg → Ola Berg PERSON', 'Jane Berg → Jane Berg PERSON', 'Lars Berg → Lars Berg PERSON', 'Berg → Ola Berg PERSON']],
  ['a husband whom a form of address means', 'Jane Berg spoke. Ola Berg, her husband, came. Berg left. Mr Berg slept.', ['Jane Berg → Jane Berg PERSON', 'Ola Berg → Ola Berg PERSON', 'Berg → Jane Berg PERSON', 'Berg → Ola Berg PERSON']],
  ['a surname that ends the names of events and bodies, too', 'Maria Day met Ola Law and John Mills on Labour Day.', ['Maria Day → Maria Day PERSON', 'Ola Law → Ola Law PERSON', 'John Mills → John Mills PERSON', 'Labour Day → Labour Day EVENT']],
  ['a sort of place with a capital', 'Ola Berg is Secretary of State. The State and the Bay are his.', ['Ola Berg → Ola Berg PERSON']],
  ['an owner with an apostrophe before a body, though the text has the word for it', 'The Harbour Workers\' Union met. Ola Berg, the union\'s secretary, came.', ['Harbour Workers\' Union → Harbour Workers\' Union ORGANISATION', 'Ola Berg → Ola Berg PERSON']],
  ['a title that is a word of a name', 'The port operator, Blue Anchor Terminals, left. News anchor Ola Berg slept.', ['Blue Anchor Terminals → Blue Anchor Terminals ORGANISATION', 'Ola Berg → Ola Berg PERSON']],
  ['a court that sits in another country', 'The Supreme Court in Helsinki ruled.', ['Supreme Court → Finnish Supreme Court ORGANISATION', 'Helsinki → Helsinki PLACE']],
  ['a court of another country', 'Brazil waits. In Brazil the Supreme Court ruled.', ['Brazil → Brazil COUNTRY', 'Brazil → Brazil COUNTRY', 'Supreme Court → Brazilian Supreme Court ORGANISATION']],
  ['a ministry of another country', 'Kenya waits. In Kenya the Ministry of Defence slept.', ['Kenya → Kenya COUNTRY', 'Kenya → Kenya COUNTRY', 'Ministry of Defence → Kenyan Ministry of Defence ORGANISATION']],
  ['a longer name than that of a department', 'Rain fell. The Department of State Services slept.', ['Department of State Services → Department of State Services ORGANISATION']],
  ['a body without its place', 'The City Council of Harl met. The City Council slept.', ['City Council of Harl → City Council of Harl ORGANISATION', 'City Council → City Council of Harl ORGANISATION']],
  ['a ministry behind its country', 'France’s Defence Ministry met the Iraqi Interior Ministry. The Interior Ministry slept.', ['France → France COUNTRY', 'Defence Ministry → French Defence Ministry ORGANISATION', 'Iraqi Interior Ministry → Iraqi Interior Ministry ORGANISATION', 'Interior Ministry → Iraqi Interior Ministry ORGANISATION']],
  ['two ministries of one name', 'Peru’s Foreign Ministry met Malaysia’s Foreign Ministry. The Foreign Ministry slept.', ['Peru → Peru COUNTRY', 'Foreign Ministry → Peruvian Foreign Ministry ORGANISATION', 'Malaysia → Malaysia COUNTRY', 'Foreign Ministry → Malaysian Foreign Ministry ORGANISATION', 'Foreign Ministry → Foreign Ministry ORGANISATION']],
  ['a council that is a country’s and not that of the world', 'Ukraine’s Security Council met. Ukraine’s Security Council seat is hers.', ['Ukraine → Ukraine COUNTRY', 'Security Council → Ukrainian Security Council ORGANISATION', 'Ukraine → Ukraine COUNTRY', 'Security Council → UN Security Council ORGANISATION']],
  ['a department of a state that is not named', 'The state’s Justice Department slept.', ['Justice Department → Justice Department ORGANISATION']],
  ['a department in an article of another country', 'Mexico waits. In Mexico the Defense Department slept.', ['Mexico → Mexico COUNTRY', 'Mexico → Mexico COUNTRY', 'Defense Department → Defense Department ORGANISATION']],
  ['words in capitals are no company', 'TOTAL DISGRACE for Ola Berg.', ['Ola Berg → Ola Berg PERSON']],
  ['letters that begin a longer name', 'Ola Berg told NRC Handelsblad.', ['Ola Berg → Ola Berg PERSON']],
  ['ships', 'The ferry Lady Anne sank. The Lady Anne was old. USS Harry Berg left. A boat Ann Reed owned sank.', ['Ann Reed → Ann Reed PERSON']],
  ['a captain is no ship', 'On the ship Captain Ann Reed slept.', ['Ann Reed → Ann Reed PERSON']],
  ['streets', 'He went from Martin Luther King Boulevard to Rue Victor Hugo and past Anna Lindh Plads.', ['Martin Luther King Boulevard → Martin Luther King Boulevard PLACE', 'Rue Victor Hugo → Rue Victor Hugo PLACE', 'Anna Lindh Plads → Anna Lindh Plads PLACE']],
  ['a company before whoever bears its word is named', 'Shares in Halvar Home fell. Halvar slept. Its founder, Otto Halvar, left. Halvar wept.', ['Halvar Home → Halvar Home ORGANISATION', 'Halvar → Halvar Home ORGANISATION', 'Otto Halvar → Otto Halvar PERSON', 'Halvar → Otto Halvar PERSON']],
  ['an hour', 'The shares fell by 1400 GMT.', []],
  ['a company told by what it makes, and by its first word', 'Danish machine tool maker Veldar Groep cut its forecast. Shares in Veldar fell. Veldar slept.', ['Danish → Denmark COUNTRY', 'Veldar Groep → Veldar Groep ORGANISATION', 'Veldar → Veldar Groep ORGANISATION', 'Veldar → Veldar Groep ORGANISATION']],
  ['a company whose first word is told of elsewhere', 'Shares in Veldar fell. Veldar Marrow rejected the bid. Veldar slept.', ['Veldar → Veldar Marrow ORGANISATION', 'Veldar Marrow → Veldar Marrow ORGANISATION', 'Veldar → Veldar Marrow ORGANISATION']],
  ['a maker of films is somebody', 'Film maker Zdzon Kral left.', ['Zdzon Kral → Zdzon Kral PERSON']],
  ['a company whose first word is a town', 'Sandhurst Leisure slept. Rain fell in Sandhurst.', ['Sandhurst Leisure → Sandhurst Leisure ORGANISATION', 'Sandhurst → Sandhurst PLACE']],
  ['companies that are owned, own, and have members of a union', 'Veldar Marrow, owned by the pension fund Morrow Shore, slept. Members of Unite at Kelmar Bright voted.', ['Veldar Marrow → Veldar Marrow ORGANISATION', 'Morrow Shore → Morrow Shore ORGANISATION', 'Unite → Unite ORGANISATION', 'Kelmar Bright → Kelmar Bright ORGANISATION']],
  ['what a company has, with words between', 'Rain fell on Veldar’s supervisory board. Rain fell, and Kelmar reported a third-quarter operating loss.', ['Veldar → Veldar ORGANISATION', 'Kelmar → Kelmar ORGANISATION']],
  ['who is “it” is a body, and not where “it” is nobody', 'Veldar said it had bought a rival. Rain fell on Westrup. Westrup said it had rained.', ['Veldar → Veldar ORGANISATION', 'Westrup → Westrup PERSON', 'Westrup → Westrup PERSON']],
  ['a group whose name goes on', 'A letter from the advocacy group Citizens for Clean Rivers came.', ['Citizens for Clean Rivers → Citizens for Clean Rivers ORGANISATION']],
  ['bodies and where they are', 'BirdLife Europe slept. Greenpeace India slept. Greenpeace met Ola Berg in India.', ['BirdLife Europe → BirdLife Europe ORGANISATION', 'Greenpeace India → Greenpeace India ORGANISATION', 'Greenpeace → Greenpeace ORGANISATION', 'Ola Berg → Ola Berg PERSON', 'India → India COUNTRY']],
  ['stations and where they send', 'Ola Berg told BBC Radio Leeds and BBC Radio Varen.', ['Ola Berg → Ola Berg PERSON', 'BBC Radio Leeds → BBC Radio Leeds ORGANISATION', 'BBC Radio Varen → BBC Radio Varen ORGANISATION']],
  ['an institute by what it does', 'Ola Berg met Ann Reed from the Ardley research institute.', ['Ola Berg → Ola Berg PERSON', 'Ann Reed → Ann Reed PERSON', 'Ardley research institute → Ardley research institute ORGANISATION']],
  ['an ombudsman is a body where it bears no name', 'Ola Berg wrote to the Local Government Ombudsman.', ['Ola Berg → Ola Berg PERSON', 'Local Government Ombudsman → Local Government and Social Care Ombudsman ORGANISATION']],
  ['a seat', 'Ann Reed is the MP for Colne Vale.', ['Ann Reed → Ann Reed PERSON', 'Colne Vale → Colne Vale PLACE']],
  ['a family is not one of them', 'The firm is owned by the Berg family. Ola Berg left.', ['Ola Berg → Ola Berg PERSON']],
  ['councillors', 'Cllr Ann Reed met Coun Tom Hale. Coun Reed slept.', ['Ann Reed → Ann Reed PERSON', 'Tom Hale → Tom Hale PERSON', 'Reed → Ann Reed PERSON']],
  ['clubs', 'The club lost its manager. A striker of Varen Rovers left before the match against Crossley North End, and fans wept. Varen City slept. Rovers slept. The Harl manager left.', ['Varen Rovers → Varen Rovers ORGANISATION', 'Crossley North End → Crossley North End ORGANISATION', 'Varen City → Varen City ORGANISATION', 'Rovers → Varen Rovers ORGANISATION', 'Harl → Harl ORGANISATION']],
  ['a town where no club is told of', 'Rain fell on Varen City.', ['Varen City → Varen City PLACE']],
  ['a fund named after a sea', 'The bid of Pacific Crown failed. The Pacific slept.', ['Pacific → Pacific Ocean PLACE']],
  ['an inspector-general', 'Inspector-General of Police Abubakar Lawal left.', ['Abubakar Lawal → Abubakar Lawal PERSON']],
  ['a front of the people', 'The People’s Desert Front left.', ['People’s Desert Front → People’s Desert Front ORGANISATION']],
  ['a storm', 'Storm Petra brought floods.', ['Storm Petra → Storm Petra EVENT']],
  ['bodies that are no people', 'Natural Heritage England slept. It is in the journal Animal Minds. Great Southern Rail said no. IG Handel, the union, has left. He bought shares in Halvar Home.', ['Natural Heritage England → Natural Heritage England ORGANISATION', 'Animal Minds → Animal Minds ORGANISATION', 'Great Southern Rail → Great Southern Rail ORGANISATION', 'IG Handel → IG Handel ORGANISATION', 'Halvar Home → Halvar Home ORGANISATION']],
  ['ferries that nobody knows, and that say it', 'First Harl Ferries said trains had stopped.', ['First Harl Ferries → First Harl Ferries ORGANISATION']],
  ['a chief', 'After the death of Chief Bola Martins they wept. Chief Executive Tom Hale slept.', ['Bola Martins → Bola Martins PERSON', 'Tom Hale → Tom Hale PERSON']],
  ['a leader of opposition', 'Leader of Opposition Ranjan Ghosh slept. Supt Jack Harding left.', ['Ranjan Ghosh → Ranjan Ghosh PERSON', 'Jack Harding → Jack Harding PERSON']],
  ['a high court of nobody knows where', 'The High Court will hear it.', ['High Court → High Court ORGANISATION']],
  ['the union’s seat', 'Prices in euros rose. Brussels said so.', ['Brussels → European Union ORGANISATION']],
  ['one of a people, and not the country', 'Ola Berg slept. The Dane said nothing.', ['Ola Berg → Ola Berg PERSON']],
  ['a capital that acts behind a clause', 'Moscow, which bombed Harl, accused Turkey of lies.', ['Moscow → Russia COUNTRY', 'Turkey → Turkey COUNTRY']],
  ['a member, and not the party', 'The Ohio Republican said nothing. Republican voters slept.', ['Ohio → Ohio PLACE', 'Republican → Republican Party ORGANISATION']],
  ['a country behind a form of address', 'The people of Sri Lanka slept.', ['Sri Lanka → Sri Lanka COUNTRY']],
  ['a given name that is a newspaper too', 'Their friend, Dawn Pell, slept.', ['Dawn Pell → Dawn Pell PERSON']],
  ['an association of another country', 'The Paraguayan Football Association slept.', ['Paraguayan → Paraguay COUNTRY', 'Football Association → Paraguayan Football Association ORGANISATION']],
  ['a storm', 'Typhoon Lando came.', ['Typhoon Lando → Typhoon Lando EVENT']],
  ['a hospital that no general owns', 'She slept at Whitport General Hospital.', ['Whitport General Hospital → Whitport General Hospital ORGANISATION']],
  ['a small island', 'Small island nations slept.', []],
  ['an adjective before “and” is none', 'The Education and Justice Department slept.', ['Justice Department → Department of Justice ORGANISATION']],
  ['the letters of another’s name', 'The Palavan Liberation Army slept. The PLA slept on.', ['Palavan Liberation Army → Palavan Liberation Army ORGANISATION', 'PLA → Palavan Liberation Army ORGANISATION']],
  ['a treasury in a country where American firms are too', 'In Kenya it rained. Kenya slept. Nobody told the Treasury or Moody’s.', ['Kenya → Kenya COUNTRY', 'Kenya → Kenya COUNTRY', 'Moody’s → Moody\'s ORGANISATION']],
  ['a treasury behind its country', 'In Kenya the Treasury slept.', ['Kenya → Kenya COUNTRY', 'Treasury → Kenyan Treasury ORGANISATION']],
  ['an entry of a live blog', 'Rain fell.\n\n15.37 Reader Kevin Doyle slept.', ['Kevin Doyle → Kevin Doyle PERSON']],
  ['a company by its first word, behind a headline', 'Helvar Foods AG: Statement on the Recall of Tilo\n\nHelvar Foods AG slept. Helvar slept on.', ['Helvar Foods AG → Helvar Foods ORGANISATION', 'Helvar Foods AG → Helvar Foods ORGANISATION', 'Helvar → Helvar Foods ORGANISATION']],
  ['an hour is no prime minister', 'It rained.\n\n4:40 p.m.\n\nTom Hale slept.', ['Tom Hale → Tom Hale PERSON']],
  ['no name begins so', 'Gary Berg came. Neither Berg slept nor ate.', ['Gary Berg → Gary Berg PERSON', 'Berg → Gary Berg PERSON']],
  ['a thing, and no body that bears its name', 'Ola Berg promised Amnesty for Fishermen.', ['Ola Berg → Ola Berg PERSON']],
  ['a word behind a colon', 'Nauru: Amnesty for fishermen begins.', ['Nauru → Nauru COUNTRY']],
  ['a given name that the text has as a word', 'The bill fell. Bill Berg left.', ['Bill Berg → Bill Berg PERSON']],
  ['what somebody is, at the start of a sentence', 'Dad Ola Berg slept. Ex-wife Ann Reed left. Democrat Tom Hale met them.', ['Ola Berg → Ola Berg PERSON', 'Ann Reed → Ann Reed PERSON', 'Democrat → Democratic Party ORGANISATION', 'Tom Hale → Tom Hale PERSON']],
  ['a house of a state', 'The Kentucky House met the Texas Supreme Court.', ['Kentucky → Kentucky PLACE', 'House → Kentucky House ORGANISATION', 'Texas → Texas PLACE', 'Supreme Court → Texas Supreme Court ORGANISATION']],
  ['a race for a seat in the country’s house', 'The Ohio Senate race ended.', ['Ohio → Ohio PLACE', 'Senate → US Senate ORGANISATION']],
  ['a council that the country of the article has not', 'Japan waits. Japan hears the National Security Council.', ['Japan → Japan COUNTRY', 'Japan → Japan COUNTRY', 'National Security Council → National Security Council ORGANISATION']],
  ['an adjective that is a newspaper too', 'The Independent Vermont senator slept.', ['Vermont → Vermont PLACE']],
  ['a town of another country', 'He spoke in Plymouth, N.H., and in Cambridge, Mass. Plymouth slept.', ['Plymouth → Plymouth, New Hampshire PLACE', 'N.H. → New Hampshire PLACE', 'Cambridge → Cambridge, Massachusetts PLACE', 'Mass. → Massachusetts PLACE', 'Plymouth → Plymouth, New Hampshire PLACE']],
  ['a town where it is known to be', 'He spoke in Plymouth, England, and in Paris, France.', ['Plymouth → Plymouth PLACE', 'England → England PLACE', 'Paris → Paris PLACE', 'France → France COUNTRY']],
  ['the best known party of a name where nothing is elsewhere', 'The Labour Party won in London.', ['Labour Party → Labour Party ORGANISATION', 'London → London PLACE']],
  ['a company with its legal form and without', 'Lind Motor AG fell. Lind Motor rose.', ['Lind Motor AG → Lind Motor ORGANISATION', 'Lind Motor → Lind Motor ORGANISATION']],
  ['a company that is called like a person', 'Anna Holt Ltd. closed. Anna Holt said that she was sad.', ['Anna Holt Ltd. → Anna Holt Ltd. ORGANISATION', 'Anna Holt → Anna Holt PERSON']],
  ['a legal form behind a comma', 'They sued Lind Motor, Inc., on Monday.', ['Lind Motor → Lind Motor ORGANISATION']],
  ['one word with its legal form', 'They sued Nordvik GmbH.', ['Nordvik GmbH → Nordvik GmbH ORGANISATION']],
  ['a company of one word without its legal form', 'Nordvik GmbH fell. Nordvik rose.', ['Nordvik GmbH → Nordvik GmbH ORGANISATION', 'Nordvik → Nordvik GmbH ORGANISATION']],
  ['a company of one word, and somebody who bears it', 'Nordvik GmbH fell. Ola Nordvik left. Mr Nordvik slept.', ['Nordvik GmbH → Nordvik GmbH ORGANISATION', 'Ola Nordvik → Ola Nordvik PERSON', 'Nordvik → Ola Nordvik PERSON']],
  ['letters for an attorney general', 'AG Ann Reed left. Lind Motor AG rose.', ['Ann Reed → Ann Reed PERSON', 'Lind Motor AG → Lind Motor ORGANISATION']],
  ['a legal form that the name needs', 'They sued Berg & Co. on Monday.', ['Berg & Co. → Berg & Co. ORGANISATION']],
  ['a title for a surname', 'Martin Luther King Jr. met Steve King. Pope Francis left.', ['Martin Luther King Jr. → Martin Luther King Jr. PERSON', 'Steve King → Steve King PERSON', 'Francis → Francis PERSON']],
  ['a family name first, of three words', 'Kim Jong Un left. Kim slept.', ['Kim Jong Un → Kim Jong Un PERSON', 'Kim → Kim Jong Un PERSON']],
  ['a shop that bears a person’s name, and the person', 'John Lewis slept. Mr Lewis woke.', ['John Lewis → John Lewis PERSON', 'Lewis → John Lewis PERSON']],
  ['the shop where shops are spoken of', 'They shut the John Lewis store in York.', ['John Lewis → John Lewis ORGANISATION', 'York → York PLACE']],
  ['a parliament in an article of another country', 'Bolivian troops left Bolivia. The Bolivian army slept. Ann Reed left the Senate.', ['Bolivian → Bolivia COUNTRY', 'Bolivia → Bolivia COUNTRY', 'Bolivian → Bolivia COUNTRY', 'Ann Reed → Ann Reed PERSON', 'Senate → Bolivian Senate ORGANISATION']],
  ['an investor', 'They met Kernel Capital.', ['Kernel Capital → Kernel Capital ORGANISATION']],
  ['letters behind the name', 'Fiona Ames KC spoke to Dan Hale MP. Ms Ames left.', ['Fiona Ames KC → Fiona Ames PERSON', 'Dan Hale MP → Dan Hale PERSON', 'Ames → Fiona Ames PERSON']],
  ['letters alone behind an unknown name', 'Zdzon Kral OBE left.', ['Zdzon Kral OBE → Zdzon Kral PERSON']],
  ['a month for a surname', 'Theresa May left. In May it rained. May slept. Mrs May woke.', ['Theresa May → Theresa May PERSON', 'May → Theresa May PERSON', 'May → Theresa May PERSON']],
  ['a form of address', 'They met Mrs Okafor.', ['Okafor → Okafor PERSON']],
  ['a given name behind what she is', 'His wife, Jane, left.', ['Jane → Jane PERSON']],
  ['a name behind an office and what it is for', 'Minister for Rain Mr. Okafor left.', ['Rain → Rain ORGANISATION', 'Okafor → Okafor PERSON']],
  ['a family name that stands first', 'They met Kim Tae-joon. Mr Kim left. Kim slept.', ['Kim Tae-joon → Kim Tae-joon PERSON', 'Kim → Kim Tae-joon PERSON', 'Kim → Kim Tae-joon PERSON']],
  ['whom a form of address tells the surname of', 'Lee Hsien Wah came. Mr Lee left.', ['Lee Hsien Wah → Lee Hsien Wah PERSON', 'Lee → Lee Hsien Wah PERSON']],
  ['two who share a surname', 'Jane and Peter Hale came. Mrs Hale left.', ['Jane → Jane Hale PERSON', 'Peter Hale → Peter Hale PERSON', 'Hale → Jane Hale PERSON']],
  ['two who share none', 'Jane Roe came. Jane and Peter Hale left.', ['Jane Roe → Jane Roe PERSON', 'Jane → Jane Roe PERSON', 'Peter Hale → Peter Hale PERSON']],
  ['a body of another country', 'The Irish Department of Health closed. The Department of Health opened.', ['Irish → Ireland COUNTRY', 'Department of Health → Irish Department of Health ORGANISATION', 'Department of Health → Irish Department of Health ORGANISATION']],
  ['of the bodies of one name that of the country', 'The British Supreme Court met.', ['British → United Kingdom COUNTRY', 'Supreme Court → UK Supreme Court ORGANISATION']],
  ['a name behind an office that nothing knows', 'Varen County Recorder Helen Hale left.', ['Helen Hale → Helen Hale PERSON']],
  ['a name behind an office and its field', 'Director of Lake Affairs Peter Hale left.', ['Lake Affairs → Lake Affairs PLACE', 'Peter Hale → Peter Hale PERSON']],
  ['a month that is a name', 'They met April Hale. In April Hale left.', ['April Hale → April Hale PERSON', 'Hale → April Hale PERSON']],
  ['no person of common words', 'They fear for Social Comfort. The hall was in sight of Brass Handle, and its handle fell.', []],
  ['one name that speaks', 'It rained, Westrup said. They asked Westrup again.', ['Westrup → Westrup PERSON', 'Westrup → Westrup PERSON']],
  ['one name that speaks as a body', 'It rained, LakeWatch reported.', ['LakeWatch → LakeWatch ORGANISATION']],
  ['a body by what is its', 'It rained, Nordvik said. Nordvik’s website broke.', ['Nordvik → Nordvik ORGANISATION', 'Nordvik → Nordvik ORGANISATION']],
  ['common words that begin sentences', 'Residents said it rained. Footage showed that it rained. Singer said it rained.', []],
  ['a family', 'The Westrups said it rained. It rained, the Westrups said.', []],
  ['two of one surname', 'Bill Hale and Jane Hale came. Mrs Hale spoke.', ['Bill Hale → Bill Hale PERSON', 'Jane Hale → Jane Hale PERSON', 'Hale → Jane Hale PERSON']],
  ['a middle name changes nobody', 'Jane Roe Hale came. Jane Hale left. Jane Hale slept.', ['Jane Roe Hale → Jane Hale PERSON', 'Jane Hale → Jane Hale PERSON', 'Jane Hale → Jane Hale PERSON']],
  ['a country and its people', 'The Swedish minister went to Norway.', ['Swedish → Sweden COUNTRY', 'Norway → Norway COUNTRY']],
  ['a capital that acts is its country', 'Moscow launched a raid.', ['Moscow → Russia COUNTRY']],
  ['a capital where somebody is, is a place', 'She lives in Moscow.', ['Moscow → Moscow PLACE']],
  ['a seat of government is its own body', 'The Kremlin said nothing.', ['Kremlin → Kremlin ORGANISATION']],
  ['names of one body', 'ISIL fled. Daesh came back.', ['ISIL → Islamic State ORGANISATION', 'Daesh → Islamic State ORGANISATION']],
  ['a body of its members', 'He leads the Harbour Workers’ Union.', ['Harbour Workers’ Union → Harbour Workers’ Union ORGANISATION']],
  ['a body by its last word', 'The Varania Water Council met.', ['Varania Water Council → Varania Water Council ORGANISATION']],
  ['a body with its "of"', 'The Ministry of Silly Walks closed.', ['Ministry of Silly Walks → Ministry of Silly Walks ORGANISATION']],
  ['letters explained', 'The Federal Lake Office (FLO) opened. The FLO closed.', ['Federal Lake Office → Federal Lake Office ORGANISATION', 'FLO → Federal Lake Office ORGANISATION', 'FLO → Federal Lake Office ORGANISATION']],
  ['what somebody holds an office of', 'Ann Reed, chief executive of Nordvik, left.', ['Ann Reed → Ann Reed PERSON', 'Nordvik → Nordvik ORGANISATION']],
  ['a place after "in"', 'It rained in Little Varen.', ['Little Varen → Little Varen PLACE']],
  ['no name at the start of a sentence', 'Rain fell. Snow came. The rain stopped.', []],
  ['no day and no month', 'On Monday it rained. In May it snowed.', []],
] as const)('%s', (_, text, names) => {
  expect(named(text)).toEqual(names)
})

describe('the same article after article', () => {
  test('a surname alone never means more than this article', () => {
    const text = 'They met Mrs Okafor.'
    expect(entity(text, 'Okafor')).toMatchObject({ named: true, distinguisher: sha256(text).slice(0, 12) })
    expect(entity('Grace Okafor came.', 'Grace Okafor')).not.toHaveProperty('distinguisher')
  })

  test('a state is told apart from the country of its name', () => {
    expect(named('She lives in Georgia, near Atlanta.')[0]).toBe('Georgia → US state of Georgia PLACE')
    expect(entity('The Georgian army left Georgia.', 'Georgia')).toMatchObject({ kind: 'COUNTRY' })
  })
})

test('a state behind a comma is no legal form', () => {
  expect(entity('The fair in Elko, NV, was long.', 'Elko')).toMatchObject({ kind: 'PLACE' })
})

test('letters of a news agency and of the police', () => {
  expect(entity('GDANSK (AFP) - The harbour froze.', 'Agence France-Presse')).toMatchObject({ kind: 'ORGANISATION' })
  expect(entity('The AFP arrested Grace Okafor.', 'Australian Federal Police')).toMatchObject({ kind: 'ORGANISATION' })
})

test('a headline has the names of its article', () => {
  const text = 'Lindqvist Beats Conti In Race For Mayor\nMaria Lindqvist won. Paola Conti lost.'
  const reading = theReader().read(text, { title: 'Lindqvist Beats Conti In Race For Mayor', language: 'en', supplied: [] })
  expect(reading.mentions.filter(({ start }) => start < 40).map(({ text: words, entity: ref }) => [words, ref])).toEqual([['Lindqvist', 'maria-lindqvist'], ['Conti', 'paola-conti']])
})

test('what is known of the world is marked as background', () => {
  expect(entity('Norway won.', 'Norway')).toMatchObject({ iso2: 'NO', capital: 'Oslo', background: ['iso2', 'iso3', 'capital', 'demonyms', 'wikidataId'] })
  expect(entity('The Kremlin won.', 'Kremlin')).toMatchObject({ country: 'russia', speaksFor: 'russia' })
  expect(entity('Moscow launched a raid.', 'Russia')?.background).toContain('name')
})

test('the publisher by the last word of its name', () => {
  const { entities, mentions } = theReader().read('Ola Berg told the Courier so. The Courier slept.', { title: 'A title', publisher: 'Varen Courier', language: 'en', supplied: [] })
  const ref = entities.find(({ name }) => name === 'Varen Courier')?.ref
  expect(mentions.filter(({ entity: meant }) => meant === ref).map(({ text }) => text)).toEqual(['Courier', 'Courier'])
})

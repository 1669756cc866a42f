// What was once misread: whose words they are, and what is none. Each text as it reads, and what a person takes from it.
import { describe, expect, test } from 'vitest'
import { theReader } from '../src/reader.ts'

/** `speaker, speaker | cue | content ¦ content` of each statement, in the order of the text. */
function saidIn(text: string): readonly string[] {
  const { statements, entities } = theReader().read(text, { title: 'A title', publishedOn: '2024-03-13', language: 'en', supplied: [] })
  const nameOf = (ref: string): string => entities.find(entity => entity.ref === ref)?.name ?? ''
  return statements.map(({ speakers, cue, content }) => [speakers.map(nameOf).join(', '), cue?.text ?? '', content.map(mark => mark.text).join(' ¦ ')].join(' | '))
}

describe('somebody says it', () => {
  test.each([
    ['who is behind a participle and a list', 'Gunmen opened fire on a market, killing at least nine people and wounding two dozen others, the regional governor and hospital officials said.', 'Regional governor, Hospital officials | said | Gunmen opened fire on a market, killing at least nine people and wounding two dozen others'],
    ['a house that the tagger has for a verb', 'The prime minister will chair a meeting at 11, Downing Street has confirmed.', 'Downing Street | has confirmed | The prime minister will chair a meeting at 11'],
    ['the lead author', '“We did not believe it,” says lead author Astrid Berg, an ecologist.', 'Astrid Berg | says | We did not believe it'],
    ['who lives somewhere', 'Pauline Reed, 71, who lives in Mill Lane and has led the campaign since 2018, told the Chronicle they would go to court.', 'Pauline Reed | told | they would go to court'],
    ['to the plenary', 'The minister told the plenary that his country would pay.', 'Minister | told | that his country would pay'],
    ['a department that disputes', 'The environment department disputes the figure and says spending has gone up.', 'Environment department | says | spending has gone up'],
    ['a coastguard', 'The coastguard now says nobody was on board.', 'Coastguard | now says | nobody was on board'],
    ['the least developed', 'Delegates from island and least developed nations walked out, saying a draft text “insults the dead”.', '| saying | a draft text “insults the dead'],
    ['people who are briefed', 'According to people briefed on the matter, the board wants to sell its stake.', 'People | According to | the board wants to sell its stake'],
    ['a message, and not to whom it went', 'He had sent a text message to his partner, Colin Baird, which read: “If they see this we are finished.”', 'Text message | read | If they see this we are finished'],
    ['a works council', 'The German works council called the plan “a declaration of war” and said it had learned of it from the press.', 'German works council | said | it had learned of it from the press'],
    ['people who take part', 'The government is divided over the deal, four people involved in the talks said.', 'Four people | said | The government is divided over the deal'],
    ['officials who are briefed', 'Two officials briefed on the plan told the paper it was dead.', 'Two officials | told | it was dead'],
    ['what a rival alleged', 'But her rival, Senator Musa Garba, alleged massive rigging and vowed to go to court.', 'Musa Garba | vowed | to go to court'],
    ['one of them', 'Two nurses came; one of them said her pay had stopped.', 'One of them | said | her pay had stopped'],
    ['who try to do something', 'Campaigners trying to save the mill have accused the council of lies.', 'Campaigners | have accused | the council of lies'],
    ['a union of letters', 'The IG BCE union described the plan as “a farce”.', 'IG BCE | described | the plan as “a farce'],
    ['a condition on one side', 'If the truce holds, the UN says, 40,000 people could go home.', 'United Nations | says | If the truce holds ¦ 40,000 people could go home'],
    ['one of a hedge fund', '“They bought at the top,” said one London hedge fund manager.', 'One London hedge fund manager | said | They bought at the top'],
    ['who is branded', 'Coach Ola Berg branded referee Dan Hale “a disgrace” after the match.', 'Ola Berg | branded | referee Dan Hale “a disgrace'],
    ['who handed it over', 'Ann Reed told the panel that the aide, Tom Hale, handed her a box and said, “Burn it all.”', 'Ann Reed | told | that the aide, Tom Hale, handed her a box'],
    ['one with two offices', 'Ann Reed, Chairwoman and CEO of Brenza Foods, commented: “We are glad of it.”', 'Ann Reed | commented | We are glad of it'],
    ['nobody, of what is alleged first', 'Allegedly, Ann Reed had been working on a story about a firm owned by a senator.', ' | Allegedly | Ann Reed had been working on a story about a firm owned by a senator'],
    ['the 49-year-old', 'Ola Berg was sent off after Dan Hale gave a penalty.\n\n“He is a disgrace,” the 49-year-old said.', 'Ola Berg | said | He is a disgrace'],
    ['a man, and no firm of his name', 'Declan Roche rose. Roche said the plan was dead.', 'Declan Roche | said | the plan was dead'],
    ['one of a live blog', 'Protesters came. One, a farmer from Harl, told the paper she would stay.', 'Farmer | told | she would stay'],
    ['outside, and what', 'His mother said outside that she was ashamed.', 'Mother | said | that she was ashamed'],
    ['owners who mill', 'According to mill owners, eleven mills have shut.', 'Mill owners | According to | eleven mills have shut'],
    ['polls that exit', 'The town voted for her, according to exit polls.', 'Exit polls | according to | The town voted for her'],
    ['of whom two things are said, and what he is in', 'A diplomat said the general in charge had been passed over and had accused the minister of theft.', 'General | had accused | the minister of theft'],
    ['one of a people', '“It is a disgrace,” the Scot said.', 'Scot | said | It is a disgrace'],
    ['a neighbour by name', 'Her neighbour, Gwen Askew, said she was “too upset to speak”.', 'Gwen Askew | said | she was “too upset to speak'],
    ['of whom two things are said', 'An official said the colonel had been passed over and had accused the president of fraud.', 'Colonel | had accused | the president of fraud'],
    ['delegates from many', 'Delegates from 40 island and coastal states walked out, saying the text “insults the dead”.', 'Delegates from 40 island and coastal states | saying | the text “insults the dead'],
    ['a strategist for two', 'Strategists for Barack Obama and Clinton agree that it was late.', 'Strategists for Barack Obama and Clinton | agree | that it was late'],
    ['a reporter who is there', 'Our reporter Tessa Lund is in St Brannock: “The sea wall went at six.”', 'Tessa Lund | : | The sea wall went at six'],
    ['both called on', 'The ministry called on both sides to respect the result.', 'Both sides | to respect | the result'],
    ['whom it was urged last month', 'The Fund had urged the bank last month not to cut its rates.', 'Fund | had urged | the bank'],
    ['by whom a plan is rejected', 'The plan was flatly rejected by the council.', 'Council | rejected | The plan'],
    ['by whom a death is confirmed', 'Her death, at 82, was confirmed by her daughter.', 'Daughter | confirmed | Her death, at 82'],
    ['by whom she is accused, and of what', 'Ann Reed was accused by the mayor of having ignored warnings.', 'Mayor | accused | Ann Reed ¦ of having ignored warnings'],
    ['one of the three', 'Three men left the hall. One of the three said it was over.', 'One of the three | said | it was over'],
    ['one, who', 'Ministers were divided. One, who asked not to be named, said the plan was dead.', 'One | said | the plan was dead'],
    ['an insurer, of what was told', 'Tom Hale said a tenant, who lives in Harl, had been told by her insurer that it would not pay.', ' | told | that it would not pay'],
    ['he, of all that the tenant was told', 'Tom Hale said a tenant, who lives in Harl, had been told by her insurer that it would not pay.', 'Tom Hale | said | a tenant, who lives in Harl, had been told by her insurer that it would not pay'],
    ['minutes of a day that the paper has seen', 'According to minutes of a meeting on 3 March seen by the paper, the pump had failed.', 'Minutes of a meeting | According to | the pump had failed'],
    ['minutes that are quoted', 'According to minutes quoted in the report, the pump had failed.', 'Minutes | According to | the pump had failed'],
    ['results, whoever they were counted for', 'According to results compiled for the broadcaster by a pollster, most voters want change.', 'Results | According to | most voters want change'],
    ['a biographer, behind “but”', 'Ann Reed was ill, but according to her biographer, Tom Hale, she sang.', 'Tom Hale | according to | she sang'],
    ['donors who lost money', 'Donors who lost their savings said they felt relief but little joy.', 'Donors | said | they felt relief but little joy'],
    ['to whom nobody would say', 'Ann Reed said that the firm had written to her, but would not say to whom.', 'Ann Reed | would not say | to whom'],
    ['whoever warns against it', 'However, Tom Hale, who was not involved, warned against reading too much into the results.', 'Tom Hale | warned against | reading too much into the results'],
    ['who neither confirms nor denies', 'The office would neither confirm nor deny that it had the document.', 'Office | nor deny | that it had the document'],
    ['whoever is dared to', 'The mayor dared Tom Hale to say who paid.', 'Tom Hale | to say | who paid'],
    ['who appeals for it', 'Tom Hale appealed for blood donors.', 'Tom Hale | appealed for | blood donors'],
    ['who does not blame him, of what he says', 'Tom Hale does not blame him: “Somebody has to pay the rent.”', 'Tom Hale |  | Somebody has to pay the rent'],
    ['who rejects calls', 'Ann Reed rejected calls by the union to resign.', 'Ann Reed | rejected | calls by the union to resign'],
    ['two who say no and yes', 'Ann Reed said no. Sen. Tom Hale said the plan was dead.', 'Tom Hale | said | the plan was dead'],
    ['a trust, and not what it left unread', 'A hospital trust has apologised to patients whose scans were left unread, but denied that staff were to blame.', 'Hospital trust | denied | that staff were to blame'],
    ['a bank whose warning came true', 'The bank’s warning that prices would rise was ignored.', 'Bank | warning | that prices would rise'],
    ['who spoke in a union’s name', 'A spokesman for the union, Unite, said the strike would go on.', 'Spokesman | said | the strike would go on'],
    ['a lawyer, and not whose she is', 'A lawyer for the company, Southern Hydro, said the dam was safe.', 'Lawyer | said | the dam was safe'],
    ['an office, of a year', 'The statistics office said in the year to May, prices rose 4%.', 'Statistics office | said | prices rose 4%'],
    ['the company that spoke, and not the one it buys', 'Acme Tools said it would buy Bolt Motors for $2bn. The company said the deal would close in May.', 'Acme Tools | said | the deal would close in May'],
  ])('%s', (_, text, statement) => {
    expect(saidIn(text).some(one => one.includes(statement)), saidIn(text).join('\n')).toBe(true)
  })
})

describe('the words end where they end', () => {
  test.each([
    ['behind a comma in the marks and “though”', 'Grace Banda spoke, telling them that “the night is over,” though the president refused to go.', 'Grace Banda | telling | that “the night is over'],
    ['before what the article calls it', 'In a letter to the meeting he urged councillors not to “let it be the enemy of the good”, claims that the campaign rejects.', ' | urged | councillors not to “let it be the enemy of the good”'],
    ['behind the name of who is accused', 'She accused the mayor, Lise Holm, of taking bribes.', ' | accused | the mayor, Lise Holm, of taking bribes'],
    ['behind a time that the denial has', 'Tom Hale denied having been told of it before this week.', 'Tom Hale | denied | having been told of it before this week'],
    ['not before “days before”', 'Tom Hale ordered her to burn the letters days before an audit.', 'Tom Hale | ordered | her to burn the letters days before an audit'],
    ['before what is not told', 'Tom Hale said those guilty “will be punished”, without naming anyone.', 'Tom Hale | said | those guilty “will be punished”'],
    ['before what the board does', 'The board refused, saying the offer was too low, and raised its forecast.', 'Board | saying | the offer was too low'],
    ['before what another wants', 'The army believes that it can win, while the council wants to wait.', 'Army | believes | that it can win'],
    ['behind what the deal requires', 'Drivers voted to reject a deal that would raise pay but required them to work nights.', 'Drivers | to reject | a deal that would raise pay but required them to work nights'],
    ['not with where it was written', 'Tom Hale wrote on Telegram that army drones had hit the town.', 'Tom Hale | wrote | that army drones had hit the town'],
    ['before the verb of what is to be suspended', 'The deal that Serbia is threatening to suspend was signed in 2019.', 'Serbia | is threatening | to suspend'],
    ['before the verb of the sentence', 'The minister’s insistence that nothing was wrong angered many.', 'Minister | insistence | that nothing was wrong'],
    ['not before “and that”', 'The minister said she had met him and that the two agreed there could be “no talks”.', 'Minister | said | she had met him and that the two agreed there could be “no talks”'],
    ['not before a pluperfect of whom it is said', 'An official said the colonel had been passed over and had accused the president of fraud.', 'Official | said | the colonel had been passed over and had accused the president of fraud'],
  ])('%s', (_, text, statement) => {
    expect(saidIn(text)).toContain(statement)
  })
})

describe('nobody says it', () => {
  test.each([
    ['what the government rejects', 'Groups accused the army of fraud, allegations that the government rejects.', 'that the government rejects'],
    ['what officials are briefed on', 'Two officials briefed on the plan told the paper it was dead.', '| briefed |'],
    ['whom somebody addresses', 'The candidate addressed big, boisterous rallies in Ohio.', 'addressed'],
    ['what she commands', 'Admiral Ruth Okello, who commands the southern fleet, left.', 'fleet'],
    ['what goes according to plan', 'The hotels went up according to plan.', 'according to'],
    ['what somebody commands', 'Colonel Hale, who commands Keltian troops in the east, met aid workers.', 'commands'],
    ['where a message was posted', 'In a message posted on Telegram, a spokesman described it as “a crime”.', '| posted |'],
    ['whom she calls to congratulate her', 'Tom Hale called Ann Reed to congratulate her.', '| called |'],
    ['to whom somebody is reported', 'Tom Hale said he would report the leader to the ombudsman.', '| would report |'],
    ['himself, who is to explain', 'Ann Reed demanded that Tom Hale explain himself.', '| explain |'],
    ['what a street saw', 'He said the High Street saw 22,000 cars a day and that the air was bad.', '| that the air was bad'],
    ['where somebody studies', 'Tomas Varga, who studies insect learning at the University of Pecs and was not there, thinks they are hungry.', '| at the University'],
    ['what people fear', 'Jane Pask said that people do not fear noise, they fear being alone with it.', '| fear | Jane'],
    ['how well it is put', 'Jane Pask put it well when she said that people are lonely.', '| put it |'],
    ['what jurors are not to do', 'The judge warned jurors not to discuss the case.', 'to discuss'],
    ['a town at the head', 'DHANPUR: Thousands of workers marched to the court on Monday.', 'DHANPUR'],
    ['what a meeting was for', 'The board met in Oslo on Monday to discuss the stake.', 'to discuss'],
  ])('%s', (_, text, words) => {
    expect(saidIn(text).filter(one => one.includes(words))).toEqual([])
  })
})

const readOf = (text: string) => theReader().read(text, { title: '', publishedOn: '2024-03-13', language: 'en', supplied: [] })

test('a presenter is one at each turn', () => {
  const { statements } = readOf('PRESENTER: Good morning, Minister. Is it true?\n\nREED: It is not true. Ms Reed never said so.\n\nPRESENTER: Thank you for coming.')
  const [first, , last] = statements.filter(({ cue }) => cue?.text === ':').map(({ speakers }) => speakers)
  expect(first).toEqual(last)
})

test('thousands are no person', () => {
  const { entities } = readOf('Thousands of people marched on Sunday to demand the end of the war.')
  expect(entities.map(({ kind, name }) => `${name} ${kind}`)).toEqual(['People GROUP', 'Thousands of people GROUP'])
})

describe('what is done', () => {
  test.each([
    ['thousands march', 'Thousands march in Delhi against the government.', ['Thousands PROTEST Government']],
    ['asked how, and nothing asked for', 'Ann Reed asked Tom Hale how he was. Ann Reed asked Tom Hale for help.', ['Ann Reed REQUEST Tom Hale']],
    ['who advised', 'Ann Reed, who advised the government, left. Ann Reed advised the government to go.', ['Ann Reed REQUEST Government']],
    ['hit with words beside guns', 'Ann Reed hit Tom Hale for voting to keep guns. Ann Reed hit Tom Hale on guns.', []],
    ['an accord that is killed', 'Norway slept. “It will have been killed by lawyers,” said Ann Reed.', []],
    ['a rank that somebody claims for himself', 'A soldier who identified himself as Colonel Ola Berg spoke.', []],
  ])('%s', (_, text, deeds) => {
    const { relationships, entities } = readOf(text)
    const nameOf = (ref: string | undefined): string => entities.find(entity => entity.ref === ref)?.name ?? ''
    expect(relationships.map(({ subject, type, object }) => `${nameOf(subject)} ${type} ${nameOf(object)}`)).toEqual(deeds)
  })
})

test('whoever says it is not wounded', () => {
  const { relationships, entities } = readOf('Gunmen opened fire, killing nine people and wounding two dozen others, the governor and hospital officials said.')
  expect(relationships.map(({ object }) => entities.find(({ ref }) => ref === object)?.name)).toEqual(['Nine people'])
})

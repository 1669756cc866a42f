// Who says what, as words in the text: one small text for each way of saying it.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { knowledge } from '../src/knowledge.ts'
import { beginDraft, type Draft, type Stretch } from '../src/reading/draft.ts'
import { findSentences } from '../src/reading/passes/01-sentences.ts'
import { findQuotations } from '../src/reading/passes/02-quotations.ts'
import { findPhrases } from '../src/reading/passes/03-phrases.ts'
import { findAttributions } from '../src/reading/passes/04-attribution.ts'

function draftOf(text: string): Draft {
  const draft = beginDraft(text, { title: 'A title', language: 'en', supplied: [] }, knowledge)
  for (const pass of [findSentences, findQuotations, findPhrases, findAttributions]) pass(draft)
  return draft
}

/** `source | cue | content ¦ content` of each attribution. */
function saidIn(text: string): readonly string[] {
  const draft = draftOf(text)
  const words = ({ from, to }: Stretch): string => text.slice(draft.tokens[from]?.start, draft.tokens[to - 1]?.end)
  return draft.attributions.map(({ source, cue, content }) => [source ? words(source) : '', cue ? words(cue) : '', content.map(words).join(' ¦ ')].join(' | '))
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["a clause behind the cue", "The minister said that the road would open in May.", ["The minister | said | that the road would open in May"]],
  ["a quotation before the cue", "“We are ready,” said Ann Reed, a lawyer for the town.", ["Ann Reed, a lawyer for the town | said | We are ready,"]],
  ["a quotation around the cue", "“We are ready,” Mr Hale said, “and we will stay.”", ["Mr Hale | said | We are ready, ¦ and we will stay."]],
  ["a clause before the cue", "The road will open in May, the minister said.", ["the minister | said | The road will open in May"]],
  ["the cue inside its clause", "The road, he added, would stay shut.", ["he | added | The road ¦ would stay shut"]],
  ["whom it was said to", "Ms Reed told reporters on Tuesday that she would go.", ["Ms Reed | told | that she would go"]],
  ["partly quoted", "Hale called the plan “a gift to the rich” last week.", ["Hale | called | the plan “a gift to the rich"]],
  ["two cues of one speaker", "The mayor praised the workers and promised to come back.", ["The mayor | praised | the workers", "The mayor | promised | to come back"]],
  ["a participle goes on", "Reed left early, saying she was tired.", ["Reed | saying | she was tired"]],
  ["an apposition between", "Dan Hale, the head of the union, said it was over.", ["Dan Hale, the head of the union | said | it was over"]],
  ["a relative clause in the subject", "People who lost their homes said nobody came.", ["People who lost their homes | said | nobody came"]],
  ["a quotation over paragraphs", "“We waited.\n\n“Nobody came,” Ms Reed said.", ["Ms Reed | said | We waited. ¦ Nobody came,"]],
  ["said, according to a paper", "“We stay,” Ms Reed said, according to The Herald. “Nobody asked us to go.”", ["Ms Reed | said | We stay, ¦ Nobody asked us to go.", "The Herald | according to | We stay,” Ms Reed said ¦ Nobody asked us to go."]],
  ["a quotation before according to", "Hale wrote to the firm, threatening “a major lawsuit,” according to the letter.", ["Hale | threatening | a major lawsuit,", "the letter | according to | Hale wrote to the firm, threatening “a major lawsuit,"]],
  ["a question that was asked, and its answer", "Hale was asked, “Would you go there yourself?” He answered, “I have no idea at all.”", ["He | answered | I have no idea at all."]],
  ["two sayings, of which the first ends with a quotation", "Reed said he was “a gift to our foes.” She replied to him that it was late.", ["Reed | said | he was “a gift to our foes.", "She | replied to | him that it was late"]],
  ["it started when", "It started when Hale tweeted that the plan was dead.", ["Hale | tweeted | that the plan was dead"]],
  ["who speaks to a paper", "Another source speaking to Lake News said the army had left.", ["Another source speaking to Lake News | said | the army had left"]],
  ["a word for something, and a new clause", "In a clip that Ms Reed called “distasteful,” Hale wept.", ["Ms Reed | called | distasteful,"]],
  ["after a refusal", "After the court refused to hear it, Gov. Ann Reed blamed the judges.", ["the court | refused | to hear it", "Gov. Ann Reed | blamed | the judges"]],
  ["responded with", "Reed responded to Hale with, “Why now? I was away.”", ["Reed | responded to | Why now? I was away."]],
  ["an answer that was", "Hale wrote to her. Reed’s answer was: “There is no such street.”", ["Reed’s | answer was | There is no such street."]],
  ["what somebody is labelled", "The man labelled “a leader of the past” goes on.", []],
  ["somebody who said so", "“It is over,” said Hale, who said there are “no secrets in politics.”", ["Hale | said | It is over,", "who | said | there are “no secrets in politics."]],
  ["where, and who", "In Arizona, Ann Reed, a judge, said it was over.", ["Ann Reed, a judge | said | it was over"]],
  ["a body that claims", "The union claims that he lied.", ["The union | claims | that he lied"]],
  ["a paper that reports", "The Lake Journal reports that Hale left.", ["The Lake Journal | reports | that Hale left"]],
  ["a comment posted", "Ann Reed posted a Twitter comment of her own, saying it was over.", ["Ann Reed | saying | it was over"]],
  ["a clause under one of no words", "It got so late that Reed thanked the nurses and called them “pillars of the town.”", ["Reed | thanked | the nurses", "Reed | called | them “pillars of the town."]],
  ["a part in marks behind a colon", "Ryan: ‘Hateful Images’ Have ‘No Place In A Campaign’", ["Ryan | : | ‘Hateful Images’ Have ‘No Place In A Campaign’"]],
  ["a title before who reported it", "Reed sang it on his weekly show, “Talking with Ann Reed,” Lake Watch first reported.", ["Lake Watch | first reported | Reed sang it on his weekly show, “Talking with Ann Reed,"]],
  ["known through a paper behind the speaker", "“Nobody is welcome,” said Ann Day, a director, reports Varen Today.", ["Ann Day, a director | said | Nobody is welcome,", "Varen Today | reports | Nobody is welcome,” said Ann Day, a director"]],
  ["a paper that reports at the end", "The bridge was shut on Monday, the Lake Tribune reports.", ["the Lake Tribune | reports | The bridge was shut on Monday"]],
  ["after a vote, a name with brackets", "On Tuesday in Berea, Ohio, after winning the vote, Gov. Dan Hale (R-Ohio), said, “We go on to the end.”", ["Gov. Dan Hale (R-Ohio) | said | We go on to the end."]],
  ["praise, and a promise meanwhile", "Hale worked the crowd, praising “her honesty in all things” as he promised to defend the law.", ["Hale | praising | her honesty in all things", "he | promised | to defend the law", "Hale | to defend | the law"]],
  ["claims that are dismissed by tweeting", "Hale dismissed claims that he would go by tweeting that “I am bound by it.”", ["Hale | dismissed | claims that he would go", " | claims | that he would go", "he | tweeting | that “I am bound by it."]],
  ["what readers can expect", "Audiences can expect a show with “a little more of it all.”", []],
  ["a section and a colon", "COURT: Man jailed for fire at the town hall", []],
  ["what somebody did not answer", "Asked for the accounts, she did not reply.", []],
  ["where, before a title", "Outside court, Detective Sergeant Ruth Moss said it was over.", ["Detective Sergeant Ruth Moss | said | it was over"]],
  ["in the words of somebody", "It rained and, in the words of the prosecutor, Ola Berg, “nobody had any hat at all.”", ["the prosecutor, Ola Berg | in the words of | nobody had any hat at all."]],
  ["a label and a colon", "Image: Ann Reed of Norway.", []],
  ["as somebody said", "As Ms Reed told The Herald, rain has fallen all year.", ["Ms Reed | told | rain has fallen all year"]],
  ["it is said by somebody that", "It is asserted by the town that nobody knew.", ["the town | is asserted | that nobody knew"]],
  ["somebody else behind a perfect", "The officials have not said why it rained, but Ann Reed says there were clouds.", ["The officials | have not said | why it rained", "Ann Reed | says | there were clouds"]],
  ["a quotation that only the next paragraph closes", "Ms Reed said, \"We waited.\nNobody came.\"\nShe left.", ["Ms Reed | said | We waited.\nNobody came."]],
  ["a quotation that nothing closes", "Ms Reed said, \"We waited.\nShe said \"no\" to it.", ["Ms Reed | said | We waited.", "She | said | no\" to it"]],
  ["what somebody is, in two words", "Ann Reed, curator and director of the fair, said it rained.", ["Ann Reed, curator and director of the fair | said | it rained"]],
  ["according to what somebody is, and the name", "According to the team's coach, Ola Berg, it rained.", ["the team's coach, Ola Berg | According to | it rained"]],
  ["a quotation that goes on behind the cue", "“We waited,” Ms Reed said. “Nobody came. We left.”", ["Ms Reed | said | We waited, ¦ Nobody came. We left."]],
  ["a paragraph of quotation behind a colon", "The union replied:\n\n“This is not the end of it.”", ["The union | replied | This is not the end of it."]],
  ["according to", "The bridge is unsafe, according to a report by the council.", ["a report by the council | according to | The bridge is unsafe"]],
  ["a noun of saying", "His claim that nobody knew was false.", ["His | claim | that nobody knew"]],
  ["hearsay", "The firm reportedly paid the fine. Mr Hale is expected to resign.", [" | reportedly | The firm ¦ paid the fine", " | is expected | Mr Hale ¦ to resign"]],
  ["a name and a colon", "Reed: It was never about money.", ["Reed | : | It was never about money"]],
  ["a transcript", "“HALE: I never said so in this house.”", ["HALE | : | I never said so in this house."]],
  ["a signature", "“I was never asked about it.” – Ann Reed, teacher", ["Ann Reed, teacher | – | I was never asked about it."]],
  ["asked about it, somebody else speaks", "Asked whether she knew, Ms Reed said, “No, never.”", ["Ms Reed | said | No, never."]],
  ["an unnamed speaker", "A senior official who asked not to be named said the talks had failed.", ["A senior official who asked not to be named | said | the talks had failed"]],
  ["a verb of no saying beside a quotation", "“This is wonderful!” beamed Tom Hale of Dover, who had come by bus.", ["Tom Hale of Dover, who had come by bus | beamed | This is wonderful!"]],
  ["what was done while it was said", "“Better days than this,” the delegate Bill Hale, wearing a hat and “Reed” badges, said as the rain fell.", ["the delegate Bill Hale | said | Better days than this,"]],
  ["the verb first", "Said Dora Reed, who grew up in the street, “We were all so proud of him.”", ["Dora Reed, who grew up in the street | Said | We were all so proud of him."]],
  ["a colon behind who cannot be the subject", "The surge does not surprise the pollster Dan Hale: “Small parties gain most.”", ["the pollster Dan Hale | : | Small parties gain most."]],
  ["from a report", "From the report: “In general, larger samples did better.”", ["the report | : | In general, larger samples did better."]],
  ["in somebody’s words", "It was held there because, in Reed’s words, “they are the best places on earth.”", ["Reed’s | in Reed’s words | they are the best places on earth."]],
  ["a paragraph that leads to the next", "President Hale climbed the stage:\n\n“We offer our thanks to the family.”", ["President Hale | climbed | We offer our thanks to the family."]],
  ["a surname that is a verb", "“There are problems everywhere,” Shook said.", ["Shook | said | There are problems everywhere,"]],
  ["a thing that says so", "The leaflet claims “Hale is a man to trust.”", ["The leaflet | claims | Hale is a man to trust."]],
  ["a retort", "Ann shot back, “I could have stayed at home.”", ["Ann | shot back | I could have stayed at home."]],
  ["a person by the age", "“He will win,” said the 46-year-old.", ["the 46-year-old | said | He will win,"]],
  ["the comma inside the marks ends what was hailed", "Hale hailed the vote as “fantastic,” telling reporters in May that he was tired.", ["Hale | hailed | the vote as “fantastic,", "Hale | telling | that he was tired"]],
  ["a light verb and its noun", "Hale made the point that nobody had asked.", ["Hale | made the point | that nobody had asked"]],
  ["somebody in the occasion of another", "The first incident came when Reed’s neighbours broke in, shouting “she wins, we lose.”", ["Reed’s neighbours | shouting | she wins, we lose."]],
  ["where it was said stands before", "Later, in front of the Rotary Club in York, Hale said it was over.", ["Hale | said | it was over"]],
  ["when it was said stands between", "Hale, during a meeting in York, England, said it was over.", ["Hale, during a meeting in York, England | said | it was over"]],
  ["a party and a state", "Rep. Tom Hale (D-N.Y.) left early, saying: “It is over now.”", ["Rep. Tom Hale (D-N.Y.) | saying | It is over now."]],
  ["another’s shout before the cue", "When someone shouted, “Reed,” Hale joked, using an accent, “Come up and join us!”", ["someone | shouted | Reed,", "Hale | joked | Come up and join us!"]],
  ["what is said begins before the marks", "It said members of the group, also known as the Reds, were “celebrating the massacre.”", ["It | said | members of the group, also known as the Reds, were “celebrating the massacre."]],
  ["what is said goes on behind the marks", "Hale told them, “The dam broke, and we are free” to have a talk.", ["Hale | told | The dam broke, and we are free” to have a talk"]],
  ["who adds to it", "She said the plan was sound, to which Hale replied: “It’s just not true.”", ["She | said | the plan was sound", "Hale | replied | It’s just not true."]],
  ["a new sentence behind a quotation", "“You never see one.” Perhaps, he said, the town has grown.", ["he | said | Perhaps ¦ the town has grown"]],
  ["bearers of words", "The mayor wore a hat reading, “Make it great again.”", ["a hat | reading | Make it great again."]],
  ["several speakers", "Mr Hale and Ms Reed said they would stay.", ["Mr Hale and Ms Reed | said | they would stay"]],
  ["a title inside a sentence", "On Sunday on “The Morning Hour,” Ms Reed said the plan was “not fair to us.”", ["Ms Reed | said | the plan was “not fair to us."]],
  ["a title with a colon", "The film, “Night Train: The Last Journey,” was made in Norway.", []],
  ["a figure in marks", "The town agreed to make one payment of “$5-10 million.”", []],
  ["a shirt that speaks", "Ola Berg wore a shirt that read “Free the harbour now.”", []],
  ["who releases a statement", "The union put out a statement saying that Mr Hale “has no place in the town.”", ["The union | put out a statement saying | that Mr Hale “has no place in the town."]],
  ["who publishes a video", "In June the firm published a video that said, “We have the best teachers of all.”", ["the firm | published a video that said | We have the best teachers of all."]],
  ["a video of somebody saying", "Critics found a video of Hale saying “we love the poor.”", ["Critics | found | a video of Hale saying “we love the poor.", "Hale | saying | we love the poor."]],
  ["somebody made to say", "The loss led Mr Hale to state, “We begin anew from here.”", ["Mr Hale | to state | We begin anew from here."]],
  ["criticised for saying", "Ms Reed slammed Dan Hale for suggesting that voters “cling to their old ways.”", ["Ms Reed | slammed | Dan Hale for suggesting that voters “cling to their old ways.", "Dan Hale | suggesting | that voters “cling to their old ways."]],
  ["a participle behind a clause", "Berg denied the notion that a shake-up is coming, explaining that he had been “taking a day off.”", ["Berg | denied | the notion that a shake-up is coming", " | the notion | that a shake-up is coming", "Berg | explaining | that he had been “taking a day off."]],
  ["praised those who, but said", "Hale praised those who left but said, “We are in a different game.”", ["Hale | praised | those who left", "Hale | said | We are in a different game."]],
  ["an age, a town and its country", "“Both scare me,” Harald Bond, 30, of York, England, who was asked too, said on Friday.", ["Harald Bond, 30, of York, England, who was asked too | said | Both scare me,"]],
  ["one of some, and the name", "One of the firm’s managers, Michael Berg, testified that “none of the cooks” were asked.", ["One of the firm’s managers, Michael Berg | testified | that “none of the cooks” were asked"]],
  ["a long clause with who", "Ann Reed, who had lived for years beside the old bridge that was never safe for the lorries of the quarry, said it was over.", ["Ann Reed | said | it was over"]],
  ["which she called", "Ms Reed said the agencies had grown, which she called “a cartel of the rich.”", ["Ms Reed | said | the agencies had grown", "she | called | a cartel of the rich."]],
  ["a clause with who before its noun’s verb", "Ola Berg, who calls Hale a “sad little man,” said he would go.", ["who | calls | Hale a “sad little man,", "Ola Berg, who calls Hale a “sad little man,” | said | he would go"]],
  ["two quotations and two cues", "“We stay here for good.” He added, “You go there for good.”", ["He | added | You go there for good."]],
  ["what happened meanwhile", "“We are all here,” Ms Reed said on Sunday as the crowd roared.\n\n“Nobody is at home,” she added.", ["Ms Reed | said | We are all here,", "she | added | Nobody is at home,"]],
  ["a heading in other marks", "“We are all here,” Ms Reed said.\n\n‘A healthy place’\n\nIt rained.", ["Ms Reed | said | We are all here,"]],
  ["a quotation behind a colon and its own cue", "He said he was too busy: “I have a lot on. Good luck with it,” he wrote.", ["He | said | he was too busy", "he | wrote | I have a lot on. Good luck with it,"]],
  ["with somebody asking", "Hale tried to win the vote, with one of his leaflets asking, “Is she fit to serve?”", ["Hale | tried | to win the vote", "one of his leaflets | asking | Is she fit to serve?"]],
  ["as somebody puts it", "As the ferryman Ola Berg put it, the town is asleep. She put it on the table.", ["the ferryman Ola Berg | put it | the town is asleep"]],
  ["a count inside what is said", "Ann Reed said that, according to its count, the party has won, but “we are still counting.”", ["Ann Reed | said | that, according to its count, the party has won, but “we are still counting.", "its count | according to | the party has won, but “we are still counting."]],
  ["a document and who filed it", "“Nobody paid,” according to a complaint filed by Tom Berg.", ["a complaint filed by Tom Berg | according to | Nobody paid,"]],
  ["an email and who sent it", "An email sent out by Ms Reed on Tuesday night warned of the winter: “There are many nights to come, and few days.”", ["An email sent out by Ms Reed on Tuesday night | warned of | There are many nights to come, and few days."]],
  ["a story and whose it is", "A story by the website Lakeside says that “more than a hundred left.”", ["A story by the website Lakeside | says | that “more than a hundred left."]],
  ["a headline that says", "Ms Reed wrote under a headline that said, “The town sleeps on and on.”", ["a headline | said | The town sleeps on and on."]],
  ["a badge", "The crowd wore “Not this time again” badges.", []],
  ["the two", "“You keep asking,” the two write. “We do not know.”", ["the two | write | You keep asking, ¦ We do not know."]],
  ["a name that looks like a modal", "Citing the flood, Will urged the town to leave.", ["Will | urged | the town to leave"]],
  ["and I quote", "Mr Hale said, and I quote, “We love the rain.”", ["Mr Hale | said | We love the rain."]],
  ["what he called him", "Mr Hale compared the mayor, whom he described as “volatile,” with Ms Reed: “What I have seen is a steady hand.”", ["Mr Hale | compared | the mayor", "Mr Hale | compared | What I have seen is a steady hand.", "he | described | as “volatile,"]],
  ["other words behind but", "Ms Reed said both are “nobodies in the town,” but she paid him a compliment: “You never have to guess where he is.”", ["Ms Reed | said | both are “nobodies in the town,", "she | paid | You never have to guess where he is."]],
  ["a paragraph left open and a cue in the next", "Ms Reed said the plan was “a shame for the town.\n\n“We pay and pay,” she said.", ["Ms Reed | said | the plan was “a shame for the town.", "she | said | We pay and pay,"]],
  ["somebody else cuts in", "“Tell her I promised,” Ms Reed said, and her aunt cut in. “Do not forget the old boat.”", ["Ms Reed | said | Tell her I promised,", "her aunt | cut in | Do not forget the old boat."]],
  ["a capital behind a question in marks", "He asked, “Is it too late?” She told him that it was.", ["He | asked | Is it too late?", "She | told | that it was"]],
  ["quoted in a clause with when", "When Ms Reed spoke of “a swamp without an end,” she was quoting the mayor.", ["Ms Reed | spoke of | a swamp without an end,", "she | was quoting | the mayor"]],
  ["in brackets", "The town sees it for what it is (Ann Reed once said, “It is a swamp”).", ["The town | sees | it for what it is", "Ann Reed | said | It is a swamp"]],
  ["after a clause behind and", "And after the court refused to reopen the case, Ms Reed blamed the “four old judges of the coast.”", ["the court | refused | to reopen the case", "Ms Reed | blamed | the “four old judges of the coast."]],
  ["how it was said is not who", "Town clerk Ann Reed, in a long letter to the council of the neighbouring town, wrote, “We are full.”", ["Town clerk Ann Reed | wrote | We are full."]],
  ["a participle between commas", "The memo, obtained by The Star, warned that “any delay would be fatal.”", ["The memo, obtained by The Star | warned | that “any delay would be fatal."]],
  ["those who were asked", "Half of those surveyed said the town was “on the wrong track.”", ["Half of those surveyed | said | the town was “on the wrong track."]],
  ["when asked", "“No,” Ms Reed said when asked if she would go. “I stay where I am.”", ["Ms Reed | said | No, ¦ I stay where I am."]],
  ["a clause with what it is called", "Critics say the law, dubbed “the harbour act” by its friends, would cost jobs.", ["Critics | say | the law, dubbed “the harbour act” by its friends, would cost jobs", "its friends | dubbed | the harbour act"]],
  ["an answer without a verb", "Mr Hale’s answer: “I do not care.”", ["Mr Hale’s | answer | I do not care."]],
  ["a message that was blunt", "Ms Reed’s message to the town was blunt: “Stay at home and you lose.”", ["Ms Reed’s | message to the town was blunt | Stay at home and you lose."]],
  ["described by somebody", "Mr Hale was described by one aide as “a man in a hurry.”", ["one aide | was described | as “a man in a hurry."]],
  ["other words of the same in a statement", "The firm did not answer, but in a letter last week it called the report “one-sided and unfair.”", ["it | called | the report “one-sided and unfair."]],
  ["his running mate", "His running mate has described it as “a good first step.”", ["His running mate | has described | it as “a good first step."]],
  ["who once described", "Hale, who once described the pact as “the best deal we ever made,” has left.", ["who | described | the pact as “the best deal we ever made,"]],
  ["what the bill’s sponsor is called", "The bill’s sponsor, state Sen. Tom Berg (R-Ohio), said it would “protect our way of life.”", ["The bill’s sponsor, state Sen. Tom Berg (R-Ohio) | said | it would “protect our way of life."]],
  ["a programme before that", "Hale insisted on Sunday on “Meet the Town” that he had “never said that.”", ["Hale | insisted on | that he had “never said that."]],
  ["with one saying and another calling", "They clashed, with Mr Hale saying it was “a money pit” and Ms Reed calling it “the heart of the town.”", ["Mr Hale | saying | it was “a money pit", "Ms Reed | calling | it “the heart of the town."]],
  ["aloud", "Ms Reed wondered aloud if Mr Hale “had read the bill at all.”", ["Ms Reed | wondered | if Mr Hale “had read the bill at all."]],
  ["an idea and other words", "Mr Hale dismissed the idea that he is “soft on crime” and said it was raining.", ["Mr Hale | dismissed | the idea that he is “soft on crime", " | the idea | that he is “soft on crime", "Mr Hale | said | it was raining"]],
  ["what the article calls the words", "Ms Reed has promised to “drain the harbour of crooks,” a line that draws cheers.", ["Ms Reed | has promised | to “drain the harbour of crooks,"]],
  ["straight marks among curly ones", "“It is over,” Ms Reed said.\n\n\"The mill was the heart of the town, and now it is gone.\"", ["Ms Reed | said | It is over,"]],
  ["he went on", "“It happens, right?” Mr Hale went on. “You have to get over it.”", ["Mr Hale | went on | It happens, right? ¦ You have to get over it."]],
  ["quoted as saying", "The Star quoted Ms Reed as saying that Mr Hale “should never have run.”", ["The Star | quoted | Ms Reed as saying that Mr Hale “should never have run.", "Ms Reed | saying | that Mr Hale “should never have run."]],
  ["called so by somebody", "Ola Berg has been called “the father of the harbour” by historians.", ["historians | has been called | the father of the harbour"]],
  ["criticism from somebody", "The plan drew swift criticism from Ms Reed: “He ought to know better.”", ["Ms Reed | swift criticism from | He ought to know better."]],
  ["an account that somebody denies", "Prosecutors say he “burned the papers,” an account Hale denies.", ["Prosecutors | say | he “burned the papers,"]],
  ["said in its report that", "The group said in its report that Mr Hale “knew or should have known.”", ["The group | said | that Mr Hale “knew or should have known."]],
  ["one of them", "“He is a clown,” one said.", ["one | said | He is a clown,"]],
  ["where it was written, inside its clause", "The decision, Ms Reed wrote in The Star, shows “a deep contempt for voters.”", ["Ms Reed | wrote | The decision ¦ shows “a deep contempt for voters.", " | shows | a deep contempt for voters."]],
  ["a verb of saying in another sense", "The builders added two rooms. She found a wallet in the snow.", []],
]

test.each(cases)('%s', (_, text, said) => {
  expect(saidIn(text)).toEqual(said)
})

test('every rule is documented, and no other', () => {
  const source = ['beside', 'cue', 'phrasal', 'signed', 'verbal'].map(name => readFileSync(new URL(`../src/reading/attribution/${name}.ts`, import.meta.url), 'utf8')).join('') + readFileSync(new URL('../src/reading/passes/04-attribution.ts', import.meta.url), 'utf8')
  const used = [...source.matchAll(/rule: '(?<rule>[A-Z_]+)'/g)].map(match => match.groups?.['rule'])
  const section = /## Attribution\n(?<text>[\s\S]*?)(?:\n## |$)/.exec(readFileSync(new URL('../docs/reading.md', import.meta.url), 'utf8'))?.groups?.['text'] ?? ''
  const told = [...section.matchAll(/^\| `(?<rule>[A-Z_]+)`/gm)].map(match => match.groups?.['rule'])
  expect(told.toSorted()).toEqual([...new Set([...used, 'SHARED'])].toSorted())
})

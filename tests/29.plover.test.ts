// Deeds in PLOVER's terms: a table of news sentences of our own, with who did what to whom as its code book has it.
import { describe, expect, test } from 'vitest'
import { ploverOf } from '../src/commands/plover-events.ts'
import { findEvents } from '../src/reading/passes/08-events.ts'
import { draftWith, type Name } from './named-draft.ts'

const names: readonly Name[] = [
  { kind: 'COUNTRY', name: 'Varania', also: ['Varanian'] },
  { kind: 'COUNTRY', name: 'Ostland', also: ['Ostlandish'] },
  { kind: 'COUNTRY', name: 'Kelt', also: ['Keltian'] },
  { kind: 'ORGANISATION', name: 'Red Front' },
  { kind: 'ORGANISATION', name: 'United Nations' },
  { kind: 'PLACE', name: 'Harl' },
  { kind: 'PERSON', name: 'Dana Hale' },
  { kind: 'PERSON', name: 'Omar Reed' },
  { kind: 'PERSON', name: 'Lena Voss' },
]

/** "COERCE Kelt → Red Front" */
function events(text: string): readonly string[] {
  const draft = draftWith(text, names)
  findEvents(draft)
  const nameOf = (ref: string | undefined): string => draft.entities.find(entity => entity.ref === ref)?.name ?? 'nobody'
  return ploverOf(draft.relationships).map(({ relationship: { subject, object }, code }) => `${code} ${nameOf(subject)} → ${nameOf(object)}`)
}

const table: readonly (readonly [string, readonly string[]])[] = [
  ['The judge, Dana Hale, warned Omar Reed not to speak.', []],
  ['Dana Hale cautioned the Red Front against celebrating.', []],
  ['Dana Hale refused to withdraw the remark about Kelt.', []],
  ['Dana Hale withdrew her bid for the post.', []],
  ['Dana Hale, who commands Keltian troops in the east, left.', []],
  ['Dana Hale had written to Omar Reed asking Kelt to leave.', ['REQUEST Dana Hale → Kelt']],
  ['A drone killed Dana Hale in Harl.', []],
  ['A Varanian drone killed Dana Hale in Harl.', ['ASSAULT Varania → Dana Hale']],
  ['Judge Dana Hale rejected a request by the Red Front that Omar Reed be jailed.', ['REJECT Dana Hale → Red Front']],
  ['Dana Hale has won, the Red Front projected late on Tuesday, ousting Omar Reed.', ['SANCTION Dana Hale → Omar Reed']],
  ['Varania and Kelt agreed to reopen their railway after talks in Ostland.', ['AGREE Varania → Kelt']],
  ['Dana Hale refused to perform in Ostland.', []],
  ['Varania is one of the most demanding customers of Kelt.', []],
  ['Varania is willing to send doctors to Ostland.', ['AGREE Varania → Ostland']],
  ['Ostland is prepared to release two Varanian fishermen, a spokesman said.', ['AGREE Ostland → Two Varanian fishermen']],
  ['Varania and Kelt agreed to reopen their railway.', ['AGREE Varania → Kelt']],
  ['President Omar Reed promised to free the captured Keltian pilots within a week.', ['AGREE Omar Reed → Captured Keltian pilots']],
  ['The Red Front has offered to hold talks with Varania.', ['AGREE Red Front → Varania']],
  ['Kelt will lend Ostland 40 million dollars next year.', ['AGREE Kelt → Ostland']],
  ['Lena Voss of Varania announced that Varania would pull its troops out of Ostland by spring.', ['AGREE Varania → Ostland']],
  ['Dana Hale flew to Kelt on Sunday for talks with Omar Reed.', ['CONSULT Dana Hale → Omar Reed']],
  ['Negotiators from Varania and Ostland resumed peace talks in Harl on Tuesday.', ['CONSULT Varania → Ostland']],
  ['Dana Hale arrived in Ostland on Monday for a three-day visit.', ['CONSULT Dana Hale → Ostland']],
  ['Varania and Ostland held a new round of negotiations on water.', ['CONSULT Varania → Ostland']],
  ['Kelt voiced its full support for Ostland after the flood.', ['SUPPORT Kelt → Ostland']],
  ['Varania defended the decision of Ostland to close its ports.', ['SUPPORT Varania → Ostland']],
  ['Kelt opened an embassy in Ostland on Friday.', ['SUPPORT Kelt → Ostland']],
  ['The Varanian government freed eleven members of the Red Front on Thursday.', ['CONCEDE Varania → Red Front']],
  ['Ostland eased a curfew in Harl after three quiet nights.', ['CONCEDE Ostland → Harl']],
  ['Omar Reed lifted a ban on the Red Front.', ['CONCEDE Omar Reed → Red Front']],
  ['Varanian troops have completed their pullout from Harl.', ['RETREAT Varania → Harl']],
  ['The Red Front surrendered to Ostland.', ['RETREAT Red Front → Ostland']],
  ['Ostland paid damages to 30 Varanian families.', ['RETREAT Ostland → 30 Varanian families']],
  ['Varania returned a seized tanker to Kelt.', ['CONCEDE Varania → Kelt']],
  ['Varania and Kelt began joint naval exercises off Harl.', ['COOPERATE Varania → Kelt']],
  ['Ostland extradited a suspected smuggler to Kelt.', ['COOPERATE Ostland → Kelt']],
  ['The United Nations flew blankets and tents to villagers in Ostland.', ['AID United Nations → Villagers in Ostland']],
  ['Kelt granted asylum to two Varanian pilots.', ['AID Kelt → Two Varanian pilots']],
  ['A Varanian court charged Omar Reed with fraud.', ['ACCUSE Varanian court → Omar Reed']],
  ['Ostland lodged a formal complaint with Varania over the shooting.', ['ACCUSE Ostland → Varania']],
  ['Kelt denounced as shameful the treatment of prisoners by Ostland.', ['ACCUSE Kelt → Ostland']],
  ['Prosecutors in Harl have opened an inquiry into Dana Hale.', ['ACCUSE Prosecutors in Harl → Dana Hale']],
  ['Dana Hale has been accused of bribery by the Red Front.', ['ACCUSE Red Front → Dana Hale']],
  ['Kelt demanded an apology from Varania.', ['REQUEST Kelt → Varania']],
  ['Omar Reed repeated his call for Ostland to leave the valley.', ['REQUEST Omar Reed → Ostland']],
  ['Ostland asked the United Nations for food.', ['REQUEST Ostland → United Nations']],
  ['Varania said Kelt must free the sailors.', ['REQUEST Varania → Kelt']],
  ['Varania turned down an offer of mediation from Kelt.', ['REJECT Varania → Kelt']],
  ['Dana Hale refused to meet Omar Reed.', ['REJECT Dana Hale → Omar Reed']],
  ['Varania and Ostland failed to agree on a new border.', ['REJECT Varania → Ostland']],
  ['Kelt ruled out any talks with the Red Front.', ['REJECT Kelt → Red Front']],
  ['Omar Reed refused to resign.', ['REJECT Omar Reed → nobody']],
  ['Ostland will not recognise the Red Front.', ['REJECT Ostland → Red Front']],
  ['Varania threatened to cut off gas supplies to Kelt.', ['THREATEN Varania → Kelt']],
  ['Kelt will impose sanctions on Ostland unless the port is opened.', ['THREATEN Kelt → Ostland']],
  ['The Red Front vowed to attack Harl.', ['THREATEN Red Front → Harl']],
  ['Ostland plans to expel three Varanian diplomats.', ['THREATEN Ostland → Three Varanian diplomats']],
  ['Varania warned that Kelt would pay a heavy price.', ['THREATEN Varania → Kelt']],
  ['Kelt gave Ostland an ultimatum to leave Harl.', ['THREATEN Kelt → Ostland']],
  ['Thousands of teachers marched through Harl to demand the resignation of Omar Reed.', ['PROTEST Teachers → Omar Reed']],
  ['Students in Varania went on hunger strike against the government of Omar Reed.', ['PROTEST Students in Varania → Government of Omar Reed']],
  ['Farmers blocked roads in Harl in protest at cuts ordered by Dana Hale.', ['PROTEST Farmers → Dana Hale']],
  ['Hundreds of miners rallied outside the parliament of Varania.', ['PROTEST Miners → Parliament of Varania']],
  ['Keltian demonstrators threw bottles during a protest against Omar Reed.', ['PROTEST Keltian demonstrators → Omar Reed']],
  ['Ostland put its army on alert on Sunday.', ['MOBILIZE Ostland → nobody']],
  ['Varania moved warships towards Kelt.', ['MOBILIZE Varania → Kelt']],
  ['Kelt suspended military aid to Ostland.', ['SANCTION Kelt → Ostland']],
  ['Varania cut food deliveries to a camp in Kelt.', ['SANCTION Varania → Camp in Kelt']],
  ['The United Nations withdrew its observers from Ostland.', ['SANCTION United Nations → Ostland']],
  ['Police in Harl arrested nine members of the Red Front.', ['COERCE Police in Harl → Red Front']],
  ['Varanian bulldozers razed Ostlandish homes near Harl.', ['COERCE Varania → Ostlandish homes']],
  ['Varania declared martial law in Harl.', ['COERCE Varania → Harl']],
  ['Two Varanian policemen beat a Keltian student in Harl.', ['ASSAULT Two Varanian policemen → Keltian student in Harl']],
  ['Varanian tanks and helicopters shelled the Red Front.', ['ASSAULT Varania → Red Front']],
  ['Ostlandish gunmen fired rockets at Kelt, killing four people.', ['ASSAULT Ostlandish gunmen → Kelt']],
  ['Red Front fighters abducted a Keltian engineer.', ['COERCE Red Front fighters → Keltian engineer']],
  ['Varanian soldiers tortured a prisoner in Kelt.', ['ASSAULT Varania → Prisoner in Kelt']],
  ['The market in Harl was quiet before the attack.', []],
  ['Kelt did not attack Ostland.', []],
  ['A hostile Varania worries the investors of Kelt.', []],
  ['If Varania attacks Ostland, prices will rise.', []],
  ['Omar Reed wrote a book about the war with Kelt.', []],
  ['Kelt urged Varania to help Ostland.', ['REQUEST Kelt → Varania']],
  ['The parliament of Kelt has voted to send peacekeepers to Ostland.', ['AGREE Parliament of Kelt → Ostland']],
  ['A Keltian ship rescued 60 migrants off Harl.', ['AID Keltian ship → 60 migrants']],
  ['Omar Reed pledged on Tuesday to withdraw Varanian troops from Kelt.', ['AGREE Omar Reed → Kelt']],
  ['Kelt is ready to reopen negotiations with Ostland, Dana Hale said.', ['AGREE Kelt → Ostland']],
  ['Varania and the Red Front signed a ceasefire on Friday.', ['SUPPORT Varania → Red Front']],
  ['Ostland congratulated Dana Hale on her victory.', ['SUPPORT Ostland → Dana Hale']],
  ['Omar Reed telephoned Lena Voss on Sunday.', ['CONSULT Omar Reed → Lena Voss']],
  ['Lena Voss, the foreign minister of Varania, met Keltian officials in Harl.', ['CONSULT Lena Voss → Keltian officials in Harl']],
  ['Envoys of Ostland and Kelt sat down for talks in Harl.', ['CONSULT Ostland → Kelt']],
  ['Kelt apologised to Varania for the bombing.', ['SUPPORT Kelt → Varania']],
  ['A judge in Harl ordered the release of Omar Reed.', ['CONCEDE Judge in Harl → Omar Reed']],
  ['Varania gave in to the demands of striking miners.', ['CONCEDE Varania → Striking miners']],
  ['Dana Hale resigned on Monday.', ['CONCEDE Dana Hale → nobody']],
  ['Ostland agreed to a truce with the Red Front.', ['AGREE Ostland → Red Front']],
  ['Rebels of the Red Front laid down their arms.', ['RETREAT Rebels of the Red Front → nobody']],
  ['Keltian forces withdrew from Harl overnight.', ['RETREAT Kelt → Harl']],
  ['Varania and Ostland exchanged 20 prisoners at the border.', ['COOPERATE Varania → Ostland']],
  ['Ostland handed over documents to investigators from Kelt.', ['COOPERATE Ostland → Investigators']],
  ['Nurses from Varania treated wounded civilians in Ostland.', ['AID Nurses from Varania → Wounded civilians in Ostland']],
  ['Varania donated five ambulances to Kelt.', ['AID Varania → Kelt']],
  ['Lena Voss criticised the United Nations for its silence.', ['ACCUSE Lena Voss → United Nations']],
  ['The Red Front blamed Ostland for the deaths of three farmers.', ['ACCUSE Red Front → Ostland']],
  ['Ostland sued Kelt over the dam.', ['ACCUSE Ostland → Kelt']],
  ['Keltian police are investigating Lena Voss.', ['ACCUSE Kelt → Lena Voss']],
  ['The United Nations called on Varania to halt the fighting.', ['REQUEST United Nations → Varania']],
  ['Lena Voss appealed to Kelt for calm.', ['REQUEST Lena Voss → Kelt']],
  ['Ostland insisted that Varania withdraw its troops.', ['REQUEST Ostland → Varania']],
  ['Kelt was asked by the United Nations to take in refugees.', ['REQUEST United Nations → Kelt']],
  ['Ostland denied visas to three Varanian journalists.', ['SANCTION Ostland → Three Varanian journalists']],
  ['The Red Front broke off talks with Ostland.', ['SANCTION Red Front → Ostland']],
  ['Kelt vetoed a resolution by Ostland.', ['REJECT Kelt → Ostland']],
  ['Dana Hale dismissed calls by the Red Front for her resignation.', ['REJECT Dana Hale → Red Front']],
  ['Varania rejected demands from Kelt that it close the plant.', ['REJECT Varania → Kelt']],
  ['Ostland declined to extradite Omar Reed to Kelt.', ['REJECT Ostland → Kelt']],
  ['Varania warned Kelt not to cross the river.', ['THREATEN Varania → Kelt']],
  ['Kelt is considering sanctions against Varania.', ['THREATEN Kelt → Varania']],
  ['Dock workers in Kelt threatened to strike.', []],
  ['Thousands of Keltian farmers protested against Dana Hale.', ['PROTEST Keltian farmers → Dana Hale']],
  ['Ostlandish students burned a flag of Kelt outside its embassy.', ['PROTEST Ostlandish students → Kelt']],
  ['Prisoners in Varania began a hunger strike to demand better food.', []],
  ['Ostland sent 4,000 soldiers to its border with Kelt.', ['MOBILIZE Ostland → Kelt']],
  ['Varania called up 20,000 reservists.', ['MOBILIZE Varania → nobody']],
  ['Ostland recalled its ambassador from Varania.', ['SANCTION Ostland → Varania']],
  ['Kelt froze the assets of the Red Front.', ['SANCTION Kelt → Red Front']],
  ['Omar Reed was jailed by a Keltian court.', ['COERCE Keltian court → Omar Reed']],
  ['Ostland imposed a curfew on Harl.', ['COERCE Ostland → Harl']],
  ['Varanian police dispersed a crowd of students with tear gas.', ['COERCE Varania → Crowd']],
  ['The arrest of Lena Voss by Varania alarmed Kelt.', ['COERCE Varania → Lena Voss']],
  ['Kelt banned the Red Front.', ['COERCE Kelt → Red Front']],
  ['The Red Front ambushed a convoy of the United Nations, wounding a driver.', ['ASSAULT Red Front → Convoy of the United Nations']],
  ['Fierce clashes between Varania and the Red Front continued.', ['ASSAULT Varania → Red Front']],
  ['Ostlandish jets bombed a camp of the Red Front in Kelt.', ['ASSAULT Ostland → Camp of the Red Front']],
  ['Kelt beat Ostland 3-1 in the final.', []],
  ['Nobody expects Varania to attack Kelt with tanks.', []],
  ['Shares in Varania hit a record after the elections.', []],
  ['Omar Reed met the deadline.', []],
  ['The Varanian capital has been under siege since May.', []],
  ['Lena Voss supports the idea of a longer school year.', []],
  ['Kelt has announced plans to lift its embargo on Ostland.', ['AGREE Kelt → Ostland']],
  ['Ostland accepted an invitation from Kelt to join the talks.', ['AGREE Ostland → Kelt']],
  ['Varania is to supply Kelt with grain, officials in Harl said.', ['AGREE Varania → Kelt']],
  ['The leaders of Varania and Kelt conferred for two hours in Harl.', ['CONSULT Varania → Kelt']],
  ['Dana Hale received a delegation from Ostland at her residence.', ['CONSULT Dana Hale → Delegation']],
  ['Omar Reed, on a visit to Kelt, held a second meeting with Lena Voss.', ['CONSULT Omar Reed → Lena Voss']],
  ['Kelt restored full diplomatic relations with Ostland.', ['SUPPORT Kelt → Ostland']],
  ['Dana Hale backed the candidacy of Lena Voss.', ['SUPPORT Dana Hale → Lena Voss']],
  ['A court in Kelt acquitted three leaders of the Red Front.', ['CONCEDE Court in Kelt → Three leaders of the Red Front']],
  ['Red Front fighters pulled back from the outskirts of Harl.', ['RETREAT Red Front fighters → Harl']],
  ['Kelt shared satellite images with Ostland.', ['COOPERATE Kelt → Ostland']],
  ['The United Nations distributed rice to 9,000 refugees in Kelt.', ['AID United Nations → 9,000 refugees in Kelt']],
  ['Ostland protested to Kelt about the arrest of a diplomat.', ['ACCUSE Ostland → Kelt']],
  ['Varania has complained bitterly about the conduct of Keltian customs officers.', ['ACCUSE Varania → Keltian customs officers']],
  ['Lena Voss was found guilty of treason by a military tribunal.', ['ACCUSE Military tribunal → Lena Voss']],
  ['Unions pressed Omar Reed to raise wages.', ['REQUEST Unions → Omar Reed']],
  ['Varania sought an explanation from Kelt.', ['REQUEST Varania → Kelt']],
  ['Kelt summoned the ambassador of Varania.', ['ACCUSE Kelt → Varania']],
  ['Ostland shelved talks with the Red Front.', ['SANCTION Ostland → Red Front']],
  ['Dana Hale denied claims by Kelt that she took money.', ['REJECT Dana Hale → Kelt']],
  ['Varania would not let inspectors from the United Nations enter the plant.', ['REJECT Varania → Inspectors']],
  ['Omar Reed ignored an appeal by Kelt.', ['REJECT Omar Reed → Kelt']],
  ['The Red Front has sworn to avenge the killing of its leader by Ostland.', ['THREATEN Red Front → Ostland']],
  ['Kelt hinted at military action against Ostland.', ['THREATEN Kelt → Ostland']],
  ['Varania will expel Keltian workers next month.', ['THREATEN Varania → Keltian workers']],
  ['Taxi drivers went on strike against the government of Kelt.', ['PROTEST Taxi drivers → Government of Kelt']],
  ['Villagers blocked a road near Harl to protest against the army of Ostland.', ['PROTEST Villagers → Army of Ostland']],
  ['Police in Kelt stepped up patrols along the frontier.', ['MOBILIZE Police in Kelt → nobody']],
  ['Kelt tested a missile on Friday.', ['MOBILIZE Kelt → nobody']],
  ['Ostland slapped tariffs on Varanian steel.', ['SANCTION Ostland → Varanian steel']],
  ['Varania severed ties with Kelt.', ['SANCTION Varania → Kelt']],
  ['Ostland seized a Keltian trawler.', ['COERCE Ostland → Keltian trawler']],
  ['Varanian agents searched the home of Lena Voss.', ['COERCE Varanian agents → Lena Voss']],
  ['Kelt deported 200 Ostlandish workers.', ['COERCE Kelt → 200 Ostlandish workers']],
  ['The Red Front claimed responsibility for an explosion in Harl.', ['ASSAULT Red Front → Harl']],
  ['Two Keltian policemen were killed by the Red Front near Harl.', ['ASSAULT Red Front → Two Keltian policemen']],
  ['Warplanes of Varania struck positions held by the Red Front.', ['ASSAULT Warplanes of Varania → Red Front']],
  ['Guards at a prison in Ostland fired on inmates.', ['ASSAULT Guards → Inmates']],
  ['Omar Reed stressed the need for better roads in Harl.', []],
  ['Tourists love Harl, and the beaches of Kelt are famous.', []],
  ['It is unclear whether Kelt bombed the bridge in Ostland.', []],
  ['Lena Voss said she had no plans to visit Ostland.', []],
  ['The team of Kelt trained in Harl for a week.', []],
  ['Ostland could have attacked Kelt with tanks.', []],
  ['Varania has never recognised Ostland.', ['REJECT Varania → Ostland']],
]

describe('sentences of our own', () => {
  test.each(table)('%s', (text, expected) => {
    expect(events(text)).toEqual(expected)
  })
})

describe('what PLOVER has no modality for', () => {
  test('what is meant to be done is an agreement or a threat, what is left undone a refusal', () => {
    expect(events('Kelt will help Ostland.')).toEqual(['AGREE Kelt → Ostland'])
    expect(events('Kelt will bomb Ostland.')).toEqual(['THREATEN Kelt → Ostland'])
    expect(events('Kelt did not help Ostland.')).toEqual(['REJECT Kelt → Ostland'])
    expect(events('Kelt did not bomb Ostland.')).toEqual([])
  })

  test('what is asked for, may be, or is another deed’s purpose is not coded', () => {
    expect(events('Varania demanded that Kelt leave Harl.')).toEqual(['REQUEST Varania → Kelt'])
    expect(events('Kelt may free Omar Reed.')).toEqual([])
    expect(events('Dana Hale flew to Harl to thank Omar Reed.')).toEqual([])
  })
})

// Sentences that are not understood yet, with what they should give.
test.todo('“A Varanian sniper shot dead two Keltian boys.” ASSAULT: the tagger takes “shot” for a noun')
test.todo('“Bus drivers walked off the job over a pay cut imposed by Omar Reed.” PROTEST: “cut” is taken for a verb')
test.todo('“Human rights groups condemned the execution of two men in Varania.” ACCUSE with Varania: a deed in a place is not yet the place’s')
test.todo('“Lena Voss assured Ostland that Varania would respect the border.” AGREE')
test.todo('“Kelt hopes that Ostland will invest in Harl.” nothing: who hopes plans nothing')

test.each([
  ['Omar Reed captured Harl.', []],
  ['Omar Reed crushed Dana Hale.', []],
  ['Omar Reed fired back at Dana Hale.', []],
  ['The battle between Omar Reed and Dana Hale split the camp.', []],
  ['Varanian troops captured Harl.', ['COERCE Varania → Harl']],
])('in a text of an election nobody suffers force but where it is told: %s', (sentence, expected) => {
  expect(events(`The primary was close. Voters went to the polls in the caucus, and each candidate counted delegates. ${sentence}`)).toEqual(expected)
})

test('who hits somebody over words, or holds up a name, does no force', () => {
  expect(events('Police watched. Omar Reed hit Dana Hale over his guns.')).toEqual([])
  expect(events('A man was holding a Dana Hale sign.')).toEqual([])
  expect(events('Kelt passed a bill. Omar Reed vowed to kill it.')).toEqual([])
})

// Nouns of people and bodies that do and suffer deeds. Ordinary English; no source but the language.
export const actorNouns: ReadonlySet<string> = new Set(
  `activist adviser agency agent airline alliance ally ambassador administration army assembly association attacker authority aide bank board body bomber brother cabinet
  camp candidate captain catholic chairman chancellor chief child church citizen civilian clan cleric coalition colleague commander commando commission commissioner committee
  community company congress congressman conservative contractor convoy council counterpart country court crew criminal critic crowd daughter dealer defector delegate delegation democrat
  demonstrator department deputy detainee dictator diplomat director dissident doctor driver elder embassy emir employee employer enemy envoy evacuee executive exile extremist faction family
  farmer father federation fighter firm fisherman force foreigner fundamentalist general goverment government governor group guard guerrilla gunman hacker helicopter hostage immigrant
  individual inhabitant inmate inspector insurgent investigator islamist jew jihadist journalist judge junta jury king kurd lawmaker lawyer leader leadership left legislature liberal lieutenant man
  manager marine mayor mediator member mercenary militant militia militiaman minister ministry minority missionary mob monarch monitor mother moslem movement muslim nation national nationalist
  navy negotiator neighbour neighbor newspaper nurse observer offender office officer official opponent opposition organisation organization parliament parliamentarian participant partner party passenger
  patient patrol peacekeeper peasant people person pilot pirate police policeman politician pope population president prime-minister prince princess prisoner professor prosecutor protester protestor
  province pupil queen rebel reformer refugee regime region relative reporter representative republic republican resident rioter rival ruler sailor scientist secretary senate senator separatist serb settler
  shooter side smuggler society soldier son spokesman spokesperson spokeswoman squad staff state strongman striker student suicide-bomber supporter supporters suspect team teacher teenager terrorist troop troops tourist trader
  tribe tribesman tribunal trooper union unionist unit university victim village villager voter warlord warship watchdog widow wife woman wounded worker youth others refugees rebels village town city
  military thousand hundred dozen score million ten crowd youths monk nun priest mourner loyalist sympathiser sympathizer paramilitary paratrooper reservist veteran miner gang cell consulate couple
  cop sheriff deputies sergeant superintendent pope archbishop bishop rabbi imam mullah ayatollah sheikh sultan envoy premier ex-president vice-president presidency grand-jury panel hijacker kidnapper
  captor extortionist arsonist assassin sniper militiamen policemen gunmen fishermen businessman businessmen businesswoman entrepreneur investor banker creditor bondholder islamists maoist marxist communist socialist
  royalist nazi fascist white black arab albanian palestinian israeli american briton iranian iraqi turk greek serbian croat bosnian chechen tamil sikh hindu buddhist christian protestant mosque
  plane aircraft station broadcaster channel hacker immigrant donor inhabitant parishioner pensioner
  warplane warplanes jet jets vessel vessels ship forces
  wing tank tanks bulldozer bulldozers gunboat gunboats gunship gunships drone drones submarine submarines paper magazine weekly teenager youngster guerilla guerillas guerrillas lawmakers
  miner teacher truck-driver driver shopkeeper nurse fugitive clergyman feminist convict inmate tribesmen mutineer mutineers migrant migrants boy boys girl girls baby infant combatant assailant defendant applicant servant sister aunt uncle cousin nephew niece parent parents spouse guest customer bystander onlooker commuter`.split(/\s+/u),
)

/** Nouns that end like those of people. */
export const things: ReadonlySet<string> = new Set(
  `numbers orders borders papers powers letters matters computers quarters headquarters offers answers towers waters rivers computers containers trailers papers chapters centers centres factors doors floors
  errors colors colours mirrors motors sectors corridors flavors flavours honors honours labors labours favors favours rumors rumours reactors behaviors behaviours tensors vectors monitors orders layers
  shoulders fingers winters summers corners barriers carriers cancers disasters dinners posters stickers banners trousers papers servers routers printers metaphors tumors tumours terrors horrors mirrors
  folders drawers showers flowers feathers covers figures careers others specimen specimens regimen abdomen omens acumen newspapers diameters meters metres theaters theaters theatres`.split(/\s+/u),
)

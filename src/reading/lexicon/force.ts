// Verbs of force that are said of words and ballots too, and what tells that force is meant. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

export const figurative = set('beat batter crush rout pound down attack hit strike fight destroy battle target assault retaliate slaughter butcher burn torch hammer execute hang whip capture crush launch mount wage stage conduct carry fire hijack sink declare clash attacks assaults strikes war fights offensive battle ambush raid raids')

/** Done to a side that plays as well. */
export const inMatches = set('crush rout destroy demolish maul batter hammer thrash overpower overrun overwhelm beat defeat topple oust dethrone stun punish kill sink attack blitz conquer capture eliminate humiliate torment shoot')
/** Words of matches. */
export const sporting = set(`goal goals penalty penalties midfielder striker goalkeeper winger halftime half-time semi-final semifinal quarter-final quarterfinal wicket wickets innings batsman bowler
  touchdown quarterback playoff playoffs inning shortstop scrum fly-half tiebreak birdie bogey coach match matches league championship stoppage extra-time shootout hat-trick kick-off equaliser scored puck`)

/** Done to votes, states and rivals as well. */
export const inElections = set('capture crush rout trounce sweep seize hijack quell silence surround hold occupy')
/** Words of elections. */
export const electoral = set('primary primaries caucus caucuses delegates nominee nomination ballot ballots votes voters polls polling candidate candidates campaign election elections runoff turnout landslide')
/** Of the words below, those that are of ballots and games as well. */
export const weak = set('force forces front target targets dead death squad fire camp base air positions headquarters')

export const forceful = set(
  `army armed arms artillery air airstrike airstrikes aircraft airbase airport ambush ambulance arson base battlefield blast bomb bomber bombing bombs bullet bullets camp casualty casualties ceasefire
  checkpoint civilian civilians combat convoy dead death deaths drone drones explosion explosive explosives fighter fighters fire force forces front gang grenade grenades guerrilla guerrillas gun
  gunfire gunman gunmen guns helicopter helicopters hijacker hospital hostage hostages insurgent insurgents invasion jet jets jihadist jihadists kill killed killing knife machete shooting shootings massacre militant militants
  military militia militias militiamen missile missiles mortar mortars mosque murder navy offensive peacekeeper peacekeepers plane planes police policeman positions prison raid raids rebel rebels refugee refugees
  rifle rifles rocket rockets shell shelled shelling shells ship siege sniper snipers soldier soldiers squad stronghold strongholds suicide tank tanks target targets territory terror terrorist terrorists
  troop troops vehicle vehicles village villages war warplane warplanes warship warships weapon weapons wounded wounding injured injuring injuries headquarters barracks bunker garrison serb serbs taliban
  destroying policemen guard guards prisoner prisoners detainee detainees inmate inmates truncheon truncheons baton batons hospitalised hospitalized mob thug thugs protester protesters demonstrator demonstrators isil isis al-qaeda al-qaida hezbollah hamas`,
)

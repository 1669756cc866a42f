// Words by which names are told apart. Ordinary English usage; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** The last word of a body's name: "Ohio State University". */
export const bodyHeads = set(
  `university college school institute institution academy council committee commission board bureau agency department ministry office authority administration union association
  federation confederation organization organisation society foundation trust fund bank corporation company group holdings inc inc. corp corp. co co. ltd ltd. llc plc gmbh party movement front
  league alliance coalition congress parliament senate assembly court tribunal police army navy guard corps command brigade force forces service services center centre network
  times post journal tribune herald gazette news press magazine review chronicle telegraph courier observer register sun star globe mail daily weekly broadcasting radio television tv church diocese hospital
  airlines lines airways motors systems technologies partners campaign pac caucus brotherhood republic kingdom states nations club team united fc rovers wanderers albion hotspur heritage project initiative consortium chamber museum library
  laboratory observatory orchestra theatre theater studios metals foods chemicals pharmaceuticals industries enterprises mills pictures records entertainment media robotics rail aerospace electronics semiconductors holdings logistics energy steel telecom biosciences biotech therapeutics infirmary fm capital securities ventures investments insurance hotel hotels petroleum mining shipping labs aggregates international breweries textiles shipyard shipyards railways solutions supermarkets healthcare squad militia battalion division unit taskforce secretariat treasury exchange cartel
  guild legion lodge syndicate collective cooperative conservancy synod ballet philharmonic symphony regiment squadron directorate inspectorate ministries ombudsman`,
)
/** Bodies whose name goes on with "of", "on" or "for": "Ministry of Defence", "Council on Foreign Relations". */
export const bodiesOf = set(
  `university college school institute academy council committee commission board bureau agency department ministry office authority union association federation society foundation fund bank
  party movement front league alliance congress parliament house court center centre church army republic kingdom bank chamber organization organisation administration knights daughters sons doctors
  bar secretary assembly conference museum library`,
)
/** What follows a place's name, or stands before it with "of". */
export const placeHeads = set(
  `city town village province state county district region island islands river valley mountain mountains lake sea ocean bay desert peninsula airport street avenue road square park bridge beach gardens embankment terrace crescent mews quay wharf strasse straße allee platz plads rue calle avenida piazza rua
  harbor harbour port border coast heights hills springs falls prison camp stadium base plaza boulevard highway suburb resort circle neighborhood neighbourhood governorate municipality canton`,
)
/** After these a name is a place. */
export const placePrepositions = set('in at near outside inside toward towards across around throughout')
/** Events that bear a name: "the Boston Marathon", "World Cup". */
export const eventHeads = set(
  `summit war election elections marathon games olympics cup championship championships festival conference convention primary primaries caucus caucuses debate referendum treaty accord accords agreement protocol act bill amendment law constitution
  resolution crisis revolution uprising massacre attack attacks bombing hurricane earthquake typhoon storm prize award awards day eve christmas easter ramadan week revolution depression age century`,
)
/** Surnames, too, behind a given name: "Jude Law", "Doris Day", "John Mills". */
export const surnamesToo = set('day law age storm week eve mills bay post')
/** What a company is, right before its name: "carmaker Nordvik". */
export const businesses = set(
  `carmaker automaker drugmaker chipmaker planemaker toolmaker steelmaker truckmaker papermaker phonemaker toymaker shipbuilder housebuilder retailer airline insurer lender brewer supermarket startup start-up conglomerate manufacturer supplier wholesaler publisher broadcaster brokerage consultancy
  company firm`,
)
/** Before a name, or behind a comma: what sort of body it is. */
export const namedBodies: ReadonlySet<string> = new Set([...businesses, ...set(
  `union newspaper daily weekly magazine website bank party charity carrier developer builder operator subsidiary marketplace journal consortium think-tank pressure-group tabloid chain utility federation movement faction militia ngo
  nonprofit non-profit agency contractor distributor studio group giant fund club institute service regulator watchdog`,
)])
/** What ends the name of a company whose first word may stand alone for it. */
export const companyHeads = set(
  `shipping rail hydro labs lines airlines airways motors partners holdings energy steel foods chemicals pharma pharmaceuticals industries logistics telecom biotech semiconductors robotics electronics aerospace aggregates breweries textiles
  shipyard shipyards solutions supermarkets healthcare insurance ventures investments securities mining petroleum metals technologies systems international`,
)
/** What ministries and committees are for: "Culture, Media and Sport". */
export const matters = set(
  `culture media sport sports science arts art energy food rural industry industrial innovation skills technology digital heritage families family children women youth communities environment environmental climate fisheries forestry
  employment pensions business local development education research housing planning transport health justice defence defense security trade labour labor agriculture tourism infrastructure water mines finance economy economic
  commerce foreign home interior religious cultural social gender equality migration integration information communications natural aviation veterans reduction management relief truth property safety standards drug rights`,
)
/** Storms, which bear a name behind them: "Typhoon Lando". */
export const storms = set('typhoon hurricane cyclone')
/** Ships, which bear the names of others: "the ferry Lady Anne", "USS Harry Hale". */
export const vessels = set('ship ferry trawler tanker yacht frigate destroyer warship submarine cruiser liner freighter schooner lifeboat dredger tug tugboat steamer sloop corvette minesweeper vessel boat')
export const shipLetters: ReadonlySet<string> = new Set('MV HMS USS HMAS HMCS RMS'.split(' '))
/** Joins between the parts of a name: "Ludwig van Beethoven", "Oscar de la Renta". */
export const particles = set('al el bin ibn ben abu de del della di da do dos das du la le van von der den ter zu af av y e')
export const suffixes = set('jr jr. sr sr. ii iii iv esq esq. phd')
/** Letters behind a person's name: "Fiona Ames KC". */
export const lettersBehind: ReadonlySet<string> = new Set('KC QC SC MP MPs MEP MSP MLA TD MBE OBE CBE KBE DBE FRS PhD MD Esq'.split(' '))
/** Capitalised without being names. */
export const notNames = set(
  `i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
  mon. tue. wed. thu. fri. sat. sun. god internet web christmas easter english a.m. p.m. am pm ok tv ad bc photo image video read more related advertisement update updated breaking exclusive watch listen
  mondays tuesdays wednesdays thursdays fridays saturdays sundays dna hiv aids ceo cfo pm mp mps gdp usd nuclear covid covid-19 gmt bst utc cet cest est edt pst pdt cst cdt vp vps`,
)

/** What something is and not what it is called: "a super PAC", "four SUVs". */
export const lettersOfThings: ReadonlySet<string> = new Set('PAC CEO CFO VIP SUV ZIP PTSD GNP CPI POTUS FLOTUS SCOTUS MBA NDA PSA GPS ATM PDF FAQ RSVP ASAP RV TV PC ID IG LGBT LGBTQ'.split(' '))
/** Verbs, by lemma, whose object is spoken to or of as somebody: "accused Moscow". */
export const spokenTo = set('accuse blame condemn criticise criticize urge warn tell ask thank assure inform remind threaten')
/** No person's name begins so: "Social Security", "New Year", "Great Wall", "Former Ohio". */
export const neverGiven = set(
  `the a an if no are is small large tiny remote st st. make do former then late new great good social special common clean super real presumptive national international little crooked black western eastern northern southern central global
  united radical early big high free public private federal royal golden red white blue green north south east west secretary director chief deputy acting old first second third final annual
  daily weekly monthly young stop dump morning night wall main native civil human digital general grand home world international open safe smart trans-pacific pro team project operation mission radio television
  democratic republican conservative liberal socialist christian catholic muslim jewish islamic`,
)
/** What ends the name of a body that is a country's own. */
export const stateBodies = set('ministry department office agency authority commission committee council court assembly senate parliament cabinet treasury army navy force forces guard police service services bureau secretariat bank')
/** Of which a name is made that says only what sort of body it is: "City Council", "Central Bank". */
export const commonBodyWords = set(
  `city county town village borough district parish state regional local municipal metropolitan national federal central supreme superior constitutional electoral high appeals criminal family
  civil military public royal school police fire sheriff health education planning parks housing transport transportation traffic water sanitation works finance defence defense interior foreign justice labour labor trade energy
  agriculture environment tourism sports culture security intelligence immigration customs tax revenue election elections ethics judiciary rules budget appropriations council councils court courts commission committee board
  department ministry office agency authority bureau service services assembly senate parliament cabinet treasury army navy air force guard coast bank union association society chamber commerce workers teachers students nurses
  doctors farmers lawyers journalists employers church hospital museum library university college academy institute of the and for`,
)
/** Before "at", whose work is for a body: "analysts at Brenza". */
export const staff = set('analyst analysts economist economists strategist strategists researcher researchers executive executives managers traders scientists engineers lawyers colleagues')

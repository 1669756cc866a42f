// What sort of entity the nouns of actor-nouns.ts stand for; nouns not here are people. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

export const bodies = set(
  `administration agency airline alliance army assembly association authority bank board body cabinet church coalition commission committee company congress council court delegation department
  embassy federation firm government regime group junta legislature military militia ministry mosque movement navy newspaper organisation organization panel parliament party police presidency
  republic senate society squad staff state tribunal union unit university camp clan faction gang cell consulate crew team commando force bank wing paper newspaper magazine broadcaster channel station camp`,
)
/** One of them is nobody: whose it is does what it does. */
export const machines = set('drone missile tank bulldozer gunboat gunship submarine plane warplane jet helicopter aircraft warship')
export const places = set('town village city region province country')
/** What of a state acts for it: "Russian warplanes" are Russia's, "Russian protesters" are not. */
export const forcesOfState = set(
  `army authority authorities government military navy troop troops force forces warplane warplanes jet jets warship warships helicopter helicopters soldier soldiers parliament ministry regime administration
  air-force marine marines police goverment negotiator negotiators tank tanks bulldozer bulldozers gunboat gunboats gunship gunships aircraft artillery drone drones fighter-jet
  bomber bombers plane planes submarine submarines missile missiles patrol patrols`,
)
/** "thousands of refugees" are refugees. */
export const quantities = set('thousands hundreds dozens scores millions tens number group majority most many some several part all half two three four five six seven eight nine ten members')
/** Plurals that the tagger takes for singulars, and nouns of many. */
export const plurals = set('men women children people folk clergy gunmen policemen militiamen troops forces authorities others')

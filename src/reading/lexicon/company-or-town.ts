// Words that stand beside the name of a company or of a town, and beside few others. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** What a company has: "Nordvik’s shares", "Nordvik’s supervisory board". */
export const ofCompanies = set('shares stock shareholders investors profit profits earnings revenue revenues turnover sales customers employees workers staff factory factories plant plants depot depots headquarters board directors management subsidiary subsidiaries')
/** What it reports: "Nordvik reported a third-quarter loss". */
export const results = set('loss losses profit profits earnings revenue revenues sales turnover')
/** What a company does to what is its own: "Nordvik cut its forecast". */
export const companyDeeds = set('raise cut lower lift launch unveil expand recall shut close open sell double halve triple list float relocate overhaul outsource')
/** Who work where a company is: "drivers at Nordvik". */
export const workforce = set('workers staff engineers executives drivers employees bosses managers cleaners pilots colleagues machinists conductors dockers welders')
/** Before "maker" a person's work: "policy maker". */
export const makersOf = set('film policy law decision peace dress music match trouble home cabinet king map money play wine rule')
/** What ends the name of a company behind a word that is no common one: "Sandhurst Leisure". */
export const companyEnds = set('groep groupe gruppe gruppo grupo konzern konsern leisure connect direct retail homes properties estates lettings telecoms networks software digital outfitters haulage plastics packaging ceramics foods buses coaches trains travel interiors')
/** What a town has: "Lissow residents", "the streets of Lissow". */
export const ofTowns = set('residents villagers townspeople inhabitants streets outskirts suburbs suburb')
/** What a town is: "Lissow, a small town in Norway". */
export const towns = set('town city village suburb port hamlet municipality commune neighbourhood neighborhood district island resort')

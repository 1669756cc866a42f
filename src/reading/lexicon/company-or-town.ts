// Words that stand beside the name of a company or of a town, and beside few others. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** What a company has: "Nordvik’s shares". */
export const ofCompanies = set('shares stock shareholders investors profits revenue revenues sales customers employees workers factory factories headquarters')
/** What a town has: "Lissow residents", "the streets of Lissow". */
export const ofTowns = set('residents villagers townspeople inhabitants streets outskirts suburbs suburb')
/** What a town is: "Lissow, a small town in Norway". */
export const towns = set('town city village suburb port hamlet municipality commune neighbourhood neighborhood district island resort')

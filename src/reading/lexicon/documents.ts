// Nouns of what speaks for those who made it, and of the occasions on which people speak. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Lemmas. "A statement said": its owner speaks through it. */
const documents = set(
  `statement report letter tweet communique communiqué poll survey study document memo memorandum ruling bill law book article filing lawsuit complaint indictment affidavit
  email e-mail text transcript ad advert advertisement post resolution treaty declaration release note notice message column editorial op-ed essay manifesto petition brief
  paper analysis review video recording broadcast speech address website blog page account dossier leaflet pamphlet order guideline plan proposal budget testimony summary
  assessment estimate forecast data figure statistic record cable bulletin update newsletter circular obituary
  motion plea writ story piece dispatch audio footage excerpt readout passage suit
  evidence intelligence information finding research sign rumour rumor allegation headline advice graffiti inscription plaque banner placard script lyrics chapter clause
  amendment constitution agreement deal pact convention charter code law policy guidance index count tally census measurement reading`,
)

/** The lemma of a noun that begins a sentence may be a name’s: "Estimates suggest". */
export function isDocument(token: { readonly lemma: string; readonly lower: string } | undefined): boolean {
  return token !== undefined && (documents.has(token.lemma) || (token.lower.endsWith('s') ? documents.has(token.lower.slice(0, -1)) : documents.has(token.lower)))
}

/** Lemmas of what stands between a speaker and his words: "in a statement", "on Twitter", "at a news conference". */
export const occasions = set(
  `interview conference briefing rally debate call conversation phone telephone meeting hearing appearance event forum discussion chat talk summit dinner lunch speech address remark
  comment testimony visit`,
)

/** Those who listen where somebody speaks: "addressed a rally". */
export const audiences: ReadonlySet<string> = new Set(['rally', 'conference', 'meeting', 'session', 'summit', 'convention', 'gathering', 'congregation', 'plenary', 'vigil', 'dinner', 'lunch', 'breakfast', 'class', 'march', 'protest', 'ceremony', 'event'])

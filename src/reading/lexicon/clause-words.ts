// Words that the analysis of clauses rests on. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Behind these a clause may begin: "after he was implicated". */
export const boundaryPrepositions = set('after before since until till as while once although though because whether if than despite like unless lest except')

/** Verbs that a clause may follow without "that": "said US and British forces must". */
export const sayingVerbs = set(
  `say announce claim report add tell state declare insist argue believe think warn acknowledge admit allege assert confirm conclude deny estimate explain hope
  indicate know note predict promise pledge reiterate reveal stress suggest suspect vow write`,
)

const times = set(
  `today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  day days week weeks month months year years decade decades hour hours minute minutes morning afternoon evening night weekend spring summer autumn fall winter midnight noon
  jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mon. tue. wed. thu. thurs. fri. sat. sun.
  mid-january mid-february mid-march mid-april mid-may mid-june mid-july mid-august mid-september mid-october mid-november mid-december time`,
)

export function isTimeWord(lower: string): boolean {
  return times.has(lower)
}

/** Verbs whose object is to do what follows: "urged Putin to put pressure". */
export const controlsObject = set('accuse allow ask authorise authorize ban bar beg call challenge charge command compel convince direct enable encourage expect forbid force help implore instruct invite lobby oblige order permit persuade press pressure prevent prompt push remind request require stop suspect tell urge want warn blame criticise criticize condemn praise thank')

/** Words that begin a condition: what follows is not said to happen. */
export const conditions = set('if whether unless lest')

/** Passive in form alone: "were engaged in". */
export const states = set('engaged prepared determined resolved opposed agreed gone come')

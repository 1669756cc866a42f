// Words that say when.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Nouns that always do. */
export const timeWords = set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays today yesterday tomorrow tonight january
  february march april june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.`,
)
const timeNouns = set('morning afternoon evening night day days week weeks month months year years weekend hour hours minute minutes moment time times decade decades century summer winter spring autumn fall earlier later noon midnight')

/** Nouns that do where nothing else stands with them: "this week", "last year". */
export function isTimeNoun(lower: string): boolean {
  return timeNouns.has(lower) || timeWords.has(lower)
}

// What the nouns of event-nouns.ts need and bear: who is at them, whose they are, what they are about. Ordinary English; no source but the language.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Who is at one takes part in it. */
export const gatherings = set('summit conference meeting talks negotiations dialogue debate convention forum session ceremony rally festival olympics games championship tournament funeral vigil parade inauguration caucus')

/** Of bodies that are named before it, these are whose it is: "European Union talks"; "Syria talks" are about it. */
export const hosted = set('summit conference meeting talks negotiations convention forum session hearing')

/** Those behind "between" and "with" take part. */
export const sided = set('summit conference meeting talks negotiations dialogue debate war ceasefire truce standoff stand-off clash exercise')

/** Whoever is named behind "by" does it. */
export const done = set('attack bombing raid airstrike bombardment offensive invasion siege crackdown shooting stabbing ambush massacre assassination kidnapping coup strike investigation inquiry probe visit exercise')

/** About whatever stands behind "on", "over" or "about". */
export const concerning = set('summit conference meeting talks negotiations dialogue debate hearing referendum session forum')

/** About whatever stands behind "of" or "into" too. */
export const enquiries = set('investigation inquiry probe trial')

/** In whatever country they are said to be of: "Kenya’s election". */
export const ofCountries = set('election referendum war coup revolution uprising earthquake hurricane tsunami flood famine epidemic outbreak primary')

/** Verbs whose subject takes part in the event that is their object; in one of deeds, who does it. */
export const partaking = set('attend host hold convene chair address join conduct launch carry stage mount fight wage open organise organize win lose begin start resume visit')

/** Verbs of coming together: for a summit, for talks. */
export const gathering = set('meet huddle gather assemble convene sit join come arrive')

/** Before "of" or "for" and an event, that it may never be. */
export const unsure = set('fear fears threat threats risk risks possibility chance chances prospect prospects danger dangers case event likelihood call calls demand demands hope hopes idea proposal proposals offer request suggestion warning warnings absence lack kind sort type')

/** "the need for talks": still to come. */
export const wanted = set('need plan plans')

/** "a string of attacks" are attacks. */
export const rows = set('string series wave spate round')

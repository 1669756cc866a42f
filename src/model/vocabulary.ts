// The closed sets of the graph, each value with its meaning. The SDL, the database's CHECKs (a test compares them)
// and the Reading's JSON Schema use the same words. A value's name is permanent.

export const entityKinds = {
  PERSON: 'A human being, named or not.',
  COUNTRY: 'A state of the world, also when its capital or its people stand for it.',
  ORGANISATION: 'A body that acts as one: a government, an army, a party, an agency, an armed group.',
  PLACE: 'Somewhere on a map that is not a country.',
  EVENT: 'Something that happens, happened, is planned or is claimed to have happened.',
  GROUP: 'Unnamed people together: "the leaders", "refugees".',
  TOPIC: 'A thing or a theme: "barrel bombs", a communique, "the political process in Syria".',
} as const

export const mentionForms = {
  NAME: 'A proper name: "Putin", "ISIL".',
  NOMINAL: 'A noun phrase: "the Russian president", "the source".',
  PRONOUN: 'A pronoun: "he", "its", "both".',
  ADJECTIVE: 'An adjective of origin standing for a country: "British".',
  VERB: 'An event named by its verb: "huddled".',
} as const

export const voices = {
  ARTICLE: 'The article says so itself.',
  CLAIMED: 'Somebody says so: see `claimedBy`; empty: hearsay ("reportedly", "is believed").',
  PRESUPPOSED: "Inside somebody's words, but taken for granted there.",
} as const

export const modalities = {
  ACTUAL: 'Presented as having happened or as being so. With voice CLAIMED: so the claimant presents it.',
  PLANNED: 'Announced, intended or prospective; it has not happened as far as the text says.',
  REQUESTED: 'Asked for, urged or advocated.',
  POSSIBLE: 'May be or may have been: "may have bombed".',
  NEGATED: 'Said not to be so, or to be left undone: "sparing". Outranks all others.',
} as const

export const statementKinds = {
  DIRECT: 'All of the content stands inside quotation marks.',
  MIXED: 'Part of the content stands inside quotation marks.',
  INDIRECT: 'None of the content stands inside quotation marks.',
} as const

export const statementRoles = {
  SPEAKER: 'Who says it.',
  ADDRESSEE: 'Whom it is said to.',
  TARGET: 'Whom or what the act is aimed at: accused, condemned, thanked, urged.',
  ABOUT: 'Whom or what it is about.',
} as const

export const attributions = {
  EXPLICIT: 'The speaker is named beside the words: "Mr Cameron said".',
  COREFERENCE: 'The speaker is known through another mention: "The Russian president told".',
  INFERRED: 'No cue names the speaker; the surrounding sentences point to one.',
  UNATTRIBUTED: 'Nobody is named: "reportedly", "is believed".',
} as const

export const speechActs = {
  SAY: 'Says, adds, tells; nothing more specific fits.',
  ASK: 'Asks a question.',
  ANNOUNCE: 'Makes known something decided or begun.',
  REPORT: 'Passes on what happened: "reportedly".',
  SUGGEST: 'Points to something without asserting it.',
  CONFIRM: 'Says that something claimed is so.',
  DENY: 'Says that something claimed is not so.',
  WARN: 'Warns of something.',
  PREDICT: 'Says what will come.',
  ACCUSE: 'Says that somebody did wrong.',
  CONDEMN: 'Denounces somebody or something.',
  CRITICISE: 'Finds fault.',
  PRAISE: 'Speaks well of somebody or something.',
  URGE: 'Asks pressingly for something to be done.',
  ORDER: 'Commands.',
  OFFER: 'Offers something.',
  PROMISE: 'Undertakes, vows or resolves to do something.',
  THREATEN: 'Announces harm.',
  REFUSE: 'Declines or rejects.',
  AGREE: 'Agrees with somebody or to something.',
  THANK: 'Thanks.',
  CONDOLE: 'Offers condolences.',
  APOLOGISE: 'Says sorry.',
  BELIEVE: 'Holds something to be so: "is believed".',
  HOPE: 'Hopes or wishes.',
  FEAR: 'Fears.',
} as const

export const relationshipTypes = {
  HOLDS_OFFICE: 'A person holds an office of a country or organisation; `role` is the title. Popolo: a Membership with a Post.',
  REPRESENTS: 'Somebody or something speaks for a country or organisation. Popolo: Membership, on_behalf_of.',
  MEMBER_OF: 'Belongs to a group or organisation. Popolo: Membership.',
  PART_OF: 'An organisation, place or event is part of another.',
  LEADS: 'Heads or governs.',
  LOCATED_IN: 'Is in a place or operates there.',
  HAPPENED_IN: 'An event takes place somewhere.',
  PARTICIPATED_IN: 'Takes part in an event; with PLANNED: is to take part.',
  CONCERNS: 'An event or document is about something.',
  AFFILIATED_WITH: 'A lasting tie that no other type names.',
  CAUSED: 'One event brings about another.',
  AGREE: 'PLOVER AGREE: agrees to, settles, commits to.',
  CONSULT: 'PLOVER CONSULT: meets, visits, negotiates, discusses with.',
  SUPPORT: 'PLOVER SUPPORT: praises, thanks, condoles, backs, recognises.',
  CONCEDE: 'PLOVER CONCEDE: yields, eases, releases.',
  COOPERATE: 'PLOVER COOPERATE: works together materially, shares intelligence.',
  AID: 'PLOVER AID: gives material help.',
  RETREAT: 'PLOVER RETREAT: withdraws, demobilises.',
  REQUEST: 'PLOVER REQUEST: asks, demands, urges, presses.',
  ACCUSE: 'PLOVER ACCUSE: accuses, condemns, criticises, investigates as a wrong.',
  REJECT: 'PLOVER REJECT: refuses, opposes, vetoes.',
  THREATEN: 'PLOVER THREATEN: threatens or warns of harm.',
  PROTEST: 'PLOVER PROTEST: demonstrates against.',
  SANCTION: 'PLOVER SANCTION: reduces or breaks relations, imposes penalties.',
  MOBILIZE: 'PLOVER MOBILIZE: shows or readies force.',
  COERCE: 'PLOVER COERCE: uses power short of killing: occupies, represses, expels, arrests.',
  ASSAULT: 'PLOVER ASSAULT: attacks with force: bombs, kills, injures.',
  LEFT: 'Departed from or fled a place.',
  PRECEDED: 'Came before another event, where dates are missing.',
  RELATED_TO: 'Anything else; the label says what. Never a hop of a path.',
} as const

export type EntityKind = keyof typeof entityKinds
export type MentionForm = keyof typeof mentionForms
export type Voice = keyof typeof voices
export type Modality = keyof typeof modalities
export type StatementKind = keyof typeof statementKinds
export type StatementRole = keyof typeof statementRoles
export type Attribution = keyof typeof attributions
export type SpeechAct = keyof typeof speechActs
export type RelationshipType = keyof typeof relationshipTypes

/** The words of a vocabulary, in its order. */
export function wordsOf<Word extends string>(vocabulary: Readonly<Record<Word, string>>): readonly Word[] {
  return Object.keys(vocabulary) as Word[] // Object.keys forgets the key type; the argument's type has it
}

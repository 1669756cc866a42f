// Nouns of saying and holding: "the claim that …", "his criticism of …", "a promise to …".
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Followed by "that": "the belief that …". */
export const nounsOfThat = set(
  `announcement claim claims statement statements assertion assertions suggestion suggestions warning warnings belief beliefs hope hopes fear fears report reports allegation allegations
  accusation accusations argument arguments acknowledgment admission confirmation contention conviction denial denials idea impression insistence notion opinion prediction
  predictions promise promises pledge pledges proposal proposals revelation revelations rumor rumors rumour rumours theory theories vow vows view views concern concerns
  speculation complaint complaints confidence doubt doubts conclusion decision declaration demand demands testimony suspicion suspicions understanding remark remarks comment comments`,
)
/** Before "was" and a quotation: "her answer was: “…”". */
export const wordsOfSaying = set(
  `response reply answer retort reaction comment remark verdict advice message question conclusion explanation warning words word slogan motto mantra tweet rejoinder plea appeal
  request demand summary assessment excuse argument prediction promise statement suggestion`,
)
/** With "from" and a name, before a colon: "a rebuke from Ms Reed: “…”". */
export function isOfSaying(noun: string): boolean {
  return wordsOfSaying.has(noun) || /^(?:criticism|rebuke|praise|condemnation|scorn|outrage|support|protest|complaint|line|quote|quotation|note|letter|statement|tweet|email|e-mail|text)$/u.test(noun)
}

/** Followed by the word that binds its content: "criticism of", "call for", "plan to". */
const bound: Readonly<Record<string, string>> = {
  announcement: 'of', claims: 'of', claim: 'of', warnings: 'of about', warning: 'of about', fears: 'of about', fear: 'of', reports: 'of', allegations: 'of about against', accusations: 'of against about',
  denial: 'of', denials: 'of', criticism: 'of', criticisms: 'of', praise: 'for of', support: 'for of', opposition: 'to', endorsement: 'of', call: 'for to', calls: 'for to', demand: 'for to', demands: 'for to',
  promise: 'to of', promises: 'to of', pledge: 'to', pledges: 'to', vow: 'to', plan: 'to for', plans: 'to for', proposal: 'to for', proposals: 'to for', decision: 'to', decisions: 'to', desire: 'to for', intention: 'to',
  attack: 'on', attacks: 'on', questions: 'about', concerns: 'about over', concern: 'about over', complaints: 'about', comments: 'about on', comment: 'about', remarks: 'about on', statement: 'about on', statements: 'about on',
  description: 'of', condemnation: 'of', rejection: 'of', defense: 'of', defence: 'of', view: 'of', views: 'on of about', opinion: 'of on', refusal: 'to', willingness: 'to', request: 'for to', requests: 'for to',
  estimate: 'of', estimates: 'of', hope: 'for of', hopes: 'of for', embrace: 'of', dismissal: 'of', position: 'on', positions: 'on', stance: 'on', skepticism: 'about of', speculation: 'about',
}
const boundWords = new Map(Object.entries(bound).map(([noun, words]) => [noun, set(words)]))

export function bindsContent(noun: string, word: string): boolean {
  return boundWords.get(noun)?.has(word) === true
}

/** Adverbs that make a clause hearsay. */
export const hearsay = set('reportedly allegedly supposedly purportedly apparently seemingly ostensibly')

/** Past participles after "is", "was" that make what follows somebody's unnamed opinion or report. */
export const opinions = set('suspected expected believed thought said reported alleged rumored rumoured considered viewed seen known understood supposed claimed estimated assumed feared perceived deemed regarded')

const made = set('point case argument claim prediction suggestion announcement accusation allegation assertion observation confession admission promise pledge vow remark comment joke assumption')

/** "made the case that …", "took the view that …". */
export function isMade(verb: string, noun: string): boolean {
  return verb === 'make' ? made.has(noun) : (verb === 'take' || verb === 'express') && noun === 'view'
}

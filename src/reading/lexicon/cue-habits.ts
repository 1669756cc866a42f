// How verbs that attribute behave beyond their frames.
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** Verbs of other meanings as well ("added two rooms", "found a wallet"): they attribute only a clause or a quotation. */
export const onlyClauses = set(
  `add continue find rule read show see hold feel know post indicate figure finish begin start press sense laugh smile sigh remember reflect rage bark roar tease chuckle interpret crow hear learn discover gather understand forget remember
  mind conclude decide prove object answer ask wonder care judge mean read proceed figure deem rate tell say warn remind inform assure interrupt retweet`,
)
/** Verbs of talk in turns: a quotation in the paragraph behind may be the other's. */
export const turns = set('ask inquire reply answer respond retort counter interject interrupt demand')
/** Verbs of going on: they attribute a quotation and nothing else ("it started when …", "before the campaign began"). */
export const onlyQuotations = set('begin start finish')
/** Particles and prepositions that belong to the cue: "called for calm". */
const particles: Readonly<Record<string, string>> = {
  call: 'for on out off', appeal: 'for', refer: 'to', point: 'to out', talk: 'about of up', speak: 'about of against out to for', respond: 'to', complain: 'about of', boast: 'about of',
  brag: 'about of', apologize: 'for', apologise: 'for', warn: 'of about against', ask: 'about for', say: 'of about', know: 'about of', push: 'for back', agree: 'with to on',
  rail: 'against', rant: 'about', vote: 'for against', vouch: 'for', allude: 'to', hint: 'at', object: 'to', reply: 'to', react: 'to', lash: 'out', come: 'out', speculate: 'about',
  elaborate: 'on', comment: 'on', weigh: 'in', care: 'about', worry: 'about', dream: 'of', hope: 'for', wish: 'for', long: 'for', plead: 'for with', argue: 'for against', testify: 'about',
  think: 'of about', decide: 'on against', insist: 'on', side: 'with', joke: 'about', tweet: 'about out', write: 'about of', press: 'for', campaign: 'for against', plan: 'on for', aim: 'for', look: 'to',
  fight: 'for against', hold: 'up', sum: 'up', gush: 'about over', lobby: 'for against', fume: 'about over', opt: 'for', advocate: 'for', read: 'aloud out', remark: 'on upon', go: 'on', shoot: 'back', fire: 'back', hit: 'back', cut: 'in', chime: 'in', put: 'it',
}
const particlesOf = new Map(Object.entries(particles).map(([lemma, words]) => [lemma, set(words)]))

export function bearsParticle(lemma: string, word: string): boolean {
  return particlesOf.get(lemma)?.has(word) === true
}

/** Verbs that hold their content only with a particle: "refer to", "point out". */
export const onlyWithParticle = set('put refer point go shoot fire hit cut chime talk speak rail vouch allude lash come weigh look side rant push campaign fight lobby press vote')

/** Verbs after which a person comes before what is said: "told Ms Reed that …". */
export const toSomebody = set('tell remind inform assure notify convince persuade brief reassure')
/** Verbs after which one may: "asked Ms Reed whether …". */
export const asksSomebody = set('ask warn advise instruct promise teach alert caution show'
)

/** What somebody is called by telephone for: "called Ms Reed to congratulate her". */
export const telephoned = set('congratulate thank apologise apologize concede say tell complain ask warn express discuss offer wish')

/** Verbs of sending out what speaks for the sender: "released a statement saying". */
export const issuing = set(`release issue put send publish post tweet retweet circulate write run add revise file deliver email e-mail distribute hand air broadcast launch print pen carry hold wave sign place`)

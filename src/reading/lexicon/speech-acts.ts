// What is done by saying something: the act of each verb and noun of communication or attitude. From general knowledge of English,
// along the classes of Levin and VerbNet (say, tell, advise, promise, judgment, complain, conjecture, want). What is not here says.
import type { SpeechAct } from '../../model/vocabulary.ts'

type Words = Partial<Readonly<Record<SpeechAct, string>>>

const verbs: Words = {
  ASK: 'ask wonder inquire enquire query interrogate quiz',
  ANNOUNCE: 'announce declare proclaim decide rule unveil release issue publish launch plan intend opt choose elect appoint nominate introduce propose broadcast herald',
  REPORT: 'report quote cite recount relate relay convey testify recall disclose reveal show document record read narrate hear leak',
  SUGGEST: 'suggest indicate imply hint signal speculate theorize theorise posit point allude insinuate intimate seem appear demonstrate find reflect illustrate conjecture hypothesise hypothesize',
  CONFIRM: 'confirm acknowledge admit concede affirm reaffirm verify corroborate confess attest certify vouch prove',
  DENY: 'deny dispute refute rebut contradict disavow repudiate disown disclaim debunk retract',
  WARN: 'warn caution alert forewarn',
  PREDICT: 'predict forecast foresee project anticipate expect envisage envision foretell prophesy',
  ACCUSE: 'accuse allege blame charge implicate indict',
  CONDEMN: 'condemn denounce decry deplore castigate excoriate abhor',
  CRITICISE: `criticise criticize slam blast attack lambaste lambast rebuke scold deride mock ridicule fault chide chastise knock pan skewer bash rip disparage belittle insult
    taunt heckle malign smear demonize demonise vilify complain lament bemoan assail berate upbraid admonish reprimand grumble gripe carp fume protest object rail rant sneer
    scoff tease trash challenge question bristle lash regret resent balk bemoan pillory savage trounce hit`,
  PRAISE: 'praise applaud hail laud commend salute compliment congratulate honour honor extol celebrate admire cheer welcome tout trumpet appreciate gush love',
  URGE: `urge call appeal implore beg beseech plead press pressure push lobby exhort encourage request demand advise advocate recommend counsel petition entreat coax campaign
    remind convince persuade champion prod nudge`,
  ORDER: 'order command instruct direct mandate require ban forbid prohibit decree outlaw summon',
  OFFER: 'offer invite volunteer',
  PROMISE: 'promise pledge vow swear commit undertake resolve guarantee assure reassure',
  THREATEN: 'threaten',
  REFUSE: 'refuse decline reject oppose rebuff veto spurn dismiss resist',
  AGREE: 'agree concur accept consent support back endorse favour favor approve ratify side embrace',
  THANK: 'thank',
  CONDOLE: 'condole mourn sympathise sympathize commiserate',
  APOLOGISE: 'apologise apologize',
  BELIEVE: `believe think consider feel know suspect assume suppose presume reckon view regard see deem understand doubt imagine judge conclude hold trust guess figure surmise
    estimate realise realize remember sense care mean fancy gather perceive rate learn`,
  HOPE: 'hope wish want desire yearn aspire long dream seek aim prefer like try attempt prepare pray',
  FEAR: 'fear worry dread fret',
}

const nouns: Words = {
  ASK: 'question inquiry query',
  ANNOUNCE: 'announcement declaration decision plan ruling intention proposal',
  REPORT: 'report account testimony revelation rumour rumor',
  SUGGEST: 'suggestion indication hint speculation theory implication signal',
  CONFIRM: 'confirmation admission acknowledgment acknowledgement confession',
  DENY: 'denial',
  WARN: 'warning caution alert',
  PREDICT: 'prediction forecast projection expectation',
  ACCUSE: 'accusation allegation charge',
  CONDEMN: 'condemnation denunciation outrage',
  CRITICISE: 'criticism attack complaint objection skepticism scepticism rebuke protest dismay disappointment frustration concern',
  PRAISE: 'praise admiration congratulation compliment tribute',
  URGE: 'call appeal demand request plea advice recommendation',
  ORDER: 'order command directive instruction ultimatum',
  OFFER: 'offer invitation',
  PROMISE: 'promise pledge vow commitment resolution guarantee assurance',
  THREATEN: 'threat',
  REFUSE: 'refusal rejection opposition dismissal',
  AGREE: 'support agreement endorsement consent willingness solidarity backing embrace',
  THANK: 'thanks gratitude appreciation',
  CONDOLE: 'condolences condolence sympathy sympathies sorrow',
  APOLOGISE: 'apology',
  BELIEVE: 'belief view opinion impression notion idea estimate understanding conviction doubt suspicion confidence conclusion position stance',
  HOPE: 'hope wish desire optimism',
  FEAR: 'fear worry anxiety alarm',
}

/** Verbs whose particle tells more than they do: "called on", "lashed out". */
const withParticle = new Map<string, SpeechAct>(Object.entries({
  'call out': 'CRITICISE', 'call off': 'ANNOUNCE', 'push back': 'REFUSE', 'hold up': 'PRAISE', 'say of': 'SAY', 'insist on': 'URGE', 'ask for': 'URGE', 'argue for': 'URGE',
  'argue against': 'REFUSE', 'vote for': 'AGREE', 'vote against': 'REFUSE', 'fight for': 'URGE', 'fight against': 'REFUSE', 'speak for': 'AGREE', 'speak against': 'CRITICISE',
  'object to': 'REFUSE', 'warn against': 'WARN', 'wish for': 'HOPE', 'look to': 'HOPE', 'decide against': 'REFUSE', 'side with': 'AGREE', 'plead for': 'URGE', 'point out': 'SAY',
  'press for': 'URGE', 'advocate for': 'URGE', 'campaign against': 'REFUSE', 'lobby against': 'REFUSE', 'refer to': 'SAY', 'point to': 'SUGGEST',
} satisfies Record<string, SpeechAct>))

/** Verbs that do what the noun behind them says: "offered its condolences", "issued a warning". */
export const lightVerbs: ReadonlySet<string> = new Set('offer express voice issue give extend make send convey deliver echo repeat reiterate renew have pay'.split(' '))

/** Verbs that are words only where a clause or a quotation says what: "began", "tried to", "appointed". Lemmas. */
export const deeds: ReadonlySet<string> = new Set(
  `try attempt prepare begin start finish press appoint nominate elect veto ban outlaw require cook fight read attack defend launch release issue publish choose opt deliver
  promote summon hit remember forget find hear show reflect hold care rate love like trust back mind teach guess figure rank contain name identify mention`.split(/\s+/u),
)

const actOfVerb = inverted(verbs)
const actOfNoun = inverted(nouns)

/** The act of a verb by its lemma, with the particle behind it. */
export function actByVerb(lemma: string, particle: string): SpeechAct | undefined {
  return withParticle.get(`${lemma} ${particle}`) ?? actOfVerb.get(lemma)
}

/** The act of a noun by its lemma. */
export function actByNoun(lemma: string): SpeechAct | undefined {
  return actOfNoun.get(lemma)
}

function inverted(words: Words): ReadonlyMap<string, SpeechAct> {
  const acts = Object.entries(words) as [SpeechAct, string][] // Object.entries forgets the key type
  return new Map(acts.flatMap(([act, list]) => list.split(/\s+/u).map(word => [word, act])))
}

// Verbs that govern another verb, and what they make of its deed. Ordinary English; no source but the language.
import type { Modality } from '../../model/vocabulary.ts'
import type { DeedType } from './deed-verbs.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** The governed deed is not told as done: to refuse to deploy is to REJECT. */
export const governing: readonly { readonly type: DeedType; readonly verbs: ReadonlySet<string> }[] = [
  { type: 'AGREE', verbs: set('agree promise pledge offer vow vote consent undertake volunteer') },
  { type: 'REJECT', verbs: set('refuse decline') },
  { type: 'THREATEN', verbs: set('threaten') },
  { type: 'CONCEDE', verbs: set('allow permit let') },
  { type: 'REQUEST', verbs: set('ask urge demand beg implore press pressure order call appeal exhort request instruct plead') },
]

/** What is said does the deed: "demanded that Hamas renounce", "warned that Israel would". */
export const reporting: readonly { readonly type: DeedType; readonly verbs: ReadonlySet<string> }[] = [
  { type: 'REQUEST', verbs: set('demand insist urge request ask order require') },
  { type: 'ACCUSE', verbs: set('charge allege complain') },
  { type: 'THREATEN', verbs: set('warn threaten') },
]

/** "is willing to": who is so agrees to what follows. */
export const disposed = set('willing ready prepared set due eager committed')

/** Nouns that ask: "reiterated its demand that", "issued a reminder to". */
export const askingNouns = set('demand call appeal request plea insistence order ultimatum reminder')

/** To order papers and parties to do so is force. */
export const shutting = set('close shut suspend stop cease halt disband dissolve')
export const media = set('newspaper newspapers paper papers magazine magazines station stations channel channels broadcaster broadcasters website websites weekly daily party parties church churches mosque mosques school schools company companies union unions')

/** What is told of a verb that these govern. */
export const planning: readonly { readonly modality: Modality; readonly verbs: ReadonlySet<string> }[] = [
  { modality: 'PLANNED', verbs: set('plan intend prepare hope want wish aim expect decide go schedule set seek vow promise pledge agree offer threaten consider resolve mean look propose') },
  { modality: 'REQUESTED', verbs: set('ask urge demand beg implore press pressure order call appeal exhort request instruct tell invite encourage') },
  { modality: 'POSSIBLE', verbs: set('try attempt allow permit enable authorise authorize let seem appear suspect') },
  { modality: 'NEGATED', verbs: set('refuse decline fail prevent avoid refrain ban bar forbid') },
]

/** What somebody is held back "from" by these is not done: "kept Kelt from joining", "was barred from joining". */
export const holdingBack = set('stop keep block deter dissuade discourage hinder restrain exclude disqualify prevent ban bar refrain abstain desist')

/** What these govern is told by whoever does it: "accused of bombing", "urged to put pressure". */
export const claiming = set('accuse blame charge suspect allege ask urge demand beg implore press pressure order call appeal exhort request instruct tell invite warn insist claim pretend profess purport')

/** What these govern is taken for granted: "thanked for sharing", "stop using". */
export const presupposing = set('thank praise condemn criticise criticize denounce congratulate commend regret apologise apologize stop cease quit halt')

/** Verbs whose infinitive is told as done: "continued to send arms". */
export const implying = set('continue begin start manage proceed help go use cease get come tend happen remain dare choose serve resort gather assemble rally march demonstrate protest')

/** Verbs that do what their object names: "launched an offensive". */
export const doing = set('launch carry conduct mount stage begin start make hold have resume continue open undertake wage lead perform pursue commit engage give offer impose lodge file host step intensify pay')

/** Who comes for talks has talks: "arrived in Delhi for talks with". */
export const coming = set('arrive travel fly come go visit return gather assemble convene host')

/** Verbs whose object may never have been: "rejected talks with", "called for an attack on". */
export const undoing = set('call demand urge seek reject oppose rule prevent avoid cancel postpone propose suggest consider discuss fear expect want threaten ask request favour favor advocate support plan predict deny delay foil thwart lack need require await plot end stop halt suspend lift break condemn')

/** Before a noun, that it names nothing told as done. */
export const unreal = set('supposed so-called fake reported claimed purported rumoured rumored feared imaginary fictional apparent possible potential alleged future proposed any no threatened would-be attempted suspected foiled further hypothetical imminent new')

/** Verbs whose "in" tells where, and not to whom: "refused to perform in Harl". */
export const appearing: ReadonlySet<string> = new Set(['perform', 'appear', 'sing', 'play', 'speak', 'live', 'stay', 'sleep', 'testify', 'vote', 'run', 'stand', 'work', 'compete'])
/** Verbs whose two objects are one: "make her governor", "named him chairman". */
export const makingSomebody: ReadonlySet<string> = new Set(['make', 'name', 'appoint', 'elect', 'crown', 'call', 'label', 'brand', 'dub', 'deem', 'pronounce', 'declare'])
/** Prepositions behind which words tell when, with all that hangs on them. */
export const whenever: ReadonlySet<string> = new Set(['after', 'before', 'during', 'since', 'until', 'following'])

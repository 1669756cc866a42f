// Verbs that govern another verb, and what they make of its deed. Ordinary English; no source but the language.
import type { Modality } from '../../model/vocabulary.ts'
import type { DeedType } from './deed-verbs.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

/** The governed deed is not told as done: to refuse to deploy is to REJECT. */
export const governing: readonly { readonly type: DeedType; readonly verbs: ReadonlySet<string> }[] = [
  { type: 'AGREE', verbs: set('agree promise pledge offer vow consent undertake volunteer') },
  { type: 'REJECT', verbs: set('refuse decline') },
  { type: 'THREATEN', verbs: set('threaten') },
  { type: 'REQUEST', verbs: set('ask urge demand beg implore press pressure order call appeal exhort request instruct insist plead require') },
]

/** What is told of a verb that these govern. */
export const planning: readonly { readonly modality: Modality; readonly verbs: ReadonlySet<string> }[] = [
  { modality: 'PLANNED', verbs: set('plan intend prepare hope want wish aim expect decide go schedule set seek vow promise pledge agree offer threaten consider resolve mean look propose') },
  { modality: 'REQUESTED', verbs: set('ask urge demand beg implore press pressure order call appeal exhort request instruct tell invite encourage') },
  { modality: 'POSSIBLE', verbs: set('try attempt allow permit enable authorise authorize let seem appear suspect accuse blame charge condemn criticise criticize denounce') },
  { modality: 'NEGATED', verbs: set('refuse decline fail prevent stop avoid refrain ban bar forbid') },
]

/** Verbs that do what their object names: "launched an offensive". */
export const doing = set('launch carry conduct mount stage begin start make hold have resume continue open undertake wage lead perform pursue commit engage give offer impose lodge file host step intensify pay')

/** Verbs whose object may never have been: "rejected talks with", "called for an attack on". */
export const undoing = set('call demand urge seek reject oppose rule prevent avoid cancel postpone propose suggest consider discuss fear expect want threaten ask request favour favor advocate support plan predict deny delay foil thwart lack need require await plot end stop halt suspend lift break condemn')

/** Before a noun, that it names nothing told as done. */
export const unreal = set('possible potential alleged future proposed any no threatened would-be attempted suspected foiled further hypothetical imminent new')

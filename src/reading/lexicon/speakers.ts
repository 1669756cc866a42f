// What sort of speaker a noun means, by its lemma. Ordinary English; no source but the language.
import type { EntityKind } from '../../model/vocabulary.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u))

const bodies = set(
  `government administration ministry department agency army navy police military party group organisation organization company firm committee commission council court board
  parliament congress senate assembly legislature union alliance coalition campaign team newspaper paper magazine network channel station broadcaster outlet daily weekly blog
  bank fund institute university college school church hospital foundation charity association federation league club embassy consulate regime junta militia movement force office
  bureau panel tribunal watchdog think-tank state house side camp nation country kingdom republic city town county province corporation airline industry media press public`,
)
const groups = set(
  `people everyone everybody others officials critics supporters crowd family families couple majority minority community public audience staff crew pair duo leadership police media press`,
)

/** The kind of an unnamed speaker. `plural` is told by the word's form. */
export function kindOfSpeaker(lemma: string, lower: string): EntityKind {
  if (bodies.has(lemma)) return lower === lemma ? 'ORGANISATION' : 'GROUP'
  return groups.has(lower) || isPlural(lower, lemma) ? 'GROUP' : 'PERSON'
}

function isPlural(lower: string, lemma: string): boolean {
  return lower !== lemma && /(?:s|men|women|people)$/u.test(lower)
}

/** Words that stand for somebody without saying whom. */
export const nobodyInParticular = set('some many most others several few all another neither either both those these one ones everyone everybody someone somebody anyone anybody nobody people it there none no-one')
/** Pronouns that lean on somebody said before. */
export const leaning = set('he she they it we i you him her them us me his its their our my your who which that this himself herself themselves itself whom whose hers theirs')

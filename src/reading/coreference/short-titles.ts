// Titles by their last word: "the minister" after "Transport Minister Dana Reed".
import type { TitleMatch } from '../gazetteer.ts'

/** Offices of which there is one beside somebody: no "aide", no "leader" but that of a council. */
export function mayBeShort({ title }: TitleMatch): boolean {
  return /^(?:MINISTER|POLICE|MILITARY|HEAD_OF_GOVERNMENT)$/u.test(title.kind) || /^(?:Leader|Director|Commissioner|Governor|Mayor|Administrator)$/u.test(title.name)
}

/** "the prime minister" is not called "the minister". */
export function isNeverShort({ title }: TitleMatch): boolean {
  return /^(?:Prime|First|Chief) Minister$/u.test(title.name)
}

/** "minister" of "transport minister"; but a prime or former minister is called otherwise. */
export function isShortFor(role: string, full: string): boolean {
  // "the leader" after "council leader Ann Reed"
  if (role === 'leader') return full === 'council leader'
  return full.endsWith(` ${role}`) && !/^(?:vice|deputy|former|assistant|prime|first|chief|shadow|acting|senior|junior) /u.test(full)
}

// The vocabularies of the graph in the words of a page.
import type { EntityKind, Modality, StatementKind, Voice } from '../model/vocabulary.ts'

export const kindWords: Readonly<Record<EntityKind, { readonly one: string; readonly many: string }>> = {
  PERSON: { one: 'Person', many: 'People' },
  COUNTRY: { one: 'Country', many: 'Countries' },
  ORGANISATION: { one: 'Organisation', many: 'Organisations' },
  PLACE: { one: 'Place', many: 'Places' },
  EVENT: { one: 'Event', many: 'Events' },
  GROUP: { one: 'Group', many: 'Groups' },
  TOPIC: { one: 'Topic', many: 'Topics' },
}

export const statementKindWords: Readonly<Record<StatementKind, string>> = {
  DIRECT: 'Word for word, in quotation marks',
  MIXED: 'Partly in quotation marks, partly in the article’s words',
  INDIRECT: 'In the article’s words, not a quotation',
}

/** Of a saying; what is simply so has no word. */
export const sayingModality: Readonly<Record<Modality, string | null>> = {
  ACTUAL: null, PLANNED: 'not said yet', REQUESTED: 'asked for', POSSIBLE: 'may have said', NEGATED: 'did not say',
}

/** Of a deed or a tie. */
export const deedModality: Readonly<Record<Modality, string | null>> = {
  ACTUAL: null, PLANNED: 'planned', REQUESTED: 'asked for', POSSIBLE: 'possible', NEGATED: 'said not to be so',
}

/** What is only planned, asked for, possible or not so; null of what is. */
export function modalityWords({ __typename, modality }: { readonly __typename: 'Relationship' | 'Statement'; readonly modality: Modality }): string | null {
  return (__typename === 'Statement' ? sayingModality : deedModality)[modality]
}

/** The label among others, where no chip can stand beside it: "to send troops to (said not to be so)". */
export function labelWords(label: string, modality: string | null): string {
  return modality === null ? label : `${label} (${modality})`
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** 2015-11-16 → 16 November 2015; as exact as it is known. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-')
  return [day && Number(day), month && months[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** 2003 to 2010; from 2012; until May 2016: as far as it is known. Null where nothing is. */
export function spanWords(startsOn: string | null | undefined, endsOn: string | null | undefined): string | null {
  if (startsOn && endsOn) return startsOn === endsOn ? dateWords(startsOn) : `${dateWords(startsOn)} to ${dateWords(endsOn)}`
  if (startsOn) return `from ${dateWords(startsOn)}`
  return endsOn ? `until ${dateWords(endsOn)}` : null
}

export function figure(number: number): string {
  return number.toLocaleString('en-GB')
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`
}

export const voiceWords: Readonly<Record<Voice, string>> = { ARTICLE: 'the article reports it', CLAIMED: 'only through others', PRESUPPOSED: 'taken for granted' }

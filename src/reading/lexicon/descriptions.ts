// Nouns that mean somebody already named: "the company", "the country". Ordinary English; no source but the language.
import type { EntityKind } from '../../model/vocabulary.ts'
import type { OrganisationType } from '../knowledge.ts'

interface Description {
  readonly kinds: readonly EntityKind[]
  /** Of organisations those of these types, or of none that is known. */
  readonly types?: readonly OrganisationType[]
}

const description = (words: string, kinds: readonly EntityKind[], types?: readonly OrganisationType[]): readonly (readonly [string, Description])[] =>
  words.split(' ').map(word => [word, { kinds, ...(types && { types }) }] as const)

/** By the lower-cased noun. */
export const descriptions: ReadonlyMap<string, Description> = new Map([
  ...description('country nation kingdom republic', ['COUNTRY']),
  ...description('city town village state province island region', ['PLACE']),
  ...description('company firm corporation airline manufacturer carmaker automaker retailer bank lender giant conglomerate maker', ['ORGANISATION'], ['COMPANY']),
  ...description('newspaper paper magazine network channel broadcaster agency publication outlet', ['ORGANISATION'], ['MEDIA', 'AGENCY', 'INTERNATIONAL']),
  ...description('group organisation organization association charity foundation', ['ORGANISATION'], ['NGO', 'ARMED_GROUP', 'INTERNATIONAL', 'PARTY', 'COMPANY']),
  ...description('militia insurgents militants jihadists', ['ORGANISATION'], ['ARMED_GROUP']),
  ...description('party', ['ORGANISATION'], ['PARTY']),
  ...description('army military', ['ORGANISATION'], ['MILITARY']),
  ...description('university college school', ['ORGANISATION'], ['UNIVERSITY']),
  ...description('court', ['ORGANISATION'], ['COURT']),
  ...description('parliament senate congress assembly', ['ORGANISATION'], ['LEGISLATURE']),
  ...description('union bloc alliance', ['ORGANISATION'], ['INTERNATIONAL']),
  ...description('department ministry', ['ORGANISATION'], ['AGENCY', 'GOVERNMENT']),
  ...description('bureau commission committee council watchdog regulator', ['ORGANISATION'], ['AGENCY', 'GOVERNMENT', 'INTERNATIONAL', 'LEGISLATURE']),
])

const type = (sort: OrganisationType, words: string): readonly (readonly [string, OrganisationType])[] => words.split(' ').map(word => [word, sort] as const)

/** What sort of body a name is of, by a word of it: "Varen College". */
export const typesByName: ReadonlyMap<string, OrganisationType> = new Map([
  ...type('COMPANY', 'inc inc. corp corp. corporation company co co. ltd ltd. llc plc gmbh holdings bank airlines airways motors systems technologies partners studios pictures records'),
  ...type('UNIVERSITY', 'university college school academy'),
  ...type('COURT', 'court tribunal'),
  ...type('LEGISLATURE', 'parliament senate congress assembly'),
  ...type('MEDIA', 'times post journal tribune herald gazette news press magazine review chronicle telegraph courier observer register sun star globe mail broadcasting radio television tv daily ledger sentinel argus echo examiner inquirer enquirer advertiser'),
  ...type('PARTY', 'party'),
  ...type('AGENCY', 'department ministry agency bureau office commission committee board authority administration council police'),
  ...type('MILITARY', 'army navy guard corps forces command brigade battalion'),
  ...type('ARMED_GROUP', 'militia cartel'),
  ...type('NGO', 'association union federation foundation society trust charity alliance league coalition movement institute center centre church museum club'),
])
/** Bodies that bear the noun in their name, or letters: "the court" is no "Nordvik". */
export const shownByName: ReadonlySet<string> = new Set('court university college school parliament senate congress assembly party army military foundation bureau department ministry commission committee council union'.split(' '))

/** Of these an article on one that has a name is oftener about that one. */
export const commercial: ReadonlySet<string> = new Set('company firm group network paper newspaper magazine retailer carmaker airline lender insurer brewer party agency organisation organization club'.split(' '))
/** What may say something, and is hardly one body: "the town", "the press". */
export const notBodies: ReadonlySet<string> = new Set('town city state country nation county province kingdom republic camp house side chamber center centre media press public community society television radio industry movement team outlet business line police'.split(' '))

/** Two people: "the two men", "both leaders". */
export const pairs = new Set(['men', 'women', 'leaders', 'presidents', 'ministers', 'politicians', 'candidates', 'rivals', 'senators', 'brothers', 'sisters', 'pair', 'duo', 'officials', 'statesmen', 'legislators', 'lawmakers', 'governors', 'mayors', 'diplomats', 'generals', 'colleagues', 'friends', 'neighbours', 'neighbors'])

/** Of these, offices by which nobody is called who has another. */
export const pairedOffices = new Set(['presidents', 'ministers', 'senators', 'governors', 'mayors', 'generals'])

/** Two or more of one family. */
export const kin = new Set(['brothers', 'sisters', 'siblings', 'twins', 'spouses', 'cousins'])
/** One of somebody's family. */
export const kinOfOne: ReadonlySet<string> = new Set('wife husband spouse father mother son daughter brother sister uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter'.split(' '))
export const spouses = new Set(['wife', 'husband', 'spouse', 'fiancé', 'fiancée', 'fiance', 'fiancee', 'bride', 'groom', 'widow', 'widower', 'partner', 'boyfriend', 'girlfriend'])

/** Nouns of men and women, by which a description has a gender. */
export const genderOfNoun: ReadonlyMap<string, 'f' | 'm'> = new Map(Object.entries({
  man: 'm', boy: 'm', father: 'm', son: 'm', brother: 'm', husband: 'm', uncle: 'm', businessman: 'm', chairman: 'm', spokesman: 'm', congressman: 'm', king: 'm', prince: 'm', policeman: 'm', grandfather: 'm', widower: 'm', actor: 'm',
  woman: 'f', girl: 'f', mother: 'f', daughter: 'f', sister: 'f', wife: 'f', aunt: 'f', businesswoman: 'f', chairwoman: 'f', spokeswoman: 'f', congresswoman: 'f', queen: 'f', princess: 'f', actress: 'f', grandmother: 'f', widow: 'f',
} as const))

/** What is told of somebody on trial, by lemma. */
export const accusing: ReadonlySet<string> = new Set(['accuse', 'charge', 'deny', 'plead', 'convict', 'jail', 'sentence', 'acquit', 'indict', 'arrest', 'imprison'])

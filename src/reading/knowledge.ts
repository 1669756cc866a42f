// What the reader knows of the world before it reads. Plain data, handed in as a value; `src/knowledge/` holds it, with sources and licences.

export interface Knowledge {
  /** Names its version of the data; part of the reader's name, so that two Readings can be told apart. */
  readonly version: string
  readonly countries: readonly Country[]
  readonly organisations: readonly Organisation[]
  readonly places: readonly Place[]
  readonly offices: Offices
  readonly givenNames: GivenNames
}

/** What countries, organisations and places have in common. */
export interface Known {
  /** Canonical. */
  readonly name: string
  readonly aliases?: readonly string[]
  /** Those of its names that are something else as well: "Apple", "Georgia", "IS". The words around them must decide. */
  readonly ambiguous?: readonly string[]
}

export interface Country extends Known {
  /** XK for Kosovo, as the European Union has it. */
  readonly iso2: string
  readonly iso3: string
  readonly capital?: string
  /** Adjectives, and nouns where they differ, in the singular: "Swedish", "Swede". */
  readonly demonyms?: readonly string[]
  /** What else stands for its government. Its capital does so by itself. */
  readonly metonyms?: readonly string[]
  /** The iso2 of the country it belongs to: Puerto Rico's is US. */
  readonly territoryOf?: string
  readonly wikidataId?: string
}

export const organisationTypes = [
  'GOVERNMENT', 'INTERNATIONAL', 'ARMED_GROUP', 'AGENCY', 'PARTY', 'MEDIA', 'NGO', 'COMPANY', 'COURT', 'LEGISLATURE', 'MILITARY', 'UNIVERSITY',
] as const
export type OrganisationType = (typeof organisationTypes)[number]

export interface Organisation extends Known {
  readonly type: OrganisationType
  /** What one of its people is called, in the singular: "Democrat", "Houthi". */
  readonly members?: readonly string[]
  /** iso2 of the country it is of, and of the one whose voice it is. */
  readonly country?: string
  readonly speaksFor?: string
  /** Canonical name of another organisation. */
  readonly partOf?: string
  readonly wikidataId?: string
}

export const placeTypes = ['REGION', 'SEA', 'STATE', 'CITY'] as const

export interface Place extends Known {
  readonly type: (typeof placeTypes)[number]
  /** iso2; absent where it is in several countries, or in none. */
  readonly country?: string
  readonly demonyms?: readonly string[]
}

export type Gender = 'f' | 'm'

export interface Offices {
  /** "Mr", "Dame": before a name, telling nothing of an office. */
  readonly honorifics: readonly Honorific[]
  /** "Deputy", "former": before a title. */
  readonly modifiers: readonly Modifier[]
  readonly titles: readonly Title[]
}

export interface Honorific {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly gender?: Gender
}

export interface Modifier {
  readonly name: string
  readonly aliases?: readonly string[]
  /** The office is no longer held. */
  readonly past?: boolean
}

export const titleKinds = [
  'HEAD_OF_STATE', 'HEAD_OF_GOVERNMENT', 'MINISTER', 'OFFICIAL', 'DIPLOMAT', 'LEGISLATIVE', 'PARTY', 'SPOKESPERSON', 'JUDICIAL', 'MILITARY',
  'POLICE', 'RELIGIOUS', 'ROYAL', 'BUSINESS', 'ACADEMIC', 'MEDIA', 'SPORT', 'PROFESSION',
] as const

export interface Title {
  /** The canonical role, for "Lt. Col." as for "lieutenant colonel". */
  readonly name: string
  readonly aliases?: readonly string[]
  readonly kind: (typeof titleKinds)[number]
  /** Only where the word itself tells it. */
  readonly gender?: Gender
  /** One holder at a time in a country or body: "the president". */
  readonly unique?: boolean
}

/** Names with spaces between them, a line for each first letter. `u`: borne by women and men. */
export interface GivenNames {
  readonly f: readonly string[]
  readonly m: readonly string[]
  readonly u: readonly string[]
  /** A name and what it is shortened to, a line each: "Joseph Joe Joey". */
  readonly nicknames: readonly string[]
}

// The Reading: the one format between a text and the graph. A program makes one, a person reviews one, the seed is one.
// `src/model/reading.schema.json` is the same in JSON Schema. `ref`s are local to their Reading; ids are made when it enters the graph.
import type { Attribution, EntityKind, MentionForm, Modality, RelationshipType, SpeechAct, StatementKind, Voice } from './vocabulary.ts'
import type { Mark } from './passage.ts'

export const readingFormat = 'on-record/reading/1'

/** What is known of an article beside its text. `supplied` names the fields that the text itself does not bear. */
export interface ArticleMetadata {
  readonly title: string
  readonly publisher?: string
  readonly author?: string
  readonly url?: string
  /** EDTF level 0. */
  readonly publishedOn?: string
  /** BCP 47. */
  readonly language: string
  readonly supplied: readonly string[]
}

/** Why a mark is there: the rule that made it (REVIEWED where a person did), in words, and how sure, 0 to 1. */
export interface Basis {
  readonly rule: string
  readonly reason: string
  readonly confidence: number
}

export interface Reading {
  readonly format: typeof readingFormat
  /** SHA-256 of the text that was read. */
  readonly sha256: string
  /** Reader and version, or "reviewed". */
  readonly reader: string
  readonly sentences: readonly ReadSentence[]
  readonly entities: readonly ReadEntity[]
  readonly mentions: readonly ReadMention[]
  readonly statements: readonly ReadStatement[]
  readonly relationships: readonly ReadRelationship[]
  readonly possiblySame: readonly ReadMatch[]
  readonly remarks: readonly ReadRemark[]
}

export interface ReadSentence extends Mark {
  readonly headline?: boolean
}

/** Somebody or something that the article speaks of, or that one so mentioned needs as background. */
export interface ReadEntity {
  readonly ref: string
  readonly kind: EntityKind
  /** Canonical; may be background ("David Cameron" where the text has "Mr Cameron"). */
  readonly name: string
  /** False for "the US official": bound to this article, never merged by itself. */
  readonly named: boolean
  /** What tells it apart from others of its name; becomes part of slug and key ("2015"). */
  readonly distinguisher?: string
  readonly description?: string
  /** "Q7747"; only where sure. */
  readonly wikidataId?: string
  readonly honorific?: string
  /** `ref`s of other entities of this Reading. `speaksFor` is a country whose voice this is: the Kremlin's is Russia. */
  readonly country?: string
  readonly speaksFor?: string
  readonly place?: string
  readonly partOf?: string
  readonly iso2?: string
  readonly iso3?: string
  readonly capital?: string
  readonly demonyms?: readonly string[]
  readonly coordinates?: { readonly latitude: number; readonly longitude: number }
  /** Events: EDTF level 0, and the words the date rests on. */
  readonly startsOn?: string
  readonly endsOn?: string
  readonly dated?: Mark
  /** Events: whose word it is that it is. ARTICLE and ACTUAL unless said; CLAIMED and PRESUPPOSED name the `statement`. */
  readonly voice?: Voice
  readonly modality?: Modality
  readonly statement?: string
  /** The fields above that come from general knowledge, not from the article. */
  readonly background?: readonly string[]
}

export interface ReadMention extends Mark, Basis {
  readonly entity: string
  readonly form: MentionForm
}

/** The attribution relation of PARC and PolNeAR: source, cue, content. Voice and claimants follow from `reportedIn`. */
export interface ReadStatement extends Basis {
  readonly ref: string
  readonly kind: StatementKind
  readonly act: SpeechAct
  readonly source?: Mark
  readonly cue?: Mark
  readonly content: readonly Mark[]
  readonly quotations: readonly Mark[]
  readonly speakers: readonly string[]
  readonly addressees: readonly string[]
  readonly targets: readonly string[]
  readonly about: readonly string[]
  /** The document or medium it was said through. */
  readonly via?: string
  readonly attribution: Attribution
  readonly modality: Modality
  readonly madeOn?: string
  readonly dated?: Mark
  /** The statement that this one is known through. */
  readonly reportedIn?: string
}

export interface ReadRelationship extends Basis {
  readonly type: RelationshipType
  /** The article's own verb or phrase. */
  readonly label: string
  readonly subject: string
  readonly object?: string
  readonly voice: Voice
  /** The statement that claims it; absent exactly when voice is ARTICLE. */
  readonly statement?: string
  /** The statement that it is: the accusation, the thanks. */
  readonly saying?: string
  readonly modality: Modality
  readonly role?: string
  readonly startsOn?: string
  readonly endsOn?: string
  readonly dated?: Mark
  readonly place?: string
  readonly evidence: readonly Mark[]
}

/** Two entities that may be one: scored, never merged. */
export interface ReadMatch extends Basis {
  readonly entity: string
  readonly other: string
}

/** What the reader found odd, or left out. */
export interface ReadRemark {
  readonly rule: string
  readonly message: string
  readonly expected?: string
  readonly found?: string
  readonly passage?: Mark
}

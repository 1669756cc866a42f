// What clients can ask for, as plain data: filters, orders, groupings and pages. Null and {} say nothing.
// A field naming a related thing means "at least one such". `and`, `or` and `not` nest.
import type {
  Attribution, EntityKind, MentionForm, Modality, RelationshipType, SpeechAct, StatementKind, StatementRole, Voice,
} from './vocabulary.ts'

type Maybe<T> = T | null | undefined

interface Logic<Filter> {
  readonly and?: Maybe<readonly Filter[]>
  readonly or?: Maybe<readonly Filter[]>
  readonly not?: Maybe<Filter>
}

/** Inclusive; a month or a year matches when its span overlaps. EDTF level 0. */
export interface DateRange {
  readonly from?: Maybe<string>
  readonly to?: Maybe<string>
}

export interface NameFilter {
  readonly eq?: Maybe<string>
  readonly startsWith?: Maybe<string>
  readonly matches?: Maybe<string>
}

export interface EntityFilter extends Logic<EntityFilter> {
  readonly id?: Maybe<readonly string[]>
  readonly slug?: Maybe<readonly string[]>
  readonly kind?: Maybe<readonly EntityKind[]>
  readonly name?: Maybe<NameFilter>
  readonly named?: Maybe<boolean>
  readonly country?: Maybe<EntityFilter>
  readonly place?: Maybe<EntityFilter>
  readonly partOf?: Maybe<EntityFilter>
  readonly iso2?: Maybe<readonly string[]>
  readonly speaks?: Maybe<StatementFilter>
  readonly addressed?: Maybe<StatementFilter>
  readonly targeted?: Maybe<StatementFilter>
  readonly spokenOf?: Maybe<StatementFilter>
  readonly subjectOf?: Maybe<RelationshipFilter>
  readonly objectOf?: Maybe<RelationshipFilter>
  readonly mentionedIn?: Maybe<ArticleFilter>
  readonly on?: Maybe<DateRange>
  readonly voice?: Maybe<readonly Voice[]>
  readonly modality?: Maybe<readonly Modality[]>
  readonly accordingTo?: Maybe<EntityFilter>
}

export interface StatementFilter extends Logic<StatementFilter> {
  readonly id?: Maybe<readonly string[]>
  readonly speaker?: Maybe<EntityFilter>
  readonly addressee?: Maybe<EntityFilter>
  readonly target?: Maybe<EntityFilter>
  readonly about?: Maybe<EntityFilter>
  readonly via?: Maybe<EntityFilter>
  readonly kind?: Maybe<readonly StatementKind[]>
  readonly act?: Maybe<readonly SpeechAct[]>
  readonly voice?: Maybe<readonly Voice[]>
  readonly modality?: Maybe<readonly Modality[]>
  readonly attribution?: Maybe<readonly Attribution[]>
  readonly accordingTo?: Maybe<EntityFilter>
  readonly reportedIn?: Maybe<StatementFilter>
  readonly relationships?: Maybe<RelationshipFilter>
  readonly madeOn?: Maybe<DateRange>
  readonly article?: Maybe<ArticleFilter>
  readonly text?: Maybe<string>
  readonly quoted?: Maybe<boolean>
  readonly minConfidence?: Maybe<number>
}

export interface RelationshipFilter extends Logic<RelationshipFilter> {
  readonly id?: Maybe<readonly string[]>
  readonly type?: Maybe<readonly RelationshipType[]>
  readonly voice?: Maybe<readonly Voice[]>
  readonly modality?: Maybe<readonly Modality[]>
  readonly subject?: Maybe<EntityFilter>
  readonly object?: Maybe<EntityFilter>
  readonly with?: Maybe<EntityFilter>
  readonly place?: Maybe<EntityFilter>
  readonly accordingTo?: Maybe<EntityFilter>
  readonly statement?: Maybe<StatementFilter>
  readonly saying?: Maybe<StatementFilter>
  readonly text?: Maybe<string>
  readonly on?: Maybe<DateRange>
  readonly article?: Maybe<ArticleFilter>
  readonly minConfidence?: Maybe<number>
}

export type TieKind = 'RELATIONSHIP' | 'STATEMENT'

/** What relationships and statements have in common; for walks over both. */
export interface TieFilter extends Logic<TieFilter> {
  readonly kind?: Maybe<readonly TieKind[]>
  readonly voice?: Maybe<readonly Voice[]>
  readonly modality?: Maybe<readonly Modality[]>
  readonly accordingTo?: Maybe<EntityFilter>
  readonly article?: Maybe<ArticleFilter>
  readonly on?: Maybe<DateRange>
  readonly minConfidence?: Maybe<number>
  readonly relationshipType?: Maybe<readonly RelationshipType[]>
  readonly act?: Maybe<readonly SpeechAct[]>
}

export interface MentionFilter extends Logic<MentionFilter> {
  readonly id?: Maybe<readonly string[]>
  readonly text?: Maybe<string>
  readonly form?: Maybe<readonly MentionForm[]>
  readonly entity?: Maybe<EntityFilter>
  readonly article?: Maybe<ArticleFilter>
}

export interface ArticleFilter extends Logic<ArticleFilter> {
  readonly id?: Maybe<readonly string[]>
  readonly slug?: Maybe<readonly string[]>
  readonly publisher?: Maybe<readonly string[]>
  readonly url?: Maybe<readonly string[]>
  readonly publishedOn?: Maybe<DateRange>
  readonly mentions?: Maybe<EntityFilter>
  readonly text?: Maybe<string>
}

export interface Filters {
  readonly entity: EntityFilter
  readonly statement: StatementFilter
  readonly relationship: RelationshipFilter
  readonly tie: TieFilter
  readonly mention: MentionFilter
  readonly article: ArticleFilter
}
export type Noun = keyof Filters

export type Direction = 'ASC' | 'DESC'
/** Which way a relationship is looked at from an entity. */
export type Side = 'OUT' | 'IN' | 'ANY'

export interface Order {
  readonly field: string
  readonly direction: Direction
}

/** Either `first` (with `after`) or `last` (with `before`); neither means first 20. */
export interface PageArguments {
  readonly first?: Maybe<number>
  readonly after?: Maybe<string>
  readonly last?: Maybe<number>
  readonly before?: Maybe<string>
}

export type { StatementRole }

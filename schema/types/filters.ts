// The filters. Every one has `and`, `or` and `not`; null and {} say nothing; a field naming a related thing means "at least one such".
import type * as Model from '../../src/model/filter.ts'
import { builder } from '../builder.ts'
import {
  Attribution, EntityKind, MentionForm, Modality, RelationshipType, SpeechAct, StatementKind, TieKind, Voice,
} from './enums.ts'

export const EntityFilter = builder.inputRef<Model.EntityFilter>('EntityFilter')
export const StatementFilter = builder.inputRef<Model.StatementFilter>('StatementFilter')
export const RelationshipFilter = builder.inputRef<Model.RelationshipFilter>('RelationshipFilter')
export const TieFilter = builder.inputRef<Model.TieFilter>('TieFilter')
export const MentionFilter = builder.inputRef<Model.MentionFilter>('MentionFilter')
export const ArticleFilter = builder.inputRef<Model.ArticleFilter>('ArticleFilter')

const DateRange = builder.inputRef<Model.DateRange>('DateRange').implement({
  description: 'From a date to a date, inclusive. A month or a year, on either side, matches when its span overlaps. What has no date never matches; without from and to it says nothing. BAD_ARGUMENT where it ends before it begins.',
  fields: t => ({
    from: t.field({ type: 'PartialDate', description: 'The first day; null: from the beginning.' }),
    to: t.field({ type: 'PartialDate', description: 'The last day; null: to the end.' }),
  }),
})

const NameFilter = builder.inputRef<Model.NameFilter>('NameFilter').implement({
  description: 'Any of the names and descriptions of an entity (its `aliases`: "the PM" as well), compared without case, accents and punctuation. EMPTY_SEARCH where a value holds no letter and no digit.',
  fields: t => ({
    eq: t.string({ description: 'The whole name.' }),
    startsWith: t.string({ description: 'The beginning of the name.' }),
    matches: t.string({ description: 'Any part of the name; fewer than three characters match only its beginning.' }),
  }),
})

const sure = 'At least so sure, 0 to 1; BAD_ARGUMENT outside.'
const limited = 'One or several.'

EntityFilter.implement({
  description: 'Which entities.',
  fields: t => ({
    and: t.field({ type: [EntityFilter], description: 'All of these hold; an empty list always does.' }),
    or: t.field({ type: [EntityFilter], description: 'At least one of these holds; an empty list never does.' }),
    not: t.field({ type: EntityFilter, description: 'This does not hold. {} says nothing here either.' }),
    id: t.idList({ description: 'Global ids, at most 100; BAD_ID where one is malformed.' }),
    slug: t.stringList({ description: 'Slugs.' }),
    kind: t.field({ type: [EntityKind], description: limited }),
    name: t.field({ type: NameFilter, description: 'By name.' }),
    named: t.boolean({ description: 'Whether it has a proper name; false for "the US official".' }),
    country: t.field({ type: EntityFilter, description: 'Whose country is such.' }),
    place: t.field({ type: EntityFilter, description: 'Events: where they take place.' }),
    partOf: t.field({ type: EntityFilter, description: 'What it is part of.' }),
    iso2: t.stringList({ description: 'Countries, by ISO 3166-1 alpha-2 code.' }),
    speaks: t.field({ type: StatementFilter, description: 'Who makes such a statement.' }),
    addressed: t.field({ type: StatementFilter, description: 'To whom such a statement is said.' }),
    targeted: t.field({ type: StatementFilter, description: 'At whom such a statement is aimed.' }),
    spokenOf: t.field({ type: StatementFilter, description: 'Whom such a statement is about.' }),
    subjectOf: t.field({ type: RelationshipFilter, description: 'Who is the subject of such a relationship.' }),
    objectOf: t.field({ type: RelationshipFilter, description: 'Who is the object of such a relationship.' }),
    mentionedIn: t.field({ type: ArticleFilter, description: 'Whom such an article mentions.' }),
    on: t.field({ type: DateRange, description: 'Events: when they take place.' }),
    voice: t.field({ type: [Voice], description: 'Events: whose word it is that they are.' }),
    modality: t.field({ type: [Modality], description: 'Events: happened, planned, possible …; what is no event has none and never fits.' }),
    accordingTo: t.field({ type: EntityFilter, description: 'Events: who claims them.' }),
  }),
})

StatementFilter.implement({
  description: 'Which statements.',
  fields: t => ({
    and: t.field({ type: [StatementFilter], description: 'All of these hold; an empty list always does.' }),
    or: t.field({ type: [StatementFilter], description: 'At least one of these holds; an empty list never does.' }),
    not: t.field({ type: StatementFilter, description: 'This does not hold. {} says nothing here either.' }),
    id: t.idList({ description: 'Global ids, at most 100; BAD_ID where one is malformed.' }),
    speaker: t.field({ type: EntityFilter, description: 'Who says it.' }),
    addressee: t.field({ type: EntityFilter, description: 'Whom it is said to.' }),
    target: t.field({ type: EntityFilter, description: 'Whom or what it is aimed at.' }),
    about: t.field({ type: EntityFilter, description: 'Whom or what it is about.' }),
    via: t.field({ type: EntityFilter, description: 'The document or medium it was said through.' }),
    kind: t.field({ type: [StatementKind], description: limited }),
    act: t.field({ type: [SpeechAct], description: limited }),
    voice: t.field({ type: [Voice], description: limited }),
    modality: t.field({ type: [Modality], description: limited }),
    attribution: t.field({ type: [Attribution], description: limited }),
    accordingTo: t.field({ type: EntityFilter, description: 'Who reports it: a speaker of `reportedIn`.' }),
    reportedIn: t.field({ type: StatementFilter, description: 'The statement that it is known through; {}: there is one.' }),
    relationships: t.field({ type: RelationshipFilter, description: 'What it claims.' }),
    madeOn: t.field({ type: DateRange, description: 'When it was made, as far as the text says.' }),
    article: t.field({ type: ArticleFilter, description: 'Where it stands.' }),
    text: t.string({ description: 'Full text: every word is in the content. EMPTY_SEARCH where there is no word.' }),
    quoted: t.boolean({ description: 'Whether any of it stands in quotation marks.' }),
    minConfidence: t.float({ description: sure }),
  }),
})

RelationshipFilter.implement({
  description: 'Which relationships.',
  fields: t => ({
    and: t.field({ type: [RelationshipFilter], description: 'All of these hold; an empty list always does.' }),
    or: t.field({ type: [RelationshipFilter], description: 'At least one of these holds; an empty list never does.' }),
    not: t.field({ type: RelationshipFilter, description: 'This does not hold. {} says nothing here either.' }),
    id: t.idList({ description: 'Global ids, at most 100; BAD_ID where one is malformed.' }),
    type: t.field({ type: [RelationshipType], description: limited }),
    voice: t.field({ type: [Voice], description: limited }),
    modality: t.field({ type: [Modality], description: limited }),
    subject: t.field({ type: EntityFilter, description: 'Who does or is it.' }),
    object: t.field({ type: EntityFilter, description: 'Whom it is done to, or what it is of.' }),
    with: t.field({ type: EntityFilter, description: 'The subject or the object.' }),
    place: t.field({ type: EntityFilter, description: 'Where.' }),
    accordingTo: t.field({ type: EntityFilter, description: 'Who claims it: a speaker of `statement`.' }),
    statement: t.field({ type: StatementFilter, description: 'The statement that claims it; {}: there is one.' }),
    saying: t.field({ type: StatementFilter, description: 'The statement that it is; {}: there is one.' }),
    text: t.string({ description: 'Full text: every word is in the label or the evidence. EMPTY_SEARCH where there is no word.' }),
    on: t.field({ type: DateRange, description: 'When.' }),
    article: t.field({ type: ArticleFilter, description: 'Where it stands.' }),
    minConfidence: t.float({ description: sure }),
  }),
})

TieFilter.implement({
  description: 'Which ties: what relationships and statements have in common. A relationship never has an act, nor a statement a relationship type.',
  fields: t => ({
    and: t.field({ type: [TieFilter], description: 'All of these hold; an empty list always does.' }),
    or: t.field({ type: [TieFilter], description: 'At least one of these holds; an empty list never does.' }),
    not: t.field({ type: TieFilter, description: 'This does not hold. {} says nothing here either.' }),
    kind: t.field({ type: [TieKind], description: limited }),
    voice: t.field({ type: [Voice], description: 'Whose word it is: [ARTICLE] walks over nothing that is only claimed.' }),
    modality: t.field({ type: [Modality], description: limited }),
    accordingTo: t.field({ type: EntityFilter, description: 'Who claims it.' }),
    article: t.field({ type: ArticleFilter, description: 'Where it stands.' }),
    on: t.field({ type: DateRange, description: 'When: of relationships their dates, of statements when they were made.' }),
    minConfidence: t.float({ description: sure }),
    relationshipType: t.field({ type: [RelationshipType], description: 'Relationships of these types.' }),
    act: t.field({ type: [SpeechAct], description: 'Statements with these acts.' }),
  }),
})

MentionFilter.implement({
  description: 'Which mentions.',
  fields: t => ({
    and: t.field({ type: [MentionFilter], description: 'All of these hold; an empty list always does.' }),
    or: t.field({ type: [MentionFilter], description: 'At least one of these holds; an empty list never does.' }),
    not: t.field({ type: MentionFilter, description: 'This does not hold. {} says nothing here either.' }),
    id: t.idList({ description: 'Global ids, at most 100; BAD_ID where one is malformed.' }),
    text: t.string({ description: 'Part of its words, without case, accents and punctuation. EMPTY_SEARCH where there is no letter and no digit.' }),
    form: t.field({ type: [MentionForm], description: limited }),
    entity: t.field({ type: EntityFilter, description: 'Whom it means.' }),
    article: t.field({ type: ArticleFilter, description: 'Where it stands.' }),
  }),
})

ArticleFilter.implement({
  description: 'Which articles.',
  fields: t => ({
    and: t.field({ type: [ArticleFilter], description: 'All of these hold; an empty list always does.' }),
    or: t.field({ type: [ArticleFilter], description: 'At least one of these holds; an empty list never does.' }),
    not: t.field({ type: ArticleFilter, description: 'This does not hold. {} says nothing here either.' }),
    id: t.idList({ description: 'Global ids, at most 100; BAD_ID where one is malformed.' }),
    slug: t.stringList({ description: 'Slugs.' }),
    publisher: t.stringList({ description: 'Publishers, to the letter.' }),
    url: t.stringList({ description: 'Addresses, to the letter.' }),
    publishedOn: t.field({ type: DateRange, description: 'When it was published.' }),
    mentions: t.field({ type: EntityFilter, description: 'Whom it mentions.' }),
    text: t.string({ description: 'Full text: every word is in the title or the text. EMPTY_SEARCH where there is no word.' }),
  }),
})
